"""What the map computes for the join: each event as the join sees it, and the blocks in which it may meet others."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from polybius import incidents
from polybius.incidents import Report
from polybius.model import Coded, Event
from polybius.store import copies

Row = dict[str, Any]
MONTH = 30  # days: reports that may be of one thing share one of them
# So far apart may days be that still agree.
FAR = timedelta(days=max(sum(off) for off in incidents.SLACK.values())) + 2 * incidents.FOR


def sentences(coded: Coded, order: str) -> list[Row]:
    """A row for each sentence long enough to be a copy: its key, ``order``, the document's place in the input, and its day as a number."""
    keys = {copies.sentence_key(s.of(coded.document.text)) for s in coded.sentences} - {""}
    day = coded.document.published.toordinal() if coded.document.published else None
    return [{"key": key, "told": order, "day": day} for key in sorted(keys)]


def reports(coded: Coded, order: str) -> list[Row]:
    """A row for each event: the report as JSON, its sentence's key, its blocks, its months (none without a day)."""
    return [_row(event, coded, order) for event in coded.events]


def _row(event: Event, coded: Coded, order: str) -> Row:
    report = _report(event, coded)
    key = copies.sentence_key(event.sentence.of(coded.document.text))
    return {
        "event": event.id, "key": key, "told": order, "blocks": blocks(report), "months": months(report),
        "report": dumps(report),
    }  # fmt: skip


def blocks(report: Report) -> list[str]:
    """The blocks of the join, as text."""
    return [
        f"{family} {'planned' if planned else 'done'} {country}"
        for family, planned, country in incidents.blocks(report)
    ]


def months(report: Report) -> list[int]:
    """Numbers of 30 days: dated reports without one in common don't fit; an undated one fits any and has none."""
    if report.start is None:
        return []
    first = max(report.start, date.min + FAR) - FAR
    last = max(report.end or report.start, report.start)
    return list(range(first.toordinal() // MONTH, last.toordinal() // MONTH + 1))


def _report(e: Event, coded: Coded) -> Report:
    when, where = e.when, e.where
    return Report(
        e.id, coded.document.id or "", e.type, e.mode, e.status,
        frozenset(a.country for a in e.actors if a.country), frozenset(a.country for a in e.recipients if a.country),
        when.start if when else None, when.end if when else None, (when.basis if when else None) or "",
        where.name if where else None, where.precision if where else None, coded.document.published,
        incidents.words(e.sentence.of(coded.document.text)), incidents.persons(a.id for a in e.actors if a.id),
    )  # fmt: skip


def dumps(report: Report) -> str:
    """The report as JSON."""
    fields = {name: getattr(report, name) for name in Report.__slots__}
    return json.dumps({k: sorted(v) if isinstance(v, frozenset) else v for k, v in fields.items()}, default=str)


def loads(said: str) -> Report:
    """The report that ``dumps`` wrote."""
    fields = json.loads(said)
    for name in ("actors", "recipients", "words"):
        fields[name] = frozenset(fields[name])
    for name in ("start", "end", "published"):
        fields[name] = date.fromisoformat(fields[name]) if fields[name] else None
    fields["persons"] = frozenset((country, id_) for country, id_ in fields["persons"])
    return Report(**fields)
