"""What a statement says of its own truth."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """Only `ASSERTED` counts as having happened; everything else is kept, shown and counted on its own."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PLANNED = "planned"
    PREDICTED = "predicted"
    POSSIBLE = "possible"
    REQUESTED = "requested"
    HYPOTHETICAL = "hypothetical"
