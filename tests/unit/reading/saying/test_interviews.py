from __future__ import annotations

import pytest

from dragoman.reading import mentions
from dragoman.reading.naming.bearers import Bearer
from dragoman.reading.naming.memory import Memory
from dragoman.reading.saying.attributions import chain
from dragoman.reading.saying.interviews import Interview
from dragoman.reading.sentences import sentences
from tests.unit.reading.made import said, span

NAMED = "Amina Diallo: Will Mali leave?\nTomás Ibarra: Mali left.\nAmina Diallo: And Niger?\nTomás Ibarra: Niger stays."
ASKED = (
    "Ana Paz is Peru's foreign minister. She met us in Lima.\n"
    "Q: Will you leave the bloc?\nA: No. We have asked Chile for help.\n\nOur army is ready.\n"
    "Q: Did Chile help you?\nA: Chile sent us its envoy.\nThe text was shortened by us."
)


class Counted(Memory):
    """A memory that counts how often it is asked who somebody is."""

    asked = 0

    def person(self, name: str, *, titled: bool = False) -> Bearer | None:
        self.asked += 1
        return super().person(name, titled=titled)


def whose(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The pronouns of a text with whom they mean."""
    memory, interview = Memory(None, "2023-07-13"), Interview(text)
    found = []
    for each in sentences(text):
        interview.enter(each.span.start, memory)
        found += mentions.find(each.span, memory, first=each.first)
    return [(each.span.text, each.codes) for each in found if each.kind == "pronoun"]


def speakers(text: str, words: str) -> list[str]:
    memory, interview = Memory(None, "2023-07-13"), Interview(text)
    for each in sentences(text):
        interview.enter(each.span.start, memory)
        mentions.find(each.span, memory, first=each.first)
    return [link.source.name for link in chain(span(text, words), (), list(interview.said()))]


def test_turns_of_those_who_are_named() -> None:
    assert speakers(NAMED, "left") == speakers(NAMED, "stays") == ["Tomás Ibarra"]
    assert speakers(NAMED, "leave") == ["Amina Diallo"]


def test_a_name_with_a_colon_that_stands_once_is_no_speaker() -> None:
    assert list(Interview("Background: Mali has left.\nNiger stays.").said()) == []


def test_a_turn_holds_what_is_said_in_it() -> None:
    text = "Amina Diallo: Chad said Mali left.\nTomás Ibarra: Yes.\nAmina Diallo: And Niger?"
    saids = [*Interview(text).said(), said(text, "Chad", "Mali left")]

    assert [link.source.name for link in chain(span(text, "left"), (), saids)] == ["Amina Diallo", "Chad"]


def test_who_is_interviewed_answers() -> None:
    assert speakers(ASKED, "asked Chile") == speakers(ASKED, "sent us") == speakers(ASKED, "is ready") == ["Ana Paz"]
    assert speakers(ASKED, "you leave") == speakers(ASKED, "shortened") == []


def test_we_is_the_state_of_the_official_who_answers_and_you_that_of_whom_is_asked() -> None:
    peru = ("PER",)

    assert whose(ASKED)[1:] == [("you", peru), ("We", peru), ("Our", peru), ("you", peru), ("us", peru)]


def test_turns_of_officials_who_debate() -> None:
    text = (
        "Ana Paz, Peru's foreign minister, and Ole Roe, Norway's trade minister, met.\n"
        "Ana Paz: We paid.\nOle Roe: We did not.\nAna Paz: You did.\nOle Roe: Yes."
    )

    assert whose(text) == [("We", ("PER",)), ("We", ("NOR",))]


TRANSCRIPT = (
    "Foreign Minister Ana Paz of Peru met the press.\n"
    "QUESTION (Radio Lima): Will gas be sold?\n{who}: Bolivia sold us its gas.\n\nWe pay.\nQUESTION: Why?\n{who}: Yes."
)


@pytest.mark.parametrize("who", ["PAZ", "ANA PAZ", "FOREIGN MINISTER PAZ", "MS. PAZ", "Minister Paz", "Ms Paz"])
def test_a_transcript_names_its_speakers_in_its_own_way(who: str) -> None:
    text = TRANSCRIPT.format(who=who)

    assert whose(text) == [("us", ("PER",)), ("We", ("PER",))]
    assert speakers(text, "sold us") == speakers(text, "We pay") == ["Ana Paz"]
    assert speakers(text, "Will gas") == []


@pytest.mark.parametrize(
    "who", ["Ana Paz is a writer from Peru.", "Ana Paz, Peru's former foreign minister, is a writer."]
)
def test_a_private_person_speaks_for_no_state(who: str) -> None:
    assert whose(f"{who}\nQ: Do you like Lima?\nA: We do.\nQ: And Cusco?\nA: I love it.") == []


def test_nobody_is_asked_as_you_know() -> None:
    text = "Ana Paz is Peru's foreign minister.\nQ: And Chile?\nA: As you know, Chile paid.\nQ: As you said.\nA: Yes."

    assert whose(text) == []


def test_a_guest_in_a_turn_is_not_whoever_publishes() -> None:
    text = (
        "Ana Paz, Peru's foreign minister, met us.\nAna Paz: We paid.\nOle Roe: We did not.\nQUESTION: Will we pay?\n"
        "Ana Paz: Yes.\nOle Roe: No.\nQUESTION: Why?"
    )
    memory, interview = Memory(None, "2023-07-13", Bearer("Norway", "NOR")), Interview(text)
    found = []
    for each in sentences(text):
        interview.enter(each.span.start, memory)
        found += mentions.find(each.span, memory, first=each.first)

    assert [each.codes for each in found if each.kind == "pronoun"] == [("NOR",), ("PER",), ("NOR",)]


def test_nobody_is_meant_where_very_many_speak() -> None:
    memory = Counted(None, "2023-07-13")
    debate = "".join(f"Ana {chr(65 + n // 26)}{chr(97 + n % 26)}ko: We paid.\n" for n in range(200))
    interview = Interview(debate * 2 + "Q: Will you?\n" * 200)

    for each in sentences(debate * 2):
        interview.enter(each.span.start, memory)

    assert memory.asked <= 400


BRIEFING = (
    "Foreign Ministry Spokesperson's Regular Press Conference\n\nHanoi, 21 November 2024\n\n"
    "Reuters: Has Japan offered ships to your country?\n\nSpokesperson Pham Hang: We reject this.\n\n"
    "We asked China to stop.\n\nAFP: Will you pay Laos?\n\nSpokesperson Pham Hang: We will."
)


def test_who_answers_in_a_briefing_speaks_for_the_state_that_holds_it() -> None:
    assert whose(BRIEFING) == [
        ("your", ("VNM",)), ("We", ("VNM",)), ("We", ("VNM",)), ("you", ("VNM",)), ("We", ("VNM",))
    ]  # fmt: skip
    assert speakers(BRIEFING, "stop") == ["Pham Hang"]


def test_the_only_one_who_is_asked_answers() -> None:
    text = "Department Press Briefing, Ottawa\n\nQUESTION: Will Kenya pay?\n\nMS. ROE: We paid.\n\nQUESTION: When?\n\n"

    assert whose(f"{text}MS. ROE: We do not know.") == [("We", ("CAN",)), ("We", ("CAN",))]


@pytest.mark.parametrize(
    "head",
    [
        "Press briefing on the situation in Syria",
        "NATO press conference, Brussels",
        "Joint press conference with the Prime Minister, Hanoi",
        "An evening in Hanoi",
    ],
)
def test_of_whom_nobody_holds_a_briefing_alone(head: str) -> None:
    text = f"{head}\n\nQUESTION: Will it pay?\n\nMS. ROE: We paid.\n\nQUESTION: When?\n\nMS. ROE: We do not know."

    assert "We" not in [words for words, _ in whose(text)]
