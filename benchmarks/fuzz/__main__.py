"""`python -m benchmarks.fuzz FORMAT --seconds N`: fuzz one format with atheris (the extra `fuzz`).

It starts from the small corpus beside this file, keeps what it finds in `.fuzz/`, and ends with an error if an input
brings the program down, takes longer than `--timeout` seconds or more than `--memory` megabytes; that input is in
`.fuzz/FORMAT/` as crash-…, timeout-… or oom-….
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
FOUND = Path(".fuzz")
#: What is instrumented beside Dragoman: parsers written in Python, in which it pays.
PARSERS = ("dragoman", "email", "feedparser", "htmldate", "justext", "trafilatura")


def main() -> None:
    """Fuzz until the time is up."""
    import atheris

    with atheris.instrument_imports(include=list(PARSERS)):
        from benchmarks.fuzz.targets import TARGETS
    arguments = _arguments(sorted(TARGETS))
    found = FOUND / arguments.format
    for folder in (found, found / "corpus"):
        folder.mkdir(parents=True, exist_ok=True)
    seeds = CORPUS / arguments.format
    for seed in sorted(seeds.iterdir()) if seeds.is_dir() else ():
        shutil.copy(seed, found / "corpus" / seed.name)
    options = [
        f"-max_total_time={arguments.seconds}",
        f"-timeout={arguments.timeout}",
        f"-rss_limit_mb={arguments.memory}",
        f"-artifact_prefix={found}/",
        f"-max_len={arguments.length}",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(found / "corpus")], TARGETS[arguments.format])
    atheris.Fuzz()


def _arguments(formats: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("format", choices=formats)
    parser.add_argument("--seconds", type=int, default=180, help="how long, in all")
    parser.add_argument("--timeout", type=int, default=25, help="seconds that one input may take")
    parser.add_argument("--memory", type=int, default=3000, help="megabytes that the process may take")
    parser.add_argument("--length", type=int, default=65536, help="bytes of an input")
    return parser.parse_args()


if __name__ == "__main__":
    main()
