"""Evidence made readable: what changed, what witnesses agree on, what was known when, and the marks in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from polybius.when import expressions

Row = dict[str, Any]
_WORD = re.compile(r"\w+")
_QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
# What witnesses are compared on: heading, and the columns that say it.
COMPARED = (
    ("what", ("type", "mode")), ("status", ("status",)), ("who", ("actor_names",)), ("to whom", ("recipient_names",)),
    ("day", ("start_day", "end_day")), ("place", ("place",)), ("on whose word", ("attributed_to",)),
)  # fmt: skip


def changes(rows: Sequence[Row]) -> list[Row]:
    """A pair's earlier and later half of the period held side by side, by direction: incidents by quad class, mean score."""
    days = sorted({r["period"] for r in rows})
    if len(days) < 2:
        return []
    middle = days[0] + (days[-1] - days[0]) / 2
    out = []
    for direction in dict.fromkeys(r["direction"] for r in rows):
        halves = [
            [r for r in rows if r["direction"] == direction and (r["period"] > middle) == later]
            for later in (False, True)
        ]
        before, after = (_summed(h) for h in halves)
        out.append({"direction": direction, "middle": middle, "before": before, "after": after})
    return out


def _summed(rows: Sequence[Row]) -> Row:
    incidents = sum(r["incidents"] for r in rows)
    score = sum(r["score"] * r["incidents"] for r in rows) / incidents if incidents else None
    return {"incidents": incidents, "score": score} | {q: sum(r[q] for r in rows) for q in _QUADS}


def cited(incidents: Sequence[Row], events: Iterable[Row]) -> list[Row]:
    """Incidents with ``cited``: the document that their sentence stands in, and ``witnesses``: sources that tell it."""
    held: dict[str, list[Row]] = {}
    for event in events:
        held.setdefault(event["incident"], []).append(event)
    out = []
    for incident in incidents:
        own = held.get(incident["id"], [])
        source = next((e for e in own if e["sentence"] == incident["sentence"]), own[0] if own else None)
        out.append(incident | {"cited": source, "witnesses": sorted({e["source"] or e["document"] for e in own})})
    return out


def told_once(lines: Sequence[Row]) -> list[Row]:
    """Cited incidents with those that the same sentence tells as ``also`` of the first: a reader needs no sentence twice."""
    first: dict[tuple[str, str | None], Row] = {}
    for line in lines:
        key = (line["sentence"], line["cited"]["document"] if line["cited"] else None)
        held = first.setdefault(key, line | {"also": [], "differences": list(line["differences"])})
        if held["id"] != line["id"]:
            held["also"].append({k: v for k, v in line.items() if k not in ("cited", "witnesses")})
            held["differences"] += [d for d in line["differences"] if d not in held["differences"]]
    return list(first.values())


def agreement(events: Sequence[Row]) -> list[Row]:
    """For each thing that witnesses are compared on: the answers with those who give them; one answer is agreement."""
    out = []
    for heading, columns in COMPARED:
        answers: dict[str, list[str]] = {}
        for event in events:
            answers.setdefault(said(event, columns), []).append(event["source"] or event["document"])
        told: list[Row] = [{"answer": a, "by": sorted(set(by)), "times": len(by)} for a, by in answers.items()]
        out.append(
            {"on": heading, "answers": sorted(told, key=lambda t: (-t["times"], t["answer"])), "agree": len(told) == 1}
        )
    return out


def said(event: Row, columns: Sequence[str]) -> str:
    """What an event says in some columns, in words; "not said" when nothing."""
    if columns == ("start_day", "end_day"):
        first, last = event["start_day"], event["end_day"]
        days = str(first) if first == last or last is None else f"{first or '?'} to {last}"
        told = (
            []
            if first is None and last is None
            else [days + (" (day of publication)" if event["day_basis"] == "publication" else "")]
        )
    else:
        told = [", ".join(v) if isinstance(v, list) else str(v) for v in (event[c] for c in columns) if v]
    return ", ".join(told) or ("the report itself" if columns == ("attributed_to",) else "not said")


def history(events: Sequence[Row]) -> list[Row]:
    """What was known when: for each day of publication, reports and sources so far and what was new."""
    days: dict[Any, list[Row]] = {}
    for event in events:
        days.setdefault(event["published"], []).append(event)
    seen: dict[str, set[str]] = {heading: set() for heading, _ in COMPARED}
    documents: set[str] = set()
    sources: set[str] = set()
    out = []
    for day in sorted(days, key=lambda d: (d is None, d)):
        documents |= {e["document"] for e in days[day]}
        sources |= {e["source"] or e["document"] for e in days[day]}
        new = _new(days[day], seen)
        out.append({"day": day, "documents": len(documents), "sources": len(sources), "new": new})
    return out


def _new(events: Sequence[Row], seen: dict[str, set[str]]) -> list[Row]:
    out = []
    for heading, columns in COMPARED:
        fresh = sorted({said(e, columns) for e in events} - seen[heading] - {"not said", "the report itself"})
        seen[heading] |= set(fresh)
        out += [{"on": heading, "answer": answer} for answer in fresh]
    return out


def around(text: str, words: str, reach: int = 160) -> str:
    """The text around the first of the words."""
    folded = text.casefold()
    at = min((n for n in (folded.find(w.casefold()) for w in words.split()) if n >= 0), default=0)
    start, end = max(0, at - reach), min(len(text), at + reach)
    return ("… " if start else "") + " ".join(text[start:end].split()) + (" …" if end < len(text) else "")


