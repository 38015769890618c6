"""What an export says of itself: what it was made from, what it left out and how, and the policy that it followed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from dragoman.exchange.delivery import beside
from dragoman.exchange.exported import Exported
from dragoman.exchange.policy import Policy
from dragoman.records import Entry, Standing

#: The ending of its file, beside the first file of the export.
ENDING = ".policy.toml"


@dataclass(slots=True)
class Manifest:
    """Counts of an export in the making: rows written, by how they came to be, and statements left out, by reason."""

    form: str
    written: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)

    def counting(self, exported: Exported) -> Exported:
        """The same entries, each counted by its standing when it is gone through."""

        def each() -> Iterator[Entry]:
            for entry in exported.entries:
                self.written[entry.statement.standing.value] += 1
                yield entry

        return replace(exported, each=each)

    def write_own(self, exported: Exported, target: Path) -> None:
        """Write it for a format that has what was counted, whatever its standing, by the ledger's own codes."""
        standings = tuple(each for each in Standing if self.written[each.value])
        self.write(replace(exported, standings=standings, policy=Policy.own()), target)

    def write(self, exported: Exported, target: Path) -> None:
        """Write it beside the first file of the export."""
        with open(beside(target, ENDING), "x", encoding="utf-8", newline="\n") as file:
            file.write(
                "# How this export was made. Given back with `dragoman export --policy`, it is the policy again.\n"
            )
            file.write("\n[export]\n")
            file.write(f"format = {_text(self.form)}\nledger = {_text(exported.digest)}\n")
            file.write(f"standings = {_text([each.value for each in exported.standings])}\n")
            for name, counts in (("rows", self.written), ("statements_left_out", self.left_out)):
                file.write(f"\n[export.{name}]\n")
                file.writelines(f"{_text(key)} = {count}\n" for key, count in sorted(counts.items()))
            file.write("\n# Disputed territories are written so; what is not named here keeps its code.\n")
            file.writelines(exported.policy.lines())


def _text(value: str | list[str] | Mapping[str, str]) -> str:
    # What JSON writes for texts and lists of them is TOML too.
    return json.dumps(value, ensure_ascii=False)
