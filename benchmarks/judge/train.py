"""Trains a judge on the project's own labelled sentences and writes it as quantised ONNX files.

    python benchmarks/judge/train.py --base DIR            # holds a tenth of the sentences out and tells what is right there
    python benchmarks/judge/train.py --base DIR --write    # trains on all and writes lexicon/data/judge (or second)

DIR holds an encoder (config.json, model.safetensors, tokenizer.json): all-MiniLM-L6-v2 makes the quick reader, all-mpnet-base-v2 the second.
Needs torch 2.13, transformers, onnx and onnxruntime, which users of Polybius don't: docs/decisions/judge.md has the commands.
Reads nothing but src/polybius/lexicon/data/examples.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from examples import LEARNED, Asked, Question, digest, is_held_out, sentences
from export import write
from model import Judge, answers
from tokenizers import Tokenizer
from torch import Tensor, nn

from polybius.acts.judge import MODEL, SECOND
from polybius.acts.marked import STATUSES, TYPES, Pieces

SEED = 7
SMOOTHING = 0.05
MARKED = 0.6  # of the sentences that are read with marks of no label, as the coder sets them
BALANCED_BY = 260  # of the sentences learned every so many


@dataclass(frozen=True)
class Course:
    """How a judge is trained: readings of all sentences, sentences a step, rate of the encoder, share of the steps until it is reached, threads."""

    epochs: int
    batch: int
    rate: float
    rising: float
    threads: int


# Two threads that wait for one another are slower by far beside any other work, but products of wide matrices gain by them.
QUICK, SLOW = Course(8, 32, 2e-4, 0.08, 1), Course(3, 64, 6e-5, 0.06, 2)


def batches(asked: list[Asked], size: int, draw: random.Random | None = None) -> Iterator[list[Asked]]:
    """Sentences of like length together. With ``draw``, in a new order, and with fewer marks and questions now and then."""
    if draw:
        asked = [_thinned(a, draw) for a in asked]
    order = sorted(asked, key=lambda a: (len(a.text) // 20, draw.random() if draw else 0))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
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


def train(judge: Judge, asked: list[Asked], pieces: Pieces, course: Course) -> None:
    """Lets the judge read the sentences."""
    torch.set_num_threads(course.threads)
    draw, halved = random.Random(SEED), _is_faster(torch.bfloat16)
    optimiser = torch.optim.AdamW(
        [{"params": judge.learning, "lr": course.rate}, {"params": judge.head.parameters(), "lr": 5 * course.rate}],
        weight_decay=0.01,
        fused=course.threads > 1,
    )
    steps = course.epochs * -(-len(asked) // course.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (course.rising * steps)) * max(0.0, 1 - s / steps)
    )
    started = time.perf_counter()
    for epoch in range(course.epochs):
        judge.train()
        total, seen = 0.0, 0
        for batch in batches(asked, course.batch, draw):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=halved):
                types, statuses, questions = answers(judge, batch, pieces)
            loss = loss_of(types.float(), statuses.float(), questions)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*judge.learning, *judge.head.parameters()], 1.0)
            optimiser.step()
            schedule.step()
            total, seen = total + loss.item() * len(questions), seen + len(questions)
        print(f"epoch {epoch + 1}: loss {total / seen:.3f}, {time.perf_counter() - started:.0f} s", flush=True)
    judge.eval()


def _is_faster(kind: torch.dtype) -> bool:
    """Whether this processor multiplies matrices of a kind faster than those of float32: twice to five times, or four times slower without AMX."""
    seconds = []
    for held in (torch.float32, kind):
        one, other = torch.ones(2048, 768, dtype=held), torch.ones(768, 3072, dtype=held)
        torch.mm(one, other)  # the first product pays for what is set up
        started = time.process_time()
        torch.mm(one, other)
        seconds.append(time.process_time() - started)
    return seconds[1] < seconds[0]


def mean(one: dict[str, Tensor], other: dict[str, Tensor]) -> dict[str, Tensor]:
    """The weights half-way between two runs of which one went on from the other: surer on texts of other hands than either."""
    return {name: (w + other[name]) / 2 if w.is_floating_point() else w for name, w in one.items()}


@torch.no_grad()
def tell(judge: Judge, asked: list[Asked], pieces: Pieces) -> None:
    """Prints how many held-out questions are answered rightly."""
    right = {"relation, NONE aside": [0, 0], "relation or NONE": [0, 0], "status": [0, 0]}
    confused: Counter[tuple[str, str]] = Counter()
    for batch in batches(asked, 32):
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
    read.add_argument("--epochs", type=int)
    read.add_argument("--rate", type=float)
    given = read.parse_args()
    tokenizer = Tokenizer.from_file(str(given.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def pieces(text: str) -> list[int]:
        return tokenizer.encode(text, add_special_tokens=False).ids

    asked = sentences(given.mentions)
    held = [] if given.write else [a for a in asked if is_held_out(a.text)]
    learn = [a for a in asked if given.write or not is_held_out(a.text)]
    before = set(LEARNED.read_text(encoding="utf-8").split())  # by either judge
    draw = random.Random(SEED)
    if given.start:
        learn = [a for a in learn if digest(a.text) not in before or draw.random() < given.again]
    print(f"{len(asked)} sentences, {len(learn)} to learn from, {sum(len(a.questions) for a in learn)} questions")
    torch.manual_seed(SEED)
    judge = Judge(given.base)
    if given.start:
        judge.load_state_dict(torch.load(given.start), strict=False)  # a part that is new starts as it is made
    course, out = (SLOW, SECOND) if judge.encoder.config.model_type == "mpnet" else (QUICK, MODEL)
    asked_for = {name: value for name in ("epochs", "rate") if (value := getattr(given, name)) is not None}
    course = replace(course, **asked_for) if asked_for else course
    if course.epochs:  # else the weights given are only told of and written
        train(judge, learn, pieces, course)
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
        write(judge, given.base, out, learn[::BALANCED_BY], pieces)
        LEARNED.write_text("\n".join(sorted(before | {digest(a.text) for a in learn})) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
