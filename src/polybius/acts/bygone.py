"""What is told as long past: of all the years, of a career or a life, of what is remembered."""

from __future__ import annotations

from spacy.tokens import Token

from polybius.acts import tree

# What calls to mind what was done long ago: "a *memorial* to those killed by A", "the tenth *anniversary* of the raid".
REMEMBERING = frozenset(
    """anniversary memorial monument statue plaque museum cenotaph commemoration remembrance centenary bicentenary jubilee mausoleum obelisk
    commemorate""".split()
)
# "Over the years": told of all of them, not of a day.
ALL_THE_TIME = frozenset({"year", "decade", "century", "generation", "age"})
THROUGH = frozenset({"over", "through", "throughout", "down", "across"})
# Who put somebody into an office is told of him long afterwards: "said A, *who was appointed by B*".
OFFICE = frozenset(
    {"appoint", "elect", "reappoint", "reelect", "re-elect", "nominate", "install", "name", "ordain", "enthrone"}
)
# As what somebody was when it befell him long ago: "was jailed *as a student*".
YOUTH = frozenset(
    "child boy girl schoolboy schoolgirl student teenager youth youngster baby infant toddler orphan pupil undergraduate".split()
)
OLD = 40  # years of age from which an obituary's clauses tell of a life: "the poet, *who was jailed by A*, has died aged 84"
ALL_ALONG = frozenset({"long", "always", "traditionally", "historically", "consistently"})
# Words that date a clause within the report's own weeks.
DATED = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday yesterday today week weekend month january february march april may june july august
    september october november december""".split()
)
BACKGROUND = frozenset({"although", "though", "because", "since", "as", "while", "whereas"})


def is_of_a_time_past(verb: Token) -> bool:
    """Whether a clause tells of conduct over the years, of a career or of a life, not of news."""
    return (
        _is_of_all_years(verb)
        or _is_all_along(verb)
        or _is_what_began_it(verb)
        or _is_career(verb)
        or _is_of_a_life(verb)
    )


def is_remembered(deed: Token) -> bool:
    """Whether a deed is what an anniversary or a memorial is of: "the *anniversary* of the killing of B by A"."""
    below = ("prep", "pobj", "acl", "relcl", "pcomp", "dobj", "conj")
    here = deed
    for _ in range(8):
        if here.dep_ not in below or here.head == here or _is_main(here):
            return False
        here = here.head
        if here.lemma_.lower() in REMEMBERING:
            return True
    return False


def _is_main(clause: Token) -> bool:
    """Whether a clause that a parser took for a relative one has a subject of its own and no relative: "On the anniversary, *widows marched*"."""
    own = any(c.dep_ == "nsubj" and c.lower_ not in tree.RELATIVES for c in clause.children)
    return clause.dep_ == "relcl" and own and not any(c.lower_ in tree.RELATIVES for c in clause.subtree)


def _is_of_all_years(verb: Token) -> bool:
    """Whether a clause tells of conduct, not of a deed: "has given millions *over the years*"."""
    for word in (verb, *tree.objects(verb)):
        for name, filler in tree.prepositions(word):
            plain = all(c.dep_ == "det" and c.lower_ == "the" for c in filler.children)
            if name in THROUGH and filler.lemma_ in ALL_THE_TIME and filler.tag_ == "NNS" and plain:
                return True
    return False


def _is_all_along(verb: Token) -> bool:
    """Whether a clause tells what somebody has said or done for long: "*has long accused* A", "*has always rejected*"."""
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have", "had") for c in verb.children)
    return perfect and any(
        c.dep_ == "advmod" and c.lower_ in ALL_ALONG and not any(n.lower_ == "no" for n in c.children)
        for c in verb.children
    )


def _is_what_began_it(verb: Token) -> bool:
    """Whether an undated clause only tells from when something has been so: "ties have been bad *since A asked B to leave*"."""
    since = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in verb.children)
    lasting = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.head.children)
    return since and lasting and verb.tag_ == "VBD" and all(w.lower_ not in DATED for w in verb.subtree)


def _is_career(verb: Token) -> bool:
    """Whether an undated clause beside the main one only says how somebody came into office: "said A, *who was appointed by B*"."""
    if verb.lemma_ not in OFFICE or verb.tag_ not in ("VBD", "VBN"):
        return False
    beside = verb.dep_ in ("relcl", "acl") or (
        verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in BACKGROUND for c in verb.children)
    )
    recent = any(c.lower_ in ("has", "have") for c in verb.children if c.dep_ == "aux")
    timed = any(
        c.dep_ in ("npadvmod", "tmod") or (c.dep_ == "prep" and c.lower_ in ("on", "in", "at", "after"))
        for c in verb.children
    )
    return beside and not recent and not timed


def _is_of_a_life(verb: Token) -> bool:
    """Whether a clause tells of somebody's youth, or in his obituary of his life: "the poet, *who was jailed by A*, has died aged 84"."""
    if verb.tag_ not in ("VBD", "VBN") or any(c.lower_ in ("has", "have") for c in verb.children if c.dep_ == "aux"):
        return False
    as_whom = [f for name, f in tree.prepositions(verb) if name == "as"]
    if any(f.lemma_.lower() in YOUTH for f in as_whom):
        return True
    late = verb.head
    if verb.dep_ not in ("relcl", "acl") or late.dep_ != "nsubj" or late.head.lemma_ not in ("die", "pass"):
        return False
    ages = [
        t
        for t in verb.doc
        if t.like_num and t.i > 0 and {n.lower_ for n in verb.doc[max(t.i - 2, 0) : t.i]} & {"aged", "age"}
    ]
    return any(t.text.isdigit() and int(t.text) >= OLD for t in ages)
