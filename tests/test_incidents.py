"""Joins give what comparing everything with everything gives: what is passed over couldn't have fitted."""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest

from polybius import incidents, likeness, storylines
from polybius.incidents import Incident, Report
from polybius.storylines import Part

DAY = date(2019, 5, 6)
WORDS = "wheat debts ships harbour sugar border letters bridges rivers markets pilots miners".split()


def _reports(seed: int) -> list[Report]:
    chance = random.Random(seed)
    out = []
    for n in range(150):
        start = chance.choice([None, *(DAY + timedelta(days=d) for d in range(25))])
        basis = chance.choice(["day", "day", "publication", "week", "month", ""]) if start else ""
        end = start + timedelta(days=chance.choice([0, 0, 3])) if start and chance.random() < 0.9 else None
        actors, recipients = (
            frozenset(chance.sample(["FRA", "IRN", "SYR"], chance.choice([0, 1, 1, 2]))) for _ in "ab"
        )
        out.append(
            Report(
                f"e{n:03}", f"d{n}", chance.choice(["CONSULT", "AGREE", "ACCUSE", "REJECT"]), None, "asserted", actors, recipients, start, end, basis,
                chance.choice([None, "Geneva", "Vienna"]), chance.choice(["city", "country"]), chance.choice([None, DAY]),
                frozenset(chance.sample(WORDS, 4)),
            )
        )  # fmt: skip
    return out


def _plainly(reports: list[Report]) -> list[list[str]]:
    """Every report against every open incident of its blocks, one by one."""
    made: list[Incident] = []
    open_: dict[tuple[str, bool, str], list[Incident]] = defaultdict(list)
    for report in sorted(reports, key=lambda r: (r.day, r.event)):
        its_own = [open_[block] for block in incidents.blocks(report)]
        met = dict.fromkeys(i for block in its_own for i in block)
        candidates = [i for i in met if report.day == date.min or report.day - i.last <= incidents.OPEN_FOR]
        best = incidents._best(report, candidates)
        if best is None:
            made.append(best := Incident())
        best.take(report)
        for block in its_own:
            if best not in block:
                block.append(best)
    return [i.events for i in made]


@pytest.mark.parametrize("seed", range(12))
def test_the_join_passes_over_only_what_cannot_fit(seed: int) -> None:
    reports = _reports(seed)
    joined = [i.events for i in incidents.join(reports)]
    assert joined == _plainly(reports) and any(len(events) > 2 for events in joined)


def _told(event: str, **said: object) -> Report:
    """A report of France's that rejects what Iran asked for, as told on the day, but for what is said otherwise."""
    fields: dict[str, object] = {
        "document": f"d-{event}", "type": "REJECT", "mode": None, "status": "asserted", "actors": frozenset({"FRA"}),
        "recipients": frozenset({"IRN"}), "start": DAY, "end": DAY, "basis": "weekday", "place": None, "place_precision": None, "published": DAY,
        "words": frozenset({"wheat", "debts", "ships"}),
    }  # fmt: skip
    return Report(event, **fields | said)  # type: ignore[arg-type]


def _joined(*reports: Report) -> bool:
    return len(incidents.join(reports)) == 1


def _days(number: int) -> timedelta:
    return timedelta(days=number)


def test_a_side_that_one_report_leaves_open_may_be_the_other_s() -> None:
    guessed = {"basis": "publication", "words": frozenset({"wheat", "sugar", "letters"})}
    full, open_ = _told("a", **guessed), _told("b", **guessed | {"recipients": frozenset()})
    assert _joined(full, open_)
    assert not _joined(full, _told("b", **guessed | {"recipients": frozenset({"SYR"})}))


def test_a_retelling_a_week_later_may_be_of_a_told_day_but_not_of_two() -> None:
    first = _told("a")
    later = {"start": DAY + _days(8), "end": DAY + _days(8), "published": DAY + _days(8)}
    assert _joined(first, _told("b", basis="publication", **later))
    assert not _joined(first, _told("b", **later))
    assert not _joined(first, _told("b", start=DAY + _days(1), end=DAY + _days(1)))


