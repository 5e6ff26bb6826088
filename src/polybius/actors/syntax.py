"""Where a word stands in its sentence: its clause, the clauses above, and whether it is inside a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NONFINITE = frozenset({"xcomp", "pcomp", "acl"})


def clause_of(word: Token) -> Token:
    """The verb in whose clause a word stands; the sentence's head where no verb is above it."""
    here = word if word.pos_ in ("VERB", "AUX") else word.head
    while here.pos_ not in ("VERB", "AUX") and here.head != here:
        here = here.head
    while here.dep_ in ("aux", "auxpass"):
        here = here.head
    return here


def scene_of(word: Token) -> Token:
    """The finite verb in whose clause a word stands, infinitives and participles counted to the clause that they belong to."""
    verb = clause_of(word)
    for _ in range(6):
        if verb.head == verb or is_finite(verb) or (verb.dep_ in ("ccomp", "relcl") and subject_of(verb) is not None):
            break
        verb = clause_of(verb.head) if verb.head.pos_ not in ("VERB", "AUX") else verb.head
    return verb


def own_subject(word: Token) -> Token | None:
    """The subject of the clause in which a word is an object or stands after a preposition, shared ones included ("met A and praised *it*")."""
    verb = clause_of(word)
    for _ in range(4):
        subject = subject_of(verb)
        if subject is not None or verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
            return subject
        verb = verb.head
    return None


def doer_of(infinitive: Token) -> Token | None:
    """Who does what an infinitive tells by the clause above it: its subject, where nobody there is told to do it ("*A* wrote to B *to ask* him")."""
    above = infinitive.head
    if infinitive.dep_ not in ("advcl", "xcomp") or infinitive.tag_ != "VB" or above.pos_ not in ("VERB", "AUX"):
        return None
    told = infinitive.dep_ == "xcomp" and any(c.dep_ in ("dobj", "dative", "prep") for c in above.children)
    return None if told or is_finite(infinitive) else subject_of(above)


def subject_of(verb: Token) -> Token | None:
    """The subject of a clause in its own words."""
    return next((c for c in verb.children if c.dep_ in SUBJECTS), None)


def is_finite(verb: Token) -> bool:
    """Whether a clause has a finite verb: "said", "has said", "will say"."""
    return verb.tag_ in FINITE or any(c.tag_ in FINITE and c.dep_ in ("aux", "auxpass") for c in verb.children)


def subjects_above(pronoun: Token) -> Iterator[tuple[Token, Token, bool]]:
    """The subjects that govern a pronoun, nearest first: the subject, its verb, and whether it is the pronoun's own clause's.

    A possessive is governed by the subject of its own clause ("Spain raised *its* spending"), a subject by that of the clause above
    ("Spain said *it* would"), an object too, for its own clause's subject can't be meant.
    """
    verb = clause_of(pronoun)
    possessive = pronoun.dep_ == "poss" or pronoun.lower_.endswith(("self", "selves"))
    if possessive:
        own = own_subject(pronoun) or _understood(clause_of(pronoun))
        if own is not None and own != pronoun.head and not own.is_ancestor(pronoun):
            yield own, clause_of(own), True
    elif pronoun.dep_ not in SUBJECTS:  # an object's own subject, perhaps an understood one, is barred
        while subject_of(verb) is None and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
            verb = verb.head
        while subject_of(verb) is None and verb.dep_ in (*NONFINITE, "advcl") and verb.head != verb:
            verb = clause_of(verb.head) if verb.head.pos_ not in ("VERB", "AUX") else verb.head
    for _ in range(6):
        if verb.head == verb:
            return
        verb = verb.head if verb.head.pos_ in ("VERB", "AUX") else clause_of(verb.head)
        subject = subject_of(verb)
        if subject is not None and subject != pronoun and not subject.is_ancestor(pronoun) and subject.i < pronoun.i:
            yield subject, verb, False


def speaker_behind(pronoun: Token) -> Token | None:
    """The subject behind the clause that a pronoun leads, of the verb that may say what it tells: "*its* navy fired, *Iran* said"."""
    leading = pronoun.head if pronoun.dep_ == "poss" else pronoun
    verb = clause_of(pronoun)
    while leading.dep_ in ("pobj", "prep"):  # "two of *its* fishermen"
        leading = leading.head
    if leading.dep_ not in SUBJECTS or leading.head != verb:
        return None
    above = verb.head if verb.dep_ == "ccomp" else next((c for c in verb.children if c.dep_ == "parataxis"), None)
    speaker = subject_of(above) if above is not None else None
    return speaker if speaker is not None and speaker.i > verb.i else None


def fillers(verb: Token) -> Iterator[tuple[str, Token]]:
    """What stands behind the prepositions of a verb, with them; those of "on behalf of" as one."""
    for preposition in (c for c in verb.children if c.dep_ == "prep"):
        for filler in (c for c in preposition.children if c.dep_ == "pobj"):
            if preposition.lower_ == "on" and filler.lower_ == "behalf":
                below = (c for of in filler.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj")
                yield from (("on_behalf_of", c) for c in below)
            else:
                yield preposition.lower_, filler


def _understood(verb: Token) -> Token | None:
    """Who does what a participle or infinitive tells: the noun that it describes, or the subject of the clause that it belongs to."""
    for _ in range(4):
        if verb.dep_ == "acl" and verb.tag_ in ("VBG", "VB"):
            return verb.head
        if verb.dep_ not in ("xcomp", "advcl", "pcomp", "conj"):
            return None
        above = verb.head if verb.head.pos_ in ("VERB", "AUX") else clause_of(verb.head)
        if verb.dep_ == "xcomp" and any(c.dep_ in ("dobj", "dative") for c in above.children):
            return None  # "told A to bring *his* gun": whose?
        subject = subject_of(above)
        if subject is not None:
            return subject
        verb = above
    return None


def quoted(doc: Doc, inside: bool) -> tuple[list[bool], bool]:
    """Which words stand in quotation marks, when the sentence begins ``inside`` a quotation; and whether it ends in one."""
    marks = [t.i for t in doc if t.text == '"']
    if inside and marks and (marks[0] == 0 or len(marks) % 2 == 0):
        inside = False  # every paragraph of a long quotation opens anew
    out: list[bool] = []
    for token in doc:
        if token.text == '"':
            inside = not inside
            out.append(False)
        else:
            out.append(inside)
    return out, inside
