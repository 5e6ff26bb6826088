"""Which time an event takes, the tense of a time read without a parse, and when a time is history."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from polybius.model import Span, When
from polybius.when import days
from polybius.when.expression import Expression
from polybius.when.resolve import resolve
from polybius.when.scan import counting, scanned
from polybius.when.words import words

_HISTORY, _DECADE = timedelta(days=365), timedelta(days=3650)
_MOST_OF_A_YEAR, _SOON = 250, 31  # days
_TENSE_WINDOW = 90
_MEANS = re.compile(r"(?:by|in|during)\s+(?:(?:the|an?|another)\s+)?", re.IGNORECASE)
_CLAUSE_MARK = re.compile(
    r"[;:\u2014]|, (?:which|who|while|but|and|as|after|before|where|when)\b"
    r"|\b(?:after|before|when|while|because|that|although|but)\b"
)
_WHEN = re.compile(r",? when\b")  # "in 2016, *when* B shot down a jet"
_SINCE = re.compile(r"\bsince (?:[\w\u2019'-]+ ){1,10}\Z", re.IGNORECASE)  # "since his arrest last *October*"
# A clause told besides the main one has its own day ("*after* B struck A, C said on Monday"; "C said on Monday *that* B struck").
_BESIDES = re.compile(r"\b(?:after|before|since|because|that|although)\b|;")
# A clause coordinated with the event's that has a subject of its own ("freed six soldiers, *and they came home on Wednesday*").
_NEXT_CLAUSE = re.compile(r",? (?:and|but) (?:he|she|it|they|one|both|all)\b")
# What a time stands behind that opens a clause of its own ("shelved a drill, *and on* Friday B ...")
_OPENING_NEXT = re.compile(r",? (?:and|but|while)(?: (?:early|late))?(?: (?:on|in|at))? ?\Z")
_OPENING_BESIDES = re.compile(r"\b(?:after|before|since|following)\b[^,;:]*\Z", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:when|after|as|once|while|before|since|during|following)\b[^,;:]*\Z", re.IGNORECASE
)  # a clause that dates the main one
_HAVING = re.compile(
    r"\bHaving\b[^,;:]*\Z"
)  # what had been done before: "*Having* closed the mine in April, A will let B in"
_TOGETHER = re.compile(r",\s+\w+ing\b")  # "was in Paris in 2015, *meeting* B": the time holds for both
_PARAGRAPH = "\n\n"
_TOLD_WITHIN = 400  # characters for which a time of the past told in a narrative holds
# A year in a clause about somebody or something isn't the time of its sentence ("A, *which abolished its army in 1948*, sent policemen").
_IN_PASSING = re.compile(r"\b(?:which|who|whom|whose|where|when|(?<!said )(?<!says )that)\b[^,;.]*\Z")
# What shows that a report is back in its own day: somebody quoted, or what is, has been or will be.
_NOW = re.compile(
    r"[\"\u201c]|\b(?:(?:has|have|is|are|do|does)(?:n['\u2019]t)?|says?|will|remains?|believes?|expects?)\b"
)
_GOES_ON = re.compile(r"\b(?:ha(?:s|ve)|['\u2019](?:s|ve))\b", re.IGNORECASE)
_ODD_YEAR = re.compile(r",? (?:\d{4,}(?=[.,;:)]|\s*\Z)|\d+ BCE?\b|AD \d+)")  # behind a day whose year wasn't read
_COUNT = re.compile(r"\d \Z")
_LEAP_YEAR = 2000
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_IMPOSSIBLE = re.compile(
    rf"\b(?P<month>{_MONTH}) (?P<after>\d{{1,2}})(?:st|nd|rd|th)?\b(?![,:.]\d)"
    rf"|\b(?P<before>\d{{1,2}})(?:st|nd|rd|th)?(?: day)?(?: of)? (?P<name>{_MONTH})\b"
    r"|(?<![\d/])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?:\d{4}|\d{2})(?![\d/])"
)
_QUOTED = re.compile(r'"[^"\n]{1,600}"|\u201c[^\u201d\n]{1,600}\u201d')
_SENTENCE_END = re.compile(r"[.!?][\"\u201d')]?\s+(?=[A-Z\"\u201c])")
_CLAUSE_END = re.compile(r"[.!?,;]")
_OPENING_WORDS = 3  # "On Monday, the council will meet": what follows the comma tells the tense
_WORD = re.compile(r"[A-Za-z]+")
# "told *the Senate in Bern* on Monday"
_TOLD = re.compile(
    r"\b(?:tells?|told|informed) (?:(?:the|a|an|his|her|its|their) )?(?:[A-Z][\w'\u2019-]* ){0,3}(?:[\w'\u2019-]+ )"
    r"(?:(?:of|in|at) (?:the )?[A-Z][\w-]* )?(?:(?:late|early) )?(?:on )?\Z"
)
# "will open a crossing, they *agreed in Lima* on Monday"
_SETTLED = re.compile(r"\b(?:agreed|decided|pledged|promised|vowed)(?: (?:in|at) (?:the )?[A-Z][\w-]*)? (?:on )?\Z")
# A time within which the like is counted: "met for the *third* time *this year*", "its *fifth* test *this year*"
_NTH = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\d+(?:nd|rd|th)"
_COUNTED_TIME = re.compile(rf"\b(?:first|only|{_NTH}) time (?:in |so far )?\Z", re.IGNORECASE)
_COUNTED_THING = re.compile(rf"\b(?:{_NTH})(?: such| round of)?(?: [\w-]+){{1,2}} (?:so far )?\Z", re.IGNORECASE)
_WIDTHS = {"day": 0, "week": 1, "month": 2, "year": 3}  # of times that a narrative counts on from
_UNITS = {"hour": "day", "day": "day", "weekend": "week", "week": "week", "fortnight": "week", "month": "month"}
ASIDE = " of another clause"  # ends the basis of a time that is only near the event's
_FAR = 10_000
_LOOKBACK = 2_000  # characters before a sentence in which the time that "a day later" counts from is looked for


def dates(text: str, published: date | None) -> list[When]:
    """Every time that a text names and that can be pinned, in order; tense is judged from the words near each."""
    found = []
    anchor: When | None = None
    for each in scanned(text):
        if _is_cut(text, each):
            continue
        when = resolve(each, published, tense_near(text, each), anchor)
        if when is not None:
            found.append(when)
            anchor = when if _is_anchor(each, when) else anchor
    return found


def event_when(
    text: str,
    sentence: Span,
    trigger: Span,
    modifiers: Sequence[Span],
    published: date | None,
    tense: str,
    asides: Sequence[Span] = (),
    backgrounds: Sequence[Span] = (),
    apart: bool = False,
) -> tuple[When | None, str]:
    """The time of the event that ``trigger`` tells, and the reason for it.

    ``modifiers`` are the phrases that modify the event's predicate: the nearest time in one of them comes first, then
    the best of the sentence, then the publication day (basis ``publication``), then None. ``asides`` are relative clauses
    that tell of something else: what is long past there is their own background. So are ``backgrounds``, in which a day of now may be the
    event's. ``apart``: the event is told beside its sentence's predicate, whose day is only near its own.
    """
    times = scanned(text)
    inside = [each for each in times if sentence.start <= each.span.start and each.span.end <= sentence.end]
    ranked = sorted(
        (each for each in inside if _can_date(text, each, trigger, modifiers)),
        key=lambda each: _distance(each, trigger),
    )
    own = _counted_from(text, sentence, inside, trigger, published) or _modifying(
        text, sentence, ranked, trigger, modifiers, published, tense, backgrounds
    )
    if own is not None:
        return own
    for each in sorted(ranked, key=lambda each: _cost(text, sentence, each, trigger)):
        if _is_foreign(text, sentence, each, trigger, tense):
            continue
        counted = _counts_on(text, sentence, each, trigger)
        when = _resolved(text, each, published, "past" if counted else _tense_of(text, each, trigger, tense))
        within = any(_overlap(each.span, clause) for clause in asides)
        if within:
            continue  # a clause that tells of somebody has its own time
        if is_historical(when, published) and any(_overlap(each.span, clause) for clause in backgrounds):
            continue
        aside = _borders(text, sentence, each, trigger)
        if when is None or _is_to_come(when, published, tense) or (is_historical(when, published) and aside):
            continue  # what is long past in another clause is that clause's background
        if _is_ahead(each, when, published, tense):
            continue
        if counted:
            return _up_to_now(when, published), f"since the time '{each.span.of(text)}'"
        if apart or _is_besides(text, sentence, each, trigger):
            when = replace(when, basis=when.basis + ASIDE)
        return when, f"time '{each.span.of(text)}' stands in the event's sentence ({when.basis})"
    outside = [each for each in inside if not any(_overlap(each.span, clause) for clause in asides)]
    going_on = _lasting(text, sentence, outside, trigger, published)
    if going_on is not None:
        return going_on, "goes on for the time named"
    if any(_is_cut(text, each) for each in inside) or _names_no_day(text, sentence):
        return None, "a day that no calendar has, or of a year that can't be read"
    if published is None:
        return None, "no time named, publication day unknown"
    return When(published, published, "day", "publication"), "no time named: publication day"


def _counted_from(
    text: str, sentence: Span, inside: Sequence[Expression], trigger: Span, published: date | None
) -> tuple[When, str] | None:
    """The day of what another act is told to have come so long after or before, with the reason: "two days after B *struck*"; that act is
    taken to be of the other time of the sentence, else of the publication day.
    """
    for each in counting(text):
        if not sentence.start <= each.span.start or not each.span.end <= trigger.start < sentence.end:
            continue
        if _CLAUSE_END.search(text, each.span.end, trigger.start) or _CLAUSE_MARK.search(
            text, each.span.end, trigger.start
        ):
            continue
        dating = [
            t for t in inside if t.kind != "duration" and not _overlap(t.span, Span(each.span.start, trigger.end))
        ]
        if any(t.span.start > trigger.end and not _CLAUSE_END.search(text, trigger.end, t.span.start) for t in dating):
            return None  # "two days after B struck on Monday" has its day
        told = [w for t in dating if (w := _resolved(text, t, published, "past")) is not None and w.precision == "day"]
        reference = told[0].start if told else published
        found = resolve(replace(each, kind="ago", count=-each.count, high=-each.high), reference)
        if found is not None and published is not None and found.start is not None and found.start > published:
            return None
        if found is not None:
            return replace(
                found, basis="counted" if told else "counted from publication"
            ), f"'{each.span.of(text)}' counted from {reference}"
    return None


def _modifying(
    text: str,
    sentence: Span,
    ranked: Sequence[Expression],
    trigger: Span,
    modifiers: Sequence[Span],
    published: date | None,
    tense: str,
    backgrounds: Sequence[Span],
) -> tuple[When, str] | None:
    """The nearest time that stands in a phrase of the event's predicate, with the reason."""
    for each in ranked:
        if _counts_on(text, sentence, each, trigger):
            continue
        if (
            any(_overlap(each.span, modifier) for modifier in modifiers)
            or _in_phrase(each, trigger)
            or _opens_clause(text, each, trigger)
        ):
            # "trapped since *May 7, when* B closed its border": closed that day
            day = each.parts[0] if each.relation == "since" and _opens_clause(text, each, trigger) else each
            when = _resolved(text, day, published, _tense_of(text, each, trigger, tense))
            if is_historical(when, published) and any(_overlap(each.span, clause) for clause in backgrounds):
                continue
            if (
                when is not None
                and not _is_to_come(when, published, tense)
                and not _is_ahead(each, when, published, tense)
            ):
                return when, f"time '{each.span.of(text)}' modifies the event ({when.basis})"
    return None


