"""What happens to those who were held some sentences before: "Chad arrested two French students. *The pair were charged with spying*."

They are charged, tried, jailed, tortured, deported or freed by whoever holds them, unless a word says by whom; and they are called by any word for
people: "they", "the two", "all three", "the men", "the suspects", "one of them"; a ship that was seized, and who is aboard, by any word for ships and
crews. For captives a ransom is asked, and they are threatened with death: towards their land.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from polybius.acts import tree
from polybius.acts.act import Act
from polybius.acts.doers import RESCUE
from polybius.acts.told import ELSEWHERE, UNDONE, Told
from polybius.lexicon.world import world
from polybius.model import Mention

HOLDING = frozenset({"arrest", "abduct", "convict"})  # modes
TAKING = frozenset({"COERCE", "ASSAULT", "SANCTION"})  # types
ABDUCTING = frozenset("kidnap abduct capture kidnapping abduction hijack snatch".split())
JUSTICE = frozenset({"COP", "JUD", "GOV", "MIL", "SPY"})
TRYING = frozenset({"accuse.prosecute", "coerce.sentence", "coerce.court-term", "coerce.caught-in-the-net"})  # frames
EXPELLING = "sanction.expel-diplomat"  # who sends an envoy home gives him the days to leave
FREEING = frozenset(
    {"retreat.release", "retreat.let-go"}
)  # whoever frees somebody held him: "the pilot *had been held* since March"
RELEASES = frozenset({"release", "freedom", "freeing"})
BY_FORCE = frozenset("raid operation rescue rescuer commando troop soldier police storm assault force".split())
# What is done to captives; who kills them may be anybody else, where they are freed by force.
SUFFERED = frozenset({"ACCUSE", "COERCE", "SANCTION", "RETREAT", "ASSAULT", "CONCEDE", "THREATEN"})
MANY = frozenset({"they", "them", "both", "their"})
ONE = frozenset({"he", "she", "him", "her", "his"})
# One of several: "*one* was jailed", "*the eldest* was freed", "*another, Jan Kos,* was held".
MEMBERS = frozenset("one another first second third fourth fifth other others rest eldest oldest youngest".split())
BARE = frozenset({"one", "another"})  # which need no article
CAPTIVES = frozenset({"captive", "hostage", "prisoner", "detainee"})  # however many are told of
ASKED_FOR_THEM = frozenset({"ransom"})
PEOPLE = frozenset(
    """man woman suspect detainee prisoner captive hostage defendant accused person people group trio pair couple duo two three four five six seven
    eight nine ten others youth foreigner""".split()
)
GROUPS = frozenset("group trio pair couple duo two three four five six seven eight nine ten people".split())
FELLING = frozenset("shoot down sink ram seize hijack capture board commandeer".split())
ABOARD = frozenset("crew sailor fisherman seaman captain skipper pilot passenger mariner cargo catch".split())
POINTING = frozenset({"the", "these", "those", "all", "both"})
COUNTED = frozenset(
    "one two three four five six seven eight nine ten some most all several many dozens both none".split()
)
TAKEN_AWAY = frozenset({"coerce.confiscate"})  # frames of what befalls goods


@dataclass(frozen=True, slots=True)
class Custody:
    """Who holds whom, and whether what is held is a ship or another craft."""

    holders: list[Mention]
    captives: list[Mention]
    craft: bool
    freed: bool = False  # told as freed: what befell them before

    @property
    def land(self) -> str | None:
        """The only land of those held; None for several or none known."""
        lands = {m.actor.country for m in self.captives}
        return next(iter(lands)) if len(lands) == 1 else None


def complete(acts: Sequence[Act], mentions: list[Mention], before: Sequence[Told]) -> tuple[list[Act], list[Mention]]:
    """Acts that befall those held before, with them and with who holds them; ``before`` are the acts of the sentences before, oldest first."""
    out: list[Act] = []
    told = list(before)
    for act in acts:
        settled = act
        whom = _undergoing(act) if act.type in SUFFERED or _is_freeing(act) else None
        if not act.recipients and any(t.lemma_.lower() in ASKED_FOR_THEM for t in tree.objects(act.token)):
            settled, mentions = _ransomed(act, mentions, told)
        elif whom is not None:
            settled, mentions = _held(act, whom, mentions, told)
        out.append(settled)
        told.append((settled, mentions))
    return out, mentions


def _is_freeing(act: Act) -> bool:
    """Whether hostages are freed by nobody who is told to save them ("*The hostages were freed* on Friday")."""
    if act.match.frame.id != RESCUE or act.actors or not tree.is_passive(act.token):
        return False
    return BY_FORCE.isdisjoint(t.lemma_.lower() for t in act.token.doc)


def _undergoing(act: Act) -> Token | None:
    """Whom an act told by a verb befalls."""
    if _is_release(act.token):
        return _of_whom(act.token, act)
    if act.token.pos_ != "VERB":
        return None
    verb = act.token
    if act.type == "THREATEN" and not tree.objects(verb):  # "threatened *to kill the hostages*"
        verb = next((c for c in verb.children if c.dep_ == "xcomp"), verb)
    told = tree.surface_subjects(verb) if tree.is_passive(verb) else tree.objects(verb)
    whom = next(iter(told), None)
    return None if whom is None else _of_whom(whom, act)


def _is_release(word: Token) -> bool:
    return word.lemma_ in RELEASES and word.pos_ == "NOUN"


def _of_whom(word: Token, act: Act) -> Token:
    """The word for the captives of whom a phrase tells: "one of *them*", "two of *the hostages*", and whose goods: "*their* boats were seized"."""
    if _is_release(word):
        whose = [t for name, t in tree.prepositions(word) if name == "of"]
        return next(iter([*whose, *(c for c in word.children if c.dep_ == "poss")]), word)
    owned = act.match.frame.id in TAKEN_AWAY
    parts = (
        [t for name, t in tree.prepositions(word) if name == "of"]
        if word.lower_ in COUNTED or word.pos_ == "NUM"
        else []
    )
    owners = [c for c in word.children if owned and c.tag_ == "PRP$" and c.lower_ in MANY | ONE]
    return next(iter([*parts, *owners]), word)


def _ransomed(act: Act, mentions: list[Mention], told: Sequence[Told]) -> tuple[Act, list[Mention]]:
    """A ransom asked of nobody told, as asked of those whose the captives are, by who holds them."""
    lands = {mentions[a].actor.country for a in act.actors}
    for custody in _custodies(told):
        if custody.land is None or lands != {m.actor.country for m in custody.holders}:
            continue
        why = f"of whom a ransom is asked for {custody.captives[-1].actor.text!r}"
        asked = [replace(m, head=ELSEWHERE, why=(*m.why, why)) for m in custody.captives]
        return replace(act, recipients=tuple(range(len(mentions), len(mentions) + len(asked)))), [*mentions, *asked]
    return act, mentions


def _held(act: Act, whom: Token, mentions: list[Mention], told: Sequence[Told]) -> tuple[Act, list[Mention]]:
    """An act with the last captives before it, where it is told of them, and with their captors, where nobody else is told to do it."""
    here = [mentions[r] for r in act.recipients]
    for custody in _custodies(told):
        named = any(m.actor.country == custody.land and m.back >= 0 for m in here)
        meant = _stands_for(whom, custody) or _are_alike(here, custody.captives, whom)
        if custody.freed and (act.type not in TAKING | {"ACCUSE"} or _is_abducting(act)):
            continue
        if custody.land is None or not (named or (meant and _is_open(here, whom))):
            continue
        act, mentions = _with_holders(act, mentions, custody)
        if act.match.frame.id == RESCUE:
            act = replace(act, type="RETREAT", mode="release")
        if named:
            return act, mentions
        if here:
            captive = custody.captives[-1]
            return act, [_as_captive(m, captive) if n in act.recipients else m for n, m in enumerate(mentions)]
        held = [replace(m, head=ELSEWHERE, why=(*m.why, "held before, as told")) for m in custody.captives]
        return replace(act, recipients=tuple(range(len(mentions), len(mentions) + len(held)))), [*mentions, *held]
    return act, mentions


def _with_holders(act: Act, mentions: list[Mention], custody: Custody) -> tuple[Act, list[Mention]]:
    """A passive that names no doer as done by those who hold; one of no land only speaks of it ("were tortured, *their lawyer* said")."""
    lands = {m.actor.country for m in custody.holders}
    doing = [mentions[a] for a in act.actors]
    if doing and len(lands) == 1 and all(_may_be_theirs(m, custody) for m in doing):
        why = "of the land that held them"  # "were questioned by *police*", "*a court* sentenced them"
        own = {a: _of(mentions[a], custody.holders[0], why) for a in act.actors}
        return act, [own.get(n, m) for n, m in enumerate(mentions)]
    done_by = bool(tree.agents(act.token)) or any(m.actor.country for m in doing)
    gained = _is_release(act.token)  # "A secured *his release*": by who held him
    if done_by or not (gained or tree.is_passive(act.token)):
        return act, mentions
    why = f"who held {custody.captives[-1].actor.text!r}, as told before"
    holding = [replace(m, head=ELSEWHERE, why=(*m.why, why)) for m in custody.holders]
    return replace(act, actors=tuple(range(len(mentions), len(mentions) + len(holding)))), [*mentions, *holding]


def _may_be_theirs(mention: Mention, custody: Custody) -> bool:
    """Whether police or judges may be of those who hold: of no land by their own words, even where they were guessed to be of the captives'."""
    guessed = mention.kind == "noun" and mention.actor.country == custody.land and mention.actor.sector != "MIL"
    return mention.actor.sector in JUSTICE and (mention.actor.country is None or guessed)


