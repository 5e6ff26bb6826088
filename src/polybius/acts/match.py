"""Which frame a word sets off: patterns tried against the parse, the most specific kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from polybius.acts import charges, tree
from polybius.acts.frames import Entry, Frame, Index
from polybius.acts.patterns import Arg, Filler, Pattern

SectorsOf = Callable[[Token], frozenset[str] | None]
"""Sector codes of the party at a word; None when no party stands there."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A slot's filler and the role it plays."""

    role: str
    slot: str
    token: Token


@dataclass(frozen=True, slots=True)
class Match:
    """A frame found at a word. ``taken`` are words that belong to it and set off nothing of their own."""

    frame: Frame
    pattern: Pattern
    token: Token
    bound: tuple[Bound, ...]
    taken: frozenset[int]
    support: Token | None
    weight: float

    @property
    def reason(self) -> str:
        """Which frame fired at which words: "frame accuse.blame: 'blamed', obj 'Iran', for 'attack'"."""
        words = [f"{b.slot} {b.token.text!r}" for b in self.bound if b.slot != "sent"]
        carried = f" carried by {self.support.text!r}" if self.support is not None else ""
        return f"frame {self.frame.id}: " + ", ".join([f"{self.token.text!r}{carried}", *words])

    def fillers(self, role: str) -> list[Token]:
        """The words bound to a role."""
        return [b.token for b in self.bound if b.role == role]


@dataclass(frozen=True, slots=True)
class TurnedDown:
    """A pattern that was considered at a word and why it lost."""

    frame: str
    pattern: str
    token: Token
    reason: str


