from __future__ import annotations

import re

import pytest

from dragoman.reconcile import passages as passages_module
from dragoman.reconcile.passages import Passages

ARTICLE = """Tanzania will lift its permit rule for Kenyan buyers of maize by the end of April, ministers announced in Arusha on Monday.

"Nobody should need four stamps to carry a sack of maize to his neighbour," Kenya's minister told reporters after three hours of talks.

About 420 lorries have been stuck at the border since the middle of February. Part of the grain had begun to rot, traders said."""  # noqa: E501
EDITED = """ARUSHA – Tanzania is to lift its permit rule for Kenyan maize buyers by the end of April, they said Monday.

After three hours of talks Kenya's minister told reporters: "Nobody should need four stamps to carry a sack of maize."

Some 420 trucks have been stuck at the border since mid-February. Part of the grain has begun to rot, say traders."""
OWN = """The government agreed to scrap the permit, but exporters must still register, the agriculture minister said.

She spoke at the close of a meeting in Arusha. "Nobody should need four stamps to carry a sack of maize to his neighbour," her Kenyan colleague said.

Some 420 lorries are waiting. The growers' union called it hasty."""  # noqa: E501
ROUND_UP = """Cocoa fell again in London.

Tanzania will lift its permit rule for Kenyan buyers of maize by the end of April, ministers announced in Arusha on Monday. About 420 lorries have been stuck at the border since the middle of February.

Rain is expected in the coffee belt, and the shilling gained a little on the dollar. Exporters of tea wait for news of the ship that ran aground near Lamu last week with their containers on board."""  # noqa: E501


def test_a_reprint_with_edits_in_each_sentence_is_a_near_copy() -> None:
    found = Passages(ARTICLE).taken_by(EDITED)
    assert found is not None
    assert found.kind == "near"
    assert 0.55 <= found.share < 1


def test_who_heard_the_same_words_has_them_from_nobody_else() -> None:
    assert Passages(ARTICLE).taken_by(OWN) is None
    assert Passages(OWN).taken_by(ARTICLE) is None


def test_two_sentences_in_a_round_up_are_an_excerpt() -> None:
    found = Passages(ARTICLE).taken_by(ROUND_UP)
    assert found is not None
    assert found.kind == "excerpt"
    assert found.share < 0.55


def test_a_quotation_of_the_text_itself_is_an_excerpt() -> None:
    first = ARTICLE.split("\n")[0]
    found = Passages(ARTICLE).taken_by(f"Readers will like what the Nation wrote yesterday: “{first}”")
    assert found is not None
    assert found.kind == "excerpt"


def test_where_a_passage_stands() -> None:
    passages = Passages(ARTICLE)
    assert passages.hold("Tanzania is to lift its permit rule for Kenyan maize buyers by the end of April.")
    assert not passages.hold_whole("Tanzania is to lift its permit rule for maize buyers from Kenya, it is said.")
    assert passages.hold_whole("About 420 lorries have been stuck at the border since February.")
    assert not passages.hold("Exporters must still register, the agriculture minister said.")


def test_texts_without_words_have_nothing_of_each_other() -> None:
    assert Passages("").taken_by("") is None
    assert Passages("…").taken_by("Peru.") is None


def test_marks_that_nothing_closes_cost_what_the_text_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    class Counted:
        def __init__(self, mark: str) -> None:
            self.ends, self.asked = passages_module._ENDS[mark], 0

        def search(self, text: str, start: int) -> re.Match[str] | None:
            self.asked += 1
            return self.ends.search(text, start)

    counted = {mark: Counted(mark) for mark in passages_module._ENDS}
    monkeypatch.setattr(passages_module, "_ENDS", counted)
    assert list(passages_module._speeches("“Peru «said it. " * 1_000)) == []
    assert sum(each.asked for each in counted.values()) < 10
    assert list(passages_module._speeches('“Oslo „pays” «now».\n“Lima "left" it.')) == [(0, 12), (13, 18), (26, 32)]
