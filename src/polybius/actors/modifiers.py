"""Whom words before a noun name: whose deed or thing it is ("*rebel* attacks", "a *Syrian government* raid"), or the two sides of a pair ("*US-China* talks")."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from polybius.actors import extent, gatherings, strangers
from polybius.actors.resolved import Resolve, Resolved
from polybius.lexicon.actor_index import WORLDWIDE

# Holders whose word before a deed tells who does it: "a *government* assault", "*police* raids".
ACTING = frozenset(
    """government regime army navy police rebel militant guerrilla insurgent separatist militia jihadist paramilitary opposition
    student worker teacher farmer union court parliament""".split()
)
PARTNERS = frozenset(
    {"ally", "neighbour", "neighbor", "partner", "rival", "enemy", "friend", "puppet"}
)  # "its *Nato* ally"
# What is named after a land and isn't its: "the *Niger* delta", "the *Jordan* valley".
FEATURES = frozenset(
    "river delta basin lake gulf sea strait desert mountain valley peninsula ocean bay canal creek estuary".split()
)
ACROSS = frozenset({"pan", "trans", "circum", "non"})
SUCCESSORS = frozenset({"soviet", "yugoslav", "ex-soviet"})  # "the former *Soviet* republic" is none of Russia's
# What stands for a country before a hyphen only ("Sino-Indian").
COMBINING = {
    "sino": "China", "franco": "France", "anglo": "Britain", "russo": "Russia", "indo": "India", "greco": "Greece", "graeco": "Greece",
    "turco": "Turkey", "italo": "Italy", "luso": "Portugal", "nippo": "Japan", "austro": "Austria", "hispano": "Spain", "soviet": "Soviet Union",
}  # fmt: skip


def modifying(
    word: Token, of_unknown: bool, resolve: Resolve, on: date | None, context: str
) -> list[tuple[list[Token], Resolved]]:
    """Whom a word before a noun names, with its words: a holder whose deed it is, one land, or the two sides of a pair; ``of_unknown``: the
    noun is a name that the lexicon lacks.
    """
    if _is_acting(word):
        words = _with_state(word)
        found = resolve(extent.text(words), on, context)
        if found is not None and found.sector:
            return [(words, found)]
        if word.is_lower:
            return []  # a capital may be of a name that ends so: "a European *Union* plan"
    named_for = word.head.lemma_.lower()
    if not word.text[:1].isupper() or strangers.begins_hyphenated(word) or named_for in FEATURES or _is_across(word):
        return []
    if (word.lower_ in SUCCESSORS and is_successor(word.head)) or _names_a_war(word):
        return []
    sides = [(side, resolve(name, on, context)) for side, name in _both_sides(word)]
    if sides and all(who is not None and who.country for _, who in sides):
        return [(side, who) for side, who in sides if who is not None]
    words = [w for w in word.subtree if w.i <= word.i and (w.i == word.i or w.dep_ in ("compound", "amod", "nmod"))]
    found = resolve(extent.text(words), on, context)
    if found is None and len(words) > 1:  # "an *autonomous Georgian* canton"
        words, found = [word], resolve(word.text, on, context)
    if found is None or not found.country or found.why[0].startswith("place in"):
        return []
    if (named_for in PARTNERS and found.country in WORLDWIDE) or gatherings.is_venue(found, named_for):
        return []
    return [] if of_unknown and not found.why[0].startswith("nationality") else [(words, found)]  # "*Chad* Smith"


def _is_across(word: Token) -> bool:
    """Whether a land's name only tells over which lands something runs: "the *Pan-American* highway", "a *trans-Afghan* pipeline"."""
    hyphened = word.i > 1 and word.nbor(-1).text in strangers.HYPHENS and not word.nbor(-1).whitespace_
    return hyphened and word.nbor(-2).lower_ in ACROSS


def _names_a_war(word: Token) -> bool:
    """Whether a land's name is part of a war's: "broke the *Korean War* armistice", not "US condemns *Syria* War Crimes"."""
    behind = [t.text for t in word.doc[word.i + 1 : word.i + 3]]
    return behind[:1] in (["War"], ["Wars"]) and behind[1:] not in (["Crimes"], ["Crime"], ["Criminals"])


def _is_acting(word: Token) -> bool:
    """Whether a word names who does what the noun after it tells: "*rebel* attacks", "a *police* raid"."""
    return word.lower_ in ACTING and word.head.i > word.i and word.head.pos_ == "NOUN"


def _with_state(word: Token) -> list[Token]:
    """A holder with the country or people before it, of which it is: "*Syrian government* shelling"."""
    words = [word]
    while words[0].i > 0:
        before = words[0].nbor(-1)
        own = before.head in (word.head, word, words[0]) and before.dep_ in ("compound", "amod", "nmod")
        if not own or not before.text[:1].isupper():
            break
        words.insert(0, before)
    return words


def _both_sides(word: Token) -> list[tuple[list[Token], str]]:
    """The two parties of "US-China (talks)", "Sino-Indian", "inter-Korean": their words and what names them; [] when it is one."""
    doc = word.doc
    hyphen = next((i for i in range(word.i - 1, max(word.i - 4, 0), -1) if doc[i].text in strangers.HYPHENS), None)
    if hyphen is None or doc[hyphen - 1].whitespace_ or doc[hyphen].whitespace_:
        return []
    right = list(doc[hyphen + 1 : word.i + 1])
    left = [doc[hyphen - 1]]
    while left[0].i > 0 and left[0].nbor(-1).head == doc[hyphen - 1] and left[0].nbor(-1).text[:1].isupper():
        left.insert(0, left[0].nbor(-1))  # "South Korea-US"
    twins = extent.TWINS.get(f"{left[-1].lower_}-{word.lower_}")
    if twins:
        return [(right, name) for name in twins]
    before = COMBINING.get(left[-1].lower_, extent.text(left))
    return [(left, before), (right, extent.text(right))] if left[0].text[:1].isupper() else []


def is_successor(head: Token) -> bool:
    """Whether a phrase tells a state that came of a union: "the *former Soviet republic*", "a *former Yugoslav republic*"."""
    before = [c.lower_ for c in head.children if c.i < head.i]
    return (
        head.lower_ in ("republic", "state", "nation", "country")
        and "former" in before
        and not SUCCESSORS.isdisjoint(before)
    )