PREDICATED = frozenset({"aux", "acomp", "attr", "oprd"})  # what a clause's own words say of its subject
NOMINAL = ("nsubj", "csubj", "pobj", "dobj", "nsubjpass", "pcomp")  # where a gerund stands like a noun
REVERSING = frozenset({"off", "back"})  # "called off a strike": what the verb means alone is undone
PARTY_ROLES = frozenset("ARB")
# Prepositions of whom an act is to or against, which a parser hangs on who does it: "a broadside from the minister *against B*".
TOWARDS = frozenset({"about", "against", "at", "for", "on", "over", "to", "towards", "toward"})
# Prepositions by which a clause says at whose wish, under whose order, with whose help, against or after whose words its subject acts.
ATTENDANT = frozenset({"after", "amid", "at", "despite", "following", "in", "on", "over", "under", "upon", "with"})
FACES = frozenset({"face", "light", "spite", "teeth", "view", "wake"})  # "in the *face* of opposition from B"
# With whose help or leave something is done, which isn't done with them.
HELP = frozenset(
    "help aid assistance mediation blessing backing approval consent permission support connivance encouragement facilitation".split()
)
# Slots that only the word's own place in the parse fills.
OWN_SLOTS: dict[str, Callable[[Token], list[Token]]] = {
    "iobj": tree.datives,
    "comp": tree.names,
    "poss": tree.possessors,
    "mod": tree.modifiers,
    "accuser": charges.accusers,
    "denier": charges.deniers,
}
# What somebody feels is told by a clause of the feeling: "expressed *anger that B had left*".
VOICING = frozenset("express voice convey register raise state signal air".split())
# What is tried somewhere, and what the place for it is called.
TRIALS = frozenset({"test", "launch", "exercise", "drill"})
GROUNDS = frozenset("ground site range pad area zone centre center facility complex field stand station base".split())
TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
    december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. today yesterday tomorrow tonight week month year day night morning
    afternoon evening weekend hour minute decade century occasion time date""".split()
)  # no party, and nothing that is agreed on or refused, whatever preposition they follow


class Matcher:
    """Finds the frames of one sentence. ``sectors_of`` tells whether a word is a party, and of which sectors."""

    def __init__(self, index: Index, sectors_of: SectorsOf) -> None:
        self._index, self._sectors_of = index, sectors_of
        self.turned_down: list[TurnedDown] = []
        self.explaining = False
        self._companion = ""

    def matches(self, sentence: list[Token]) -> dict[int, Match]:
        """The best match at each word that has one, by the word's position."""
        self._lemmas = frozenset(t.lemma_.lower() for t in sentence)
        self._words = self._lemmas.union(t.lower_ for t in sentence)
        self._words |= {model for word in self._lemmas if (model := model_of(word))}
        self._words |= {single for token in sentence[:1] if (single := _singular(token))}
        self._possible: dict[tuple[str, str], list[Entry]] = {}
        found = {}
        for token in sentence:
            best = self._best(token)
            if best is not None:
                found[token.i] = best
        return found

    def _best(self, token: Token) -> Match | None:
        best: Match | None = None
        for frame, pattern, companion in self._candidates(token):
            tried = self._try(frame, pattern, token, companion)
            if isinstance(tried, str):
                self._note(frame, pattern, token, tried)
            elif best is None or tried.weight > best.weight:
                if best is not None:
                    self._note(best.frame, best.pattern, token, f"{frame.id} is more specific")
                best = tried
            else:
                self._note(frame, pattern, token, f"{best.frame.id} is more specific")
        return best

    def _note(self, frame: Frame, pattern: Pattern, token: Token, reason: str) -> None:
        if self.explaining:
            self.turned_down.append(TurnedDown(frame.id, pattern.text, token, reason))

    def _known(self, pos: str, word: str) -> Sequence[Entry]:
        """What a word can set off; without what the sentence lacks words for, unless that is to be explained."""
        if self.explaining:
            return self._index.heads.get((pos, word), ())
        if (pos, word) not in self._possible:
            self._possible[pos, word] = self._index.possible((pos, word), self._words)
        return self._possible[pos, word]

    def _reversed_by(self, verb: Token) -> set[str]:
        """Particles of a verb that undo what it means alone, where a frame knows the two."""
        at = {particle for particle in REVERSING if _has_particle(verb, particle)}
        return at and at.intersection(c for _, _, c in self._index.heads.get(("v", verb.lemma_.lower()), ()))

    def _candidates(self, token: Token) -> Iterator[tuple[Frame, Pattern, str]]:
        """Patterns whose head is this word in a part of speech that the parse (or its likely error) allows."""
        pos = token.pos_
        if pos in ("VERB", "AUX"):
            known = self._known("v", token.lemma_.lower())
            reversed_by = self._reversed_by(token)
            for frame, pattern, companion in known:
                if (
                    _has_particle(token, companion)
                    if companion
                    else not reversed_by or reversed_by <= _asked_for(pattern)
                ):
                    yield frame, pattern, companion
        if pos in ("NOUN", "PROPN") or (token.tag_ == "VBG" and token.dep_ in NOMINAL):
            noun = token.lower_ if pos == "VERB" else token.lemma_.lower()
            if noun == "order" and token.i and token.nbor(-1).lower_ == "in":
                return  # "in order to" orders nothing
            if noun in TRIALS and token.dep_ == "compound" and token.head.lemma_.lower() in GROUNDS:
                return  # "opened its missile *test* ground" tests nothing
            for frame, pattern, companion in self._known("n", noun):
                if not companion or _has_modifier(token, companion):
                    yield frame, pattern, companion
        if pos in ("ADJ", "ADV") or token.tag_ in ("VBN", "VBG"):
            for frame, pattern, _ in self._known("a", token.lower_):
                yield frame, pattern, ""

    def _try(self, frame: Frame, pattern: Pattern, token: Token, companion: str) -> Match | str:
        support = self._support(token) if pattern.pos == "n" else None
        self._companion = companion
        bound: list[Bound] = []
        taken: set[int] = set()
        weight = pattern.weight
        for arg in pattern.args:
            filler, slot = self._fill(arg, pattern.pos, token, support)
            if arg.mark == "!":
                if filler is not None:
                    return f"{slot} must not stand here"
                continue
            if filler is None:
                if arg.mark == "?":
                    continue
                return f"{'|'.join(arg.slots)} is missing"
            weight += 0.2 if arg.mark == "?" else 0.0
            if arg.role:
                bound.append(Bound(arg.role, slot, filler))
            if (
                arg.filler is not None
                and arg.filler.positive
                and not arg.filler.party
                and not arg.filler.sectors
                and slot != "sent"
            ):
                taken.add(filler.i)
        weight += 1.5 if companion else 0.0
        return Match(frame, pattern, token, tuple(bound), frozenset(taken), support, weight)

    def _support(self, noun: Token) -> Token | None:
        """The support verb that a noun predicate hangs on ("*launched* an attack"), active or passive."""
        top = noun
        while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN"):
            top = top.head
        if top.dep_ in ("pobj",) and top.head.lower_ == "of" and top.head.head.lemma_ in ROUNDS:
            top = top.head.head
        head = top.head
        if (
            top.dep_ in ("dobj", "nsubjpass", "attr")
            and head.pos_ in ("VERB", "AUX")
            and head.lemma_ in self._index.support
            and not (head.lemma_ in tree.NAMING and tree.names(head))  # "called the deal a farce" makes no deal
        ):
            return head
        if top.dep_ == "pobj" and head.dep_ == "prep" and f"{head.head.lemma_}_{head.lower_}" in self._index.support:
            return head.head
        return None

    def support_kind(self, noun: Token, support: Token) -> str:
        """``do`` when the support verb's subject acts, ``undergo`` when it is acted upon."""
        kind = self._index.support.get(support.lemma_)
        if kind is None:
            kind = next((k for v, k in self._index.support.items() if v.startswith(support.lemma_ + "_")), "do")
        return kind

    def _fill(self, arg: Arg, pos: str, token: Token, support: Token | None) -> tuple[Token | None, str]:
        timeless = arg.role in PARTY_ROLES or arg.role == "C"
        for slot in arg.slots:
            first = None
            for filler in self._slot(slot, pos, token, support):
                if (timeless and _is_time(filler)) or (arg.role in PARTY_ROLES and _is_beside(filler)):
                    continue
                if arg.role == "B" and _is_across_border(filler):
                    continue
                if arg.filler is not None and not self._accepts(arg.filler, filler, slot):
                    continue
                if first is None and arg.role in PARTY_ROLES and filler.lemma_.lower() in CIRCUMSTANCES:
                    first = filler  # "opened an embassy *in the presence* of B *in C*": the other one, if there is one
                    continue
                return filler, slot
            if first is not None:
                return first, slot
        if "sent" in arg.slots and arg.filler is not None and arg.filler.words & self._lemmas:
            return token, "sent"
        return None, arg.slots[0]

    def _slot(self, slot: str, pos: str, token: Token, support: Token | None) -> Iterator[Token]:
        """Every word that fills a slot, likeliest first."""
        if slot == "subj":
            yield from tree.subjects(support or token)
            if pos == "n" and support is None:
                yield from _beside(token)
        elif slot == "obj":
            yield from self._objects(token, pos)
        elif slot in OWN_SLOTS:
            found = OWN_SLOTS[slot](token)
            yield from found
            if slot == "iobj" and not found:
                yield from (c for c in tree.swallowed(token) if self._sectors_of(c) is not None)
        elif slot in ("to", "that", "ing"):
            yield from (c for kind, c in tree.clauses(token) if kind == slot)
            if support is not None:
                yield from (c for kind, c in tree.clauses(support) if kind == slot and c.i > token.i)
            if pos == "a" and token.head.pos_ == "AUX":
                yield from (c for kind, c in tree.clauses(token.head) if kind == slot)
            if pos == "v":
                # "made an offer *to mediate*", "voiced anger *that B had left*"
                below = {"to", "that"} if token.lemma_ in VOICING else {"to"}
                yield from (c for o in tree.objects(token) for kind, c in tree.clauses(o) if kind == slot in below)
                beside = [*_occasions(token), *(t for _, t in tree.prepositions(token) if t.lemma_.lower() in PROMISES)]
                yield from (c for o in beside for kind, c in tree.clauses(o) if kind == slot == "to")
        elif slot == "adv":
            yield from (c for c in token.children if c.dep_ in ("advmod", "prt", "npadvmod"))
            if token.lemma_ == "be":  # "is *firmly* behind B"
                yield from (g for c in token.children if c.dep_ == "prep" for g in c.children if g.dep_ == "advmod")
        elif slot != "sent":
            yield from self._prepositional(slot.removesuffix(".n"), pos, token, support)

    def _objects(self, token: Token, pos: str) -> Iterator[Token]:
        """Direct objects; those of a phrasal verb may hang on its particle, which the parser took for a preposition."""
        yield from tree.objects(token)
        if self._companion and pos == "v":
            yield from (t for n, t in tree.prepositions(token) if n == self._companion)

    def _prepositional(self, name: str, pos: str, token: Token, support: Token | None) -> Iterator[Token]:
        """Fillers of a preposition at the word itself, then where a parser may have hung the phrase instead."""
        if name == "involving":
            yield from (t for c in token.children if c.dep_ == "acl" and c.lower_ == name for t in tree.objects(c))
        yield from (t for n, t in tree.prepositions(token) if n == name)
        if support is not None:
            yield from (t for n, t in tree.prepositions(support) if n == name)
        if pos == "a" and token.head.pos_ in ("AUX", "VERB"):
            yield from (t for n, t in tree.prepositions(token.head) if n == name and t.i > token.i)
        if pos == "n" and name != "of":
            of_whom = ("of", "by", "from") if name in TOWARDS else ("of",)
            held = [t for n, t in tree.prepositions(token) if n in of_whom]
            yield from (t for h in held for n, t in tree.prepositions(h) if n == name)
            if _is_told_at_its_verb(token, name):
                yield from (t for n, t in tree.prepositions(token.head) if n == name and t.i > token.head.i)
        if pos == "v":
            for other in (o for found in tree.objects(token) for o in (found, *found.conjuncts)):
                yield from (t for n, t in tree.prepositions(other) if n == name)
                if name == "against":  # "lodged a complaint with the council *against B*"
                    held = [t for n, t in tree.prepositions(other) if n in ("with", "to", "before", "at")]
                    yield from (t for h in held for n, t in tree.prepositions(h) if n == name)
                if name != "of":
                    held = [t for n, t in tree.prepositions(other) if n == "of"]
                    yield from (t for h in held for n, t in tree.prepositions(h) if n == name)
            for child in token.children:
                if child.dep_ in ("prt", "advmod", "acomp", "npadvmod", "oprd"):
                    yield from (t for n, t in tree.prepositions(child) if n == name)
                elif child.dep_ == "prep" and child.lower_ != name and not (name == "of" and child.lower_ in OCCASIONS):
                    yield from (
                        t
                        for g in child.children
                        if g.dep_ in ("pobj", "pcomp") and g.lemma_.lower() not in STANDINGS
                        for n, t in tree.prepositions(g)
                        if n == name
                    )

    def _is_of_party(self, thing: Token) -> bool:
        """Whether a thing, or what a measure of it measures, is a party's by the words before it: "a flotilla of *Chinese* boats"."""
        return any(self._sectors_of(m) is not None for each in _heads_of(thing) for m in tree.modifiers(each))

    def _sectors_of_those(self, token: Token) -> frozenset[str] | None:
        """Sector codes of the party at a word or, where that only measures, of those whom it measures: "a busload *of pensioners*"."""
        own = self._sectors_of(token)
        if own is not None or token.pos_ != "NOUN":
            return own
        return next((s for m in _measured(token) if (s := self._sectors_of(m)) is not None), None)

    def _called(self, name: Token) -> list[Token]:
        """What a name that is no party's is called beside it: "the Petrel, *a tanker*"."""
        beside = [c for c in name.children if c.dep_ == "appos" and c.pos_ == "NOUN"] if name.pos_ == "PROPN" else []
        return [c for c in beside if self._sectors_of(c) is None]

    def _accepts(self, filler: Filler, token: Token, slot: str) -> bool:
        lemma = token.lemma_.lower()
        if lemma in filler.banned or token.lower_ in filler.banned:
            return False
        if not filler.positive:
            return True
        if filler.owned and self._sectors_of(token) is None and not self._is_of_party(token):
            return False
        if filler.bare and tree.is_bare(token):
            return True
        if filler.party or filler.sectors:
            sectors = self._sectors_of_those(token)
            if sectors is not None and (filler.party or filler.sectors & sectors):
                return True
            if slot == "subj" and filler.party and sectors is None and self._is_of_party(token):
                return True
        for each in (*_heads_of(token), *self._called(token)):
            word = each.lemma_.lower()
            if not filler.words.isdisjoint((word, each.lower_, model_of(word), _singular(each))):
                return True
            if any(word == head and _has_modifier(each, mod) for mod, head in filler.pairs):
                return True
        if slot in ("that", "to"):
            words = [c for c in token.children if c.lower_ in filler.words]
            return any(c.dep_ in PREDICATED or (c.dep_ in ("prep", "advmod") and _is_told_in(c, token)) for c in words)
        return slot == "mod" and token.lower_ in filler.words


