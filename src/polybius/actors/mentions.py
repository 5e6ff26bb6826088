"""Finds the noun phrases of a sentence that name parties, and asks the resolver who each is on the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from polybius import hanging
from polybius.actors import (
    aboard,
    beside,
    bodies,
    counted,
    extent,
    modifiers,
    natures,
    pronoun_grammar,
    shared,
    strangers,
    syntax,
    tied,
    vocabulary,
    wholes,
    widest,
)
from polybius.actors.antecedents import TIMES
from polybius.actors.lands import KINDS, PLACE_NOUNS
from polybius.actors.resolved import Resolve, Resolved
from polybius.lexicon.world import world
from polybius.model import Actor, Mention, Span

NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET")
NOT_PARTIES_BEFORE_TO = frozenset(
    {"opposition", "resistance"}
)  # "opposition to sanctions" opposes; "the opposition" is a party
# Nouns of holders that in small letters and alone mean the thing: "brought to justice", "unfinished business".
THINGS_IN_SMALL = frozenset({"justice", "business"})
# Nouns of holders that mean a thing behind such words: "a *nerve* agent", "*troop* movements".
THINGS_BEHIND = {
    "agent": frozenset("nerve chemical biological toxic warfare cleaning bonding choking blister gas poison".split()),
    "movement": frozenset(
        "military troop naval ship fleet army tank vehicle price market currency capital free".split()
    ),
    "force": frozenset("brute sheer excessive lethal deadly full overwhelming".split()),
}
COUNTRY_NOUNS = frozenset(
    {
        "country",
        "nation",
        "kingdom",
        "republic",
        "emirate",
        "sultanate",
        "principality",
        "archipelago",
        "monarchy",
        *KINDS,
    }
)
BODY_NOUNS = frozenset({"group", "movement", "organisation", "organization"})
COUNTRIES, TWO = frozenset({"countries", "nations", "states", "republics"}), frozenset({"two", "both"})
GROUND, TOWARDS = (
    frozenset({"area", "region", "zone", "district"}),
    frozenset({"from", "to", "into", "towards", "toward"}),
)
PARADING = frozenset("march parade walk process rampage stream surge pour rally troop snake wind".split())
LOCATIVE = frozenset({"in", "at", "near", "outside", "around", "across", "inside", "throughout", "off"})
AIMING = frozenset(
    """fire launch shoot aim throw hurl lob direct point shout target rocket missile shell stone laugh rage anger protest swipe criticism attack
    strike salvo volley""".split()
)
FELT_TOWARDS = frozenset(
    "disappointed disappointment confident confidence faith trust believe believes believed belief interested".split()
)  # "disappointed *in China*" is no place
# Before what goes on or lies somewhere, whose name stands there ("in *Uganda's* hills"): "at Kenya's request" tells who asks.
SCENES = frozenset(
    {"in", "near", "outside", "around", "across", "inside", "throughout", "off", "before", "during", "ahead"}
)
SETTINGS = frozenset(
    "street city town capital village outskirt suburb district boulevard avenue plaza slum centre center province region area coast port north south east west square".split()
)
KIN = frozenset(
    """family parent mother father wife husband widow widower son daughter brother sister child relative friend lawyer
    colleague cousin uncle aunt""".split()
)
WATERS = frozenset("gulf sea bay strait straits channel".split())
PARTS_OF_THE_WORLD = frozenset(
    """european western eastern northern southern central west east north south african asian american latin arab gulf nordic scandinavian baltic
    balkan caribbean pacific andean himalayan caucasus caucasian mediterranean sahel maghreb nato eu asean european-union oceanic persian alpine
    muslim catholic buddhist orthodox communist""".split()
)
LONGEST_DESCRIPTION = 5  # of a land that isn't named
# What makes "the *Gulf* state" a land: the state that a federation has and that a people is ruled by is called otherwise.
OF_LANDS = frozenset(
    """gulf island communist marxist stalinist arab baltic balkan caribbean pacific himalayan andean sahelian saharan african asian desert landlocked nuclear-armed
    pariah rogue reclusive secretive isolated one-party oil-producing oil-rich gas-rich neighbouring neighboring ex-soviet breakaway city""".split()
)
PRONOUNS = frozenset(
    """he she they it him her them his its their both who whom we us our i me my himself herself itself
    themselves hers theirs""".split()
)
# Who speak for a body and are a "he" or a "she" (a spokesman's "it" is the body).
LEADING = frozenset(
    """chairman chairwoman chairperson leader chief head director commander president secretary founder deputy boss treasurer convenor commissioner
    candidate politician aide adviser advisor coordinator minister chancellor""".split()
)
# What is said or done to states, and by them.
TOWARDS_STATES = frozenset(
    """accuse ask urge warn threaten blame criticise criticize condemn tell thank praise demand promise reject refuse agree offer impose sanction
    retaliate assure beg implore press denounce rebuke lambast attack""".split()
)
LEARNING = frozenset({"share", "exchange", "swap", "gather", "provide", "pass", "collect", "pool", "supply", "feed"})
THE_TWO = "the two"  # two parties told before
TOGETHER = frozenset(
    {"meet", "talk", "confer", "negotiate", "embrace", "dine", "lunch"}
)  # what two do with one another


def find(doc: Doc, number: int, offset: int, resolve: Resolve, on: date | None, context: str) -> list[Mention]:
    """The mentions of one parsed sentence, in the order of their heads; ``offset`` is where it starts in the document."""
    hanging.safely(doc, lambda parse: bodies.mend(parse, resolve, on, context))
    wholes.mend(doc, resolve, on, context)
    out: list[Mention] = []
    covered: set[int] = set()
    heads = [t for t in doc if _is_head(t)]
    for head in sorted(heads, key=lambda t: (_depth(t), t.i)):
        if head.i in covered or strangers.is_cut(head):
            continue
        named = [
            (words, _of_first(head, words, found, resolve, on, context))
            for words, found in _named(_behind(head), resolve, on, context)
        ]
        if not named and head.tag_ in ("NNP", "NNPS"):
            core = extent.core(head)
            named_only = list(strangers.unknown(head, core, number, offset))
            out += named_only
            if any(m.actor.sector for m in named_only) or strangers.bears_name(core):
                covered.update(w.i for w in core)  # "*Victoria* May" is no land
        if len(named) > 1:  # "the governors *of the central banks of A and B*"
            covered.update(range(head.i, max(w.i for words, _ in named for w in words) + 1))
        for words, resolved in named:
            covered.update(w.i for w in words if w.i <= head.i or w.dep_ != "appos")
            covered.difference_update(_told_of(head))
            out.append(_mention(words, head, resolved, number, offset))
    out = [tied.tied(beside.as_beside(beside.as_called(m, doc, out), doc, out), doc, out) for m in out]
    unknown = {m.head for m in out if m.kind == "stranger"}
    for word in doc:
        if word.i in covered or word.dep_ not in ("compound", "amod", "nmod", "npadvmod"):
            continue
        told = modifiers.modifying(
            word, word.head.i in unknown or beside.holder(word.head, out) is not None, resolve, on, context
        )
        if not told:
            continue
        held = {w.i for words, _ in told for w in words}
        covered |= held
        out = [m for m in out if m.head not in held]
        out += [_mention(words, word, found, number, offset, kind="modifier") for words, found in told]
    return sorted(out, key=lambda m: m.head)


def _of_first(
    head: Token, words: list[Token], found: Resolved | None, resolve: Resolve, on: date | None, context: str
) -> Resolved | None:
    """A party of no known land as one of the land that is named before the first of its coordination ("*Saudi* jets and helicopters"), behind the
    last, or before what it runs ("the crew of a *Greek* tanker").
    """
    if found is None or found.country is not None or not found.sector:
        return found
    own, after = extent.text(words), []
    before = shared.words_before(head)
    if not before:
        after = shared.words_after(head)
    if not before and not after:
        before, own = aboard.words_of_land(head), head.text
    said = " ".join([extent.text(before), own, extent.text(after)]).strip()
    whole = resolve(said, on, context) if before or after else None
    return whole if whole is not None and shared.may_be(whole, found) else found


def _behind(head: Token) -> Token:
    """The name right behind that tells who allies are ("its allies *Kuwait* and Bahrain"), or the word itself."""
    named = (c for c in head.children if c.dep_ == "appos" and c.i == head.i + 1 and c.pos_ == "PROPN")
    return next(named, head) if head.lower_ in natures.ALLIES else head


def _told_of(head: Token) -> set[int]:
    """The words for whose kin somebody is, where a clause tells of them: "the widow of *a pilot who bombed B*"."""
    if head.lemma_.lower() not in KIN:
        return set()
    whose = [p for name, p in syntax.fillers(head) if name == "of"]
    return {w.i for p in whose if any(c.dep_ in ("acl", "relcl") for c in p.children) for w in extent.core(p)}


def _depth(token: Token) -> int:
    depth = 0
    while token.head != token and depth < 50:
        token, depth = token.head, depth + 1
    return depth


def _is_head(token: Token) -> bool:
    if token.pos_ not in NOMINAL or token.is_punct or token.dep_ == "preconj" or _is_worn(token):
        return False  # "condemned *both* by A and by B"
    if _is_the_two(token) or _is_of_the_two(token):
        return True
    if token.pos_ in ("DET", "NUM", "ADJ", "X"):
        return counted.is_people(token) or (
            token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative", "poss", "ROOT", "appos")
            and (token.lower_ in PRONOUNS or token.text[:1].isupper())
        )
    return token.dep_ not in ("compound", "nmod", "npadvmod") or (token.dep_ == "npadvmod" and token.text[:1].isupper())


def _is_worn(token: Token) -> bool:
    """Whether clothes are told, not who is called after them: "the crowd, in *red shirts*, cheered"."""
    return token.lower_ in ("shirts", "vests") and token.dep_ == "pobj" and token.head.lower_ == "in"


def _is_the_two(token: Token) -> bool:
    """Whether "the *two*", "the *three*" stands for parties: as the subject of a verb that only who decides or speaks can do."""
    alone = token.lower_ in ("two", "three") and [c.lower_ for c in token.children] == ["the"]
    verb = token.head.lemma_.lower()
    able = verb in natures.table().agentive or verb in natures.table().speech or verb in TOGETHER
    each = token.lower_ == "each" and not any(True for _ in token.children)  # "*Each* promised to withdraw"
    return (alone or each) and token.dep_ == "nsubj" and able


def _is_of_the_two(token: Token) -> bool:
    """Whether a word is one of two parties told before: "the *latter* denied it", "accused the *former*"."""
    alone = token.lower_ in ("former", "latter") and [c.lower_ for c in token.children if c.i < token.i] == ["the"]
    plain = not any(c.dep_ in ("prep", "relcl", "appos") for c in token.children)
    return alone and plain and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "dative")


def _named(
    head: Token, resolve: Resolve, on: date | None, context: str
) -> Iterator[tuple[list[Token], Resolved | None]]:
    """Who a noun phrase names: one party, or several told in one breath ("Russian and Chinese envoys")."""
    if _is_no_party(head):
        return
    if counted.is_people(head):
        yield extent.core(head), resolve("people", on, context)
        return
    if head.lower_ in PRONOUNS and head.text != "US":
        if head.lower_ not in ("who", "whom") and not _means_thing(head):
            yield [head], None
        return
    core = extent.core(head)
    if not core:
        return  # nothing but marks
    if _is_europe(head, core):
        yield core, resolve("the European Union", on, context)
        return
    several = extent.distributed(head, core)
    if several:
        found = [(words, resolve(phrase, on, context)) for words, phrase in several]
        if all(r is not None and r.country for _, r in found):
            yield from found
            return
    stands = _is_the_country(head, core) or _is_the_group(head, core) or _is_the_two(head) or _is_of_the_two(head)
    if stands and (len(core) == 2 or resolve(extent.text(core), on, context) is None):
        yield core, None
        return
    if counted.is_of_a_land(head):
        called = " ".join(t.text for t in core if t.text[:1].isupper() and (t == head or not t.is_sent_start))
        people = resolve(f"the {called}", on, context)
        if people is not None and people.sector == "CVL" and people.country:
            yield core, people
            return
    named = beside.named_beside(head, core, resolve, on, context)
    if named is not None:
        yield named
        return
    yield from widest.reading(head, core, resolve, on, context)


def _is_europe(head: Token, core: list[Token]) -> bool:
    """Whether a continent stands for the union of its states, as who speaks, announces or is spoken to: "accused *Europe* of robbing firms", "*Europe*
    would answer"; not where one goes.
    """
    if len(core) != 1 or head.text != "Europe":
        return False
    verb = head.head.lemma_.lower()
    announces = any(c.lower_ in ("will", "would") for c in head.head.children)
    speaks = head.dep_ == "nsubj" and (announces or verb in natures.table().speech | TOWARDS_STATES)
    return speaks or (head.dep_ in ("dobj", "dative") and verb in TOWARDS_STATES)


def _is_no_party(head: Token) -> bool:
    """Whether a noun that may name a party tells something else there: "side by side", "taking sides", "march" in small letters."""
    children = list(head.children)
    before = any(c.i < head.i for c in children)
    if head.lower_ in NOT_PARTIES_BEFORE_TO and _is_resistance(head):
        return True
    if head.text in THINGS_IN_SMALL and not any(
        c.dep_ in ("compound", "nmod") or c.text[:1].isupper() for c in children
    ):
        return True
    if not THINGS_BEHIND.get(head.lemma_, frozenset()).isdisjoint(c.lower_ for c in children):
        return True
    if head.dep_ == "pobj" and head.head.lower_ == "of" and _is_water(head.head.head):
        return True  # "the Sea of *Japan*"
    if head.lemma_.lower() == "fighter" and any(_is_aircraft(c) for c in children):
        return True
    if head.lower_ == "intelligence" and head.dep_ == "dobj" and head.head.lemma_ in LEARNING:
        return True  # "agreed to share *intelligence*"
    if head.lower_ == "force" and not before:
        return True  # "an attack would be met with *force*", "took it by *force*"
    if head.lower_ in GROUND and head.dep_ == "pobj" and head.head.lower_ in TOWARDS:
        return True  # "withdrew from the disputed *area*"
    if head.lower_ == "side":  # "the wrong side of the road"
        return not before or any(c.dep_ == "prep" and c.lower_ == "of" for c in children)
    return head.lower_ == "sides" and not before


def _is_aircraft(word: Token) -> bool:
    """Whether a word before "fighters" makes aircraft of them: a number of a model ("*F-16* fighters"), or its name."""
    numbered = word.text[:1].isupper() and any(c.isdigit() for c in word.text)
    return numbered or word.lower_ in world().makes_of_fighters


def _is_water(noun: Token) -> bool:
    """Whether a noun is the first of a water's name: "the *Gulf* of Oman", "the *Strait* of Malacca"."""
    return noun.text[:1].isupper() and noun.lower_ in WATERS


