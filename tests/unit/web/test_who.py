from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.responses import Response

from dragoman.web.who import remember, remembered


def _next(answer: Response) -> Request:
    cookie = answer.headers["set-cookie"].partition(";")[0]
    return Request({"type": "http", "headers": [(b"cookie", cookie.encode())]})


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_name_is_remembered(name: str) -> None:
    answer = Response()
    remember(answer, name)
    assert remembered(_next(answer)) == name.strip()


def test_scripts_cannot_see_it_and_others_do_not_get_it() -> None:
    answer = Response()
    remember(answer, "Ə. Analitik")
    said = answer.headers["set-cookie"].casefold()
    assert "httponly" in said
    assert "samesite=strict" in said


@pytest.mark.parametrize("cookie", [b"", b"dragoman-analyst=", b"dragoman-analyst=%ff%fe"])
def test_what_is_no_name_does_no_harm(cookie: bytes) -> None:
    assert isinstance(remembered(Request({"type": "http", "headers": [(b"cookie", cookie)]})), str)
