"""The formats that statements can be exported as: their names, their files, who writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from dragoman.exchange.exported import Exported

#: Writes what is exported into a file, and whatever else the format consists of beside it (see `delivery.beside`).
Write = Callable[["Exported", Path], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `ending` is that of its first file when only a folder is named; `module`, of this package, has its
    `write`; `is_text` tells whether the first file can go to standard output. Of what `is_folder`, a folder of files,
    `ending` is the name of the first one.
    """

    name: str
    ending: str
    module: str
    is_text: bool = True
    is_folder: bool = False

    @property
    def write(self) -> Write:
        """What writes it; its module is imported only now, for it may bring a heavy library."""
        return cast(Write, import_module(f"dragoman.exchange.{self.module}").write)


#: By the name that `--as` takes, in the order in which they are listed.
FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("statements", ".jsonl", "statements"),
        Format("graphml", ".graphml", "graphml"),
        Format("gexf", ".gexf", "gexf"),
        Format("ftm", ".ftm.json", "ftm"),
        Format("prov", ".ttl", "prov"),
        Format("csv", "manifest.json", "csv_tables", is_text=False, is_folder=True),
        Format("parquet", "manifest.json", "parquet_tables", is_text=False, is_folder=True),
    )
}
