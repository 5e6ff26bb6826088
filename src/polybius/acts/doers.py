"""Who does what a match tells: by its slots, else subject, possessor or by-phrase, else who is told to order, own or hold."""

from __future__ import annotations

from spacy.tokens import Token

from polybius import hanging
from polybius.acts import tree
from polybius.acts.act import RECIPROCAL
from polybius.acts.match import ROUNDS, Match, Matcher
from polybius.acts.named import AGAINST, Named

KEEPING_OUT, ENTRIES = (
    frozenset({"deny", "refuse", "bar"}),
    frozenset({"entry", "access", "admission", "visa", "reentry"}),
)
DRIVING_OUT = frozenset({"expel", "deport", "bar", "ban", "eject", "banish", "exile", "remove", "exclude"})
ORDERING, LEAVING = frozenset({"order", "tell", "force", "ask", "give", "instruct"}), frozenset({"leave", "quit"})
# Whose announcement that something is done is that they do it ("the navy announced that a cruiser *was being sent*"); of blows it is news.
ANNOUNCING = frozenset("announce order decree decide rule".split())
# What captors and jailers do, and what ends it against their will: "a nurse *seized* by A was freed *in a raid*".
HOLDING = frozenset("seize hold kidnap abduct capture jail imprison detain arrest take snatch intern hijack".split())
KIDNAPPING = frozenset("seize kidnap abduct capture snatch hijack".split())  # what no court does
RESCUES = frozenset("raid rescue operation assault swoop attack commando troop soldier army force police".split())
RESCUE = "aid.rescue"  # frame of "the hostages were freed", which captors do too
BY_ORDER = frozenset({"MOBILIZE", "SANCTION", "CONCEDE", "RETREAT", "COERCE", "AID"})
TIES = frozenset({"support.ties", "support.ties-warm"})  # what two announce of their relations, they do
OWN_MOVED = frozenset(
    {("SANCTION", "withdraw"), ("RETREAT", "withdraw")}
)  # what is done with one's own people and things
# What is asked for is asked of whose it is: "calls for *French* jets".
ASKED = frozenset("call appeal plea request demand entreaty".split())
GIVEN = frozenset(
    """help aid support assistance backing protection cover intervention mediation weapon arm rifle tank helicopter jet plane warplane aircraft
    missile ammunition troop soldier force adviser trainer strike airstrike loan credit money approval permission""".split()
)
TOGETHER = RECIPROCAL - {"ASSAULT"}  # what is done by all who are there
SUFFERING = frozenset({"die", "perish", "suffer", "fall", "succumb", "lose"})  # who does so in a raid didn't raid
WHERE = frozenset(
    {"in", "near", "at", "on", "over", "around", "along", "across", "off", "outside", "from", "inside", "under"}
)
# Blows after which others act, and what those who dealt them do next.
BLOWS = frozenset(
    """attack assault bombing blast explosion shooting killing murder massacre assassination kidnapping abduction hijacking ambush raid
    strike""".split()
)
MOVING = frozenset(
    """withdraw retreat return leave flee escape pull go come head disappear vanish land capture seize kill take claim lose regroup celebrate
    surrender turn march drive""".split()
)
CIRCUMSTANCE = frozenset({"after", "following", "during", "in", "at", "before", "through", "for", "with"})


