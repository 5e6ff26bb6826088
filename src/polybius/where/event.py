"""Says where an event took place: by its own clause, else by what the report is about, else nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from polybius.model import Place, Span
from polybius.where.focus import lowered
from polybius.where.records import RANK, Located
from polybius.where.words import demonym_pattern

_CLAUSE = (
    r"(?<![\w])(?:{}who|whose|where|because|although|though|while(?! (?:on|in|at|\w+ing)\b)|whereas|but)(?!\w)|[;\"“”]"
)
_BARRIER = re.compile(_CLAUSE.format("that|which|"))
_ASIDE = re.compile(_CLAUSE.format(""))  # the barrier for what describes a deed: "an attack that killed"
_CONTENT = re.compile(r"(?<![\w])(?:that|whether)(?!\w)")
_AND = re.compile(r",? and (?:[a-z-]+ )*")
_TURN = re.compile(r"(?<![\w])(?:after|before|when|since|as|following|amid|said|says|told)(?!\w)")
_TURN_COST = 60
_SMALL = frozenset({"point", "city", "admin1", "admin2"})
_BEHIND_COST = 15  # a place before the trigger, other than at the head of the sentence


@dataclass(frozen=True, slots=True)
class Aim:
    """What the parse adds to the words around an act.

    ``words``: it is an act of words, so that only what modifies it says where. ``goals`` are the places it reaches
    (what is attacked, entered, left, visited), parties or not; ``beyond`` those that other verbs of its clause reach;
    ``hosts`` the nouns whose "where" clause holds the act. ``relative``: it describes a deed ("a raid that killed").
    ``named`` are names before the act's noun ("the X rallies"), ``based`` the bases of those who speak ("the X-based
    group"), ``others`` tells the names that another predicate has, when it is asked. ``sides`` are the spans of the act's own parties.
    """

    words: bool = False
    goals: tuple[Span, ...] = ()
    beyond: tuple[Span, ...] = ()
    hosts: tuple[Span, ...] = ()
    relative: bool = False
    named: tuple[Span, ...] = ()
    based: tuple[Span, ...] = ()
    others: Callable[[], Sequence[Span]] = tuple
    sides: tuple[Span, ...] = ()


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
    found = stated(text, sentence, trigger, modifiers, party_spans, document_places, Aim())
    return found or lowered(focus, document_places)


def stated(
    text: str,
    sentence: Span,
    trigger: Span,
    modifiers: Sequence[Span],
    party_spans: Sequence[Span],
    document_places: Sequence[Located],
    aim: Aim,
) -> tuple[Place, str] | None:
    """The place that the sentence itself gives to an act, with a short reason; None when it gives none."""
    named = [
        located
        for located in document_places
        if sentence.start <= located.mention.span.start and located.mention.span.end <= sentence.end
    ]
    inside = [each for each in named if not any(_barred(each, party) for party in party_spans)]
    own = _own(text, inside, trigger, modifiers)
    goal = _reached(named, aim.goals)
    if goal and (own is None or _as_near(goal, own)):
        return _told(_covering(text, goal, named), "the act falls on it")
    if own is not None:
        return _told(own, "its clause")
    host = _last(named, aim.hosts)
    if host is not None:
        return _told(_finer(host, trigger, named), "its clause describes it")
    before = _reached([each for each in named if each.place.precision in _SMALL], aim.named)
    if before is not None:
        return _told(before, "named before the act")
    base = _reached(named, aim.based)
    if base is not None:
        return _told(base, "where who acts is based")
    if aim.words:
        inside = [each for each in inside if _leads(each, sentence)]
    else:
        aimed = _object(text, trigger, inside)
        if aimed is not None:
            return _told(aimed, "the act falls on it")
    beyond = _reached(named, aim.beyond)
    if beyond is not None:
        return _told(beyond, "its clause reaches it")
    others = aim.others() if inside else ()
    free = [each for each in inside if _leads(each, sentence) or not _among(each, others)]
    near = _nearest(text, sentence, trigger, free, _ASIDE if aim.relative else _BARRIER)
    if near is not None:
        return _told(near, "its sentence")
    side = None if aim.words else next((each for each in named if _set_in(each, aim.sides)), None)
    return _told(side, "where its parties are") if side else None


def _as_near(goal: Located, own: Located) -> bool:
    """Whether what the act reaches tells the place no less exactly; a district of the town is more than the town."""
    near, told = (RANK.get(each.place.precision, 0) for each in (goal, own))
    return near >= told or (goal.place.precision == "admin2" and own.place.precision == "city")


def _told(located: Located, how: str) -> tuple[Place, str]:
    word = f'"{located.mention.locative}" in ' if located.mention.locative else ""
    place = replace(located.place, basis=f"{word}{how}: {located.place.basis}")
    return place, f"place: {place.name} ({word}{how})"


def _own(text: str, inside: Sequence[Located], trigger: Span, modifiers: Sequence[Span]) -> Located | None:
    """The finest place of the nearest modifier that puts something in one."""
    for modifier in sorted(modifiers, key=lambda span: (_gap(span, trigger), span.start)):
        chosen = [located for located in inside if _governed(text, located, modifier)]
        if chosen:
            return _covering(text, _finest(chosen), chosen)
    return None


def _covering(text: str, finest: Located, named: Sequence[Located]) -> Located:
    """The land named beside a town of its own, else the town."""
    return next((each for each in named if _covers(text, each, finest)), finest)


def _covers(text: str, located: Located, finer: Located) -> bool:
    """Whether a land is named beside one of its towns, so that the act was in both: "in Raqqa *and northern Syria*"."""
    joined = _AND.fullmatch(text, finer.mention.span.end, max(finer.mention.span.end, located.mention.span.start))
    broad = located.place.precision not in _SMALL and located.place.country == finer.place.country
    return bool(joined) and broad


def _governed(text: str, located: Located, modifier: Span) -> bool:
    """Whether a modifier puts something in the place, not a clause about something else within it."""
    mention = located.mention
    within = modifier.start <= mention.span.start and mention.span.end <= modifier.end
    if not within or not mention.locative or mention.locative_at < modifier.start - 1:
        return False
    return not _CONTENT.search(text, modifier.start, mention.locative_at)


def _finest(chosen: Sequence[Located]) -> Located:
    return min(chosen, key=lambda located: (-RANK.get(located.place.precision, 0), located.mention.span.start))


def _reached(named: Sequence[Located], goals: Sequence[Span]) -> Located | None:
    """The first goal that is a place."""
    found = (each for goal in goals for each in named if _overlap(each.mention.span, goal))
    return next(found, None)


def _among(located: Located, spans: Sequence[Span]) -> bool:
    return any(_overlap(located.mention.span, span) for span in spans)


def _set_in(located: Located, sides: Sequence[Span]) -> bool:
    """Whether a party is said to be there: "civilians *in X*"."""
    mention = located.mention
    return bool(mention.locative) and any(
        side.start < mention.locative_at and mention.span.end <= side.end for side in sides
    )


def _last(named: Sequence[Located], hosts: Sequence[Span]) -> Located | None:
    found = [each for host in hosts for each in named if _overlap(each.mention.span, host)]
    return found[-1] if found else None


def _finer(host: Located, trigger: Span, named: Sequence[Located]) -> Located:
    """A place within the one that a clause describes, told before the act: "to Mali, where a court in Gao judged"."""
    within = (
        each for each in named
        if host.mention.span.end <= each.mention.span.start < trigger.start and each.mention.locative
        and host.place.precision == "country" and each.place.country == host.place.country
    )  # fmt: skip
    return next(within, host)


def _leads(located: Located, sentence: Span) -> bool:
    return bool(located.mention.locative) and located.mention.locative_at - sentence.start < 3


@lru_cache(maxsize=1)
def _between() -> re.Pattern[str]:
    """What may stand between an act and the place it falls on."""
    return re.compile(
        r"\s+(?:(?:the|nearby|besieged|[a-z]+-held|cit(?:y|ies)|towns?|villages?|camp|enclave|outpost|of|on|central|"
        rf"eastern|western|northern|southern|north-?(?:ea|we)st(?:ern)?|south-?(?:ea|we)st(?:ern)?|"
        rf"{demonym_pattern()})\s+)*"
    )


def _object(text: str, trigger: Span, inside: Sequence[Located]) -> Located | None:
    """A place right after the act: "shelled the town of Avdiivka", "invaded Kuwait", "bombing of the Iraqi city of"."""
    for located in inside:
        named = located.place.precision != "water"
        if named and _between().fullmatch(text, trigger.end, max(trigger.end, located.mention.span.start)):
            return located
    return None


def _nearest(
    text: str, sentence: Span, trigger: Span, inside: Sequence[Located], barrier: re.Pattern[str]
) -> Located | None:
    """The place nearest to the act, over no clause boundary that would give it to another act."""
    best: tuple[float, int, Located] | None = None
    for located in inside:
        mention = located.mention
        if not mention.locative:
            continue
        low, high = sorted((mention.span, trigger), key=lambda span: span.start)
        between = text[low.end : high.start]
        leading = _leads(located, sentence)
        if barrier.search(between) and not leading:
            continue
        cost = len(between) + _TURN_COST * len(_TURN.findall(between)) - 12 * RANK.get(located.place.precision, 0)
        cost += _BEHIND_COST if mention.span.start < trigger.start and not leading else 0
        ranked = (float(cost), mention.span.start, located)
        if best is None or ranked[:2] < best[:2]:
            best = ranked
    return best[2] if best else None


def _barred(located: Located, party: Span) -> bool:
    """Whether a name belongs to a party, rather than being a place of its own that the parse took for one."""
    mention = located.mention
    before = bool(mention.locative) and mention.locative_at < party.start
    alone = before and party.end - mention.span.end <= 1
    return _overlap(mention.span, party) and not alone and not (before and directly(located))


def directly(located: Located) -> bool:
    """Whether a locative stands right before a name that is no country's: "in Qatif crowds gathered"."""
    mention = located.mention
    adjoins = mention.locative_at + len(mention.locative) + 1 == mention.span.start
    return bool(mention.locative) and adjoins and located.place.precision in _SMALL


def _overlap(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end


def _gap(first: Span, second: Span) -> int:
    return max(0, first.start - second.end, second.start - first.end)
