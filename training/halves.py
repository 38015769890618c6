"""Where training computes in half floats: on processors that have tiles for them; on others whole ones are faster."""

from __future__ import annotations

import torch


def halves() -> torch.autocast:
    """What a product inside is computed in: half floats (bfloat16) if this processor is made for them."""
    return torch.autocast("cpu", torch.bfloat16, enabled=bool(torch.cpu.get_capabilities().get("amx_bf16")))
