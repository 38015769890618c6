from __future__ import annotations

from tests.factories import a_document, a_quantity


def test_a_figure_is_told_in_the_documents_words() -> None:
    document = a_document()
    assert a_quantity(document).phrase == "about 40 percent of oil imports (ISR)"
    assert a_quantity(document, of=None, whose=None).phrase == "about 40 percent"
