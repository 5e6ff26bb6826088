"""Says what a report, or a stretch of it, is set in: its dateline, else the country that it puts most things in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from polybius.model import Place
from polybius.where.datelines import after_town
from polybius.where.gazetteer import gazetteer
from polybius.where.records import RANK, Located
from polybius.where.resolve import places

_AGENCY = (
    r"\((?:AP|AFP|Reuters|UPI|IRIN|RFE/RL|dpa|DPA|Xinhua|TASS|Interfax|EFE|ANSA|BBC|CNN|PTI|IANS|Yonhap|Kyodo)"
    r"[^)]{0,40}\)"
)
_DASH = r"(?:—|–|--|―|-)"
_DATELINE = re.compile(
    r"\s*(?P<city>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?P<rest>, [A-Z][\w.'’ ]{1,30}?)?"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:, \d{4})?)?"
    rf"\s*(?:{_AGENCY}\s*)?{_DASH}\s"
)
_PUT, _NAMED, _ACTING = 4, 2, 1  # what a name weighs: as where something is, as a town or region, as a state that acts
_BACK, _AHEAD = 700, 200  # characters around an act that tell what the report is about there
_ENOUGH = 3 * _PUT
_WITHIN = frozenset({"point", "city", "admin2", "admin1"})
_DOMINANT = 4  # mentions from which one town is where the whole report happens


def focus(text: str, mentions: Sequence[Located]) -> Place | None:
    """Where a report is set: its dateline, unless it is plainly about another country; else what it names most.

    ``mentions`` are those of the whole text (``locate``). None when it names no place.
    """
    counts = _counts(mentions)
    dated = _dateline(text, mentions)
    if dated is not None:
        inside = [located for located in mentions if located.mention.span.end <= _head(text)]
        own = counts[dated.country or ""] - sum(_weight(located) for located in inside)
        other = max((count for code, count in counts.items() if code != dated.country), default=0)
        if own > 0 or other < 2 * _PUT:
            return replace(dated, basis=f"dateline {dated.name}")
        counts[dated.country or ""] = 0
    return _most_named(mentions, counts)


def dateline(text: str) -> str | None:
    """The country of a report's dateline ("QUITO, Ecuador - ..."); None where it has none, or names several."""
    head = _head(text)
    lands = {place.country for place in places(text[:head], text) if place.country} if head else set()
    return lands.pop() if len(lands) == 1 else None


def focus_near(text: str, mentions: Sequence[Located], at: int) -> str | None:
    """The country that the text around a character is plainly about: most of what it puts somewhere is put there."""
    start = max(at - _BACK, text.rfind("\n\n", 0, at))
    end = text.find("\n\n", at, at + _AHEAD)
    stop = end if end >= 0 else at + _AHEAD
    near = [located for located in mentions if start <= located.mention.span.start < stop]
    counts = _counts([located for located in near if _weight(located) > _ACTING])
    if not counts:
        return None
    (code, most), *others = counts.most_common(2)
    return code if most >= _ENOUGH and (not others or most >= 2 * others[0][1]) else None


def lowered(focus: Place | None, mentions: Sequence[Located]) -> tuple[Place | None, str]:
    """The focus as a country, but as it is when it belongs to none or is the one town of the report."""
    if focus is None:
        return None, "place: none said"
    country = gazetteer().country(focus.country) if focus.country and not _dominates(focus, mentions) else None
    place = country.place(f"focus: {focus.basis}") if country else replace(focus, basis=f"focus: {focus.basis}")
    return place, f"place: {place.name} (focus of the report: {focus.name})"


def _dominates(focus: Place, mentions: Sequence[Located]) -> bool:
    """Whether a town makes up most of what the report names within countries."""
    if focus.precision != "city" or focus.basis.startswith("dateline"):
        return False
    within = Counter(located.place.name for located in mentions if located.place.precision in _WITHIN)
    own = within[focus.name]
    return own >= _DOMINANT and 2 * own > within.total()


def _weight(located: Located) -> int:
    if located.mention.locative:
        return _PUT
    acting = located.place.precision == "country" or any(entry.capital for entry in located.mention.entries)
    return _ACTING if acting else _NAMED


def _counts(mentions: Sequence[Located]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for located in mentions:
        if located.place.country:
            counts[located.place.country] += _weight(located)
    return counts


def _most_named(mentions: Sequence[Located], counts: Counter[str]) -> Place | None:
    if not counts or max(counts.values()) <= 0:
        water = Counter(located.place.name for located in mentions)
        top = water.most_common(1)
        return next((located.place for located in mentions if top and located.place.name == top[0][0]), None)
    code = min(counts, key=lambda country: (-counts[country], country))
    named = [located.place for located in mentions if located.place.country == code]
    tally = Counter(place.name for place in named)
    place = min(named, key=lambda item: (-tally[item.name], -RANK.get(item.precision, 0)), default=None)
    return replace(place, basis=f"most named: {place.name}") if place else None


def _dateline(text: str, mentions: Sequence[Located]) -> Place | None:
    head = _head(text)
    inside = [located.place for located in mentions if located.mention.span.end <= head]
    return min(inside, key=lambda place: -RANK.get(place.precision, 0), default=None)


def _head(text: str) -> int:
    """Where a dateline at the start of the text ends, 0 without one."""
    found = _DATELINE.match(text)
    if not found or not (found["city"].replace(".", "").isupper() or "(" in found.group()):
        return after_town(text[: text.find("\n")] if "\n" in text else text)
    return found.end()
