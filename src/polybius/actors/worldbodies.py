"""Bodies of many states that a report calls by their kind: "the council" is the Security Council, "the bloc" the European Union."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from polybius.lexicon import ontology
from polybius.model import Actor, Mention

KINDS = frozenset(
    "council assembly union league commission alliance agency organisation organization community court bank tribunal".split()
)
FAR = 40  # sentences back in which such a body is looked for
WORLD = frozenset({"the general assembly", "the un general assembly"})  # of the United Nations, where they are told of
# Of which there is one in the world, as papers write them in small letters; a state's own is told with its land ("Iran's security council").
IN_SMALL_LETTERS = {
    "security council": ("uno.security-council", "UNO", ""),
    "human rights council": ("uno.human-rights-council", "UNO", ""),
    "international court of justice": ("uno.icj", "UNO", "JUD"),
    "international criminal court": ("igo.icc", "IGO", "JUD"),
    "state department": ("usa.state-department", "USA", "GOV"),
    "revolutionary guards": ("irn.irgc", "IRN", "MIL"),
    "revolutionary guard": ("irn.irgc", "IRN", "MIL"),
}
_SMALL = re.compile(rf"the ({'|'.join(IN_SMALL_LETTERS)})(?: of [a-z]+)?\Z")
ANY = frozenset({"bloc", "grouping"})  # what no name says, but any union or league of states is called
# Members of the European Commission, by what they deal with.
_COMMISSIONER = re.compile(
    r"(?:trade|competition|enlargement|agriculture|farm|fisheries|budget|energy|climate|environment|digital|justice|home affairs|migration|development|"
    r"external relations|external affairs|foreign affairs|foreign relations|economic affairs|monetary affairs|economy|internal market|single market|industry|"
    r"humanitarian aid|transport|tax|neighbourhood) commissioner\b"
)


def meant(mention: Mention, named: Sequence[Sequence[Mention]]) -> tuple[Actor, int] | None:
    """The body of states that "the council", "the bloc" means, and how many sentences back it was named last: the only one of its kind in
    what a report has ``named`` of late, where none of a state is.
    """
    text = mention.actor.text.lower()
    if text in WORLD and mention.actor.country is None:
        return _united_nations(named)
    words = text.replace("’", "'").split()
    if 2 < len(words) < 5 and words[0] == "the" and words[1].removesuffix("'s") in KINDS and words[1].endswith("'s"):
        return _of_theirs(mention, words[1].removesuffix("'s"), named)
    if len(words) != 2 or words[0] != "the" or words[1] not in KINDS | ANY or mention.actor.country is not None:
        return None
    return _only(words[1], named)


def in_small_letters(mention: Mention) -> Actor | None:
    """The one body of the world that a phrase in small letters names: "accused *the security council* of bias"."""
    found = _SMALL.match(mention.actor.text[:1].lower() + mention.actor.text[1:])
    if found is None or mention.actor.country is not None:
        return None
    id_, country, sector = IN_SMALL_LETTERS[found[1]]
    return replace(mention.actor, id=id_, name=found[1], country=country, sector=sector)


def _of_theirs(mention: Mention, noun: str, named: Sequence[Sequence[Mention]]) -> tuple[Actor, int] | None:
    """Who is of such a body: "*the agency's* director"."""
    found = _only(noun, named) if mention.actor.country is None else None
    if found is None:
        return None
    body, back = found
    return replace(mention.actor, country=body.country), back


def _only(noun: str, named: Sequence[Sequence[Mention]]) -> tuple[Actor, int] | None:
    """The only body of a kind that a report has named, if it is of many states, and how many sentences back."""
    found: dict[str, tuple[Mention, int]] = {}
    for back, sentence in enumerate(reversed(named)):
        for body in _of_kind(noun, sentence):
            found.setdefault(body.actor.id or body.actor.name, (body, back))
    if len(found) != 1:
        return None
    body, back = next(iter(found.values()))
    bodies = ontology.table()["international"]
    return (replace(body.actor), back) if body.actor.country in bodies else None


def commissioner(mention: Mention, named: Sequence[Sequence[Mention]]) -> Actor | None:
    """ "The *trade commissioner*" of no told land, with or without a name, as the European Commission's, where the report has ``named`` a body of the
    Union or Brussels.
    """
    if not is_commissioner(mention):
        return None
    union = any(m.actor.country == "EUR" or m.actor.text == "Brussels" for sentence in named for m in sentence)
    return replace(mention.actor, country="EUR", sector="GOV") if union else None


def is_commissioner(mention: Mention) -> bool:
    """Whether somebody of no told land deals with what members of the European Commission deal with."""
    actor = mention.actor
    return actor.country is None and actor.id is None and _COMMISSIONER.search(actor.text.lower()) is not None


def _united_nations(named: Sequence[Sequence[Mention]]) -> tuple[Actor, int] | None:
    """The United Nations, or a council or office of theirs that was named last, and how many sentences back."""
    for back, sentence in enumerate(reversed(named)):
        found = next((m for m in sentence if m.actor.country == "UNO" and m.kind != "pronoun"), None)
        if found is not None:
            return replace(found.actor, sector="", role=""), back
    return None


def _head(name: str) -> str:
    """The word of a name that says what it is: "International *Court* of Justice"."""
    return re.split(r" (?:of|for) ", name.lower())[0].split()[-1]


def _of_kind(noun: str, sentence: Iterable[Mention]) -> list[Mention]:
    """The parties of a sentence that are called so: by the last word of their name, or for "bloc" any union of states."""
    bodies = ontology.table()["international"]
    out = []
    for mention in sentence:
        actor = mention.actor
        if actor.country is None or actor.id is None or mention.kind == "pronoun":
            continue
        if noun in ANY:
            fits = (
                actor.country in bodies
                and actor.country not in ("UNO", "NGO", "MNC", "ISM")
                and mention.nature != "person"
            )
        else:
            fits = noun in (_head(actor.name), actor.text.lower().split()[-1])
            fits = fits or (noun == "alliance" and actor.country == "IGO" and "nato" in actor.text.lower())
        out += [mention] if fits else []
    return out
