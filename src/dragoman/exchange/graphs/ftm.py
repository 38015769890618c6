"""Parties, articles, ties and events as a stream of followthemoney entities, one JSON object a line.

The model of followthemoney has no schema for supply, alliance or threat: a tie is an `UnknownLink` whose role is its
channel, a membership a `Membership`, an event an `Event`. What that loses is in `dragoman export --as statements`.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from dragoman.codebook.names import label
from dragoman.codebook.ties import CHANNELS
from dragoman.exchange.exported import Exported
from dragoman.exchange.gathering import Gathered, Spell, gathered
from dragoman.exchange.graphs.attributes import around
from dragoman.exchange.graphs.ftm_parties import Body, body_of, country, named
from dragoman.exchange.manifest import Manifest
from dragoman.exchange.policy import Policy
from dragoman.records import Document, Interval, Party

#: Schemata that followthemoney takes for organisations.
_ORGANISATIONS: Final = ("Organization", "PublicBody", "Company")
#: What the ids of the stream begin with; they may hold letters, digits, points and hyphens.
PREFIX: Final = "dragoman-"


@dataclass(slots=True)
class _Seen:
    """What the entries name: documents without their texts, the persons and bodies of parties by occurrence, and the
    names of parties by their keys.
    """

    articles: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    named: dict[str, set[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def party(self, party: Party, occurrence: str) -> None:
        """A party of one report; it is kept beside the state or organisation whose code it bears."""
        self.names.setdefault(party.key, party.name)
        body = named(party)
        if body is not None:
            self.bodies.setdefault(body.id, body).positions.update([party.role] if party.role else [])
            self.named.setdefault(occurrence, set()).add(body.id)


def write(exported: Exported, target: Path) -> None:
    """Write the stream into a file, and the policy on disputed territories beside it."""
    manifest = Manifest("ftm")
    with open(target, "x", encoding="utf-8", newline="\n") as file:
        file.writelines(lines(exported, manifest))
    manifest.write(exported, target)


def lines(exported: Exported, manifest: Manifest) -> Iterator[str]:
    """Each entity once: articles by document, then parties, then ties and events, by their ids."""
    for line, schema in _entities(exported, manifest):
        manifest.written[schema] += 1
        yield line


def _entities(exported: Exported, manifest: Manifest) -> Iterator[tuple[str, str]]:
    """Entities as lines, each with its schema."""
    seen, found = _seen(exported), gathered(exported, manifest)
    for identity, properties in seen.articles.items():
        yield _entity(_id(identity), "Article", properties)
    keys = {key for of in found for key in _keys(of)}
    bodies = {each.id: each for each in (body_of(key, seen.names[key]) for key in keys)}
    bodies |= {identity: seen.bodies[identity] for of in found for identity in seen.named.get(of.id, ())}
    for identity, body in sorted(bodies.items()):
        yield _entity(PREFIX + identity, body.schema, _properties(body, exported.policy))
    for of in found:
        yield from _links(of, seen) if of.kind == "tie" else [_event(of, seen)]


def _seen(exported: Exported) -> _Seen:
    seen = _Seen()
    for entry in exported.entries:
        if entry.document.id not in seen.articles:
            seen.articles[entry.document.id] = _article(entry.document)
        for party in entry.statement.parties:
            seen.party(party, entry.occurrence or entry.statement.claim)
    return seen


def _article(document: Document) -> dict[str, list[str]]:
    name = PurePosixPath(document.path or "").name or document.title or document.id
    return _known(
        title=document.title,
        author=document.author,
        publisher=document.publisher,
        publishedAt=_date(document.published),
        sourceUrl=document.url,
        fileName=name,
        contentHash=hashlib.sha1(document.text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest(),
        processingAgent="Dragoman",
    )


def _properties(body: Body, policy: Policy) -> dict[str, list[str]]:
    of = country(body.state, policy)
    places = {"nationality" if body.schema == "Person" else "country": [of] if of else [], "topics": [*body.topics]}
    return {"name": [body.name], **places, "position": sorted(body.positions) if body.schema == "Person" else []}


def _links(of: Gathered, seen: _Seen) -> Iterator[tuple[str, str]]:
    start, end = around(of.spells)
    for number, (source, target) in enumerate(of.ends):
        one, other = body_of(source), body_of(target)
        is_member = of.type == "membership" and one.schema != "Asset" and other.schema in _ORGANISATIONS
        ends = ("member", "organization") if is_member else ("subject", "object")
        properties = {
            ends[0]: [PREFIX + one.id],
            ends[1]: [PREFIX + other.id],
            "role": [of.type],
            "status": [of.standing.value],
            "startDate": [start.isoformat()] if start is not None else [],
            "endDate": [end.isoformat()] if end is not None else [],
            "description": [_told(of, source, target)],
            **_behind(of, seen),
        }
        identity = _link_id(of) + (f"-{number + 1}" if number else "")
        yield _entity(identity, "Membership" if is_member else "UnknownLink", properties)


def _event(of: Gathered, seen: _Seen) -> tuple[str, str]:
    sides = (" and ".join(map(label, side)) for side in (of.actor, of.recipient) if side)
    named_ones = sorted(seen.named.get(of.id, ()))
    involved = [each.id for each in map(body_of, _keys(of)) if each.schema != "Asset"]
    properties = {
        "name": [f"{' → '.join(sides)}: {of.label}"],
        **_times(of.spells),
        "involved": [PREFIX + each for each in (*involved, *named_ones)],
        "keywords": [of.label, of.standing.value, *of.contexts],
        **_behind(of, seen),
    }
    return _entity(_link_id(of), "Event", properties)


def _behind(of: Gathered, seen: _Seen) -> dict[str, list[str]]:
    """What a tie or an event rests on: the quotes, the articles, who published them."""
    articles = [seen.articles[each] for each in of.said.documents]
    return {
        "summary": of.said.quotes,
        "proof": [_id(each) for each in of.said.documents],
        "publisher": sorted({name for each in articles for name in each.get("publisher", ())}),
        "sourceUrl": sorted({url for each in articles for url in each.get("sourceUrl", ())}),
        "recordId" if of.kind == "tie" else "description": [of.id],
    }


def _told(of: Gathered, source: str, target: str) -> str:
    return CHANNELS[of.type].verb.format(a=label(source), b=label(target))


def _times(spells: tuple[Spell, ...]) -> dict[str, list[str]]:
    when = Interval(*around(spells)).iso()
    if when is None or "/" not in when:
        return {"date": [when] if when is not None else []}
    return {
        name: [] if day == ".." else [day] for name, day in zip(("startDate", "endDate"), when.split("/"), strict=True)
    }


def _date(interval: Interval | None) -> str | None:
    """The day, month or year of an interval; of a longer one its first day."""
    when = interval.iso() if interval is not None else None
    return when.split("/")[0].removeprefix("..") or None if when is not None else None


def _keys(of: Gathered) -> Iterable[str]:
    return (*of.actor, *of.recipient)


def _link_id(of: Gathered) -> str:
    """That of the first of its reports, by which a decision of nomenklatura finds it again."""
    return _id(min(of.said.statements))


def _id(identity: str) -> str:
    return PREFIX + identity.replace(":", "-")


def _known(**values: str | None) -> dict[str, list[str]]:
    return {name: [value] for name, value in values.items() if value}


def _entity(identity: str, schema: str, properties: dict[str, list[str]]) -> tuple[str, str]:
    """An entity as a line, with its schema."""
    cleaned = {name: [*dict.fromkeys(filter(None, map(_clean, each)))] for name, each in properties.items()}
    given = {name: each for name, each in cleaned.items() if each}
    return json.dumps({"id": identity, "schema": schema, "properties": given}, ensure_ascii=False) + "\n", schema


def _clean(text: str) -> str:
    """As followthemoney cleans texts: composed, on one line, without what cannot be printed."""
    letters = "".join(" " if each.isspace() else each for each in unicodedata.normalize("NFC", text))
    return " ".join("".join(each for each in letters if unicodedata.category(each)[0] != "C").split())
