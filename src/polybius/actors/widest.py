"""How much of a noun's phrase names a party: the widest reading that names somebody, without the ground, the matter or those served that are told
behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Token

from polybius.actors import extent
from polybius.actors.resolved import Resolve, Resolved

SERVING = frozenset({"MED", "EDU", "REL"})  # of houses: hospitals, schools, churches


def reading(
    head: Token, core: list[Token], resolve: Resolve, on: date | None, context: str
) -> Iterator[tuple[list[Token], Resolved]]:
    """The widest reading of a phrase that names somebody; none where it is a mere label."""
    for words in extent.phrases(head, core):
        about = _is_about(core, words) and not _is_named_after_it(head, core, words, resolve, on, context)
        said = core if about else words
        resolved = resolve(extent.text(said), on, context)
        body = _body_before(head, said, resolved, resolve, on, context)
        if body is not None:
            yield body
            return
        if resolved is None:
            continue
        person = _person_alone(head, core, words, resolved, resolve, on, context)
        if person is not None:
            yield core, person
        elif not _is_label(head, core, words, resolved):
            short = _without_ground(words, core, resolved, resolve, on, context)
            short = _without_those_served(short, core, resolved, resolve, on, context)
            yield (core if _says_the_same(head, core, words, resolved, resolve, on, context) else short), resolved
        return


def _body_before(
    head: Token, words: list[Token], wide: Resolved | None, resolve: Resolve, on: date | None, context: str
) -> tuple[list[Token], Resolved] | None:
    """The body of a name of several nouns before what is said of it ("*Organization of American States* mission"), where the whole tells
    nobody or another.
    """
    told = [w for w in words if w.i <= head.i] if head.is_lower else words  # "Council of Europe meeting *in Accra*"
    end = next((n for n in range(len(told), 0, -1) if told[n - 1].text[:1].isupper()), 0)
    inside = words[words[0].lower_ in ("a", "an") : end]  # the article is of the noun after it
    if end == len(words) or not any(w.lower_ in ("of", "for") for w in inside) or (wide is not None and wide.id):
        return None
    found = resolve(extent.text(inside), on, context)
    if found is None or not found.id or found.kind == "person" or (wide is not None and wide.country == found.country):
        return None
    return inside, found


def _without_ground(
    words: list[Token], core: list[Token], wide: Resolved, resolve: Resolve, on: date | None, context: str
) -> list[Token]:
    """A phrase without the place in another land where somebody is ("the leader of the Ugandan opposition *in Nairobi*"): it stays free to say where."""
    end = next((n for n in range(len(words) - 2, len(core), -1) if words[n].lower_ in ("in", "at")), 0)
    if not end or wide.country is None:
        return words
    ground, alone = (resolve(extent.text(part), on, context) for part in (words[end + 1 :], words[:end]))
    if ground is None or alone is None or ground.country in (None, wide.country):
        return words
    return words[:end] if (alone.country, alone.sector) == (wide.country, wide.sector) else words


def _without_those_served(
    words: list[Token], core: list[Token], wide: Resolved, resolve: Resolve, on: date | None, context: str
) -> list[Token]:
    """A house or its staff of no told land without those of a land for whom it is ("a hospital *for Bolivian refugees*"): they are a party too."""
    end = next((n for n in range(len(core), len(words) - 1) if words[n].lower_ == "for"), 0)
    if not end or wide.country is not None or wide.sector not in SERVING:
        return words
    served = resolve(extent.text(words[end + 1 :]), on, context)
    return words[:end] if served is not None and served.country is not None else words


def _person_alone(
    head: Token, core: list[Token], words: list[Token], wide: Resolved, resolve: Resolve, on: date | None, context: str
) -> Resolved | None:
    """The person whom a name means without what follows: "Kim Jong *Un in Singapore*" is no office of the UN."""
    if wide.kind == "person" or len(words) <= len(core) or head.pos_ != "PROPN":
        return None
    alone = resolve(extent.text(core), on, context)
    return alone if alone is not None and alone.kind == "person" and alone.id is not None else None


def _is_about(core: list[Token], words: list[Token]) -> bool:
    """Whether what follows tells a matter, not an owner: "the Security Council *on Syria*"."""
    return len(words) > len(core) and words[len(core)].lower_ == "on"


def _is_named_after_it(
    head: Token, core: list[Token], words: list[Token], resolve: Resolve, on: date | None, context: str
) -> bool:
    """Whether the matter belongs to the name of a body that only bears it whole: "the Inter-American Commission *on Human Rights*"."""
    if head.pos_ != "PROPN" or not words[-1].text[:1].isupper():
        return False
    whole, alone = resolve(extent.text(words), on, context), resolve(extent.text(core), on, context)
    return whole is not None and whole.id is not None and (alone is None or alone.id is None)


def _is_label(head: Token, core: list[Token], words: list[Token], resolved: Resolved) -> bool:
    """Whether a phrase names nobody: what somebody is called ("she was the right *woman* for the post"), and a plain noun with "of" that is also
    a group's name ("the *sisterhood* of towns").
    """
    if head.dep_ == "attr" and resolved.country is None and resolved.sector == "UNK":
        return True
    plain = not any(w.text[:1].isupper() for w in core if w.i > head.sent.start)
    has_of = any(c.dep_ == "prep" and c.lower_ == "of" for c in head.children)
    return plain and has_of and words == core and resolved.kind in ("group", "organisation", "body")


def _says_the_same(
    head: Token, core: list[Token], words: list[Token], wide: Resolved, resolve: Resolve, on: date | None, context: str
) -> bool:
    """Whether "in Niger" adds nothing to who "a French engineer in Niger" is: it then stays free to say where."""
    if len(words) <= len(core) or head.pos_ == "PROPN" or words[len(core)].lower_ not in ("in", "at"):
        return False
    alone = resolve(extent.text(core), on, context)
    return alone is not None and (alone.country, alone.sector) == (wide.country, wide.sector)
