from __future__ import annotations

from pathlib import Path

from benchmarks.speed import pile


def test_states_are_exchanged_the_same_throughout() -> None:
    told = pile.retold("France armed Egypt. The French minister left Cairo; France was glad, said Reuters.", 1)
    first = told.split()[0]
    assert told.count(first) >= 2
    assert not any(name in told for name in ("France", "French", "Egypt", "Cairo"))
    assert "said Reuters" in told
    assert told != pile.retold("France armed Egypt. The French minister left Cairo; France was glad, said Reuters.", 2)


def test_a_pile_is_as_large_as_asked_and_no_two_documents_are_the_same(tmp_path: Path) -> None:
    pile.make(tmp_path / "pile", words=15_000)
    listed = pile.documents([tmp_path / "pile"])
    assert pile.count(listed) >= 15_000
    assert len({each.id for each in listed}) == len(listed)
    assert sum(each.published is not None for each in listed) > len(listed) / 2
    assert not [path for path in (tmp_path / "pile").rglob("*.json")]
