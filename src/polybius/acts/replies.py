"""Who is answered, repaid or asked to give back: whom a refusal, an apology, a threat in return or a blow in answer is towards, as told before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from spacy.tokens import Token

from polybius.acts import tree
from polybius.acts.act import Act
from polybius.acts.told import DEED_NOUNS, DEEDS, MEANT, UNDONE, Told, is_another, is_definite, others
from polybius.model import Mention

ANSWERING = frozenset({"REJECT", "AGREE", "CONCEDE"})
ASKING = frozenset(
    {"REQUEST", "THREATEN", "AGREE", "CONSULT", "ACCUSE"}
)  # what an answer may answer: demands, threats, offers, talks, charges
# Whose calls and criticism are of nobody alone.
OF_MANY = frozenset(
    "international western african european arab asian foreign global regional worldwide widespread public domestic outside growing".split()
)
# Which acts a noun for what is answered means; others may be any of them.
ANSWERED = {
    **dict.fromkeys("accusation charge allegation complaint criticism claim blame note protest".split(), "ACCUSE"),
    **dict.fromkeys("demand request call appeal plea urging".split(), "REQUEST"),
    **dict.fromkeys("offer proposal invitation promise".split(), "AGREE"),
    **dict.fromkeys("threat ultimatum warning".split(), "THREATEN"),
    "apology": "CONCEDE",
}
ANSWERS = frozenset(
    {"retaliate", "respond", "answer", "response", "retaliation", "avenge", "revenge", "reply", "reciprocate"}
)
IN_ANSWER = frozenset({"return", "response", "retaliation", "exchange", "reply"})
# What is done in return; words say of their own to whom they are.
REPAYING = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "SANCTION", "RETREAT", "CONCEDE", "AGREE", "REJECT"})
MOVING = frozenset({"MOBILIZE", "RETREAT"})
SORRY = frozenset({"concede.apologise"})  # frames
WRONGS = frozenset("mistake error incident death deaths insult damage loss abuse mistreatment violation".split())
RETALIATING = "assault.retaliate"  # the frame whose every act answers one
HELD, HOLDING = frozenset({"release", "freedom", "freeing", "return", "free"}), frozenset({"COERCE", "ASSAULT"})
DENIALS = frozenset({"deny", "denial"})


def captor(act: Act, told: Sequence[Told], mentions: Sequence[Mention]) -> Mention | None:
    """Who holds those whose release is asked for, as told just before ("A arrested him. B called for *his release*")."""
    own = {mentions[p].actor.country for p in act.actors}
    towards = {mentions[p].actor.country for p in act.recipients} - own  # "called for *his* release": of one of its own
    if act.type != "REQUEST" or towards or not _asks_for_release(act):
        return None
    for other, known in reversed(told):
        if other.type in HOLDING and other.actors:
            captor = known[other.actors[0]]
            return captor if captor.actor.country is not None and is_another(captor, act, mentions) else None
    return None


def _asks_for_release(act: Act) -> bool:
    """Whether an act asks that somebody or something be given back: "called for *his release*", "demanded that he *be handed over*"."""
    given = any(b.token.lemma_ in HELD for b in act.match.bound)
    given = given or any(
        t.lemma_ in HELD and any(True for n, _ in tree.prepositions(t) if n == "of") for t in tree.objects(act.token)
    )
    return given or any(
        tree.is_passive(c)
        and (c.lemma_ in HELD or (c.lemma_ == "hand" and any(p.lower_ == "over" for p in c.children)))
        for c in act.token.children
        if c.dep_ == "ccomp"
    )


def wronged(act: Act, told: Sequence[Told], mentions: Sequence[Mention]) -> list[Mention]:
    """Those whom a deed befell for which its doers' land is sorry ("A's soldiers crossed into B. A apologised for *the incursion*")."""
    if act.type != "CONCEDE" or act.recipients or act.match.frame.id not in SORRY or not act.actors:
        return []
    own = {mentions[a].actor.country for a in act.actors}
    deeds = [t for name, t in tree.prepositions(act.token) if name in ("for", "over")]
    nouns = [t.lemma_.lower() for t in deeds if is_definite(t) and t.lemma_.lower() in DEED_NOUNS | WRONGS]
    if not nouns:
        return []
    types = frozenset().union(*(MEANT.get(noun, DEEDS) for noun in nouns)) | {"PROTEST"}
    for other, known in reversed(told):
        doing = {known[a].actor.country for a in other.actors}
        hit = [known[r] for r in other.recipients if known[r].actor.country not in (None, *own)]
        if other.type in types and other.status == "asserted" and doing and doing <= own and hit:
            return hit
    return []


