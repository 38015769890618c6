"""What is derived bit by bit is what is derived of all: histories in which it once was not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from dragoman.deriving import derive as deriving
from dragoman.deriving.derive import derive, differences, retracted
from dragoman.ledger import Ledger, Writer
from dragoman.reconcile.signatures import packed
from dragoman.records import Anchor, Decision, Document, Reading, Statement
from tests.factories import READER, an_article, an_entry

WHEN = "2024-05-01"
CLOSED = (
    "Peru recalled its ambassador from Chile and closed the embassy, whose garden had only just been planted by the "
    "wife of the consul."
)
NONE = "Peru and Chile have had no diplomatic relations of any kind ever since, said the retired consul on the radio."
OIL = "Peru supplies oil to Chile through the port of Arica, shipping records of the last two years show."
ARMS = "Chile sold Peru two radars that were tested in the hills above Tacna in the spring of that year."
REST = (
    "Nobody in the hall had expected the question that the youngest of the reporters put to the minister.",
    "The price of a barrel fell by two dollars in London after the first of the cargoes had been unloaded.",
    "Rain kept the helicopters on the ground until noon, and the guests were driven to the site by bus.",
)
TOLD_OTHERWISE = "In other words it was told that Lima had called home whoever stood there for it, and shut the place."


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:") as opened:
        yield opened


@pytest.fixture
def writer(ledger: Ledger) -> Iterator[Writer]:
    with ledger.writer() as opened:
        yield opened


def _says(document: Document, sentence: str, type_: str, *, standing: str = "asserted") -> Statement:
    when = "2022-07" if type_.isupper() else None
    given = {"when": when} if when is not None else {}
    return an_entry(document, sentence, type_, actor="PER", recipient="CHL", standing=standing, **given).statement


def _add(writer: Writer, *statements: tuple[Document, tuple[Statement, ...]], signed: bool = True) -> None:
    writer.add_many([Reading(document, said, READER) for document, said in statements], recorded=WHEN)
    if signed:
        writer.add_signatures({each.id: packed(each.text) for each, _ in statements}, recorded=WHEN)


def _derived(ledger: Ledger, writer: Writer) -> None:
    derive(writer, recorded=WHEN)
    with ledger.view() as view:
        assert view.reconciled()
    assert differences(ledger, recorded=WHEN) == []


def test_a_pile_whose_last_statement_or_all_are_gone(ledger: Ledger, writer: Writer) -> None:
    one, other = an_article("Uno", "2023-05-01", OIL), an_article("Otro", "2023-05-02", ARMS)
    _add(writer, (one, (_says(one, OIL, "energy"),)), (other, (_says(other, ARMS, "arms"),)))
    _derived(ledger, writer)
    for document in (other, one):
        writer.add(Reading(document, (), "another reader"), recorded=WHEN)
        _derived(ledger, writer)


def test_a_tie_that_was_only_denied_and_then_ended(ledger: Ledger, writer: Writer) -> None:
    one, other = an_article("Uno", "2023-05-01", NONE), an_article("Otro", "2023-05-02", CLOSED)
    _add(writer, (one, (_says(one, NONE, "diplomacy", standing="denied"),)))
    _derived(ledger, writer)
    _add(writer, (other, (_says(other, CLOSED, "RETREAT"),)))
    _derived(ledger, writer)


def test_a_statement_that_is_back_under_its_id_with_other_content(ledger: Ledger, writer: Writer) -> None:
    document = an_article("Uno", "2023-05-01", ARMS)
    said = an_entry(document, ARMS, "arms", when="2021-03").statement
    _add(writer, (document, (said,)))
    _derived(ledger, writer)
    assumed = replace(said, occurred=replace(said.occurred, basis="assumed"))
    assert assumed.id == said.id
    writer.add(Reading(document, (), "another reader"), recorded=WHEN)
    writer.add(Reading(document, (assumed,), "a third"), recorded=WHEN)
    _derived(ledger, writer)


@pytest.mark.parametrize(("first", "second"), [(OIL, ARMS), (ARMS, OIL)])
def test_a_judgement_undone_on_matters_that_are_not_reconciled_together(
    ledger: Ledger, writer: Writer, monkeypatch: pytest.MonkeyPatch, first: str, second: str
) -> None:
    monkeypatch.setattr(deriving, "_TOGETHER", 1)
    said = {}
    for number, sentence in enumerate((OIL, ARMS)):
        for day in (1, 2):
            document = an_article(f"Paper {number}{day}", f"2023-05-0{day}", sentence)
            said.setdefault(sentence, _says(document, sentence, "energy" if sentence == OIL else "arms"))
            _add(writer, (document, (_says(document, sentence, "energy" if sentence == OIL else "arms"),)))
    same = Decision("same", "A. Analyst", "one deal", Anchor.of(said[first]), other=Anchor.of(said[second]))
    writer.decide(same, recorded=WHEN)
    _derived(ledger, writer)
    writer.undo(same.id, recorded=WHEN)
    _derived(ledger, writer)


def test_two_turning_events_that_are_judged_one(ledger: Ledger, writer: Writer) -> None:
    one, other = an_article("Uno", "2023-05-01", CLOSED), an_article("Otro", "2023-05-02", CLOSED.lower())
    left, opened = _says(one, CLOSED, "RETREAT"), _says(other, CLOSED.lower(), "COOPERATE")
    _add(writer, (one, (left,)), (other, (opened,)))
    _derived(ledger, writer)
    writer.decide(Decision("same", "A", "b", Anchor.of(left), other=Anchor.of(opened)), recorded=WHEN)
    _derived(ledger, writer)


def test_a_document_that_was_written_without_its_signature_is_compared(ledger: Ledger, writer: Writer) -> None:
    """As a run leaves it that was killed between the two."""
    first, reprint = an_article("Uno", "2023-05-01", OIL, *REST), an_article("Otro", "2023-05-02", OIL, *REST)
    _add(writer, (first, ()))
    _derived(ledger, writer)
    _add(writer, (reprint, ()), signed=False)
    derive(writer, recorded=WHEN)
    with ledger.view() as view:
        assert [(copy.document, copy.of) for copy in view.copies()] == [(reprint.id, first.id)]
        assert view.signatures()[reprint.id] == packed(reprint.text)


def test_sketches_that_were_renewed_by_a_run_that_was_killed(
    ledger: Ledger, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, reprint = an_article("Uno", "2023-05-01", OIL, *REST), an_article("Otro", "2023-05-02", OIL, *REST)
    _add(writer, (first, ()), (reprint, ()))
    old = {each.id: b"\x00" * 32 + b"\x02old" + each.id[-4:].encode() for each in (first, reprint)}
    writer.add_signatures(old, recorded=WHEN)
    writer.replace_copies([], compared=[first.id, reprint.id], recorded=WHEN)
    third = an_article("Tercero", "2023-05-03", ARMS)
    _add(writer, (third, (_says(third, ARMS, "arms"),)))
    with monkeypatch.context() as killing:
        killing.setattr(Writer, "replace_copies", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            derive(writer, recorded=WHEN)
    derive(writer, recorded=WHEN)
    with ledger.view() as view:
        assert [(copy.document, copy.of) for copy in view.copies()] == [(reprint.id, first.id)]


def test_copies_of_the_same_words_stay_though_many_share_a_passage(ledger: Ledger, writer: Writer) -> None:
    shared = f"{OIL} {REST[0]}"
    others = [
        an_article(f"Paper {number}", f"2023-01-{number + 1:02}", shared, " ".join(f"w{number}{n}" for n in range(40)))
        for number in range(11)
    ]
    twins = [an_article("Uno", "2023-03-01", shared), an_article("Otro", "2023-03-02", shared)]
    _add(writer, *((each, ()) for each in (*others[:10], *twins)))
    derive(writer, recorded=WHEN)
    _add(writer, (others[10], ()))
    derive(writer, recorded=WHEN)
    with ledger.view() as view:
        assert (twins[1].id, twins[0].id) in {(copy.document, copy.of) for copy in view.copies()}


def test_what_stands_beside_a_retraction_stays_and_what_rests_on_it_alone_falls(ledger: Ledger, writer: Writer) -> None:
    first = an_article("Uno", "2023-05-01", *REST, TOLD_OTHERWISE)
    hoax = an_article("Bulo", "2023-05-02", CLOSED)
    copy = an_article("Copia", "2023-05-03", *REST, CLOSED)
    old = an_article("Viejo", "2020-05-03", ARMS)
    said = {
        each.id: _says(each, sentence, "RETREAT")
        for each, sentence in ((first, TOLD_OTHERWISE), (hoax, CLOSED), (copy, CLOSED), (old, ARMS))
    }
    _add(writer, *((each, (said[each.id],)) for each in (first, hoax, copy, old)))
    _derived(ledger, writer)
    gone = Decision("retracted", "A. Analyst", "a hoax", scope="document", name=hoax.id)
    with ledger.view() as view:
        fallen = retracted(gone, list(view.entries()), view)
    writer.decide(gone, recorded=WHEN, fallen=fallen)
    _derived(ledger, writer)
    apart = Decision("not the same", "A", "b", Anchor.of(said[copy.id]), other=Anchor.of(said[old.id]))
    writer.decide(apart, recorded=WHEN)
    _derived(ledger, writer)
    with ledger.view() as view:
        assert {entry.document.publisher for entry in view.entries()} == {"Uno", "Copia", "Viejo"}
    writer.add(Reading(first, (), "another reader"), recorded=WHEN)
    _derived(ledger, writer)
    with ledger.view() as view:
        assert {entry.document.publisher for entry in view.entries()} == {"Viejo"}
