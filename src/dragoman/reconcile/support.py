"""How many independent origins stand behind an occurrence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.records import Entry, Standing


def support(
    entries: Iterable[Entry], occurrence: Mapping[str, str], origin: Mapping[str, str]
) -> dict[tuple[str, Standing], int]:
    """The number of different origins for each occurrence and standing: who denies a thing does not support it.

    `occurrence` and `origin` are by statement id, as `occurrences` and `origins` give them.
    """
    found: dict[tuple[str, Standing], set[str]] = {}
    for entry in entries:
        statement = entry.statement
        found.setdefault((occurrence[statement.id], statement.standing), set()).add(origin[statement.id])
    return {key: len(origins) for key, origins in found.items()}