# How two parties stand: the phrase behind such a noun is its own ("agreed to mediation in its *dispute* with B" isn't agreed with B).
STANDINGS = frozenset(
    """dispute war conflict row border relation relationship tie standoff feud rivalry struggle confrontation tension friction quarrel fight
    battle boundary frontier hostility enmity""".split()
)
# Before what only tells when or why: its "of" is its own ("sealed the town after the killing *of B*").
OCCASIONS = frozenset({"after", "following", "before", "since", "during", "amid", "despite", "over"})
# What tells in which circumstances something was done, and is none of its sides.
CIRCUMSTANCES = frozenset(
    "presence ceremony bid effort attempt exchange return wake row vote move turn statement speech interview message letter honour honor".split()
)
# Where and when something is said or settled: what is settled may hang on it ("agreed at a *meeting* to free them", "vowed on *Monday* to").
GATHERINGS = frozenset(
    """meeting talk summit conference session ceremony negotiation statement letter speech broadcast interview communique communiqué telegram
    dinner lunch congress rally sermon debate consultation discussion conversation call address message referendum""".split()
)
# What somebody has bound himself to: the infinitive behind it is what he is to do ("went back on its *promise* to pay").
PROMISES = frozenset("promise pledge word commitment undertaking vow offer agreement assurance".split())
# Verbs that say of an act only that it is done: where and against whom they tell is told of the act ("drills began *off Guyana*").
HAPPENING = frozenset("begin start continue resume end open proceed unfold erupt recommence commence".split())
THERE = frozenset("against off near along outside opposite with over into".split())


