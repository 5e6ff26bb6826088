"""Hand-made coded documents: a coder that reads nothing, for tests of what comes after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from types import SimpleNamespace

from polybius.model import Actor, Coded, Document, Event, Place, Span, When

CITY = {"Geneva": (46.2, 6.15, "CHE"), "Vienna": (48.2, 16.37, "AUT")}


class MadeCoder:
    """Codes sentences of the form "FRA CONSULT IRN in Geneva on 2019-05-06 ..." as they say."""

    version = "made"
    language = SimpleNamespace(name="made")

    def __init__(self) -> None:
        self.coded: list[str] = []

    def pipe(self, documents: Iterable[Document], processes: int = 1) -> Iterator[Coded]:
        for document in documents:
            self.coded.append(document.id or "")
            yield self.code(document)

    def code(self, document: Document) -> Coded:
        spans, events, at = [], [], 0
        for sentence in document.text.split("\n"):
            span = Span(at, at + len(sentence))
            at += len(sentence) + 1
            spans.append(span)
            words = sentence.split()
            if len(words) > 6 and words[3] == "in" and words[5] == "on":
                events.append(_event(document, span, words))
        return Coded(document, tuple(spans), tuple(events))


def _event(document: Document, span: Span, words: list[str]) -> Event:
    actor, type_, recipient, _, city, _, day = words[:7]
    latitude, longitude, country = CITY[city]
    when = When(date.fromisoformat(day), date.fromisoformat(day), "day", "day")
    status = "negated" if "denied" in words else "asserted"
    return Event(
        f"{document.id}:{span.start}", type_, None, ("diplomatic",), (_actor(actor, span.start),), (_actor(recipient, span.start + 12),), when,
        Place(city, latitude, longitude, None, country, None, "city", "clause"), status, None, span, Span(span.start + 4, span.start + 5), 0.9,
        ("made",),
    )  # fmt: skip


def _actor(code: str, start: int) -> Actor:
    return Actor(code, Span(start, start + 3), code, code.lower(), code, "GOV")


def report(number: int, *sentences: str, source: str = "", day: date = date(2019, 5, 7)) -> Document:
    return Document("\n".join(sentences), day, None, source or f"Paper {number}", None, "en", f"d{number:04}")


FRENCH_TALKS = "FRA CONSULT IRN in Geneva on 2019-05-06 about the sale of wheat and old debts"
OTHER_WORDS = "IRN CONSULT FRA in Geneva on 2019-05-06 where wheat was the matter once more"
LATER_TALKS = "FRA CONSULT IRN in Vienna on 2019-05-20 about the very same wheat, ministers said"
ATTACK = "SYR ASSAULT ISR in Vienna on 2019-05-06 killing 12 people and 3 dogs by all accounts"
SAME_ATTACK = "SYR ASSAULT ISR in Vienna on 2019-05-06 killing 15 people according to other accounts"
DENIED = "SYR ASSAULT ISR in Vienna on 2019-05-06 killing nobody was denied outright by the accused"
