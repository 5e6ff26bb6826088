"""Who pronouns, titles and "the country" mean inside one report, by syntax, agreement and recency.

What the report doesn't settle stays unsettled: a wrong party is worse than none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius.actors import domestic, homeland, institutions, tied, worldbodies
from polybius.actors.antecedents import FIRST, NEUTER, PERSONAL, PLURAL, Offered, of_sentence
from polybius.actors.institutions import STATES_WINDOW
from polybius.actors.lands import KINDS
from polybius.actors.mentions import THE_TWO
from polybius.actors.pronouns import Found, Pronouns, ago
from polybius.lexicon import ontology
from polybius.model import Actor, Mention, Span

_TWO = re.compile(
    r"(?:both|the two|these two) (?:(?:defen[cs]e|foreign|prime|finance|trade|interior|energy|transport|agriculture|fisheries|health|justice|economy|oil|water|warring|rival|feuding|"
    r"neighbou?ring|nuclear-armed|opposing|hostile|chief) )?(?:sides|countries|states|nations|neighbou?rs|governments|capitals|leaders|presidents|ministers|men|delegations|powers|allies|rivals|"
    r"parties|foes|enemies|premiers|heads of (?:state|government)|vice-presidents|rulers|monarchs|chancellors|army chiefs|negotiators|delegates|envoys|teams|camps|belligerents|combatants|"
    r"adversaries|contestants|claimants|factions|peoples|republics|kingdoms|statesmen|antagonists)\Z"
)
# Whom a state sends to a body of states, where only a pronoun says which: "*its UN ambassador*".
_SENT_BY_IT = re.compile(
    r"(?:its|their|his|her) (?:un|u\.n\.|united nations|eu|nato|osce|au) (?:permanent )?(?:ambassador|envoy|representative|delegation|delegate)\Z"
)
_LANDS = re.compile(r"(?:countries|states|nations|neighbou?rs|capitals|peoples|republics|kingdoms)\Z")
_TWO_FORCES = re.compile(
    r"(?:both|the|the two|these two|their) (?:armies|militaries|navies|air forces|general staffs)\Z"
)
_COUNTED_OF = re.compile(r"^[\w-]+ of (?=(?:his|her|its|their) )")  # "*dozens of* its soldiers"
_REGIME = re.compile(
    r"(?:the )?regime(?:['’]s)?(?: (?:forces?|troops|army|soldiers|warplanes|jets|airstrikes|officials))?\Z"
)
GROUPS = frozenset("group movement organisation organization front militia faction cartel gang network".split())
FOLLOWING = frozenset(
    "men fighters gunmen militants guerrillas troops forces soldiers members commanders militiamen snipers bombers".split()
)
GROUPED = frozenset({"REB", "PRM", "CRM", "UAF", "SEP", "PTY", "SOC", "OPP"})
FOLLOWERS = frozenset(
    "followers supporters loyalists disciples adherents sympathisers sympathizers recruits fans".split()
)
_OTHERS = frozenset("neighbour neighbours neighbor neighbors rival ally adversary enemy foe".split())
OPPOSED = domestic.IRREGULAR | {"OPP", "SEP"}
ARMED = frozenset({"REB", "MIL", "UAF", "PRM", "COP", "SEP"})
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
    about = domestic.focus(mentions, dated)
    home = about if about is not None and about == dated else domestic.of_the_lead(mentions)
    state = _State(about, home)
    out: list[list[Mention]] = []
    inside = False
    for number, (found_here, doc) in enumerate(zip(mentions, docs, strict=True)):
        again = state.named_again(found_here, doc, number, offsets[number]) if offsets else []
        sentence = sorted([*found_here, *again], key=lambda m: m.head)
        offered, inside = of_sentence(doc, sentence, inside)
        state.begin(offered)
        ahead = [m for m in sentence if not m.open]
        done: list[Mention] = []
        for mention in sentence:
            asked = (
                mention.open or mention.kind == "stranger" or _is_office(mention) or institutions.is_official(mention)
            )
            asked = asked or _SENT_BY_IT.match(mention.actor.text.lower()) is not None
            asked = asked or domestic.is_institution(mention) or institutions.is_bare(mention)
            found = state.referent(mention, done, ahead, doc) if asked else None
            if found is not None:
                actors, reason, back = found
                state.remember(mention, actors)
                done.extend(_as(mention, a, reason, back) for a in actors)
            else:
                done.append(mention)
        done = [tied.tied(m, doc, done) for m in done]  # "bombers linked to *the group*"
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
        self._introduced: dict[str, Actor | None] = {}  # by family name; None where two bear it
        self._pronouns = Pronouns()
        self._institutions = institutions.Institutions(
            self.states, (focus, home), self._country, lambda: self._pronouns.here.quoted
        )

    def begin(self, offered: Offered) -> None:
        self._pronouns.begin(offered)

    def remember(self, mention: Mention, actors: Sequence[Actor]) -> None:
        """Lets later pronouns mean whom a phrase of this sentence was settled to mean."""
        if mention.kind == "pronoun" and len(mention.actor.text.split()) > 1 and len(actors) == 1:
            self._pronouns.means(mention.head, actors[0])
        elif mention.plural and len(actors) > 1:
            self._pronouns.sums_up(mention.head, actors)

    def keep(self, sentence: list[Mention], doc: Doc, headline: bool) -> None:
        if headline and self.named:
            return  # a headline inside a report tells of another matter
        self.states.append([m for m in sentence if domestic.is_state(m)])
        self.named.append([m for m in sentence if m.kind not in ("modifier", "stranger")])
        regimes = [
            m.actor.country for m in sentence if "regime" in m.actor.text.lower().split() and domestic.is_state(m)
        ]
        self._regime = regimes[-1] if regimes else self._regime
        for mention in sentence:
            self._introduce(mention, doc)
        self._pronouns.keep()

    def _introduce(self, mention: Mention, doc: Doc) -> None:
        """Remembers whom the lexicon lacks by the family name under which a report introduces them ("the Polish envoy, Jan *Nowak*")."""
        actor = mention.actor
        if (
            actor.country is None
            or actor.id is not None
            or mention.nature != "person"
            or mention.head < 0
            or mention.plural
        ):
            return
        head = doc[mention.head]
        bearer = (
            head
            if head.pos_ == "PROPN"
            else next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        )
        given = (
            bearer is not None
            and bearer.i > 0
            and bearer.nbor(-1).head == bearer
            and bearer.nbor(-1).text[:1].isupper()
        )
        if bearer is None or not given or not bearer.text[:1].isupper():
            return
        known = self._introduced.get(bearer.lower_, actor)
        same = known is not None and (known.country, known.sector) == (actor.country, actor.sector)
        self._introduced[bearer.lower_] = known if same else None

    def named_again(self, sentence: Sequence[Mention], doc: Doc, number: int, offset: int) -> list[Mention]:
        """Family names introduced before that begin a sentence, where a parse takes them for common nouns ("*Brouwer* apologised")."""
        head = doc[0] if len(doc) else None
        if (
            head is None
            or self._introduced.get(head.lower_) is None
            or not head.text[:1].isupper()
            or head.dep_ != "nsubj"
        ):
            return []
        if any(m.head == head.i for m in sentence):
            return []
        actor = Actor(head.text, Span(offset + head.idx, offset + head.idx + len(head)), head.text)
        return [Mention(number, head.i, actor, "stranger", False, True, False, ())]

    def referent(self, mention: Mention, before: list[Mention], ahead: list[Mention], doc: Doc) -> Found | None:
        text = mention.actor.text.lower()
        if mention.kind == "stranger":
            meant = self._introduced.get(doc[mention.head].lower_)
            return (
                ([meant], f"{mention.actor.text!r} is {meant.name}, introduced before", 1)
                if meant is not None
                else None
            )
        if text in ("both", THE_TWO):
            return self._pair(before, ahead, _is_told_to_do(mention, doc)) if text == "both" else self._the_two(before)
        two = bool(_TWO.match(text) or _TWO_FORCES.match(text))
        if _SENT_BY_IT.match(text):
            return self._sent_by_it(mention)
        if mention.actor.role in _OTHERS and text.split()[0] in domestic.POSSESSIVES | {"the"} and not two:
            beside = {c.i for c in doc[mention.head].children if c.dep_ == "appos"} if mention.head >= 0 else set()
            named = next((m.actor for m in ahead if m.head in beside and m.actor.country), None)
            if named is not None:
                return [named], f"{mention.actor.text!r} is {named.name}, named beside", 0
            return self._other(mention, before)
        told = (_beside(mention, ahead, doc) or self._owned(mention)) if mention.kind == "noun" else None
        if told is not None:
            return told
        if two and mention.actor.country is None:
            return self._two(mention, before, doc)
        if mention.kind == "noun" and mention.plural and (owned := self._of_the_two(mention, before, doc)) is not None:
            return owned
        if _REGIME.match(text) and self._regime is not None:
            actor = replace(mention.actor, country=self._regime)
            return [actor], f"the regime of {self._regime}, named so before", 1
        if mention.kind == "pronoun":
            return self._pronoun(mention, before)
        if _faces_a_critic(mention, before):
            return None  # "Corbyn accused *the government*": his own, whichever was named last
        return (
            self._institutions.envoy(mention, before)
            or self._title(mention, before)
            or self._body_of_states(mention, before)
            or self._institutions.official(mention, ahead)
            or self._institutions.institution(mention, before, ahead, doc)
            or self._of_its_kind(mention, before)
        )

    def _pronoun(self, mention: Mention, before: list[Mention]) -> Found | None:
        """Whom a pronoun, or a phrase that names nobody, means: "they", "the latter", "the group", "the country"."""
        text = mention.actor.text.lower()
        if text in PERSONAL | PLURAL | NEUTER | FIRST:
            return self._pronouns.referent(mention)
        if text in ("the former", "the latter"):
            return self._former_or_latter(mention, before)
        if text.split()[-1] in GROUPS:
            return self._group(before, mention.actor.text)
        return self._institutions.of_speaker(mention, before) if mention.subject else self._country(mention, before)

    def _sent_by_it(self, mention: Mention) -> Found | None:
        """ "*Its* UN ambassador" is of the state that "it" is, not of the body to which it sends him."""
        owner, back = self._pronouns.owner_of(mention)
        if owner is None or owner.country is None or owner.country in ontology.table()["international"]:
            return None
        actor = replace(mention.actor, id=None, country=owner.country, sector="GOV")
        return [actor], f"{mention.actor.text!r}: of {owner.name}, {ago(back)}", back

    def _owned(self, mention: Mention) -> Found | None:
        """ "Its troops", "two of his ministers" as who acts: of the state of whoever that is; "its men" of a band are the band's, "its followers"
        of whoever has them.
        """
        words = _COUNTED_OF.sub("", mention.actor.text.lower()).split()
        following = words[-1] in FOLLOWERS
        if words[0] not in domestic.POSSESSIVES - {"whose"} or not (mention.subject or following):
            return None
        owners, back = self._pronouns.owners_of(mention)
        if following:
            actors = [replace(mention.actor, country=a.country) for a in owners if a.country]
            return (
                (actors, f"{mention.actor.text!r}: of {' and '.join(a.name for a in owners)}, {ago(back)}", back)
                if actors
                else None
            )
        bands = [a for a in owners if a.country and a.sector in domestic.IRREGULAR]
        if bands and len(bands) == len(owners) and words[-1] in FOLLOWING:
            actors = [replace(mention.actor, country=a.country, sector=a.sector) for a in bands]
            return actors, f"{mention.actor.text!r}: of {' and '.join(a.name for a in bands)}, {ago(back)}", back
        lands = [a.country for a in owners if a.country and a.country not in ontology.table()["international"]]
        served = mention.actor.sector in domestic.OFFICIAL | {"OPP", "SPY"}
        if not lands or not (served or _are_citizens(words[-1], mention.actor, owners)):
            return None
        actors = [replace(mention.actor, country=land) for land in dict.fromkeys(lands)]
        return actors, f"{mention.actor.text!r}: of {' and '.join(a.name for a in owners)}, {ago(back)}", back

    def _other(self, mention: Mention, before: list[Mention]) -> Found | None:
        """ "Its neighbour": the only state beside its owner that this sentence or the one before names."""
        owner, _ = self._pronouns.owner_of(mention)
        if owner is None:
            acting = [m.actor for m in before if m.subject and m.clause == mention.clause and domestic.is_state(m)]
            owner = acting[-1] if acting and mention.actor.text.lower().startswith("the ") else None
        if owner is None or owner.country is None:
            return None
        for back, sentence in enumerate([before, *reversed(self.states[-STATES_WINDOW:])]):
            others = {
                m.actor.country: m.actor for m in sentence if domestic.is_state(m) and m.actor.country != owner.country
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
        if mention.actor.sector not in ARMED or words[1] in domestic.FIRED:
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

    def _body_of_states(self, mention: Mention, before: list[Mention]) -> Found | None:
        found = (
            worldbodies.meant(mention, [*self.named[-worldbodies.FAR :], before]) if mention.kind == "noun" else None
        )
        if found is None:
            return None
        actor, back = found
        return [actor], f"{mention.actor.text!r} is {actor.name}, {ago(back)}", back

    def _pair(self, before: list[Mention], ahead: list[Mention], told: bool) -> Found | None:
        """Two parties that "both" sums up: named together in this sentence (also after it) or just before; where they are ``told`` to do
        something ("urged *both* to wait"), also the only two of the sentence before.
        """
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

    def _the_two(self, before: list[Mention]) -> Found | None:
        """The two parties that "the two" sums up: those named together in this sentence, else the only two of the sentence before."""
        for back, pool in enumerate([before, *self.named[-1:]]):
            known = [m for m in pool if m.actor.country is not None and not m.place]
            pair = _coordinated(known) or (_only_two(known) or _two_persons(known) if back else [])
            if len({a.country for a in pair}) == 2:
                return pair, f"'the two' are {pair[0].name} and {pair[1].name}, {ago(back)}", back
        return None

    def _former_or_latter(self, mention: Mention, before: list[Mention]) -> Found | None:
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

    def _two(self, mention: Mention, before: list[Mention], doc: Doc) -> Found | None:
        """The two parties that "both sides", "the two leaders" sum up: the only two of the nearest sentence that names any."""
        for back, sentence in enumerate(reversed(self.named[-2:]), start=1):
            known = [m for m in sentence if m.actor.country is not None and not m.place]
            if known:
                pair = _coordinated(known) or _only_two(known) or _two_persons(known)
                if len({a.country for a in pair}) < 2 or _is_with_a_body(pair, known):
                    break
                if _TWO_FORCES.match(mention.actor.text.lower()):
                    pair = [replace(mention.actor, country=a.country) for a in pair]
                return pair, f"{mention.actor.text!r} are {pair[0].name} and {pair[1].name}, {ago(back)}", back
        return self._two_states(mention, before, doc)

    def _of_the_two(self, mention: Mention, before: list[Mention], doc: Doc) -> Found | None:
        """Of which two lands people are who act for both ("the foreign ministers *of the two countries*", "*both governments'* envoys")."""
        if mention.actor.country is not None or mention.head < 0:
            return None
        for owner in _owners(doc[mention.head]):
            if _TWO.match(doc[owner.left_edge.i : owner.i + 1].text.lower()):
                found = self._two(mention, before, doc)
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
        states = [m for m in before if domestic.is_state(m) and not (m.place and _is_town(m))]
        asking = {m.actor.country for m in states if _deals_with(m, mention, doc)}
        others = [m for m in states if m.actor.country not in asking]
        here = others if len({m.actor.country for m in others}) == 2 else []
        of_lands = _LANDS.search(mention.actor.text.lower()) is not None
        for back, sentence in enumerate([here, *reversed(self.states[-STATES_WINDOW:])]):
            told = [
                m
                for m in sentence
                if m.actor.country not in (None, *asking, *lands)
                # its own men are no other side: "the Kremlin said that *its* peacekeepers"
                and m.actor.text.split()[0].lower() not in domestic.POSSESSIVES
            ]
            lands += dict.fromkeys(m.actor.country or "" for m in told) if of_lands else _sides(told)
            if len(lands) >= 2:
                apart = len(told) < len(lands)  # told in several sentences: one may be who comes between the two
                if len(lands) > 2 or (apart and self._two_of_lead(mention, asking) is not None):
                    break
                actors = [replace(mention.actor, name=land, country=land) for land in lands]
                return actors, f"{mention.actor.text!r} are {' and '.join(lands)}, the two states told of last", back
        return self._two_of_lead(mention, asking)

    def _two_of_lead(self, mention: Mention, asking: set[str | None]) -> Found | None:
        """The only two states, or sides at home, of the sentence that leads the report, where later ones name others beside them."""
        lands = _sides([m for m in self.states[0] if m.actor.country]) if self.states else []
        if len(lands) != 2 or asking & set(lands):
            return None
        actors = [replace(mention.actor, name=land, country=land) for land in lands]
        return (
            actors,
            f"{mention.actor.text!r} are {lands[0]} and {lands[1]}, whom the report leads with",
            len(self.states),
        )

    def _country(self, mention: Mention, before: list[Mention]) -> Found | None:
        """ "The country": the only one named just before, else that of the whole report; "his country" is his."""
        words = mention.actor.text.lower().split()
        kind = KINDS.get(words[-1]) if words[0] == "the" else None
        if kind is not None and (told := self._of_kind(mention, before, kind)) is not None:
            return told
        if words[-1] == "island":
            return None
        if words[0] != "the":
            owner, back = self._pronouns.owner_of(mention)
            code = owner.country if owner is not None else None
        else:
            doing = {
                m.actor.country for m in before if m.subject and m.clause == mention.clause and not mention.subject
            }
            code, back = self._named_country(before, doing, led=mention.kind == "pronoun")
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
            states = [m for m in sentence if domestic.is_state(m) and m.actor.country not in doing]
            codes = {m.actor.country for m in states}
            first = {m.group for m in states if m.subject}
            leading = {m.actor.country for m in states if m.group in first}
            if led and back == 1 and len(leading or codes) == 1:
                return next(iter(leading or codes)), back
            if codes:
                only = next(iter(codes)) if len(codes) == 1 else self.focus
                return (only if only in codes and self.focus in (None, only) else None), back
        return None, 0

    def _title(self, mention: Mention, before: list[Mention]) -> Found | None:
        """ "The president", "the ministry": who was last called so, if that is settled and nobody else was."""
        text = mention.actor.text.lower()
        if not text.startswith("the ") or mention.actor.sector in ("", "UNK") or len(text.split()) > 3:
            return None
        noun = text.removeprefix("the ")
        found: list[tuple[Mention, int]] = []
        for back, sentence in enumerate([before, *reversed(self.named[-TITLE_WINDOW:])]):
            found += [(m, back) for m in reversed(sentence) if _is_called(m, noun) and m.plural == mention.plural]
        if not found:
            return None
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


def _is_with_a_body(pair: Sequence[Actor], told: Sequence[Mention]) -> bool:
    """Whether one of two told apart is a body of many states, which is no side ("A, which chairs *the League*, offered to mediate")."""
    bodies = ontology.table()["international"]
    return not _coordinated(list(told)) and any(a.country in bodies for a in pair)


def _sides(states: Sequence[Mention]) -> list[str]:
    """The lands of some parties, one twice where a ruler and an opponent or two armed forces of it are told: these are its two sides."""
    told = [m for m in states if m.kind != "pronoun"]
    opposed = {m.actor.country for m in told if m.actor.sector in OPPOSED}
    ruling = {m.actor.country for m in told if m.actor.sector not in OPPOSED}
    armed = {(m.actor.country, m.actor.text) for m in told if m.actor.sector in ARMED}
    forces = Counter(country for country, _ in armed)
    once = list(dict.fromkeys(str(m.actor.country) for m in states))
    return [land for land in once for _ in range(2 if land in opposed & ruling or forces[land] > 1 else 1)]


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
    critics = (m for m in before if m.subject and m.clause == mention.clause and domestic.is_state(m))
    governs = mention.actor.text.lower() in domestic.GOVERNMENTS and not mention.subject
    return governs and any(m.actor.sector in ("OPP", "PTY", "LEG") for m in critics)


def _deals_with(mention: Mention, two: Mention, doc: Doc) -> bool:
    """Whether somebody does what is done to two parties: as the subject, or as a parse hangs it on him ("*Cuba*, which hosts the talks, called on both sides")."""
    if mention.subject and mention.clause == two.clause and not two.subject:
        return True
    return mention.head >= 0 and two.head >= 0 and not mention.place and doc[mention.head].is_ancestor(doc[two.head])


def _is_town(mention: Mention) -> bool:
    return mention.why[:1] != () and mention.why[0].startswith(("place in", "capital"))


def _is_called(mention: Mention, noun: str) -> bool:
    """Whether a party was named with a role: as "President A" or as "A's president"."""
    said = (mention.actor.role.lower(), mention.actor.text.lower())
    if mention.why[:1] and mention.why[0].startswith("capital"):
        return False  # "Athens", which stands for a government
    return mention.kind != "pronoun" and mention.back < 0 and any(s == noun or s.endswith(f" {noun}") for s in said)


def _is_office(mention: Mention) -> bool:
    """Whether an office of one state stands for its holder ("*the home secretary*")."""
    actor = mention.actor
    return (
        mention.kind == "noun" and actor.country is not None and actor.id is None and actor.role == actor.name.lower()
    )


def _is_settled(mention: Mention) -> bool:
    return mention.actor.country is not None or (mention.kind == "noun" and mention.actor.sector != "")


def _coordinated(pool: list[Mention]) -> list[Actor]:
    """Two different parties named in one breath; [] when there are none."""
    groups: dict[int, dict[tuple[str | None, str], Actor]] = {}
    for mention in pool:
        if mention.kind not in {"pronoun", "modifier"} and mention.actor.country:
            groups.setdefault(mention.group, {}).setdefault(
                (mention.actor.country, mention.actor.sector), mention.actor
            )
    return next((list(group.values()) for group in groups.values() if len(group) == 2), [])


def _are_citizens(noun: str, actor: Actor, owners: Sequence[Actor]) -> bool:
    """Whether a state's own people are told: "two of *its fishermen* were held, India said"."""
    return domestic.is_citizen(actor.sector, noun) and all(o.sector in ("", "GOV") for o in owners)


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


def _as(mention: Mention, actor: Actor, reason: str, back: int) -> Mention:
    """The mention with the referent's identity and its own words."""
    mine = mention.actor
    settled = replace(actor, text=mine.text, span=mine.span)
    return replace(mention, actor=settled, kind="name", why=(reason, *mention.why), back=back)
