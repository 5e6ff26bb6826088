"""Whose a role is: "*Nigerian* soldiers", "the army *of Chad*", "spokesman for *the Thai army's* southern command", "Medical Association *Kenya*"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from polybius.actors import nationals, natures, vocabulary
from polybius.actors import phrase as phrases
from polybius.actors.countries import Countries
from polybius.actors.gatherings import GATHERINGS
from polybius.actors.lands import PLACE_NOUNS, SITES, TAKING_PART, UNITS, WARS, Lands
from polybius.actors.phrase import Phrase, Word, key_of, text_of
from polybius.actors.resolved import Resolve, Resolved
from polybius.actors.terms import LEADERS, OF_NO_LAND
from polybius.actors.titles import Titles, code_before
from polybius.lexicon.actor_index import WORLDWIDE
from polybius.lexicon.actor_tables import ActorLexicon
from polybius.lexicon.names import joined
from polybius.lexicon.world import world

ENVOYS = frozenset("ambassador envoy representative delegate delegation mission diplomat".split())
SENT_THERE = frozenset({"ambassador", "consul", "attaché", "attache"})  # "*the ambassador in Lima*" isn't of Peru
HALVES, HALVED = {"northern": "north", "southern": "south"}, frozenset({"GOV", "MIL"})
SEATED = frozenset({"in", "at", "near"})
MISSIONS = frozenset({"embassy", "embassies", "consulate", "consulates", "high commission"})
PLACE_PREPOSITIONS = ("of", "in", "from", "at", "near", "on", "across", "inside", "around", "along", "within", "under")

Entry = Callable[
    [str, date | None, str, str], Resolved | None
]  # of a key on a day, in a report that says a text; as written
# Who work for whom they are said to serve: "an adviser *to the Libyan government*"; a land as such foreigners advise too.
_ADVISERS = ("adviser", "advisor", "aide")
AIDING = frozenset(_ADVISERS) | {
    f"{rank} {a}" for a in _ADVISERS for rank in ("senior", "special", "security", "political")
}


KINDS_OF_TOWNS = frozenset(
    "border frontier fishing mining market garrison port coastal mountain farming resort hill".split()
)


class Owners:
    """Finds whose a role is by the words around it. ``entry`` knows names of the lexicon, ``resolve`` any phrase."""

    def __init__(
        self,
        lexicon: ActorLexicon,
        words: vocabulary.Words,
        titles: Titles,
        lands: Lands,
        countries: Countries,
        entry: Entry,
        resolve: Resolve,
    ) -> None:
        self._lexicon, self._words, self._titles = lexicon, words, titles
        self._lands, self._countries = lands, countries
        self._entry, self._resolve = entry, resolve

    def of_role(self, cut: Phrase, role: tuple[int, int, str, str], on: date | None, context: str) -> Resolved | None:
        """Whose the role is that stands in a phrase, as ``Roles.find`` gives it; None when nothing tells."""
        begin, end, noun, sector = role
        before, after = cut.core[:begin], cut.core[end:]
        people_elsewhere = nationals.of_a_people(before) and cut.preposition in ("in", "from")
        owner = self.after(cut, noun, on, context) if people_elsewhere and not nationals.is_away(noun) else None
        owner = owner or self._of_its_land(self.before(before, on, context), cut, noun, on, context)
        owner = owner or self.after(cut, noun, on, context)
        owner = owner or self._branch(noun, after, context)
        if owner is None and before and noun.split()[0] in UNITS and " " in noun:  # "the *Plateau State* governor"
            owner = self._lands.region(cut.core[: begin + 1])
        if owner is None and noun.split()[-1].removesuffix("s") in world().craft | world().warcraft:
            owner = self._flying(before)
        if owner is None and sector in HALVED:
            owner = self._half(before, context)
        if owner is None and sector not in LEADERS and natures.of_role(noun) == "person":
            owner = nationals.of_two(before, self._words)
        if owner is not None and owner.country in WORLDWIDE and noun.split()[-1].removesuffix("s") in ENVOYS:
            owner = self._titles.sender(before) or owner
        if owner is not None and owner.country == "IND" and nationals.may_be_native(before, noun, sector):
            owner = self._countries.of_the_americas(context) or owner
        return owner

    def _flying(self, before: tuple[Word, ...]) -> Resolved | None:
        """The only state that flies an aircraft of a told make."""
        flown_by = world().flown_by
        make = next((w for w in before if w.text.lower() in flown_by), None)
        if make is None:
            return None
        code = flown_by[make.text.lower()]
        return Resolved(self._words.english[code], None, code, "", (), "", (f"flies {make.text}",), True)

    def _half(self, before: tuple[Word, ...], context: str) -> Resolved | None:
        """The half of a divided land, where the report is about both ("the *northern* leader", of the Koreas)."""
        half = next((HALVES[w.key] for w in before if w.key in HALVES), "")
        return self._countries.nicknamed(half, f"the {half.title()}", context) if half else None

    def _of_its_land(
        self, body: Resolved | None, cut: Phrase, noun: str, on: date | None, context: str
    ) -> Resolved | None:
        """The people of a body that works in all lands, as of the land that the phrase says they are of ("Red Cross officials *of Chad*")."""
        if body is None or body.country != "NGO" or cut.preposition not in ("of", "from"):
            return body
        home = self.after(cut, noun, on, context)
        if home is None or home.country is None or home.country in WORLDWIDE or home.id in (None, body.id):
            return body
        return replace(body, country=home.country, why=(*body.why, f"those of {home.country}"))

    def before(self, before: tuple[Word, ...], on: date | None, context: str) -> Resolved | None:
        """Whose a role is by what stands before it: a nationality, a country, a body of the lexicon."""
        usable = [w for w in before if not phrases.is_joined(w)]
        minority = nationals.of_a_minority(tuple(usable), self._words)
        if minority is not None:
            return minority
        for size in range(min(len(usable), self._lexicon.longest), 0, -1):
            for start in range(len(usable) - size, -1, -1):
                words = usable[start : start + size]
                if not words[0].capital and not words[0].text.isupper():
                    continue
                found = self._named(words, on, context)
                if found is not None:
                    home = self.nationality(tuple(usable[:start])) if found.country == "NGO" else None
                    if home is None:
                        return found
                    return replace(found, country=home, why=(*found.why, f"those of {home}"))  # "*Kenyan* Red Cross"
        for word in before:
            held = phrases.owner(word)
            if held and (code := self._words.demonyms.get(held) or self._words.countries.get(held)):
                return Resolved(self._words.english[code], None, code, "", (), "", (f"{word.text!r}",), True)
        return self._lands.owner(usable)

    def _named(self, words: Sequence[Word], on: date | None, context: str) -> Resolved | None:
        """The land, body or region that some words before a role name; None for none."""
        key, text = key_of(tuple(words)), " ".join(w.text for w in words)
        if key in nationals.PEOPLES and key not in self._words.demonyms:
            return None  # "*Roma* families" aren't of Rome
        found = self._lands.province(key, text) or self._countries.find(key, key, context)
        if found is None and words[-1].possessive:  # "the *North's* army"
            found = self._countries.nicknamed(key, f"the {words[0].text}", context)
        found = found or self._entry(key, on, context, text) or self._lands.region(words)
        return None if found is None or self._needs_article(found, key) else found

    def nationality(self, before: tuple[Word, ...]) -> str | None:
        """The country of a nationality right before a name ("*Pakistani* Ahmadis"); None for none."""
        return code_before(before, self._words.demonyms)

    def _needs_article(self, found: Resolved, key: str) -> bool:
        """Whether an entry is called "The ..." and the phrase leaves that out: "Hindu nationalists" aren't the paper's."""
        entry = self._lexicon.entries.get(found.id or "")
        return entry is not None and entry.name.startswith("The ") and joined(entry.name) == key

    def after(self, cut: Phrase, noun: str, on: date | None, context: str) -> Resolved | None:
        """Whose a role is by what follows: "of Iran", "in France" (not "to China", but an aide "to China's premier"; embassies *in France* are of
        others).
        """
        abroad = noun in OF_NO_LAND or noun.rsplit(maxsplit=1)[-1].removesuffix("s") in SENT_THERE
        if cut.preposition != "of" and (noun in MISSIONS or (cut.preposition in SEATED and abroad)):
            return None
        if cut.preposition == "to" and noun.removesuffix("s") in AIDING:
            led = self._resolve(text_of(cut.rest), on, context) if cut.rest else None
            return led if led is not None and led.sector in ("GOV", "MIL", "PTY", "OPP", "REB") else None
        if cut.preposition not in PLACE_PREPOSITIONS and not (
            cut.preposition == "for" and noun in self._words.inheriting
        ):
            return None
        if cut.preposition == "of" and nationals.is_tongue(noun, cut.rest, self._words):
            return None  # "a teacher of *English*"
        found = self._resolve(text_of(cut.rest), on, context) if cut.rest else None
        if found is not None and found.country == "IGO" and cut.preposition not in ("of", "from", "for", "at"):
            return None  # "a bank *in the West*"
        if found is not None and found.country is not None:
            return found
        # "the ministry of defence *of Ukraine*", "commander of rebels *in Mali*"
        tails = [n + 1 for n, w in enumerate(cut.rest) if w.key in PLACE_PREPOSITIONS and n + 1 < len(cut.rest)]
        ends = (self._resolve(text_of(cut.rest[n:]), on, context) for n in tails)
        farther = next((owner for owner in ends if owner and owner.country), None)
        if farther is None and found is None:
            farther = self._of_place(cut.rest, noun) or self._of_possessor(cut.rest, on, context)
        if farther is None and found is None and noun.rsplit(maxsplit=1)[-1] in GATHERINGS:
            return self._lands.owner(cut.rest)  # "Council of *Yukon* First Nations"
        return farther or found

    def _of_place(self, rest: tuple[Word, ...], noun: str) -> Resolved | None:
        """The land of a place that a nationality tells ("of a *Philippine* town", "from the *Indian* island of Rameswaram",
        "at a *Chilean* mine", of who takes part "in the *Bosnian* war")."""
        end = next((n for n, w in enumerate(rest) if w.key in phrases.PREPOSITIONS), len(rest))
        places = PLACE_NOUNS | SITES | (WARS if noun.rsplit(maxsplit=1)[-1] in TAKING_PART else frozenset())
        named = end > 1 and rest[end - 1].key in places
        kind = 1 + (end > 2 and rest[end - 2].key in KINDS_OF_TOWNS)  # "of a Philippine *border town*"
        code = code_before(rest[: end - kind], self._words.demonyms) if named else None
        return Resolved(text_of(rest), None, code, "", (), "", (f"a place in {code}",), True) if code else None

    def _of_possessor(self, rest: tuple[Word, ...], on: date | None, context: str) -> Resolved | None:
        """Whose something unknown is, of which somebody is ("spokesman for *the Thai army's* southern command")."""
        owned = max((n for n, w in enumerate(rest) if w.possessive), default=-1)
        return self._resolve(text_of(rest[: owned + 1]).removesuffix("'s"), on, context) if owned >= 0 else None

    def _branch(self, noun: str, after: tuple[Word, ...], context: str) -> Resolved | None:
        """The land whose branch of a body is named behind its noun ("Medical *Association* Kenya")."""
        if after and after[0].key in GATHERINGS:
            after = after[1:]
        elif noun.rsplit(maxsplit=1)[-1] not in GATHERINGS:
            return None
        if not after or not all(w.capital for w in after):
            return None
        key = key_of(after)
        named = self._lands.province(key, text_of(after)) or self._countries.find(key, key, context)
        return named or self._lands.region(after)
