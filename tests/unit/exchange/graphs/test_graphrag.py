from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from dragoman.exchange.graphs import graphrag
from tests.unit.exchange.exports import AGAIN, OIL, exported, some


@pytest.fixture
def tables(tmp_path: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of each file."""
    graphrag.write(exported(), tmp_path / "entities.parquet")
    policy = tomllib.loads((tmp_path / "entities.policy.toml").read_text(encoding="utf-8"))
    found = {path.stem: pyarrow.parquet.read_table(path).to_pylist() for path in tmp_path.glob("*.parquet")}
    assert policy["export"]["rows"] == {name: len(rows) for name, rows in found.items()}
    return found


def test_relationships_join_entities_by_their_titles(tables: dict[str, list[dict[str, Any]]]) -> None:
    titles = {each["title"] for each in tables["entities"]}
    assert all({each["source"], each["target"]} <= titles for each in tables["relationships"])
    (oil,) = [each for each in tables["relationships"] if each["id"] == "o1:oil/AZE/ISR"]
    assert (oil["source"], oil["target"], oil["weight"], len(oil["text_unit_ids"])) == ("Azerbaijan", "Israel", 2.0, 2)
    assert oil["description"].startswith("Azerbaijan supplies energy to Israel (asserted, 2019-01-01 to …): “")
    assert OIL in oil["description"]
    # Azerbaijan and Israel have two edges each.
    assert oil["combined_degree"] == 4


def test_text_units_are_the_words_that_statements_rest_on(tables: dict[str, list[dict[str, Any]]]) -> None:
    units = {each["id"]: each for each in tables["text_units"]}
    assert {each["text"] for each in units.values()} == {each.statement.evidence.text for each in some()}
    for name, key in (("entities", "entity_ids"), ("relationships", "relationship_ids")):
        for row in tables[name]:
            assert all(row["id"] in units[unit][key] for unit in row["text_unit_ids"])
    assert {len(each["covariate_ids"]) for each in units.values()} == {1}


def test_statements_of_every_standing_are_claims_on_a_title(tables: dict[str, list[dict[str, Any]]]) -> None:
    told = {
        each["source_text"]: (each["subject_id"], each["object_id"], each["status"]) for each in tables["covariates"]
    }
    assert len(told) == 7
    assert told[AGAIN] == ("Azerbaijan", "Israel", "asserted")
    assert told["Iran may attack Israel."] == ("Iran", "Israel", "possible")
    titles = {each["title"] for each in tables["entities"]}
    assert all(subject in titles for subject, _, _ in told.values())


def test_numbers_for_people_begin_at_one(tables: dict[str, list[dict[str, Any]]]) -> None:
    for rows in tables.values():
        assert [each["human_readable_id"] for each in rows] == [*range(1, len(rows) + 1)]
