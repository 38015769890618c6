"""What several documents say about the same thing: who copies whom, which reports share an occurrence."""

from dragoman.reconcile.beginnings import beginnings
from dragoman.reconcile.candidates import Pair, among, candidates, changes
from dragoman.reconcile.citing import Citation, citations
from dragoman.reconcile.copying import age, copies
from dragoman.reconcile.finding import Finding, reconcile
from dragoman.reconcile.heap import Heap
from dragoman.reconcile.judged import linked, needed
from dragoman.reconcile.lineage import normalised, origins
from dragoman.reconcile.occurrences import VISITS, matter, meeting, meeting_matter, occurrences
from dragoman.reconcile.roots import Documents, roots
from dragoman.reconcile.sharing import Shared, copied, retold
from dragoman.reconcile.sketches import Hashes, fingerprint, hashes_of, is_current, sketch
from dragoman.reconcile.support import support

__all__ = [
    "VISITS",
    "Citation",
    "Documents",
    "Finding",
    "Hashes",
    "Heap",
    "Pair",
    "Shared",
    "age",
    "among",
    "beginnings",
    "candidates",
    "changes",
    "citations",
    "copied",
    "copies",
    "fingerprint",
    "hashes_of",
    "is_current",
    "linked",
    "matter",
    "meeting",
    "meeting_matter",
    "needed",
    "normalised",
    "occurrences",
    "origins",
    "reconcile",
    "retold",
    "roots",
    "sketch",
    "support",
]
