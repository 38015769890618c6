from __future__ import annotations

from dragoman.cli.marked import marked, passages
from dragoman.records import Span

TEXT = f"{'before ' * 30}Azerbaijan\nsupplies oil{' after' * 30} and oil again"


def spans(*words: str) -> list[Span]:
    return [Span(TEXT.index(each), TEXT.index(each) + len(each), each) for each in words]


def test_words_are_marked_where_they_stand() -> None:
    assert marked("He said:\n", "\x1b[1mno", ".").plain == "He said:\n[[no]]."


def test_passages_are_cut_between_words_and_flow() -> None:
    (passage,) = passages(TEXT, spans("supplies"))
    assert passage.plain.startswith("…before before")
    assert "before Azerbaijan [[supplies]] oil after" in passage.plain
    assert passage.plain.endswith(" after…")


def test_near_places_share_a_passage_and_far_ones_do_not() -> None:
    near = passages(TEXT, spans("Azerbaijan", "oil"))
    assert [each.plain.count("[[") for each in near] == [2]
    far = passages(TEXT, spans("Azerbaijan", "again"))
    assert len(far) == 2
    assert far[1].plain.endswith("oil [[again]]")
