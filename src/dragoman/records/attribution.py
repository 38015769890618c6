"""Who says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.records.span import Span

SourceKind = Literal["publisher", "person", "office", "organisation", "document", "anonymous"]


@dataclass(frozen=True, slots=True)
class Source:
    """Whom a text quotes: a newspaper, a minister, an institute, a leaked cable, unnamed officials."""

    name: str
    kind: SourceKind
    code: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link of a chain: the source, its reporting words (cue), whether quoted directly.

    `mention` is the source's words in the document (PARC, PolNeAR: source, cue, content).
    """

    source: Source
    mention: Span
    cue: str | None = None
    direct: bool = False


def folded(name: str) -> str:
    """What the names of one publisher or source share, however they are written."""
    return " ".join(name.casefold().split()).removeprefix("the ")
