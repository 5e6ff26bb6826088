"""Who a noun phrase names on a day: an entry of the lexicon with its term, or what its words compose to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import Any

from polybius.actors import phrase as phrases
from polybius.actors.phrase import Phrase, Word
from polybius.actors.resolved import Resolved
from polybius.lexicon import files
from polybius.lexicon.actor_index import ActorLexicon, Entry, Term
from polybius.lexicon.names import joined, searchable

LEADERS = frozenset(
    {"GOV", "LEG", "JUD", "MIL", "COP", "SPY"}
)  # after such a term a person is ELI (codebook, table of sectors)
_LETTERS = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"\A(?:the|a|an) ", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\s*\Z")
# Words of names that are also names of regions somewhere.
# A body's name with its kind behind it is the body: "the Shin Bet security service", "the Hamas movement".
BODIES = frozenset(
    "service agency group movement party militia army organisation organization alliance network front union company firm gang cartel".split()
)
TITLES = frozenset(
    "mr mrs ms dr sir lord lady dame sheikh sheik shaikh mullah imam ayatollah pope king queen prince princess emir sultan crown president premier "
    "chancellor prime minister secretary general gen col colonel lt major maj capt captain admiral marshal brigadier sen senator rep congressman "
    "congresswoman ambassador judge justice governor gov mayor professor prof comrade foreign defence defense us uk un eu".split()
)
NO_PLACES = frozenset(
    "northern southern eastern western central united national new old great north south east west free general supreme high first second "
    "royal federal upper lower state special joint union democratic popular people's revolutionary islamic christian muslim".split()
)
PLACE_PREPOSITIONS = ("of", "in", "from", "at", "near", "on", "across", "inside", "around", "along", "within", "under")


@dataclass(frozen=True, slots=True)
class _Words:
    """Country names, demonyms, capitals and roles by folded form."""

    countries: dict[str, str]
    demonyms: dict[str, str]
    peoples: dict[str, str]
    capitals: dict[str, str]
    nicknames: dict[str, str]
    governments: frozenset[str]
    english: dict[str, str]
    roles: dict[str, str]
    inheriting: frozenset[str]
    former: frozenset[str]
    longest: int
    everyday: frozenset[str]
    famous: frozenset[str]


class Resolver:
    """Resolves phrases. ``place_country`` tells the country of a place name that the lexicon lacks."""

    def __init__(self, lexicon: ActorLexicon, place_country: Callable[[str], str | None] | None = None) -> None:
        self._lexicon, self._place_country = lexicon, place_country
        self._cached = lru_cache(maxsize=50_000)(self._resolve)
        self._searchable = lru_cache(maxsize=4)(searchable)
        self._words = _with_roles(_words(), lexicon.roles)
        self._role_words = frozenset(w for role in self._words.roles for w in role.split()) | self._words.inheriting

    def resolve(self, phrase: str, on: date | None = None, context: str = "") -> Resolved | None:
        """Who ``phrase`` names on the day ``on``, in a report that says ``context``; None when it names no party."""
        if not self._may_name(phrase):
            return None
        return self._cached(phrase, on, context)

    def _may_name(self, phrase: str) -> bool:
        """Whether a phrase holds a capital or a word of a role; most noun phrases of a report don't ("the situation")."""
        if any(c.isupper() for c in phrase):
            return True
        return not self._role_words.isdisjoint(_LETTERS.findall(phrase.lower()))

    def _resolve(self, text: str, on: date | None, context: str) -> Resolved | None:
        cut = phrases.read(text)
        if not cut.core:
            return None
        found = self._whole(text, cut, on, context) or self._composed(cut, on, context)
        if found is None and cut.apposition:
            found = self._composed(Phrase(cut.apposition, "", (), ()), on, context)
        return found

    # A phrase that is a name as a whole.

    def _whole(self, text: str, cut: Phrase, on: date | None, context: str) -> Resolved | None:
        whole = joined(_POSSESSIVE.sub("", text))
        for key in dict.fromkeys((whole, _key(cut.core))):
            if key != whole and cut.preposition:
                continue
            found = self._country(key, text, context) if _written_as_name(text) else None
            found = found or self._entry(key, on, context, text)
            if found is not None:
                return found
        return None

    def _country(self, key: str, text: str, context: str) -> Resolved | None:
        w = self._words
        if key in w.countries and key not in self._lexicon.strong:
            code = w.countries[key]
            sector = "GOV" if code in w.governments else ""
            return Resolved(w.english[code], code.lower(), code, sector, (), "", (f"country name {key!r}",), True)
        if key in w.capitals:
            code = w.capitals[key]
            return Resolved(
                w.english[code], code.lower(), code, "GOV", (), "government", (f"capital of {w.english[code]}",), True
            )
        if key in w.peoples or (key in w.demonyms and text.lower().startswith("the ")):
            code = w.peoples.get(key) or w.demonyms[key]
            return Resolved(text.strip(), None, code, "CVL", (), "", (f"people of {w.english[code]}",), True)
        if key in w.demonyms:
            code = w.demonyms[key]
            sector = "CVL" if text.lower().startswith(("a ", "an ")) else ""
            return Resolved(w.english[code], code.lower(), code, sector, (), "", (f"nationality {key!r}",), True)
        nickname = w.nicknames.get(key)
        if nickname and text.lower().startswith("the ") and self._named(nickname, context):
            return Resolved(
                w.english[nickname],
                nickname.lower(),
                nickname,
                "",
                (),
                "",
                (f"{text!r} is {w.english[nickname]} in this report",),
                True,
            )
        return None

    def _named(self, code: str, context: str) -> bool:
        """Whether a report names a country."""
        said = self._searchable(context)
        return any(
            f" {n} " in said
            for table in (self._words.countries, self._words.demonyms)
            for n, c in table.items()
            if c == code
        )

    # Entries of the lexicon.

    def _entry(self, key: str, on: date | None, context: str, text: str, titled: bool = False) -> Resolved | None:
        ids = self._lexicon.strong.get(key)
        how = f"named {key!r}"
        if not ids:
            if not _written_as_name(text):
                return None
            ids, how = self._weak(key, on, context, text, titled)
        if not ids:
            return None
        chosen = self._lexicon.entries[ids[0]] if len(ids) == 1 else self._likeliest(ids, on, context)
        return _on_day(chosen, on, how)

    def _weak(self, key: str, on: date | None, context: str, text: str, titled: bool) -> tuple[list[str], str]:
        """Entries that a weak name may name, and what supports it: the report, a title, or that it can be nobody else."""
        ids = self._lexicon.weak.get(key, [])
        supported = [i for i in ids if self._supported(i, key, context)]
        if supported:
            return supported, f"{key!r} with its full name in the report"
        here = [i for i in ids if self._named(self._lexicon.entries[i].country, context)]
        bare = _ARTICLE.sub("", text)
        if " " in key or _is_acronym(bare):
            alone = here if here or (context and " " not in key and key not in self._words.famous) else ids
            return (alone, f"{key!r}, which names no other here") if len(alone) == 1 else ([], "")
        if key in self._words.everyday and not titled:
            return [], ""
        serving = [i for i in here or ids if self._leads(i, on)]
        if titled and not serving:
            serving = [i for i in here or ids if _term_on(self._lexicon.entries[i].terms, on)]
        return (serving, f"{key!r}, in office then") if len(serving) == 1 else ([], "")

    def _leads(self, id_: str, on: date | None) -> bool:
        """Whether an entry heads a state or government on a day."""
        term = _term_on(self._lexicon.entries[id_].terms, on)
        return term is not None and term[4].endswith((".head_of_state", ".head_of_government"))

    def _supported(self, id_: str, key: str, context: str) -> bool:
        """Whether a report carries a strong name of an entry besides its weak one."""
        said = self._searchable(context)
        return any(f" {name} " in said for name in self._lexicon.names[id_] if name != key)

    def _likeliest(self, ids: Sequence[str], on: date | None, context: str) -> Entry:
        """Among namesakes: in office on the day, of a country in the report, most recently in office."""
        said = self._searchable(context)
        entries = [self._lexicon.entries[i] for i in ids]
        english = self._words.english

        def rank(entry: Entry) -> tuple[int, int, str, str]:
            serving = _term_on(entry.terms, on) is not None
            full = max((len(n) for n in self._lexicon.names[entry.id] if f" {n} " in said), default=0)
            return (
                full,
                serving + (f" {joined(english.get(entry.country, '?'))} " in said),
                entry.terms[-1][0] if entry.terms else "",
                entry.id,
            )

        return max(entries, key=rank)

    # Phrases that compose: modifiers give the country, the head the sector.

    def _composed(self, cut: Phrase, on: date | None, context: str) -> Resolved | None:
        core = cut.core
        name = self._name_at_end(core, on, context)
        if name is not None:
            start, found = name
            return self._with_title(found, core[:start], cut, on, context)
        role = self._role(core)
        if role is None:
            return (
                self._country_at_end(core, context) or self._part_of(core, on, context) or self._place(cut, on, context)
            )
        begin, end, noun, sector = role
        before = core[:begin]
        owner = self._owner(before, on, context) or self._owner_after(cut, noun, on, context)
        body = self._lexicon.entries.get(owner.id or "") if owner is not None else None
        if (
            owner is not None
            and body is not None
            and body.kind != "person"
            and noun.split()[-1] in BODIES
            and not core[end:]
        ):
            return replace(owner, why=(*owner.why, f"called a {noun}"))
        return self._as_role(core, noun, sector, before, owner, unknown_name=core[end:])

    def _name_at_end(self, core: tuple[Word, ...], on: date | None, context: str) -> tuple[int, Resolved] | None:
        """An entry whose name ends the core ("South Korean President *Moon Jae-in*", "the banned *PKK*")."""
        for start in range(max(0, len(core) - self._lexicon.longest), len(core)):
            words = core[start:]
            if start == 0 or not words[0].capital or (core[start - 1].possessive and len(words) < 1):
                continue
            key = _key(words)
            if key in self._words.roles or key in self._words.peoples or key in self._words.demonyms:
                continue
            titled = self._role(core[:start]) is not None
            found = self._entry(key, on, context, " ".join(w.text for w in words), titled)
            if found is not None and not _denied(core[:start]) and not self._other_name(core, start, key):
                return start, found
        return None

    def _other_name(self, core: tuple[Word, ...], start: int, key: str) -> bool:
        """Whether a last name belongs to somebody else: a given name before it that the entry doesn't have."""
        before = core[start - 1]
        if key in self._lexicon.strong or not before.capital or before.possessive:
            return False
        w = self._words
        return not any(
            before.key in known
            for known in (w.roles, w.demonyms, w.countries, w.capitals, w.inheriting, w.former, TITLES)
        )

    def _country_at_end(self, core: tuple[Word, ...], context: str) -> Resolved | None:
        """A country after what describes it ("neighbouring *Iran*", "NATO member *Norway*")."""
        for start in range(1, len(core)):
            words = core[start:]
            if words[0].capital and not core[start - 1].possessive and _key(words) in self._words.countries:
                return self._country(_key(words), " ".join(w.text for w in words), context)
        return None

    def _part_of(self, core: tuple[Word, ...], on: date | None, context: str) -> Resolved | None:
        """What a possessive owns when that speaks for its owner ("the president's *office*", "the fleet's northern *group*")."""
        owned = max((n for n, w in enumerate(core) if w.possessive), default=-1)
        if owned < 0 or core[-1].key not in self._words.inheriting:
            return None
        owner = self._resolve(" ".join(w.text for w in core[: owned + 1]), on, context)
        if owner is None:
            return None
        return replace(
            owner,
            name=" ".join(w.text for w in core),
            id=None,
            role=core[-1].key,
            why=(*owner.why, f"its {core[-1].key}"),
        )

    def _with_title(
        self, found: Resolved, before: tuple[Word, ...], cut: Phrase, on: date | None, context: str
    ) -> Resolved:
        """A named entry after a title: the title settles what the lexicon leaves open, and "former" makes an elite."""
        role = self._role(before)
        if role is not None and not found.sector and found.id is not None:
            found = replace(
                found, sector=role[3], role=" ".join(w.text for w in before), why=(*found.why, f"title {role[2]!r}")
            )
        if any(w.key in self._words.former for w in before) and found.sector in LEADERS:
            found = replace(found, sector="ELI", why=(*found.why, "called former"))
        return found

    def _role(self, core: tuple[Word, ...]) -> tuple[int, int, str, str] | None:
        """Where the head noun stands (begin, end), what it is and its sector: last role noun that ends the phrase or is followed by a name."""
        roles = self._words.roles
        for end in range(len(core), 0, -1):
            after = core[end:]
            if after and not all(
                w.capital or w.key in ("al", "bin", "de", "van", "der", "von", "el", "ben") for w in after
            ):
                return None
            for begin in range(max(0, end - self._words.longest), end):
                noun = _key(core[begin:end])
                if noun in roles:
                    return begin, end, noun, roles[noun]
        return None

    def _owner(self, before: tuple[Word, ...], on: date | None, context: str) -> Resolved | None:
        """Whose a role is by what stands before it: a nationality, a country, a body of the lexicon."""
        usable = [w for w in before if not phrases.is_joined(w)]
        for size in range(min(len(usable), self._lexicon.longest), 0, -1):
            for start in range(len(usable) - size, -1, -1):
                words = usable[start : start + size]
                if not words[0].capital and not words[0].text.isupper():
                    continue
                key = _key(tuple(words))
                found = self._country(key, key, context) or self._entry(
                    key, on, context, " ".join(w.text for w in words)
                )
                if found is not None:
                    return found
        for word in before:
            held = phrases.owner(word)
            if held and (code := self._words.demonyms.get(held) or self._words.countries.get(held)):
                return Resolved(self._words.english[code], None, code, "", (), "", (f"{word.text!r}",), True)
        return self._owning_place(usable)

    def _owning_place(self, before: Sequence[Word]) -> Resolved | None:
        """A town or region before a role ("*Kano State* government", "*Mumbai* police")."""
        names = [w for w in before if w.capital and w.key not in NO_PLACES]
        if self._place_country is None or not names or len(names) > 4:
            return None
        for cut in range(len(names)):
            name = " ".join(w.text for w in names[cut:]).removesuffix(" State").removesuffix(" Province")
            code = self._place_country(name)
            if code is not None:
                return Resolved(
                    name, None, _plover_country(code), "", (), "", (f"{name!r} is in {code} (gazetteer)",), True
                )
        return None

    def _owner_after(self, cut: Phrase, noun: str, on: date | None, context: str) -> Resolved | None:
        """Whose a role is by what follows: "of Iran", "in France" (not "to China")."""
        if cut.preposition not in PLACE_PREPOSITIONS and not (
            cut.preposition == "for" and noun in self._words.inheriting
        ):
            return None
        return (
            self._resolve(" ".join(w.text + ("'s" if w.possessive else "") for w in cut.rest), on, context)
            if cut.rest
            else None
        )

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
                and (
                    body is None
                    or body.kind != "person"
                    or noun in ("spokesman", "spokeswoman", "aide", "spokesperson")
                )
            )
            if inherits:
                sector, sectors = owner.sector, owner.sectors
                why.append(f"sector of {owner.name}")
        if country is None:
            modifier = self._role(before) if before else None
            if modifier is not None and noun in self._words.inheriting:
                sector = modifier[3]
        elif noun in self._words.inheriting:
            modifier = self._role(before) if before else None
            if modifier is not None and modifier[3] not in ("CVL",):
                sector = modifier[3]
                why.append(f"of the {modifier[2]}")
        if any(w.key in self._words.former or w.key.startswith("ex-") for w in before) and sector in LEADERS:
            sector = "ELI"
            why.append("called former")
        name = (
            " ".join(w.text for w in unknown_name)
            if unknown_name
            else " ".join(w.text + ("'s" if w.possessive else "") for w in core)
        )
        return Resolved(name, None, country, sector, sectors, noun, tuple(why), bool(country))

    def _place(self, cut: Phrase, on: date | None, context: str) -> Resolved | None:
        """A place name as a party, or a name in a place ("the city of Homs")."""
        core = cut.core
        if self._place_country is None or not core[-1].capital or core[-1].possessive:
            return None
        if len(core) <= 4 and all(w.capital for w in core):
            name = " ".join(w.text for w in core)
            code = self._place_country(name)
            if code is not None:
                return Resolved(
                    name, None, _plover_country(code), "CVL", (), "", (f"place in {code} (gazetteer)",), True
                )
        return None


