"""What the origins of statements are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from dragoman.reconcile.roots import Documents
from dragoman.records import Document, Entry

#: An occurrence and the key of an origin.
_Key = tuple[str, str]


def originals(
    entries: Sequence[Entry],
    occurrence: Mapping[str, str],
    origin: Mapping[str, str],
    documents: Documents | None = None,
) -> dict[_Key, str]:
    """The name of each origin by occurrence and key: the publisher of the document in which it began, the name of the
    source that is quoted, or unnamed sources and who quotes them.

    `occurrence` and `origin` are by statement id, as `occurrences` and `origins` give them; `documents` gives the
    documents by id, left out those of the entries are known.
    """
    own = {entry.document.id: entry.document for entry in entries}
    given = own.get if documents is None else cache(lambda each: own[each] if each in own else documents(each))
    found: dict[_Key, str] = {}
    for entry in entries:
        key = (occurrence[entry.statement.id], origin[entry.statement.id])
        name = _name(key[1], entry, given)
        # One source is called by several names; the shortest of them, or the first of the alphabet.
        found[key] = min(found.get(key, name), name, key=lambda each: (len(each), each))
    return found


def _name(origin: str, entry: Entry, documents: Documents) -> str:
    kind, _, rest = origin.partition(":")
    if kind == "d1":
        return _published_by(documents(origin) or entry.document)
    if kind == "unnamed":
        code, _, quoting = rest.partition(":")
        return f"unnamed sources{f' of {code}' if code else ''}, quoted by {_quoting(quoting, entry, documents)}"
    chain = entry.statement.chain
    return chain[-1].source.name if chain else rest


def _quoting(name: str, entry: Entry, documents: Documents) -> str:
    document = documents(name) if name.startswith("d1:") else None
    if document is not None:
        return _published_by(document)
    publisher = entry.document.publisher
    return publisher if publisher is not None and publisher.casefold().removeprefix("the ") == name else name


def _published_by(document: Document) -> str:
    return document.publisher or document.title or document.id