def _beside(noun: Token) -> list[Token]:
    """Who does what a noun stands beside as its circumstance: "at the urging of A, *B* freed him", "under orders from A, *B* halted"."""
    preposition = noun.head
    if noun.dep_ == "pobj" and preposition.lower_ == "of" and preposition.head.lower_ in FACES:
        noun, preposition = preposition.head, preposition.head.head
    if noun.dep_ != "pobj" or preposition.lower_ not in ATTENDANT or preposition.head.pos_ not in ("VERB", "AUX"):
        return []
    return tree.surface_subjects(preposition.head)


ROUNDS = frozenset(
    """series round number wave string spate barrage set lot couple range host flurry volley kind type part piece worth amount quantity
    day night week month year weekend hour flotilla fleet convoy squadron column swarm ton tonne batch total dozen hundred thousand million billion dollar pair mixture form package
    storm chorus torrent hail tide outpouring stream deluge avalanche fusillade cascade litany
    consignment shipment shipload planeload truckload lorryload trainload boatload busload carload vanload cargo company platoon battalion contingent
    detachment copy group crowd gang handful bunch throng horde trio quartet quintet trickle clutch
    much most some all many few several half third quarter bulk rest majority none any both each portion chunk score remainder last first scores""".split()
)


def _occasions(verb: Token) -> Iterator[Token]:
    """Nouns of the gathering or time at which a verb's deed was done, the time that hangs on the gathering included."""
    for name, noun in tree.prepositions(verb):
        if name in ("at", "in", "on", "during", "after", "for") and (
            noun.lemma_.lower() in GATHERINGS or noun.lower_ in TIMES
        ):
            yield noun
            below = [t for n, t in tree.prepositions(noun) if n in ("in", "at", "on", "with")]
            yield from below
            yield from (t for b in below for n, t in tree.prepositions(b) if n == "on" and t.lower_ in TIMES)


