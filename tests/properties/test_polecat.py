"""POLECAT goes in and comes out again: every cell of the forty columns is the same, byte for byte."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.codebook.events import EVENT_TYPES
from dragoman.exchange.events.columns import POLECAT
from dragoman.settings import Settings
from dragoman.workspace import Workspace

pytestmark = pytest.mark.property

cells = st.one_of(
    st.sampled_from(["None", "", "; ", "a; b|c", "None; AZE", " x ", '"', "Event ID: 1", "Zürich \x85 \r q"]),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\t\n\r\0"), max_size=12),
)
countries = st.sampled_from(["ISR", "AZE", "KOS", "Azerbaijan; IRN", "ISR|TUR", "UNO", "None", "??"])


@st.composite
def a_row(draw: st.DrawFn, number: int) -> list[str]:
    type_ = draw(st.sampled_from(sorted(EVENT_TYPES)))
    row = {name: draw(cells) for name in POLECAT} | {
        "Event ID": f"{number}_{type_}_{draw(cells)}",
        "Event Date": draw(st.dates()).isoformat(),
        "Event Type": type_,
        "Event Mode": draw(st.sampled_from([*EVENT_TYPES[type_].modes, "None", "", "strange"])),
        "Actor Name": "Somebody" + draw(cells),
        "Actor Country": draw(countries),
        "Recipient Country": draw(countries),
    }
    return [row[name] for name in POLECAT]


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 5).flatmap(lambda many: st.tuples(*map(a_row, range(many)))), st.booleans())
def test_polecat_comes_out_as_it_went_in(table: tuple[list[str], ...], windows: bool) -> None:
    lines = ["\t".join(row) for row in (list(POLECAT), *table)]
    with tempfile.TemporaryDirectory() as folder:
        given_, got = Path(folder, "in.txt"), Path(folder, "out.txt")
        end = "\r\n" if windows else "\n"
        given_.write_bytes("".join(line + end for line in lines).encode())
        with Workspace.open(Path(folder, "ledger"), create=True, settings=Settings(epoch=1)) as workspace:
            taken = workspace.import_from([given_], "polecat")
            assert (taken.new, taken.failures) == (len(table), ())
            again = workspace.import_from([given_], "polecat")
            assert (again.new, again.unchanged) == (0, (str(given_),))
            workspace.export_to(got, "polecat")
            assert workspace.verify() == []
        assert got.read_bytes() == "".join(f"{line}\n" for line in lines).encode()
