"""Where inside a phrase or beside a word a party may stand that an act befalls."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from polybius.acts import charges, tree

# Behind which prepositions a complement may name to whom an act is done.
BESIDE = frozenset(
    "to against on upon over with for of in at from toward towards near into about between among across around inside outside".split()
)
# What somebody says or draws up: whose it is a clause of its own may tell.
TEXTS = frozenset(
    """resolution report statement letter speech article declaration motion map proposal note memorandum document text book interview paper offer
    message broadcast communique communiqué""".split()
)
# By whom a text was made: "a resolution *put forward by* B".
MAKING = frozenset(
    "put draft table sponsor propose submit circulate draw write author present introduce offer float issue send".split()
)
# Deeds of which one says "of" whom they befell: who welcomes or blames these welcomes or blames somebody else.
DONE_TO = frozenset(
    """arrest detention conviction sentencing imprisonment jailing extradition expulsion deportation removal dismissal sacking ouster ousting
    overthrow release freeing acquittal indictment capture prosecution impeachment suspension""".split()
)
# Over these one condoles with whom they befell, or blames who did them; whoever leaves or falls isn't praised by those who welcome it.
KILLED = frozenset("killing murder assassination execution beating torture abduction kidnapping".split())
# Who blames or marches against these blames who did them, told or not.
ATTACKED = frozenset(
    """invasion occupation annexation bombing bombardment shelling blockade siege partition persecution massacre genocide slaughter storming
    encirclement dismemberment shooting lynching beating harassment closure closing shutdown dissolution eviction demolition
    censorship silencing""".split()
)
GONE = frozenset("departure resignation downfall defeat exit fall ouster ousting overthrow".split())
PRAISED, BLAMED = DONE_TO | GONE, DONE_TO | KILLED | ATTACKED
WAYS = frozenset("road motorway highway route railway line way bridge tunnel pass track pipeline".split())
SHARED = frozenset({"border", "frontier", "boundary"})  # "its border *with B*": towards B
BELONGING = frozenset({"membership", "accession", "entry", "admission", "participation"})
WHITHER = frozenset({"to", "for", "towards", "toward", "into"})
# Where a crowd is, isn't whom it befalls that it is broken up: "a demonstration *in Lima*".
CROWDS = frozenset(
    "demonstration protest rally march procession gathering sit-in vigil picket parade riot crowd".split()
)
BROKEN_UP = frozenset(
    "break disperse ban forbid stop quell suppress crush halt prevent disrupt scatter clear storm".split()
)
WHERE = frozenset({"in", "at", "near"})
# Before whom something is done: "in *front* of reporters".
SIGHT = frozenset({"front", "presence", "sight", "view", "eye"})


def holders(noun: Token) -> Iterator[list[Token]]:
    """Where a noun phrase names whose it is, likeliest first."""
    by_preposition: dict[str, list[Token]] = {}
    for name, filler in tree.prepositions(noun):
        by_preposition.setdefault(name, []).append(filler)
    if noun.lemma_ in SHARED:
        yield by_preposition.get("with", [])
    if noun.lemma_ in BELONGING:
        yield tree.modifiers(noun)  # "its objection to *Omani* membership of the bloc"
    yield tree.possessors(noun)
    yield by_preposition.get("by", [])
    yield [
        a for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in MAKING for a in tree.agents(c)
    ]
    yield by_preposition.get("of", [])
    yield tree.modifiers(noun)
    for name in ("from", "with", "between", "among", "against", "on", "to", "for", "in", "over", "at", "near"):
        if name not in WHERE or not _is_broken_up(noun):
            yield by_preposition.get(name, [])
    yield [c for c in noun.children if c.dep_ == "appos"]
    yield _tellers(noun) or charges.accusers(noun)
    clauses = [c for c in noun.children if c.dep_ == "acl" or (c.dep_ == "relcl" and not _may_be(c))]
    behind = [row for c in clauses for row in tree.prepositions(c)]
    # "a ship that carried *Peruvian* rifles to Chad": whither comes last
    yield [*(t for c in clauses for t in tree.objects(c)), *(f for name, f in behind if name not in WHITHER)]
    yield [f for name, f in behind if name in WHITHER]
    yield list(tree.objects(noun)) if noun.pos_ == "VERB" else []
    yield list(tree.surface_subjects(noun)) if noun.pos_ == "VERB" else []


def _is_broken_up(crowd: Token) -> bool:
    return (
        crowd.lemma_.lower() in CROWDS
        and crowd.dep_ in ("dobj", "nsubjpass")
        and crowd.head.lemma_.lower() in BROKEN_UP
    )


def _tellers(noun: Token) -> list[Token]:
    """Who says something in a text by the text's own clause ("a resolution in which *B* called for a halt", "a map that *B* had drawn")."""
    if noun.lemma_.lower() not in TEXTS:
        return []
    clauses = [c for c in noun.children if c.dep_ == "relcl" and not _may_be(c)]
    return [s for c in clauses for s in c.children if s.dep_ == "nsubj" and s.lower_ not in tree.RELATIVES]


def _may_be(clause: Token) -> bool:
    """Whether a clause tells what somebody or something would do, not what it does ("a law that *would force* B to sell")."""
    return any(c.tag_ == "MD" for c in clause.children)


def is_behind(token: Token, top: Token, prepositions: frozenset[str]) -> bool:
    """Whether a word stands behind one of some prepositions below ``top``."""
    while token != top and prepositions:
        if token.dep_ == "prep" and token.lower_ in prepositions:
            return True
        token = token.head
    return False


def may_hold_recipient(child: Token) -> bool:
    """Whether a complement may name to whom an act is done: objects and plain prepositional phrases do."""
    if child.dep_ == "prep":
        return child.lower_ in BESIDE
    return child.dep_ in ("dobj", "attr", "dative", "oprd", "nsubjpass", "acl", "xcomp")


def is_elsewhere(token: Token, top: Token) -> bool:
    """Whether a word stands in a clause or by-phrase of its own below ``top``."""
    while token != top:
        if token.dep_ in ("relcl", "advcl", "ccomp", "agent", "parataxis") or token.lower_ in (
            "by",
            "according",
            "during",
            "after",
            "since",
            "despite",  # "agreed to go *despite* warnings from B"
        ):
            return True
        if token.dep_ == "acl" and token.tag_ not in ("VB", "VBG", "VBN"):
            return True  # "proof *that B is alive*"
        token = token.head
    return False


def is_watching(party: Token) -> bool:
    """Whether a party is only told as who was there and saw it: "blew up its bunkers *in front of inspectors*"."""
    of, sight = party.head, party.head.head
    seen = party.dep_ == "pobj" and of.lower_ == "of" and sight.lemma_.lower() in SIGHT
    return seen and sight.dep_ == "pobj" and sight.head.lower_ in ("in", "under", "before")


def is_end_of_a_way(party: Token) -> bool:
    """Whether a party is only where a road leads: "blocked the motorway *to Spain*"."""
    to = party.head
    behind = party.dep_ == "pobj" and to.lower_ in ("to", "from", "into") and to.i > 0
    return behind and (to.head.lemma_.lower() in WAYS or to.nbor(-1).lemma_.lower() in WAYS)


def is_sufferer(party: Token, praised: bool) -> bool:
    """Whether a party is only named as whom what is ``praised`` or blamed befell ("welcomed the arrest *of B*", "*B's* departure")."""
    if party.dep_ == "pobj" and party.head.lower_ == "of":
        return party.head.head.lemma_.lower() in (PRAISED if praised else BLAMED)
    return praised and party.dep_ in ("poss", "compound", "amod") and party.head.lemma_.lower() in GONE
