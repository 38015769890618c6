"""Small files of data sets of events, written for these tests."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.exchange.events import columns
from dragoman.exchange.events.rows import Line
from dragoman.records import Document, Failure, Reading

VISIT = {
    "Event ID": "A1_CONSULT_visit",
    "Event Date": "2023-05-30",
    "Event Type": "CONSULT",
    "Event Mode": "visit",
    "Intensity": "4.0",
    "Quad Code": "VERBAL COOPERATION",
    "Contexts": "diplomatic; executive",
    "Actor Name": "Isaac Herzog",
    "Actor Country": "ISR",
    "Actor COW": "666",
    "Primary Actor Sector": "GOV",
    "Actor Sectors": "GOV",
    "Actor Title": "president",
    "Recipient Name": "Azerbaijan",
    "Recipient Country": "AZE",
    "City": "Baku",
    "Source": "The Gazette",
    "Publication Date": "2023-05-31",
}
SIGNED = {
    "Event ID": "A2_AGREE_None",
    "Event Date": "2020-09-15",
    "Event Type": "AGREE",
    "Actor Name": "Israel; Bahrain",
    "Actor Country": "ISR; BHR",
    "Actor Sectors": "GOV; MIL",
    "Recipient Name": "Kosovo",
    "Recipient Country": "KOS",
    "Source": "The Herald",
    "Publication Date": "2020-09-16",
}
BROKEN = {"Event ID": "A3", "Event Date": "2020-13-99", "Event Type": "AGREE", "Actor Name": "Israel"}


def polecat(*rows: dict[str, str], header: Iterable[str] = columns.POLECAT) -> str:
    """A file of POLECAT; what a row does not give is `None`."""
    names = list(header)
    lines = ["\t".join(names), *("\t".join(row.get(name, "None") for name in names) for row in rows)]
    return "".join(f"{line}\n" for line in lines)


def tabbed(names: Iterable[str], *rows: dict[str, str], headed: bool = False) -> str:
    """A table with tabs; what a row does not give is empty."""
    listed = list(names)
    lines = [listed] * headed + [[row.get(name, "") for name in listed] for row in rows]
    return "".join("\t".join(line) + "\n" for line in lines)


def an_event(identity: str, code: str, actor: str, recipient: str, **more: str) -> dict[str, str]:
    """A row of GDELT between two states by CAMEO's codes."""
    return {
        "GLOBALEVENTID": identity,
        "SQLDATE": "20230530",
        "EventCode": code,
        "Actor1Name": "GOVERNMENT",
        "Actor1CountryCode": actor,
        "Actor2Name": "GOVERNMENT" if recipient else "",
        "Actor2CountryCode": recipient,
        "DATEADDED": "20230531121500",
        "SOURCEURL": f"https://www.gazette.example/{identity}",
        **more,
    }


def a_mention(identity: str, site: str, **more: str) -> dict[str, str]:
    """A row of GDELT that mentions an event on a page of a site."""
    return {
        "GLOBALEVENTID": identity,
        "EventTimeDate": "20230530000000",
        "MentionTimeDate": "20230531121500",
        "MentionType": "1",
        "MentionSourceName": site,
        "MentionIdentifier": f"https://{site}/{identity}",
        "Confidence": "60",
        **more,
    }


def comma(*rows: dict[str, str]) -> str:
    """A file of ACLED."""
    file = io.StringIO()
    writer = csv.DictWriter(file, columns.ACLED, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def lines(text: str, path: str = "file.txt") -> Iterator[Line]:
    """The lines of a text as those of a file."""
    return (Line(path, number, line) for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1))


def nothing(title: str) -> Document | None:
    """A ledger that holds no rows."""
    return None


def parted(outcomes: Iterable[Reading | Failure]) -> tuple[list[Reading], list[Failure]]:
    """What was read, and what failed."""
    listed = list(outcomes)
    return [each for each in listed if isinstance(each, Reading)], [
        each for each in listed if isinstance(each, Failure)
    ]


def put(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """A file with a text."""
    path.write_bytes(text.encode(encoding))
    return path
