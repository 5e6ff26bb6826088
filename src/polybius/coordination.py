"""Lists of parties that the parser began or ended at the wrong word.

"After talks in Geneva, *Iran and France* agreed": it takes all three names for one list and leaves the verb without a subject. "Two nurses from
Chad and *a Swiss driver*": it hangs the driver on Chad.
"""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc, Token

FINITE, MAIN = frozenset({"VBD", "VBZ", "VBP", "MD"}), frozenset({"ROOT", "ccomp", "advcl", "acl"})
BEFORE_VERBS = frozenset({"aux", "auxpass", "neg", "advmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
NAMING = frozenset({"NOUN", "PROPN"})
COMING = frozenset({"from", "in", "at", "near"})  # behind whom they tell where he is from, not whose he is
HOLDING = frozenset({"of", "on", "with", "for"})
ANOTHER = frozenset({"a", "an", "his", "her", "their"})
HIGH = frozenset(
    """president minister premier king queen governor mayor ambassador bishop archbishop head leader chief commander director chairman
    caretaker owner manager""".split()
)  # of whom there is one: "the mayor of Lima and *his driver*" aren't a mayor of two


PART_OF = frozenset({"including", "among", "amongst"})
ALL, OBJECTS = frozenset({"them", "whom"}), frozenset({"dobj", "nsubj", "nsubjpass"})
TOWARDS = frozenset({"on", "against", "by", "with", "to", "from", "for"})  # behind which whom is told, not where


def mend(doc: Doc, people: Container[str]) -> None:
    """Begins and ends lists where they do; ``people`` are the nouns, in small letters, that mean persons."""
    for word in doc:
        if word.dep_ in MAIN and _is_finite(word):
            _give_subject(word)
        elif word.dep_ == "prep" and word.lower_ in PART_OF:
            _name_some(word, people)
        elif word.dep_ == "prep" and word.lower_ == "of" and word.head.i < word.i - 1:
            _own(word)
        elif word.dep_ == "cc" and word.i and word.nbor(-1).head == word.head:
            _join_cut(word)
        elif word.dep_ in ("conj", "appos") and word.pos_ == "NOUN" and word.head.dep_ == "pobj":
            _raise(word, people)


def _is_finite(verb: Token) -> bool:
    return any(w.tag_ in FINITE for w in (verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))))


def _give_subject(verb: Token) -> None:
    """Gives a verb without a subject the names that the parser hung on the place before them ("After talks in Geneva, *Iran and France* agreed")."""
    cut = next((c for c in verb.children if c.dep_ == "nsubj" and _cut_from(c) is not None), None)
    if any(c.dep_ in SUBJECTS and c != cut for c in verb.children):
        return
    begin = verb.i
    while begin and verb.doc[begin - 1].head == verb and verb.doc[begin - 1].dep_ in BEFORE_VERBS:
        begin -= 1
    first = _listed_before(verb.doc, begin)
    if first is None or (cut is not None and not cut.is_ancestor(first)):
        return
    second = next(c for c in first.children if c.dep_ == "conj")
    if second.is_ancestor(verb):
        return
    if cut is not None and (preposition := _cut_from(cut)) is not None:
        preposition.dep_, cut.head, cut.dep_ = "prep", preposition, "pobj"
    for word in [c for c in first.children if c.i > first.i + 1 and c.dep_ in ("cc", "punct", "conj") and c != second]:
        word.head = second
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    second.head, second.dep_ = verb, "nsubjpass" if passive else "nsubj"
    root = verb.sent.root
    if verb.dep_ == "acl" and root.pos_ == "ADP":  # "*In* a letter sent to A, B and C asked"
        verb.head, verb.dep_ = verb, "ROOT"
        root.head, root.dep_ = verb, "prep"


def _cut_from(noun: Token) -> Token | None:
    """The preposition before a noun that the parser took for a subject ("*After* talks in Geneva, Iran and France agreed")."""
    before = noun.left_edge.i - 1
    word = noun.doc[before] if before >= 0 else None
    if word is None or word.dep_ not in ("prep", "mark") or word.tag_ != "IN" or word.head != noun.head:
        return None
    return None if any(True for _ in word.children) else word


def _listed_before(doc: Doc, end: int) -> Token | None:
    """The name behind a preposition with which a list begins that ends right before a word, if a comma stands behind that name."""
    last = doc[end - 1] if end else None
    if last is None:
        return None
    for word in (last, *last.ancestors):
        if word.dep_ == "pobj" and word.pos_ == "PROPN":
            listed = [c for c in word.conjuncts if c.i > word.i]
            closed = listed and doc[word.i + 1].text == "," and listed[-1].right_edge.i == end - 1
            return word if closed and all(c.pos_ in NAMING for c in listed) and len(listed) > 1 else None
    return None


