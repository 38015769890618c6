from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from dragoman.codebook.events import EVENT_TYPES
from dragoman.codebook.ties import CHANNELS
from dragoman.reading.encoder import encoder
from dragoman.reading.heads import _viterbi, heads
from dragoman.records import Standing
from tests.unit.reading.made import sure_heads, tag_heads, tagged, untold

NAMES = ("O", "B-Source", "I-Source", "B-Cue", "I-Cue")
SENTENCE = "Chad’s president said on Monday that Niger had sold uranium to Gabon."


def test_the_labels_are_those_of_the_codebook() -> None:
    assert set(heads().types) == {*EVENT_TYPES, *CHANNELS}
    assert set(heads().standings) == {standing.value for standing in Standing}
    for name in heads().modes:
        kind, _, mode = name.partition(".")
        assert name == "none" or mode in EVENT_TYPES[kind].modes


@pytest.mark.parametrize("seed", range(20))
def test_no_span_begins_inside(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(scale=5, size=(30, len(NAMES))).astype(np.float32)
    path = ["O", *(NAMES[number] for number in _viterbi(scores, NAMES))]

    for before, after in pairwise(path):
        assert after[0] != "I" or before[1:] == after[1:]


def test_the_likeliest_tags_stand_where_they_may() -> None:
    scores = np.log(np.array([[0.1, 0.8, 0.1, 0, 0], [0.1, 0.1, 0.8, 0, 0], [0.9, 0.1, 0, 0, 0]], np.float32) + 1e-6)

    assert [NAMES[number] for number in _viterbi(scores, NAMES)] == ["B-Source", "I-Source", "O"]


def test_tags_of_a_sentence_one_for_each_piece() -> None:
    encoded = tagged("Mali said so.", ("Source", "Mali"), ("Cue", "said so"))

    assert tag_heads().tags(encoded) == ["O", "B-Source", "B-Cue", "I-Cue", "O", "O"]


def test_chances_of_a_cue_lie_between_none_and_one() -> None:
    (encoded,) = encoder().encode([SENTENCE])
    chances = heads().cue_chances(encoded)

    assert chances.shape == (len(encoded.offsets),)
    assert ((chances >= 0) & (chances <= 1)).all()


def test_pairs_have_a_vector_and_a_chance_of_every_type() -> None:
    (encoded,) = encoder().encode([SENTENCE])
    sides = np.stack([encoded.span(0, 4), encoded.span(36, 41), encoded.span(62, 67)])
    pairs = heads().pair(sides, sides[::-1], encoded)
    chances = heads().type_chances(pairs)

    assert pairs.shape == (3, 256)
    assert chances.shape == (3, len(heads().types))
    assert ((chances >= 0) & (chances <= 1)).all()


def test_a_pair_is_scored_alike_alone_and_among_others() -> None:
    (encoded,) = encoder().encode([SENTENCE])
    sides = np.stack([encoded.span(0, 4), encoded.span(36, 41)])
    together, alone = heads().pair(sides, sides[::-1], encoded), heads().pair(sides[:1], sides[1:], encoded)

    assert np.allclose(together[0], alone[0], atol=1e-4)


@pytest.mark.parametrize("kind", ["CONSULT", "ASSAULT", "AGREE", "energy", "geography"])
def test_what_is_told_of_a_pair_fits_its_type(kind: str) -> None:
    (encoded,) = encoder().encode([SENTENCE])
    (pair,) = heads().pair(encoded.span(0, 4)[None], encoded.span(36, 41)[None], encoded)
    related = heads().related(pair, heads().types.index(kind), encoded)

    assert 0 < related.trigger < len(encoded.offsets) - 1
    assert related.standings
    assert all(standing in heads().standings and 0 <= chance <= 1 for standing, chance in related.standings)
    assert related.mode is None or related.mode in EVENT_TYPES[kind].modes


def test_dates_and_figures_that_belong_one_chance_each() -> None:
    (encoded,) = encoder().encode([SENTENCE])
    (pair,) = heads().pair(encoded.span(0, 4)[None], encoded.span(36, 41)[None], encoded)
    relation = heads().related(pair, 0, encoded).vector

    for head in ("date", "figure"):
        assert heads().belongs(relation, [], head) == []
        chances = heads().belongs(relation, [encoded.span(25, 31), encoded.span(50, 57)], head)
        assert len(chances) == 2
        assert all(0 <= chance <= 1 for chance in chances)


def test_certainty_is_calibrated_within_none_and_one() -> None:
    chances = sure_heads("arms").type_chances(np.zeros((1, 2), np.float32))[0]

    assert dict(zip(heads().types, chances.round(3).tolist(), strict=True))["arms"] == 1.0
    assert chances.sum() == pytest.approx(1.0, abs=1e-3)


def test_a_sentence_of_special_pieces_only_still_has_a_trigger() -> None:
    assert sure_heads("arms").related(np.zeros(2, np.float32), 0, untold("")).trigger == 0
