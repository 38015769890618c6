from __future__ import annotations

import pytest

from dragoman.reading.saying import speeches
from dragoman.reading.saying.speeches import Speech, find
from tests.unit.reading.made import span, tag_heads, tagged, whole

TEXT = "Oslo said that Lima had told it that Accra was arming Suva."
OUTER, INNER = "that Lima had told it that Accra was arming Suva", "that Accra was arming Suva"
MARKED = (("Source", "Oslo"), ("Cue", "said"), ("Content", OUTER), ("Inner", INNER))


def test_a_cue_with_its_source_and_contents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speeches, "heads", tag_heads)
    (one,) = find(whole(TEXT), tagged(TEXT, *MARKED))

    assert one == Speech(span(TEXT, "said"), span(TEXT, "Oslo"), (span(TEXT, OUTER), span(TEXT, INNER)))


def test_what_belongs_to_no_cue_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speeches, "heads", lambda: tag_heads(link=-9.0))

    assert find(whole(TEXT), tagged(TEXT, *MARKED)) == [Speech(span(TEXT, "said"), None, ())]


def test_without_a_cue_nobody_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speeches, "heads", tag_heads)

    assert find(whole(TEXT), tagged(TEXT, ("Source", "Oslo"), ("Content", OUTER))) == []
    assert find(whole(""), tagged("")) == []


def test_the_mark_that_opens_the_next_quotation_is_not_part_of_the_words_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(speeches, "heads", tag_heads)
    text = 'Oslo said it would stay.\n\n"Lima left."'
    (one,) = find(whole(text), tagged(text, ("Cue", "said"), ("Content", 'it would stay.\n\n"')))

    assert one.contents == (span(text, "it would stay."),)
