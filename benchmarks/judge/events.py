"""Codes labelled sentences of our own end to end and tells how many asserted events are right, and how many are found.

    python benchmarks/judge/events.py [--held-out] [--show]

--held-out takes the sentences that the judge in the package hasn't learned from. An event is right when its type holds, asserted,
between the parties that its actors and recipients overlap; a party that isn't marked counts as wrong.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date

from examples import Graph, graphs, unseen

import polybius
from polybius.model import Actor, Event

DAY = date(2015, 6, 15)


def numbers(graph: Graph, parties: tuple[Actor, ...]) -> set[str]:
    """The marked parties that some actors overlap; "?" for one that isn't marked."""
    return {
        next((n for n, rs in graph.parties.items() if any(p.span.start < e and s < p.span.end for s, e in rs)), "?")
        for p in parties
    }


def right(graph: Graph, event: Event) -> bool:
    """Whether an event says what the labels say. A recipient that isn't told makes none wrong, an actor does."""
    acting, receiving = numbers(graph, event.actors) or {"-"}, numbers(graph, event.recipients)
    held = {(a, r) for (a, r), told in graph.relations.items() if (event.type, "asserted") in told}
    if receiving:
        return all(any((a, r) in held for a in acting) for r in receiving) and "?" not in acting
    if len(acting) > 1:
        return all(any(a in pair for pair in held) for a in acting)
    return any(pair[0] in acting for pair in held)


def found(graph: Graph, relation: tuple[str, str], type_: str, events: list[Event]) -> bool:
    """Whether some event tells a relation."""
    actor, recipient = relation
    for event in events:
        acting, receiving = numbers(graph, event.actors), numbers(graph, event.recipients)
        acts = event.type == type_ and (actor in acting or (actor == "-" and not acting))
        if acts and (recipient in receiving or recipient == "-" or (recipient in acting and not receiving)):
            return True
    return False


def main() -> int:
    """Codes and tells."""
    read = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    read.add_argument("--held-out", action="store_true")
    read.add_argument("--show", action="store_true")
    given = read.parse_args()
    taken = unseen() if given.held_out else [g for g in graphs() if g.parties]
    coder = polybius.Coder()
    correct = coded = hit = wanted = 0
    for graph in taken:
        events = [
            e for e in coder.code(polybius.Document(text=graph.text, published=DAY)).events if e.status == "asserted"
        ]
        for event in events:
            fine = right(graph, event)
            correct, coded = correct + fine, coded + 1
            if given.show and not fine:
                who = [a.text for a in event.actors], [r.text for r in event.recipients]
                print(
                    f"wrong  {event.type} {who} {event.confidence} | {graph.text} | {graph.relations} | {event.why[0]}"
                )
        for relation, told in graph.relations.items():
            for type_, status in told:
                if status == "asserted":
                    seen = found(graph, relation, type_, events)
                    hit, wanted = hit + seen, wanted + 1
                    if given.show and not seen:
                        print(f"missed {type_} {relation} | {graph.text} | {graph.parties}")
    print(
        f"sentences {len(taken)}  events {coded}  right {correct / max(coded, 1):.3f}  relations {wanted}  found {hit / max(wanted, 1):.3f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
