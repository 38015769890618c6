"""Where output goes: standard output and error as UTF-8, files that appear whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

from dragoman.errors import InvalidValue
from dragoman.plain import escaped, one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

STANDARD_OUTPUT = "-"


def prepare() -> None:
    """Let the standard streams speak UTF-8 whatever the locale says; what UTF-8 cannot hold is written as `\\udc..`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def finish(code: int) -> int:
    """Write out what waits; a reader that has gone away (`| head`) is nobody's mistake and stays unmentioned."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter flushes once more when it ends, and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def fail(sentence: str) -> None:
    """Say on standard error why it could not be done."""
    say(f"dragoman: {sentence}")


def say(sentence: str) -> None:
    """A line on standard error."""
    print("\n".join(one_line(line) for line in sentence.splitlines()), file=sys.stderr, flush=True)


def put(line: str | Text) -> None:
    """A line on standard output, its styles kept where a terminal can show them."""
    if isinstance(line, str):
        print(line)
    elif styled():
        _console().print(line, soft_wrap=True)
    else:
        print(line.plain)


def put_json(lines: Iterable[str]) -> None:
    """Lines of JSON, with their line ends, on standard output; harmless to a terminal if it is one."""
    terminal = sys.stdout.isatty()
    for line in lines:
        sys.stdout.write(escaped(line) if terminal else line)


@cache
def styled() -> bool:
    """Whether standard output is a terminal that shows bold and underline."""
    if not sys.stdout.isatty() and not os.environ.get("FORCE_COLOR"):
        return False
    return _console().is_terminal and _console().color_system is not None


@cache
def _console() -> Console:
    from rich.console import Console

    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False)


@contextmanager
def written(name: str, *, beside: str) -> Iterator[TextIO]:
    """A file to write to, which takes the place of the one at `name` when all is written; `-` is standard output.

    `beside` is the ledger, which is never written over. Raises `InvalidValue` if the file cannot be written.
    """
    if name == STANDARD_OUTPUT:
        yield sys.stdout
        return
    path = _target(name, beside)
    if path.exists() and not path.is_file() and not path.is_dir():
        # A device or a pipe, `/dev/stdout` for one, is written to and not replaced.
        with _opened(name, path, "w") as file:
            yield file
        return
    with _draft(name, path) as draft, _opened(name, draft, "x") as file:
        yield file


def put_bytes(content: bytes, name: str, *, beside: str) -> None:
    """Bytes in a file that takes the place of the one at `name` when all are written; raises as `written` does."""
    with _draft(name, _target(name, beside)) as draft:
        try:
            draft.write_bytes(content)
        except OSError as error:
            raise _unwritable(name, error) from error


def _target(name: str, beside: str) -> Path:
    path = Path(os.path.realpath(name))
    if path == Path(os.path.realpath(beside)):
        raise InvalidValue(f"{name} is the ledger itself; give another file to write to.")
    return path


@contextmanager
def _draft(name: str, path: Path) -> Iterator[Path]:
    """A path to write to, which takes the place of the real one when all is written."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield draft
        _put(name, draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _opened(name: str, path: Path, mode: Literal["w", "x"]) -> TextIO:
    try:
        return open(path, mode, encoding="utf-8", newline="\n")
    except OSError as error:
        raise _unwritable(name, error) from error


def _put(name: str, draft: Path, path: Path) -> None:
    try:
        draft.replace(path)
    except OSError as error:
        raise _unwritable(name, error) from error


def _unwritable(name: str, error: OSError) -> InvalidValue:
    return InvalidValue(f"{name} cannot be written ({error.strerror}); give a file in a folder that takes new files.")