def _is_told_at_its_verb(noun: Token, name: str) -> bool:
    """Whether a phrase of the verb tells of the noun that is its subject: "talks went on for weeks *between A and B*", "drills began *off B*"."""
    if name == "between":
        return noun.dep_ in ("nsubj", "nsubjpass")
    return name in THERE and noun.dep_ == "nsubj" and _only_happens(noun.head)


def _only_happens(verb: Token) -> bool:
    """Whether a clause says of its subject only that it is done: "began", "took place", "got under way", "is in progress"."""
    if verb.lemma_ == "take":
        return any(c.dep_ == "dobj" and c.lower_ == "place" for c in verb.children)
    if verb.lemma_ in ("be", "get", "go"):
        told = [t.lower_ for n, t in tree.prepositions(verb) if n in ("under", "in")]
        return any(word in ("way", "progress") for word in told) or any(
            c.lower_ in ("underway", "on", "ahead") for c in verb.children if c.dep_ in ("prt", "advmod", "acomp")
        )
    return verb.lemma_ in HAPPENING and not any(c.dep_ in ("dobj", "xcomp", "ccomp") for c in verb.children)


_MODEL = re.compile(r"([a-z]+)-?[0-9]+[a-z]*\Z")


def model_of(word: str) -> str:
    """The family of a weapon that is called by a number: "shahab" of "shahab-3", "mig" of "mig-29s"; "" when it is none."""
    found = _MODEL.match(word)
    return found[1] if found is not None else ""


