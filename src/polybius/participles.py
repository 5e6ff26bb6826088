"""Verbs in the past that a parser took for participles: "has *massed* troops", "Residents of Homs *accused* rebels of theft"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from polybius import hanging, tickers

# What people say of others, and what they say without an object.
OF_ONE = frozenset({"disapprove", "complain", "protest", "balk", "object"})
SAYING = OF_ONE | frozenset(
    "accuse blame criticise criticize condemn denounce urge warn thank praise suspect reject dismiss oppose defy attack ignore".split()
)
# Participles that are as often what somebody has: "has *armed* guards", "had *mixed* feelings".
OWNED = frozenset(
    """armed displaced wounded injured frozen limited mixed reduced increased renewed united organised organized skilled experienced paid added
    advanced balanced combined complicated detailed disputed divided educated established estimated fixed hidden improved isolated loaded
    proposed proven qualified related restricted shared suspected trained unfinished unexpected varied worried married given known used
    retired registered imported stored deployed stationed elected appointed""".split()
)
CLAUSES = frozenset({"advcl", "xcomp", "ccomp"})
# What is done off, where the parser reads "off" as where it is done.
CLOSING = frozenset("seal cordon rope fence wall close cut".split())

# What comes of blows, and the blows.
HARMING = frozenset("kill wound injure maim hurt destroy damage".split())
STRIKING = frozenset(
    "shoot fire open bomb shell attack strike hit raid storm ambush pound strafe blow charge beat stab blast rocket mortar assault".split()
)


def mend(doc: Doc) -> None:
    """Gives a sentence the verbs that its parse lacks."""
    for word in doc:
        if word.dep_ in ("ROOT", "advcl") and word.tag_ in ("VBG", "VBN"):
            _inserted(word)
        if word.tag_ == "VBN" and word.dep_ == "amod":
            _perfect(word)
        elif word.tag_ == "VBD" and word.dep_ == "amod":
            _govern(word)
        elif word.tag_ == "VBD" and word.dep_ == "conj" and word.lemma_ in tickers.UNDERGONE:
            _suffer_too(word)
        elif word.dep_ == "nsubjpass" and word.head.lemma_ == "cancel":
            _call_off(word)
        elif word.dep_ == "ROOT" and word.pos_ == "VERB" and word.lower_.endswith("ing"):
            _subordinate(word)
        elif word.tag_ == "VBG" and word.lemma_ in HARMING and word.dep_ in ("advcl", "acl"):
            _harm(word)
        elif word.text == "to" and word.dep_ == "aux" and word.head.text[:1].isupper():
            _go(word)
        elif word.lower_ == "off" and word.head.lemma_ in CLOSING and word.head.i == word.i - 1:
            _close(word)
    if doc[-1].text == "." and not any(w.tag_ in hanging.FINITE and not _is_beside(w) for w in doc):
        _mend_phrase(doc)
        _mend_compound(doc)


def _is_beside(verb: Token) -> bool:
    """Whether a finite verb, or that of which it is an auxiliary, stands in a clause about somebody, or was taken for a property."""
    clause = verb.head if verb.dep_ in ("aux", "auxpass") else verb
    return verb.dep_ == "amod" or any(w.dep_ in ("relcl", "advcl", "acl") for w in (clause, *clause.ancestors))


def _harm(participle: Token) -> None:
    """Hangs what came of blows on who dealt them, not on a clause about whom they hit ("bombed a town that had sheltered rebels, *killing 12*"). No
    circle arises: the participle moves up.
    """
    clause = participle.head
    if clause.dep_ != "relcl" or clause.lemma_ in STRIKING or participle.doc[participle.i - 1].text != ",":
        return
    blow = next((a for a in clause.ancestors if a.pos_ == "VERB"), None)
    if blow is not None and blow.lemma_ in STRIKING:
        participle.head, participle.dep_ = blow, "advcl"


def _call_off(subject: Token) -> None:
    """Makes who cancels the doer, where no auxiliary says that he is what is called off ("said that *B cancelled* at the last minute")."""
    verb = subject.head
    if verb.tag_ == "VBD" and not any(c.dep_ == "auxpass" for c in verb.children):
        subject.dep_ = "nsubj"


def _suffer_too(verb: Token) -> None:
    """Makes a verb that lacks what it is done to a participle, where the one before it is a passive: "was dismissed by the court in May and *jailed*
    a week later".
    """
    passive = verb.head.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.head.children)
    own = any(c.dep_ in ("nsubj", "nsubjpass", "aux", "dobj", "dative", "ccomp", "xcomp", "prt") for c in verb.children)
    if passive and not own:
        verb.tag_ = "VBN"


def _inserted(participle: Token) -> None:
    """Gives the verb of a sentence the subject that a participle between commas took from it ("*Chad*, fearing a raid, *closed* its border").

    No circle arises: the verb takes the participle's place or stands above it already, the subject hangs on the verb, the participle on the subject.
    """
    subject, doc = hanging.subject_of(participle) or _stray(participle), participle.doc
    own = [c for c in participle.children if subject is not None and subject.i < c.i < participle.i and not c.is_punct]
    comma = min([participle.i, *(c.i for c in own)]) - 1
    if subject is None or subject.i > comma or doc[comma].text != ",":
        return
    having = any(c.lower_ == "having" for c in own)
    fit = participle.tag_ == "VBG" or having
    if not fit or subject.right_edge.i not in (comma, comma - 1) or any(c.tag_ in hanging.FINITE for c in own):
        return
    top = participle.dep_ == "ROOT"
    verb = next((c for c in participle.children if _is_verb_behind(c, participle)), None) if top else participle.head
    if (
        verb is None
        or verb.i < participle.i
        or hanging.subject_of(verb) is not None
        or not _is_verb_behind(verb, participle)
    ):
        return
    if top:
        verb.head, verb.dep_ = verb, "ROOT"
        for child in [c for c in participle.children if c.i > verb.i]:
            child.head = verb
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    subject.head, subject.dep_ = verb, "nsubjpass" if passive else "nsubj"
    participle.head, participle.dep_ = subject, "acl"


def _stray(participle: Token) -> Token | None:
    """A name before a participle that a parser took for a clause of its own ("*Chad*, citing costs, closed")."""
    clauses = [c for c in participle.head.children if c.dep_ == "advcl" and c.pos_ in hanging.NAMES]
    return next((c for c in clauses if c.i < participle.i), None) if participle.dep_ == "advcl" else None


def _is_verb_behind(verb: Token, participle: Token) -> bool:
    """Whether a word is a finite verb with a comma before it, behind a participle."""
    own = [
        c.i
        for c in verb.children
        if c.i < verb.i and c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.i > participle.i
    ]
    start = min([verb.i, *own])
    finite = hanging.is_finite(verb) or any(c.dep_ == "auxpass" and c.tag_ in hanging.FINITE for c in verb.children)
    return verb.i > participle.i and finite and verb.doc[start - 1].text == ","


def _perfect(participle: Token) -> None:
    """Makes the verb of who has done something of what stands as a property of its object ("A *has* just *massed* troops", "*Having shared* files")."""
    noun, having = participle.head, participle.head.head
    if noun.dep_ != "dobj" or having.lemma_ != "have" or having.i >= participle.i:
        return
    if participle.lower_ in OWNED and having.lower_ != "having":
        return
    between = [w for w in participle.doc[having.i + 1 : noun.i] if w != participle]
    if any(w.dep_ not in ("advmod", "compound") for w in between) or any(
        c.dep_ in ("aux", "xcomp") for c in having.children if c.i > having.i
    ):
        return
    top = having.head == having
    participle.head, participle.dep_ = (participle, "ROOT") if top else (having.head, having.dep_)
    for child in [c for c in having.children if c not in (participle, noun)]:
        child.head = participle
    noun.head, having.head, having.dep_ = participle, participle, "aux"


def _govern(verb: Token) -> None:
    """Makes the verb over its object of what has a subject and stands as that object's property ("Trump *asked* African countries to act")."""
    noun = verb.head
    if hanging.subject_of(verb) is None or noun.i < verb.i or noun.dep_ not in ("ROOT", "ccomp", "conj", "advcl"):
        return
    verb.head, verb.dep_ = (verb, "ROOT") if noun.head == noun else (noun.head, noun.dep_)
    for child in [c for c in noun.children if c.is_punct and c.i == len(verb.doc) - 1]:
        child.head = verb
    noun.head, noun.dep_ = verb, "dobj"


