from __future__ import annotations

import re

import pytest

from dragoman.reconcile import speech


def test_marks_that_nothing_closes_cost_what_the_text_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    class Counted:
        def __init__(self, mark: str) -> None:
            self.ends, self.asked = speech._ENDS[mark], 0

        def search(self, text: str, start: int) -> re.Match[str] | None:
            self.asked += 1
            return self.ends.search(text, start)

    counted = {mark: Counted(mark) for mark in speech._ENDS}
    monkeypatch.setattr(speech, "_ENDS", counted)
    assert list(speech.speeches("“Peru «said it. " * 1_000)) == []
    assert sum(each.asked for each in counted.values()) < 10
    assert list(speech.speeches('“Oslo „pays” «now».\n“Lima "left" it.')) == [(0, 12), (13, 18), (26, 32)]
