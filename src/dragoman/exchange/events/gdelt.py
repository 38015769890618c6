"""GDELT 2.0: a table of events and one of their mentions, with the evidence in a file beside them."""

from __future__ import annotations

import re
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from dragoman.codebook.cameo import GROUPS, SECTORS, STATES
from dragoman.codebook.events import event_type, is_directed
from dragoman.codebook.states import states
from dragoman.exchange.delivery import beside
from dragoman.exchange.events.columns import GDELT, MENTIONS
from dragoman.exchange.events.dyads import Event, events, pairs
from dragoman.exchange.events.gdelt_rows import READER, TITLE
from dragoman.exchange.events.sheet import cells
from dragoman.exchange.events.sidecar import ENDING, evidence
from dragoman.exchange.events.spool import Key, Spool
from dragoman.exchange.exported import Exported
from dragoman.exchange.manifest import Manifest
from dragoman.exchange.policy import Policy
from dragoman.records import Entry, Party
from dragoman.records.identity import content_id

_MENTIONS: Final = ".mentions.CSV"
#: A sentence ends before the next one; near enough to count them.
_END: Final = re.compile(r"[.!?…][\"”’)]*\s|\n\s*\n")
#: Hexadecimal digits of an id that make a number which every program holds exactly.
_DIGITS: Final = 13
_NOWHERE: Final = {f"{of}Geo_Type": "0" for of in ("Actor1", "Actor2", "Action")}


@dataclass(slots=True)
class _Case:
    """What is known of an event from its reports: which of them leads, and how many there are of whom."""

    leader: Key
    reports: int = 0
    publishers: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    recorded: str = "9"
    is_root: bool = False


def write(exported: Exported, target: Path) -> None:
    """Write the events, `*.mentions.CSV`, `*.evidence.jsonl` by `GLOBALEVENTID` and `*.policy.toml`.

    What was imported from GDELT is written as it was.
    """
    manifest = Manifest("gdelt")
    cases = _cases(exported, manifest)
    with ExitStack() as stack:
        table, mentions, sidecar = (
            stack.enter_context(Spool(path)) for path in (target, beside(target, _MENTIONS), beside(target, ENDING))
        )
        for entry, event in events(exported, Manifest("gdelt"), own=READER):
            case, match = cases[_occurrence(entry)], event.match if event is not None else "exact"
            for identity, row in _rows(entry, event, case, exported.policy):
                key = (identity, *_rank(entry))
                sidecar.add(key, evidence(str(identity), entry, match))
                mentions.add(key, "\t".join(_mention(identity, entry, event)))
                if _rank(entry) == case.leader:
                    table.add(key, "\t".join(row))
                    manifest.written[match if event is not None else "as it was imported"] += 1
    manifest.write(exported, target)


def _cases(exported: Exported, manifest: Manifest) -> dict[str, _Case]:
    found: dict[str, _Case] = {}
    for entry, _ in events(exported, manifest, own=READER):
        rank = _rank(entry)
        case = found.setdefault(_occurrence(entry), _Case(rank))
        case.leader = min(case.leader, rank)
        case.reports += 1
        case.documents.add(entry.document.id)
        case.publishers.add(entry.document.publisher or entry.document.id)
        case.recorded = min(case.recorded, entry.recorded)
        case.is_root |= "\n\n" not in entry.document.text[: entry.statement.evidence.start]
    return found


def _occurrence(entry: Entry) -> str:
    return entry.occurrence or entry.statement.id


def _rank(entry: Entry) -> Key:
    """What reports of an event are put in order by: GDELT's own row, then the oldest."""
    published = entry.document.published
    start = (published.start if published is not None else None) or date.max
    is_own = (entry.document.title or "").startswith(TITLE.format(""))
    return (not is_own, start, entry.document.id, entry.statement.evidence.start, entry.statement.id)


