"""Settles which of several places a name means: by what the text says beside it, the report's countries, nearby
names, and what is usually meant."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from polybius.model import Place, Span
from polybius.where.gazetteer import gazetteer
from polybius.where.index import distance_km
from polybius.where.mentions import LARGE, lies_in, mentions
from polybius.where.records import Entry, Located, Mention, fold
from polybius.where.tokens import runs
from polybius.where.words import words

_BASE = {"country": 9.0, "water": 7.2, "region": 7.2, "point": 6.9, "admin1": 4.6, "admin2": 3.4}
_FEDERAL = frozenset(  # their first-level regions are as well known as cities
    ["USA", "IND", "CAN", "AUS", "BRA", "MEX", "RUS", "DEU", "NGA", "CHN", "PAK", "ARG", "ETH", "GBR", "ESP"]
)
_CLOSE = 1.0
_KIN = 3.0
_LESSER = 5.0
_OUTSHONE = 3.5
_THE_CAPITAL = re.compile(
    r"(?<!\w)((?i:in|inside|outside|near|across|around)) (?:the|its|their) (capital)(?![\w-]|,? (?:of |[A-Z]))"
)
_ALIAS = 3.0  # an old or foreign name of one city that is another's own ("Salisbury" was Harare's)
_SEAT = 10_000  # residents from which a bare name means the town, not the province around it
_OUTSHINING = 2.5  # how many times larger the best known city of a name is than one it outshines
_NEARBY_KM = 400
_MINOR = 30_000  # residents below which a bare name needs a preposition
_SETTLERS = frozenset(["USA", "GBR", "CAN", "AUS", "NZL", "IRL", "ZAF"])  # towns there repeat older names


def resolve(
    mention: Mention, others: Sequence[Mention], countries: Mapping[str, int], context: str = ""
) -> Place | None:
    """The place that a mention means, None when nothing shows that it is one.

    ``others`` are the report's other mentions, ``countries`` how often it names each country (ISO alpha-3),
    ``context`` more text (a title) whose countries count. ``basis`` says what settled it, with a close runner-up.
    """
    weights = Counter(countries)
    if context:
        weights.update(country_weights(context, mentions(context)))
    mention = _called(mention, others)
    anchors = _anchors(mention, others)
    rivals = len({entry.country for entry in mention.entries}) > 1
    kin = _kin(mention, others) if rivals else frozenset()
    lesser, outshone = _lesser(mention), _outshone(mention)
    owned = any(entry.kind == "city" and entry.strong and entry.population > _MINOR for entry in mention.entries)
    scored = sorted(
        (
            (
                -_LESSER * ((entry.country, entry.kind) in lesser)
                - _OUTSHONE * (entry.kind == "city" and entry.country in outshone)
                - _ALIAS * (owned and entry.kind == "city" and not entry.strong)
                + _score(entry, mention, weights, anchors)
                + _KIN * (_home(entry) in kin),
                entry,
            )
            for entry in mention.entries
        ),
        key=lambda pair: (-pair[0], -pair[1].population, pair[1].country or "", pair[1].geonames_id or 0),
    )
    best, entry = scored[0]
    if not _accepted(entry, mention, weights):
        return None
    rival = next((other for score, other in scored[1:] if best - score < _CLOSE and _differs(entry, other)), None)
    return _around(entry, mention).place(_basis(entry, mention, weights, len(scored), rival))


def _around(entry: Entry, mention: Mention) -> Entry:
    """The district around a town when the text names that: "the *Manbij* district", "the enclave of *Afrin*"."""
    if entry.kind != "city" or mention.wanted not in ("admin1", "admin2"):
        return entry
    return replace(entry, kind="admin2", geonames_id=None, population=0)


def places(text: str, context: str = "") -> list[Place]:
    """The places that ``text`` names, in order; ``context`` is more text of the same report (its title)."""
    return [located.place for located in locate(text, context)]


def locate(text: str, context: str = "", countries: Mapping[str, int] | None = None) -> list[Located]:
    """The mentions of a text with the places that they mean; ``countries`` adds what else the report is about."""
    found = mentions(text)
    weights = country_weights(text, found)
    weights.update(countries or {})
    if context:
        weights.update(country_weights(context, mentions(context)))
    settled = ((mention, resolve(mention, found, weights)) for mention in found)
    known = [Located(mention, place) for mention, place in settled if place is not None]
    return sorted([*known, *_capital(text, weights)], key=lambda located: located.mention.span.start)


def _capital(text: str, weights: Counter[str]) -> Iterator[Located]:
    """What "in the capital" means in a report that is plainly on one country."""
    (code, most), (_, next_) = [*weights.most_common(2), ("", 0), ("", 0)][:2]
    entry = gazetteer().capital(code) if most >= 2 * next_ and most else None
    if entry is None:
        return
    for found in _THE_CAPITAL.finditer(text):
        span = Span(*found.span(2))
        mention = Mention(span, found.group(2), (entry,), found.group(1).lower(), found.start(1))
        yield Located(mention, entry.place(f"capital of {code}, which the report is about"))


def country_weights(text: str, found: Sequence[Mention]) -> Counter[str]:
    """How often a text names each country: by name, by a qualifier, by a demonym, or by an unmistakable place."""
    weights: Counter[str] = Counter()
    demonyms = words().demonyms
    for run in runs(text, 0, len(text)):
        for first, second in zip(run, [*run[1:], None], strict=True):
            pair = f"{first.text} {second.text}" if second else ""
            for word in (pair, first.text, first.text.removesuffix("s")):
                if code := demonyms.get(word):
                    weights[code] += 1
                    break
    for mention in found:
        weights.update(
            {entry.country for entry in mention.entries if entry.country and lies_in(entry, mention.qualifier)}
        )
        plain = {entry.country for entry in mention.entries if entry.strong and entry.kind == "country"}
        sure = plain or {entry.country for entry in mention.entries}
        if len(sure) == 1 and (code := next(iter(sure))) and not mention.weak:
            weights[code] += 2 if plain else 1
    return weights


_BEARER = 15_000  # inhabitants of a place from which its own name is better known than another's old name
# Towns in the news that are words, bodies or families as well: of these the gazetteer alone doesn't tell.
_ALSO_OTHERS = frozenset(
    "shire sour canton mocha duma acre heet moura palma lyman ariel saida maan atma rimal yala surt gori bor gao".split()
)
_LETTERS = 4  # the fewest of a town's name that is known from the news
_TOWN, _SHORT = 20_000, 5  # inhabitants and letters from which a lone name is taken for a town's


def country_of(name: str) -> str | None:
    """The country (ISO alpha-3) in which an unmistakable city, region or landmark lies; None when several may be."""
    return _country_of(fold(name.removeprefix("the ")))


@lru_cache(maxsize=20_000)
def _country_of(key: str) -> str | None:
    if len(key) >= _LETTERS and key not in _ALSO_OTHERS and (code := gazetteer().in_the_news(key)):
        return code
    entries = gazetteer().candidates(key)
    if not entries or key in words().common:
        return None
    empty: Counter[str] = Counter()
    mention = Mention(Span(0, 0), key, entries)
    ranked = sorted(entries, key=lambda entry: -_score(entry, mention, empty, []))
    best = _score(ranked[0], mention, empty, [])
    top = ranked[0]
    if top.kind == "city" and not top.capital and top.population < (_TOWN if len(key) >= _SHORT else LARGE):
        return None  # a family's or a company's name far more often than the village's
    rivals = {entry.country for entry in ranked if best - _score(entry, mention, empty, []) < _CLOSE}
    if fold(top.name) != key:  # an old name: what bears it now speaks against it ("Salisbury" was Harare)
        rivals |= {entry.country for entry in entries if fold(entry.name) == key and entry.population >= _BEARER}
    return ranked[0].country if len(rivals) == 1 else None


def _called(mention: Mention, others: Sequence[Mention]) -> Mention:
    """A bare name that the report elsewhere calls a province, and never a town, is the province here too."""
    seated = {entry.country for entry in mention.entries if entry.kind == "city" and entry.strong}
    provinces = {entry.country for entry in mention.entries if entry.kind == "admin1"}
    if mention.wanted or not seated & provinces:
        return mention
    kinds = {other.wanted for other in others if other.name == mention.name and other.wanted}
    return replace(mention, wanted="admin1") if kinds == {"admin1"} else mention


def _outshone(mention: Mention) -> frozenset[str]:
    """Countries whose bearer of a name is far smaller than the best known city of that name: there it needs more."""
    cities = [entry for entry in mention.entries if entry.kind == "city" and entry.strong]
    largest = max((entry.population for entry in cities), default=0)
    if largest < LARGE:
        return frozenset()
    small = {e.country for e in cities if e.country and e.population * _OUTSHINING < largest}
    return frozenset(small & _SETTLERS)


def _kin(mention: Mention, others: Sequence[Mention]) -> frozenset[tuple[str | None, str | None]]:
    """The countries and regions whose large cities the report names too: Atlanta speaks for the state of Georgia."""
    homes: set[tuple[str | None, str | None]] = set()
    for other in others:
        if other.span != mention.span and other.name != mention.name:
            top = max(other.entries, key=_prior)
            if top.kind == "city" and (top.capital or top.population > LARGE):
                homes |= {(top.country, None), (top.country, top.admin1)}
    return frozenset(homes)


def _lesser(mention: Mention) -> frozenset[tuple[str | None, str]]:
    """Kinds that a bare name seldom means: a province beside its seat, a city that is also its country."""
    if mention.wanted:
        return frozenset()
    seats = {
        entry.country
        for entry in mention.entries
        if entry.kind == "city" and entry.strong and entry.population >= _SEAT and entry.country not in _SETTLERS
    }
    states = {entry.country for entry in mention.entries if entry.kind == "country"}
    return frozenset(
        {(seat, kind) for seat in seats for kind in ("admin1", "admin2")} | {(one, "city") for one in states}
    )


def _home(entry: Entry) -> tuple[str | None, str | None]:
    return (entry.country, None) if entry.kind == "country" else (entry.country, entry.name)


def _anchors(mention: Mention, others: Sequence[Mention]) -> list[tuple[float, float]]:
    """Positions of the report's names that can mean only one thing."""
    sure = []
    for other in others:
        entries = other.entries
        if other.span == mention.span or len(entries) != 1 or entries[0].kind in ("country", "region", "water"):
            continue
        latitude, longitude = entries[0].latitude, entries[0].longitude
        if latitude is not None and longitude is not None:
            sure.append((latitude, longitude))
    return sure[:12]


