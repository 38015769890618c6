"""What it adds up to: pure functions over the entries of a ledger."""

from dragoman.analysis.disputes import Dispute, FigureDispute
from dragoman.analysis.dyads import Dyad, dyad
from dragoman.analysis.figures import Figure, Reported
from dragoman.analysis.occurrences import Occurrence
from dragoman.analysis.prospects import Prospect
from dragoman.analysis.ties import Tie
from dragoman.analysis.timeline import Row
from dragoman.analysis.voices import Voice

__all__ = [
    "Dispute",
    "Dyad",
    "Figure",
    "FigureDispute",
    "Occurrence",
    "Prospect",
    "Reported",
    "Row",
    "Tie",
    "Voice",
    "dyad",
]
