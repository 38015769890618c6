"""Who stands how to whom among the parties of an account, on its day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from dragoman.analysis import Account, Link
from dragoman.analysis.network import joined, pair
from dragoman.brief import names, numbers, times
from dragoman.brief.brief import Drawing
from dragoman.brief.drawings import curve, layout
from dragoman.brief.drawings.curve import Curve
from dragoman.brief.drawings.layout import Point
from dragoman.brief.drawings.node import Node
from dragoman.brief.drawings.svg import SIGNS, WIDTH, drawing, told, words
from dragoman.codebook.ties import CHANNELS
from dragoman.words import counted

#: Parties for which there is room.
_MOST: Final = 24
#: Parties that one ring has room for; of more the busiest are placed within the others.
_ONE_RING: Final = 14
_HUBS: Final = 5
#: Links that are labelled where they run; of more only pointing at them tells which is which.
_LABELLED: Final = 20
_MIDDLE, _REACH, _TOP, _ROW, _ROUND = WIDTH / 2, 205, 60, 40, 400.0


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The links that are drawn, the parties they join, those of the account first, and what is left out."""

    links: tuple[Link, ...]
    subjects: tuple[str, ...]
    others: tuple[str, ...]
    left_out: tuple[int, int]

    @property
    def is_star(self) -> bool:
        """Whether all that is drawn is of one party."""
        return len(self.subjects) == 1

    @property
    def rings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who stands on the ring, or within it, and around: the one that all is about, both of two, or the busiest."""
        if self.is_star:
            return self.subjects, tuple(sorted(self.others, key=self._alike))
        if len(self.subjects) == 2 and len(self.others) <= layout.ROUND:
            return self.subjects, self.others
        ranked = (*self.subjects, *self.others)
        inner = max(len(self.subjects), _HUBS) if len(ranked) > _ONE_RING else len(ranked)
        return ranked[:inner], ranked[inner:]

    @property
    def tied(self) -> dict[str, set[str]]:
        """To whom each party is tied."""
        found: dict[str, set[str]] = {party: set() for party in (*self.subjects, *self.others)}
        for link in self.links:
            found[link.giver].add(link.taker)
            found[link.taker].add(link.giver)
        return found

    def _alike(self, code: str) -> tuple[object, ...]:
        """Those who stand alike stand together: the friendly first, the hostile last."""
        signs = {link.sign for link in self.links if code in (link.giver, link.taker)}
        return (sum(signs) < 0, -1 in signs, 1 not in signs, code)


def network(account: Account) -> Drawing | None:
    """The links of the account's parties, all links of a channel where it has none; `None` if there are none."""
    whole = joined(account.ties, account.as_of)
    subjects = {*account.parties}
    links = [link for link in whole.links if not subjects or {link.giver, link.taker} & subjects]
    if not links:
        return None
    drawn = _fitting(account, links)
    places, height = _places(drawn)
    curves = [each for group in _groups(drawn.links) for each in _curves(group, places, drawn, account)]
    nodes = _nodes(drawn, places)
    marks = (*(each.marks() for each in curves), *(each.marks() for each in nodes), *_key(drawn.links, height))
    return drawing("Who stands how to whom", _caption(account, drawn, whole.nameless), height + 34, *marks)


def _fitting(account: Account, links: Sequence[Link]) -> _Drawn:
    """The parties for which there is room, those with the most links, and the links between them."""
    busy = Counter(code for link in links for code in (link.giver, link.taker))
    subjects = tuple(code for code in account.parties if code in busy)
    ranked = sorted((code for code in busy if code not in subjects), key=lambda code: (-busy[code], code))
    kept = (*subjects, *ranked)[:_MOST]
    found = tuple(link for link in links if link.giver in kept and link.taker in kept)
    left_out = (len(subjects) + len(ranked) - len(kept), len(links) - len(found))
    return _Drawn(found, subjects[:_MOST], tuple(ranked[: max(_MOST - len(subjects), 0)]), left_out)


def _places(drawn: _Drawn) -> tuple[dict[str, Point], float]:
    """Where on the drawing each party stands, and how high it is."""
    inner, outer = drawn.rings
    if len((*inner, *outer)) == 2 or (len(drawn.subjects) == 2 and inner == drawn.subjects):
        one, other, *others = *inner, *outer
        found, height = layout.facing(one, other, others), _bundled(drawn, others)
    else:
        found, height = layout.rings(inner, outer, drawn.tied), _height(len(outer or inner))
    middle = height / 2
    places = {code: (_MIDDLE + x * _REACH, middle + y * (middle - _TOP)) for code, (x, y) in found.items()}
    # A ring of an odd number has nobody at its foot.
    return places, min(height, max(y for _, y in places.values()) + _TOP + _bow(drawn.links))


