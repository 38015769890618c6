from __future__ import annotations

from dataclasses import replace

from dragoman.analysis import Rereading
from dragoman.records import Standing
from tests.factories import a_denial, a_document, a_statement, a_visit

DOCUMENT = a_document()
OIL, VISIT, DENIAL = a_statement(DOCUMENT), a_visit(DOCUMENT), a_denial(DOCUMENT)


def test_what_is_gained_lost_kept_and_told_otherwise() -> None:
    told = Rereading()
    planned = replace(VISIT, standing=Standing.PLANNED)
    told.compare([OIL, VISIT], [OIL, planned, DENIAL])

    assert (told.documents, told.kept, told.gained.total(), told.lost.total()) == (1, 1, 1, 0)
    assert told.gained == {"CONSULT": 1}
    assert told.flips == {("CONSULT ISR>AZE", "CONSULT ISR>AZE planned"): 1}


def test_another_date_is_the_same_told_again() -> None:
    told = Rereading()
    told.compare([VISIT], [replace(VISIT, mode=None, certainty=0.2)])
    assert (told.kept, told.flips.total()) == (1, 0)


def test_what_is_gone() -> None:
    told = Rereading()
    told.compare([OIL, VISIT], [])
    told.compare([], [])
    assert (told.documents, told.lost) == (2, {"energy": 1, "CONSULT": 1})
