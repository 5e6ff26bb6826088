"""The shapes of time expressions: one regular expression a shape, keyed by the words that can begin it.

Every pattern is matched at a given place only and every repetition in it is bounded, so reading is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from polybius.when.words import Words, words

_W = "(?:[ \\t\\r\\n\u00a0\u2009\u202f]{1,3})"
_H = "[-\u2010-\u2015]"
_WH = f"(?:{_W}|{_H})"
_B = r"(?![A-Za-z0-9_])"
_ORD = f"(?:st|nd|rd|th){_B}"
_YEAR = rf"[12]\d{{3}}{_B}(?![.,]\d)"
_WORD_DECADES = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
_ABOUT = ["about", "nearly", "almost", "at least", "around", "some", "roughly", "up to", "over", "more than"]
_ABOUT += ["less than", "only", "just", "under"]
DIGITS = "#"  # stands for any number among the words that begin a shape


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape: its name, which ``build`` knows, and its pattern."""

    name: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All shapes by first word (lower case), and the words without which a text has no time."""

    starts: dict[str, tuple[Shape, ...]]
    needed: frozenset[str]


@cache
def grammar() -> Grammar:
    """The grammar of the lexicon's words of time, compiled once."""
    known = words()
    starts: dict[str, list[Shape]] = {}
    for name, first, pattern in _shapes(known):
        shape = Shape(name, re.compile(pattern, re.IGNORECASE | re.ASCII))
        for word in sorted(set(first)):
            starts.setdefault(word, []).append(shape)
    return Grammar({word: tuple(shapes) for word, shapes in starts.items()}, _needed(known))


def either(options: Iterable[str]) -> str:
    """An alternation of literal words, longest first, each blank standing for any white space."""
    ordered = sorted(options, key=lambda option: (-len(option), option))
    escaped = (re.escape(option).replace("\\ ", _W).replace("'", "['\u2019]") for option in ordered)
    return "(?:" + "|".join(escaped) + ")"


def _first_words(options: Iterable[str]) -> list[str]:
    return [re.split(r"[^a-z0-9]", option)[0] for option in options]


def _needed(known: Words) -> frozenset[str]:
    """Every text with a time expression has one of these words, or a digit."""
    plain = {"yesterday", "today", "tomorrow", "tonight", "overnight", "eve"}
    named = {_rarest(name) for name in (*known.feasts, *known.eras)}
    once = [*known.months, *known.weekdays, *known.units, *known.seasons, *known.day_parts, *_WORD_DECADES]
    return frozenset(once) | plain | named | frozenset("0123456789")


def _rarest(name: str) -> str:
    """The word of a name that other texts have least: the longest, and war in the name of a war."""
    parts = re.findall("[a-z]+", name)
    return "war" if "war" in parts else max(parts, key=len)


def _shapes(known: Words) -> list[tuple[str, Iterable[str], str]]:
    return [*_date_shapes(known), *_relative_shapes(known), *_period_shapes(known), *_named_shapes(known)]


def _date_shapes(known: Words) -> list[tuple[str, Iterable[str], str]]:
    month = rf"(?P<month>{either(known.months)}){_B}\.?"
    year = f"(?:,?{_W}(?:of{_W})?(?P<year>{_YEAR}))?"
    joined = rf"{_W}(?:to|through|until|till|and|or){_W}"
    second = rf"(?:{_W}?{_H}{_W}?(?P<day2>\d{{1,2}}){_B}|{joined}(?:the{_W})?(?P<day3>\d{{1,2}})(?:{_ORD}|{_B}))?"
    second_ord = rf"(?:{_W}?{_H}{_W}?(?P<day2>\d{{1,2}})|{joined}(?:the{_W})?(?P<day3>\d{{1,2}}))(?:{_ORD}|(?!\d))"
    day = rf"(?P<day>\d{{1,3}})(?:{_ORD}|{_B})"
    parts = either(known.day_parts)
    weekday = rf"(?P<weekday>{either([*known.weekdays, *known.weekday_short])}){_B}\.?"
    late = f"(?:(?P<part>late|later|early|earlier|mid){_WH}(?:on{_W}|in{_W}the{_W})?)"
    direction = f"(?:(?P<dir>this{_W}past|this{_W}coming|last|next|this|past|coming){_W})"
    short = [*known.months]
    return [
        ("month_day", short, rf"{month}{_W}?(?:the{_W})?{day}(?!{_H}(?:year|day|month|hour)){second}{year}"),
        (
            "day_month",
            [DIGITS],
            rf"(?P<day>\d{{1,3}})(?:{_ORD}|(?!\d))(?:{second_ord})?{_WH}?(?:of{_W})?{month}(?:{_H}|{year})?(?P<year4>(?<={_H}){_YEAR})?",
        ),
        (
            "iso",
            [DIGITS],
            r"(?P<year>[12]\d{3})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d|[-/]\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?",
        ),
        ("slash", [DIGITS], r"(?P<day>\d{1,2})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d|[-/]\d)"),
        ("nine_eleven", [DIGITS], rf"9/11{_B}(?!/)"),
        ("ordinal_day", [DIGITS], rf"(?<=[Tt]he )(?P<day>\d{{1,2}}){_ORD}"),
        ("month", short, rf"{month}(?:,?{_W}(?:of{_W})?(?P<year>{_YEAR}))?"),
        (
            "part_month",
            ["early", "mid", "late", "later", "earlier", "end"],
            rf"(?P<part>early|mid|late|later|earlier|end){_WH}(?:in{_W}|to{_W}{_H}?)?{month}(?:,?{_W}(?:of{_W})?(?P<year>{_YEAR}))?",
        ),
        (
            "edge_month",
            ["beginning", "start", "middle", "end", "close"],
            rf"(?P<part>beginning|start|middle|end|close){_W}of{_W}{month}(?:,?{_W}(?:of{_W})?(?P<year>{_YEAR}))?",
        ),
        (
            "weekday",
            [
                *known.weekdays,
                *known.weekday_short,
                "late",
                "later",
                "early",
                "earlier",
                "mid",
                "last",
                "next",
                "this",
                "past",
                "coming",
            ],
            rf"{late}?{direction}?{weekday}(?:{_W}(?:{parts}){_B})?",
        ),
        ("weekday_week", known.weekdays, rf"{weekday}{_W}(?P<dir>last|next|this){_W}week{_B}"),
    ]


