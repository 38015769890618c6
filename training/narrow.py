"""A narrower reader: the channels inside its feed-forward layers that matter least are left out, and it is faster.

A channel matters as far as it moves the answer: by the root mean square of what flows through it times the length of
its outgoing weights. What a channel that is left out adds on average stays, in the bias.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import torch
from torch import Tensor, nn

from training.batches import Batch
from training.model import Reader


def narrowed(reader: Reader, base: Path, sample: Iterable[Batch], *, inner: int) -> Reader:
    """The reader with `inner` channels inside each feed-forward layer, chosen by a sample of what it reads."""
    layers = list(reader.encoder.encoder.layer)
    flowing = _flowing(reader, [layer.output.dense for layer in layers], sample)
    state = reader.state_dict()
    for number, (layer, (mean, square)) in enumerate(zip(layers, flowing, strict=True)):
        out = layer.output.dense.weight.detach()
        matter = square.sqrt() * out.norm(dim=0)
        kept = matter.topk(inner).indices.sort().values
        left = torch.ones(len(matter), dtype=torch.bool).index_fill(0, kept, value=False)
        at = f"encoder.encoder.layer.{number}."
        state[f"{at}intermediate.dense.weight"] = layer.intermediate.dense.weight.detach()[kept]
        state[f"{at}intermediate.dense.bias"] = layer.intermediate.dense.bias.detach()[kept]
        state[f"{at}output.dense.weight"] = out[:, kept]
        state[f"{at}output.dense.bias"] = layer.output.dense.bias.detach() + out[:, left] @ mean[left]
    narrow = Reader(str(base), inner=inner)
    narrow.load_state_dict(state)
    return narrow


def _flowing(reader: Reader, layers: list[nn.Linear], sample: Iterable[Batch]) -> list[tuple[Tensor, Tensor]]:
    """Mean and mean square of each channel that the layers are given, over the pieces of a sample."""
    sums = [torch.zeros(3, layer.in_features, dtype=torch.float64) for layer in layers]
    mask = torch.ones(0)

    def look(number: int, given: Tensor) -> None:
        pieces = given[mask].double()
        sums[number] += torch.stack([pieces.sum(0), pieces.square().sum(0), torch.full_like(pieces[0], len(pieces))])

    hooks = [
        layer.register_forward_pre_hook(lambda _, given, number=number: look(number, given[0]))
        for number, layer in enumerate(layers)
    ]
    reader.eval()
    with torch.no_grad():
        for one in sample:
            mask = one.mask
            reader(one.ids, one.mask.long())
    for hook in hooks:
        hook.remove()
    return [((total / count).float(), (square / count).float()) for total, square, count in sums]