def _tense_of(text: str, expression: Expression, trigger: Span, tense: str) -> str:
    """The tense of a time: past where what is to come was agreed on it ("will open a crossing, *they agreed on Monday*"), and behind a verb of
    the past, though the sentence is in the present ("the ban *follows* the arrest of B, whom C *seized on Monday*"; "the ban, *imposed on
    Monday*, *forbids* sales").
    """
    if tense == "future" and _SETTLED.search(text, max(trigger.end, expression.span.start - 80), expression.span.start):
        return "past"
    if tense != "present":
        return tense
    cues = _cues().finditer(text, trigger.end, max(trigger.end, expression.span.start))
    just = _cues().finditer(" ".join(_words_before(text, expression, 2)))
    return "past" if any(cue.lastgroup == "past" for cue in (*cues, *just)) else tense


def _is_cut(text: str, expression: Expression) -> bool:
    """Whether what was read is only a part of a time that can't be ("December 31, *9999*", "March 15, *44 BC*", "*3000* years ago")."""
    before = text[max(0, expression.span.start - 12) : expression.span.start]
    counted = expression.kind == "ago" and expression.name == "vague" and _COUNT.search(before) is not None
    dated = expression.month is not None and expression.year is None
    return counted or (dated and _ODD_YEAR.match(text, expression.span.end) is not None)


