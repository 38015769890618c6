from __future__ import annotations

from dragoman.codebook.frequent import STEM, frequent, plain


def test_what_most_sentences_have_is_more_frequent_than_what_few_have() -> None:
    assert frequent()["the"] > frequent()["minis"] > frequent()["quant"]
    assert "kolme" not in frequent()


def test_stems_are_short_plain_and_no_whole_sentence_has_more_than_one() -> None:
    assert all(stem == plain(stem)[:STEM] and 0 < share < 1 for stem, share in frequent().items())


def test_a_plain_word_has_neither_case_nor_accents() -> None:
    assert plain("Aïssatou") == plain("AISSATOU") == "aissatou"
