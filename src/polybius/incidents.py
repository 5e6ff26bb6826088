"""Joins events that report one thing into incidents: same type and parties, days and places that agree as far as known."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

SLACK = {"publication": 2, "day": 0, "weekday": 0}  # days by which two reports of one thing may differ, by basis
FAMILY = {"COERCE": "SANCTION"}  # types that papers give to one act in different words share a family
_WORD = re.compile(r"[a-z]{4,}")
LEAST_SHARED = 0.12  # share of content words two sentences must have in common when days or places don't both agree


@dataclass(frozen=True, slots=True)
class Report:
    """One event as the join sees it."""

    event: str
    document: str
    source: str
    type: str
    mode: str | None
    status: str
    actors: frozenset[str]
    recipients: frozenset[str]
    start: date | None
    end: date | None
    basis: str
    place: str | None
    place_precision: str | None
    published: date | None
    sentence: str
    confidence: float
    words: frozenset[str] = field(default_factory=frozenset)


@dataclass(slots=True)
class Incident:
    """What happened once: the reports of it."""

    reports: list[Report] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Stable: named after the first report by document and event."""
        return "i-" + hashlib.sha256(min(r.event for r in self.reports).encode()).hexdigest()[:12]


def words(sentence: str) -> frozenset[str]:
    """The content words of a sentence that tell one incident from another."""
    return frozenset(w[:7] for w in _WORD.findall(sentence.lower()) if w not in _COMMON)


_COMMON = frozenset(
    """that with from this have which their they were will said been about would after over into also than
    when while more other some what there these those could its before between against during under
    because should""".split()
)


def join(reports: Iterable[Report]) -> list[Incident]:
    """Incidents of the reports; the order in which reports come changes nothing."""
    by_key: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda r: (r.start or r.published or date.min, r.event)):
        by_key[FAMILY.get(report.type, report.type), report.status if report.status == "negated" else ""].append(report)
    out: list[Incident] = []
    for group in by_key.values():
        out.extend(_joined(group))
    return out


def _joined(group: Sequence[Report]) -> list[Incident]:
    """Incidents of one kind of act: each report joins the open incident that fits it best."""
    incidents: list[Incident] = []
    open_: list[Incident] = []
    for report in group:
        day = report.start or report.published
        open_ = [
            i
            for i in open_
            if day is None or (d := i.reports[-1].start or i.reports[-1].published) is None or (day - d).days <= 7
        ]
        scored = [(fit(report, i.reports), n) for n, i in enumerate(open_)]
        best = max(scored, default=(0.0, -1))
        if best[0] > 0:
            open_[best[1]].reports.append(report)
        else:
            made = Incident([report])
            incidents.append(made)
            open_.append(made)
    return incidents


def fit(report: Report, others: Sequence[Report]) -> float:
    """How well a report fits an incident: the best of its fits to the incident's reports; 0 when it can't belong."""
    return max(_fit(report, other) for other in others)


def _fit(a: Report, b: Report) -> float:
    parties = _party_fit(a, b)
    if parties == 0:
        return 0.0
    days = _day_fit(a, b)
    places = _place_fit(a, b)
    if days < 0 or places < 0:
        return 0.0
    shared = _shared(a.words, b.words)
    if days + places < 1.5 and shared < LEAST_SHARED:
        return 0.0
    return parties + days + places + 3 * shared


def _party_fit(a: Report, b: Report) -> float:
    """Parties agree when one side's known parties are among the other's; what is unknown doesn't disagree."""
    both_a, both_b = a.actors | a.recipients, b.actors | b.recipients
    if not both_a & both_b:
        return 0.0
    if (
        a.actors
        and b.actors
        and not a.actors & b.actors
        and not (a.type in ("CONSULT", "AGREE", "SUPPORT", "COOPERATE") and both_a & both_b)
    ):
        return 0.0
    if a.recipients and b.recipients and not a.recipients & b.recipients and not (both_a <= both_b or both_b <= both_a):
        return 0.0
    return 1.0 + len(both_a & both_b) / len(both_a | both_b)


def _day_fit(a: Report, b: Report) -> float:
    if a.start is None or b.start is None:
        return 0.2
    slack = timedelta(
        days=max(
            SLACK.get(a.basis.split()[0] if a.basis else "", 0), SLACK.get(b.basis.split()[0] if b.basis else "", 0)
        )
    )
    if a.start - slack <= (b.end or b.start) and b.start - slack <= (a.end or a.start):
        return 1.0 if a.start == b.start else 0.5
    return -1.0


def _place_fit(a: Report, b: Report) -> float:
    if a.place is None or b.place is None:
        return 0.1
    if a.place == b.place:
        return 0.7
    exact = {"city", "point"}
    return -1.0 if a.place_precision in exact and b.place_precision in exact else 0.1


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0
