"""Who a pronoun means: the subject that governs it, or the only one in the nearest sentence who agrees with it.

Everybody named competes, also those who are no party of the lexicon: whom the report leaves in a tie stays unsettled (docs/decisions/parties.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius.actors import natures, participants, syntax
from polybius.actors import pronoun_grammar as grammar
from polybius.actors.antecedents import FEMALE, FIRST, NEUTER, PERSONAL, PLURAL, RELATIVES, Candidate, Offered
from polybius.actors.extent import SPEAKING_FOR
from polybius.actors.voices import Voice
from polybius.model import Actor, Mention

WINDOW = 2  # sentences back that a pronoun may reach
SPOKEN_FOR = frozenset(
    {"GOV", "MIL", "REB", "PTY", "OPP", "LEG", "COP", "SPY", "SEP", "UAF", "PRE"}
)  # whose speaker's "we" is the body
EMPTY = frozenset({"it", "there", "this", "that", "what", "which"})  # subjects that nobody is
COLLECTIVE = frozenset(
    "delegation team crew group gang family couple junta band unit patrol militia staff squad brigade platoon mission party troupe battalion".split()
)
# What a thing does, and things that do as if by themselves: "it" may mean them.
OF_THINGS = frozenset(
    """be fly fall land hit strike kill explode crash sink carry weigh cost last come go take begin start end happen occur cross pass run lie stand follow
    mark show contain include allow require mean make leave cause bring lead help affect remain become seem appear concern cover""".split()
)
ACTING_THINGS = frozenset(
    """missile rocket plane jet drone ship boat vessel tanker warship helicopter bomb blast attack strike raid shell submarine satellite balloon resolution
    law bill decree statement report treaty agreement deal pact accord plan proposal decision ruling verdict order ban fire storm earthquake war truce
    ceasefire offensive mission group party company firm court army ministry council union committee""".split()
)
CONTACTING = frozenset("phone telephone call ring cable contact meet visit write see receive message telegraph".split())
Found = tuple[list[Actor], str, int]  # who is meant, why, and how many sentences back they were named


class Pronouns:
    """What the sentences so far offer, newest last; ``here`` is the one that is read."""

    def __init__(self) -> None:
        self.offered: list[Offered] = []
        self.here: Offered
        self._voice = Voice()

    def begin(self, offered: Offered) -> None:
        """Goes on to the next sentence."""
        self.here = offered

    def keep(self) -> None:
        """Lets later sentences refer to the one just read."""
        self.offered.append(self.here)
        self._voice.keep(self.here)

    def means(self, head: int, actor: Actor) -> None:
        """Notes which state "the country" at ``head`` of this sentence is."""
        if head in self.here.at:
            own = self.here.at[head]
            own.actor, own.nature, own.key = actor, "state", (actor.country or own.key).lower()

    def bears(self, head: int, actor: Actor, sex: str) -> None:
        """Notes who bears the name at ``head`` of this sentence, which the lexicon lacks."""
        if head in self.here.at:
            own = self.here.at[head]
            own.actor, own.nature, own.sex = actor, "person", own.sex or sex
            own.plural = own.place = False

    def called(self, head: int, name: str) -> None:
        """Notes by which family name who stands at ``head`` of this sentence is known further on."""
        if head not in self.here.at:
            return
        before = self.here.at[head].key
        for candidate in self.here.at.values():  # "his" of the same sentence too
            if candidate.key == before:
                candidate.key = name

    def is_of(self, head: int, actor: Actor) -> None:
        """Notes of which land "the company" at ``head`` of this sentence is, so that "its" is of it, too."""
        own = self.here.at.get(head)
        if own is not None and own.actor is not None and own.actor.country is None:
            own.actor = replace(own.actor, country=actor.country)

    def sums_up(self, head: int, actors: Sequence[Actor]) -> None:
        """Notes whom "the two leaders" at ``head`` of this sentence are."""
        if head in self.here.at:
            own = self.here.at[head]
            own.actor, own.also = actors[0], tuple(actors[1:])

    def referent(self, mention: Mention) -> Found | None:
        """Who a pronoun of the sentence that is read means; None where that isn't settled."""
        text = mention.actor.text.lower()
        token = self.here.doc[mention.head]
        if text in FIRST:
            meant, back = self._voice.of(self.here, token.i)
            meant = meant if meant is not None and _says_it_of_himself(token, text, meant) else None
        else:
            meant, back = self._meant(token, mention.barred)
        own = self.here.at.get(token.i)
        if meant is None or own is None:
            return None
        own.key, own.actor, own.members = meant.key, meant.actor, ()
        own.nature, own.sex = meant.nature or own.nature, own.sex or meant.sex
        actors = [a for a in (meant.actor, *meant.also, *self._others(meant, back)) if a is not None]
        own.also = meant.also
        if meant.actor is None or len(actors) < 1 + len(meant.members) or text.endswith(("self", "selves")):
            return None  # "himself" is no second party
        names = " and ".join(a.name for a in actors)
        return actors, f"{mention.actor.text!r} is {names}, {ago(back)}", back

    def owner_of(self, mention: Mention) -> tuple[Actor | None, int]:
        """Whose "his country", "its army" is, and how many sentences back they were named."""
        owner = grammar.owner(self.here.doc[mention.head])
        if owner is None or (owner.i not in self.here.at and owner.lower_ not in NEUTER):
            return None, 0
        meant, back = self._meant(owner, -1)
        self._is_owner(owner, meant)
        return (meant.actor if meant is not None else None), back

    def _is_owner(self, owner: Token, meant: Candidate | None) -> None:
        """Notes who owns what this sentence names, for those behind it: "*her* supporters mocked it. *Her* admirers ..."."""
        own = self.here.at.get(owner.i)
        if own is None or own is meant or own.actor is not None or meant is None or meant.actor is None:
            return
        if owner.lower_ in PERSONAL:
            own.key, own.actor, own.nature, own.sex = (
                meant.key,
                meant.actor,
                meant.nature or own.nature,
                own.sex or meant.sex,
            )

    def is_heard(self, mention: Mention) -> bool:
        """Whether somebody's words lead their clause: "a *statement by its ministry* said"."""
        noun = self.here.doc[mention.head]
        return grammar.whole(noun) != noun and grammar.whole(noun).dep_ in syntax.SUBJECTS

    def owners_of(self, mention: Mention) -> tuple[list[Actor], int]:
        """Everybody whose "their navies" are, and how many sentences back they were named."""
        owner = grammar.owner(self.here.doc[mention.head])
        if owner is None:
            return [], 0
        meant, back = self._meant(owner, -1)
        self._is_owner(owner, meant)
        if meant is None or meant.actor is None:
            return [], back
        return [a for a in (meant.actor, *meant.also, *self._others(meant, back)) if a is not None], back

    def _others(self, meant: Candidate, back: int) -> list[Actor | None]:
        """The further parties of "A and B"."""
        sentence = self.here if back == 0 else self.offered[-back]
        return [c.actor if (c := sentence.at.get(i)) else None for i in meant.members]

    def _meant(self, token: Token, barred: int) -> tuple[Candidate | None, int]:
        """Whom a pronoun of the third person means: somebody named before it, else who is named behind as saying it."""
        meant, back = self._neuter(token, barred) if token.lower_ in NEUTER else self._personal(token, barred)
        return (self._saying(token), 0) if meant is None and not self.offered else (meant, back)

    def _saying(self, token: Token) -> Candidate | None:
        """Who says what a report begins with, of himself: "*Its* forces repelled the attack, *Eritrea* said"."""
        speaker = syntax.speaker_behind(token)
        if speaker is None or speaker.head.lemma_.lower() not in natures.table().speech:
            return None
        meant = self.here.at.get(speaker.i)
        doc = self.here.doc
        named = (c for c in self.here.at.values() if c.head < token.i and not doc[c.head].is_ancestor(token))
        if meant is None or self.here.quoted[token.i] or any(c.actor for c in named) or grammar.is_empty(token):
            return None
        if token.lower_ in NEUTER:
            speaks_for = meant.actor is not None and meant.actor.sector in SPOKEN_FOR and token.dep_ == "poss"
            return meant if _is_body(meant) or speaks_for else None
        return meant if self._agrees(token, meant) else None

    def _personal(self, token: Token, barred: int) -> tuple[Candidate | None, int]:
        """Whom "he", "she" or "they" means: the subject that governs it, else the only one who agrees in the nearest sentence that has any."""
        contacted = self._contacted(token)
        if contacted is not None:
            return contacted, 0
        bound, closed = self._bound(token)
        if bound is not None or closed:
            rival = (
                bound is not None and self._has_rival(token, bound) and not grammar.is_promised(token, token.head.head)
            )
            return (bound, 0) if bound is not None and not rival else (None, 0)
        for back, sentence in enumerate([self.here, *reversed(self.offered[-WINDOW:])]):
            fitting = self._not_own(token, [c for c in self._before(token, sentence, barred) if self._agrees(token, c)])
            if grammar.is_let_go(token):
                fitting = [c for c in fitting if not _is_at_large(c, sentence.doc)]
            summed = back == 1 and token.lower_ in PLURAL and self._sums_up(token, fitting)
            met = participants.of(sentence) if summed else None
            if met is not None:
                return met, back
            if not fitting:
                continue
            meant = self._only(token, fitting, back)
            return (meant, back) if meant is not None and not self._has_rival(token, meant) else (None, 0)
        return None, 0

    def _sums_up(self, token: Token, fitting: list[Candidate]) -> bool:
        """Whether "they" may be all who met one another, where some of these fit by themselves: only where several lands' are those."""
        alone = any(not (c.also or c.members) for c in fitting)
        return not self.here.quoted[token.i] and (not alone or participants.act_jointly(token))

    def _contacted(self, token: Token) -> Candidate | None:
        """Whom somebody called or met to say something to "him": "A phoned *B's premier* to congratulate *him* on his victory"."""
        aim = token.head
        while aim.dep_ == "conj" and aim.tag_ == "VB":  # "to thank him and to invite *him*"
            aim = aim.head
        contact = aim.head
        if (
            token.dep_ != "dobj"
            or aim.tag_ != "VB"
            or aim.dep_ not in ("advcl", "xcomp")
            or contact.lemma_ not in CONTACTING
        ):
            return None
        reached = [c for c in contact.children if c.dep_ == "dobj"]
        reached += [f for name, f in syntax.fillers(contact) if name in ("to", "with")]
        met = [c for word in reached if word.i < aim.i and (c := self.here.at.get(word.i)) is not None]
        return met[0] if len(met) == 1 and self._agrees(token, met[0]) else None

    def _not_own(self, token: Token, fitting: list[Candidate]) -> list[Candidate]:
        """Without those of the land that acts on "them", where others are left ("A's marines held *B's fishermen*. A has freed *them*")."""
        subject = syntax.own_subject(token) if grammar.is_object(token) else None
        acting = self.here.at.get(subject.i) if subject is not None else None
        land = acting.actor.country if acting is not None and acting.actor is not None else None
        others = [c for c in fitting if c.actor is None or c.actor.country != land]
        return others if land and others else fitting

    def _has_rival(self, token: Token, meant: Candidate) -> bool:
        """Whether somebody of the sex that "she" tells was named nearby, while whom it seems to mean may be a man; or led the sentence before."""
        if token.lower_ not in PERSONAL:
            return False
        # A man goes without saying: whom "he" means by his clause, or who led the sentence before, yields to nobody named earlier.
        leads = token.lower_ not in FEMALE and meant.main
        near = WINDOW if not leads else 0 if self.here.at.get(meant.head) is meant else 1
        recent = [c for s in self.offered[len(self.offered) - near :] for c in s.at.values()] + [
            c for c in self.here.at.values() if c.head < token.i
        ]
        if not meant.sex and any(c.sex and self._agrees(token, c) and c.key != meant.key for c in recent):
            return True
        inside = self.here.at.get(meant.head) is meant
        led = self.offered[-1].at.values() if self.offered and inside and not meant.subject else ()
        return any(c.main and self._agrees(token, c) and c.key != meant.key for c in led)

    def _before(self, token: Token, sentence: Offered, barred: int) -> list[Candidate]:
        """A sentence's candidates that a pronoun may mean by where they stand."""
        spoken = self.here.quoted[token.i]
        if sentence is not self.here:
            told = [c for c in sentence.at.values() if not c.place and c.quoted == spoken]
            return [c for c in told if not grammar.is_any(sentence.doc[c.head])]
        reported = grammar.reported(token)
        barred_key = sentence.at[barred].key if barred in sentence.at else None
        return [
            c
            for c in sentence.at.values()
            if c.head < token.i
            and not c.place
            and c.quoted == spoken
            and c.key != barred_key
            and not grammar.holds(sentence.doc[c.head], token)
            and not any(top == sentence.doc[c.head] or top.is_ancestor(sentence.doc[c.head]) for top in reported)
        ]

    def _only(self, token: Token, fitting: list[Candidate], back: int) -> Candidate | None:
        """The one that a pronoun means among those that agree; None in a tie."""
        surer = [c for c in fitting if c.sex] if token.lower_ in PERSONAL else []
        pool = surer or fitting
        if any(c.main and c.key not in {p.key for p in pool} for c in fitting):
            return None
        if len({c.key for c in pool}) == 1:
            return pool[-1]
        first = [c for c in pool if c.main]
        goes_on = grammar.leads(token) or (
            grammar.is_object(token) and all(c.nature in ("person", "people", "body", "state") for c in first)
        )
        if back == 1 and len({c.key for c in first}) == 1 and goes_on:
            return first[0]
        return None

    def is_collective(self, candidate: Candidate) -> bool:
        """Whether a noun in the singular names many ("a *delegation* came; A met *them*")."""
        return any(
            candidate.head < len(s.doc)
            and s.at.get(candidate.head) is candidate
            and s.doc[candidate.head].lemma_ in COLLECTIVE
            for s in (self.here, *self.offered[-WINDOW:])
        )

    def _agrees(self, token: Token, candidate: Candidate) -> bool:
        if token.lower_ in PERSONAL:
            sex = "f" if token.lower_ in FEMALE else "m"
            unknown = candidate.nature == "" and not candidate.plural and candidate.key not in NEUTER
            fits = candidate.nature == "person" or unknown
            return fits and not candidate.plural and candidate.sex in ("", sex)
        many = (
            candidate.plural
            or candidate.nature == "people"
            or bool(candidate.also)
            or self.is_collective(candidate)
            or (bool(candidate.members) and candidate.nature in ("person", "state", "body", ""))
        )
        if candidate.nature == "thing" and (grammar.acts(token) or grammar.is_towards(token)):
            return False
        return many and (candidate.nature != "state" or bool(candidate.members))

    def _bound(self, token: Token) -> tuple[Candidate | None, bool]:
        """The subject that governs a pronoun in its sentence, where it agrees; and whether nobody else may be meant."""
        reported = grammar.reported(token)
        for subject, verb, own in syntax.subjects_above(token):
            meant = self._at(subject, verb)
            if verb in reported:
                return None, False
            if meant is None and subject.lower_ not in EMPTY:
                return None, True  # "one of them, who lost *his* post"
            if meant is None or self.here.quoted[meant.head] != self.here.quoted[token.i]:
                return None, False
            speaks = verb.lemma_.lower() in natures.table().speech
            for_many = meant.nature == "body" or self.here.doc[meant.head].lower_ in SPEAKING_FOR
            if self._agrees(token, meant) or (token.lower_ in PLURAL and for_many and speaks and not own):
                alone = (
                    self._is_alone(token, verb, meant, own)
                    or grammar.is_promised(token, verb)
                    or grammar.is_said_on(token, verb)
                )
                return (meant, True) if alone else (None, not own)
            if meant.nature in ("person", "people", "") and not own:
                return None, False
        return None, False

    def _is_alone(self, token: Token, verb: Token, meant: Candidate, own: bool) -> bool:
        """Whether nobody competes with a governing subject: "A told *B* that he ...", "A filmed *people* with foam on their lips"; "his" of a
        phrase in between names nobody further.
        """
        doc = self.here.doc
        speaker = doc[meant.head] if doc[meant.head].lower_ in SPEAKING_FOR else None
        others = [
            c
            for c in self.here.at.values()
            if meant.head < c.head < token.i
            and not (speaker is not None and speaker.is_ancestor(doc[c.head]))  # whom he speaks for is meant with him
            and c.head not in meant.members
            and c.key != meant.key
            and not c.place
            and self._agrees(token, c)
            and not (c.actor is None and doc[c.head].dep_ == "poss" and doc[c.head].lower_ in PERSONAL)
        ]
        if own:
            follows = token.head.dep_ == "pobj"
            return not any(doc[c.head].is_ancestor(token) or (follows and doc[c.head].dep_ == "dobj") for c in others)
        held = {c.key for c in others if grammar.holds(doc[c.head], token)}
        return not any(syntax.clause_of(doc[c.head]) == verb and c.key not in held for c in others)

    def _at(self, subject: Token, verb: Token) -> Candidate | None:
        """The candidate at a subject; that of "who" is the noun that it describes."""
        if subject.lower_ in RELATIVES and verb.dep_ == "relcl":
            return self.here.at.get(verb.head.i)
        return self.here.at.get(subject.i)

    def _neuter(self, token: Token, barred: int) -> tuple[Candidate | None, int]:
        """What "it" means where that is a body or state that governs it or led the sentence before; things and clauses are no parties."""
        if token.lower_ == "it" and token.dep_ in syntax.SUBJECTS and grammar.is_empty(token):
            return None, 0
        of_many = False  # the clause's own subject is several: "vowed revenge after *rebels* ambushed *its* troops"
        for subject, verb, own in syntax.subjects_above(token):
            meant = self._at(subject, verb)
            if meant is None or self.here.quoted[meant.head] != self.here.quoted[token.i]:
                return None, 0
            if _is_body(meant):
                telling = own or of_many or verb.lemma_.lower() in natures.table().speech
                telling = telling or grammar.is_of_who_speaks(token, verb)
                going_on = grammar.is_promised(token, verb) or grammar.is_announced_on(token, verb)
                alone = going_on or not self._between(token, meant)
                acts = telling or going_on or grammar.acts(token) or self._deals_abroad(token, meant)
                return (meant, 0) if acts and alone else (None, 0)
            of_many = own and meant.plural
            if not of_many:
                return None, 0
        apart = self._behind_colon(token)
        if apart is not None:
            return apart, 0
        leading = token.dep_ in syntax.SUBJECTS and (
            token.lower_ != "it" or grammar.acts(token) or grammar.goes_on(token) or self._is_of_state(token)
        )
        leading = leading or (
            token.dep_ == "poss" and grammar.whole(token.head).dep_ in syntax.SUBJECTS and token.i < 4
        )
        if not leading and token.lower_ == "it" and grammar.is_towards(token) and not self.here.quoted[token.i]:
            return self._addressed(token, barred)
        if not leading or not self.offered or self.here.quoted[token.i] or not self._is_main(syntax.clause_of(token)):
            return None, 0
        led = [c for c in self.offered[-1].at.values() if c.main and not c.quoted]
        things = [c for c in self._before(token, self.here, barred) if _is_body(c) or self._may_act(c, token)]
        return (led[0], 1) if len(led) == 1 and _is_body(led[0]) and not led[0].members and not things else (None, 0)

    def _may_act(self, candidate: Candidate, pronoun: Token) -> bool:
        """Whether "it" may be a thing that stands before it: not what an opening phrase tells of when and how ("In *response*, it ...")."""
        opening = grammar.opens(pronoun) and self.here.doc[candidate.head].lemma_.lower() not in ACTING_THINGS
        return candidate.nature in ("thing", "") and not opening

    def _is_main(self, verb: Token) -> bool:
        """Whether a clause is its sentence's own, or what somebody of no told land says behind it: "it has recalled him, *diplomats said*"."""
        if verb.head == verb:
            return True
        speaker = syntax.subject_of(verb.head)
        said = verb.dep_ == "ccomp" and verb.head.i > verb.i and verb.head.lemma_.lower() in natures.table().speech
        if not said or verb.head.head != verb.head or speaker is None:
            return False
        told = self.here.at.get(speaker.i)
        return told is None or not (_is_body(told) or (told.actor is not None and told.actor.country))

    def _behind_colon(self, token: Token) -> Candidate | None:
        """The body or state that leads what stands before a colon or semicolon: "*Serbia* was the first to react: *it* closed its border"."""
        begins = token.i - 1
        if token.dep_ not in syntax.SUBJECTS or self.here.quoted[token.i]:
            return None
        if begins < 0 or self.here.doc[begins].text not in (":", ";"):
            return None
        led = [c for c in self.here.at.values() if c.subject and c.head < begins and not c.quoted and not c.place]
        finite = [c for c in led if syntax.is_finite(self.here.doc[c.head].head)]
        alone = len({c.key for c in finite}) == 1 and _is_body(finite[0]) and not finite[0].members
        return finite[0] if alone and token.head.lemma_ not in OF_THINGS else None

    def _is_of_state(self, token: Token) -> bool:
        """Whether "it" goes on with the state or body that led the sentence before: what it does another land has to do with, and nothing was named
        there that flies, strikes or rules by itself.
        """
        if not self.offered or not grammar.opens(token):
            return False
        before = self.offered[-1]
        led = [c for c in before.at.values() if c.main and not c.quoted]
        others = (c for c in before.at.values() if c not in led)
        if len(led) != 1 or any(before.doc[c.head].lemma_.lower() in ACTING_THINGS for c in others):
            return False
        return self._deals_abroad(token, led[0]) or (_is_body(led[0]) and grammar.does_as_states_do(token))

    def _deals_abroad(self, token: Token, meant: Candidate) -> bool:
        """Whether "it" may be a state or body by what is done: something that another land has to do with, and nothing that flies or strikes by
        itself stands between.
        """
        if (
            token.head.lemma_ in OF_THINGS
            or token.dep_ not in syntax.SUBJECTS
            or not _is_body(meant)
            or meant.actor is None
        ):
            return False
        own = self.here.at.get(meant.head) is meant
        between = self.here.doc[meant.head + 1 : token.i] if own else self.here.doc[:0]
        lands = {c.actor.country for c in self.here.at.values() if c.head > token.i and c.actor is not None}
        lands |= {land for at, land in self.here.lands if at > token.i}
        return not any(t.lemma_.lower() in ACTING_THINGS for t in between) and not lands <= {None, meant.actor.country}

    def _addressed(self, token: Token, barred: int) -> tuple[Candidate | None, int]:
        """The body or state to which something is said or done as "it": the only other one of this sentence, else what led the one before."""
        here = [c for c in self._before(token, self.here, barred) if _is_body(c)]
        here = [c for c in here if not c.subject] or here  # "A sent *the country* tents, and B offered it engineers"
        if here:
            return (here[-1], 0) if len({c.key for c in here}) == 1 else (None, 0)
        if not self.offered:
            return None, 0
        led = [c for c in self.offered[-1].at.values() if _is_body(c) and not c.quoted and not c.place]
        main = [c for c in led if c.main] or led
        return (main[0], 1) if len({c.key for c in main}) == 1 and not main[0].members else (None, 0)

    def _between(self, token: Token, meant: Candidate) -> bool:
        """Whether another body or state stands between a subject and "it"."""
        return any(
            _is_body(c) and c.key != meant.key and not c.place and not _says_again(self.here.doc, c, meant)
            for c in self.here.at.values()
            if meant.head < c.head < token.i
        )


