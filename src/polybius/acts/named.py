"""Which parties words of a sentence are or hold: "*North Korea's* test", "the raid by *B*", "a convoy of *Jordanian* trucks"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from polybius.acts import tree, within

# Prepositions behind which a phrase is sometimes not searched (``inside``).
AGAINST, WITHOUT = frozenset({"against"}), frozenset({"without"})
# Behind which a noun tells who does what it does, the likeliest first: "the shelling of B *by A*".
DOING = ("by", "between", "of", "from")
# Who makes a rule, and whose a thing is by what its own clause tells: they do what the rule or the thing is told to do.
MAKING = frozenset("sign issue adopt pass approve publish enact decree proclaim promulgate".split())
# Whom others arm or pay acts for himself: "they were seized by groups *armed by A*".
PATRONISING = frozenset("arm back train fund finance sponsor support equip supply advise".split())
OWNING = MAKING | frozenset("impose call name dub build develop design make own test launch fire send".split())
# What is sent against somebody, and the verbs that tell by whom: "missiles *launched by A* hit B".
WEAPONS = frozenset("missile rocket drone shell mortar bomb projectile torpedo warhead grenade".split())
FIRING = frozenset(
    "fire launch send lob drop shoot loose fly hurl throw plant unleash operate dispatch despatch".split()
)
SHARES = frozenset(
    "many most some several few half none all both one two three four five dozens hundreds thousands".split()
)
NAMING_WORDS = frozenset({"NOUN", "PROPN", "PRON"})
# Who is told by whom he stands beside or against, and acts for himself.
APART = frozenset(
    """rival opponent adversary enemy foe critic detractor neighbour neighbor ally partner patron backer friend colleague successor deputy
    brother sister son daughter wife husband father mother parent widow nephew niece cousin uncle aunt relative lawyer doctor publisher biographer
    killer murderer assassin captor kidnapper attacker accuser victim""".split()
)

PartyAt = Callable[[Token], tuple[int, ...]]
"""Positions of the parties named at a word, coordinated ones included; () when none is."""


class Named:
    """Tells the parties of one sentence by its words. ``at`` gives the positions of those named at a word, coordinated ones included, () for
    none; ``identity`` who a party is, (land, ...) where its land is known.
    """

    def __init__(self, at: PartyAt, identity: Callable[[int], object]) -> None:
        self.at, self.identity = at, identity

    def land(self, party: int) -> object | None:
        """The land of a party; None where it isn't known."""
        identity = self.identity(party)
        return identity[0] if isinstance(identity, tuple) else None

    def others(self, parties: list[int], actors: tuple[int, ...]) -> list[int]:
        """Parties that are not the actors under another name ("its troops")."""
        acting = {self.identity(p) for p in actors}
        return [p for p in dict.fromkeys(parties) if self.identity(p) not in acting]

    def parties(self, token: Token) -> list[int]:
        """The parties that a filler is or holds, and those of what is coordinated with it ("Kabul's airport, *the Indian embassy* and a hotel")."""
        found = self.held(token)
        for beside in (*token.conjuncts, *_again(token)) if token.pos_ in NAMING_WORDS else ():
            if beside.i > token.i and beside.pos_ in NAMING_WORDS and not tree.ruled_out(beside):
                known = {self.identity(p) for p in found}
                found += [p for p in self.with_land(self.held(beside)) if self.identity(p) not in known]
        return found

    def held(self, token: Token, depth: int = 0) -> list[int]:
        """The parties that a filler is or, when it is none itself, holds: "*North Korea's* test", "the raid by *B*"."""
        direct = self._named_at(token)
        if direct or depth > 2:
            return direct
        held = [[p for t in group for p in self.held(t, depth + 1)] for group in within.holders(token)]
        named = [found for found in held if found]
        # "the *Greek* offer of a joint commission": one of a known land before one of none
        return next((found for found in named if self.with_land(found)), named[0] if named else [])

    def with_land(self, parties: list[int]) -> list[int]:
        """Those of some parties whose land is known."""
        return [p for p in parties if isinstance(self.identity(p), tuple)]

    def inside(self, top: Token, but: frozenset[str] = frozenset()) -> list[int]:
        """Every party named in a phrase, in order, but for those of a clause of its own ("demanded proof *that B is alive*") and behind
        some prepositions.
        """
        named = (t for t in top.subtree if not within.is_elsewhere(t, top) and not within.is_behind(t, top, but))
        return list(dict.fromkeys(p for t in named for p in self.at(t)))

    def acting(self, subject: Token) -> list[int]:
        """Parties of a subject: itself, or whose instrument it is ("*Syrian* artillery hit ..."), else who is listed with it ("ten countries,
        including *Chile*"), else who fired the weapon that it is ("missiles *launched by A* hit B").
        """
        direct = self._named_at(subject)
        if direct:
            return self.with_land([p for t in _firers(subject) for p in self.held(t)]) or direct
        told = list(tree.prepositions(subject))
        below = [t for n, t in told if n in DOING]
        by_turns = ([p for n, t in told if n == name for p in self.at(t)] for name in DOING)
        named = self._before(subject) or next(filter(None, by_turns), [])
        named = named or [p for t in below for p in self._before(t)]  # "a convoy of *Jordanian* trucks"
        named = named or [p for t in _makers(subject) for p in self.at(t)]
        listed = [c for c in subject.conjuncts if c.i > subject.i and c.pos_ in NAMING_WORDS and not tree.ruled_out(c)]
        return named or self.with_land([p for c in listed for p in self.at(c)])

    def _named_at(self, noun: Token) -> list[int]:
        """Parties at a word; those of the name that it describes where it is of no known land itself ("B, *a charity* that A accused"), of whom it is
        the name, or of the share of them that is told ("a lawyer, *Ali Bey*, who was arrested", "many of the *miners* who rallied").
        """
        direct = list(self.at(noun)) or [p for t in _told_whole(noun) for p in self.at(t)]
        if noun.dep_ != "appos" or noun.head.pos_ != "PROPN" or self.with_land(direct):
            return direct
        return self.with_land(list(self.at(noun.head))) or direct

    def _before(self, noun: Token) -> list[int]:
        """Parties that the words before a noun name; of somebody apart ("*its* rivals condemned B") nobody."""
        nearby = [p for m in tree.modifiers(noun) for p in self.at(m)]
        if noun.lemma_.lower() in APART:
            return nearby
        return nearby + [p for t in tree.possessors(noun) for p in self.at(t)]


