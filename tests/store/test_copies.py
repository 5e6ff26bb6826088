"""Fingerprints of many texts at once are what MinHash gives each, and near copies what comparing all with all gives."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import numpy as np
import pytest
from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st

import polybius
from polybius.model import Document
from polybius.store import copies
from tests.store.made import MadeCoder, report

WORDS = [f"{a}{b}" for a in ("wheat", "ship", "debt", "river", "sugar") for b in "abcdefgh"]


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), max_size=8))
def test_signatures_are_those_of_minhash(texts: list[str]) -> None:
    found = copies.fingerprints([str(n) for n in range(len(texts))], texts)
    for text, signature in zip(texts, found.signatures, strict=True):
        alone = MinHash(copies.PERMUTATIONS, hashfunc=int, scheme="affine32")
        alone.update_batch(copies._runs(text).tolist())
        assert signature.tolist() == alone.hashvalues.tolist()
    assert found.bands.shape == (len(texts), copies.PERMUTATIONS // copies.BAND)


@given(st.text(st.characters(max_codepoint=300)) | st.text(st.characters(max_codepoint=127)))
def test_words_are_runs_of_letters_and_digits_in_any_script(text: str) -> None:
    assert copies._words(text) == [w.encode() for w in re.findall(r"\w+", text.lower())]


def test_how_texts_are_taken_together_changes_no_signature(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)
    texts = [" ".join(chance.choices(WORDS, k=chance.randint(0, 60))) for _ in range(40)]
    whole = copies.fingerprints([""] * 40, texts)
    monkeypatch.setattr(copies, "_TOGETHER", 30)
    parts = copies.fingerprints([""] * 40, texts)
    assert np.array_equal(whole.signatures, parts.signatures) and np.array_equal(whole.bands, parts.bands)


def _reports(seed: int) -> list[Document]:
    """Reports of which most copy another's words, some of these a copy's."""
    chance = random.Random(seed)
    told = [chance.choices(WORDS, k=60) for _ in range(4)]
    for _ in range(26):
        words = list(chance.choice(told))
        for at in chance.sample(range(60), chance.randint(0, 3)):
            words[at] = chance.choice(WORDS)
        told.append(words)
    return [
        replace(report(0, " ".join(w), source=f"P{n}"), id=f"d{chance.random():.6f}-{n}") for n, w in enumerate(told)
    ]


def _plainly(reports: list[Document]) -> dict[str, str]:
    """Each report against all before it."""
    prints = copies.fingerprints([d.id or "" for d in reports], [d.text for d in reports])
    first: dict[str, str] = {}
    for n, id_ in enumerate(prints.documents):
        alike = [
            (-float(np.mean(prints.signatures[n] == prints.signatures[m])), prints.documents[m])
            for m in range(n) if set(prints.bands[n]) & set(prints.bands[m])
        ]  # fmt: skip
        best = min((a for a in alike if -a[0] >= copies.ALIKE), default=(0.0, id_))[1]
        first[id_] = first.get(best, best)
    return {id_: original for id_, original in first.items() if id_ != original}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("size", [1, 7, 30])
def test_near_copies_are_the_same_in_any_batches(seed: int, size: int) -> None:
    reports = _reports(seed)
    store = polybius.open(":memory:")
    for start in range(0, len(reports), size):
        store.ingest(reports[start : start + size], MadeCoder())  # type: ignore[arg-type]  # a coder made by hand
    held = store.rows("SELECT id, copy_of FROM documents WHERE copy_of IS NOT NULL")
    assert {row["id"]: row["copy_of"] for row in held} == _plainly(reports) != {}
