"""Towns and regions as parties and as owners: the country that a place inside a name gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from polybius.actors.phrase import Word
from polybius.actors.resolved import Resolved
from polybius.actors.vocabulary import Words
from polybius.lexicon.names import joined

NO_PLACES = frozenset(
    "northern southern eastern western central united national new old great north south east west free general supreme high first second "
    "royal federal upper lower state special joint union democratic popular people's revolutionary islamic christian muslim".split()
)
# What a region is called behind its name: "Lviv *Oblast*", "Guangdong *Provincial* government".
UNITS = frozenset(
    "state province provincial region regional county municipal municipality prefecture prefectural district oblast governorate department "
    "departmental city canton cantonal territory krai republic metropolitan voivodeship raion division wilaya".split()
)
PLACE_NOUNS = frozenset(
    "capital city town village port stronghold bastion province region district enclave suburb hamlet neighbourhood neighborhood camp island".split()
)
# What is said before a name of which part of a place, or what has become of it: "*eastern* Aleppo", "*besieged* Mariupol".
PARTS = frozenset(
    """northern southern eastern western north south east west north-eastern north-western south-eastern south-western northeastern northwestern
    southeastern southwestern north-east north-west south-east south-west northeast northwest southeast southwest central downtown greater inner
    outer upper lower rural coastal besieged encircled surrounded blockaded occupied liberated recaptured embattled beleaguered battered shattered
    ruined devastated stricken restive troubled nearby neighbouring neighboring adjacent remote disputed contested divided mountainous""".split()
)
STATES_OF = ("-held", "-controlled", "-occupied", "-run", "-ruled", "-torn", "-ravaged", "-battered", "-scarred", "-hit", "-rich", "-besieged")  # fmt: skip
# What is fought in a land, and who takes part in it: "both *sides* in the Bosnian *war*".
WARS = frozenset("war conflict fighting strife bloodshed hostilities insurgency dispute crisis".split())
TAKING_PART = frozenset(
    "side sides party parties faction factions belligerent belligerents combatant combatants refugee refugees".split()
)
# Where people work, are held or meet: of the land whose nationality it bears.
SITES = frozenset(
    """jail prison gaol penitentiary mine pit colliery quarry factory plant refinery shipyard dockyard mill sawmill foundry smelter plantation farm
    state ranch estate market bazaar port harbour harbor airport station oilfield coalfield goldfield field valley highlands coast county republic territory
    area zone countryside borderland resort slum ghetto shantytown monastery convent nunnery seminary orphanage asylum courthouse dam""".split()
)
# Weapons that are called like a place: "two *Iskander* missiles".
MISSILES = frozenset("iskander kalibr kinzhal grad tochka shahed fateh qiam zelzal patriot himars".split())
PARTICLES = frozenset("de do da dos das del la las los el al an ash es y i e do of the am im sur".split())
_HYPHENED = re.compile(r"(?:al|el|ez|es|ad|an|ar|as|at|az|ash)-[A-Z]")  # "Deir *ez-Zor*"
MOST_WORDS = 6  # of a name in which a place is sought
_SHORT = 4  # letters of a name that begins another and may be a family's as well

# Lands of the gazetteer where nobody lives: places, never parties.
_UNPEOPLED = frozenset({"ATA", "BVT", "HMD", "SGS", "UMI", "ATF"})
# Which lands some nouns for a land mean: "the *emirate*", "the *island*" is the only one of these that a report names.
KINDS = {
    "emirate": frozenset({"QAT", "KWT", "ARE"}),
    "sultanate": frozenset({"OMN", "BRN"}),
    "sheikhdom": frozenset({"ARE", "KWT", "QAT", "BHR"}),
    "principality": frozenset({"MCO", "LIE", "AND"}),
    "duchy": frozenset({"LUX"}),
    "city-state": frozenset({"SGP", "MCO", "VAT"}),
    "archipelago": frozenset("PHL IDN MDV COM SYC BHS FJI SLB VUT CPV KIR TUV TON STP FSM MHL".split()),
    "kingdom": frozenset("SAU JOR MAR BHR THA KHM BTN NPL TON LSO SWZ".split()),
    "island": frozenset("CYP MLT ISL IRL CUB JAM LKA TWN MDG BRB GRD LCA MUS NRU DMA BHR HTI TLS".split()),
}
# Dependencies that PLOVER folds into their controlling state (codebook, section on territories).
_FOLDED = {"PRI": "USA", "GUM": "USA", "VIR": "USA", "ASM": "USA", "MNP": "USA", "GIB": "GBR", "FLK": "GBR", "BMU": "GBR", "CYM": "GBR", "GRL": "DNK",
           "FRO": "DNK", "NCL": "FRA", "PYF": "FRA", "GUF": "FRA", "GLP": "FRA", "MTQ": "FRA", "REU": "FRA", "MYT": "FRA", "ABW": "NLD", "CUW": "NLD",
           "MAC": "CHN", "ESH": "MAR", "ALA": "FIN"}  # fmt: skip


class Lands:
    """Countries of towns and regions, by the lexicon's table of provinces and by a gazetteer (None: none at hand)."""

    def __init__(self, words: Words, place_country: Callable[[str], str | None] | None) -> None:
        self._words, self._place_country = words, place_country

    def country(self, name: str) -> str | None:
        """PLOVER's country of an unmistakable town or region, with or without its unit ("Lviv", "Lviv Oblast")."""
        if self._place_country is None:
            return None
        bare = name.split()
        if NO_PLACES.issuperset(w.lower() for w in bare):
            return None
        code = self._known(name)
        while code is None and len(bare) > 1 and bare[-1].lower() in UNITS and bare[-2].lower() not in NO_PLACES:
            bare.pop()
            code = self._known(" ".join(bare))
        return None if code is None or code in _UNPEOPLED else _FOLDED.get(code, code)

    def province(self, key: str, text: str) -> Resolved | None:
        """A region of the lexicon's own table; it stands before the nation whose name it may begin with ("Somali Region")."""
        code = self._words.provinces.get(key)
        return Resolved(text, None, code, "", (), "", (f"{text!r} is in {code}",), True) if code else None

    def region(self, words: Sequence[Word]) -> Resolved | None:
        """A place of several words, so that none of them is taken for a nation or a person ("*Tamil* Nadu", "*Rio* de Janeiro")."""
        name = " ".join(w.text for w in words)
        code = self.country(name) if len(words) > 1 and words[-1].capital else None
        return Resolved(name, None, code, "", (), "", (f"{name!r} is in {code} (gazetteer)",), True) if code else None

    def _known(self, name: str) -> str | None:
        assert self._place_country is not None  # country() asks first
        return self._words.provinces.get(joined(name)) or self._place_country(name)

    def owner(self, before: Sequence[Word]) -> Resolved | None:
        """A town or region among the words before a role ("*Kano State* government", "*Lagos* Motor Boat Club")."""
        names = self._names(before)
        ends = [(cut, len(names)) for cut in range(len(names))]
        begins = [(0, end) for end in range(len(names) - 1, 0, -1)]
        for begin, end in (*ends, *begins):
            name = " ".join(w.text for w in names[begin:end])
            if (begin, end) in begins and len(name) <= _SHORT:
                continue
            code = None if name.lower() in MISSILES else self.country(name)
            if code is not None:
                return Resolved(name, None, code, "", (), "", (f"{name!r} is in {code} (gazetteer)",), True)
        return None

    def _names(self, before: Sequence[Word]) -> list[Word]:
        """The words of names, with particles that stand between them ("Rio *de* Janeiro"); [] when there are too many."""
        kept: list[Word] = []
        for number, word in enumerate(before):
            inside = bool(kept) and any(w.capital for w in before[number + 1 :])
            if word.capital or (word.key in PARTICLES and inside):
                kept.append(word)
        return kept if len(kept) <= MOST_WORDS else []

    def party(self, core: Sequence[Word]) -> Resolved | None:
        """A place name as a party: its people; with which part of it or what has become of it ("*eastern* Aleppo")."""
        while len(core) > 1 and (core[0].text in PARTS or core[0].key.endswith(STATES_OF)):
            core = core[1:]
        if core[-1].possessive or len(core) > MOST_WORDS or not any(w.capital for w in core):
            return None
        if (
            not all(w.capital or w.key in PARTICLES or _HYPHENED.match(w.text) for w in core)
            or core[-1].key in PARTICLES
        ):
            return None
        name = " ".join(w.text for w in core)
        code = self.country(name) or self._called_after(core)
        if code is None:
            return None
        return Resolved(name, None, code, "CVL", (), "", (f"place in {code} (gazetteer)",), True)

    def _called_after(self, core: Sequence[Word]) -> str | None:
        """The land whose a place is called by the nation before its name ("the *Peruvian* Cuzco")."""
        code = self._words.demonyms.get(core[0].key) if len(core) > 1 else None
        return code if code and self.country(" ".join(w.text for w in core[1:])) is not None else None
