"""What the surroundings say, read once and handed down by argument."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from dragoman.errors import InvalidValue

#: More digits than these may name a year after 9999, which no date can.
_DIGITS = 11


@dataclass(frozen=True, slots=True)
class Settings:
    """`epoch`: seconds since 1970 to write on rows in place of the present moment, for ledgers that can be rebuilt."""

    epoch: int | None = None

    @classmethod
    def of(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """The settings of an environment: `SOURCE_DATE_EPOCH`, as reproducible-builds.org defines it."""
        text = environment.get("SOURCE_DATE_EPOCH")
        if text is not None and not (text.isdecimal() and len(text) <= _DIGITS):
            raise InvalidValue(f"SOURCE_DATE_EPOCH is {text!r}; it must be seconds since 1970, or unset.")
        return cls(int(text) if text is not None else None)

    def now(self) -> str:
        """The moment to record, as an ISO timestamp in UTC."""
        moment = datetime.now(UTC) if self.epoch is None else datetime.fromtimestamp(self.epoch, UTC)
        return moment.isoformat().replace("+00:00", "Z")
