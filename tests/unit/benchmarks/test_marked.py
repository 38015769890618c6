from __future__ import annotations

from pathlib import Path

from benchmarks.accuracy import marked

DOCUMENT = """# title: Two paid
# publisher: The Paper
# published: 2024-02-03

<1|PER|Peru> and <2|CHL|Chile> paid. It rained in Oslo.
= none

<1|CHL|Bolivia> paid, and <2|FJI|the islanders> wept. Peru did not.
= none
"""


def test_marks_are_right_wrong_or_missed_and_mentions_without_one_extra_or_strange(tmp_path: Path) -> None:
    (tmp_path / "01_two.txt").write_text(DOCUMENT, encoding="utf-8")

    found = [(each.verdict, each.kind) for each in marked.judged("odd", tmp_path)]

    assert found == [
        ("right", "state"), ("right", "state"), ("strange", "state"),
        ("wrong", "state"), ("missed", "description"), ("extra", "state"),
    ]  # fmt: skip
    assert list(marked.judged("even", tmp_path)) == []


def test_a_line_shows_the_words_and_what_they_were_taken_for(tmp_path: Path) -> None:
    (tmp_path / "01_two.txt").write_text(DOCUMENT, encoding="utf-8")

    (wrong,) = [each.shown for each in marked.judged("odd", tmp_path) if each.verdict == "wrong"]

    assert "[Bolivia] paid" in wrong
    assert wrong.endswith("is CHL, got BOL")