def _singular(token: Token) -> str:
    """The singular of a plural that begins a sentence and that the tagger takes for a name ("*Gendarmes* were posted"); "" of other words."""
    first = token.is_sent_start and token.pos_ == "PROPN" and token.ent_type_ not in ("PERSON", "GPE")
    return token.lower_[:-1] if first and token.lower_.endswith("s") and not token.lower_.endswith("ss") else ""


def _heads_of(token: Token) -> Iterator[Token]:
    """A filler's head words: itself, its coordinated words, and what a measure measures ("a series of *strikes*", "three of the *rebels*")."""
    yield token
    yield from token.conjuncts
    yield from _measured(token)


def _measured(token: Token) -> Iterator[Token]:
    """What a measure measures: "a series of *strikes*", "a busload of *pensioners*"."""
    if token.lemma_.lower() in ROUNDS or token.pos_ == "NUM":
        yield from (
            g for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children if g.dep_ == "pobj"
        )


def _is_beside(filler: Token) -> bool:
    """Whether what stands behind *with* tells what others did meanwhile ("A and B exchanged prisoners, *with soldiers crossing on foot*"), or who
    helped or agreed ("signed a truce *with the help of C*"): with whom the act is it doesn't say.
    """
    if filler.head.lower_ != "with":
        return False
    if filler.dep_ == "pcomp":
        return any(c.dep_ in ("nsubj", "nsubjpass") for c in filler.children)
    return filler.lemma_.lower() in HELP and (
        filler.i + 1 < len(filler.doc) and filler.nbor(1).lower_ in ("of", "from")
    )


def _is_across_border(filler: Token) -> bool:
    """Whether *with* belongs to a border: "mined *its border with B*" alone."""
    preposition = filler.head
    return preposition.dep_ == "prep" and preposition.head.lemma_.lower() in ("border", "frontier", "boundary")


def _asked_for(pattern: Pattern) -> frozenset[str]:
    """The reversing words that a pattern itself asks for: "let them *back* into the port"."""
    words = {
        w
        for a in pattern.args
        if not a.mark and a.filler is not None and a.slots[0] in ("adv", "comp")
        for w in a.filler.words
    }
    starts = {slot.split("_")[0] for a in pattern.args if not a.mark for slot in a.slots}
    return REVERSING & (words | starts)


def _is_time(word: Token) -> bool:
    """Whether a word tells a time: "in March", not "broke up a *march*"."""
    return word.lower_ in TIMES and word.text != "march"


def _has_particle(verb: Token, particle: str) -> bool:
    words = particle.split("_")
    if len(words) > 1:
        return _has_particle(verb, words[0]) and any(t.lower_ == words[1] for t in verb.subtree)
    if verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == particle:
        return verb.nbor(1).dep_ != "amod" or verb.nbor(1).head.i < verb.i  # "demanded *back pay*" demands nothing back
    return any(
        c.lower_ == particle and c.i > verb.i and (c.dep_ in ("prt", "advmod", "acomp") or c.i == verb.i + 1)
        for c in verb.children
    )


def _is_told_in(word: Token, clause: Token) -> bool:
    """Whether a preposition or adverb is a clause's predicate or its question ("is *behind* the raid", "*why* it left")."""
    return word.tag_ == "WRB" or (clause.lemma_ == "be" and word.dep_ == "prep" and word.i > clause.i)


def _has_modifier(noun: Token, modifier: str) -> bool:
    wanted = modifier.split("_")
    have = {m.lower_ for m in tree.modifiers(noun)} | {m.lemma_.lower() for m in tree.modifiers(noun)}
    return all(w in have for w in wanted)
