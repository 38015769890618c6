"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# How long an example takes tells of the machine, which others may be using, and not of the program. The same examples
# each time, so that a change is judged by what it changes; `make fuzz` looks for new ones.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("new", deadline=None, max_examples=2000)
settings.load_profile("same")
