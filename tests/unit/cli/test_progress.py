from __future__ import annotations

import pytest

from dragoman.cli.progress import PAUSE, lines


def test_without_a_terminal_a_line_is_said_every_so_often(capsys: pytest.CaptureFixture[str]) -> None:
    moments = iter([0.0, 1.0, PAUSE, PAUSE + 1])
    told = lines(lambda: next(moments))
    for number in (1, 2, 3):
        told(number, 2000, "a\nb.txt")
    assert capsys.readouterr().err == "2 of 2,000 read, last a b.txt\n"
