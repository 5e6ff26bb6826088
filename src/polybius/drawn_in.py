"""Towards whom a state's step is that names nobody, in a story of three lands: "Chad executed two Danes despite pleas from Niger. *Denmark recalled
its ambassador*": from Chad, which harmed its own.

Who is hit answers who hit him, whoever else is named; who closes *its border* closes it on the land that the sentence before is about; who asks for
restraint asks both who fight; who sends help as well sends it to whom the other helped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius import twosided
from polybius.actors.aboard import DISASTERS
from polybius.acts import tree
from polybius.acts.act import Act
from polybius.acts.replies import ANSWERS, is_by_many
from polybius.acts.told import ELSEWHERE, STATELY, UNDONE, Sentence
from polybius.lexicon import ontology
from polybius.model import Mention

HARMING = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "THREATEN"})
FIGHTING = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN"})
REACTED = HARMING | {"MOBILIZE", "REJECT", "PROTEST"}
SAID = frozenset({"advcl", "ccomp", "prep", "dobj"})  # clauses and phrases of a protest that say more of it
VOICING = "accuse.voiced-anger"
BORDERS = frozenset({"border", "frontier", "crossing", "airspace"})
# What is asked of two who fight.
CALM = frozenset("restraint calm de-escalation moderation truce ceasefire cease-fire hostility fighting".split())
HELPING = frozenset({"AID", "AGREE"})
# What is sent to where a disaster or a war was; money and goods go anywhere.
HELP = frozenset(
    """doctor nurse medic surgeon engineer rescuer rescue aid help relief food water medicine blanket tent supply team helicopter plane dog
    hospital shelter generator wheat rice flour dollar""".split()
)
FORCE, OFFICIAL = frozenset({"ASSAULT", "COERCE"}), frozenset({"", "GOV", "MIL", "COP", "SPY"})
INQUIRIES = frozenset({"inquiry", "enquiry", "investigation", "probe"})
OF_OTHERS = frozenset({"international", "un-led", "un", "global", "foreign"})


def answered(act: Act, doer: Mention, beside: Sequence[Mention], before: Sequence[Sentence]) -> Mention | None:
    """Towards whom a step of a state is that the sentences ``before`` (nearest first) tell the reason of."""
    if act.token.pos_ != "VERB" or is_by_many(act) or doer.actor.sector not in STATELY:
        return None
    harming = harmed_by(act, doer, before) if _is_an_answer(act) else None
    asked = _looked_into(act, doer, before)
    return harming or asked or reacted_to(act, doer, beside, before) or helped_too(act, doer, before)


def _is_an_answer(act: Act) -> bool:
    """Whether an act is what only states do to one another, or says that it answers: "recalled its *ambassador*", "*protested*"."""
    answers = act.type == "THREATEN" and any(t.lemma_ in ANSWERS for t in act.token.subtree)
    return twosided.is_between_states(act) or _is_protest(act) or answers


def without_bare(acts: Sequence[Act], vouchers: Sequence[list[int]]) -> tuple[list[Act], list[list[int]]]:
    """Acts, and who vouches for them, without protests of no told matter that are towards nobody: "Peru protests" may be a heap of nouns."""
    kept = [n for n, act in enumerate(acts) if act.recipients or not _is_bare(act)]
    return [acts[n] for n in kept], [vouchers[n] for n in kept]


def _is_bare(act: Act) -> bool:
    """Whether a protest tells neither what it is about nor what was said: "Iceland protested, *calling it theft*" does."""
    return _is_protest(act) and not any(c.dep_ in SAID for c in act.token.children)


def _is_protest(act: Act) -> bool:
    """Whether a state protests, or voices its anger, to nobody told."""
    return act.match.frame.id == VOICING or (act.type == "ACCUSE" and act.token.lemma_ == "protest")


def harmed_by(act: Act, doer: Mention, before: Sequence[Sentence]) -> Mention | None:
    """The only land that is told to have harmed the doer's own, in the nearest of the sentences ``before`` that tells such a thing."""
    own = doer.actor.country
    for acts, mentions in before[:2]:
        lands = {
            mentions[a].actor.country: mentions[a]
            for told in acts
            if _is_done(told, HARMING) and own in {mentions[r].actor.country for r in told.recipients}
            for a in told.actors
        }
        lands.pop(own, None)
        if lands:
            return _only(lands, f"who harmed its own (towards whom {act.token.text!r} is told)")
    return None


