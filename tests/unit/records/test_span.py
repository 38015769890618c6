from __future__ import annotations

import pytest

from dragoman.errors import InvalidValue
from dragoman.records import Span

TEXT = "Əliyev 🙂 met Fiji’s envoy."


def test_the_characters_between_two_places() -> None:
    assert Span.of(TEXT, 13, 17) == Span(13, 17, "Fiji")


@pytest.mark.parametrize(("start", "end", "text"), [(-1, 3, "Mali"), (0, 3, "Mali"), (5, 3, ""), (3, 3, "M")])
def test_a_span_holds_as_many_characters_as_it_is_long(start: int, end: int, text: str) -> None:
    with pytest.raises(InvalidValue, match=f"from {start} to {end} cannot hold {len(text)} characters"):
        Span(start, end, text)


@pytest.mark.parametrize(
    ("place", "covers", "overlaps"),
    [
        ((3, 6), True, True),
        ((4, 5), True, True),
        ((2, 4), False, True),
        ((5, 9), False, True),
        ((6, 8), False, False),
        ((0, 3), False, False),
        ((0, 9), False, True),
    ],
)
def test_what_a_span_covers_and_overlaps(place: tuple[int, int], covers: bool, overlaps: bool) -> None:
    one, other = Span.of(TEXT, 3, 6), Span.of(TEXT, *place)

    assert (one.covers(other), one.overlaps(other)) == (covers, overlaps)


def test_spans_sort_by_place() -> None:
    spans = [Span.of(TEXT, 5, 6), Span.of(TEXT, 0, 9), Span.of(TEXT, 0, 2)]

    assert [(each.start, each.end) for each in sorted(spans)] == [(0, 2), (0, 9), (5, 6)]
