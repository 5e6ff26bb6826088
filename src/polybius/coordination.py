"""Lists of parties that the parser began or ended at the wrong word, or took for appositions and companions.

"After talks in Geneva, *Iran and France* agreed": it takes all three names for one list and leaves the verb without a subject. "Two nurses from
Chad and *a Swiss driver*": it hangs the driver on Chad.
"""

from __future__ import annotations

import re
from collections.abc import Container

from spacy.tokens import Doc, Token

from polybius import hanging

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
INDEFINITE = frozenset({"a", "an"})
BESIDE, BESIDE_WITH = frozenset({"alongside"}), frozenset({"along", "together"})
# What only says where somebody is while others act: "with Norway *as* one of the guarantors", "with B *looking* on".
ATTENDING = frozenset({"among", "present", "looking", "watching", "standing"})
ROLES = frozenset("guarantor mediator witness observer host sponsor facilitator broker guest chair moderator".split())
SIDES = frozenset("government army military state regime junta opposition police navy presidency authorities".split())
MANY = 100
LOOSE = frozenset({"advcl", "npadvmod", "advmod", "dep", "nmod"})
LONGEST_NAME, LONGEST_HEADLINE = 3, 16  # words of a name that begins a headline, of the headline
_OF_A_LAND = re.compile(r"(?:an|ese|ish|[a-z]i|ch|eek|iss|urk)\Z")
SMALL = {word: number for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
LANDS = frozenset(
    "countries states nations powers neighbours neighbors governments capitals cities towns allies backers supporters rivals donors".split()
)
PART_OF = frozenset({"including", "among", "amongst"})
ALL, OBJECTS = frozenset({"them", "whom"}), frozenset({"dobj", "nsubj", "nsubjpass"})
TOWARDS = frozenset({"on", "against", "by", "with", "to", "from", "for"})  # behind which whom is told, not where


def mend(doc: Doc, people: Container[str]) -> None:
    """Begins and ends lists where they do; ``people`` are the nouns, in small letters, that mean persons."""
    for word in doc:
        if word.lower_ == "each" and word.dep_ in ("nsubj", "appos", "dep"):
            _share_out(word)
        elif word.dep_ in MAIN and _is_finite(word):
            _give_subject(word)
            _free_subject(word)
        elif word.dep_ == "prep" and word.lower_ in PART_OF:
            _name_some(word, people)
        elif word.dep_ == "prep" and word.lower_ == "as" and word.i and word.nbor(-1).lower_ == "such":
            _put_examples(word, people)
        elif word.dep_ == "prep" and word.lower_ == "of" and word.head.i < word.i - 1:
            _own(word)
        elif word.dep_ == "cc" and word.i and word.nbor(-1).head == word.head:
            _join_cut(word)
        elif word.dep_ in ("conj", "appos") and word.pos_ == "NOUN" and word.head.dep_ == "pobj":
            _raise(word, people)
        elif word.dep_ == "conj" and word.pos_ == "PROPN" and word.head.pos_ == "VERB":
            _list_object(word)
        elif word.tag_ == "NNS" and word.lower_ in people:
            _part_sides(word)
    for word in doc:
        _mend_list(word)
    _join_headline(doc)


def _share_out(each: Token) -> None:
    """Makes of *each* behind a subject what it is, no subject of its own ("Egypt and Sudan have *each* recalled an envoy")."""
    verb = each.head if each.head.pos_ == "VERB" else each.head.head
    if verb.pos_ == "VERB" and each.i < verb.i and any(c.dep_ in SUBJECTS and c.i < each.i for c in verb.children):
        each.head, each.dep_ = verb, "advmod"


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


def _free_subject(verb: Token) -> None:
    """Gives a verb without a subject the noun right before it that the parser hung on what leads the sentence, where no comma parts them ("In the
    north *a Greek tanker* was seized", "On the day that he went home *Turkey* listed B"), or makes what stands between commas behind that noun its
    name ("In the north *a Greek tanker*, the Blue Star, was seized"). It stood below the verb before, so no circle can arise.
    """
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    name = subjects[0] if subjects else None
    begin = verb.i if name is None else name.left_edge.i - 1
    if name is None:
        while begin and verb.doc[begin - 1].head == verb and verb.doc[begin - 1].dep_ in BEFORE_VERBS:
            begin -= 1
    elif name.pos_ != "PROPN" or begin < 1 or verb.doc[begin].text != "," or name.right_edge.text != ",":
        return
    last = verb.doc[begin - 1] if begin else None
    noun = next((t for t in (last, *last.ancestors) if _is_set_free(t, verb)), None) if last is not None else None
    if noun is None or noun.right_edge != last:
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"
    if name is not None:
        name.head, name.dep_ = noun, "appos"


def _is_set_free(noun: Token, verb: Token) -> bool:
    """Whether a noun behind what leads a sentence can't belong to it: a second one behind one preposition, or a name behind a clause of time."""
    above = noun.head
    if noun.pos_ not in NAMING or noun.i > verb.i or not verb.is_ancestor(noun):
        return False
    if noun.dep_ == "npadvmod":
        return noun.pos_ == "PROPN" and above.dep_ == "relcl" and noun.lower_ not in hanging.MONTHS_AND_DAYS
    first = next((c for c in above.children if c.dep_ == "pobj"), noun)
    if noun.dep_ != "pobj" or first == noun or above.head != verb or noun.left_edge.i != first.right_edge.i + 1:
        return False
    return noun.left_edge != noun and noun.left_edge.text != ","


def _list_object(name: Token) -> None:
    """Hangs a name on the object before it, where the parser took it for a second verb ("hosted him *and Ali Salehi*"). The object is another child of
    the verb, so no circle can arise.
    """
    verb = name.head
    link = name.doc[name.left_edge.i - 1] if name.left_edge.i else None
    if link is None or link.dep_ != "cc" or link.head != verb or any(c.dep_ in SUBJECTS for c in name.children):
        return
    held = next((c for c in verb.children if c.dep_ == "dobj" and c.right_edge.i == link.i - 1), None)
    if held is not None and held.pos_ in NAMING | {"PRON"}:
        link.head = name.head = held


def _part_sides(several: Token) -> None:
    """Makes a side of its own of who was taken for a kind of the next one ("between *the Yemeni government* and Houthi rebels"). It takes the place of
    the plural, which then hangs on it, so no circle can arise.
    """
    side = next((c for c in several.children if c.dep_ in ("nmod", "compound") and c.lower_ in SIDES), None)
    if side is None:
        return
    link = next((c for c in side.children if c.dep_ == "cc" and c.lower_ == "and"), None)
    kind = next((c for c in side.children if c.dep_ == "conj" and c.text[0].isupper()), None)
    if link is None or kind is None or not side.i < link.i < kind.i < several.i or any(kind.children):
        return
    for word in [c for c in several.children if c.i < side.i]:
        word.head = side
    side.head, side.dep_ = (side, "ROOT") if several.head == several else (several.head, several.dep_)
    several.head, several.dep_ = side, "conj"
    kind.head, kind.dep_ = several, "compound"


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


def _put_examples(preposition: Token, people: Container[str]) -> None:
    """Puts those who are named of several in their place: "backers of the rebels, *such as Chad and Niger*, have cut their aid"."""
    named = next((c for c in preposition.children if c.dep_ == "pobj" and c.i > preposition.i), None)
    several = _several(preposition.nbor(-1))
    if several is None or named is None or named.pos_ != "PROPN" or not several.is_ancestor(named):
        return
    if several.lower_ not in people and several.lower_ not in LANDS:
        return
    named.head, named.dep_ = several.head, several.dep_
    several.head, several.dep_ = named, "appos"


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


def _join_headline(doc: Doc) -> None:
    """Makes two of whom a headline begins with, a comma for its *and*: "*Trump, Kim* meet", "*Israeli, Syrian* generals hold talks"."""
    comma = next((t.i for t in doc[: LONGEST_NAME + 1] if t.text == ","), 0)
    end = comma + 1
    while end < len(doc) and doc[end].text[0].isupper():
        end += 1
    if not 0 < comma < end - 1 < len(doc) - 2 or len(doc) > LONGEST_HEADLINE or doc[-1].text in ".!?":
        return
    first, second, after = doc[comma - 1], doc[end - 1], doc[end]
    named = all(t.text[0].isupper() and t.pos_ in ("PROPN", "ADJ", "ADV") for t in doc[:comma])
    if not named or end - comma > LONGEST_NAME + 1 or any(t.text == "," or t.dep_ == "cc" for t in doc[end:]):
        return
    if second.dep_ == "appos" and second.head == first and first.pos_ == "PROPN":
        second.dep_ = "conj"
    elif second.dep_ == "nsubj" and first.head == second.head and first.pos_ == "PROPN" and first.dep_ in LOOSE:
        first.dep_, doc[comma].head, second.head, second.dep_ = "nsubj", first, first, "conj"
    elif after.tag_ == "NNS" and second.head == after and (first.pos_ == "PROPN" or _OF_A_LAND.search(first.text)):
        if first.is_ancestor(after) and after.head != first:
            return  # the parse would close a ring
        for child in [c for c in first.children if c.i > comma and c != after]:
            child.head = after
        if after.head == first:
            after.head, after.dep_ = (after, "ROOT") if first.head == first else (first.head, first.dep_)
        first.head, first.dep_, doc[comma].head, second.head, second.dep_ = after, second.dep_, first, first, "conj"


def _goes_on(item: Token) -> bool:
    """Whether a list goes on behind a word and no comma closes it, as it would close who somebody is ("Lopez, *a judge and a poet*, said")."""
    last = max((item, *(c for c in item.conjuncts if c.i > item.i)), key=lambda t: t.i)
    after = last.right_edge.i + 1
    closed = after < len(item.doc) and item.doc[after].text == ","
    return last != item and not closed


def _mend_list(word: Token) -> None:
    """Makes of appositions and companions what they are: further parties, or who only stands by."""
    if word.dep_ == "appos" and _is_listed(word, first := _first(word)):
        word.head, word.dep_ = first, "conj"
    elif word.dep_ == "appos":
        _go_on_listing(word)
    elif word.lower_ == "with" and word.i and word.nbor(-1).text == "," and _only_attends(word):
        word.dep_ = "dep"
    elif word.lower_ in BESIDE or (word.lower_ == "with" and word.i and word.nbor(-1).lower_ in BESIDE_WITH):
        _accompany(word)


def _first(apposition: Token) -> Token:
    """The word that an apposition stands behind: not the subject, when an object comes between ("A attacked an airport, *an embassy* and a hotel")."""
    subject, verb = apposition.head, apposition.head.head
    if not subject.i < verb.i < apposition.i:
        return subject
    between = (c for c in verb.children if c.dep_ == "dobj" and c.i < apposition.i)
    return next((c for c in between if c.right_edge.i == apposition.left_edge.i - 2), subject)


def _is_listed(apposition: Token, first: Token) -> bool:
    """Whether what the parser took for who the first is goes on a list ("Norway, *Kenya*, Chad and Peru sent", "two nurses, *a driver* and three children").

    An apposition of several ("Perez, *a teacher and mother*,") is closed by a comma, or is of another kind than the name before it.
    """
    doc = apposition.doc
    items = [apposition, *(c for c in apposition.conjuncts if c.i > apposition.i)]
    if len(items) < 2 or not any(c.dep_ == "cc" for item in items for c in item.children):
        return False
    if doc[apposition.left_edge.i - 1].text != "," or (first.dep_ == "pobj" and first.head.lower_ in COMING):
        return False
    after = items[-1].right_edge.i + 1
    closed = after < len(doc) and doc[after].text == ","
    if closed and (after + 1 == len(doc) or doc[after + 1].lower_ not in PART_OF):
        return False
    if first.pos_ == "PROPN":
        return all(item.pos_ == "PROPN" for item in items) or _is_another(first, items)
    if first.pos_ != "NOUN" or not all(_is_told_anew(item) for item in items):
        return False
    counts = [_count(item) for item in items]
    definite = first.tag_ == "NN" and not any(c.lower_ in INDEFINITE for c in first.children)
    return counts[0] != 1 if definite else _count(first) != sum(counts)


def _is_another(first: Token, items: list[Token]) -> bool:
    """Whether what stands behind a name can't be who that is: no comma closes it before the verb ("Bishop Diaz, *his aide and a nun* were held"), or
    one of it is a plural behind one name ("freed Diaz, *his aide and two nuns*").
    """
    if not all(_is_told_anew(item) for item in items):
        return False
    subject = first.dep_ in ("nsubj", "nsubjpass") and items[-1].i < first.head.i
    return subject or (first.tag_ == "NNP" and any(item.tag_ == "NNS" for item in items))


def _is_told_anew(item: Token) -> bool:
    """Whether a word of a list has what a noun of its own begins with: an article, a number, a possessor; a name and a plural need none."""
    return item.tag_ in ("NNP", "NNPS", "NNS") or any(c.dep_ in ("det", "nummod", "poss") for c in item.children)


def _count(item: Token) -> int:
    """How many one word of a list tells: one for "a teacher", many for what is definite or tells no number."""
    number = next((c for c in item.children if c.dep_ == "nummod"), None)
    if number is not None:
        return SMALL.get(number.lower_, MANY)
    return 1 if item.tag_ == "NN" and any(c.lower_ in INDEFINITE for c in item.children) else MANY


def _go_on_listing(apposition: Token) -> None:
    """Hangs a second party on the first, not on what the first is called ("the president, Riek Machar, *and the rebels*", "Minister Hassan *and his guest*")."""
    conjunction = next((c for c in apposition.children if c.dep_ == "cc"), None)
    other = next((c for c in apposition.children if c.dep_ == "conj"), None)
    if conjunction is None or other is None or other.i < conjunction.i:
        return
    closed = conjunction.nbor(-1).text == ","
    opened = apposition.doc[apposition.left_edge.i - 1].text == ","
    if closed == opened and _is_told_anew(other):
        conjunction.head = other.head = apposition.head


def _accompany(preposition: Token) -> None:
    """Makes whom somebody does it with a second doer or sufferer ("Kenya, *along with Uganda*, sent", "arrested A *together with B*")."""
    companion = hanging.filler_of(preposition)
    verb = next((a for a in preposition.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if companion is None or verb is None:
        return
    start = preposition.i - (preposition.lower_ == "with")
    beside = _accompanied(verb, start, companion)
    if beside is None:
        return
    name = next((c for c in companion.children if c.dep_ == "appos" and c.i == companion.i + 1), None)
    if name is not None:  # "along with its ally *Uganda*"
        companion.head, companion.dep_ = name, "nmod"
        companion = name
    first, second = sorted((beside, companion), key=lambda t: t.i)
    first.head, first.dep_ = beside.head, beside.dep_
    second.head, second.dep_ = first, "conj"
    preposition.head, preposition.dep_ = verb, "dep"


def _accompanied(verb: Token, start: int, companion: Token) -> Token | None:
    """Beside whom a companion acts or suffers: the subject before the verb or behind what leads the sentence, the object that stands right before."""
    if companion.i < verb.i:
        return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    suffering = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if suffering is not None:  # "ten soldiers were killed on Monday, *along with a priest*"
        return suffering
    last = verb.doc[start - 1]
    objects = (c for c in verb.children if c.dep_ == "dobj" and c.i < start)
    return next((c for c in objects if last == c or c.is_ancestor(last)), None) if last.text != "," else None


def _only_attends(preposition: Token) -> bool:
    """Whether who stands behind a comma and "with" is only there while others act ("signed, *with B* among the guests")."""
    if any(c.dep_ == "pcomp" and c.tag_ == "VBG" and hanging.subject_of(c) is not None for c in preposition.children):
        return True
    companion = hanging.filler_of(preposition)
    if companion is None or companion.i + 2 >= len(companion.doc):
        return False
    behind = companion.nbor(1)
    if behind.lower_ == "as":
        return any(w.lemma_ in ROLES for w in behind.subtree)
    return behind.lower_ in ATTENDING or (behind.lower_ == "in" and behind.nbor(1).lower_ == "attendance")
