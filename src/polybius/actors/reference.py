"""Who pronouns, titles and "the country" mean inside one report, by syntax, agreement and recency.

What the report doesn't settle stays unsettled: a wrong party is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from polybius.actors import (
    about,
    blamed,
    domestic,
    homeland,
    institutions,
    jailers,
    pairs,
    tied,
    unnamed,
    whose,
    worldbodies,
)
from polybius.actors.antecedents import FIRST, NEUTER, PERSONAL, PLURAL, Offered, of_sentence
from polybius.actors.institutions import STATES_WINDOW
from polybius.actors.introduced import Introduced
from polybius.actors.lands import KINDS
from polybius.actors.mentions import THE_TWO
from polybius.actors.pronouns import Found, Pronouns, ago
from polybius.lexicon import ontology
from polybius.model import Actor, Mention

# Whom a state sends to a body of states, where only a pronoun says which: "*its UN ambassador*".
_SENT_BY_IT = re.compile(
    r"(?:its|their|his|her) (?:un|u\.n\.|united nations|eu|nato|osce|au) (?:permanent )?(?:ambassador|envoy|representative|delegation|delegate)\Z"
)
_ITS_PART = re.compile(r"(?:its|their) (?:red cross|red crescent)\Z")  # of bodies that have a part in every land
# "*Dozens of* its soldiers", "*a spokesman for* its army".
_COUNTED_OF = re.compile(r"^(?:[\w-]+ of|an? [\w-]+ (?:of|for)) (?=(?:his|her|its|their) )")
# One of a people ("the Turk"), not the whole ("the French", "the Chinese").
_THE_ONE = re.compile(r"[Tt]he [A-Z][a-z]+(?<!sh)(?<!ch)(?<!ss)(?<!se)(?<!s)")
_REGIME = re.compile(
    r"(?:the )?regime(?:['’]s)?(?: (?:forces?|troops|army|soldiers|warplanes|jets|airstrikes|officials))?\Z"
)
GROUPS = frozenset("group movement organisation organization front militia faction cartel gang network".split())
FOLLOWING = frozenset(
    "men fighters gunmen militants guerrillas troops forces soldiers members commanders militiamen snipers bombers".split()
)
# Where those who speak for a body of many states work: "*her agency* has sent tents".
WORKPLACES = frozenset(
    "agency office organisation organization commission mission staff team fund programme program".split()
)
FOUGHT = frozenset({"the army", "the military", "the government", "the police", "the security forces"})
OFFICES = frozenset({"GOV", "LEG", "MIL"})
RULING = frozenset({"GOV", "LEG"})  # who speak for a land
JUNTAS = frozenset({"junta", "generals", "putschists"})  # of which few states have one
SPOKESMEN = frozenset(
    """envoy spokesman spokeswoman spokesperson mediator chief head chairman chairwoman director representative negotiator commissioner official
    officials observers monitors peacekeepers inspectors investigators mediators""".split()
)  # who speak and act for a body of many states
COMMANDING = frozenset({"COP", "MIL"})  # whose "men" are officers or soldiers
GROUPED = frozenset({"REB", "PRM", "CRM", "UAF", "SEP", "PTY", "SOC", "OPP"})
FOLLOWERS = frozenset(
    "followers supporters loyalists disciples adherents sympathisers sympathizers recruits fans admirers backers".split()
)
# Who leads or speaks for a side, and which sides give him what he is.
LED = frozenset(
    "leader leaders chairman chairwoman president spokesman spokeswoman secretary head whip candidate".split()
)
SIDES = frozenset({"OPP", "PTY", "LAB", "SOC"})
_OTHERS = frozenset("neighbour neighbours neighbor neighbors rival ally adversary enemy foe".split())
COALITIONS = frozenset({"the coalition", "the alliance"})
FIRMS = frozenset(
    "company firm conglomerate manufacturer carmaker airline bank owner maker miner bidder retailer steelmaker shipbuilder chipmaker brewer".split()
)
_FIRM_S = re.compile(r"the [a-z]+(?=['’]s )")
FIRM_WINDOW = 2  # sentences back in which the firm told last is meant, where a report tells of firms of several lands
# Sentences back in which a report is looked through for who bears a name or an office alone: a document may have a hundred thousand.
REPORT_WINDOW = 400
_ALL_OF_IT = frozenset({"whole", "entire"})  # who acts upon "the *whole* country" is at home there
TITLE_WINDOW = 3  # sentences back that "the president" may reach


def settle(
    mentions: Sequence[Sequence[Mention]],
    docs: Sequence[Doc],
    headlines: Sequence[bool] = (),
    offsets: Sequence[int] = (),
    dated: str | None = None,
) -> list[list[Mention]]:
    """The mentions of a document's sentences with open ones settled where the report allows; ``docs`` are their parses, ``offsets`` tell where
    they begin (needed for names that a parse takes for common nouns), ``dated`` is the land of the report's dateline.
    """
    prevailing = about.focus(mentions, dated)
    home = about.of_the_lead(mentions) or about.of_a_long_one(mentions, prevailing)
    home = prevailing if prevailing is not None and prevailing == dated else home
    state = _State(prevailing, home)
    out: list[list[Mention]] = []
    inside = False
    for number, (found_here, doc) in enumerate(zip(mentions, docs, strict=True)):
        again = state.introduced.again(found_here, doc, number, offsets[number]) if offsets else []
        sentence = sorted([*found_here, *again], key=lambda m: m.head)
        offered, inside = of_sentence(doc, sentence, inside)
        state.begin(offered)
        ahead = [m for m in sentence if not m.open]
        done: list[Mention] = []
        for mention in sentence:
            asked = (
                mention.open or mention.kind == "stranger" or _is_office(mention) or institutions.is_official(mention)
            )
            asked = asked or (mention.kind == "name" and mention.actor.country is None)
            named = mention.actor.text.lower()
            asked = asked or any(told.match(named) for told in (_SENT_BY_IT, _ITS_PART))
            asked = asked or unnamed.is_institution(mention) or institutions.is_bare(mention)
            asked = asked or institutions.rule_together(mention) or _is_countryman(mention)
            asked = asked or worldbodies.is_commissioner(mention) or worldbodies.in_small_letters(mention) is not None
            found = state.referent(mention, done, ahead, doc) if asked else None
            if found is not None:
                actors, reason, back = found
                state.remember(mention, actors)
                done.extend(_as(mention, a, reason, back) for a in actors)
            else:
                done.append(mention)
        done = [tied.tied(m, doc, done) for m in done]  # "bombers linked to *the group*"
        done = whose.owned([blamed.of_the_other(m, doc, done) for m in done], doc)
        done = jailers.of_the_jail(done, doc)
        out.append(done)
        state.keep(done, doc, headline=bool(headlines and headlines[number]))
    return homeland.complete(domestic.located(out, dated), docs, home)


class _State:
    """What the report has named so far, newest last."""

    def __init__(self, focus: str | None, home: str | None) -> None:
        self.focus = focus
        self.named: list[list[Mention]] = []
        self.states: list[list[Mention]] = []  # those of one state, modifiers among them
        self._regime: str | None = None  # the land whose regime was named last
        self._leading: Actor | None = None  # who leads the coalition that was named last: "*Saudi*-led jets"
        self.introduced = Introduced()
        self._pronouns = Pronouns()
        self._pairs = pairs.Pairs(self.named, self.states)
        self._institutions = institutions.Institutions(
            self.states, (focus, home), self._country, lambda: self._pronouns.here.quoted
        )

    def begin(self, offered: Offered) -> None:
        self._pronouns.begin(offered)

    def remember(self, mention: Mention, actors: Sequence[Actor]) -> None:
        """Lets later pronouns mean whom a phrase of this sentence was settled to mean."""
        if mention.kind == "pronoun" and len(mention.actor.text.split()) > 1 and len(actors) == 1:
            self._pronouns.means(mention.head, actors[0])
        elif mention.kind == "stranger" and len(actors) == 1:
            name = mention.actor.text.split()[-1]
            self._pronouns.bears(mention.head, actors[0], self.introduced.sex_of(name))
        elif mention.plural and len(actors) > 1:
            self._pronouns.sums_up(mention.head, actors)
        elif mention.kind == "noun" and len(actors) == 1:
            self._pronouns.is_of(mention.head, actors[0])

    def keep(self, sentence: list[Mention], doc: Doc, headline: bool) -> None:
        if headline and self.named:
            return  # a headline inside a report tells of another matter
        self.states.append([m for m in sentence if about.is_state(m)])
        self.named.append([m for m in sentence if m.kind not in ("modifier", "stranger")])
        regimes = [m.actor.country for m in sentence if "regime" in m.actor.text.lower().split() and about.is_state(m)]
        self._regime = regimes[-1] if regimes else self._regime
        self._leading = next((m.actor for m in reversed(sentence) if _leads(m, doc)), self._leading)
        for mention in sentence:
            if name := self.introduced.keep(mention, doc):
                self._pronouns.called(mention.head, name)
        self._pronouns.keep()

    def referent(self, mention: Mention, before: list[Mention], ahead: list[Mention], doc: Doc) -> Found | None:
        text = mention.actor.text.lower()
        if (
            known := self.introduced.found(mention, doc) or self._led(mention)
        ) is not None or mention.kind == "stranger":
            return known
        if text in ("both", "each", THE_TWO) or (pairs.is_three(text) and mention.actor.country is None):
            return self._pairs.together(mention, before, ahead, doc)
        two = pairs.is_two(text)
        if _SENT_BY_IT.match(text):
            return self._sent_by_it(mention)
        if _ITS_PART.match(text):
            return self._sent_by_it(mention, mention.actor.sector)
        if mention.actor.role in _OTHERS and text.split()[0] in unnamed.POSSESSIVES | {"the"} and not two:
            beside = {c.i for c in doc[mention.head].children if c.dep_ == "appos"} if mention.head >= 0 else set()
            named = next((m.actor for m in ahead if m.head in beside and m.actor.country), None)
            if named is not None:
                return [named], f"{mention.actor.text!r} is {named.name}, named beside", 0
            return self._other(mention, before)
        titled = mention.kind == "name" and mention.actor.country is None  # "*Its Finance Minister*"
        told = (_beside(mention, ahead, doc) or self._owned(mention)) if mention.kind == "noun" or titled else None
        if told is not None:
            return told
        if two and mention.actor.country is None:
            return self._pairs.two(mention, before, doc)
        if (
            mention.kind == "noun"
            and mention.plural
            and (owned := self._pairs.of_the_two(mention, before, doc) or self._pairs.men_of_both(mention, before, doc))
            is not None
        ):
            return owned
        if _REGIME.match(text) and (regime := self._regime_of(mention, before)) is not None:
            return regime
        if mention.kind == "pronoun":
            return self._pronoun(mention, before) or self._of_their_talks(mention, before, doc)
        if _faces_a_critic(mention, before) or self._are_of_many_states(mention, before):
            return None  # "Corbyn accused *the government*": his own, whichever was named last
        return (
            self._countryman(mention, before)
            or self._commissioner(mention, before)
            or self._firm(mention, before)
            or self._institutions.envoy(mention, before)
            or self._title(mention, before, doc)
            or self._body_of_states(mention, before)
            or self._institutions.official(mention, ahead)
            or self._institutions.institution(mention, before, ahead, doc)
            or self._of_its_kind(mention, before)
        )

    def _regime_of(self, mention: Mention, before: list[Mention]) -> Found | None:
        """Whose "the regime" is: the other of two states, else the one whose regime was named so before."""
        if (faced := self._regime_faced(mention, before)) is not None or self._regime is None:
            return faced
        return [replace(mention.actor, country=self._regime)], f"the regime of {self._regime}, named so before", 1

    def _regime_faced(self, mention: Mention, before: list[Mention]) -> Found | None:
        """Whose "the regime" is of which rulers of one land speak: nobody calls his own so, but the only other state told of last ("A student held
        in B died. *A's president* condemned *the regime*").
        """
        ruling = {m.actor.country for m in before if m.subject and m.actor.country and m.actor.sector in RULING}
        if len(ruling) != 1 or (self._regime is not None and self._regime not in ruling):
            return None
        bodies = ontology.table()["international"]
        for back, told in enumerate(reversed(self.states[-institutions.STATES_WINDOW :]), start=1):
            lands = {m.actor.country for m in told} - ruling - set(bodies) - {None}
            if lands:
                land = lands.pop()
                why = f"the regime of {land}, the other of two states, {ago(back)}"
                return ([replace(mention.actor, country=land)], why, back) if not lands else None
        return None

    def _are_of_many_states(self, mention: Mention, before: list[Mention]) -> bool:
        """Whether ministers are those of a body that this sentence or the one before names: "OPEC met in Vienna. *Ministers* rejected"."""
        told = (*before, *(self.named[-1] if self.named else ()))
        bodies = ontology.table()["international"]
        return institutions.rule_together(mention) and any(m.actor.country in bodies for m in told)

    def _of_their_talks(self, mention: Mention, before: list[Mention], doc: Doc) -> Found | None:
        """The two whose talks a sentence begins with: "*Their* talks", after "A walked with B"."""
        if mention.actor.text.lower() != "their" or before or mention.head < 0:
            return None
        return (
            self._pairs.the_two(mention, before, doc) if doc[mention.head].head.lemma_.lower() in pairs.TALKS else None
        )

    def _pronoun(self, mention: Mention, before: list[Mention]) -> Found | None:
        """Whom a pronoun, or a phrase that names nobody, means: "they", "the latter", "the group", "the country"."""
        text = mention.actor.text.lower()
        if text in PERSONAL | PLURAL | NEUTER | FIRST:
            return self._pronouns.referent(mention)
        if text in ("the former", "the latter"):
            return self._pairs.former_or_latter(mention, before)
        if text.split()[-1] in GROUPS:
            return self._group(before, mention.actor.text)
        return self._institutions.of_speaker(mention, before) if mention.subject else self._country(mention, before)

    def _sent_by_it(self, mention: Mention, sector: str = "GOV") -> Found | None:
        """ "*Its* UN ambassador" is of the state that "it" is, not of the body to which it sends him; so is "*its* Red Cross"."""
        owner, back = self._pronouns.owner_of(mention)
        if owner is None or owner.country is None or owner.country in ontology.table()["international"]:
            return None
        actor = replace(mention.actor, id=None, country=owner.country, sector=sector)
        return [actor], f"{mention.actor.text!r}: of {owner.name}, {ago(back)}", back

    def _owned(self, mention: Mention) -> Found | None:
        """ "Its troops" as who acts, "two of his ministers" whatever they do: of the state of whoever that is; "its men" of a band are the band's,
        "its followers" of whoever has them.
        """
        words = _COUNTED_OF.sub("", mention.actor.text.lower()).split()
        following = words[-1] in FOLLOWERS
        serving = words[0] in unnamed.HIS_OR_HER and mention.actor.sector in unnamed.OFFICIAL
        serving = serving or (words[0] == "its" and _is_of_its_own(words, mention.actor))
        acting = mention.subject or serving or self._pronouns.is_heard(mention)
        if words[0] not in unnamed.POSSESSIVES - {"whose"} or not (acting or following):
            return None
        owners, back = self._pronouns.owners_of(mention)
        if (
            words[-1] in LED and owners and {a.sector for a in owners} <= SIDES
        ):  # "The opposition waits. *Its leader* ..."
            actors = [replace(mention.actor, country=a.country, sector=a.sector) for a in owners]
            return actors, f"{mention.actor.text!r}: of {' and '.join(a.name for a in owners)}, {ago(back)}", back
        if following:
            actors = [replace(mention.actor, country=a.country) for a in owners if a.country]
            return (
                (actors, f"{mention.actor.text!r}: of {' and '.join(a.name for a in owners)}, {ago(back)}", back)
                if actors
                else None
            )
        bands = [
            a
            for a in owners
            if a.country and a.sector in unnamed.IRREGULAR | (COMMANDING if words[-1] == "men" else set())
        ]
        if bands and len(bands) == len(owners) and words[-1] in FOLLOWING:
            actors = [replace(mention.actor, country=a.country, sector=a.sector) for a in bands]
            return actors, f"{mention.actor.text!r}: of {' and '.join(a.name for a in bands)}, {ago(back)}", back
        worldwide = [a for a in owners if a.country in ontology.table()["international"]]
        if len(worldwide) == len(owners) == 1 and words[-1] in WORKPLACES | SPOKESMEN:
            actor = replace(mention.actor, country=worldwide[0].country, sector=worldwide[0].sector)
            return [actor], f"{mention.actor.text!r}: of {worldwide[0].name}, {ago(back)}", back
        lands = [a.country for a in owners if a.country and a.country not in ontology.table()["international"]]
        served = serving or mention.actor.sector in unnamed.OFFICIAL | {"OPP", "SPY"}
        if not lands or not (served or _are_citizens(words[-1], mention.actor, owners)):
            return None
        actors = [replace(mention.actor, country=land) for land in dict.fromkeys(lands)]
        return actors, f"{mention.actor.text!r}: of {' and '.join(a.name for a in owners)}, {ago(back)}", back

    def _led(self, mention: Mention) -> Found | None:
        """ "The coalition": of who was last told to lead others."""
        actor, leading = mention.actor, self._leading
        if actor.text.lower() not in COALITIONS or actor.country is not None or leading is None:
            return None
        return [replace(actor, country=leading.country)], f"{actor.text!r}: led by {leading.country}, as told before", 1

    def _other(self, mention: Mention, before: list[Mention]) -> Found | None:
        """ "Its neighbour": the only state beside its owner that this sentence or the one before names."""
        owner, _ = self._pronouns.owner_of(mention)
        if owner is None:
            acting = [m.actor for m in before if m.subject and m.clause == mention.clause and about.is_state(m)]
            owner = acting[-1] if acting and mention.actor.text.lower().startswith("the ") else None
        if owner is None or owner.country is None:
            return None
        for back, sentence in enumerate([before, *reversed(self.states[-STATES_WINDOW:])]):
            others = {
                m.actor.country: m.actor for m in sentence if about.is_state(m) and m.actor.country != owner.country
            }
            if others:
                other = next(iter(others.values()))
                actor = replace(mention.actor, country=other.country)
                return (
                    ([actor], f"{mention.actor.text!r} is {other.country}, {ago(back)}", back)
                    if len(others) == 1
                    else None
                )
        return None

    def _of_its_kind(self, mention: Mention, before: list[Mention]) -> Found | None:
        """ "The rebels", "the soldiers": the only armed party of that kind that was named just before."""
        words = mention.actor.text.lower().split()
        if words[0] != "the" or len(words) != 2 or mention.actor.country is not None:
            return None
        if words[1] in GROUPS:
            return self._group(before, mention.actor.text)
        if mention.actor.sector not in pairs.ARMED or words[1] in unnamed.FIRED:
            return None
        for back, sentence in enumerate([before, *reversed(self.named[-2:])]):
            same = {
                m.actor.country: m.actor for m in sentence if m.actor.sector == mention.actor.sector and m.actor.country
            }
            if same:
                actor = next(iter(same.values()))
                return (
                    ([actor], f"{mention.actor.text!r} is {actor.name}, {ago(back)}", back) if len(same) == 1 else None
                )
        return None

    def _group(self, before: list[Mention], text: str) -> Found | None:
        """ "The movement", "the group": the only body that is no state's and was named last."""
        for back, sentence in enumerate([before, *reversed(self.named[-STATES_WINDOW:])]):
            bodies = {
                m.actor.id or m.actor.name: m.actor for m in sentence if m.actor.country and m.actor.sector in GROUPED
            }
            if bodies:
                actor = next(iter(bodies.values()))
                return ([actor], f"{text!r} is {actor.name}, {ago(back)}", back) if len(bodies) == 1 else None
        return None

    def _countryman(self, mention: Mention, before: list[Mention]) -> Found | None:
        """Whom a nationality alone calls again ("Chile's minister flew to Lima. *The Chilean* said"): the last one of that land who was named,
        where he holds an office.
        """
        if not _is_countryman(mention):
            return None
        for back, sentence in enumerate([before, *reversed(self.named[-TITLE_WINDOW:])]):
            named = [m for m in sentence if m.nature == "person" and m.kind == "name" and m.known]
            named = [m for m in named if m.actor.country == mention.actor.country and not m.plural]
            if named:
                actor = named[-1].actor
                only = len({m.actor.id for m in named}) == 1 and actor.sector in OFFICES
                return ([actor], f"{mention.actor.text!r} is {actor.name}, {ago(back)}", back) if only else None
        return None

    def _commissioner(self, mention: Mention, before: list[Mention]) -> Found | None:
        actor = worldbodies.commissioner(mention, [*self.named[-worldbodies.FAR :], before])
        return None if actor is None else ([actor], f"{mention.actor.text!r}: of the European Commission", -1)

    def _firm(self, mention: Mention, before: list[Mention]) -> Found | None:
        """ "The company", "the retailer's supermarkets": of the land of the firms that the report has told of, where they are of one, else of that told last just before
        ("a plan by an *Indian conglomerate*. ... *The company* said").
        """
        said = mention.actor.text.lower()
        owner = _FIRM_S.match(said) if mention.actor.sector == "BUS" else None
        words = (owner[0] if owner else said).split()
        if len(words) != 2 or words[0] != "the" or words[1] not in FIRMS or mention.actor.country is not None:
            return None
        told = [[m for m in s if _is_firm(m)] for s in (before, *reversed(self.named[-REPORT_WINDOW:]))]
        lands = {m.actor.country for sentence in told for m in sentence}
        near = next((sentence for sentence in told[: FIRM_WINDOW + 1] if sentence), [])
        land = lands if len(lands) == 1 else {m.actor.country for m in near}
        if len(land) != 1:
            return None
        code = next(iter(land))
        back = next(n for n, sentence in enumerate(told) if any(m.actor.country == code for m in sentence))
        return [replace(mention.actor, country=code)], f"{mention.actor.text!r} is of {code}, {ago(back)}", back

    def _body_of_states(self, mention: Mention, before: list[Mention]) -> Found | None:
        if (small := worldbodies.in_small_letters(mention)) is not None:
            return [small], f"{mention.actor.text!r} is {small.id}, as there is one", 0
        found = (
            worldbodies.meant(mention, [*self.named[-worldbodies.FAR :], before]) if mention.kind == "noun" else None
        )
        if found is None:
            return None
        actor, back = found
        return [actor], f"{mention.actor.text!r} is {actor.name}, {ago(back)}", back

    def _country(self, mention: Mention, before: list[Mention]) -> Found | None:
        """ "The country": the only one named just before, else that of the whole report; "his country" is his."""
        words = mention.actor.text.lower().split()
        kind = KINDS.get(words[-1]) if words[0] == "the" else None
        if kind is not None and (told := self._of_kind(mention, before, kind)) is not None:
            return told
        if words[-1] == "island":
            return None
        if words[0] != "the" and not institutions.rule_together(mention):
            owner, back = self._pronouns.owner_of(mention)
            code = owner.country if owner is not None else None
        else:
            doing = {
                m.actor.country for m in before if m.subject and m.clause == mention.clause and not mention.subject
            }
            code, back = self._named_country(before, doing, led=mention.kind == "pronoun")
            if _ALL_OF_IT & set(words[1:2]) and len(doing) == 1:
                code, back = next(iter(doing)), 0
        if code is None or code in ontology.table()["international"]:
            return None
        actor = replace(mention.actor, name=code if mention.kind == "pronoun" else mention.actor.name, country=code)
        return [actor], f"{mention.actor.text!r} is {code}, {ago(back)}", back

    def _of_kind(self, mention: Mention, before: list[Mention], kind: frozenset[str]) -> Found | None:
        """ "The emirate", "the kingdom": the only such land that the report has named."""
        doing = {m.actor.country for m in before if m.subject and m.clause == mention.clause and not mention.subject}
        for back, sentence in enumerate([before, *reversed(self.states)]):
            named = {m.actor.country for m in sentence if m.actor.country in kind - doing}
            if named:
                code = next(iter(named))
                actor = replace(mention.actor, name=code, country=code)
                return ([actor], f"{mention.actor.text!r} is {code}, {ago(back)}", back) if len(named) == 1 else None
        return None

    def _named_country(self, before: list[Mention], doing: set[str | None], led: bool) -> tuple[str | None, int]:
        """The only state, or the report's, in the nearest sentence that names one, those who act upon it (``doing``) aside, and how far back
        that is. ``led``: in the sentence before who leads it may be meant beside others.
        """
        for back, sentence in enumerate([before, *reversed(self.named[-2:])]):
            states = [m for m in sentence if about.is_state(m) and m.actor.country not in doing]
            codes = {m.actor.country for m in states}
            first = {m.group for m in states if m.subject}
            leading = {m.actor.country for m in states if m.group in first}
            if led and back == 1 and len(leading or codes) == 1:
                return next(iter(leading or codes)), back
            if codes:
                only = next(iter(codes)) if len(codes) == 1 else self.focus
                return (only if only in codes and self.focus in (None, only) else None), back
        return None, 0

    def _title(self, mention: Mention, before: list[Mention], doc: Doc) -> Found | None:
        """ "The president", "the ministry": who was last called so, if that is settled and nobody else was."""
        text = mention.actor.text.lower()
        if not text.startswith("the ") or mention.actor.sector in ("", "UNK") or len(text.split()) > 3:
            return None
        noun = text.removeprefix("the ")
        if (own := self._whom_critics_face(mention, noun, before)) is not None:
            return own
        if (land := _of_those_who_fight_it(mention, before, doc)) is not None:
            return [replace(mention.actor, country=land)], f"{mention.actor.text!r} of {land}, as who fights it", 0
        found: list[tuple[Mention, int]] = []
        for back, sentence in enumerate([before, *reversed(self.named[-TITLE_WINDOW:])]):
            found += [(m, back) for m in reversed(sentence) if _is_called(m, noun) and m.plural == mention.plural]
        if not found:
            return self._only_so_called(mention, noun, before)
        last, back = found[0]
        parties = {(m.actor.country, m.actor.id) for m, _ in found}
        if (
            last.actor.country is None
            or not last.known
            or len({c for c, _ in parties}) > 1
            or len({i for _, i in parties if i}) > 1
        ):
            return None
        return [last.actor], f"{mention.actor.text!r} is {last.actor.name}, {ago(back)}", back

    def _whom_critics_face(self, mention: Mention, noun: str, before: list[Mention]) -> Found | None:
        """Who holds an office in the land of the opposition that speaks of it: "Brazil's president offered to mediate. The *Bolivian* opposition
        rejected *the president's* plan", where Bolivia's was told before.
        """
        critics = (m for m in before if m.subject and m.clause == mention.clause and about.is_state(m))
        lands = {m.actor.country for m in critics if m.actor.sector in ("OPP", "PTY", "ELI")}
        if mention.subject or len(lands) != 1:
            return None
        for back, sentence in enumerate([before, *reversed(self.named[-REPORT_WINDOW:])]):
            own = next((m for m in reversed(sentence) if _is_called(m, noun) and m.actor.country in lands), None)
            if own is not None:
                return [own.actor], f"{mention.actor.text!r} is {own.actor.name}, {ago(back)}", back
        return None

    def _only_so_called(self, mention: Mention, noun: str, before: list[Mention]) -> Found | None:
        """ "The prime minister", further on than that: who alone the report has introduced by name and so, where the clause isn't set elsewhere
        ("in Oslo *the prime minister* said").
        """
        told = [m for sentence in self.named[-REPORT_WINDOW:] for m in sentence if _is_called(m, noun)]
        bearers = {m.actor.name: m for m in told if _is_named_with(m, noun) or noun in JUNTAS}
        if len(bearers) != 1 or (mention.plural and noun not in JUNTAS):
            return None
        (bearer,) = bearers.values()
        lands = {m.actor.country for m in told}
        elsewhere = any(m.place and m.actor.country not in (None, bearer.actor.country) for m in before)
        if elsewhere or lands != {bearer.actor.country} or bearer.actor.country is None:
            return None
        back = mention.sentence - bearer.sentence
        return [bearer.actor], f"{mention.actor.text!r} is {bearer.actor.name}, {ago(back)}", back


def _beside(mention: Mention, ahead: list[Mention], doc: Doc) -> Found | None:
    """Whom names beside a plural of no known land tell ("their ministers, *A and B*, signed")."""
    if mention.head < 0 or not mention.plural or mention.actor.country is not None:
        return None
    heads = [t.i for c in doc[mention.head].children if c.dep_ == "appos" for t in (c, *c.conjuncts)]
    named = [m.actor for m in ahead if m.head in heads and m.head > mention.head and m.actor.country]
    names = " and ".join(a.name for a in named)
    return (named, f"{mention.actor.text!r} are {names}, named beside", 0) if len(named) > 1 else None


def _faces_a_critic(mention: Mention, before: Sequence[Mention]) -> bool:
    """Whether those who govern are whom an opposition, a party or a parliament of one land speaks of in their clause."""
    critics = (m for m in before if m.subject and m.clause == mention.clause and about.is_state(m))
    governs = mention.actor.text.lower() in unnamed.GOVERNMENTS and not mention.subject
    return governs and any(m.actor.sector in ("OPP", "PTY", "LEG") for m in critics)


def _of_those_who_fight_it(mention: Mention, before: Sequence[Mention], doc: Doc) -> str | None:
    """The land of the rebels who fight "*the army*", whichever was named last: "the Sudanese paramilitaries who have fought *the army*"."""
    word = doc[mention.head] if mention.head >= 0 else None
    if word is None or word.dep_ != "dobj" or mention.actor.text.lower() not in FOUGHT:
        return None
    verb = word.head
    heads = {c.i for c in verb.children if c.dep_ == "nsubj"} | ({verb.head.i} if verb.dep_ == "relcl" else set())
    lands = {m.actor.country for m in before if m.head in heads and m.actor.sector in unnamed.IRREGULAR}
    return lands.pop() if len(lands) == 1 else None


def _is_called(mention: Mention, noun: str) -> bool:
    """Whether a party was named with a role: as "President A" or as "A's president"."""
    role = mention.actor.role.lower()
    said = (role, role.partition(" of ")[0], mention.actor.text.lower())  # a secretary of state is "the secretary"
    if mention.why[:1] and mention.why[0].startswith("capital"):
        return False  # "Athens", which stands for a government
    return mention.kind != "pronoun" and mention.back < 0 and any(s == noun or s.endswith(f" {noun}") for s in said)


def _is_firm(mention: Mention) -> bool:
    """Whether a single business of a land that its own words tell is named."""
    return mention.actor.sector == "BUS" and mention.actor.country is not None and not mention.plural


def _is_named_with(mention: Mention, noun: str) -> bool:
    """Whether a person was introduced by an office and a name ("Prime Minister *Ana Silva* of Peru"), not by the office alone."""
    return mention.nature == "person" and mention.actor.name.lower() != noun and mention.actor.name[:1].isupper()


def _is_office(mention: Mention) -> bool:
    """Whether an office of one state stands for its holder ("*the home secretary*")."""
    actor = mention.actor
    return (
        mention.kind == "noun" and actor.country is not None and actor.id is None and actor.role == actor.name.lower()
    )


def _is_of_its_own(words: list[str], actor: Actor) -> bool:
    """Whether a state's own official is told to be so, whatever befalls him: "jailed *its own* envoy", "tried *its former* army chief"."""
    return bool({"own", "former"} & set(words[1:3])) and actor.sector in unnamed.OFFICIAL | {"ELI", "SPY"}


def _is_countryman(mention: Mention) -> bool:
    """Whether a nationality alone calls somebody: "*the American* said", not "the Americans", "the American pilot"."""
    called = _THE_ONE.fullmatch(mention.actor.text)
    return called is not None and not mention.plural and bool(mention.why) and mention.why[0].startswith("people of ")


def _are_citizens(noun: str, actor: Actor, owners: Sequence[Actor]) -> bool:
    """Whether a state's own people are told: "two of *its fishermen* were held, India said"."""
    return unnamed.is_citizen(actor.sector, noun) and all(o.sector in ("", "GOV") for o in owners)


def _as(mention: Mention, actor: Actor, reason: str, back: int) -> Mention:
    """The mention with the referent's identity and its own words."""
    mine = mention.actor
    settled = replace(actor, text=mine.text, span=mine.span)
    return replace(mention, actor=settled, kind="name", why=(reason, *mention.why), back=back)


def _leads(mention: Mention, doc: Doc) -> bool:
    """Whether a party is told as who leads others: "*Saudi*-led jets", "the *French-led* force"."""
    if mention.actor.country is None or mention.head < 0:
        return False
    behind = doc[mention.head + 1 : mention.head + 3].text
    return behind == "-led" or "-led " in f"{mention.actor.text.lower()} "
