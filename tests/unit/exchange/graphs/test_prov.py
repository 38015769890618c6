from __future__ import annotations

from typing import Any

import rdflib
from rdflib import PROV, RDF, RDFS

from dragoman.exchange.exported import Exported
from dragoman.exchange.graphs import prov
from dragoman.exchange.judged import Judged
from dragoman.records import Anchor, Decision, Entry
from tests.factories import an_article, an_entry
from tests.unit.exchange.exports import exported, some

#: Domain and range, as PROV-O has them, of what is used of it.
TERMS = {
    "wasQuotedFrom": ("Entity", "Entity"),
    "specializationOf": ("Entity", "Entity"),
    "alternateOf": ("Entity", "Entity"),
    "hadPrimarySource": ("Entity", "Entity"),
    "wasRevisionOf": ("Entity", "Entity"),
    "wasGeneratedBy": ("Entity", "Activity"),
    "wasInvalidatedBy": ("Entity", "Activity"),
    "wasAttributedTo": ("Entity", "Agent"),
    "qualifiedAttribution": ("Entity", "Attribution"),
    "agent": ("Attribution", "Agent"),
    "used": ("Activity", "Entity"),
    "wasAssociatedWith": ("Activity", "Agent"),
    "endedAtTime": ("Activity", None),
    "value": ("Entity", None),
}
AGENTS = {"Agent", "Person", "Organization", "SoftwareAgent"}


def graph(of: Exported) -> rdflib.Graph:
    return rdflib.Graph().parse(data="".join(prov.lines(of)), format="turtle")


def iri(identity: str) -> rdflib.URIRef:
    return rdflib.URIRef(f"urn:dragoman:{identity}")


def judged(verdict: Any, *entries: Entry, **more: Any) -> tuple[Judged, Decision]:
    anchors = [Anchor.of(each.statement) for each in entries]
    other = anchors[1] if len(anchors) > 1 else None
    decision = Decision(
        verdict, "A. Analyst", "as it says", anchors[0] if anchors else None, other=other,
        recorded="2026-04-01T00:00:00Z", **more,
    )  # fmt: skip
    about = tuple(
        (each.statement, each.statement if decision.changes_nothing else decision.applied(each.statement))
        for each in entries
    )
    return Judged(decision, about), decision


def test_a_statement_and_its_claim_are_quoted_from_the_characters_of_a_document() -> None:
    found, entry = graph(exported()), some()[0]
    statement = entry.statement
    span = iri(f"{entry.document.id}#char={statement.evidence.start},{statement.evidence.end}")
    assert found.value(iri(statement.id), PROV.wasQuotedFrom) == span
    assert (iri(statement.claim), PROV.wasQuotedFrom, span) in found
    assert (iri(statement.id), PROV.specializationOf, iri(statement.claim)) in found
    assert str(found.value(span, PROV.value)) == statement.evidence.text


def test_a_reading_is_of_a_version_of_the_reader_and_used_the_document() -> None:
    found, entry = graph(exported()), some()[0]
    reading = found.value(iri(entry.statement.id), PROV.wasGeneratedBy)
    assert found.value(reading, PROV.used) == iri(entry.document.id)
    agent = found.value(reading, PROV.wasAssociatedWith)
    assert (found.value(agent, RDF.type), str(found.value(agent, RDFS.label))) == (PROV.SoftwareAgent, "dragoman 0.1")
    # All that was read of one document at one time is of one reading.
    assert len({*found.subjects(RDF.type, PROV.Activity)}) == 2


def test_who_is_quoted_comes_with_the_place_in_the_chain() -> None:
    document = an_article("The Gazette", "2024", "Peru aids Chile.")
    entry = an_entry(
        document, document.text, "aid", actor="PER", recipient="CHL", chain="Haaretz:publisher;an official:anonymous"
    )
    found = graph(exported(entry))
    ranked = {
        int(str(found.value(each, rdflib.URIRef("urn:dragoman:vocabulary:depth")))): str(
            found.value(found.value(each, PROV.agent), RDFS.label)
        )
        for each in found.objects(iri(entry.statement.id), PROV.qualifiedAttribution)
    }
    assert ranked == {1: "Haaretz", 2: "an official"}


