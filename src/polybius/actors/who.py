"""Who a noun phrase names on a day: an entry of the lexicon with its term, or what its words compose to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from polybius.actors import nationals, natures, vocabulary
from polybius.actors import phrase as phrases
from polybius.actors.countries import Countries
from polybius.actors.gatherings import GATHERINGS, of_members, opposing
from polybius.actors.lands import PARTICLES, PLACE_NOUNS, SITES, TAKING_PART, WARS, Lands
from polybius.actors.naming import Naming, Title
from polybius.actors.phrase import Phrase, Word, key_of
from polybius.actors.resolved import Resolved
from polybius.actors.roles import BEFORE_NAMES, Roles
from polybius.actors.terms import LEADERS, OF_NO_LAND, as_then, on_day
from polybius.actors.titles import Titles, code_before
from polybius.lexicon.actor_index import WORLDWIDE, ActorLexicon
from polybius.lexicon.names import joined

_LETTERS = re.compile(r"[^\W\d_]+")
_ANTI = re.compile(r"[Aa]nti-([A-Z]\w+)\Z")
_POSSESSIVE = re.compile(r"['’]s?\s*\Z")
# Those who stand behind somebody who governs or did hold no office themselves: "*supporters* of the former president".
FOLLOWERS = frozenset({"supporter", "loyalist", "follower", "backer", "sympathiser", "sympathizer", "fan", "admirer"})
# A body's name with its kind behind it is the body: "the Shin Bet security service", "the Hamas movement".
BODIES = frozenset(
    "service agency group movement party militia army organisation organization alliance network front union company firm gang cartel".split()
)
TITLES = frozenset(
    "mr mrs ms dr sir lord lady dame sheikh sheik shaikh mullah imam ayatollah pope king queen prince princess emir sultan crown president premier "
    "chancellor prime minister secretary general gen col colonel lt major maj capt captain admiral marshal brigadier sen senator rep congressman "
    "congresswoman ambassador judge justice governor gov mayor professor prof comrade foreign defence defense us uk un eu sayyed sayyid syed sayed "
    "maulana mawlana haji hajj alhaji mallam malam herr frau senor senora mme mlle monsieur madame don dona hojatoleslam mian chaudhry sardar nawab "
    "pir datuk dato tan sri tun datin seri begum shri smt shrimati daw archbishop bishop cardinal father rev reverend rabbi sister chief otunba engr "
    "barrister hon baron baroness shah hetman grand vice field lt-gen maj-gen brig cmdr commander commandant commodore sgt inspector".split()
)
WORLDLY = frozenset({"NGO", "ISM", "IMG"})  # bodies and movements that have a part in every country
# What a body is called that is of the land it works in, or of somebody's.
DOMESTIC = frozenset("local domestic national opposition native home-grown indigenous its their his her our".split())
NAMESAKES = frozenset({"new", "lake", "gulf", "mount", "cape", "fort", "port", "river"})
FAMILY = frozenset(
    "wife husband son daughter brother sister widow nephew cousin family relative relatives father mother widower grandson niece "
    "son-in-law brother-in-law sons daughters brothers children heir".split()
)
SPEAKING_FOR_MANY = frozenset({"UNO", "EUR", "IGO"})
OF_MANY = frozenset(
    """secretary secretary-general commissioner president chief head director mediator rapporteur coordinator chairman chairwoman chairperson chair
    chairman-in-office director-general speaker commander prosecutor inspector spokesman spokeswoman administrator negotiator facilitator broker""".split()
)
STATES = frozenset(
    """republic kingdom emirate sultanate sheikhdom state nation country island islands colony territory protectorate archipelago principality
    monarchy statelet dominion enclave""".split()
)
OFFICES_OF_MANY = frozenset({"secretary general", "director general"})
ENVOYS = frozenset("ambassador envoy representative delegate delegation mission diplomat".split())
SEATED = frozenset({"in", "at", "near"})
MISSIONS = frozenset({"embassy", "embassies", "consulate", "consulates", "high commission"})
PLACE_PREPOSITIONS = ("of", "in", "from", "at", "near", "on", "across", "inside", "around", "along", "within", "under")

_COUNTED = re.compile(r"(?:[A-Za-z ]{0,20} )?\d[\d,.]* (?=[A-Z])(.+)", re.DOTALL)  # "some 1,200 *Liberians*"
_BRACKETED = re.compile(r"(.+?) ?\(([A-Z][A-Za-z-]{1,9})\)?\Z", re.DOTALL)  # "Front of National Unity (FNU)"


# Who stands to a party as another: whose they are isn't where they are from.
OUTSIDERS = frozenset(
    "ally allies neighbour neighbours neighbor neighbors rival rivals enemy enemies foe foes adversary adversaries partner partners".split()
)


class Resolver:
    """Resolves phrases. ``place_country`` tells the country of a place name that the lexicon lacks."""

    def __init__(self, lexicon: ActorLexicon, place_country: Callable[[str], str | None] | None = None) -> None:
        self._lexicon = lexicon
        self._cached = lru_cache(maxsize=50_000)(self._resolve)
        self._words = vocabulary.with_roles(vocabulary.words(), lexicon.roles)
        self._naming = Naming(lexicon, self._words)
        self._titles, self._roles = Titles(lexicon, self._words), Roles(lexicon, self._words)
        self._lands = Lands(self._words, place_country)
        self._countries = Countries(self._words, lexicon.strong, self._naming.named, self._naming.body)
        roles = frozenset(w for role in self._words.roles for w in role.split())
        self._role_words = roles | self._words.inheriting | lexicon.lower

    def resolve(self, phrase: str, on: date | None = None, context: str = "") -> Resolved | None:
        """Who ``phrase`` names on the day ``on``, in a report that says ``context``; None when it names no party."""
        if not self._may_name(phrase):
            return None
        found = self._cached(phrase, on, context)
        return as_then(found, phrase, on) if found is not None else None

    def _may_name(self, phrase: str) -> bool:
        """Whether a phrase holds a capital or a word of a role; most noun phrases of a report don't ("the situation")."""
        if any(c.isupper() for c in phrase):
            return True
        return not self._role_words.isdisjoint(_LETTERS.findall(phrase.lower()))

    def _resolve(self, text: str, on: date | None, context: str) -> Resolved | None:
        bracketed = _BRACKETED.match(text)
        if bracketed:
            return self._with_acronym(bracketed[1], bracketed[2], on, context)
        cut = phrases.read(text)
        if not cut.core:
            return None
        found = self._town(text, cut) or self._whole(text, cut, on, context) or self._people(cut, on, context)
        found = found or self._described(text, cut, on, context) or self._state_called(cut, context)
        found = found or self._composed(cut, on, context)
        if cut.apposition and (
            found is None
            or found.country is None
            or found.sector in ("", "ELI", "UNK")
            or (found.kind == "person" and _tells_of_many(cut.apposition))
        ):
            beside = phrases.read(_text(cut.apposition))
            found = _called(found, self._composed(beside, on, context) if beside.core else None)
        if found is None and (counted := _COUNTED.match(text)):
            return self._resolve(counted[1], on, context)
        return self._of_its_country(cut, context) or found

    def _town(self, text: str, cut: Phrase) -> Resolved | None:
        """A town or region of several words that the lexicon's table holds and no entry is called: "Dera *Ismail Khan*", "El *Obeid*"."""
        key = joined(text)
        known = " " in key and key in self._words.provinces and key not in self._words.countries
        if not known or key in self._lexicon.strong or cut.core[-1].possessive:
            return None
        code = self._words.provinces[key]
        return Resolved(text, None, code, "CVL", (), "", (f"place in {code} (lexicon)",), True)

    def _with_acronym(self, name: str, acronym: str, on: date | None, context: str) -> Resolved | None:
        """A name with its acronym in brackets: who the name names, or the acronym where only that is known and fits."""
        full = self._resolve(name, on, context)
        if full is not None and full.id is not None:
            return full
        short = self._resolve(acronym, on, context)
        fits = short is not None and short.id is not None and (full is None or full.country in (None, short.country))
        return short if fits else full

    def _of_its_country(self, cut: Phrase, context: str) -> Resolved | None:
        """A people that a phrase calls one of another country ("the Albanians of southern *Serbia*"): they are that country's."""
        people = key_of(cut.core[-1:])
        if cut.preposition != "of" or people not in self._words.peoples or not cut.rest:
            return None
        home = self._country_at_end((cut.core[-1], *cut.rest), context)
        if home is None or home.country is None:
            return None
        return replace(home, sector="CVL", why=(f"a people of {home.country}",))

    def _people(self, cut: Phrase, on: date | None, context: str) -> Resolved | None:
        """A people behind a nationality or somewhere: "Iraqi *Yazidis*" are of Iraq, "*Uighurs* in Turkey" of where they are at home."""
        core = cut.core
        for size in range(len(core), 0, -1):
            code = self._words.peoples.get(key_of(core[-size:]))
            before = core[:-size]
            if code is None or (not before and cut.preposition in ("", "of")):
                continue
            if any(key_of(core[start:]) in self._words.roles for start in range(len(before))) or "ethnic" in key_of(
                before
            ):
                return None  # "Meskhetian Turks", "ethnic Serbs in Croatia"
            owner = self._owner(before, on, context) if before else None
            if owner is None and any(w.capital for w in before[1:]):
                return None
            if owner is None and key_of(core[-size:]) == "indians":
                owner = self._countries.of_the_americas(context)
            country = (owner.country if owner is not None else None) or code
            return Resolved(_text(core), None, country, "CVL", (), "", (f"people of {country}",), True)
        return None

    # A phrase that is a name as a whole.

    def _whole(self, text: str, cut: Phrase, on: date | None, context: str) -> Resolved | None:
        whole = joined(_POSSESSIVE.sub("", text))
        for key in dict.fromkeys((whole, key_of(cut.core))):
            if key != whole and cut.preposition and not (cut.preposition in SEATED and self._is_worldwide(key)):
                continue
            named = _written_as_name(text) or (" " in key and key in self._words.namesakes)  # "the home secretary"
            found = self._country(key, text, context) if named else None
            found = found or self._entry(key, on, context, text)
            if found is not None:
                return found
        return None

    def _state_called(self, cut: Phrase, context: str) -> Resolved | None:
        """A state behind the word for what it is ("the former Soviet *republic of Georgia*", "the Gulf emirate of Qatar")."""
        kind, before = cut.core[-1].key, cut.core[:-1]
        if (
            kind not in STATES
            or cut.preposition != "of"
            or not cut.rest
            or key_of(cut.rest) not in self._words.countries
        ):
            return None
        if kind == "state" and any(w.key in self._words.demonyms or w.key in self._words.countries for w in before):
            return None  # "the US *state of Georgia*"
        return self._country(key_of(cut.rest), _text(cut.rest), context)

    def _described(self, text: str, cut: Phrase, on: date | None, context: str) -> Resolved | None:
        """A body whose name runs over a preposition, behind what says what it is ("the main opposition *Movement for Democratic Change*")."""
        if not cut.preposition:
            return None
        for n, word in enumerate(cut.core[1:], 1):
            tail = text[text.find(word.text) :] if word.capital and text.count(word.text) == 1 else ""
            if joined(tail) not in self._lexicon.strong or self._longer_country(cut.core, n):
                continue
            found = self._entry(joined(tail), on, context, tail)
            told = all(
                not w.capital or w.possessive or w.key in self._words.demonyms for w in cut.core[:n]
            )  # "*Lagos* Chamber of Commerce" is another
            if found is not None and told and found.kind != "person" and not self._is_anothers(found, cut.core[:n]):
                return found
        return None

    def _is_worldwide(self, key: str) -> bool:
        """Whether a name is of bodies of many states only: where they sit isn't whose they are ("the Arab League *in Cairo*")."""
        ids = self._lexicon.strong.get(key, ())
        return bool(ids) and all(self._lexicon.entries[i].country in WORLDWIDE for i in ids)

    def _country(self, key: str, text: str, context: str) -> Resolved | None:
        return self._countries.find(key, text, context)

    # Entries of the lexicon.

    def _entry(self, key: str, on: date | None, context: str, text: str, title: Title | None = None) -> Resolved | None:
        found = self._naming.find(key, on, context, text, title)
        return on_day(found[0], on, found[1]) if found is not None else None

    # Phrases that compose: modifiers give the country, the head the sector.

    def _composed(self, cut: Phrase, on: date | None, context: str) -> Resolved | None:
        cut = self._with_of(cut)
        core = cut.core
        name = self._name_at_end(core, on, context)
        if name is not None:
            start, found = name
            return self._with_title(found, core[:start], cut, on, context)
        if core[-1].key in OUTSIDERS and (cut.preposition == "of" or any(w.possessive for w in core)):
            why = (f"another than whose {core[-1].text} it is",)
            return Resolved(_text(core), None, None, "UNK", (), core[-1].key, why)
        role = self._roles.find(core)
        if role is None:
            bears = natures.is_person([w.text for w in core])  # "Michael *Jordan*" is no land
            home = (None if bears else self._country_at_end(core, context)) or self._part_of(cut, on, context)
            home = home or nationals.described(core, self._words)
            if home is not None or core[-1].key not in GATHERINGS:
                return home or self._lands.party(core)
            return self._gathering(cut, on, context)
        begin, end, noun, sector = role
        if noun == "capital" and core[end:]:  # "the regional capital *Goma*": a town with what it is before it
            return self._resolve(_text(core[end:]), on, context)
        before = core[:begin]
        owner = (
            (
                self._owner_after(cut, noun, on, context)
                if nationals.of_a_people(before) and cut.preposition in ("in", "from") and not nationals.is_away(noun)
                else None
            )
            or self._owner(before, on, context)
            or self._owner_after(cut, noun, on, context)
            or self._branch(noun, core[end:], on, context)
            or (
                nationals.of_two(before, self._words)
                if sector not in LEADERS and natures.of_role(noun) == "person"
                else None
            )
        )
        if owner is not None and owner.country in WORLDWIDE and noun.split()[-1].removesuffix("s") in ENVOYS:
            owner = self._titles.sender(before) or owner
        if owner is not None and owner.country == "IND" and nationals.may_be_native(before, noun, sector):
            owner = self._countries.of_the_americas(context) or owner
        body = self._lexicon.entries.get(owner.id or "") if owner is not None else None
        if (
            owner is not None
            and body is not None
            and body.kind != "person"
            and noun.split()[-1] in BODIES
            and not core[end:]
        ):
            return replace(owner, why=(*owner.why, f"called a {noun}"))
        sector = self._of_members(cut, noun, sector, before)
        if noun == "coalition" and sector == "MIL" and cut.preposition == "of" and cut.rest:
            sector = "SOC"  # of groups that aren't armed; "the coalition" alone is
        found = self._as_role(core, noun, sector, before, owner, unknown_name=core[end:])
        found = self._of_family(found, noun, before, cut, on, context)
        return self._of_opposition(found, core, on, context)

    def _branch(self, noun: str, after: tuple[Word, ...], on: date | None, context: str) -> Resolved | None:
        """The land whose branch of a body is named behind its noun ("Medical *Association* Kenya")."""
        if after and after[0].key in GATHERINGS:
            after = after[1:]
        elif noun.rsplit(maxsplit=1)[-1] not in GATHERINGS:
            return None
        if not after or not all(w.capital for w in after):
            return None
        key = key_of(after)
        return self._lands.province(key, _text(after)) or self._country(key, key, context) or self._lands.region(after)

    def _of_opposition(self, found: Resolved, core: tuple[Word, ...], on: date | None, context: str) -> Resolved:
        """Citizens whose cause is against those who govern are of the opposition too (codebook, table of sectors)."""
        leader = next((who for w in core if (who := self._opposed(w, on, context))), None)
        if found.sector != "CVL" or not (leader or any(opposing(w.key) for w in core)):
            return found
        country = found.country or (leader.country if leader else None)
        why = (*found.why, "against those who govern")
        return replace(found, country=country, sectors=(*found.sectors, "OPP"), why=why)

    def _opposed(self, word: Word, on: date | None, context: str) -> Resolved | None:
        """Who governs on the day, against whom a word sets people: "*anti-Mugabe* protesters"."""
        against = _ANTI.match(word.text)
        leader = self._entry(joined(against[1]), on, context, against[1]) if against else None
        return leader if leader is not None and leader.sector == "GOV" else None

    def _gathering(self, cut: Phrase, on: date | None, context: str) -> Resolved | None:
        """An unknown body by the place in its name and by who its members are ("Alliance of the *Northern Territory*")."""
        core, noun = cut.core, cut.core[-1].key
        if not core[-1].capital:
            return None
        owner = self._owner(core[:-1], on, context) or self._owner_after(cut, noun, on, context)
        if owner is None or owner.country is None:
            return None
        name = f"{_text(core)} {cut.preposition} {_text(cut.rest)}".strip() if cut.rest else _text(core)
        sector = self._of_members(cut, noun, "", core[:-1])
        return Resolved(name, None, owner.country, sector, (), noun, (f"a body of {owner.name}", *owner.why), True)

    def _of_members(self, cut: Phrase, noun: str, sector: str, before: tuple[Word, ...]) -> str:
        """A gathering's sector by its members: "fishermen's *association*", "*union* of Bavarian farmers"."""
        if noun.rsplit(maxsplit=1)[-1] not in GATHERINGS:
            return sector
        members = self._roles.find(before) if before else None
        if members is None and cut.preposition == "of" and cut.rest:
            members = self._roles.find(cut.rest)
        return of_members(noun, sector, members[2], members[3]) if members is not None else sector

    def _of_family(
        self, found: Resolved, noun: str, before: tuple[Word, ...], cut: Phrase, on: date | None, context: str
    ) -> Resolved:
        """A relative of one who governs or did is of the elite (codebook, table of sectors): "the president's wife"."""
        if noun not in FAMILY:
            return found
        owned = max((n for n, w in enumerate(before) if w.possessive), default=-1)
        of = before[: owned + 1] if owned >= 0 else cut.rest if cut.preposition == "of" else ()
        related = self._resolve(_text(of).removesuffix("'s"), on, context) if of else None
        if (
            related is None
            or related.sector not in LEADERS - {"COP", "SPY", "MIL"} | {"ELI"}
            or related.role == "government"
        ):
            return found
        if related.id is not None and related.id == (related.country or "").lower():
            return found  # "Iran's children" are no elite
        return replace(
            found, country=related.country, sector="ELI", sectors=(), why=(*found.why, f"family of {related.name}")
        )

    def _with_of(self, cut: Phrase) -> Phrase:
        """The phrase with a role of several words whole: "chief *of staff*", "ministers *of defence*"."""
        if not cut.rest or cut.preposition not in ("of", "in"):
            return cut
        for size in range(min(4, len(cut.rest)), 0, -1):
            for begin in range(max(0, len(cut.core) - 3), len(cut.core)):
                if f"{key_of(cut.core[begin:])} {cut.preposition} {key_of(cut.rest[:size])}" in self._words.roles:
                    core = (*cut.core, Word(cut.preposition, cut.preposition, False), *cut.rest[:size])
                    after = cut.rest[size:]
                    if after and after[0].key in phrases.PREPOSITIONS:
                        return replace(cut, core=core, preposition=after[0].key, rest=after[1:])
                    return replace(cut, core=(*core, *after), preposition="", rest=())
        return cut

    def _name_at_end(self, core: tuple[Word, ...], on: date | None, context: str) -> tuple[int, Resolved] | None:
        """An entry whose name ends the core ("South Korean President *Moon Jae-in*", "the banned *PKK*")."""
        for start in range(max(0, len(core) - self._lexicon.longest), len(core)):
            words = core[start:]
            begins = words[0].capital or (words[0].key in BEFORE_NAMES and words[-1].capital)  # "Mrs *von der Leyen*"
            if start == 0 or not begins:
                continue
            key = key_of(words)
            if key in self._words.roles or key in self._words.peoples or key in self._words.demonyms:
                continue
            if self._longer_country(core, start):
                continue
            title = self._roles.title(core[:start])
            found = self._entry(key, on, context, " ".join(w.text for w in words), title)
            if (
                found is None
                or _denied(core[:start])
                or self._other_name(core, start, key)
                or _is_inside(found, core, start)
            ):
                continue
            family_name = found.kind == "person" and start == len(core) - 1
            weak = found.kind != "person" and key not in self._lexicon.strong  # "the *Syrian* Democratic Front"
            if (found.kind == "body" or family_name or weak) and self._is_anothers(found, core[:start]):
                continue
            if not _is_namesake(found, title):
                return start, found
        return None

    def _is_anothers(self, found: Resolved, before: tuple[Word, ...]) -> bool:
        """Whether a nation or land right before a name says that another's is meant ("*Nigerian* Internal Revenue Service", "*Chad* Smith")."""
        w = self._words
        home = code_before(before, w.demonyms, w.countries, w.provinces)
        return home is not None and found.country not in (home, *WORLDWIDE)

    def _longer_country(self, core: tuple[Word, ...], start: int) -> bool:
        """Whether a name begins inside a country's ("South *Sudanese army*" isn't Sudan's)."""
        w = self._words
        return any(
            (key := key_of(core[start - 1 : end])) in w.demonyms or key in w.countries
            for end in range(start + 1, min(len(core), start + 2) + 1)
        )

    def _other_name(self, core: tuple[Word, ...], start: int, key: str) -> bool:
        """Whether a last name belongs to somebody else: a given name before it that the entry doesn't have."""
        before = core[start - 1]
        if not before.capital or before.possessive:
            return False
        if key in self._lexicon.strong:
            given = core[max(0, start - 2) : start]
            own = {w for i in self._lexicon.strong[key] for w in joined(self._lexicon.entries[i].name).split()}
            return (
                " " not in key
                and len(given) == 2
                and all(self._is_given(w) and w.key not in own for w in given)
                and all(self._lexicon.entries[i].kind == "person" for i in self._lexicon.strong[key])
            )
        return self._is_given(before)

    def _is_given(self, word: Word) -> bool:
        """Whether a capitalised word before a name may be a given name: no title, office or nation."""
        w = self._words
        known = (w.roles, w.demonyms, w.countries, w.capitals, w.inheriting, w.former, TITLES)
        return word.capital and not word.possessive and not any(word.key in table for table in known)

    def _country_at_end(self, core: tuple[Word, ...], context: str) -> Resolved | None:
        """A country after what describes it ("neighbouring *Iran*", "NATO member *Norway*")."""
        for start in range(1, len(core)):
            words = core[start:]
            before = core[start - 1]
            if before.capital and before.key in NAMESAKES:
                continue  # "New *Mexico*", "Lake *Chad*"
            if words[0].capital and not before.possessive and key_of(words) in self._words.countries:
                return self._country(key_of(words), " ".join(w.text for w in words), context)
        return None

    def _part_of(self, cut: Phrase, on: date | None, context: str) -> Resolved | None:
        """What belongs to a party and speaks for it ("the president's *office*", "the *headquarters* of the Turkish army")."""
        core, noun = cut.core, key_of(cut.core[-1:])
        if noun not in self._words.inheriting:
            return None
        owned = max((n for n, w in enumerate(core) if w.possessive), default=-1)
        whose = core[: owned + 1] if owned >= 0 else cut.rest if cut.preposition == "of" else ()
        owner = self._resolve(" ".join(w.text for w in whose), on, context) if whose else self._body_before(core, on)
        if owner is None or (owned < 0 and owner.country is None):
            return None
        name = _text(core) if owned >= 0 or not whose else f"{_text(core)} of {_text(cut.rest)}"
        return replace(owner, name=name, id=None, role=noun, why=(*owner.why, f"its {noun}"), kind="body")

    def _body_before(self, core: tuple[Word, ...], on: date | None) -> Resolved | None:
        """The body of many states whose name begins a phrase that ends in an office ("*OAU* chairman", "the *UN* special rapporteur")."""
        for size in range(len(core) - 1, 0, -1):
            ids = self._lexicon.strong.get(key_of(core[:size]), ()) if core[0].capital else ()
            if any(self._lexicon.entries[i].country in WORLDWIDE for i in ids):
                return self._entry(key_of(core[:size]), on, "", _text(core[:size]))
        return None

    def _with_title(
        self, found: Resolved, before: tuple[Word, ...], cut: Phrase, on: date | None, context: str
    ) -> Resolved:
        """A named entry after a title: the title settles what the lexicon leaves open, and "former" makes an elite."""
        role = self._roles.find(before)
        if role is not None and found.id is not None:
            # An envoy of the UN stays without a sector; the opposition's leader leads it whatever he was.
            open_ = not found.sector and found.country not in WORLDWIDE
            opposing = role[3] == "OPP" and found.sector in ("ELI", "PTY", "CVL", "LEG")
            then = found.sector == "ELI" and before[0].key == "then" and role[3] in LEADERS
            if open_ or opposing or then:
                title = " ".join(w.text for w in before)
                found = replace(found, sector=role[3], role=title, why=(*found.why, f"title {role[2]!r}"))
        found = self._titles.still_called(found, role, before, on)
        if found.country in WORLDLY and (home := self._nationality(before)):
            found = replace(found, country=home, why=(*found.why, f"those of {home}"))
        if any(w.key in self._words.former for w in before) and found.sector in LEADERS:
            found = replace(found, sector="ELI", why=(*found.why, "called former"))
        return self._of_many(self._titles.branch_of(found, before), before, on, context)

    def _of_many(self, found: Resolved, before: tuple[Word, ...], on: date | None, context: str) -> Resolved:
        """A person under the title of an office of many states, for whom he then speaks ("*EU foreign policy chief* Javier Solana"); an
        ambassador is his own state's, and who was in office once is of his land.
        """
        titled = before[-1].key in OF_MANY | {"envoy"} or key_of(before[-2:]) in OFFICES_OF_MANY
        if found.kind != "person" or not titled:
            return found
        if any(w.key in self._words.former for w in before) or self._titles.sender(before) is not None:
            return found
        office = self._resolve(_text(before), on, context)
        if (
            office is None
            or office.country not in WORLDWIDE
            or office.kind == "person"
            or office.country == found.country
        ):
            return found
        why = (*found.why, f"called {office.name!r}", *office.why)
        return replace(found, country=office.country, sector=office.sector, role=office.role, why=why)

    def _nationality(self, before: tuple[Word, ...]) -> str | None:
        """The country of a nationality right before a name ("*Pakistani* Ahmadis"); None for none."""
        return code_before(before, self._words.demonyms)

    def _owner(self, before: tuple[Word, ...], on: date | None, context: str) -> Resolved | None:
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
                key = key_of(tuple(words))
                text = " ".join(w.text for w in words)
                if key in nationals.PEOPLES and key not in self._words.demonyms:
                    continue  # "*Roma* families" aren't of Rome
                found = self._lands.province(key, text) or self._country(key, key, context)
                if found is None and words[-1].possessive:  # "the *North's* army"
                    found = self._countries.nicknamed(key, f"the {words[0].text}", context)
                found = found or self._entry(key, on, context, text) or self._lands.region(words)
                if found is not None and not self._needs_article(found, key):
                    home = self._nationality(tuple(usable[:start])) if found.country == "NGO" else None
                    if home is None:
                        return found
                    return replace(found, country=home, why=(*found.why, f"those of {home}"))  # "*Kenyan* Red Cross"
        for word in before:
            held = phrases.owner(word)
            if held and (code := self._words.demonyms.get(held) or self._words.countries.get(held)):
                return Resolved(self._words.english[code], None, code, "", (), "", (f"{word.text!r}",), True)
        return self._lands.owner(usable)

    def _needs_article(self, found: Resolved, key: str) -> bool:
        """Whether an entry is called "The ..." and the phrase leaves that out: "Hindu nationalists" aren't the paper's."""
        entry = self._lexicon.entries.get(found.id or "")
        return entry is not None and entry.name.startswith("The ") and joined(entry.name) == key

    def _owner_after(self, cut: Phrase, noun: str, on: date | None, context: str) -> Resolved | None:
        """Whose a role is by what follows: "of Iran", "in France" (not "to China"; embassies *in France* are of others)."""
        if cut.preposition != "of" and (noun in MISSIONS or (cut.preposition in SEATED and noun in OF_NO_LAND)):
            return None
        if cut.preposition not in PLACE_PREPOSITIONS and not (
            cut.preposition == "for" and noun in self._words.inheriting
        ):
            return None
        found = self._resolve(_text(cut.rest), on, context) if cut.rest else None
        if found is not None and found.country == "IGO" and cut.preposition not in ("of", "from", "for", "at"):
            return None  # "a bank *in the West*"
        if found is not None and found.country is not None:
            return found
        # "the ministry of defence *of Ukraine*", "commander of rebels *in Mali*"
        tails = [n + 1 for n, w in enumerate(cut.rest) if w.key in PLACE_PREPOSITIONS and n + 1 < len(cut.rest)]
        farther = next((f for n in tails if (f := self._resolve(_text(cut.rest[n:]), on, context)) and f.country), None)
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
        code = code_before(rest[: end - 1], self._words.demonyms) if named else None
        return Resolved(_text(rest), None, code, "", (), "", (f"a place in {code}",), True) if code else None

    def _of_possessor(self, rest: tuple[Word, ...], on: date | None, context: str) -> Resolved | None:
        """Whose something unknown is, of which somebody is ("spokesman for *the Thai army's* southern command")."""
        owned = max((n for n, w in enumerate(rest) if w.possessive), default=-1)
        return self._resolve(_text(rest[: owned + 1]).removesuffix("'s"), on, context) if owned >= 0 else None

    def _as_role(
        self,
        core: tuple[Word, ...],
        noun: str,
        sector: str,
        before: tuple[Word, ...],
        owner: Resolved | None,
        unknown_name: tuple[Word, ...],
    ) -> Resolved:
        why = [f"{noun!r} is {sector} (roles)"]
        country: str | None = None
        sectors: tuple[str, ...] = ()
        if owner is not None:
            country = owner.country
            why.append(f"of {owner.name}: {'; '.join(owner.why)}")
            body = self._lexicon.entries.get(owner.id or "")
            inherits = (
                noun in self._words.inheriting
                and owner.sector not in ("", "CVL")
                and not (owner.sector in LEADERS | {"ELI"} and noun.rstrip("s") in FOLLOWERS)
                and (
                    body is None
                    or body.kind != "person"
                    or noun in ("spokesman", "spokeswoman", "aide", "spokesperson")
                )
            )
            if owner.sector == "PRE" or "PRE" in owner.sectors:
                # Breakaway authorities are coded as others are, and marked (codebook, note 2 on sectors).
                sectors = ("PRE",)
            elif inherits:
                sector, sectors = owner.sector, owner.sectors
                why.append(f"sector of {owner.name}")
            elif noun in self._words.inheriting and owner.country in WORLDWIDE and owner.id and not owner.sector:
                sector = ""
                why.append(f"of {owner.name}, which has no sector")
        if country is None and noun in self._words.worldwide and not any(w.key in DOMESTIC for w in before):
            country = self._words.worldwide[noun]
            why.append(f"of no one land, {country} (codebook)")
        if country is None:
            modifier = self._roles.find(before) if before else None
            if modifier is not None and noun in self._words.inheriting:
                sector = modifier[3]
        elif noun in self._words.inheriting:
            modifier = self._roles.find(before) if before else None
            if (
                modifier is not None
                and modifier[3] not in ("CVL", "UNK")
                and not self._roles.is_inside_name(before, modifier[0])
            ):
                sector = modifier[3]
                why.append(f"of the {modifier[2]}")
        if noun == "men" and sector == "UNK" and before and before[-1].possessive:  # "the governor's *men*"
            whose = self._roles.find(before)
            if whose is not None and whose[3] in LEADERS | {"JUD", "REB", "PRM", "CRM"}:
                sector = whose[3]
                why.append(f"of the {whose[2]}")
        if any(w.key in self._words.former or w.key.startswith("ex-") for w in before) and sector in LEADERS:
            sector = "ELI"
            why.append("called former")
        own_name = unknown_name and noun.rsplit(maxsplit=1)[-1] not in GATHERINGS
        name = (
            " ".join(w.text for w in unknown_name)
            if own_name
            else " ".join(w.text + ("'s" if w.possessive else "") for w in core)
        )
        return Resolved(name, None, country, sector, sectors, noun, tuple(why), bool(country))


