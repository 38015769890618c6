"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# How long an example takes tells of the machine, which others may be using, and not of the program.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
