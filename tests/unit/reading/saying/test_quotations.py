from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.reading.saying import quotations
from dragoman.reading.saying.attributions import Said, chain
from dragoman.reading.saying.quotations import are_heard, complete, may_speak
from dragoman.reading.sentences import sentences
from tests.unit.reading.made import said, span


def completed(text: str, *saids: Said) -> list[Said]:
    """The attributions of a text, given those that its sentences make."""
    spoken = [(each, [one for one in saids if each.span.covers(one.links[0].mention)]) for each in sentences(text)]
    return complete(text, spoken)


def speakers(text: str, words: str, *saids: Said) -> list[str]:
    """The sources behind some words of a text."""
    return [link.source.name for link in chain(span(text, words), (), completed(text, *saids))]


@pytest.mark.parametrize(
    "sentence",
    ["“Never.”", "Oslo said so.", "According to a report", "He listed three:", "She added one", "«Jamais»"],
)
def test_words_and_marks_of_speech(sentence: str) -> None:
    assert may_speak(sentence)


@pytest.mark.parametrize("sentence", ["Rain fell on Suva.", "The border is closed.", "At 10:30 the train left."])
def test_sentences_without_speech(sentence: str) -> None:
    assert not may_speak(sentence)


def test_a_quotation_runs_on_in_the_next_sentence() -> None:
    text = "“We will pay,” Ghana said. “Togo will pay too.” Rain fell on Lomé."
    first = said(text, "Ghana", "“We will pay,”")

    assert speakers(text, "Togo", first) == ["Ghana"]
    assert speakers(text, "Rain", first) == []


def test_a_quotation_still_open_runs_on() -> None:
    text = "Ghana said: “We will pay.\nTogo will pay too.”"

    assert speakers(text, "Togo", said(text, "Ghana", "We will pay.")) == ["Ghana"]


def test_a_colon_gives_the_word_to_what_follows() -> None:
    text = "Ghana’s ministry said this:\nTogo has paid its debt.\nRain fell on Lomé."
    first = said(text, "Ghana’s ministry", "this")

    assert speakers(text, "paid", first) == ["Ghana’s ministry"]
    assert speakers(text, "Rain", first) == []


def test_a_new_paragraph_without_a_quotation_ends_the_speech() -> None:
    text = "“We will pay,” Ghana said.\nRain fell on Lomé. “Nobody knows why.”"

    assert speakers(text, "Nobody", said(text, "Ghana", "“We will pay,”")) == []


def test_a_quotation_in_a_new_paragraph_goes_on() -> None:
    text = "“We will pay,” Ghana said.\n“Togo will pay too.”"

    assert speakers(text, "Togo", said(text, "Ghana", "“We will pay,”")) == ["Ghana"]


def test_the_last_speaker_goes_on() -> None:
    text = "“Yes,” Mali said, but “no,” Chad said. “Never in Niger.”"

    assert speakers(text, "Niger", said(text, "Mali", "“Yes,”"), said(text, "Chad", "“no,”")) == ["Chad"]


def test_a_quotation_without_a_speaker_is_the_documents() -> None:
    assert completed("“Togo will pay.” Rain fell on Lomé.") == []


@pytest.mark.parametrize(
    "head",
    [
        "This is an abridged translation of an article in Le Monde.",
        "Originally published by Le Monde.",
        "Excerpts from Le Monde follow.",
    ],
)
def test_a_text_that_says_it_is_an_excerpt_is_its_origins(head: str) -> None:
    text = f"{head}\nNiger expelled the envoy.\nMali objected."

    assert speakers(text, "expelled") == speakers(text, "objected") == ["Le Monde"]


def test_an_excerpt_of_an_institute() -> None:
    text = "The following is an excerpt from a study by the RAND Corporation.\nLaos owes China money."

    assert speakers(text, "owes") == ["RAND Corporation"]


def test_an_origin_stands_in_the_texts_own_spelling() -> None:
    text = "This is an excerpt from a paper of the Begin–Sadat Centre for Strategic Studies.\nLaos owes China money."
    links = chain(span(text, "owes"), (), completed(text))

    assert [link.mention.text for link in links] == ["Begin–Sadat Centre for Strategic Studies"]


def test_an_origin_further_down_is_none() -> None:
    text = "Rain fell on Suva. " * 120 + "\nThis is an excerpt from Le Monde.\nLaos owes China money."

    assert speakers(text, "owes") == []


