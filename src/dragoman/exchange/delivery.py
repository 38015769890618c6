"""Files that appear all together, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

from dragoman.errors import InvalidValue
from dragoman.exchange.formats import Format


def beside(target: Path, ending: str) -> Path:
    """The path of a further file of an export, named as its first one but for the ending."""
    return target.with_name(target.stem + ending)


def placed(name: str, form: Format) -> Path:
    """The path of the first file of an export; of a folder, which is one or ends with `/`, the file in it that is named
    after the format. What is a folder of files is one whatever it is called.
    """
    path = Path(os.path.realpath(name))
    if form.is_folder:
        return path / form.ending
    return path / f"{form.name}{form.ending}" if path.is_dir() or name.endswith(("/", os.sep)) else path


def deliver(
    target: Path, write: Callable[[Path], None], *, never: Collection[str] = (), makes_folder: bool = False
) -> tuple[Path, ...]:
    """Have files written at a path and beside it; they take the places of those that are there when all are written.

    `write` is given a path of the same name in a folder of its own. `never` are real paths that must not be written
    over. With `makes_folder` the folder that they are in is made if it is not there. Returns the paths of the files,
    the first one first. Raises `InvalidValue` if they cannot be put there.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    made_folder = makes_folder and not target.parent.exists()
    made: list[Path] = []
    try:
        if made_folder:
            target.parent.mkdir()
        draft.mkdir()
        write(draft / target.name)
        made += sorted(draft.iterdir(), key=lambda path: (path.name != target.name, path.name))
        _check([target.with_name(path.name) for path in made], never)
        return tuple(path.replace(target.with_name(path.name)) for path in made)
    except OSError as error:
        raise InvalidValue(
            f"{target} cannot be written ({error.strerror}); give a file in a folder that takes new files."
        ) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        if made_folder and not made:
            with suppress(OSError):
                target.parent.rmdir()


def _check(places: Collection[Path], never: Collection[str]) -> None:
    for path in places:
        if os.path.realpath(path) in never:
            raise InvalidValue(f"{path} is the ledger itself; give another file to write to.")
        if path.is_dir() or (path.exists() and not path.is_file()):
            raise InvalidValue(f"{path} is there and is no file; give another name.")
