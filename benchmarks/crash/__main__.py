"""Kills what writes into a ledger, thousands of times: `python -m benchmarks.crash [--times N] [--write]`.

Each job (reading, reading again, reconciling, judging, bringing up to date from each earlier version) is done once
undisturbed, and then killed (SIGKILL) N times at random moments, up to three times in a row. After each kill `verify`
must find nothing and what was there before must be there; done to its end, the ledger must hold the same as that of the
undisturbed run, with no file left beside it. Prints a table; `--write` puts it into docs/safety.md. The exit code is 1
if anything was wrong.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.crash.jobs import jobs
from benchmarks.crash.trials import Outcome, tried
from benchmarks.readme import ROOT, put

HEAD = (
    "| job | kills | while at work | left a log to fold in | damaged, lost or otherwise than undisturbed |\n"
    "|---|---|---|---|---|"
)


def main() -> None:
    """Kill each job."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=100, help="kills of each job")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", help="the first words of the jobs to kill")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    print(HEAD, flush=True)
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "starts")
        folder.mkdir()
        for number, job in enumerate(jobs(folder)):
            if not options.only or job.name.startswith(tuple(options.only)):
                chance = random.Random(f"{options.seed} {job.name}")
                outcomes.append(tried(job, Path(name, str(number)), times=options.times, chance=chance))
                print(row(outcomes[-1]), flush=True)
    if options.write:
        put(ROOT / "docs" / "safety.md", "kills", table(outcomes))
    wrong = [each for outcome in outcomes for each in outcome.wrong]
    print("\n".join(wrong), file=sys.stderr)
    sys.exit(1 if wrong else 0)


def table(outcomes: Sequence[Outcome]) -> str:
    """The outcomes as a table in Markdown, the sum in its last row."""
    total = Outcome(
        "all",
        sum(each.kills for each in outcomes),
        sum(each.at_work for each in outcomes),
        sum(each.logs for each in outcomes),
        [wrong for each in outcomes for wrong in each.wrong],
    )
    return "\n".join([HEAD, *map(row, [*outcomes, total])])


def row(of: Outcome) -> str:
    """One row of the table."""
    return f"| {of.name} | {of.kills:,} | {of.at_work:,} | {of.logs:,} | {len(of.wrong):,} |"


if __name__ == "__main__":
    main()
