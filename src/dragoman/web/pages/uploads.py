"""Files and pasted text from a browser, kept in a folder beside the ledger."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from dragoman.web.desk import Desk
from dragoman.web.forms import FIELD

MEBIBYTE = 2**20
#: All that is sent at once, in bytes; files; other fields; and bytes of one of these, pasted text included.
MOST_BYTES, MOST_FILES, MOST_FIELDS, MOST_TEXT = 100 * MEBIBYTE, 200, 20, 2 * MEBIBYTE
_UNSAFE = re.compile(r"[^\w.,()+ -]+")
#: Bytes of a name that is kept; file systems take 255.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Added:
    """What was sent: a folder of files, their names, and the publisher and date of those that give none."""

    folder: Path
    names: tuple[str, ...]
    publisher: str | None
    published: str | None


class _Bounded(Request):
    """A request of which no more is taken in than `MOST_BYTES`."""

    async def stream(self) -> AsyncGenerator[bytes, None]:
        taken = 0
        async for piece in super().stream():
            taken += len(piece)
            if taken > MOST_BYTES:
                raise HTTPException(
                    413, f"{MOST_BYTES // MEBIBYTE} MB can be added at once; add fewer files at a time."
                )
            yield piece


async def taken_in(request: Request, desk: Desk) -> FormData:
    """The form that was sent, within its bounds; raises `HTTPException` (400, 403, 413, 415) otherwise."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "multipart/form-data":
        raise HTTPException(415, "This takes a form with files.")
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > MOST_BYTES:
        raise HTTPException(413, f"{MOST_BYTES // MEBIBYTE} MB can be added at once; add fewer files at a time.")
    bounded = _Bounded(request.scope, request.receive)
    form = await bounded.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=MOST_TEXT)
    if not desk.wrote(_text(form, FIELD) or "", request.cookies.get(desk.cookie)):
        await form.close()
        raise HTTPException(403, "This form is not one of this run of the desk; load the page again and send it anew.")
    return form


def kept(form: FormData, ledger: Path) -> Added | None:
    """What a form holds as files in a folder of their own beside the ledger; `None` if it holds nothing."""
    files = [each for each in form.getlist("files") if isinstance(each, UploadFile) and each.filename]
    text = _text(form, "text")
    if not files and text is None:
        return None
    folder = _new(ledger.with_name(f"{ledger.name}.added"))
    names = [_write(each, folder) for each in files]
    if text is not None:
        names.append(_write_text(form, text, folder))
    return Added(folder, tuple(names), _text(form, "publisher"), _text(form, "published"))


def safe(name: str) -> str:
    """The last part of a file name that a browser gives, with no letter in it that leads elsewhere or is hidden."""
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = _UNSAFE.sub("_", last).strip(". ").encode()[-_LONGEST:].decode(errors="ignore").strip(". ")
    return plain or "file"


def _write(file: UploadFile, folder: Path) -> str:
    name = next(each for each in _numbered(safe(file.filename or "")) if not (folder / each).exists())
    with (folder / name).open("xb") as kept_file:
        shutil.copyfileobj(file.file, kept_file)
    return name


def _write_text(form: FormData, text: str, folder: Path) -> str:
    """Pasted text as one line of JSON Lines, in which it stays what it is."""
    fields = {"title": "title", "publisher": "publisher", "published": "date", "url": "url"}
    record = {"text": text, **{name: value for key, name in fields.items() if (value := _text(form, key))}}
    name = next(each for each in _numbered("pasted.jsonl") if not (folder / each).exists())
    (folder / name).write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8", errors="replace")
    return name


def _new(above: Path) -> Path:
    """A new folder: the next number in the one above, which is made if it is not there."""
    above.mkdir(exist_ok=True)
    taken = [int(each.name) for each in above.iterdir() if each.name.isdecimal()]
    folder = above / f"{max(taken, default=0) + 1:04}"
    folder.mkdir()
    return folder


def _numbered(name: str) -> Iterator[str]:
    yield name
    path = PurePosixPath(name)
    for number in range(2, 10_000):
        yield f"{path.stem}-{number}{path.suffix}"


def _text(form: FormData, name: str) -> str | None:
    value = form.get(name)
    return value.strip() or None if isinstance(value, str) else None
