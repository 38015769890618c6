"""A brief as one page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from dragoman.brief.as_markdown import remark
from dragoman.brief.brief import Brief, Footnote, Item, Part, Section, Sentence

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def html(brief: Brief) -> str:
    """The brief as a whole page: its own style, no script, nothing from outside; footnotes link back and forth."""
    return "\n".join(_Page(brief).lines()) + "\n"


def fragment(brief: Brief) -> str:
    """The brief as a part of another page, such as a notebook, in whose style it is shown."""
    return "\n".join(_Page(brief).body()) + "\n"


class _Page:
    """Counts how often each footnote is called, so that each call can be linked back to."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._calls: dict[int, int] = {}

    def lines(self) -> Iterator[str]:
        """The page, line by line."""
        title = escape(self._brief.title)
        style = files(__package__).joinpath("brief.css").read_text(encoding="utf-8").strip()
        yield from ("<!doctype html>", '<html lang="en">', "<head>", '<meta charset="utf-8">')
        yield f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="color-scheme" content="light dark">'
        if self._brief.mark is not None:
            yield f'<meta name="generator" content="{self._brief.mark}">'
        yield from (f"<title>{title}</title>", f"<style>\n{style}\n</style>", "</head>", "<body>")
        yield from self.body()
        yield from ("</body>", "</html>")

    def body(self) -> Iterator[str]:
        """What stands on the page."""
        yield from ("<main>", f"<h1>{escape(self._brief.title)}</h1>")
        yield f'<p class="summary">{self._sentence(self._brief.summary)}</p>'
        for drawing in self._brief.drawings:
            yield f"<figure>{drawing.svg}<figcaption>{escape(drawing.caption)}</figcaption></figure>"
        for section in self._brief.sections:
            yield from self._section(section)
        yield from self._footnotes()
        yield "</main>"

    def _section(self, section: Section) -> Iterator[str]:
        yield from ("<section>", f"<h2>{escape(section.heading)}</h2>", f"<p>{self._sentence(section.lead)}</p>")
        if section.items:
            yield "<ul>"
            for item in section.items:
                yield from self._item(item)
            yield "</ul>"
        yield "</section>"

    def _item(self, item: Item) -> Iterator[str]:
        under = f"<b>{escape(item.under)}</b> " if item.under else ""
        yield f"<li>{under}{self._sentence(item.sentence)}{_address(item.url)}"
        if item.more:
            yield from ("<ul>", *(f"<li>{self._sentence(sentence)}</li>" for sentence in item.more), "</ul>")
        yield "</li>"

    def _sentence(self, sentence: Sentence) -> str:
        return "".join(self._part(part) for part in sentence.parts)

    def _part(self, part: Part) -> str:
        return escape(part.text) + "".join(self._call(note) for note in part.notes)

    def _call(self, note: int) -> str:
        self._calls[note] = call = self._calls.get(note, 0) + 1
        return f'<sup><a href="#note-{note}" id="call-{note}-{call}">[{note}]</a></sup>'

    def _footnotes(self) -> Iterator[str]:
        if not self._brief.footnotes:
            return
        yield from ('<section class="footnotes">', "<h2>Footnotes</h2>", "<ol>")
        yield from (self._footnote(note) for note in self._brief.footnotes)
        yield from ("</ol>", "</section>")

    def _footnote(self, note: Footnote) -> str:
        title = f", <cite>{escape(note.title)}</cite>" if note.title else ""
        quoted = " […] ".join(escape(piece) for piece in note.pieces)
        cited = ", ".join(f"<code>{escape(each.id)}</code>{remark(each)}" for each in note.statements)
        calls = range(1, self._calls.get(note.number, 0) + 1)
        back = " ".join(f'<a href="#call-{note.number}-{call}" aria-label="back">↩</a>' for call in calls)
        return (
            f'<li id="note-{note.number}" value="{note.number}">{escape(note.voices)}, {escape(note.published)}{title}:'
            f' <q dir="auto">{quoted}</q> <span class="cited">{cited}</span> <span class="back">{back}</span></li>'
        )


def _address(url: str | None) -> str:
    """An address one can follow if it is one of the web, otherwise as words."""
    if url is None:
        return ""
    if not url.startswith(("https://", "http://")):
        return f" {escape(url)}"
    return f' <a class="url" href="{escape(url)}" rel="noreferrer">{escape(url)}</a>'
