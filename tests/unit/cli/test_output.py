from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.cli.output import written
from dragoman.errors import InvalidValue


def test_a_file_appears_when_all_is_written(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    with written(str(target), beside=str(tmp_path / "l")) as file:
        file.write("Türkiye\n")
        assert not target.exists()
    assert target.read_bytes() == "Türkiye\n".encode()
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("earlier", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), written(str(target), beside=str(tmp_path / "l")) as file:
        file.write(str(1 / 0))
    assert target.read_text(encoding="utf-8") == "earlier"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("name", ["none/out.txt", "."])
def test_a_place_that_takes_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidValue, match="cannot be written"), written(str(tmp_path / name), beside="l") as file:
        file.write("a")


def test_a_link_is_followed_and_the_ledger_is_safe(tmp_path: Path) -> None:
    ledger = tmp_path / "l"
    ledger.write_bytes(b"ledger")
    (tmp_path / "link").symlink_to(ledger)
    with pytest.raises(InvalidValue, match="the ledger itself"), written(str(tmp_path / "link"), beside=str(ledger)):
        pass
    assert ledger.read_bytes() == b"ledger"


@pytest.mark.skipif(os.name == "nt", reason="devices of POSIX")
def test_a_device_is_written_to_and_stays(tmp_path: Path) -> None:
    with written(os.devnull, beside=str(tmp_path / "l")) as file:
        file.write("a")
    assert Path(os.devnull).is_char_device()
