"""What is kept: one SQLite file that only grows, written by a `Writer` and read through a `View`."""

from dragoman.ledger.backup import Backup
from dragoman.ledger.catalogue import Coverage, Listed, Presence, Shared
from dragoman.ledger.counts import Counts
from dragoman.ledger.derived import Derived, Support
from dragoman.ledger.filters import Filters
from dragoman.ledger.finding import Facets
from dragoman.ledger.hit import Hit
from dragoman.ledger.ledger import Ledger
from dragoman.ledger.lists import Wanted
from dragoman.ledger.offer import Offer
from dragoman.ledger.outlines import ALL, Among
from dragoman.ledger.runs import Run
from dragoman.ledger.view import View
from dragoman.ledger.writer import Writer

__all__ = [
    "ALL",
    "Among",
    "Backup",
    "Counts",
    "Coverage",
    "Derived",
    "Facets",
    "Filters",
    "Hit",
    "Ledger",
    "Listed",
    "Offer",
    "Presence",
    "Run",
    "Shared",
    "Support",
    "View",
    "Wanted",
    "Writer",
]
