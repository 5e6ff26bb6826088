"""Which entry of the lexicon a name means on a day, in a report, after a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from polybius.actors.hints import Hints
from polybius.actors.lands import Lands
from polybius.actors.resolved import Resolved
from polybius.actors.terms import latest_end, on_day, term_on
from polybius.actors.variants import variants
from polybius.actors.vocabulary import Words
from polybius.lexicon.actor_index import WORLDWIDE
from polybius.lexicon.actor_tables import ActorLexicon, Entry
from polybius.lexicon.names import searchable, sound

_SOMEBODYS = re.compile(r"(?:his|her|its|their) ", re.IGNORECASE)
_ARTICLE = re.compile(r"\A(?:the|a|an) ", re.IGNORECASE)
_COURTESY = re.compile(r"\A(?:mr|mrs|ms|miss|dr)\.? ", re.IGNORECASE)
_OFFICE = "(?:president|prime minister|premier|chancellor)"
_SPEAKING = "(?:spokesman|spokeswoman|spokesperson|office|aides|cabinet|government|administration)"
# "Told *us*", "a *car* bomb", "a *male* nurse" and "the *pole*" name no country.
_AS_WRITTEN = {
    " us ": re.compile(r"\bU\.?S\b"),
    " car ": re.compile(r"\bCAR\b"),
    " male ": re.compile(r"\bMal[eé]\b"),
    " pole ": re.compile(r"\bPole\b"),
}
BEHIND = 40  # characters: "the Supreme Court of the United States"
# What two leaders do whom a report calls by their last names: "*Hu* met *Kim*".
_FACING = r"(?:and|met|meets|told|tells|hosted|hosts|received|receives|invited|greeted|thanked|phoned|telephoned|congratulated|saw|urged|warned)(?: with)?"
_DATED = re.compile(
    r"\s*(?P<city>[A-Z][A-Z.'’ -]+?)(?:, (?P<country>[A-Z][A-Za-z ]+?))?(?:,? [A-Z][a-z]+ \d{4}| \([^)]{1,20}\))? ?(?:-|–|—|--) "
)  # "CARACAS - ", "QUITO, Ecuador (AP) - "
CALENDAR = frozenset({"may", "march", "august"})
FAMOUS_PARTY = "republican party"  # America's wherever it is named
_STATE, _GOVERNMENT = ".head_of_state", ".head_of_government"
_ABROAD = (".foreign_minister", ".defence_minister")
# The offices that a title before a last name means: "Prime Minister Lee" isn't the president of that name.
OFFICES = {"president": _STATE, "king": _STATE, "queen": _STATE, "emir": _STATE, "sultan": _STATE, "emperor": _STATE, "supreme leader": _STATE, "prime minister": _GOVERNMENT,
           "premier": _GOVERNMENT, "chancellor": _GOVERNMENT, "taoiseach": _GOVERNMENT, "foreign minister": ".foreign_minister", "foreign secretary": ".foreign_minister",
           "secretary of state": ".foreign_minister", "defence minister": ".defence_minister", "defense minister": ".defence_minister",
           "defence secretary": ".defence_minister", "defense secretary": ".defence_minister"}  # fmt: skip


MUCH_NAMED = 4  # times that a report names a country which it means by bodies that any state has


@dataclass(frozen=True, slots=True)
class Title:
    """What stands before a name: the role's noun and sector, the country of a nationality, whether it is past."""

    noun: str
    sector: str
    country: str = ""
    former: bool = False


