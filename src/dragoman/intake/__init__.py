"""Intake: what was published becomes documents."""

from dragoman.intake.files import found_files, table_beside
from dragoman.intake.item import Defaults, Item
from dragoman.intake.load import load
from dragoman.intake.survey import survey

__all__ = ["Defaults", "Item", "found_files", "load", "survey", "table_beside"]
