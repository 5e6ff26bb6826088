"""Towns, bases and land on which an attack falls, named by a common noun: of the land where that was.

"Turkey shelled *the border towns*" befalls Syria when it was there, though no name says so (codebook: who is attacked is the recipient).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius.acts import tree
from polybius.acts.act import Act
from polybius.acts.selection import is_town
from polybius.lexicon import ontology
from polybius.model import Actor, Mention, Place, Span

# What may be struck or taken, by the sector of those whose it is.
_OF = {
    "CVL": """town village city hamlet district neighbourhood neighborhood suburb quarter settlement home house apartment flat block building street bridge
        road highway farm field territory land ground area region province enclave canton pocket swath swathe stretch strip""",
    "MIL": """base airbase airfield airstrip outpost post checkpoint position trench bunker barracks depot arsenal convoy radar battery headquarters
        installation fortification frontline stronghold""",
    "BUS": "refinery pipeline oilfield plant factory port warehouse tanker dam mill market airport",
    "MED": "hospital clinic ambulance",
    "EDU": "school university college kindergarten campus",
    "REL": "mosque church temple shrine cathedral monastery synagogue",
}
TARGETS = {noun: sector for sector, nouns in _OF.items() for noun in nouns.split()}
INHABITANTS = frozenset(
    """person people civilian bystander passer-by resident inhabitant villager townsman shopper worshipper commuter passenger child woman pupil
    student worker farmer shopkeeper policeman officer guard mourner family
    police protester demonstrator marcher crowd""".split()
)
GUESSED = ("focus:", "done at home")
# What only who was attacked does thereupon.
ANSWERING = frozenset(
    """ask appeal declare retaliate close mobilise mobilize vow summon recall protest evacuate bomb shell attack strike break sever scramble""".split()
)
# Other ground on which somebody may be.
_GROUNDS = frozenset(
    """state county island valley forest jungle desert mountain beach resort bazaar mall shop store supermarket bar pub café cafe nightclub disco
    restaurant hotel stadium cinema theatre prison jail penitentiary courthouse cemetery mine quarry plantation campus classroom canteen slum""".split()
)
_WITHIN = frozenset({"in", "inside", "at", "outside", "near", "on", "through", "across"})
UPON = frozenset({"on", "at", "against", "upon", "into"})


def ground(act: Act, mentions: Sequence[Mention]) -> str | None:
    """The land of the ground where an act was, told by a nationality before a common noun alone: "killed 12 people *in a Mexican bar*"."""
    lands = {m.head: m.actor.country for m in mentions if m.kind == "modifier" and m.actor.country}
    verb = act.match.support or act.token
    told = (verb, act.token, *tree.objects(verb), *tree.subjects(verb))
    found = {
        lands[word.i]
        for each in told
        for name, where in tree.prepositions(each)
        if name in _WITHIN and where.lemma_.lower() in TARGETS.keys() | _GROUNDS
        for word in (where, *where.children)
        if word.i in lands
    }
    return found.pop() if len(found) == 1 else None


def struck(act: Act, mentions: Sequence[Mention], place: Place | None, offset: int) -> Actor | None:
    """What an attack fell on that names nobody else as its recipient, as a party of the land of ``place``; None when its words name no such thing.
    ``offset`` is where the sentence starts in the document.
    """
    if act.type != "ASSAULT":
        return None
    if not act.recipients and act.actors:
        where = _described(act, mentions)
        if where is not None:
            return where
    land = _of_who_answers(act, mentions)
    if land is None and (place is None or place.country is None):
        return None
    if not all(_is_land_of_nobody(mentions[p], act.token.doc) for p in act.recipients):
        return None
    if land is None and place is not None:
        land = place.country
        if land in ontology.table()["international"]:
            return None
        if place.basis.startswith(GUESSED) and land in {mentions[p].actor.country for p in act.actors}:
            return None  # "Turkey shelled *border towns*": whose, nothing says
    target = next((t for t in _fallen_on(act) if t.lemma_.lower() in TARGETS and not _is_reason(t)), None)
    if target is None:
        return None
    words = [target.doc[i] for i in range(target.left_edge.i, target.i + 1)]
    start, end = words[0].idx, target.idx + len(target)
    text = target.doc.text[start:end]
    return Actor(text, Span(offset + start, offset + end), text, country=land, sector=TARGETS[target.lemma_.lower()])


def _of_who_answers(act: Act, mentions: Sequence[Mention]) -> str | None:
    """The land that does, after it, what only who was attacked does ("*Chad* asked for help *after Libyan troops seized a border post*")."""
    clause = tree.clause_of(act.match.support or act.token)
    answer = clause.head
    if clause.dep_ != "advcl" or answer.lemma_.lower() not in ANSWERING or act.recipients:
        return None
    if not any(c.dep_ in ("mark", "prep") and c.lower_ in ("after", "as", "when") for c in clause.children):
        return None
    subjects = {word.i for word in tree.subjects(answer)}
    lands = {m.actor.country for m in mentions if m.head in subjects and m.actor.sector in ("", "GOV", "MIL")}
    own = {mentions[p].actor.country for p in act.actors}
    return next(iter(lands)) if len(lands) == 1 and lands.isdisjoint(own) else None


def _is_reason(noun: Token) -> bool:
    """Whether grounds are why, not where: "wages war *on legal grounds*"."""
    return noun.lower_ == "grounds" and noun.dep_ == "pobj" and noun.head.lower_ == "on"


def _described(act: Act, mentions: Sequence[Mention]) -> Actor | None:
    """The town or land whose clause with "where" tells of an attack of others ("Goma, *where* M23 carried out a bombing")."""
    clause = tree.clause_of(act.match.support or act.token)
    if len(act.actors) > 1 or clause.dep_ != "relcl" or not any(c.lower_ == "where" for c in clause.children):
        return None
    ground = next((m for m in mentions if m.head == clause.head.i and m.actor.country), None)
    if ground is None:
        return None
    if ground.place or (ground.why[:1] and ground.why[0].startswith("capital of")):
        return replace(ground.actor, sector="")  # the capital as a town, not who rules there
    return ground.actor if is_town(ground) else None


def befalls_inhabitants(act: Act, mentions: Sequence[Mention]) -> bool:
    """Whether an attack befalls people of no known land only, who are then of the land where it was ("killed *three people* in Lyon")."""
    victims = [mentions[r] for r in act.recipients]
    return act.type == "ASSAULT" and bool(victims) and all(_is_inhabitant(v, act.token.doc) for v in victims)


def _is_inhabitant(mention: Mention, doc: Doc) -> bool:
    named = mention.kind == "noun" and mention.head >= 0
    return named and mention.actor.country is None and doc[mention.head].lemma_.lower() in INHABITANTS


def _is_land_of_nobody(mention: Mention, doc: Doc) -> bool:
    """Whether a party is only "the area", "the towns", of a land that nothing told."""
    return mention.actor.country is None and mention.head >= 0 and doc[mention.head].lemma_.lower() in TARGETS


def _fallen_on(act: Act) -> Iterator[Token]:
    """The words that name what an act falls on."""
    yield from act.match.fillers("R")
    for word in (act.token, act.match.support):
        if word is not None:
            yield from tree.objects(word)
            yield from (filler for name, filler in tree.prepositions(word) if name in UPON)