def _bow(links: Sequence[Link]) -> float:
    """How far the links between two parties reach beside the straight line, at most."""
    return max(len(group) for group in _groups(links)) * curve.GAP / 2


def _bundled(drawn: _Drawn, others: Sequence[str]) -> float:
    """Room for all links, one over the other, and for parties above and below."""
    links = len(drawn.links) * curve.GAP + 50
    return max(links + 60, 200.0) if others else max(links, 110.0)


def _height(around: int) -> float:
    return max((around + 1) // 2 * _ROW + 2.0 * _TOP, _ROUND) if around > layout.ROUND else _ROUND


def _groups(links: Sequence[Link]) -> Iterator[list[Link]]:
    """The links between each two parties."""
    by_pair = sorted(links, key=lambda link: (pair(link.giver, link.taker), [*CHANNELS].index(link.channel), link.key))
    yield from (list(group) for _, group in groupby(by_pair, key=lambda link: pair(link.giver, link.taker)))


def _curves(group: Sequence[Link], places: dict[str, Point], drawn: _Drawn, account: Account) -> Iterator[Curve]:
    labelled = not drawn.is_star and account.channel is None and len(drawn.links) <= _LABELLED
    gap = curve.GAP if labelled else curve.NARROW
    for place, link in enumerate(group):
        offset = (place - (len(group) - 1) / 2) * gap
        yield Curve(
            (places[link.giver], places[link.taker]),
            offset if link.giver < link.taker else -offset,
            _strength(link),
            SIGNS[link.sign],
            directed=not link.mutual,
            says=(link.channel if labelled else "", _told(link)),
        )


def _strength(link: Link) -> int:
    """Independent origins, or reports where origins were not told yet."""
    return link.origins if link.origins is not None else len(link.reports)


def _told(link: Link) -> str:
    sides = f" {'–' if link.mutual else '→'} ".join(map(_name, (link.giver, link.taker)))
    denied = f"; {counted(len(link.denied), 'report')} against it" if link.denied else ""
    return f"{CHANNELS[link.channel].label}, {sides}: {numbers.counts(link.reports, link.origins)}{denied}"


def _name(code: str) -> str:
    return numbers.capital(names.called(code).removeprefix("the "))


def _nodes(drawn: _Drawn, places: dict[str, Point]) -> Iterator[Node]:
    middle = sum(y for _, y in places.values()) / len(places)
    inner, outer = drawn.rings
    for code in (*inner, *outer):
        channels = [link.channel for link in drawn.links if code in (link.giver, link.taker)]
        below = tuple(dict.fromkeys(channels)) if drawn.is_star and code in outer else ()
        x, y = places[code]
        is_within = code in inner and len(inner) > 2 and outer
        off = (0.0, 0.0) if is_within else (x - _MIDDLE, y - middle)
        yield Node(code, _name(code), (x, y), off, code in drawn.subjects, below)


def _key(links: Sequence[Link], height: float) -> Iterator[str]:
    """What colours and dashes mean, as far as they are drawn."""
    signs = [sign for sign in (1, -1, 0) if any(link.sign == sign for link in links)]
    for place, sign in enumerate(signs):
        x = _MIDDLE + (place - len(signs) / 2) * 140
        yield told(SIGNS[sign], SIGNS[sign], curve.stroke(f"M{x:.1f} {height + 18:.1f}h36", 2.5, SIGNS[sign]))
        yield words(SIGNS[sign], x + 44, height + 22)


def _caption(account: Account, drawn: _Drawn, nameless: int) -> str:
    day = f", as of {times.day(account.as_of)}" if account.as_of is not None else ""
    parts = [
        f"Who stands how to whom{day}. An arrow leads from giver to taker; mutual ties have none. The more independent"
        " origins a link has, the wider it is, up to five."
    ]
    parties, links = drawn.left_out
    if parties:
        left_out = f"{counted(parties, 'party', 'parties')} with {counted(links, 'link')}"
        parts.append(f"Left out for want of room: {left_out}, those with the fewest.")
    if nameless:
        parts.append(f"{counted(nameless, 'tie')} of parties without a code cannot be drawn.")
    return " ".join(parts)
