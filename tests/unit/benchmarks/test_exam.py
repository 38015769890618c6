from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from benchmarks.accuracy import exam, facts
from benchmarks.accuracy.facts import Document, ExamError, Fact, Trap

TEXT = (
    "Salt and steel\n\n"
    "Peru bought 40 percent of its steel from Chile in 2023, Ana Núñez said. Chile denied selling Peru any salt.\n\n"
    "Peru and Fiji both had rain. Chile's president will visit Lima on 3 May."
)
DOCUMENT = Document(
    "01_salt",
    "P",
    "",
    "Salt and steel",
    "2024-04-01",
    TEXT,
    (Trap(frozenset({"PER", "FJI"}), "Peru and Fiji both had rain."),),
)
STEEL = Fact(
    types=frozenset({"trade"}),
    actor=frozenset({"CHL"}),
    recipient=frozenset({"PER"}),
    standing="asserted",
    words="Peru bought 40 percent of its steel from Chile in 2023",
    speakers=("Nunez",),
    quantity={"low": 40, "high": 40, "unit": "percent"},
    date={"from": "2023-01-01", "to": "2023-12-31"},
    inverted=True,
)
SALT = Fact(
    frozenset({"trade"}), frozenset({"CHL"}), frozenset({"PER"}), "denied", "Chile denied selling Peru any salt"
)
VISIT = Fact(
    frozenset({"CONSULT"}), frozenset({"CHL"}), frozenset({"PER"}), "planned", "will visit Lima on 3 May", mode="visit"
)


def said(
    kind: str = "trade",
    actor: str = "CHL",
    recipient: str = "PER",
    evidence: str = "Peru bought 40 percent of its steel from Chile in 2023",
    **changes: Any,
) -> dict[str, Any]:
    parties = {"actor": actor, "recipient": recipient}
    return {
        "type": kind,
        "mode": None,
        **{side: [{"code": code} for code in codes.split()] for side, codes in parties.items()},
        "occurred": {"from": "2023-01-01", "to": "2023-12-31"},
        "quantities": [{"low": 40.0, "high": 40.0, "unit": "percent"}],
        "standing": "asserted",
        "chain": [{"source": {"name": "Ana Núñez", "kind": "person"}}],
        "document": {"title": "Salt and steel", "path": "somewhere/01_salt.txt"},
        "evidence": {"text": evidence},
        **changes,
    }


def test_a_statement_that_says_all_of_it_is_found_and_right() -> None:
    result = exam.score([(DOCUMENT, [STEEL])], [said()])
    assert result["found"] == result["all_right"] == result["found_inverted"] == 1.0
    assert [result[aspect] for aspect in exam.ASPECTS] == [1.0, 1.0, 1.0, 1.0]
    assert result["missed"] == result["wrong"] == {"01_salt": []}


def test_no_statements_find_nothing_and_have_no_shares_of_it() -> None:
    result = exam.score([(DOCUMENT, [STEEL, SALT])], [])
    assert result["found"] == 0.0
    assert result["standing"] is None
    assert result["missed"] == {"01_salt": [STEEL.words, SALT.words]}
    assert result["found_by_standing"] == {"asserted": "0/1", "denied": "0/1"}


@pytest.mark.parametrize(
    "statement",
    [
        said(kind="arms"),
        said(actor="PER", recipient="CHL"),
        said(actor="FJI"),
        said(evidence="Chile's president will visit Lima on 3 May."),
        said(document={"title": "Another", "path": "02_other.txt"}),
    ],
    ids=["type", "direction", "party", "place", "document"],
)
def test_what_makes_a_fact_missed(statement: dict[str, Any]) -> None:
    assert exam.score([(DOCUMENT, [STEEL])], [statement])["found"] == 0.0


def test_a_document_is_known_by_its_title_when_its_path_says_nothing() -> None:
    statement = said(document={"title": "Salt  and steel", "path": None})
    assert exam.score([(DOCUMENT, [STEEL])], [statement])["found"] == 1.0


def test_further_parties_do_no_harm() -> None:
    assert exam.says(STEEL, said(actor="CHL BOL", recipient="ARG PER"))


@pytest.mark.parametrize(
    ("changes", "aspect"),
    [
        ({"chain": []}, "speaker"),
        ({"standing": "possible"}, "standing"),
        ({"quantities": []}, "value"),
        ({"occurred": None}, "date"),
    ],
)
def test_each_aspect_is_counted_on_its_own(changes: dict[str, Any], aspect: str) -> None:
    result = exam.score([(DOCUMENT, [STEEL])], [said(**changes)])
    assert {each: result[each] for each in exam.ASPECTS} == {each: float(each != aspect) for each in exam.ASPECTS}
    assert result["wrong"] == {"01_salt": [f"{aspect}: {STEEL.words}"]}


def test_a_statement_of_the_next_sentence_serves_only_if_no_other_fact_has_it() -> None:
    assert exam.score([(DOCUMENT, [SALT])], [said()])["found"] == 1.0
    assert exam.score([(DOCUMENT, [STEEL, SALT])], [said()])["missed"] == {"01_salt": [SALT.words]}


