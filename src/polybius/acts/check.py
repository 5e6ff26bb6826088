"""Runs the sentences of frames: ``python -m polybius.acts.check [NAME...]`` prints those that fail, by frame."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from polybius.acts.frames import Frame
from polybius.model import Document, Event
from polybius.pipeline import Coder

PUBLISHED = date(2020, 6, 15)
_EXPECTED = re.compile(
    r"(?:(?P<type>[A-Z]{3,})(?:/(?P<mode>[\w-]+))?(?=:| \[|\Z):? ?)?(?:(?P<actors>[^>\[]+)>(?P<recipients>[^\[]+))?(?:\[(?P<status>\w+)\])?\Z"
)


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence of a frame and what it must (or must not) give."""

    frame: Frame
    text: str
    expected: str
    positive: bool


def cases(frames: Iterable[Frame]) -> Iterator[Case]:
    """All sentences of some frames."""
    for frame in frames:
        for positive, sentences in ((True, frame.yes), (False, frame.no)):
            for sentence in sentences:
                text, _, expected = sentence.partition("=>")
                yield Case(frame, text.strip(), expected.strip(), positive)


def problem(case: Case, events: tuple[Event, ...]) -> str:
    """What is wrong with the events of a case's sentence; "" when it passes."""
    want = _EXPECTED.match(case.expected)
    if want is None:
        return f"can't read the expectation {case.expected!r}"
    if not case.positive:
        if want["actors"]:
            return "" if any(_fits(e, want["type"] or case.frame.type, want) for e in events) else "not coded as told"
        if case.frame.type and any(e.type == case.frame.type and e.status == "asserted" for e in events):
            return f"must not be {case.frame.type}"
        if want["type"] and not any(e.type == want["type"] for e in events):
            return f"must be {want['type']}"
        if not case.frame.type and not want["type"] and any(e.status == "asserted" for e in events):
            return "must be no act"
        return ""
    type_ = want["type"] or case.frame.type
    if any(_fits(e, type_, want) for e in events):
        return ""
    return "not coded as told"


def _fits(event: Event, type_: str, want: re.Match[str]) -> bool:
    if event.type != type_ or event.status != (want["status"] or "asserted"):
        return False
    if want["mode"] and event.mode != want["mode"]:
        return False
    if not want["actors"]:
        return True
    return _parties(want["actors"]) == _have(event.actors, want["actors"]) and _parties(want["recipients"]) == _have(
        event.recipients, want["recipients"]
    )


def _parties(text: str) -> set[str]:
    return {p.strip() for p in text.split("&") if p.strip() not in ("", "-")}


def _have(actors: Iterable[object], wanted: str) -> set[str]:
    """Country codes of an event's parties, with the sector where the expectation names one."""
    named = _parties(wanted)
    out = set()
    for actor in actors:
        country, sector = getattr(actor, "country", None) or "?", getattr(actor, "sector", "")
        both = f"{country} {sector}".strip()
        out.add(both if both in named or country not in named else country)
    return out


def main(names: list[str]) -> int:
    """Runs the frames whose id starts with one of the names; exit code 1 when a sentence fails."""
    coder = Coder(min_confidence=0)
    chosen = [f for f in coder.frames.frames.values() if not names or any(f.id.startswith(n) for n in names)]
    failed = total = 0
    for case in cases(chosen):
        total += 1
        events = coder.code(Document(text=case.text, published=PUBLISHED)).events
        wrong = problem(case, events)
        if wrong:
            failed += 1
            got = "; ".join(describe(e) for e in events) or "nothing"
            print(
                f"{case.frame.id} {'yes' if case.positive else 'no'}: {case.text}\n    {wrong}: want {case.expected or 'none'}; got {got}"
            )
    print(f"{total - failed} of {total} sentences of {len(chosen)} frames pass")
    return 1 if failed else 0


def describe(event: Event) -> str:
    """An event in one line: type, mode, parties, status."""
    actors = " & ".join(f"{a.country or '?'} {a.sector}".strip() for a in event.actors) or "-"
    recipients = " & ".join(f"{a.country or '?'} {a.sector}".strip() for a in event.recipients) or "-"
    return f"{event.type}{'/' + event.mode if event.mode else ''}: {actors} > {recipients} [{event.status}] ({event.why[0] if event.why else ''})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