def _says_it_of_himself(token: Token, text: str, speaker: Candidate) -> bool:
    """Whether a speaker is meant by his "I"; by his "we" where he speaks for a body of state or party, whose "our village" or "us" it is where he is
    one of the people.
    """
    if speaker.actor is None or speaker.plural or speaker.members:
        return False
    if text in ("i", "me", "my", "myself"):
        return speaker.nature == "person"
    if speaker.actor.sector in SPOKEN_FOR:
        return speaker.nature != "state"
    return speaker.nature == "person" and (token.dep_ == "poss" or grammar.is_object(token))


def _is_at_large(candidate: Candidate, doc: Doc) -> bool:
    """Whether somebody in office is told to do or say something, so that nobody lets him go: "*President A* told reporters ... B released *him*"."""
    in_office = candidate.actor is not None and candidate.actor.sector in ("GOV", "LEG")
    return in_office and doc[candidate.head].dep_ == "nsubj"


def _is_body(candidate: Candidate) -> bool:
    return candidate.nature in ("body", "state") and not candidate.plural


def _says_again(doc: Doc, candidate: Candidate, meant: Candidate) -> bool:
    """Whether a phrase says only what somebody is whom the words before it name: "Chad, *an African Union member*, said it"."""
    said = doc[candidate.head]
    return any(t.dep_ == "appos" and t.head.i == meant.head for t in (said, *said.ancestors))


def ago(back: int) -> str:
    """How far off a name stands, in words."""
    return "named in the same sentence" if back == 0 else f"named {back} sentence{'s' if back > 1 else ''} before"
