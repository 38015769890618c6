"""Scores of the shipped reader on a public test set: `python -m benchmarks.accuracy TASK --data DIR`.

Prints one JSON object; scores are percent, but for `calibration`, whose errors and shares are from 0 to 1. What DIR
holds, by task:

  plv, aw      test.tsv: marked_sentence and gold_root, gold_penta or gold_binary
  cameo_ner    ner_test.txt: a word and its tag on each line
  cameo_class  class_test.tsv: a sentence and its class, 0 to 4
  re3d         test.txt: a word and its tag on each line
  polnear      test/text and test/attributions: articles and brat annotations
  directions   *.txt: blocks as in training/README.md; those of benchmarks/accuracy/directions if no DIR is given
  calibration  *.txt: blocks too; the held-back ones of training/sentences if no DIR is given
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from training.markup import MarkupError

from benchmarks.accuracy import calibration, classes, direction, plv, polnear, tagged
from benchmarks.accuracy.layers import shipped
from benchmarks.accuracy.polnear_prediction import predict
from benchmarks.accuracy.unfit import Unfit
from dragoman.reading.heads import heads

TASKS: dict[str, Callable[[Path], object]] = {
    "plv": lambda data: plv.plv(data, shipped()),
    "aw": lambda data: plv.aw(data, shipped()),
    "cameo_ner": lambda data: tagged.score(data / "ner_test.txt", shipped(), "cameo"),
    "cameo_class": lambda data: classes.score(data / "class_test.tsv", shipped()),
    "re3d": lambda data: tagged.score(data / "test.txt", shipped(), "re3d"),
    "polnear": lambda data: polnear.score(data / "test", predict),
}


def main(arguments: list[str] | None = None) -> int:
    """Score one task; 2 if its data or the weights do not fit it."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=[*TASKS, "directions", "calibration"])
    parser.add_argument("--data", type=Path, metavar="DIR")
    parser.add_argument("--plot", type=Path, metavar="SVG", help="where to draw the reliability diagram (calibration)")
    options = parser.parse_args(arguments)
    if options.task in TASKS and options.data is None:
        parser.error(f"{options.task} needs --data DIR, the folder of its public test set")
    try:
        print(json.dumps(_scored(options.task, options.data, options.plot), indent=1))
    except (Unfit, MarkupError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _scored(task: str, data: Path | None, plot: Path | None) -> object:
    if task == "directions":
        return direction.score(data or direction.BLOCKS, heads())
    if task == "calibration":
        return calibration.score(data, plot=plot)
    return TASKS[task](data or Path())


if __name__ == "__main__":
    sys.exit(main())
