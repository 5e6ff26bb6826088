"""Of which land an institution, an office or an envoy is that any state has: "the government", "the army chief", "the ambassador".

What the report doesn't settle stays unsettled.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from polybius.actors import about, offices, unnamed
from polybius.actors.pronouns import Found
from polybius.model import Mention

_INSTITUTION = re.compile(
    r"parliament|(?:the|its|their) (?:(?:federal |military |central )?government|cabinet|authorities|army|military|armed forces|air force|navy|police|parliament|opposition|junta|presidency|national security council|"
    r"(?:foreign|defen[cs]e|interior|justice|finance|health|information) ministry|central bank|(?:supreme |high |constitutional |appeals )?court|"
    r"president|prime minister|king|(?:ruling|governing) party|union federation|generals|cabinet|army chief|"
    r"(?:foreign|defen[cs]e|interior|justice|finance|health|information) minister)"
)
# For whom somebody speaks: "*the foreign ministry's* spokeswoman", "a spokesman for *the government*".
_SPOKESMAN = re.compile(
    r"(?:an?|the) (.+?)(?:['’]s)? spokes(?:man|woman|person)\Z|(?:an?|the) spokes(?:man|woman|person) (?:for|of) the (.+)\Z"
)
OFFICES = frozenset(
    "president minister premier chancellor king queen prince emir secretary ministry governor spokesman spokeswoman junta government".split()
)
PARTLY = frozenset({"premier", "governor", "mayor"})  # who govern a part of a land
ENVOYS = frozenset({"ambassador", "envoy", "charge d'affaires", "chargé d'affaires", "high commissioner", "consul"})
# Of these a state speaks to those at home, and no other state's are told of: the report's own are meant, whichever land was named last.
_INNER = re.compile(
    r"\b(?:interior|home|information|justice|education|health|provisional|interim|acting|transitional|police|electoral|election|opposition|constitutional|"
    r"supreme court|central bank|attorney[- ]general|chief prosecutor|cabinet)\b"
)
RULERS = frozenset({"ministers", "officials", "government officials", "senior ministers", "senior officials"})
POINTING = frozenset({"these", "those", "such", "both"})  # words before whoever was told before, not just here
EMBASSIES = frozenset({"the embassy", "the consulate", "the high commission"})
TURNING_OUT = frozenset("summon expel order ask tell give declare eject oust throw send".split())
STATES_WINDOW = 4  # sentences back in which a report's states are looked for


class Institutions:
    """``states`` are the states told so far, by sentence, newest last; ``about`` the land that the report is about, if it is about one, and the
    same where it is written from there, too; ``country`` settles "the country" and what is called like it; ``quoted`` tells which words of the sentence that is read are quoted.
    """

    def __init__(
        self,
        states: Sequence[Sequence[Mention]],
        about: tuple[str | None, str | None],
        country: Callable[[Mention, list[Mention]], Found | None],
        quoted: Callable[[], Sequence[bool]],
    ) -> None:
        self._states, self._country, self._quoted = states, country, quoted
        self._focus, self._home = about

    def official(self, mention: Mention, ahead: list[Mention]) -> Found | None:
        """An official of no named land who deals with those of one of the two states that a report is about: of the other ("*Foreign Minister
        Habtom* accused Eritrea").
        """
        if not is_official(mention):
            return None
        states = [m for m in ahead if about.is_state(m)]
        home = {m.actor.country for m in states if m.place and not m.aside and not about.is_sent(m)}
        if len(here := _capitals(mention, states)) == 1 and _SPOKESMAN.match(mention.actor.text.lower()):
            land = here.pop()
            return [replace(mention.actor, country=land)], f"{mention.actor.text!r}: of {land}, where this is", 0
        if len(home) == 1 and len({m.actor.country for m in states}) == 1:
            land = home.pop()
            return [replace(mention.actor, country=land)], f"{mention.actor.text!r}: of {land}, where this is", 0
        towards = {m.actor.country for m in states if not m.subject and m.actor.sector in ("", "GOV", "MIL")} - home
        if len(towards) != 1 or any(m.subject and m.clause == mention.clause for m in states):
            return None
        for told in (self._states[-STATES_WINDOW:], self._states[:1]):
            lands = {m.actor.country for sentence in told for m in sentence}
            acting = {m.actor.country for sentence in told for m in sentence if m.actor.sector in ("", "GOV", "MIL")}
            if len(lands) == 2 and towards < lands <= acting | towards:
                land = (lands - towards).pop()
                return (
                    [replace(mention.actor, country=land)],
                    f"{mention.actor.text!r}: of {land}, the other of two states",
                    1,
                )
        return None

    def institution(self, mention: Mention, before: list[Mention], ahead: list[Mention], doc: Doc) -> Found | None:
        """ "The government", "the foreign ministry" as who acts: of the land in whose capital its clause says that it does ("*in Kyiv the government* asked B"),
        of the only state named just before, else of the report's.
        """
        text = _SPOKESMAN.sub(lambda m: f"the {m[1] or m[2]}", mention.actor.text.lower())
        named = unnamed.is_institution(mention)
        unsent = text in EMBASSIES and not any(about.is_sent(m) for told in self._states[-2:] for m in told)
        if unsent or POINTING & set(text.split()):
            # of no land by where it stands: "Police in Paris seized a car. *The embassy* protested"; of those told before, not of the only one here:
            # "the leaders *of these states*"
            return None
        if governed_by(mention, doc) in offices.AT_HOME:
            return None  # "Sudan arrested *the army chief*": its own
        if self._home is not None and mention.subject and is_bare(mention) and not any(m.place for m in before):
            reason = f"{mention.actor.text!r}: of {self._home}, which the lead tells"
            return [replace(mention.actor, country=self._home)], reason, 1
        if not named and not _INSTITUTION.fullmatch(text) and not rule_together(mention):
            found = self._office(mention, before) if is_bare(mention) else None
            return found if found is None or found[0][0].country not in _faced(ahead, doc) else None
        found = self._against_others(mention, before, ahead)
        if found is not None:
            return found
        if (land := _of_its_part(mention, before)) is not None:
            return (
                [replace(mention.actor, country=land)],
                f"{mention.actor.text!r} of {land}, a part of which speaks",
                0,
            )
        here = _capitals(mention, before)
        land = next(iter(here), None)
        guests = (
            m for m in before if about.is_state(m) and not m.place
        )  # "in Chad *the French ambassador* saw the president"
        alone = mention.subject or all(about.is_sent(m) for m in guests)
        if alone and len(here) == 1 and land is not None and text.startswith("the "):
            return [replace(mention.actor, country=land)], f"{mention.actor.text!r}: of {land}, where this is", 0
        settled = self.of_speaker(mention, before) if mention.subject else None
        if settled is not None and rule_together(mention) and settled[0][0].country in _faced(ahead, doc):
            return None  # "Chad struck Mali. *Ministers* accused *Chad*"
        if settled is not None and settled[0][0].country in (sent := _turned_out(mention, ahead, doc)):
            return self._host_of(mention, before, sent)  # nobody summons or expels his own ambassador
        acting = [m for m in before if about.is_state(m)]
        if named and not mention.subject and acting and (own := self._only_land(ahead)):
            return [replace(mention.actor, country=own)], f"{mention.actor.text!r} of {own}, the only state told", 0
        if settled is not None or text.startswith(("its ", "their ")) or (acting and mention.subject):
            return settled
        if not mention.subject and (not acting or any(m.actor.sector not in ("", "GOV") for m in acting)):
            return None  # "Corbyn accused *the government*": his own
        return self._of_sentence_before(mention)

    def envoy(self, mention: Mention, before: list[Mention]) -> Found | None:
        """ "Summoned *the ambassador*": of the only other state that its sentence has named, or the one before, or the last four."""
        if mention.subject or mention.actor.role not in ENVOYS or not mention.actor.text.lower().startswith("the "):
            return None
        acting = {m.actor.country for m in before if m.subject and about.is_state(m)}
        here = {m.actor.country for m in before if about.is_state(m)} - acting
        told = ({m.actor.country for states in self._states[-n:] for m in states} - acting for n in (1, STATES_WINDOW))
        others = here or next(filter(None, told), set())
        if len(acting) != 1 or len(others) != 1:
            return None
        reason = f"{mention.actor.text!r} is of the other of two states"
        return [replace(mention.actor, country=next(iter(others)))], reason, 0 if here else 1

    def of_speaker(self, mention: Mention, before: list[Mention]) -> Found | None:
        """The country of an office or institution that acts: of those named outside the quotation that it speaks, where any is
        (""Chad must go," *the government* said").
        """
        here = {m.actor.country for m in before if about.is_state(m)}
        if self._home is not None and not here and _INNER.search(mention.actor.text.lower()):
            why = f"{mention.actor.text!r} of {self._home}, from where the report is, and of which it tells"
            return [replace(mention.actor, country=self._home)], why, 0
        quoted = self._quoted()
        if mention.head < 0 or quoted[mention.head]:
            return self._country(mention, before)
        outside = [m for m in before if m.head < 0 or not quoted[m.head]]
        return self._country(mention, outside) or (
            self._country(mention, before) if len(outside) < len(before) else None
        )

    def _against_others(self, mention: Mention, before: list[Mention], ahead: list[Mention]) -> Found | None:
        """Rulers or soldiers who act upon those whose land is told as of the other that led the sentence before: "Kenya closed its border with
        Uganda. *The government* also arrested three *Ugandan* traders".
        """
        if not mention.subject or mention.actor.sector not in ("GOV", "MIL") or before or not self._states:
            return None
        befallen = {m.actor.country for m in ahead if about.is_state(m) and not m.subject and not m.place}
        leading = [m for m in self._states[-1] if m.subject and m.actor.sector in ("", "GOV", "MIL", "LEG")]
        lands = {m.actor.country for m in leading if m.group == leading[0].group}
        if len(befallen) != 1 or len(lands) != 1 or befallen & lands:
            return None
        land = lands.pop()
        if befallen - {m.actor.country for m in self._states[-1]} or (
            self._focus in befallen and len(self._states) > 1
        ):
            return None  # of whom the sentence before doesn't tell, or with whom the report is
        reason = f"{mention.actor.text!r} is {land}, which led the sentence before, as it acts upon another"
        return [replace(mention.actor, country=land)], reason, 1

    def _office(self, mention: Mention, before: list[Mention]) -> Found | None:
        """An office of which any state has one ("*the attorney general*", "*the army chief*"): of the only land that is told before; whom another
        state than that of the sentence before deals with is of that one.
        """
        if mention.subject:
            return self.of_speaker(mention, before)
        lands = {m.actor.country for m in before if about.is_state(m)}
        if not lands or any(m.actor.sector not in ("", "GOV") for m in before if about.is_state(m)):
            return None
        if self._home is not None and self._home not in lands and _INNER.search(mention.actor.text.lower()):
            why = f"{mention.actor.text!r} of {self._home}, of which the report tells"
            return [replace(mention.actor, country=self._home)], why, 1
        found = self._of_sentence_before(mention)
        return found if found is not None and found[0][0].country not in lands else None

    def _host_of(self, mention: Mention, before: list[Mention], sent: set[str | None]) -> Found | None:
        """Who deals with an envoy: of the only other land of this sentence before, else of the report's."""
        others = {m.actor.country for m in before if about.is_state(m)} - sent
        land = next(iter(others)) if len(others) == 1 else self._home or self._focus
        if len(others) > 1 or land is None or land in sent:
            return None
        reason = f"{mention.actor.text!r} of {land}, as the envoy is another's"
        return [replace(mention.actor, country=land)], reason, 0 if others else 1

    def _of_sentence_before(self, mention: Mention) -> Found | None:
        """An office or institution as of the land in which the sentence before is set."""
        told = [m for m in self._states[-1] if not m.aside] if self._states else []
        code = _where_it_is_set(told)
        if self._states and not told and self._states[-1]:
            code = _where_it_is_set(
                self._states[0]
            )  # "the company, *which belongs to a Russian bank*", in a report on another land
        guests = any(m.subject and m.actor.country != code for m in told)
        if code is None or (guests and rule_together(mention)):
            return None  # "Trump spoke in Brussels. *Officials* said": his, or theirs
        why = f"{mention.actor.text!r} of {code}, where the sentence before is set"
        return [replace(mention.actor, country=code)], why, 1

    def _only_land(self, sentence: Sequence[Mention]) -> str | None:
        """The only land that a sentence and the one before it name; None where they name several or none."""
        lands = {
            m.actor.country for m in [*sentence, *(m for told in self._states[-1:] for m in told)] if about.is_state(m)
        }
        return lands.pop() if len(lands) == 1 else None


def _of_its_part(mention: Mention, before: Sequence[Mention]) -> str | None:
    """The land whose whole is governed by those to whom who governs a part of it speaks: "the premier of Queensland criticised *the federal
    government*".
    """
    if mention.subject or "federal" not in mention.actor.text.lower().split():
        return None
    parts = [m for m in before if m.subject and not PARTLY.isdisjoint(m.actor.role.split()[-1:])]
    return parts[-1].actor.country if parts else None


def is_official(mention: Mention) -> bool:
    """Whether somebody who acts holds an office that deals with other states, of a land that isn't told."""
    actor = mention.actor
    role = actor.role.split()[-1:]
    return mention.subject and actor.country is None and actor.sector == "GOV" and bool(role) and role[0] in OFFICES


def rule_together(mention: Mention) -> bool:
    """Whether ministers or officials of no told land lead a clause, as a government would ("*Ministers* rejected the plan")."""
    actor = mention.actor
    return mention.subject and actor.country is None and actor.sector == "GOV" and actor.text.lower() in RULERS


def is_bare(mention: Mention) -> bool:
    """Whether an office or service of no told land is named by nothing else, in whatever letters: "*the Interior Minister*", "*the police chief*"."""
    actor = mention.actor
    return actor.country is None and actor.id is None and bool(actor.sector) and offices.is_of_state(actor.text)


def _capitals(mention: Mention, others: Sequence[Mention]) -> set[str | None]:
    """The lands in whose capital a party's clause says, before it, that it acts: "*in Moscow* a spokesman said"."""
    placed = [m for m in others if m.place and m.head < mention.head and m.why and m.why[0].startswith("capital of")]
    return {m.actor.country for m in placed if m.clause == mention.clause and not m.aside}


def _where_it_is_set(states: Sequence[Mention]) -> str | None:
    """The land in which a sentence is set: that of its place, else the only one that it names; an embassy isn't where its land is."""
    sent = {m.actor.country for m in states if about.is_sent(m)}
    states = [m for m in states if m.actor.country not in sent]
    placed = {m.actor.country for m in states if m.place}
    lands = placed or {m.actor.country for m in states}
    return lands.pop() if len(lands) == 1 else None


def _turned_out(mention: Mention, ahead: Sequence[Mention], doc: Doc) -> set[str | None]:
    """The lands whose ambassadors somebody summons or expels: "the president ordered *the Spanish ambassador* to leave"."""
    verb = doc[mention.head].head if mention.head >= 0 else None
    objects = {c.i for c in verb.children if c.dep_ in ("dobj", "dative")} if verb is not None else set()
    if verb is None or verb.lemma_.lower() not in TURNING_OUT:
        return set()
    return {m.actor.country for m in ahead if m.head in objects and about.is_sent(m)}


def _faced(ahead: Sequence[Mention], doc: Doc) -> set[str | None]:
    """The states as a whole to which something is done or against which something is: no office of theirs does it."""
    heads = [(m, doc[m.head]) for m in ahead if m.head >= 0 and about.is_state(m) and not m.actor.sector]
    return {
        m.actor.country
        for m, w in heads
        if w.dep_ == "dobj" or (w.dep_ == "pobj" and w.head.lower_ in ("against", "to", "with", "by"))
    }


def governed_by(mention: Mention, doc: Doc) -> str:
    """The verb of which a party is the object; "" for none."""
    word = doc[mention.head] if mention.head >= 0 else None
    return word.head.lemma_.lower() if word is not None and word.dep_ in ("dobj", "nsubjpass", "attr", "oprd") else ""
