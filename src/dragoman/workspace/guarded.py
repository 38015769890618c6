"""That a ledger is whole, and kept in another place too."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path

from dragoman.asking.reviewed import Reviewed
from dragoman.deriving.derive import derive, differences
from dragoman.ledger import Backup, Writer
from dragoman.settings import Settings


class Guarded(Reviewed):
    """Looks after the file of a ledger."""

    _settings: Settings

    @abstractmethod
    def _writer(self) -> Writer:
        """The one writer."""

    def verify(self, *, deep: bool = False) -> list[str]:
        """What is wrong with the ledger, as sentences; empty if nothing is.

        With `deep` all that is derived is derived anew in a copy of the ledger, in the folder for temporary files, and
        compared; `reconcile` puts right what is then found. Raises `LedgerError` if there is no room for the copy.
        """
        with self._view() as view:
            found = view.verify()
        return found if found or not deep else differences(self._ledger, recorded=self._settings.now())

    def reconcile(self) -> None:
        """Derive anew all that follows from what is stored. Raises `LedgerBusy`, and `InvalidValue` on a workspace of
        the past.
        """
        with self._writer() as writer:
            writer.drop_derived()
            derive(writer, recorded=self._settings.now())

    def backup(self, path: str | Path, *, replace: bool = False) -> Backup:
        """Copy the ledger as it is at this moment to a path, also while another program writes into it; returns what
        the copy holds.

        It appears there once it is verified, or not at all; an earlier file is replaced only if asked for. Raises
        `LedgerError`, and `LedgerDamaged` if the ledger does not agree with itself.
        """
        return self._ledger.backup(path, replace=replace)