def repaid(act: Act, told: Sequence[Told], mentions: Sequence[Mention]) -> list[Mention]:
    """To whom something is done *in return* or *in response*: who has just done something to those who do it."""
    if act.type not in REPAYING or len(act.actors) != 1 or not _is_in_answer(act.token):
        return []
    own = mentions[act.actors[0]].actor.country
    moved = act.type in MOVING and all(
        mentions[r].actor.country == own for r in act.recipients
    )  # "pulled back *its men*"
    if act.recipients and not moved:
        return []
    for other, known in reversed(told):
        doing = [known[a] for a in other.actors if known[a].actor.country]
        befallen = {known[r].actor.country for r in other.recipients}
        if own is None or other.status in UNDONE or not doing or own in {m.actor.country for m in doing}:
            continue
        return doing if not befallen - {None} or own in befallen else []
    return []


def _is_in_answer(verb: Token) -> bool:
    """Whether a clause says that it answers what was told before: "*In return*, A freed", "recalled its envoy *in response*"."""
    return any(
        c.dep_ == "prep"
        and c.lower_ == "in"
        and any(t.lower_ in IN_ANSWER and t.n_lefts == t.n_rights == 0 for t in c.children)
        for c in verb.children
    )


def provoker(act: Act, told: Sequence[Told], near: Sequence[Told], mentions: Sequence[Mention]) -> Mention | None:
    """Whom a threat without a recipient answers ("A put a tariff on B's steel. B *threatened* to respond"): who has just done something to
    who threatens, or before where an answer is threatened; whom an attack answers ("A killed two of B's soldiers. B *retaliated*").
    """
    if act.type == "ASSAULT":
        return _attacker(act, near, mentions)
    if act.type != "THREATEN" or act.recipients or len(act.actors) != 1:
        return None
    own = mentions[act.actors[0]].actor.country
    answers = any(w.lemma_ in ANSWERS for w in act.token.subtree)
    for other, known in reversed(told if answers else near):
        if own is None or own not in {known[p].actor.country for p in other.recipients}:
            continue
        if not other.actors and answers:
            continue  # "A's jets bombed villages. The raids killed 12. B vowed to respond"
        party = next((known[p] for p in other.actors), None)
        return party if party is not None and party.actor.country not in (None, own) else None
    return None


def _attacker(act: Act, near: Sequence[Told], mentions: Sequence[Mention]) -> Mention | None:
    """Who has just attacked those who answer an attack by one that names nobody ("*answered by* pounding the hills")."""
    answers = act.match.frame.id == RETALIATING or any(
        w.lemma_ in ANSWERS for w in (act.token, *islice(act.token.ancestors, 2))
    )
    if act.recipients or not answers or len(act.actors) != 1:
        return None
    own = mentions[act.actors[0]].actor.country
    for other, known in reversed(near):
        if other.type == "ASSAULT" and own in {known[p].actor.country for p in other.recipients}:
            party = next((known[p] for p in other.actors if known[p].actor.country), None)
            return party if party is not None and is_another(party, act, mentions) else None
    return None


def asker(act: Act, told: Sequence[Told], mentions: Sequence[Mention], named: bool = False) -> list[Mention]:
    """Who asked, threatened or offered what an act without a recipient answers ("B asked A for oil. A *refused*."); with ``named`` only
    where a noun says what is answered ("rejected *the demand*").
    """
    if act.type not in ANSWERING or act.recipients or not act.actors:
        return []
    own = {
        mentions[a].actor.country for a in act.actors
    }  # of several who answer, all were asked ("*both sides* rejected the appeal")
    answerable = (ASKING - {"ACCUSE"} if act.type == "AGREE" else ASKING) | {"SANCTION"}
    meant = {ANSWERED[t.lemma_] for t in (*act.match.fillers("R"), *tree.objects(act.token)) if t.lemma_ in ANSWERED}
    if "AGREE" in meant:
        meant.add("CONCEDE")  # "declared an amnesty for the rebels. The rebels rejected *the offer*"
    denying = act.token.lemma_ in DENIALS
    if denying:
        meant = {"ACCUSE"}  # "critics accused the troops. The army *denied* it": what is denied was a charge
    taken_up = bool(meant) or any(t.lower_ == "it" for t in tree.objects(act.token))  # "turned *it* down"
    if (named and not taken_up) or is_by_many(act):
        return []
    for other, known in reversed(told):
        if other.type not in (meant or answerable) or None in own:
            continue
        if not own <= {known[p].actor.country for p in other.recipients}:
            continue
        asker = next((known[p] for p in other.actors), None)
        if asker is None or asker.actor.country is None or (asker.actor.country in own and not meant):
            return []
        if denying and asker.actor.name not in {mentions[a].actor.name for a in act.actors}:
            return [known[p] for p in other.actors if known[p].actor.country is not None]
        return others([known[p] for p in other.actors], act, mentions) if is_another(asker, act, mentions) else []
    return []


def is_by_many(act: Act) -> bool:
    """Whether what an act answers is told to be of others than who was named before: "rejected *African* calls for talks"."""
    answered = (*act.match.fillers("R"), *act.match.fillers("C"), *tree.objects(act.token))
    owners = (c for t in answered if t.lemma_ in ANSWERED for c in t.children if c.dep_ in ("amod", "compound", "poss"))
    return any(c.lower_ in OF_MANY for c in owners)
