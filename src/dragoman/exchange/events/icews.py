"""ICEWS: a table of coded sentences, twenty columns parted by tabs, with the evidence in a file beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.codebook.names import label
from dragoman.codebook.sectors import sectors
from dragoman.codebook.states import states
from dragoman.exchange.delivery import beside
from dragoman.exchange.events.columns import ICEWS
from dragoman.exchange.events.dyads import Event, events, pairs
from dragoman.exchange.events.icews_rows import READER
from dragoman.exchange.events.sheet import cells
from dragoman.exchange.events.sidecar import ENDING, evidence
from dragoman.exchange.events.spool import Spool, place
from dragoman.exchange.exported import Exported
from dragoman.exchange.manifest import Manifest
from dragoman.exchange.policy import Policy
from dragoman.records import Entry, Party
from dragoman.records.identity import content_id

#: Hexadecimal digits of an id that make a number which every program holds exactly.
_DIGITS = 13


def write(exported: Exported, target: Path) -> None:
    """Write a row for each pair of parties of a statement, `*.evidence.jsonl` by `Event ID`, and `*.policy.toml`.

    What was imported from ICEWS is written as it was.
    """
    manifest = Manifest("icews")
    with Spool(target, header="\t".join(ICEWS)) as table, Spool(beside(target, ENDING)) as sidecar:
        for entry, event in events(exported, manifest, own=READER):
            match = event.match if event is not None else "exact"
            for row in _rows(entry, event, exported.policy):
                table.add(place(entry), "\t".join(row))
                sidecar.add(place(entry), evidence(row[0], entry, match))
                manifest.written[match if event is not None else "as it was imported"] += 1
    manifest.write(exported, target)


def _rows(entry: Entry, event: Event | None, policy: Policy) -> Iterator[list[str]]:
    if event is None:
        was = cells(entry.document.text)
        yield [was.get(name, "") for name in ICEWS]
        return
    for number, (source, target) in enumerate(pairs(entry.statement)):
        row = {
            "Event ID": str(_number([entry.statement.id, number])),
            "Event Date": event.day.isoformat(),
            **_side("Source", source, policy),
            "Event Text": event.name,
            "CAMEO Code": event.code,
            "Intensity": f"{event.goldstein:.1f}",
            **_side("Target", target, policy),
            "Story ID": str(_number([entry.document.id])),
            "Publisher": " ".join((entry.document.publisher or "").split()),
        }
        yield [row.get(name, "") for name in ICEWS]


def _side(side: str, party: Party | None, policy: Policy) -> dict[str, str]:
    """A party by its name, what its sector is called, and the name of its country as the policy has it."""
    if party is None:
        return {}
    sector = policy.sector(party.code, party.sector)
    return {
        f"{side} Name": " ".join(party.name.split()),
        f"{side} Sectors": sectors().get(sector or "", ""),
        f"{side} Country": _country(party.code, policy),
    }


def _country(code: str | None, policy: Policy) -> str:
    if code is None or code not in states():
        return ""
    written = policy.code(code)
    # A code that the codebook does not know is one of the policy's own for the same territory.
    return label(written) if written in states() else label(code)


def _number(of: list[str | int]) -> int:
    return int(content_id("i1", [*of]).partition(":")[2][:_DIGITS], 16)