def _of(mention: Mention, other: Mention, why: str) -> Mention:
    return replace(mention, actor=replace(mention.actor, country=other.actor.country), why=(*mention.why, why))


def _as_captive(mention: Mention, captive: Mention) -> Mention:
    """A word for people or a ship as those whom it stands for."""
    told, word = captive.actor, mention.actor.text
    actor = replace(mention.actor, name=told.name, id=told.id, country=told.country, sector=told.sector)
    return replace(mention, actor=actor, kind="name", scene=False, why=(f"{word!r} is {told.text}, held before",))


def _custodies(told: Sequence[Told]) -> Iterator[Custody]:
    """Who held whom, the last first."""
    for act, mentions in reversed(told):
        captives = [mentions[r] for r in act.recipients]
        craft = bool(captives) and _takes_craft(act) and all(_is_aboard(m, act.token) for m in captives)
        holds = act.type in TAKING and ((act.mode or act.match.frame.mode) in HOLDING or _is_abducting(act))
        freed = act.match.frame.id in FREEING
        told_so = holds or craft or freed or act.match.frame.id in TRYING | {EXPELLING}
        if not told_so or act.status in UNDONE or not captives:
            continue
        holders = [mentions[a] for a in act.actors if mentions[a].actor.country]
        if not holders and not act.actors and holds:
            holders = _on_whose_ground(act, mentions, captives)
        if holders:
            yield Custody(holders, captives, craft, freed)


