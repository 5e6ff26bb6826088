"""What the words beside a match tell: whether May is a month, 2018 a year, and where a phrase ends."""

from __future__ import annotations

import re

from polybius.when.words import words

_WINDOW = 24
_NUMBER_JOINTS = ("$", "\u20ac", "\u00a3", "-", "/", ".", "#", ",", ":")
_REPORT = 2_000  # characters on both sides in which a Theresa May makes a bare May doubtful
_LAST_WORD = re.compile(r"([A-Za-z.'\u2019-]+|\d[\d,.]*|[$\u20ac\u00a3%#])[\s]*$")
_NEXT_WORD = re.compile(r"[ \t\r\n\u00a0]{0,3}([A-Za-z.]+)")
_BAD_DAY_AFTER = re.compile(r"[ \t\u00a0]{1,2}\d{1,2}(?:st|nd|rd|th)?(?![\w,.:]\d|\w)")
_BAD_DAY_BEFORE = re.compile(r"\d+(?:st|nd|rd|th)[ \t]+(?:of[ \t]+)?$")
_OF_A_WEEK = re.compile(r" of (?:[A-Z]|(?:[\w-]+ ){0,3}(?:week|month|year|carnival|festival|fair)\b)")
_MAY = re.compile(r"\b(?:Theresa|Mrs\.?|Ms\.?|Prime Minister|Premier|PM|Brian|James|Teresa)\s+May\b")
_MONTH_RANGE = re.compile(r"[ ]?[-\u2013\u2014/][ ]?(?:Ja|Fe|Ma|Ap|Ju|Au|Se|Oc|No|De)[a-z]")
_HAD_BEFORE = re.compile(
    r"[ \t\r\n]{1,3}(?:he|she|it|they|the [\w-]{1,30}|[A-Z][\w'\u2019-]{1,30}(?: [A-Z][\w'\u2019-]{1,30})?) had [^,;.!?]{1,300}[.!?]"
)
_ADJECTIVE_LEFT = re.compile(
    r"(?<![A-Za-z])(?:the|a|an|its|his|her|their|our|this|[A-Za-z]+['\u2019]s)[ \t\r\n]+[a-z-]+[ \t\r\n]+$",
    re.IGNORECASE,
)


def word_before(text: str, start: int) -> str:
    """The word (lower case), number or money sign right before a place, "" when there is none near."""
    match = _LAST_WORD.search(text[max(0, start - _WINDOW) : start]) if start > 0 else None
    return match[1].lower() if match else ""


def word_after(text: str, end: int) -> str:
    """The word (lower case) right after a place, "" when something else follows."""
    match = _NEXT_WORD.match(text, end)
    return match[1].lower().rstrip(".") if match else ""


def followed_by_hyphen(text: str, end: int) -> bool:
    """Whether a compound goes on here ("two-week-long", "year-old")."""
    return text[end : end + 1] in ("-", "\u2010", "\u2011") and text[end + 1 : end + 2].isalpha()


def phrase_ends(text: str, end: int) -> bool:
    """Whether no noun follows, so that "two days before" stands alone."""
    following = text[end : end + 1]
    if following in ("", ".", ",", ";", ":", ")", "!", "?", "\u2014", "\u201d", '"'):
        return True
    after = word_after(text, end)
    return after in ("in", "on", "at", "and", "but", "as", "with", "by")


def opens_a_past(text: str, start: int, end: int) -> bool:
    """Whether "a day before" opens a sentence of what had been, and no clause that another follows: "*A day before* he had met B." """
    ahead = text[max(0, start - _WINDOW) : start].rstrip()
    return (not ahead or ahead[-1] in ".!?\u201d") and _HAD_BEFORE.match(text, end) is not None


def is_month_word(word: str) -> bool:
    """May, March and August need their capital; other months don't."""
    return word[0].isupper() or word.lower() not in words().month_capital


def is_bad_day(text: str, start: int, end: int) -> bool:
    """Whether a day that no month has stands beside the month ("February 30", "the 45th of May")."""
    if _BAD_DAY_AFTER.match(text, end) and not counts_something(text, _BAD_DAY_AFTER.match(text, end).end()):  # type: ignore[union-attr]
        return True
    return bool(_BAD_DAY_BEFORE.search(text[max(0, start - _WINDOW) : start]))


def is_month(text: str, start: int, end: int) -> bool:
    """Whether a month's name without day and year is that month, and no person, verb or march."""
    word, left, right = text[start:end].lower(), word_before(text, start), word_after(text, end)
    if word not in words().month_cue or _MONTH_RANGE.match(text, end):
        return True
    if left in words().beside["month_strong"]:
        return not (word == "may" and left in ("this", "last", "past") and right in words().beside["said"])
    beside = words().beside
    if word == "march" and left not in beside["march_left"] and right in beside["march_right"]:
        return False
    if left not in beside["month_left"] or right in beside["said"]:
        return left == "" and right == "" and text[start:end].istitle() and text.strip() == text[start:end]
    if left in ("the", "a"):
        return bool(right)
    return not (word == "may" and _MAY.search(text, max(0, start - _REPORT), start + _REPORT))


