"""The same text again: near copies of documents by MinHash, and sentences told word for word before.

MinHash signatures are datasketch's; their bands lie in the store, so that memory stays flat and ingest can resume.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

import duckdb
import numpy as np
import pyarrow as pa
from datasketch import MinHash
from numpy.typing import NDArray

from polybius.store.database import append, listed

PERMUTATIONS, BAND = 64, 4  # 16 bands of 4 rows: documents alike by 0.7 meet with a chance of 0.99, by 0.3 of 0.12
SHINGLE = 4  # words
ALIKE = 0.7  # estimated share of shingles that two documents have in common to be copies
FEWEST_WORDS = 6  # a shorter sentence is told again by chance
# Days that may lie between two publications of one telling: reprints follow within the week, and from the seventh day on
# the same words ("on Tuesday") name another day.
RETOLD = 6
_WORD = re.compile(r"\w+")
_EMPTY = MinHash(PERMUTATIONS, hashfunc=int, scheme="affine32")  # shingles come as numbers
_TURN = 0x9E3779B97F4A7C15  # odd, its bits well mixed: the same words in another order are another shingle
_CHUNK = 8192  # documents fingerprinted anew at once

Signature = NDArray[np.uint32]


@dataclass(frozen=True)
class Fingerprint:
    """What is compared of a document."""

    document: str
    signature: Signature

    @cached_property
    def bands(self) -> list[int]:
        """Hashes of the signature's bands: documents that share one are compared."""
        rows = self.signature.reshape(-1, BAND)
        return [
            int.from_bytes(hashlib.blake2b(bytes([n]) + row.tobytes(), digest_size=8).digest(), "big", signed=True)
            for n, row in enumerate(rows)
        ]


def fingerprint(document: str, text: str) -> Fingerprint:
    """The MinHash signature of a document's overlapping word sequences."""
    made = _EMPTY.copy()  # drawing the permutations anew would take a third of the time
    made.update_batch(_shingles(text).tolist())
    return Fingerprint(document, np.asarray(made.hashvalues, dtype=np.uint32))


def _shingles(text: str) -> NDArray[np.uint64]:
    """A number of 32 bits for each run of SHINGLE words, or for all words of a shorter text.

    Words are hashed, once each, and their runs mixed from that for the whole text at once: hashing each run takes four times as long.
    """
    words = np.array([_hash(w) for w in _WORD.findall(text.lower())], dtype=np.uint64)
    length = min(SHINGLE, len(words))
    number = len(words) - length + 1
    mixed = np.zeros(number, dtype=np.uint64)
    for n in range(length):
        mixed = mixed * np.uint64(_TURN) + words[n : n + number]
    return mixed >> np.uint64(32)


@lru_cache(maxsize=1 << 17)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little")


def renew(connection: duckdb.DuckDBPyConnection) -> None:
    """Fingerprints documents that have no signature, as a store of an earlier version leaves them; runs inside the caller's transaction."""
    lacking = connection.execute(
        "SELECT id FROM documents ANTI JOIN signatures ON document = id WHERE state <> 'kept' ORDER BY id"
    ).fetchall()
    for start in range(0, len(lacking), _CHUNK):
        with listed(connection, "lacking", [id_ for (id_,) in lacking[start : start + _CHUNK]], pa.string()):
            texts = connection.execute("SELECT id, text FROM documents SEMI JOIN lacking ON id = value").fetchall()
        keep(connection, [fingerprint(id_, text) for id_, text in texts])


def keep(connection: duckdb.DuckDBPyConnection, prints: Sequence[Fingerprint]) -> None:
    """Keeps fingerprints, so that later documents are compared with theirs."""
    documents = [f.document for f in prints]
    signatures = [f.signature.tobytes() for f in prints]
    append(connection, "signatures", {"document": documents, "signature": signatures})
    of_each = PERMUTATIONS // BAND
    bands: dict[str, Sequence[int | str]] = {
        "band": [b for f in prints for b in f.bands],
        "document": [d for d in documents for _ in range(of_each)],
    }
    append(connection, "bands", bands)


def sentence_key(sentence: str) -> str:
    """A hash of a sentence's words; "" for one too short to be a copy."""
    words = _WORD.findall(sentence.lower())
    if len(words) < FEWEST_WORDS:
        return ""
    return hashlib.blake2b(" ".join(words).encode(), digest_size=12).hexdigest()


def retold(one: date | None, other: date | None) -> bool:
    """Whether one sentence in documents of these publication days is one telling: days that aren't known contradict nothing."""
    return one is None or other is None or abs((one - other).days) <= RETOLD


def originals(connection: duckdb.DuckDBPyConnection, batch: Sequence[Fingerprint]) -> dict[str, str]:
    """For each near copy in a batch the document it copies, kept before or earlier in the batch; never itself a copy."""
    bands = {f.document: f.bands for f in batch}
    with listed(connection, "met", sorted({b for of_one in bands.values() for b in of_one}), pa.int64()):
        rows = connection.execute(
            "SELECT b.band, s.document, s.signature, coalesce(d.copy_of, d.id)"
            " FROM bands b JOIN met ON met.value = b.band JOIN signatures s ON s.document = b.document"
            " JOIN documents d ON d.id = b.document"
        ).fetchall()
    meeting: dict[int, list[Fingerprint]] = {}
    first: dict[str, str] = {}
    for band, document, signature, original in rows:
        meeting.setdefault(band, []).append(Fingerprint(document, np.frombuffer(signature, dtype=np.uint32)))
        first[document] = original
    found: dict[str, str] = {}
    for one in batch:
        candidates = {c.document: c for b in bands[one.document] for c in meeting.get(b, ())}
        alike = [(float(np.mean(one.signature == c.signature)), c.document) for c in candidates.values()]
        best = min(((-share, document) for share, document in alike if share >= ALIKE), default=None)
        if best is not None:
            found[one.document] = first[best[1]]
        first[one.document] = found.get(one.document, one.document)
        for band in bands[one.document]:
            meeting.setdefault(band, []).append(one)
    return found