def test_the_better_of_two_statements_counts() -> None:
    statements = [said(standing="denied", chain=[]), said(), said(quantities=[])]
    assert exam.score([(DOCUMENT, [STEEL])], statements)["all_right"] == 1.0


@pytest.mark.parametrize("kind", ["alliance", "security", "society", "geography", "CONSULT"])
def test_mutual_types_match_in_either_order(kind: str) -> None:
    fact = Fact(frozenset({kind}), frozenset({"CHL"}), frozenset({"PER"}), "asserted", "w")
    assert exam.says(fact, said(kind=kind, actor="PER", recipient="CHL"))
    assert exam.says(fact, said(kind=kind, actor="PER CHL", recipient=""))


def test_a_visitor_is_not_the_host() -> None:
    assert exam.says(VISIT, said(kind="CONSULT"))
    assert not exam.says(VISIT, said(kind="CONSULT", actor="PER", recipient="CHL"))


def test_a_fact_may_say_that_order_means_nothing() -> None:
    pact = Fact(frozenset({"AGREE"}), frozenset({"CHL"}), frozenset({"PER"}), "asserted", "w", mutual=True)
    assert exam.says(pact, said(kind="AGREE", actor="PER", recipient="CHL"))


def test_a_speaker_is_found_anywhere_in_the_chain_and_silence_wants_none() -> None:
    chain = [{"source": {"name": "The Gazette"}}, {"source": {"name": "Ana NÚÑEZ"}}, {"source": {"name": None}}]
    assert exam.same_speaker(("minister", "Nunez"), chain)
    assert not exam.same_speaker(("minister",), chain)
    assert not exam.same_speaker((), chain)
    assert exam.same_speaker((), [])


@pytest.mark.parametrize(
    ("wanted", "given", "same"),
    [
        ((30, None, "percent"), (30.0, None, "percent"), True),
        ((30, None, "percent"), (30.0, 30.0, "percent"), False),
        ((2e9, 2e9, "cubic_metre"), (2.0, 2.0, "bcm"), True),
        ((2e9, 2e9, "cubic_metre"), (2e9, 2e9, "cubic_metres_per_year"), True),
        ((500, 500, "troop"), (500.0, 500.0, "soldiers"), True),
        ((90, 90, "barrels_per_day"), (90.0, 90.0, "barrel_per_day"), True),
        ((90, 90, "tonne"), (90.0, 90.0, "percent"), False),
        ((12, 12, None), (12.0, 12.0, "aircraft"), True),
        ((12, 12, None), (13.0, 13.0, "aircraft"), False),
    ],
)
def test_quantities(wanted: tuple[Any, ...], given: tuple[Any, ...], same: bool) -> None:
    keys = ("low", "high", "unit")
    assert exam.same_quantity(dict(zip(keys, wanted, strict=True)), dict(zip(keys, given, strict=True))) is same


@pytest.mark.parametrize(
    ("wanted", "given", "same"),
    [
        (("2024-05-03", "2024-05-03"), ("2024-05-03", "2024-05-03"), True),
        (("2024-05-03", "2024-05-03"), ("2024-05-02", "2024-05-04"), True),
        (("2024-05-03", "2024-05-03"), ("2024-05-01", "2024-05-31"), False),
        (("2024-05-03", "2024-05-03"), ("2024-05-04", "2024-05-04"), False),
        (("2024-05-01", "2024-05-31"), ("2024-05-03", "2024-05-03"), True),
        (("2024-05-01", "2024-05-31"), ("2024-05-03", None), False),
        (("2014-01-01", None), ("2014-01-01", None), True),
        (("2014-01-01", None), ("2014-01-01", "2014-12-31"), True),
        (("2014-01-01", None), ("2024-01-01", None), False),
        (("2014-01-01", None), (None, "2014-01-01"), False),
        ((None, "2026-12-31"), ("2026-01-01", "2026-12-31"), True),
    ],
)
def test_periods(wanted: tuple[str | None, ...], given: tuple[str | None, ...], same: bool) -> None:
    keys = ("from", "to")
    assert exam.same_period(dict(zip(keys, wanted, strict=True)), dict(zip(keys, given, strict=True))) is same


@pytest.mark.parametrize(
    ("evidence", "nearness"),
    [
        ("bought 40 percent", 2),
        ("Peru bought 40\npercent of its steel from Chile in 2023, Ana Núñez said.", 2),
        ("Chile denied selling", 1),
        ("will visit Lima", 0),
        ("not in the text", 0),
        ("", 0),
    ],
)
def test_places(evidence: str, nearness: int) -> None:
    assert exam.place(TEXT, STEEL.words, evidence) == nearness