def _makers(thing: Token) -> list[Token]:
    """Who made a rule or owns a thing by its own clause or the verb above it: "a decree signed *by A*", "*A* signed (put his name to) a law that bars",
    "the rocket that *A* calls the Simurgh".
    """
    clauses = [c for c in thing.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ not in PATRONISING]
    found = [t for c in clauses for t in tree.agents(c)]
    telling = [c for c in thing.children if c.dep_ == "relcl" and c.lemma_ in OWNING and thing in tree.objects(c)]
    if thing.dep_ in ("dobj", "nsubjpass") and thing.head.lemma_ in MAKING:
        telling.append(thing.head)
    if thing.dep_ == "pobj" and thing.head.lower_ == "to" and _signs(thing.head.head):
        telling.append(thing.head.head)
    return found or [t for c in telling for t in tree.subjects(c)]


def _told_whole(noun: Token) -> list[Token]:
    """What tells the party of which a clause has the name only, or those of whom it tells a share."""
    above = noun.head
    if noun.dep_ == "appos" and noun.pos_ == "PROPN" and above.pos_ == "NOUN":
        return [above]
    if noun.dep_ == "pobj" and above.lower_ == "of" and above.head.lower_ in SHARES and above.head.pos_ != "VERB":
        return [above.head]
    return []


def _again(token: Token) -> Iterator[Token]:
    """What stands behind the same preposition once more: "to Sudan and *to Eritrea*"."""
    before = token.head
    if token.dep_ == "pobj":
        again = (c for c in before.children if c.dep_ == "conj" and c.lower_ == before.lower_)
        yield from (f for c in again for f in c.children if f.dep_ == "pobj")


def _firers(weapon: Token) -> list[Token]:
    """Who fired a weapon, or the last of several, by a clause that says so: "drones and missiles *launched by A*"."""
    row = [weapon, *(c for c in weapon.conjuncts if c.i > weapon.i)]
    if any(w.lemma_.lower() not in WEAPONS for w in row):
        return []
    return [
        t
        for w in row
        for c in w.children
        if c.dep_ == "acl" and c.lemma_ in FIRING and c.tag_ == "VBN"
        for t in tree.agents(c)
    ]


def _signs(verb: Token) -> bool:
    """Whether a verb circumscribes signing: "put *his name* to a law"."""
    return verb.lemma_ in ("put", "set") and any(o.lemma_ in ("name", "signature") for o in tree.objects(verb))
