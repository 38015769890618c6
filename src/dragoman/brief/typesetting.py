"""Pages and pictures set by Typst; the only place that knows it."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from dragoman.errors import MissingExtra

#: Dots of a picture to an inch of its width as it is meant: sharp in print.
_DOTS = 220


def typeset(markup: str, form: Literal["pdf", "png"]) -> bytes:
    """What Typst makes of its markup, the same for the same markup; of several pages a picture shows the first.

    Raises `MissingExtra` if Typst is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise MissingExtra("A brief as PDF", "it needs typst; `pip install 'dragoman[pdf]'` brings it.") from error
    with TemporaryDirectory() as folder:
        source = Path(folder) / "brief.typ"
        source.write_text(markup, encoding="utf-8")
        if form == "pdf":
            return bytes(typst.compile(source))
        made = typst.compile(source, format="png", ppi=_DOTS)
        return bytes(made[0] if isinstance(made, list) else made)


def string(text: str) -> str:
    """A text as a string of Typst, followed by nothing that could be taken for a part of it."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    return json.dumps(plain, ensure_ascii=False) if plain else '""'
