"""From matches to acts: parties bound, content taken up, status and type settled together.

An act about an act (agreeing to meet, refusing to withdraw, denying an attack) is read from the outside in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from polybius.acts import recast, tree, within
from polybius.acts import status as statuses
from polybius.acts.act import RECIPROCAL, VERBAL, Act
from polybius.acts.match import Match, Matcher
from polybius.lexicon import ontology

NOT_TO_PLACES = VERBAL | {"PROTEST"}  # what is said or shown somewhere isn't done to that place
NO_RECIPIENT = frozenset({"MOBILIZE"})  # a mobilization's recipient is a party threatened by it, which its frames name
CHARGING = frozenset({"ACCUSE"})  # what somebody is accused of, only his accuser tells
EXERCISES = frozenset({"exercise", "drill", "manoeuvre", "maneuver", "wargame", "manoeuvres", "maneuvers"})
AGAINST, WITHOUT = frozenset({"against"}), frozenset({"without"})
DRIVING_OUT = frozenset({"expel", "deport", "bar", "ban", "eject", "banish", "exile", "remove", "exclude"})
STANDING = frozenset(
    {"ASSAULT", "COERCE", "AID", "SUPPORT", "MOBILIZE", "REJECT"}
)  # what a present may tell as a state
WARNING, FORETOLD = frozenset({"warn", "caution", "warning"}), "what others may do is foretold, not threatened"
# What somebody may be called or written to for.
SAID = frozenset({"SUPPORT", "CONCEDE", "ACCUSE", "REJECT", "REQUEST", "THREATEN"})
POSSIBLY = frozenset({"may", "might", "could"})
SAYING = frozenset("say tell warn declare announce add state hint suggest repeat stress insist".split())
LETTING = frozenset({"let", "allow", "permit", "help", "enable", "grant"})
TELLING, PROMISES = frozenset("tell inform assure notify promise".split()), frozenset({"AGREE", "CONCEDE", "THREATEN"})
THREATENED = frozenset({"ASSAULT", "SANCTION", "COERCE"})
# Who makes a rule, and whose a thing is by what its own clause tells: they do what the rule or the thing is told to do.
MAKING = frozenset("sign issue adopt pass approve publish enact decree proclaim promulgate".split())
OWNING = MAKING | frozenset("impose call name dub build develop design make own test launch fire send".split())
# Whose announcement that something is done is that they do it ("the navy announced that a cruiser *was being sent*"); of blows it is news.
ANNOUNCING = frozenset("announce order decree decide rule".split())
# What captors and jailers do, and what ends it against their will: "a nurse *seized* by A was freed *in a raid*".
HOLDING = frozenset("seize hold kidnap abduct capture jail imprison detain arrest take snatch intern hijack".split())
RESCUES = frozenset("raid rescue operation assault swoop attack commando troop soldier army force police".split())
BY_ORDER = frozenset({"MOBILIZE", "SANCTION", "CONCEDE", "RETREAT", "COERCE", "AID"})
TOGETHER = RECIPROCAL - {"ASSAULT"}  # what is done by all who are there
NAMING_WORDS = frozenset({"NOUN", "PROPN", "PRON"})
SUFFERING = frozenset({"die", "perish", "suffer", "fall", "succumb", "lose"})  # who does so in a raid didn't raid
# Who is told by whom he stands beside or against, and acts for himself.
APART = frozenset(
    """rival opponent adversary enemy foe critic detractor neighbour neighbor ally partner patron backer friend colleague successor deputy
    brother sister son daughter wife husband father mother parent widow nephew niece cousin uncle aunt relative lawyer doctor publisher biographer
    killer murderer assassin captor kidnapper attacker accuser victim""".split()
)
# What forces are moved for: against whom.
FACING = frozenset(
    """intimidate deter confront face counter contain warn threaten cow pressure shadow intercept repel fight oppose resist check meet challenge
    track hunt menace crush subdue punish frighten scare overawe harass stop""".split()
)
SIGNALS = frozenset(
    "warning message signal challenge rebuke response deterrent answer rebuff reply threat counter".split()
)
CIRCUMSTANCE = frozenset({"after", "following", "during", "in", "at", "before", "through", "for", "with"})


PartyAt = Callable[[Token], tuple[int, ...]]
"""Positions of the parties named at a word, coordinated ones included; () when none is."""


class Composer:
    """Reads the acts of one sentence from its matches."""

    def __init__(
        self,
        matcher: Matcher,
        party_at: PartyAt,
        identity: Callable[[int], object],
        may_receive: Callable[[int, frozenset[object], bool], bool],
    ) -> None:
        self._matcher, self._party_at, self._identity, self._may_receive = matcher, party_at, identity, may_receive

    def acts(self, sentence: list[Token]) -> list[Act]:
        """The acts that the sentence reports, in the order of their words."""
        self._sentence, self._matches = sentence, self._matcher.matches(sentence)
        taken = self._taken()
        out: list[Act] = []
        for position, match in sorted(self._matches.items()):
            if position not in taken and match.frame.type:
                out.extend(self._acts_of(match))
            elif position not in taken:
                out.extend(self._through(match, depth=0))
        return out

    def no_acts(self) -> frozenset[int]:
        """Words of frames that tell no act and govern none ("declined to comment"), and what those frames speak about; what somebody is only
        charged with, suspected of or tried for ("held on charges of *arming B*", "*accused* soldiers of killing").
        """
        without = (m for m in self._matches.values() if not m.frame.type and not m.fillers("C"))
        charged = [m for m in self._matches.values() if m.frame.type in CHARGING and m.frame.content == "drop"]
        return frozenset(
            [
                *(
                    i
                    for m in without
                    for i in (m.token.i, *(t.i for b in m.bound for t in _content_words(b.token, m.token)))
                ),
                *(t.i for w in self._sentence for each in tree.alleged(w) for t in (w, *each.subtree)),
                *(t.i for m in charged for c in (*m.fillers("C"), *m.fillers("T")) for t in _content_words(c, m.token)),
                *(
                    m.token.i
                    for m in charged
                    if m.pattern.pos == "v" and (m.fillers("C") or m.fillers("T")) and self._actors(m)
                ),
            ]
        )

    def _taken(self) -> frozenset[int]:
        """Words that belong to another frame: its named fillers, and all of its content and topics."""
        taken: set[int] = set()
        for match in self._matches.values():
            taken |= match.taken
            for bound in match.bound:
                if bound.role in "CT":
                    taken |= {t.i for t in _content_words(bound.token, match.token)}
            if match.support is not None and match.support.i in self._matches and not self._outweighs(match):
                taken.add(match.token.i)
            elif match.support is not None:
                taken.add(match.support.i)
        called = {i for i, match in self._matches.items() if any(b.slot == "accuser" for b in match.bound)}
        return frozenset(taken - called)  # a charge is told besides how it is answered

    def _outweighs(self, noun: Match) -> bool:
        """Whether a noun predicate beats the frame of its support verb: it does unless that frame names the noun or what measures it ("a *round* of
        talks was held").
        """
        assert noun.support is not None
        verb, above = self._matches[noun.support.i], noun.token.head
        measure = above.head if noun.token.dep_ == "pobj" and above.lower_ == "of" else noun.token
        return verb.taken.isdisjoint((noun.token.i, measure.i)) and not verb.fillers("C")

    def _acts_of(self, match: Match) -> list[Act]:
        """The acts of a match; those of the noun that it names where only that tells who acts ("*US-China talks* were held")."""
        acts = list(self._act(match, depth=0))
        if any(act.actors for act in acts):
            return acts
        nouns = (self._matches[i] for i in sorted(match.taken) if i in self._matches)
        beside = [act for n in nouns if n.frame.type == match.frame.type for act in self._act(n, depth=0) if act.actors]
        return beside or acts

    def _act(self, match: Match, depth: int) -> Iterator[Act]:
        """The act of a match, its content taken up."""
        inner = self._inner(match, depth)
        actors = self._actors(match)
        if self._is_forecast(match, inner, actors):
            yield from (replace(act, status="hypothetical", why=(*act.why, FORETOLD)) for act in inner)
            return
        recipients = self._recipients(match, inner, actors)
        act = Act(
            match,
            match.frame.type,
            match.frame.mode,
            actors,
            tuple(self._others(recipients, actors)),
            _status(match),
            (match.reason,),
            weight=match.weight,
        )
        act = recast.take_up(self._threatened(recast.on_its_own(self._jointly(act))), inner)
        yield self._told(self._refusing(recast.settle(act)))
        if match.frame.content != "drop" or match.frame.type == "":
            yield from self._released(match, inner, actors)

    def _is_forecast(self, match: Match, inner: list[Act], actors: tuple[int, ...]) -> bool:
        """Whether who warns only foretells what others may do ("warned of an attack *by C*"): that threatens nobody."""
        if match.frame.type != "THREATEN" or match.token.lemma_ not in WARNING or not actors:
            return False
        if any(s.tag_ == "PRP" for act in inner if act.match.pattern.pos == "v" for s in tree.subjects(act.token)):
            return False  # "police warned the crowd that *they* would fire"
        return bool(inner) and all(act.actors and not self._is_of_one_land(act.actors, actors) for act in inner)

    def _is_of_one_land(self, some: tuple[int, ...], others: tuple[int, ...]) -> bool:
        lands = [{i[0] if isinstance(i := self._identity(p), tuple) else i for p in side} for side in (some, others)]
        return not lands[0].isdisjoint(lands[1])

    def _jointly(self, act: Act) -> Act:
        """Exercises of several states are their cooperation, those of one its mobilization (docs/decisions/types.md)."""
        lands = {land for p in act.actors if (land := self._land(p)) is not None}
        words = (
            act.token,
            *tree.objects(act.token),
            *(b.token for b in act.match.bound),
            *([act.match.support] if act.match.support else []),
        )
        held = (w.lemma_ in EXERCISES or any(h.lemma_ in EXERCISES for _, h in tree.prepositions(w)) for w in words)
        if act.type != "MOBILIZE" or len(lands) < 2 or not any(held):
            return act
        return replace(act, type="COOPERATE", mode=None, why=(*act.why, "an exercise of several states is COOPERATE"))

    def _refusing(self, act: Act) -> Act:
        """The refusal to do with somebody what is done together: it is towards him ("would not meet *B*")."""
        others = {p for t in act.match.fillers("B") for p in self._parties(t)}
        doing = tuple(a for a in act.actors if a not in others)
        if act.type != "REJECT" or act.match.frame.type not in RECIPROCAL or act.recipients or not others or not doing:
            return act
        return replace(act, actors=doing, recipients=tuple(a for a in act.actors if a in others))

    def _told(self, act: Act) -> Act:
        """What somebody tells another that he will do for nobody else that is named, as towards that one: "told *B* that it would open the border"."""
        above = act.token.head
        if (
            act.type not in PROMISES
            or act.status != "asserted"
            or act.token.dep_ != "ccomp"
            or above.lemma_ not in TELLING
        ):
            return act
        if self._with_land(list(act.recipients)) or statuses.of(above) != "asserted":
            return act
        speaking = {self._identity(p) for s in tree.subjects(above) for p in self._party_at(s)}
        told = [p for o in tree.objects(above) for p in self._parties(o)]
        if not told or not speaking or {self._identity(p) for p in act.actors} != speaking:
            return act
        return replace(act, recipients=tuple(self._others(told, act.actors)), why=(*act.why, "to whom it is told"))

    def _threatened(self, act: Act) -> Act:
        """What somebody says that he himself may do to others is a threat ("said that *it might bomb B*"); as a forecast of others it isn't."""
        verb = act.token
        above = verb.head
        modal = any(c.dep_ == "aux" and c.lower_ in POSSIBLY for c in verb.children)
        if act.status != "hypothetical" or act.type not in THREATENED or not act.recipients or not modal:
            return act
        if verb.dep_ != "ccomp" or above.lemma_ not in SAYING or statuses.of(above) != "asserted":
            return act
        if any(c.dep_ == "neg" for c in verb.children) or act.match.pattern.pos != "v":
            return act
        if not self._speaks_for_itself(above, act.actors):
            return act
        mode = recast.mode_by_content("THREATEN", act.type, act.mode)
        return replace(
            act, type="THREATEN", mode=mode, status="asserted", why=(*act.why, "may do it, by its own words")
        )

    def _speaks_for_itself(self, saying: Token, actors: tuple[int, ...]) -> bool:
        """Whether who says what the actors may do is one of them: "*it* might bomb B, *A* said", "A could bomb B, *its* general said"."""
        speakers = tree.subjects(saying)
        speaking = {self._identity(p) for s in speakers for p in self._party_at(s)}
        acting = {self._identity(p) for p in actors}
        if speaking and acting == speaking:
            return True
        own = any(c.dep_ == "poss" and c.lower_ in ("its", "their") for s in speakers for c in s.children)
        lands = {i[0] for i in speaking if isinstance(i, tuple)}
        return bool(acting) and (own or (bool(lands) and {i[0] for i in acting if isinstance(i, tuple)} == lands))

    def _through(self, match: Match, depth: int) -> Iterator[Act]:
        """A frame without a type: the acts it governs, with the status it gives them."""
        yield from self._released(match, self._inner(match, depth), self._actors(match))

    def _released(self, match: Match, inner: list[Act], actors: tuple[int, ...]) -> Iterator[Act]:
        outer = statuses.of(match.token)
        addressing = any(statuses.is_message(t) for t in match.fillers("C"))
        contacted = self._contacted(match.token) if addressing else ()  # the parser takes them for who says it
        for act in inner:
            status = match.frame.content if match.frame.content != "drop" else act.status
            if status == "asserted":
                status = outer if outer != "asserted" else act.status
            elif status == "negated" and outer == "negated":
                status = "asserted"
            yield recast.settle(
                replace(
                    act,
                    actors=actors if addressing and actors else act.actors or actors,
                    recipients=act.recipients or contacted,
                    status=status,
                    why=(*act.why, f"{match.frame.id} makes it {status}"),
                )
            )

    def _inner(self, match: Match, depth: int) -> list[Act]:
        """The acts in a match's content."""
        if depth > 6:
            return []
        out: list[Act] = []
        for content in match.fillers("C"):
            for token in (content, *(c for c in content.children if c.dep_ == "conj")):
                found = self._matches.get(token.i) or self._match_below(token)
                if found is None or found == match:
                    continue
                if found.frame.type:
                    out.extend(self._act(found, depth + 1))
                else:
                    out.extend(self._through(found, depth + 1))
        return out

    def _match_below(self, content: Token) -> Match | None:
        """A noun predicate that hangs on the content's support verb, is its head's complement, or what the content says something of
        ("*easing the embargo* was out of the question").
        """
        below = ("attr", "dobj", "nsubjpass", "oprd", *(("csubj", "nsubj") if content.lemma_ == "be" else ()))
        for child in content.children:
            found = self._matches.get(child.i)
            if found is not None and found.frame.type and (found.support == content or child.dep_ in below):
                return found
        return None

    def _actors(self, match: Match) -> tuple[int, ...]:
        """Who acts: the frame's own actor slots, else subject, possessor or by-phrase; reciprocal parties join."""
        actors = [p for t in match.fillers("A") for p in self._parties(t)]
        bound_elsewhere = any(b.role in "AP" for b in match.bound)
        for token in match.fillers("P"):
            actors.extend(self._inside(token, but=AGAINST))
        if not actors and not (bound_elsewhere and match.pattern.pos == "v"):
            actors = self._default_actors(match)
        actors = self._announced_by(match, actors) or actors
        owning = self._owning(match)
        actors = actors or self._driving(match) or self._with_land(owning) or self._announcing(match) or owning
        reciprocal = [p for t in match.fillers("B") for p in self._parties(t)]
        return tuple(dict.fromkeys([*actors, *reciprocal]))

    def _announced_by(self, match: Match, speaking: list[int]) -> list[int]:
        """Whose threat it is that stands before who speaks for them: "*Egypt* would answer B in kind, its army warned"."""
        clauses = [t for t in (*match.fillers("C"), *match.fillers("T")) if t.dep_ == "ccomp" and t.i < match.token.i]
        if match.frame.type != "THREATEN" or match.pattern.pos != "v" or not clauses:
            return []
        acting = [p for c in clauses for s in tree.subjects(c) for p in self._acting(s)]
        lands = {self._land(p) for p in speaking} - {None}
        named = any(c.lower_ == "the" for s in tree.subjects(match.token) for c in s.children if c.dep_ == "det")
        whose = {self._land(p) for p in acting}
        return acting if None not in whose and (whose == lands or (not lands and named)) else []

    def _driving(self, match: Match) -> list[int]:
        """Who drove somebody out where only the land is named ("was expelled *from Belarus*")."""
        token = match.token
        if token.lemma_.lower() not in DRIVING_OUT or not tree.is_passive(token) or tree.subjects(token):
            return []
        lands = [filler for name, filler in tree.prepositions(token) if name == "from"]
        lands += [o for f in lands if f.lemma_ == "enter" for o in tree.objects(f)]  # "was barred from entering *B*"
        return [p for land in lands for p in self._party_at(land)]

    def _owning(self, match: Match) -> list[int]:
        """Whose weapons or troops are moved where nobody is told to move them ("*American* launchers were hauled into the base")."""
        token = match.token
        if match.frame.type != "MOBILIZE" or not tree.is_passive(token) or tree.subjects(token):
            return []
        return [p for moved in tree.objects(token) for p in self._acting(moved)]

    def _announcing(self, match: Match) -> list[int]:
        """Who announces or orders that something is done that nobody is told to do."""
        token = match.token
        if match.frame.type not in BY_ORDER or token.dep_ != "ccomp" or not tree.is_passive(token):
            return []
        above = token.head
        if tree.subjects(token) or above.lemma_ not in ANNOUNCING:
            return []
        return [p for s in tree.subjects(above) for p in self._party_at(s)]

    def _default_actors(self, match: Match) -> list[int]:
        token = match.token
        recipients = {p for t in match.fillers("R") for p in self._parties(t)}
        if match.pattern.pos == "a":
            return [p for s in tree.surface_subjects(token) for p in self._acting(s)]
        if match.pattern.pos != "n":
            # "*Ten people* died in a raid": who suffers it.
            suffering = {b.token for b in match.bound if (b.role, b.slot) == ("R", "subj")}
            acting = [p for s in tree.subjects(token) if s not in suffering for p in self._acting(s)]
            return acting or self._captors(match)
        own = [t for t in tree.possessors(token) if not _bound_as(match, t, "R")]
        own += [t for n, t in tree.prepositions(token) if n == "by"]
        found = [p for t in own for p in self._parties(t) if p not in recipients]
        if found:
            return found
        if match.support is not None and self._matcher.support_kind(token, match.support) == "do":
            found = [p for s in tree.subjects(match.support) for p in self._acting(s)]
        elif match.support is not None:
            found = [p for n, t in tree.prepositions(match.support) if n in ("from", "by") for p in self._parties(t)]
        found = found or [p for m in tree.modifiers(token) for p in self._party_at(m) if p not in recipients]
        if not found:
            found = [
                p
                for n, t in tree.prepositions(token)
                if n in ("from", "between")
                for p in self._parties(t)
                if p not in recipients
            ]
        if match.frame.type in TOGETHER or not _is_told_before(token):
            found = found or self._above(token)
        return [p for p in found if p not in recipients]

    def _captors(self, match: Match) -> list[int]:
        """Who is told to hold those who are let go by nobody else: "two nurses *kidnapped by A* were released", not in a raid."""
        verb = match.token
        if match.frame.mode != "release" or not tree.is_passive(verb) or tree.subjects(verb):
            return []
        if any(t.lemma_.lower() in RESCUES for _, t in tree.prepositions(verb)):
            return []
        held = [c for o in tree.objects(verb) for c in o.children if c.dep_ in ("acl", "relcl") and tree.is_passive(c)]
        return [p for c in held if c.lemma_ in HOLDING for a in tree.agents(c) for p in self._parties(a)]

    def _above(self, noun: Token) -> list[int]:
        """Who acts in the clause that a noun predicate circumscribes ("said, *after talks with B*", "*in a raid on B*")."""
        if noun.dep_ != "pobj" or noun.head.lower_ not in CIRCUMSTANCE:
            return []
        verb = noun.head.head
        if verb.pos_ not in ("VERB", "AUX") or verb.lemma_ in SUFFERING:
            return []
        return [p for s in tree.subjects(verb) for p in self._acting(s)]

    def _acting(self, subject: Token) -> list[int]:
        """Parties of a subject: itself, or whose instrument it is ("*Syrian* artillery hit ..."), else who is listed with it ("ten countries,
        including *Chile*").
        """
        direct = self._named_at(subject)
        if direct:
            return direct
        below = [t for n, t in tree.prepositions(subject) if n in ("of", "by", "between", "from")]
        named = self._before(subject) or [p for t in below for p in self._party_at(t)]
        named = named or [p for t in below for p in self._before(t)]  # "a convoy of *Jordanian* trucks"
        named = named or [p for t in _makers(subject) for p in self._party_at(t)]
        listed = [c for c in subject.conjuncts if c.i > subject.i and c.pos_ in NAMING_WORDS and not tree.ruled_out(c)]
        return named or self._with_land([p for c in listed for p in self._party_at(c)])

    def _named_at(self, noun: Token) -> list[int]:
        """Parties at a word; those of the name that it describes where it is of no known land itself ("B, *a charity* that A accused")."""
        direct = list(self._party_at(noun))
        if noun.dep_ != "appos" or noun.head.pos_ != "PROPN" or self._with_land(direct):
            return direct
        return self._with_land(list(self._party_at(noun.head))) or direct

    def _before(self, noun: Token) -> list[int]:
        """Parties that the words before a noun name; of somebody apart ("*its* rivals condemned B") nobody."""
        nearby = [p for m in tree.modifiers(noun) for p in self._party_at(m)]
        if noun.lemma_.lower() in APART:
            return nearby
        return nearby + [p for t in tree.possessors(noun) for p in self._party_at(t)]

    def _recipients(self, match: Match, inner: list[Act], actors: tuple[int, ...]) -> list[int]:
        if match.frame.content == "negated" and match.frame.type == "REJECT":
            return [p for t in match.fillers("C") if t.pos_ == "NOUN" for h in _whose(t) for p in self._parties(h)]
        if match.frame.type == "REQUEST" and any(tree.is_passive(t) and tree.datives(t) for t in match.fillers("R")):
            return []  # "called for *B* to be given arms": B isn't asked
        found = self._meant_for(match) or [p for t in match.fillers("R") for p in self._parties(t)]
        given = [] if self._with_land(found) else [p for t in tree.datives(match.token) for p in self._parties(t)]
        found = self._with_land(given) or found  # "lent *Laos* 30 million dollars for schools"
        found = found or [p for t in tree.undergoers(match.token) for p in self._parties(t)]
        found = found or self._undergoing(match) or self._on_condition(match)
        found = found or [
            p for t in match.fillers("P") for n, a in tree.prepositions(t) if n in AGAINST for p in self._parties(a)
        ]
        if (
            not found
            and match.support is not None
            and self._matcher.support_kind(match.token, match.support) == "undergo"
        ):
            found = [p for s in tree.surface_subjects(match.support) for p in self._parties(s)]
        found = self._threatened_before(match, found, inner, actors) or found
        if found:
            return self._but_own(match, found, actors)
        between = any(name == "between" for name, _ in tree.prepositions(match.token))
        if len(actors) > 1 and (between or match.fillers("B")):
            return []  # they act on one another; what else is named is their topic or place ("talks with B *on C*")
        if match.frame.type == "REQUEST" and _asks_a_stranger(match):
            return []
        if not match.fillers("C"):
            return self._from_elsewhere(match, self._beside(match, actors), actors)
        affected, acting = [p for a in inner for p in a.recipients], [p for a in inner for p in a.actors]
        if match.frame.type == "REQUEST":
            asked = [p for t in match.fillers("C") for s in tree.subjects(t) for p in self._acting(s)]
            affected, acting = asked or acting, affected
        own = {self._land(p) for p in actors}
        let = [p for p in self._let(match) if self._land(p) not in (None, *own)]
        for parties in (let, affected, acting):
            others = self._others(parties, actors)
            if others:
                return others
        if match.frame.type == "REQUEST" and (self._asks_for_men(match) or (not inner and _asks_nobody(match))):
            return []
        inside = [p for t in match.fillers("C") for p in self._inside(t, but=WITHOUT)]
        lands = {self._land(p) for p in actors}
        fronted = (t for t in match.fillers("C") if t.i < match.token.i)  # "*A* would answer B, its army warned"
        own_there = {p for t in fronted for s in tree.subjects(t) for p in self._acting(s) if self._land(p) in lands}
        within = [p for p in self._others(inside, actors) if p not in own_there][:1]
        return within or self._beside(match, actors)

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
        return self._with_land([p for f in faced for p in (self._parties(f))])

    def _let(self, match: Match) -> list[int]:
        """Who is to be let do something by what is agreed or refused: "agreed to let *Sudanese lorries* use the port"."""
        below = [c for t in match.fillers("C") if t.lemma_ in LETTING for c in t.children]
        let = [s for c in below if c.dep_ == "ccomp" for s in c.children if s.dep_ == "nsubj"]
        let += [c for c in below if c.dep_ == "dobj"]
        return [] if match.frame.type == "REQUEST" else [p for s in let for p in self._held(s)]

    def _threatened_before(
        self, match: Match, found: list[int], inner: list[Act], actors: tuple[int, ...]
    ) -> list[int]:
        """Whom a threat is to hit, where it is only told to a body of many states ("told *the United Nations* that it would bomb *B*")."""
        international = ontology.table()["international"]
        if match.frame.type != "THREATEN" or not found or any(self._land(p) not in international for p in found):
            return []
        return self._with_land(self._others([p for a in inner for p in a.recipients if p not in found], actors))

    def _but_own(self, match: Match, found: list[int], actors: tuple[int, ...]) -> list[int]:
        """Recipients without who is told as an actor's own beside others ("cancelled a meeting of *its* minister with *B's*")."""
        lands = {land for p in actors if (land := self._land(p)) is not None}
        if not any(self._land(p) not in (None, *lands) for p in found):
            return found
        owned = (w for t in match.fillers("R") for w in t.subtree if any(c.tag_ == "PRP$" for c in w.children))
        own = {p for w in owned for p in self._party_at(w) if self._land(p) in lands}
        return [p for p in found if p not in own]

    def _asks_for_men(self, match: Match) -> bool:
        """Whether men of no named land are what is asked for, not who is asked ("asked for *guards*", "called for *peacekeepers*")."""
        wanted = [t for t in match.fillers("C") if t.dep_ == "pobj" and t.head.lower_ == "for" and t.tag_ == "NNS"]
        return any(found and not self._with_land(found) for t in wanted if (found := list(self._party_at(t))))

    def _from_elsewhere(self, match: Match, beside: list[int], actors: tuple[int, ...]) -> list[int]:
        """Who is named beside several who act together, without those of their own lands: these are where it was ("A and B opened an office
        *in a town of A*").
        """
        lands = {land for p in actors if (land := self._land(p)) is not None}
        if match.frame.type not in RECIPROCAL or len(lands) < 2:
            return beside
        return [p for p in beside if self._land(p) not in lands]

    def _land(self, party: int) -> object | None:
        identity = self._identity(party)
        return identity[0] if isinstance(identity, tuple) else None

    def _undergoing(self, match: Match) -> list[int]:
        """Whom a threat is against by what is to be done to him: "said that *B* would be razed if C attacked"."""
        if match.frame.type != "THREATEN":
            return []
        done = [t for t in match.fillers("C") if t.dep_ == "ccomp" and tree.is_passive(t)]
        whose = (o for t in done for o in tree.objects(t) if not any(c.tag_ == "PRP$" for c in o.children))
        return self._with_land([p for o in whose for p in self._parties(o)])

    def _on_condition(self, match: Match) -> list[int]:
        """Whom a threat or refusal is to move by its condition: "threatened to strike unless *B* withdrew", "will not leave until *B* pays"."""
        if match.frame.type != "THREATEN" and statuses.of(match.token) != "refused":
            return []
        verbs = (match.token, *match.fillers("C"), *match.fillers("T"))
        conditions = (c for v in verbs for c in v.children if c.dep_ == "advcl" and _is_condition(c))
        return next((found for c in conditions for s in tree.subjects(c) if (found := self._acting(s))), [])

    def _contacted(self, verb: Token) -> tuple[int, ...]:
        """Whom somebody called, met or wrote to, to say something: "phoned *the king* to convey his support"."""
        addressed = [*tree.objects(verb), *(a for n, a in tree.prepositions(verb) if n == "to")]
        return next((tuple(found) for a in addressed if (found := self._parties(a))), ())

    def _beside(self, match: Match, actors: tuple[int, ...]) -> list[int]:
        """Who a clause names beside the actors when no slot names a recipient: "cut power *to B*", "raids *in B*"."""
        if match.frame.type in NO_RECIPIENT:
            return []
        bound = {b.token.i for b in match.bound if b.role in "AB"}
        told = match.fillers("T")
        acting = frozenset(self._identity(p) for p in actors)
        for word in (match.token, *([match.support] if match.support is not None else [])):
            for child in sorted(word.children, key=lambda c: c.lower_ != "against"):  # before where it is done
                fronted = child in told and child.i < word.i  # "*it would not hesitate to bomb B*, its army said"
                if child.i in bound or not (fronted or (child.i > word.i and within.may_hold_recipient(child))):
                    continue
                for token in (t for t in child.subtree if not tree.leads(t)):
                    near = self._others(list(self._party_at(token)), actors)
                    found = [p for p in near if self._may_receive(p, acting, match.frame.type in NOT_TO_PLACES)]
                    if found and token.i not in bound and not within.is_elsewhere(token, child):
                        return found
        return []

    def _others(self, parties: list[int], actors: tuple[int, ...]) -> list[int]:
        """Parties that are not the actors under another name ("its troops")."""
        acting = {self._identity(p) for p in actors}
        return [p for p in dict.fromkeys(parties) if self._identity(p) not in acting]

    def _parties(self, token: Token) -> list[int]:
        """The parties that a filler is or holds, and those of what is coordinated with it ("Kabul's airport, *the Indian embassy* and a hotel")."""
        found = self._held(token)
        for beside in token.conjuncts if token.pos_ in NAMING_WORDS else ():
            if beside.i > token.i and beside.pos_ in NAMING_WORDS and not tree.ruled_out(beside):
                known = {self._identity(p) for p in found}
                found += [p for p in self._with_land(self._held(beside)) if self._identity(p) not in known]
        return found

    def _held(self, token: Token, depth: int = 0) -> list[int]:
        """The parties that a filler is or, when it is none itself, holds: "*North Korea's* test", "the raid by *B*"."""
        direct = self._named_at(token)
        if direct or depth > 2:
            return direct
        held = [[p for t in group for p in self._held(t, depth + 1)] for group in within.holders(token)]
        named = [found for found in held if found]
        # "the *Greek* offer of a joint commission": one of a known land before one of none
        return next((found for found in named if self._with_land(found)), named[0] if named else [])

    def _with_land(self, parties: list[int]) -> list[int]:
        return [p for p in parties if isinstance(self._identity(p), tuple)]

    def _inside(self, top: Token, but: frozenset[str] = frozenset()) -> list[int]:
        """Every party named in a phrase, in order, but for those of a clause of its own ("demanded proof *that B is alive*") and behind
        some prepositions.
        """
        named = (t for t in top.subtree if not within.is_elsewhere(t, top) and not within.is_behind(t, top, but))
        return list(dict.fromkeys(p for t in named for p in self._party_at(t)))


def _is_told_before(noun: Token) -> bool:
    """Whether a noun takes up what was told before, so that who acts in its clause needn't have done it ("protested after *the test*")."""
    after = noun.dep_ == "pobj" and noun.head.lower_ in ("after", "following", "before", "since")
    return after and any(c.dep_ == "det" and c.lower_ in ("the", "that", "this") for c in noun.children)


def _makers(thing: Token) -> list[Token]:
    """Who made a rule or owns a thing by its own clause or the verb above it: "a decree signed *by A*", "*A* signed (put his name to) a law that bars",
    "the rocket that *A* calls the Simurgh".
    """
    clauses = [c for c in thing.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    found = [t for c in clauses for t in tree.agents(c)]
    telling = [c for c in thing.children if c.dep_ == "relcl" and c.lemma_ in OWNING and thing in tree.objects(c)]
    if thing.dep_ in ("dobj", "nsubjpass") and thing.head.lemma_ in MAKING:
        telling.append(thing.head)
    if thing.dep_ == "pobj" and thing.head.lower_ == "to" and _signs(thing.head.head):
        telling.append(thing.head.head)
    return found or [t for c in telling for t in tree.subjects(c)]


def _signs(verb: Token) -> bool:
    """Whether a verb circumscribes signing: "put *his name* to a law"."""
    return verb.lemma_ in ("put", "set") and any(o.lemma_ in ("name", "signature") for o in tree.objects(verb))


def _whose(noun: Token) -> list[Token]:
    """Whose a charge or a report is: "denied *Israel's* accusation", "the *British* claim", "reports *by B*"."""
    return [
        *tree.possessors(noun),
        *tree.modifiers(noun),
        *(t for n, t in tree.prepositions(noun) if n in ("by", "from")),
    ]


def _asks_nobody(match: Match) -> bool:
    """Whether all that is said is what should be done, and not by whom ("argued that the pirates *should be tried* at the court of B")."""
    clauses = [t for t in match.fillers("C") if t.dep_ == "ccomp"]
    return bool(clauses) and all(tree.is_passive(c) and not tree.agents(c) for c in clauses)


def _asks_a_stranger(match: Match) -> bool:
    """Whether who is asked to do something is named and nobody who is known ("asked *the publisher* to drop a book on B"): others aren't asked."""
    told = [t for t in match.fillers("C") if t.dep_ in ("xcomp", "ccomp", "advcl")]
    return bool(told) and any(t.pos_ == "NOUN" for t in match.fillers("R"))


def _bound_as(match: Match, token: Token, role: str) -> bool:
    return any(b.role == role and b.token == token for b in match.bound)


def _is_condition(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("unless", "if", "until") for c in clause.children)


def _content_words(content: Token, head: Token) -> Iterator[Token]:
    """The words of a content phrase, without relative clauses that report something finished."""
    for token in content.subtree:
        if token == head:
            continue
        clause = token
        finished = False
        while clause != content:
            if clause.dep_ == "relcl" and clause.tag_ in ("VBD", "VBN") and statuses.of(clause) == "asserted":
                finished = True
                break
            clause = clause.head
        if not finished:
            yield token


def _holds_its_no(match: Match) -> bool:
    """Whether the *no* of a clause is one of the words by which its frame tells an act: "paid *no* heed to the plea" ignored it."""
    asked = (arg for arg in match.pattern.args if not arg.mark and arg.slots == ("sent",) and arg.filler is not None)
    own = not match.fillers("C") and match.pattern.pos == "v"
    return own and any(arg.filler.words & statuses.NEGATIONS for arg in asked if arg.filler is not None)


def _status(match: Match) -> str:
    """Whether the act of a match happened. A purpose for which people have gathered is what they do there: protest; a purpose for which
    somebody is called or written to is said to him; who stands at the airport to receive somebody does so.
    """
    token = match.support or match.token
    status = statuses.of(token)
    if status in ("negated", "refused") and _holds_its_no(match):
        return "asserted"
    if status == "hypothetical" and match.frame.type == "PROTEST" and statuses.is_gathering(token):
        return "asserted"
    if status == "hypothetical" and match.frame.type in SAID and statuses.is_message(token):
        return "asserted"
    if status == "hypothetical" and match.frame.type == "CONSULT" and statuses.is_reception(token):
        return "asserted"
    if status == "asserted" and match.frame.type in STANDING and statuses.is_standing(token):
        return "hypothetical"
    if (
        status == "asserted"
        and match.frame.type == "ACCUSE"
        and match.pattern.pos == "a"
        and statuses.is_only_felt(token)
    ):
        return "hypothetical"
    if status == "asserted" and match.frame.type == "AID" and statuses.is_kept_up(token):
        return "hypothetical"
    if status == "asserted" and match.frame.type == "MOBILIZE" and statuses.is_presence(token):
        return "hypothetical"
    return status