def _is_acronym(word: str) -> bool:
    """Whether a word is written like an acronym: "PKK", "DfID"."""
    capitals = sum(c.isupper() for c in word)
    return capitals >= 2 and " " not in word and capitals >= len(word) - 2


def _denied(before: tuple[Word, ...]) -> bool:
    return bool(before) and before[-1].possessive and len(before) == 1 and not before[-1].capital


def _key(words: Sequence[Word]) -> str:
    return joined(" ".join(w.text + ("'s" if w.possessive and w is not words[-1] else "") for w in words))


def _written_as_name(text: str) -> bool:
    return any(c.isupper() for c in text)


# Dependencies that PLOVER folds into their controlling state (codebook, section on territories).
_FOLDED = {"PRI": "USA", "GUM": "USA", "VIR": "USA", "ASM": "USA", "MNP": "USA", "GIB": "GBR", "FLK": "GBR", "BMU": "GBR", "CYM": "GBR", "GRL": "DNK",
           "FRO": "DNK", "NCL": "FRA", "PYF": "FRA", "GUF": "FRA", "GLP": "FRA", "MTQ": "FRA", "REU": "FRA", "MYT": "FRA", "ABW": "NLD", "CUW": "NLD",
           "MAC": "CHN", "ESH": "MAR", "ALA": "FIN"}  # fmt: skip


