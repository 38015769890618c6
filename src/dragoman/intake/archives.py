"""Zip archives, read without trusting what they say of themselves."""

from __future__ import annotations

import os
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from dragoman.errors import TooLarge, UnreadableFile
from dragoman.intake import limits

_END = b"PK\x05\x06"
_END64 = b"PK\x06\x06"
_LOCAL_HEADER = 30


@dataclass(frozen=True, slots=True)
class Member:
    """One file in an archive: where its header starts, its packed and unpacked sizes in bytes, its CRC-32, its method.

    `fault` is the reason not to unpack it, `None` if there is none.
    """

    name: str
    start: int
    packed: int
    size: int
    check: int
    method: int
    fault: str | None = None

    @property
    def mark(self) -> str:
        """What the archive says of it, by which it is known again when the archive has grown."""
        return f"{self.method}:{self.packed}:{self.size}:{self.check:08x}"


def members(file: BinaryIO, path: str, *, total: int = limits.ARCHIVE_BYTES) -> tuple[Member, ...]:
    """The files of the archive, folders left out, in the order of its directory; nothing is unpacked.

    Raises `UnreadableFile` if it is no archive and `TooLarge` if it has too many members or they would unpack to more
    than `total` bytes. A member that must not be unpacked has its `fault` set.
    """
    _check_directory(file, path)
    try:
        with zipfile.ZipFile(file) as archive:
            found = tuple(_member(info) for info in archive.infolist() if not info.is_dir())
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, struct.error) as error:
        raise UnreadableFile(path, f"The zip archive is damaged ({error}); fetch it again.") from error
    _check_total(found, path, total)
    return found


def unpack(file: BinaryIO, member: Member, path: str) -> bytes:
    """The bytes of a member; raises `UnreadableFile` if they are not what the archive's directory promises."""
    if member.fault:
        raise UnreadableFile(path, member.fault)
    packed = _packed(file, member, path)
    data = packed
    if member.method == zipfile.ZIP_DEFLATED:
        try:
            data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, member.size + 1)
        except zlib.error as error:
            raise UnreadableFile(path, f"The member is damaged ({error}); fetch the archive again.") from error
    if len(data) != member.size or zlib.crc32(data) != member.check:
        raise UnreadableFile(path, "The member does not unpack to what the archive promises; fetch the archive again.")
    return data


def _packed(file: BinaryIO, member: Member, path: str) -> bytes:
    file.seek(member.start)
    header = file.read(_LOCAL_HEADER)
    if len(header) < _LOCAL_HEADER or header[:4] != b"PK\x03\x04":
        raise UnreadableFile(path, "The archive has no such member where it promises one; fetch the archive again.")
    name, extra = struct.unpack("<HH", header[26:30])
    file.seek(name + extra, os.SEEK_CUR)
    return file.read(member.packed)


def _member(info: zipfile.ZipInfo) -> Member:
    return Member(
        info.filename,
        info.header_offset,
        info.compress_size,
        info.file_size,
        info.CRC,
        info.compress_type,
        _fault(info),
    )


def _fault(info: zipfile.ZipInfo) -> str | None:
    """Why the member must not be unpacked, as a sentence."""
    size, packed = info.file_size, info.compress_size
    if _leads_out(info.filename):
        return "The name of the member leads out of the archive; it is left alone."
    if info.flag_bits & 0x1:
        return "The member is encrypted; unpack it with its password first."
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "The member is packed by a method other than deflate; pack the archive again as an ordinary zip."
    if max(size, packed) > limits.DOCUMENT_BYTES:
        return f"The member unpacks to {_megabytes(max(size, packed))}; a document may have {_megabytes()}."
    if size > limits.RATIO_COUNTS_FROM and size > packed * limits.ARCHIVE_RATIO:
        return f"The member unpacks to over {limits.ARCHIVE_RATIO} times its packed size, as only a zip bomb does."
    return None


def _leads_out(name: str) -> bool:
    steps = re.split(r"[/\\]", name)
    return name.startswith(("/", "\\")) or ".." in steps or bool(re.match(r"[A-Za-z]:", name))


def _check_total(found: Iterable[Member], path: str, total: int) -> None:
    unpacked = sum(each.size for each in found if each.fault is None)
    if unpacked > total:
        raise TooLarge(path, f"The archive unpacks to {_megabytes(unpacked)}; it may have {_megabytes(total)}.")


def _check_directory(file: BinaryIO, path: str) -> None:
    """Looks at the end record alone, because reading the directory already costs memory by the member."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - 2**16 - 100))
    tail = file.read(2**16 + 100)
    end = tail.rfind(_END)
    if end < 0 or len(tail) < end + 22:
        raise UnreadableFile(
            path, "The zip archive is truncated or none at all: its directory is missing; fetch it again."
        )
    count, length = struct.unpack("<H", tail[end + 10 : end + 12])[0], struct.unpack("<L", tail[end + 12 : end + 16])[0]
    end64 = tail.rfind(_END64, 0, end)
    if end64 >= 0 and end >= end64 + 56:
        count, length = struct.unpack("<QQ", tail[end64 + 32 : end64 + 48])
    if count > limits.ARCHIVE_MEMBERS or length > limits.ARCHIVE_DIRECTORY_BYTES:
        raise TooLarge(path, f"The archive has {count} members; it may have {limits.ARCHIVE_MEMBERS}. Split it.")


def _megabytes(count: int = limits.DOCUMENT_BYTES) -> str:
    return f"{-(-count // limits.MEBIBYTE):,} MB"
