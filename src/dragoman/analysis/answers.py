"""Several results of one kind: tuples that can also be seen as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Final, TypeVar

from dragoman.analysis.borrowings import Borrowing
from dragoman.analysis.changes import Change
from dragoman.analysis.exposure import COLUMNS, Exposure
from dragoman.analysis.figures import Reported
from dragoman.analysis.forecasts import Forecast
from dragoman.analysis.frame import Frame, Shown
from dragoman.analysis.quantities import Measured
from dragoman.analysis.stretches import Stretch
from dragoman.analysis.ties import Tie
from dragoman.records import Document, Entry, Party

Result = TypeVar("Result")
Row = tuple[object, ...]

_TIES: Final = "channel actor recipient since begun ended last_told reports denied origins statements"
_QUANTITIES: Final = (
    "type actor recipient low high approximate unit base owner words from to standing publisher published chain "
    "origins conflicts_with statement"
)
_FORECASTS: Final = (
    "speaker type actor recipient by probability_low probability_high probability_words reasons doubts outcome "
    "settled_by publisher published evidence statement"
)
_CHANGES: Final = (
    "kind type actor recipient standing is_first reports_before reports_after origins_before origins_after figure "
    "statements"
)
_BORROWINGS: Final = (
    "document publisher published title kind of of_publisher of_published of_title chain share first passages "
    "start end passage of_start of_end of_passage likeness"
)


class Answers(tuple[Result, ...], Shown):
    """A tuple of results that is also a table with the same columns whatever is in it; made of any such results.

    Parties are codes, several of them, like several ids, parted by `; `.
    """

    __slots__ = ()
    columns: ClassVar[tuple[str, ...]] = ()

    def _rows(self) -> Iterator[Row]:
        """The rows of the table, in the order of the results."""
        raise NotImplementedError

    def table(self) -> Frame:
        """The results as rows."""
        return Frame(self.columns, tuple(self._rows()))

    def __repr__(self) -> str:
        # Results hold whole documents, which nobody wants in a terminal.
        return f"<{type(self).__name__}: {len(self)}>"


class Ties(Answers[Tie]):
    """Ties: a row for each time in which one stands.

    `since`, `begun` and `ended` are days: the first on which it is reported to stand, and those on which it is told to
    have begun and ended; `last_told` is when the last report that it stands was published. `reports` and `statements`
    are those of that time, `denied` and `origins` those of the tie.
    """

    __slots__ = ()
    columns = tuple(_TIES.split())

    def _rows(self) -> Iterator[Row]:
        return (_stretch(tie, stretch) for tie in self for stretch in tie.stretches)


class Quantities(Answers[Measured]):
    """Figures: a row for each report of one; `low` and `high` in the `unit`, `None` if open, `from` and `to` days."""

    __slots__ = ()
    columns = tuple(_QUANTITIES.split())

    def _rows(self) -> Iterator[Row]:
        for measured in self:
            for report, against in zip(measured.reports, measured.against, strict=True):
                yield figure_row(measured, report, against)


class Forecasts(Answers[Forecast]):
    """Predictions, a row each; `by` is a day, probabilities are from 0 to 1."""

    __slots__ = ()
    columns = tuple(_FORECASTS.split())

    def _rows(self) -> Iterator[Row]:
        return map(_forecast, self)


class Exposures(Answers[Exposure]):
    """Exposures: a row for each partner, `low` and `high` in per cent of the base, then what is unexplained."""

    __slots__ = ()
    columns = COLUMNS

    def _rows(self) -> Iterator[Row]:
        return (row for each in self for row in each.table().rows)


class Changes(Answers[Change]):
    """Changes, a row each, with how many reports and independent origins there were and are.

    `figure` is a new number in its document's words, `statements` what is reported now, of what is gone what was.
    """

    __slots__ = ()
    columns = tuple(_CHANGES.split())

    def _rows(self) -> Iterator[Row]:
        return map(_change, self)


class Borrowings(Answers[Borrowing]):
    """What documents have from others: a row for each passage, and one for what has none.

    `share` and `likeness` are from 0 to 1; `start`, `end` and `of_start`, `of_end` count the characters of the document
    and of the other one. Without passages, `passage` is the words that name the other.
    """

    __slots__ = ()
    columns = tuple(_BORROWINGS.split())

    def _rows(self) -> Iterator[Row]:
        return (row for each in self for row in _borrowing(each))


def joined(parts: Iterable[str]) -> str:
    """Several texts in one cell."""
    return "; ".join(parts)


def _stretch(tie: Tie, stretch: Stretch) -> Row:
    begun = stretch.begun.interval.start or stretch.begun.interval.end if stretch.begun is not None else None
    ended = stretch.ended.interval.end or stretch.ended.interval.start if stretch.ended is not None else None
    return (
        *(tie.channel, joined(tie.occurrence.actor), joined(tie.occurrence.recipient), stretch.since, begun, ended),
        stretch.last_told,
        *(len(stretch.reports), len(tie.denied), tie.origins, _ids(stretch.reports)),
    )


def figure_row(measured: Measured, report: Reported, against: Iterable[Reported]) -> Row:
    """A figure as a row of a table of `Quantities`; `against` are those with which it conflicts."""
    quantity, entry = report.quantity, report.entry
    return (
        *(measured.type, joined(measured.actor), joined(measured.recipient)),
        *(quantity.low, quantity.high, quantity.approximate, quantity.unit, quantity.of, quantity.whose),
        *(quantity.mention.text, report.period.start, report.period.end, entry.statement.standing.value),
        *(entry.document.publisher, _published(entry)),
        joined(link.source.name for link in entry.statement.chain),
        *(entry.origins, joined(each.entry.statement.id for each in against), entry.statement.id),
    )


def _forecast(forecast: Forecast) -> Row:
    entry, chance = forecast.entry, forecast.chance
    low, high, words = (chance.low, chance.high, chance.words) if chance else (None, None, None)
    return (
        *(forecast.speaker, entry.statement.type, _keys(entry.statement.actor), _keys(entry.statement.recipient)),
        *(forecast.by, low, high, words, joined(forecast.reasons), joined(forecast.doubts)),
        *(forecast.outcome, _ids(forecast.settled_by), entry.document.publisher, _published(entry)),
        *(entry.statement.evidence.text, entry.statement.id),
    )


def _change(change: Change) -> Row:
    of = change.occurrence
    return (
        *(change.kind, of.type, joined(of.actor), joined(of.recipient), change.standing.value, change.is_first),
        *(len(change.before), len(change.after), change.origins_before, change.origins_after),
        change.quantity.phrase if change.quantity is not None else None,
        _ids(change.after or change.before),
    )


def _borrowing(borrowing: Borrowing) -> Iterator[Row]:
    of, passages = borrowing.of, borrowing.passages
    head = (
        *_described(borrowing.document),
        borrowing.kind,
        *(_described(of) if of is not None else (None,) * 4),
        " ‹ ".join(borrowing.chain),
        *(borrowing.share, borrowing.first, len(passages)),
    )
    for each in passages:
        here, there = each.here, each.there
        yield (*head, here.start, here.end, here.text, there.start, there.end, there.text, each.likeness)
    if not passages:
        naming = borrowing.naming
        place = (naming.start, naming.end, naming.text) if naming is not None else (None,) * 3
        yield (*head, *place, None, None, None, None)


def _described(document: Document) -> Row:
    published = document.published.iso() if document.published is not None else None
    return (document.id, document.publisher, published, document.title)


def _keys(parties: Iterable[Party]) -> str:
    return joined(party.key for party in parties)


def _ids(entries: Sequence[Entry]) -> str:
    return joined(entry.statement.id for entry in entries)


def _published(entry: Entry) -> str | None:
    """A day, month or year in ISO's way, as the document gives it."""
    published = entry.document.published
    return published.iso() if published is not None else None
