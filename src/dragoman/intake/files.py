"""Which files the paths on a command line mean."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.errors import IntakeError
from dragoman.intake import limits, storage
from dragoman.intake.sources import NAME
from dragoman.records import Failure


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file, and the folder it was found through (its own folder if it was named itself)."""

    path: str
    root: str


def find(paths: Sequence[str]) -> Iterator[Found | Failure]:
    """The files that the paths mean, in the order given, those of a folder sorted; each file once.

    Folders are walked to the bottom, patterns expanded; hidden files, READMEs and `sources.csv` are passed over unless
    named.
    A path with nothing behind it, a pipe, a device or a link without an end is a failure with its reason.
    """
    seen: set[str] = set()
    for given in paths:
        if storage.is_address(given):
            yield from _behind(given)
            continue
        for path in _expanded(given):
            for found in _at(path):
                real = os.path.realpath(found.path)
                if real not in seen or isinstance(found, Failure):
                    seen.add(real)
                    yield found


def _behind(address: str) -> Iterator[Found | Failure]:
    """The files behind an address of a storage, hidden ones and notes on the pile passed over."""
    try:
        root, found = storage.listed(address)
    except IntakeError as error:
        yield Failure(error.path, error.reason)
        return
    for path in found:
        below = path.removeprefix(root).strip("/").split("/") if path.startswith(f"{root}/") else []
        if not any(map(_about_the_pile, below)):
            yield Found(path, root if below else os.path.dirname(path))


def found_files(folder: str) -> list[str]:
    """The paths of the files that `find` finds in a folder, in its order."""
    return [each.path for each in find([folder]) if isinstance(each, Found)]


def table_beside(path: str) -> str:
    """Where the `sources.csv` of a file would stand."""
    return os.path.join(os.path.dirname(path), NAME)


def _expanded(given: str) -> list[str]:
    if os.path.lexists(given) or not glob.has_magic(given):
        return [given]
    return sorted(glob.glob(given, recursive=True)) or [given]


def _at(path: str) -> Iterator[Found | Failure]:
    if os.path.isdir(path):
        yield from _walk(path)
        return
    fault = _fault(path)
    if fault is not None:
        yield Failure(path, fault)
    elif os.path.basename(path) != NAME:
        yield Found(path, os.path.dirname(path))


def _walk(root: str) -> Iterator[Found | Failure]:
    """All files below the folder, by an explicit stack, so that depth costs no recursion."""
    empty = True
    stack: list[tuple[str, tuple[str, ...]]] = [(root, ())]
    while stack:
        path, above = stack.pop()
        if not os.path.isdir(path):
            fault = _fault(path)
            empty = False
            yield Found(path, root) if fault is None else Failure(path, fault)
            continue
        real = os.path.realpath(path)
        entries = _entries(path, real, above)
        if isinstance(entries, Failure):
            empty = False
            yield entries
        else:
            stack.extend((each, (*above, real)) for each in reversed(entries))
    if empty:
        yield Failure(root, "The folder holds no files to read; hidden files are passed over.")


def _entries(folder: str, real: str, above: tuple[str, ...]) -> list[str] | Failure:
    """What a folder holds, sorted; a failure if it is a link to a folder that holds it, too deep, or closed to us."""
    if real in above:
        return Failure(folder, "The folder is a link back to one that holds it; it is read once.")
    if len(above) > limits.FOLDER_DEPTH:
        return Failure(folder, f"The folder stands deeper than {limits.FOLDER_DEPTH} others; name it by itself.")
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        return Failure(folder, f"The folder cannot be opened ({error.strerror}); give permission to read it.")
    return [os.path.join(folder, name) for name in names if not _about_the_pile(name)]


def _about_the_pile(name: str) -> bool:
    """Whether a file is no document of the pile it lies in: hidden, a lock, or a note on what the pile is."""
    return name.startswith((".", "~$")) or name == NAME or name.lower().partition(".")[0] == "readme"


def _fault(path: str) -> str | None:
    """Why there is no regular file at the path, as a sentence; `None` if there is one."""
    if "\x00" in path:
        return "The path holds a NUL character, which no file can."
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return _nothing(path)
    except OSError as error:
        return f"The file cannot be reached ({error.strerror}); check its links and permissions."
    if stat.S_ISREG(mode):
        return None
    what = "a named pipe" if stat.S_ISFIFO(mode) else "a socket" if stat.S_ISSOCK(mode) else "a device"
    return f"The path is {what}, not a file; to read a stream, give '-' and standard input."


def _nothing(path: str) -> str:
    if os.path.islink(path):
        return "The link leads to a file that does not exist."
    return "No file matches the pattern." if glob.has_magic(path) else "No such file or folder; check the path."
