"""What several documents say about the same thing: who copies whom, which reports share an occurrence."""

from dragoman.reconcile.finding import Finding, reconcile
from dragoman.reconcile.lineage import origins
from dragoman.reconcile.occurrences import occurrences
from dragoman.reconcile.support import support

__all__ = ["Finding", "occurrences", "origins", "reconcile", "support"]
