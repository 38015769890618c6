"""The page on which documents are added, and on which one sees them read."""

from __future__ import annotations

from copy import copy
from itertools import islice

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman import Frame
from dragoman.errors import InvalidValue, LedgerError
from dragoman.records import Report
from dragoman.records.dates import from_iso
from dragoman.web.described import described
from dragoman.web.desk import Desk
from dragoman.web.page import Page
from dragoman.web.pages import uploads
from dragoman.web.pages.document import title_of
from dragoman.web.pages.uploads import Added
from dragoman.web.runs import Progress
from dragoman.web.turns import in_turn
from dragoman.web.visit import Visit
from dragoman.workspace import Workspace

#: Reading goes on in processes of its own, so that pages are answered meanwhile; one alone would be this process.
_WORKERS = 2
#: Documents that are named when they are read.
_LISTED = 12
_TABLES = {
    "read": ("path",),
    "copies": ("path", "of", "kind", "likeness"),
    "repeats": ("path", "of"),
    "failures": ("path", "reason"),
    "undated": ("path",),
    "ahead": ("path", "published"),
}


@described(tables=_TABLES)
def adding(visit: Visit) -> Page:
    """The form for files and text, how far the last run is, and its report."""
    # As it is at this moment: it goes on, and may end while the page is written.
    run = copy(visit.runs.latest)
    report = run.report if run is not None else None
    shown = {
        "documents": _documents(visit.workspace, report) if report is not None and visit.form == "html" else (),
        "run": run,
        "report": report,
        "megabytes": uploads.MOST_BYTES // uploads.MEBIBYTE,
        "most": uploads.MOST_FILES,
    }
    about = {
        "status": run.status if run is not None else "idle",
        "done": run.done if run is not None else 0,
        "total": run.total if run is not None else 0,
        "error": run.error if run is not None else None,
        "statements": report.statements if report is not None else None,
    }
    return Page("add.html", "Add documents", _tables(report), shown, about)


async def add(request: Request) -> Response:
    """Keep what is sent, begin to read it, and go to the page that tells how far that is."""
    desk: Desk = request.app.state.desk
    form = await uploads.taken_in(request, desk)
    try:
        await run_in_threadpool(_begin, desk, form)
    finally:
        await form.close()
    return RedirectResponse("/add", 303)


def _begin(desk: Desk, form: FormData) -> None:
    published = form.get("published")
    if isinstance(published, str) and published.strip():
        from_iso(published)
    desk.runs.check()
    try:
        added = uploads.kept(form, desk.ledger)
    except OSError as error:
        raise LedgerError(f"The files cannot be kept beside the ledger ({error.strerror}); make room there.") from error
    if added is None:
        raise InvalidValue("There is nothing to add; choose files or paste a text.")
    desk.runs.start(added.names, lambda progress: _read(desk, added, progress))


def _read(desk: Desk, added: Added, progress: Progress) -> Report:
    return in_turn(
        desk,
        lambda workspace: workspace.read(
            [added.folder],
            workers=_WORKERS,
            publisher=added.publisher,
            published=added.published,
            progress=progress,
        ),
    )


def _documents(workspace: Workspace, report: Report) -> list[tuple[str, str]]:
    """The first documents that were read, by their ids, and what each is called."""
    ids = islice((each for path in report.read for each in workspace.offered(path)), _LISTED)
    return [(each, title_of(workspace.document(each))) for each in ids]


def _tables(report: Report | None) -> dict[str, Frame]:
    if report is None:
        return {name: Frame(columns, ()) for name, columns in _TABLES.items()}
    copies = tuple((report.names.get(each.document), report.names.get(each.of), each.kind, each.likeness)
                   for each in report.copies)  # fmt: skip
    rows: dict[str, tuple[tuple[object, ...], ...]] = {
        "read": tuple((path,) for path in report.read),
        "copies": copies,
        "repeats": report.repeats,
        "failures": tuple((each.path, each.reason) for each in report.failures),
        "undated": tuple((path,) for path in report.undated),
        "ahead": report.ahead,
    }
    return {name: Frame(columns, rows[name]) for name, columns in _TABLES.items()}