class Doers:
    """Finds who does what the matches of one sentence tell."""

    def __init__(self, matcher: Matcher, named: Named) -> None:
        self._matcher, self._named = matcher, named

    def of(self, match: Match) -> tuple[int, ...]:
        """Who acts: the frame's own actor slots, else subject, possessor or by-phrase; reciprocal parties join."""
        actors = [p for t in match.fillers("A") for p in self._named.parties(t)]
        bound_elsewhere = any(b.role in "AP" for b in match.bound)
        for token in match.fillers("P"):
            actors.extend(self._taking_part(token))
        if not actors and not (bound_elsewhere and match.pattern.pos == "v"):
            actors = self._default_actors(match)
        actors = self._announced_by(match, actors) or actors
        owning = self._owning(match)
        actors = (
            actors
            or self._driving(match)
            or self._asked(match)
            or self._raiding(match)
            or self._named.with_land(owning)
            or self._announcing(match)
            or owning
        )
        reciprocal = [p for t in match.fillers("B") for p in self._named.parties(t)]
        if reciprocal and not actors:
            actors = self._agreeing(match, reciprocal)
        return tuple(dict.fromkeys([*actors, *reciprocal]))

    def _taking_part(self, noun: Token) -> list[int]:
        """Who takes part in what a noun tells: who is named below it, but for those against whom it is, and, where others are, for whom it strikes
        and where it is ("clashes between A and B *in Kidal*", "the shelling *of Taiz* by A", "the withdrawal of A's troops *from B*").
        """
        struck = {"of"} if hanging.phrase(noun, "by") is not None else set()
        return self._named.inside(noun, but=AGAINST | WHERE | struck) or self._named.inside(noun, but=AGAINST)

    def _agreeing(self, match: Match, partners: list[int]) -> list[int]:
        """Who agreed what a participle says was agreed with others: "*Russia* bombed B despite a truce *agreed with Turkey*"."""
        token = match.token
        if token.dep_ != "acl" or token.tag_ not in ("VBN", "VBD") or not self._named.with_land(partners):
            return []
        above = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
        acting = [] if above is None else [p for s in tree.subjects(above) for p in self._named.acting(s)]
        lands = {self._named.land(p) for p in partners}
        return [p for p in self._named.with_land(acting) if self._named.land(p) not in lands]

    def _announced_by(self, match: Match, speaking: list[int]) -> list[int]:
        """Whose threat it is that stands before who speaks for them: "*Egypt* would answer B in kind, its army warned"."""
        clauses = [t for t in (*match.fillers("C"), *match.fillers("T")) if t.dep_ == "ccomp" and t.i < match.token.i]
        # "B's miners are *a target*": who is hit
        clauses = [c for c in clauses if not any(a.dep_ == "attr" for a in c.children)]
        if match.frame.type != "THREATEN" or match.pattern.pos != "v" or not clauses:
            return []
        acting = [p for c in clauses for s in tree.subjects(c) for p in self._named.acting(s)]
        lands = {self._named.land(p) for p in speaking} - {None}
        named = any(c.lower_ == "the" for s in tree.subjects(match.token) for c in s.children if c.dep_ == "det")
        whose = {self._named.land(p) for p in acting}
        return acting if None not in whose and (whose == lands or (not lands and named)) else []

    def _driving(self, match: Match) -> list[int]:
        """Who drove somebody out or kept him out where only the land is named ("was expelled *from Belarus*", "was ordered to leave *Togo*", "was denied
        entry *to Chad*").
        """
        token = match.token
        if not tree.is_passive(token) or tree.subjects(token):
            return []
        if token.lemma_ in ORDERING and match.frame.type in ("SANCTION", "COERCE"):
            left = [o for k, c in tree.clauses(token) if k == "to" and c.lemma_ in LEAVING for o in tree.objects(c)]
            return self._named.with_land([p for land in left for p in self._named.at(land)])
        if token.lemma_ in KEEPING_OUT:
            entries = [c for c in token.children if c.dep_ in ("dobj", "oprd") and c.lemma_.lower() in ENTRIES]
            into = [f for e in (token, *entries) for n, f in tree.prepositions(e) if n in ("to", "into")]
            return self._named.with_land([p for land in into if entries for p in self._named.at(land)])
        if token.lemma_.lower() not in DRIVING_OUT:
            return []
        lands = [filler for name, filler in tree.prepositions(token) if name == "from"]
        lands += [o for f in lands if f.lemma_ == "enter" for o in tree.objects(f)]  # "was barred from entering *B*"
        return [p for land in lands for p in self._named.at(land)]

    def _asked(self, match: Match) -> list[int]:
        """Who refused what nobody is told to refuse: of whom it was asked ("calls for *French* jets went unheeded", "for help from *B*")."""
        if match.frame.type != "REJECT" or match.pattern.pos == "n":
            return []
        asks = [t for t in match.fillers("R") if t.lemma_ in ASKED]
        given = [f for ask in asks for n, f in tree.prepositions(ask) if n == "for" and f.lemma_ in GIVEN]
        asking = {self._named.land(p) for ask in asks for p in self._named.held(ask)}
        found = self._named.with_land([p for f in given for p in self._named.acting(f)])
        return [p for p in found if self._named.land(p) not in asking]

    def _raiding(self, match: Match) -> list[int]:
        """Who freed captives in a raid: "were freed *in a raid by B's marines*"."""
        token = match.token
        if match.frame.id != RESCUE or not tree.is_passive(token) or tree.subjects(token):
            return []
        raids = [t for n, t in tree.prepositions(token) if n in ("in", "during") and t.lemma_.lower() in RESCUES]
        return self._named.with_land([p for raid in raids for p in self._named.acting(raid)])

    def _owning(self, match: Match) -> list[int]:
        """Whose weapons, troops or envoys are moved where nobody is told to move them ("*American* launchers were hauled into the base", "the
        arrival of *French* warships", "the recall of *Peru's* envoy").
        """
        token = match.token
        if match.frame.type != "MOBILIZE" and (match.frame.type, match.frame.mode) not in OWN_MOVED:
            return []
        if match.pattern.pos == "n":
            moved = [t for n, t in tree.prepositions(token) if n == "of" and not _bound_as(match, t, "R")]
        elif tree.is_passive(token) and not tree.subjects(token):
            moved = [t for t in tree.objects(token) if match.frame.type == "MOBILIZE" or not _bound_as(match, t, "R")]
        else:
            return []
        return [p for thing in moved for p in self._named.acting(thing)]

    def _announcing(self, match: Match) -> list[int]:
        """Who announces or orders that something is done that nobody is told to do."""
        token = match.token
        ordered = match.frame.type in BY_ORDER or match.frame.id in TIES
        if not ordered or token.dep_ != "ccomp" or not tree.is_passive(token):
            return []
        above = token.head
        if match.frame.mode == "release" and any(_is_captive(o) for o in tree.objects(token)):
            return []  # "the engineer *who was kidnapped in May* has been freed, *Berlin* announced": captors did it
        if tree.subjects(token) or above.lemma_ not in ANNOUNCING:
            return []
        return [p for s in tree.subjects(above) for p in self._named.at(s)]

    def _default_actors(self, match: Match) -> list[int]:
        token = match.token
        recipients = {p for t in match.fillers("R") for p in self._named.parties(t)}
        if match.pattern.pos == "a":
            return [p for s in tree.surface_subjects(token) for p in self._named.acting(s)]
        if match.pattern.pos != "n":
            # "*Ten people* died in a raid": who suffers it.
            suffering = {b.token for b in match.bound if (b.role, b.slot) == ("R", "subj")}
            acting = [p for s in tree.subjects(token) if s not in suffering for p in self._named.acting(s)]
            return acting or self._captors(match)
        own = [t for t in tree.possessors(token) if not _bound_as(match, t, "R")]
        own += [t for n, t in tree.prepositions(token) if n == "by"]
        found = [p for t in own for p in self._named.parties(t) if p not in recipients]
        if found:
            return found
        if match.support is not None and self._matcher.support_kind(token, match.support) == "do":
            found = [p for s in tree.subjects(match.support) for p in self._named.acting(s)]
        elif match.support is not None:
            found = [
                p for n, t in tree.prepositions(match.support) if n in ("from", "by") for p in self._named.parties(t)
            ]
        found = found or [p for m in tree.modifiers(token) for p in self._named.at(m) if p not in recipients]
        if not found:
            found = [
                p
                for n, t in tree.prepositions(token)
                if n in ("from", "between")
                for p in self._named.parties(t)
                if p not in recipients
            ]
        if match.frame.type in TOGETHER or not is_told_before(token):
            found = found or self._above(token)
        return [p for p in found if p not in recipients]

    def _captors(self, match: Match) -> list[int]:
        """Who is told to hold those who are let go by nobody else: "two nurses *kidnapped by A* were released", not in a raid."""
        verb = match.token
        if match.frame.mode != "release" or not tree.is_passive(verb) or tree.subjects(verb):
            return []
        if any(t.lemma_.lower() in RESCUES for _, t in tree.prepositions(verb)):
            return []
        told = [w for o in tree.objects(verb) for w in (o, *_counted(o))]
        held = [c for w in told for c in w.children if c.dep_ in ("acl", "relcl") and tree.is_passive(c)]
        return [p for c in held if c.lemma_ in HOLDING for a in tree.agents(c) for p in self._named.parties(a)]

    def _above(self, noun: Token) -> list[int]:
        """Who acts in the clause that a noun predicate circumscribes ("said, *after talks with B*", "*in a raid on B*", "after two days *of talks*"),
        or has come back from what it tells.
        """
        returned = tree.back_from(noun)
        if returned is not None and returned.pos_ in ("NOUN", "PROPN"):
            return self._named.acting(returned)
        if returned is not None:
            return [p for s in tree.subjects(returned) for p in self._named.acting(s)]
        if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in ROUNDS:
            noun = noun.head.head
        if noun.dep_ != "pobj" or noun.head.lower_ not in CIRCUMSTANCE:
            return []
        verb = noun.head.head
        if verb.pos_ not in ("VERB", "AUX") or verb.lemma_ in SUFFERING or _only_follows(noun, verb):
            return []
        return [p for s in tree.subjects(verb) for p in self._named.acting(s)]


