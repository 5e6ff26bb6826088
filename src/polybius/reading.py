"""Text as it comes: which stretches of a report are sentences of it, and which are page furniture.

Gives exact spans of the original text, each with a copy of the same length that a parser reads better
(straight quotes, ALL-CAPS headlines in ordinary case).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import cast

from polybius.lexicon.files import DATA, parse
from polybius.model import Span
from polybius.where.datelines import after_town

# What is longer is no sentence: time grows with the square of its words. The longest of 3,145 in newspapers has 156 words and 879 characters.
LONGEST_WORDS, LONGEST_SENTENCE = 300, 4000  # words and marks; characters

ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gen lt col maj capt cpl sgt cmdr adm brig rev fr hon gov sen rep pres amb sec st
    jr sr vs etc inc ltd co corp bros dept univ est approx no nos vol fig jan feb mar apr jun jul aug
    sept sep oct nov dec mt ft e.g i.e a.m p.m u.s u.k u.n e.u d.c d.p.r.k r.o.k s n w al messrs mme
    mlle sra sr eng ave blvd rd supt det insp const hr min cf ca""".split()
)
# Both begin where a run of marks or blanks does: begun at each mark of a run of n, they'd walk it n times.
_END = re.compile(r"(?<![.!?…])[.!?…]+(?:[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[^\sa-z])|[\"”’]*(?=[A-Z][a-z]+ ))")
_BLANK = re.compile(r"(?<!\s)\s*\n\s*")
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’\- ]{2,40}(?:, [A-Z][\w.'’\- ]{1,40}){0,2})(?:,? (?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?))?"
    r" ?(?P<wire>\([A-Z][\w.&/’' \-]{1,40}\))?(?P<end> ?[—–:] ?| ?--? )"
)
# What desks set before a headline, and the hour before an entry of a running report, with who writes it ("9.20am *Jane Hart writes:* ...").
_LABEL = re.compile(
    r"(?:(?:BREAKING|Breaking|URGENT|Urgent|FLASH|ALERT|Alert|JUST IN|Just in|NEWSFLASH|Newsflash|LATEST|Latest|EXCLUSIVE|Exclusive|DEVELOPING|LIVE|Live|"
    r"(?:Breaking|BREAKING|Latest|LATEST) (?:news|News|NEWS)|(?:The|THE) (?:latest|Latest|LATEST)|(?:(?:World|WORLD|News|NEWS|Africa|Asia|Europe) )?(?:In|in|IN) (?:brief|Brief|BRIEF)|"
    r"\d{1,2}[.:]\d{2} ?(?:am|pm|GMT|BST|UTC|CET|EST|ET)?)(?: ?: | [-–—] )"
    r"|\d{1,2}[.:]\d{2} ?(?:am|pm) (?:[A-Z][\w'’-]+ [A-Z][\w'’-]+(?: writes)?: )?(?=[A-Z\"“])"
    r"|(?:(?:\d(?:ST|ND|RD|TH) )?LEAD|(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|ROUNDUP|TOPWRAP)(?: \d{1,2})?)(?: ?[-–—:] ?))(?=\S)"
)
_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "\u00a0": " ", "–": "-", "—": "-",
                        "\u200b": " ", "\u2009": " ", "\u202f": " ", "\ufeff": " ", "\t": " ", "\n": " ", "\r": " ", "\x0b": " ", "\x0c": " "})  # fmt: skip
# Characters that print nothing, as blanks: what stands on both sides of one is no single word or sentence.
_CONTROLS = {c: " " for c in (*range(0x20), *range(0x7F, 0xA0)) if chr(c) not in "\t\n\r\x0b\x0c\x85"}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TOKEN = re.compile(r"\w+|[^\w\s]")
# Where clauses end, surely and likely: what runs on without an end is cut there.
_STRONG_MARK = re.compile(r"[;:](?=\s)|\s[-–—]+(?=\s)|\s{20,}")
_MARK = re.compile(rf"{_STRONG_MARK.pattern}|,(?=\s)")
_SMALL = frozenset(
    """a an the of in on at to for from by with and or but nor as over after before into against amid vs is
    are be""".split()
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document: ``plain`` has the length of the span and is what the parser reads."""

    span: Span
    plain: str
    headline: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's sentences, and the spans that were passed over: of datelines, of page furniture, and of what runs on ``endless``."""

    sentences: tuple[Sentence, ...]
    datelines: tuple[Span, ...]
    left_out: tuple[Span, ...]
    endless: tuple[Span, ...] = ()


def read(text: str, title: str | None = None) -> Reading:
    """Splits a report into sentences; lines told twice (a title and its copy) are kept once."""
    sentences: list[Sentence] = []
    datelines: list[Span] = []
    left_out: list[Span] = []
    endless: list[Span] = []
    seen: set[str] = set()
    text = text.translate(_CONTROLS)
    lines = list(_lines(text))
    closed = False
    for number, span in enumerate(lines):
        line = span.of(text)
        key = _key(line)
        closed = closed or (number >= 2 * len(lines) / 3 and bool(_closers().fullmatch(line.strip())))
        if closed or not key or key in seen or _furniture().fullmatch(line.strip()):
            left_out.append(span)
            continue
        if len(key) > 20 or number == 0:
            seen.add(key)
        for whole, ends in _sentences(text, span.start, span.end):
            if not ends:
                endless.append(whole)
                continue
            start = _before_report(whole.of(text))
            if not start and whole.start == span.start:
                start = after_town(whole.of(text))
            if start:
                datelines.append(Span(whole.start, whole.start + start))
            piece = Span(whole.start + start, whole.end)
            headline = _is_headline(piece.of(text)) and len(lines) > 1
            sentences.append(Sentence(piece, _plain(piece.of(text)), headline))
    return Reading(tuple(sentences), tuple(datelines), tuple(left_out), tuple(endless))


def _key(line: str) -> str:
    return " ".join(_WORD.findall(line.lower()))


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in parse(DATA / "boilerplate.yaml")["lines"]), re.IGNORECASE)


