"""Writes the frames' own sentences as labelled graphs: examples/graphs/frames.txt.

    python benchmarks/judge/from_frames.py

Only sentences that the frames alone, without the judge, code as their entry tells are taken; those that must not be coded and aren't, and
name two parties, become sentences without a relation.
"""

from __future__ import annotations

import sys

from examples import EXAMPLES

import polybius
from polybius.acts import check, frames, review
from polybius.acts.act import RECIPROCAL
from polybius.model import Event, Mention

SHORT = {"asserted": "", "future": ":f", "hypothetical": ":h", "negated": ":n", "historical": ":p"}


def line(text: str, mentions: list[Mention], events: list[Event]) -> str | None:
    """A graph's line; None when its parties overlap or are too many for digits."""
    taken = {a.span for e in events for a in (*e.actors, *e.recipients)}
    spans = taken | {m.actor.span for m in mentions if m.kind != "modifier" and m.actor.country and m.head >= 0}
    apart = [s for s in spans if all(s == t or s.end <= t.start or t.end <= s.start for t in spans)]
    ordered = sorted(apart, key=lambda s: s.start)
    if not taken <= set(ordered) or not 1 <= len(ordered) <= 9:
        return None
    number = {s: n for n, s in enumerate(ordered, 1)}
    told = []
    for e in events:
        acting, receiving = [number[a.span] for a in e.actors], [number[r.span] for r in e.recipients]
        if not receiving and len(acting) > 1 and e.type in RECIPROCAL:
            pairs = [(str(a), str(b)) for a in acting for b in acting if a != b]
        else:
            pairs = [(str(a), str(b)) for a in acting or ["-"] for b in receiving or ["-"]]
        told += [f"{a}>{b} {e.type}{SHORT[e.status]}" for a, b in pairs if (a, b) != ("-", "-")]
    out, last = "", 0
    for s in ordered:
        out += f"{text[last : s.start]}[{number[s]} {s.of(text)}]"
        last = s.end
    return f"{out}{text[last:]} => {'; '.join(dict.fromkeys(told))}"


def main() -> int:
    """Writes the file."""
    review.Reviewer.acts = lambda self, read: list(read)  # the frames alone
    coder = polybius.Coder()
    out = ["# made by benchmarks/judge/from_frames.py from the frames' own sentences"]
    for case in check.cases(frames.index().frames.values()):
        coded, mentions, _ = coder.explain(case.text, check.PUBLISHED)
        if check.problem(case, coded.events) or "[" in case.text:
            continue
        found = line(case.text, mentions[0], list(coded.events))
        if found and (coded.events or found.count("[") > 1):
            out.append(found)
    (EXAMPLES / "graphs" / "frames.txt").write_text("\n".join(dict.fromkeys(out)) + "\n", encoding="utf-8")
    print(f"{len(out) - 1} sentences")
    return 0


if __name__ == "__main__":
    sys.exit(main())
