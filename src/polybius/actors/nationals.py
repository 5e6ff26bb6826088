"""Persons whom nationality, descent or people alone tells: "a 23-year-old Briton", "a Cuban-American", "Hutu rebels in Burundi"."""

from __future__ import annotations

import re

from polybius.actors.phrase import Word, key_of
from polybius.actors.resolved import Resolved
from polybius.actors.vocabulary import Words

# Peoples of more lands than one, that a land's list of its people may hold: where they are says whose they are.
PEOPLES = frozenset(
    """ethnic hutu tutsi tamil hausa yoruba igbo ibo fulani karen kachin shan rohingya hazara pashtun oromo tigrayan amhara acholi luo dinka nuer
    zaghawa masalit berber serb croat magyar roma tatar sikh druze alawite yazidi assyrian turkmen turkoman baluch baloch
    punjabi bengali naga kurdish kurd tuareg sami hmong romani gypsy masai maasai fula fulbe mayan maya inuit
    aymara mapuche embera guarani quechua miskito yanomami wayuu toubou tubu tebu ewe ossetian ossete lezgin baluchi peul mandingo malinke zande
    lunda chewa makonde lahu akha montagnard meskhetian circassian turcoman touareg pathan dayak""".split()
)
# Peoples at home in several states, of which a report may mean another than the first that comes to mind.
HOMES = {
    "hutu": "RWA BDI COD", "tutsi": "RWA BDI COD", "tamil": "LKA IND MYS", "hausa": "NGA NER GHA", "fulani": "NGA MLI NER BFA CMR GIN SEN",
    "serb": "SRB BIH HRV XKX MNE", "croat": "HRV BIH", "albanian": "ALB XKX MKD SRB MNE", "magyar": "HUN ROU SRB SVK UKR", "hungarian": "HUN ROU SVK UKR SRB",
    "russian": "RUS UKR EST LVA LTU MDA KAZ", "uzbek": "UZB KGZ AFG TJK", "tajik": "TJK AFG UZB", "turkmen": "TKM IRQ SYR AFG", "azeri": "AZE IRN GEO",
    "armenian": "ARM AZE GEO LBN", "pashtun": "AFG PAK", "baluch": "PAK IRN AFG", "baloch": "PAK IRN AFG", "punjabi": "PAK IND", "bengali": "BGD IND",
    "nepali": "NPL BTN IND", "chinese": "CHN IDN MYS", "malay": "MYS THA SGP IDN", "naga": "IND MMR", "karen": "MMR THA", "shan": "MMR THA",
    "somali": "SOM ETH KEN DJI", "afar": "ETH ERI DJI", "oromo": "ETH KEN", "tigrayan": "ETH ERI", "dinka": "SSD SDN", "nuer": "SSD ETH", "luo": "KEN UGA",
    "masalit": "SDN TCD", "zaghawa": "SDN TCD", "arab": "", "turk": "TUR CYP BGR GRC", "turkish": "TUR CYP BGR GRC", "greek": "GRC CYP ALB",
    "macedonian": "MKD GRC BGR", "bosniak": "BIH SRB MNE", "kazakh": "KAZ CHN MNG", "yazidi": "IRQ SYR TUR", "assyrian": "IRQ SYR", "alawite": "SYR TUR",
    "tuareg": "MLI NER DZA LBY BFA", "kurd": "TUR SYR IRQ IRN", "kurdish": "TUR SYR IRQ IRN", "druze": "SYR LBN ISR", "hmong": "LAO VNM", "khmer": "KHM VNM THA", "sami": "NOR SWE FIN RUS",
    "aymara": "BOL PER CHL", "mapuche": "CHL ARG", "embera": "COL PAN", "guarani": "BRA PRY BOL ARG", "quechua": "PER BOL ECU", "miskito": "NIC HND",
    "yanomami": "BRA VEN", "wayuu": "COL VEN", "toubou": "TCD LBY NER", "tubu": "TCD LBY NER", "tebu": "LBY TCD", "ewe": "TGO GHA",
    "ossetian": "GEO RUS", "ossete": "GEO RUS", "lezgin": "RUS AZE", "baluchi": "PAK IRN AFG", "peul": "MLI NER GIN BFA SEN", "mandingo": "LBR GIN CIV",
    "malinke": "GIN CIV MLI", "zande": "SSD COD CAF", "lunda": "COD ZMB AGO", "chewa": "MWI ZMB MOZ", "makonde": "MOZ TZA", "lahu": "MMR THA",
    "akha": "MMR THA", "montagnard": "VNM KHM", "meskhetian": "GEO UZB RUS AZE", "circassian": "RUS JOR SYR TUR ISR", "turcoman": "IRQ SYR",
    "touareg": "MLI NER DZA LBY BFA", "pathan": "PAK AFG", "dayak": "IDN MYS",
}  # fmt: skip
# Nations that are a minority elsewhere, where the land that has them is said before ("*Poland's German* minority").
MINORITIES = HOMES | {
    "german": "POL ROU KAZ RUS HUN CZE", "polish": "LTU BLR UKR", "slovak": "SRB HUN", "romanian": "UKR MDA SRB HUN", "bulgarian": "MDA UKR SRB MKD",
    "ukrainian": "POL MDA RUS KAZ", "korean": "UZB KAZ JPN CHN", "vietnamese": "KHM THA CZE", "indian": "FJI MYS GUY MUS ZAF KEN UGA TTO SUR",
    "haitian": "DOM", "kyrgyz": "TJK UZB CHN AFG", "slovene": "AUT ITA", "italian": "HRV SVN", "mongolian": "CHN", "swedish": "FIN", "danish": "DEU",
    "moldovan": "UKR", "montenegrin": "SRB", "georgian": "AZE TUR",
}  # fmt: skip
NATIVE = frozenset({"CVL", "AGR", "SOC", "REB"})  # sectors of those who may be called Indians in the Americas
# Lands that name their citizens of foreign descent last: "Cuban-*American*".
IMMIGRANT = frozenset({"USA", "CAN", "AUS", "NZL"})
_AWAY = re.compile(
    r"\b(?:refugees?|asylum[ -]seekers?|exiles?|returnees?|diaspora|[eé]migr[eé]s?|expatriates?|migrants?|guest workers?)\Z"
)
_DESCRIBING = re.compile(
    r"\A(?:\d+-year-old|(?:young|elderly|middle-aged|naturali[sz]ed|unnamed|unidentified|jailed|imprisoned|detained|kidnapped|captured|wounded|retired|"
    r"fellow|pregnant|convicted|suspected|freed|missing|exiled|injured|captive|lone)\Z)|-(?:born|trained|raised)\Z"
)


