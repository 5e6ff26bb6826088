"""Joins the reports of one thing into one incident: type, parties, day and place agree as far as they are known.

The order in which reports come changes nothing: they are taken by day, then by id.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, lru_cache
from sys import intern
from typing import Any, TypeVar

from polybius.lexicon import actor_index
from polybius.when import ASIDE

# Types that reports of one act are told apart by least: one paper's talks are another's agreement to hold them.
FAMILY = {
    "CONSULT": "talk", "AGREE": "talk", "SUPPORT": "talk", "COOPERATE": "talk",
    "ACCUSE": "words", "REJECT": "words", "REQUEST": "words", "THREATEN": "words",
    "COERCE": "force", "ASSAULT": "force", "MOBILIZE": "force",
    "CONCEDE": "yield", "RETREAT": "yield",
}  # fmt: skip
RECIPROCAL = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE", "ASSAULT"})
PLANNED = frozenset({"future", "hypothetical"})
MUTUAL = frozenset({"CONSULT", "COOPERATE", "ASSAULT"})  # of which either side may be told to act
# Of which a report tells one between the same sides seldom twice; of words, fights and arrests it tells several.
ONCE = frozenset({"SANCTION", "MOBILIZE", "AGREE", "SUPPORT", "CONCEDE", "RETREAT", "AID", "COOPERATE", "CONSULT"})
OPEN_FOR = timedelta(days=21)  # after its last day an incident takes no more reports
# Days that a date may be off, before and after, by what it was read from: what is told without a day may have been some before the report came out.
SLACK = {
    "publication": (9, 2),
    "": (7, 2),
    "week": (3, 3),
    "month": (15, 15),
    "counted from publication": (3, 1),
    "shift": (1, 1),
    "weeks ago": (3, 3),  # "ago" of a whole week, which speakers round
    ASIDE: (7, 1),
}
BY = "by "  # begins the basis of what is to be done from its report's day to another: it was told on the first
SINCE = "since"  # begins the basis of what has gone on from a day: it is of that day
# Talks, visits, drills and withdrawals last: what has come to an end on a day, or begun on one, was or is of others too.
LASTING, FOR = frozenset({"CONSULT", "COOPERATE", "RETREAT"}), timedelta(days=6)
ENDED = frozenset("ended ends ending left wrappe conclu finish depart".split())
BEGUN = frozenset("began begin begins begun arrive starte starts opened opens kicked".split())
_EXACTLY = (timedelta(0), timedelta(0), False)
_NEAR, _NEXT, _WEEK = timedelta(days=3), timedelta(days=1), timedelta(days=6)
LOOKING_BACK = timedelta(days=14)  # how long before a report lies most of what it tells as gone before, without a day
WIDE, MONTH = (
    timedelta(days=7),
    timedelta(days=31),
)  # what is told to be within more days than WIDE tells little of when
# What each agreement adds to the fit of two reports; fitted on pairs of events of the demo corpus and of six small crises (benchmarks/incidents),
# of which a third was judged by hand and the others by the keys.
SAME_PARTIES, OPEN_SIDE = 1.1, 0.6  # OPEN_SIDE: share given for parties that only one of them names
TOLD_DAY, NEAR_DAY, UNKNOWN_DAY, FAR_DAY = 1.65, 0.95, 0.5, 0.35
SAME_TYPE, SAME_MODE, OTHER_TYPE = 0.6, 0.3, -0.6
SAME_DOCUMENT = -0.3  # a report seldom tells one thing twice in the same way
SAME_VOICES = 0.4
SHARED_WORDS, SHORT = 2.0, 6  # SHORT: words of a sentence that needn't share any
JOINS, NEARLY = (
    2.9,
    2.0,
)  # sums of fits: from which two reports are one thing, and that half of an incident's reports must reach
EXACT = frozenset({"city", "point"})  # precisions of places that two reports of one thing don't differ in
COMPARED = 12  # of an incident's reports, the latest
_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_NO_STEM = frozenset({""})
_COMMON = frozenset(
    """that with from this have which their they were will said been about would after over into also than
    when while more other some what there these those could its before between against during under because should says
    told year years week month monday tuesday wednesday thursday friday saturday sunday president minister government country
    officials official leader spokesman""".split()
)


@dataclass(frozen=True, slots=True)
class Report:
    """One event as the join sees it."""

    event: str
    document: str
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
    words: frozenset[str]
    persons: frozenset[tuple[str, str]] = frozenset()  # country and id of those who acted, where a person is named

    @property
    def day(self) -> date:
        """The day that orders reports: the first, but for what is told of a month the last, or when the report came out if that was
        before; the first of all days when none is known.
        """
        if (
            self.basis.startswith(SINCE)
            or self.start is None
            or self.end is None
            or not WIDE < self.end - self.start <= MONTH
        ):
            return self.start or self.published or date.min
        return max(self.start, min(self.end, self.published or self.end))

    @property
    def parties(self) -> frozenset[str]:
        """Countries on both sides."""
        return self.actors | self.recipients

    @property
    def dated(self) -> bool:
        """Whether the report itself says when."""
        return self.start is not None and self.basis not in ("publication", "")

    @property
    def exact_day(self) -> date | None:
        """The one day that it can be about; None when several fit, or none is known."""
        one = _off(self.basis) is _EXACTLY and self.end in (None, self.start)
        return self.start if one and not (self.has_ended or self.has_begun) else None

    @property
    def has_ended(self) -> bool:
        """Whether it tells the end of what may have lasted for days."""
        return self.type in LASTING and not ENDED.isdisjoint(self.words)

    @property
    def has_begun(self) -> bool:
        """Whether it tells the beginning of what may last for days."""
        return self.type in LASTING and not BEGUN.isdisjoint(self.words)

    @property
    def exact_place(self) -> str | None:
        """The place, where it is so exact that no other of its kind fits."""
        return self.place if self.place_precision in EXACT else None


@dataclass(slots=True, eq=False)
class Incident:
    """What happened once: the events that report it."""

    events: list[str] = field(default_factory=list)
    latest: list[Report] = field(default_factory=list)  # its last COMPARED reports, as long as it takes more
    last: date = date.min

    def take(self, report: Report) -> None:
        """Adds a report."""
        self.events.append(report.event)
        self.latest.append(report)
        del self.latest[:-COMPARED]
        self.last = max(self.last, report.end or report.day)

    @property
    def id(self) -> str:
        """Stable: named after its first event."""
        return "i-" + hashlib.sha256(min(self.events).encode()).hexdigest()[:12]


def words(sentence: str) -> frozenset[str]:
    """The content words of a sentence that tell one incident from another, cut to their stems."""
    return frozenset(map(_stem, _WORD.findall(sentence.lower()))) - _NO_STEM


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    """What words are the same by; "" for one that tells nothing. Words come again: kept, as whole stores are read."""
    return "" if word in _COMMON else intern(word[:6])


def persons(ids: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Country and id of those who acted, where all who have an entry in the package's lexicon are persons; else nobody."""
    named = set(ids)
    return frozenset((_people()[id_], id_) for id_ in named) if named <= _people().keys() else frozenset()


