"""The mode that an act's own words tell: who abducts somebody abducts him, whatever else the frame that told it lists (``modes.yaml``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from polybius.acts import tree
from polybius.acts.act import Act
from polybius.lexicon import files

INSTRUMENTAL = frozenset({"with", "by", "using", "from", "in"})
# What sends off what it has as its object: "fired *tear gas*", "dropped *barrel bombs*".
SENDING = frozenset(
    "fire launch throw hurl lob drop unleash use turn spray shoot loose deploy detonate plant direct employ wield rain explode pelt".split()
)


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that tell one mode: of the act itself, of what it is done with, of what it is done to (``both``: only together), of what it asks for."""

    mode: str
    both: bool
    words: frozenset[str]
    means: frozenset[str]
    object: frozenset[str]
    content: frozenset[str]


def told(act: Act) -> Act:
    """An act with the mode that its own words tell, if they tell one, and why."""
    rules = rules_of().get(act.type, ())
    if not rules:
        return act
    verbs = [act.token] if act.match.support is None else [act.token, act.match.support]
    objects = [o for v in verbs for o in tree.objects(v)]
    own, struck = _called([act.token]), _called([*objects, *_light(verbs)])
    # What is asked for tells a mode only where no frame has told it.
    asked = _called(act.match.fillers("C") or act.match.fillers("T")) if act.mode is None else {}
    means = _called(_means(verbs, objects))
    for rule in rules:
        by_word, by_object = own.keys() & rule.words, struck.keys() & rule.object
        if rule.both:
            fitting = by_word if by_object else set()
        else:
            fitting = by_word or by_object or asked.keys() & rule.content or means.keys() & rule.means
        if fitting:
            if act.mode == rule.mode:
                return act
            word = min(fitting, key=lambda name: ({**means, **asked, **struck, **own}[name], name))
            return replace(act, mode=rule.mode, why=(*act.why, f"mode {rule.mode}: {word!r}"))
    return act


def _called(words: Iterable[Token]) -> dict[str, int]:
    """What some words may be called in a rule, each with where it stands."""
    return {name: word.i for word in words for name in _names(word)}


def _light(verbs: list[Token]) -> Iterator[Token]:
    """What a light verb carries behind a preposition: "went on *strike*"."""
    for verb in verbs:
        yield from (filler for name, filler in tree.prepositions(verb) if name == "on")


def _means(verbs: list[Token], objects: list[Token]) -> Iterator[Token]:
    """With what an act is done."""
    for verb in verbs:
        yield from (filler for name, filler in tree.prepositions(verb) if name in INSTRUMENTAL)
        yield from (o for c in verb.children if c.lower_ == "using" for o in tree.objects(c))
        if verb.pos_ == "VERB":
            yield from tree.surface_subjects(verb) if not tree.is_passive(verb) else tree.agents(verb)
            if verb.lemma_.lower() in SENDING:
                yield from objects
        else:
            yield from (c for c in verb.children if c.dep_ in ("compound", "amod"))


def _names(word: Token) -> Iterator[str]:
    """What a word may be called in a rule: its lemma, alone and with the word before it that belongs to it or its particle."""
    lemma = word.lemma_.lower()
    yield lemma
    for child in word.children:
        if child.dep_ == "prt":
            yield f"{lemma}_{child.lower_}"
        elif child.i == word.i - 1 and child.dep_ in ("compound", "amod", "nmod"):
            yield f"{child.lemma_.lower()}_{lemma}"
            yield f"{child.lower_}_{lemma}"
        elif child.lower_ == "of" and child.dep_ == "prep":
            yield from (f"{lemma}_of_{o.lemma_.lower()}" for o in child.children if o.dep_ == "pobj")


@cache
def rules_of() -> dict[str, tuple[Rule, ...]]:
    """The rules of each type, the first that fits first."""
    raw: dict[str, list[dict[str, Any]]] = files.compiled("modes", [files.DATA / "modes.yaml"], _parsed)
    return {
        type_: tuple(
            Rule(
                r["mode"],
                bool(r.get("both")),
                *(frozenset(str(r.get(part, "")).split()) for part in ("words", "means", "object", "content")),
            )
            for r in rules
        )
        for type_, rules in raw.items()
    }


def _parsed(parsed: list[tuple[Path, Any]]) -> Any:
    return parsed[0][1]
