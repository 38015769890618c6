"""Texts as XML holds them."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: What no XML 1.0 document may hold, not even as a reference.
_ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_REFERRED = re.compile("[" + "".join(_REFERENCES) + "]")


def text(value: str) -> str:
    """A text between tags or quotation marks; what XML cannot hold is replaced by `\\ufffd`."""
    return _REFERRED.sub(lambda match: _REFERENCES[match[0]], _ILLEGAL.sub("\ufffd", value))


def tag(name: str, attributes: Mapping[str, str | None], content: str | None = None) -> str:
    """An element with attributes, but for those that are `None`; `content` is XML, an empty element if it is `None`."""
    head = "".join(f' {key}="{text(value)}"' for key, value in attributes.items() if value is not None)
    return f"<{name}{head}/>" if content is None else f"<{name}{head}>{content}</{name}>"
