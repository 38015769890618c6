from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from dragoman.analysis import Frame, Scenario, balance, network, whatif
from dragoman.cli import balance as balance_command
from dragoman.cli import network as network_command
from dragoman.cli import whatif as whatif_command
from tests.unit.analysis.nets import entries

NETWORK = network(entries("KAZ -> ISR energy"))


@pytest.mark.parametrize(
    ("named", "frames"),
    [
        (network_command.TABLES, NETWORK.frames),
        (balance_command.TABLES, balance(NETWORK).frames),
        (whatif_command.TABLES, whatif(NETWORK, Scenario()).frames),
    ],
)
def test_the_tables_of_a_command_are_the_frames_of_its_answer(
    named: Sequence[str], frames: Mapping[str, Frame]
) -> None:
    assert [*named] == [*frames]
