"""Finds the place names of a text: capitalised runs that the gazetteer knows, less persons, bodies, months, words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from polybius.model import Span
from polybius.where.gazetteer import gazetteer
from polybius.where.records import Entry, Mention
from polybius.where.tokens import LONGEST, Token, runs, word_after
from polybius.where.words import demonym_pattern, words

LARGE = 200_000  # residents from which a city's name stands on its own
_OWN = ("country", "admin1", "point", "water", "region")
_NOUNS = (
    "city|town|village|port|capital|province|region|district|governorate|state|county|suburbs?|outskirts|hamlet|island|"
    "islands|border|crossing|area|areas|parts?|streets|centre|center|heart|municipality|neighbou?rhoods?|settlement|"
    "peninsula|coast|shores?|waters|camp|enclave|exclave|stronghold|bastion|outpost|pockets?|fringes|banks?|front|"
    "frontlines?|canton|zone|half|ruins|territory|airport|base|hills?|mountains?|resort|oblast|"
    "highlands|lowlands|plains?|desert|valley|jungles?|forests?|hinterland|archipelago|basin|delta|interior|slums?|"
    "republic|commune|department|prefecture|edge|provinces|regions|cities|towns|villages|districts|countryside|hub"
)
_ADJECTIVES = (
    "north|south|east|west|northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|"
    "south-?western|north-?east|north-?west|south-?east|south-?west|central|upper|lower|greater|downtown|mainland|"
    "occupied|nearby|neighbou?ring|besieged|coastal|border|strategic|disputed|restive|volatile|historic|ancient|remote|"
    "southernmost|northernmost|largest|main|second|third|own|key|small|mountainous|holy|port|oil|desert|industrial|"
    "former|rebel|regime|government|insurgent|jihadist|militant|opposition|divided|annexed|breakaway|separatist|"
    "embattled|far|old|many|most|several|various|other|all|both|its|their"
)
_LOCATIVE = (
    "in|at|near|off|outside|inside|above|between|around|across|along|throughout|within|over|on|"
    r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|outskirts|suburbs|edge) of"
)
_OTHER = "to|from|into|toward|towards|for|through|via|of|against|by|with|on|over|about|upon"
_ABOVE = re.compile(
    r"(?:boundary|front|waters|bridge|river|island|sea|peninsula|border|strait|shoal|reef|coast)", re.IGNORECASE
)
_PARTICLE = re.compile(
    r"\b(?:fend|fought|fight|cut|ward|call|h[eo]ld|stav|s[eo]t|sell|sold|driv|drove|show|brush|tak|took|broke?|break)"
    r"\w* \Z"
)
_LIST = re.compile(r"(?:,|,? (?:and|or|as well as))\s+(?:in |the |nearby |neighbou?ring )*\Z")
_LINK = re.compile(r", | \(| in (?=[A-Z])")
_LAND = re.compile(
    r"(?<=\w) (soil|territory|territories|borders|airspace|waters|towns|cities|villages|countryside|capital)"
    r"(?![\w-]|,? (?:of |[A-Z]))"
)
_PEOPLE = 40  # characters that a people's name may take
_PROPER = re.compile(r"(?<![\w-])[A-Z][\w-]*(?: [A-Z][\w-]*)*\Z")
_WORD_START = re.compile(r"(?<![\w-])[A-Z]")
_WINDOW = 90
_COMPOUND = re.compile(r".+[-‐‑–][a-z]+|(?!(?:al|el|as|ash|ad|ar|an|at|bin|ben|abu)-)[a-z]+[-‐‑–].+")  # of no name
_OWNABLE = re.compile(
    r"(?:(?<![\w-])(?!(?:in|to|from|with|and|at|on|by|for|between|near|into|over|against|through) )[a-z-]+|['’]s)\s+\Z"
)
_PART = re.compile(r"[^-‐‑–]+")
_BASED = re.compile(r"[^\W\d_][^-‐‑–]*[-‐‑–](?:based|born|wide)")
_DATELINE = 100  # characters within which capitals throughout are a dateline, not an acronym
_METROPOLIS = 1_000_000  # residents from which a city named like a person is still the city


def mentions(text: str, span: Span | None = None) -> list[Mention]:
    """The place names in ``text`` (within ``span``), in order, with every entry that each may mean.

    Spans are exact and never overlap. Names of persons, bodies and papers that hold a place's name are left out.
    """
    start, end = (span.start, span.end) if span else (0, len(text))
    found: list[Mention] = []
    persons: set[str] = set()
    for run in runs(text, start, end):
        position = 0
        while position < len(run):
            match, entries = _longest(run, position)
            if match and not _absorbed(text, found, run[position], entries):
                verdict = _judge(text, end, run, position, match, entries)
                if verdict is not None:
                    found.append(_listed(text, found, verdict))
                else:
                    persons |= _persons(run)
            elif not match:
                found.extend(_hyphenated(text, run[position]))
            position += match or 1
    kept = [mention for mention in found if mention.locative or mention.name.lower() not in persons]
    return sorted([*kept, *_lands(text, start, end)], key=lambda mention: mention.span.start)


def _lands(text: str, start: int, end: int) -> Iterator[Mention]:
    """The lands that a people's name tells: "on *Turkish* soil", "*Iraqi* towns", "the *Afghan* capital"."""
    for found in _LAND.finditer(text, start, end):
        before, noun = text[max(start, found.start() - _PEOPLE) : found.start()], found.group(1)
        names = _PROPER.search(before)
        tails = (names.group()[at.start() :] for at in _WORD_START.finditer(names.group())) if names else ()
        people = next((name for name in tails if name in words().demonyms), None)
        code = words().demonyms[people] if people else ""
        entry = gazetteer().capital(code) if noun == "capital" else gazetteer().country(code)
        if people and entry is not None:
            at = found.start() - len(people)
            locative, place, lead = _preposition(text, at, people, True, noun)
            yield Mention(Span(at, found.start()), people, (entry,), locative, place, lead)


