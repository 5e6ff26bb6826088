"""Bare verbs behind *that* which a parser took for nouns: "demanded that the finance minister *resign*"."""

from __future__ import annotations

from spacy.tokens import Token

ASKING = frozenset("demand insist ask request urge propose recommend suggest require".split())
NOUNS = frozenset({"NN", "NNP"})
# Verbs that are no nouns, so that one behind *that* and a noun phrase is its predicate.
ASKED = frozenset("resign quit apologise apologize withdraw abdicate surrender intervene".split())
BEFORE = frozenset({"det", "amod", "poss", "compound", "nmod"})


def mend(word: Token) -> None:
    """Makes a verb of a word that ends what is asked for, and its subject of the noun before it.

    No circle arises: the words that move from the verb to its subject stand to the left of both, hang on the verb alone, and the subject hangs on
    the verb already.
    """
    if word.lower_ not in ASKED or word.tag_ not in NOUNS or word.dep_ != "ccomp" or word.head.lemma_ not in ASKING:
        return
    left = [c for c in word.children if c.i < word.i]
    if not any(c.dep_ == "mark" and c.lower_ == "that" for c in left):
        return
    if not any(c.dep_ == "nsubj" for c in left):
        subject = left[-1]
        if subject.dep_ != "compound":
            return
        for other in left:
            if other.dep_ in BEFORE and other != subject:
                other.head = subject
        subject.dep_ = "nsubj"
    word.tag_, word.pos_ = "VB", "VERB"
