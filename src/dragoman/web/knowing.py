"""Pages as they would have been on an earlier day: how that is asked, and kept from page to page."""

from __future__ import annotations

import re
from html import escape

from dragoman.errors import InvalidValue
from dragoman.web.asked import Asked

#: Pages that change something, which only the ledger of today can be.
OF_TODAY = ("/add", "/review", "/retract")
#: Where links of a page lead, but for those that say themselves of when they are.
_LINK = re.compile(r"""(<a\b(?![^>]*\sdata-now)[^>]*?\shref=")(/[^"#]*)(#[^"]*)?(?=")""")
_FORM = re.compile(r"""<form\b(?![^>]*\sdata-now)[^>]*\smethod="get"[^>]*>""")


def known(asked: Asked, path: str) -> str | None:
    """The day at whose end is asked what the ledger knew, if one is; raises `InvalidValue` where that cannot be."""
    day = asked.last_day("known")
    if day is not None and path in OF_TODAY:
        raise InvalidValue("This page is of today only, since things are changed here; ask for it without known=.")
    return str(day) if day is not None else None


def kept(page: str, day: str) -> str:
    """A page whose links and forms lead to others as known on the same day."""
    field = f'<input type="hidden" name="known" value="{escape(day)}">'
    return _LINK.sub(lambda link: _of(link, day), _FORM.sub(lambda form: form[0] + field, page))


def _of(link: re.Match[str], day: str) -> str:
    before, address, place = link[1], link[2], link[3] or ""
    path, _, query = address.partition("?")
    is_said = query.startswith("known=") or "&amp;known=" in query
    if path in OF_TODAY or is_said:
        return link[0]
    return f"{before}{address}{'&amp;' if query else '?'}known={escape(day)}{place}"
