"""Grammar over a dependency parse: who is the logical subject, object and prepositional filler of a word.

Undoes what English does to clauses: passives, relative clauses, participles, control, shared subjects and objects.
Labels are those of spaCy's English pipelines (ClearNLP).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from polybius.attachment import RETAINING

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "parataxis", "conj")
RETURNED = frozenset({"back", "fresh", "home", "straight"})
# What others do with whom something befell: "was kidnapped and *freed by police*".
MENDING = frozenset("find free release rescue save treat bury identify visit evacuate discover help carry take".split())
RELATIVES = frozenset({"who", "which", "that", "whom", "whose", "where"})
OBJECT_CONTROL = frozenset(
    """accuse advise allow ask authorize authorise beg beseech bring call cause challenge charge coerce
    command compel convince dare direct empower enable encourage entreat expect find forbid force get
    have help implore induce inspire instruct intend invite lead leave let license lobby make mandate
    motivate nudge obligate oblige order permit persuade petition plead press pressure prevent prompt
    provoke push put quote cite remind request require see send sentence spur stop task teach tell tempt
    train trust urge want warn""".split()
)


# Verbs whose object undergoes what a participle behind it tells: "saw *its envoy expelled*", "had *its accounts frozen*".
SUFFERING = frozenset({"see", "have", "get", "find", "watch", "want", "leave", "keep"})
# Nouns for whoever undergoes an act: "was *the target* of an attack".
UNDERGOERS = frozenset(
    {"target", "victim", "subject", "object", "recipient", "beneficiary", "addressee", "scene", "casualty"}
)


# By whose count or by what chance, not by whom: "killed, by the government's *count*", "killed by *mistake*".
RECKONING = frozenset(
    """count estimate tally figure reckoning account calculation admission definition standard mistake accident chance error nightfall dawn dusk
    evening midnight noon morning daybreak sunset sunrise way means dint""".split()
)

# In which something is done to somebody by whoever carries them out.
DEEDS = frozenset(
    """attack raid operation strike assault ambush sweep swoop sting crackdown bombardment shelling bombing offensive airlift
    mission""".split()
)

# Nouns of one form that stand for many: "the *police* demand" isn't bare.
CROWDS = frozenset("police people cattle clergy staff public army team government board crew opposition".split())

# Participles whose phrase says where a thing goes or whose it is: "convoys *bound* for B", "a lorry *belonging* to B".
GOING = frozenset(
    "bound destined headed heading meant intended earmarked belonging en-route owed due addressed".split()
)


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: it has a passive subject or auxiliary, or is a bare past participle clause."""
    if _is_undergone(verb) or any(c.dep_ == "auxpass" for c in verb.children):
        return True  # "are *to be expelled*"
    for child in verb.children:
        if child.dep_ in ("nsubjpass", "csubjpass"):
            return True
        if child.dep_ in ("nsubj", "aux") or (child.dep_ == "dobj" and not _is_given(verb)):
            return False
    found = verb.dep_ == "xcomp" and verb.head.lemma_ in SUFFERING  # "was found *beheaded*"
    return verb.tag_ == "VBN" and (
        found or verb.dep_ in ("acl", "amod", "advcl", "pcomp", "ROOT", "conj", "oprd", "relcl")
    )


def _is_given(verb: Token) -> bool:
    """Whether a participle tells what somebody got or was refused, whom it hangs on: "the garrison, *refused* cover by B"."""
    beside = verb.dep_ == "acl" or (verb.dep_ == "conj" and verb.head.tag_ == "VBN" and is_passive(verb.head))
    return verb.lemma_ in RETAINING and verb.tag_ == "VBN" and beside


def _is_undergone(verb: Token) -> bool:
    """Whether a participle tells what befalls its subject: "saw its envoy *expelled*"."""
    bare = not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ == "ccomp" and verb.head.lemma_ in SUFFERING and bare


def undergoers(noun: Token) -> list[Token]:
    """Who undergoes what a noun tells, by a noun that says so: "*B* was the target of an attack", "the target of an attack was *B*"."""
    of = noun.head
    sufferer = of.head
    if noun.dep_ != "pobj" or of.lower_ != "of" or sufferer.lemma_ not in UNDERGOERS:
        return []
    if sufferer.dep_ == "nsubj" and sufferer.head.lemma_ in ("be", "become"):
        return [c for c in sufferer.head.children if c.dep_ == "attr"]
    if sufferer.dep_ == "appos":
        return [sufferer.head]
    if sufferer.dep_ in ("attr", "oprd", "dobj", "pobj"):
        verb = sufferer.head if sufferer.dep_ != "pobj" else sufferer.head.head
        return surface_subjects(verb)
    return []


