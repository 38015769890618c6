"""`dragoman user` and `dragoman serve --users` as typed."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import pytest

from tests.functional.shell import PROGRAM, dragoman
from tests.functional.test_cli_serve import code_of, served

PASSWORD = "correct horse"


def a_file(folder: Path, *users: tuple[str, str]) -> Path:
    """A file of users as the program prints their lines."""
    lines = [dragoman("user", name, "--role", role, given=f"{PASSWORD}\n").out for name, role in users]
    path = folder / "users.toml"
    path.write_text("".join(lines), encoding="utf-8")
    return path


def signed_in(base: str, name: str, password: str) -> OpenerDirector:
    """A browser that sent the form for a name and a password."""
    browser = build_opener(HTTPCookieProcessor())
    with browser.open(f"{base}login", timeout=30) as answer:
        form = re.findall(r'name="form" value="([^"]*)"', answer.read().decode())[0]
    given = urlencode({"form": form, "name": name, "password": password}).encode()
    with browser.open(Request(f"{base}login", given, {"Origin": base.rstrip("/")}), timeout=30) as answer:
        assert answer.url == base
    return browser


def test_users_sign_in_with_their_passwords_and_nobody_else_does(ledger: Path, tmp_path: Path) -> None:
    users = a_file(tmp_path, ("Ada Lovelace", "analyst"), ("Bo", "reader"))
    with served(ledger, "--users", str(users)) as (base, process):
        assert "token" not in base
        assert code_of(f"{base}overview.json") == 401
        with signed_in(base, "Bo", PASSWORD).open(base, timeout=30) as answer:
            page = answer.read().decode()
        with pytest.raises(HTTPError, match="401"):
            signed_in(base, "Ada Lovelace", "wrong horse")
        process.terminate()
        said = "".join(process.communicate(timeout=30))

    assert "Who stands how to whom" in page
    assert "Bo, reader" in page
    assert "horse" not in said


def test_everybody_and_only_some_cannot_be_let_in(ledger: Path, tmp_path: Path) -> None:
    answer = dragoman("serve", ledger, "--open", "--users", a_file(tmp_path, ("Bo", "reader")))

    assert answer.code == 1
    assert "give one of the two" in answer.err


def test_a_file_of_users_that_is_none_is_said(ledger: Path, tmp_path: Path) -> None:
    answer = dragoman("serve", ledger, "--users", tmp_path / "none.toml")

    assert (answer.code, answer.out) == (1, "")
    assert "cannot be read" in answer.err


@pytest.mark.parametrize(("given", "words"), [("short\n", "from 8 to"), ("", "from 8 to")])
def test_a_password_that_is_none_is_said(given: str, words: str) -> None:
    answer = dragoman("user", "Ada", given=given)

    assert (answer.code, answer.out) == (1, "")
    assert words in answer.err


def test_a_role_that_is_none_is_said() -> None:
    answer = dragoman("user", "Ada", "--role", "boss", given=f"{PASSWORD}\n")

    assert answer.code == 2
    assert "analyst" in answer.err


@pytest.mark.skipif(sys.platform == "win32", reason="terminals")
@pytest.mark.parametrize(("again", "words"), [(PASSWORD, b"$argon2id$"), ("another horse", b"not the same")])
def test_at_a_terminal_a_password_is_asked_for_twice_and_not_shown(again: str, words: bytes) -> None:
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.execvp(PROGRAM[0], [*PROGRAM, "user", "Ada"])
    shown = until(terminal, b"Password: ")
    os.write(terminal, f"{PASSWORD}\n".encode())
    shown += until(terminal, b"Once more: ")
    os.write(terminal, f"{again}\n".encode())
    shown += until(terminal, None)
    os.waitpid(child, 0)

    assert words in shown
    assert b"horse" not in shown


def until(terminal: int, words: bytes | None) -> bytes:
    """What a terminal shows until some words, or until its program ends."""
    shown = b""
    while words is None or words not in shown:
        try:
            piece = os.read(terminal, 1000)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    return shown