def _name_some(preposition: Token, people: Container[str]) -> None:
    """Makes some of several whom a sentence names the next of a list ("arrested ten men, *including two Swiss nurses*", "ten men, *among them a judge*")."""
    several = _several(preposition)
    held = [c for c in preposition.children if c.dep_ == "pobj"]
    if preposition.lower_ != "including":
        if not held or held[0].lower_ not in ALL:
            return
        held = held[1:] or ([preposition.head] if preposition.head.dep_ == "dobj" else [])
    if several is None or not held or held[0].i < preposition.i:
        return
    some = held[0]
    if some.pos_ != "PROPN" and some.lower_ not in people and several.lower_ not in people:
        return
    verb = next((a for a in several.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if verb is not None and some != several and not some.is_ancestor(several):
        preposition.head, preposition.dep_ = verb, "dep"
        some.head, some.dep_ = several, "conj"


def _several(preposition: Token) -> Token | None:
    """Of whom some are named: the noun that ends before a preposition, as a subject, an object or to whom something is done."""
    end = preposition.i - 1
    if end < 0:
        return None
    end -= preposition.doc[end].text == ","
    last = preposition.doc[end]
    for word in (last, *last.ancestors):
        told = word.dep_ in OBJECTS or (word.dep_ == "pobj" and word.head.lower_ in TOWARDS)
        if told and word.pos_ == "NOUN" and word.i <= end:
            return word if word.tag_ == "NNS" or any(c.dep_ == "nummod" for c in word.children) else None
        if word.dep_ in ("pobj", "relcl", "acl", "advcl") and not told and word.head.lower_ not in HOLDING | COMING:
            return None
    return None


def _join_cut(conjunction: Token) -> None:
    """Makes one list of names that a remark cuts ("Kenya, Chad *and, for a while, Mali* sent police")."""
    first = conjunction.head
    beside = [c for c in first.children if c.dep_ == "appos" and c.i > first.i]
    beside += [c for c in first.head.children if c.dep_ == first.dep_ == "nsubj" and c.i > conjunction.i]
    names = [c for c in beside if c.pos_ == "PROPN"]
    if first.pos_ != "PROPN" or len(names) < 2 or not names[0].i < conjunction.i < names[-1].i:
        return
    for child in first.children:
        if child.dep_ == "conj" and child.pos_ in ("ADP", "ADV"):
            child.dep_ = "prep" if child.pos_ == "ADP" else "advmod"
    for name in names:
        name.head, name.dep_ = first, "conj"


def _own(preposition: Token) -> None:
    """Hangs an *of* on the last of a list whose first has an owner already ("the pilots' union and relatives *of the dead*")."""
    first, last = preposition.head, preposition.nbor(-1)
    if (
        last.dep_ == "conj"
        and last.pos_ == "NOUN"
        and first in last.conjuncts
        and any(c.dep_ == "poss" for c in first.children)
    ):
        preposition.head = last


def _raise(item: Token, people: Container[str]) -> None:
    """Hangs a person beside whom he is told, not on the place or thing behind that one ("nurses from Chad and *a driver*", "the keeper of a
    school and *his sons*").
    """
    held = item.head
    while held.dep_ == "conj":
        held = held.head
    preposition, person = held.head, held.head.head
    if held.dep_ != "pobj" or person.pos_ != "NOUN" or not person.i < preposition.i < held.i < item.i:
        return
    if person.lower_ not in people or item.lower_ not in people or held.lower_ in people:
        return
    if not _is_beside(person, preposition, held, item):
        return
    for word in [c for c in item.head.children if c.dep_ in ("cc", "punct") and c.i < item.i]:
        word.head = person
    item.head, item.dep_ = person, "conj"


def _is_beside(person: Token, preposition: Token, held: Token, item: Token) -> bool:
    """Whether a person is told anew, so that he can't be of whom the first one is."""
    determiners = {c.lower_ for c in item.children if c.dep_ in ("det", "poss") and c.i < item.i}
    anew = not determiners.isdisjoint(ANOTHER) or any(c.dep_ == "nummod" for c in item.children)
    if item.dep_ == "appos" and not (anew and _goes_on(item)):
        return False
    if item.dep_ == "appos" and preposition.lower_ not in COMING and not any(c.dep_ == "poss" for c in item.children):
        return False  # "the head of a union, *a teacher* and a poet"
    if preposition.lower_ in COMING:
        return anew or "the" in determiners or item.tag_ == "NNS"
    if preposition.lower_ not in HOLDING:
        return False
    if held.pos_ == "PROPN":
        return anew and person.lemma_ in HIGH
    return anew or (preposition.lower_ == "on" and item.tag_ == "NNS")


def _goes_on(item: Token) -> bool:
    """Whether a list goes on behind a word and no comma closes it, as it would close who somebody is ("Lopez, *a judge and a poet*, said")."""
    last = max((item, *(c for c in item.conjuncts if c.i > item.i)), key=lambda t: t.i)
    after = last.right_edge.i + 1
    closed = after < len(item.doc) and item.doc[after].text == ","
    return last != item and not closed