def ruled_out(noun: Token) -> bool:
    """Whether a coordination names somebody who isn't meant: "*not A* but B", "B, *not A*"."""
    before = noun.left_edge.i - 1
    denied = (before >= 0 and noun.doc[before].lower_ == "not") or any(
        c.dep_ == "neg" and c.i < noun.i for c in noun.children
    )
    return denied and (noun.dep_ == "conj" or any(c.dep_ == "cc" and c.lower_ == "but" for c in noun.children))


# What somebody leads and isn't his: "a UN-*led* inquiry".
LEADING = frozenset({"led", "run", "mandated", "supervised", "monitored", "sponsored"})
LED = frozenset(
    "investigation inquiry probe mission process talk effort initiative negotiation mediation conference meeting review".split()
)
MADE = frozenset(
    """built made born financed funded backed sponsored supported trained educated style speaking language designed supplied brokered mediated
    assembled manufactured registered donated""".split()
)
_ORDINAL = re.compile(
    r"fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|\w+tieth|\d+(?:st|nd|rd|th)"
)
NAMING = frozenset(
    {"call", "brand", "label", "deem", "declare", "term", "dub", "pronounce", "find", "consider", "style"}
)
# Verbs whose gift may swallow the name of who is given it, and bodies that may be what is given ("offered *NATO* membership").
GIVING = frozenset("give grant offer wish lend loan hand pay accord show owe deny promise".split())
BODIES = frozenset("nato eu un asean ecowas opec".split())
WHICH = frozenset({"first", "second", "third", "last", "latest", "next", "one", "ones", "those", "only"})


def same_as(noun: Token) -> Token:
    """Whom a noun means that a form of *be* or *become* equates with another: "*B* is the third land to leave", "the first to leave was *B*"."""
    verb = noun.head
    if verb.lemma_ not in ("be", "become"):
        return noun
    if noun.dep_ == "attr":
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        return (
            subject if subject is not None and subject.lower_ not in ("it", "there", "what", "who", "which") else noun
        )
    if noun.dep_ == "nsubj" and noun.lower_ in WHICH:
        return next((c for c in verb.children if c.dep_ == "attr" and c.pos_ in ("NOUN", "PROPN")), noun)
    return noun


def is_one_of_a_row(noun: Token) -> bool:
    """Whether a noun is told as the first, third, last to do something: who is so called has done it."""
    words = [c.lower_ for c in noun.children if c.dep_ in ("amod", "nummod", "advmod")] + [noun.lower_]
    return any(w in WHICH or _ORDINAL.fullmatch(w) for w in words)


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; the token itself when it is no relative pronoun."""
    if token.lower_ not in RELATIVES:
        return token
    clause = token
    while clause.dep_ != "relcl" and clause.head != clause:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else token


def only_says_what_is(verb: Token) -> bool:
    """Whether a copula in the present says what something is ("its view *is that* B lies", "this *is* where they differ"): no act."""
    if verb.lemma_ != "be" or verb.tag_ not in ("VBZ", "VBP"):
        return False
    return any(c.dep_ in ("attr", "ccomp") for c in verb.children)


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The logical subject of a verb, adjective or noun predicate; empty when the sentence names none."""
    if depth > 8:
        return []
    if is_passive(verb):
        return agents(verb)
    own = [antecedent(c) for c in verb.children if c.dep_ in SUBJECTS and c.dep_ != "expl"]
    if own:
        return own
    return _surface_from_above(verb, depth)


def agents(verb: Token) -> list[Token]:
    """The by-phrase fillers of a passive verb, also where a parser hangs them on what follows it ("ordered to leave *by B*"), and of the deed
    in which something is done ("were freed in a raid *by B*").
    """
    found = _by(verb)
    if found:
        return found + _by_as_well(verb)
    for child in verb.children:
        if child.dep_ == "xcomp" and not is_passive(child):
            found = _by(child) or [f for o in child.children if o.dep_ == "dobj" for f in _by(o)]
        elif child.dep_ == "prep" and child.lower_ == "with":
            found = [f for o in child.children if o.dep_ == "pobj" for f in _by(o)]
        elif child.dep_ == "prep" and child.lower_ in ("in", "during"):
            found = [f for o in child.children if o.dep_ == "pobj" and o.lemma_ in DEEDS for f in _by(o)]
        if found:
            return found
    return _by_together(verb)


