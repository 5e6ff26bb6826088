"""Who a noun phrase names on a day: an entry of the lexicon with its term, or what its words compose to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from polybius.actors import nationals, natures, vocabulary
from polybius.actors import phrase as phrases
from polybius.actors.bearers import Bearers
from polybius.actors.countries import Countries
from polybius.actors.gatherings import GATHERINGS, of_members, opposing
from polybius.actors.lands import PARTICLES, Lands
from polybius.actors.naming import Naming, Title
from polybius.actors.owners import ENVOYS, SEATED, Owners
from polybius.actors.phrase import Phrase, Word, key_of, text_of
from polybius.actors.resolved import Resolved, in_office
from polybius.actors.roles import BEFORE_NAMES, Roles
from polybius.actors.terms import LEADERS, OUTSIDERS, as_then, on_day
from polybius.actors.titles import Titles, code_before
from polybius.lexicon.actor_index import WORLDWIDE
from polybius.lexicon.actor_tables import ActorLexicon
from polybius.lexicon.names import joined

_LETTERS = re.compile(r"[^\W\d_]+")
_ANTI = re.compile(r"[Aa]nti-([A-Z]\w+)\Z")
_POSSESSIVE = re.compile(r"['’]s?\s*\Z")
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
NAMESAKES = frozenset({"new", "lake", "gulf", "mount", "cape", "fort", "port", "river"})
AMERICAS = frozenset({"latin", "south", "central", "north"})
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
RULERS = frozenset({"mullahs", "ayatollahs"})  # by whom a land is called, in small letters too
OFFICES_OF_MANY = frozenset({"secretary general", "director general"})

_COUNTED = re.compile(r"(?:[A-Za-z ]{0,20} )?\d[\d,.]* (?=[A-Z])(.+)", re.DOTALL)  # "some 1,200 *Liberians*"
_BRACKETED = re.compile(r"(.+?) ?\(([A-Z][A-Za-z-]{1,9})\)?\Z", re.DOTALL)  # "Front of National Unity (FNU)"


class Resolver:
    """Resolves phrases. ``place_country`` tells the country of a place name that the lexicon lacks."""

    def __init__(self, lexicon: ActorLexicon, place_country: Callable[[str], str | None] | None = None) -> None:
        self._lexicon = lexicon
        self._cached = lru_cache(maxsize=50_000)(self._resolve)
        self._words = vocabulary.with_roles(vocabulary.words(), lexicon.roles)
        self._lands = Lands(self._words, place_country)
        self._naming = Naming(lexicon, self._words, self._lands)
        self._titles, self._roles = Titles(lexicon, self._words), Roles(lexicon, self._words)
        naming = self._naming
        self._countries = Countries(self._words, lexicon.strong, naming.named, naming.body, naming.is_others)
        self._owners = Owners(
            lexicon, self._words, self._titles, self._lands, self._countries, self._entry, self._resolve
        )
        self._bearers = Bearers(lexicon, self._words, self._roles)
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
            beside = phrases.read(text_of(cut.apposition))
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
            owner = self._owners.before(before, on, context) if before else None
            if owner is None and any(w.capital for w in before[1:]):
                return None
            if owner is None and key_of(core[-size:]) == "indians":
                owner = self._countries.of_the_americas(context)
            country = (owner.country if owner is not None else None) or code
            return Resolved(text_of(core), None, country, "CVL", (), "", (f"people of {country}",), True)
        return None

    # A phrase that is a name as a whole.

    def _whole(self, text: str, cut: Phrase, on: date | None, context: str) -> Resolved | None:
        whole = joined(_POSSESSIVE.sub("", text))
        for key in dict.fromkeys((whole, key_of(cut.core))):
            if key != whole and cut.preposition and not (cut.preposition in SEATED and self._is_worldwide(key)):
                continue
            said = " " in key and (key in self._words.namesakes or key in self._words.nicknames)
            named = _written_as_name(text) or said or key in RULERS  # "the home secretary", "the apartheid regime"
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
        return self._country(key_of(cut.rest), text_of(cut.rest), context)

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
        if core[-1].key in OUTSIDERS and (
            cut.preposition == "of" or any(w.possessive for w in core) or _are_allies(core)
        ):
            why = (f"another than whose {core[-1].text} it is",)
            return Resolved(text_of(core), None, None, "UNK", (), core[-1].key, why)
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
            return self._resolve(text_of(core[end:]), on, context)
        before = core[:begin]
        owner = self._owners.of_role(cut, role, on, context)
        body = self._lexicon.entries.get(owner.id or "") if owner is not None else None
        named = body is not None and body.kind != "person" and not core[end:]
        if owner is not None and named and noun.split()[-1] in BODIES:
            return replace(owner, why=(*owner.why, f"called a {noun}"))
        sector = self._of_members(cut, noun, sector, before)
        if noun == "coalition" and sector == "MIL" and cut.preposition == "of" and cut.rest:
            sector = "SOC"  # of groups that aren't armed; "the coalition" alone is
        found = self._bearers.party(core, (begin, end, noun, sector), owner)
        found = self._of_family(found, noun, before, cut, on, context)
        return self._of_opposition(found, core, on, context)

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
        owner = self._owners.before(core[:-1], on, context) or self._owners.after(cut, noun, on, context)
        if owner is None or owner.country is None:
            return None
        name = f"{text_of(core)} {cut.preposition} {text_of(cut.rest)}".strip() if cut.rest else text_of(core)
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
        related = self._resolve(text_of(of).removesuffix("'s"), on, context) if of else None
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
                or any(key_of(core[n:]) in self._words.roles for n in range(start))
            ):  # "the National *Security Council*" isn't the UN's
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
            persons = any(self._lexicon.entries[i].kind == "person" for i in self._lexicon.strong[key])
            if not persons and " " not in key and natures.is_person([before.text, core[start].text]):
                return before.key not in own  # "Joseph *Alam*" is no broadcaster
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
            if before.key in AMERICAS and words[0].key == "america":
                continue  # "Latin *America*"
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
        name = text_of(core) if owned >= 0 or not whose else f"{text_of(core)} of {text_of(cut.rest)}"
        return replace(owner, name=name, id=None, role=noun, why=(*owner.why, f"its {noun}"), kind="body")

    def _body_before(self, core: tuple[Word, ...], on: date | None) -> Resolved | None:
        """The body of many states whose name begins a phrase that ends in an office ("*OAU* chairman", "the *UN* special rapporteur")."""
        for size in range(len(core) - 1, 0, -1):
            ids = self._lexicon.strong.get(key_of(core[:size]), ()) if core[0].capital else ()
            if any(self._lexicon.entries[i].country in WORLDWIDE for i in ids):
                return self._entry(key_of(core[:size]), on, "", text_of(core[:size]))
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
        if found.country in WORLDLY and (home := self._owners.nationality(before)):
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
        office = self._resolve(text_of(before), on, context)
        if (
            office is None
            or office.country not in WORLDWIDE
            or office.kind == "person"
            or office.country == found.country
        ):
            return found
        return in_office(found, office)


def _tells_of_many(beside: Sequence[Word]) -> bool:
    """Whether an apposition tells an office that bodies of many states have too: "X, *the United Nations' special representative*"."""
    return not ENVOYS.isdisjoint(w.key for w in beside) or not OF_MANY.isdisjoint(w.key for w in beside)


def _are_allies(core: tuple[Word, ...]) -> bool:
    """Whether words tell whose allies somebody is, not from where they are: "key *US* allies"."""
    return core[-1].key in natures.ALLIES and any(w.capital for w in core[1:-1] or core[:-1])


def _called(found: Resolved | None, beside: Resolved | None) -> Resolved | None:
    """Whom a name names, with the sector of what stands beside it where the lexicon has none then ("Brandon Lewis, *the party's chairman*")."""
    if found is not None and found.role in OUTSIDERS and beside is not None:
        return beside  # "Israel's ally, *the United States*"
    if found is not None and found.country is None and found.id is None and beside is not None and beside.country:
        return replace(found, country=beside.country, why=(*found.why, f"called {beside.name!r}", *beside.why))
    if found is None or found.id is None or found.kind != "person":
        return found or beside
    if beside is not None and beside.country in SPEAKING_FOR_MANY and found.country != beside.country:
        return in_office(found, beside)
    if beside is None or beside.sector in ("", "ELI") or beside.country not in (None, found.country):
        return found
    return replace(found, sector=beside.sector, role=beside.role, why=(*found.why, f"called {beside.name!r}"))


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
