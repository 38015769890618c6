"""What RDF is made of, as Turtle writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

#: The namespaces whose prefixes are written out at the head.
PREFIXES: Final = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dragoman": "urn:dragoman:vocabulary:",
}
_DATES: Final = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED: Final = re.compile(r'["\\\x00-\x1f\x7f-\x9f]')
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_URL: Final = re.compile(r"https?://[^/]", re.IGNORECASE)

#: A predicate and its objects.
Said = tuple[str, Iterable[str]]


def head() -> str:
    """The lines that name the prefixes."""
    return "".join(f"@prefix {name}: <{of}> .\n" for name, of in PREFIXES.items())


def block(subject: str, *said: Said) -> str:
    """A subject with its predicates, those without objects left out; nothing if none has any."""
    given = [(predicate, [*objects]) for predicate, objects in said]
    told = " ;\n    ".join(f"{predicate} {', '.join(objects)}" for predicate, objects in given if objects)
    return f"{subject} {told} .\n" if told else ""


def name(identity: str) -> str:
    """The IRI of something that has an id: `<urn:dragoman:s1:4f2a>`."""
    return f"<urn:dragoman:{quote(identity, safe=':#=,-._~')}>"


def url(typed: str | None) -> list[str]:
    """An address of the web as an IRI; nothing if it is none."""
    if typed is None or _URL.match(typed) is None:
        return []
    return [f"<{quote(_SURROGATE.sub('', typed), safe=_SAFE)}>"]


def text(value: str | None) -> list[str]:
    """A text; nothing if there is none."""
    if not value:
        return []
    escaped = _ESCAPED.sub(lambda match: _ESCAPES.get(match[0], f"\\u{ord(match[0]):04X}"), value)
    return ['"' + _SURROGATE.sub("\ufffd", escaped) + '"']


def date(iso: str | None) -> list[str]:
    """A day, month or year with its type, anything longer as a text; nothing if there is none."""
    if iso is None:
        return []
    type_ = _DATES.get(len(iso)) if "/" not in iso else None
    return [f'"{iso}"^^{type_}' if type_ is not None else f'"{iso}"']


def moment(iso: str | None) -> list[str]:
    """A timestamp; nothing if there is none."""
    return [f'"{iso}"^^xsd:dateTime'] if iso is not None else []


#: What an address may hold as it is; a percent sign has been escaped already.
_SAFE: Final = "%:/?#[]@!$&'()*+,;=-._~"
