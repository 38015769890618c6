"""What a drawing is made of, read back from its markup."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from dragoman.brief.brief import Drawing

SVG = "{http://www.w3.org/2000/svg}"


def opened(drawing: Drawing | None) -> ElementTree.Element:
    """The drawing as XML, which it must be."""
    assert drawing is not None
    return ElementTree.fromstring(drawing.svg)


def texts(drawing: Drawing | None) -> list[str]:
    """All lines of text, in order."""
    return [each.text or "" for each in opened(drawing).iter(f"{SVG}text")]


def groups(drawing: Drawing | None) -> Iterator[tuple[str, str, ElementTree.Element]]:
    """The marks with a title: their class, the title, and themselves; not the key, which says its own class."""
    for group in opened(drawing).iter(f"{SVG}g"):
        title = group.find(f"{SVG}title")
        if title is not None and group.get("class") and title.text != group.get("class"):
            yield group.attrib["class"], title.text or "", group


def titles(drawing: Drawing | None) -> list[str]:
    """What pointing at the marks tells, in order."""
    return [title for _, title, _ in groups(drawing)]