def _relative_shapes(known: Words) -> list[tuple[str, Iterable[str], str]]:
    parts = either(known.day_parts)
    number = rf"(?P<number>{either(known.numbers)}|\d{{1,3}}){_B}"
    numbers = [*_first_words(known.numbers), DIGITS]
    unit = rf"(?P<unit>{either(known.units)}){_B}"
    singular = rf"(?P<unit>{either([*known.singular_units, *known.seasons])}){_B}"
    plural = rf"(?P<unit>{either(known.plural_units)}){_B}"
    late = f"(?:(?P<part>late|later|early|earlier|mid|midway){_WH}(?:in{_W})?)"
    about = f"(?:{either(_ABOUT)}{_W})?"
    vague = either(["past", "last", "next", "coming", "previous", "recent", "preceding", "following", "most recent"])
    vague_first = ["past", "last", "next", "coming", "previous", "recent", "preceding", "following", "most"]
    directed = f"(?P<dir>this{_W}past|this{_W}coming|last|next|this|past|coming|previous)"
    edges = ["beginning", "start", "middle", "end", "close", "rest"]
    again = f"(?:following|previous|next|preceding|same|that{_W}same|that|very{_W}next)"
    return [
        (
            "relative_day",
            ["yesterday", "today", "tonight", "tomorrow", "overnight", "late", "later", "early", "earlier"],
            rf"(?:(?:late|later|early|earlier){_W})?(?P<name>yesterday|today|tonight|tomorrow|overnight){_B}(?:{_W}(?:{parts}){_B})?",
        ),
        ("two_days_off", ["day"], rf"day{_W}(?P<name>before{_W}yesterday|after{_W}tomorrow){_B}"),
        (
            "overnight",
            ["overnight"],
            rf"overnight{_W}(?:on{_W}|into{_W}|from{_W})?(?P<weekday>{either(known.weekdays)}){_B}(?:{_W}(?:to|into){_W}(?P<weekday2>{either(known.weekdays)}){_B})?",
        ),
        (
            "day_part",
            ["this", "last", "early", "late", "later", "earlier"],
            rf"(?:(?:late|later|early|earlier){_W})?(?P<dir>this|last){_W}(?P<name>{parts}){_B}",
        ),
        (
            "relative",
            [
                "early",
                "late",
                "later",
                "earlier",
                "mid",
                "midway",
                "this",
                "last",
                "next",
                "past",
                "coming",
                "previous",
            ],
            rf"{late}?{directed}{_W}{singular}",
        ),
        ("span", vague_first, rf"(?P<dir>{vague}){_W}(?:{number}{_W})?{plural}"),
        ("weekend", ["weekend"], rf"weekend{_B}"),
        (
            "edge",
            edges,
            rf"(?P<part>beginning|start|middle|end|close|rest){_W}of{_W}(?:(?:the{_W})?(?P<dir>this|last|next|coming|previous|past|the){_W})(?P<unit>week|month|year|decade|century|quarter){_B}",
        ),
        (
            "edge_year",
            edges,
            rf"(?P<part>beginning|start|middle|end|close|rest){_W}of{_W}(?:the{_W}year{_W})?(?P<year>{_YEAR})",
        ),
        (
            "ago",
            [*numbers, *known.plural_units],
            rf"(?:{number}{_W})?{unit}{_W}(?P<sense>ago|earlier|later|from{_W}now|hence|beforehand|afterwards|afterward|since|before|after|prior{_W}to|ahead{_W}of|following|previously)",
        ),
        (
            "within",
            ["in", "within"],
            rf"(?P<word>in|within){_W}{about}{number}(?:{_W}or{_W}(?:two|three|so))?{_W}{unit}(?:['\u2019]{_W}time)?",
        ),
        (
            "duration",
            ["for"],
            rf"for{_W}(?:(?:about|nearly|almost|at{_W}least|around|some|roughly|up{_W}to|over|more{_W}than|less{_W}than|another|the{_W}first|the{_W}next){_W})?(?:{number}{_W})?(?:(?:straight|consecutive|long|full|whole){_W})?{unit}",
        ),
        (
            "same",
            ["following", "previous", "next", "preceding", "same", "that", "very"],
            rf"(?P<dir>{again}){_W}(?P<unit>day|week|month|year|weekend|night|morning|afternoon|evening|decade){_B}",
        ),
        (
            "other_day",
            ["day", "week", "month", "year", "night"],
            rf"(?P<unit>day|week|month|year|night){_W}(?P<sense>before|after|earlier|later|ahead{_W}of){_B}",
        ),
        (
            "other_weekday",
            ["following", "previous"],
            rf"(?P<dir>following|previous){_W}(?P<weekday>{either(known.weekdays)}){_B}",
        ),
    ]


