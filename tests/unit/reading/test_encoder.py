from __future__ import annotations

import numpy as np
import pytest

from dragoman.reading.encoder import BATCH_PIECES, MAX_PIECES, Encoded, _groups, card, encoder

SENTENCES = ["Mali withdrew.", "Əliyev 🙂 met Türkiye’s envoy in Suva on Monday.", "Laos and Nepal signed."]
PLACED = Encoded(np.arange(8, dtype=np.float32).reshape(4, 2), ((0, 0), (0, 4), (5, 8), (0, 0)))


def test_no_sentences_no_answers() -> None:
    assert encoder().encode([]) == []


def test_a_vector_for_each_piece_in_the_order_given() -> None:
    for sentence, encoded in zip(SENTENCES, encoder().encode(SENTENCES), strict=True):
        assert encoded.hidden.shape == (len(encoded.offsets), 384)
        assert encoded.hidden.dtype == np.float32
        assert max(end for _, end in encoded.offsets) == len(sentence)


def test_places_count_code_points() -> None:
    sentence = SENTENCES[1]
    (encoded,) = encoder().encode([sentence])
    pieces = encoded.covering(sentence.index("Suva"), sentence.index("Suva") + 4)

    assert "".join(sentence[slice(*encoded.offsets[number])] for number in pieces) == "Suva"


def test_special_pieces_stand_nowhere() -> None:
    (encoded,) = encoder().encode(["Mali withdrew."])

    assert encoded.offsets[0] == encoded.offsets[-1] == (0, 0)
    assert {0, len(encoded.offsets) - 1}.isdisjoint(encoded.covering(0, 14))


def test_the_same_call_twice_gives_the_same() -> None:
    first, second = encoder().encode(SENTENCES), encoder().encode(SENTENCES)

    for one, other in zip(first, second, strict=True):
        assert np.array_equal(one.hidden, other.hidden)
        assert one.offsets == other.offsets


def test_what_lies_beyond_the_longest_is_not_read() -> None:
    sentence = "Mali " * 2 * MAX_PIECES
    (encoded,) = encoder().encode([sentence])

    assert len(encoded.offsets) == MAX_PIECES
    assert not encoded.span(len(sentence) - 5, len(sentence)).any()


@pytest.mark.parametrize(
    ("place", "pieces"),
    [((0, 4), [1]), ((3, 6), [1, 2]), ((4, 5), []), ((0, 0), []), ((8, 20), [])],
)
def test_pieces_that_share_a_character(place: tuple[int, int], pieces: list[int]) -> None:
    assert PLACED.covering(*place) == pieces


def test_the_vector_of_a_place_is_the_mean_of_its_pieces() -> None:
    assert PLACED.span(0, 8).tolist() == [3.0, 4.0]
    assert PLACED.span(4, 5).tolist() == [0.0, 0.0]


def test_batches_hold_every_sentence_once_and_are_bounded() -> None:
    lengths = [5, 900, 40, 1000, 40, 3, 2 * BATCH_PIECES]
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    groups = _groups(order, lengths)

    assert [number for group in groups for number in group] == order
    assert all(len(group) * lengths[group[-1]] <= BATCH_PIECES for group in groups if len(group) > 1)


def test_the_card_names_the_labels() -> None:
    assert {"version", "types", "modes", "standings", "tags", "certainty"} <= set(card())
