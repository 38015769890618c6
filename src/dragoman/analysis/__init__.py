"""What it adds up to: pure functions over the entries of a ledger."""

from dragoman.analysis.borrowings import Borrowing, borrowings, of_document, of_publisher
from dragoman.analysis.branching import Branch, branches
from dragoman.analysis.changes import Change, changes
from dragoman.analysis.descent import Descent, Heard, Origin, descents
from dragoman.analysis.disputes import Dispute, FigureDispute
from dragoman.analysis.dyads import Dyad, dyad
from dragoman.analysis.figures import Figure, Reported
from dragoman.analysis.forecasts import Forecast, Record, forecasts, record
from dragoman.analysis.occurrences import Occurrence, gathered
from dragoman.analysis.one_a_day import one_a_day
from dragoman.analysis.prospects import Prospect
from dragoman.analysis.quantities import Measured, quantities
from dragoman.analysis.rereading import Rereading
from dragoman.analysis.stretches import Stretch, Turn, is_ending
from dragoman.analysis.ties import Tie, stands, ties
from dragoman.analysis.timeline import Row
from dragoman.analysis.voices import Voice

__all__ = [
    "Borrowing",
    "Branch",
    "Change",
    "Descent",
    "Dispute",
    "Dyad",
    "Figure",
    "FigureDispute",
    "Forecast",
    "Heard",
    "Measured",
    "Occurrence",
    "Origin",
    "Prospect",
    "Record",
    "Reported",
    "Rereading",
    "Row",
    "Stretch",
    "Tie",
    "Turn",
    "Voice",
    "borrowings",
    "branches",
    "changes",
    "descents",
    "dyad",
    "forecasts",
    "gathered",
    "is_ending",
    "of_document",
    "of_publisher",
    "one_a_day",
    "quantities",
    "record",
    "stands",
    "ties",
]
