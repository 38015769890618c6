from __future__ import annotations

from dragoman.reconcile import copies
from dragoman.records import Copy, Document
from tests.factories import an_article
from tests.unit.reconcile.test_passages import ARTICLE, EDITED, OWN, ROUND_UP


def _found(*documents: Document) -> list[Copy]:
    known = {each.id: each for each in documents}
    (one, other) = documents
    return list(copies([(one.id, other.id)], known.__getitem__))


def test_the_later_has_it_from_the_earlier() -> None:
    first, second = an_article("Nation", "2023-03-07", ARTICLE), an_article("Trader", "2023-03-08", EDITED)
    for pair in ((first, second), (second, first)):
        (copy,) = _found(*pair)
        assert (copy.document, copy.of, copy.kind) == (second.id, first.id, "near")


def test_the_same_words_are_an_exact_copy() -> None:
    first, second = an_article("Nation", "2023-03-07", "Short."), an_article("Trader", "2023-03-08", "SHORT")
    assert _found(first, second) == [Copy(second.id, first.id, "exact", 1.0)]


def test_who_names_the_other_as_the_source_came_later_though_its_date_is_a_day_earlier() -> None:
    agency = an_article("Reuters", "2023-03-07", ARTICLE)
    paper = an_article("Trader", "2023-03-06", EDITED.replace("ARUSHA –", "ARUSHA (Reuters) -"))
    (copy,) = _found(paper, agency)
    assert copy.of == agency.id
    long_before = an_article("Trader", "2022-03-06", EDITED.replace("ARUSHA –", "ARUSHA (Reuters) -"))
    (copy,) = _found(long_before, agency)
    assert copy.of == long_before.id


def test_a_paper_may_print_its_own_background_again_but_not_a_whole_article() -> None:
    first = an_article("Nation", "2023-03-07", ARTICLE)
    assert _found(first, an_article("Nation", "2023-03-09", ROUND_UP)) == []
    assert [each.kind for each in _found(first, an_article("Nation", "2023-03-09", EDITED))] == ["near"]
    assert [each.kind for each in _found(first, an_article("Trader", "2023-03-09", ROUND_UP))] == ["excerpt"]


def test_independent_reports_are_no_copies() -> None:
    assert _found(an_article("Nation", "2023-03-07", ARTICLE), an_article("Citizen", "2023-03-07", OWN)) == []