def reacted_to(act: Act, doer: Mention, beside: Sequence[Mention], before: Sequence[Sentence]) -> Mention | None:
    """On whom somebody closes *its border*, to whom he cuts his aid or from where he recalls his envoy: the only other land of the sentence before,
    where force was used or a hostile step taken.
    """
    closed = [t for t in tree.objects(act.token) if t.lemma_.lower() in BORDERS]
    own = any(c.lower_ in ("its", "their") for t in closed for c in t.children)
    answering = act.type == "SANCTION" or _is_protest(act)
    if not answering and not (act.type == "COERCE" and own):
        return None
    here = {m.actor.country for m in beside if m.head >= 0}
    for acts, mentions in before[:1]:
        lands = {m.actor.country: m for m in mentions if m.actor.country not in (None, *here)}
        doing = {mentions[a].actor.country for told in acts if _is_done(told, REACTED) for a in told.actors}
        return (
            _only(lands, f"whose story it is (towards whom {act.token.text!r} is told)") if doing & set(lands) else None
        )
    return None


def helped_too(act: Act, doer: Mention, before: Sequence[Sentence]) -> Mention | None:
    """To whom somebody sends help too: whom another land has just helped ("A flew tents to B after a quake. *C sent a team of doctors*")."""
    sent = {w.lemma_.lower() for t in tree.objects(_given(act)) for w in t.subtree}
    if act.type not in HELPING or sent.isdisjoint(HELP):
        return None
    for acts, mentions in before[:1]:
        lands = {
            mentions[r].actor.country: mentions[r]
            for told in acts
            if _is_done(told, HELPING) and doer.actor.country not in _lands(told, mentions)
            for r in told.recipients
        }
        return _only(lands, f"whom others help (towards whom {act.token.text!r} is told)")
    return None


def helping_after(
    acts: Sequence[Act], mentions: list[Mention], before: Sequence[tuple[Doc, Sequence[Mention]]]
) -> tuple[list[Act], list[Mention]]:
    """Help that is sent or offered to nobody told as for the only land that the sentence before tells a disaster befell ("An earthquake shook B. *A
    and C offered help*"); ``before`` are the sentences before, nearest first.
    """
    out: list[Act] = []
    for act in acts:
        sent = {w.lemma_.lower() for t in tree.objects(_given(act)) for w in t.subtree}
        told = any(mentions[r].actor.country for r in act.recipients) or not act.actors
        own = {mentions[a].actor.country for a in act.actors}
        if told or act.type not in HELPING or sent.isdisjoint(HELP) or act.status in UNDONE:
            out.append(act)
            continue
        hit = _struck(before[:1], own)
        out.append(act if hit is None else replace(act, recipients=(len(mentions),)))
        mentions = mentions if hit is None else [*mentions, hit]
    return out, mentions


def _struck(before: Sequence[tuple[Doc, Sequence[Mention]]], own: set[str | None]) -> Mention | None:
    """The only land of a sentence that tells of a disaster."""
    for doc, mentions in before:
        if DISASTERS.isdisjoint(t.lemma_.lower() for t in doc):
            return None
        lands = {m.actor.country: m for m in mentions if m.actor.country not in (None, *own)}
        return _only(lands, "where the disaster was of which the sentence before tells")
    return None


