"""The nouns: frozen records that know no library."""

from dragoman.records.anchor import Anchor
from dragoman.records.attribution import Attribution, Source
from dragoman.records.dates import Interval
from dragoman.records.decision import Decision
from dragoman.records.document import Document
from dragoman.records.entry import Entry
from dragoman.records.outline import Outline, TurningDay
from dragoman.records.party import Party
from dragoman.records.passage import Passage
from dragoman.records.quantity import Quantity
from dragoman.records.reading import Copy, Failure, Reading
from dragoman.records.report import Imported, Report
from dragoman.records.span import Span
from dragoman.records.standing import Standing
from dragoman.records.statement import Statement

__all__ = [
    "Anchor",
    "Attribution",
    "Copy",
    "Decision",
    "Document",
    "Entry",
    "Failure",
    "Imported",
    "Interval",
    "Outline",
    "Party",
    "Passage",
    "Quantity",
    "Reading",
    "Report",
    "Source",
    "Span",
    "Standing",
    "Statement",
    "TurningDay",
]
