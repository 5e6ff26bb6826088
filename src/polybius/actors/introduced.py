"""Whom a report introduces by name and office, and names by the family name alone from then on: "the Polish envoy, Jan *Nowak*" ... "*Nowak* said".

The lexicon can't have everybody. Where two of a report bear a name, nobody is meant by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius.actors import natures, strangers
from polybius.model import Actor, Mention, Span

FOUND_IN = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "conj"})  # where a family name alone is a party
# By what somebody speaks: "*Nowak's letter* accuses the minister".
WORDS = frozenset("letter statement speech message article manifesto office team remark comment reply tweet".split())


CALLED_BY_GIVEN_NAMES = frozenset({"MYS", "IDN", "BRN", "SGP", "ETH", "ERI", "ISL", "MMR", "THA", "SOM", "DJI", "MNG"})
# What stands before a name and is none, and the most letters of a particle ("bin").
STYLES = frozenset(
    {"datuk", "dato", "tunku", "tengku", "prime", "foreign", "interior", "defence", "defense", "finance", "health"}
)
SHORT = 3


class Introduced:
    """Who was introduced so far."""

    def __init__(self) -> None:
        self._bearers: dict[str, tuple[Actor, int] | None] = {}  # by family name; None where two bear it
        self._sexes: dict[str, str] = {}

    def keep(self, mention: Mention, doc: Doc) -> str:
        """Remembers whom a sentence introduces, of a known land or by an office whose land the report may tell, and gives the family name."""
        actor = mention.actor
        known = actor.country is not None or (bool(actor.role) and actor.sector not in ("", "UNK"))
        if not known or mention.nature != "person" or mention.head < 0 or mention.plural:
            return ""
        bearer = _bearer(doc[mention.head])
        if bearer is None or (actor.id is not None and bearer.lower_ in actor.name.lower()):
            return ""
        for name in (bearer, *_given_names(bearer, actor)):
            before = self._bearers.get(name.lower_, (actor, mention.sentence))
            same = before is not None and (before[0].country, before[0].sector) == (actor.country, actor.sector)
            self._bearers[name.lower_] = before if same else None
            self._sexes[name.lower_] = mention.sex or self._sexes.get(name.lower_, "")
        return bearer.lower_

    def sex_of(self, name: str) -> str:
        """The sex of who bears a family name, as told where he was introduced."""
        return self._sexes.get(name.lower(), "")

    def again(self, sentence: Sequence[Mention], doc: Doc, number: int, offset: int) -> list[Mention]:
        """Family names introduced before that a parse takes for common nouns ("*Brouwer* apologised"), or that stand alone as a party ("urged *Brouwer*
        to go"), in no other's name.
        """
        heads = {m.head for m in sentence}
        held = [(m.actor.span.start - offset, m.actor.span.end - offset) for m in sentence]
        return [
            Mention(number, t.i, Actor(t.text, Span(offset + t.idx, offset + t.idx + len(t)), t.text), "stranger", False,
                    t.dep_ in ("nsubj", "nsubjpass"), False, ())
            for t in self._named(doc)
            if t.i not in heads and (not t.i or not any(first <= t.idx < last for first, last in held))
        ]  # fmt: skip

    def _named(self, doc: Doc) -> Iterator[Token]:
        for token in doc:
            alone = not any(c.dep_ in ("compound", "det", "amod", "poss") for c in token.children)
            if token.text[:1].isupper() and alone and self._bearers.get(token.lower_) is not None:
                linked = token.dep_ == "pobj" and token.head.lower_ in strangers.PERSONAL_LINKS
                linked = linked or (token.dep_ == "poss" and token.head.lemma_ in WORDS)
                standing = linked or _is_lone(token)
                if (token.i == 0 and token.dep_ == "nsubj") or (token.pos_ == "PROPN" and standing):
                    yield token

    def found(self, mention: Mention, doc: Doc) -> tuple[list[Actor], str, int] | None:
        """Who is meant by a name that the lexicon lacks, alone, behind a title ("*President Nowak*") or as an owner; why, and how many sentences
        back they were introduced.
        """
        if mention.kind == "stranger" or (
            mention.kind == "name" and mention.actor.country is None and mention.head >= 0
        ):
            return self._meant(mention, doc)
        return self._owner(mention, doc)

    def _owner(self, mention: Mention, doc: Doc) -> tuple[list[Actor], str, int] | None:
        """Who is somebody's that was introduced, as of his land: "*Fabbri's* foreign affairs spokesman"."""
        if mention.kind != "noun" or mention.head < 0 or mention.actor.country is not None:
            return None
        whose = (
            self._bearers.get(c.lower_) for c in doc[mention.head].children if c.dep_ == "poss" and c.pos_ == "PROPN"
        )
        actor, sentence = next((found for found in whose if found is not None), (None, 0))
        if actor is None or actor.country is None:
            return None
        why = f"{mention.actor.text!r} is of {actor.name}, introduced before"
        return [replace(mention.actor, country=actor.country)], why, mention.sentence - sentence

    def _meant(self, mention: Mention, doc: Doc) -> tuple[list[Actor], str, int] | None:
        """Who is meant by a name that the lexicon lacks, why, and how many sentences back they were introduced."""
        found = self._bearers.get(doc[mention.head].lower_)
        if found is None:
            return None
        actor, sentence = found
        return [actor], f"{mention.actor.text!r} is {actor.name}, introduced before", mention.sentence - sentence


def _bearer(head: Token) -> Token | None:
    """The family name of who is introduced: a name behind a given name, alone or beside an office."""
    beside = [c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    return next((name for name in (*beside, head) if _is_full(name)), None)


def _given_names(bearer: Token, actor: Actor) -> list[Token]:
    """What precedes a last name that is a father's rather than a family's, where people are called by their own ("*Mahathir* Mohamad")."""
    if actor.country not in CALLED_BY_GIVEN_NAMES:
        return []
    names = (c for c in bearer.children if c.dep_ == "compound" and c.pos_ == "PROPN" and c.text[:1].isupper())
    return [c for c in names if len(c) > SHORT and c.lower_ not in STYLES | natures.table().titles]


def _is_lone(word: Token) -> bool:
    """Whether a name stands by itself as a party of its clause, no part of another name and no place: "urged *Brouwer* to go"."""
    parts = any(c.dep_ in ("nmod", "flat", "appos") for c in word.children)
    where = word.dep_ == "pobj" and word.head.lower_ in ("in", "at", "near", "across", "around", "off")
    return word.dep_ in FOUND_IN and not parts and not where


def _is_full(name: Token) -> bool:
    if name.pos_ != "PROPN" or name.i == 0 or not name.text[:1].isupper():
        return False
    given = name.nbor(-1)
    return given.head == name and given.text[:1].isupper()