def _by_together(verb: Token) -> list[Token]:
    """The by-phrase fillers of what is told to have been done in the same breath: "was shot and slightly *wounded by B*"."""
    beside = next((c for c in verb.children if c.dep_ == "conj" and c.i > verb.i), None)
    if (
        beside is None
        or beside.tag_ != "VBN"
        or beside.lemma_ in MENDING
        or not any(c.dep_ == "auxpass" for c in _first_of(verb).children)
    ):
        return []
    if any(c.dep_ in ("aux", "auxpass", *SUBJECTS) for c in beside.children):
        return []
    return _by(beside) or _by_together(beside)


def _first_of(verb: Token) -> Token:
    """The first of several verbs in a row."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb


def _by(word: Token) -> list[Token]:
    return [
        filler
        for child in word.children
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
        for filler in child.children
        if filler.dep_ == "pobj" and filler.lemma_ not in RECKONING
    ]


def reckons(party: Token) -> bool:
    """Whether a party is only whose count or admission something is told by ("by *the government's* count")."""
    told = party.head
    return told.dep_ == "pobj" and told.lemma_ in RECKONING and told.head.lower_ == "by"


def _by_as_well(verb: Token) -> list[Token]:
    """Who a second by-phrase of a passive verb names, which a parser hangs on the first, on what stands between or on an infinitive behind:
    "urged by A to wait and *by B* to hurry".
    """
    own = [verb, *(c for c in verb.children if c.dep_ in ("agent", "prep", "xcomp"))]
    coordinated = [w for c in own for w in c.children if w.dep_ == "conj"]
    phrases = [w for w in coordinated if w.lower_ == "by"]
    phrases += [b for w in coordinated if _is_infinitive(w) for b in w.lefts if b.dep_ == "prep" and b.lower_ == "by"]
    return [f for phrase in phrases for f in phrase.children if f.dep_ == "pobj" and f.pos_ in ("NOUN", "PROPN")]


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subject: what stands before the verb, active or passive."""
    own = [antecedent(c) for c in verb.children if c.dep_ in SUBJECTS]
    return own or _surface_from_above(verb, depth)


def _surface_from_above(verb: Token, depth: int) -> list[Token]:
    """The understood subject of a verb that has none of its own, by the construction it stands in."""
    if depth > 8:
        return []
    head, dep = verb.head, verb.dep_
    if dep == "xcomp" or (dep in ("ccomp", "advcl") and _is_infinitive(verb) and head.lemma_ in OBJECT_CONTROL):
        return _controller(head, depth)
    if dep == "conj":
        return surface_subjects(head, depth + 1)
    if dep in ("acl", "relcl"):
        return [same_as(head)]
    if dep == "advcl":
        return surface_subjects(head, depth + 1)
    if dep == "pcomp" and head.dep_ in ("prep", "agent"):
        governor = head.head
        if governor.lemma_ in OBJECT_CONTROL and head.lower_ in ("of", "with", "for", "from", "into", "as"):
            return _controller(governor, depth)
        if governor.lemma_ == "join" and head.lower_ == "in":  # "A joined *B* in condemning C"
            return [*surface_subjects(governor, depth + 1), *(c for c in governor.children if c.dep_ == "dobj")]
        if governor.pos_ in ("VERB", "AUX", "ADJ"):
            return surface_subjects(governor, depth + 1)
        if governor.pos_ == "NOUN":
            return possessors(governor) or (
                surface_subjects(governor.head, depth + 1) if governor.dep_ in ("dobj", "attr") else []
            )
    if dep in ("attr", "acomp", "oprd") and head.lemma_ in (
        "be",
        "become",
        "remain",
        "stay",
        "seem",
        "appear",
        "stand",
    ):
        return surface_subjects(head, depth + 1)
    if dep in ("ccomp", "parataxis") and _is_infinitive(verb):
        return surface_subjects(head, depth + 1)
    return []


