"""From an account to a brief."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.analysis import Account, Change
from dragoman.analysis.recent import Whole
from dragoman.brief import numbers, subject, times
from dragoman.brief.brief import Brief
from dragoman.brief.drawings import drawings
from dragoman.brief.mark import Mark
from dragoman.brief.notes import Notes
from dragoman.brief.sections import changed, plain, sections
from dragoman.records import Standing
from dragoman.words import counted

_COUNTED = {
    Standing.ASSERTED: "asserted",
    Standing.DENIED: "denied",
    Standing.PLANNED: "planned",
    Standing.PREDICTED: "predicted",
    Standing.POSSIBLE: "possible",
    Standing.REQUESTED: "called for",
    Standing.HYPOTHETICAL: "supposed",
}


def compose(
    account: Account, *, since: date | None = None, changes: Sequence[Change] = (), mark: Mark | None = None
) -> Brief:
    """The brief on an account; one that says so if nothing was found. The same entries give the same brief.

    Given a day or a moment, it begins with what changed since; `mark` tells until when it speaks itself.
    """
    about, notes = subject.of(account), Notes()
    first = (changed(since, changes, notes),) if since is not None else ()
    if not account.entries:
        nothing = plain(f"Nothing was found about {about.nothing}.")
        # What was found then and has fallen since has to be told all the same.
        return Brief(about.title, account.as_of, nothing, first, notes.footnotes(), mark=mark)
    written = sections(account, notes)
    return Brief(
        about.title,
        account.as_of,
        plain(_summary(account, about.speaks)),
        (*first, *written),
        notes.footnotes(),
        tuple(drawings(account)),
        mark,
    )


def _summary(account: Account, of: str) -> str:
    documents = len({entry.document.id for entry in account.entries})
    told = f"{counted(len(account.entries), 'statement')} in {counted(documents, 'document')}"
    by_standing = [
        f"{sum(entry.statement.standing is standing for entry in account.entries)} {word}"
        for standing, word in _COUNTED.items()
        if any(entry.statement.standing is standing for entry in account.entries)
    ]
    speak = "speaks" if len(account.entries) == 1 else "speak"
    when = f"As of {times.day(account.as_of)}" if account.as_of else "None of the documents has a date"
    if account.whole is None:
        return f"{when}. {told} {speak} {of}: {numbers.listed(by_standing)}. Only what is asserted is told as fact."
    of_which = f"{account.whole.statements:,} statements speak {of}; {told} are told here{_published(account.whole)}"
    return f"{when}. {of_which}: {numbers.listed(by_standing)}. Only what is asserted is told as fact."


def _published(whole: Whole) -> str:
    """Which statements are told where not all are."""
    if whole.first is None or whole.last is None:
        return ""
    span = f"those published from {times.day(whole.first)} to {times.day(whole.last)}"
    return f", {span} and the first reports of the main ties; the numbers of reports of ties are of all"
