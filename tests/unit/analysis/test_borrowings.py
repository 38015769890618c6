from __future__ import annotations

from dragoman.analysis import Borrowing, borrowings, branches, of_document, of_publisher
from dragoman.records import Copy
from tests.factories import an_article, an_entry

FIRST = "The ministers met at Kariba on 4 March. They will share 900 megawatts, and Harare pays 25 million dollars."
PAPER = an_article("Copperbelt Herald", "2024-03-05", FIRST)
REPRINT = an_article("Lake News", "2024-03-06", FIRST, "Nobody from Siavonga was let in.")
SECOND = an_article("Hill Post", "2024-03-07", FIRST)
NEAR = Copy(REPRINT.id, PAPER.id, "near", 0.8)
COPIES = [NEAR, Copy(SECOND.id, REPRINT.id, "near", 0.9), Copy(SECOND.id, PAPER.id, "exact", 1.0)]


def test_a_copy_came_from_the_older_and_its_passages_are_shown_in_both() -> None:
    (found,) = borrowings([REPRINT, PAPER], [NEAR], [])
    assert (found.kind, found.of, found.share, found.first) == ("near", PAPER, 0.8, "older")
    (passage,) = found.passages
    assert (passage.here.text, passage.there.text, passage.likeness) == (FIRST, FIRST, 1.0)


def test_how_it_is_known_who_came_first() -> None:
    day = "2024-03-05"
    short = an_article("Lake News", day, "Short.")
    late = an_article("Lake News", "2024-03-07", "Copied.")
    undated = [an_article(name, None, FIRST) for name in ("A", "B")]
    assert Borrowing(short, "near", PAPER).first == "longer"
    assert Borrowing(PAPER, "near", late).first == "named"
    assert Borrowing(PAPER, "near", short).first == "named"
    assert Borrowing(undated[0], "near", undated[1]).first == "undated"
    again = sorted([PAPER, an_article("Lake News", day, FIRST)], key=lambda each: each.id)
    assert Borrowing(again[1], "exact", again[0]).first == "undated"
    assert Borrowing(PAPER, "cites", None, chain=("Maariv",)).first is None


def test_a_publisher_that_the_pile_does_not_hold_is_cited_with_those_whom_he_quotes() -> None:
    document = an_article("Gazette", "2024-03-05", "According to Maariv, oil flows.")
    entry = an_entry(document, "According to Maariv, oil flows.", chain="Maariv:publisher")
    (found,) = borrowings([document], [], [entry])
    assert (found.kind, found.of, found.chain) == ("cites", None, ("Maariv",))
    assert found.passages == ()


def test_a_document_that_has_all_from_an_organisation_sums_up_its_paper() -> None:
    sentences = (
        "Oil flows, the institute says.",
        "Maariv calls it a flood, it says.",
        "Arms come, the institute says.",
    )
    document = an_article("Gazette", "2024-03-05", *sentences)
    institute, both = "the institute:organisation", "the institute:organisation;Maariv:publisher"
    entries = [
        an_entry(document, sentence, chain=chain)
        for sentence, chain in zip(sentences, (institute, both, institute), strict=True)
    ]
    assert [each.chain for each in borrowings([document], [], entries)] == [("the institute", "Maariv")]
    assert [each.chain for each in borrowings([document], [], [entries[0], entries[2]])] == []
    own = an_entry(document, sentences[0])
    assert [each.chain for each in borrowings([document], [], [*entries, own])] == [("Maariv",)]


def test_whose_words_are_all_anothers_retells_nobody() -> None:
    words = "Kofi Mensah, Ama Boateng and Yaw Darko met at Tema on 4 March 2024 and shared 900 megawatts of Akosombo."
    told = (
        "At Tema Kofi Mensah, Ama Boateng and Yaw Darko met: 900 megawatts of Akosombo are shared, since 4 March 2024."
    )
    first, retold = an_article("A", "2024-03-05", told), an_article("B", "2024-03-06", words)
    same = an_article("C", "2024-03-07", words)
    assert [(each.document.publisher, each.kind) for each in borrowings([first, same], [], [])] == [("C", "retells")]
    found = borrowings([first, retold, same], [Copy(same.id, retold.id, "exact", 1.0)], [])
    assert [(each.document.publisher, each.kind) for each in found] == [("B", "retells"), ("C", "exact")]


def test_who_quotes_itself_or_a_minister_cites_nobody() -> None:
    document = an_article("Maariv", "2024-03-05", "According to Maariv, oil flows.")
    own = an_entry(document, "According to Maariv, oil flows.", chain="Maariv:publisher")
    minister = an_entry(document, "According to Maariv, oil flows.", chain="the minister:person")
    assert borrowings([document], [], [own, minister]) == ()


def test_a_copy_does_not_cite_what_its_original_cites() -> None:
    words = "According to Maariv, oil flows."
    first, copy = an_article("A", "2024-03-05", words), an_article("B", "2024-03-06", words)
    entries = [an_entry(each, words, chain="Maariv:publisher") for each in (first, copy)]
    found = borrowings([first, copy], [Copy(copy.id, first.id, "exact", 1.0)], entries)
    assert [(each.document, each.kind) for each in found] == [(first, "cites"), (copy, "exact")]


def test_the_order_of_documents_and_copies_does_not_matter() -> None:
    found = borrowings([PAPER, REPRINT, SECOND], COPIES, [])
    assert found == borrowings([SECOND, PAPER, REPRINT], COPIES[::-1], [])
    assert [(each.document, each.of) for each in found] == [(REPRINT, PAPER), (SECOND, PAPER), (SECOND, REPRINT)]


def test_a_tree_puts_each_under_what_it_is_most_like_and_tells_nothing_twice() -> None:
    (root,) = branches(borrowings([PAPER, REPRINT, SECOND], COPIES, []))
    assert (root.document, root.borrowing, root.size) == (PAPER, None, 3)
    assert [(each.document, each.beside, each.branches) for each in root.branches] == [
        (REPRINT, (), ()),
        (SECOND, (), ()),
    ]


def test_those_that_have_it_from_each_other_are_one_tree() -> None:
    (root,) = branches([Borrowing(PAPER, "near", REPRINT, 0.7), Borrowing(REPRINT, "near", PAPER, 0.7)])
    assert root.size == 2


def test_those_bound_to_a_document_and_those_of_a_publisher() -> None:
    other, copy = an_article("A", "2024-01-01", "Other."), an_article("B", "2024-01-02", "Other.")
    found = borrowings([PAPER, REPRINT, other, copy], [NEAR, Copy(copy.id, other.id, "exact", 1.0)], [])
    assert [each.document for each in of_document(found, PAPER.id)] == [REPRINT]
    assert [each.document for each in of_publisher(found, "the lake news")] == [REPRINT]
    assert of_publisher(found, "Nobody") == ()
