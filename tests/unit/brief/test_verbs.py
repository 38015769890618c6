from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dragoman.analysis.occurrences import gathered
from dragoman.brief.verbs import INFINITIVES, MANNERS, MODES, NOUNS, PASTS, noun, said, to_be, was
from dragoman.codebook.events import EVENT_TYPES
from dragoman.codebook.ties import CHANNELS
from dragoman.records import Entry
from tests.factories import an_article, an_entry

WORDS = "They met."


def _entry(type_: str, **more: object) -> Entry:
    return an_entry(an_article("A", "2023", WORDS), WORDS, type_, **more)


def _clause(tell, type_: str, **more: object) -> str:
    (occurrence,) = gathered([_entry(type_, **more)])
    return tell(occurrence, occurrence.entries)


@pytest.mark.parametrize("verb", [each.verb for each in (*CHANNELS.values(), *EVENT_TYPES.values())])
def test_every_verb_of_the_codebook_has_a_plain_form(verb: str):
    first = re.sub(r"^\{a\} (and \{b\} )?", "", verb).split()[0]
    assert first in INFINITIVES


@pytest.mark.parametrize("verb", [channel.verb for channel in CHANNELS.values()])
def test_every_verb_of_ties_has_a_past(verb: str):
    assert re.sub(r"^\{a\} (and \{b\} )?", "", verb).split()[0] in PASTS


def test_every_event_type_has_a_noun():
    assert NOUNS.keys() == EVENT_TYPES.keys()
    assert noun("arms") == "arms supply"


def test_every_mode_has_words():
    assert MANNERS.keys() | MODES.keys() == {mode for each in EVENT_TYPES.values() for mode in each.modes}


def test_nothing_that_lies_ahead_is_told_as_it_is():
    for type_ in (*CHANNELS, *EVENT_TYPES):
        assert " to " in _clause(to_be, type_)
        assert _clause(to_be, type_) != _clause(said, type_)


@pytest.mark.parametrize(
    ("tell", "type_", "sides", "words"),
    [
        (said, "energy", {}, "Azerbaijan supplies energy to Israel"),
        (was, "energy", {}, "Azerbaijan supplied energy to Israel"),
        (to_be, "energy", {}, "Azerbaijan to supply energy to Israel"),
        (said, "energy", {"actor": "AZE;KAZ"}, "Azerbaijan and Kazakhstan supply energy to Israel"),
        (said, "hostility", {"actor": "KURDS"}, "the Kurdish forces are a threat to, or in conflict with, Israel"),
        (was, "hostility", {"actor": "HOUTHI"}, "the Houthis were a threat to, or in conflict with, Israel"),
        (said, "aid", {"actor": "UNO", "recipient": "PKK"}, "the United Nations aids the Kurdistan Workers' Party"),
        (said, "sanctions", {}, "Azerbaijan keeps sanctions or legal bars against Israel"),
        (to_be, "sanctions", {}, "Azerbaijan to keep sanctions or legal bars against Israel"),
        (said, "alliance", {}, "Azerbaijan and Israel are partners"),
        (said, "alliance", {"recipient": "ISR;TUR"}, "Azerbaijan, Israel and Türkiye are partners"),
        (to_be, "alliance", {}, "Azerbaijan and Israel to be partners"),
        (said, "mediation", {"recipient": "ISR;TUR"}, "Azerbaijan mediates between Israel and Türkiye"),
        (said, "mediation", {}, "Azerbaijan mediates for Israel"),
        (to_be, "ACCUSE", {}, "Azerbaijan to criticise or accuse Israel"),
        (said, "CONSULT", {"mode": "visit"}, "Azerbaijan held talks with Israel, on a visit"),
        (said, "ASSAULT", {"mode": "drone"}, "Azerbaijan attacked Israel (drones)"),
        (said, "CONSULT", {"actor": "AZE;ISR", "recipient": ""}, "Azerbaijan held talks with Israel"),
        (
            said,
            "CONSULT",
            {"actor": "ISR;ISR:Yoav Gallant:defence minister", "recipient": "AZE:Ilham Aliyev"},
            "Yoav Gallant (defence minister, Israel) held talks with Ilham Aliyev (Azerbaijan)",
        ),
        (said, "ASSAULT", {"actor": "", "recipient": "ISR"}, "somebody attacked Israel"),
    ],
)
def test_clauses(tell, type_: str, sides: dict[str, object], words: str):
    assert _clause(tell, type_, **sides) == words


def test_of_two_names_of_one_visitor_that_of_most_origins_is_told():
    reports = [
        replace(an_entry(an_article(publisher, "2023", WORDS), WORDS, "CONSULT", actor=actor), origin=origin)
        for publisher, actor, origin in (
            ("A", "ISR:Yoav Gallant", "wire"),
            ("B", "ISR:Yoav Gallant", "wire"),
            ("C", "ISR:Benny Gantz", "letter"),
            ("D", "ISR:Benny Gantz", "essay"),
            ("E", "ISR", "note"),
        )
    ]
    occurrence = replace(gathered(reports)[0], entries=tuple(reports))
    assert said(occurrence, reports).startswith("Benny Gantz (Israel) held talks")
