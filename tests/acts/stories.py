"""What the last sentence of a story tells."""

from __future__ import annotations

from polybius import Coder, Document


def sides(coder: Coder, text: str, type_: str) -> list[tuple[list[str | None], list[str | None]]]:
    """The countries of both sides of the events of a type that the last sentence tells."""
    coded = coder.code(Document(text=text))
    last = coded.sentences[-1]
    return [
        ([a.country for a in e.actors], [r.country for r in e.recipients])
        for e in coded.events
        if e.type == type_ and e.sentence == last
    ]
