"""What somebody or something is called, judged or held as, and names, where the parser hung a part of them on another word.

"Accused B's police *of theft*", "dismissed as groundless *a complaint of B*", "fired *what appeared to be* a missile", "took two nuns *hostage*".
"""

from __future__ import annotations

from spacy.tokens import Token

from polybius import hanging

JUDGING = {
    **dict.fromkeys(("accuse", "acquit", "clear", "convict", "suspect", "strip", "absolve"), "of"),
    **dict.fromkeys(
        """blame criticise criticize condemn praise thank punish rebuke fault chide jail fine sanction prosecute scold berate castigate
        denounce commend applaud""".split(),
        "for",
    ),
    "charge": "with",
}
NAMING = frozenset("call deem brand label term consider find declare think".split())
DISMISSING = frozenset(
    "dismiss reject denounce condemn decry deride describe criticise criticize slam brand disown scorn denigrate deplore castigate "
    "blast lambast lambaste flay rubbish ridicule hail praise welcome applaud".split()
)
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
OF_A_NOUN = frozenset({"of", "by", "against", "between", "from"})
# Verbs by which somebody or something goes home, and what stands before a home that is a house.
HOMEWARD = frozenset("bring send fly ship take call airlift truck carry bus".split())
# What somebody is held as, told right behind whom it befalls.
HELD = frozenset({"hostage", "captive", "prisoner"})
HOLDING = frozenset("take hold seize keep grab".split())
HOUSES = frozenset("nursing care retirement family holiday mobile summer country children".split())


def mend(word: Token) -> None:
    """Mends the parse at one word."""
    if word.pos_ == "VERB":
        _mend_verb(word)
    if word.lower_ in ARTICLES and word.i + 2 < len(word.doc) and word.nbor(1).text == "-":
        _join_name(word)
    elif word.lower_ == "what" and word.i and word.dep_ in ("nsubj", "dobj", "nsubjpass"):
        _so_called(word)
    elif word.dep_ == "appos" and word.tag_ == "NN":
        _describe(word)
    elif word.lower_ in HELD and word.i:
        _hold(word)
    elif word.lower_ == "home" and word.dep_ == "dobj" and word.head.lemma_ in HOMEWARD:
        _go_home(word)
    elif word.lower_ in ("home", "back") and word.dep_ == "advmod" and word.head.lower_ == "called":
        called = next((c for c in word.head.children if c.dep_ == "oprd" and c.i > word.i), None)
        if called is not None:
            called.dep_ = "dobj"  # "called home *its envoy*": nobody is called an envoy


def _mend_verb(verb: Token) -> None:
    """Hangs what somebody is judged, called or dismissed as where it belongs."""
    if verb.lemma_ in JUDGING:
        _judge(verb, JUDGING[verb.lemma_])
    elif verb.lemma_ in NAMING:
        _name(verb)
        _name_in_quotes(verb)
        _reproach(verb)
    if verb.lemma_ in DISMISSING:
        _dismiss_as(verb)
    if verb.lemma_ == "call":
        _telephone(verb)


def _judge(verb: Token, preposition: str) -> None:
    """Hangs what somebody is accused of or praised for on the verb ("accused B's police *of theft*", "accused by B *of theft*"), where no name follows that says whose he is."""
    _judged_by(verb)
    if hanging.phrase(verb, preposition) is not None:
        return
    judges = (f for c in verb.children if c.dep_ == "agent" and (f := hanging.filler_of(c)) is not None)
    for person in (*(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), *judges):
        found = hanging.phrase(person, preposition)
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
        doer = hanging.filler_of(preposition) if parted else None
        if doer is not None and doer.tag_ != "VBG" and preposition not in verb.ancestors:
            preposition.head, preposition.dep_ = verb, "agent"
            return


def _name(verb: Token) -> None:
    """Hangs what something is called on the verb, where the parser took it for a name's noun ("called the demands of Bolivia *absurd*")."""
    for thing in (c for c in verb.children if c.dep_ == "dobj"):
        for preposition in (c for c in thing.children if c.dep_ == "prep"):
            called = hanging.filler_of(preposition)
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


def _telephone(verb: Token) -> None:
    """Makes whom somebody calls the object that the parser took for what he is called ("called *President John Doe* to thank him"); nobody else is called so."""
    said = {c.dep_ for c in verb.children}
    if "nsubj" not in said or said & {"auxpass", "dobj", "nsubjpass", "ccomp"}:
        return
    for person in verb.children:
        if person.dep_ == "oprd" and person.pos_ == "PROPN" and person.i > verb.i:
            person.dep_ = "dobj"


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
    thing = hanging.filler_of(as_) if as_ is not None else None
    if (
        as_ is None
        or thing is None
        or thing.pos_ not in hanging.NAMES
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
    if named is None or named.pos_ not in ("NOUN", "PROPN") or (clause.dep_ == "ccomp" and hanging.has_object(above)):
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
            return hanging.filler_of(child)
        if child.dep_ in ("ccomp", "xcomp") and child.lemma_ == "be":
            return next((c for c in child.children if c.dep_ == "attr"), None)
    return None


def _hold(captive: Token) -> None:
    """Makes what somebody is held as of what the parser took for a second object or a part of his name: "took two nuns *hostage*"."""
    held = captive.nbor(-1)
    if held.pos_ not in (*hanging.NAMES, "PRON"):
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


def _go_home(home: Token) -> None:
    """Makes what goes home the object that a parser took for a kind of home: "shipped *an obelisk home* to Ethiopia"."""
    if home.i == 0:
        return
    moved = home.nbor(-1)
    if moved.head != home or moved.dep_ != "compound" or moved.pos_ not in hanging.NAMES or moved.lower_ in HOUSES:
        return
    verb = home.head
    for child in [c for c in home.children if c != moved]:
        child.head = moved if child.i < home.i else verb
    moved.head, moved.dep_ = verb, "dobj"
    home.dep_ = "advmod"


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


def _describe(apposition: Token) -> None:
    """Hangs who somebody is on the name right before it, where the parser took it for the first of several's ("A and B, *head of C*, met")."""
    first, comma = apposition.head, apposition.left_edge.i - 1
    if comma < 1 or apposition.doc[comma].text != ",":
        return
    last = next((c for c in first.conjuncts if first.i < c.i == comma - 1 and c.pos_ == "PROPN"), None)
    if last is not None:
        apposition.head = last
