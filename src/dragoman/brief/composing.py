"""From an account to a brief."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.analysis import Account, Change
from dragoman.brief import numbers, subject, times
from dragoman.brief.brief import Brief
from dragoman.brief.drawings import timeline
from dragoman.brief.notes import Notes
from dragoman.brief.sections import changed, plain, sections
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


def compose(account: Account, *, since: date | None = None, changes: Sequence[Change] = ()) -> Brief:
    """The brief on an account; one that says so if nothing was found. The same entries give the same brief.

    Given a day, it begins with what changed since.
    """
    about = subject.of(account)
    if not account.entries:
        nothing = f"Nothing was found about {about.nothing}."
        return Brief(about.title, account.as_of, plain(nothing), (), ())
    notes = Notes()
    first = (changed(since, changes, notes),) if since is not None else ()
    written = sections(account, notes)
    drawn = timeline(account)
    return Brief(
        about.title,
        account.as_of,
        plain(_summary(account, about.speaks)),
        (*first, *written),
        notes.footnotes(),
        (drawn,) if drawn is not None else (),
    )


def _summary(account: Account, of: str) -> str:
    documents = len({entry.document.id for entry in account.entries})
    total = f"{numbers.count(len(account.entries), 'statement')} in {numbers.count(documents, 'document')}"
    counted = [
        f"{sum(entry.statement.standing is standing for entry in account.entries)} {word}"
        for standing, word in _COUNTED.items()
        if any(entry.statement.standing is standing for entry in account.entries)
    ]
    speak = "speaks" if len(account.entries) == 1 else "speak"
    when = f"As of {times.day(account.as_of)}" if account.as_of else "None of the documents has a date"
    return f"{when}. {total} {speak} {of}: {numbers.listed(counted)}. Only what is asserted is told as fact."