def _names_no_day(text: str, sentence: Span) -> bool:
    """Whether what looks like a day in a sentence is none: "February 30", "the 45th of May", "31/31/2019"."""
    for found in _IMPOSSIBLE.finditer(text, sentence.start, sentence.end):
        day = int(found["after"] or found["before"] or 0)
        month = found["month"] or found["name"]
        if month:
            if days.day(_LEAP_YEAR, words().months[month.lower()], day) is None:
                return True
            continue
        first, second = int(found["first"]), int(found["second"])
        if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
            return True
    return False


def _opens_clause(text: str, expression: Expression, trigger: Span) -> bool:
    """Whether a time is described by the clause that holds the event: "in *2016*, when B *shot down* a jet"."""
    link = _WHEN.match(text, expression.span.end)
    return link is not None and link.end() <= trigger.start and not _CLAUSE_MARK.search(text, link.end(), trigger.start)


def _counts_on(text: str, sentence: Span, expression: Expression, trigger: Span) -> bool:
    """Whether a time is only that from which an event goes on: "has been *held* since his arrest last *October*"."""
    link = _SINCE.search(text, max(sentence.start, expression.span.start - 120), expression.span.start)
    return link is not None and not link.start() <= trigger.start < expression.span.end


def _up_to_now(when: When, published: date | None) -> When:
    start = when.start or when.end
    return When(start, max(published or start, start) if start else published, "interval", "since another event")