def _is_the_country(head: Token, core: list[Token]) -> bool:
    """Whether a phrase means a land, or two, without naming it: "the *country*", "the West African *nation*", "the two *countries*"."""
    if any(c.dep_ == "prep" and c.lower_ == "of" for c in head.children):
        return False  # "the Republic of ..."
    if head.lower_ in COUNTRIES:
        told = {w.lower_ for w in core}
        return not TWO.isdisjoint(told) or ("three" in told and not told.isdisjoint(("the", "all", "these")))
    owned = core[0].lower_ in ("the", "its", "his", "her", "their")
    known = PARTS_OF_THE_WORLD | (modifiers.SUCCESSORS if modifiers.is_successor(head) else frozenset())
    named = any(w.text[:1].isupper() and w.lower_ not in known and w.lower_ not in OF_LANDS for w in core[1:])
    land = head.lower_ in COUNTRY_NOUNS or (head.lower_ == "state" and any(w.lower_ in OF_LANDS for w in core[1:-1]))
    return land and owned and not named and len(core) < LONGEST_DESCRIPTION


def _is_the_group(head: Token, core: list[Token]) -> bool:
    """Whether a phrase means a body without naming it: "the *group*", "the *movement*", of nobody and nothing."""
    told = any(c.dep_ in ("prep", "relcl", "acl", "appos") for c in head.children)
    return len(core) == 2 and core[0].lower_ == "the" and head.lower_ in BODY_NOUNS and not told


