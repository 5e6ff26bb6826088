"""The same text again: near copies of documents by MinHash, and sentences told word for word before.

MinHash signatures are datasketch's; their bands lie in the store, so that memory stays flat and ingest can resume.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

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
_SMALL = bytes(ord(chr(c).lower()) if _WORD.match(chr(c)) else ord(" ") for c in range(128)).ljust(256)
_EMPTY = MinHash(PERMUTATIONS, hashfunc=int, scheme="affine32")  # shingles come as numbers
_TURN = 0x9E3779B97F4A7C15  # odd, its bits well mixed: the same words in another order are another shingle
_CHUNK = 8192  # documents fingerprinted anew, or pairs compared, at once
_TOGETHER = 2048  # runs of words whose permutations are worked out together: as many as a processor's cache holds
_MIXING = (
    (16, 0x85EBCA6B),
    (13, 0xC2B2AE35),
    (16, 1),
)  # MurmurHash3's last steps, with which MinHash mixes numbers first
_MET = """
CREATE OR REPLACE TEMP TABLE meeting AS SELECT DISTINCT met.number, b.document FROM bands b JOIN met ON met.band = b.band;
CREATE OR REPLACE TEMP TABLE held AS
  SELECT d.id AS document, s.signature, coalesce(d.copy_of, d.id) AS original, row_number() OVER () - 1 AS place
  FROM (SELECT DISTINCT document FROM meeting) m JOIN signatures s ON s.document = m.document JOIN documents d ON d.id = m.document;
"""


@dataclass(frozen=True, slots=True)
class Prints:
    """Fingerprints of documents, a row each."""

    documents: Sequence[str]
    signatures: NDArray[np.uint32]  # what is compared
    bands: NDArray[np.int64]  # hashes of a signature's bands: documents that share one are compared

    def of(self, numbers: Sequence[int]) -> Prints:
        """The same of some of the documents."""
        return Prints([self.documents[n] for n in numbers], self.signatures[numbers], self.bands[numbers])


def fingerprints(documents: Sequence[str], texts: Sequence[str]) -> Prints:
    """The MinHash signatures of documents' overlapping word sequences."""
    signatures = np.empty((len(texts), PERMUTATIONS), dtype=np.uint32)
    room = np.empty((2 * _TOGETHER, PERMUTATIONS), dtype=np.uint32)  # asking for it each time would take as long again
    waiting: list[NDArray[np.uint32]] = []
    size = 0
    for number, text in enumerate(texts):
        waiting.append(runs := _runs(text))
        size += len(runs)
        if size > _TOGETHER or number == len(texts) - 1:
            signatures[number + 1 - len(waiting) : number + 1] = _least(waiting, room)
            waiting, size = [], 0
    return Prints(documents, signatures, _bands(signatures))


