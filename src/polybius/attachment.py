"""Prepositional phrases that the parser hung on the wrong noun, hung where they belong: on the noun that tells an act.

"The arrest *by Kenyan police of two Somalis*", "the arrest of two Somalis *by Kenyan police*", "a gift of wheat *to Chad*": who does it and to whom
are told of the act, and the parser often takes them for phrases of the nearest noun.
"""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc, Token

from polybius import calling, governing, hanging

GIVING = frozenset(
    """gift donation delivery sale transfer handover supply shipment loan grant export return extradition surrender repatriation lease
    consignment provision dispatch""".split()
)
# Blows, whose *on* and *against* say whom they hit, and what stands behind *on* that tells only how or when.
STRIKING = frozenset(
    """attack raid assault strike airstrike bombing ambush offensive onslaught crackdown clampdown swoop swipe pounding bombardment barrage
    reprisal incursion""".split()
)
MANNER = frozenset(
    "duty leave patrol foot horseback motorcycle motorbike bicycle camel board strike parole bail alert trial guard".split()
)
# Nouns of going and coming: their *from* and their place belong to them, not to who goes or comes.
LEAVING = frozenset(
    "withdrawal pullout pull-out pullback pull-back departure exit retreat recall evacuation homecoming repatriation".split()
)
COMING = frozenset("arrival deployment dispatch stationing landing posting build-up buildup massing".split())
WHERE = frozenset({"in", "at", "to", "near", "off", "along", "on"})
# Nouns whose own *to* says where they are sent, and whose *of* says of what they are part.
SENT = frozenset("ambassador envoy consul representative delegate mission adviser emissary".split())
SIDING = frozenset("fight battle side stand ally unite join work act vote".split())
# Whose passive keeps an object: "refused *cover* by B".
RETAINING = frozenset("give grant deny refuse offer promise award pay lend hand accord spare".split())
# Who takes people in, and whom.
RECEIVING = frozenset(
    "take accept admit host shelter house receive resettle absorb harbour harbor welcome accommodate feed treat hold".split()
)
NEWCOMERS = frozenset(
    "refugee migrant exile evacuee asylum-seeker seeker orphan defector fugitive people child family patient worker".split()
)
CHARGING = frozenset({"accuse", "suspect", "convict", "acquit", "absolve"})
# Who answers, and what has a clause of its own: "was replying to A's *warning*, in a speech, *that* B would be next".
ANSWERING = frozenset({"reply", "respond", "react", "answer", "refer", "point"})
SAID = frozenset(
    "warning threat claim charge accusation assertion allegation statement remark suggestion boast announcement report denial demand".split()
)
PARTS = frozenset(
    """member group part dozen hundred thousand number leader head president minister government team unit supporter relative citizen resident
    majority band gang pair crowd faction wing branch section son daughter brother ministry department bank university""".split()
)


def mend(doc: Doc, deeds: Container[str]) -> None:
    """Mends a parsed sentence: phrases of the nouns that tell acts, whose lemmas are ``deeds``, then what words are called and who governs them."""
    for word in doc:
        if word.pos_ == "NOUN" and word.lemma_ in deeds:
            _mend(word, deeds)
        calling.mend(word)
        governing.mend(word)
        if word.tag_ in hanging.PAST and word.lemma_ in RETAINING:
            _retain(
                word
            )  # behind the verb's mend: "traders, *denied* entry by B, left" is a clause about traders by then
        if word.lemma_ in CHARGING and word.pos_ == "VERB":
            _charge(word)
        if word.lemma_ in RECEIVING and word.pos_ == "VERB":
            _receive(word)
        if word.lemma_ in ANSWERING and word.pos_ == "VERB":
            _take_up(word)
        if word.dep_ == "prep" and word.i > 3 and word.nbor(-1).lower_ == "as" and word.nbor(-2).lower_ == "well":
            _as_well(word)
        elif word.lower_ == "against" and word.dep_ == "prep" and word.head.dep_ == "pobj":
            _side_with(word)


def _as_well(preposition: Token) -> None:
    """Joins whom a like phrase before names too ("sanctions on Iran, *as well as on Cuba*")."""
    before = (t for t in reversed(list(preposition.doc[: preposition.i])) if t.lower_ == preposition.lower_)
    first = next((f for t in before if t.dep_ == "prep" and (f := hanging.filler_of(t)) is not None), None)
    other = hanging.filler_of(preposition)
    if first is None or other is None or first.is_ancestor(other) or preposition.is_ancestor(first):
        return
    other.head, other.dep_ = first, "conj"
    preposition.head, preposition.dep_ = first, "cc"


def _side_with(against: Token) -> None:
    """Hangs against whom somebody fights beside others on the verb ("fought with B's troops *against C*")."""
    beside = against.head.head
    if beside.lower_ in ("with", "alongside", "beside") and beside.head.lemma_ in SIDING:
        against.head = beside.head


def _receive(verb: Token) -> None:
    """Hangs where people come from on them, where somebody takes them in: "took in 500 refugees *from Syria*". The phrase stands below the verb,
    and the people beside it, so no circle can arise.
    """
    for people in (c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN" and c.lemma_ in NEWCOMERS):
        home = next((c for c in verb.children if c.i == people.i + 1 and c.lower_ == "from" and c.dep_ == "prep"), None)
        land = hanging.filler_of(home) if home is not None else None
        if home is not None and land is not None and land.pos_ == "PROPN":
            home.head = people


def _take_up(verb: Token) -> None:
    """Hangs what was said on the noun that tells it, where the parser hung it on who answers ("was replying to A's warning, in a speech Monday, *that
    B was next*"). The clause and the phrase of the noun both stand below the verb, so no circle can arise.
    """
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if clause is None or not any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children):
        return
    phrases = (hanging.filler_of(c) for c in verb.children if c.dep_ == "prep" and c.lower_ == "to" and c.i < clause.i)
    noun = next((n for n in phrases if n is not None and n.lemma_.lower() in SAID), None)
    if noun is not None:
        clause.head, clause.dep_ = noun, "acl"


