"""A browser that is listened to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright import sync_api as playwright


@contextmanager
def watched(browser: playwright.Browser, address: str) -> Iterator[playwright.Page]:
    """A page of somebody who opened an address; whatever the browser complains about, speaks up or asks of other
    machines fails the test.
    """
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    said: list[str] = []
    opened = context.new_page()
    opened.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    opened.on("request", lambda asked: said.append(asked.url) if "127.0.0.1" not in asked.url else None)
    opened.goto(address)
    yield opened
    context.close()
    assert said == []
