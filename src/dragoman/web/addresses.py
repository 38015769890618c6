"""Where everything stands: the addresses of pages, which stay the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
    at = f"?{urlencode({'at': statement}, safe=':')}#{anchor(statement)}" if statement is not None else ""
    return f"/document/{quote(identity, safe=':')}{at}"


def note(identity: str, statement: str, number: int) -> str:
    """The page of a document with the note on a statement, that of a number, opened for judging."""
    return f"{document(identity)}?{urlencode({'at': statement}, safe=':')}#n{number}"


def judged(address: str, decision: str) -> str:
    """The address of a document, as far as it is one of this desk's, where a decision is told; else that of all."""
    if is_here(address) and address.startswith("/document/"):
        return f"{changed(address, done=decision)}#judged"
    return f"/decisions?{urlencode({'undone': 1, 'done': decision}, safe=':')}"


def anchor(statement: str) -> str:
    """The name of the place in a document where a statement's words begin."""
    return f"w-{statement.partition(':')[2]}"


def publisher(name: str) -> str:
    """The page of a publisher."""
    return f"/publisher?{urlencode({'name': name})}"


def brief(form: str, parties: Iterable[str], date: object = None) -> str:
    """A brief on parties, on a day if one is given."""
    return f"/brief.{form}?{urlencode([*(('party', each) for each in parties), *([('date', date)] if date else [])])}"


def reviewed(wanted: Iterable[tuple[str, str]]) -> str:
    """The review of those statements that are wanted."""
    query = urlencode([*wanted], safe=":")
    return f"/review?{query}" if query else "/review"


def retraction(scope: str, name: str) -> str:
    """The page that tells what would fall with a document, publisher or source."""
    return f"/retract?{urlencode({'scope': scope, 'name': name}, safe=':')}"


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


def scenario(supposed: Iterable[tuple[str, str]], **more: object) -> str:
    """The page of a scenario: what is supposed, by its parts, and its name and day if they are given."""
    query = urlencode([*supposed, *((name, str(value)) for name, value in more.items() if value is not None)])
    return f"/whatif?{query}" if query else "/whatif"


def with_one(here: str, name: str, value: str) -> str:
    """An address with one more value of a parameter; of a publisher there is one at most."""
    return adding(here, instead=("page", name) if name == "publisher" else ("page",))([(name, value)])


def adding(here: str, *, instead: tuple[str, ...] = ("page",)) -> Callable[[Iterable[tuple[str, str]]], str]:
    """What gives an address with more values of parameters, those of some taken out; it is taken apart once for all."""
    parts = urlsplit(here)
    kept = [each for each in parse_qsl(parts.query) if each[0] not in instead]
    begun = urlencode(kept)

    def address(more: Iterable[tuple[str, str]]) -> str:
        new = urlencode([each for each in more if each not in kept])
        query = "&".join(part for part in (begun, new) if part)
        return f"{parts.path}?{query}" if query else parts.path

    return address


def without(here: str, name: str, value: str) -> str:
    """An address without a value of a parameter, in whatever way that is written."""
    parts = urlsplit(here)
    kept = [each for each in parse_qsl(parts.query) if each[0] not in ("page", name)]
    left = [each for each in parse_qsl(parts.query) if each[0] == name and each[1] != value]
    return f"{parts.path}?{urlencode([*kept, *left])}" if kept or left else parts.path


def login(back: str) -> str:
    """The page on which one signs in, to go on to an address."""
    return f"/login?{urlencode({'back': back})}" if back != "/" else "/login"


def is_here(address: str) -> bool:
    """Whether an address is one of this desk's; `//host` and `/\\host` lead elsewhere."""
    return address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
