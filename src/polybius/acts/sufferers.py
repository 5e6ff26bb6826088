"""To whom what a match tells is done: by its slots, its content, its condition, its aim, else who stands beside the doer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from polybius.acts import status as statuses
from polybius.acts import tree, within
from polybius.acts.act import RECIPROCAL, VERBAL, Act
from polybius.acts.match import Match, Matcher
from polybius.acts.named import AGAINST, WITHOUT, Named
from polybius.acts.recast import HOSTILE
from polybius.lexicon import ontology

NOT_TO_PLACES = VERBAL | {"PROTEST"}  # what is said or shown somewhere isn't done to that place
NO_RECIPIENT = frozenset({"MOBILIZE"})  # a mobilization's recipient is a party threatened by it, which its frames name
TOGETHER_WITH = frozenset({"with", "to"})
SIGNED = frozenset({"support.sign", "support.deal"})
OBLIGING = "request.should"  # what somebody says that others must do
JUDGED, CONCERN = "speak.judged", "accuse.concern"  # what somebody says is wrong, is angry about
LETTING = frozenset({"let", "allow", "permit", "help", "enable", "grant"})
# What forces are moved for: against whom.
FACING = frozenset(
    """intimidate deter confront face counter contain warn threaten cow pressure shadow intercept repel fight oppose resist check meet challenge
    track hunt menace crush subdue punish frighten scare overawe harass stop""".split()
)
SIGNALS = frozenset(
    "warning message signal challenge rebuke response deterrent answer rebuff reply threat counter".split()
)


class Sufferers:
    """Finds to whom what the matches of one sentence tell is done. ``may_receive``: whether a party may be one, whoever acts, for what isn't done to places."""

    def __init__(
        self, matcher: Matcher, named: Named, may_receive: Callable[[int, frozenset[object], bool], bool]
    ) -> None:
        self._matcher, self._named, self._may_receive = matcher, named, may_receive

    def of(self, match: Match, inner: list[Act], actors: tuple[int, ...]) -> list[int]:
        """To whom the act of a match is done; ``inner`` are the acts in its content, ``actors`` who does it."""
        if match.frame.content == "negated" and match.frame.type == "REJECT":
            return [
                p for t in match.fillers("C") if t.pos_ == "NOUN" for h in _whose(t) for p in self._named.parties(h)
            ]
        if match.frame.type == "REQUEST" and any(tree.is_passive(t) and tree.datives(t) for t in match.fillers("R")):
            return []  # "called for *B* to be given arms": B isn't asked
        told = match.fillers("R") if match.frame.type == "PROTEST" else _but_watching(match.fillers("R"))
        found = self._meant_for(match) or self._blamed(match, told) or [p for t in told for p in self._named.parties(t)]
        given = (
            []
            if self._named.with_land(found)
            else [p for t in tree.datives(match.token) for p in self._named.parties(t)]
        )
        found = self._named.with_land(given) or found  # "lent *Laos* 30 million dollars for schools"
        found = found or [p for t in tree.undergoers(match.token) for p in self._named.parties(t)]
        found = found or self._undergoing(match) or self._on_condition(match)
        found = found or [
            p
            for t in match.fillers("P")
            for n, a in tree.prepositions(t)
            if n in AGAINST
            for p in self._named.parties(a)
        ]
        if (
            not found
            and match.support is not None
            and self._matcher.support_kind(match.token, match.support) == "undergo"
        ):
            found = [p for s in tree.surface_subjects(match.support) for p in self._named.parties(s)]
        found = self._threatened_before(match, found, inner, actors) or self._meant(match, found, actors) or found
        if found:
            return self._but_own(match, found, actors)
        between = any(name == "between" for name, _ in tree.prepositions(match.token))
        if len(actors) > 1 and (between or match.fillers("B") or self._sign_together(match, actors)):
            return []  # they act on one another; what else is named is their topic or place ("talks with B *on C*")
        if match.frame.type == "REQUEST" and _asks_a_stranger(match):
            return []
        if not match.fillers("C"):
            return self._from_elsewhere(match, self._beside(match, actors), actors)
        affected, acting = [p for a in inner for p in a.recipients], [p for a in inner for p in a.actors]
        if match.frame.type == "REQUEST":
            asked = [p for t in match.fillers("C") for s in tree.subjects(t) for p in self._named.acting(s)]
            asked = asked or [p for t in match.fillers("C") for s in _due(t) for p in self._named.acting(s)]
            affected, acting = asked or acting, affected
        own = {self._named.land(p) for p in actors}
        let = [p for p in self._let(match) if self._named.land(p) not in (None, *own)]
        for parties in (let, affected, acting):
            others = self._named.others(parties, actors)
            if others:
                return others
        if match.frame.type == "REQUEST" and (self._asks_for_men(match) or (not inner and _asks_nobody(match))):
            return []
        if blamed := self._judged(match, actors):
            return blamed
        inside = [p for t in match.fillers("C") for p in self._named.inside(t, but=WITHOUT)]
        lands = {self._named.land(p) for p in actors}
        fronted = (t for t in match.fillers("C") if t.i < match.token.i)  # "*A* would answer B, its army warned"
        own_there = {
            p for t in fronted for s in tree.subjects(t) for p in self._named.acting(s) if self._named.land(p) in lands
        }
        within = [p for p in self._named.others(inside, actors) if p not in own_there][:1]
        return within or self._beside(match, actors)

    def _blamed(self, match: Match, told: Sequence[Token]) -> list[int]:
        """Who does what somebody voices his anger about: "voiced anger that *B's troops* hadn't left C"."""
        if match.frame.id != CONCERN:
            return []
        doing = [s for t in told if t.pos_ in ("VERB", "AUX") for s in tree.subjects(t)]
        return self._named.with_land([p for s in doing for p in self._named.acting(s)])

    def _judged(self, match: Match, actors: tuple[int, ...]) -> list[int]:
        """Who does what somebody says is wrong: "said that any step *by B* would be unacceptable"."""
        if match.frame.id != JUDGED:
            return []
        deeds = [s for t in match.fillers("C") for s in tree.subjects(t) if s.pos_ == "NOUN"]
        doing = [f for deed in deeds for n, f in tree.prepositions(deed) if n == "by"]
        return self._named.others(self._named.with_land([p for f in doing for p in self._named.parties(f)]), actors)

    def _sign_together(self, match: Match, actors: tuple[int, ...]) -> bool:
        """Whether those of several lands sign something with one another ("A and B signed an accord *on C*")."""
        return match.frame.id in SIGNED and len({self._named.land(p) for p in actors} - {None}) > 1

    def _meant_for(self, match: Match) -> list[int]:
        """Against whom forces are moved, by what they are moved for: "flew over B *to deter C*", "sailed past *in a warning to C*"."""
        if match.frame.type != "MOBILIZE" or match.pattern.pos != "v":
            return []
        verb = match.token
        aims = [c for k, c in tree.clauses(verb) if k == "to" and c.lemma_ in FACING and c.i > verb.i]
        signals = [t for n, t in tree.prepositions(verb) if n in ("in", "as") and t.lemma_.lower() in SIGNALS]
        faced = [o for c in aims for o in tree.objects(c)]
        faced += [t for s in signals for n, t in tree.prepositions(s) if n in ("to", "against", "at", "towards")]
        faced = faced + [t for f in faced for n, t in tree.prepositions(f) if n in ("by", "from")]
        return self._named.with_land([p for f in faced for p in (self._named.parties(f))])

    def _let(self, match: Match) -> list[int]:
        """Who is to be let do something by what is agreed or refused: "agreed to let *Sudanese lorries* use the port"."""
        below = [c for t in match.fillers("C") if t.lemma_ in LETTING for c in t.children]
        let = [s for c in below if c.dep_ == "ccomp" for s in c.children if s.dep_ == "nsubj"]
        let += [c for c in below if c.dep_ == "dobj"]
        return [] if match.frame.type == "REQUEST" else [p for s in let for p in self._named.held(s)]

    def _threatened_before(
        self, match: Match, found: list[int], inner: list[Act], actors: tuple[int, ...]
    ) -> list[int]:
        """Whom a threat is to hit, where it is only told to a body of many states ("told *the United Nations* that it would bomb *B*")."""
        international = ontology.table()["international"]
        if match.frame.type != "THREATEN" or not found or any(self._named.land(p) not in international for p in found):
            return []
        return self._named.with_land(
            self._named.others([p for a in inner for p in a.recipients if p not in found], actors)
        )

    def _meant(self, match: Match, found: list[int], actors: tuple[int, ...]) -> list[int]:
        """Of whom something is asked that is only told to somebody else ("told *A's envoy* that *B* must withdraw")."""
        if match.frame.id != OBLIGING:
            return []
        bound = [s for t in match.fillers("C") for s in tree.subjects(t) if s.pos_ != "PRON"]
        asked = self._named.with_land([p for s in bound for p in self._named.acting(s)])
        lands = {self._named.land(p) for p in (*found, *actors)}
        return [p for p in asked if self._named.land(p) not in lands]

    def _but_own(self, match: Match, found: list[int], actors: tuple[int, ...]) -> list[int]:
        """Recipients without who is told as an actor's own beside others ("cancelled a meeting of *its* minister with *B's*")."""
        lands = {land for p in actors if (land := self._named.land(p)) is not None}
        if not any(self._named.land(p) not in (None, *lands) for p in found):
            return found
        owned = (w for t in match.fillers("R") for w in t.subtree if any(c.tag_ == "PRP$" for c in w.children))
        own = {p for w in owned for p in self._named.at(w) if self._named.land(p) in lands}
        return [p for p in found if p not in own]

    def _asks_for_men(self, match: Match) -> bool:
        """Whether men of no named land are what is asked for, not who is asked ("asked for *guards*", "called for *peacekeepers*")."""
        wanted = [t for t in match.fillers("C") if t.dep_ == "pobj" and t.head.lower_ == "for" and t.tag_ == "NNS"]
        return any(found and not self._named.with_land(found) for t in wanted if (found := list(self._named.at(t))))

    def _from_elsewhere(self, match: Match, beside: list[int], actors: tuple[int, ...]) -> list[int]:
        """Who is named beside several who act together, without those of their own lands: these are where it was ("A and B opened an office
        *in a town of A*").
        """
        lands = {land for p in actors if (land := self._named.land(p)) is not None}
        if match.frame.type not in RECIPROCAL or len(lands) < 2:
            return beside
        return [p for p in beside if self._named.land(p) not in lands]

    def _undergoing(self, match: Match) -> list[int]:
        """Whom a threat is against by what is to be done to him: "said that *B* would be razed if C attacked"."""
        if match.frame.type != "THREATEN":
            return []
        done = [t for t in match.fillers("C") if t.dep_ == "ccomp" and tree.is_passive(t)]
        whose = (o for t in done for o in tree.objects(t) if not any(c.tag_ == "PRP$" for c in o.children))
        return self._named.with_land([p for o in whose for p in self._named.parties(o)])

    def _on_condition(self, match: Match) -> list[int]:
        """Whom a threat or refusal is to move by its condition: "threatened to strike unless *B* withdrew", "if *B* invades, A will close the road",
        "will not leave until *B* pays".
        """
        status = statuses.of(match.token)
        announced = status == "future" and match.frame.type in HOSTILE
        if match.frame.type != "THREATEN" and status != "refused" and not announced:
            return []
        verbs = (match.token, *match.fillers("C"), *match.fillers("T"))
        conditions = (c for v in verbs for c in v.children if c.dep_ == "advcl" and tree.is_condition(c))
        return next((found for c in conditions for s in tree.subjects(c) if (found := self._named.acting(s))), [])

    def contacted(self, verb: Token) -> tuple[int, ...]:
        """Whom somebody called, met or wrote to, to say something: "phoned *the king* to convey his support"."""
        addressed = [*tree.objects(verb), *(a for n, a in tree.prepositions(verb) if n == "to")]
        return next((tuple(found) for a in addressed if (found := self._named.parties(a))), ())

    def _beside(self, match: Match, actors: tuple[int, ...]) -> list[int]:
        """Who a clause names beside the actors when no slot names a recipient: "cut power *to B*", "raids *in B*"."""
        if match.frame.type in NO_RECIPIENT:
            return []
        bound = {b.token.i for b in match.bound if b.role in "AB"}
        told = match.fillers("T")
        acting = frozenset(self._named.identity(p) for p in actors)
        lands = {self._named.land(p) for p in actors} - {None}
        mutual = match.frame.type == "CONSULT" and len(lands) > 1
        for word in (match.token, *([match.support] if match.support is not None else [])):
            for child in sorted(word.children, key=lambda c: c.lower_ != "against"):  # before where it is done
                fronted = child in told and child.i < word.i  # "*it would not hesitate to bomb B*, its army said"
                if child.i in bound or not (fronted or (child.i > word.i and within.may_hold_recipient(child))):
                    continue
                if mutual and child.dep_ == "prep" and child.lower_ not in TOGETHER_WITH:
                    continue  # "A and B met *in an attempt to save a summit with C*"
                for token in (t for t in child.subtree if not tree.leads(t)):
                    near = self._named.others(list(self._named.at(token)), actors)
                    found = [p for p in near if self._may_receive(p, acting, match.frame.type in NOT_TO_PLACES)]
                    if found and token.i not in bound and not within.is_elsewhere(token, child):
                        return found
        return []