def _rows(entry: Entry, event: Event | None, case: _Case, policy: Policy) -> list[tuple[int, list[str]]]:
    """The rows that an event is, with their ids: one for each pair of its parties."""
    if event is None:
        was = cells(entry.document.text)
        return [(int(was["GLOBALEVENTID"]), [was.get(name, "") for name in GDELT])]
    found: dict[int, list[str]] = {}
    for actor, recipient in pairs(entry.statement):
        identity = _identity(entry, actor, recipient)
        row = {
            "GLOBALEVENTID": str(identity),
            **_when(event.day),
            **_actor("Actor1", actor, policy),
            **_actor("Actor2", recipient, policy),
            **_what(entry, event),
            **_NOWHERE,
            "IsRootEvent": str(int(case.is_root)),
            "NumMentions": str(case.reports),
            "NumSources": str(len(case.publishers)),
            "NumArticles": str(len(case.documents)),
            "DATEADDED": re.sub(r"\D", "", case.recorded)[:14],
            "SOURCEURL": entry.document.url or "",
        }
        found.setdefault(identity, [row.get(name, "") for name in GDELT])
    return list(found.items())


def _identity(entry: Entry, actor: Party | None, recipient: Party | None) -> int:
    """A number for an event between two parties, the same for all reports of it; who is named first may not matter."""
    statement = entry.statement
    keys = [party.key if party is not None else "" for party in (actor, recipient)]
    if not is_directed(statement.type, statement.mode):
        keys.sort()
    return int(content_id("g1", [_occurrence(entry), *keys]).partition(":")[2][:_DIGITS], 16)


def _when(day: date) -> dict[str, str]:
    """The day in the five forms of GDELT, the last a year with a fraction."""
    return {
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": f"{day.year:04}",
        "FractionDate": f"{day.year + (day.month * 30 + day.day) / 365:.4f}",
    }


def _what(entry: Entry, event: Event) -> dict[str, str]:
    return {
        "EventCode": event.code,
        "EventBaseCode": event.code[:3],
        "EventRootCode": event.code[:2],
        "QuadClass": str(event_type(entry.statement.type).quad),
        "GoldsteinScale": f"{event.goldstein:.1f}",
    }


def _actor(side: str, party: Party | None, policy: Policy) -> dict[str, str]:
    """Names and codes of a party: its country in CAMEO's code, or its group's, then its role."""
    if party is None:
        return {}
    written = policy.code(party.code) if party.code in states() else ""
    country = STATES.get(written, written)
    group = GROUPS.get(party.code or "", "")
    sector = policy.sector(party.code, party.sector) or ""
    role = SECTORS.get(sector, sector)
    return {
        f"{side}Code": f"{country or group}{role}",
        f"{side}Name": _cell(party.name).upper(),
        f"{side}CountryCode": country,
        f"{side}KnownGroupCode": group,
        f"{side}Type1Code": role,
    }


def _mention(identity: int, entry: Entry, event: Event | None) -> list[str]:
    """A report as a mention of an event; offsets count characters of the document's text."""
    document, statement = entry.document, entry.statement
    if event is None and not _rank(entry)[0]:
        day = cells(document.text).get("SQLDATE", "")
    elif event is None:
        was = cells(document.text)
        return [was.get(name, "") for name in MENTIONS]
    else:
        day = f"{event.day:%Y%m%d}"
    row = {
        "GLOBALEVENTID": str(identity),
        "EventTimeDate": f"{day}000000",
        "MentionTimeDate": _published(entry),
        "MentionType": "1" if document.url else "2",
        "MentionSourceName": _cell(document.publisher or ""),
        "MentionIdentifier": document.url or _cell(document.title or "") or document.id,
        "Confidence": str(round(statement.certainty * 100)),
        **({} if event is None else _places(entry)),
    }
    return [row.get(name, "") for name in MENTIONS]


def _published(entry: Entry) -> str:
    published = entry.document.published
    return f"{published.start:%Y%m%d}000000" if published is not None and published.start is not None else ""


def _places(entry: Entry) -> dict[str, str]:
    """Where in the document the parties and the event are named; -1 is nowhere."""
    statement, text = entry.statement, entry.document.text
    sides = [side[0].mention.start if side else -1 for side in (statement.actor, statement.recipient)]
    return {
        "SentenceID": str(len(_END.findall(text, 0, statement.evidence.start)) + 1),
        "Actor1CharOffset": str(sides[0]),
        "Actor2CharOffset": str(sides[1]),
        "ActionCharOffset": str(statement.evidence.start),
        "InRawText": "1",
        "MentionDocLen": str(len(text)),
    }


def _cell(value: str) -> str:
    return " ".join(value.split())
