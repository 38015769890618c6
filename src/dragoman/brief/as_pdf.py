"""A brief as PDF, in the markup of Typst."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.brief.as_markdown import remark
from dragoman.brief.brief import Brief, Footnote, Item, Section, Sentence
from dragoman.brief.typesetting import string, typeset

#: What the page looks like. Words of documents never stand here: they are strings, which Typst does not read as markup.
_STYLE = """\
#set page(paper: "a4", margin: (x: 2.4cm, y: 2.2cm), numbering: "1 / 1")
#set text(font: "Libertinus Serif", size: 10.5pt, lang: "en")
#set par(justify: true)
#set list(spacing: 0.8em)
#show heading.where(level: 1): set text(size: 18pt)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading: set block(above: 1.4em, below: 0.7em)
#show footnote.entry: set text(size: 8pt)
#show figure.caption: it => block(text(size: 8.5pt, align(left, it.body)))
#show link: set text(fill: rgb("#1f4e79"))
"""


def pdf(brief: Brief) -> bytes:
    """The brief as the bytes of a PDF with live footnotes, the same for the same brief.

    Raises `MissingExtra` if Typst is not installed.
    """
    return typeset(markup(brief), "pdf")


def markup(brief: Brief) -> str:
    """The brief in Typst's own markup."""
    return "\n".join(_Markup(brief).lines()) + "\n"


class _Markup:
    """Writes each footnote where it is first called, and refers to it from there on."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._notes = {note.number: note for note in brief.footnotes}
        self._written: set[int] = set()

    def lines(self) -> Iterator[str]:
        mark = f", keywords: {string(str(self._brief.mark))}" if self._brief.mark is not None else ""
        yield f"#set document(title: {string(self._brief.title)}{mark}, date: none)"
        yield _STYLE
        yield f"#heading(level: 1, {string(self._brief.title)})"
        yield self._sentence(self._brief.summary)
        for drawing in self._brief.drawings:
            image = f'image(bytes({string(drawing.svg)}), format: "svg", width: 100%)'
            yield f"#figure({image}, caption: {string(drawing.caption)}, numbering: none, supplement: none)"
        for section in self._brief.sections:
            yield from self._section(section)

    def _section(self, section: Section) -> Iterator[str]:
        yield from ("", f"#heading(level: 2, {string(section.heading)})", self._sentence(section.lead), "")
        yield from (self._item(item) for item in section.items)

    def _item(self, item: Item) -> str:
        under = f"#strong({string(item.under)}) " if item.under else ""
        address = f" {_address(item.url)}" if item.url else ""
        first = f"- {under}{self._sentence(item.sentence)}{address}"
        return "\n".join([first, *(f"  - {self._sentence(sentence)}" for sentence in item.more)])

    def _sentence(self, sentence: Sentence) -> str:
        return "".join(
            f"#{string(part.text)}{'#super[, ]'.join(self._call(note) for note in part.notes)}"
            for part in sentence.parts
        )

    def _call(self, number: int) -> str:
        if number in self._written:
            # Typst may lose the label of a footnote that moves to the next page; that of a place in the text stays.
            return f"#super(link(<call-{number}>)[{number}])"
        self._written.add(number)
        return f"#[#metadata(none)<call-{number}>]#footnote[{_note(self._notes[number])}]"


def _address(url: str) -> str:
    """An address that can be followed if it is one of the web."""
    return f"#link({string(url)})" if url.startswith(("https://", "http://")) else f"#{string(url)}"


def _note(note: Footnote) -> str:
    title = f'#", "#emph({string(note.title)})' if note.title else ""
    quoted = " […] ".join(note.pieces)
    cited = ", ".join(f"{each.id}{remark(each)}" for each in note.statements)
    return f"#{string(f'{note.voices}, {note.published}')}{title}#{string(f': “{quoted}” ')}#raw({string(cited)})"
