"""Changes as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman import Change


def as_json(change: Change, sentence: str) -> dict[str, Any]:
    """A change with its sentence as one JSON object."""
    return {
        "kind": change.kind,
        "standing": change.standing.value,
        "type": change.occurrence.type,
        "actor": list(change.occurrence.actor),
        "recipient": list(change.occurrence.recipient),
        "sentence": sentence,
        "before": [entry.statement.id for entry in change.before],
        "after": [entry.statement.id for entry in change.after],
        "origins_before": change.origins_before,
        "origins_after": change.origins_after,
        "figure": change.quantity.phrase if change.quantity is not None else None,
    }