def told_before(text: str, sentence: Span, published: date) -> When | None:
    """The last time told before a sentence in its paragraph, when it lies over a year back and the report hasn't come back to its own day
    since; None otherwise.
    """
    start = max(sentence.start - _TOLD_WITHIN, text.rfind(_PARAGRAPH, 0, sentence.start), 0)
    found, anchor = None, start
    for each in scanned(text):
        if start <= each.span.start and each.span.end <= sentence.start:
            when = resolve(each, published, "past")
            found = when if when is not None and _is_anchor(each, when) else found
            if found is when and when is not None:
                anchor = each.span.start
    last = (found.end or found.start) if found else None
    if last is None or published - last <= _HISTORY or _is_left(text[start : sentence.start], anchor - start):
        return None
    return found


def _is_left(told: str, anchor: int) -> bool:
    """Whether a report has come back from the past by the end of what is ``told``: the time stands in a clause about a place or a person, its
    sentence or one after it speaks of what is or has been, or somebody is quoted.
    """
    opening = max((m.end() for m in _SENTENCE_END.finditer(told, 0, anchor)), default=0)
    return bool(_IN_PASSING.search(told, opening, anchor) or _NOW.search(told, opening))


def _lasting(
    text: str, sentence: Span, inside: Sequence[Expression], trigger: Span, published: date | None
) -> When | None:
    """The stretch up to publication that a duration tells of what still goes on: "*has* been held *for two years*"."""
    if published is None:
        return None
    for each in inside:
        if each.kind != "duration" or _distance(each, trigger) > _TENSE_WINDOW:
            continue
        first, second = sorted((each.span, trigger), key=lambda span: span.start)
        between = text[max(sentence.start, first.start - 40) : second.end]
        if not _CLAUSE_MARK.search(text, first.end, second.start) and _GOES_ON.search(between):
            start = days.moved(published, each.unit, -each.high)
            return When(start, published, "interval", "duration") if start else None
    return None