def _subordinate(participle: Token) -> None:
    """Hangs what somebody says beside a clause on that clause, not the clause on it ("Togo refused to pay, *its minister warning* that B was next")."""
    subject, doc = hanging.subject_of(participle), participle.doc
    if subject is None or any(c.dep_ == "aux" for c in participle.children) or doc[subject.left_edge.i - 1].text != ",":
        return
    told = (c for c in participle.children if c.dep_ == "ccomp" and c.i < subject.i and hanging.is_finite(c))
    clause = next((c for c in told if hanging.subject_of(c) is not None), None)
    if clause is None:
        return
    clause.head, clause.dep_ = clause, "ROOT"
    for child in [c for c in participle.children if c.is_punct and (c.i < subject.i or c.i == len(doc) - 1)]:
        child.head = clause
    participle.head, participle.dep_, participle.tag_ = clause, "advcl", "VBG"


def _go(to: Token) -> None:
    """Makes a goal of a name that the parser took for what is to be done: "flew *to Windhoek*"."""
    place, verb = to.head, to.head.head
    if place.dep_ not in CLAUSES or place.i < to.i or hanging.has_object(place):
        return
    for child in [c for c in place.children if c.i > place.i or c.dep_ == "punct"]:
        child.head = verb
    to.head, to.dep_, to.tag_ = verb, "prep", "IN"
    place.head, place.dep_, place.tag_, place.pos_ = to, "pobj", "NNP", "PROPN"


