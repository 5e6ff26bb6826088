"""Who stands beside a name: the office that somebody holds, what he is called, and the holder whom the lexicon lacks or mistakes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from polybius.actors import (
    extent,
    modifiers,
)
from polybius.actors.lands import PLACE_NOUNS
from polybius.actors.resolved import Resolve, Resolved, in_office
from polybius.actors.terms import LEADERS
from polybius.lexicon.actor_index import WORLDWIDE
from polybius.model import Mention

NAMING = frozenset({"name", "call", "identify", "know", "christen"})


def as_called(mention: Mention, doc: Doc, others: Sequence[Mention]) -> Mention:
    """A name that the lexicon lacks as the party that is called so: "a Moroccan engineer named *Driss Benhaddou*"."""
    if mention.kind != "stranger" or mention.head < 0 or doc[mention.head].dep_ not in ("oprd", "attr", "dobj"):
        return mention
    naming = doc[mention.head].head
    if naming.lemma_ not in NAMING or naming.dep_ != "acl":
        return mention
    called = next((m for m in others if m.head == naming.head.i and m.actor.country), None)
    if called is None:
        return mention
    actor = replace(called.actor, text=mention.actor.text, span=mention.actor.span, name=mention.actor.name)
    return replace(called, head=mention.head, actor=actor, subject=mention.subject, why=(*called.why, "called so"))


def as_beside(mention: Mention, doc: Doc, others: Sequence[Mention]) -> Mention:
    """Who holds an office, where the lexicon knows his name as a place's or a body's only: "the foreign minister, *Luo Jian*", "the photographer
    *Shafiq Alam*" (Luo is a people, Al-Alam a broadcaster).
    """
    if mention.head < 0 or mention.kind != "name" or mention.nature == "person" or mention.plural:
        return mention
    name = doc[mention.head]
    who = holder(name, others)
    given = [c for c in name.children if c.dep_ == "compound" and c.pos_ == "PROPN"]
    if who is None or not given or len(mention.actor.text.split()) != len(given) + 1:
        return mention
    if given[0].lower_ in mention.actor.name.lower() and not mention.why[0].startswith("place in"):
        return mention  # "the owner, *Saudi Aramco*"
    actor = replace(who.actor, text=mention.actor.text, span=mention.actor.span, name=mention.actor.name)
    return replace(who, head=mention.head, actor=actor, subject=mention.subject, why=(*who.why, "beside his office"))


def holder(name: Token, others: Sequence[Mention]) -> Mention | None:
    """Who holds the office beside which a name of several words stands: "*the home minister*, Asad Khan"."""
    if name.pos_ != "PROPN":
        return None
    before = name.left_edge.i - 1
    office = name.head.i if name.dep_ == "appos" else before if before >= 0 and name.doc[before].pos_ == "NOUN" else -1
    return next(
        (
            m
            for m in others
            if m.head == office
            and name.doc[office].pos_ == "NOUN"
            and m.nature == "person"
            and m.actor.role
            and not m.plural
        ),
        None,
    )


def named_beside(
    head: Token, core: list[Token], resolve: Resolve, on: date | None, context: str
) -> tuple[list[Token], Resolved] | None:
    """An office with its holder's name beside it ("Japan's prime minister, *Shinzo Abe*"): the holder, if the lexicon knows them."""
    beside = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > head.i), None)
    if beside is None or head.pos_ == "PROPN":
        return None
    name = extent.core(beside)
    found = resolve(extent.text(name), on, context)
    is_place = (
        found is not None and found.country is not None and head.lemma_ in PLACE_NOUNS and name[0].i == head.i + 1
    )
    if found is None or not (is_place or (found.id is not None and "." in found.id)):
        return None
    if not is_place and _holds_office_elsewhere(head, found, resolve(extent.text(core), on, context)):
        return None
    return [*core, *name], found if is_place else _of_many_states(head, beside, core, found, resolve, on, context)


def _of_many_states(
    head: Token, beside: Token, core: list[Token], found: Resolved, resolve: Resolve, on: date | None, context: str
) -> Resolved:
    """A person as holder of the office of a body of many states that stands before the name: "the secretary general of NATO, *Javier Solana*"."""
    end = beside.left_edge.i - 1
    before = [t for t in head.doc[core[0].i : end] if t != head.doc[end]] if end > core[0].i else core
    office = resolve(extent.text(before).rstrip(" ,"), on, context)
    if office is None or office.country not in ("UNO", "EUR", "IGO") or found.country == office.country:
        return found
    return in_office(found, office)


def _holds_office_elsewhere(head: Token, found: Resolved, holder: Resolved | None) -> bool:
    """Whether the office before a name is of another state than the one whom the lexicon knows by it: a namesake ("his Sudanese counterpart, *Omar Bakri*")."""
    if holder is None or holder.sector not in LEADERS or head.lemma_ in modifiers.PARTNERS or found.kind != "person":
        return False
    return not {holder.country, found.country} & {None, *WORLDWIDE} and holder.country != found.country
