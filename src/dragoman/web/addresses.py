"""Where everything stands: the addresses of pages, which stay the same."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, urlencode, urlsplit


def party(code: str) -> str:
    """The page of a state or organisation."""
    return f"/party/{quote(code, safe='')}"


def dyad(one: str, other: str) -> str:
    """The page of two parties; it is one page whichever is named first."""
    return f"/dyad/{'/'.join(quote(each, safe='') for each in sorted((one, other)))}"


def claim(statement: str) -> str:
    """The page of what a statement claims, with all who report it."""
    return f"/claim/{quote(statement, safe=':')}"


def document(identity: str, statement: str | None = None) -> str:
    """The page of a document, at the words of a statement if one is given."""
    return f"/document/{quote(identity, safe=':')}" + (f"#{anchor(statement)}" if statement is not None else "")


def anchor(statement: str) -> str:
    """The name of the place in a document where a statement's words begin."""
    return f"w-{statement.partition(':')[2]}"


def publisher(name: str) -> str:
    """The page of a publisher."""
    return f"/publisher?{urlencode({'name': name})}"


def search(**wanted: str) -> str:
    """The page of a search."""
    return f"/search?{urlencode(wanted)}"


def changed(here: str, **parameters: object) -> str:
    """An address with some of its parameters changed, or left out if they are `None`; it begins with the first page."""
    parts = urlsplit(here)
    taken = {**dict.fromkeys(parameters), "page": None}
    kept = [(name, value) for name, value in parse_qsl(parts.query) if name not in taken]
    new = [(name, str(value)) for name, value in parameters.items() if value is not None]
    return f"{parts.path}?{urlencode([*kept, *new])}" if kept or new else parts.path