@pytest.mark.parametrize(
    ("text", "telling", "heard"),
    [
        ("Ghana said: “We will pay.\nTogo will pay Mali too.”", [False, True], [True, False]),
        ("“We will pay,” Ghana said.\nTogo will pay Mali.", [False, True], [False, False]),
        ("“We will pay,” Ghana said. Rain fell. “Togo will pay Mali.”", [False, False, True], [True, True, False]),
        ("“We will pay,” Ghana said.\nRain fell. “Togo will pay Mali.”", [False, False, True], [False, True, False]),
        ("Togo will pay Mali. “We will pay,” Ghana said.", [True, False], [False, False]),
        ("A trader said it rained. She said Togo will pay Mali.", [False, True], [True, False]),
    ],
)
def test_who_speaks_is_heard_only_where_a_speech_can_go_on(text: str, telling: list[bool], heard: list[bool]) -> None:
    assert are_heard(list(sentences(text)), telling) == heard


def test_the_origin_of_a_paragraph_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[int]()
    origin = quotations._origin
    monkeypatch.setattr(quotations, "_origin", lambda paragraph: asked.append(len(paragraph)) or origin(paragraph))
    completed("It was reprinted in Lima. " * 50 + "\nAn excerpt. Rain fell.")

    assert asked == [50, 2]


def test_behind_a_colon_nobody_speaks_who_spoke_before() -> None:
    text = "Ghana said it would pay. The steps were:\nTogo will pay Mali."

    assert speakers(text, "Mali", said(text, "Ghana", "it would pay")) == []


def test_he_is_the_last_person_who_spoke_by_name() -> None:
    text = "Ana Roe said Mali left. Rain fell. She said Niger left. In her view Togo will leave."
    saids = [
        said(text, "Ana Roe", "Mali left", kind="person"),
        said(text, "She", "Niger left", kind="organisation"),
        said(text, "her", "Togo will leave", kind="anonymous"),
    ]

    assert speakers(text, "Niger", *saids) == speakers(text, "Togo", *saids) == ["Ana Roe"]


def test_he_is_nobody_who_spoke_long_ago() -> None:
    text = f"Ana Roe said Mali left. {'Rain fell. ' * 60}She said Niger left."
    saids = [said(text, "Ana Roe", "Mali left", kind="person"), said(text, "She", "Niger left", kind="organisation")]

    assert speakers(text, "Niger", *saids) == ["She"]


def test_a_view_without_anybody_before_it_is_nobodys() -> None:
    text = "In her view Togo will leave."

    assert speakers(text, "Togo", said(text, "her", "Togo will leave", kind="anonymous")) == []


@pytest.mark.parametrize(
    ("between", "name"), [("Pavel Noe, a trader, left.", "He"), ("The United States paid South Korea.", "Ana Roe")]
)
def test_he_is_not_who_spoke_before_another_was_named(between: str, name: str) -> None:
    text = f"Ana Roe said Mali left. {between} He said Niger left."
    saids = [said(text, "Ana Roe", "Mali left", kind="person"), said(text, "He", "Niger left", kind="organisation")]

    assert speakers(text, "Niger", *saids) == [name]


def test_it_and_they_go_on_who_speak_in_the_sentence_before() -> None:
    text = "The ministry said Mali left. It said Niger left. Two aides said Chad left. They said Togo left."
    saids = [
        said(text, "The ministry", "Mali left"),
        said(text, "It", "Niger left"),
        said(text, "Two aides", "Chad left", kind="anonymous"),
        said(text, "They", "Togo left", kind="organisation"),
    ]

    assert [speakers(text, words, *saids) for words in ("Niger", "Togo")] == [["The ministry"], ["Two aides"]]


@pytest.mark.parametrize("before", ["Ana Roe said Mali left.", "Rain fell.", "The ministry said Mali left. Rain fell."])
def test_it_is_nobody_where_no_body_spoke_right_before(before: str) -> None:
    text = f"{before} It said Niger left."
    saids = [said(text, "It", "Niger left")]
    saids += [said(text, "Ana Roe", "Mali left", kind="person")] if "Roe" in text else []
    saids += [said(text, "The ministry", "Mali left")] if "ministry" in text else []

    assert speakers(text, "Niger", *saids) == []


def test_it_is_a_body_that_was_named_and_did_not_speak() -> None:
    text = "The World Bank met. It said Niger left."
    (it,) = [said(text, "It", "Niger left", name="World Bank", kind="organisation")]
    links = tuple(replace(link, source=replace(link.source, code="WBK")) for link in it.links)

    assert speakers(text, "Niger", replace(it, links=links)) == ["World Bank"]