def _whose(noun: Token) -> list[Token]:
    """Whose a charge or a report is: "denied *Israel's* accusation", "the *British* claim", "reports *by B*"."""
    return [
        *tree.possessors(noun),
        *tree.modifiers(noun),
        *(t for n, t in tree.prepositions(noun) if n in ("by", "from")),
    ]


def _but_watching(words: list[Token]) -> list[Token]:
    """Words without those before whose eyes something was done: it wasn't done to them. (Who rallies in front of a ministry protests against it.)"""
    return [t for t in words if not within.is_watching(t)]


def _due(copula: Token) -> list[Token]:
    """Whose turn it is said to be: "it was time for *B* to leave"."""
    times = (c for c in copula.children if c.dep_ == "attr" and copula.lemma_ == "be")
    clauses = (k for t in times for k in t.children if k.dep_ in ("relcl", "acl", "advcl"))
    return [s for k in clauses for s in k.children if s.dep_ == "nsubj"]


def _asks_nobody(match: Match) -> bool:
    """Whether all that is said is what should be done, and not by whom ("argued that the pirates *should be tried* at the court of B")."""
    clauses = [t for t in match.fillers("C") if t.dep_ == "ccomp"]
    return bool(clauses) and all(tree.is_passive(c) and not tree.agents(c) for c in clauses)


def _asks_a_stranger(match: Match) -> bool:
    """Whether who is asked to do something is named and nobody who is known ("asked *the publisher* to drop a book on B"): others aren't asked."""
    told = [t for t in match.fillers("C") if t.dep_ in ("xcomp", "ccomp", "advcl")]
    return bool(told) and any(t.pos_ == "NOUN" for t in match.fillers("R"))