def test_a_document_that_is_cited_is_a_primary_source_and_no_agent() -> None:
    document = an_article("The Gazette", "2024", "Peru aids Chile.")
    entry = an_entry(document, document.text, "aid", actor="PER", recipient="CHL", chain="a cable:document")
    found = graph(exported(entry))
    source = found.value(iri(entry.statement.id), PROV.hadPrimarySource)
    assert (found.value(source, RDF.type), str(found.value(source, RDFS.label))) == (PROV.Entity, "a cable")


def test_a_correction_revises_a_statement_and_invalidates_it() -> None:
    document = an_article("The Gazette", "2024", "Peru aids Chile.")
    old = an_entry(document, document.text, "aid", actor="PER", recipient="CHL")
    done, decision = judged("wrong type", old, change="trade")
    new = done.about[0][1]
    assert new is not None
    left = Entry(new, document, "2026-04-01T00:00:00Z")
    found = graph(exported(left, judged=lambda: [done]))
    assert (iri(new.id), PROV.wasRevisionOf, iri(old.statement.id)) in found
    assert [*found.objects(iri(new.id), PROV.wasGeneratedBy)] == [iri(decision.id)]
    assert (iri(old.statement.id), PROV.wasInvalidatedBy, iri(decision.id)) in found
    assert str(found.value(iri(decision.id), RDFS.label)) == "wrong type trade"
    assert str(found.value(found.value(iri(decision.id), PROV.wasAssociatedWith), RDFS.label)) == "A. Analyst"


def test_what_is_not_stated_and_what_is_retracted_is_invalidated() -> None:
    first, *_ = some()
    gone, fault = judged("not stated", first)
    dropped, retraction = judged("retracted", scope="document", name=first.document.id)
    found = graph(exported(judged=lambda: [gone, dropped]))
    assert (iri(first.statement.id), PROV.wasInvalidatedBy, iri(fault.id)) in found
    assert (iri(first.document.id), PROV.wasInvalidatedBy, iri(retraction.id)) in found


def test_what_is_judged_to_be_one_is_told_twice_otherwise() -> None:
    one, other, *_ = some()
    found = graph(exported(judged=lambda: [judged("same", one, other)[0]]))
    assert (iri(one.statement.id), PROV.alternateOf, iri(other.statement.id)) in found
    assert not [
        *graph(exported(judged=lambda: [judged("not the same", one, other)[0]])).subject_objects(PROV.alternateOf)
    ]


def test_every_term_joins_what_prov_lets_it_join() -> None:
    one, other, *_ = some()
    listed = [judged("same", one, other)[0], judged("wrong date", one, change="2020")[0]]
    found = graph(exported(judged=lambda: listed))
    types: dict[Any, set[str]] = {}
    for subject, type_ in found.subject_objects(RDF.type):
        kind = str(type_).removeprefix(str(PROV))
        types.setdefault(subject, set()).add("Agent" if kind in AGENTS else kind)
    for subject, predicate, value in found:
        if str(predicate).startswith(str(PROV)):
            domain, range_ = TERMS[str(predicate).removeprefix(str(PROV))]
            assert domain in types[subject]
            assert range_ is None or range_ in types[value], (predicate, value)
    assert all(len(each) == 1 for each in types.values())


def test_no_text_of_a_stranger_breaks_the_file() -> None:
    text = 'Peru "aids"\\ \x07Chile\n \ud800 <x>'
    document = an_article('A\n"B"', "2024", text, url='https://example.org/a b"<c>')
    entry = an_entry(document, text, "aid", actor="PER", recipient="CHL")
    found = graph(exported(entry))
    span = found.value(iri(entry.statement.id), PROV.wasQuotedFrom)
    assert str(found.value(span, PROV.value)) == text.replace("\ud800", "\ufffd")
    assert str(found.value(iri(document.id), rdflib.DCTERMS.source)) == "https://example.org/a%20b%22%3Cc%3E"
