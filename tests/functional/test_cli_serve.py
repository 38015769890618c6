"""`dragoman serve` as typed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, Request, build_opener, urlopen

import pytest

from tests.functional.shell import EPOCH, PROGRAM, dragoman


@contextmanager
def served(ledger: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A desk of a ledger, its address as printed, and its process."""
    process = subprocess.Popen(
        [*PROGRAM, "serve", str(ledger), "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **EPOCH},
    )
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip(), process
    finally:
        process.kill()
        process.communicate()


def code_of(address: str, **headers: str) -> int:
    try:
        with urlopen(Request(address, headers=headers), timeout=30) as answer:
            return int(answer.status)
    except HTTPError as error:
        with error:
            return error.code


def test_the_printed_address_opens_the_desk_and_no_other_does(ledger: Path) -> None:
    with served(ledger) as (address, _):
        base = address.partition("?")[0]
        assert address.startswith("http://127.0.0.1:")
        assert code_of(base) == code_of(f"{base}overview.json") == 401
        with build_opener(HTTPCookieProcessor()).open(address, timeout=30) as answer:
            assert answer.status == 200
            assert answer.url == base
            assert "Who stands how to whom" in answer.read().decode()
        assert code_of(address, Host="evil.example") == 421


def test_an_open_desk_lets_everybody_of_this_machine_in(ledger: Path) -> None:
    with served(ledger, "--open") as (address, _):
        assert "token" not in address
        assert code_of(address) == 200


def test_it_listens_to_this_machine_only(ledger: Path) -> None:
    with served(ledger, "--open") as (address, _):
        port = int(address.rpartition(":")[2].strip("/"))
        with socket.socket() as other:
            other.settimeout(5)
            # All of 127.0.0.0/8 is this machine; what is bound to one address of it does not answer at another.
            assert other.connect_ex(("127.0.0.2", port)) != 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_an_interrupt_ends_it_without_a_word_too_many(ledger: Path) -> None:
    with served(ledger) as (_, process):
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)

        assert process.returncode == 130
        assert "Traceback" not in said
        assert "token" not in said


def test_a_port_that_is_taken_is_said(ledger: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        answer = dragoman("serve", ledger, "--port", str(port))

    assert (answer.code, answer.out) == (1, "")
    assert f"Port {port}" in answer.err
    assert "--port" in answer.err


def test_a_ledger_that_is_missing_is_said(tmp_path: Path) -> None:
    answer = dragoman("serve", tmp_path / "none.ledger")

    assert answer.code == 1
    assert "There is no ledger" in answer.err


def test_without_the_extra_it_says_what_to_install(ledger: Path, tmp_path: Path) -> None:
    # A package of that name that cannot be imported stands in for one that is not there.
    (tmp_path / "starlette.py").write_text(
        "raise ModuleNotFoundError(\"No module named 'starlette'\", name='starlette')\n"
    )
    path = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH")]))
    answer = dragoman("serve", ledger, PYTHONPATH=path)

    assert answer.code == 1
    assert "pip install 'dragoman[web]'" in answer.err
    assert "Traceback" not in answer.err
