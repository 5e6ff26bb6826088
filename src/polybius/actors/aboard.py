"""Whose those are who run or ride in a ship, a plane or a lorry of a land, whom a disaster there befell, or who are on its side of a border: "the crew
*of a Greek tanker*", "victims *of the Chinese floods*", "farmers *on the Omani side*".
"""

from __future__ import annotations

from spacy.tokens import Token

from polybius.actors import syntax
from polybius.lexicon.world import world

# Who is called by what they run or ride in; it is told whose that is, not whose they are.
ABOARD = frozenset(
    """crew captain skipper master mate pilot copilot driver sailor seaman passenger crewman crewmen fisherman fishermen engineer operator owner
    helmsman boatswain""".split()
)
# Whom a disaster befell, and what is told by where it was; not what somebody does: victims of American bombs are no Americans.
STRICKEN = frozenset({"victim", "survivor", "casualty"})
DISASTERS = frozenset(
    """flood flooding earthquake quake tsunami famine drought cyclone hurricane typhoon tornado storm landslide mudslide avalanche eruption epidemic
    disaster stampede wildfire""".split()
)
SIDES = frozenset({"side", "bank", "shore"})


def words_of_land(head: Token) -> list[Token]:
    """The words at a craft that say of which land it is, where ``head`` is who runs it and no word before it says of which land they are; so of
    a disaster, where ``head`` is whom it befell, and of the side of a border on which they are.
    """
    if any(c.i < head.i and _is_named(c) for c in head.children):
        return []
    side = next((c for name, c in syntax.fillers(head) if name in ("on", "from") and c.lemma_.lower() in SIDES), None)
    if side is not None:
        return [c for c in side.children if c.i < side.i and _is_named(c)]
    lemma = head.lemma_.lower()
    if lemma not in ABOARD | STRICKEN:
        return []
    kinds = (world().craft | world().warcraft) if lemma in ABOARD else DISASTERS
    craft = next((c for name, c in syntax.fillers(head) if name == "of" and c.lemma_.lower() in kinds), None)
    if craft is None and lemma in ABOARD:
        craft = _craft_before(head)
    return [] if craft is None else _land_words(craft)


def _land_words(craft: Token) -> list[Token]:
    """The words that say of which land a craft is: "a *Greek* tanker", "a lorry *from Oman*", which the parser may hang on what was done to it."""
    before = [c for c in craft.children if c.i < craft.i and _is_named(c)]
    right_behind = [
        c
        for name, c in (*syntax.fillers(craft), *syntax.fillers(craft.head))
        if name == "from" and c.head.i == craft.i + 1
    ]
    return before or [c for c in right_behind if c.pos_ == "PROPN"]


def _craft_before(head: Token) -> Token | None:
    """The craft to which something has just been done, whose crew is meant: "seized a Greek tanker and detained *its crew*", "*20 sailors*"."""
    owned = any(c.dep_ == "poss" and c.lower_ in ("its", "their", "her") for c in head.children)
    next_ = head.dep_ == "dobj" and head.head.dep_ == "conj" and any(c.dep_ == "nummod" for c in head.children)
    if not owned and not next_:
        return None
    before = (
        w
        for w in reversed(head.doc[: head.i])
        if w.pos_ in ("NOUN", "PROPN") and w.lemma_.lower() in world().craft | world().warcraft
    )
    return next((w for w in before if w.dep_ in ("dobj", "nsubjpass")), None)


def _is_named(child: Token) -> bool:
    return child.dep_ in ("amod", "compound", "nmod") and child.text[:1].isupper()