def _period_shapes(known: Words) -> list[tuple[str, Iterable[str], str]]:
    which = "(?P<which>first|second|third|fourth|1st|2nd|3rd|4th|last|final)"
    year = rf"(?P<year>{_YEAR})"
    of_year = rf"(?:{_W}(?:of{_W}(?:the{_W}year{_W})?)?(?:{year}|(?P<dir>last|next|this|the){_W}year{_B}))"
    first = ["first", "second", "third", "fourth", "last", "final", DIGITS]
    season = rf"(?P<season>{either(known.seasons)}){_B}"
    part = f"(?:(?P<part>early|mid|late){_WH})"
    years = ["early", "mid", "late", DIGITS]
    centuries = [*_first_words(known.ordinals), *years]
    ordinal = rf"(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|{either([*known.ordinals, 'twenty-first'])})"
    return [
        ("quarter", first, rf"{which}{_WH}quarter{of_year}"),
        ("q_quarter", [f"q{n}" for n in "1234"] + ["q"], rf"Q(?P<which>[1-4])(?:{_W}(?:of{_W})?{year})?{_B}"),
        ("half", first, rf"{which}{_W}half{of_year}"),
        (
            "season",
            [*known.seasons, "early", "mid", "late"],
            rf"{part}?{season}(?:{_W}(?:of{_W})?(?P<year>[12]\d{{3}})(?:{_H}(?P<end>\d{{4}}|\d\d))?{_B})?",
        ),
        ("decade", [*years, "s"], rf"{part}?(?:the{_W})?(?P<year>[12]\d\d0)['\u2019]?s{_B}"),
        (
            "short_decade",
            [DIGITS, *years],
            rf"{part}?(?:the{_W})?(?:(?<=['\u2018\u2019])|(?<=[Tt]he ))(?P<short>[2-9]0)s{_B}(?! degrees)",
        ),
        ("word_decade", _WORD_DECADES, rf"(?<=[Tt]he )(?P<word>{'|'.join(_WORD_DECADES)}){_B}"),
        ("century", centuries, rf"{part}?{ordinal}{_WH}(?:century|centuries){_B}"),
        (
            "year_range",
            [DIGITS],
            rf"(?P<year>[12]\d{{3}}){_W}?(?:{_H}|/){_W}?(?P<end>[12]\d{{3}}|\d\d){_B}(?![-\u2010-\u2015/]\d)",
        ),
        ("year", [DIGITS, "early", "mid", "late", "end"], rf"(?:(?P<part>early|mid|late|end){_WH}(?:in{_W})?)?{year}"),
    ]


def _named_shapes(known: Words) -> list[tuple[str, Iterable[str], str]]:
    names = [*known.feasts]
    direction = f"(?:(?P<dir>last|next|this{_W}coming|this{_W}past|this){_W}(?:year['\u2019]s{_W})?)"
    nth = rf"(?P<ordinal>\d{{1,3}}(?:st|nd|rd|th)|{either(known.ordinals)})"
    return [
        (
            "feast",
            [*_first_words(names), "last", "next", "this"],
            rf"{direction}?(?P<name>{either(names)}){_B}(?:,?{_W}(?:of{_W}|in{_W})?(?P<year>{_YEAR}))?",
        ),
        ("era", _first_words(known.eras), rf"(?P<name>{either(known.eras)}){_B}"),
        ("eve", ["eve"], rf"eve{_W}of{_B}"),
        ("anniversary", [*_first_words(known.ordinals), DIGITS], rf"{nth}{_W}anniversary{_W}of{_B}"),
    ]
