"""What in a whole ledger deserves a second look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from dragoman.analysis.disputes import Dispute, FigureDispute, disputes, figure_disputes
from dragoman.analysis.frames import Frames
from dragoman.analysis.occurrences import Occurrence, gathered
from dragoman.analysis.tabulated import DISPUTES, SINGLE, disputes_frame, single_frame
from dragoman.records import Entry, Standing

Doubt = Dispute | FigureDispute


@dataclass(frozen=True, slots=True)
class Survey:
    """What deserves a second look, whenever it was.

    `doubts` is what is asserted and denied, then numbers that contradict each other; `single` what is asserted on one
    origin alone. In each what most reports repeat comes first.
    """

    #: Of each of its `frames`, by name.
    frame_columns: ClassVar[dict[str, tuple[str, ...]]] = {"disputes": DISPUTES, "one_origin": SINGLE}
    doubts: Sequence[Doubt]
    single: Sequence[Occurrence]

    @property
    def frames(self) -> Frames:
        """The same as frames, `disputes` and `one_origin`."""
        return Frames(disputes=lambda: disputes_frame(self.doubts), one_origin=lambda: single_frame(self.single))

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self.doubts)} disputed, {len(self.single)} on one origin>"

    def _repr_html_(self) -> str:
        return self.frames._repr_html_()


def survey(entries: Iterable[Entry]) -> Survey:
    """The survey of entries."""
    occurrences = gathered(entries)
    doubts: list[Doubt] = sorted(disputes(occurrences), key=_most)
    doubts += sorted(figure_disputes(occurrences), key=_most)
    single = [each for each in occurrences if each.origins(Standing.ASSERTED) == 1]
    return Survey(tuple(doubts), tuple(sorted(single, key=_repeated)))


def doubt(of: Occurrence, *, figures: bool) -> Doubt | None:
    """Why an event or tie is doubted: for its figures, or because it is denied too; `None` if it is not."""
    found: Sequence[Doubt] = figure_disputes([of]) if figures else disputes([of])
    return found[0] if found else None


def _most(of: Doubt) -> tuple[int, str]:
    return _repeated(of.occurrence)


def _repeated(of: Occurrence) -> tuple[int, str]:
    return (-len(of.asserted), of.id)
