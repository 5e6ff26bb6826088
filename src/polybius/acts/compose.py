"""From matches to acts: parties bound, content taken up, status and type settled together.

An act about an act (agreeing to meet, refusing to withdraw, denying an attack) is read from the outside in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from polybius.acts import charges, happened, recast, tree
from polybius.acts import status as statuses
from polybius.acts.act import RECIPROCAL, Act
from polybius.acts.doers import Doers
from polybius.acts.match import Match, Matcher
from polybius.acts.named import Named, PartyAt
from polybius.acts.sufferers import Sufferers
from polybius.lexicon import ontology

ASKING, ENDING = (
    frozenset({"REQUEST", "THREATEN"}),
    frozenset({"stop", "cease", "halt", "quit", "refrain", "end", "desist"}),
)
CHARGING = frozenset({"ACCUSE"})  # what somebody is accused of, only his accuser tells
EXERCISES = frozenset({"exercise", "drill", "manoeuvre", "maneuver", "wargame", "manoeuvres", "maneuvers"})
UNTIL_THEN = "says that nobody will do it until another has moved"
WARNING, FORETOLD = frozenset({"warn", "caution", "warning"}), "what others may do is foretold, not threatened"
POSSIBLY = frozenset({"may", "might", "could"})
SAYING = frozenset("say tell warn declare announce add state hint suggest repeat stress insist".split())
TELLING, PROMISES = (
    frozenset("tell inform assure notify promise".split()),
    frozenset({"AGREE", "CONCEDE", "THREATEN", "REJECT"}),
)
THREATENED = frozenset({"ASSAULT", "SANCTION", "COERCE"})
FORCED = POSSIBLY | {"would", "will"}  # "said it *would have to* expel him": so he would
OWN_WORDS = "may do it, by its own words"
WHEN = frozenset({"as", "when", "after", "while"})
TRYING, IN_THE_WAY = frozenset({"try", "attempt", "seek"}), frozenset({"obstruct", "riot"})


# What says that somebody did wrong by telling what he did.
TELLING_WRONG = "accuse.tell-wrong"


class Composer:
    """Reads the acts of one sentence from its matches."""

    def __init__(
        self,
        matcher: Matcher,
        party_at: PartyAt,
        identity: Callable[[int], object],
        may_receive: Callable[[int, frozenset[object], bool], bool],
    ) -> None:
        self._matcher, self._named = matcher, Named(party_at, identity)
        self._doers, self._sufferers = Doers(matcher, self._named), Sufferers(matcher, self._named, may_receive)

    def acts(self, sentence: list[Token]) -> list[Act]:
        """The acts that the sentence reports, in the order of their words."""
        found = self._matcher.matches(sentence)
        self._sentence, self._matches = sentence, {i: m for i, m in found.items() if not _blames_nobody(m)}
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
                *(t.i for w in self._sentence for each in charges.alleged(w) for t in (w, *each.subtree)),
                *(t.i for m in self._matches.values() for t in _asked_to_end(m)),
                *(t.i for m in charged for c in (*m.fillers("C"), *m.fillers("T")) for t in _content_words(c, m.token)),
                *(
                    m.token.i
                    for m in charged
                    if m.pattern.pos == "v" and (m.fillers("C") or m.fillers("T")) and self._doers.of(m)
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
        taken |= self._protested_twice()
        called = {i for i, match in self._matches.items() if any(b.slot == "accuser" for b in match.bound)}
        return frozenset(taken - called)  # a charge is told besides how it is answered

    def _protested_twice(self) -> set[int]:
        """Of two words for one protest, one of them its aim, the aim, unless it alone says towards whom: "marched to the embassy *to protest*"."""
        out = set()
        for match in self._matches.values():
            aim, outer = match.token, self._matches.get(match.token.head.i)
            if aim.tag_ != "VB" or aim.dep_ not in ("advcl", "xcomp") or outer is None or outer is match:
                continue
            if match.frame.type == outer.frame.type == "PROTEST":
                told = [bool(self._sufferers.of(m, [], self._doers.of(m))) for m in (match, outer)]
                out.add(outer.token.i if told == [True, False] else aim.i)
        return out

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
        actors = self._doers.of(match)
        if self._is_forecast(match, inner, actors):
            yield from (replace(act, status="hypothetical", why=(*act.why, FORETOLD)) for act in inner)
            return
        recipients = self._sufferers.of(match, inner, actors)
        act = Act(
            match,
            match.frame.type,
            match.frame.mode,
            actors,
            tuple(self._named.others(recipients, actors)),
            happened.of(match),
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
        lands = [
            {i[0] if isinstance(i := self._named.identity(p), tuple) else i for p in side} for side in (some, others)
        ]
        return not lands[0].isdisjoint(lands[1])

    def _jointly(self, act: Act) -> Act:
        """Exercises of several states are their cooperation, those of one its mobilization (docs/decisions/types.md)."""
        lands = {land for p in act.actors if (land := self._named.land(p)) is not None}
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
        """The refusal to do with somebody what is done together: it is towards him ("would not meet *B*"), by who says that nobody will do it
        ("no talks could be held with B, *A* said").
        """
        others = {p for t in act.match.fillers("B") for p in self._named.parties(t)}
        doing = tuple(a for a in act.actors if a not in others)
        if act.type == "REJECT" and act.match.frame.type in RECIPROCAL and not doing:
            doing = self._saying_until_when(act.match.support or act.token)
            act = replace(act, actors=(*doing, *act.actors), why=(*act.why, *([UNTIL_THEN] if doing else [])))
        if act.type != "REJECT" or act.match.frame.type not in RECIPROCAL or act.recipients or not others or not doing:
            return act
        return replace(act, actors=doing, recipients=tuple(a for a in act.actors if a in others))

    def _saying_until_when(self, verb: Token) -> tuple[int, ...]:
        """Who says until when something will not be done that no one is told to do: a state, not a body of many that tells of others."""
        clause = verb.head if verb.dep_ == "ccomp" else next((c for c in verb.children if c.dep_ == "parataxis"), None)
        if clause is None or clause.lemma_ not in SAYING or not tree.is_passive(verb):
            return ()
        if not any(c.dep_ == "advcl" and tree.is_condition(c) for c in (*verb.children, *clause.children)):
            return ()
        found = self._named.with_land([p for s in tree.subjects(clause) for p in self._named.at(s)])
        return tuple(p for p in found if self._named.land(p) not in ontology.table()["international"])

    def _told(self, act: Act) -> Act:
        """What somebody tells another that he will or won't do for nobody else that is named, as towards that one: "told *B* that it would open the
        border", "that it wouldn't accept its terms".
        """
        above = act.token.head
        if (
            act.type not in PROMISES
            or act.status != "asserted"
            or act.token.dep_ != "ccomp"
            or above.lemma_ not in TELLING
        ):
            return act
        own = {self._named.land(a) for a in act.actors}
        others = [p for p in self._named.with_land(list(act.recipients)) if self._named.land(p) not in own]
        if others or statuses.of(above) != "asserted":
            return act
        if act.type == "REJECT" and act.match.frame.type == "REJECT":
            return act  # "told B that it *rejected* the plan": of whoever made it
        speaking = {self._named.identity(p) for s in tree.subjects(above) for p in self._named.at(s)}
        told = [p for o in tree.objects(above) for p in self._named.parties(o)]
        if not told or not speaking or {self._named.identity(p) for p in act.actors} != speaking:
            return act
        return replace(
            act, recipients=tuple(self._named.others(told, act.actors)), why=(*act.why, "to whom it is told")
        )

    def _threatened(self, act: Act) -> Act:
        """What somebody says that he himself may do to others, or might have to, is a threat ("said that *it might bomb B*"); as a forecast of
        others it isn't.
        """
        forced = act.token.dep_ == "xcomp" and act.token.head.lemma_ == "have"
        verb = act.token.head if forced else act.token
        above = verb.head
        modal = any(c.dep_ == "aux" and c.lower_ in (FORCED if forced else POSSIBLY) for c in verb.children)
        open_ = act.status == "hypothetical" or (forced and act.status == "future")
        if not open_ or act.type not in THREATENED or not act.recipients or not modal:
            return act
        if verb.dep_ != "ccomp" or above.lemma_ not in SAYING or statuses.of(above) != "asserted":
            return act
        if any(c.dep_ == "neg" for c in verb.children) or act.match.pattern.pos != "v":
            return act
        if not self._speaks_for_itself(above, act.actors):
            return act
        mode = recast.mode_by_content("THREATEN", act.type, act.mode)
        return replace(act, type="THREATEN", mode=mode, status="asserted", why=(*act.why, OWN_WORDS))

    def _speaks_for_itself(self, saying: Token, actors: tuple[int, ...]) -> bool:
        """Whether who says what the actors may do is one of them: "*it* might bomb B, *A* said", "A could bomb B, *its* general said"."""
        speakers = tree.subjects(saying)
        speaking = {self._named.identity(p) for s in speakers for p in self._named.at(s)}
        acting = {self._named.identity(p) for p in actors}
        if speaking and acting == speaking:
            return True
        own = any(c.dep_ == "poss" and c.lower_ in ("its", "their") for s in speakers for c in s.children)
        lands = {i[0] for i in speaking if isinstance(i, tuple)}
        return bool(acting) and (own or (bool(lands) and {i[0] for i in acting if isinstance(i, tuple)} == lands))

    def _through(self, match: Match, depth: int) -> Iterator[Act]:
        """A frame without a type: the acts it governs, with the status it gives them."""
        yield from self._released(match, self._inner(match, depth), self._doers.of(match))

    def _released(self, match: Match, inner: list[Act], actors: tuple[int, ...]) -> Iterator[Act]:
        outer = statuses.of(match.token)
        addressing = any(happened.is_message(t) for t in match.fillers("C"))
        contacted = (
            self._sufferers.contacted(match.token) if addressing else ()
        )  # the parser takes them for who says it
        doing = () if match.frame.type == "ACCUSE" else actors  # who speaks of a wrong hasn't done it
        for act in inner:
            status = match.frame.content if match.frame.content != "drop" else act.status
            if status == "future" and statuses.was_to_be(match.token):
                status = "hypothetical"
            if _is_in_the_way(act, match.token):
                status = "asserted"
            if OWN_WORDS in act.why and act.status == "asserted":
                status = "asserted"  # what it may have to do is threatened, not what may come
            elif status == "asserted":
                status = outer if outer != "asserted" else act.status
            elif status == "negated" and outer == "negated":
                status = "asserted"
            yield recast.settle(
                replace(
                    act,
                    actors=actors if addressing and actors else act.actors or doing,
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


def _dates(clause: Token) -> bool:
    """Whether a clause in the past says when what stands in the infinitive above it was asked, promised, refused."""
    marks = {c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod") and c.i < clause.i}
    return clause.dep_ == "advcl" and clause.tag_ == "VBD" and clause.head.tag_ == "VB" and not marks.isdisjoint(WHEN)


def _is_in_the_way(act: Act, above: Token) -> bool:
    """Whether a crowd tried to get in somebody's way: it protested, whatever came of it ("*tried to stop* the lorries")."""
    return act.type == "PROTEST" and act.mode in IN_THE_WAY and act.status == "asserted" and above.lemma_ in TRYING


