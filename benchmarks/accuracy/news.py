"""How much of what is told of real news is right, and how much is found: `python -m benchmarks.accuracy.news --corpora DIR`.

DIR holds `wikinews_2019.csv` (Wikinews) and `re3d/` (communiqués and news on Syria and Iraq, Dstl), which are not shipped.
`news/*.jsonl` holds our labels of those of their sentences that name two parties or more (`training/standoff.py` tells the
form): made sentence by sentence by others than those who taught the encoder, and never taught. The documents are read as
an analyst's pile is. Prints one JSON object; `--wrong` lists what is wrong instead.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.markup import Example
from training.standoff import example_of, one_line

from benchmarks.accuracy.precision import SURE, Judged, judge, labelled, listed, share
from dragoman.reading.reader import read
from dragoman.records import Document, Span, Statement
from dragoman.records.dates import from_iso

NEWS = Path(__file__).with_name("news")