def _is_to_come(when: When, published: date | None, tense: str) -> bool:
    """Whether a time lies after the report, of which the event is told as past: it is another's ("who leaves next year, *said*")."""
    first = when.start or when.end
    return tense == "past" and published is not None and first is not None and first > published


def _is_ahead(expression: Expression, when: When, published: date | None, tense: str) -> bool:
    """Whether a day without a year, most of a year back if it is past, is one of the next weeks, so another thing's: "offered talks *on July 21*"
    told on July 18.
    """
    if (
        tense != "past"
        or published is None
        or expression.kind != "day"
        or expression.year is not None
        or expression.direction
    ):
        return False
    if when.precision != "day" or when.start is None or (published - when.start).days < _MOST_OF_A_YEAR:
        return False
    coming = resolve(expression, published, "future")
    return coming is not None and coming.start is not None and (coming.start - published).days <= _SOON


def is_historical(when: When | None, published: date | None) -> bool:
    """Whether a time is background: over a year before publication, years ago, an era, or an earlier nominal year."""
    if when is None:
        return False
    last = when.end or when.start
    named = when.basis.startswith("era")
    nominal = when.basis.startswith(("nominal year", "nominal decade", "nominal range"))
    if published is None or last is None:
        return named or nominal
    if when.end is None:
        return False
    if when.basis == "duration" and when.start is not None and published - when.start >= _DECADE:
        return True  # background: "has waged war *for decades*"
    if when.basis == "ago" and when.precision == "year":
        return True  # "a year ago", reckoned by calendar years
    return published - last > _HISTORY or ((named or nominal) and last.year < published.year)


def _resolved(text: str, expression: Expression, published: date | None, tense: str) -> When | None:
    anchor = _anchor(text, expression, published) if _counts_from_anchor(expression) else None
    return resolve(expression, published, tense, anchor)


def _counts_from_anchor(expression: Expression) -> bool:
    return expression.kind == "shift" or any(_counts_from_anchor(part) for part in expression.parts)


def _anchor(text: str, expression: Expression, published: date | None) -> When | None:
    """The nearest time told before an expression, days of saying only if there is no other; shifts count on in turn."""
    anchor: When | None = None
    said: When | None = None
    for each in scanned(text):
        if each.span.start >= expression.span.start:
            break
        if each.span.end < expression.span.start - _LOOKBACK:
            continue
        when = resolve(each, published, tense_near(text, each), anchor)
        if when is None or not _is_anchor(each, when) or _is_coarse(when, expression):
            continue
        if _after_reporting(text, each):
            said = when
        else:
            anchor = when
    return anchor or said


def _is_anchor(expression: Expression, when: When) -> bool:
    """A narrative goes on from a day, a week or a month, not from a stretch up to now or a time of background."""
    if expression.phrase is not None and expression.kind != "weekday":
        return False
    return when.precision in ("day", "week", "month", "year") and expression.kind not in ("bound", "span", "era")