def _least(runs: Sequence[NDArray[np.uint32]], room: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """For each permutation of all numbers the least of a document's runs: as MinHash has it, for several documents at once."""
    mixed = np.concatenate(runs)
    for shift, factor in _MIXING:
        mixed = (mixed ^ (mixed >> np.uint32(shift))) * np.uint32(factor)
    factors, added = _EMPTY.permutations
    permuted = np.multiply(mixed[:, None], factors, out=room[: len(mixed)] if len(mixed) <= len(room) else None)
    permuted += added
    starts = np.cumsum([0, *(len(r) for r in runs[:-1])])
    least: NDArray[np.uint32] = np.minimum.reduceat(permuted, starts, axis=0)
    return least


def _bands(signatures: NDArray[np.uint32]) -> NDArray[np.int64]:
    size = BAND * signatures.itemsize
    said = signatures.tobytes()
    starts = [bytes([n]) for n in range(PERMUTATIONS // BAND)]
    digests = [
        hashlib.blake2b(starts[n % len(starts)] + said[size * n : size * (n + 1)], digest_size=8).digest()
        for n in range(len(said) // size)
    ]
    return np.frombuffer(b"".join(digests), dtype=">i8").astype(np.int64).reshape(len(signatures), len(starts))


def _runs(text: str) -> NDArray[np.uint32]:
    """A number of 32 bits for each run of SHINGLE words, or for all words of a shorter text.

    Words are hashed, once each, and their runs mixed from that for the whole text at once: hashing each run takes four times as long.
    """
    words = np.frombuffer(b"".join(map(_hashes.__getitem__, _words(text))), dtype="<u8")
    length = min(SHINGLE, len(words))
    number = len(words) - length + 1
    mixed = np.zeros(number, dtype=np.uint64)
    for n in range(length):
        mixed = mixed * np.uint64(_TURN) + words[n : n + number]
    return (mixed >> np.uint64(32)).astype(np.uint32)


class _Hashes(dict[bytes, bytes]):
    """Eight bytes for each word, remembered: three times as quick as a function's cache. All are forgotten when there are many."""

    def __missing__(self, word: bytes) -> bytes:
        if len(self) >= _MOST_HASHES:
            self.clear()
        made = self[word] = hashlib.blake2b(word, digest_size=8).digest()
        return made


_MOST_HASHES = 1 << 17
_hashes = _Hashes()


def _words(text: str) -> list[bytes]:
    """The words of a text in small letters, as UTF-8: without other letters than English ones without looking for them one by one."""
    if text.isascii():
        return text.encode().translate(_SMALL).split()
    return [w.encode() for w in _WORD.findall(text.lower())]


def renew(connection: duckdb.DuckDBPyConnection) -> None:
    """Fingerprints documents that have no signature, as a store of an earlier version leaves them; runs inside the caller's transaction."""
    lacking = connection.execute(
        "SELECT id FROM documents ANTI JOIN signatures ON document = id WHERE state <> 'kept' ORDER BY id"
    ).fetchall()
    for start in range(0, len(lacking), _CHUNK):
        with listed(connection, "lacking", [id_ for (id_,) in lacking[start : start + _CHUNK]], pa.string()):
            found = connection.execute("SELECT id, text FROM documents SEMI JOIN lacking ON id = value").fetchall()
        keep(connection, fingerprints([id_ for id_, _ in found], [text for _, text in found]))


def keep(connection: duckdb.DuckDBPyConnection, prints: Prints) -> None:
    """Keeps fingerprints, so that later documents are compared with theirs."""
    signatures = [row.tobytes() for row in prints.signatures]
    append(connection, "signatures", {"document": prints.documents, "signature": signatures})
    of_each = np.repeat(np.arange(len(prints.documents), dtype=np.int32), prints.bands.shape[1])
    named = pa.DictionaryArray.from_arrays(of_each, pa.array(prints.documents, pa.string()))
    append(connection, "bands", {"band": prints.bands.ravel(), "document": named})


def sentence_key(sentence: str) -> str:
    """A hash of a sentence's words; "" for one too short to be a copy."""
    words = _words(sentence)
    if len(words) < FEWEST_WORDS:
        return ""
    return hashlib.blake2b(b" ".join(words), digest_size=12).hexdigest()


def retold(one: date | None, other: date | None) -> bool:
    """Whether one sentence in documents of these publication days is one telling: days that aren't known contradict nothing."""
    return one is None or other is None or abs((one - other).days) <= RETOLD


def originals(connection: duckdb.DuckDBPyConnection, batch: Prints) -> dict[str, str]:
    """For each near copy in a batch the document it copies, kept before or earlier in the batch; never itself a copy."""
    alike: list[list[tuple[float, str]]] = [[] for _ in batch.documents]  # with less how much
    first = _like_held(connection, batch, alike)
    _like_earlier(batch, alike)
    found: dict[str, str] = {}
    for document, others in zip(batch.documents, alike, strict=True):
        if others:
            found[document] = first[min(others)[1]]
        first[document] = found.get(document, document)
    return found


def _like_held(
    connection: duckdb.DuckDBPyConnection, batch: Prints, alike: list[list[tuple[float, str]]]
) -> dict[str, str]:
    """Adds those that the store holds to what is alike; gives, for each of these, what it copies, or itself."""
    width = batch.bands.shape[1]
    numbers = np.repeat(np.arange(len(batch.documents), dtype=np.int32), width)
    connection.register("met", pa.table({"band": batch.bands.ravel(), "number": numbers}))
    connection.execute(_MET)
    connection.unregister("met")
    of_each = connection.execute("SELECT document, signature, original FROM held ORDER BY place").fetchall()
    pairs = connection.execute("SELECT number, place FROM meeting JOIN held USING (document)").fetchnumpy()
    connection.execute("DROP TABLE meeting; DROP TABLE held")
    if of_each:
        signatures = np.frombuffer(b"".join(s for _, s, _ in of_each), dtype=np.uint32).reshape(-1, PERMUTATIONS)
        for one, other, share in _shares(batch.signatures, signatures, pairs["number"], pairs["place"]):
            alike[one].append((-share, of_each[other][0]))
    return {document: original for document, _, original in of_each}


def _like_earlier(batch: Prints, alike: list[list[tuple[float, str]]]) -> None:
    """Adds those that stand earlier in the batch to what is alike."""
    ones, others = _meeting(batch.bands)
    for one, other, share in _shares(batch.signatures, batch.signatures, ones, others):
        alike[one].append((-share, batch.documents[other]))


def _meeting(bands: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The pairs of rows that share a number, each once, the later row first."""
    order = np.argsort(bands, axis=None, kind="stable")
    said, rows = bands.ravel()[order], order // max(1, bands.shape[1])
    pairs = [np.zeros(0, dtype=np.intp)]
    apart = 1  # how many others of one number lie between two, and one more
    while len(same := np.flatnonzero(said[apart:] == said[:-apart])):
        pairs.append(rows[same + apart] * len(bands) + rows[same])
        apart += 1
    both = np.unique(np.concatenate(pairs))
    ones, others = np.divmod(both, max(1, len(bands)))
    return ones[ones != others], others[ones != others]


def _shares(
    these: NDArray[np.uint32], those: NDArray[np.uint32], ones: NDArray[np.intp], others: NDArray[np.intp]
) -> Iterator[tuple[int, int, float]]:
    """The pairs that are alike, and how much."""
    for start in range(0, len(ones), _CHUNK):
        one, other = ones[start : start + _CHUNK], others[start : start + _CHUNK]
        shares = np.mean(these[one] == those[other], axis=1)
        near = shares >= ALIKE
        yield from zip(one[near].tolist(), other[near].tolist(), shares[near].tolist(), strict=True)