def test_a_trap_is_sprung_by_a_statement_between_its_parties() -> None:
    sprung = said(kind="society", actor="PER", recipient="FJI", evidence="Peru and Fiji both had rain.")
    elsewhere = said(kind="CONSULT", evidence="will visit Lima on 3 May")
    assert exam.score([(DOCUMENT, [STEEL])], [elsewhere])["traps_sprung"] == 0.0
    assert exam.score([(DOCUMENT, [STEEL])], [elsewhere, sprung])["traps_sprung"] == 1.0


def a_record(**changes: Any) -> dict[str, Any]:
    return {
        "type": "trade",
        "actor": ["CHL"],
        "recipient": ["PER"],
        "standing": "denied",
        "speaker": "Nunez|minister",
        "quantity": None,
        "date": {"from": "2023-01-01", "to": None},
        "words": STEEL.words,
        "inverted": True,
        **changes,
    }


def a_folder(folder: Path, records: list[dict[str, Any]]) -> Path:
    (folder / "01_salt.txt").write_text(TEXT, encoding="utf-8")
    (folder / "01_salt.json").write_text(json.dumps(records), encoding="utf-8")
    (folder / "sources.csv").write_text(
        "file,publisher,author,title,published\n01_salt.txt,P,,Salt and steel,2024-04-01\n", encoding="utf-8"
    )
    (folder / "traps.csv").write_text("file,codes,words\n01_salt.txt,PER FJI,Peru and Fiji both had rain.\n", "utf-8")
    return folder


def test_a_folder_is_read_into_documents_and_facts(tmp_path: Path) -> None:
    [(document, listed)] = facts.load(a_folder(tmp_path, [a_record()] * 6))
    assert document == DOCUMENT
    assert document.split == "open"
    assert listed[0].speakers == ("Nunez", "minister")
    assert listed[0].types == {"trade"}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"words": "Chile"}, "not exactly once in the text: Chile"),
        ({"words": "Bolivia"}, "not exactly once in the text: Bolivia"),
        ({"type": "friendship"}, "unknown type friendship"),
        ({"type": ["trade", "gifts"]}, "unknown type gifts"),
        ({"actor": ["Chl"]}, "bad codes in actor"),
        ({"recipient": []}, "bad codes in recipient"),
        ({"standing": "certain"}, "unknown standing certain"),
        ({"quantity": {"low": None, "high": None, "unit": "percent"}}, "bad quantity"),
        ({"date": {"from": "2023", "to": None}}, "bad date"),
        ({"date": {"from": "2023-02-01", "to": "2023-01-01"}}, "date ends before it begins"),
        ({"standing": "asserted"}, "lacks a fact that is not asserted"),
        ({"speaker": None}, "lacks an attributed fact"),
        ({"inverted": False}, "lacks an inverted fact"),
        ({"colour": "red"}, "unknown keys colour"),
    ],
)
def test_a_fault_in_the_exam_is_named(tmp_path: Path, changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(ExamError, match=fault):
        facts.load(a_folder(tmp_path, [a_record(**changes)] * 6))


def test_too_few_facts_and_files_that_nobody_lists_are_faults(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, [a_record()])
    (folder / "02_stray.txt").write_text("Stray", encoding="utf-8")
    with pytest.raises(ExamError) as raised:
        facts.load(folder)
    assert str(raised.value).splitlines() == ["01_salt: 1 facts, not 6 to 16", "02_stray.txt: not in sources.csv"]


def test_the_exam_itself_is_sound() -> None:
    loaded = facts.load()
    assert [document.split for document, _ in loaded] == ["open"] * 12 + ["held"] * 12 + ["long"] * 12
    for document, _ in loaded:
        fewest, most = (430, 720) if document.split == "long" else (120, 350)
        assert fewest <= len(document.text.split()) <= most
    assert all(document.traps for document, _ in loaded)


def test_a_ledger_that_says_what_the_facts_say_has_everything_right() -> None:
    loaded = facts.load()
    result = exam.score(loaded, [echoed(document, fact) for document, facts in loaded for fact in facts])
    assert result["found"] == result["all_right"] == 1.0
    assert result["traps_sprung"] == 0.0


def echoed(document: Document, fact: Fact) -> dict[str, Any]:
    return said(
        kind=min(fact.types),
        actor=" ".join(sorted(fact.actor)),
        recipient=" ".join(sorted(fact.recipient)),
        evidence=fact.words,
        standing=fact.standing,
        chain=[{"source": {"name": f"the {speaker}"}} for speaker in fact.speakers],
        quantities=[fact.quantity] if fact.quantity else [],
        occurred=fact.date,
        document={"title": document.title, "path": None},
    )


@pytest.mark.parametrize("split", facts.SPLITS)
def test_what_is_held_back_keeps_its_words_to_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], split: str
) -> None:
    ledger = tmp_path / "ledger.jsonl"
    ledger.write_text(json.dumps(said()) + "\n\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["exam", "--ledger-jsonl", str(ledger), "--split", split])
    exam.main()
    result = json.loads(capsys.readouterr().out)
    assert result["documents"] == 12
    assert result["found"] == 0.0
    assert all(isinstance(missed, list if split == "open" else int) for missed in result["missed"].values())
