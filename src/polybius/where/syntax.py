"""What the parse tells about an act's place: where its words were said, what it reaches, which place it describes.

Gives character spans of a document; ``offset`` is where the parsed sentence starts in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from polybius.model import Span
from polybius.where.words import words

WORDS = frozenset({"AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE", "SANCTION"})
"""Types of acts of words and of measures: they happen where they are said or decided, wherever what they say is."""

TOGETHER = frozenset({"AGREE", "CONSULT"})  # who meets or signs does so where any of them is said to be
_VISITS = frozenset("visit tour trip go travel fly head arrive return journey stopover pilgrimage be".split())
_ONTO = frozenset("on against into at near in of over upon".split())
_TOWARDS = frozenset("to into onto toward towards through on".split())
_AWAY = frozenset("from of".split())
_LINKS = {
    "ASSAULT": _ONTO, "COERCE": _ONTO, "MOBILIZE": _TOWARDS, "RETREAT": _AWAY,
    "AID": frozenset({"to", "into"}), "CONSULT": frozenset({"to", "in"}),
}  # fmt: skip
_REACHING = frozenset(
    "enter storm retake recapture capture seize liberate besiege bomb bombard shell attack invade occupy defend flee "
    "evacuate raid reach siege battle bombing bombardment shelling liberation offensive assault strike airstrike "
    "fight".split()
)
_REACHING_LINKS = frozenset("of for on to into against".split())
_DRIVING = frozenset("sweep drive oust expel push clear flush remove dislodge".split())
_TELLING = frozenset("tell address brief inform".split())
_BEING = frozenset("be base live situate station locate reside work hold detain hide stay".split())
_AFTER = frozenset("after following during before at amid".split())
_SUFFERING = frozenset("suffer experience witness see face endure".split())  # "X has seen attacks"
_SAYING = frozenset("say tell add state declare announce insist warn claim argue note write explain reply".split())


def attached(act: Token, support: Token | None, type_: str, offset: int) -> list[Span]:
    """The phrases that say where words were said: those of the act and of what reports it, not those in what is said.

    "Called in Geneva for an end to the war in Mali" gives "in Geneva" only.
    """
    preps = [prep for word in _sayers(act, support) for prep in _placing(word, type_)]
    return [Span(offset + prep.idx, offset + _reach(prep, type_)) for prep in preps]


def goals(act: Token, support: Token | None, type_: str, offset: int) -> list[Span]:
    """What the act reaches by its kind, where that can be a place: the attacked, entered, left, helped, visited."""
    links = _LINKS.get(type_)
    fitting = {"CONSULT": _VISITS, "COERCE": _REACHING}.get(type_)
    travelled = _towards(act, type_)
    if links is None or (fitting is not None and act.lemma_ not in fitting and not travelled):
        return []
    heads = [act, *([support] if support is not None else []), *travelled]
    ways = [_AWAY] if act.lemma_ in _DRIVING else [links, *([_AWAY] if type_ == "MOBILIZE" else [])]
    if type_ == "ASSAULT" and (sufferer := _sufferer(act)) is not None:
        return list(_names(sufferer, offset))
    spans = ([span for head in _fillers(heads, way) for span in _names(head, offset)] for way in ways)
    return next((found for found in spans if found), [])


def _towards(act: Token, type_: str) -> list[Token]:
    """The going that leads to a meeting: "*flew* to X to meet B", "has *been* to X"."""
    going = type_ == "CONSULT" and act.dep_ in ("xcomp", "advcl") and act.head.lemma_ in _VISITS
    return [act.head] if going else []


def _sufferer(act: Token) -> Token | None:
    """Who suffers what the act's noun names: "X has seen a series of attacks"."""
    word = act
    while word.dep_ in ("pobj", "prep", "compound"):
        word = word.head
    if word.dep_ != "dobj" or word.head.lemma_ not in _SUFFERING:
        return None
    return next((child for child in word.head.children if child.dep_ == "nsubj"), None)


def relative(act: Token) -> bool:
    """Whether the act describes a deed named before it: "a raid *that killed* three"."""
    return act.dep_ == "relcl" and act.head.lemma_ in _REACHING


def told(act: Token) -> bool:
    """Whether the act is what somebody tells: where the teller is says nothing of where it was."""
    return any(word.dep_ == "ccomp" for word in (act, *act.ancestors))


def beyond(act: Token, offset: int) -> list[Span]:
    """What other words under the act reach: "killed in the battle to retake X", "fired on a convoy entering X"."""
    below = [word for word in act.subtree if word != act and word.lemma_ in _REACHING]
    return [span for head in _fillers(below, _REACHING_LINKS) for span in _names(head, offset)]


def hosts(act: Token, offset: int) -> list[Span]:
    """The nouns, up to their "where", that a clause holding the act describes: "the town where he is held"."""
    out = []
    for word in (act, *act.ancestors):
        if word.dep_ == "relcl":
            link = next((child for child in word.children if child.lower_ == "where"), None)
            if link is not None:
                out.append(Span(offset + word.head.left_edge.idx, offset + link.idx))
    return out


