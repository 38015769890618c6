"""Intake: what was published becomes documents."""

from dragoman.intake.feed import links
from dragoman.intake.files import found_files, table_beside
from dragoman.intake.item import Defaults, Item
from dragoman.intake.kinds import ending_of
from dragoman.intake.load import load
from dragoman.intake.survey import survey

__all__ = ["Defaults", "Item", "ending_of", "found_files", "links", "load", "survey", "table_beside"]