def struck_beside(act: Act, doer: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """The only other land that a disaster hit in an act's own sentence, where the act helps nobody who is named ("an *earthquake shook B*, and A sent
    doctors").
    """
    if act.type != "AID" or act.recipients:
        return None
    doc = act.token.doc
    disasters = [t for t in doc if t.lemma_.lower() in DISASTERS and t.pos_ == "NOUN"]
    hit = [
        m
        for m in mentions
        if m.head >= 0
        and m.actor.country not in (None, doer.actor.country)
        and any(_hits(d, doc[m.head]) for d in disasters)
    ]
    if not hit or len({m.actor.country for m in hit}) > 1:
        return None
    why = f"which a disaster hit (for whom {act.token.text!r} is told)"
    return replace(hit[0], head=ELSEWHERE, place=False, why=(*hit[0].why, why))


def _hits(disaster: Token, where: Token) -> bool:
    """Whether a disaster is told of a place: "floods *in Peru*", "a quake shook *Peru*", "a storm killed 20 people *in Peru*"."""
    inside = where.dep_ == "pobj" and where.head.dep_ == "prep"
    above = where.head.head if inside else where.head
    verb = above if above.pos_ == "VERB" else above.head  # "killed *20 people in Peru*"
    return above == disaster or (verb.pos_ == "VERB" and disaster in tree.subjects(verb))


def who_fight(act: Act, doer: Mention, before: Sequence[Sentence]) -> list[Mention]:
    """The two who fight, where a third asks for restraint: "A shelled B. *C called for calm*"."""
    asked = {w.lemma_.lower() for w in (*(b.token for b in act.match.bound), *tree.objects(act.token))}
    if act.type != "REQUEST" or act.recipients or asked.isdisjoint(CALM):
        return []
    for acts, mentions in before[:2]:
        for told in acts:
            if not _is_done(told, FIGHTING):
                continue
            sides = {mentions[p].actor.country: mentions[p] for p in (*told.actors, *told.recipients)}
            if len(sides) == 2 and not {None, doer.actor.country} & sides.keys():
                return [_as_told(m, f"one of the two who fight (whom {act.token.text!r} asks)") for m in sides.values()]
    return []


def _given(act: Act) -> Token:
    """The verb of what is given or promised ("offered *to send* doctors")."""
    return next((c for c in act.token.children if c.dep_ == "xcomp"), act.token)


def _is_done(act: Act, types: frozenset[str]) -> bool:
    return act.type in types and act.status not in UNDONE and act.status != "historical"


def _lands(act: Act, mentions: Sequence[Mention]) -> set[str | None]:
    return {mentions[p].actor.country for p in act.recipients}


def _looked_into(act: Act, doer: Mention, before: Sequence[Sentence]) -> Mention | None:
    """Who is to look into a deed of his forces: "Police shot two students in Togo. *The United Nations called for an inquiry*"."""
    asked = [t for t in (*(b.token for b in act.match.bound), *tree.objects(act.token)) if t.lemma_ in INQUIRIES]
    if act.type != "REQUEST" or not asked or any(c.lower_ in OF_OTHERS for t in asked for c in t.children):
        return None
    for acts, mentions in before[:1]:
        doing = [mentions[a] for told in acts if _is_done(told, FORCE) for a in told.actors]
        if all(m.actor.sector in OFFICIAL for m in doing):
            lands = {m.actor.country: m for m in doing if m.actor.country != doer.actor.country}
            return _only(lands, f"whose forces did it (of whom {act.token.text!r} asks it)")
    return None


def _only(lands: dict[str | None, Mention], why: str) -> Mention | None:
    """The only land of several parties, where it is one and a state's."""
    known = [m for land, m in lands.items() if land is not None]
    if len(known) != 1 or known[0].actor.country in ontology.table()["international"]:
        return None
    return _as_told(known[0], why)


def _as_told(mention: Mention, why: str) -> Mention:
    return replace(mention, head=ELSEWHERE, place=False, why=(*mention.why, why))
