"""What a sentence offers to pronouns: its noun phrases, parties or not, with number, nature, sex and place in the clause."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from polybius.actors import natures, strangers, syntax
from polybius.model import Actor, Mention

PERSONAL = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST = frozenset({"i", "me", "my", "myself", "we", "us", "our", "ours", "ourselves"})
MODIFIERS = frozenset({"compound", "nmod", "npadvmod", "appos", "amod", "nummod", "quantmod"})
RELATIVES = frozenset({"who", "whom", "that", "which", "whose"})
# What a name ends with that is no person's: "Gbongan *Road*", "Republic *Square*".
SITES = frozenset(
    """road street avenue lane square bridge river lake sea bay gulf island islands valley hill mountain park gate airport station university college school
    hospital hotel palace prison museum church mosque cathedral stadium theatre theater league cup""".split()
)
WHERE = frozenset({"in", "at", "near", "outside", "across", "inside", "off", "from", "to", "into", "around", "through"})
TIMES = frozenset(
    """second minute hour day night morning afternoon evening noon week weekend month season spring summer autumn winter year decade century
    time moment date monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december today yesterday tomorrow percent cent dollar euro pound kilometre kilometer mile metre meter""".split()
)


_TOWN = re.compile(r"place in |capital of |'[^']*', mostly ")  # why a mention is a town


@dataclass(slots=True)
class Candidate:
    """A noun phrase or pronoun that a later pronoun may mean; ``actor`` is the party it names, None for what names none.

    Phrases of one ``key`` mean the same. ``members`` are the further heads of "A and B", told at A.
    """

    head: int
    key: str
    plural: bool
    nature: str
    sex: str
    subject: bool
    main: bool  # of the main clause
    quoted: bool
    place: bool
    actor: Actor | None
    members: tuple[int, ...] = ()
    also: tuple[Actor, ...] = ()  # further parties told by the same words ("the presidents of A and *B*")


@dataclass(slots=True)
class Offered:
    """A sentence's candidates by their heads, which of its words are quoted, and where other lands modify nouns ("a *Bolivian* request")."""

    doc: Doc
    at: dict[int, Candidate]
    quoted: list[bool]
    lands: tuple[tuple[int, str], ...] = ()


def of_sentence(doc: Doc, mentions: Sequence[Mention], inside: bool) -> tuple[Offered, bool]:
    """The candidates of a sentence that begins ``inside`` a quotation, and whether it ends in one."""
    quoted, ends_inside = syntax.quoted(doc, inside)
    together: dict[int, list[Mention]] = {}
    for named in mentions:
        if named.kind != "modifier" and (
            named.kind != "stranger" or named.actor.sector
        ):  # "*Sir Anthony Drewe* bowed. *He* ..."
            together.setdefault(named.head, []).append(named)
    known = {head: here[0] for head, here in together.items()}
    told = [_extent(m, doc) for m in known.values() if m.head >= 0]
    at: dict[int, Candidate] = {}
    for token in doc:
        mention = known.get(token.i)
        part = token.pos_ == "PROPN" and any(first <= token.idx < last for first, last in told)
        nobody = mention is None and (part or not _is_phrase(token) or _names_whose(token, known))
        if nobody or _says_what(token):
            continue
        at[token.i] = _candidate(token, mention, quoted[token.i])
        at[token.i].also = tuple(m.actor for m in together.get(token.i, ())[1:] if m.actor.country)
    for token in doc:
        if token.dep_ == "appos":
            _join(token, at)
    lands = tuple(
        (m.head, m.actor.country) for m in mentions if m.kind == "modifier" and m.head >= 0 and m.actor.country
    )
    return Offered(doc, at, quoted, lands), ends_inside


def _extent(mention: Mention, doc: Doc) -> tuple[int, int]:
    """Where the words of a party begin and end in its sentence: a name inside them is nobody beside it ("the president *of the Federated States of
    Micronesia*").
    """
    head = doc[mention.head]
    before = max(mention.actor.text.find(head.text), 0)
    return head.idx - before, head.idx - before + len(mention.actor.text)


def _join(name: Token, at: Mapping[int, Candidate]) -> None:
    """Lets what stands beside somebody be the same person: "their leader, *Colonel Tinni*, *commander of the guard*", whose first name tells his sex."""
    whom = at.get(name.head.i)
    if whom is not None and whom.nature == "body" and name.pos_ == "PROPN" and natures.is_person(_words(name)):
        whom.nature = "person"  # "the UN high commissioner for refugees, *Ingeborg Faust*"
    if whom is None or whom.nature != "person" or whom.plural or whom.members:
        return
    beside = at.get(name.i)
    if beside is None:
        given = name.pos_ == "PROPN" and any(c.dep_ == "compound" for c in name.children)
        whom.sex = whom.sex or (natures.sex_of(_words(name)[:-1]) if given else "")
    elif beside.nature in ("person", "") and not beside.plural and not beside.members and name.head.i < name.i:
        whom.sex = beside.sex = whom.sex or beside.sex
        if beside.actor is not None and (whom.actor is None or (beside.actor.country and not whom.actor.country)):
            whom.actor = beside.actor
        beside.key, beside.actor, beside.nature = whom.key, whom.actor, "person"