class Naming:
    """Looks names up; a weak name needs support by the report, a title, or an office of state."""

    def __init__(self, lexicon: ActorLexicon, words: Words, lands: Lands | None = None) -> None:
        self._lexicon, self._words = lexicon, words
        self._hints = Hints(lexicon, lands, lambda id_, on: self._leads(id_, on, None))
        self.searchable = lru_cache(maxsize=4)(searchable)
        self._lands = lru_cache(maxsize=4)(self._lands_named)
        self._names_said = lru_cache(maxsize=4)(self._names_in)
        self._faces = lru_cache(maxsize=64)(self._faces_a_leader)
        self._said_names: dict[str, list[str]] = {}
        capitals = {name: code for name, code in words.capitals.items() if name not in words.namesakes}
        for table in (words.countries, words.demonyms, capitals):
            for name, code in table.items():
                self._said_names.setdefault(code, []).append(f" {name} ")

    def named(self, code: str, context: str) -> bool:
        """Whether a report names a country, its people or its capital."""
        return not self._names_said(context).isdisjoint(self._said_names.get(code, ()))

    def is_others(self, key: str, country: str, context: str) -> bool:
        """Whether a name that many states have is another's than a country's in a report: it names states, and not this one."""
        return self._is_shared(key) and self._is_elsewhere(country, context)

    def _is_shared(self, key: str) -> bool:
        """Whether a name is of bodies of many states and of none first: a party, or what ``namesakes.yaml`` says so of."""
        bearers = self._words.namesakes.get(key, ())
        return bool(bearers) and (not bearers[0].country or (key.endswith(" party") and key != FAMOUS_PARTY))

    def _is_elsewhere(self, country: str, context: str) -> bool:
        """Whether a report is set in other countries than one: it names some, and not this one."""
        lands = self._lands(context)
        return bool(lands) and country not in lands

    def _is_mostly_elsewhere(self, country: str, context: str) -> bool:
        """Whether a report names another country several times and twice as often as one that it names too: of a body that any state has
        ("*the Supreme Court*"), it means the other's.
        """
        said = self.searchable(context)
        times = {
            code: sum(said.count(name) for name in self._said_names.get(code, ())) for code in self._lands(context)
        }
        most = max(times, key=lambda code: times[code], default=country)
        return most != country and times[most] >= MUCH_NAMED and times[most] >= 2 * times.get(country, 0)

    def _lands_named(self, context: str) -> frozenset[str]:
        names = self._names_said(context)
        return frozenset(code for code, own in self._said_names.items() if not names.isdisjoint(own))

    def _names_in(self, context: str) -> frozenset[str]:
        """The names of countries that a report says. Most have a first word that it hasn't at all: only the others are looked for."""
        said = self.searchable(context)
        words = set(said.split(" "))
        names = (n for names in self._said_names.values() for n in names if n.split(" ", 2)[1] in words)
        return frozenset(name for name in names if _is_said(name, said, context))

    def body(self, key: str, country: str) -> Resolved | None:
        """A country's own body, group or organisation of a name, strong or weak; None when it has none or several."""
        ids = {*self._lexicon.strong.get(key, ()), *self._lexicon.weak.get(key, ())}
        held = [e for i in ids if (e := self._lexicon.entries[i]).country == country and e.kind != "person"]
        return on_day(held[0], None, f"named {key!r}") if len(held) == 1 else None

    def find(
        self, key: str, on: date | None, context: str, text: str, title: Title | None = None
    ) -> tuple[Entry, str] | None:
        """The entry that a name means, and why; None when nothing settles it."""
        ids: Sequence[str] = self._lexicon.strong.get(key, ())
        how = f"named {key!r}"
        if ids and not self._as_written(key, text, ids):
            return None
        if key == "west" and not text.lower().startswith("the "):
            return None  # "Mashonaland *West*", "*West* Pokot"
        if self._is_shared(key) and (self._are_elsewhere(ids, context) or self._are_of_others(ids, context)):
            return None
        if not ids:
            if not any(c.isupper() for c in _ARTICLE.sub("", text)):
                return None  # "*The state* tells us" is no State Department
            ids, how = self._weak(key, on, context, text, title)
        if not ids and " " in key:
            ids, how = self._sounding(key, context)
        if not ids and " " in key:
            ids, how = self._varied(key)
        if not ids:
            return None
        chosen = self._lexicon.entries[ids[0]] if len(ids) == 1 else self._likeliest(key, ids, on, context, title)
        return chosen, how

    def _sounding(self, key: str, context: str) -> tuple[Sequence[str], str]:
        """Entries that an unknown spelling of two words or more names by its sound; of several those of a country in the report."""
        ids: Sequence[str] = self._lexicon.sounds.get(sound(key), ())
        if len(ids) > 1:
            ids = [i for i in ids if self.named(self._lexicon.entries[i].country, context)]
        return (ids, f"{key!r}, another spelling") if len(ids) == 1 else ((), "")

    def _varied(self, key: str) -> tuple[Sequence[str], str]:
        """Persons whom another way to write their name names: family name first, with a patronymic, a second surname."""
        for other, countries, how in variants(key):
            ids = [
                i
                for i in self._lexicon.strong.get(other, ())
                if (entry := self._lexicon.entries[i]).kind == "person"
                and (countries is None or entry.country in countries)
            ]
            if ids:
                return ids, f"{key!r}, {how}"
        return (), ""

    def _as_written(self, key: str, text: str, ids: Sequence[str]) -> bool:
        """Whether a name may be written so: "foreign office" in small letters is no ministry's name, "angela merkel" a person's."""
        if any(c.isupper() for c in text) or all(w in self._lexicon.lower for w in key.split()):
            return True
        return any(self._lexicon.entries[i].kind in ("person", "group") for i in ids)

    def _weak(
        self, key: str, on: date | None, context: str, text: str, title: Title | None
    ) -> tuple[Sequence[str], str]:
        """Entries that a weak name may name, and what supports it: the report, a title, or that it can be nobody else."""
        ids: Sequence[str] = self._lexicon.weak.get(key, ())
        if not ids:
            return (), ""
        supported = [i for i in ids if self._supported(i, key, context)]
        if supported:
            return supported, f"{key!r} with its full name in the report"
        own = [i for i in ids if title is not None and title.country == self._lexicon.entries[i].country]
        here = own or [i for i in ids if self.named(self._lexicon.entries[i].country, context)]
        bare = _ARTICLE.sub("", text)
        if " " in key or _is_acronym(bare):
            if not here and context and " " not in key and not self._lands(context):
                hinted = self._hints.lands(context, on)  # "*NLC* threatens strike over N70,000 wage"
                here = [i for i in ids if self._lexicon.entries[i].country in hinted]
            alone = here if here or (context and " " not in key and key not in self._words.famous) else ids
            if (
                " " in key
                and not own
                and self._any_land_has(key)
                and self._is_of_another(key, ids, bool(here), context)
            ):
                return (), ""  # "the Supreme Court" in a report on Kenya, or from there
            if len(alone) > 1 and " " in key:
                alone = [i for i in alone if self._leads(i, on, title)] or alone
            one = len(alone) == 1 or (" " in key and self._are_one(alone))
            return (alone, f"{key!r}, which names no other here") if one else ((), "")
        if key in self._words.everyday and title is None and not self._courteous(key, text, context):
            leading = [i for i in ids if self._leads(i, on, None)]
            led = [i for i in leading if self._is_said_to_lead(i, key, context)]
            if not led and len(leading) == 1 and self._faces(leading[0], key, on, context):
                return leading, f"{key!r}, told of with another leader"
            return (led, f"{key!r}, whose office the report tells") if len(led) == 1 else ((), "")
        bodies = [i for i in (here or ids) if self._lexicon.entries[i].kind != "person"]
        if _SOMEBODYS.match(text):
            return (), ""  # "*her* agency" is whose it is, not the CIA
        if key in self._words.roles and re.search(rf"(?<!-led )\b(?!The )[A-Z]\w+ {key.title()}\b", context):
            return (), ""  # "the coalition" in a report on the "Syrian National *Coalition*"
        if len(bodies) == 1 and (here or (not context and key not in self._words.roles)):
            return bodies, f"{key!r}, the only body of that name here"
        return self._by_office(key, here or ids, on, context, title)

    def _is_of_another(self, key: str, ids: Sequence[str], named: bool, context: str) -> bool:
        """Whether a body that any land has is another's than those of some bodies, also where the report has ``named`` theirs, but further down
        or far less often.
        """
        known = self._until(key, context) if named else context
        return (
            self._are_of_others(ids, context)
            or self._are_elsewhere(ids, known)
            or (named and self._are_elsewhere(ids, context, named=True))
        )

    def _until(self, key: str, context: str) -> str:
        """A report as far as a name and a few words behind it."""
        at = context.lower().find(key)
        end = at + len(key)
        return context if at < 0 else context[:end] + context[end : end + BEHIND].partition(". ")[0]

    def _are_elsewhere(self, ids: Sequence[str], context: str, named: bool = False) -> bool:
        """Whether a report is set in other countries than those of some bodies, or names another far more often where it has ``named`` theirs."""
        elsewhere = self._is_mostly_elsewhere if named else self._is_elsewhere
        held = [self._lexicon.entries[i] for i in ids]
        return bool(held) and all(
            e.kind != "person"
            and e.country is not None
            and e.country not in WORLDWIDE
            and elsewhere(e.country, context)
            for e in held
        )

    def _are_of_others(self, ids: Sequence[str], context: str) -> bool:
        """Whether a report is from another land than those of some bodies: "CARACAS - ... *the Supreme Court* charged him" isn't America's, though
        the report names America.
        """
        dated = _DATED.match(context)
        if dated is None:
            return False
        city, country = dated["city"].lower(), (dated["country"] or "").lower()
        land = self._words.countries.get(country) or self._words.capitals.get(city)
        held = [self._lexicon.entries[i] for i in ids]
        return bool(held and land) and all(
            e.kind != "person" and e.country not in WORLDWIDE and e.country != land for e in held
        )

    def _any_land_has(self, key: str) -> bool:
        """Whether a name is made of a word for a body that any country may have: "communist *party*", "high *court*"."""
        return key in self._words.roles or key.rsplit(maxsplit=1)[-1] in self._words.roles

    def _are_one(self, ids: Sequence[str]) -> bool:
        """Whether entries are of one person, at home and abroad: they share a full name ("von der *Leyen*" in Berlin and in Brussels)."""
        return bool(ids) and bool(
            set.intersection(*({n for n in self._lexicon.entries.names(i) if n in self._lexicon.strong} for i in ids))
        )

    def _courteous(self, key: str, text: str, context: str) -> bool:
        """Whether a name that is an everyday word stands behind "Mr" here or elsewhere in the report ("Mr *Moon*")."""
        said = self.searchable(context)
        return bool(_COURTESY.match(text)) or any(f" {mr} {key} " in said for mr in ("mr", "mrs", "ms"))

    def _is_said_to_lead(self, id_: str, key: str, context: str) -> bool:
        """Whether a report tells the office of a leader whose last name is an everyday word ("Britain's *prime minister* ... Brown said"), or names
        those who speak for him ("*Moon's spokesman*").
        """
        said = self.searchable(context)
        if key in CALENDAR:
            return False
        lands = [name.strip() for name in self._said_names.get(self._lexicon.entries[id_].country, ())]
        offices = re.compile(rf" (?:{'|'.join(map(re.escape, lands))}) (?:new |acting )?{_OFFICE} ")
        return bool(lands and offices.search(said)) or re.search(rf" {key} {_SPEAKING} ", said) is not None

    def _faces_a_leader(self, id_: str, key: str, on: date | None, context: str) -> bool:
        """Whether a report tells what the leader of one land and that of another did, whose last names stand alone: "Hu met *Kim* on Friday"; it
        names one of the lands.
        """
        name = key.title()
        if name not in context:
            return False
        ours = self._lexicon.entries[id_].country
        for found in re.finditer(
            rf"\b(?:{name} {_FACING} (?P<b>[A-Z]\w+)|(?P<a>[A-Z]\w+) {_FACING} {name})\b", context
        ):
            other = [
                i for i in self._lexicon.weak.get((found["a"] or found["b"]).lower(), ()) if self._leads(i, on, None)
            ]
            lands = {self._lexicon.entries[i].country for i in other}
            if len(other) == 1 and ours not in lands and any(self.named(land, context) for land in (ours, *lands)):
                return True
        return False

    def _by_office(
        self, key: str, ids: Sequence[str], on: date | None, context: str, title: Title | None
    ) -> tuple[list[str], str]:
        """A last name alone: who leads then, who fits the title, who led before when the title is a former one."""
        if title is not None and title.former:
            led = sorted((end, i) for i in ids if (end := self._led_until(i, on)))
            return ([led[-1][1]] if led else []), f"{key!r}, the last of that name who led"
        serving = [i for i in ids if self._leads(i, on, title)]
        if title is not None and not serving and title.noun not in OFFICES:
            serving = self._serving(ids, on, title)
        if title is None and not serving:
            # Nobody leads: a minister of a country in the report; without any report whoever served alone.
            hinted = self._hints.lands(context, on) if context and not self._lands(context) else ()
            known = [
                i
                for i in ids
                if not context or (c := self._lexicon.entries[i].country) in hinted or self.named(c, context)
            ]
            held = {i: term_on(self._lexicon.entries[i].terms, on) for i in known}
            serving = [i for i, term in held.items() if term and term[4]]
            if not serving and (not context or hinted):
                serving = [i for i, term in held.items() if term]
            if not serving and len(ids) == 1:  # the only one of that name, and known the world over
                serving = [
                    i for i in ids if (t := term_on(self._lexicon.entries[i].terms, on)) and t[4].endswith(_ABROAD)
                ]
        return (serving, f"{key!r}, in office then") if len(serving) == 1 else ([], "")

    def _serving(self, ids: Sequence[str], on: date | None, title: Title) -> list[str]:
        """Those with a term on the day, of the title's sector if any is."""
        held = {i: term for i in ids if (term := term_on(self._lexicon.entries[i].terms, on))}
        return [i for i, term in held.items() if term[2] == title.sector] or list(held)

    def _leads(self, id_: str, on: date | None, title: Title | None) -> bool:
        """Whether an entry heads a state or government on a day, or holds the office of the title."""
        wanted = OFFICES.get(title.noun) if title is not None else None
        terms = self._lexicon.entries[id_].terms
        offices = (wanted,) if wanted else (_STATE, _GOVERNMENT)
        return term_on([t for t in terms if t[4].endswith(offices)], on) is not None

    def _led_until(self, id_: str, on: date | None) -> str:
        """The last day on which an entry had led by a day; "" for never."""
        terms = self._lexicon.entries[id_].terms
        return latest_end([t for t in terms if t[4].endswith((_STATE, _GOVERNMENT))], on)

    def _supported(self, id_: str, key: str, context: str) -> bool:
        """Whether a report carries a strong name of an entry besides its weak one."""
        said = self.searchable(context)
        return any(f" {name} " in said for name in self._lexicon.entries.names(id_) if name != key)

    def _likeliest(self, key: str, ids: Sequence[str], on: date | None, context: str, title: Title | None) -> Entry:
        """Among namesakes: who leads a state where the last name stands alone, of the title's country, in office on the day, of a country in the
        report, begun by then, who led a state.

        A person has one entry at home and one abroad; outside its terms the one at home speaks.
        """
        said = self.searchable(context)
        day = on.isoformat() if on else "9999"

        def rank(entry: Entry) -> tuple[bool, int, bool, int, bool, bool, bool, str, str]:
            full = max((len(n) for n in self._lexicon.entries.names(entry.id) if f" {n} " in said), default=0)
            started = [t[0] for t in entry.terms if t[0] <= day]
            serving = term_on(entry.terms, on) is not None
            alone = " " not in key and bool(full)  # "*Castro*" where both brothers are named
            return (
                alone and self._leads(entry.id, on, None),
                full,
                title is not None and title.country == entry.country,
                serving + self.named(entry.country, context),
                bool(started) or not entry.terms,
                any(t[4].endswith((_STATE, _GOVERNMENT)) for t in entry.terms),  # who led a state is better known
                entry.kind != "person" or (entry.country in WORLDWIDE) == serving,
                max(started, default=""),
                entry.id,
            )

        return max((self._lexicon.entries[i] for i in ids), key=rank)


def _is_said(name: str, said: str, context: str) -> bool:
    """Whether a country's name stands in a report's keys ``said``; one that is an everyday word only where the report writes it as a name."""
    return name in said and (name not in _AS_WRITTEN or _AS_WRITTEN[name].search(context) is not None)


def _is_acronym(word: str) -> bool:
    """Whether a word is written like an acronym: "PKK", "DfID"."""
    capitals = sum(c.isupper() for c in word)
    return capitals >= 2 and " " not in word and capitals >= len(word) - 2
