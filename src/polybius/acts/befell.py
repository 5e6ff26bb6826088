"""Whom an attack befell, and who made it, where its own sentence tells so beside it: of what land those are whom it hit, who "died when" it was
made, who attacks in the clause that dates a killing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from polybius.acts import tree
from polybius.acts.act import Act
from polybius.model import Mention

BANDS = frozenset({"REB", "UAF", "PRM", "SEP", "CRM"})
PEOPLE, WITHIN = frozenset({"CVL", "UNK"}), frozenset({"in", "inside", "at", "outside"})
DYING = frozenset({"die", "perish"})


def suffered(acts: Sequence[Act], mentions: list[Mention]) -> list[Mention]:
    """The mentions with those of no known land whom an attack of the sentence befell as of the land of the others whom it befell
    ("shelled an Armenian village, killing *a farmer*").
    """
    out = list(mentions)
    attacks = [act for act in acts if act.type == "ASSAULT" and act.actors]
    for act in attacks:
        others = [r for other in attacks if other is not act and other.actors == act.actors for r in other.recipients]
        lands = {mentions[r].actor.country for r in others} - {None}
        own = {mentions[a].actor.country for a in act.actors}
        unknown = [r for r in act.recipients if mentions[r].actor.country is None and mentions[r].kind != "pronoun"]
        if len(lands) != 1 or lands & own or len(unknown) != len(act.recipients):
            continue
        land = next(iter(lands))
        for position in unknown:
            mention = mentions[position]
            why = (*mention.why, f"{land}, as those whom the attack befell")
            out[position] = replace(mention, actor=replace(mention.actor, country=land), why=why)
    return out


def struck_there(acts: Sequence[Act], mentions: list[Mention]) -> list[Mention]:
    """The mentions with bands of no told land whom another land's forces strike as of where they do ("a US drone killed *four militants* in Pakistan"),
    and with people who are hit in a building of a land ("a Togolese gunman shot *four people* in a Ghanaian cinema").
    """
    out = list(mentions)
    for act in acts:
        own = {mentions[a].actor.country for a in act.actors}
        hit = [mentions[r] for r in act.recipients]
        unknown = bool(hit) and all(m.kind == "noun" and m.actor.country is None for m in hit)
        open_ = unknown and all(m.actor.sector in BANDS for m in hit)
        people = bool(hit) and all(m.kind == "noun" and m.actor.sector in PEOPLE and _is_unsaid(m) for m in hit)
        if people and act.type == "ASSAULT" and None not in own and (site := _site(act, mentions)) is not None:
            for position in act.recipients:
                why = (*out[position].why, f"{site}, in whose building they were hit")
                out[position] = replace(out[position], actor=replace(out[position].actor, country=site), why=why)
            continue
        if act.type != "ASSAULT" or not own or None in own or not open_ or act.token.pos_ != "VERB":
            continue
        near = (act.token, *tree.agents(act.token))  # "were killed by French troops *in Mali*"
        ground = {f.i for word in near for name, f in tree.prepositions(word) if name in ("in", "inside")}
        lands = {m.actor.country for m in mentions if m.head in ground and m.actor.country}
        if len(lands) != 1 or lands & own:
            continue
        land = next(iter(lands))
        for position in act.recipients:
            why = (*out[position].why, f"{land}, where they were struck")
            out[position] = replace(
                out[position], actor=replace(out[position].actor, country=land), why=why, scene=True
            )
    return out


def _is_unsaid(mention: Mention) -> bool:
    """Whether somebody is told of no land but that of the scene."""
    return mention.actor.country is None or mention.scene


def _site(act: Act, mentions: Sequence[Mention]) -> str | None:
    """The land of the building in which an attack was made: "shot four people *in a Ghanaian cinema*"."""
    near = (act.token, *tree.objects(act.token))
    sites = {f.i for word in near for name, f in tree.prepositions(word) if name in WITHIN and f.pos_ == "NOUN"}
    words = {n.i for site in sites for n in act.token.doc[site].children if n.dep_ in ("amod", "compound", "nmod")}
    lands = {m.actor.country for m in mentions if m.head in words and m.actor.country}
    return next(iter(lands)) if len(lands) == 1 else None


def done_when(acts: Sequence[Act]) -> list[Act]:
    """Acts of a sentence with killings that name no doer as done by who attacks in the clause that dates them ("twelve were killed *as jets of B
    bombed their village*").
    """
    return [_as_dated(act, acts) for act in acts]


def died_when(acts: Sequence[Act], mentions: Sequence[Mention]) -> list[Act]:
    """Acts of a sentence with attacks that name nobody as towards those who died by them ("*five villagers* died when jets of B opened fire")."""
    return [_with_dead(act, mentions) for act in acts]


def _with_dead(act: Act, mentions: Sequence[Mention]) -> Act:
    above = act.token.head
    if act.type != "ASSAULT" or act.recipients or act.token.dep_ != "advcl" or above.lemma_ not in DYING:
        return act
    if not any(c.lower_ in ("when", "as", "after") and c.dep_ in ("advmod", "mark") for c in act.token.children):
        return act
    subject = next((c for c in above.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    dead = tuple(n for n, m in enumerate(mentions) if subject is not None and m.head == subject.i)
    return replace(act, recipients=dead, why=(*act.why, f"those who {above.text!r}")) if dead else act


def _as_dated(act: Act, acts: Sequence[Act]) -> Act:
    if act.type != "ASSAULT" or act.actors or not tree.is_passive(act.token) or tree.agents(act.token):
        return act
    dating = {
        c
        for c in act.token.children
        if c.dep_ == "advcl" and any(w.lower_ in ("when", "as") and w.dep_ in ("advmod", "mark") for w in c.children)
    }
    attack = next((a for a in acts if a.type == "ASSAULT" and a.actors and a.token in dating), None)
    if attack is None or attack.status != act.status:
        return act
    return replace(act, actors=attack.actors, why=(*act.why, f"done by who {attack.token.text!r}"))
