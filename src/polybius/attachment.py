"""Prepositional phrases that the parser hung on the wrong noun, hung where they belong: on the noun that tells an act.

"The arrest *by Kenyan police of two Somalis*", "the arrest of two Somalis *by Kenyan police*", "a gift of wheat *to Chad*": who does it and to whom
are told of the act, and the parser often takes them for phrases of the nearest noun.
"""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc, Token

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
JUDGING = {
    **dict.fromkeys(("accuse", "acquit", "clear", "convict", "suspect", "strip", "absolve"), "of"),
    **dict.fromkeys(
        """blame criticise criticize condemn praise thank punish rebuke fault chide jail fine sanction prosecute scold berate castigate
        denounce commend applaud""".split(),
        "for",
    ),
    "charge": "with",
}
# What who denies something goes on to do: "denied that it had shelled B *and blamed* C".
ANSWERING = frozenset(
    """accuse blame condemn criticise criticize denounce say insist warn threaten vow urge demand call challenge dismiss reject describe add
    tell ask offer promise""".split()
)
# Verbs without an object: behind a noun they are no participles ("Policemen *rebelled* over pay").
RISING = frozenset(
    """erupt flare mutiny rebel revolt riot rally march clash demonstrate protest converge gather skirmish battle escalate subside surge""".split()
)
# What crowds do, in the present of headlines ("Thousands *rally* in Minsk").
RALLYING = frozenset({"rally", "march", "protest", "demonstrate", "strike", "riot"})
FIRING = frozenset({"fire", "launch", "lob"})
TYING = frozenset({"link", "tie", "affiliate", "connect", "ally"})
NAMING = frozenset("call deem brand label term consider find declare think".split())
DISMISSING = frozenset(
    "dismiss reject denounce condemn decry deride describe criticise criticize slam brand disown scorn denigrate".split()
)
SAYING = frozenset("say declare state announce add report".split())
JUDGING_DEEDS = frozenset(
    "call urge condemn denounce accuse blame criticise criticize warn".split()
)  # who says what others did
QUOTES = frozenset("\"“”'‘’")
# What one calls another's words or deeds, without an article.
REPROACHES = frozenset(
    """nonsense blackmail rubbish slander propaganda madness hypocrisy piracy aggression terrorism genocide murder treason robbery extortion
    interference fiction fantasy garbage""".split()
)
# Verbs by which a report says of something only what it is called or seems: "fired *what Seoul described as* a missile".
CALLING = NAMING | frozenset("describe regard see say claim believe insist dub suspect appear seem".split())
# Articles within Arabic names: "Adel *al*-Jubeir".
ARTICLES = frozenset({"al", "el", "ul", "ad", "ar", "as", "ash", "at", "az"})
MONTHS_AND_DAYS = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday
    sunday spring summer autumn winter""".split()
)
OF_A_NOUN = frozenset({"of", "by", "against", "between", "from"})
# Verbs of saying that take somebody for an object too: "..., *warned* the minister".
ADDRESSING = frozenset("warn caution urge promise vow threaten advise complain".split())
NAMES = frozenset({"NOUN", "PROPN"})
FINITE, PAST = frozenset({"VBD", "VBZ", "VBP", "MD"}), frozenset({"VBD", "VBN"})
SIDING = frozenset("fight battle side stand ally unite join work act vote".split())
# Whose passive keeps an object: "refused *cover* by B".
RETAINING = frozenset("give grant deny refuse offer promise award pay lend hand accord spare".split())
PARTS = frozenset(
    """member group part dozen hundred thousand number leader head president minister government team unit supporter relative citizen resident
    majority band gang pair crowd faction wing branch section son daughter brother ministry department bank university""".split()
)
# Verbs by which somebody or something goes home, and what stands before a home that is a house.
HOMEWARD = frozenset("bring send fly ship take call airlift truck carry bus".split())
WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
DAYS_OF_NAME = frozenset({"Black", "Bloody", "Easter", "Good", "Palm", "Super", "Ash", "Cyber", "Whit", "Holy", "Blue"})
# What somebody is held as, told right behind whom it befalls.
HELD = frozenset({"hostage", "captive", "prisoner"})
HOLDING = frozenset("take hold seize keep grab".split())
HOUSES = frozenset("nursing care retirement family holiday mobile summer country children".split())


def mend(doc: Doc, deeds: Container[str]) -> None:
    """Hangs phrases of a parsed sentence on the nouns that tell acts; ``deeds`` are the lemmas of such nouns."""
    for word in doc:
        if word.pos_ == "NOUN" and word.lemma_ in deeds:
            _mend(word, deeds)
        elif word.pos_ == "VERB":
            _mend_verb(word)
        if word.tag_ in PAST:
            _mend_participle(word)
            _stand(word)
            _say_after(word)
            _lead(word)
        _mend_small_word(word)
        if word.dep_ == "conj" and word.lemma_ in ANSWERING:
            _answer(word)
        if word.tag_ == "VBG" and word.dep_ == "advcl":
            _go_on_saying(word)
        elif word.dep_ in ("ROOT", "ccomp") and word.lemma_ in TYING | FIRING:
            _reduce(word)
        elif word.dep_ == "conj" and word.pos_ in ("NOUN", "PROPN") and word.head.pos_ == "VERB":
            _go_on_acting(word)
        elif word.lower_ == "whose" and word.dep_ == "poss":
            _own(word.head)
        elif word.dep_ == "appos" and word.tag_ == "NN":
            _describe(word)
        elif word.lower_ in HELD and word.i:
            _hold(word)
        elif word.lower_ == "home" and word.dep_ == "dobj" and word.head.lemma_ in HOMEWARD:
            _go_home(word)


def _act_on(day: Token) -> None:
    """Makes who acts of the name that a parser took for a kind of weekday: "*Kenya Monday* arrested three Ugandans"."""
    verb = day.head
    name = day.nbor(-1) if day.i else day
    if name.head != day or name.pos_ != "PROPN" or name.text in DAYS_OF_NAME or not _is_finite(verb) or verb.i < day.i:
        return
    if subject_of(verb) not in (None, day):
        return
    day.dep_ = "npadvmod"
    for child in [c for c in day.children if c.i < name.i]:
        child.head = name
    name.head, name.dep_ = verb, "nsubj"


def _mend_verb(verb: Token) -> None:
    """Hangs what somebody is judged, called or dismissed as where it belongs."""
    if verb.lemma_ in JUDGING:
        _judge(verb, JUDGING[verb.lemma_])
    elif verb.lemma_ in NAMING:
        _name(verb)
        _name_in_quotes(verb)
        _reproach(verb)
    elif verb.lemma_ in DISMISSING:
        _dismiss_as(verb)


def _go_home(home: Token) -> None:
    """Makes what goes home the object that a parser took for a kind of home: "shipped *an obelisk home* to Ethiopia"."""
    if home.i == 0:
        return
    moved = home.nbor(-1)
    if moved.head != home or moved.dep_ != "compound" or moved.pos_ not in NAMES or moved.lower_ in HOUSES:
        return
    verb = home.head
    for child in [c for c in home.children if c != moved]:
        child.head = moved if child.i < home.i else verb
    moved.head, moved.dep_ = verb, "dobj"
    home.dep_ = "advmod"


def _hold(captive: Token) -> None:
    """Makes what somebody is held as of what the parser took for a second object or a part of his name: "took two nuns *hostage*"."""
    held = captive.nbor(-1)
    if held.pos_ not in (*NAMES, "PRON"):
        return
    verb = next((a for a in captive.ancestors if a.lemma_ in HOLDING and a.pos_ == "VERB" and a.i < captive.i), None)
    if verb is None or not verb.is_ancestor(held) or held.dep_ in ("nsubj", "nsubjpass", "poss"):
        return
    if held.head == captive:  # "a group of *herdsmen hostage*"
        held.head, held.dep_ = captive.head, captive.dep_
        for word in [c for c in captive.children if c != held]:
            word.head = held if word.i < held.i else verb
    elif captive.dep_ in (
        "oprd",
        "dobj",
        "advcl",
        "amod",
        "acl",
        "appos",
        "advmod",
        "npadvmod",
        "relcl",
        "ccomp",
        "xcomp",
        "dep",
    ):
        if any(c.i < captive.i for c in captive.children):
            return
    else:
        return
    captive.head, captive.dep_ = verb, "oprd"
    if held.dep_ == "dative":
        held.dep_ = "dobj"


def _join_name(article: Token) -> None:
    """Makes one name of an Arabic one that the parser cut in two, with the title before it ("Foreign Minister *Adel al*-*Jubeir*")."""
    name = article.nbor(2)
    if not name.text[:1].isupper() or name.head == article or article.head == name or article.pos_ != "PROPN":
        return
    hyphen = article.nbor(1)
    if article.is_ancestor(name) or hyphen.is_ancestor(name) or name.is_ancestor(hyphen.head):
        return  # a parse of another kind, in which joining them would close a ring
    before = article.left_edge.i - 1
    title = article.doc[before] if before >= 0 else None
    for word in [c for c in (*article.children, *hyphen.children) if c != hyphen]:
        word.head = name
    if hyphen.dep_ != "punct" and hyphen.head not in (name, article, hyphen):  # the parser made it bear the name's part
        name.head, name.dep_ = hyphen.head, hyphen.dep_
    hyphen.head, hyphen.dep_ = name, "punct"
    article.head, article.dep_ = name, "compound"
    if (
        title is None
        or title.pos_ != "PROPN"
        or title.head == name
        or title.dep_ == "compound"
        or name.is_ancestor(title)
    ):
        return
    if title.head.i > title.i and title.head.i < name.i:
        return
    root = title.head == title
    name.head, name.dep_ = name if root else title.head, title.dep_
    title.head, title.dep_ = name, "compound"


def _since(mark: Token) -> None:
    """Makes the verb of the sentence of the one that a parser hung below a day ("sailors who had been held *since May were freed*")."""
    verb = mark.head
    day = next((c for c in verb.children if c.i == mark.i + 1 and c.dep_ in ("nsubj", "nsubjpass")), None)
    subject = verb.head.head if verb.head.dep_ == "relcl" else verb.head
    held = next((c for c in subject.children if c.dep_ == "relcl" and c.i == mark.i - 1), None)
    if day is None or day.lower_ not in MONTHS_AND_DAYS or held is None:
        return
    if subject.head != subject or subject.pos_ not in NAMES:
        return
    role = day.dep_
    verb.head, verb.dep_ = verb, "ROOT"
    subject.head, subject.dep_ = verb, role
    mark.head, mark.dep_ = held, "prep"
    day.head, day.dep_ = mark, "pobj"
    for word in [c for c in subject.children if c.i > verb.i]:
        word.head = verb


def _as_well(preposition: Token) -> None:
    """Joins whom a like phrase before names too ("sanctions on Iran, *as well as on Cuba*")."""
    before = (t for t in reversed(list(preposition.doc[: preposition.i])) if t.lower_ == preposition.lower_)
    first = next((f for t in before if t.dep_ == "prep" and (f := filler_of(t)) is not None), None)
    other = filler_of(preposition)
    if first is None or other is None or first.is_ancestor(other) or preposition.is_ancestor(first):
        return
    other.head, other.dep_ = first, "conj"
    preposition.head, preposition.dep_ = first, "cc"


def _so_called(what: Token) -> None:
    """Makes the object of what something is only called or seems to be ("fired *what appeared to be* a missile", "over *what it called* a raid")."""
    verb = what.head
    while verb.dep_ in ("ccomp", "xcomp") and verb.left_edge == what and verb.lemma_ not in CALLING | {"be"}:
        verb = verb.head
    clause = verb.head if verb.lemma_ == "be" and verb.dep_ == "ccomp" and verb.head.left_edge == what else verb
    above = clause.head
    if (
        clause.lemma_ not in CALLING
        or clause.left_edge != what
        or clause.dep_ not in ("ccomp", "pcomp")
        or above.i > what.i
    ):
        return
    named = _called(clause)
    if named is None or named.pos_ not in ("NOUN", "PROPN") or (clause.dep_ == "ccomp" and _has_object(above)):
        return
    for word in [c for c in named.head.children if c.i > named.i and c.dep_ in ("prep", "agent", "npadvmod", "advcl")]:
        word.head = named if word.lower_ in OF_A_NOUN else above
    named.head, named.dep_ = above, "dobj" if clause.dep_ == "ccomp" else "pobj"
    clause.head, clause.dep_ = named, "relcl"


def _called(verb: Token) -> Token | None:
    """What something is called or said to be: "call it *a raid*", "describe it as *a raid*", "say it was *a raid*"."""
    for child in verb.children:
        if child.dep_ in ("oprd", "attr"):
            return child
        if child.lower_ == "as" and child.dep_ == "prep":
            return filler_of(child)
        if child.dep_ in ("ccomp", "xcomp") and child.lemma_ == "be":
            return next((c for c in child.children if c.dep_ == "attr"), None)
    return None


def _say_after(verb: Token) -> None:
    """Makes the speaker of who stands behind a verb of saying that ends a sentence ("Sanctions would follow, warned *the minister*")."""
    speaker = next((c for c in verb.children if c.dep_ == "dobj" and c.left_edge.i == verb.i + 1), None)
    if verb.lemma_ not in ADDRESSING or speaker is None or not verb.i or verb.nbor(-1).text not in (",", '"'):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.children):
        return
    said = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if verb.dep_ == "dep" and verb.head.dep_ == "ROOT" and verb.head.i < verb.i:
        said, verb.head.dep_ = verb.head, "ccomp"
        said.head = verb
        verb.head, verb.dep_ = verb, "ROOT"
    if said is not None:
        speaker.dep_ = "nsubj"


def _lead(verb: Token) -> None:
    """Makes the subject of who stands between a fronted participle and its verb and was taken for the name of a place ("Speaking in Lima, *Chile's
    president* said").
    """
    name = verb.nbor(-1) if verb.i > 2 else verb
    if name.dep_ != "appos" or not _is_finite(verb) or subject_of(verb) is not None or name.head.dep_ != "pobj":
        return
    fronted = next((c for c in verb.children if c.dep_ == "advcl" and c.tag_ in ("VBG", "VBN")), None)
    if fronted is None or not fronted.is_ancestor(name) or name.left_edge.nbor(-1).text != ",":
        return
    name.head, name.dep_ = verb, "nsubj"


def _mend_small_word(word: Token) -> None:
    if word.lower_ in ARTICLES and word.i + 2 < len(word.doc) and word.nbor(1).text == "-":
        _join_name(word)
    elif word.lower_ == "since" and word.dep_ == "mark":
        _since(word)
    elif word.dep_ == "prep" and word.i > 3 and word.nbor(-1).lower_ == "as" and word.nbor(-2).lower_ == "well":
        _as_well(word)
    elif word.lower_ in RALLYING and word.i:
        _rally(word)
    elif word.lower_ == "what" and word.i and word.dep_ in ("nsubj", "dobj", "nsubjpass"):
        _so_called(word)
    elif word.lower_ == "against" and word.dep_ == "prep" and word.head.dep_ == "pobj":
        _side_with(word)
    elif word.text in WEEKDAYS and word.dep_ in ("npadvmod", "nsubj"):
        _act_on(word)


def _side_with(against: Token) -> None:
    """Hangs against whom somebody fights beside others on the verb ("fought with B's troops *against C*")."""
    beside = against.head.head
    if beside.lower_ in ("with", "alongside", "beside") and beside.head.lemma_ in SIDING:
        against.head = beside.head


def _mend_participle(word: Token) -> None:
    if word.i and word.nbor(-1).text == ",":
        _interrupt(word)
    if word.lemma_ in RETAINING:
        _retain(word)


def _reduce(tied: Token) -> None:
    """Makes the verb of a sentence of the one that a parser hung below a participle ("gunmen *linked* to A *shot* B", "rockets *fired* from A *fell*")."""
    subject = next((c for c in tied.children if c.dep_ == "nsubj" and c.i == tied.i - 1), None)
    ways = ("from", "by") if tied.lemma_ in FIRING else ("to", "with")
    bound = _phrase(tied, ways[0]) or _phrase(tied, ways[1])
    filler = filler_of(bound) if bound is not None else None
    if subject is None or filler is None or any(c.dep_ in ("aux", "dobj") for c in tied.children):
        return
    below = (c for t in (tied, filler) for c in t.children if c.dep_ in ("advcl", "conj", "acl") and c.i > filler.i)
    verbs = (c for c in below if c.tag_ in ("VBD", "VBN") and c.left_edge.i > filler.i)
    verb = next((c for c in verbs if tied.lemma_ in FIRING or _has_object(c)), None)
    if verb is None or verb.nbor(-1) != filler:
        return
    others = [c for c in tied.children if c not in (subject, bound, verb)]
    verb.head, verb.dep_ = verb if tied.head == tied else tied.head, tied.dep_
    subject.head = verb
    tied.head, tied.dep_ = subject, "acl"
    for word in others:
        word.head = verb


def _rally(verb: Token) -> None:
    """Makes the verb of a headline of what the parser took for its noun ("Thousands *rally* in Minsk", "Sudan doctors *strike* over pay")."""
    crowd = verb.nbor(-1)
    if verb.dep_ != "ROOT" or verb.pos_ != "NOUN" or crowd.head != verb or crowd.tag_ not in ("NNS", "NNPS", "CD"):
        return
    if crowd.dep_ not in ("nummod", "compound", "nmod", "npadvmod") or not crowd.lower_.endswith("s"):
        return
    if any(c.dep_ in ("det", "poss", "nsubj", "relcl", "acl", "appos") for c in verb.children):
        return
    verb.pos_, verb.tag_ = "VERB", "VBP"
    crowd.dep_ = "nsubj"
    for word in [c for c in verb.children if c.i < crowd.i]:
        word.head = crowd


def _stand(verb: Token) -> None:
    """Makes the verb of a sentence that has none of one without an object ("Policemen *rebelled* over pay")."""
    noun = verb.head
    if verb.lemma_ not in RISING or verb.dep_ != "acl" or noun.head != noun or noun.pos_ not in NAMES:
        return
    if noun.i > verb.i or verb.left_edge != verb or _has_object(verb) or verb.i != noun.i + 1:
        return
    verb.head, verb.dep_ = verb, "ROOT"
    for word in [c for c in noun.children if c.i > verb.i]:
        word.head = verb
    noun.head, noun.dep_ = verb, "nsubj"


def _interrupt(participle: Token) -> None:
    """Makes a clause about its subject of the participle that a parser took for the verb of the sentence ("Traders, *denied* entry by B, left")."""
    doc, comma = participle.doc, participle.i - 1
    subject = next((c for c in participle.children if c.dep_ == "nsubj" and c.i < comma), None)
    if subject is None or any(t.text == "," for t in doc[subject.i : comma]):
        return
    phrases = (_phrase(t, "by") for t in (participle, *(c for c in participle.children if c.dep_ == "dobj")))
    by = next((phrase for phrase in phrases if phrase is not None), None)
    if by is None or any(c.dep_ in ("aux", "auxpass") for c in participle.children):
        return
    verb = next((c for c in participle.children if c.dep_ == "conj" and c.i > by.i), None)
    if verb is None and participle.dep_ == "ccomp" and participle.head.i > by.i:
        verb = participle.head
    if verb is None or not _is_finite(verb) or subject_of(verb) is not None:
        return
    if verb.head == participle:
        verb.head, verb.dep_ = verb if participle.head == participle else participle.head, participle.dep_
    subject.head, subject.dep_ = verb, "nsubj"
    participle.head, participle.dep_, participle.tag_ = subject, "acl", "VBN"


def _retain(verb: Token) -> None:
    """Hangs who refuses or gives on the verb, where the parser hung it on what is refused ("refused cover *by B*")."""
    if verb.dep_ not in ("acl", "conj") or any(
        c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "agent") for c in verb.children
    ):
        return
    by = next(
        (b for c in (verb, *verb.children) if c.dep_ in (verb.dep_, "dobj") and (b := _phrase(c, "by")) is not None),
        None,
    )
    if by is not None and (verb.dep_ == "acl" or (verb.head.dep_ == "acl" and verb.head.tag_ == "VBN")):
        by.head, by.dep_, verb.tag_ = verb, "agent", "VBN"


def subject_of(verb: Token) -> Token | None:
    """What stands as a verb's own subject."""
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def _go_on_acting(noun: Token) -> None:
    """Makes the subject of the next verb of who was taken for a second verb, because words stand between ("A left, and *B*, for its part, stayed")."""
    first, after = noun.head, noun.right_edge.i + 1
    joined = noun.left_edge.i and noun.doc[noun.left_edge.i - 1].dep_ == "cc"
    if not joined or after >= len(noun.doc) or noun.doc[after].text != ",":
        return
    verb = next((c for c in first.children if c.dep_ == "conj" and c.i > after and c.pos_ == "VERB"), None)
    if verb is None and first.dep_ == "ccomp" and first.head.i > after:
        verb = first.head
    if verb is None or subject_of(verb) is not None or not _is_finite(verb):
        return
    if first.head == verb:
        first.head, first.dep_ = first if verb.head == verb else verb.head, verb.dep_
        verb.head, verb.dep_ = first, "conj"
    noun.head, noun.dep_ = verb, "nsubj"


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(c.dep_ == "aux" and c.tag_ in FINITE for c in verb.children)


def _answer(verb: Token) -> None:
    """Hangs what somebody does beside denying on the denial, not on what is denied ("A denied that it had fired *and blamed* B"), and what he does
    beside saying what somebody had done ("A said that B had shelled it *and called on* B to stop").
    """
    denied = verb.head
    while denied.dep_ == "conj":
        denied = denied.head
    if (
        denied.dep_ != "ccomp"
        or not (denied.head.lemma_ == "deny" or (verb.lemma_ in JUDGING_DEEDS and _is_said_to_have_been(denied)))
        or denied.head.i > denied.i
        or subject_of(verb) is not None
    ):
        return
    if verb.tag_ in PAST and not any(c.dep_ in ("aux", "auxpass", "mark") for c in verb.children):
        verb.head = denied.head


def _is_said_to_have_been(told: Token) -> bool:
    """Whether a clause in the past perfect is what somebody says, so that what is said about it in the simple past is his."""
    return told.head.lemma_ in SAYING and any(c.dep_ == "aux" and c.lower_ == "had" for c in told.children)


def _own(owned: Token) -> None:
    """Makes the object of what "whose" owns, where who acts stands right behind it ("B, whose leader *a court* jailed")."""
    doer = next((c for c in owned.children if c.dep_ == "appos" and c.left_edge.i == owned.i + 1), None)
    verb = owned.head
    if doer is None or owned.dep_ != "nsubj" or _has_object(verb):
        return
    doer.head, doer.dep_, owned.dep_ = verb, "nsubj", "dobj"


def _has_object(verb: Token) -> bool:
    return any(c.dep_ == "dobj" for c in verb.children)


def _describe(apposition: Token) -> None:
    """Hangs who somebody is on the name right before it, where the parser took it for the first of several's ("A and B, *head of C*, met")."""
    first, comma = apposition.head, apposition.left_edge.i - 1
    if comma < 1 or apposition.doc[comma].text != ",":
        return
    last = next((c for c in first.conjuncts if first.i < c.i == comma - 1 and c.pos_ == "PROPN"), None)
    if last is not None:
        apposition.head = last


def _go_on_saying(participle: Token) -> None:
    """Hangs what a speaker does besides on the verb of saying before it ("A was shelled, the ministry said, *accusing B*")."""
    above = participle.head
    saying = next((c for c in above.children if c.dep_ == "parataxis" and above.i < c.i < participle.i), None)
    if saying is not None and saying.tag_ in ("VBD", "VBZ") and participle.nbor(-1).text == ",":
        participle.head = saying


def _judge(verb: Token, preposition: str) -> None:
    """Hangs what somebody is accused of or praised for on the verb ("accused B's police *of theft*", "accused by B *of theft*"), where no name follows that says whose he is."""
    _judged_by(verb)
    if _phrase(verb, preposition) is not None:
        return
    judges = (f for c in verb.children if c.dep_ == "agent" and (f := filler_of(c)) is not None)
    for person in (*(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), *judges):
        found = _phrase(person, preposition)
        held = next(iter(found.children), None) if found is not None else None
        if found is not None and held is not None and held.pos_ != "PROPN":
            found.head = verb
            return


def _judged_by(verb: Token) -> None:
    """Hangs who judges on the passive that an inserted clause parts from him: "was accused of theft, *much of it years ago, by* the army"."""
    if not any(c.dep_ == "auxpass" for c in verb.children) or any(c.dep_ == "agent" for c in verb.children):
        return
    for preposition in verb.doc[verb.i + 1 :]:
        parted = preposition.lower_ == "by" and preposition.nbor(-1).text == ","
        doer = filler_of(preposition) if parted else None
        if doer is not None and doer.tag_ != "VBG" and preposition not in verb.ancestors:
            preposition.head, preposition.dep_ = verb, "agent"
            return


def _name(verb: Token) -> None:
    """Hangs what something is called on the verb, where the parser took it for a name's noun ("called the demands of Bolivia *absurd*")."""
    for thing in (c for c in verb.children if c.dep_ == "dobj"):
        for preposition in (c for c in thing.children if c.dep_ == "prep"):
            called = filler_of(preposition)
            name = called.nbor(-1) if called is not None and called.i > preposition.i + 1 else None
            if (
                called is None
                or name is None
                or name.head != called
                or name.pos_ != "PROPN"
                or called.text[:1].isupper()
            ):
                continue
            if called.tag_ != "JJ" and not called.lower_.endswith("less"):
                continue
            before = [c for c in called.children if c.i < name.i]
            name.head, name.dep_ = preposition, "pobj"
            called.head, called.dep_ = verb, "oprd"
            for word in before:
                word.head = name


def _name_in_quotes(verb: Token) -> None:
    """Hangs what something is called in quotation marks on the verb ("called the raid of B *"outrageous"*")."""
    for thing in [c for c in verb.children if c.dep_ == "dobj"]:
        for word in list(thing.subtree):
            if word.dep_ == "amod" and word.i > word.head.i and word.doc[word.i - 1].text in QUOTES:
                word.head, word.dep_ = verb, "oprd"


def _reproach(verb: Token) -> None:
    """Makes the object of a verb what the parser took for a part of its name ("called *the charge* nonsense")."""
    for name in [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in REPROACHES]:
        before = [c for c in name.children if c.i < name.i]
        thing = next((c for c in before if c.i == name.i - 1 and c.dep_ == "compound" and c.pos_ == "NOUN"), None)
        if thing is None or not any(c.dep_ in ("det", "poss") for c in before):
            continue
        thing.head, thing.dep_ = verb, "dobj"
        name.dep_ = "oprd"
        for word in (c for c in before if c != thing):
            word.head = thing


def _dismiss_as(verb: Token) -> None:
    """Makes the object of a verb what stands behind the word for what it is dismissed as ("dismissed as groundless *a complaint of B*")."""
    as_ = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as"), None)
    thing = filler_of(as_) if as_ is not None else None
    if (
        as_ is None
        or thing is None
        or thing.pos_ not in NAMES
        or thing.i < as_.i
        or any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children)
    ):
        return
    behind = as_.i + (2 if verb.doc[as_.i + 1].text in QUOTES else 1)
    called = verb.doc[behind] if behind < thing.i else thing
    if called.head != thing or called.dep_ != "amod":
        return
    if not any(c.dep_ in ("det", "poss") and c.left_edge.i > called.i for c in thing.children):
        return
    thing.head, thing.dep_ = verb, "dobj"
    called.head, called.dep_ = as_, "pobj"


