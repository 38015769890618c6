"""What became of a pile, in words and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer

from dragoman.cli.output import put, put_json
from dragoman.plain import one_line

if TYPE_CHECKING:
    from dragoman.records import Copy, Report


#: Documents without a date that are named; piles have thousands.
_MOST = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report, and which of the unchanged paths could not be read before and so were not read now."""

    report: Report
    still_failing: tuple[str, ...] = ()

    @property
    def succeeded(self) -> bool:
        """Whether anything was read, now or before."""
        return bool(self.report.read) or len(self.report.unchanged) > len(self.still_failing)


def show(outcome: Outcome, format_: str) -> None:
    """Print what became of it, as text or as JSON."""
    if format_ == "json":
        put_json([as_json(outcome)])
    else:
        for line in lines(outcome):
            put(line)


def end(outcome: Outcome, format_: str) -> None:
    """Print what became of it, and leave with the exit code that says so."""
    show(outcome, format_)
    raise typer.Exit(0 if outcome.succeeded else 1)


def lines(outcome: Outcome) -> Iterator[str]:
    """The report as a person reads it: counts first, then each copy and each failure."""
    report = outcome.report
    exact = [copy for copy in report.copies if copy.kind == "exact"]
    near = [copy for copy in report.copies if copy.kind == "near"]
    excerpts = [copy for copy in report.copies if copy.kind == "excerpt"]
    if not (report.read or report.unchanged or report.failures):
        yield "Nothing to read was found."
        return
    yield f"{'read':<16}{len(report.read):>8,}"
    yield f"{'statements':<16}{report.statements:>8,}"
    yield f"{'unchanged':<16}{len(report.unchanged):>8,}"
    yield f"{'exact copies':<16}{len(exact) + len(report.repeats):>8,}"
    yield f"{'near copies':<16}{len(near):>8,}"
    yield f"{'with excerpts':<16}{len(excerpts):>8,}"
    yield f"{'failed':<16}{len(report.failures):>8,}"
    if report.undated:
        yield f"{'without a date':<16}{len(report.undated):>8,}"
    if report.ahead:
        yield f"{'dated ahead':<16}{len(report.ahead):>8,}"
    repeats = [f"{path} is the same document as {first}" for path, first in report.repeats]
    yield from _section("Copies:", (*repeats, *(_copy(copy, report.names) for copy in exact + near + excerpts)))
    yield from _section("Failed:", (f"{each.path}: {each.reason}" for each in report.failures))
    ahead = tuple(f"{path}: {published}" for path, published in report.ahead)
    yield from _section("Dated in the future (without a day, questions are answered as of the last date):", ahead)
    undated = (*report.undated[:_MOST], *_more(len(report.undated) - _MOST))
    yield from _section("Without a date that can be read (--published or a sources.csv gives one):", undated)
    yield from _section("Failed before and unchanged since:", outcome.still_failing)


def as_json(outcome: Outcome) -> str:
    """The report as one line of JSON."""
    report = outcome.report
    content: dict[str, Any] = {
        "read": list(report.read),
        "statements": report.statements,
        "unchanged": list(report.unchanged),
        "copies": [_copy_json(copy, report.names) for copy in report.copies],
        "repeats": [{"path": path, "of_path": first} for path, first in report.repeats],
        "undated": list(report.undated),
        "ahead": [{"path": path, "published": published} for path, published in report.ahead],
        "failed": [{"path": each.path, "reason": each.reason} for each in report.failures],
        "still_failing": list(outcome.still_failing),
    }
    return json.dumps(content, ensure_ascii=False) + "\n"


def _section(title: str, items: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    for number, item in enumerate(items):
        if number == 0:
            yield ""
            yield title
        yield f"  {one_line(item)}"


def _more(count: int) -> Iterator[str]:
    if count > 0:
        yield f"and {count:,} more"


def _copy(copy: Copy, names: dict[str, str]) -> str:
    this, other = (names.get(each, each) for each in (copy.document, copy.of))
    if copy.kind == "exact":
        return f"{this} has the same text as {other}"
    # Rounded down: what is not the same is not 100 % like it.
    share = int(copy.likeness * 100)
    return f"{this} is {share} % like {other}" if copy.kind == "near" else f"{share} % of {this} are from {other}"


def _copy_json(copy: Copy, names: dict[str, str]) -> dict[str, Any]:
    return {
        "path": names.get(copy.document, copy.document),
        "document": copy.document,
        "of_path": names.get(copy.of, copy.of),
        "of": copy.of,
        "kind": copy.kind,
        "likeness": copy.likeness,
    }
