from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from benchmarks.accuracy import tagged
from benchmarks.accuracy.tagged import Words
from benchmarks.accuracy.unfit import Unfit

from tests.unit.benchmarks.layers import LABELS, stored

LINES = "a B-S\ncar I-S\nhit O\nthe B-T\nfort I-T\n\nRain\tO\n\u00a0\tO\n"


def test_a_file_is_read_into_sentences_and_words_have_places(tmp_path: Path) -> None:
    (tmp_path / "ner.txt").write_text(LINES, encoding="utf-8")
    first, second = tagged.sentences(tmp_path / "ner.txt")
    assert first.text == "a car hit the fort"
    assert [first.text[slice(*place)] for place in first.places] == list(first.words)
    assert second == Words(("Rain", ""), ("O", "O"))


def test_a_line_without_a_tag_is_named(tmp_path: Path) -> None:
    (tmp_path / "ner.txt").write_text("a B-S\ncar\n", encoding="utf-8")
    with pytest.raises(Unfit, match=r"ner\.txt:2: the tag is 'car'"):
        tagged.sentences(tmp_path / "ner.txt")


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("O B-S I-S O B-S", {("S", 1, 3), ("S", 4, 5)}),
        ("B-S B-S I-S", {("S", 0, 1), ("S", 1, 3)}),
        ("I-S I-S O I-T", {("S", 0, 2), ("T", 3, 4)}),
        ("B-S I-T I-T", {("S", 0, 1), ("T", 1, 3)}),
        ("O O", set()),
    ],
)
def test_tags_are_read_as_seqeval_reads_them(tags: str, spans: set[tuple[str, int, int]]) -> None:
    assert tagged.spans(tags.split()) == spans


def test_the_best_path_begins_spans_with_their_beginning() -> None:
    labels = LABELS["cameo"]
    scores = np.array([[3, 2.9, 0, 0, 0], [0, 0, 9, 0, 0], [1, 0, 0, 0, 1.5]], np.float32)
    # Inside a source is likeliest for the second word, so the first begins it; inside a target cannot follow.
    assert tagged.best(scores, labels) == ["B-S", "I-S", "O"]


def test_scores_overall_and_by_label(tmp_path: Path) -> None:
    (tmp_path / "ner.txt").write_text("Peru B-S\nhit O\nChile B-T\n", encoding="utf-8")
    scores = tagged.score(tmp_path / "ner.txt", stored(tmp_path, cameo=1), "cameo")
    # Every word is guessed to begin a source: one of three is right, and no target is found.
    assert scores == {"sentences": 1, "spans": 2, "span_f1": 40.0, "by_label": {"S": 50.0, "T": 0.0}}


def test_words_beyond_what_the_encoder_reads_have_no_tag(tmp_path: Path) -> None:
    long = Words(("word",) * 600, ("O",) * 600)
    (tags,) = tagged.guess([long], stored(tmp_path, cameo=1), "cameo")
    assert tags[0] == "B-S"
    assert tags[-1] == "O"
    assert len(tags) == 600
