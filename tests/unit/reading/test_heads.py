from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from dragoman.codebook.events import EVENT_TYPES
from dragoman.codebook.ties import CHANNELS
from dragoman.reading.encoder import encoder
from dragoman.reading.heads import Asked, Certainty, Linking, Signs, _path, heads, near
from dragoman.records import Standing
from tests.unit.reading.made import sure_heads, tag_heads, tagged, untold

SENTENCE = "Chad’s president said on Monday that Niger had sold uranium to Gabon."


def test_the_labels_are_those_of_the_codebook() -> None:
    assert set(heads().types) == {*EVENT_TYPES, *CHANNELS}
    assert set(heads().standings) == {standing.value for standing in Standing}
    for name in heads().modes:
        kind, _, mode = name.partition(".")
        assert name == "none" or mode in EVENT_TYPES[kind].modes


@pytest.mark.parametrize("seed", range(20))
def test_no_span_begins_inside(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(scale=5, size=(30, 3)).astype(np.float32)

    for before, after in pairwise([0, *_path(scores, scores.argmax(1).astype(np.uint8).tobytes())]):
        assert (before, after) != (0, 2)


@pytest.mark.parametrize("seed", range(20))
def test_the_best_path_of_all_that_are_allowed_is_taken(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(6, 3)).astype(np.float32)
    allowed = [path for path in product(range(3), repeat=6) if all(pair != (0, 2) for pair in pairwise([0, *path]))]

    best = max(allowed, key=lambda path: sum(scores[number, tag] for number, tag in enumerate(path)))
    assert tuple(_path(scores, scores.argmax(1).astype(np.uint8).tobytes())) == best


def test_spans_by_layer() -> None:
    encoded = tagged("Mali said so.", ("Source", "Mali"), ("Cue", "said so"))

    nothing = tagged("Mali.")

    told = tag_heads().spans([encoded, nothing])
    assert told[0] == {"Source": [(1, 1)], "Cue": [(2, 3)], "Content": [], "Inner": []}
    assert not any(told[1].values())


def test_links_one_for_each_cue_and_span() -> None:
    (encoded,) = encoder().encode([SENTENCE])

    one = Linking(encoded, [(4, 4)], [(1, 3), (6, 9)], sources=True)
    without_cue, without_span = (
        Linking(encoded, [], [(1, 3)], sources=True),
        Linking(encoded, [(4, 4)], [], sources=True),
    )
    other = Linking(encoded, [(4, 4), (9, 9)], [(6, 9)], sources=True)

    chances = heads().links([one, without_cue, without_span, other])
    assert [each.shape for each in chances] == [(1, 2), (0, 1), (1, 0), (2, 1)]
    assert np.allclose(chances[0][0, 1], chances[3][0, 0], atol=1e-5)
    assert [each.shape for each in heads().links([without_cue])] == [(0, 1)]


@pytest.mark.parametrize(
    ("span", "expected"), [((5, 6), 0), ((7, 9), 1), ((8, 9), 2), ((3, 4), 8), ((0, 1), 10), ((200, 210), 7)]
)
def test_distance_classes_double(span: tuple[int, int], expected: int) -> None:
    assert near((5, 6), span, source=False) == expected
    assert near((5, 6), span, source=True) == expected + 16


def test_pairs_have_a_vector_and_a_chance_of_every_type() -> None:
    (encoded,) = encoder().encode([SENTENCE])
    sides = np.stack([encoded.span(0, 4), encoded.span(36, 41), encoded.span(62, 67)])
    pairs = heads().pair(sides, sides[::-1], encoded)
    logits = heads().type_logits(pairs)

    assert pairs.shape == (3, 256)
    assert logits.shape == (3, len(heads().types))


def test_a_pair_is_scored_alike_alone_and_among_others() -> None:
    (encoded,) = encoder().encode([SENTENCE])
    sides = np.stack([encoded.span(0, 4), encoded.span(36, 41)])
    together, alone = heads().pair(sides, sides[::-1], encoded), heads().pair(sides[:1], sides[1:], encoded)

    assert np.allclose(together[0], alone[0], atol=1e-4)


@pytest.mark.parametrize("kind", ["CONSULT", "ASSAULT", "AGREE", "energy", "geography"])
def test_what_is_told_of_a_pair_fits_its_type(kind: str) -> None:
    (encoded,) = encoder().encode([SENTENCE])
    (pair,) = heads().pair(encoded.span(0, 4)[None], encoded.span(36, 41)[None], encoded)
    related = heads().related(pair[None], [heads().types.index(kind)], [encoded])[0]

    assert 0 < related.trigger < len(encoded.offsets) - 1
    assert related.standings
    assert all(standing in heads().standings and 0 <= chance <= 1 for standing, chance in related.standings)
    assert related.mode is None or related.mode in EVENT_TYPES[kind].modes


def test_dates_and_figures_that_belong_one_chance_each() -> None:
    (encoded,) = encoder().encode([SENTENCE])
    (pair,) = heads().pair(encoded.span(0, 4)[None], encoded.span(36, 41)[None], encoded)
    relation = heads().related(pair[None], [0], [encoded])[0].vector

    for head in ("date", "figure"):
        spans = np.stack([encoded.span(25, 31), encoded.span(50, 57)])
        chances = heads().belongs(np.stack([relation, relation]), spans, head)
        assert chances.shape == (2,)
        assert ((chances >= 0) & (chances <= 1)).all()


@pytest.mark.parametrize("sign", range(3))
def test_a_certainty_grows_with_each_of_its_signs_and_stays_within_none_and_one(sign: int) -> None:
    of = Certainty(type=0.4, way=0.1, standing=0.7, shift=-4.0, likely=1.0, related=0.5, told=0.5)
    signs = [[1.0, 2.0, 0.5] for _ in range(3)]
    for at, value in enumerate((-50.0, 1.0, 50.0)):
        signs[at][sign] = value
    found = [of.of(Signs(*each)) for each in signs]
    assert 0 <= found[0] < found[1] < found[2] <= 1


def test_likely_is_a_type_of_a_great_logit_between_parties_between_which_something_holds() -> None:
    of = Certainty(type=0.4, way=0.1, standing=0.7, shift=-4.0, likely=1.0, related=0.5, told=0.5)
    types, ways = np.array([[0.9, 1.0], [2.0, -2.0]], np.float32), np.array([[0.1], [0.1]], np.float32)
    assert of.is_likely(types, ways).tolist() == [[False, True], [True, False]]
    assert not of.is_likely(types, -ways).any()


def test_a_sentence_of_special_pieces_only_still_has_a_trigger() -> None:
    (related,) = sure_heads("arms").related(np.zeros((1, 2), np.float32), [0], [untold("")])

    assert related.trigger == 0


def test_pairs_without_promise_are_not_looked_at() -> None:
    encoded, spans = untold("Mali paid Chad."), np.zeros((3, 2), np.float32)
    asked = [Asked(spans, [(0, 1), (1, 2)], encoded), Asked(spans, [(0, 2)], encoded)]
    hopeless = sure_heads("arms")
    hopeless._weights["hint.bias"] = np.array([-50.0], np.float32)

    sifted, vectors = sure_heads("arms").promising(asked)
    assert [each.pairs for each in sifted] == [[(0, 1), (1, 2)], [(0, 2)]]
    assert np.array_equal(vectors, sure_heads("arms").pairs(asked))
    sifted, vectors = hopeless.promising(asked)
    assert [each.pairs for each in sifted] == [[], []]
    assert vectors.shape == (0, 2)


def test_a_link_is_as_likely_whatever_is_asked_beside_it() -> None:
    (encoded,) = encoder().encode([SENTENCE])
    one, other = Linking(encoded, [(4, 4)], [(1, 3)], sources=True), Linking(encoded, [(9, 9)], [(6, 9)], sources=False)

    assert np.allclose(heads().links([one])[0], heads().links([other, one])[1], atol=1e-5)