def _controller(verb: Token, depth: int) -> list[Token]:
    """Who is to do what an infinitive below ``verb`` says: the object under *order*, *urge* ...; else the subject."""
    if verb.lemma_ in OBJECT_CONTROL:
        found = [antecedent(c) for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
        found = found or [antecedent(c) for c in verb.children if c.dep_ == "dative"]
        if not found:
            found = [
                g
                for c in verb.children
                if c.dep_ == "prep" and c.lower_ in ("on", "upon", "with", "to")
                for g in c.children
                if g.dep_ == "pobj"
            ]
        if found:
            return found
    return surface_subjects(verb, depth + 1)


def objects(verb: Token) -> list[Token]:
    """The logical direct object of a verb."""
    if is_passive(verb):
        suffering = ("nsubjpass", "csubjpass", "nsubj") if _is_undergone(verb) else ("nsubjpass", "csubjpass")
        found = [antecedent(c) for c in verb.children if c.dep_ in suffering]
        if found and found[0].lower_.endswith(("self", "selves")):
            found = surface_subjects(verb.head)
        found += [c for c in verb.children if c.dep_ == "dobj"]
        if not found:
            found = [same_as(verb.head)] if verb.dep_ in ("acl", "amod", "relcl") else _surface_from_above(verb, 0)
        return found
    found = [antecedent(c) for c in verb.children if c.dep_ == "dobj"]
    if named := _misread_name(verb):
        return [named[0]]
    if (
        not found
        and verb.dep_ == "relcl"
        and any(c.dep_ in ("nsubj",) and c.lower_ not in RELATIVES for c in verb.children)
    ):
        return [verb.head]
    return found or _named(verb) or _told_to_do(verb) or _shared_object(verb)


def _named(verb: Token) -> list[Token]:
    """What is called so or given, where the parser makes a clause of it: "branded *the sanctions* illegal", "wished B *a happy Easter*"."""
    if verb.lemma_ in GIVING:
        return _gifts(verb)
    if verb.lemma_ not in NAMING and verb.lemma_ != "make":
        return []
    for clause in (c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i):
        if clause.pos_ == "ADJ" and not any(c.dep_ in ("aux", "mark") for c in clause.children):
            return [c for c in clause.children if c.dep_ == "nsubj"]
        if clause.pos_ == "NOUN" and verb.lemma_ == "make":  # "made *the envoy* an honorary citizen"
            return [c for c in clause.children if c.dep_ == "nsubj"]
        if clause.pos_ == "NOUN" and any(c.dep_ == "dobj" for c in clause.children):
            return [clause]
    return []


def _misread_name(verb: Token) -> list[Token]:
    """What is called so and what it is called, where the parser hangs the one on the other: "called *the plan a trick*"."""
    if verb.lemma_ not in NAMING or is_passive(verb):
        return []
    things = [c for c in verb.children if c.dep_ in ("dobj", "oprd") and c.pos_ in ("NOUN", "PROPN")]
    return next(([thing, n] for thing in things for n in thing.children if n.dep_ == "dobj" and n.i > thing.i), [])


def names(verb: Token) -> list[Token]:
    """What something is called: "called the vote *a farce*"."""
    if named := _misread_name(verb):
        return [named[1]]
    found = [c for c in verb.children if c.dep_ in ("attr", "acomp", "oprd")]
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in ("ADJ", "NOUN")]
    below = [o for c in clauses if c.pos_ == "NOUN" and verb.lemma_ in NAMING for o in c.children if o.dep_ == "dobj"]
    return found + below + clauses


def _told_to_do(verb: Token) -> list[Token]:
    """Who is to do what is wanted, where the parser makes him the subject of that: "wants *B* to leave"."""
    if verb.lemma_ not in OBJECT_CONTROL:
        return []
    inner = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and _is_infinitive(c)]
    return [s for c in inner for s in c.children if s.dep_ in ("nsubj", "nsubjpass") and s.lower_ not in RELATIVES]


def _shared_object(verb: Token) -> list[Token]:
    """The object of "attacked and killed B" for *attacked*: the next verb's, when nothing stands between the two."""
    for other in verb.children:
        if other.dep_ == "conj" and other.pos_ == "VERB" and other.i - verb.i <= 3 and not is_passive(other):
            return [antecedent(c) for c in other.children if c.dep_ == "dobj"]
    return []


def datives(verb: Token) -> list[Token]:
    """The indirect object: "gave *B* arms", "was granted"."""
    found = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    if not found:  # "lent *Laos* 30 million dollars", where the parser takes the name for a part of the sum
        sums = [c for o in objects(verb) for c in o.children if c.dep_ == "nummod" and c.i > 0]
        found = [
            c
            for n in sums
            for c in n.head.children
            if c.pos_ == "PROPN" and c.dep_ in ("nmod", "compound") and c.i < n.i
        ]
    if not found:  # "gave *two rebels* 30-year terms", where the parser takes them for a part of the terms
        parts = [c for o in objects(verb) for c in o.children if c.dep_ in ("nmod", "compound") and verb.i < c.i < o.i]
        found = [c for c in parts if c.pos_ == "NOUN" and any(d.dep_ in ("det", "nummod", "poss") for d in c.children)]
    if not found and is_passive(verb) and any(c.dep_ == "dobj" for c in verb.children):
        found = [antecedent(c) for c in verb.children if c.dep_ == "nsubjpass"]
        found = found or (_surface_from_above(verb, 0) if _is_given(verb) else [])
    return found