def hits(text: str, words: str) -> list[Row]:
    """A text in pieces, told apart by whether a piece is one of the words, or one like it in all but its ending."""
    stems = [w.casefold()[: max(4, len(w) - 1)] for w in _WORD.findall(words)]
    out, until = [], 0
    for found in _WORD.finditer(text):
        if any(found[0].casefold().startswith(s) for s in stems):
            out += [{"text": text[until : found.start()], "hit": False}, {"text": found[0], "hit": True}]
            until = found.end()
    return [*out, {"text": text[until:], "hit": False}]


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters of a text that something was read from: kind, what it is, and why."""

    start: int
    end: int
    kind: str
    label: str
    why: tuple[str, ...]
    note: str = ""  # what is to be seen without pointing: a status other than asserted, on whose word


_FIRST = ("act", "party", "time", "place")  # where marks overlap, the earlier kind stays


def pieces(text: str, events: Sequence[Row], parties: Sequence[Row]) -> list[Row]:
    """The text in pieces: plain, or marked as act, party, time or place; ``events`` are those whose sentence a piece is in."""
    kept = _without_overlap(_marks(text, events, parties))
    by_start = {m.start: m for m in kept}
    inside = {(e["sentence_start"], e["sentence_end"]) for e in events}
    cuts = sorted(
        {0, len(text), *(p for m in kept for p in (m.start, m.end)), *(min(p, len(text)) for s in inside for p in s)}
    )
    out, until = [], 0
    for start, end in pairwise(cuts):
        mark = by_start.get(start)
        if start < until or start == end:
            continue
        until = mark.end if mark else end
        own = [e["id"] for e in events if e["sentence_start"] <= start < e["sentence_end"]]
        piece: Row = {"text": text[start:until], "kind": mark.kind if mark else "", "events": own}
        out.append(piece | ({"label": mark.label, "why": list(mark.why), "note": mark.note} if mark else {}))
    return out


def _marks(text: str, events: Sequence[Row], parties: Sequence[Row]) -> list[Mark]:
    whys = {e["id"]: e["why"] for e in events}
    out = []
    for event in events:
        label = event["type"] + (f" ({event['mode']})" if event["mode"] else "") + f", {event['status']}"
        label += f", on the word of {event['attributed_to']}" if event["attributed_to"] else ""
        out.append(
            Mark(
                event["trigger_start"],
                event["trigger_end"],
                "act",
                label,
                _about(event["why"], "frame ", "context ", "status", "on the word"),
                _note(event),
            )
        )
        out += _time_and_place(text, event)
    for party in parties:
        code = " ".join(c for c in (party["country"], party["sector"], party["role"]) if c)
        told = tuple(w for w in whys.get(party["event"], []) if party["text"] in w and not w.startswith("frame "))
        out.append(
            Mark(
                party["start"],
                party["end"],
                "party",
                f"{party['part']}: {party['name']}" + (f" ({code})" if code else ""),
                told,
            )
        )
    return [m for m in out if 0 <= m.start < m.end <= len(text)]


def _note(event: Row) -> str:
    told = [] if event["status"] == "asserted" else [event["status"]]
    return ", ".join([*told, *([f"says {event['attributed_to']}"] if event["attributed_to"] else [])])


def _time_and_place(text: str, event: Row) -> Iterable[Mark]:
    start, end = event["sentence_start"], event["sentence_end"]
    dated = event["day_basis"] not in (None, "publication")
    for found in expressions(text[start:end]) if dated else ():
        words = found.span.of(text[start:end])
        told = _about(event["why"], "time ", "no time", "day")
        if any(words in w for w in told):
            yield Mark(
                start + found.span.start,
                start + found.span.end,
                "time",
                f"day: {said(event, ('start_day', 'end_day'))}",
                told,
            )
    at = (
        text.find(event["place"], start, end)
        if event["place"] and not (event["place_basis"] or "").startswith("focus")
        else -1
    )
    if at >= 0:
        label = f"place: {event['place']} ({event['place_precision']}, {event['place_country'] or 'no country'})"
        yield Mark(at, at + len(event["place"]), "place", label, (*_about(event["why"], "place"), event["place_basis"]))


def _about(why: Sequence[str], *starts: str) -> tuple[str, ...]:
    return tuple(w for w in why if w.startswith(starts))


def _without_overlap(marks: Sequence[Mark]) -> list[Mark]:
    """Marks that don't overlap; where the same words were read more than once, with all that was said of them."""
    same: dict[tuple[int, int, str], Mark] = {}
    for mark in marks:
        key = (mark.start, mark.end, mark.kind)
        same[key] = _joined(same[key], mark) if key in same else mark
    kept: list[Mark] = []
    for mark in sorted(same.values(), key=lambda m: (_FIRST.index(m.kind), m.start, -m.end)):
        if all(mark.end <= k.start or mark.start >= k.end for k in kept):
            kept.append(mark)
    return sorted(kept, key=lambda m: m.start)


def _joined(held: Mark, mark: Mark) -> Mark:
    label = held.label if mark.label in held.label.split("; ") else f"{held.label}; {mark.label}"
    note = held.note if mark.note in held.note else "; ".join(n for n in (held.note, mark.note) if n)
    return Mark(held.start, held.end, held.kind, label, tuple(dict.fromkeys((*held.why, *mark.why))), note)