def _is_coarse(when: When, expression: Expression) -> bool:
    """Whether a time is too wide to count from ("in *August* the ships met. *A day later* ..." goes on from a day told before that)."""
    units = {_UNITS.get(part.unit, "") for part in (expression, *expression.parts) if part.kind == "shift"}
    return any(unit and _WIDTHS[when.precision] > _WIDTHS[unit] for unit in units)


def _can_date(text: str, expression: Expression, trigger: Span, modifiers: Sequence[Span]) -> bool:
    if expression.kind == "duration" or expression.dateline or _is_cut(text, expression):
        return False
    if (expression.relation == "since" and _is_compared(text, expression)) or _is_counted_in(text, expression):
        return False
    described = _opens_clause(text, expression, trigger) or _in_phrase(expression, trigger)
    return expression.phrase is None or described or _names_means(text, expression, modifiers)


def _names_means(text: str, expression: Expression, modifiers: Sequence[Span]) -> bool:
    """Whether the thing that a time belongs to is what the event was done by or in: "were killed by *Saturday's attack*"."""
    phrase = expression.phrase
    return phrase is not None and any(
        each.start <= phrase.start < each.end and _MEANS.fullmatch(text, each.start, phrase.start) is not None
        for each in modifiers
    )


def _is_compared(text: str, expression: Expression) -> bool:
    """Whether "since" tells when the like was last seen: "the first visit since 1994"."""
    before = _WORD.findall(text[max(0, expression.span.start - 60) : expression.span.start])
    return not words().superlatives.isdisjoint(word.lower() for word in before)


def _is_counted_in(text: str, expression: Expression) -> bool:
    """Whether a stretch is only that in which the like is counted: "the third time *this year*", "its fifth test *this year*"."""
    told = expression.span.of(text).lower()
    if not told.startswith("this ") or not told.endswith(("year", "month", "week")):
        return False
    before = text[max(0, expression.span.start - 60) : expression.span.start]
    return bool(_COUNTED_TIME.search(before) or (told == "this year" and _COUNTED_THING.search(before)))


def _in_phrase(expression: Expression, trigger: Span) -> bool:
    return expression.phrase is not None and _overlap(expression.phrase, trigger)


