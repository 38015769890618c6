"""What each head is asked to get right."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import IGNORE, Batch, weights
from training.labels import EVENTS, STANDINGS, TYPES
from training.model import Reader

#: A pair with a relation is rarer than one without; its labels weigh more.
POSITIVE = 4.0
#: So is a date or figure that belongs, and a standing other than asserted, which is the first.
ATTACHED = 2.0
STANDING_WEIGHTS = torch.tensor([1.0] + [2.5] * (len(STANDINGS) - 1))


def loss(reader: Reader, one: Batch) -> dict[str, Tensor]:
    """The losses of a batch by head."""
    with torch.autocast("cpu", torch.bfloat16):
        hidden = reader(one.ids, one.mask.long())
    hidden = hidden.float()
    found: dict[str, Tensor] = {}
    if one.tags is not None:
        logits = reader.heads.tags(hidden)
        found["tags"] = functional.cross_entropy(logits.flatten(0, 1), one.tags.flatten(), ignore_index=IGNORE)
    if one.pairs:
        found |= _types(reader, one, hidden)
    if one.typed:
        found |= _relations(reader, one, hidden)
    return found


def gather(hidden: Tensor, rows: Tensor, spans: Tensor) -> Tensor:
    """Mean vectors (n, 384) of spans given as weights (n, pieces)."""
    return torch.einsum("nt,nth->nh", spans, hidden[rows])


def pair_vectors(reader: Reader, one: Batch, hidden: Tensor, listed: list) -> tuple[Tensor, Tensor, Tensor]:
    """Pair vectors of the listed (row, actor, recipient, ...), where they look, and their rows."""
    rows = torch.tensor([each[0] for each in listed])
    actor = gather(hidden, rows, torch.stack([each[1] for each in listed]))
    recipient = gather(hidden, rows, torch.stack([each[2] for each in listed]))
    vectors, scores = reader.heads.pairs((actor, recipient), hidden[rows], one.mask[rows])
    return vectors, scores, rows


def _types(reader: Reader, one: Batch, hidden: Tensor) -> dict[str, Tensor]:
    vectors, _, _ = pair_vectors(reader, one, hidden, one.pairs)
    logits = reader.heads.types(reader.heads.drop(vectors))
    target = torch.zeros(len(one.pairs), len(TYPES))
    exclusive = torch.tensor([each[3].exclusive for each in one.pairs])
    for number, each in enumerate(one.pairs):
        target[number, list(each[3].types)] = 1.0
    found = {}
    if (~exclusive).any():
        losses = functional.binary_cross_entropy_with_logits(logits, target, reduction="none")
        losses = losses * (1 + (POSITIVE - 1) * target)
        found["types"] = losses[~exclusive].sum(-1).mean()
    if exclusive.any():
        events = logits[exclusive][:, : len(EVENTS)]
        right = (events.softmax(-1) * target[exclusive][:, : len(EVENTS)]).sum(-1)
        found["plv"] = -right.clamp_min(1e-6).log().mean()
    return found


def _relations(reader: Reader, one: Batch, hidden: Tensor) -> dict[str, Tensor]:
    vectors, looks, rows = pair_vectors(reader, one, hidden, one.typed)
    labels = [each[3] for each in one.typed]
    kind = torch.tensor([label.type for label in labels])
    answer = reader.heads.relations(vectors, kind, hidden[rows], one.mask[rows])
    found = {
        "standing": functional.cross_entropy(
            answer.standing, torch.tensor([label.standing for label in labels]), weight=STANDING_WEIGHTS
        ),
        "mode": functional.cross_entropy(answer.mode, torch.tensor([label.mode for label in labels])),
        "trigger": _trigger(answer.trigger, one),
        # The first pointer of a pair is shown the words that relate it, whatever the type.
        "look": _trigger(looks[:, 0], one),
    }
    for name in ("dates", "figures"):
        spans, owners, gold = attached(one, name)
        if owners:
            number = torch.tensor(owners)
            head = reader.heads.date if name == "dates" else reader.heads.figure
            logits = reader.heads.attachment(answer.query[number], gather(hidden, rows[number], spans), head)
            found[name] = functional.binary_cross_entropy_with_logits(
                logits, torch.tensor(gold), pos_weight=torch.tensor(ATTACHED)
            )
    return found


def _trigger(scores: Tensor, one: Batch) -> Tensor:
    """Cross entropy against the trigger's pieces, each as likely."""
    width = scores.shape[1]
    target = torch.stack([weights(one.pieces[row], label.trigger, width) for row, _, _, label in one.typed])
    return -(target * scores.log_softmax(-1)).sum(-1).mean()


def attached(one: Batch, name: str) -> tuple[Tensor, list[int], list[float]]:
    """The candidate dates or figures of the typed pairs: span weights, number of the typed pair, whether it belongs."""
    width = one.ids.shape[1]
    spans, owners, gold = [], [], []
    for number, (row, _, _, label) in enumerate(one.typed):
        for place, right in getattr(label, name):
            spans.append(weights(one.pieces[row], place, width))
            owners.append(number)
            gold.append(float(right))
    return (torch.stack(spans) if spans else torch.zeros(0, width)), owners, gold