@cache
def _closers() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in parse(DATA / "boilerplate.yaml")["closers"]), re.IGNORECASE)


def _lines(text: str) -> list[Span]:
    """Lines with their edges trimmed; hard-wrapped lines (no end mark, next starts in lower case) are joined."""
    out: list[Span] = []
    start = 0
    for found in [*_BLANK.finditer(text), None]:
        end = found.start() if found else len(text)
        if end > start and text[start:end].strip():
            wrapped = (
                out
                and "\n\n" not in text[out[-1].end : start]
                and text[out[-1].end - 1] not in '.!?…"”:'
                and (text[start].islower() or (out[-1].end - out[-1].start > 60 and text[start : start + 1].islower()))
            )
            if wrapped:
                out[-1] = Span(out[-1].start, end)
            else:
                lead = len(text[start:end]) - len(text[start:end].lstrip())
                out.append(Span(start + lead, start + len(text[start:end].rstrip())))
        start = found.end() if found else end
    return out


def _before_report(sentence: str) -> int:
    """How many characters labels and a dateline take before what a sentence reports ("UPDATE 2-", "SEOUL (Wire) - ")."""
    label = _LABEL.match(sentence)
    start = label.end() if label is not None and len(sentence) - label.end() >= 12 else 0
    return start + _after_dateline(sentence[start:])


def _after_dateline(line: str) -> int:
    """How many characters a dateline at the start takes ("SEOUL (Wire) - "): 0 without one."""
    found = _DATELINE.match(line)
    if not found or len(line) - found.end() < 20:
        return 0
    letters = [c for c in found["place"].split(",")[0] if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    if upper < len(letters) and not found["wire"]:
        return 0
    return found.end() if upper >= 0.8 * len(letters) else 0


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[Span, bool]]:
    """The sentences of a line; what runs on in it for longer than any has False beside it."""
    begin = start
    for found in _END.finditer(text, start, end):
        if not _is_abbreviation(text, begin, found):
            yield from _bounded(text, begin, found.end())
            begin = found.end()
    yield from _bounded(text, begin, end)


def _is_abbreviation(text: str, begin: int, found: re.Match[str]) -> bool:
    if found.group() != ".":
        return False
    before = text[max(begin, found.start() - 12) : found.start()].rsplit(None, 1)
    word = before[-1].lstrip("\"'“‘([").lower() if before else ""
    after = text[found.end() : found.end() + 12].strip()
    if word in ABBREVIATIONS:
        ends_often = word in (
            "u.s",
            "u.k",
            "u.n",
            "e.u",
            "d.c",
            "a.m",
            "p.m",
            "inc",
            "ltd",
            "co",
            "corp",
            "etc",
            "jr",
            "sr",
        )
        return not (
            ends_often
            and re.match(
                r"(?:The|He|She|It|They|But|In|On|A|An|At|This|That|We|I|His|Her|Its|Their|As|After|For)\b", after
            )
        )
    return len(word) == 1 and word.isalpha() and word != "i"


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[Span, bool]]:
    """A trimmed span; what is too long for a sentence in pieces that end where clauses do, and those of no clauses as False."""
    piece = _trimmed(text, start, end)
    while piece is not None and (limit := _limit(text, piece)) is not None:
        cut = _last_mark(text, piece.start, limit)
        sure = cut is not None
        if cut is None:
            after = _MARK.search(text, limit, piece.end)
            cut = after.end() if after is not None else piece.end
        yield cast(Span, _trimmed(text, piece.start, cut)), sure
        piece = _trimmed(text, cut, piece.end)
    if piece is not None:
        yield piece, True


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """A stretch without the blanks at its ends; None where it has nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None


def _limit(text: str, piece: Span) -> int | None:
    """Where a stretch has gone on for as long as sentences do; None where it ends before."""
    last = min(piece.end, piece.start + LONGEST_SENTENCE)
    more = next(islice(_TOKEN.finditer(text, piece.start, last), LONGEST_WORDS, None), None)
    if more is not None:
        return more.start()
    return last if last < piece.end else None


def _last_mark(text: str, start: int, limit: int) -> int | None:
    """Where the last clause before a limit ends: at a sure mark in the second half, else at any; None where there is none."""
    for mark, earliest in ((_STRONG_MARK, (start + limit) // 2), (_MARK, start)):
        ends = [found.end() for found in mark.finditer(text, start, limit)]
        if ends and ends[-1] > earliest:
            return ends[-1]
    return None


def _is_headline(sentence: str) -> bool:
    return sentence[-1] not in ".!?…\"”'’:;," and len(sentence) < 160


def _plain(sentence: str) -> str:
    """The same length in simpler characters; shouting is put into ordinary case."""
    plain = sentence.translate(_PLAIN)
    letters = [c for c in plain if c.isalpha()]
    if len(letters) > 12 and sum(c.isupper() for c in letters) > 0.85 * len(letters):
        plain = _WORD.sub(lambda m: _quiet(m.group()), plain)
    return plain if len(plain) == len(sentence) else sentence


def _quiet(word: str) -> str:
    lower = word.lower()
    if lower in _SMALL:
        return lower
    quiet = word if len(word) <= 2 else word.capitalize()
    return quiet if len(quiet) == len(word) else word


def whole(text: str) -> Reading:
    """A text taken as one sentence, nothing left out."""
    return Reading((Sentence(Span(0, len(text)), _plain(text), False),), (), ())