def _tells_of_many(beside: Sequence[Word]) -> bool:
    """Whether an apposition tells an office that bodies of many states have too: "X, *the United Nations' special representative*"."""
    return not ENVOYS.isdisjoint(w.key for w in beside) or not OF_MANY.isdisjoint(w.key for w in beside)


def _called(found: Resolved | None, beside: Resolved | None) -> Resolved | None:
    """Whom a name names, with the sector of what stands beside it where the lexicon has none then ("Brandon Lewis, *the party's chairman*")."""
    if found is not None and found.role in OUTSIDERS and beside is not None:
        return beside  # "Israel's ally, *the United States*"
    if found is not None and found.country is None and found.id is None and beside is not None and beside.country:
        return replace(found, country=beside.country, why=(*found.why, f"called {beside.name!r}", *beside.why))
    if found is None or found.id is None or found.kind != "person":
        return found or beside
    if beside is not None and beside.country in SPEAKING_FOR_MANY and found.country != beside.country:
        why = (*found.why, f"called {beside.name!r}", *beside.why)
        return replace(found, country=beside.country, sector=beside.sector, role=beside.role, why=why)
    if beside is None or beside.sector in ("", "ELI") or beside.country not in (None, found.country):
        return found
    return replace(found, sector=beside.sector, role=beside.role, why=(*found.why, f"called {beside.name!r}"))


def _text(words: Sequence[Word]) -> str:
    return " ".join(w.text + ("'s" if w.possessive else "") for w in words)


def _is_inside(found: Resolved, core: tuple[Word, ...], start: int) -> bool:
    """Whether a name only ends a longer one behind a particle that isn't its own ("Mar del *Plata*", "San Miguel de *Allende*")."""
    before = core[start - 1]
    joins = before.key in PARTICLES and any(w.capital for w in core[: start - 1])
    return joins and f"{before.key} {core[start].key}" not in joined(found.name)


def _is_namesake(found: Resolved, title: Title | None) -> bool:
    """Whether the title before a person's name is of another state than the one whom the lexicon knows by it ("the *Sudanese* general Omar Bakri")."""
    return (
        title is not None
        and found.kind == "person"
        and bool(title.country)
        and found.country not in (None, title.country, *WORLDWIDE)
    )


def _denied(before: tuple[Word, ...]) -> bool:
    return bool(before) and before[-1].possessive and len(before) == 1 and not before[-1].capital


def _written_as_name(text: str) -> bool:
    return any(c.isupper() for c in text)
