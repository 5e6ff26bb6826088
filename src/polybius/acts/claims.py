"""Who did what nobody was told to have done, by who claims it: "A bomb killed two Greek soldiers in Chad. *A Chadian rebel group claimed
responsibility*": the bomb is the group's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius.acts import tree
from polybius.acts.act import Act
from polybius.acts.told import ELSEWHERE, UNDONE, is_definite
from polybius.model import Mention

CLAIMING = frozenset({"claim", "admit", "take"})
CLAIMED = frozenset({"responsibility", "credit"})
SAYING, DOING = frozenset({"say", "admit", "claim"}), frozenset({"carry", "stage", "make", "launch", "plant", "mount"})
DEEDS = frozenset(
    "attack bombing blast raid killing ambush shooting assault explosion strike bomb kidnapping murder".split()
)
HINTS = (
    "responsibility",
    "credit",
    "behind",
    "carried out",
    "staged",
    "planted",
    "mounted",
)  # else no sentence is read
OTHERS = frozenset({"a", "an", "another", "earlier", "previous", "similar", "other"})  # "for *an earlier* attack"


def claimant(doc: Doc, mentions: Sequence[Mention]) -> tuple[Token, Mention] | None:
    """The verb by which somebody of a known land claims a deed that was told before, and who does."""
    if not any(word in doc.text for word in HINTS):
        return None
    for verb in doc:
        if not (_claims(verb) or _owns_up(verb)) or tree.is_passive(verb) or _is_of_another(verb):
            continue
        heads = {s.i for s in tree.subjects(verb)}
        who = next((m for m in mentions if m.head in heads and m.actor.country and m.kind != "pronoun"), None)
        if who is not None:
            return verb, who
    return None


def _claims(verb: Token) -> bool:
    """Whether somebody claims responsibility."""
    return verb.lemma_ in CLAIMING and any(c.dep_ == "dobj" and c.lemma_ in CLAIMED for c in verb.children)


def _owns_up(verb: Token) -> bool:
    """Whether somebody says that he did it: "said it *had carried out the attack*", "said it *was behind* the bombing"."""
    said = next((c for c in verb.children if c.dep_ == "ccomp"), None) if verb.lemma_ in SAYING else None
    if said is None or not any(c.dep_ == "nsubj" and c.lower_ in ("it", "they") for c in said.children):
        return False
    if any(c.dep_ == "neg" or c.tag_ == "MD" for c in said.children):
        return False
    done = tree.objects(said) if said.lemma_ in DOING else [f for n, f in tree.prepositions(said) if n == "behind"]
    return any(t.lemma_.lower() in DEEDS and is_definite(t) for t in done)


def told_by(verb: Token, acts: Sequence[Act]) -> list[Act]:
    """The acts of a sentence without the attack, or the charge, that only its claim tells, which is told before."""
    claim = {verb, *(c for c in verb.children if c.dep_ == "ccomp")}
    return [act for act in acts if act.token not in claim or act.type not in ("ASSAULT", "ACCUSE")]


def done_by(who: Mention, acts: Sequence[Act], mentions: list[Mention]) -> tuple[list[Act], list[Mention]] | None:
    """The acts of a sentence with attacks of nobody as of who claims them, and its mentions with him; None where there are none such."""
    open_ = [act for act in acts if _is_open(act, who, mentions)]
    if not open_:
        return None
    position = len(mentions)
    why = (*who.why, "claimed it, as told later")
    settled = [replace(act, actors=(position,)) if act in open_ else act for act in acts]
    return settled, [*mentions, replace(who, head=ELSEWHERE, why=why)]


def _is_open(act: Act, who: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether an attack that was made names nobody of a land who made it."""
    made = act.type == "ASSAULT" and act.status not in UNDONE and bool(act.recipients)
    return made and all(_is_anybody(mentions[a]) for a in act.actors)


def _is_anybody(doer: Mention) -> bool:
    """Whether who attacked is told by no land but that of the scene ("*a suicide bomber*"), and serves no state."""
    return (doer.actor.country is None or doer.scene) and doer.actor.sector not in ("GOV", "MIL", "COP")


def _is_of_another(verb: Token) -> bool:
    """Whether what is claimed is another deed than was told, or isn't claimed."""
    around = [t.lower_ for t in verb.subtree]
    negated = any(c.dep_ == "neg" for c in verb.children) or verb.dep_ in ("xcomp", "advcl") or tree.is_condition(verb)
    deeds = [c for t in verb.subtree if t.dep_ == "pobj" and t.head.lower_ == "for" for c in t.children]
    return negated or "no" in around[:2] or any(c.lower_ in OTHERS for c in deeds)