def _gifts(verb: Token) -> list[Token]:
    """What is given, where the parser makes a clause without a verb of it and of who gets it: "wished Uganda *a happy Easter*"."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.pos_ == "NOUN" and c.i > verb.i]
    return [c for c in clauses if any(g.dep_ == "nsubj" and verb.i < g.i < c.i for g in c.children)]


def swallowed(verb: Token) -> list[Token]:
    """Who is given something, where the parser takes the name for a part of the gift: "gave *Bolivia* credit for it"."""
    if verb.lemma_ not in GIVING or is_passive(verb) or any(name == "to" for name, _ in prepositions(verb)):
        return []
    found = [g for c in _gifts(verb) for g in c.children if g.dep_ == "nsubj"]
    for gift in (c for c in verb.children if c.dep_ == "dobj"):
        before = [c for c in gift.children if c.dep_ in ("compound", "nmod") and c.i < gift.i]
        first = before[0].left_edge if before else gift
        if before and (first.i == verb.i + 1 or (first.i == verb.i + 2 and first.nbor(-1).dep_ == "det")):
            found.append(before[0])
    return [c for c in found if c.lower_ not in BODIES]


def prepositions(word: Token) -> Iterator[tuple[str, Token]]:
    """Every prepositional filler of a word, with its preposition; "out of X" gives ``out_of``, "on the part of X" ``by``. What says where a thing
    goes is its own: "convoys bound *for X*".
    """
    for child in word.children:
        if child.dep_ in ("prep", "agent") or (child.dep_ == "dative" and child.pos_ == "ADP"):
            yield from _fillers(child, child.lower_)
        elif child.dep_ in ("prt", "advmod") and child.pos_ in ("ADP", "ADV", "SCONJ"):
            for below in child.children:
                if below.dep_ == "prep":
                    yield from _fillers(below, f"{child.lower_}_{below.lower_}")
        elif child.dep_ == "acl" and child.lower_ in GOING:
            yield from prepositions(child)
        elif child.dep_ == "ccomp" and child.pos_ in ("ADJ", "NOUN"):
            yield from (("for", whom) for whom in _for_whom(child))


def _for_whom(predicate: Token) -> Iterator[Token]:
    """Who is to do what is made so: "made it illegal *for B* to trade"."""
    for clause in predicate.children:
        if clause.dep_ in ("advcl", "xcomp", "ccomp") and any(
            c.dep_ == "mark" and c.lower_ == "for" for c in clause.children
        ):
            yield from (c for c in clause.children if c.dep_ == "nsubj")


def _fillers(preposition: Token, name: str) -> Iterator[tuple[str, Token]]:
    for child in preposition.children:
        if name == "on" and child.lower_ == "part" and child.dep_ == "pobj":
            yield from (
                ("by", whom) for below in child.children if below.lower_ == "of" for _, whom in _fillers(below, "of")
            )
        elif child.dep_ in ("pobj", "pcomp"):
            yield name, antecedent(child)
        elif child.dep_ == "prep":
            yield from _fillers(child, f"{name}_{child.lower_}")
    for other in preposition.children:
        if other.dep_ == "conj" and other.pos_ == "ADP":
            yield from _fillers(other, other.lower_)
    if not any(True for _ in preposition.children) and preposition.head.dep_ == "relcl":
        yield name, preposition.head.head


def clauses(word: Token) -> Iterator[tuple[str, Token]]:
    """Clausal complements: ``to`` infinitive, ``that`` finite, ``ing`` gerund."""
    for child in word.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl") and child.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            if _is_infinitive(child):
                yield "to", child
            elif (
                child.dep_ in ("xcomp", "ccomp")
                and child.tag_ == "VBG"
                and not any(c.dep_ == "aux" for c in child.children)
            ):
                yield "ing", child
            elif child.dep_ == "ccomp":
                yield "that", child
            elif child.dep_ == "xcomp" and child.tag_ == "VB":
                yield "to", child
            elif child.dep_ in ("acl", "advcl") and any(
                c.dep_ == "mark" and c.lower_ == "that" for c in child.children
            ):
                yield "that", child


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def is_bare(clause: Token) -> bool:
    """Whether a clause says what should be done by the bare form of its verb: "insisted that B *pay*", "that its troops *be* withdrawn"."""
    subjects = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    helpers = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    if not subjects or any(h.lower_ != "be" and h.dep_ == "aux" for h in helpers):
        return False
    finite = helpers[0] if helpers else clause
    one = all(s.tag_ in ("NN", "NNP") and s.lower_ not in CROWDS and not any(s.conjuncts) for s in subjects)
    return finite.tag_ == "VB" or (finite.tag_ == "VBP" and finite.lower_ == finite.lemma_ and one)


def possessors(noun: Token) -> list[Token]:
    """Who a noun belongs to: "*Russia's* attack", "*its* attack", "*Kenya*, whose post was attacked"."""
    return [antecedent(c) for c in noun.children if c.dep_ == "poss"]


def modifiers(noun: Token) -> list[Token]:
    """Words before a noun that say which: compounds and adjectives, with theirs."""
    out = []
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod", "npadvmod", "nummod") and child.i < noun.i:
            led = noun.lemma_ in LED and (child.lower_ in LEADING or leads(child))
            if _says_of_whose_making(child) or led:
                continue
            out.append(child)
            out.extend(modifiers(child))
    return out


def _says_of_whose_making(word: Token) -> bool:
    """Whether a word with a hyphen before it says by whom something was made or is backed, not whose it is: "a Chinese-*built* railway"."""
    return word.lower_ in MADE and word.i > 1 and word.nbor(-1).text in "-–"


def leads(modifier: Token) -> bool:
    """Whether a word only says under whom something is ("a *UN*-led inquiry")."""
    doc, at = modifier.doc, modifier.i
    return at + 2 < len(doc) and doc[at + 1].text in "-–" and doc[at + 2].tag_ in ("VBN", "VBD", "JJ")


def inside(token: Token, top: Token) -> bool:
    """Whether ``token`` stands in the phrase headed by ``top``."""
    return token == top or top.is_ancestor(token)


def clause_of(word: Token) -> Token:
    """The verb of the clause that a word stands in; the topmost word where there is none."""
    return next((t for t in (word, *word.ancestors) if t.pos_ in ("VERB", "AUX") or t.head == t), word)


def is_below_another_clause(party: Token, deed: Token) -> bool:
    """Whether a clause that doesn't hold the deed lies between a party and the word under which both stand."""
    top = meeting(party, deed)
    between = [t for t in (party, *party.ancestors) if top.is_ancestor(t)]
    return any(t.dep_ in CLAUSES and t.pos_ in ("VERB", "AUX") for t in between)


