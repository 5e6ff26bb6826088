"""Towards whom an act is in a story of two sides, where the sentence before doesn't tell: "Hackers of A attacked B's parliament. B's capital recalled
its ambassador. *It demanded an apology*": of A.

Only where the sentences before name no third land, and where the two have dealt with one another there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from polybius.acts import home, tree
from polybius.acts.act import Act
from polybius.acts.replies import ANSWERED, ANSWERS, is_by_many
from polybius.acts.told import ELSEWHERE, STATELY, Sentence
from polybius.lexicon import ontology
from polybius.model import Actor, Mention, Span

TROOPS = frozenset("troop soldier force tank army unit warship".split())
HOSTILE = frozenset(
    {"MOBILIZE", "SANCTION", "COERCE", "REJECT", "THREATEN"}
)  # what may be "in response" to the other side
# What is asked for, threatened, offered or answered between states rather than at home ("called for *tax reform*").
MATTERS = {
    "REQUEST": frozenset(
        "apology explanation compensation reparation release return withdrawal pullout pullback extradition handover restraint".split()
    ),
    "THREATEN": frozenset(
        """attack aggression incursion invasion intrusion provocation violation retaliate retaliation respond response reprisal answer war
        consequence force tie relation sanction""".split()
    ),
    "AGREE": frozenset(
        "talk negotiation dialogue ceasefire truce aid help loan doctor engineer troop withdrawal border".split()
    ),
    "SANCTION": frozenset({"ambassador", "envoy", "consul", "consultation"}),  # "recalled *its ambassador*"
    "CONCEDE": TROOPS,
    "RETREAT": TROOPS,
    "REJECT": frozenset(
        "accusation charge allegation claim demand offer proposal invitation ultimatum threat note".split()
    ),
}
SENDING_HOME = frozenset({"sanction.expel-diplomat", "sanction.out-they-go"})
FACING = frozenset({"ASSAULT", "THREATEN", "MOBILIZE"})
INQUIRIES = frozenset("investigation inquiry enquiry probe explanation apology protection justice answer".split())
CULPRITS = frozenset({"responsible", "culprit", "killer", "perpetrator", "murderer", "attacker"})
# What is done besides to those only whom somebody has in his hands.
IN_HANDS = frozenset({"hanging", "flogging", "beheading", "whipping", "caning", "deportation", "indictment"})
MEDIATING = frozenset("mediate mediation mediator arbitrate arbitration broker go-between".split())
DENIED = frozenset({"it", "this", "report"})  # by who is charged, as charges are
# What is broken off, and what one leaves: "walked out of *the talks* in Oslo".
LEAVING, MEETINGS = (
    frozenset({"REJECT", "SANCTION"}),
    frozenset("talk negotiation meeting summit conference dialogue session".split()),
)
ASKED, ANSWERING = frozenset({"REQUEST"}), frozenset({"REJECT", "ACCUSE", "AGREE"})
BARE_ANSWERS = frozenset({"reject.answer", "agree.answer", "refuse.to-do"})
PRONOUNS, OWNERS = frozenset({"it", "they", "he", "she"}), ("its ", "their ", "his ", "her ")


def other(act: Act, doer: Mention, beside: Sequence[Mention], before: Sequence[Sentence]) -> Mention | None:
    """The only other land of the sentences ``before`` (nearest first), where it and the doer's have dealt with one another."""
    if act.token.pos_ != "VERB" or is_by_many(act) or doer.actor.sector not in STATELY:
        return None
    if not (is_between_states(act) or _is_faced(act, doer, before)):
        return None
    own = doer.actor.country
    told = [*beside, *(m for _, mentions in before for m in mentions if not m.place)]  # "met *in Geneva*"
    lands = {m.actor.country for m in told} - {None, own}
    if len(lands) != 1 or lands & set(ontology.table()["international"]) or not _dealt(own, lands, before):
        return None
    party = next((m for m in told if m.actor.country in lands and not m.place and m.kind != "pronoun"), None)
    if party is None:
        return None
    why = f"the other side of the story (towards whom {act.token.text!r} is told)"
    return replace(party, head=ELSEWHERE, why=(*party.why, why))


def quarrelling(act: Act, doer: Mention, before: Sequence[Sentence]) -> list[Mention]:
    """The two between whom somebody mediates or offers to, as the sentence before tells what they do to one another: "A and B have clashed. C has
    offered to mediate".
    """
    named = {w.lemma_.lower() for w in (*act.token.subtree, *(b.token for b in act.match.bound))}
    if act.recipients or len(act.actors) != 1 or act.type not in ("AGREE", "CONSULT") or named.isdisjoint(MEDIATING):
        return []
    for acts, mentions in before[:1]:
        for told in acts:
            parties = {mentions[p].actor.country: mentions[p] for p in (*told.actors, *told.recipients)}
            if len(parties) == 2 and not {None, doer.actor.country} & parties.keys():
                why = f"one of the two between whom {act.token.text!r} is told"
                return [replace(m, head=ELSEWHERE, why=(*m.why, why)) for m in parties.values()]
    return []


