"""What a brief is about, in words."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.analysis import Account
from dragoman.brief import names, numbers
from dragoman.codebook.ties import CHANNELS


@dataclass(frozen=True, slots=True)
class Subject:
    """`title` heads the brief, `speaks` ends "2 statements speak ...", `ties` leads the ties with `{on}` for the day,
    `between` ends "no tie ..." and "no event ...", `nothing` is said where there is no statement.
    """

    title: str
    speaks: str
    ties: str
    between: str
    nothing: str


def of(account: Account) -> Subject:
    """The words for the subject of an account."""
    called = [names.called(code) for code in account.parties]
    listed = numbers.listed(called)
    found = _of_parties(called, listed)
    if account.channel is None:
        return found
    label = CHANNELS[account.channel].label
    field = label[0].lower() + label[1:]
    title = f"{found.title}: {field}" if called else label
    speaks = f"{found.speaks} and {field}" if called else f"of {field}"
    return Subject(
        title,
        speaks,
        found.ties.removesuffix(".") + f"; only {field}.",
        f"{found.between} in this channel".strip(),
        f"{found.nothing} in this channel" if called else f"{field}: no statement in these documents speaks of it",
    )


def _of_parties(called: list[str], listed: str) -> Subject:
    title = numbers.capital(listed)
    if not called:
        return Subject("", "", "The ties that stand{on}, those of the fewest parties first.", "", "no statement")
    if len(called) == 1:
        ties = f"The ties in which {listed} takes part{{on}}, by kind, those of the fewest parties first."
        nothing = f"{listed}: no statement in these documents speaks of it"
        return Subject(title, f"of {listed}", ties, f"of {listed}", nothing)
    if len(called) == 2:
        ties = "The ties in which both take part{on}, those of just the two first."
        nothing = f"{listed}: no statement in these documents speaks of both"
        return Subject(title, f"of both {listed}", ties, "between the two", nothing)
    ties = "The ties in which at least two of them take part{on}, those of just two first."
    nothing = f"{listed}: no statement in these documents speaks of two of them"
    return Subject(title, f"of at least two of {listed}", ties, "between any two of them", nothing)