def is_weekday(text: str, start: int, end: int) -> bool:
    """Whether a weekday is one, not a newspaper or a named day; plurals ("Fridays") are habits."""
    after = word_after(text, end)
    return (
        (after != "of" or _has_matter_behind(text, start, end))
        and after not in words().weekday_not_before
        and word_before(text, start) not in words().weekday_not_after
    )


def _has_matter_behind(text: str, start: int, end: int) -> bool:
    """Whether the *of* behind a weekday belongs to the verb before it ("accused B on *Monday of* theft"), not to the day ("the *Friday of* Rage",
    "on Monday of the week after").
    """
    return word_before(text, start) not in words().beside["determiners"] and not _OF_A_WEEK.match(text, end)


def is_short_weekday(text: str, end: int) -> bool:
    """Whether a date follows, as it must after "Sun" or "Sat" to be a day."""
    rest = text[end : end + 14].lstrip(" ,.")
    if rest[:1].isdigit() or rest.startswith("the "):
        return True
    match = _NEXT_WORD.match(rest)
    return bool(match) and match[1].lower().rstrip(".") in words().months if match else False


def is_season(text: str, start: int, end: int) -> bool:
    """Whether a season without a year stands where a time would ("in the spring")."""
    left = word_before(text, start)
    if left == "the":
        left = word_before(text, text.rfind("the", 0, start) if start > 4 else 0)
        return left in ("in", "since", "by", "until", "during", "this") and word_after(text, end) != "of"
    return left in words().beside["season_left"] and text[start:end].lower() != "fall"


def counts_something(text: str, end: int) -> bool:
    """Whether a number that ends here counts what follows ("20 people", "1300 GMT", "15 percent")."""
    rest = text[end : end + 1]
    return rest == "%" or word_after(text, end) in words().not_year_before


def followed_by_noun(text: str, end: int) -> bool:
    """Whether an ordinal belongs to a noun ("the 7th fleet", "the 5th time")."""
    after = word_after(text, end)
    return (bool(after) and after not in words().beside["ends"] and after not in ("of",)) or after == "of"


def is_year(text: str, start: int, end: int, year: int) -> bool:
    """Whether a four-digit number is a year: by its neighbours, and strictly so outside 1800 to 2100."""
    left = word_before(text, start)
    if left == "least" and text[max(0, start - 15) : start].lower().endswith("since at least "):
        return True
    if _is_part_of_number(text, start, end, left) or left in words().not_year_after or _counts(text, start, end, left):
        return False
    if left in words().year_cues:
        return 1000 <= year <= 2100
    return 1800 <= year <= 2100 and _fits_bare(text, start, end, left)


def _is_part_of_number(text: str, start: int, end: int, left: str) -> bool:
    """Whether money, a version, a score or another number goes on at either end."""
    if text[max(0, start - 1) : start] in _NUMBER_JOINTS and start and not left.endswith("-"):
        return True
    if text[end : end + 1] in ("-", "/", ":", "%") and text[end + 1 : end + 2].isdigit():
        return True
    return left[:1].isdigit() or left in ("$", "\u20ac", "\u00a3", "#")


def _counts(text: str, start: int, end: int, left: str) -> bool:
    """Whether the number counts what follows; "In 2018 soldiers ..." at the head of a sentence is a year."""
    opens = left in ("in", "since") and text[max(0, start - 3) : start - 1].istitle()
    return counts_something(text, end) and not (opens and word_after(text, end) not in ("gmt", "percent", "local"))


def _fits_bare(text: str, start: int, end: int, left: str) -> bool:
    """A year without a preposition: nominal ("the 1994 accord"), in brackets, or a date of its own."""
    if not left or text[start - 1 : start] == "(":
        return True
    after = word_after(text, end)
    if text[max(0, start - 2) : start].strip() in (",", ";", "(", "\u2014", "\u2013"):
        return True
    if left in words().beside["determiners"] or left.endswith(("'s", "\u2019s", "s'", "s\u2019")):
        return bool(after)
    if _ADJECTIVE_LEFT.search(text[max(0, start - 2 * _WINDOW) : start]):
        return bool(after) and after not in words().beside["ends"]
    named = text[max(0, start - _WINDOW) : start].split()[-1:]
    return bool(named) and named[0][:1].isupper() and after in ("election", "elections", "olympics", "games")