def asked_beside(act: Act, acts: Sequence[Act], mentions: Sequence[Mention]) -> tuple[int, ...]:
    """The several whom somebody asks for something in one breath with an offer of talks: "*urged A and B* to halt and *offered to host talks*"."""
    mediating = not MEDIATING.isdisjoint(w.lemma_.lower() for w in act.token.subtree)
    if act.type != "AGREE" or act.recipients or not (mediating or is_between_states(act)):
        return ()
    near = (act.token.head, *act.token.conjuncts)
    for other in acts:
        lands = {mentions[r].actor.country for r in other.recipients}
        if other.type == "REQUEST" and other.actors == act.actors and other.token in near and len(lands - {None}) > 1:
            return other.recipients
    return ()


def by_the_other(act: Act, mentions: list[Mention], before: Sequence[Sentence]) -> Act:
    """A denial or an answer as of who was charged or asked in the sentence before, where a pronoun was taken for who charged or asked: "A accused B of
    spying. *It* denied the charge", "*Its* foreign minister called the charge absurd", "A asked B for oil. *It* refused"; as of the
    land of the government that was asked, where an office of no told land answers ("Peruvian deputies urged the government to leave. *The premier* refused").
    Who answers joins the ``mentions``.
    """
    doers = [mentions[a] for a in act.actors]
    meant = _answers(act)
    if not meant or len(doers) != 1 or not before:
        return act
    (doer,) = doers
    text = doer.actor.text.lower()
    office = text.startswith("the ") and doer.actor.country is None and doer.actor.sector == "GOV"
    if text not in PRONOUNS and not text.startswith(OWNERS) and not office:
        return act
    spoken, told = before[0]
    for first in spoken:
        speaking = {told[p].actor.country for p in first.actors}
        addressed = [told[p] for p in first.recipients if told[p].actor.country]
        lands = {m.actor.country for m in addressed}
        if (
            first.type not in meant
            or first.status != "asserted"
            or speaking != {doer.actor.country or next(iter(speaking), None)}
        ):
            continue
        if len(lands) == 1 and (office or lands.isdisjoint(speaking)):
            why = f"{doer.actor.text!r}: to whom it was said just before"
            own = replace(doer, actor=replace(doer.actor, country=addressed[0].actor.country), why=(why,))
            mentions += [own, replace(told[first.actors[0]], head=ELSEWHERE)]
            return replace(act, actors=(len(mentions) - 2,), recipients=(len(mentions) - 1,))
    return act


def _answers(act: Act) -> frozenset[str]:
    """The types of what an act may answer: a charge that is denied, a request that is refused or granted, an offer that is accepted."""
    if act.match.frame.id in BARE_ANSWERS:
        return ASKED
    if act.type not in ANSWERING or act.token.pos_ != "VERB":
        return frozenset()
    told = {t.lemma_.lower() for t in tree.objects(act.token)}
    if act.type == "REJECT" and not told.isdisjoint(DENIED):
        return frozenset({"ACCUSE"})
    return frozenset(ANSWERED[noun] for noun in told & ANSWERED.keys())


def without_venue(act: Act, mentions: list[Mention]) -> Act:
    """A refusal of talks as towards the only other land of the sentence, not towards where they are held: "A walked out of talks *in Oslo* after *B* ...";
    that party joins the ``mentions``.
    """
    venues = [mentions[r] for r in act.recipients]
    if act.type not in LEAVING or not venues or not all(m.place and _is_venue(m, act.token) for m in venues):
        return act
    own = {m.actor.country for m in (*venues, *(mentions[a] for a in act.actors))}
    others = [m for m in mentions if m.actor.country not in (None, *own) and not m.place and m.head >= 0]
    if len({m.actor.country for m in others}) != 1:
        return act
    why = f"the other side, not the host (towards whom {act.token.text!r} is told)"
    mentions.append(replace(others[0], head=ELSEWHERE, why=(*others[0].why, why)))
    return replace(act, recipients=(len(mentions) - 1,))


def _is_venue(place: Mention, near: Token) -> bool:
    """Whether a place is only where talks are: "the talks *in Oslo*"."""
    head = near.doc[place.head] if place.head >= 0 else None
    return (
        head is not None
        and head.dep_ == "pobj"
        and head.head.lower_ in ("in", "at")
        and head.head.head.lemma_ in MEETINGS
    )


def without_its_own(act: Act, mentions: Sequence[Mention]) -> Act:
    """An act without those of its doer's own whom it can't be towards: whom a state threatens by them, or sends home."""
    if act.match.frame.id in SENDING_HOME and act.recipients:
        doing = {mentions[a].actor.country for a in act.actors}
        told = [mentions[r].actor for r in act.recipients]
        # "A cut ties with B and gave *its diplomats* two days to leave": B's.
        own = all(a.country in doing and a.text.lower().startswith(("its ", "their ")) for a in told)
        return replace(act, recipients=()) if own else act
    return _without_own_forces(act, mentions)