def _hyphenated(text: str, token: Token) -> Iterator[Mention]:
    """The places joined in one word: "US-Turkey talks", "a Dubai-based paper"."""
    parts = list(_PART.finditer(token.text))
    if len(parts) < 2:
        return
    names = [part for part in parts if part.group()[:1].isupper()]
    if len(names) < len(parts) and not (len(names) == 1 and _BASED.fullmatch(token.text)):
        return
    looked = [(part, gazetteer().candidates(part.group())) for part in names]
    if all(_eminent(entries) and part.group().lower() not in words().common for part, entries in looked):
        for part, entries in looked:
            at = token.start + part.start()
            yield Mention(Span(at, at + len(part.group())), part.group(), entries)


def _longest(run: list[Token], position: int) -> tuple[int, tuple[Entry, ...]]:
    """How many words of the run from ``position`` make the longest known name, and its entries."""
    first = run[position]
    if not first.capital or (first.function and len(run) == position + 1):
        return 0, ()
    for size in range(min(LONGEST, len(run) - position), 0, -1):
        tokens = run[position : position + size]
        if size == 1 and (first.function or first.key in words().months or not _cased(first)):
            continue
        whole = (token.key + "s" if token.possessive else token.key for token in tokens[:-1])
        entries = gazetteer().candidates(" ".join((*whole, tokens[-1].key)))
        if entries:
            return size, entries
    return 0, ()


def _cased(token: Token) -> bool:
    """Whether the letters' case lets this word be a name: US is, Us isn't, nor an unknown short acronym."""
    upper = token.text.replace(".", "").isupper()
    if token.key in words().acronyms:
        return upper or not token.text.isalpha() or any(letter.isupper() for letter in token.text[1:])
    return not (upper and len(token.key) <= 4) or (token.start < _DATELINE and token.initial and _stands(token.key))


def _judge(
    text: str, end: int, run: list[Token], position: int, size: int, entries: tuple[Entry, ...]
) -> Mention | None:
    first, last = run[position], run[position + size - 1]
    after = run[position + size] if position + size < len(run) and not last.possessive else None
    own = any(entry.strong and entry.kind in _OWN for entry in entries)
    known = words()
    hint = _qualifier(text, first.start, last.end, end, entries)
    if not hint and _never(run[position : position + size], own):
        return None
    if _other_before(run, position, own or bool(hint)) or _other_after(after, first, size, own):
        return None
    following = word_after(text, last.end, end)
    if following.lower() in known.papers or (following == "of" and size == 1 and first.key in known.common):
        return None
    name = text[first.start : last.end]
    key = first.key
    weak = size == 1 and (key in known.common or (known.names_person(key) and not _eminent(entries, LARGE)))
    weak = weak and not (following.lower() in known.facilities and _stands(key))  # "at Orlando airport"
    locative, at, lead = _preposition(text, first.start, name, own, following)
    wanted = (
        known.units.get(following.lower(), "") or _unit_before(text, first.start) or _unit_after(text, last.end, end)
    )
    mention = Mention(Span(first.start, last.end), name, entries, locative, at, lead, hint, wanted, weak)
    return None if first.initial and weak and not hint else mention


def _never(named: list[Token], own: bool) -> bool:
    """Whether a name is no place though towns bear it: a people, a direction, a kind of body, a seat of power."""
    known, name = words(), " ".join(token.key for token in named)
    people = named[0].text in known.peoples and not own
    lone = people or named[0].key in known.directions or named[0].key in known.organisations
    bare = name.removeprefix("the ")
    return bare in known.powers or bare in known.directions or (len(named) == 1 and lone)


