"""A law of the desk's data: what its description allows, and what it forbids, is answered as it says."""

from __future__ import annotations

from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from dragoman.web.app import app_of
from dragoman.web.desk import Desk
from dragoman.web.routes import PAGES
from tests.unit.web.made import HOST, a_ledger, courier, gazette, herald

pytestmark = pytest.mark.property

OIL = gazette()[1][0].statement
ADDRESSES = [f"{address}.json" if address != "/" else "/overview.json" for address in PAGES]
#: What places of addresses are filled with more often than not, since no word that is made up is an id.
REAL = {
    "/claim/{id}.json": {"id": [OIL.id, OIL.claim]},
    "/document/{id}.json": {"id": [gazette()[0].id, courier()[0].id]},
    "/party/{code}.json": {"code": ["AZE", "Israel"]},
    "/dyad/{one}/{other}.json": {"one": ["AZE", "Iran"], "other": ["ISR", "Baku"]},
}
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> schemathesis.BaseSchema:
    path: Path = a_ledger(tmp_path_factory.mktemp("described"), [gazette(), courier(), herald()])
    app = app_of(Desk.of(path, 8765, is_open=True))
    return schemathesis.openapi.from_asgi("/openapi.json", app, headers={"host": HOST.removeprefix("http://")})


def test_every_page_is_described(schema: schemathesis.BaseSchema) -> None:
    assert sorted(schema) == sorted(ADDRESSES)


@pytest.mark.parametrize("address", ADDRESSES)
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_answer_is_as_described(schema: schemathesis.BaseSchema, address: str, data: st.DataObject) -> None:
    mode = data.draw(st.sampled_from(GenerationMode))
    case = data.draw(schema[address]["GET"].as_strategy(generation_mode=mode))
    if mode is GenerationMode.POSITIVE and data.draw(st.integers(0, 3)):
        case.path_parameters.update(
            {name: data.draw(st.sampled_from(each)) for name, each in REAL.get(address, {}).items()}
        )
    answer = case.call(base_url=HOST)

    case.validate_response(answer, checks=CHECKS)
