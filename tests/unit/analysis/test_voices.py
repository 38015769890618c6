from __future__ import annotations

from dragoman.analysis import account
from tests.factories import an_article, an_entry

MET = "Israel and Azerbaijan met."


def _said(publisher: str, chain: str = "", **more: object):
    return an_entry(an_article(publisher, "2024", MET), MET, chain=chain, **more)


def test_publishers_come_before_those_they_quote_and_the_most_frequent_first():
    pile = [
        _said("Haaretz", "Maariv:publisher;officials:anonymous"),
        _said("Haaretz", type="CONSULT"),
        _said("The Caliber"),
        _said("Caliber", "SIPRI:organisation"),
        _said("Caliber", "SIPRI:organisation", type="arms"),
    ]
    voices = account(pile, "AZE", "ISR").voices
    shown = [(voice.name, voice.kind, len(voice.entries)) for voice in voices]
    assert shown == [
        ("Caliber", "publishes", 3),
        ("Haaretz", "publishes", 2),
        ("SIPRI", "organisation", 2),
        ("Maariv", "publisher", 1),
        ("officials", "anonymous", 1),
    ]
    assert voices[1].types == (("CONSULT", 1), ("energy", 1))