def _eminent(entries: tuple[Entry, ...], capital: int = 0) -> bool:
    """Whether one of them is a country, a metropolis or a capital of more than so many residents."""
    return any(
        entry.strong
        and (
            entry.kind == "country" or (entry.capital and entry.population > capital) or entry.population > _METROPOLIS
        )
        for entry in entries
    )


def _other_before(run: list[Token], position: int, own: bool) -> bool:
    """Whether the word before makes it a person's or a body's name: a title, a given name, "Bank of"."""
    if not position:
        return False
    before, known = run[position - 1], words()
    if before.possessive or before.key == "and" or before.text in known.demonyms or before.text in known.peoples:
        return False
    if _COMPOUND.fullmatch(before.text):
        return False
    if before.key in ("of", "the") and not before.initial:
        head = next((token for token in reversed(run[:position]) if token.key not in ("of", "the")), None)
        return head is not None and head.capital and (head.key in known.phrase_heads)
    if before.key in known.titles or before.key in known.given:
        return not _place_before(before)
    if before.function or before.key in known.directions or before.key in known.units:
        return False
    if not before.capital or _place_before(before) or before.key in known.months or before.key in known.facilities:
        return False
    return not (own and before.initial)


@lru_cache(maxsize=20_000)
def _stands(key: str) -> bool:
    """Whether a name is a place without further evidence: a country, a region, a landmark or a large city."""
    return any(
        entry.strong and (entry.kind in _OWN or entry.population > LARGE) for entry in gazetteer().candidates(key)
    )


def _place_before(token: Token) -> bool:
    return not words().names_person(token.key) and _stands(token.key)


def _other_after(after: Token | None, first: Token, size: int, own: bool) -> bool:
    """Whether the word after makes it a person's or a body's name: a surname, "Post", "Accords"."""
    if after is None or not after.capital:
        return False
    known = words()
    if after.key in known.titles or after.key in known.offices or after.key in known.months:
        return False
    if after.key in known.facilities or after.key in known.units or after.key in known.directions:
        return False
    if after.key in known.organisations:
        return True
    if size == 1 and first.key in known.given:
        return True
    standing = own and not (size == 1 and first.key in known.common)
    return not (standing or after.text in known.demonyms or after.text in known.peoples or _place_before(after))


def _persons(run: list[Token]) -> set[str]:
    """The words of a run that names a person, each of which names that person in the rest of the report.

    A well-known place is none of them unless it is also a person's name and the run has a given name or title: "Queen
    Jordan" speaks for a person, "Stormfront Canada" and "U.S. President Donald" don't.
    """
    names, known = [token for token in run if token.capital and not token.function], words()
    if len(names) < 2 or any(token.key in known.organisations for token in names):
        return set()
    personal = any(token.key in known.given or token.key in known.titles for token in names)
    return {token.key for token in names if not _stands(token.key) or (personal and known.names_person(token.key))}


