from __future__ import annotations

from dragoman.analysis import descents
from dragoman.records import Copy, Document, Entry
from tests.factories import an_article, an_entry

OIL = "Azerbaijan supplies oil to Israel through the port of Ceyhan."


def _says(publisher: str, published: str, chain: str = "", **more: object) -> Entry:
    return an_entry(an_article(publisher, published, OIL), OIL, chain=chain, **more)


MAARIV = _says("Maariv", "2023-07-12")
REPRINT = _says("Report.az", "2023-07-13")
QUOTING = _says("Haaretz", "2023-07-14", "Maariv:publisher")
UNRELATED = _says("Globes", "2023-07-15", "SIPRI:organisation")
DENYING = _says("Trend", "2023-07-15", standing="denied")
COPY = Copy(REPRINT.document.id, MAARIV.document.id, "near", 0.93)


def _documents(*entries: Entry) -> dict[str, Document]:
    return {entry.document.id: entry.document for entry in entries}


def test_reports_by_origin_and_how_each_has_it() -> None:
    pile = [UNRELATED, QUOTING, DENYING, REPRINT, MAARIV]
    asserted, denied = descents(pile, [COPY], _documents(*pile).get)

    assert (asserted.standing, asserted.reports, denied.reports) == ("asserted", 4, 1)
    first, second = asserted.origins
    assert first.document == MAARIV.document
    assert [(each.entry, each.how, each.of) for each in first.reports] == [
        (MAARIV, "itself", None),
        (REPRINT, "near", MAARIV.document.id),
        (QUOTING, "quotes", "Maariv"),
    ]
    assert first.reports[1].likeness == 0.93
    assert (second.document, second.key) == (None, "named:sipri")


def test_the_nearest_original_is_told_and_whole_texts_before_excerpts() -> None:
    digest = _says("Digest", "2023-07-16")
    pile = [MAARIV, REPRINT, digest]
    copies = [
        COPY,
        Copy(digest.document.id, MAARIV.document.id, "excerpt", 0.99),
        Copy(digest.document.id, REPRINT.document.id, "near", 0.6),
    ]
    (asserted,) = descents(pile, copies, _documents(*pile).get)
    (origin,) = asserted.origins
    assert [(each.how, each.of) for each in origin.reports][2] == ("near", REPRINT.document.id)


def test_nothing_descends_from_nothing() -> None:
    assert descents([], [], {}.get) == ()
