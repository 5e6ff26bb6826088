"""Which two parties "both", "the two", "both sides" and "the latter" mean, by who was told together before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius.actors import about, syntax, unnamed
from polybius.actors.gatherings import MEETINGS
from polybius.actors.institutions import STATES_WINDOW
from polybius.actors.pronouns import Found, ago
from polybius.lexicon import ontology
from polybius.model import Actor, Mention

_ADJECTIVES = (
    r"defen[cs]e|foreign|prime|finance|trade|interior|energy|transport|agriculture|fisheries|health|justice|economy|oil|water|warring|rival|feuding|"
    r"neighbou?ring|nuclear-armed|opposing|hostile|chief"
)
_NOUNS = (
    r"sides|countries|states|nations|neighbou?rs|governments|capitals|leaders|presidents|ministers|men|delegations|powers|allies|rivals|"
    r"parties|foes|enemies|premiers|heads of (?:state|government)|vice-presidents|rulers|monarchs|chancellors|army chiefs|negotiators|delegates|envoys|teams|camps|belligerents|combatants|"
    r"adversaries|contestants|claimants|factions|peoples|republics|kingdoms|statesmen|antagonists"
)
_TWO = re.compile(
    rf"(?:both|the two|these two) (?:(?:{_ADJECTIVES}) )?(?:{_NOUNS})\Z|(?:each|neither) (?:side|country|nation|government|army)\Z"
)
_THREE = re.compile(rf"(?:all three|(?:all )?the three|these three)(?: (?:(?:{_ADJECTIVES}) )?(?:{_NOUNS}))?\Z")
_PERSONS = re.compile(
    r"\b(?:leaders|presidents|men|premiers|chancellors|rulers|monarchs|statesmen|prime ministers|army chiefs)\Z"
)
HE_OR_SHE, PERSONS_WINDOW = frozenset({"he", "she"}), 4
_LANDS = re.compile(r"(?:countries|states|nations|neighbou?rs|capitals|peoples|republics|kingdoms)\Z")
_TWO_FORCES = re.compile(
    r"(?:both|the|the two|these two|their) (?:armies|militaries|navies|air forces|general staffs)\Z"
)
# Who acts for each of two, where the sentence names nobody before whose they may be.
_THEIR_MEN = re.compile(
    r"their (?:generals|admirals|army chiefs|commanders|(?:defen[cs]e|foreign|interior|finance) ministers)\Z"
)
OPPOSED = unnamed.IRREGULAR | {"OPP", "SEP"}
ARMED = frozenset({"REB", "MIL", "UAF", "PRM", "COP", "SEP"})


TALKS = MEETINGS | {"meet", "discussion", "consultation"}
FACED = ("counterpart", "counterparts", "opposite number", "host")  # who is of the other side, whosever he is called
RULING = frozenset({"", "GOV", "MIL", "LEG"})
PROPOSING = frozenset({"propose", "suggest", "offer"})
OFTEN = 3  # how often a report tells of a land that goes without saying


class Pairs:
    """The pairs that a report has told of: ``named`` are its parties by sentence, ``states`` those of one state; both grow as it is read."""

    def __init__(self, named: list[list[Mention]], states: list[list[Mention]]) -> None:
        self.named, self.states = named, states

    def together(self, mention: Mention, before: list[Mention], ahead: list[Mention], doc: Doc) -> Found | None:
        """Whom "both", "the two" and "the three" sum up."""
        text = mention.actor.text.lower()
        if is_three(text):
            return self.three(mention)
        return self.both(mention, before, ahead, doc) if text == "both" else self.the_two(mention, before, doc)

    def both(self, mention: Mention, before: list[Mention], ahead: list[Mention], doc: Doc) -> Found | None:
        """Two parties that "both" sums up: named together in this sentence (also after it) or just before; where they are told to do
        something ("urged *both* to wait"), also the only two of the sentence before.
        """
        told = _is_told_to_do(mention, doc)
        pools = [
            [m for m in before if _is_settled(m)],
            ahead,
            *([m for m in s if _is_settled(m)] for s in reversed(self.named[-2:])),
        ]
        for number, pool in enumerate(pools):
            alone = number < 2 or (told and number == 2)
            pair = _coordinated(pool) or (_only_two([m for m in pool if not m.place]) if alone else [])
            if pair:
                return pair, f"'both' is {pair[0].name} and {pair[1].name}", max(0, number - 1)
        return None

    def the_two(self, mention: Mention, before: list[Mention], doc: Doc) -> Found | None:
        """The two parties that "the two" sums up: those named together in this sentence or said to have met in it, else the only two of the sentence
        before.
        """
        for back, pool in enumerate([before, *self.named[-1:]]):
            known = [m for m in pool if m.actor.country is not None and not m.place]
            alone = back > 0 or any(_tells_of_his_talks(m, known, mention, doc) for m in known if m.subject)
            pair = _coordinated(known) or (_only_two(known) or _two_persons(known) if alone else [])
            if len({a.country for a in pair}) == 2:
                return pair, f"'the two' are {pair[0].name} and {pair[1].name}, {ago(back)}", back
        return None

    def three(self, mention: Mention) -> Found | None:
        """The three that "the three", "all three countries" sum up: the only three lands of the sentence before whose people act."""
        for told in self.named[-1:]:
            lands = {m.actor.country: m.actor for m in told if m.actor.country is not None and not m.place}
            if len(lands) == 3:
                names = ", ".join(a.name for a in lands.values())
                return list(lands.values()), f"{mention.actor.text!r} are {names}, {ago(1)}", 1
        return None

    def former_or_latter(self, mention: Mention, before: list[Mention]) -> Found | None:
        """ "The former", "the latter": the first or the last of the only two parties of this sentence before it, else of the one before."""
        for back, pool in enumerate([before, *self.named[-1:]]):
            told = [m.actor for m in pool if m.actor.country and not m.place and m.kind not in ("pronoun", "modifier")]
            parties = list({(a.country, a.sector): a for a in reversed(told)}.values())[::-1]
            if len({a.country for a in parties}) == len(parties) == 2:
                actor = parties[0] if mention.actor.text.lower() == "the former" else parties[1]
                return [actor], f"{mention.actor.text!r} is {actor.name}, {ago(back)}", back
            if parties and back == 0 and len(parties) > 1:
                return None
        return None

    def two(self, mention: Mention, before: list[Mention], doc: Doc) -> Found | None:
        """The two parties that "both sides", "the two leaders" sum up: the only two of the nearest sentence that names any."""
        proposed = self._of_proposer(mention, before, doc)
        if proposed is not None:
            return proposed
        if _PERSONS.search(mention.actor.text.lower()):
            settled, found = self._two_persons_told(mention)
            if settled:
                return found
        for back, sentence in enumerate(reversed(self.named[-2:]), start=1):
            known = [m for m in sentence if m.actor.country is not None and not m.place]
            if known:
                pair = _summed_up(known) or _coordinated(known) or _only_two(known) or _two_persons(known)
                asking = _dealing([m for m in before if about.is_state(m)], mention, doc)
                if len({a.country for a in pair} - asking) < 2 or _is_with_a_body(pair, known):
                    break
                if mention.actor.text.lower().endswith(" governments") and not any(map(_may_rule, known)):
                    break  # "a barrister from London who had never been to Paris"
                if _TWO_FORCES.match(mention.actor.text.lower()):
                    pair = [replace(mention.actor, country=a.country) for a in pair]
                return pair, f"{mention.actor.text!r} are {pair[0].name} and {pair[1].name}, {ago(back)}", back
        return self._two_states(mention, before, doc)

    def _two_persons_told(self, mention: Mention) -> tuple[bool, Found | None]:
        """The two persons of two lands whom the nearest sentence names that names two: "both leaders", "the two men". And whether that settles
        it: beside one person a "he" whom nobody knows leaves it open.
        """
        for back, sentence in enumerate(reversed(self.named[-PERSONS_WINDOW:]), start=1):
            persons = [m for m in sentence if m.nature == "person" and not m.plural and not m.place]
            lands = {m.actor.country: m.actor for m in persons if m.actor.country is not None}
            if len(lands) == 2:
                one, other = lands.values()
                return True, (
                    [one, other],
                    f"{mention.actor.text!r} are {one.name} and {other.name}, {ago(back)}",
                    back,
                )
            unknown = any(
                m.kind == "pronoun" and m.actor.text.lower() in HE_OR_SHE and not m.actor.country for m in sentence
            )
            if len(lands) > 2 or (lands and unknown):
                return True, None
        return False, None

    def _of_proposer(self, mention: Mention, before: list[Mention], doc: Doc) -> Found | None:
        """The two of whom one proposes what both are to do ("*Ghana* proposed that *the two sides* meet"): the only two states of a sentence just
        before or of the lead that names it.
        """
        lands = {m.actor.country for m in before if about.is_state(m) and _proposes(m, mention, doc)}
        if len(lands) != 1:
            return None
        for sentence in (*reversed(self.states[-STATES_WINDOW:]), *self.states[:1]):
            two = list(dict.fromkeys(m.actor.country for m in sentence if m.actor.country))
            if len(two) == 2 and lands <= set(two):
                actors = [replace(mention.actor, name=land, country=land) for land in two]
                return actors, f"{mention.actor.text!r} are {' and '.join(two)}, of whom one proposes it", 1
        return None

    def men_of_both(self, mention: Mention, before: list[Mention], doc: Doc) -> Found | None:
        """Of which two lands "their generals" are, where nobody is named before them in the sentence: of the two told of last."""
        if mention.actor.country is not None or before or not _THEIR_MEN.match(mention.actor.text.lower()):
            return None
        found = self._two_states(mention, before, doc)
        if found is None or len({a.country for a in found[0]}) < 2:
            return None
        return [replace(mention.actor, country=a.country) for a in found[0]], *found[1:]

    def of_the_two(self, mention: Mention, before: list[Mention], doc: Doc) -> Found | None:
        """Of which two lands people are who act for both ("the foreign ministers *of the two countries*", "*both governments'* envoys")."""
        if mention.actor.country is not None or mention.head < 0:
            return None
        for owner in _owners(doc[mention.head]):
            if _TWO.match(doc[owner.left_edge.i : owner.i + 1].text.lower()):
                found = self.two(mention, before, doc)
                if found is None:
                    return None
                pair, why, back = found
                if back and len({m.actor.country for m in self.states[-back]}) > 2:
                    return None  # of three, any two may be meant
                return [replace(mention.actor, country=a.country) for a in pair], why, back
        return None

    def _two_states(self, mention: Mention, before: list[Mention], doc: Doc) -> Found | None:
        """The only two states that the last sentences deal with, nearest first, but for the one that deals with both ("*A* asked both sides")."""
        lands: list[str] = []
        states = [m for m in before if about.is_state(m) and not (m.place and _is_town(m))]
        asking = _dealing(states, mention, doc)
        others = [m for m in states if m.actor.country not in asking]
        here = others if len({m.actor.country for m in others}) == 2 else []
        forces = _TWO_FORCES.match(mention.actor.text.lower()) is not None
        of_lands = _LANDS.search(mention.actor.text.lower()) is not None
        for back, sentence in enumerate([here, *reversed(self.states[-STATES_WINDOW:])]):
            told = [
                m
                for m in sentence
                if m.actor.country not in (None, *asking, *lands)
                # its own men are no other side: "the Kremlin said that *its* peacekeepers"
                and (m.actor.text.split()[0].lower() not in unnamed.POSSESSIVES or m.actor.text.lower().endswith(FACED))
            ]
            lands += dict.fromkeys(m.actor.country or "" for m in told) if of_lands else _sides(told, forces)
            if len(lands) >= 2:
                apart = len(told) < len(lands)  # told in several sentences: one may be who comes between the two
                if len(lands) > 2 or (apart and self._two_of_lead(mention, asking) is not None):
                    break
                lands = self._two_told_often(lands)
                actors = [replace(mention.actor, name=land, country=land) for land in lands]
                return actors, f"{mention.actor.text!r} are {' and '.join(lands)}, the two states told of last", back
        return self._two_of_lead(mention, asking)

    def _two_told_often(self, lands: list[str]) -> list[str]:
        """The only two lands of which a report has told often, where it names the ``lands`` of one sentence for the first time: "*The two governments*"
        of India and Bangladesh, after "a barrister from London who had never been to Paris".
        """
        counts = Counter(m.actor.country for sentence in self.states for m in sentence if m.actor.country)
        often = [land for land, number in counts.items() if number >= OFTEN and land is not None]
        return (
            often if len(often) == 2 and not set(lands) & set(often) and all(map(self._is_told_once, lands)) else lands
        )

    def _is_told_once(self, land: str) -> bool:
        """Whether one sentence only tells of a land."""
        return sum(any(m.actor.country == land for m in sentence) for sentence in self.states) == 1

    def _two_of_lead(self, mention: Mention, asking: set[str | None]) -> Found | None:
        """The only two states, or sides at home, of the sentence that leads the report, where later ones name others beside them."""
        forces = _TWO_FORCES.match(mention.actor.text.lower()) is not None
        led = [m for m in self.states[0] if m.actor.country] if self.states else []
        lands = _sides([m for m in led if not forces or m.actor.sector in RULING | ARMED], forces)
        if len(lands) != 2 or asking & set(lands):
            return None
        actors = [replace(mention.actor, name=land, country=land) for land in lands]
        return (
            actors,
            f"{mention.actor.text!r} are {lands[0]} and {lands[1]}, whom the report leads with",
            len(self.states),
        )


def is_three(text: str) -> bool:
    """Whether words stand for three parties told before."""
    return bool(_THREE.match(text))


def is_two(text: str) -> bool:
    """Whether a phrase in small letters sums up two: "both sides", "the two armies"."""
    return _TWO.match(text) is not None or _TWO_FORCES.match(text) is not None


def _is_with_a_body(pair: Sequence[Actor], told: Sequence[Mention]) -> bool:
    """Whether one of two told apart is a body of many states, which is no side ("A, which chairs *the League*, offered to mediate")."""
    bodies = ontology.table()["international"]
    return not _coordinated(list(told)) and any(a.country in bodies for a in pair)


def _sides(states: Sequence[Mention], forces_only: bool = False) -> list[str]:
    """The lands of some parties, one twice where a ruler and an opponent or two armed forces of it are told: these are its two sides. Of
    "the two armies" (``forces_only``) none is an opponent's who bears no arms.
    """
    told = [m for m in states if m.kind != "pronoun"]
    opposed = {m.actor.country for m in told if m.actor.sector in (OPPOSED & ARMED if forces_only else OPPOSED)}
    ruling = {m.actor.country for m in told if m.actor.sector not in OPPOSED}
    armed = {(m.actor.country, m.actor.text) for m in told if m.actor.sector in ARMED}
    forces = Counter(country for country, _ in armed)
    once = list(dict.fromkeys(str(m.actor.country) for m in states))
    return [land for land in once for _ in range(2 if land in opposed & ruling or forces[land] > 1 else 1)]


def _dealing(states: Sequence[Mention], two: Mention, doc: Doc) -> set[str | None]:
    """The lands of those who do what is done to two parties, all of them who do it together ("*Norway and Cuba* asked both sides")."""
    together = {m.group for m in states if _deals_with(m, two, doc) and not _tells_of_his_talks(m, states, two, doc)}
    return {m.actor.country for m in states if m.group in together}


def _tells_of_his_talks(speaker: Mention, states: Sequence[Mention], two: Mention, doc: Doc) -> bool:
    """Whether somebody tells what two did whose talks with the other one are told: "After talks *with his Omani counterpart* he said both sides had
    agreed".
    """
    acts = two.head >= 0 and doc[two.head].dep_ in ("nsubj", "nsubjpass") and doc[two.head].head.dep_ == "ccomp"
    return acts and any(
        m.actor.country != speaker.actor.country and any(w.lemma_.lower() in TALKS for w in doc[m.head].ancestors)
        for m in states
        if m.head >= 0
    )


def _deals_with(mention: Mention, two: Mention, doc: Doc) -> bool:
    """Whether somebody does what is done to two parties: as the subject, or as a parse hangs it on him ("*Cuba*, which hosts the talks, called on both sides")."""
    if mention.subject and mention.clause == two.clause and not two.subject:
        return True
    if mention.subject and mention.head >= 0 and two.head >= 0 and not two.subject:
        verb = syntax.clause_of(doc[two.head])
        while verb.dep_ == "conj" and syntax.subject_of(verb) is None and verb.head.pos_ in ("VERB", "AUX"):
            verb = verb.head  # "*A* called on B to stop and begged both sides to wait"
        if doc[mention.head].head == verb:
            return True
    return mention.head >= 0 and two.head >= 0 and not mention.place and doc[mention.head].is_ancestor(doc[two.head])


def _proposes(mention: Mention, two: Mention, doc: Doc) -> bool:
    """Whether somebody is the subject of a verb of proposing above what two parties are to do."""
    if mention.head < 0 or two.head < 0 or not mention.subject:
        return False
    verb, clause = doc[mention.head].head, doc[two.head].head
    return verb.lemma_ in PROPOSING and clause.dep_ == "ccomp" and clause.head == verb


def _is_town(mention: Mention) -> bool:
    return mention.why[:1] != () and mention.why[0].startswith(("place in", "capital"))


def _may_rule(mention: Mention) -> bool:
    """Whether a party is a state or of those who rule it, not a town or somebody private."""
    return mention.actor.sector in RULING and not _is_town(mention)


def _is_settled(mention: Mention) -> bool:
    return mention.actor.country is not None or (mention.kind == "noun" and mention.actor.sector != "")


def _summed_up(pool: Sequence[Mention]) -> list[Actor]:
    """The two lands for which one phrase stands ("*the two Sudans* and Egypt met": of these two are "both sides" from then on)."""
    by_phrase: dict[int, dict[str | None, Actor]] = {}
    for mention in pool:
        by_phrase.setdefault(mention.actor.span.start, {}).setdefault(mention.actor.country, mention.actor)
    return next((list(lands.values()) for lands in by_phrase.values() if len(lands) == 2), [])


def _coordinated(pool: list[Mention]) -> list[Actor]:
    """Two different parties named in one breath; [] when there are none."""
    groups: dict[int, dict[tuple[str | None, str], Actor]] = {}
    for mention in pool:
        if mention.kind not in {"pronoun", "modifier"} and mention.actor.country:
            groups.setdefault(mention.group, {}).setdefault(
                (mention.actor.country, mention.actor.sector), mention.actor
            )
    return next((list(group.values()) for group in groups.values() if len(group) == 2), [])


def _is_told_to_do(mention: Mention, doc: Doc) -> bool:
    """Whether a word is the object of a verb with an infinitive behind it: only parties are urged to do something."""
    if mention.head < 0:
        return False
    word = doc[mention.head]
    return word.dep_ == "dobj" and any(c.dep_ == "xcomp" and c.i > word.i for c in word.head.children)


def _only_two(pool: list[Mention]) -> list[Actor]:
    """The parties of a pool where they are two."""
    told = {
        (m.actor.country, m.actor.sector): m.actor
        for m in reversed(pool)
        if m.kind not in {"pronoun", "modifier"} and m.actor.country
    }
    return list(reversed(told.values())) if len(told) == 2 else []


def _owners(head: Token) -> list[Token]:
    """Whose a noun is, as its possessor or after *of* and *from*."""
    after = [p for p in head.children if p.lower_ in ("of", "from")]
    return [c for c in head.children if c.dep_ == "poss"] + [o for p in after for o in p.children if o.dep_ == "pobj"]


def _two_persons(pool: list[Mention]) -> list[Actor]:
    """The holders of office of a pool where they are two of two lands, whichever lands are named beside them."""
    persons = {m.actor.id or m.actor.name: m.actor for m in pool if m.nature == "person" and m.actor.sector == "GOV"}
    return list(persons.values()) if len(persons) == 2 else []