def _score(entry: Entry, mention: Mention, weights: Mapping[str, int], anchors: Sequence[tuple[float, float]]) -> float:
    score = _prior(entry)
    if mention.qualifier and lies_in(entry, mention.qualifier):
        score += 20
    if mention.wanted:
        score += 4 if entry.kind == mention.wanted else 1 if {entry.kind, mention.wanted} == {"admin1", "admin2"} else 0
        score -= 3 if entry.kind in ("country", "region", "water", "point") and mention.wanted == "city" else 0
    total = sum(weights.values())
    if entry.country and total and entry.kind != "country":
        share = weights.get(entry.country, 0) / total
        score += 4 * share + (0.8 if share else 0)
    if anchors and entry.latitude is not None and entry.longitude is not None and entry.kind in ("city", "admin1"):
        near = sum(distance_km((entry.latitude, entry.longitude), anchor) < _NEARBY_KM for anchor in anchors)
        score += 1.5 * near / len(anchors)
    return score


@lru_cache(maxsize=50_000)
def _prior(entry: Entry) -> float:
    """What is usually meant, without a report: countries, then capitals, then size."""
    score = _BASE.get(entry.kind)
    if score is None:
        score = math.log10(entry.population + 10) + (2.0 if entry.capital else 0.0)
    if entry.kind == "admin1" and entry.country in _FEDERAL:
        score += 1.0 if entry.country != "USA" else 1.6
    return score if entry.strong else score - 1.5


