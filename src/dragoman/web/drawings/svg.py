"""Pieces of vector graphics, as markup in which every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape


def element(name: str, *inside: str, **attributes: object) -> Markup:
    """An element; `class_` and the like lose their underscore, others become hyphens, `None` leaves one out."""
    # Written out: a drawing has a thousand of them.
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{given}>{''.join(map(escape, inside))}</{name}>")


def drawing(size: tuple[float, float], says: str, *inside: str, class_: str, role: str = "group") -> Markup:
    """A whole drawing of a size in its own units; `says` is what those hear who do not see it.

    A `group` has parts that lead somewhere; an `img` is one thing.
    """
    width, height = size
    return element(
        "svg",
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        role=role,
        aria_label=says,
        class_=class_,
    )


def linked(address: str | None, says: str, *inside: str, **attributes: object) -> Markup:
    """Something that leads somewhere; its words are seen when it is pointed at, and heard."""
    title = element("title", says)
    if address is None:
        return element("g", title, *inside, **attributes)
    return element("a", title, *inside, href=address, aria_label=says, **attributes)


def joined(parts: Iterable[str]) -> Markup:
    """Pieces one after another."""
    return Markup("").join(parts)


def _value(value: object) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
