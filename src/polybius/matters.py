"""Whose a plan, an offer, a decision is that somebody rejects, blames or welcomes: who was told before to have made it.

"*Peru* announced a plan for the border. Bolivia opposed *the plan*." The noun is told anew with an article, its maker where it came first: as its
owner ("the *US* plan"), as who announced, adopted or had it, or who did what its verb says ("*Japan decided* ... China condemned the *decision*").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius.acts import status, tree
from polybius.acts.act import Act
from polybius.acts.told import ELSEWHERE
from polybius.model import Mention

TOWARDS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "PROTEST"})
# What one makes and others answer, and the verbs that tell that it is made.
MATTERS = {
    "plan": "plan",
    "proposal": "propose suggest offer",
    "offer": "offer",
    "decision": "decide",
    "demand": "demand",
    "refusal": "refuse",
    "request": "request ask",
    "threat": "threaten",
    "claim": "claim",
    "charge": "accuse charge",
    "remark": "",
    "statement": "",
    "comment": "",
    "criticism": "criticise criticize",
    "complaint": "complain",
    "expulsion": "expel deport",
    "arrest": "arrest detain",
    "verdict": "convict sentence",
    "ruling": "rule",
    "visit": "visit",
    "allegation": "allege accuse",
    "accusation": "accuse",
    "invitation": "invite",
    "announcement": "announce",
    "pledge": "pledge",
    "promise": "promise",
    "deployment": "deploy",
    "withdrawal": "withdraw",
    "pullout": "pull",
    "appeal": "appeal",
    "initiative": "",
    "bill": "",
    "law": "",
    "draft": "draft",
    "scheme": "",
    "project": "",
    "idea": "suggest propose",
    "resolution": "",
    "ultimatum": "",
    "warning": "warn",
    "roadmap": "",
    "blueprint": "",
    "levy": "",
    "tariff": "",
    "ban": "ban",
    "embargo": "",
    "blockade": "",
    "referendum": "",
    "amnesty": "",
    "mission": "",
    "talk": "host organise organize convene",
    "conference": "host organise organize convene",
    "congress": "host organise organize convene",
    "summit": "host organise organize convene",
}
MAKING = frozenset(
    """announce unveil present propose offer adopt approve pass have make issue publish launch float draft draw set reveal outline table submit
    introduce impose declare order sign circulate release detail endorse put send hold host organise organize convene call plan back""".split()
)
BEFORE = frozenset({"the", "this", "that", "these", "those", "such"})

Sentence = tuple[Doc, Sequence[Mention]]


def complete(
    acts: Sequence[Act], mentions: Sequence[Mention], before: Sequence[Sentence]
) -> tuple[list[Act], list[Mention]]:
    """The acts of a sentence with those whose matter they are about, and its mentions with them; ``before``: the sentences before, nearest first."""
    known, out = list(mentions), []
    for act in acts:
        maker = _maker(act, known, before)
        if maker is None:
            out.append(act)
            continue
        out.append(replace(act, recipients=(len(known),)))
        known.append(maker)
    return out, known


def _maker(act: Act, mentions: Sequence[Mention], before: Sequence[Sentence]) -> Mention | None:
    """Who made what an act towards nobody is about; None where its own sentence says whose it is, or nobody of another land made it."""
    lands = {mentions[a].actor.country for a in act.actors}
    if act.type not in TOWARDS or act.recipients or not lands or act.token.pos_ != "VERB":
        return None
    if (owner := _owner_beside(act.token, mentions)) is not None:
        return None if owner.actor.country in lands else _as_maker(owner, act.token, "what is answered here")
    for matter in _matters(act.token, mentions):
        for doc, earlier in before:
            who = next(_makers(doc, matter.lemma_, earlier), None)
            if who is not None:
                if who.actor.country is None or who.actor.country in lands:
                    return None
                return _as_maker(who, act.token, f"{matter.lemma_} was told before")
    return None


def _as_maker(who: Mention, deed: Token, what: str) -> Mention:
    why = f"whose {what} (towards whom {deed.text!r} is told)"
    return replace(who, head=ELSEWHERE, place=False, why=(*who.why, why))


def _owner_beside(verb: Token, mentions: Sequence[Mention]) -> Mention | None:
    """Whose what "it" means is, by the clause before: "A accepted *B's plan*, but C rejected *it*"."""
    first = verb.head
    if verb.dep_ != "conj" or first.i > verb.i or not any(c.dep_ == "dobj" and c.lower_ == "it" for c in verb.children):
        return None
    told = [c for c in first.children if c.dep_ in ("dobj", "nsubjpass") and c.lemma_ in MATTERS and c.i < verb.i]
    of = {m.head: m for m in mentions if m.actor.country}
    makers = tree.subjects(first) if first.lemma_ in MAKING else []
    return next((of[o.i] for noun in told for o in (*_owners(noun), *makers) if o.i in of), None)


def _matters(verb: Token, mentions: Sequence[Mention]) -> Iterator[Token]:
    """The nouns that a verb is about and that were told before: "opposed *the plan*", "protested against *the law*", of nobody who is named."""
    heads = {m.head for m in mentions}
    for noun in (*tree.objects(verb), *(filler for _, filler in tree.prepositions(verb))):
        anew = any(c.dep_ == "det" and c.lower_ in BEFORE for c in noun.children)
        if noun.lemma_ in MATTERS and noun.is_lower and anew and not any(t.i in heads for t in noun.subtree):
            yield noun


def _makers(doc: Doc, matter: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Who a sentence says made a matter: whose it is, who announced it, who did what its verb tells."""
    of = {m.head: m for m in mentions if m.actor.country}
    for word in doc:
        if word.lemma_ == matter and word.pos_ == "NOUN":
            yield from (of[o.i] for o in _owners(word) if o.i in of)
            verb = word.head
            if (
                word.dep_ in ("dobj", "nsubjpass")
                and verb.lemma_ in MAKING
                and status.of(verb) in ("asserted", "future")
            ):
                yield from (of[s.i] for s in tree.subjects(verb) if s.i in of)
        elif word.pos_ == "VERB" and word.lemma_ in MATTERS[matter].split() and status.of(word) == "asserted":
            yield from (of[s.i] for s in tree.subjects(word) if s.i in of)


def _owners(matter: Token) -> list[Token]:
    """The words that say whose a matter is: "*B's* plan", "a *US* offer", "a demand *by B*"."""
    owners = [*tree.possessors(matter), *(c for c in matter.children if c.dep_ in ("compound", "amod", "nmod"))]
    return owners + [filler for name, filler in tree.prepositions(matter) if name in ("by", "from")]
