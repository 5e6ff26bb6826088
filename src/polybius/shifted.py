"""Objects and phrases that stand behind another phrase than their own: "freed *on bail* two sailors", "the arrest, *in a port*, of two sailors"."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc, Token

from polybius import hanging

# States that somebody is put in, before it is told who ("put *on alert* 3,000 soldiers"): bare, or with one word before ("*house* arrest").
STATES = frozenset(
    "bail hold trial alert parole ice arrest guard notice custody detention quarantine probation standby".split()
)
INTO = frozenset({"on", "under", "in", "into"})
GIVING = frozenset("hand give return send deliver surrender extradite turn transfer release lend sell ship fly".split())
# Verbs whose own *of* says of what.
OF_VERBS = frozenset(
    """accuse warn convict suspect complain speak think approve disapprove dispose rob strip deprive rid inform notify remind assure tell boast
    consist despair acquit clear die hear know dream write talk cleanse purge absolve be become make take learn""".split()
)
# What opens a time or a place between a deed and whom it befell: "the arrest *on Friday* of two divers".
BETWEEN = frozenset(
    "in on at near outside inside off along last this earlier yesterday by across during overnight".split()
)
DAY_OR_TOWN = frozenset({"in", "on", "at", "near"})
LONGEST = 10  # words of what stands between


def mend(doc: Doc, deeds: Container[str]) -> None:
    """Hangs what stands behind another phrase where it belongs; ``deeds`` are the nouns that tell acts."""
    for word in doc:
        if word.lower_ in INTO and word.i + 2 < len(doc) and word.dep_ in ("prep", "prt"):
            _put_into(word)
        elif word.lower_ == "of" and word.dep_ == "prep":
            _befall(word, deeds)
        elif word.dep_ == "advcl" and word.tag_ in hanging.PAST:
            _hand_over(word)
        elif word.lower_ == "any" and word.dep_ == "det":
            _compare(word)
        elif word.lower_ == "that" and word.i and word.dep_ in ("acl", "mark"):
            _relate(word)


def _relate(that: Token) -> None:
    """Makes a clause about the noun before it of one that the parser broke in three ("the pact *that both ministers signed* in May"). No circle arises:
    the verb moves below a noun that isn't below it, who acts and *that* below the verb.
    """
    noun = that.nbor(-1)
    who = next((c for c in (*that.children, that.head) if c.dep_ in ("nsubj", "ccomp") and c.i > that.i), None)
    verb = (
        next((c for c in who.children if c.dep_ == "acl" and c.tag_ in hanging.PAST), None) if who is not None else None
    )
    if who is None or verb is None or who.pos_ not in hanging.NAMES or noun.pos_ not in hanging.NAMES:
        return
    if that.is_ancestor(noun) or who.is_ancestor(noun):
        return
    verb.head, verb.dep_, verb.tag_ = noun, "relcl", "VBD"
    who.head, who.dep_, that.head, that.dep_ = verb, "nsubj", verb, "dobj"


def _compare(word: Token) -> None:
    """Takes *any* off the subject of the clause behind it ("sank deeper than *any* the Danes had lost"). No circle arises: nothing hangs on it, and it
    moves up to the verb.
    """
    noun = word.head
    doer = word.doc[word.i + 1]
    if noun.dep_ == "nsubj" and word.i and word.nbor(-1).lower_ == "than" and (doer.dep_ == "det" or doer == noun):
        word.head, word.dep_ = noun.head, "dep"


def _put_into(preposition: Token) -> None:
    """Gives a verb the object behind the state that it puts it in ("freed *on bail* two sailors")."""
    verb, doc = preposition.head, preposition.doc
    state = doc[preposition.i + 1]
    if state.lemma_ not in STATES:
        state = doc[preposition.i + 2]
        if state.lemma_ != "arrest" or doc[preposition.i + 1].dep_ != "compound":
            return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if verb.pos_ != "VERB" or passive or any(c.dep_ == "dobj" and c.i < preposition.i for c in verb.children):
        return
    held = _behind(state, preposition, verb)
    if held is None:
        return
    preposition.dep_, state.head, state.dep_ = "prep", preposition, "pobj"
    held.head, held.dep_ = verb, "dobj"
    for child in [c for c in state.children if c.i > held.i]:
        child.head = verb
    for subject in [c for c in verb.children if c.dep_ == "nsubjpass"]:
        subject.dep_ = "nsubj"


def _behind(state: Token, preposition: Token, verb: Token) -> Token | None:
    """Whom a verb puts into a state, where the parser hung him on it or took it for a word of his own phrase."""
    if state.head.i > state.i:
        whole = state.head
        return whole if whole.pos_ in hanging.NAMES and whole.head in (preposition, verb) else None
    below = (c for t in (state, preposition) for c in t.children)
    objects = (c for c in below if c.dep_ in ("dobj", "appos", "dep", "pobj") and c.pos_ in hanging.NAMES)
    held = next((c for c in objects if c.left_edge.i == state.i + 1), None)
    if held is None and state.dep_ == "dobj":
        held = next((c for c in verb.children if c.dep_ == "dobj" and c.left_edge.i == state.i + 1), None)
    return held


def _befall(of: Token, deeds: Container[str]) -> None:
    """Hangs whom a deed befalls on it, behind when or where it was ("protested at the arrest, *in a port*, *of two sailors*").

    No circle arises: the deed stands before the phrase and isn't below it.
    """
    filler = hanging.filler_of(of)
    if filler is None or filler.pos_ not in hanging.NAMES:
        return
    above = of.head
    if above.pos_ == "VERB":
        deed = _deed_below(above, of, deeds) if above.lemma_ not in OF_VERBS else None
    else:
        over = above.pos_ == "PROPN" or above.lemma_ in STATES
        deed = _deed_over(above, deeds) if filler.pos_ == "NOUN" and over else None
    if deed is None or hanging.phrase(deed, "of") is not None or not 2 < of.i - deed.i <= LONGEST:
        return
    after = deed.nbor(1)
    if after.text == ",":
        after = deed.nbor(2)
    if after.lower_ in BETWEEN or after.lower_ in hanging.MONTHS_AND_DAYS:
        of.head = deed


def _deed_below(verb: Token, of: Token, deeds: Container[str]) -> Token | None:
    """The deed that a verb has for its object, or in a phrase, last before a word."""
    fillers = (f for c in verb.children if c.dep_ == "prep" and (f := hanging.filler_of(c)) is not None)
    near = [n for n in (*verb.children, *fillers) if n.dep_ in ("dobj", "pobj") and n.i < of.i and n.lemma_ in deeds]
    deed = max(near, key=lambda t: t.i, default=None)
    if deed is None or any(w.pos_ == "VERB" for w in deed.doc[deed.i + 1 : of.i]):
        return None
    return deed


def _deed_over(name: Token, deeds: Container[str]) -> Token | None:
    """The deed that a phrase of a day, a town or a state tells of ("the jailing in *Tunis* of a banker", "the release on *parole* of a spy")."""
    preposition = name.head
    deed = preposition.head
    told = name.dep_ == "pobj" and preposition.lower_ in DAY_OR_TOWN and deed.i == preposition.i - 1
    return deed if told and deed.pos_ == "NOUN" and deed.lemma_ in deeds else None


def _hand_over(participle: Token) -> None:
    """Gives a verb of giving the object that the parser took for the subject of a clause behind to whom ("handed over to Chad *a man wanted* for
    fraud").
    """
    verb, given = participle.head, hanging.subject_of(participle)
    if given is None or verb.lemma_ not in GIVING or verb.i > given.i or hanging.has_object(verb):
        return
    if given.i != participle.i - 1 or any(c.dep_ in ("aux", "auxpass", "dobj", "mark") for c in participle.children):
        return
    to = next((c for c in verb.children if c.lower_ == "to" and c.right_edge.i == given.left_edge.i - 1), None)
    if to is not None:
        given.head, given.dep_ = verb, "dobj"
        participle.head, participle.dep_, participle.tag_ = given, "acl", "VBN"
