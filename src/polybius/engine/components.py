"""The exact parting of the join: reports in different components are never joined, so each component is joined alone.

Why that is so: docs/decisions/engine.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from polybius.engine.keys import FAR
from polybius.incidents import JOINS, Report, fitting

Link = tuple[str, str]  # ids of two events of one component


class Components:
    """Sets of events, each named by the least id in it."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, event: str) -> str:
        """The name of the event's component."""
        above = self._above
        while (next_ := above.get(event, event)) != event:
            above[event] = above.get(next_, next_)
            event = next_
        return event

    def link(self, one: str, other: str) -> bool:
        """Puts two events into one component; False when they were in one before."""
        low, high = sorted((self.of(one), self.of(other)))
        if low != high:
            self._above[high] = low
        return low != high

    def linked(self) -> Iterator[Link]:
        """Every event that isn't alone and doesn't name its component, and the component."""
        return ((event, self.of(event)) for event in sorted(self._above))


def links(block: Iterable[Report]) -> list[Link]:
    """Links enough to connect all reports of a block that fit, directly or through others of the block."""
    known = Components()
    out: list[Link] = []
    near: dict[str, list[Report]] = defaultdict(list)  # by component: reports whose days may still agree
    for report in sorted(
        block, key=lambda r: (r.start is not None, r.start or r.day, r.event)
    ):  # the undated first: they stay near
        _forget(near, report)
        for name in list(near):
            if any(fitting(report, other) >= JOINS for other in near[name]) and known.link(report.event, name):
                out.append((report.event, name))
        joined = near.setdefault(known.of(report.event), [])
        for name in [n for n in near if known.of(n) != n]:
            joined.extend(near.pop(name))
        joined.append(report)
    return out


def _forget(near: dict[str, list[Report]], report: Report) -> None:
    if report.start is None:
        return
    for name, reports in list(near.items()):
        near[name] = [r for r in reports if r.start is None or max(r.end or r.start, r.start) + FAR >= report.start]
        if not near[name]:
            del near[name]