def _without_own_forces(act: Act, mentions: Sequence[Mention]) -> Act:
    """A state's threat without its own forces, of which it only tells what they will do: "warned that *Omani forces* would respond"."""
    doing = {mentions[a].actor.country for a in act.actors if mentions[a].actor.sector in STATELY}
    told = [mentions[r].actor for r in act.recipients]
    if act.type != "THREATEN" or not told or not all(a.sector == "MIL" and a.country in doing for a in told):
        return act
    heads = [act.token.doc[mentions[r].head] for r in act.recipients if mentions[r].head >= 0]
    if not heads or not all(h.dep_ == "nsubj" and act.token.is_ancestor(h) for h in heads):
        return act
    return replace(act, recipients=())


def is_between_states(act: Act) -> bool:
    """Whether what an act asks for, threatens, offers or answers is a matter of two states, and not said to be another's."""
    if act.type in HOSTILE and any(w.lemma_.lower() in ANSWERS for w in act.token.subtree):
        return True
    matters = MATTERS.get(act.type, frozenset())
    told = {*(b.token for b in act.match.bound), *act.match.fillers("R"), *tree.objects(act.token)}
    if act.type in ("THREATEN", "AGREE"):
        told |= {*act.token.subtree}
    return any(w.lemma_.lower() in matters for w in told)


def _is_faced(act: Act, doer: Mention, before: Sequence[Sentence]) -> bool:
    """Whether forces are called up by whom the sentence before tells to be attacked, threatened or faced by other forces."""
    if act.type != "MOBILIZE":
        return False
    return any(
        told.type in FACING and doer.actor.country in {mentions[r].actor.country for r in told.recipients}
        for acts, mentions in before[:1]
        for told in acts
    )


def where_it_befell(act: Act, doer: Mention, before: Sequence[Sentence]) -> Mention | None:
    """The foreign land where the sentence before tells of a deed that befell the doer's own, by nobody known: "Two *Fijian* nurses were killed *in
    Suva*. ... demanded an inquiry".
    """
    asked = {w.lemma_.lower() for w in (*(b.token for b in act.match.bound), *tree.objects(act.token))}
    asked |= {w.lemma_.lower() for w in act.token.subtree} & CULPRITS
    if act.type != "REQUEST" or asked.isdisjoint(INQUIRIES | CULPRITS) or doer.actor.sector not in STATELY:
        return None
    own = doer.actor.country
    for acts, mentions in before[:1]:
        lands = {m.actor.country: m for m in mentions if m.place and m.actor.country not in (None, own)}
        befell = [a for a in acts if own in {mentions[r].actor.country for r in a.recipients}]
        unknown = befell and not any(mentions[p].actor.country for a in befell for p in a.actors)
        if unknown and len(lands) == 1:
            place = next(iter(lands.values()))
            why = f"where it befell its own (towards whom {act.token.text!r} is told)"
            return replace(place, head=ELSEWHERE, place=False, why=(*place.why, why))
    return None


def who_rules_there(act: Act, doer: Mention, mentions: Sequence[Mention], offset: int) -> Mention | None:
    """The foreign land in which rulers did what somebody objects to, told by a noun and by its place alone: "condemned the *arrest* of two of its
    nationals *in Lima*".
    """
    told = (*act.match.fillers("R"), *act.match.fillers("T"), *tree.objects(act.token))
    deeds = [t for t in told if t.lemma_.lower() in home.OF_RULERS | IN_HANDS and t.i > act.token.i]
    if act.type != "ACCUSE" or not deeds:
        return None
    foreign = [m for m in mentions if m.head > deeds[0].i and m.actor.country not in (None, doer.actor.country)]
    doc = act.token.doc
    there = [m for m in foreign if _is_inside(doc[m.head]) or " in " in m.actor.text]
    lands = {m.actor.country for m in there}
    named = {m.actor.country for m in foreign if not m.plural}
    if len(lands) != 1 or not named <= lands or not lands.isdisjoint(ontology.table()["international"]):
        return None
    start = offset + deeds[0].idx
    span = Span(start, start + len(deeds[0]))
    rulers = Actor(deeds[0].text, span, deeds[0].text, country=lands.pop(), sector="GOV")
    why = f"who rules {rulers.country}, where it was done (towards whom {act.token.text!r} is told)"
    return Mention(doer.sentence, ELSEWHERE, rulers, "noun", False, False, False, why=(why,))


def _is_inside(place: Token) -> bool:
    return place.dep_ == "pobj" and place.head.lower_ == "in"


def _dealt(own: str | None, lands: set[str | None], before: Sequence[Sentence]) -> bool:
    """Whether the two sides have done something to one another."""
    for acts, mentions in before:
        for act in acts:
            sides = [{mentions[p].actor.country for p in side} for side in (act.actors, act.recipients)]
            met = act.type == "CONSULT" and own in sides[0] and lands & sides[0]
            if met or (own in sides[0] and lands & sides[1]) or (own in sides[1] and lands & sides[0]):
                return True
    return False