def _mend(noun: Token, deeds: Container[str]) -> None:
    measure = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    measured = (
        _phrase(measure, "by")
        if measure is not None and measure.pos_ == "NOUN" and measure.lemma_ not in deeds
        else None
    )
    if measured is not None and measured.i > noun.i and filler_of(measured) is not None:
        measured.head = noun  # "a third day of shelling *by Chadian guns*"
    by, of = _phrase(noun, "by"), _phrase(noun, "of")
    if by is not None and of is None:
        doer = filler_of(by)
        of = _phrase(doer, "of") if doer is not None and _is_named_whole(doer) else None
        if of is not None and doer is not None and filler_of(of) is not None and of.i > doer.i:
            of.head = noun
    if by is not None and noun.lemma_ in STRIKING:
        _strike(noun, by)
    held = filler_of(of) if of is not None else None
    if held is None or held.lemma_ in deeds:
        return
    by = _phrase(held, "by")
    if by is not None and filler_of(by) is not None:
        by.head = noun
    to = _phrase(held, "to") if noun.lemma_ in GIVING and held.lemma_ not in SENT else None
    if to is not None and filler_of(to) is not None:
        to.head = noun
    if noun.lemma_ in LEAVING | COMING and any(c.text[:1].isupper() for c in held.children if c.i < held.i):
        places = frozenset({"from"}) if noun.lemma_ in LEAVING else WHERE
        for place in [c for c in held.children if c.dep_ == "prep" and c.lower_ in places and filler_of(c) is not None]:
            place.head = noun  # "the departure of the Syrian army *from Beirut*"


