"""Links incidents that belong together over days or months: the same parties, soon after, about the same things."""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

GAP = timedelta(days=21)  # between two incidents of one storyline that follow each other
LIKE = 0.16  # weighted share of words in common from which an incident continues a storyline
FEWEST = 3  # incidents that make a storyline
TITLE_WORDS = 3
RECENT = 8  # newest incidents of a storyline that a further one is compared with
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]{3,}")
_COMMON = frozenset(
    """that with from this have which their they were will said been about would after over into also than when while more other some
    what there these those could its before between against during under because should says told year years week month monday tuesday
    wednesday thursday friday saturday sunday president minister government country officials official leader leaders spokesman
    first last three four five seven eight people also only just still even most much many make made take took back both each since
    january february march april june july august september october november december foreign ministry state reported statement
    according called saying added through among around until without within against""".split()
)


@dataclass(frozen=True, slots=True)
class Part:
    """One incident as the linking sees it."""

    incident: str
    day: date | None
    countries: frozenset[str]
    place: str | None
    contexts: frozenset[str]
    sentence: str
    score: float
    documents: int


@dataclass(slots=True)
class Storyline:
    """Incidents that belong together, oldest first."""

    parts: list[Part] = field(default_factory=list)
    title: str = ""

    @property
    def id(self) -> str:
        """Stable: named after its first incident."""
        return "s-" + hashlib.sha256(min(p.incident for p in self.parts).encode()).hexdigest()[:12]

    @property
    def countries(self) -> list[str]:
        """The parties of a quarter of its incidents or more, most frequent first."""
        counts = Counter(c for p in self.parts for c in sorted(p.countries))
        least = max(2, len(self.parts) / 4)
        return [c for c, n in counts.most_common() if n >= least] or [c for c, _ in counts.most_common(2)]


def link(parts: Iterable[Part]) -> list[Storyline]:
    """Storylines of at least FEWEST incidents; the order in which incidents come changes nothing."""
    dated = sorted((p for p in parts if p.day is not None), key=lambda p: (p.day, p.incident))
    weights = _weights(dated)
    open_: dict[str, list[Storyline]] = defaultdict(list)
    made: list[Storyline] = []
    for part in dated:
        best = _best(part, open_, weights)
        if best is None:
            best = Storyline()
            made.append(best)
        best.parts.append(part)
        for country in part.countries:
            if not any(s is best for s in open_[country]):
                open_[country].append(best)
    told = [s for s in made if len(s.parts) >= FEWEST]
    for storyline in told:
        storyline.title = _title(storyline.parts, weights)
    return told


def _stems(sentence: str) -> frozenset[str]:
    return frozenset(w.lower()[:7] for w in _WORD.findall(sentence) if w.lower() not in _COMMON)


def _weights(parts: Sequence[Part]) -> dict[str, float]:
    """How much a word tells: rare words more than frequent ones."""
    counts = Counter(w for p in parts for w in _stems(p.sentence))
    return {w: math.log(1 + len(parts) / n) for w, n in counts.items()}


def _best(part: Part, open_: dict[str, list[Storyline]], weights: dict[str, float]) -> Storyline | None:
    best: tuple[float, Storyline] | None = None
    seen: set[int] = set()
    for country in sorted(part.countries):
        assert part.day is not None
        open_[country][:] = [s for s in open_[country] if part.day - (s.parts[-1].day or part.day) <= GAP]
        for storyline in open_[country]:
            if id(storyline) not in seen:
                seen.add(id(storyline))
                fit = max(_like(part, other, weights) for other in storyline.parts[-RECENT:])
                if fit >= LIKE and (best is None or fit > best[0]):
                    best = (fit, storyline)
    return best[1] if best else None


def _like(a: Part, b: Part, weights: dict[str, float]) -> float:
    """Words in common by weight, with something for the same place, contexts and pair of parties."""
    ours, theirs = _stems(a.sentence), _stems(b.sentence)
    union = sum(weights[w] for w in ours | theirs)
    shared = sum(weights[w] for w in ours & theirs) / union if union else 0.0
    parties = len(a.countries & b.countries) / len(a.countries | b.countries)
    if parties < 0.5:
        return 0.0
    place = 0.08 if a.place is not None and a.place == b.place else 0.0
    contexts = 0.06 * len(a.contexts & b.contexts) / max(1, len(a.contexts | b.contexts))
    return shared + place + contexts + 0.06 * parties


def _title(parts: Sequence[Part], weights: dict[str, float]) -> str:
    """A title from the storyline's own words: those that most of it shares and little else does."""
    counts: Counter[str] = Counter()
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for part in parts:
        counts.update(_stems(part.sentence))
        for word in _WORD.findall(part.sentence):
            written[word.lower()[:7]][word] += 1
    ranked = sorted(counts, key=lambda w: (-counts[w] / len(parts) * weights[w] ** 0.5, w))
    chosen = [min(written[stem].items(), key=lambda pair: (-pair[1], pair[0]))[0] for stem in ranked[:TITLE_WORDS]]
    return ", ".join(chosen)
