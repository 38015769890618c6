from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.speed import own, reading, rivals
from benchmarks.speed.reading import Run

from dragoman.reading.encoder import encoder
from dragoman.records import Document


def run(processor: float, **told: float) -> Run:
    told = {"load_processor": 1.0, "read_seconds": 9.0, "peak_mib": 50.0, "found": 7, "copies": 0, **told}
    return Run({"encoder_processor": 3.0, "repeats": 0, **told}, 20.0, processor)


def test_loading_is_left_out() -> None:
    assert run(5.0, load_processor=2.0).reading == 3.0


def test_speeds_are_told_beside_spacy(capsys: pytest.CaptureFixture[str]) -> None:
    reading.report({"Dragoman, files to ledger": run(5.0), "spaCy small": run(9.0)}, words=8000, documents=3)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "3 documents, 8000 words, 7 statements, 0 near copies"
    assert "| Dragoman, files to ledger | 2,000 | 2.00 | 4.00 |" in lines[4]
    assert lines[-1] == "share of the processor's time in the encoder: 75%"


def test_a_pile_with_repeats_is_refused() -> None:
    with pytest.raises(SystemExit, match="2 documents, 1 of them different"):
        reading.check(run(5.0), [Document("a"), Document("a")])
    reading.check(run(5.0), [Document("a"), Document("b")])


def test_the_first_sentence_makes_a_statement_and_the_encoder_is_watched(tmp_path: Path) -> None:
    before = dict(vars(encoder()))
    try:
        spent = own.timed()
        (tmp_path / "one.txt").write_text(rivals.FIRST, encoding="utf-8")
        assert own.into_ledger(tmp_path, 1).statements >= 1
        assert len(spent) >= 1
    finally:
        vars(encoder()).clear()
        vars(encoder()).update(before)


def test_a_process_knows_its_peak() -> None:
    assert rivals.peak() >= 0.0
