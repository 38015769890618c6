"""Whatever a file of events holds, each of its rows is taken in or fails alone; words stand where they are said to."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.exchange.events import columns
from dragoman.exchange.formats import SOURCES
from dragoman.records import Reading
from tests import rows

pytestmark = pytest.mark.property
MANY = settings(max_examples=120, deadline=None)

codes = "ISR AZE KOS ROM None 042 043 190 01 13y 7 20230530 2023-05-30 1 2 3 99999999999 CONSULT visit GOV".split()
strange = [
    "",
    "30 May 2023",
    "Armed clash",
    "Military Forces of Azerbaijan (2003-)",
    "()",
    "A; B|C",
    "https://[x",
    '"',
    "; ",
]
cells = st.one_of(
    st.sampled_from([*codes, *strange]),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\t\n\r"), max_size=8),
)


def table(names: Sequence[str], *, headed: bool) -> st.SearchStrategy[str]:
    """Rows of about as many cells as there are columns, and now and then of another number."""
    row = st.lists(cells, min_size=len(names), max_size=len(names)) | st.lists(cells, max_size=70)
    head = "\t".join(names) + "\n" if headed else ""
    return st.lists(row, max_size=4).map(lambda listed: head + "\n".join("\t".join(each) for each in listed))


values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers(-5, 5) | cells,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["code", "sector", "text", "url"]), inner)
    ),
    max_leaves=6,
)
names = "id enddate actor recipient mode context standing certainty cite_info attributes pub_date".split()
events = st.fixed_dictionaries({"date": cells | values, "event": cells | values}, optional=dict.fromkeys(names, values))
lines = st.lists(events.map(json.dumps) | cells, max_size=4).map("\n".join)
FILES = {
    "polecat": table(columns.POLECAT, headed=True),
    "gdelt": table(columns.GDELT, headed=False) | table(columns.MENTIONS, headed=False),
    "icews": table(columns.ICEWS, headed=True),
    "acled": table(columns.ACLED, headed=True),
    "plover": lines | st.lists(values).map(json.dumps),
}


@pytest.mark.parametrize("form", FILES)
@MANY
@given(data=st.data())
def test_every_row_is_taken_in_or_fails_alone(form: str, data: st.DataObject) -> None:
    text = data.draw(FILES[form])
    found = list(SOURCES[form].read(rows.lines(text), rows.nothing))

    assert len(found) <= text.count("\n") + 1 or text.startswith("[")
    for reading in (each for each in found if isinstance(each, Reading)):
        for statement in reading.statements:
            assert statement.document == reading.document.id
            assert statement.parties
            for span in statement.spans:
                assert reading.document.text[span.start : span.end] == span.text