def _is_resistance(noun: Token) -> bool:
    """Whether "opposition" means what somebody does: it is "to" a plan, or without an article "from" somebody ("met with *opposition from B*")."""
    named = any(c.dep_ in ("det", "poss") for c in noun.children)
    following = [c.lower_ for c in noun.children if c.dep_ == "prep"]
    return "to" in following or (not named and "from" in following)


def _means_thing(pronoun: Token) -> bool:
    """Whether "it" is what was just dealt with, not who dealt with it ("condemned the *test*, saying *it* breaks the law").

    With a modal, or of what only somebody does, the speaker tells of itself ("saying it would answer", "said it had recalled its envoy").
    """
    clause = pronoun.head
    if pronoun.lower_ != "it" or pronoun.dep_ != "nsubj" or clause.dep_ != "ccomp":
        return False
    if any(c.tag_ == "MD" for c in clause.children) or clause.lemma_ in pronoun_grammar.OF_SPEAKERS:
        return False
    telling = clause.head
    return telling.dep_ in ("conj", "advcl") and any(
        c.dep_ == "dobj" and c.tag_ == "NN" and c.i < pronoun.i for c in telling.head.children
    )


def _mention(
    words: list[Token], head: Token, resolved: Resolved | None, number: int, offset: int, kind: str = ""
) -> Mention:
    first, last = min(w.idx for w in words), max(w.idx + len(w) for w in words)
    span = Span(offset + first, offset + last)
    text = head.doc.text[first:last]
    if resolved is None:
        actor, known, kind = Actor(text, span, text), False, "pronoun"
        why: tuple[str, ...] = ()
    else:
        actor = Actor(
            text, span, resolved.name, resolved.id, resolved.country, resolved.sector, resolved.sectors, resolved.role
        )
        known, why = resolved.known, resolved.why
        kind = kind or ("name" if head.pos_ == "PROPN" or resolved.known else "noun")
    plural = (
        head.tag_ in ("NNS", "NNPS")
        or _is_many(head, resolved)
        or head.lower_
        in (
            "they",
            "them",
            "their",
            "both",
            "each",
            "two",
            "themselves",
            "we",
            "us",
            "our",
        )
    )
    subject = head.dep_ in ("nsubj", "nsubjpass")
    group = min(t.i for t in (head, *head.conjuncts))
    place = _is_place(head)
    if place and resolved is not None and resolved.role == "government" and resolved.why[0].startswith("capital"):
        actor = replace(actor, sector="", role="")
    barred = _barred(head) if kind == "pronoun" else -1
    nature = _nature(resolved, plural) if resolved is not None else ""
    sex = ""
    if nature == "person" and resolved is not None and not plural:
        beside = [w.text for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN" for w in extent.core(c)]
        sex = resolved.sex or natures.sex_of([*(w.text for w in words), *resolved.name.split(), *beside])
    clause = syntax.scene_of(head)
    aside = clause.dep_ == "relcl"
    return Mention(
        number, head.i, actor, kind, plural, subject, known, why, group, place, barred, nature, sex, clause.i, aside
    )


def _is_many(head: Token, resolved: Resolved | None) -> bool:
    """Whether a capital hides a plural from the tagger: "*Policemen* ran"."""
    return (
        resolved is not None and resolved.role.endswith(head.lower_) and vocabulary.singular(head.lower_) != head.lower_
    )


def _nature(resolved: Resolved, plural: bool) -> str:
    """What a party is, by its entry, its role or its being a country."""
    office = resolved.role if resolved.id is None else resolved.name.lower().partition(" of ")[0].split()[-1]
    if resolved.kind == "body" and office in LEADING and not plural:
        return "person"  # "the *chairman* of the Conservative Party", the Lord *Chancellor*
    if resolved.kind:
        return "person" if resolved.kind == "person" else "body"
    if resolved.country and resolved.id == resolved.country.lower():
        return "state"
    if resolved.role and resolved.role != "place":
        return natures.of_role(resolved.role)
    office = resolved.name.partition(",")[0].lower()  # "the Home Secretary"
    if resolved.id is None and resolved.sector == "GOV" and office in vocabulary.words().namesakes and not plural:
        return natures.of_role(office)
    return "person" if resolved.sector == "CVL" and resolved.why[:1] and resolved.why[0].startswith("people of") else ""


def _barred(pronoun: Token) -> int:
    """The subject of the clause in which "him", "it" or "them" is an object, whom it can't mean, also of an infinitive ("*A* wrote to B to ask *him*");
    -1 where there is none.
    """
    if pronoun.dep_ not in ("dobj", "pobj", "dative", "iobj") or pronoun.lower_.endswith(("self", "selves")):
        return -1
    subject = syntax.own_subject(pronoun) or syntax.doer_of(syntax.clause_of(pronoun))
    return int(subject.i) if subject is not None else -1


def _is_place(head: Token) -> bool:
    """Whether a name tells where: "in Lagos", "the streets of Cairo"."""
    if _owns_scene(head):
        return True
    if head.dep_ == "appos" and head.pos_ == "PROPN" == head.head.pos_ and head.left_edge.nbor(-1).text == ",":
        return _is_place(head.head)  # "near a mosque in Quetta, *Pakistan*"
    town = head.head
    if head.dep_ in ("amod", "compound", "nmod") and town.lemma_ in PLACE_NOUNS and town.dep_ == "pobj":
        return town.head.lower_ in LOCATIVE  # "in the *Ecuadorean* port of Manta"
    if head.dep_ == "pobj" and head.head.lower_ == "at" and head.head.head.lemma_ in AIMING:
        return False  # "fired rockets *at northern Israel*"
    if head.dep_ != "pobj" or (head.head.lower_ == "in" and head.head.head.lower_ in FELT_TOWARDS):
        return False
    if head.head.lower_ == "through" and head.head.head.lemma_ in PARADING:
        return True  # "marched *through Quito*"
    return head.head.lower_ in LOCATIVE or (head.head.lower_ == "of" and head.head.head.lemma_ in SETTINGS)


def _owns_scene(head: Token) -> bool:
    """Whether a name tells whose a scene is: "in *Uganda's* Rwenzori mountains", "two days before *Malawi's* budget debate"."""
    thing = head.head
    if head.dep_ != "poss" or thing.dep_ != "pobj" or head.pos_ != "PROPN":
        return False
    if thing.lemma_ in extent.SENT:
        return False  # "called in *Caracas's* ambassador"
    preposition = thing.head
    of_time = preposition.lower_ == "of" and preposition.head.lower_ in TIMES
    return preposition.lower_ in SCENES or of_time


def with_given(doc: Doc, offset: int, found: list[Mention], given: Sequence[Span]) -> list[Mention]:
    """The mentions of a sentence with parties that the caller names: they stand even when no lexicon knows them."""
    out = list(found)
    for span in given:
        inside = doc.char_span(span.start - offset, span.end - offset, alignment_mode="expand")
        if inside is None:
            continue
        head = inside.root
        same = [m for m in out if m.head == head.i]
        covering = [m for m in out if m.actor.span.start <= span.start and m.actor.span.end >= span.end]
        actor = next(iter(same or covering), None)
        text = inside.doc.text[span.start - offset : span.end - offset]
        base = actor.actor if actor else Actor(text, span, text)
        named = replace(base, text=text, span=span, sector=base.sector or "UNK")
        out = [m for m in out if m.head != head.i]
        out.append(
            Mention(0, head.i, named, "name", head.tag_ in ("NNS", "NNPS"), head.dep_ == "nsubj", True, ("given",))
        )
    return sorted(out, key=lambda m: m.head)
