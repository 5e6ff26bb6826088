"""Writes a trained judge as ONNX files of few bits: its encoder, its head, and the pieces of its vocabulary."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import torch
from examples import Asked
from model import Judge
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from polybius.acts.marked import Pieces, encode

BALANCE = 0.5  # of what a product's two sides span, how much the weights take over from the states
LEAST, MOST = 1e-3, 1e3  # factors


class States(nn.Module):
    """The quick reader's encoder alone, as it is written."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The state of each piece."""
        return self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state


class Words(nn.Module):
    """The second reader's: each piece's vector is kept in eight bits with a span of its own, since few span much more than the others."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        vectors = encoder.embeddings.word_embeddings.weight.detach()
        span = vectors.abs().amax(1) / 127
        self.register_buffer("table", (vectors / span[:, None]).round().clamp(-127, 127).to(torch.int8))
        self.register_buffer("span", span)
        self.encoder = encoder
        self.encoder.embeddings.word_embeddings = nn.Embedding(2, vectors.shape[1])

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The state of each piece."""
        words = self.table[ids].float() * self.span[ids][..., None]
        return self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state


class Balanced(nn.Module):
    """A layer whose weights take over part of what its states span, channel by channel, so that few bits lose less (SmoothQuant, 2022)."""

    def __init__(self, layer: nn.Linear, spans: Tensor) -> None:
        super().__init__()
        own = layer.weight.detach().abs().amax(0).clamp(min=1e-4)
        factor = (spans.clamp(min=1e-4) ** BALANCE / own ** (1 - BALANCE)).clamp(LEAST, MOST)
        self.layer = nn.Linear(layer.in_features, layer.out_features)
        self.layer.weight = nn.Parameter(layer.weight.detach() * factor)
        self.layer.bias = nn.Parameter(layer.bias.detach().clone())
        self.register_buffer("back", 1 / factor)

    def forward(self, states: Tensor) -> Tensor:
        """As the layer before."""
        return self.layer(states * self.back)


@torch.no_grad()
def balance(judge: Judge, texts: Sequence[Asked], pieces: Pieces) -> None:
    """Balances all layers of the encoder by what their states span on some sentences."""
    layers = {name: m for name, m in judge.encoder.named_modules() if isinstance(m, nn.Linear)}
    spans: dict[str, Tensor] = {}

    def note(name: str) -> object:
        def keep(_: nn.Module, given: tuple[Tensor, ...], __: Tensor) -> None:
            widest = given[0].abs().flatten(0, -2).amax(0)
            spans[name] = torch.maximum(spans.get(name, torch.zeros_like(widest)), widest)

        return keep

    hooks = [m.register_forward_hook(note(name)) for name, m in layers.items()]
    for one in texts:
        ids = torch.tensor([encode(one.text, one.parties, pieces, judge.marks)[0]])
        judge.encoder(input_ids=ids, attention_mask=torch.ones_like(ids))
    for hook in hooks:
        hook.remove()
    for name, layer in layers.items():
        above, _, own = name.rpartition(".")
        setattr(judge.encoder.get_submodule(above), own, Balanced(layer, spans[name]))


def write(judge: Judge, base: Path, out: Path, texts: Sequence[Asked], pieces: Pieces) -> None:
    """Writes encoder, head and vocabulary to ``out``; ``texts`` are sentences by which a second reader is balanced."""
    out.mkdir(exist_ok=True)
    second = judge.encoder.config.model_type == "mpnet"
    if second:
        balance(judge, texts, pieces)
    whole = (Words if second else States)(judge.encoder).eval()
    ids = torch.randint(200, 2000, (1, 24))
    _export(
        whole,
        (ids, torch.ones_like(ids)),
        ["ids", "mask"],
        ["states"],
        {"ids": {1: "pieces"}, "mask": {1: "pieces"}},
        out / "encoder",
        ["MatMul"] if second else None,
    )
    state = torch.randn(1, 3, judge.encoder.config.hidden_size)
    _export(
        judge.head.eval(),
        (torch.randn(1, 24, state.shape[2]), torch.ones(1, 24), state, state, torch.zeros(1, 3, 2)),
        ["states", "mask", "actor", "recipient", "absent"],
        ["types", "statuses"],
        {name: {1: "pairs"} for name in ("actor", "recipient", "absent", "types", "statuses")}
        | {name: {1: "pieces"} for name in ("states", "mask")},
        out / "head",
    )
    shutil.copyfile(base / "tokenizer.json", out / "pieces.json")


def _export(
    part: nn.Module,
    given: tuple[Tensor, ...],
    names: list[str],
    told: list[str],
    axes: dict[str, dict[int, str]],
    path: Path,
    kinds: list[str] | None = None,
) -> None:
    full, small = path.with_suffix(".full.onnx"), path.with_suffix(".onnx")
    torch.onnx.export(
        part, given, str(full), input_names=names, output_names=told, dynamic_axes=axes, opset_version=17, dynamo=False
    )
    # Seven bits: eight overflow in the products of processors without VNNI, and answers would differ between machines.
    quantize_dynamic(
        str(full),
        str(small),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=kinds,
    )
    full.unlink()
