"""That a ledger is whole, and kept in another place too."""

from __future__ import annotations

from pathlib import Path

from dragoman.ledger import Backup
from dragoman.reviewed import Reviewed


class Guarded(Reviewed):
    """Looks after the file of a ledger."""

    def verify(self) -> list[str]:
        """What is wrong with the ledger, as sentences; empty if nothing is."""
        with self._view() as view:
            return view.verify()

    def backup(self, path: str | Path, *, replace: bool = False) -> Backup:
        """Copy the ledger as it is at this moment to a path, also while another program writes into it; returns what
        the copy holds.

        It appears there once it is verified, or not at all; an earlier file is replaced only if asked for. Raises
        `LedgerError`, and `LedgerDamaged` if the ledger does not agree with itself.
        """
        return self._ledger.backup(path, replace=replace)
