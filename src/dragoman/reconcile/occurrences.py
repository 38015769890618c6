"""Which statements are reports of one event, and which of one tie."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from dragoman.codebook.events import UNDIRECTED
from dragoman.codebook.names import label
from dragoman.codebook.ties import MUTUAL
from dragoman.reconcile.dating import Report, gathered
from dragoman.reconcile.marks import marks, telling
from dragoman.records import Document, Entry, Interval, Party, Statement
from dragoman.records.identity import Content, content_id

#: What reports of one event share apart from the date, and how that begins for visits and for other talks.
_Key = tuple[str, ...]
_VISIT, _TALKS = ("event", "CONSULT", "visit"), ("event", "CONSULT", "")
#: What the matters of visits begin with.
VISITS = "event|CONSULT|visit|"
#: Event types whose modes are other events: expelling an envoy is not recalling one's own.
_OF_ONE_MODE = frozenset({"COERCE", "CONSULT", "RETREAT", "SANCTION"})
#: How the rows of such data sets begin.
_COUNTED = re.compile(r"(GLOBALEVENTID|event_id_cnty): (\S+)")


def occurrences(entries: Sequence[Entry], root: Mapping[str, Document]) -> dict[str, str]:
    """The occurrence id of each statement, by statement id; `root` gives the document in which its words came first.

    Reports of an event come together when they share type and parties and their dates agree (see `dating`); reports of
    a tie when they share channel and parties, whatever the period. Standing does not matter: who denies an event speaks
    of the same event. A statement in a reprint is dated as it is in the first print. Talks of the very day on which one
    side visits the other are that visit.
    """
    found: dict[str, str] = {}
    events: dict[_Key, list[Report]] = {}
    for entry, first in _with_firstprinted(entries, root):
        key = _matter(entry.statement)
        if entry.statement.kind == "tie":
            found[entry.statement.id] = content_id("o1", list(key))
        else:
            events.setdefault(key, []).append(_report(entry.statement, *first))
    for key, reports in _with_visits(events).items():
        for together in gathered(reports):
            shared: list[Content] = [list(key), together.shared]
            found.update((report.statement, content_id("o1", shared)) for report in together.reports)
    return found


def _with_visits(events: Mapping[_Key, Sequence[Report]]) -> dict[_Key, list[Report]]:
    """The reports by what they share, those of talks among the reports of the visit on whose day they were."""
    found = {key: list(reports) for key, reports in events.items()}
    visits: dict[tuple[_Key, date | None], set[_Key]] = {}
    for key in [key for key in events if key[:3] == _VISIT]:
        for report in events[key]:
            visits.setdefault((_who(key), _day(report)), set()).add(key)
    for key in [key for key in events if visits and key[:3] == _TALKS]:
        found[key] = []
        for report in events[key]:
            day = _day(report)
            on = visits.get((_who(key), day), set()) if day is not None else set[_Key]()
            if len(on) == 1:
                found[next(iter(on))].append(replace(report, mode="visit"))
            else:
                found[key].append(report)
    return {key: reports for key, reports in found.items() if reports}


def _day(report: Report) -> date | None:
    """The very day of a report, if it gives one."""
    occurred = report.occurred
    return occurred.start if occurred.start == occurred.end and occurred.basis != "assumed" else None


def _who(key: _Key) -> _Key:
    """Whom a visit or other talks bring together."""
    return tuple(sorted({each for each in key[3:] if each != ">"}))


def _with_firstprinted(
    entries: Sequence[Entry], root: Mapping[str, Document]
) -> Iterable[tuple[Entry, tuple[Interval, Document]]]:
    """Each entry with the date and the document by which its twin in the first print states it."""
    originals: dict[tuple[str, ...], Entry] = {}
    firsts = {first.id for each in entries if (first := root[each.statement.id]).id != each.document.id}
    held = [each for each in entries if each.document.id in firsts and root[each.statement.id].id == each.document.id]
    for entry in sorted(held, key=lambda each: (each.statement.evidence.start, each.statement.id)):
        originals.setdefault(printed(entry, entry.document.id), entry)
    for entry in entries:
        first = root[entry.statement.id]
        twin = entry if first.id == entry.document.id else originals.get(printed(entry, first.id), entry)
        yield entry, (twin.statement.occurred, first)


def printed(entry: Entry, root: str) -> tuple[str, ...]:
    """What statements share that say the same in the same words first printed in one document, by the root's id."""
    words = " ".join(entry.statement.evidence.text.split())
    return (root, words, entry.statement.standing.value, *_matter(entry.statement))


def _matter(statement: Statement) -> tuple[str, ...]:
    """What reports must share apart from the date: kind, type, and who stands on which side."""
    visit = statement.mode == "visit"
    if statement.type in MUTUAL or (statement.type in UNDIRECTED and not visit):
        sides = [_keys(statement.parties), []]
    else:
        sides = [_keys(statement.actor), _keys(statement.recipient)]
    mode = "visit" if visit and statement.type == "CONSULT" else ""
    return (statement.kind, statement.type, mode, *sides[0], ">", *sides[1], *_counted(statement))


def _keys(parties: Sequence[Party]) -> list[str]:
    """The keys of some parties in order, each once; most often there is one."""
    return [parties[0].key] if len(parties) == 1 else sorted({party.key for party in parties})


def _counted(statement: Statement) -> tuple[str, ...]:
    """The id under which a data set that counts each event once has it: reports under one id are of one event, and
    reports under two are not.
    """
    match = _COUNTED.match(statement.evidence.text) if statement.is_imported else None
    return match.groups() if match is not None else ()


def matter(statement: Statement) -> str:
    """What statements must share to be of one occurrence, apart from the date, as a word."""
    return "|".join(_matter(statement))


def meeting(matter: str) -> tuple[str, ...] | None:
    """Who meet, on a matter of a visit or of other talks: what the two share; `None` of any other matter."""
    kind, type_, _, *sides = matter.split("|")
    if (kind, type_) != ("event", "CONSULT"):
        return None
    return tuple(sorted({key for key in sides if key != ">"}))


def meeting_matter(who: tuple[str, ...]) -> str:
    """The matter of all talks but visits between some parties, by their keys in order."""
    return "|".join(("event", "CONSULT", "", *who, ">"))


def _report(statement: Statement, occurred: Interval, document: Document) -> Report:
    people = frozenset((party.key, party.name.casefold()) for party in statement.parties if _is_person(party))
    said = document.published.end if document.published is not None else None
    place = (statement.document, statement.evidence.start, statement.evidence.end, statement.standing.value)
    mode = statement.mode if statement.type in _OF_ONE_MODE else None
    return Report(statement.id, occurred, said, people, marks(statement), telling(statement), mode, place)


def _is_person(party: Party) -> bool:
    """Whether a party is somebody with a name and a title: two visits of two ministers are two visits."""
    if party.role is None or " " not in party.name:
        return False
    return party.name.casefold() != party.role.casefold() and party.name != label(party.key)
