"""What a report has told before, as those who look back need it: acts with their parties, and which acts a noun for a deed means."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from polybius.acts.act import Act
from polybius.model import Mention

DEEDS = frozenset(
    {
        "ASSAULT", "MOBILIZE", "COERCE", "SANCTION", "THREATEN", "REJECT", "PROTEST", "RETREAT", "CONCEDE", "AID", "AGREE", "SUPPORT", "COOPERATE",
    }
)  # fmt: skip
DEED_NOUNS = frozenset(
    """launch test attack strike raid bombing killing murder arrest move decision step action act shooting blast explosion assault invasion
    incursion detention sentence ban execution assassination announcement release offer withdrawal statement remark comment threat violence
    promise ruling judgment judgement verdict result outcome pardon proposal plan resolution agreement deal accord treaty deployment
    measure gesture initiative blackout exchange offensive restriction curfew behaviour conduct intervention operation refusal handover
    suspension cut freeze levy duty search beating shelling policy
    delivery vote law map exercise drill closure recognition seizure sanction tariff embargo ceasefire truce
    trial conviction jailing dissolution impeachment removal dismissal sacking eviction demolition deportation extradition appointment nomination
    apology pledge donation loan gift recall
    protest demonstration march rally riot walkout stoppage boycott sit-in
    crackdown provocation firing blockade annexation expulsion kidnapping abduction hijacking massacre atrocity""".split()
)
BY_FORCE = "attack strike raid bombing killing murder shooting blast explosion assault massacre shelling airstrike offensive invasion incursion violence"
BY_LAW = (
    "arrest detention sentence verdict ruling judgment judgement trial execution crackdown search seizure conviction"
)
# Which acts a noun for what was done means; others may mean any.
MEANT = {
    noun: frozenset(types.split())
    for nouns, types in (
        (BY_FORCE, "ASSAULT"),
        ("strike", "ASSAULT PROTEST"),  # of workers too
        (BY_LAW, "COERCE SANCTION ACCUSE ASSAULT CONCEDE"),
        ("protest demonstration march rally riot walkout stoppage boycott sit-in", "PROTEST"),
        ("launch test exercise drill deployment", "MOBILIZE COOPERATE"),
        ("expulsion sanction tariff embargo duty levy ban", "SANCTION COERCE REJECT"),
        ("conviction jailing", "COERCE SANCTION"),
        (
            "dissolution impeachment removal dismissal sacking deportation eviction demolition",
            "COERCE SANCTION ASSAULT ACCUSE",
        ),
        ("warrant", "THREATEN ACCUSE COERCE"),
        ("extradition", "COOPERATE COERCE RETREAT"),
        ("recall", "SANCTION"),
        ("appointment nomination", "SUPPORT CONCEDE"),
        ("apology", "CONCEDE"),
        ("donation loan gift", "AID AGREE"),
        ("release pardon", "RETREAT CONCEDE"),
        ("offer promise pledge", "AGREE"),
        ("measure restriction crackdown provocation", "SANCTION COERCE ASSAULT MOBILIZE REJECT THREATEN"),
    )
    for noun in nouns.split()
}
UNDONE = frozenset({"future", "hypothetical", "negated"})
STATELY = frozenset({"", "GOV", "MIL"})  # sectors of those who act for a state itself
Told = tuple[Act, Sequence[Mention]]  # an act and the mentions that its parties are positions in
Sentence = tuple[
    Sequence[Act], Sequence[Mention]
]  # all acts of a sentence and the mentions that their parties are positions in
ELSEWHERE = -100  # a head position that no word of the sentence has


def others(parties: Sequence[Mention], act: Act, mentions: Sequence[Mention]) -> list[Mention]:
    """All of several ("*Ghana and Togo* freed prisoners. Mali welcomed *the step*") but for who acts now."""
    return [p for p in parties if p.actor.country is not None and is_another(p, act, mentions)]


def is_another(party: Mention, act: Act, mentions: Sequence[Mention]) -> bool:
    """Whether a party isn't who acts: of another land, or another side at home."""
    own = {(mentions[p].actor.country, mentions[p].actor.sector) for p in act.actors}
    if any(party.actor.country == country for country, _ in own):
        return bool(party.actor.sector) and all(sector and sector != party.actor.sector for _, sector in own)
    return True


def is_definite(noun: Token) -> bool:
    """Whether a noun points back: "*the* launch", "*this* step"."""
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those") for c in noun.children)