def _close(off: Token) -> None:
    """Gives a verb the object that stands as what it is done off ("Oman *sealed off the strait*"), and makes it active where no auxiliary says more."""
    verb, thing = off.head, hanging.filler_of(off)
    if thing is None or hanging.has_object(verb) or any(c.dep_ == "auxpass" for c in verb.children):
        return
    thing.head, thing.dep_, off.dep_ = verb, "dobj", "prt"
    subject = hanging.subject_of(verb)
    if subject is not None and subject.i < verb.i:
        subject.dep_ = "nsubj"


def _mend_phrase(doc: Doc) -> None:
    """Makes the verb of a sentence that has none of a participle: "Residents of Homs *accused* rebels of theft"."""
    top = next((w for w in doc if w.dep_ == "ROOT" and w.pos_ in hanging.NAMES), None)
    if top is not None and (_mend_swallowed(top) or _mend_with_subject(top)):
        return
    found = (
        w
        for w in doc
        if w.tag_ in hanging.PAST and w.dep_ in ("amod", "acl") and (w.lemma_ in SAYING or _is_behind_insert(w))
    )
    word = next(found, None)
    if top is None or word is None or word.i < top.i or any(w.tag_ in ("IN", "VBN") for w in doc[: top.i]):
        return
    noun = word.head
    inserted = [c for c in top.children if c.dep_ == "acl" and top.i < c.i < word.i]
    if (
        word.dep_ == "amod"
        and noun.i > word.i
        and ((noun.dep_ == "appos" and noun.head in (top, *top.children)) or _closes(noun, inserted))
    ):
        behind = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "for", "over", "on")]
        _rule(word, top)
        noun.head, noun.dep_ = word, "dobj"
        for child in [*behind, *(c for c in top.children if c.is_punct)]:
            child.head = word
    elif word.dep_ == "acl" and (
        (noun == top and word.lemma_ in OF_ONE)
        or ((noun == top or any(c.is_ancestor(noun) for c in inserted)) and _is_behind_insert(word))
    ):
        _rule(word, top)
        for child in [c for c in top.children if c.i > word.i]:
            child.head = word


