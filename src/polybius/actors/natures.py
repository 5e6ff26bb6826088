"""What a noun's or a name's bearer is (person, body, people, state, thing) and of which sex, so that pronouns agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from polybius.actors import vocabulary
from polybius.actors.vocabulary import singular
from polybius.lexicon import files
from polybius.lexicon.names import fold

Nature = Literal["person", "body", "people", "state", "thing", ""]
"""What is meant; "" where nothing tells."""
ALLIES = frozenset({"ally", "allies"})
Sex = Literal["f", "m", ""]


@dataclass(frozen=True, slots=True)
class Natures:
    """The lists of natures.yaml."""

    bodies: frozenset[str]
    people: frozenset[str]
    things: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    titles_women: frozenset[str]
    titles_men: frozenset[str]
    titles: frozenset[str]
    female_names: frozenset[str]
    male_names: frozenset[str]
    women_who_led: frozenset[str]
    agentive: frozenset[str]
    speech: frozenset[str]


@cache
def table() -> Natures:
    """The lists, read once."""
    raw: dict[str, list[str]] = files.compiled("natures", [files.DATA / "natures.yaml"], _parsed)
    return Natures(**{name: frozenset(words) for name, words in raw.items()})


def _parsed(parsed: list[tuple[Path, dict[str, str]]]) -> dict[str, list[str]]:
    return {name: [fold(word) for word in words.split()] for name, words in parsed[0][1].items()}


def of_role(noun: str) -> Nature:
    """What the bearer of a role noun is: "ministry of health" a body, "radio" a thing, "police" people, "minister" a person."""
    head = noun.lower().partition(" of ")[0].split()  # "house *of representatives*", "minister *of health*"
    last = head[-1] if head else ""
    one = singular(last)
    lists = table()
    if last in lists.people:
        return "people"
    if one in lists.bodies or last in lists.bodies:
        return "body"
    if one in lists.things or last in lists.things:
        return "thing"
    return "person"


@cache
def persons() -> frozenset[str]:
    """The role nouns of one word, in singular and plural, that mean persons."""
    return frozenset(
        noun for noun in vocabulary.words().roles if " " not in noun and of_role(noun) in ("person", "people")
    )


def sex_of(words: Sequence[str]) -> Sex:
    """The sex that a title ("Mrs"), a first name or a noun ("spokeswoman") tells; the first word that tells one decides."""
    lists = table()
    for word in words:
        key = fold(word.strip(".").lower())
        one = singular(key)
        if key in lists.titles_women or one in lists.women:
            return "f"
        if key in lists.titles_men or one in lists.men:
            return "m"
        if word[:1].isupper() and key in lists.female_names:
            return "f"
        if word[:1].isupper() and key in lists.male_names:
            return "m"
    return ""


def sex_of_leader(id_: str) -> Sex:
    """The sex of who headed a state or a government: the women among them are listed, all others are men."""
    return "f" if fold(id_) in table().women_who_led else "m"


def is_person(words: Sequence[str]) -> bool:
    """Whether a name's words tell that a person bears it: a title, or a first name before another word."""
    return any(fold(w.strip(".").lower()) in _before_names() for w in words[:-1])


@cache
def _before_names() -> frozenset[str]:
    """Titles and first names."""
    lists = table()
    return lists.titles | lists.titles_men | lists.titles_women | lists.female_names | lists.male_names
