"""Who dealt with one another in a sentence, whom "they" sums up behind it: "A met B on Monday. *They* agreed to meet again"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from polybius.actors import syntax
from polybius.actors.antecedents import Candidate, Offered

MEETING = frozenset({"meet", "receive", "host", "greet", "telephone", "phone", "see"})
# What those do together who have met, whoever else was named.
JOINTLY = frozenset("agree discuss sign exchange review reaffirm meet talk conclude negotiate consult".split())


def of(sentence: Offered) -> Candidate | None:
    """The doer of a sentence's main clause and those with whom it did something, as one; None where it dealt with nobody of a known land."""
    leading = [c for c in sentence.at.values() if c.main and not c.quoted and not c.place and c.actor is not None]
    if len({c.key for c in leading}) != 1 or leading[0].nature == "thing":
        return None
    leader = leading[0]
    verb = syntax.clause_of(sentence.doc[leader.head])
    others = [c for c in map(sentence.at.get, _partners(verb)) if c is not None]
    everybody = [leader, *others]
    told = [m for c in everybody for m in (c, *map(sentence.at.get, c.members)) if m is not None]
    actors = [a for c in told if c.actor is not None for a in (c.actor, *c.also)]
    lands = {actor.country for actor in actors}
    if not others or any(c.actor is None for c in told) or None in lands or not 1 < len(lands) == len(actors):
        return None
    return replace(leader, actor=actors[0], plural=True, members=(), also=tuple(actors[1:]))


def act_jointly(pronoun: Token) -> bool:
    """Whether "they" do what is done with one another."""
    return pronoun.dep_ in syntax.SUBJECTS and pronoun.head.lemma_.lower() in JOINTLY


def _partners(verb: Token) -> Iterator[int]:
    """Where those stand whom a verb's subject meets, or with whom it does something."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if verb.lemma_.lower() in MEETING:
        yield from (c.i for c in objects)
    phrases = [c for word in (verb, *objects) for c in word.children if c.dep_ == "prep"]
    inner = [g for p in phrases for o in p.children if o.dep_ == "pobj" for g in o.children if g.dep_ == "prep"]
    for phrase in (*phrases, *inner):
        if phrase.lower_ == "with":
            yield from (c.i for c in phrase.children if c.dep_ == "pobj")