def _overlap(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end


def _distance(expression: Expression, trigger: Span) -> int:
    if expression.span.start >= trigger.end:
        return expression.span.start - trigger.end
    return max(0, trigger.start - expression.span.end)


def _cost(text: str, sentence: Span, expression: Expression, trigger: Span) -> int:
    """Distance, with a surcharge for every clause border between, and a high one for the day of saying."""
    saying = _is_said(text, expression, trigger)
    borders = _borders(text, sentence, expression, trigger)
    return _distance(expression, trigger) + 200 * borders + (_FAR if saying else 0)


def _borders(text: str, sentence: Span, expression: Expression, trigger: Span) -> int:
    """Clause borders between a time and the trigger; a time that opens the sentence holds for its main clause."""
    first, second = sorted((expression.span, trigger), key=lambda span: span.start)
    comma = text[expression.span.end : expression.span.end + 1] == ","
    if first.end >= second.start or (comma and expression.span.start - sentence.start < 8):
        return 0
    closed = comma and first == expression.span and not _TOGETHER.match(text, expression.span.end)
    if closed and _OPENING.match(text[sentence.start : expression.span.end]):
        return 0
    return len(_CLAUSE_MARK.findall(text, first.end, second.start)) + closed


def _is_besides(text: str, sentence: Span, expression: Expression, trigger: Span) -> bool:
    """Whether a time stands in another clause than the event, one that needn't be of the same day."""
    first, second = sorted((expression.span, trigger), key=lambda span: span.start)
    if _BESIDES.search(text, first.end, second.start):
        return True
    if first == trigger and (
        _NEXT_CLAUSE.search(text, first.end, second.start) or _opens_next(text, expression, trigger)
    ):
        return True
    opening = _OPENING_BESIDES.search(text[sentence.start : trigger.start])
    return first == trigger and opening is not None and "," in text[trigger.end : expression.span.start]


def _opens_next(text: str, expression: Expression, trigger: Span) -> bool:
    """Whether a time behind the event is of what is told next: of a clause that it opens, or of who says so ("struck B, *C said on Monday*")."""
    if _OPENING_NEXT.search(text, trigger.end, expression.span.start):
        return True
    return "," in text[trigger.end : expression.span.start] and _is_said(text, expression, trigger)


def _is_said(text: str, expression: Expression, trigger: Span) -> bool:
    """Whether a time is that of a saying, and the event is none."""
    return _after_reporting(text, expression) and not _is_reporting(text, trigger)


def _is_foreign(text: str, sentence: Span, expression: Expression, trigger: Span, tense: str) -> bool:
    """Whether a time can't be the event's: in a quotation without it, of what had been done before, or of the saying of what is to come."""
    if _quotation(text, sentence, expression.span) != _quotation(text, sentence, trigger) and _quotation(
        text, sentence, expression.span
    ):
        return True
    before = text[sentence.start : expression.span.start]
    if (
        expression.span.end < trigger.start
        and "," in text[expression.span.end : trigger.start]
        and _HAVING.search(before)
    ):
        return True
    return tense != "past" and _is_said(text, expression, trigger)


def _quotation(text: str, sentence: Span, span: Span) -> int:
    """Where the quotation that a span lies in begins, counted from 1; 0 outside quotations."""
    for match in _QUOTED.finditer(text, sentence.start, sentence.end):
        if match.start() <= span.start and span.end <= match.end():
            return match.start() + 1
    return 0


def _is_reporting(text: str, trigger: Span) -> bool:
    return trigger.of(text).lower() in words().reporting


def _after_reporting(text: str, expression: Expression) -> bool:
    """Whether a verb of saying stands within two words before a time ("told reporters late on Monday"), or before whom it tells ("told the
    council in Bern on Monday").
    """
    if any(word.lower() in words().reporting for word in _words_before(text, expression, 2)):
        return True
    return _TOLD.search(text, max(0, expression.span.start - 80), expression.span.start) is not None


def _words_before(text: str, expression: Expression, most: int) -> list[str]:
    """The last words before a time."""
    return _WORD.findall(text[max(0, expression.span.start - 40) : expression.span.start])[-most:]


@cache
def _cues() -> re.Pattern[str]:
    future = "|".join(sorted((re.escape(cue) for cue in words().future_cues), key=len, reverse=True))
    past = "|".join(sorted((re.escape(cue) for cue in words().past_cues), key=len, reverse=True))
    return re.compile(
        rf"(?P<future>(?<![A-Za-z])(?:{future})\b)|(?P<past>\b(?:{past}|[a-z]{{2,20}}ed)\b)", re.IGNORECASE
    )


def tense_near(text: str, expression: Expression) -> str:
    """Future when the nearest tense cue before the time in its sentence, or else after it, is one of the future."""
    start, end = expression.span.start, expression.span.end
    before = text[max(0, start - _TENSE_WINDOW) : start]
    breaks = [match.end() for match in _SENTENCE_END.finditer(before)]
    cues = [match.lastgroup for match in _cues().finditer(before[breaks[-1] if breaks else 0 :])]
    if cues:
        return str(cues[-1])
    after = text[end : end + _TENSE_WINDOW]
    opens = len(before[breaks[-1] if breaks else 0 :].split()) <= _OPENING_WORDS
    stop = (_SENTENCE_END if opens else _CLAUSE_END).search(after)
    match = _cues().search(after[: stop.start()] if stop else after)
    return str(match.lastgroup) if match else "past"