def of_a_people(before: tuple[Word, ...]) -> bool:
    """Whether a people is named before a role: where its members are says whose they are ("*Hutu* rebels in Burundi", "*ethnic* Serb mayors")."""
    return any(w.key in PEOPLES for w in before)


def may_be_native(before: tuple[Word, ...], noun: str, sector: str) -> bool:
    """Whether "*Indian* peasants" may be natives of the Americas: people, not soldiers, officials or firms."""
    people = sector in NATIVE or noun.removesuffix("s") == "leader"
    return people and any(w.key == "indian" for w in before)


def is_away(noun: str) -> bool:
    """Whether a role is of people who are not where they are at home ("*Karen refugees* in Thailand")."""
    return bool(_AWAY.search(noun))


def of_a_minority(before: tuple[Word, ...], words: Words) -> Resolved | None:
    """The land whose own part of a people is meant that other lands have too ("*Croatia's Serb* rebels", "*Peru's Aymara* peasants")."""
    for n, people in enumerate(before[1:], 1):
        homes = MINORITIES.get(people.key, "").split()
        end = next(
            (k + 1 for k in range(n - 1, -1, -1) if before[k].capital), 0
        )  # "Romania's *ethnic* Hungarian party"
        code = words.countries.get(_land(before[:end])) if homes and end else None
        if code in homes and before[end - 1].possessive:
            return Resolved(
                words.english[code], None, code, "", (), "", (f"{people.text!r} of {words.english[code]}",), True
            )
    return None


def _land(before: tuple[Word, ...]) -> str:
    """The possessor that ends a phrase: "Macedonia's", "Bosnia and Herzegovina's"."""
    start = next((n + 1 for n in range(len(before) - 2, -1, -1) if not before[n].capital), 0)
    return key_of(before[start:])


COLLEAGUES = frozenset({"colleague", "colleagues"})
# Who learn, teach or speak a tongue: "a teacher of *English*" is of nobody's land.
OF_TONGUES = frozenset(
    """teacher teachers professor professors lecturer lecturers tutor tutors student students translator translators interpreter interpreters speaker
    speakers scholar scholars""".split()
)


def is_tongue(noun: str, rest: tuple[Word, ...], words: Words) -> bool:
    """Whether what somebody teaches, learns or speaks is a tongue, not his land: "a student *of Arabic*"."""
    return (
        noun in OF_TONGUES
        and bool(rest)
        and rest[0].capital
        and rest[0].key in words.demonyms | {"arabic": "", "latin": ""}
        and (len(rest) == 1 or not rest[1].capital)
    )


def described(core: tuple[Word, ...], words: Words) -> Resolved | None:
    """Somebody whom only age, fate and nationality describe ("a 23-year-old *Briton*"); None for languages ("fluent *Russian*")."""
    if core[-1].key in COLLEAGUES:
        return _colleague(core, words)
    code = words.demonyms.get(core[-1].key) if core[-1].capital else None
    if code is None or not any(_DESCRIBING.search(w.key) for w in core[:-1]):
        return None
    name = " ".join(w.text + ("'s" if w.possessive else "") for w in core)
    return Resolved(name, None, code, "CVL", (), "", (f"nationality {core[-1].key!r}",), True)


def _colleague(core: tuple[Word, ...], words: Words) -> Resolved | None:
    """A colleague of another nation ("his *Togolese colleague*"); one of no told nation may be anybody."""
    codes = [words.demonyms[w.key] for w in core[:-1] if w.capital and w.key in words.demonyms]
    if len(codes) != 1:
        return None
    name = " ".join(w.text for w in core)
    return Resolved(name, None, codes[0], "UNK", (), core[-1].key, (f"a colleague of {words.english[codes[0]]}",), True)


def of_two(before: tuple[Word, ...], words: Words) -> Resolved | None:
    """The land of a citizen of two: the first named, but an "Iranian-*American*" is American (and so on)."""
    for word in before:
        parts = word.key.split("-")
        codes = [code for part in parts if (code := words.demonyms.get(part) or words.countries.get(part))]
        if len(codes) == len(parts) == 2:
            code = codes[1] if codes[1] in IMMIGRANT else codes[0]
            return Resolved(words.english[code], None, code, "", (), "", (f"{word.text!r}, of two lands",), True)
    return None
