"""Full weights of a judge from the files in the package, to go on from (``train.py --start``) where those of its training weren't kept.

    python benchmarks/judge/restore.py --base DIR --out FILE    # DIR as for train.py: tells which of the two judges is meant

What few bits have rounded stays rounded: the weights answer as the package's files do, not as they did before they were written.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import onnx
import torch
from model import Judge
from onnx import numpy_helper
from torch import Tensor

from polybius.acts.judge import MODEL, SECOND

PRODUCT = "MatMulInteger"


def main() -> int:
    """Writes them."""
    read = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    read.add_argument("--base", required=True, type=Path)
    read.add_argument("--out", required=True, type=Path)
    given = read.parse_args()
    judge = Judge(given.base)
    folder = SECOND if judge.encoder.config.model_type == "mpnet" else MODEL
    weights = {
        **{f"encoder.{name}": w for name, w in encoder(folder).items()},
        **{f"head.{name}": w for name, w in head(folder).items()},
    }
    known = judge.state_dict()
    for name, now in weights.items():
        if known[name].shape != now.shape:
            raise ValueError(f"{name} is {tuple(now.shape)}, not {tuple(known[name].shape)}: is DIR the right encoder?")
    untold = sorted(set(known) - set(weights))
    print(f"{len(weights)} tensors restored; as in DIR: {', '.join(untold) or 'none'}")
    torch.save({**known, **weights}, given.out)
    return 0


def encoder(folder: Path) -> dict[str, Tensor]:
    """The encoder's tensors by their names in training."""
    graph = onnx.load(folder / "encoder.onnx").graph
    held = {one.name: torch.from_numpy(numpy_helper.to_array(one).copy()) for one in graph.initializer}
    out = {
        name.removeprefix("encoder.").replace(".layer.bias", ".bias"): tensor
        for name, tensor in held.items()
        if name.startswith("encoder.") and name.endswith(("weight", "bias"))
    }
    for name, whole in held.items():  # the quick judge's words and places, in whole numbers too
        if name.endswith("embeddings.weight_quantized"):
            stem = name.removesuffix("_quantized")
            zero, span = held[f"{stem}_zero_point"], held[f"{stem}_scale"]
            out[stem.removeprefix("encoder.")] = (whole.float() - zero.float()) * span
    if "table" in held:
        out["embeddings.word_embeddings.weight"] = held["table"].float() * held["span"][:, None]
    for node in graph.node:
        if node.op_type == PRODUCT:
            # "/encoder/encoder/layer.0/attention/attn/q/layer/MatMul_quant" (balanced) or ".../self/query/MatMul_quant"
            path = node.name.removeprefix("/encoder/").removesuffix("/MatMul_quant").replace("/", ".")
            layer = path.removesuffix(".layer")
            weight = _product(held, node.input[1])
            back = held.get(f"encoder.{layer}.back")
            out[f"{layer}.weight"] = weight * back[None] if back is not None else weight
    return out


def head(folder: Path) -> dict[str, Tensor]:
    """The head's."""
    graph = onnx.load(folder / "head.onnx").graph
    held = {one.name: torch.from_numpy(numpy_helper.to_array(one).copy()) for one in graph.initializer}
    out = {name: tensor for name, tensor in held.items() if name.endswith(".bias")}
    for node in graph.node:
        if node.op_type == PRODUCT:
            out[f"{node.name.strip('/').removesuffix('/MatMul_quant')}.weight"] = _product(held, node.input[1])
    width = out["join.1.bias"].shape[0]
    absent = [tensor for name, tensor in held.items() if name.startswith("onnx::Mul") and tensor.shape == (width,)]
    out["nobody"] = torch.stack(absent)  # of the actor, of the recipient: in the order in which the head asks
    return out


def _product(held: dict[str, Tensor], name: str) -> Tensor:
    """A layer's weight, from whole numbers with a span for each of its outputs."""
    stem = name.removesuffix("_quantized")
    whole, span, zero = (held[f"{stem}_{part}"] for part in ("quantized", "scale", "zero_point"))
    return ((whole.float() - zero.float()) * span).T.contiguous()


if __name__ == "__main__":
    sys.exit(main())
