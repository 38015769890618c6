from __future__ import annotations

from dragoman.reconcile import Citation, beginnings, citations
from dragoman.records import Copy, Document
from tests.factories import an_article

WIRE = (
    "Zambia and Zimbabwe agreed at Kariba on 4 March to share 900 megawatts, said Energy Minister Peter Kapala.",
    "Engineers from Lusaka will check 14 of the turbines; Harare pays 25 million dollars.",
)
CITING = (
    "The two neighbours have a deal on power, the Copperbelt Herald reports.",
    "According to the paper, Harare is to pay 25 million dollars for 900 megawatts from Kariba.",
)
RETELLING = (
    "Energy from the dam of Kariba, 900 megawatts of it, is to be divided between Zambia and Zimbabwe.",
    "Minister Kapala named the sum that Harare must find: 25 million. Fourteen turbines are to be looked at first.",
)
OWN = (
    "At Kariba on 4 March fishermen saw the convoy of Minister Kapala pass, but nobody from Siavonga was let in.",
    "Chief Mulendema told us that 61 families were still waiting for the houses promised in 2019.",
)


def _article(publisher: str, published: str, sentences: tuple[str, ...]) -> Document:
    return an_article(publisher, published, *sentences)


def _found(*documents: Document) -> list[tuple[str, str, str]]:
    names = {each.id: each.publisher or "" for each in documents}
    return [(names[each.document], each.kind, names[each.of]) for each in citations(documents)]


HERALD = _article("Copperbelt Herald", "2024-03-05", WIRE)


def test_who_names_the_paper_and_follows_it_cites_it() -> None:
    assert _found(HERALD, _article("Lake News", "2024-03-06", CITING)) == [("Lake News", "cites", "Copperbelt Herald")]


def test_who_names_nothing_else_retells_it_though_nobody_is_named() -> None:
    assert _found(HERALD, _article("Lake News", "2024-03-06", RETELLING)) == [
        ("Lake News", "retells", "Copperbelt Herald")
    ]


def test_who_finds_people_and_numbers_of_his_own_has_it_from_nobody() -> None:
    assert _found(HERALD, _article("Lake News", "2024-03-06", OWN)) == []


def test_what_all_of_a_pile_name_does_not_make_a_retelling() -> None:
    common = "Zambia and Zimbabwe, with Lusaka and Harare, speak of Kariba"
    pile = [_article(f"Paper {number}", "2023-01-01", (f"{common} in place {number}.",)) for number in range(200)]
    one = _article("One", "2024-03-05", (f"{common}.", "Fish is dear in Siavonga."))
    other = _article("Other", "2024-03-06", (f"{common}.", "Rain fell on Mazabuka and Gwembe."))
    assert _found(one, other) == [("Other", "retells", "One")]
    assert not [each for each in _found(*pile, one, other) if each[0] == "Other"]


def test_nothing_is_cited_long_before_it_was_printed_or_retold_months_later() -> None:
    assert _found(HERALD, _article("Lake News", "2024-02-01", CITING)) == []
    assert _found(HERALD, _article("Lake News", "2024-07-06", RETELLING)) == []


def test_a_paper_cites_and_retells_no_paper_of_its_own() -> None:
    assert _found(HERALD, _article("Copperbelt Herald", "2024-03-06", CITING)) == []


def test_of_the_articles_of_a_paper_the_one_that_is_followed_is_cited() -> None:
    other = _article("Copperbelt Herald", "2024-03-05", OWN)
    citing = _article("Lake News", "2024-03-06", CITING)
    (found,) = citations([other, HERALD, citing])
    assert (found.document, found.of, found.kind) == (citing.id, HERALD.id, "cites")
    assert isinstance(found, Citation)


def test_news_begin_at_the_end_of_the_chain() -> None:
    citing = _article("Lake News", "2024-03-06", CITING)
    reprint = _article("Lake Weekly", "2024-03-08", CITING)
    own = _article("Siavonga Post", "2024-03-06", OWN)
    found = beginnings([reprint, own, citing, HERALD], [Copy(reprint.id, citing.id, "exact", 1.0)])
    assert found == {HERALD.id: HERALD.id, citing.id: HERALD.id, reprint.id: HERALD.id, own.id: own.id}


def test_those_that_have_it_from_each_other_are_one() -> None:
    one, other = _article("A", "2024-03-06", OWN), _article("B", "2024-03-06", OWN)
    both = [Copy(one.id, other.id, "near", 0.9), Copy(other.id, one.id, "near", 0.9)]
    assert set(beginnings([one, other], both).values()) == {min(one.id, other.id)}
