"""Whose those are that somebody of another land holds or hits: "Togo recalled its envoy after a Ghanaian court jailed two of *its sailors*", "after Ghana
seized *two boats*": Togo's, in either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from polybius.acts import home, tree
from polybius.acts.act import Act
from polybius.lexicon import ontology
from polybius.model import Mention

HARMING = frozenset({"ASSAULT", "COERCE", "SANCTION"})
JUDGING = frozenset({"ACCUSE", "REJECT"})  # "after B criticised *its* record"
ABROAD = frozenset(
    "citizen national sailor soldier fisherman diplomat tourist trawler pilot engineer airman crewman seaman".split()
)
STATELY = frozenset({"", "GOV"})
OWNERS = frozenset({"its", "their"})
ANSWERS = frozenset({"ACCUSE", "COERCE", "MOBILIZE", "REJECT", "REQUEST", "SANCTION", "THREATEN"})
BELOW = frozenset({"advcl", "ccomp"})


def theirs(acts: Sequence[Act], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with citizens and soldiers whom a clause says that another land harmed as of the state that acts in the clause above it. Nobody's
    courts are news for holding one of its own sailors; "*its critics*", "*its president*" may be anybody's.
    """
    out = list(mentions)
    for act in acts:
        harmed = [r for r in act.recipients if act.type in HARMING and _is_owned(mentions[r], act.token)]
        above = _above(act.token, mentions) if harmed else None
        doing = {mentions[a].actor.country for a in act.actors}
        if above is None or None in doing or not doing or above.actor.country in doing:
            continue
        for position in harmed:
            old = out[position]
            if old.actor.country is None or old.actor.country in doing:
                why = (*old.why, f"{above.actor.country}, as {above.actor.text!r} acts on it")
                out[position] = replace(old, actor=replace(old.actor, country=above.actor.country), why=why)
    return out


def _is_owned(mention: Mention, near: Token) -> bool:
    """Whether a mention is "its sailors", "two of their citizens"."""
    noun = near.doc[mention.head] if mention.head >= 0 else None
    return noun is not None and noun.lemma_.lower() in ABROAD and any(c.lower_ in OWNERS for c in noun.children)


def _above(verb: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The state that acts in the clause above that of a verb."""
    if verb.dep_ not in BELOW:
        return None
    heads = {c.i for c in verb.head.children if c.dep_ == "nsubj"}
    return next((m for m in mentions if m.head in heads and m.actor.country and m.actor.sector in STATELY), None)


def answered(acts: Sequence[Act], mentions: list[Mention], offset: int) -> tuple[list[Act], list[Mention]]:
    """The acts of a sentence with those whom a deed befell that only a clause tells, with an *after*, where a state of another land answers it in the clause
    above ("Togo closed its border *after Ghana seized three boats*"), and its mentions with them. ``offset`` is where the sentence starts.
    """
    out: list[Act] = []
    for act in acts:
        above = _answering(act, acts, mentions)
        if above is None:
            out.append(act)
            continue
        hit = next(iter(tree.objects(act.token)), act.token)
        why = f"{above.actor.country}, as {above.actor.text!r} answers it"
        party = home.understood(above, home.phrase(hit), offset, "", why)
        out.append(replace(act, recipients=(len(mentions),), guessed=True))
        mentions = [*mentions, party]
    return out, mentions


def _answering(act: Act, acts: Sequence[Act], mentions: Sequence[Mention]) -> Mention | None:
    """The state that answers a deed in the clause above, where nobody else is named in the sentence whom it might have befallen."""
    judged = act.type in JUDGING and any(c.lower_ in OWNERS for o in tree.objects(act.token) for c in o.children)
    if not (act.type in HARMING or judged) or act.recipients or act.status != "asserted" or act.token.dep_ != "advcl":
        return None
    after = any(c.lower_ in ("after", "because") and c.dep_ == "mark" for c in act.token.children)
    above = _above(act.token, mentions) if after else None
    doing = {mentions[a].actor.country for a in act.actors}
    ruling = all(mentions[a].actor.sector in home.RULING for a in act.actors)  # rebels burn villages at home
    if above is None or not ruling or len(doing) != 1 or None in doing or above.actor.country in doing:
        return None
    named = {m.actor.country for m in mentions if m.actor.country and m.head >= 0}
    answers = any(
        other.type in ANSWERS
        and other.token in (act.token.head, *act.token.head.children)
        and other.status == "asserted"
        for other in acts
    )
    bodies = ontology.table()[
        "international"
    ]  # a union answers what is done at home: "suspended Mali after its army *seized power*"
    hit = above if named == {above.actor.country, *doing} and named.isdisjoint(bodies) else None
    return hit if answers or judged else None