def _on_whose_ground(act: Act, mentions: Sequence[Mention], captives: Sequence[Mention]) -> list[Mention]:
    """The land in which foreigners are held, by nobody who is told ("a Dane *held in Oman* was freed")."""
    if act.type != "COERCE" or not tree.is_passive(act.token) or tree.agents(act.token):
        return []
    grounds = {t.i for name, t in tree.prepositions(act.token) if name == "in"}
    own = {m.actor.country for m in captives}
    return [
        replace(m, place=False)
        for m in mentions
        if m.head in grounds and m.place and m.actor.country not in (None, *own)
    ][:1]


def _is_abducting(act: Act) -> bool:
    return act.token.lemma_.lower() in ABDUCTING


def _takes_craft(act: Act) -> bool:
    """Whether a craft, and who is aboard, falls to who acts: seized, by pirates too, or "*shot down* a Ugandan plane", whose pilot may be caught."""
    return act.type == "COERCE" or (act.type == "ASSAULT" and act.token.lemma_.lower() in FELLING)


def _is_aboard(captive: Mention, near: Token) -> bool:
    """Whether a party is only whose craft was taken ("seized a *Ugandan* boat"), or that craft ("shot down a *Ugandan army plane*")."""
    if captive.head < 0:
        return False
    head = near.doc[captive.head]
    if captive.kind == "modifier":
        flying = head.head.dep_ == "amod" and head.i + 1 < head.head.i  # "a *Greek*-flagged tanker"
        head = head.head.head if flying else head.head
    return head.lemma_.lower() in world().craft | world().warcraft


