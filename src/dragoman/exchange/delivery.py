"""Files that take their places when all of them are written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection
from pathlib import Path

from dragoman.errors import InvalidValue


def beside(target: Path, ending: str) -> Path:
    """The path of a further file of an export, named as its first one but for the ending (`.export.CSV` is one)."""
    return target.with_name(target.stem.removesuffix(".export") + ending)


def placed(name: str, *, called: str, ending: str) -> Path:
    """The path of the first file of an export; of a folder, the file in it that is named after the format. A name that
    ends with `/` is that of a folder, which is made if it is missing; raises `InvalidValue` if it cannot be.
    """
    path = Path(os.path.realpath(name))
    if name.endswith(("/", os.sep)):
        try:
            path.mkdir(exist_ok=True)
        except OSError as error:
            raise InvalidValue(f"The folder {name} cannot be made ({error.strerror}); make it first.") from error
    return path / f"{called}{ending}" if path.is_dir() else path


def deliver(target: Path, write: Callable[[Path], None], *, never: Collection[str] = ()) -> tuple[Path, ...]:
    """Have files written at a path and beside it; they take the places of those that are there when all are written.

    `write` is given a path of the same name in a folder of its own. `never` are real paths that must not be written
    over. Returns the paths of the files, the first one first. Raises `InvalidValue` if they cannot be put there.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        draft.mkdir()
        write(draft / target.name)
        made = sorted(draft.iterdir(), key=lambda path: (path.name != target.name, path.name))
        _check([target.with_name(path.name) for path in made], never)
        return tuple(path.replace(target.with_name(path.name)) for path in made)
    except OSError as error:
        raise InvalidValue(
            f"{target} cannot be written ({error.strerror}); give a file in a folder that takes new files."
        ) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _check(places: Collection[Path], never: Collection[str]) -> None:
    for path in places:
        if os.path.realpath(path) in never:
            raise InvalidValue(f"{path} is the ledger itself; give another file to write to.")
        if path.is_dir() or (path.exists() and not path.is_file()):
            raise InvalidValue(f"{path} is there and is no file; give another name.")
