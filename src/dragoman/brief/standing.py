"""The sections on ties: those that stand, and those that stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.analysis import Figure, Reported, Tie
from dragoman.analysis.times import latest
from dragoman.brief import names, numbers, times, verbs
from dragoman.brief.brief import Item, Part, Sentence
from dragoman.brief.notes import Notes, uncertain
from dragoman.codebook.ties import CHANNELS
from dragoman.records import Entry, Outline
from dragoman.words import counted, long_before

#: What was told within so long of the day that is asked of is told as it is.
_RECENT = timedelta(days=365)
_TURNED = {"begins": "began", "ends": "ended"}


def tie_item(tie: Tie, notes: Notes, *, ended: bool, as_of: date | None = None, of_all: Outline | None = None) -> Item:
    """One tie: what stands, its figures with who gives them, how well it rests, its times, what speaks against it.

    `as_of` is the day on which it is looked at. `of_all` is the tie as all of its reports make it, where only some of
    them are told.
    """
    bare = [entry for entry in tie.reports if not entry.statement.quantities]
    clause = (verbs.was if ended else verbs.said)(tie.occurrence, tie.reports)
    parts = [Part(numbers.capital(clause) + mark(tie.reports), notes.cite(bare))]
    for place, clause_of in enumerate(_clauses(tie, notes)):
        parts += [Part("; " if place else ": "), clause_of]
    if not tie.reports:
        # Only its end is told; that it stood follows.
        return Item(Sentence((*parts, Part("."))), CHANNELS[tie.channel].label, (*_turns(tie, notes),))
    rests = _rests(tie) if of_all is None else _rests_in_all(of_all)
    more = [
        *_ranges(tie, notes),
        *_turns(tie, notes),
        *_age(tie, notes, as_of),
        *_periods(tie, notes),
        *_against(tie, notes),
    ]
    if tie.figures:
        more.insert(0, Sentence((Part(f"{numbers.capital(rests)}.", notes.cite(tie.reports)),)))
    else:
        parts.append(Part(f" ({rests})"))
    return Item(Sentence((*parts, Part("."))), CHANNELS[tie.channel].label, tuple(more))


def mark(entries: Sequence[Entry]) -> str:
    """What is put behind words that the reader was not sure of."""
    return " (uncertain)" if uncertain(entries) else ""


def figure_clauses(reports: Sequence[Reported], notes: Notes) -> Iterator[Part]:
    """Each different number once, with all who give it."""
    for (amount, period), same in numbers.alike(reports).items():
        entries = [report.entry for report in same]
        told = "; ".join(dict.fromkeys(names.told(entry) for entry in entries))
        yield Part(f"{amount}{' ' + period if period else ''} ({told}){mark(entries)}", notes.cite(entries))


def _clauses(tie: Tie, notes: Notes) -> Iterator[Part]:
    for figure in tie.figures:
        yield from figure_clauses(figure.reports, notes)


def _ranges(tie: Tie, notes: Notes) -> Iterator[Sentence]:
    """From which to which number the reports of one figure reach, for each period by itself."""
    for figure in tie.figures:
        periods: dict[str, list[Reported]] = {}
        for report in figure.reports:
            stated = report.period.known and report.period.basis != "assumed"
            periods.setdefault(times.at(report.period, by="until") if stated else "", []).append(report)
        for period, reports in periods.items():
            part = replace(figure, reports=tuple(reports))
            if part.differs:
                words = f"{_head(figure)}{' ' * bool(period)}{period} reach {numbers.span(part)}."
                yield Sentence((Part(words, notes.cite(each.entry for each in reports)),))


def _head(figure: Figure) -> str:
    # Beside shares that say of what they are, "this" would be all of them.
    if figure.unit == "percent" and figure.base is None and figure.owner is None:
        return "The shares reported without saying of what"
    return f"The figures reported for {numbers.subject(figure)}"


def _rests(tie: Tie) -> str:
    words = numbers.counts(tie.reports, tie.origins)
    if tie.first is not None and tie.last is not None:
        first, last = times.time(tie.first), times.time(tie.last)
        words += f", published {first}" if first == last else f"; the first was published {first}, the last {last}"
    return words


def _rests_in_all(of: Outline) -> str:
    words = f"{of.reports:,} reports in all"
    if of.origins is not None:
        words += f", {counted(of.origins, 'independent origin')}"
    if of.denials:
        words += f"; {counted(of.denials, 'report')} to the contrary"
    ended = [last for _, last in of.days if last != date.max]
    return f"{words}; it stood until {times.day(ended[-1])}" if len(ended) == len(of.days) and ended else words


def _turns(tie: Tie, notes: Notes) -> Iterator[Sentence]:
    """When it began and ended, each with those who say so."""
    told = [each for stretch in tie.stretches for each in (stretch.begun, stretch.ended) if each is not None]
    parts: list[Part] = []
    for place, turn in enumerate(told):
        again = " again" if turn.turning == "begins" and place else ""
        words = f"{'it ' if place else 'It '}{_TURNED[turn.turning]}{again} {times.at(turn.interval)}"
        parts += [Part("; ")] * bool(place) + [Part(words, notes.cite(turn.reports))]
    if parts:
        yield Sentence((*parts, Part(".")))


def _age(tie: Tie, notes: Notes, as_of: date | None) -> Iterator[Sentence]:
    """How long ago it was told last, where that is more than a year: what is open stands until its end is told."""
    last = tie.last_told
    if as_of is None or last is None or as_of - last <= _RECENT:
        return
    of = [entry for entry in tie.reports if latest([entry]) == last]
    words = f"Last told {times.day(last)}, {long_before(last, as_of)} before {times.day(as_of)}."
    yield Sentence((Part(words, notes.cite(of)),))


def _periods(tie: Tie, notes: Notes) -> Iterator[Sentence]:
    if not tie.periods:
        return
    parts = [Part("Times given: ")]
    for place, period in enumerate(tie.periods):
        of = [entry for entry in tie.reports if entry.statement.occurred.iso() == period.iso()]
        parts += [Part("; ")] * bool(place) + [Part(times.time(period, by="until"), notes.cite(of))]
    yield Sentence((*parts, Part(".")))


def _against(tie: Tie, notes: Notes) -> Iterator[Sentence]:
    if tie.denied:
        yield Sentence((Part("Denied by "), *speakers(tie.denied, notes), Part(".")))
    others: dict[str, list[Entry]] = {}
    for entry in tie.others:
        others.setdefault(entry.statement.standing.value, []).append(entry)
    for standing in sorted(others):
        words = f"Elsewhere it is only {standing}: {counted(len(others[standing]), 'statement')}."
        yield Sentence((Part(words, notes.cite(others[standing])),))


def speakers(entries: Sequence[Entry], notes: Notes) -> list[Part]:
    """Who says so, each with footnotes: "Maariv (13 July 2023)[3] and SIPRI (in ...)[4]"."""
    same: dict[str, list[Entry]] = {}
    for entry in entries:
        same.setdefault(names.speaker(entry), []).append(entry)
    parts: list[Part] = []
    for place, (name, said) in enumerate(same.items()):
        joint = "" if not place else " and " if place == len(same) - 1 else ", "
        parts.append(Part(f"{joint}{name}{mark(said)}", notes.cite(said)))
    return parts
