"""Files by path, or by an address such as `s3://bucket/folder`; the only place that knows fsspec."""

from __future__ import annotations

import os
import re
from typing import Any, BinaryIO, Final, cast

from dragoman.errors import MissingExtra, UnreadableFile

_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
#: What the storages call what changes whenever a file does, the surest first.
_MARKS: Final = ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified", "updated", "created")


def is_address(path: str) -> bool:
    """Whether it is an address and no path."""
    return _ADDRESS.match(path) is not None


def listed(address: str) -> tuple[str, list[str]]:
    """An address in full, and those of the files that it means, sorted: its own, those in a folder, or of a pattern.

    Raises `MissingExtra`, or `UnreadableFile` if nothing can be reached there.
    """
    system, path = _system(address)
    try:
        if "*" in path or "?" in path:
            found = [each for each in system.glob(path) if system.isfile(each)]
        else:
            found = [path] if system.isfile(path) else system.find(path)
    except Exception as error:  # storages raise what they like
        raise _unreachable(address, error) from error
    if not found:
        raise UnreadableFile(address, "Nothing is there; check the address.")
    return str(system.unstrip_protocol(path)).rstrip("/"), sorted(str(system.unstrip_protocol(each)) for each in found)


def opened(path: str) -> BinaryIO:
    """A file to read, by path or address; raises `OSError`, `MissingExtra` or `UnreadableFile`."""
    if not is_address(path):
        return open(path, "rb")
    system, place = _system(path)
    try:
        return cast(BinaryIO, system.open(place, "rb"))
    except Exception as error:
        raise _unreachable(path, error) from error


def is_file(path: str) -> bool:
    """Whether a file is there."""
    if not is_address(path):
        return os.path.isfile(path)
    system, place = _system(path)
    return bool(system.isfile(place))


def looks(path: str) -> tuple[int, int | str]:
    """The bytes of a file, and what changes when it does: its time in nanoseconds, or what the storage marks it by.

    Raises `OSError`, `MissingExtra` or `UnreadableFile`.
    """
    if not is_address(path):
        status = os.stat(path)
        return status.st_size, status.st_mtime_ns
    system, place = _system(path)
    try:
        about = system.info(place)
    except Exception as error:
        raise _unreachable(path, error) from error
    return int(about.get("size") or 0), str(next((about[name] for name in _MARKS if about.get(name)), ""))


def _system(address: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise MissingExtra(address, "an address needs fsspec; `pip install 'dragoman[storage]'` brings it.") from error
    try:
        system, path = url_to_fs(address)
    except ImportError as error:
        raise MissingExtra(address, f"this kind of storage needs a package of its own: {error}.") from error
    except Exception as error:
        raise _unreachable(address, error) from error
    return system, str(path)


def _unreachable(address: str, error: Exception) -> UnreadableFile:
    said = " ".join(str(error).split())[:200] or type(error).__name__
    return UnreadableFile(address, f"It cannot be reached ({said}); check the address and the right to read it.")
