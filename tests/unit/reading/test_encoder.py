from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from dragoman.reading.encoder import BATCH_PIECES, MAX_PIECES, Encoded, _batches, card, encoder, load_ahead

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


def test_the_longest_is_looked_at_whole() -> None:
    (encoded,) = encoder().encode(["Mali " * (MAX_PIECES - 2)])

    assert len(encoded.offsets) == MAX_PIECES
    assert encoded.span(5 * (MAX_PIECES - 3), 5 * (MAX_PIECES - 2)).any()


def test_no_characters_have_no_place() -> None:
    (encoded,) = encoder().encode([""])

    assert encoded.offsets == ((0, 0), (0, 0))
    assert encoded.hidden.shape == (2, 384)


def test_batches_hold_every_sentence_once() -> None:
    lengths = [5, 90, 40, 100, 40, 3, 160, 5, 5]

    assert sorted(number for batch in _batches(lengths, 2) for slot in batch for number in slot) == list(range(9))


def test_slots_hold_one_length() -> None:
    lengths = [5, 90, 40, 90, 40, 3]

    assert list(_batches(lengths, 3)) == [[[5], [0], [2, 4]], [[1, 3]]]


def test_batches_are_bounded() -> None:
    lengths = [20] * 70 + [21] * 70 + [MAX_PIECES] * 7

    assert all(
        sum(lengths[number] for slot in batch for number in slot) <= BATCH_PIECES for batch in _batches(lengths, 6)
    )


def test_the_card_names_the_labels() -> None:
    assert {"version", "types", "modes", "standings", "layers", "certainty"} <= set(card())


def test_threads_that_ask_at_once_get_one_encoder() -> None:
    load_ahead()
    with ThreadPoolExecutor(4) as pool:
        found = {id(each) for each in pool.map(lambda _: encoder(), range(8))}

    assert found == {id(encoder())}
