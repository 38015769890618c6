"""`python -m dragoman.reference` writes docs/api.md; `--check` says if it is out of date.

What a thing gives and raises comes from the docstrings, its examples from docs/api.txt: beside the code they would
make it twice as long. The tests run them.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

import dragoman
import dragoman.errors

DOCS = Path(__file__).parents[2] / "docs"
PAGE, EXAMPLES = DOCS / "api.md", DOCS / "api.txt"
#: Records that answers are made of, by where they come from.
RECORDS = {
    "dragoman.ledger": ("Counts", "Coverage", "Hit", "Listed", "Presence", "Run", "Shared"),
    "dragoman.records": (
        *(
            "Anchor",
            "Attribution",
            "Copy",
            "Decision",
            "Failure",
            "Imported",
            "Interval",
            "Party",
            "Passage",
            "Quantity",
        ),
        *("Source", "Span", "Standing", "TurningDay"),
    ),
}
_HEAD = """\
# The Python API

Written from the docstrings and from docs/api.txt by `python -m dragoman.reference`; change those, not this page.
[tutorial.ipynb](tutorial.ipynb) shows the same in the order of a piece of work.

Codes are ISO 3166-1 alpha-3 of states and those of the codebook for organisations; wherever a party is asked for, any
of its names will do. Days are `datetime.date`, moments ISO timestamps in UTC, shares per cent, certainties and
probabilities from 0 to 1. Whatever is raised on purpose is a `dragoman.DragomanError` whose text says what to do.

The examples are run by the tests, each on a ledger of its own of the example pile, as `make demo` leaves it:

```python
>>> from datetime import date
>>> import dragoman
>>> workspace = dragoman.open("demo.ledger")

```
"""


class _Plain:
    """A type as it is written in the source."""

    def __init__(self, written: object) -> None:
        self._written = written if isinstance(written, str) else getattr(written, "__name__", repr(written))

    def __repr__(self) -> str:
        return self._written


def functions() -> dict[str, Callable[..., Any]]:
    """Every public function and method, once, by its name on the page: those of the workspace first, then by class."""
    found: dict[str, Callable[..., Any]] = {}
    public = {name: getattr(dragoman, name) for name in dragoman.__all__}
    found |= {name: each for name, each in public.items() if not inspect.isclass(each)}
    for name in sorted(public, key=lambda name: (name != "Workspace", name)):
        if inspect.isclass(public[name]):
            found |= {f"{name}.{method}": each for method, each in _methods(public[name]) if each not in found.values()}
    return found


def examples() -> dict[str, str]:
    """The examples by the names of what they show."""
    parts = re.split(r"^== (.+)\n", EXAMPLES.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {name: text.strip() for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def page() -> str:
    """The page as it should be."""
    told, shown = functions(), examples()
    errors = f"## Errors\n\n```text\n{inspect.getdoc(dragoman.errors)}\n```\n"
    return "\n".join([_HEAD, *_functions(told, shown), *_classes(told, shown), *_records(), errors])


def main(arguments: Sequence[str]) -> int:
    """Write the page, or with `--check` say whether it is up to date; returns the exit code."""
    if list(arguments) != ["--check"]:
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    print(f"{PAGE.name} is out of date; run `python -m dragoman.reference`.", file=sys.stderr)
    return 1


def _methods(of: type) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The public methods of a class in the order of their definition, its own before those of its bases."""
    seen: set[str] = set()
    for base in of.__mro__:
        for name, value in vars(base).items():
            method = value.__func__ if isinstance(value, classmethod | staticmethod) else value
            ours = inspect.isfunction(method) and method.__module__.startswith("dragoman")
            if ours and not name.startswith("_") and name not in seen:
                yield name, method
            seen.add(name)


def _functions(told: Mapping[str, Callable[..., Any]], shown: Mapping[str, str]) -> Iterator[str]:
    yield "## Functions\n"
    yield from (_function(f"dragoman.{name}", told[name], shown[name]) for name in told if "." not in name)


def _classes(told: Mapping[str, Callable[..., Any]], shown: Mapping[str, str]) -> Iterator[str]:
    classes = [name for name in dragoman.__all__ if inspect.isclass(getattr(dragoman, name))]
    for name in sorted(classes, key=lambda name: (name != "Workspace", name)):
        yield _class(name, getattr(dragoman, name))
        own = (each for each in told if each.startswith(f"{name}."))
        yield from (_function(each, told[each], shown[each]) for each in own)


def _records() -> Iterator[str]:
    yield "## Records that answers are made of\n"
    for module, names in RECORDS.items():
        for name in names:
            yield "#" + _class(f"{module}.{name}", getattr(import_module(module), name))


def _function(name: str, of: Callable[..., Any], example: str) -> str:
    heading = f"### {name}\n\n```python\n{_signature(name.rpartition('.')[2], of)}\n```\n"
    return f"{heading}\n{inspect.getdoc(of)}\n\n```python\n{example}\n```\n"


def _class(name: str, of: type) -> str:
    listed = "\n".join(f"- {line}" for line in (*_fields(of), *_properties(of), *_columns(of)))
    return f"## {name}\n\n{inspect.getdoc(of)}\n" + (f"\n{listed}\n" if listed else "")


def _fields(of: type) -> Iterator[str]:
    for each in fields(of) if is_dataclass(of) else ():
        if not each.name.startswith("_"):
            yield f"`{each.name}: {_Plain(each.type)!r}`"


def _properties(of: type) -> Iterator[str]:
    for base in reversed(of.__mro__):
        for name, value in vars(base).items():
            getter = value.fget if isinstance(value, property) else getattr(value, "func", None)
            if isinstance(value, property | cached_property) and getter is not None and not name.startswith("_"):
                told = " ".join((inspect.getdoc(getter) or "").split())
                yield f"`{name}: {_Plain(getter.__annotations__['return'])!r}` — {told}"


def _columns(of: type) -> Iterator[str]:
    columns = getattr(of, "columns", ())
    if isinstance(columns, tuple) and columns:
        yield f"columns of the table: {', '.join(f'`{name}`' for name in columns)}"


def _signature(name: str, of: Callable[..., Any]) -> str:
    """The signature with types as the source has them, on several lines if it is long; who calls is left out."""
    whole = inspect.signature(of)
    named = [each for each in whole.parameters.values() if each.name not in ("self", "cls")]
    typed = [each.replace(annotation=_Plain(each.annotation)) for each in named]
    told = str(whole.replace(parameters=typed, return_annotation=_Plain(whole.return_annotation)))
    if len(name + told) <= 100:
        return name + told
    inside, _, returned = told[1:].rpartition(") -> ")
    parts = re.split(r", (?=\**\w+: |\*, )", inside)
    return f"{name}(\n" + "".join(f"    {part},\n" for part in parts) + f") -> {returned}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