def _plover_country(code: str) -> str:
    return _FOLDED.get(code, code)


def _on_day(entry: Entry, on: date | None, how: str) -> Resolved:
    """What an entry is on a day: its term, an elite after its last, its standing sector without terms."""
    country = entry.country or None
    if not entry.terms:
        return Resolved(entry.name, entry.id, country, entry.sector, entry.sectors, "", (f"{how}: {entry.id}",), True)
    term = _term_on(entry.terms, on)
    if term is not None and term[2] in ("OPP", "PTY", "") and on is not None and _has_led(entry.terms, on):
        why = f"{how}: {entry.id}, a former head, now {term[3] or term[2]}"
        return Resolved(
            entry.name, entry.id, country, "ELI", (*entry.sectors, *filter(None, [term[2]])), term[3], (why,), True
        )
    if term is not None:
        span = f"{term[0] or '?'} to {term[1] or 'now'}"
        return Resolved(
            entry.name,
            entry.id,
            country,
            term[2],
            entry.sectors,
            term[3],
            (f"{how}: {entry.id}, {term[3] or term[2]} {span}",),
            True,
        )
    day = on.isoformat() if on else ""
    past = [t for t in entry.terms if t[1] and t[1] < day]
    sector = entry.sector
    if past and any(t[2] in LEADERS for t in past):
        sector = "ELI" if entry.kind == "person" else past[-1][2]
    elif past:
        sector = past[-1][2]
    what = f"after {past[-1][3]} until {past[-1][1]}" if past else f"before its first term ({entry.terms[0][0]})"
    return Resolved(entry.name, entry.id, country, sector, entry.sectors, "", (f"{how}: {entry.id}, {what}",), True)