def test_a_promise_told_for_a_day_to_come_is_none_made_on_that_day() -> None:
    promised = {"type": "AGREE", "recipients": frozenset(), "actors": frozenset({"FRA", "IRN"})}
    friday = promised | {"start": DAY + _days(5), "end": DAY + _days(5)}
    assert _joined(_told("a", **friday), _told("b", **friday | {"published": DAY + _days(2)}))
    assert not _joined(_told("a", **friday), _told("b", **friday | {"published": DAY + _days(7)}))


@pytest.mark.parametrize("basis", ["weekday of another clause", "counted from publication", "shift"])
def test_a_day_that_is_only_near_may_be_the_day_before(basis: str) -> None:
    assert _joined(_told("a"), _told("b", basis=basis, start=DAY + _days(1), end=DAY + _days(1)))


def test_a_week_is_near_each_of_its_days_and_a_year_is_not() -> None:
    alone = frozenset({"miners"})
    week = _told("a", start=DAY - _days(6), end=DAY, basis="relative", words=alone)
    year = _told("a", start=DAY - _days(100), end=DAY + _days(264), basis="relative", words=alone)
    assert _joined(week, _told("b")) and not _joined(year, _told("b"))


def test_two_acts_of_one_sentence_stay_two() -> None:
    same = {"document": "d", "words": frozenset(WORDS)}
    assert not _joined(_told("a", **same), _told("b", type="ACCUSE", mode=None, **same))


def test_two_doers_of_one_sentence_did_two_things() -> None:
    same = {"document": "d", "words": frozenset(WORDS), "type": "CONCEDE"}
    both = _told("a", actors=frozenset({"FRA", "SYR"}), **same)
    assert not _joined(both, _told("b", **same)) and _joined(both, _told("b", **same | {"document": "e"}))


def test_weeks_ago_are_rounded() -> None:
    week = {"start": DAY - _days(13), "end": DAY - _days(7), "basis": "ago"}
    assert _joined(_told("a", **week), _told("b", start=DAY - _days(5), end=DAY - _days(5)))
    assert not _joined(_told("a", **week), _told("b", start=DAY - _days(3), end=DAY - _days(3)))
    days = week | {"end": DAY - _days(13)}  # "thirteen days ago"
    assert not _joined(_told("a", **days), _told("b", start=DAY - _days(12), end=DAY - _days(12)))


def test_a_guessed_day_needs_words_in_common_but_in_short_sentences() -> None:
    guessed: dict[str, object] = {"basis": "publication", "type": "COERCE"}
    wordy, other = (frozenset(f"{name}{n}" for n in range(9)) for name in ("miner", "pilot"))
    assert not _joined(_told("a", words=wordy, **guessed), _told("b", words=other, **guessed))
    assert _joined(_told("a", words=wordy), _told("b", words=other))
    short = {"words": frozenset({"pilots", "miners"}), **guessed}
    assert _joined(_told("a", words=wordy, **guessed), _told("b", **short))
    assert not _joined(_told("a", words=wordy, **guessed), _told("b", document="d-a", **short))
    late = {"start": DAY + _days(2), "end": DAY + _days(2)}
    assert not _joined(_told("a", words=wordy, **guessed), _told("b", **short | late))


def test_a_month_told_later_goes_to_what_was_told_of_a_day() -> None:
    first, second = _told("a"), _told("b", start=DAY + _days(10), end=DAY + _days(10))
    month = _told(
        "c",
        start=DAY - _days(5),
        end=DAY + _days(25),
        basis="relative",
        published=DAY + _days(12),
        words=frozenset(WORDS),
    )
    assert month.day == DAY + _days(12)
    assert sorted(len(i.events) for i in incidents.join([month, first, second])) == [1, 2]


def test_a_minister_s_talks_with_two_neighbours_are_two() -> None:
    def met(event: str, *countries: str) -> Report:
        return _told(event, type="CONSULT", actors=frozenset(countries), recipients=frozenset(), words=frozenset(WORDS))

    assert not _joined(met("a", "FRA", "IRN"), met("b", "FRA", "SYR"))
    assert _joined(met("a", "FRA", "IRN"), met("b", "FRA", "IRN", "SYR")) and _joined(
        met("a", "FRA", "IRN"), met("b", "IRN")
    )


