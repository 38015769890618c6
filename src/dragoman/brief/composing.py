"""From a dyad to a brief."""

from __future__ import annotations

from dragoman.analysis import Dyad
from dragoman.brief import names, numbers, times
from dragoman.brief.brief import Brief
from dragoman.brief.notes import Notes
from dragoman.brief.sections import plain, sections
from dragoman.records import Standing

_COUNTED = {
    Standing.ASSERTED: "asserted",
    Standing.DENIED: "denied",
    Standing.PLANNED: "planned",
    Standing.PREDICTED: "predicted",
    Standing.POSSIBLE: "possible",
    Standing.REQUESTED: "called for",
    Standing.HYPOTHETICAL: "supposed",
}


def compose(dyad: Dyad) -> Brief:
    """The brief on a dyad; one that says so if nothing was found. The same entries give the same brief."""
    pair = f"{names.called(dyad.a)} and {names.called(dyad.b)}"
    title = numbers.capital(pair)
    if not dyad.entries:
        nothing = f"Nothing was found about {pair}: no statement in these documents speaks of both."
        return Brief(title, dyad.as_of, plain(nothing), (), ())
    notes = Notes()
    written = sections(dyad, notes)
    return Brief(title, dyad.as_of, plain(_summary(dyad, pair)), written, notes.footnotes())


def _summary(dyad: Dyad, pair: str) -> str:
    documents = len({entry.document.id for entry in dyad.entries})
    total = f"{numbers.count(len(dyad.entries), 'statement')} in {numbers.count(documents, 'document')}"
    counted = [
        f"{sum(entry.statement.standing is standing for entry in dyad.entries)} {word}"
        for standing, word in _COUNTED.items()
        if any(entry.statement.standing is standing for entry in dyad.entries)
    ]
    speak = "speaks" if len(dyad.entries) == 1 else "speak"
    when = f"As of {times.day(dyad.as_of)}" if dyad.as_of else "None of the documents has a date"
    return f"{when}. {total} {speak} of both {pair}: {numbers.listed(counted)}. Only what is asserted is told as fact."
