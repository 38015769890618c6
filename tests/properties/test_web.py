"""Laws of the desk: whatever it is asked, it answers with a page, data or a sentence, and never breaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from dragoman.web.routes import PAGES
from tests.unit.web.made import a_client, a_ledger, courier, gazette

pytestmark = pytest.mark.property

OIL = gazette()[1][0].statement
#: Values that mean something somewhere, and some that mean trouble.
VALUES = st.sampled_from(
    [
        *(
            "AZE",
            "Israel",
            "Ruritania",
            "energy",
            "CONSULT",
            "asserted",
            "2023",
            "2023-05-30",
            "0001",
            "9999-12-31",
            "1",
        ),
        *("AZE->ISR:energy", "AZE--ISR", "The Gazette", "share", "low", "-low", "-", "cooperative", "open", "network"),
        *(OIL.id, OIL.id[:8], OIL.claim, gazette()[0].id, "s1:", "d1:", "c1:", "oil imports", '"oil', "*", "NEAR(a b)"),
        *("'; DROP TABLE statements; --", "../../etc/passwd", "<script>", "\x00", "\u202e", "é" * 200, "100001", "-1"),
    ]
) | st.text(max_size=20)
NAMES = st.sampled_from(
    "date channel sign since until page size sort party type kind conflicts outcome q standing publisher name at "
    "superseded undone done cut without close leave discount table token known".split()
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path: Path = a_ledger(tmp_path_factory.mktemp("fuzz"), [gazette(), courier()])
    with a_client(path) as opened:
        yield opened


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(sorted(PAGES)),
    st.sampled_from(["", ".json", ".csv"]),
    st.lists(VALUES, min_size=2, max_size=2),
    st.lists(st.tuples(NAMES, VALUES), max_size=4),
)
def test_no_address_breaks_the_desk(
    client: TestClient, page: str, form: str, parts: list[str], query: list[tuple[str, str]]
) -> None:
    path = "/overview" if page == "/" and form else page
    for name, part in zip(("{code}", "{id}", "{one}", "{other}"), (*parts, *parts), strict=True):
        path = path.replace(name, quote(part.encode("utf-8", "replace"), safe=""))
    given_ = [(name, value.encode("utf-8", "replace")) for name, value in query]
    answer = client.get(f"{path}{form}?{urlencode(given_)}")

    assert answer.status_code in (200, 400, 404), answer.text
    assert form == ".csv" or "<script>alert" not in answer.text
    assert "Traceback" not in answer.text
    assert "content-security-policy" in answer.headers
