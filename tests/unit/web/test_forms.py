from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.unit.web.made import HOST
from tests.unit.web.test_theme import form_of

FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        ("theme=dark", FORM, 403),
        ("theme=dark&form=guess", FORM, 403),
        ("theme=dark&form=%C3%BC", FORM, 403),
        ("", FORM, 403),
        ("{}", "application/json", 415),
        ("theme=dark", "text/plain", 415),
        ("&".join(f"a{n}=b" for n in range(100)), FORM, 400),
        (b"\xff\xfe", FORM, 400),
        ("a=" + "b" * 70_000, FORM, 413),
    ],
)
def test_what_is_no_form_of_this_desk_is_refused(browser: TestClient, body: str | bytes, kind: str, code: int) -> None:
    answer = browser.post("/theme", headers={"origin": HOST, "content-type": kind}, content=body)

    assert answer.status_code == code
    assert "set-cookie" not in answer.headers


def test_a_form_of_this_desk_is_taken(browser: TestClient) -> None:
    answer = browser.post("/theme", headers={"origin": HOST}, data={**form_of(browser), "theme": "light"})

    assert answer.status_code == 303