def _names_whose(token: Token, known: Mapping[int, Mention]) -> bool:
    """Whether a name only says of where, of whom or who a party is ("King Hassan *of Morocco*", "*Cuba's* minister", "the novelist *Sevgi Aydin*")."""
    if token.pos_ != "PROPN":
        return False
    first = min([token.i, *(c.i for c in token.children if c.dep_ == "compound")])
    before = known.get(first - 1)
    if before is not None and before.nature == "person" and not before.plural:
        return True
    while token.dep_ == "conj" and token.head.pos_ == "PROPN":
        token = token.head
    of = token.head
    if token.dep_ == "poss":
        return of.i in known
    return token.dep_ == "pobj" and of.lower_ == "of" and of.head.i in known


def _says_what(token: Token) -> bool:
    """Whether a noun only says what its subject is: "She is *a mild woman* from Wigan"."""
    told = token.dep_ == "attr" and token.head.lemma_ == "be" and token.pos_ == "NOUN"
    return told and any(c.lower_ in ("a", "an") for c in token.children)


def _is_phrase(token: Token) -> bool:
    if token.lower_ in PERSONAL | PLURAL | FIRST:
        return token.dep_ != "appos"  # "the king *himself*" is nobody else
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in MODIFIERS:
        return False
    return token.lemma_.lower() not in TIMES


def _candidate(token: Token, mention: Mention | None, quoted: bool) -> Candidate:
    words = _words(token)
    nature, sex = _what(token, words, mention)
    sex = sex or (_sex_beside(token) if nature == "person" else "")
    actor = mention.actor if mention is not None and _is_settled(mention) else None
    members = tuple(c.i for c in token.conjuncts) if token.dep_ != "conj" else ()
    verb = syntax.clause_of(token)
    return Candidate(
        token.i,
        (actor.id if actor is not None and actor.id else None) or _key(token.lower_),
        mention.plural if mention is not None else token.tag_ in ("NNS", "NNPS") or token.lower_ in PLURAL,
        nature,
        sex,
        token.dep_ in syntax.SUBJECTS,
        token.dep_ in syntax.SUBJECTS and verb.head == verb,
        quoted,
        (_is_place(token) and nature != "person") or (mention is not None and mention.place),
        actor,
        members,
    )


def _key(word: str) -> str:
    """One key for all forms of a pronoun: whom "he" means unknown, "his" means too."""
    if word in PERSONAL:
        return "she" if word in FEMALE else "he"
    return "they" if word in PLURAL else word


def _words(token: Token) -> list[str]:
    return [c.text for c in token.children if c.i < token.i and c.dep_ in ("compound", "nmod", "amod")] + [token.text]


def _what(token: Token, words: list[str], mention: Mention | None) -> tuple[str, str]:
    """Nature and sex of a phrase by its mention, its title or first name, or its noun."""
    low = token.lower_
    if low in PERSONAL:
        return "person", "f" if low in FEMALE else "m"
    if low in PLURAL:
        return "people", ""
    if mention is not None and (mention.nature or mention.kind == "pronoun"):
        return mention.nature, mention.sex
    if mention is not None and mention.why and _TOWN.match(mention.why[0]):
        return "thing", ""
    if token.pos_ == "PROPN":
        if _is_no_persons_name(token):
            return "thing", ""
        person = natures.is_person(words) or any(c.dep_ == "relcl" and _has_who(c) for c in token.children)
        return ("person", natures.sex_of(words)) if person else ("", natures.sex_of(words[:-1]))
    sex = natures.sex_of([token.text])
    if mention is not None or sex or any(c.dep_ == "relcl" and _has_who(c) for c in token.children):
        return "person", sex
    return ("" if _may_be_person(token) else "thing"), ""


def _sex_beside(token: Token) -> str:
    """The sex that a name tells which stands beside an office ("the prime minister, *Carolyn* Hirst")."""
    named = next((c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > token.i), None)
    return natures.sex_of(_words(named)) if named is not None else ""


def _is_no_persons_name(name: Token) -> bool:
    """Whether a name is a road's or a thing's, or has an article as nobody's has ("along *the* Adriatic", "*an* old Audi"); "the younger Nsue" may be
    somebody's.
    """
    if strangers.names_a_thing(name):
        return True
    article = next((c.lower_ for c in name.children if c.dep_ == "det"), "")
    bare = not any(c.dep_ in ("amod", "compound", "relcl", "appos") for c in name.children)
    return name.lower_ in SITES or article in ("a", "an") or (article == "the" and bare)


def _may_be_person(token: Token) -> bool:
    """Whether a noun that the lexicon lacks is formed and placed like a doer's ("a *baker* went home"): it competes with known persons."""
    return token.dep_ == "nsubj" and token.lower_.endswith(("er", "or", "ist", "ian", "ee", "eer"))


def _has_who(clause: Token) -> bool:
    return any(w.lower_ in ("who", "whom", "whose") for w in clause.subtree)


def _is_settled(mention: Mention) -> bool:
    return mention.actor.country is not None or mention.actor.sector != ""


def _is_place(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.dep_ == "pobj" and token.head.lower_ in WHERE
