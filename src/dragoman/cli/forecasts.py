"""`dragoman forecasts`."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli import words
from dragoman.cli.arguments import KnownOption, LedgerArgument, asked, last_day, one_of, two
from dragoman.cli.output import put, put_json, say
from dragoman.cli.plain import one_line, shortened
from dragoman.cli.short import digits, short
from dragoman.cli.table import cell

if TYPE_CHECKING:
    from dragoman import Forecast

EVIDENCE = 200
COLUMNS = (
    "speaker type actor recipient by probability_low probability_high probability_words reasons doubts outcome "
    "settled_by publisher published evidence statement"
).split()
_SAYS = {
    "happened": "it happened",
    "did not": "it did not happen",
    "passed": "its time has passed and nobody reports it",
    "open": "its time is still to come",
    "undated": "it gives no time, and nothing settles it",
}


def forecasts(
    ledger: LedgerArgument,
    parties: Annotated[
        list[str] | None,
        typer.Argument(metavar="[A [B]]", help="One party or two, by any name or code; else all.", show_default=False),
    ] = None,
    known: KnownOption = None,
    on: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="The day to judge from; else the latest publication."),
    ] = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format", metavar="text|json|csv", callback=one_of("text", "json", "csv"), help="To read, or as data."
        ),
    ] = "text",
) -> None:
    """Show who predicted what of whom, how likely they called it and why, and what came of it.

    A forecast is settled by what the pile itself reports later. Of those that gave a probability as a number, the Brier
    score is told: 0 is perfect, 0.25 what saying "even chances" of everything would get.
    """
    with asked(ledger, known) as workspace:
        found = workspace.forecasts(*two(parties), on=last_day(on))
        length = digits(workspace.counts().statements)
    if format_ == "json":
        put_json(json.dumps(_row(each), ensure_ascii=False) + "\n" for each in found)
    elif format_ == "csv":
        table = csv.writer(sys.stdout, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows([cell(value) for value in _row(each).values()] for each in found)
    elif not found:
        say("Nothing like that is predicted.")
    else:
        for each in found:
            for line in _lines(each, length):
                put(line)
        put("")
        put(_summary(found))


def _lines(forecast: Forecast, length: int) -> Iterator[str]:
    entry = forecast.entry
    by = f"by {forecast.by}" if forecast.by else "without a date"
    sure = f", “{forecast.chance.words}” ({_percent(forecast)})" if forecast.chance else ""
    head = f"{forecast.speaker}: {words.who(entry.statement)} {words.type_of(entry.statement)}, {by}{sure}"
    yield f"{short(entry.statement.id, length)}  {one_line(head)}"
    settling = (f"{short(each.statement.id, length)} {words.origin(each.document)}" for each in forecast.settled_by)
    settled = ", ".join(settling)
    yield f"  {_SAYS[forecast.outcome]}{': ' * bool(settled)}{one_line(settled)}"
    yield f"  {one_line(words.origin(entry.document))} > {shortened(entry.statement.evidence.text, EVIDENCE)}"
    for name, clauses in (("for", forecast.reasons), ("against", forecast.doubts)):
        for clause in clauses:
            yield f"    {name}: {one_line(clause)}"


def _percent(forecast: Forecast) -> str:
    if forecast.chance is None:
        return ""
    low, high = (round(100 * each) for each in (forecast.chance.low, forecast.chance.high))
    return f"{low} %" if low == high else f"{low}–{high} %"


def _summary(found: Sequence[Forecast]) -> str:
    from dragoman import record

    told = Counter[str](each.outcome for each in found)
    counted = ", ".join(f"{told[name]} {name}" for name in _SAYS if told[name])
    fared = record(found)
    rate = "" if fared.hit_rate is None else f" Of {fared.resolved} settled, {round(100 * fared.hit_rate)} % happened."
    brier = "" if fared.brier is None else f" Brier score of those with a number: {fared.brier:.2f}."
    return f"{len(found)} forecast{'s' * (len(found) != 1)}: {counted}.{rate}{brier}"


def _row(forecast: Forecast) -> dict[str, Any]:
    entry, chance = forecast.entry, forecast.chance
    statement, published = entry.statement, entry.document.published
    values = (
        forecast.speaker,
        statement.type,
        "; ".join(party.key for party in statement.actor),
        "; ".join(party.key for party in statement.recipient),
        forecast.by.isoformat() if forecast.by else None,
        chance.low if chance else None,
        chance.high if chance else None,
        chance.words if chance else None,
        "; ".join(forecast.reasons),
        "; ".join(forecast.doubts),
        forecast.outcome,
        "; ".join(each.statement.id for each in forecast.settled_by),
        entry.document.publisher,
        published.iso() if published else None,
        statement.evidence.text,
        statement.id,
    )
    return dict(zip(COLUMNS, values, strict=True))
