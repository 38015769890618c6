from __future__ import annotations

from time import process_time

import pytest

from dragoman.analysis.scenario import Cut
from dragoman.errors import DragomanError, InvalidValue


@pytest.mark.parametrize("text", ["KAZ->ISR:energy", "  KAZ -> ISR : energy ", "Kazakhstan→Israel\n:energy"])
def test_a_tie_is_read_with_whatever_spaces(text: str) -> None:
    assert Cut.of(text) == Cut("KAZ", "ISR", "energy")


@pytest.mark.parametrize("text", ["KAZ ↔ ISR", "KAZ--ISR"])
def test_a_tie_of_all_channels_goes_both_ways(text: str) -> None:
    assert Cut.of(text) == Cut("KAZ", "ISR", None, both=True)


@pytest.mark.parametrize(
    "text", ["", "KAZ", "->", "KAZ->", "->ISR", " -> ISR", "KAZ->ISR:", "KAZ:->ISR", "KAZ->ISR:a b"]
)
def test_what_is_no_tie_is_told_so(text: str) -> None:
    with pytest.raises(InvalidValue, match="is no tie; write KAZ->ISR:energy"):
        Cut.of(text)


@pytest.mark.parametrize("before", ["", "KAZ", "KAZ->", "KAZ->ISR:"])
def test_no_run_of_spaces_takes_long_or_is_said_again(before: str) -> None:
    begun = process_time()
    for text in (f"{before}{' ' * 200_000}", f"{before}{' ' * 200_000}:x", f"{before}{'x' * 200_000}->ISR"):
        with pytest.raises(DragomanError) as told:
            Cut.of(text)
        assert len(str(told.value)) < 300
    assert process_time() - begun < 2