def _sayers(act: Token, support: Token | None) -> Iterator[Token]:
    """The act's own words and the verbs of saying that it is the content of."""
    yield act
    if support is not None:
        yield support
    word = act
    while (word.dep_ in ("ccomp", "conj", "xcomp") or _follows(word)) and word.head != word:
        word = word.head
        if word.lemma_ in _SAYING:
            yield word


def seated(act: Token, offset: int) -> list[Span]:
    """Where those who act are said to be: "X, who lives in Y, said", "speakers based in Y called"."""
    return [
        Span(offset + prep.idx, offset + prep.right_edge.idx + len(prep.right_edge))
        for subject in act.children
        if subject.dep_ in ("nsubj", "nsubjpass")
        for noun in (subject, *subject.children)
        for clause in noun.children
        if clause.dep_ in ("relcl", "acl") and clause.lemma_ in _BEING
        for prep in clause.children
        if prep.dep_ == "prep"
    ]


def addressed(act: Token, support: Token | None) -> list[str]:
    """Those who are told something: "*briefed the Security Council*"."""
    return [
        child.doc[child.left_edge.i : child.right_edge.i + 1].text
        for sayer in _sayers(act, support)
        for word in (sayer, *(clause for clause in sayer.children if clause.dep_ == "advcl"))
        if word.lemma_ in _TELLING
        for child in word.children
        if child.dep_ in ("dobj", "dative")
    ]


def qualifying(act: Token, offset: int) -> list[Span]:
    """Names in the act's sentence that only qualify a common noun: "throughout the *US* partnership" is no place."""
    kinds = words().settlements | words().facilities
    return [
        Span(offset + word.idx, offset + word.idx + len(word))
        for word in act.sent
        if word.pos_ == "PROPN" and word.dep_ in ("compound", "nmod", "amod")
        and word.head.pos_ == "NOUN" and word.head.lemma_ not in kinds and word.nbor().i <= word.head.i
    ]  # fmt: skip


def _follows(word: Token) -> bool:
    """Whether what is said comes with or after it: "said after talks with B"."""
    prep = word if word.dep_ == "prep" else word.head
    return (word.dep_ == "prep" or (word.dep_ == "pobj" and prep.dep_ == "prep")) and prep.lower_ in _AFTER


def _placing(word: Token, type_: str) -> Iterator[Token]:
    """The prepositions that can say where a word of saying is: its own, those of "a speech", of "speaking"."""
    for child in word.children:
        object_ = child.dep_ == "dobj" or (child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"))
        venue = object_ and (child.lemma_ in words().venues or type_ in TOGETHER)
        if child.dep_ in ("prep", "dative"):
            yield child
        elif venue or (child.dep_ == "advcl" and child.tag_ == "VBG"):
            beside = (each for noun in (child, *child.conjuncts) for each in (noun, *noun.children))
            heads = [child, *(each for each in beside if each.dep_ in ("appos", "conj"))]
            yield from (prep for head in heads for prep in head.children if prep.dep_ == "prep")


def _reach(prep: Token, type_: str) -> int:
    """Where a phrase ends that is read only as far as it says where its own head is."""
    end = prep.idx + len(prep)
    for child in prep.children:
        if child.dep_ == "pobj":
            end = max(end, _noun_end(child, type_))
        elif child.dep_ in ("prep", "pcomp"):
            end = max(end, _reach(child, type_))
    return end


def _noun_end(noun: Token, type_: str) -> int:
    """Where a noun ends with what places it; "in X" behind any noun but a venue or a settlement places that alone."""
    end = noun.idx + len(noun)
    open_ = noun.pos_ == "PROPN" or noun.lemma_ in words().venues or noun.lemma_ in words().settlements
    for child in noun.rights:
        if child.dep_ in ("appos", "conj", "flat"):
            end = max(end, _noun_end(child, type_))
        elif child.dep_ == "prep" and (open_ or (type_ in TOGETHER and child.lower_ != "of")):
            end = max(end, _reach(child, type_))
    return end


def _fillers(heads: Iterable[Token], links: frozenset[str]) -> Iterator[Token]:
    """Objects, passive subjects and what the given prepositions lead to: "left X", "pulled its men out of X"."""
    for head in heads:
        for child in head.children:
            if child.dep_ in ("dobj", "nsubjpass") and head.pos_ == "VERB":
                yield child
                yield from _led(child, links - {"of"})
        yield from _led(head, links)


def _led(head: Token, links: frozenset[str]) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in links:
            yield from (word for word in child.children if word.dep_ == "pobj")
        elif child.dep_ == "prep" and child.lower_ in ("out", "away", "back"):
            yield from _led(child, links)


def _names(head: Token, offset: int) -> Iterator[Span]:
    """The words by which a noun phrase would be a place: its head, or the name beside "town", "region"."""
    for word in (head, *head.conjuncts):
        if word.pos_ == "PROPN":
            yield Span(offset + word.idx, offset + word.idx + len(word))
        elif word.lemma_ in words().settlements:
            for child in word.children:
                if child.dep_ in ("compound", "nmod", "appos") and child.pos_ == "PROPN":
                    yield Span(offset + child.idx, offset + child.idx + len(child))
                elif child.lower_ == "of":
                    yield from (span for name in child.children for span in _names(name, offset))
