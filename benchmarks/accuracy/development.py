"""Scores on our own development split of the public sets: `python -m benchmarks.accuracy.development --data DIR`.

DIR holds the public training halves (layout in `training/material.py`). What training holds back of them (a tenth of
PLV and of the CAMEO spans by a hash of the text, the development halves of re3d and PolNeAR) is laid out like their
test halves and scored by the same commands. Writes `development.json` beside this file; the test halves themselves are
for others to score.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from training.items import held_back
from training.public import unmarked

from benchmarks.accuracy import direction, plv, polnear, tagged
from benchmarks.accuracy.layers import shipped
from benchmarks.accuracy.polnear_prediction import predict
from dragoman.reading.heads import heads

RESULTS = Path(__file__).with_name("development.json")


def main() -> None:
    """Lay out the split, score it, write the results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        split = Path(name)
        lay_out(options.data, split)
        results = scores(split)
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(results, indent=1))


def lay_out(data: Path, split: Path) -> None:
    """The held-back part of each set, under the file names of a test half."""
    with (data / "plv" / "train.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    marked = [row for row in rows if {"<s>", "<t>"} <= set(re.findall(r"<[st]>", row["marked_sentence"]))]
    kept = [row for row in marked if held_back(unmarked(row["marked_sentence"])[0])]
    with (split / "test.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter="\t")
        writer.writeheader()
        writer.writerows(kept)
    blocks = re.split(r"\n\s*\n", (data / "cameo" / "ner_train.txt").read_text(encoding="utf-8").strip())
    spoken = [block for block in blocks if held_back(" ".join(line.split()[0] for line in block.splitlines()))]
    (split / "ner_test.txt").write_text("\n\n".join(spoken) + "\n", encoding="utf-8")
    shutil.copy(data / "re3d" / "dev.txt", split / "test.txt")
    shutil.copytree(data / "polnear" / "dev", split / "test")


def scores(split: Path) -> dict[str, float]:
    """The scores that count, in percent, by task and measure."""
    layers = shipped()
    judged: dict[str, Mapping[str, object]] = {
        "plv": plv.plv(split, layers),
        "cameo_ner": tagged.score(split / "ner_test.txt", layers, "cameo"),
        "re3d": tagged.score(split / "test.txt", layers, "re3d"),
        "polnear": polnear.score(split / "test", predict),
        "directions": direction.score(direction.BLOCKS, heads()),
    }
    return {
        f"{task}.{name}": value
        for task, found in judged.items()
        for name, value in found.items()
        if isinstance(value, float)
    }


if __name__ == "__main__":
    main()