def _mend_compound(doc: Doc) -> None:
    """Makes the verb of such a sentence of what its parse takes for half of a compound: "*Lima hosted* ministers from Chile"."""
    noun = next((w for w in doc if w.dep_ == "ROOT" and w.pos_ == "NOUN"), None)
    word = next((w for w in noun.children if w.dep_ == "amod" and w.tag_ in ("VBN", "VBD")), None) if noun else None
    name = next((c for c in word.children if c.dep_ == "npadvmod" and c.pos_ == "PROPN"), None) if word else None
    if noun is None or word is None or name is None or name.i + 1 != word.i or noun.left_edge.i != name.left_edge.i:
        return
    _rule(word, name)
    noun.head, noun.dep_ = word, "dobj"
    for child in [c for c in noun.children if c.is_punct]:
        child.head = word


def _mend_swallowed(noun: Token) -> bool:
    """Makes the verb of a participle, and its subject of a name, that both stand as properties of the object: "The *OAS voiced* concern"."""
    doc = noun.doc
    verb = next((c for c in noun.children if c.dep_ == "amod" and c.tag_ in hanging.PAST and 0 < c.i < noun.i), None)
    if verb is None or doc[verb.i - 1].pos_ != "PROPN" or doc[verb.i - 1].head != noun:
        return False
    subject, before = doc[verb.i - 1], [c for c in noun.children if c.i < verb.i]
    if doc[noun.left_edge.i].i != 0 or any(c.dep_ not in ("det", "compound", "nmod", "nsubj") for c in before):
        return False
    _rule(verb, subject)
    noun.head, noun.dep_ = verb, "dobj"
    for child in before:
        if child != subject:
            child.head = subject
    for child in [c for c in noun.children if c.is_punct and c.i > noun.i]:
        child.head = verb
    return True


def _mend_with_subject(noun: Token) -> bool:
    """Makes the verb of a participle before a noun that has a subject of its own: "*Peru's army accused* rebels backed by Chad of theft"."""
    verb = next((c for c in noun.children if c.dep_ == "amod" and c.tag_ in hanging.PAST and c.lemma_ in SAYING), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None) if verb is not None else None
    if verb is None or subject is None or subject.left_edge.i != 0:
        return False
    behind = [
        c for c in noun.children if c.i > noun.i and (c.is_punct or (c.dep_ == "prep" and c.lower_ in ("of", "for")))
    ]
    _rule(verb, subject)
    noun.head, noun.dep_ = verb, "dobj"
    for child in behind:
        child.head = verb
    return True


def _is_behind_insert(participle: Token) -> bool:
    """Whether what stands behind a comma has an object, so that it is no passive, and closes a phrase that another comma opened: "Kenya, angered
    by a speech, *handed* over two men".
    """
    doc, at = participle.doc, participle.i
    if at < 3 or doc[at - 1].text != "," or not any(w.text == "," for w in doc[: at - 1]):
        return False
    noun = participle.head
    bare = participle.dep_ == "amod" and noun.left_edge == participle and noun.pos_ in hanging.NAMES
    return bare or (participle.dep_ == "acl" and hanging.has_object(participle))


def _closes(noun: Token, inserted: list[Token]) -> bool:
    """Whether a noun was hung on a word of a clause between commas that closes right before it ("A, *angered by cuts*, seized *power*")."""
    return noun.dep_ in ("appos", "conj") and any(c.is_ancestor(noun) for c in inserted)


def _rule(verb: Token, subject: Token) -> None:
    """Makes a word the verb of the sentence and another its subject."""
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    subject.head, subject.dep_ = verb, "nsubj"
