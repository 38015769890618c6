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


def test_who_names_a_paper_in_passing_and_reports_himself_does_not_cite_it() -> None:
    denial = (
        "Nothing has been agreed at Kariba, Minister Ruth Banda told Lake News; the Copperbelt Herald had dreamt.",
        '"Let them show me the paper with my name on it," she said at Siavonga, where 61 boats lay idle.',
        "Chief Mulendema wants to see the dam closed until October, and Gwembe gets its pump.",
    )
    assert _found(HERALD, _article("Lake News", "2024-03-06", denial)) == []


def test_who_heard_the_same_speech_on_the_same_day_has_it_from_nobody() -> None:
    speech = '"A dam has two banks and one lake," Minister Peter Kapala said at Kariba.'
    one = _article("Copperbelt Herald", "2024-03-05", (*WIRE, speech))
    other = _article(
        "Lake News",
        "2024-03-05",
        (speech, "Harare asked for 12 more weeks, and Mayor Tendai Moyo of Nyami wants a road.", "Bream is dear."),
    )
    assert _found(one, other) == []


def test_a_retelling_is_found_among_many_that_name_the_same() -> None:
    others = [
        _article(f"Paper {number}", "2024-03-05", (f"Zambia and Zimbabwe met in Lusaka over {number} buses.",) * 2)
        for number in range(80)
    ]
    assert ("Lake News", "retells", "Copperbelt Herald") in _found(
        *others, HERALD, _article("Lake News", "2024-03-06", RETELLING)
    )


def test_what_is_in_other_languages_is_compared_by_what_it_names() -> None:
    spanish = (
        "Zambia y Zimbabwe van a compartir 900 megavatios de Kariba desde el 4, según dijo el señor Peter Kapala.",
        "Los ingenieros de Lusaka revisan 14 turbinas y Harare paga 25 millones.",
    )
    assert _found(HERALD, _article("El Lago", "2024-03-06", spanish)) == [
        ("El Lago", "translates", "Copperbelt Herald")
    ]


def test_who_has_one_part_of_much_from_a_paper_named_in_front_cites_it() -> None:
    first, *_ = CITING
    column = (
        f"{first} Harare is to pay 25 million dollars for 900 megawatts from Kariba.\n",
        "This column has no wire of its own; it can only put things in order.\n",
        "Edgar Lungu promised the same dam to voters in Chipata in 2016, and Robert Mugabe to those of Mutare.\n",
        "Eskom sent crews from Johannesburg in the drought of 2019; Kafue Gorge was built by Sinohydro meanwhile.\n",
        "Whoever looks at the lake from Binga sees canoes, and children with buckets from boreholes near Lusulu.\n",
    )
    assert _found(HERALD, _article("Lake News", "2024-03-06", column)) == [("Lake News", "cites", "Copperbelt Herald")]
    passing = (*OWN, *column[1:], "The Copperbelt Herald had a photograph of the dam.\n")
    assert _found(HERALD, _article("Lake News", "2024-03-06", passing)) == []
