"""The ledger's own clock: moments as text that sorts by time."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from dragoman.errors import InvalidValue

#: Later than anything that a ledger can record.
FOREVER = "9999-12-31T23:59:59.999999"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def moment(text: str) -> str:
    """An ISO timestamp as the ledger stores it: UTC, without a zone, so that text order is the order of time.

    A timestamp without a zone is taken as UTC, a day as its first moment; raises `InvalidValue` for anything else.
    """
    try:
        parsed = datetime.fromisoformat(text.strip())
        aware = parsed if parsed.tzinfo is not None else parsed.replace(tzinfo=UTC)
        return aware.astimezone(UTC).replace(tzinfo=None).isoformat()
    except (ValueError, OverflowError) as error:
        raise InvalidValue(
            f"{text!r} is not a moment; write a day (2024-05-30) or a timestamp (2024-05-30T12:00:00Z)."
        ) from error


def end_of(known: str | None) -> str:
    """The last moment that `known` covers: the whole day for a day, and everything for `None`."""
    if known is None:
        return FOREVER
    first = moment(known)
    return f"{first[:10]}T23:59:59.999999" if _DAY.fullmatch(known.strip()) else first


def day_or_moment(known: str) -> date:
    """What `known` means, a day or a `datetime` in UTC; raises `InvalidValue`."""
    if _DAY.fullmatch(known.strip()):
        return date.fromisoformat(moment(known)[:10])
    return datetime.fromisoformat(moment(known)).replace(tzinfo=UTC)


def shown(stored: str | None) -> str | None:
    """A stored moment as an ISO timestamp that names its zone, `2024-05-30T12:00:00Z`."""
    return None if stored is None else f"{stored}Z"