def _has_led(terms: Sequence[Term], on: date) -> bool:
    """Whether one was head of a state or government before a day."""
    return any(
        t[4].endswith((".head_of_state", ".head_of_government")) and t[1] and t[1] < on.isoformat() for t in terms
    )


def _term_on(terms: Sequence[Term], on: date | None) -> Term | None:
    """The term in force on a day, offices of state first; without a day the open one, else the last."""
    if on is None:
        return next((t for t in terms if not t[1]), terms[-1] if terms else None)
    day = on.isoformat()
    serving = [t for t in terms if t[0] <= day and (not t[1] or day <= t[1])]
    serving.sort(key=lambda t: (t[2] in LEADERS, bool(t[4]), t[0]))
    return serving[-1] if serving else None


@cache
def _words() -> _Words:
    """Country and role words, from the lexicon."""
    raw: dict[str, Any] = files.compiled(
        "actor-words", [files.DATA / "actors" / "countries.yaml", files.DATA / "actors" / "roles.yaml"], _parsed
    )
    countries, roles = raw["countries"], raw["roles"]
    tables: dict[str, dict[str, str]] = {k: {} for k in ("names", "demonyms", "peoples", "capitals", "nicknames")}
    english, governments = {}, set()
    for code, row in countries.items():
        english[code] = row["names"][0]
        if row.get("government"):
            governments.add(code)
        for table in ("names", "demonyms", "capitals", "nicknames"):
            for name in row.get(table) or ():
                tables[table][joined(name)] = code
        for name in row.get("demonyms") or ():
            tables["peoples"].update(dict.fromkeys((joined(p) for p in _plurals(name)), code))
    nouns: dict[str, str] = {}
    for sector, names in roles["sectors"].items():
        for name in names:
            if not name.endswith("-not"):
                nouns.update(dict.fromkeys((joined(n) for n in (name, *_plurals(name))), sector))
    inheriting = frozenset(joined(f) for n in roles["inheriting"] for f in (n, *_plurals(n)))
    longest = max(n.count(" ") for n in nouns) + 1
    return _Words(tables["names"], tables["demonyms"], tables["peoples"], tables["capitals"], tables["nicknames"], frozenset(governments), english,
                  nouns, inheriting, frozenset(roles["former"]), longest, frozenset(roles["everyday_names"]), frozenset(joined(n) for n in roles["famous_acronyms"]))  # fmt: skip


def _with_roles(words: _Words, own: dict[str, list[str]]) -> _Words:
    """The package's words with common nouns of the user's own."""
    if not own:
        return words
    nouns = {
        joined(form): sector for sector, names in own.items() for name in names for form in (name, *_plurals(name))
    }
    roles = {**words.roles, **nouns}
    return replace(words, roles=roles, longest=max(n.count(" ") for n in roles) + 1)


def _parsed(parsed: list[tuple[Any, Any]]) -> dict[str, Any]:
    return {"countries": parsed[0][1], "roles": parsed[1][1]}


def _plurals(noun: str) -> tuple[str, ...]:
    """The plural of a noun or compound by English spelling; () for nouns that end like one already."""
    if noun.endswith(("men", "people", "children", "s's")):
        return ()
    if noun.endswith(("ch", "sh", "x", "ss")):
        return (noun + "es",)
    if noun.endswith("s"):
        return ()
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return (noun[:-1] + "ies",)
    if noun.endswith("man"):
        return (noun[:-3] + "men", noun + "s")
    if "-" in noun and noun.endswith(("-general", "-president")) and noun.startswith(("secretary", "attorney")):
        return (noun.replace("secretary", "secretaries").replace("attorney", "attorneys"),)
    return (noun + "s",)
