"""What a page tells, before it is put into a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman import Frame


@dataclass(frozen=True)
class Page:
    """A title, what a template needs to show it, and the same as data.

    `tables` are what the page shows, as rows, the chief one first; `about` is what it says besides, and `shown` what
    only the template needs.
    """

    template: str
    title: str
    tables: Mapping[str, Frame]
    shown: Mapping[str, Any] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)
