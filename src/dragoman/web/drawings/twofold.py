"""A drawing for broad places and one for narrow ones, of which the page shows that for which it has room."""

from __future__ import annotations

from typing import Final, Protocol

from markupsafe import Markup

from dragoman.web.drawings.svg import element

#: How wide narrow drawings are: on a telephone of usual width a unit is a pixel at least.
NARROW: Final = 340.0


class Draws(Protocol):
    """What draws the same broad or narrow; `None` if there is nothing to draw."""

    def __call__(self, *, narrow: bool) -> Markup | None:
        """The drawing."""


def twofold(draw: Draws) -> Markup | None:
    """The broad and the narrow one; the style sheet hides the other, from who does not see as well."""
    broad, narrow = draw(narrow=False), draw(narrow=True)
    if broad is None or narrow is None:
        return None
    parts = element("div", broad, class_="broad"), element("div", narrow, class_="narrow")
    return element("div", *parts, class_="drawing")
