"""How far the values reach that flow into the encoder's linear layers, measured on sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from transformers import BertModel

from training.scales import Extent


def extents(encoder: BertModel, sentences: Sequence[Sequence[int]]) -> dict[nn.Module, Extent]:
    """The extent of what each linear layer of the encoder is given over sentences of piece ids."""
    seen: dict[nn.Module, Extent] = {}

    def look(module: nn.Module, given: tuple[Tensor, ...]) -> None:
        values = given[0].flatten(0, -2)
        low, high = values.amin(0).clamp(max=0.0).numpy(), values.amax(0).clamp(min=0.0).numpy()
        known = seen.get(module)
        seen[module] = Extent(low, high) if known is None else _both(known, Extent(low, high))

    linear = [module for module in encoder.encoder.modules() if isinstance(module, nn.Linear)]
    hooks = [module.register_forward_pre_hook(look) for module in linear]
    with torch.no_grad():
        for ids in sentences:
            encoder(input_ids=torch.tensor([list(ids)]))
    for hook in hooks:
        hook.remove()
    return seen


def _both(one: Extent, other: Extent) -> Extent:
    return Extent(np.minimum(one.low, other.low), np.maximum(one.high, other.high))
