from __future__ import annotations

from dragoman.reconcile import reconcile
from dragoman.records import Copy, Entry
from tests.factories import an_article, an_entry

VISIT = "President Herzog visited Azerbaijan."


def _visited(publisher: str | None, published: str, **more: object) -> Entry:
    document = an_article(publisher, published, VISIT)
    return an_entry(document, VISIT, "CONSULT", mode="visit", actor="ISR", recipient="AZE", when="2023-05-30", **more)


def _called(*entries: Entry, copies: tuple[Copy, ...] = ()) -> list[str]:
    found = {each.statement: each.original_source for each in reconcile(entries, copies)}
    return [found[each.statement.id] for each in entries]


def test_a_reprint_has_its_original_source_in_another_publisher() -> None:
    first, second = _visited("Maariv", "2023-05-30"), _visited("Outlet", "2023-05-31")
    assert _called(first, second, copies=(Copy(second.document.id, first.document.id, "exact", 1.0),)) == ["Maariv"] * 2


def test_who_quotes_has_it_from_the_one_quoted() -> None:
    assert _called(_visited("Outlet", "2023-05-31", chain="Maariv:publisher")) == ["Maariv"]


def test_unnamed_sources_are_called_by_who_quotes_them() -> None:
    found = _called(_visited("The Outlet", "2023-05-31", chain="officials:anonymous"))
    assert found == ["unnamed sources, quoted by The Outlet"]


def test_a_document_of_no_publisher_is_called_by_its_title() -> None:
    assert _called(_visited(None, "2023-05-31")) == ["Title"]
