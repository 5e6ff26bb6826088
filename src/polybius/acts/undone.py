"""Who undoes what was done some sentences before, and towards whom: "Chad banned imports from Niger. *The ban was lifted in May*".

A ban, tariffs, a closed border, supplies that were cut, troops at a border: whoever put them there takes them away, from whom they hit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from polybius.acts import tree
from polybius.acts.act import Act
from polybius.acts.told import ELSEWHERE, UNDONE, Told
from polybius.model import Mention

UNDOING = frozenset({"CONCEDE", "RETREAT", "COOPERATE", "SUPPORT", "AGREE", "AID"})
# Which acts put what is taken away; of the second kind the sentence must have told by the same word.
RULES = dict.fromkeys(
    "ban embargo boycott sanction tariff duty levy restriction curb quota".split(),
    frozenset({"SANCTION", "COERCE", "REJECT"}),
)
THINGS = {
    **dict.fromkeys("border frontier crossing airspace embassy".split(), frozenset({"SANCTION", "COERCE", "REJECT"})),
    **dict.fromkeys(
        "supply export import flight delivery shipment tie relation".split(),
        frozenset({"SANCTION", "COERCE", "REJECT"}),
    ),
    **dict.fromkeys("troop soldier tank warship ship jet unit force missile".split(), frozenset({"MOBILIZE"})),
    **dict.fromkeys("blockade siege".split(), frozenset({"COERCE", "MOBILIZE", "SANCTION", "ASSAULT"})),
}
TAKEN_AWAY = RULES.keys() | THINGS.keys()
POINTING = frozenset({"the", "these", "those", "its", "their", "his", "all"})


def complete(acts: Sequence[Act], mentions: list[Mention], before: Sequence[Told]) -> tuple[list[Act], list[Mention]]:
    """Acts that undo what ``before`` (oldest first) tells, with both sides of it."""
    out: list[Act] = []
    for act in acts:
        deed = _deed(act, mentions, before)
        if deed is None:
            out.append(act)
            continue
        doing, befallen = deed
        recipients, mentions = _placed(befallen, act, mentions)
        actors = act.actors
        if not any(mentions[a].actor.country for a in actors) or _names_the_thing(act, mentions):
            actors, mentions = _placed(doing, act, mentions)
        out.append(replace(act, actors=actors, recipients=recipients))
    return out, mentions


def _placed(side: Sequence[Mention], act: Act, mentions: list[Mention]) -> tuple[tuple[int, ...], list[Mention]]:
    """Where a side of the deed stands among the mentions: as the sentence names its land itself, else as told before."""
    lands = {m.actor.country for m in side}
    own = [n for n, m in enumerate(mentions) if m.head >= 0 and not m.place and m.actor.country in lands]
    if len(lands) == 1 and own:
        return (own[0],), mentions
    start = len(mentions)
    return tuple(range(start, start + len(side))), [*mentions, *(_as_before(m, act) for m in side)]


def _as_before(mention: Mention, act: Act) -> Mention:
    return replace(mention, head=ELSEWHERE, why=(*mention.why, f"as told of what is undone ({act.token.text!r})"))


def _thing(act: Act) -> Token | None:
    """What an act takes away or opens again, told before ("*the ban* was lifted")."""
    if act.type not in UNDOING or act.token.pos_ != "VERB" or tree.agents(act.token):
        return None
    told = tree.objects(act.token)
    return next((t for t in told if t.lemma_.lower() in TAKEN_AWAY and _points_back(t)), None)


def _points_back(noun: Token) -> bool:
    """Whether a noun is told by "the" and by nobody's name ("the *Kenyan* troops")."""
    before = [c for c in noun.children if c.i < noun.i]
    named = any(c.pos_ == "PROPN" or (c.text[:1].isupper() and not c.is_sent_start) for c in before)
    return not named and any(c.lower_ in POINTING for c in before)


def _names_the_thing(act: Act, mentions: Sequence[Mention]) -> bool:
    """Whether those who act are only the troops who are moved."""
    thing = _thing(act)
    return thing is not None and all(mentions[a].head == thing.i for a in act.actors)


def _deed(
    act: Act, mentions: Sequence[Mention], before: Sequence[Told]
) -> tuple[Sequence[Mention], Sequence[Mention]] | None:
    """Both sides of the deed that an act undoes, where it doesn't name them."""
    thing = _thing(act)
    if thing is None or any(mentions[r].actor.country for r in act.recipients):
        return None
    doing_now = {mentions[a].actor.country for a in act.actors if mentions[a].head != thing.i} - {None}
    for doing, befallen in _deeds(thing, before):
        if doing_now <= {m.actor.country for m in doing}:
            return doing, befallen
    return None


def _deeds(thing: Token, before: Sequence[Told]) -> Iterator[tuple[Sequence[Mention], Sequence[Mention]]]:
    """Who did to whom what a word may mean, the last first."""
    word = thing.lemma_.lower()
    types = RULES.get(word) or THINGS[word]
    for other, known in reversed(before):
        if other.type not in types or other.status in UNDONE:
            continue
        if word in THINGS and not any(t.lemma_.lower() == word for t in other.token.doc):
            continue
        doing = [known[a] for a in other.actors if known[a].actor.country]
        befallen = [known[r] for r in other.recipients if known[r].actor.country] or _neighbour(other, known)
        if doing and befallen and {m.actor.country for m in doing}.isdisjoint(m.actor.country for m in befallen):
            yield doing, befallen


def _neighbour(act: Act, known: Sequence[Mention]) -> list[Mention]:
    """The only other land of a sentence with moves of troops, at whose border they are ("sent tanks to the border with *Niger*")."""
    own = {known[a].actor.country for a in act.actors}
    others = [m for m in known if m.actor.country and m.actor.country not in own]
    if act.type != "MOBILIZE" or len({m.actor.country for m in others}) != 1:
        return []
    return [replace(others[0], place=False)]
