"""What of a pile is to be read: all but what was read before and has not changed since."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterator, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from dragoman.intake import Defaults, Item, survey
from dragoman.intake.archives import Member
from dragoman.intake.files import Found, find
from dragoman.intake.storage import looks
from dragoman.intake.survey import STANDARD_INPUT
from dragoman.ledger import Offer
from dragoman.piles.tabled import spread
from dragoman.reading.reader import version
from dragoman.records import Failure

#: Between the digest of what a member holds and that of the archive it is in.
_AND: Final = "-"


@dataclass(slots=True)
class Surveyed:
    """The items to read with how they look, the paths that are passed over, and what cannot be listed."""

    fresh: list[tuple[Item, Offer]] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def surveyed(
    paths: Sequence[str | Path],
    defaults: Defaults,
    *,
    before: Callable[[str], Offer | None],
    own: Set[str],
    left: Collection[str] = (),
) -> Surveyed:
    """What is behind the paths; `before` gives the last offer of a path, `own` are real paths that are no documents,
    and files in `left` are passed over.
    """
    found = Surveyed()
    named = {os.path.realpath(path) for path in paths}
    passed = own - named
    for each in _spread([os.fspath(path) for path in paths], left):
        if os.path.realpath(each.path) in passed:
            continue
        if isinstance(each, Failure):
            found.failures.append(each)
            continue
        now, then = offer_of(each, defaults), before(each.path)
        if then is not None and _is_unchanged(each, now, then):
            found.unchanged.append(each.path)
        else:
            found.fresh.append((each, now))
    return found


def nothing_behind(paths: Sequence[str]) -> tuple[Failure, ...] | None:
    """Why there is nothing behind any of the paths, not so much as a file that is damaged; `None` if there is."""
    failures: list[Failure] = []
    for each in () if STANDARD_INPUT in paths else find(paths):
        if isinstance(each, Found):
            return None
        failures.append(each)
    return tuple(failures) if STANDARD_INPUT not in paths else None


def _spread(paths: Sequence[str], left: Collection[str]) -> Iterator[Item | Failure]:
    for each in survey(paths, left=left):
        yield from (each,) if isinstance(each, Failure) else spread(each)


def offer_of(item: Item, defaults: Defaults) -> Offer:
    """How an item looks: a file by size and time, what else decides its reading by digest; of a part that can be known
    again only what it holds, so that those of a file that has grown are not read again.

    Of a member of a zip archive it is both, because what the archive promises may not be what it holds.
    """
    own = item.part.mark if item.part is not None else ""
    is_member = isinstance(item.part, Member)
    size, mark = looks(item.file) if item.file and (is_member or not own) else (None, None)
    about = repr((item.known, own or item.part, defaults, version(), item.content))
    if isinstance(mark, str) and not is_member:
        about += mark
    digest = _hashed(about)
    if isinstance(mark, str):
        return Offer(item.path, size, None, f"{digest}{_AND}{_hashed(mark)}" if is_member else digest)
    return Offer(item.path, size, mark, digest)


def _is_unchanged(item: Item, now: Offer, then: Offer) -> bool:
    """Whether an item looks as it did; for a member that gave documents then, what it holds is enough."""
    if isinstance(item.part, Member) and then.documents:
        return _of_content(now) == _of_content(then)
    return (then.size, then.modified, then.digest) == (now.size, now.modified, now.digest)


def _of_content(offer: Offer) -> str:
    return (offer.digest or "").partition(_AND)[0]


def _hashed(about: str) -> str:
    return hashlib.sha256(about.encode("utf-8", "surrogatepass")).hexdigest()[:24]
