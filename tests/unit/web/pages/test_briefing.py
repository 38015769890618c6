from __future__ import annotations

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize(
    ("form", "begins"), [("md", b"# Azer"), ("html", b"<!doctype"), ("docx", b"PK"), ("pdf", b"%PDF")]
)
def test_a_brief_is_a_file_to_take_away(browser: TestClient, form: str, begins: bytes) -> None:
    if form == "pdf":
        pytest.importorskip("typst")
    answer = browser.get(f"/brief.{form}?party=Baku&party=ISR")

    assert answer.content.startswith(begins)
    assert answer.headers["content-disposition"] == f'attachment; filename="brief-AZE-ISR.{form}"'


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("/brief.exe?party=AZE", 400),
        ("/brief.md", 400),
        ("/brief.md?party=Ruritania", 404),
        ("/brief.md?party=AZE&party=az", 200),
    ],
)
def test_what_cannot_be_had_is_said(browser: TestClient, address: str, code: int) -> None:
    assert browser.get(address).status_code == code


def test_the_page_of_two_leads_to_their_brief(browser: TestClient) -> None:
    page = browser.get("/dyad/AZE/ISR?date=2023-12-31").text

    assert "/brief.docx?party=AZE&amp;party=ISR&amp;date=2023-12-31" in page