@cache
def _people() -> dict[str, str]:
    return actor_index.people()


def blocks(report: Report) -> list[tuple[str, bool, str]]:
    """Family, whether planned, and country, one a party: reports without a block in common are never joined."""
    return [(_family(report), report.status in PLANNED, country) for country in sorted(report.parties)]


def join(reports: Iterable[Report]) -> list[Incident]:
    """Incidents of the reports, in the order of their first days."""
    return follow(sorted(reports, key=lambda r: (r.day, r.event)))


def follow(reports: Iterable[Report]) -> list[Incident]:
    """The same of reports that come by day, then by event: those of incidents long past are let go, so that they needn't fit in memory."""
    made: list[Incident] = []
    open_: dict[tuple[str, bool, str], _Block] = defaultdict(_Block)
    swept = date.min
    for number, report in enumerate(reports):
        if report.day - swept > OPEN_FOR:
            swept = report.day
            for block in open_.values():
                block.sweep(swept)
        its_own = [open_[block] for block in blocks(report)]
        best = _best(report, _candidates(report, its_own))
        if best is None:
            best = Incident()
            made.append(best)
        best.take(report)
        for block in its_own:
            block.add(best, report, number)
    return made


class _Block:
    """The open incidents of one block, by the exact days and places of their reports: those that differ in either are never compared."""

    def __init__(self) -> None:
        self.since: dict[Incident, int] = {}  # the number of the report with which it came here
        self._by_day: dict[date | None, dict[str | None, dict[Incident, None]]] = {}

    def add(self, incident: Incident, report: Report, number: int) -> None:
        """Notes a report that an incident has taken."""
        self.since.setdefault(incident, number)
        by_place = self._by_day.setdefault(report.exact_day, {})
        by_place.setdefault(report.exact_place, {})[incident] = None

    def near(self, report: Report) -> Iterator[Incident]:
        """Those that a report may fit, some of them more than once; those long past are dropped on the way."""
        for day in _fitting(self._by_day, report.exact_day):
            for place in _fitting(self._by_day[day], report.exact_place):
                yield from self._open(day, place, report.day)

    def sweep(self, now: date) -> None:
        """Drops those long past wherever they stand."""
        for day, by_place in list(self._by_day.items()):
            for place in list(by_place):
                self._open(day, place, now)

    def _open(self, day: date | None, place: str | None, now: date) -> list[Incident]:
        """Those that stand under a day and a place, without those long past."""
        held = self._by_day[day][place]
        for past in [i for i in held if now != date.min and now - i.last > OPEN_FOR]:
            del held[past]
            self.since.pop(past, None)
            past.latest.clear()
        if not held:
            del self._by_day[day][place]
            if not self._by_day[day]:
                del self._by_day[day]
        return list(held)


