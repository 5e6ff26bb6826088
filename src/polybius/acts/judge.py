"""The learned judge: which PLOVER type the relation of two parties has in a sentence, or none, and its status.

A small encoder trained on the project's own labelled sentences and nothing else (``benchmarks/judge/train.py``,
``docs/decisions/judge.md``). It reads a sentence once, with all its parties marked, and then answers for each pair. It
runs on one thread and one sentence at a time, so that no batch changes an answer.

There are two: the first is quick and reads every sentence that may hold an act; the second is surer, costs some four times as much and reads
again what the first left an act in (the mean of both holds), and what ``relate`` is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from polybius.acts.marked import BERT, MPNET, STATUSES, TYPES, Marks, Range, encode
from polybius.lexicon import files

MODEL, SECOND = files.DATA / "judge", files.DATA / "second"
NONE = TYPES[0]
NOBODY = -1  # asked of as a party: "what does A do, to whomever", "what befalls B, by whomever"

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Shares of each type (NONE among them) and of each status; each sums to one."""

    types: dict[str, float]
    statuses: dict[str, float]

    @property
    def none(self) -> float:
        """The share of "no relation"."""
        return self.types[NONE]

    def best(self) -> str:
        """The likeliest type, NONE aside."""
        return max(TYPES[1:], key=lambda t: self.types[t])

    def status(self) -> str:
        """The likeliest status."""
        return max(STATUSES, key=lambda s: self.statuses[s])


class Reading(Protocol):
    """A sentence as it was read."""

    def ask(self, actor: int, recipient: int) -> Verdict:
        """What one party does to another; either may be NOBODY."""


class Judge:
    """Reads sentences. Loads its weights at the first one."""

    def __init__(self, folder: Path = MODEL) -> None:
        self._folder = folder

    def read(self, text: str, parties: Sequence[Sequence[Range]]) -> Judged:
        """A sentence read with its parties, each the ranges of characters that name it."""
        ids, marks = encode(text, parties, self._pieces, self._marks)
        asked = {"ids": np.array([ids], dtype=np.int64), "mask": np.ones((1, len(ids)), dtype=np.int64)}
        states: Floats = self._encoder.run(None, asked)[0][0]
        return Judged(self._head, states, [_between(states, m) if m else None for m in marks])

    @cached_property
    def _encoder(self) -> Any:
        return self._session("encoder.onnx")

    @cached_property
    def _head(self) -> Any:
        return self._session("head.onnx")

    def _session(self, name: str) -> Any:
        import onnxruntime  # late: starting it costs more than importing Polybius may

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        return onnxruntime.InferenceSession(str(self._folder / name), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._folder / "pieces.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _marks(self) -> Marks:
        return MPNET if self._tokenizer.token_to_id("<s>") == MPNET.start else BERT

    def _pieces(self, text: str) -> list[int]:
        return list(self._tokenizer.encode(text, add_special_tokens=False).ids)


class Judged:
    """One sentence as the judge read it; answers for its parties by number."""

    def __init__(self, head: Any, states: Floats, parties: Sequence[Floats | None]) -> None:
        self._head, self._states, self._parties = head, states, parties
        self._asked: dict[tuple[int, int], int] | None = None
        self._types = self._statuses = np.zeros((0, 0))
        self._known: dict[tuple[int, int], Verdict] = {}

    def ask(self, actor: int, recipient: int) -> Verdict:
        """What one party does to another; either may be NOBODY. Parties beyond the cut do nothing."""
        pair = (actor, recipient)
        if pair not in self._known:
            if self._asked is None:
                self._asked = self._answer()
            row = self._asked.get(pair)
            self._known[pair] = Verdict(
                dict(zip(TYPES, self._types[row].tolist() if row is not None else _certain(TYPES), strict=True)),
                dict(
                    zip(STATUSES, self._statuses[row].tolist() if row is not None else _certain(STATUSES), strict=True)
                ),
            )
        return self._known[pair]

    def _answer(self) -> dict[tuple[int, int], int]:
        """The row of each pair's answer. All are asked in one go: the head costs little more for all than for one."""
        present = [NOBODY, *(n for n, state in enumerate(self._parties) if state is not None)]
        pairs = [(a, r) for a in present for r in present if a != r]
        if not pairs:
            return {}
        nobody = np.zeros_like(self._states[0])
        sides = [
            np.stack([nobody if n == NOBODY else self._parties[n] for n in side]) for side in zip(*pairs, strict=True)
        ]
        asked = {
            "states": self._states[None],
            "mask": np.ones((1, len(self._states)), dtype=np.float32),
            "actor": sides[0][None],
            "recipient": sides[1][None],
            "absent": np.array([[[a == NOBODY, r == NOBODY] for a, r in pairs]], dtype=np.float32),
        }
        types, statuses = self._head.run(None, asked)
        self._types, self._statuses = _shares(types[0]), _shares(statuses[0])
        return {pair: row for row, pair in enumerate(pairs)}


class Together:
    """Two readings of one sentence as one: the mean of what they say is right more often than either."""

    def __init__(self, first: Reading, second: Reading) -> None:
        self._first, self._second = first, second
        self._known: dict[tuple[int, int], Verdict] = {}

    def ask(self, actor: int, recipient: int) -> Verdict:
        """What one party does to another, by both."""
        pair = (actor, recipient)
        if pair not in self._known:
            one, other = self._first.ask(actor, recipient), self._second.ask(actor, recipient)
            self._known[pair] = Verdict(_mean(one.types, other.types), _mean(one.statuses, other.statuses))
        return self._known[pair]


def _between(states: Floats, marks: Sequence[int]) -> Floats:
    """The mean of the states of a party's marks; most have one."""
    mean: Floats = states[marks[0]] if len(marks) == 1 else states[marks].mean(axis=0)
    return mean


def _mean(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    return {name: round((share + other[name]) / 2, 4) for name, share in one.items()}


def _certain(names: Sequence[str]) -> list[float]:
    return [float(name == names[0]) for name in names]


def _shares(logits: Floats) -> NDArray[np.float64]:
    """Rows that sum to one, to four digits: the same on every machine."""
    powers = np.exp(logits.astype(np.float64) - logits.max(axis=1, keepdims=True))
    shares: NDArray[np.float64] = (powers / powers.sum(axis=1, keepdims=True)).round(4)
    return shares