def _strike(noun: Token, by: Token) -> None:
    """Hangs whom a blow hits on it, where the parser took it for a phrase of who strikes: "a raid by Malian rebels *on a post*"."""
    doer = filler_of(by)
    for name in ("on", "against"):
        on = _phrase(doer, name) if doer is not None else None
        hit = filler_of(on) if on is not None else None
        if on is not None and hit is not None and hit.lemma_.lower() not in MANNER | MONTHS_AND_DAYS:
            on.head = noun


def _phrase(noun: Token, preposition: str) -> Token | None:
    """A preposition behind a noun that hangs on it."""
    return next(
        (c for c in noun.children if c.i > noun.i and c.lower_ == preposition and c.dep_ in ("prep", "agent")), None
    )


def filler_of(preposition: Token) -> Token | None:
    """What a preposition governs."""
    return next((c for c in preposition.children if c.dep_ == "pobj"), None)


def _is_named_whole(doer: Token) -> bool:
    """Whether it is told without what follows who a doer is: a name, or a noun with a name before it ("*Kenyan* police")."""
    of = _phrase(doer, "of")
    held = filler_of(of) if of is not None else None
    if held is None or doer.lemma_.lower() in PARTS:
        return False
    if doer.pos_ == "PROPN":
        return held.pos_ == "NOUN"  # "the Bank of England"
    return any(c.text[:1].isupper() and c.dep_ in ("amod", "compound", "nmod", "poss") for c in doer.children)
