from __future__ import annotations

from dragoman.reconcile.marks import marks, telling
from tests.factories import an_article, an_entry

RAID = "On Thursday Israel struck 12 depots near Tyre, Sidon and the Beaufort. Rockets hit 1,200 houses in 2024."


def test_names_and_numbers_tell_one_raid_from_another() -> None:
    statement = an_entry(an_article("A", "2024", RAID), RAID, "ASSAULT", actor="ISR", recipient="LBN").statement
    assert marks(statement) == {"12", "tyre", "sidon", "beaufort", "1200"}


def test_longer_words_are_cut() -> None:
    statement = an_entry(an_article("A", "2024", RAID), RAID, "ASSAULT", actor="ISR", recipient="LBN").statement
    assert {"struck", "depots", "houses", "rocket"} <= telling(statement)
    assert "near" not in telling(statement)
