"""The judge as it is trained: an encoder, and a head over the states of a sentence and of two of its parties."""

from __future__ import annotations

from pathlib import Path

import torch
from examples import Asked, Question
from torch import Tensor, nn
from transformers import AutoConfig, BertModel, MPNetModel

from polybius.acts.marked import BERT, MPNET, STATUSES, TYPES, Pieces, encode

Pair = tuple[Question, Tensor, Tensor]

LAYERS = 8  # of the second reader's twelve: the upper ones serve the likeness of whole sentences
HEADS = 6  # ways in which a pair looks at its sentence
FAR = 1e4  # taken off the scores of padding


class Judge(nn.Module):
    """An encoder from ``base`` (all-MiniLM-L6-v2 for the quick reader, all-mpnet-base-v2 for the second) and a head."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        config = AutoConfig.from_pretrained(base)
        self.marks, self.padding = (MPNET, 1) if config.model_type == "mpnet" else (BERT, 0)
        if config.model_type == "mpnet":
            self.encoder = MPNetModel.from_pretrained(base, add_pooling_layer=False)
            self.encoder.encoder.layer = self.encoder.encoder.layer[:LAYERS]
            self.encoder.config.num_hidden_layers = LAYERS
            self.encoder.embeddings.word_embeddings.weight.requires_grad = (
                False  # half of all weights, and good as they are
            )
        else:
            self.encoder = BertModel.from_pretrained(base, attn_implementation="eager", add_pooling_layer=False)
        self.head = Head(self.encoder.config.hidden_size)

    @property
    def learning(self) -> list[nn.Parameter]:
        """The encoder's weights that training moves."""
        return [p for p in self.encoder.parameters() if p.requires_grad]


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
    rows = [encode(a.text, a.parties, pieces, judge.marks) for a in batch]
    width = max(len(ids) for ids, _ in rows)
    ids = torch.full((len(rows), width), judge.padding, dtype=torch.long)
    for n, (row, _) in enumerate(rows):
        ids[n, : len(row)] = torch.tensor(row)
    mask = (ids != judge.padding).long()
    states = judge.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
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
        mask.to(states.dtype),
        torch.stack([torch.stack([a for _, a, _ in pairs]) for pairs in padded]),
        torch.stack([torch.stack([r for _, _, r in pairs]) for pairs in padded]),
        torch.tensor([[[float(q.actor is None), float(q.recipient is None)] for q, _, _ in pairs] for pairs in padded]),
    )
    there = torch.tensor([[n < len(pairs) for n in range(most)] for pairs in rows_of_pairs])
    return types[there], statuses[there], [q for pairs in rows_of_pairs for q, _, _ in pairs]
