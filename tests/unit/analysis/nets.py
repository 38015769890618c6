"""Small networks for tests: a tie a line, as `AZE -> ISR energy`, each told by one document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.records import Entry
from tests.factories import a_figure, an_article, an_entry


def entries(*ties: str, published: str = "2024-05-01") -> list[Entry]:
    """An asserted entry for each of `AZE -> ISR energy [30-40 oil imports]`; several parties are joined by `;`."""
    return [_entry(number, tie, published) for number, tie in enumerate(ties)]


def _entry(number: int, tie: str, published: str) -> Entry:
    sides, _, figure = tie.partition(" [")
    actor, _, rest = sides.partition(" -> ")
    recipient, channel = rest.split()
    words = figure.removesuffix("]")
    text = f"Report {number}: they stand so, {words or 'it is said'}."
    document = an_article(f"Paper {number}", published, text)
    more: dict[str, Any] = {"actor": actor, "recipient": recipient, "origins": 2}
    if words:
        bounds, _, base = words.partition(" ")
        low, _, high = bounds.partition("-")
        more["figures"] = [
            a_figure(document, words, float(low), float(high or low), of=base, whose=recipient.split(";")[0])
        ]
    return an_entry(document, text, channel, **more)


def names(links: Any) -> Iterator[str]:
    """`AZE ISR energy` for each link."""
    return (" ".join(link.key) for link in links)
