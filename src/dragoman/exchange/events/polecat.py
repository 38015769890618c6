"""POLECAT: a table of events, forty columns parted by tabs, with the evidence in a file beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Final

from dragoman.codebook.events import QUAD_LABELS, event_type
from dragoman.codebook.organisations import organisations
from dragoman.codebook.states import states
from dragoman.exchange.delivery import beside
from dragoman.exchange.events.columns import POLECAT as COLUMNS
from dragoman.exchange.events.polecat_rows import READER
from dragoman.exchange.events.sheet import cells
from dragoman.exchange.events.sidecar import ENDING, evidence
from dragoman.exchange.events.spool import Spool, place
from dragoman.exchange.exported import Exported
from dragoman.exchange.manifest import Manifest
from dragoman.exchange.policy import Policy
from dragoman.records import Entry, Party

_NONE: Final = "None"
_BETWEEN: Final = "; "
_ACTOR, _RECIPIENT = (
    (f"{side} Name", f"{side} Country", f"{side} COW", f"Primary {side} Sector", f"{side} Sectors", f"{side} Title",
     f"{side} Name Raw")
    for side in ("Actor", "Recipient")
)  # fmt: skip
_KINDS = {"igo": "IGO", "bloc": "IGO", "accord": "IGO", "ngo": "NGO", "institute": "NGO", "armed_group": "ISM"}
_OWN = {"UNO": "UNO", "EU": "EUR", "EUR": "EUR"}


def write(exported: Exported, target: Path) -> None:
    """Write the table, `*.evidence.jsonl` by `Event ID`, and `*.policy.toml`.

    What was imported from POLECAT is written as it was.
    """
    manifest = Manifest("polecat")
    header = "\t".join(COLUMNS)
    with Spool(target, header=header) as table, Spool(beside(target, ENDING)) as sidecar:
        for entry in exported.entries:
            for row in _rows(entry, exported, manifest):
                table.add(place(entry), "\t".join(row[name] for name in COLUMNS))
                sidecar.add(place(entry), evidence(row["Event ID"], entry))
    manifest.write(exported, target)


def _rows(entry: Entry, exported: Exported, manifest: Manifest) -> Iterator[dict[str, str]]:
    statement = entry.statement
    if statement.reader == READER and not exported.expand:
        manifest.written["as it was imported"] += 1
        was = cells(entry.document.text)
        yield {name: was.get(name, _NONE) for name in COLUMNS}
    elif statement.kind == "tie":
        manifest.left_out["standing ties, which POLECAT has no rows for"] += 1
    elif statement.standing not in exported.standings:
        manifest.left_out[statement.standing.value] += 1
    else:
        manifest.written["made of statements"] += 1
        pairs = [(statement.actor, statement.recipient)]
        if exported.expand:
            pairs = [*product(_each(statement.actor), _each(statement.recipient))]
        for number, (actor, recipient) in enumerate(pairs, start=1):
            last = f"_{number}" if len(pairs) > 1 else ""
            yield _row(entry, exported.policy, (actor, recipient), last)


def _each(side: tuple[Party, ...]) -> list[tuple[Party, ...]]:
    return [(party,) for party in side] or [()]


def _row(entry: Entry, policy: Policy, sides: tuple[tuple[Party, ...], tuple[Party, ...]], last: str) -> dict[str, str]:
    statement, document = entry.statement, entry.document
    kind = event_type(statement.type)
    mode = statement.mode or _NONE
    published = document.published.start if document.published is not None else None
    row = dict.fromkeys(COLUMNS, _NONE) | {
        # The article's id, the type and the mode as POLECAT has them; the statement's own id makes it the only one.
        "Event ID": f"{document.id}_{statement.type}_{mode}_{statement.id}{last}",
        "Event Date": str(statement.occurred.start or statement.occurred.end or published or _NONE),
        "Event Type": statement.type,
        "Event Mode": mode,
        "Intensity": f"{kind.modes.get(mode, kind.score):.1f}",
        "Quad Code": QUAD_LABELS[kind.quad].upper(),
        "Contexts": _BETWEEN.join(statement.contexts) or _NONE,
        "Source": _cell(document.publisher),
        "Publication Date": str(published or _NONE),
        "Version": statement.reader,
    }
    for columns, side in zip((_ACTOR, _RECIPIENT), sides, strict=True):
        row |= zip(columns, _side(side, policy), strict=True)
    return row


def _side(side: Sequence[Party], policy: Policy) -> tuple[str, ...]:
    """Names, countries, numbers, first sector, sectors, titles and words of the parties of a side."""
    sectors = [policy.sector(party.code, party.sector) for party in side]
    cow = [policy.cow(party.code) if party.code else None for party in side]
    return (
        _together([party.name for party in side]),
        _together([country(party.code, policy) for party in side]),
        _together([str(number) if number is not None else None for number in cow]),
        _cell(next((sector for sector in sectors if sector), None)),
        _together(sectors),
        _together([party.role for party in side]),
        _together([party.mention.text for party in side]),
    )


def country(party: str | None, policy: Policy) -> str | None:
    """The code of a party's country, or PLOVER's code for what is none."""
    if party is None:
        return None
    if party in states():
        return policy.code(party)
    if party in _OWN:
        return _OWN[party]
    return next((each.state or _KINDS.get(each.kind) for each in organisations() if each.code == party), None)


def _together(values: Sequence[str | None]) -> str:
    """Values side by side, each in its place; `None` if there is none."""
    shown = [_cell(value).replace(_BETWEEN, ", ") for value in values]
    return _BETWEEN.join(shown) if any(each != _NONE for each in shown) else _NONE


def _cell(value: str | None) -> str:
    return " ".join(value.split()) or _NONE if value is not None else _NONE
