"""A narrower reader: the channels inside its feed-forward layers that are missed least are left out, and it is faster.

The outgoing weights of those that stay are fitted anew to what the wide layer gives on a sample
(`training/surgeon.py`). A layer is fitted to what the narrowed ones below hand it, so that it mends a part of their
errors. What is still missed is taught afterwards (`training/distil.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from training.batches import Batch
from training.model import Reader
from training.surgeon import least_missed

#: Pieces whose channels are held at once.
PIECES = 8192


@dataclass
class _Flow:
    """A batch on its way through the layers of the wide reader and of the narrow one, (sentences, pieces, 384) each."""

    mask: Tensor
    wide: Tensor
    narrow: Tensor

    def attend(self, layer: nn.Module) -> None:
        """Through the first half of a layer, which both have."""
        away = (~self.mask)[:, None, None, :].float() * -1e9
        self.wide = layer.attention(self.wide, attention_mask=away)[0]
        self.narrow = layer.attention(self.narrow, attention_mask=away)[0]

    def missing(self, layer: nn.Module) -> Tensor:
        """What the narrow one is to add for the pieces (pieces, 384), so that both are the same."""
        given = self.wide + layer.output.dense(layer.intermediate(self.wide))
        return (given - self.narrow)[self.mask]

    def feed(self, layer: nn.Module, cut: _Cut) -> None:
        """Through the second half of a layer."""
        self.wide = layer.output.LayerNorm(self.wide + layer.output.dense(layer.intermediate(self.wide)))
        inside = layer.intermediate(self.narrow)[..., cut.kept]
        self.narrow = layer.output.LayerNorm(self.narrow + inside @ cut.weight.T + cut.bias)


@dataclass(frozen=True, slots=True)
class _Cut:
    """Which channels of a layer stay, and their outgoing weights (384, channels) and bias (384,)."""

    kept: Tensor
    weight: Tensor
    bias: Tensor


def narrowed(reader: Reader, base: Path, sample: Iterable[Batch], *, inner: int) -> Reader:
    """The reader with `inner` channels inside each feed-forward layer, chosen and fitted on a sample of what it reads;
    some hundred thousand pieces are enough, and all of them are held in memory twice.
    """
    reader.eval()
    state = reader.state_dict()
    with torch.no_grad():
        flows = [_begun(reader, one) for one in sample]
        for number, layer in enumerate(reader.encoder.encoder.layer):
            for flow in flows:
                flow.attend(layer)
            cut = _fitted(layer, flows, inner)
            for flow in flows:
                flow.feed(layer, cut)
            at = f"encoder.encoder.layer.{number}."
            state[f"{at}intermediate.dense.weight"] = layer.intermediate.dense.weight[cut.kept]
            state[f"{at}intermediate.dense.bias"] = layer.intermediate.dense.bias[cut.kept]
            state[f"{at}output.dense.weight"], state[f"{at}output.dense.bias"] = cut.weight, cut.bias
    narrow = Reader(str(base), inner=inner)
    narrow.load_state_dict(state)
    return narrow


def _begun(reader: Reader, one: Batch) -> _Flow:
    embedded = reader.encoder.embeddings(input_ids=one.ids)
    return _Flow(one.mask, embedded, embedded)


def _fitted(layer: nn.Module, flows: Iterable[_Flow], inner: int) -> _Cut:
    """The channels that stay of a layer, fitted to what is missing."""
    inside, wanted = _products(layer, flows)
    chosen, fitted = least_missed(inside.numpy(), wanted.numpy(), inner)
    kept, weights = torch.from_numpy(chosen), torch.from_numpy(fitted)
    # What is always one stands last: its weights are the bias.
    return _Cut(kept[:-1], weights[kept[:-1]].T.float().contiguous(), weights[-1].float())


def _products(layer: nn.Module, flows: Iterable[_Flow]) -> tuple[Tensor, Tensor]:
    """The products of the channels with each other (channels + 1, channels + 1) and with what is missing
    (channels + 1, 384), summed over the pieces; the last channel is always one.
    """
    width = layer.intermediate.dense.out_features + 1
    inside = torch.zeros(width, width, dtype=torch.float64)
    wanted = torch.zeros(width, layer.output.dense.out_features, dtype=torch.float64)
    for flow in flows:
        pieces = zip(flow.narrow[flow.mask].split(PIECES), flow.missing(layer).split(PIECES), strict=True)
        for given, missing in pieces:
            channels = nn.functional.pad(layer.intermediate(given), (0, 1), value=1.0).double()
            inside += channels.T @ channels
            wanted += channels.T @ missing.double()
    return inside, wanted
