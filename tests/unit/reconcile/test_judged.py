from __future__ import annotations

from collections.abc import Sequence

from dragoman.reconcile import needed, occurrences, reconcile, roots
from dragoman.reconcile.judged import judged
from dragoman.records import Anchor, Copy, Decision, Entry
from tests.factories import an_article, an_entry

WORDS = "Israel and Azerbaijan met."


def _met(publisher: str, when: str, words: str = WORDS, **more: object) -> Entry:
    document = an_article(publisher, "2023-08-01", words)
    return an_entry(document, words, **{"type": "CONSULT", "actor": "ISR", "recipient": "AZE", "when": when, **more})


def _pair(verdict: str, one: Entry, other: Entry) -> Decision:
    anchors = Anchor.of(one.statement), Anchor.of(other.statement)
    return Decision(verdict, "A. Analyst", "read both", anchors[0], other=anchors[1])  # type: ignore[arg-type]


def _together(entries: Sequence[Entry], *decisions: Decision, copies: tuple[Copy, ...] = ()) -> list[int]:
    """For each entry the number of the first that shares its occurrence; the same whatever the order."""
    root = roots(entries, copies)
    found = judged(occurrences(entries, root), entries, root, decisions)
    turned = judged(occurrences(entries[::-1], root), entries[::-1], root, decisions[::-1])
    assert found == turned
    ids = [found[entry.statement.id] for entry in entries]
    return [ids.index(each) for each in ids]


def test_what_is_judged_the_same_comes_together_with_all_that_is_with_it() -> None:
    pile = [_met("A", "2023-05-01"), _met("B", "2023-05-01"), _met("C", "2023-07-01"), _met("D", "2023-07-01")]
    assert _together(pile) == [0, 0, 2, 2]
    assert _together(pile, _pair("same", pile[1], pile[2])) == [0, 0, 0, 0]


def test_reports_of_different_types_and_parties_can_be_judged_the_same() -> None:
    pile = [_met("A", "2023-05-01"), _met("B", "2024-05-01", type="AGREE", recipient="AZE;TUR")]
    assert _together(pile, _pair("same", *pile)) == [0, 0]


def test_what_is_judged_not_the_same_is_parted_and_the_others_go_where_their_words_are_alike() -> None:
    baku, haifa = "Israel and Azerbaijan met in Baku.", "Israel and Azerbaijan met in Haifa."
    pile = [
        _met("A", "2023-05-01", baku),
        _met("B", "2023-05-01", haifa),
        _met("C", "2023-05-01", f"{haifa[:-1]} too."),
    ]
    assert _together(pile) == [0, 0, 0]
    assert _together(pile, _pair("not the same", pile[0], pile[1])) == [0, 1, 1]


def test_three_that_are_all_different_are_three() -> None:
    pile = [_met(name, "2023-05-01") for name in "ABC"]
    apart = [
        _pair("not the same", one, other) for one, other in ((pile[0], pile[1]), (pile[1], pile[2]), (pile[0], pile[2]))
    ]
    assert _together(pile, *apart) == [0, 1, 2]
    assert _together(pile, *apart[:2]) == [0, 1, 0]


def test_what_is_not_the_same_is_not_joined_by_way_of_a_third() -> None:
    pile = [_met("A", "2023-05-01"), _met("B", "2023-05-01"), _met("C", "2023-07-01")]
    apart = _pair("not the same", pile[0], pile[1])
    both = [_pair("same", pile[0], pile[2]), _pair("same", pile[1], pile[2])]
    found = _together(pile, apart, *both)
    assert found[0] != found[1]


def test_a_tie_can_be_parted_into_two() -> None:
    pile = [_met("A", "2020", type="energy"), _met("B", "2023", type="energy"), _met("C", "2023", type="energy")]
    assert _together(pile) == [0, 0, 0]
    assert _together(pile, _pair("not the same", pile[0], pile[1])) == [0, 1, 1]


def test_a_judgement_holds_for_the_same_words_in_a_copy() -> None:
    one, other = _met("A", "2023-05-01"), _met("B", "2023-05-01", "Azerbaijan met Israel on 1 May.")
    reprint = _met("C", "2023-05-01")
    copies = (Copy(reprint.document.id, one.document.id, "near", 0.9),)
    assert _together([one, other, reprint], _pair("not the same", one, other), copies=copies) == [0, 1, 0]


def test_it_is_told_whether_a_decision_was_needed() -> None:
    pile = [_met("A", "2023-05-01"), _met("B", "2023-05-01"), _met("C", "2023-07-01")]
    root = roots(pile, ())
    found = occurrences(pile, root)
    assert needed(found, pile, root, _pair("same", pile[0], pile[2]))
    assert not needed(found, pile, root, _pair("same", pile[0], pile[1]))
    assert needed(found, pile, root, _pair("not the same", pile[0], pile[1]))
    assert not needed(found, pile, root, _pair("not the same", pile[0], pile[2]))


def test_origins_are_counted_after_what_was_judged() -> None:
    pile = [_met("A", "2023-05-01"), _met("B", "2023-07-01")]
    (one, other) = reconcile(pile, (), decisions=[_pair("same", *pile)])
    assert one.occurrence == other.occurrence
    assert (one.origins, other.origins) == (2, 2)
