from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from dragoman.records import Copy, Failure, Report


def test_a_report_holds_what_became_of_a_pile_and_stays_as_it_is() -> None:
    copy, failure = Copy("d1:b", "d1:a", "near", 0.9), Failure("c.pdf", "The file is empty.")
    report = Report(("a.txt",), ("b.txt",), (copy,), (failure,), {"d1:a": "a.txt"}, 3)

    assert (report.copies[0].of, report.failures[0].reason) == ("d1:a", "The file is empty.")
    with pytest.raises(FrozenInstanceError):
        report.statements = 4  # type: ignore[misc]
