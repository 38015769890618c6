from __future__ import annotations

from dataclasses import replace

from dragoman.analysis import account
from dragoman.analysis.recent import Whole
from dragoman.brief.dependence import dependence
from dragoman.brief.notes import Notes
from dragoman.records import Entry
from tests.unit.analysis.nets import entries

GAS = (
    "NOR -> DEU energy [30-45 gas imports]",
    "NLD -> DEU energy [26 gas imports]",
    "QAT -> DEU energy",
    "DNK -> NOR transit",
)


def _told(told: list[Entry], *parties: str, channel: str | None = None) -> list[str]:
    section = dependence(account(told, *parties, channel=channel), Notes())
    return [sentence.text for sentence in section.sentences][1:]


def test_a_party_is_told_of_with_all_its_suppliers() -> None:
    assert _told(entries(*GAS), "DEU") == [
        "Germany, gas imports: the Netherlands 26 %; Norway 30–45 %; others 29–44 %.",
        "Concentration (Herfindahl–Hirschman index, from 0, many small suppliers, to 1, a single one): 0.16–0.35.",
        "Without a share on record: Qatar.",
        "The best supported supply rests on 1 independent origin.",
    ]


def test_routes_are_told_of() -> None:
    told = entries(GAS[0], "DNK -> DEU transit")
    assert "Over Denmark, which Germany uses." in _told(told, "DEU")


def test_of_a_pair_only_what_one_has_of_the_other() -> None:
    assert _told(entries(*GAS), "DEU", "NOR") == ["Germany, gas imports: Norway 30–45 %; others 55–70 %."]


def test_of_a_channel_everybody_is_told_of() -> None:
    told = entries(*GAS, "CHN -> PAK arms [81 arms imports]")
    assert [line for line in _told(told, channel="arms") if ": China" in line] == [
        "Pakistan, arms imports: China 81 %; others 19 %."
    ]
    assert not _told(told, "CHN", channel="energy")


def test_shares_that_cannot_all_hold_say_so() -> None:
    told = entries("NOR -> DEU energy [70 gas imports]", "NLD -> DEU energy [60 gas imports]")
    assert _told(told, "DEU")[0].endswith("Norway 70 %; these cannot all hold at once.")


def test_where_not_all_is_told_nothing_is_worked_out() -> None:
    told = account(entries(*GAS), "DEU")
    section = dependence(replace(told, whole=Whole.of(900, (), ())), Notes())
    assert not section.items
    assert "not all statements are told" in section.lead.text


def test_each_line_has_footnotes() -> None:
    section = dependence(account(entries(*GAS), "DEU"), Notes())
    assert all(sentence.notes for sentence in list(section.sentences)[1:])


def test_who_depends_on_a_party_is_told_after_on_whom_it_depends() -> None:
    told = entries("NOR -> DEU energy [30-45 gas imports]", "DEU -> AUT energy [20 power imports]")
    assert _told(told, "DEU") == [
        "Germany, gas imports: Norway 30–45 %; others 55–70 %.",
        "Concentration (Herfindahl–Hirschman index, from 0, many small suppliers, to 1, a single one): 0.09–0.58.",
        "The best supported supply rests on 1 independent origin.",
        "Austria, power imports: Germany 20 %; others 80 %.",
    ]
    section = dependence(account(told, "NOR"), Notes())
    assert [each.text for each in section.sentences][1:] == ["Germany, gas imports: Norway 30–45 %; others 55–70 %."]
    assert "Of what others have from Norway only its own shares are looked at here" in section.lead.text