def _only_follows(blow: Token, verb: Token) -> bool:
    """Whether an act only comes after a blow, so that others may have dealt it: "outlawed two groups *after an attack* on a church"; who comes back
    from one has dealt it.
    """
    return blow.head.lower_ in ("after", "following") and blow.lemma_ in BLOWS and verb.lemma_ not in MOVING


def _is_captive(noun: Token) -> bool:
    """Whether somebody is told to be held by others than a state: "a nurse *seized in Gao*", "two *hostages*"."""
    if noun.lemma_.lower() in ("hostage", "captive"):
        return True
    held = (c for c in noun.children if c.dep_ in ("acl", "relcl") and tree.is_passive(c))
    return any(c.lemma_ in KIDNAPPING for c in held)


def _counted(part: Token) -> list[Token]:
    """Of whom somebody is a part: "half *of the hostages*"."""
    return [t for name, t in tree.prepositions(part) if name == "of"]


def is_told_before(noun: Token) -> bool:
    """Whether a noun takes up what was told before, so that who acts in its clause needn't have done it ("protested after *the test*")."""
    after = noun.dep_ == "pobj" and noun.head.lower_ in ("after", "following", "before", "since")
    return after and any(c.dep_ == "det" and c.lower_ in ("the", "that", "this") for c in noun.children)


def _bound_as(match: Match, token: Token, role: str) -> bool:
    return any(b.role == role and b.token == token for b in match.bound)