def test_who_promised_another_is_not_who_was_promised() -> None:
    given = {"type": "AGREE", "words": frozenset(WORDS)}
    assert not _joined(_told("a", **given), _told("b", actors=frozenset({"IRN"}), recipients=frozenset(), **given))


def _parts(seed: int) -> list[Part]:
    chance = random.Random(seed)
    common = [f"common{'abcdef'[n]}" for n in range(6)]
    rare = [f"{a}{b}word" for a in "abcdefg" for b in "abcdefghij"]
    return [
        Part(
            f"i{chance.random():.9f}", chance.choice([None, *[DAY + timedelta(days=n // 3)] * 20]),
            frozenset(chance.sample(["FRA", "IRN", "SYR", "ISR"], chance.choice([0, 1, 2, 2, 3]))), chance.choice([None, "Geneva", "Vienna"]),
            frozenset(chance.sample(["military", "economic"], chance.choice([0, 1, 2]))),
            " ".join(chance.sample(common, 4) + chance.sample(rare, chance.choice([0, 2, 2, 2, likeness.WIDE + 5]))), 0.0, 1,
        )
        for n in range(200)
    ]  # fmt: skip


def _linked_plainly(parts: list[Part]) -> list[list[Part]]:
    """Every incident against each of the newest of every storyline that may go on, one by one."""
    dated = sorted((p for p in parts if p.day), key=lambda p: (p.day, p.incident))
    words = {p: storylines._stems(p.sentence) for p in dated}
    counts = Counter(w for said in words.values() for w in said)
    weights = {w: round(1e6 * math.log(1 + len(dated) / n)) for w, n in counts.items()}

    def like(a: Part, b: Part) -> float:
        shared, either = (sum(weights[w] for w in said) for said in (words[a] & words[b], words[a] | words[b]))
        fit = (shared / either if either else 0.0) + 0.06 * (
            len(a.countries & b.countries) / len(a.countries | b.countries)
        )
        if a.place is not None and a.place == b.place:
            fit += 0.08
        if a.contexts and b.contexts:
            fit += 0.06 * len(a.contexts & b.contexts) / len(a.contexts | b.contexts)
        return fit

    lines: list[list[Part]] = []
    for part in dated:
        fits = [
            (like(part, other), -number)
            for number, line in enumerate(lines) if (part.day or DAY) - (line[-1].day or DAY) <= storylines.GAP
            for other in line[-storylines.RECENT :] if 2 * len(part.countries & other.countries) >= len(part.countries | other.countries) > 0
        ]  # fmt: skip
        best = max(fits, default=(0.0, 0))
        if best[0] >= storylines.LIKE:
            lines[-best[1]].append(part)
        else:
            lines.append([part])
    return [line for line in lines if len(line) >= storylines.FEWEST]


@pytest.mark.parametrize("seed", range(8))
def test_incidents_compared_at_once_are_linked_as_one_by_one(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "_AT_FIRST", 4)  # so that the tables grow
    parts = _parts(seed)
    lines = [line.parts for line in storylines.link(reversed(parts))]
    assert lines == _linked_plainly(parts) and any(len(line) > storylines.RECENT for line in lines)


def test_a_title_is_made_of_the_words_that_a_storyline_shares() -> None:
    told = ["Sugar talks went on in the harbour", "More sugar talks at night", "Sugar talks without bridges"]
    parts = [
        Part(f"i{n}", DAY, frozenset({"FRA", "IRN"}), "Geneva", frozenset(), sentence, 0.0, 1)
        for n, sentence in enumerate(told)
    ]
    other = [Part(f"o{n}", DAY, frozenset({"SYR"}), None, frozenset(), f"Pilots {n}", 0.0, 1) for n in range(2)]
    (line,) = storylines.link([*parts, *other])
    assert line.title == "France and Iran: sugar talks" and line.countries == ["FRA", "IRN"]


def test_a_report_comes_back_to_what_it_told_without_whom_it_befell() -> None:
    def told(event: str, document: str, recipients: frozenset[str]) -> Report:
        return Report(
            event, document, "MOBILIZE", "weapons", "asserted", frozenset({"IRN"}), recipients, DAY, DAY, "weekday",
            None, None, DAY, frozenset({"missil", f"word{event}", "launch"}),
        )  # fmt: skip

    first, again = told("a", "d1", frozenset({"ISR"})), told("b", "d1", frozenset())
    other = told("b", "d1", frozenset({"ISR"}))
    assert incidents.fitting(first, again) - incidents.fitting(first, told("b", "d2", frozenset())) == pytest.approx(0)
    assert incidents.fitting(first, other) - incidents.fitting(
        first, told("b", "d2", frozenset({"ISR"}))
    ) == pytest.approx(incidents.SAME_DOCUMENT)


@pytest.mark.parametrize(
    ("type_", "basis", "one"),
    [("SANCTION", "publication", True), ("ASSAULT", "publication", False), ("ACCUSE", "publication", False)],
)
def test_a_report_tells_on_of_what_it_told_without_a_word_of_it(type_: str, basis: str, one: bool) -> None:
    first, on = (frozenset(f"{name}{n}" for n in range(9)) for name in ("gold", "ban"))
    told = {"type": type_, "mode": "discontinue", "document": "d"}
    assert _joined(_told("a", words=first, **told), _told("b", words=on, basis=basis, **told)) is one


@pytest.mark.parametrize(
    ("type_", "person", "one"), [("ACCUSE", "", True), ("AGREE", "", False), ("AGREE", "fra.x", True)]
)
def test_papers_word_a_speech_in_their_own_ways(type_: str, person: str, one: bool) -> None:
    persons = frozenset({("FRA", person)} if person else ())
    told = {"type": type_, "mode": None, "persons": persons, "basis": "publication"}
    first, other = (frozenset(f"{name}{n}" for n in range(9)) for name in ("gold", "ban"))
    assert _joined(_told("a", words=first, **told), _told("b", words=other, **told)) is one
    later = {"start": DAY + _days(2), "end": DAY + _days(2)}
    assert not _joined(_told("a", words=first, **told), _told("b", words=other, **told | later))


@pytest.mark.parametrize(("person", "one"), [("fra.x", True), ("", False)])
def test_a_named_person_s_words_may_leave_out_towards_whom(person: str, one: bool) -> None:
    persons = frozenset({("FRA", person)} if person else ())
    first, other = (frozenset(f"{name}{n}" for n in range(9)) for name in ("gold", "ban"))
    told = {"type": "ACCUSE", "persons": persons, "basis": "publication"}
    assert _joined(_told("a", words=first, **told), _told("b", words=other, recipients=frozenset(), **told)) is one


def test_what_had_been_before_is_of_the_last_two_weeks() -> None:
    before = {"start": None, "end": None, "basis": "before publication", "words": frozenset(WORDS[:4])}
    met = _told("a", words=frozenset(WORDS[:4]))
    assert _joined(met, _told("b", published=DAY + _days(13), **before))
    assert not _joined(met, _told("b", published=DAY + _days(16), **before))


_TALKS: dict[str, object] = {"type": "CONSULT", "actors": frozenset({"FRA", "IRN"}), "recipients": frozenset()}


def test_talks_that_ended_were_of_the_days_before_too() -> None:
    words = frozenset({"wheat", "debts", "ships"})
    begun = _told("a", **_TALKS, words=words | {"began"})
    over = _told("b", **_TALKS, words=words | {"ended"}, start=DAY + _days(3), end=DAY + _days(3))
    assert _joined(begun, over)
    assert not _joined(_told("a", **_TALKS), _told("b", **_TALKS, start=DAY + _days(3), end=DAY + _days(3)))
    late = _told("b", **_TALKS, words=words | {"ended"}, start=DAY + _days(15), end=DAY + _days(15))
    assert not _joined(begun, late)


def test_what_is_promised_by_a_day_was_promised_when_it_was_told() -> None:
    promised = _told("a", type="AGREE", start=DAY, end=DAY + _days(50), basis="by month")
    asked = {"type": "AGREE", "basis": "weekday"}
    assert _joined(promised, _told("b", start=DAY - _days(2), end=DAY - _days(2), **asked))
    assert not _joined(promised, _told("b", start=DAY + _days(20), end=DAY + _days(20), **asked))


def test_what_lasts_since_a_day_is_of_that_day() -> None:
    since = _told("b", basis="since day", end=DAY + _days(25), published=DAY + _days(25))
    assert since.day == DAY and _joined(_told("a"), since)
