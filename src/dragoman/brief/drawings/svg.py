"""Elements of SVG 1.1, written such that the same marks are the same bytes on every machine.

A drawing stands by itself: its colours are attributes, which a page may overrule by their classes.
"""

from __future__ import annotations

from html import escape
from typing import Final

from dragoman.brief.brief import Drawing

WIDTH: Final = 720
#: Of the set of Okabe and Ito (2008), which colour-blind readers can tell apart; shapes or dashes say the same again.
COLOURS: Final = {
    "cooperative": "#0072b2",
    "hostile": "#d55e00",
    "neither": "#777777",
    "verbal-cooperation": "#0072b2",
    "material-cooperation": "#009e73",
    "verbal-conflict": "#e69f00",
    "material-conflict": "#d55e00",
}
#: The classes of channels by their sign.
SIGNS: Final = {1: "cooperative", -1: "hostile", 0: "neither"}
#: The mean width of a letter in a wide font, as a share of its size.
_LETTER: Final = 0.57
#: The same in a narrow one: what lies behind words may be seen beside them.
_GROUND: Final = 0.46
#: The font that Typst brings, then those of a page.
_FONT: Final = "'Libertinus Serif', Georgia, serif"


def element(tag: str, *inside: str, **attributes: str | float) -> str:
    """An element around markup; `stroke_width=2.0` is written `stroke-width="2"`, `class_` is `class`."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(_value(value))}"' for name, value in attributes.items()
    )
    return f"<{tag}{written}>{''.join(inside)}</{tag}>" if inside else f"<{tag}{written}/>"


def words(text: str, x: float, y: float, **attributes: str | float) -> str:
    """A line of text in the colour of the page's ink, unless another is given."""
    return element("text", plain(text), x=x, y=y, **{"fill": "currentColor", **attributes})


def label(text: str, x: float, y: float, *, size: float = 11, anchor: str = "middle", turn: float = 0) -> str:
    """A line of text, turned by degrees, on a ground that keeps it apart from lines behind it.

    The ground is a box: the outline of letters would cover the letters beside them where they are set one by one.
    """
    width = len(text) * size * _GROUND
    left = x - width * {"start": 0, "middle": 0.5, "end": 1}[anchor]
    ground = element(
        "rect", x=left, y=y - size * 0.8, width=width, height=size, fill="#ffffff", fill_opacity=".85", class_="paper"
    )
    line = words(text, x, y, font_size=size, text_anchor=anchor)
    turned = {"transform": f"rotate({turn:.1f} {x:.1f} {y - size * 0.3:.1f})"} if turn else {}
    return element("g", ground, line, **turned)


def told(name: str, text: str, *marks: str) -> str:
    """Marks in the colour of a class, with the text that a page shows where one points at them."""
    return element("g", element("title", plain(text)), *marks, class_=name, color=COLOURS[name])


def drawing(title: str, caption: str, height: float, *marks: str) -> Drawing:
    """The whole, with its title for those who cannot see it."""
    named = element("title", plain(title)) + element("desc", plain(caption))
    svg = element(
        "svg",
        "\n".join((named, *marks, "")),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {_value(height)}",
        role="img",
        font_size=11,
        font_family=_FONT,
    )
    return Drawing(title, svg, caption)


def plain(text: str) -> str:
    """Text as markup, on one line, without signs that XML cannot hold."""
    return escape("".join(sign if sign.isprintable() else " " if sign.isspace() else "\ufffd" for sign in text))


def cut(text: str, width: float, size: float = 11) -> str:
    """Text that fits a width, cut with a sign if it does not."""
    most = max(int(width / (size * _LETTER)), 2)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _value(value: str | float) -> str:
    """A number with no more digits than can be seen."""
    if isinstance(value, str):
        return value
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written
