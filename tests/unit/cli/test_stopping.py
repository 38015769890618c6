from __future__ import annotations

import os
import signal

import pytest
import typer

from dragoman.cli.stopping import stoppable

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


def _as_a_library_does(number: int) -> None:
    try:
        os.kill(os.getpid(), number)
    except KeyboardInterrupt as interruption:
        raise KeyboardInterrupt from interruption


@pytest.mark.parametrize(
    ("number", "code", "said"), [(signal.SIGTERM, 143, "Told to end."), (signal.SIGINT, 130, "Interrupted.")]
)
def test_what_stopped_it_is_told_though_a_library_only_tells_of_an_interruption(
    capsys: pytest.CaptureFixture[str], number: int, code: int, said: str
) -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(typer.Exit) as ended, stoppable("read"):
        _as_a_library_does(number)
    assert ended.value.exit_code == code
    assert said in capsys.readouterr().err
    assert signal.getsignal(signal.SIGTERM) is before
