"""A brief before it is given a format: sections of sentences whose words carry footnotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module

from dragoman.brief.mark import Mark
from dragoman.records import Standing


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a sentence and the numbers of the footnotes that stand behind them."""

    text: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with footnotes."""

    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The words without the footnotes."""
        return "".join(part.text for part in self.parts)

    @property
    def notes(self) -> tuple[int, ...]:
        """The numbers of all its footnotes, in order, each once."""
        return tuple(dict.fromkeys(note for part in self.parts for note in part.notes))


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a section: what it says, the time or kind it stands under, what belongs to it, an address."""

    sentence: Sentence
    under: str | None = None
    more: tuple[Sentence, ...] = ()
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a sentence on what stands below it or that there is nothing, and its lines."""

    heading: str
    lead: Sentence
    items: tuple[Item, ...] = ()

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences of the section."""
        yield self.lead
        for item in self.items:
            yield item.sentence
            yield from item.more


@dataclass(frozen=True, slots=True)
class Cited:
    """A statement that a footnote stands for: its id opens it in the ledger."""

    id: str
    standing: Standing
    uncertain: bool


@dataclass(frozen=True, slots=True)
class Footnote:
    """Where words come from: the publisher and those it quotes (outermost first), and the exact words.

    `published` is in words, `undated` if unknown; `pieces` are the quoted words, exact, several where something is left
    out between them; `statements` all that the same words of the same speaker are cited for.
    """

    number: int
    publisher: str
    published: str
    title: str | None
    quoting: tuple[str, ...]
    pieces: tuple[str, ...]
    statements: tuple[Cited, ...]

    @property
    def voices(self) -> str:
        """Who says so: "Maariv, quoting Israeli officials"."""
        return ", quoting ".join((self.publisher, *self.quoting))


@dataclass(frozen=True, slots=True)
class Drawing:
    """A vector drawing: its title, itself as an SVG element that takes its text colour from around it, and the words
    under it: what it shows, how it is read, what is left out.
    """

    title: str
    svg: str
    caption: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What is said about a party, several, or a channel, with all that stands behind it; `mark` tells until when."""

    title: str
    as_of: date | None
    summary: Sentence
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    drawings: tuple[Drawing, ...] = ()
    mark: Mark | None = None

    def _repr_html_(self) -> str:
        # Pages are made of briefs, and are only looked up when a notebook shows one.
        return str(import_module("dragoman.brief.as_html").fragment(self))