def _charge(verb: Token) -> None:
    """Hangs of what somebody is accused on the verb, where the parser took it for a phrase of the last of those who are ("accused Chad and the
    European Union *of blackmail*"). The phrase stands below the verb before and after, so no circle can arise.
    """
    if any(c.lower_ == "of" for c in verb.children):
        return
    accused = [o for c in verb.children if c.dep_ in ("dobj", "nsubjpass") for o in (c, *c.conjuncts)]
    last = max(accused, key=lambda t: t.i, default=None)
    if last is None or last.pos_ != "PROPN":
        return
    for of in last.children:
        charge = hanging.filler_of(of) if of.lower_ == "of" and of.dep_ == "prep" else None
        if charge is not None and charge.pos_ in ("NOUN", "VERB") and not charge.text[:1].isupper():
            of.head = verb


def _retain(verb: Token) -> None:
    """Hangs who refuses or gives on the verb, where the parser hung it on what is refused ("refused cover *by B*")."""
    if verb.dep_ not in ("acl", "conj") or any(
        c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "agent") for c in verb.children
    ):
        return
    by = next(
        (
            b
            for c in (verb, *verb.children)
            if c.dep_ in (verb.dep_, "dobj") and (b := hanging.phrase(c, "by")) is not None
        ),
        None,
    )
    if by is not None and (verb.dep_ == "acl" or (verb.head.dep_ == "acl" and verb.head.tag_ == "VBN")):
        by.head, by.dep_, verb.tag_ = verb, "agent", "VBN"


def _mend(noun: Token, deeds: Container[str]) -> None:
    measure = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    measured = (
        hanging.phrase(measure, "by")
        if measure is not None and measure.pos_ == "NOUN" and measure.lemma_ not in deeds
        else None
    )
    if measured is not None and measured.i > noun.i and hanging.filler_of(measured) is not None:
        measured.head = noun  # "a third day of shelling *by Chadian guns*"
    if hanging.phrase(noun, "by") is None and noun.dep_ == "dobj":
        _done_by(noun)
    by, of = hanging.phrase(noun, "by"), hanging.phrase(noun, "of")
    if by is not None and of is None:
        doer = hanging.filler_of(by)
        of = hanging.phrase(doer, "of") if doer is not None and _is_named_whole(doer) else None
        if of is not None and doer is not None and hanging.filler_of(of) is not None and of.i > doer.i:
            of.head = noun
    if by is not None and noun.lemma_ in STRIKING:
        _strike(noun, by)
    held = hanging.filler_of(of) if of is not None else None
    if held is None or held.lemma_ in deeds:
        return
    by = hanging.phrase(held, "by")
    if by is not None and hanging.filler_of(by) is not None:
        by.head = noun
    to = hanging.phrase(held, "to") if noun.lemma_ in GIVING and held.lemma_ not in SENT else None
    if to is not None and hanging.filler_of(to) is not None:
        to.head = noun
    if noun.lemma_ in LEAVING | COMING and any(c.text[:1].isupper() for c in held.children if c.i < held.i):
        places = frozenset({"from"}) if noun.lemma_ in LEAVING else WHERE
        for place in [
            c for c in held.children if c.dep_ == "prep" and c.lower_ in places and hanging.filler_of(c) is not None
        ]:
            place.head = noun  # "the departure of the Syrian army *from Beirut*"


def _done_by(noun: Token) -> None:
    """Hangs who does a deed on it, where a time before that made the parser hang it on the verb: "the talks follow a raid last week *by rebels*".
    The phrase stands below the verb, and the deed beside it, so no circle can arise.
    """
    verb = noun.head
    if (
        verb.pos_ != "VERB"
        or not hanging.is_finite(verb)
        or any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    ):
        return
    by = next(
        (c for c in verb.children if c.i > noun.right_edge.i and c.lower_ == "by" and c.dep_ in ("prep", "agent")), None
    )
    doer = hanging.filler_of(by) if by is not None else None
    dated = (
        by is not None
        and noun.i < by.i
        and any(c.dep_ in ("npadvmod", "tmod") and noun.i < c.i < by.i for c in verb.children)
    )
    if (
        by is not None
        and doer is not None
        and dated
        and doer.pos_ in hanging.NAMES
        and doer.lemma_.lower() not in hanging.MONTHS_AND_DAYS
    ):
        by.head = noun


def _strike(noun: Token, by: Token) -> None:
    """Hangs whom a blow hits on it, where the parser took it for a phrase of who strikes: "a raid by Malian rebels *on a post*"."""
    doer = hanging.filler_of(by)
    for name in ("on", "against"):
        on = hanging.phrase(doer, name) if doer is not None else None
        hit = hanging.filler_of(on) if on is not None else None
        if on is not None and hit is not None and hit.lemma_.lower() not in MANNER | hanging.MONTHS_AND_DAYS:
            on.head = noun


def _is_named_whole(doer: Token) -> bool:
    """Whether it is told without what follows who a doer is: a name, or a noun with a name before it ("*Kenyan* police")."""
    of = hanging.phrase(doer, "of")
    held = hanging.filler_of(of) if of is not None else None
    if held is None or doer.lemma_.lower() in PARTS:
        return False
    if doer.pos_ == "PROPN":
        return held.pos_ == "NOUN"  # "the Bank of England"
    return any(c.text[:1].isupper() and c.dep_ in ("amod", "compound", "nmod", "poss") for c in doer.children)
