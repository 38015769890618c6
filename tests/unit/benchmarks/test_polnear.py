from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.accuracy import polnear
from benchmarks.accuracy.polnear import Attribution, Judged
from benchmarks.accuracy.unfit import Unfit

TEXT = '"It rained," Ann said Bob told her, "all day." Then it stopped.'


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


ANN = Attribution.of([place("Ann")], [place("said")], [place('"It rained,"'), place('"all day."')])
BOB = Attribution.of([place("Bob")], [place("told")], [place('"It rained,"')])
STANDOFF = f"""T1\tSource {place("Ann")[0]} {place("Ann")[1]}\tAnn
T2\tCue {place("said")[0]} {place("said")[1]}\tsaid
T3\tContent {place('"It rained,"')[0]} {place('"It rained,"')[1]};{place('"all day."')[0]} {place('"all day."')[1]}\t…
T4\tAttribution {place("said")[0]} {place("said")[1]}\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tDiscard 0 3\t"It
A1\tNested E1
E2\tAttribution-no-source:T4
"""


def scores(gold: set[Attribution], guess: set[Attribution]) -> dict[str, float | int]:
    return polnear.compared([Judged(frozenset(gold), frozenset(guess))])


def folder(tmp_path: Path, *annotators: str) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a_b.txt").write_text(TEXT, encoding="utf-8")
    for annotator in annotators:
        (tmp_path / "attributions" / f"a_b_{annotator}.ann").write_text(STANDOFF, encoding="utf-8")
    return tmp_path


def test_an_attribution_is_an_e_line_with_the_spans_of_its_roles() -> None:
    assert list(polnear.brat(STANDOFF)) == [ANN, Attribution()]


def test_an_article_counts_once_and_attributions_without_a_span_do_not(tmp_path: Path) -> None:
    (article,) = polnear.articles(folder(tmp_path, "2222", "1111"))
    assert article == ("a_b", TEXT, frozenset({ANN}))


def test_a_perfect_guess_scores_everywhere(tmp_path: Path) -> None:
    result = polnear.score(folder(tmp_path, "1111"), lambda text: [ANN])
    assert result.pop("articles") == result.pop("attributions") == 1
    assert set(result.values()) == {100.0}


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unfit, match="expected text/NAME"):
        polnear.score(tmp_path, lambda text: [])


def test_no_guess_scores_nothing() -> None:
    assert set(scores({ANN, BOB}, set()).values()) == {0.0}


def test_spans_are_sets_over_the_article() -> None:
    # The content of Bob's words is the first of Ann's: one span for both.
    result = scores({ANN, BOB}, {ANN})
    assert result["content_exact_f1"] == 100.0
    assert result["source_exact_f1"] == pytest.approx(66.67)


def test_overlapping_spans_count_once_each() -> None:
    cut = Attribution.of([place("Ann said")], [], [place("rained"), place("It"), place("Then")])
    result = scores({ANN}, {cut})
    assert result["source_overlap_f1"] == 100.0
    assert result["source_exact_f1"] == result["cue_overlap_f1"] == 0.0
    # Two of three guesses overlap; one of two contents is overlapped.
    assert result["content_overlap_f1"] == pytest.approx(57.14)


def test_strict_wants_all_spans_and_lenient_an_overlap_in_every_role() -> None:
    near = Attribution.of(ANN.source, ANN.cue, [place("rained")])
    result = scores({ANN, BOB}, {near})
    assert result["attribution_strict_f1"] == 0.0
    assert result["attribution_lenient_f1"] == pytest.approx(66.67)


def test_a_missing_role_matches_only_a_missing_role() -> None:
    nobody = Attribution.of([], ANN.cue, ANN.content)
    assert polnear.alike(nobody, nobody)
    assert not polnear.alike(nobody, ANN)


def test_each_attribution_is_matched_with_one_at_most_and_as_many_as_can_be() -> None:
    wide = Attribution.of([(0, 9)], [(10, 19)], [(20, 29)])
    left = Attribution.of([(0, 4)], [(10, 14)], [(20, 24)])
    right = Attribution.of([(5, 9)], [(15, 19)], [(25, 29)])
    assert polnear.matches([wide, left], [left, right]) == 2
    assert polnear.matches([wide], [left, right]) == 1
    assert polnear.matches([left, left], [left]) == 1


def test_spans_parted_by_blanks_of_one_line_are_one() -> None:
    parted = Attribution.of([], [], [(0, 2), (3, 5), (7, 11)])
    assert polnear.normal([parted], "so it\n goes on") == {Attribution.of([], [], [(0, 5), (7, 11)])}
    assert polnear.normal([Attribution.of([], [(4, 4)])], "nothing") == frozenset()
