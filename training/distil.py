"""What a narrowed reader still misses is taught by the wide one: for every piece the vector that the wide one gives it.

Nothing is labelled here, so any text will do, and the heads stay as they are: what they are given is what they know.
The layers below the last are taught as well, at a small share, for each can mend only what reaches it.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterable

import torch
from torch import Tensor, nn

from training.batches import Batch, batches
from training.halves import halves
from training.material import Material
from training.model import Reader
from training.tokens import PieceMaker

#: What the layers below the last count for beside it, each.
BELOW = 0.1
#: Steps until the rate is reached.
WARM = 100


def distil(narrow: Reader, wide: Reader, kept: Material, maker: PieceMaker, *, epochs: int, rate: float) -> None:
    """Teach the encoder of the one what that of the other gives, for some epochs; the rate falls to nothing."""
    chance = random.Random(11)
    plan = list(batches(kept.epoch(chance, maker), maker, shuffle=chance))
    steps = epochs * len(plan)
    optimizer = torch.optim.AdamW(narrow.encoder.parameters(), lr=rate, weight_decay=0.0, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / WARM, max(0.01, 1 - step / steps))
    )
    wide.eval()
    # Dropout would be taught as well.
    narrow.eval()
    for epoch in range(epochs):
        start, total = time.time(), 0.0
        for one in batches(kept.epoch(chance, maker), maker, shuffle=chance) if epoch else plan:
            apart = _apart(narrow.encoder, wide.encoder, one)
            optimizer.zero_grad()
            apart.backward()
            nn.utils.clip_grad_norm_(narrow.encoder.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(apart.detach())
        print(f"alike {epoch + 1} {time.time() - start:.0f} s {total * epochs / steps:.4f}", flush=True)


def _apart(narrow: nn.Module, wide: nn.Module, one: Batch) -> Tensor:
    """How far the vectors of two encoders are apart, the last layer's and at a share those below."""
    with torch.no_grad():
        wanted = _vectors(wide, one)
    *below, last = (
        nn.functional.mse_loss(ours, theirs) for ours, theirs in zip(_vectors(narrow, one), wanted, strict=True)
    )
    return last + BELOW * torch.stack(below).sum()


def _vectors(encoder: nn.Module, one: Batch) -> Iterable[Tensor]:
    """The vectors of the pieces of a batch after each layer, (pieces, 384) each."""
    with halves():
        found = encoder(input_ids=one.ids, attention_mask=one.mask.long(), output_hidden_states=True)
    return [each.float()[one.mask] for each in found.hidden_states[1:]]
