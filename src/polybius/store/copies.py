"""The same text again: near copies of documents by MinHash, and sentences told word for word before.

MinHash signatures are datasketch's; their bands lie in the store, so that memory stays flat and ingest can resume.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import numpy as np
from datasketch import MinHash
from numpy.typing import NDArray

PERMUTATIONS, BAND = 64, 4  # 16 bands of 4 rows: documents alike by 0.7 meet with a chance of 0.99, by 0.3 of 0.12
SHINGLE = 4  # words
ALIKE = 0.7  # estimated share of shingles that two documents have in common to be copies
FEWEST_WORDS = 6  # a shorter sentence is told again by chance
_WORD = re.compile(r"\w+")

Signature = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is compared of a document."""

    document: str
    signature: Signature

    @property
    def bands(self) -> list[int]:
        """Hashes of the signature's bands: documents that share one are compared."""
        rows = self.signature.reshape(-1, BAND)
        return [
            int.from_bytes(hashlib.blake2b(bytes([n]) + row.tobytes(), digest_size=8).digest(), "big", signed=True)
            for n, row in enumerate(rows)
        ]


def fingerprint(document: str, text: str) -> Fingerprint:
    """The MinHash signature of a document's overlapping word sequences."""
    words = _WORD.findall(text.lower())
    shingles = {" ".join(words[i : i + SHINGLE]).encode() for i in range(max(1, len(words) - SHINGLE + 1))}
    made = MinHash(num_perm=PERMUTATIONS)
    made.update_batch(sorted(shingles))
    return Fingerprint(document, np.asarray(made.hashvalues, dtype=np.uint64))


def sentence_key(sentence: str) -> str:
    """A hash of a sentence's words; "" for one too short to be a copy."""
    words = _WORD.findall(sentence.lower())
    if len(words) < FEWEST_WORDS:
        return ""
    return hashlib.blake2b(" ".join(words).encode(), digest_size=12).hexdigest()


def originals(connection: duckdb.DuckDBPyConnection, batch: Sequence[Fingerprint]) -> dict[str, str]:
    """For each near copy in a batch the document it copies, kept before or earlier in the batch."""
    table = [(b, f.document) for f in batch for b in f.bands]
    hashes = list({b for b, _ in table})
    rows = connection.execute(
        "SELECT DISTINCT b.band, s.document, s.signature FROM bands b JOIN signatures s ON s.document = b.document"
        " WHERE b.band IN (SELECT unnest(?::BIGINT[]))",
        [hashes],
    ).fetchall()
    meeting: dict[int, list[Fingerprint]] = {}
    for band, document, signature in rows:
        meeting.setdefault(band, []).append(Fingerprint(document, np.frombuffer(signature, dtype=np.uint64)))
    found: dict[str, str] = {}
    for one in batch:
        candidates = {c.document: c for b in one.bands for c in meeting.get(b, ())}
        alike = [(float(np.mean(one.signature == c.signature)), c.document) for c in candidates.values()]
        best = min(((-share, document) for share, document in alike if share >= ALIKE), default=None)
        if best is not None:
            found[one.document] = found.get(best[1], best[1])
        for band in one.bands:
            meeting.setdefault(band, []).append(one)
    return found