@lru_cache(maxsize=1)
def _lead_in() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns for the preposition that governs a name, whatever adjectives and nouns of place lie between."""
    demonyms = demonym_pattern()
    filler = (
        rf"(?:(?:{_ADJECTIVES})|[a-z]+(?:-[a-z]+)+"
        rf"|(?:{_NOUNS})(?: (?:city|town|village|province|district|region))?(?: of)?"
        rf"|(?:{demonyms})|[A-Z][\w-]+['’]s|the|a|an|and around)"
    )
    locative = re.compile(rf"(?<![\w-])({_LOCATIVE})\s+(?:{filler}\s+){{0,6}}\Z", re.IGNORECASE)
    other = re.compile(rf"(?<![\w-])({_OTHER})\s+(?:{filler}\s+){{0,6}}\Z", re.IGNORECASE)
    plain = rf"(?!(?:{_LOCATIVE}|{_OTHER})\b)[a-z-]+"  # "Russia's embassy in X" says nothing of where X is
    owner = re.compile(
        rf"(?:(?P<people>{demonyms})\s+(?:{plain}\s+){{0,3}}(?:{_NOUNS})(?:\s+of)?|(?P<owner>[A-Z]\w+(?: (?:of |and |the )*[A-Z]\w+)*)['’]s"
        rf"(?:\s+{plain}){{0,3}}(?:\s+of)?)\s+\Z"
    )
    return locative, other, owner


def _preposition(text: str, start: int, name: str, own: bool, following: str) -> tuple[str, int, str]:
    """The locative before a name with its position, and any other preposition."""
    base = max(0, start - _WINDOW)
    window = text[base:start]
    locative, other, _ = _lead_in()
    found = locative.search(window)
    if found and not (found.group(1).lower() == "off" and _PARTICLE.search(window, 0, found.start(1))):
        word = found.group(1).lower()
        around = f"{window[found.end(1) :]}{name} {following}"
        if word not in ("on", "over") or _ABOVE.search(around) or _surface(name):
            return word, base + found.start(1), ""
    found = other.search(window)
    return "", -1, found.group(1).lower() if found else ""


def _surface(name: str) -> bool:
    """Whether one is "on" or "over" it: an island, a coast, a water, heights."""
    return any(entry.strong and entry.kind in ("water", "region", "point") for entry in gazetteer().candidates(name))


@lru_cache(maxsize=1)
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(rf"(\b[A-Z]\S* )?({'|'.join(sorted(words().units))}) of (?:the )?\Z")


def _unit_before(text: str, start: int) -> str:
    if not text.endswith((" of ", " of the "), 0, start):
        return ""
    found = _unit_pattern().search(text[max(0, start - 40) : start])
    if found is None:
        return ""
    name = (found.group(1) or "").strip()  # "the Y district of X" is Y's, "the Kurdish enclave of X" is X's
    people = name in words().demonyms or name in words().peoples
    return words().units[found.group(2)] if people or not name else ""


def _unit_after(text: str, stop: int, end: int) -> str:
    """What an apposition calls the place: "Taiz, Yemen's most crowded *province*"."""
    found = _apposed_pattern().match(text, stop, end)
    return words().units[found.group(1)] if found else ""


@lru_cache(maxsize=1)
def _apposed_pattern() -> re.Pattern[str]:
    units = "|".join(
        sorted(
            (unit for unit, kind in words().units.items() if kind != "city" and not unit.endswith("s")),
            key=len,
            reverse=True,
        )
    )
    return re.compile(rf",\s+(?:an?|the|[A-Z]\w+['\u2019]s)\s+(?:[\w-]+\s+){{0,4}}?({units})(?![\w-])")


def _qualifier(text: str, start: int, stop: int, end: int, entries: tuple[Entry, ...]) -> str:
    """The country or region that the text gives beside the name, when an entry lies there."""
    link = _LINK.match(text, stop, end)
    if link:
        for candidate in _after_comma(text, link.end(), end):
            if candidate == text[start:stop]:
                continue  # "between the US and Mexico, Mexico would pay"
            for unit in gazetteer().candidates(candidate):
                hint = unit.country if unit.kind == "country" else unit.name if unit.kind == "admin1" else None
                if hint and unit.strong and any(lies_in(entry, hint) and entry.name != unit.name for entry in entries):
                    return hint
    window = text[max(0, start - 60) : start]
    found = _lead_in()[2].search(window) if _OWNABLE.search(window) else None
    if not found:
        return ""
    code = words().demonyms.get(found["people"] or "", "")
    if found["owner"]:
        owners = gazetteer().candidates(found["owner"].removeprefix("In ").removeprefix("The "))
        code = next((entry.country or "" for entry in owners if entry.strong and entry.kind == "country"), "")
    return code if any(lies_in(entry, code) for entry in entries) else ""


def lies_in(entry: Entry, hint: str) -> bool:
    """Whether an entry lies in a country (code) or first-level region (name)."""
    return bool(hint) and entry.kind != "country" and hint in (entry.country, entry.admin1)


def _after_comma(text: str, position: int, end: int) -> list[str]:
    """The names that may follow a comma, longest first; "Tex." is Texas."""
    run = next(runs(text, position, min(end, position + 60)), [])
    if not run or run[0].start != position:
        return []
    names = [text[run[0].start : run[size - 1].end] for size in range(min(5, len(run)), 0, -1)]
    return [words().states.get(name, name) for name in names]


def _absorbed(text: str, found: list[Mention], token: Token, entries: tuple[Entry, ...]) -> bool:
    """Whether this name only qualifies the one before: "Paris, Texas"."""
    if not found or not found[-1].qualifier:
        return False
    last = found[-1]
    hint = last.qualifier
    return (
        not token.possessive
        and text[last.span.end : token.start] in (", ", " (")
        and any(hint in (entry.country if entry.kind == "country" else None, entry.name) for entry in entries)
    )


def _listed(text: str, found: list[Mention], mention: Mention) -> Mention:
    """A name in a list takes the preposition of the one before: "in Homs, Hama and Idlib"."""
    if mention.locative or mention.lead or not found:
        return mention
    last = found[-1]
    between = text[last.span.end : mention.span.start]
    if len(between) > 40 or not _LIST.match(between):
        return mention
    return replace(mention, locative=last.locative, locative_at=last.locative_at, lead=last.lead)
