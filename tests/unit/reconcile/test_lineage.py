from __future__ import annotations

from itertools import pairwise

from dragoman.reconcile import lineage, occurrences, roots
from dragoman.reconcile.lineage import normalised
from dragoman.records import Copy, Entry
from tests.factories import an_article, an_entry

OIL = "Azerbaijan supplies oil to Israel."


def _says(publisher: str | None, published: str | None, chain: str = "", **more: object) -> Entry:
    return an_entry(an_article(publisher, published, OIL), OIL, chain=chain, **more)


def origins(entries: list[Entry], copies: list[Copy]) -> dict[str, str]:
    root = roots(entries, copies)
    return lineage.origins(entries, occurrences(entries, root), root)


def _origin(entries: list[Entry], copies: list[Copy], of: Entry) -> str:
    return origins(entries, copies)[of.statement.id]


def _exact(a: Entry, b: Entry) -> Copy:
    return Copy(a.document.id, b.document.id, "exact", 1.0)


def test_a_document_of_its_own_voice_begins_with_itself():
    one = _says("Haaretz", "2023-07-13")
    assert _origin([one], [], one) == one.document.id


def test_a_reprint_begins_where_the_first_print_does():
    first, second = _says("Haaretz", "2023-07-13"), _says("Caliber.Az", "2023-07-14")
    assert _origin([second, first], [_exact(second, first)], second) == first.document.id


def test_copies_of_each_other_begin_with_the_older():
    first, second = _says("Haaretz", "2023-07-13"), _says("Caliber.Az", "2023-07-14")
    both = [_exact(first, second), _exact(second, first)]
    assert {_origin([second, first], both, each) for each in (first, second)} == {first.document.id}


def test_reprints_of_reprints_lead_to_the_first_print():
    prints = [_says(f"Outlet {day}", f"2023-07-{day:02}") for day in range(1, 5)]
    copies = [_exact(later, earlier) for earlier, later in pairwise(prints)]
    assert set(origins(prints, copies).values()) == {prints[0].document.id}


def test_undated_copies_come_after_dated_ones():
    dated, undated = _says("Haaretz", "2023"), _says("Caliber.Az", None)
    assert _origin([dated, undated], [_exact(undated, dated)], undated) == dated.document.id


def test_a_copy_of_a_document_that_says_nothing_is_its_own_root():
    one = _says("Haaretz", "2023")
    assert _origin([one], [Copy(one.document.id, "d1:gone", "near", 0.9)], one) == one.document.id


def test_two_who_quote_the_same_institute_are_one_origin():
    one = _says("Haaretz", "2023", "SIPRI:organisation")
    two = _says("Caliber.Az", "2024", "The SIPRI:organisation")
    assert len(set(origins([one, two], []).values())) == 1


def test_the_innermost_named_source_counts():
    one = _says("Foreign Policy Blogs", "2011", "Wikileaks:organisation;Ilham Aliyev:person:AZE")
    assert _origin([one], [], one) == "named:ilham aliyev"


def test_unnamed_officials_are_an_origin_for_each_publisher_that_quotes_them():
    one = _says("Haaretz", "2023", "Maariv:publisher;officials:anonymous")
    two = _says("Caliber.Az", "2023", "Maariv:publisher;sources:anonymous")
    three = _says("Maariv", "2022", "an official:anonymous")
    four = _says("Haaretz", "2023-05", "officials:anonymous")
    found = origins([one, two, three, four], [])
    assert found[one.statement.id] == found[two.statement.id] == found[three.statement.id]
    assert found[four.statement.id] != found[one.statement.id]


def test_officials_of_two_states_are_two_origins():
    one = _says("Haaretz", "2023", "officials:anonymous:ISR")
    two = _says("Haaretz", "2024", "officials:anonymous:AZE")
    assert len(set(origins([one, two], []).values())) == 2


def test_unnamed_officials_of_a_nameless_publisher_belong_to_the_document():
    one, two = _says(None, "2023", "officials:anonymous"), _says(None, "2024", "officials:anonymous")
    assert len(set(origins([one, two], []).values())) == 2


def test_according_to_a_joins_what_a_itself_says():
    own, quoted = _says("Maariv", "2023-07-12"), _says("Haaretz", "2023-07-13", "Maariv:publisher")
    assert _origin([quoted, own], [], quoted) == own.document.id


def test_according_to_a_goes_where_a_has_it_from():
    own = _says("Maariv", "2023-07-12", "SIPRI:organisation")
    quoted = _says("Haaretz", "2023-07-13", "Maariv:publisher")
    assert _origin([own, quoted], [], quoted) == "named:sipri"


def test_according_to_a_does_not_join_what_a_says_of_something_else():
    other = _says("Maariv", "2023-07-12", type="arms")
    quoted = _says("Haaretz", "2023-07-13", "Maariv:publisher")
    assert _origin([other, quoted], [], quoted) == "named:maariv"


def test_two_papers_that_quote_each_other_are_one_origin():
    one, two = _says("Maariv", "2023", "Haaretz:publisher"), _says("Haaretz", "2023", "Maariv:publisher")
    found = origins([one, two], [])
    assert len(set(found.values())) == 1


def test_a_state_by_another_of_its_names_is_the_same_source():
    one = _says("Haaretz", "2023", "the United States:office:USA")
    two = _says("Maariv", "2023", "Washington:office:USA")
    three = _says("Maariv", "2023", "Foreign Ministry:office:USA")
    found = origins([one, two, three], [])
    assert found[one.statement.id] == found[two.statement.id] != found[three.statement.id]


def test_a_report_without_a_name_is_nobody_and_a_named_cable_is_a_document():
    report = _says("Haaretz", "2023", "a report:document")
    other = _says("Maariv", "2023", "a report:document")
    cable = _says("Haaretz", "2024", "the 2009 State Department cable:document")
    again = _says("Maariv", "2024", "2009 State Department cable:document")
    found = origins([report, other, cable, again], [])
    assert found[report.statement.id] != found[other.statement.id]
    assert found[cable.statement.id] == found[again.statement.id]


def test_names_are_told_without_case_the_and_possessive():
    assert normalised("The  Times of Israel") == normalised("times of israel") == normalised("Times of Israel's")