Key = TypeVar("Key")


def _fitting(held: dict[Key | None, Any], exact: Key | None) -> list[Key | None]:
    """The keys under which an exact day or place is found (its own, and none), or all of them."""
    return list(held) if exact is None else [key for key in (exact, None) if key in held]


def _candidates(report: Report, blocks: Sequence[_Block]) -> list[Incident]:
    """Incidents that a report may fit, each once: in the order of its blocks, and in each in the order in which they came there."""

    def place(incident: Incident) -> tuple[int, int]:
        first = next(n for n, block in enumerate(blocks) if incident in block.since)
        return first, blocks[first].since[incident]

    return sorted({i for block in blocks for i in block.near(report)}, key=place)


def _family(report: Report) -> str:
    return FAMILY.get(report.type, report.type)


def _best(report: Report, candidates: Iterable[Incident]) -> Incident | None:
    """The incident that the report fits best, of equals the first."""
    best: tuple[float, Incident] | None = None
    for incident in candidates:
        latest = incident.latest
        fits = [fitting(report, other) for other in latest]
        fit = max(fits)
        if fit < JOINS or (best is not None and fit <= best[0]):
            continue
        if 3 * sum(_day_fit(report, other) < 0 for other in latest) > len(latest):
            continue  # else reports of vague days would chain one week's talks to the next month's
        if 2 * sum(f >= NEARLY for f in fits) < len(fits):
            continue  # else what is a little like two incidents would make them one
        best = (fit, incident)
    return best[1] if best else None


def fitting(a: Report, b: Report) -> float:
    """How well two reports fit as reports of one thing: 0 when they can't be, else the sum of what agrees."""
    # One after the other: most pairs of a block fail at their parties.
    if not (parties := _party_fit(a, b)) or (days := _day_fit(a, b)) < 0 or (places := _place_fit(a, b)) < 0:
        return 0.0
    same_document = a.document == b.document
    if same_document and a.type != b.type:
        return 0.0  # "condemned it and asked for talks": two acts
    if same_document and a.words == b.words and a.actors and b.actors and a.actors != b.actors:
        return 0.0  # "A shelved a drill, and B suspended two": of one sentence all words are shared
    shared = len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))
    comes_back = same_document and (_tells_on(a, b) or (bool(shared) and _tells_less(a, b)))
    alike = not same_document and _have_same_voices(a, b)
    if not shared and not comes_back and not alike and not _is_sure_without_words(a, b):
        return 0.0
    same = SAME_TYPE + SAME_MODE * (a.mode == b.mode) if a.type == b.type else OTHER_TYPE
    twice = SAME_DOCUMENT if same_document and not comes_back else 0.0
    return SAME_PARTIES * parties + days + places + SHARED_WORDS * shared + same + twice + SAME_VOICES * alike


def _have_same_voices(a: Report, b: Report) -> bool:
    """Whether papers of one day or the next tell one kind of act between the same parties, where it is words of one towards the other, or of the
    same named person (whose words may leave out towards whom): each paper has words of its own for what he said.
    """
    if a.type != b.type:
        return False
    if a.persons and not a.persons.isdisjoint(b.persons):
        open_ = _family(a) == "words" and a.actors == b.actors and not (a.recipients and b.recipients)
        alike = open_ or (len(a.parties) > 1 and a.parties == b.parties)
    else:
        same = a.actors == b.actors and a.recipients == b.recipients
        alike = same and _family(a) == "words" and len(a.parties) > 1
    return alike and abs(a.day - b.day) <= _NEXT


