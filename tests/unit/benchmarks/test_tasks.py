from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.accuracy.__main__ import main


def test_a_task_prints_one_json_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.txt").write_text(
        '<1|FRA|France> sold missiles to <2|EGY|Egypt>.\n= 1>2 arms asserted "sold missiles"\n', encoding="utf-8"
    )
    assert main(["directions", "--data", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out)["pairs"] == 1


def test_what_does_not_fit_is_told_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "test.tsv").write_text("text\tlabel\n", encoding="utf-8")
    assert main(["aw", "--data", str(tmp_path)]) == 2
    assert "expected `marked_sentence`" in capsys.readouterr().err
    assert main(["re3d", "--data", str(tmp_path)]) == 2


def test_public_tasks_need_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["plv"])
    assert "plv needs --data DIR" in capsys.readouterr().err