def _asked_to_end(match: Match) -> Iterator[Token]:
    """What somebody is asked or warned to stop doing, which isn't told as done: "told B to stop *arming rebels*"."""
    if match.frame.type in ASKING:
        ending = [b.token for b in match.bound if b.token.lemma_ in ENDING]
        yield from (t for end in ending for c in end.children if c.dep_ in ("xcomp", "prep") for t in c.subtree)


def _blames_nobody(match: Match) -> bool:
    """Whether words tell what was suffered, and not from whom: "two nuns *were murdered*, police said" charges nobody."""
    told = match.fillers("C") if match.frame.id == TELLING_WRONG else []
    return bool(told) and all(c.pos_ == "VERB" and tree.is_passive(c) and not tree.agents(c) for c in told)


def _content_words(content: Token, head: Token) -> Iterator[Token]:
    """The words of a content phrase, without clauses that report something finished: relative ones, and what says when somebody was told to do
    it ("were told to hide *as a missile passed*").
    """
    for token in content.subtree:
        if token == head:
            continue
        clause = token
        finished = False
        while clause != content:
            told = (clause.dep_ == "relcl" and clause.tag_ in ("VBD", "VBN")) or _dates(clause)
            if told and statuses.of(clause) == "asserted":
                finished = True
                break
            clause = clause.head
        if not finished:
            yield token
