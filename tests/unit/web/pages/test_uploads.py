from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import FormData
from starlette.testclient import TestClient

from dragoman.web.pages import uploads
from dragoman.web.pages.uploads import kept, safe
from tests.unit.web.made import HOST, a_client, a_ledger
from tests.unit.web.test_theme import form_of

OWN = {"origin": HOST}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_ledger(tmp_path)


@pytest.fixture
def analyst(path: Path) -> TestClient:
    return a_client(path)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("article.html", "article.html"),
        ("../../etc/passwd", "passwd"),
        ("C:\\fakepath\\Notes (2).docx", "Notes (2).docx"),
        ("..", "file"),
        (".hidden", "hidden"),
        ("a\x00b\n.txt", "a_b_.txt"),
        ("Məqalə – birinci.txt", "Məqalə _ birinci.txt"),
        ("", "file"),
        (f"{'文' * 120}.pdf", f"{'文' * 38}.pdf"),
    ],
)
def test_names_are_made_harmless(name: str, expected: str) -> None:
    assert safe(name) == expected


@given(st.text())
def test_no_name_leads_out_of_its_folder(name: str) -> None:
    found = safe(name)

    assert (Path("/folder") / found).parent == Path("/folder")
    assert (Path("/folder") / found).resolve().parent == Path("/folder")
    assert 0 < len(found.encode()) <= 120
    assert not found.startswith(".")


def test_pasted_text_is_kept_as_it_is(path: Path) -> None:
    form = FormData(
        [("text", "First.\n\n“Second” *line*"), ("title", "A"), ("published", "2023-05"), ("publisher", "B")]
    )
    added = kept(form, path)

    assert added is not None
    assert added.folder == path.with_name("small.ledger.added") / "0001"
    assert json.loads((added.folder / added.names[0]).read_text(encoding="utf-8")) == {
        "text": "First.\n\n“Second” *line*",
        "title": "A",
        "publisher": "B",
        "date": "2023-05",
    }
    assert (added.publisher, added.published) == ("B", "2023-05")


def test_each_time_has_a_folder_of_its_own(path: Path) -> None:
    form = FormData([("text", "First.")])

    assert [added.folder.name for _ in range(3) if (added := kept(form, path)) is not None] == ["0001", "0002", "0003"]
    assert kept(FormData([("text", "  ")]), path) is None


def send(analyst: TestClient, files: list[tuple[str, tuple[str, bytes]]], **fields: str):  # type: ignore[no-untyped-def]
    token = {"form": form_of(analyst, "/add")["form"]}
    return analyst.post("/add", headers=OWN, data={**token, **fields}, files=files)


def test_too_much_is_not_taken(analyst: TestClient, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 10_000)
    answer = send(analyst, [("files", ("a.txt", b"x" * 20_000))])

    assert answer.status_code == 413
    assert not path.with_name("small.ledger.added").exists()


def test_what_says_it_is_little_and_is_not_is_cut_off(
    analyst: TestClient, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 10_000)
    kind = "multipart/form-data; boundary=b"
    piece = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n' + b"x" * 20_000
    answer = analyst.post(
        "/add", headers={**OWN, "content-type": kind, "transfer-encoding": "chunked"}, content=iter([piece])
    )

    assert answer.status_code == 413
    assert not path.with_name("small.ledger.added").exists()


def test_too_many_files_are_not_taken(analyst: TestClient, path: Path) -> None:
    answer = send(analyst, [("files", (f"{n}.txt", b"x")) for n in range(uploads.MOST_FILES + 1)])

    assert answer.status_code == 400
    assert not path.with_name("small.ledger.added").exists()


@pytest.mark.parametrize(
    ("files", "fields", "code"),
    [
        ([("files", ("", b""))], {}, 400),
        ([("files", ("a.txt", b"x"))], {"published": "soon"}, 400),
        ([("files", ("a.txt", b"x"))], {"form": "guess"}, 403),
    ],
)
def test_what_cannot_be_added_leaves_nothing_behind(
    analyst: TestClient, path: Path, files: list[tuple[str, tuple[str, bytes]]], fields: dict[str, str], code: int
) -> None:
    assert send(analyst, files, **fields).status_code == code
    assert not path.with_name("small.ledger.added").exists()


def test_a_form_without_files_is_none_for_this(analyst: TestClient) -> None:
    assert analyst.post("/add", headers=OWN, data={"text": "x"}).status_code == 415
