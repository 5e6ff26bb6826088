"""Lists of parties that something else than a bare *and* joins, mended where the parser lost one of them.

"Chad *and neighbouring Niger*": it takes "neighbouring" for a verb. "Peru *as well as Chile*", "Peru *and, to a lesser extent, Chile*", "*not only* Peru
*but also* Chile", "Peru, *joined by Chile*,": it hangs the second name elsewhere. "accused Peru of arming rebels *and Chile of* hiding them", "bombed
Peru on Monday *and Chile on* Tuesday": it makes the second one a rebel or a day. "Peru expelled two diplomats *and Chile three*": it takes the second doer for whom it befalls.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from polybius import hanging

NEIGHBOURING = frozenset({"neighbouring", "neighboring", "warring", "nearby"})
JOINED = frozenset(
    {"joined", "followed"}
)  # by whom: they do it too; "backed by" is an act of its own, "accompanied by" tells of aides
TIED = frozenset("ally neighbour neighbor rival partner foe enemy patron backer".split())
LONGEST_REMARK = 6  # words between commas
GAPPED = frozenset({"of", "for", "with", "on", "in", "to", "over", "against"})
TAKING = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "conj"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def mend(doc: Doc) -> None:
    """Hangs each party on the list that it belongs to."""
    for word in doc:
        text = word.lower_
        if text in NEIGHBOURING and word.pos_ == "VERB":
            _join_neighbour(word)
        elif text == "as" and word.i > 1 and [doc[word.i - 2].lower_, doc[word.i - 1].lower_] == ["as", "well"]:
            _join(_ending_before(word.i - 2, doc), _name_from(word.i + 1, doc), word)
        elif text == "with" and word.i > 1 and doc[word.i - 1].lower_ == "along" and doc[word.i - 2].text != ",":
            _join(_ending_before(word.i - 1, doc), _name_from(word.i + 1, doc), word)
        elif text in ("and", "but"):
            _join_behind(word)
        elif text in JOINED and word.dep_ == "acl" and word.nbor(-1).text == ",":
            _join_follower(word)


def hang(word: Token, head: Token, dep: str) -> bool:
    """Hangs a word on another, unless that hangs on it; whether it did."""
    if word == head or word.is_ancestor(head):
        return False
    word.head, word.dep_ = head, dep
    return True


def _join_neighbour(adjective: Token) -> None:
    """Makes an adjective of what the parser took for a verb of its own ("condemned Chad and *neighbouring* Niger on Monday")."""
    name = next((c for c in adjective.children if c.i == adjective.i + 1 and c.pos_ == "PROPN"), None)
    conjunction = adjective.nbor(-1) if adjective.i else adjective
    first = _ending_before(conjunction.i, adjective.doc) if conjunction.dep_ == "cc" else None
    if name is None or first is None or not hang(name, first, "conj"):
        return
    for word in [c for c in adjective.children if c != name]:
        hang(word, first.head if first.head.pos_ == "VERB" else name, word.dep_)
    hang(conjunction, first, "cc")
    hang(adjective, name, "amod")


def _join_behind(conjunction: Token) -> None:
    """Joins the name behind a conjunction that a remark, an adverb or a gap parts from it."""
    doc, after = conjunction.doc, conjunction.i + 1
    if after >= len(doc) or not conjunction.i:
        return
    if doc[after].text == ",":
        close = next((t.i for t in doc[after + 1 : after + 2 + LONGEST_REMARK] if t.text == ","), None)
        if close is not None and not any(t.pos_ in ("VERB", "PROPN") for t in doc[after:close]):
            _join(_ending_before(conjunction.i, doc), _name_from(close + 1, doc), conjunction)
    elif conjunction.lower_ == "but" and doc[after].lower_ == "also":
        name = _name_from(after + 1, doc)
        if _join(_ending_before(conjunction.i, doc), name, conjunction) and name is not None:
            hang(doc[after], name, "advmod")
    elif doc[after].lower_ == "no" and conjunction.lower_ == "but":
        _leave_out(conjunction)
    elif doc[after].lower_ in NEIGHBOURING:
        _join(_ending_before(conjunction.i, doc), _name_from(after, doc), conjunction)
    elif conjunction.lower_ == "and" and doc[after].tag_ == "PRP$":
        ally = next((t for t in doc[after + 1 : after + 4] if t.lemma_ in TIED), None)
        _join(_ending_before(conjunction.i, doc), ally, conjunction)
    elif conjunction.lower_ == "and" and doc[after].pos_ == "NUM":
        _join_counted(conjunction)
    elif conjunction.lower_ == "and" and not _begin_clause(conjunction):
        _join_over_gap(conjunction)
        _join_doer(conjunction)


def _join(first: Token | None, name: Token | None, conjunction: Token) -> bool:
    """Makes a name the next of the list that another ends; whether it did or was."""
    if first is None or name is None or name.dep_ in SUBJECTS or first.pos_ != "PROPN" or first.dep_ not in TAKING:
        return False
    if name.dep_ == "conj" and name.head in (first, *first.conjuncts):
        return True
    if not hang(name, first, "conj"):
        return False
    hang(conjunction, first, "cc")
    return True


def _join_follower(participle: Token) -> None:
    """Makes who joins or follows a doer a second one ("Peru, *joined by Chile*, condemned")."""
    first = participle.head
    agent = next((c for c in participle.children if c.dep_ == "agent"), None)
    follower = hanging.filler_of(agent) if agent is not None else None
    if follower is None or follower.pos_ != "PROPN" or first.dep_ not in SUBJECTS or first.pos_ != "PROPN":
        return
    close = follower.i + 1
    if close < first.head.i and participle.doc[close].text == "," and hang(follower, first, "conj"):
        hang(participle, first.head, "dep")


def _leave_out(conjunction: Token) -> None:
    """Takes those out of a list who are told not to be of it ("freed all Kenyan prisoners *but no Ugandan ones*")."""
    spared = next((w for w in conjunction.nbor(1).ancestors if w.dep_ == "conj" and w.i > conjunction.i), None)
    verb = next((a for a in conjunction.ancestors if a.pos_ == "VERB"), None)
    if spared is not None and verb is not None and spared.left_edge.i == conjunction.i + 1:
        hang(spared, verb, "dep")


def _join_counted(conjunction: Token) -> None:
    """Makes one list of the lands of whom each number tells ("two Peruvian *and three Thai* fishermen")."""
    doc, here = conjunction.doc, conjunction.i
    if here < 2 or here + 3 >= len(doc):
        return
    first, number, second, noun = doc[here - 1], doc[here + 1], doc[here + 2], doc[here + 3]
    if doc[here - 2].pos_ != "NUM" or not (first.text[0].isupper() and second.text[0].isupper()):
        return
    if noun.tag_ == "NNS" and second.head == noun and first.pos_ in ("ADJ", "PROPN") and first.head in (noun, second):
        for word, head, dep in (
            (first, noun, "amod"),
            (doc[here - 2], noun, "nummod"),
            (number, noun, "nummod"),
            (conjunction, first, "cc"),
            (second, first, "conj"),
        ):
            hang(word, head, dep)


def _begin_clause(conjunction: Token) -> bool:
    """Gives a verb the name right before it that the parser hung on an object ("expelled two Iranians *and Chad closed* its ports")."""
    name = _name_from(conjunction.i + 1, conjunction.doc)
    if name is None or name.dep_ != "conj" or name.i + 1 >= len(name.doc):
        return False
    verb = name.nbor(1)
    unmarked = verb.dep_ == "conj" or (verb.dep_ == "advcl" and not any(c.i < verb.i for c in verb.children))
    second = unmarked and verb.pos_ == "VERB" and hanging.is_finite(verb) and verb.head.is_ancestor(name)
    if not second or hanging.subject_of(verb) is not None or not hang(name, verb, "nsubj"):
        return False
    hang(conjunction, verb.head, "cc")
    return True


def _join_doer(conjunction: Token) -> None:
    """Makes a second doer of a name that a number follows ("Peru expelled two diplomats *and Chile three*")."""
    doc, end = conjunction.doc, conjunction.i + 1
    while end < len(doc) and doc[end].pos_ == "PROPN":
        end += 1
    if end == conjunction.i + 1 or end >= len(doc) or doc[end].pos_ != "NUM":
        return
    name, number = doc[end - 1], doc[end]
    verb = next((a for a in name.ancestors if a.pos_ == "VERB"), None)
    subject = hanging.subject_of(verb) if verb is not None else None
    if verb is None or subject is None or not subject.i < verb.i < conjunction.i:
        return
    counted = next((c for c in verb.children if c.dep_ == "dobj" and c.i < conjunction.i), None)
    if counted is None or not any(c.dep_ == "nummod" for c in counted.children):
        return
    if hang(name, subject, "conj"):
        hang(conjunction, subject, "cc")
        if number.dep_ == "conj":  # as many of the same
            hang(number, verb, "dep")


def _join_over_gap(conjunction: Token) -> None:
    """Joins a party behind whom a phrase of the same shape stands as behind the first ("accused Peru *of* arming rebels and *Chile of* hiding them")."""
    doc = conjunction.doc
    name = _name_from(conjunction.i + 1, doc)
    if name is None or name.dep_ != "conj" or name.i + 1 >= len(doc) or name.nbor(1).lower_ not in GAPPED:
        return
    preposition = name.nbor(1)
    verb = next((a for a in name.ancestors if a.pos_ == "VERB" and hanging.subject_of(a) is not None), None)
    if verb is None:
        return
    party = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "PROPN" and c.i < conjunction.i), None)
    if party is None or name.head in (party, *party.conjuncts):
        return
    same = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == preposition.lower_), None)
    if same is None or not party.i < same.i < conjunction.i or not hang(name, party, "conj"):
        return
    hang(conjunction, party, "cc")
    first, second = next(iter(same.children), None), next(iter(preposition.children), None)
    if first is not None and second is not None and hang(second, first, "conj"):
        hang(preposition, second, "dep")


def _ending_before(end: int, doc: Doc) -> Token | None:
    """The noun whose phrase ends right before a word (or before the comma there)."""
    last = end - 1
    if last >= 0 and doc[last].text == ",":
        last -= 1
    return doc[last] if last >= 0 and doc[last].pos_ in hanging.NAMES else None


def _name_from(begin: int, doc: Doc) -> Token | None:
    """The name whose phrase begins at a word."""
    if begin >= len(doc):
        return None
    for word in (doc[begin], *doc[begin].ancestors):
        if word.pos_ == "PROPN" and word.left_edge.i <= begin <= word.i and word.dep_ != "compound":
            return word if word.i - begin < 4 else None
    return None