def _stands_for(whom: Token, custody: Custody) -> bool:
    """Whether a word may stand for those held: a pronoun, or a word for people or ships that points back, of their number."""
    word = whom.lemma_.lower()
    if not custody.craft and whom.lower_ in MANY | ONE:
        return custody.captives[-1].plural == (whom.lower_ in MANY)
    if _is_member(whom):
        return custody.captives[-1].plural and not custody.craft
    before = {c.lower_ for c in whom.children if c.i < whom.i}
    if custody.craft and word in ("member", "crew"):
        return _is_crew(whom) and bool(before & {*POINTING, "its"})
    if any(c.dep_ in ("relcl", "prep") or (c.text[:1].isupper() and not c.is_sent_start) for c in whom.children):
        return False  # "the *Kenyan* men", "the men in the boat"
    if custody.craft:
        return word in world().craft | world().warcraft | ABOARD and bool(before & {*POINTING, "its"})
    if not {whom.lower_, word} & PEOPLE or not (before & POINTING or whom.pos_ == "NUM"):
        return False
    if word in CAPTIVES:
        return True
    return (whom.tag_ in ("NNS", "CD") or word in GROUPS) == custody.captives[-1].plural


def _is_member(whom: Token) -> bool:
    """Whether a word is one or more of several told before, or a name behind such a word ("another, *Jan Kos*, was held")."""
    first = whom.left_edge
    if whom.pos_ == "PROPN" and first.i > 1 and first.nbor(-1).text == ",":
        return _is_of_several(first.nbor(-2))
    return _is_of_several(whom) and not any(c.dep_ in ("relcl", "prep") for c in whom.children)


def _is_of_several(word: Token) -> bool:
    before = word.nbor(-1).lower_ if word.i else ""
    return word.lower_ in MEMBERS and (word.lower_ in BARE or before in ("the", "a"))


def _is_crew(whom: Token) -> bool:
    """Whether a word means all or some of those who run a craft, of no told land: "the crew *of 23*", "the 23 *crew* members"."""
    below = [(name, filler) for name, filler in tree.prepositions(whom)]
    counted = all(name == "of" and filler.like_num for name, filler in below)
    crew = whom.lemma_.lower() == "crew" or any(c.lower_ == "crew" for c in whom.children)
    foreign = any(c.text[:1].isupper() and not c.is_sent_start for c in whom.children)
    return crew and counted and not foreign


def _are_alike(here: Sequence[Mention], captives: Sequence[Mention], whom: Token) -> bool:
    """Whether those whom an act names by another word for what the captives are, and by no land, are these: "arrested two French *journalists*.
    *The reporters* were freed".
    """
    definite = any(c.lower_ in POINTING for c in whom.children)
    kinds = {m.actor.sector for m in captives} - {""}
    return definite and bool(here) and all(m.actor.sector in kinds and m.plural == captives[-1].plural for m in here)


def _is_open(here: Sequence[Mention], whom: Token) -> bool:
    """Whether those whom an act names so far are whom the word stands for, and of no land that they name themselves."""
    pronoun = whom.lower_ in MANY | ONE or any(c.lower_ == "its" for c in whom.children)  # "*its* captain": the ship's
    return all(
        m.head in (whom.i, whom.head.head.i) and (pronoun or m.actor.country is None or m.scene or m.kind == "noun")
        for m in here
    )