def _accepted(entry: Entry, mention: Mention, weights: Mapping[str, int]) -> bool:
    """Whether the evidence is enough to call it a place at all."""
    placed = bool(mention.locative or mention.wanted) or mention.lead in (
        "to",
        "from",
        "into",
        "toward",
        "towards",
        "of",
    )
    about = weights.get(entry.country or "", 0) > 0
    if mention.qualifier and lies_in(entry, mention.qualifier):
        return True
    if mention.weak:
        own = entry.kind in ("admin1", "point", "region", "water") and entry.strong
        return bool(mention.locative or mention.wanted) and (about or (own and not mention.name.islower()))
    if entry.kind != "city":
        return entry.kind not in ("admin1", "admin2") or entry.strong or about
    if entry.capital or (entry.strong and entry.population > LARGE):
        return True
    if entry.country in _SETTLERS:
        return placed and (about or entry.population > _MINOR)
    if entry.strong and entry.population > _MINOR:
        return placed or about
    return placed and (about or (entry.strong and bool(mention.locative))) if entry.population else True


def _differs(first: Entry, second: Entry) -> bool:
    return first.country != second.country or (first.country in _SETTLERS and first.admin1 != second.admin1)


def _basis(entry: Entry, mention: Mention, weights: Mapping[str, int], count: int, rival: Entry | None) -> str:
    if mention.qualifier and lies_in(entry, mention.qualifier):
        reason = f"name, said to be in {mention.qualifier}"
    elif count == 1:
        reason = "name, the only one"
    elif entry.kind != "country" and weights.get(entry.country or "", 0):
        reason = f"name, in a report on {entry.country}"
    else:
        reason = "name, as usually meant"
    return reason + (f"; runner-up {rival.name} ({rival.country or rival.kind})" if rival else "")
