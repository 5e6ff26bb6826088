"""Persons whom nationality, descent or people alone tells: "a 23-year-old Briton", "a Cuban-American", "Hutu rebels in Burundi"."""

from __future__ import annotations

import re

from polybius.actors.phrase import Word
from polybius.actors.resolved import Resolved
from polybius.actors.vocabulary import Words

# Peoples of more lands than one, that a land's list of its people may hold: where they are says whose they are.
PEOPLES = frozenset(
    """ethnic hutu tutsi tamil hausa yoruba igbo ibo fulani karen kachin shan rohingya hazara pashtun oromo tigrayan amhara acholi luo dinka nuer
    zaghawa masalit berber serb croat magyar roma tatar sikh druze alawite yazidi assyrian turkmen turkoman baluch baloch
    punjabi bengali naga kurdish kurd tuareg sami hmong romani gypsy masai maasai fula fulbe mayan maya inuit""".split()
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
}  # fmt: skip
# Who of such a people live in a land as its own.
LIVING = frozenset(
    "minority population community majority party parties deputies mayors politicians villagers inhabitants speakers".split()
)
# Lands that name their citizens of foreign descent last: "Cuban-*American*".
IMMIGRANT = frozenset({"USA", "CAN", "AUS", "NZL"})
_DESCRIBING = re.compile(
    r"\A(?:\d+-year-old|(?:young|elderly|middle-aged|naturali[sz]ed|unnamed|unidentified|jailed|imprisoned|detained|kidnapped|captured|wounded|retired|"
    r"fellow|pregnant|convicted|suspected|freed|missing|exiled|injured|captive|lone)\Z)|-(?:born|trained|raised)\Z"
)


def of_a_people(before: tuple[Word, ...]) -> bool:
    """Whether a people is named before a role: where its members are says whose they are ("*Hutu* rebels in Burundi", "*ethnic* Serb mayors")."""
    return any(w.key in PEOPLES for w in before)


def holder_of_people(before: tuple[Word, ...], noun: str, words: Words) -> Resolved | None:
    """The land that has a people at home in several: "*Burundi's* Hutu rebels", "*Estonia's* Russian minority" (not its Russian guests)."""
    owned = [i for i, w in enumerate(before) if w.possessive]
    if not owned:
        return None
    code = words.countries.get(before[owned[-1]].key)
    peoples = {w.key for w in before[owned[-1] + 1 :]}
    living = noun.rsplit(maxsplit=1)[-1] in LIVING and any(code in HOMES.get(p, "").split() for p in peoples)
    if code is None or not (living or peoples & PEOPLES):
        return None
    return Resolved(words.english[code], None, code, "", (), "", (f"country name {before[owned[-1]].key!r}",), True)


def described(core: tuple[Word, ...], words: Words) -> Resolved | None:
    """Somebody whom only age, fate and nationality describe ("a 23-year-old *Briton*"); None for languages ("fluent *Russian*")."""
    code = words.demonyms.get(core[-1].key) if core[-1].capital else None
    if code is None or not any(_DESCRIBING.search(w.key) for w in core[:-1]):
        return None
    name = " ".join(w.text + ("'s" if w.possessive else "") for w in core)
    return Resolved(name, None, code, "CVL", (), "", (f"nationality {core[-1].key!r}",), True)


def of_two(before: tuple[Word, ...], words: Words) -> Resolved | None:
    """The land of a citizen of two: the first named, but an "Iranian-*American*" is American (and so on)."""
    for word in before:
        parts = word.key.split("-")
        codes = [code for part in parts if (code := words.demonyms.get(part) or words.countries.get(part))]
        if len(codes) == len(parts) == 2:
            code = codes[1] if codes[1] in IMMIGRANT else codes[0]
            return Resolved(words.english[code], None, code, "", (), "", (f"{word.text!r}, of two lands",), True)
    return None
