"""`python -m dragoman.cli.reference` writes docs/cli.md from the help texts; `--check` says if it is out of date."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from typer.testing import CliRunner

from dragoman.cli.app import app

PAGE = Path(__file__).parents[3] / "docs" / "cli.md"
COMMANDS = (
    *("read", "load", "watch", "fetch", "reread", "brief", "statements", "lineage", "ties", "quantities", "forecasts"),
    *("series",),
    *("network", "exposure", "whatif", "balance", "diff", "replay"),
    *("decide", "retract", "decisions"),
    *("export", "import", "show", "search", "serve", "user", "verify", "reconcile", "backup", "info"),
)
_HEAD = """\
# The command line

Written from the program's own help texts by `python -m dragoman.cli.reference`; change those, not this page.

`dragoman` and `python -m dragoman` are the same program. Answers go to standard output, everything else to standard
error. The exit code is 0 if it was done, 1 if it could not be done (a sentence says why), 2 if the command was not
understood, 130 if it was interrupted. All output is UTF-8. Texts of documents are printed without control characters
and terminal escapes; `export` writes them as they are.

| variable | meaning |
|---|---|
| `SOURCE_DATE_EPOCH` | seconds since 1970 to record in place of the present moment: ledgers that can be made again |
| `NO_COLOR` | no colours |
"""


def page() -> str:
    """The page as it should be."""
    return "\n".join([_HEAD, *_sections()])


def main(arguments: Sequence[str]) -> int:
    """Write the page, or with `--check` say whether it is up to date; returns the exit code."""
    if list(arguments) == ["--check"]:
        return _checked()
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    return 0


def _checked() -> int:
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    print(f"{PAGE.name} is out of date; run `python -m dragoman.cli.reference`.", file=sys.stderr)
    return 1


def _sections() -> Iterator[str]:
    yield _section("dragoman", _help())
    for name in COMMANDS:
        yield _section(f"dragoman {name}", _help(name))


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n```text\n{text.strip()}\n```\n"


def _help(*command: str) -> str:
    result = CliRunner().invoke(app, [*command, "--help"], prog_name="dragoman")
    lines = (line.rstrip() for line in result.stdout.splitlines())
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