def _tells_on(a: Report, b: Report) -> bool:
    """Whether two events of one report have the same sides and kind and one has no day of its own: the report tells more of what it told
    ("*The ban* hits gold")."""
    alike = a.mode == b.mode and a.status == b.status and a.actors == b.actors and a.recipients == b.recipients
    return alike and a.type in ONCE and "publication" in (a.basis, b.basis)


def _tells_less(a: Report, b: Report) -> bool:
    """Whether one of two reports names the same doers and no recipient: a report comes back so to what it told ("*The missile* was launched ...")."""
    return a.actors == b.actors and bool(a.recipients) != bool(b.recipients)


def _is_sure_without_words(a: Report, b: Report) -> bool:
    """Whether sentences without a word in common may tell one thing: both say when, or one is so short ("Iran denied it") that this means
    little and the papers are of one news.
    """
    if a.dated and b.dated:
        return True
    short = min(len(a.words), len(b.words)) <= SHORT
    return short and a.document != b.document and abs(a.day - b.day) <= _NEXT


def _party_fit(a: Report, b: Report) -> float:
    """Parties agree when one side's known parties are among the other's; what is unknown doesn't disagree."""
    ours, theirs = a.parties, b.parties
    common = ours & theirs
    if not common:
        return 0.0
    if a.type in MUTUAL and b.type in MUTUAL:
        if len(common) < min(len(ours), len(theirs)):
            return 0.0  # a minister met one neighbour, then another
    else:
        if a.actors and b.actors and not a.actors & b.actors:
            return 0.0
        if a.recipients and b.recipients and not a.recipients & b.recipients:
            return 0.0
    if _others_acted(a, b):
        return 0.0
    share = len(common) / (len(ours) + len(theirs) - len(common))
    if a.type == b.type and a.actors == b.actors:
        share += OPEN_SIDE * (1 - share)
    return share


def _others_acted(a: Report, b: Report) -> bool:
    """Whether both name persons of one country as acting, and not the same ones."""
    for country in {c for c, _ in a.persons} & {c for c, _ in b.persons}:
        one, other = ({i for c, i in r.persons if c == country} for r in (a, b))
        if not one & other:
            return True
    return False


def _day_fit(a: Report, b: Report) -> float:
    if a.start is None or b.start is None:
        undated = date.min in (a.day, b.day)
        return UNKNOWN_DAY if undated or abs(a.day - b.day) <= LOOKING_BACK else -1.0
    if _was_made_later(a, b) or _was_made_later(b, a):
        return -1.0
    (first, last), (other_first, other_last) = _days(a, a.start), _days(b, b.start)
    if first > other_last or other_first > last:
        return -1.0
    if a.start == b.start and (a.end or a.start) == (b.end or b.start) and a.dated and b.dated:
        return TOLD_DAY
    apart = max(a.start - _end(b, b.start), b.start - _end(a, a.start))
    return NEAR_DAY if apart <= _NEAR else FAR_DAY


def _was_made_later(promise: Report, other: Report) -> bool:
    """Whether a promise is told for a day to come, and another report tells of one that was made only after it was told ("are to meet on Friday";
    "under *the accord of Friday*")."""
    if promise.type != "AGREE" or other.type != "AGREE" or promise.published is None or other.published is None:
        return False
    ahead = promise.start is not None and promise.start > promise.published
    return ahead and other.dated and other.start is not None and promise.published < other.start <= other.published


def _end(report: Report, start: date) -> date:
    """The last day named, or the first of what is too long to tell much."""
    return report.end if report.end is not None and report.end - start <= WIDE else start


def _days(report: Report, start: date) -> tuple[date, date]:
    """The days on which what is reported may have been."""
    end, basis = report.end or start, report.basis
    if basis == "ago" and end - start == _WEEK:
        basis = "weeks ago"
    before, after, promised = _off(basis)
    first, last = start - before, (start if promised else end) + after
    return first - FOR * report.has_ended, last + FOR * report.has_begun


@cache
def _off(basis: str) -> tuple[timedelta, timedelta, bool]:
    """How far before and after what was read a day of some basis may lie, and whether what is promised by it was told on its first day."""
    promised = basis.startswith(BY)
    days = SLACK.get("publication" if promised else ASIDE if basis.endswith(ASIDE) else basis)
    return (timedelta(days=days[0]), timedelta(days=days[1]), promised) if days else _EXACTLY


def _place_fit(a: Report, b: Report) -> float:
    if a.place is None or b.place is None:
        return 0.1
    if a.place == b.place:
        return 0.5 if a.place_precision in EXACT else 0.2
    return -1.0 if a.place_precision in EXACT and b.place_precision in EXACT else 0.1
