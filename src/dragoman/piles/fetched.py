"""What is fetched, kept as it was sent and handed on to be read."""

from __future__ import annotations

import csv
import hashlib
import os
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from dragoman.errors import IntakeError, InvalidValue, NotFetched
from dragoman.fetching import Door, Page, Robots
from dragoman.intake import ending_of, links, table_beside
from dragoman.records import Failure

Given = TypeVar("Given")

#: Told of each address that was fetched, and the file in which it is kept.
Told = Callable[[str, str], None]
#: What is noted of each file; the first two columns are read with it.
COLUMNS = ("file", "url", "asked", "fetched")
_NAME = 60


class Fetching:
    """Fetches addresses into a folder; `moment` is the ISO timestamp to note of them."""

    def __init__(self, folder: str | Path, door: Door, moment: str, told: Told | None = None) -> None:
        self._folder = Path(folder)
        self._door = door
        self._moment = moment
        self._told = told
        self.failures: list[Failure] = []

    def pages(self, urls: Iterable[str]) -> list[str]:
        """The paths of the files of what was sent; what could not be fetched is among the `failures`."""
        kept = (self._tried(url, lambda url: self._kept(self._door.get(url))) for url in urls)
        return [path for path in kept if path is not None]

    def articles(self, feeds: Iterable[str], most: int) -> list[str]:
        """The paths of the pages that feeds lead to, as many as `most` of each, those that their sites allow.

        One page is fetched at a time, with a pause between two of one site. The feeds are kept too, but not among the
        paths: what they hold of their items would be read twice.
        """
        robots = Robots(self._door)
        paths: list[str] = []
        for feed in feeds:
            for url in (self._tried(feed, self._links) or [])[:most]:
                path = self._tried(url, lambda url: self._followed(url, robots))
                paths += [path] if path is not None else []
        return paths

    def _links(self, feed: str) -> list[str]:
        page = self._door.get(feed)
        self._kept(page)
        return links(page.content, page.url)

    def _followed(self, url: str, robots: Robots) -> str:
        robots.check(url)
        path = self._kept(self._door.get(url))
        time.sleep(robots.pause(url))
        return path

    def _tried(self, url: str, step: Callable[[str], Given]) -> Given | None:
        try:
            return step(url)
        except IntakeError as error:
            self.failures.append(Failure(url if error.path == url else f"{url} → {error.path}", error.reason))
            return None

    def _kept(self, page: Page) -> str:
        """The path of the file that holds what was sent, made unless the same was kept before."""
        ending = ending_of(page.kind, page.content)
        if not page.content.strip() or ending is None:
            kind = page.kind.partition(";")[0].strip()[:60] or "something without a type"
            what = kind if page.content.strip() else "nothing"
            raise NotFetched(page.url, f"The server sent {what}; web pages, PDF, plain text and feeds are read.")
        digest = hashlib.sha256(f"{page.url}\n".encode() + page.content).hexdigest()[:12]
        path = self._folder / f"{_slug(page.url)}-{digest}{ending}"
        if not path.exists():
            try:
                self._write(path, page)
            except OSError as error:
                raise InvalidValue(
                    f"{path} cannot be written ({error.strerror}); give --keep another folder."
                ) from error
        if self._told is not None:
            self._told(page.url, str(path))
        return str(path)

    def _write(self, path: Path, page: Page) -> None:
        """The file, whole or not at all, and before it its line in the table."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._note(path.name, page)
        draft = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            draft.write_bytes(page.content)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)

    def _note(self, name: str, page: Page) -> None:
        """A line more in the folder's `sources.csv`, in the columns that it has."""
        table = Path(table_beside(str(self._folder / name)))
        columns: tuple[str, ...] = COLUMNS
        if table.exists():
            with open(table, encoding="utf-8-sig", newline="") as file:
                columns = tuple(next(csv.reader(file), COLUMNS))
        new = not table.exists() or not table.stat().st_size
        with open(table, "a", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, extrasaction="ignore", restval="", lineterminator="\n")
            if new:
                writer.writeheader()
            writer.writerow({"file": name, "url": page.url, "asked": page.asked, "fetched": self._moment})


def _slug(url: str) -> str:
    """Host and last step of an address in letters, digits and hyphens, to name a file."""
    host, *steps = [step for step in re.split(r"[?#]", url)[0].partition("://")[2].split("/") if step]
    said = f"{host} {steps[-1].rpartition('.')[0] or steps[-1] if steps else ''}"
    return re.sub(r"[^A-Za-z0-9]+", "-", said).strip("-")[:_NAME].strip("-").lower() or "page"
