"""Where parties are at home: capitals and seats, from `places.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.codebook.organisations import organisations
from dragoman.codebook.rows import rows


@dataclass(frozen=True, slots=True)
class Place:
    """A town, in degrees: north of the equator and east of Greenwich are positive."""

    name: str
    latitude: float
    longitude: float


def home(party: str) -> Place | None:
    """The capital of a state, the seat of an organisation, or the capital of the state that it mostly acts in.

    `None` of parties that are in no one place, such as groups of states without a seat, and of what has no code.
    """
    found = places().get(party)
    return found if found is not None else places().get(_states().get(party, ""))


@cache
def places() -> dict[str, Place]:
    """The places of the table, by the code of the party."""
    return {
        row["code"]: Place(row["place"], float(row["latitude"]), float(row["longitude"])) for row in rows("places.csv")
    }


@cache
def _states() -> dict[str, str]:
    # A route is in many states, whosever it is.
    return {each.code: each.state for each in organisations() if each.state is not None and each.kind != "route"}