def meeting(one: Token, other: Token) -> Token:
    """The lowest word of the parse above both."""
    theirs = {t.i for t in (other, *other.ancestors)}
    return next((t for t in (one, *one.ancestors) if t.i in theirs), one)


def is_condition(clause: Token) -> bool:
    """Whether a clause tells on what something depends: "*unless* the decree is repealed", "*should* the army attack"."""
    led = clause.left_edge.lower_ == "should" and clause.left_edge.dep_ == "aux"
    led = led or (clause.lower_ == "were" and clause.left_edge == clause)  # "*were* the army *to attack*"
    return led or any(c.dep_ == "mark" and c.lower_ in ("unless", "until", "if") for c in clause.children)


def is_on_condition(party: Token, top: Token) -> bool:
    """Whether a party stands in a clause on which depends what the word above it tells: "will pay a price *if it goes on sheltering B*"."""
    between = (t for t in (party, *party.ancestors) if top.is_ancestor(t))
    return any(t.dep_ == "advcl" and is_condition(t) for t in between)


def back_from(noun: Token) -> Token | None:
    """Who, or the verb that tells what he did next, where somebody is told to be back from what a noun tells ("A, *back from talks* with B, said")."""
    source = noun.head
    back = source.head
    if noun.dep_ != "pobj" or source.lower_ != "from" or back.lower_ not in RETURNED or back.head == back:
        return None
    above = back.head
    if above.pos_ in ("NOUN", "PROPN"):
        return above if back.dep_ in ("advmod", "amod", "acomp", "appos") else None
    return above if above.pos_ in ("VERB", "AUX") and back.i < above.i else None  # not "came *back from* talks"
