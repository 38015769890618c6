"""Intake: what was published becomes documents."""

from dragoman.intake.duplicates import Copies, fingerprint, is_current, signature
from dragoman.intake.item import Defaults, Item
from dragoman.intake.load import load
from dragoman.intake.survey import survey

__all__ = ["Copies", "Defaults", "Item", "fingerprint", "is_current", "load", "signature", "survey"]
