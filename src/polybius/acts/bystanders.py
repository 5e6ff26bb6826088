"""Lands that a sentence names only around an act: whoever acts at home does so none the less.

"Vietnam pardoned nine monks *ahead of a visit by the French president*", "Togo's police arrested a printer, *while Ghana held elections*", "the
guerrillas called off their levy, a commander said *in Mexico City*": nothing there says that the monks, the printer or those who paid are from elsewhere.
What is done *after talks with Ghana* or *at Ghana's request* may well be done to Ghanaians.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from spacy.tokens import Token

from polybius.acts import tree
from polybius.model import Mention

# What only dates an act, whoever comes or meets there.
OCCASIONS = frozenset(
    """visit trip tour arrival stopover summit conference congress inauguration coronation funeral anniversary festival fair tournament match game
    championship olympics holiday""".split()
)
DATING, LEADING_UP = frozenset({"before", "during", "after"}), frozenset({"ahead", "eve", "day", "days", "hours"})
# What goes on at the same time, or is told against it; who acts *after* others or *because* of them may act upon theirs.
MEANWHILE = frozenset({"as", "while", "although", "though", "whereas"})
PERSONS = frozenset({"he", "she", "they", "him", "her", "them", "his", "their", "whom"})
# Of those who only took it so or so: "*to the anger of* the Council", "to cheers from exiles".
FEELINGS = frozenset(
    """anger fury dismay alarm delight relief cheer applause chagrin annoyance satisfaction surprise joy consternation outrage irritation
    embarrassment""".split()
)
SAYING = frozenset("say tell add announce report declare state claim confirm disclose".split())
WHERE = frozenset({"in", "at", "near"})


def close(mentions: Iterable[Mention], deed: Token) -> list[Mention]:
    """The mentions of a sentence without those that only stand around a deed in it."""
    return [m for m in mentions if not is_bystander(m, deed)]


def is_bystander(mention: Mention, deed: Token) -> bool:
    """Whether somebody is named only in what dates a deed, goes on meanwhile, tells of something else or where it was announced."""
    if mention.head < 0:
        return False
    word = deed.doc[mention.head]
    if word == deed or word.is_ancestor(deed):
        return False
    way = [word, *takewhile(lambda t: t != deed and not t.is_ancestor(deed), word.ancestors)]
    return any(
        _is_occasion(t) or _is_felt(t) or _goes_on_meanwhile(t) or _tells_of_another(t, deed) for t in way
    ) or _is_where_told(word)


def _is_occasion(word: Token) -> bool:
    """Whether a visit or a feast only dates what is told: "*during* a tour", "*ahead of* the summit", "*on the eve of* a visit"."""
    if word.dep_ != "pobj" or word.lemma_.lower() not in OCCASIONS:
        return False
    above = word.head
    return above.lower_ in DATING or (above.lower_ == "of" and above.head.lower_ in LEADING_UP)


def _is_felt(word: Token) -> bool:
    """Whether a phrase only says how others took it: "*to the dismay* of Oslo"."""
    return word.dep_ == "pobj" and word.head.lower_ == "to" and word.lemma_.lower() in FEELINGS


def _goes_on_meanwhile(word: Token) -> bool:
    """Whether a clause has a subject of its own, goes back to nobody and is told as of the same time."""
    if word.dep_ != "advcl" or not any(c.dep_ == "mark" and c.lower_ in MEANWHILE for c in word.children):
        return False
    told = any(c.dep_ in ("nsubj", "nsubjpass") and c.pos_ in ("NOUN", "PROPN") for c in word.children)
    return told and all(t.lower_ not in PERSONS for t in word.subtree)


def _tells_of_another(word: Token, deed: Token) -> bool:
    """Whether a clause describes something else than whom a deed befalls: "a strike *that also hit Swiss hauliers*", "a move *that Paris had urged*"; "held
    six men *who had come from Togo*" tells of them.
    """
    if word.dep_ != "relcl":
        return False
    befallen = [*tree.objects(deed), *(t for _, t in tree.prepositions(deed))]
    return not any(o == word.head or o.is_ancestor(word.head) for o in befallen if o != word)


def _is_where_told(word: Token) -> bool:
    """Whether a place is only where somebody says so: "a commander said *in Mexico City*"."""
    return word.dep_ == "pobj" and word.head.lower_ in WHERE and word.head.head.lemma_ in SAYING
