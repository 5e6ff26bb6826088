"""Says where an event took place: by its own clause, else by what the report is about, else nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from polybius.model import Place, Span
from polybius.where.gazetteer import gazetteer
from polybius.where.records import Located

_RANK = {"point": 4, "city": 4, "admin2": 3, "admin1": 3, "water": 2, "region": 1, "country": 0}
_AGENCY = (
    r"\((?:AP|AFP|Reuters|UPI|IRIN|RFE/RL|dpa|DPA|Xinhua|TASS|Interfax|EFE|ANSA|BBC|CNN|PTI|IANS|Yonhap|Kyodo)"
    r"[^)]{0,40}\)"
)
_DASH = r"(?:—|–|--|―|-)"
_DATELINE = re.compile(
    r"\s*(?P<city>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?P<rest>, [A-Z][\w.'’ ]{1,30}?)?"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:, \d{4})?)?"
    rf"\s*(?:{_AGENCY})?\s*{_DASH}\s"
)
_BARRIER = re.compile(r"(?<![\w])(?:that|who|whose|which|where|because|although|though)(?!\w)|[;\"“”]")
_TURN = re.compile(r"(?<![\w])(?:after|before|while|when|since|as|but|following|amid|said|says|told)(?!\w)")
_TURN_COST = 60
_BEHIND_COST = 15  # a place before the trigger, other than at the head of the sentence


def focus(text: str, mentions: Sequence[Located]) -> Place | None:
    """Where a report is set: its dateline, unless it is plainly about another country; else what it names most.

    ``mentions`` are those of the whole text (``locate``). None when it names no place.
    """
    counts: Counter[str] = Counter()
    for located in mentions:
        if located.place.country:
            counts[located.place.country] += 2 if located.mention.locative else 1
    dateline = _dateline(text, mentions)
    if dateline is not None:
        inside = [located for located in mentions if located.mention.span.end <= _head(text)]
        own = counts[dateline.country or ""] - len(inside)
        other = max((count for code, count in counts.items() if code != dateline.country), default=0)
        if own > 0 or other < 4:
            return replace(dateline, basis=f"dateline {dateline.name}")
        counts[dateline.country or ""] = 0
    return _most_named(mentions, counts)


def event_where(
    text: str,
    sentence: Span,
    trigger: Span,
    modifiers: Sequence[Span],
    party_spans: Sequence[Span],
    document_places: Sequence[Located],
    focus: Place | None,
) -> tuple[Place | None, str]:
    """The place of the event whose words are ``trigger``, with a short reason.

    ``modifiers`` are the spans of phrases that modify the predicate, ``party_spans`` those of its parties: no party is
    a place. ``document_places`` come from ``locate``, ``focus`` from the function of that name.
    """
    inside = [
        located
        for located in document_places
        if sentence.start <= located.mention.span.start and located.mention.span.end <= sentence.end
        and not any(_overlap(located.mention.span, party) for party in party_spans)
    ]  # fmt: skip
    for modifier in sorted(modifiers, key=lambda span: (_gap(span, trigger), span.start)):
        chosen = [located for located in inside if _governed(located, modifier)]
        if chosen:
            return _stated(_finest(chosen), "its clause")
    aimed = _object(text, trigger, inside)
    if aimed is not None:
        return _stated(aimed, "the act falls on it")
    near = _nearest(text, sentence, trigger, inside)
    if near is not None:
        return _stated(near, "its sentence")
    return _lowered(focus)


def _stated(located: Located, how: str) -> tuple[Place, str]:
    word = f'"{located.mention.locative}" in ' if located.mention.locative else ""
    place = replace(located.place, basis=f"{word}{how}: {located.place.basis}")
    return place, f"place: {place.name} ({word}{how})"


def _lowered(focus: Place | None) -> tuple[Place | None, str]:
    """The focus as a country, or as it is when it belongs to none."""
    if focus is None:
        return None, "place: none said"
    country = gazetteer().country(focus.country) if focus.country else None
    place = country.place(f"focus: {focus.basis}") if country else replace(focus, basis=f"focus: {focus.basis}")
    return place, f"place: {place.name} (focus of the report: {focus.name})"


def _governed(located: Located, modifier: Span) -> bool:
    mention = located.mention
    within = modifier.start <= mention.span.start and mention.span.end <= modifier.end
    return within and bool(mention.locative) and mention.locative_at >= modifier.start - 1


def _finest(chosen: Sequence[Located]) -> Located:
    return min(chosen, key=lambda located: (-_RANK.get(located.place.precision, 0), located.mention.span.start))


def _object(text: str, trigger: Span, inside: Sequence[Located]) -> Located | None:
    """A place right after the act: "shelled the town of Avdiivka", "invaded Kuwait"."""
    for located in inside:
        between = text[trigger.end : located.mention.span.start]
        named = located.place.precision in ("city", "point", "admin1", "admin2", "region", "country")
        if named and re.fullmatch(r"\s+(?:(?:the|nearby|besieged|rebel-held|[a-z]+-held|city|town|village|of|central|"
                                  r"eastern|western|northern|southern)\s+)*", between):  # fmt: skip
            return located
    return None


def _nearest(text: str, sentence: Span, trigger: Span, inside: Sequence[Located]) -> Located | None:
    """The place nearest to the act, over no clause boundary that would give it to another act."""
    best: tuple[float, int, Located] | None = None
    for located in inside:
        mention = located.mention
        if not mention.locative:
            continue
        low, high = sorted((mention.span, trigger), key=lambda span: span.start)
        between = text[low.end : high.start]
        leading = mention.locative_at - sentence.start < 3
        if _BARRIER.search(between) and not leading:
            continue
        cost = len(between) + _TURN_COST * len(_TURN.findall(between)) - 12 * _RANK.get(located.place.precision, 0)
        cost += _BEHIND_COST if mention.span.start < trigger.start and not leading else 0
        ranked = (float(cost), mention.span.start, located)
        if best is None or ranked[:2] < best[:2]:
            best = ranked
    return best[2] if best else None


def _most_named(mentions: Sequence[Located], counts: Counter[str]) -> Place | None:
    if not counts or max(counts.values()) <= 0:
        water = Counter(located.place.name for located in mentions)
        top = water.most_common(1)
        return next((located.place for located in mentions if top and located.place.name == top[0][0]), None)
    code = min(counts, key=lambda country: (-counts[country], country))
    named = [located.place for located in mentions if located.place.country == code]
    tally = Counter(place.name for place in named)
    place = min(named, key=lambda item: (-tally[item.name], -_RANK.get(item.precision, 0)), default=None)
    return replace(place, basis=f"most named: {place.name}") if place else None


def _dateline(text: str, mentions: Sequence[Located]) -> Place | None:
    head = _head(text)
    inside = [located.place for located in mentions if located.mention.span.end <= head]
    return min(inside, key=lambda place: -_RANK.get(place.precision, 0), default=None)


def _head(text: str) -> int:
    """Where a dateline at the start of the text ends, 0 without one."""
    found = _DATELINE.match(text)
    if not found or not (found["city"].replace(".", "").isupper() or "(" in found.group()):
        return 0
    return found.end()


def _overlap(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end


def _gap(first: Span, second: Span) -> int:
    return max(0, first.start - second.end, second.start - first.end)
