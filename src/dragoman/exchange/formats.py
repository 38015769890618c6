"""The formats that statements can be exported as and imported from: their names, who writes and who reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from dragoman.exchange.events.imported import Read
    from dragoman.exchange.exported import Exported

#: Writes what is exported into a file, and whatever else the format consists of beside it (see `delivery.beside`).
Write = Callable[["Exported", Path], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `ending` is that of its first file when only a folder is named; `module`, of this package, has its
    `write`; `is_text` tells whether the first file can go to standard output, `is_folder` whether it is a folder of
    files, of which a manifest is the first, or what `first` names.
    """

    name: str
    ending: str
    module: str
    is_text: bool = True
    is_folder: bool = False
    first: str | None = None

    @property
    def called(self) -> str:
        """What its first file is called, without the ending, when only a folder is named."""
        return self.first or ("manifest" if self.is_folder else self.name)

    @property
    def write(self) -> Write:
        """What writes it; its module is imported only now, for it may bring a heavy library."""
        return cast(Write, import_module(f"dragoman.exchange.{self.module}").write)


@dataclass(frozen=True, slots=True)
class Source:
    """A format of others that can be taken in; `module` has its `read`, and `READER`, which names and numbers that."""

    name: str
    module: str

    @property
    def read(self) -> Read:
        """What reads the lines of a file of it."""
        return cast("Read", self._module.read)

    @property
    def reader(self) -> str:
        """What its statements are marked with."""
        return cast(str, self._module.READER)

    @property
    def _module(self) -> Any:
        return import_module(f"dragoman.exchange.{self.module}")


#: By the name that `export --as` takes, in the order in which they are listed.
FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("statements", ".jsonl", "statements"),
        Format("polecat", ".txt", "events.polecat"),
        Format("gdelt", ".export.CSV", "events.gdelt"),
        Format("icews", ".tab", "events.icews"),
        Format("plover", ".jsonl", "events.plover"),
        Format("ftm", ".json", "graphs.ftm"),
        Format("graphml", ".graphml", "graphs.graphml"),
        Format("gexf", ".gexf", "graphs.gexf"),
        Format("prov", ".ttl", "graphs.prov"),
        Format("langextract", ".jsonl", "langextract"),
        Format("graphrag", ".parquet", "graphs.graphrag", is_text=False, is_folder=True, first="entities"),
        Format("csv", ".json", "tabular.csv_tables", is_text=False, is_folder=True),
        Format("parquet", ".json", "tabular.parquet_tables", is_text=False, is_folder=True),
    )
}
#: By the name that `import --as` takes.
SOURCES: Mapping[str, Source] = {
    each.name: each
    for each in (
        Source("polecat", "events.polecat_rows"),
        Source("gdelt", "events.gdelt_rows"),
        Source("icews", "events.icews_rows"),
        Source("acled", "events.acled_rows"),
        Source("plover", "events.plover_rows"),
    )
}
