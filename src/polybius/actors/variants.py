"""Other ways to write the name of a person whom the lexicon knows: what to look up instead, and in whose countries only."""

from __future__ import annotations

import re
from collections.abc import Iterator

SOVIET = frozenset("RUS UKR BLR KAZ KGZ UZB TJK TKM AZE ARM GEO MDA LVA LTU EST".split())
SPANISH = frozenset("ESP MEX GTM HND SLV NIC CRI PAN CUB DOM COL VEN ECU PER BOL CHL ARG PRY URY GNQ".split())
# Given names that stand second in Spanish and Portuguese pairs: what follows them is the first surname, not the second ("Juan *Carlos* Jobet").
SECOND_GIVEN = frozenset(
    """carlos luis jose antonio manuel alberto miguel angel jesus pablo maria fernando enrique eduardo francisco javier ignacio andres david
    daniel alejandro rafael ricardo roberto sergio arturo raul cesar guillermo ernesto gustavo jorge mario felipe ramon alfonso pedro alonso
    augusto octavio ruben hugo rodolfo oscar camilo sebastian esteban diego martin isabel teresa cristina beatriz eugenia elena fernanda
    gabriela alejandra paola andrea carolina patricia lucia ines rosa luisa victoria gabriel rodrigo agustin esperanza socorro paulo joao""".split()
)
# Where the family name may stand first or last.
FAMILY_FIRST = frozenset("KOR PRK CHN TWN HKG SGP JPN VNM KHM HUN".split())
UMLAUTS = frozenset("DEU AUT CHE LIE LUX SWE NOR DNK FIN ISL EST TUR HUN".split())
SHORTEST_TURNED = 9  # letters of a name from which it may stand the other way round; shorter ones have many bearers
MOST_TURNED = 3

_PATRONYMIC = re.compile(r"\w{2,}(?:[oe]vich|yevich|[oeiy]vych|[oe]vna|yevna|ivna|ilyich|illich|ichna|inichna)\Z")
_FILIAL = frozenset("ogly oglu ogli oghlu qizi gizi kizi kyzy uulu uly".split())
_TWO_LETTERS = re.compile(r"(?<=[a-z])([aou])e(?=[a-z])|aa")


def variants(key: str) -> Iterator[tuple[str, frozenset[str] | None, str]]:
    """Keys that may stand for a name's ``key``, each with the countries where it may (None: all) and what was done."""
    words = key.split()
    if len(words) > 2 and any(len(w) == 1 for w in words[1:-1]):
        kept = [w for n, w in enumerate(words) if len(w) > 1 or n in (0, len(words) - 1)]
        yield " ".join(kept), None, "without its initial"
    yield from _without_father(words)
    if len(words) > 2 and words[-2] not in SECOND_GIVEN:
        yield " ".join(words[:-1]), SPANISH, "without the second surname"
    if len(words) > 2 and words[1] in SECOND_GIVEN:
        yield " ".join((words[0], *words[2:])), SPANISH, "without the second given name"
    if 1 < len(words) <= MOST_TURNED and len(key) >= SHORTEST_TURNED:
        yield " ".join((words[-1], *words[:-1])), FAMILY_FIRST, "family name first"
        yield " ".join((*words[1:], words[0])), FAMILY_FIRST, "family name last"
    plainer = _TWO_LETTERS.sub(lambda m: m[1] or "a", key)
    if plainer != key:
        yield plainer, UMLAUTS, "umlauts in one letter"


def _without_father(words: list[str]) -> Iterator[tuple[str, frozenset[str], str]]:
    """ "Dmitry *Anatolyevich* Medvedev", "Ilham *Heydar oglu* Aliyev"."""
    if len(words) == 3 and _PATRONYMIC.match(words[1]):
        yield f"{words[0]} {words[2]}", SOVIET, "without the patronymic"
    if len(words) == 4 and words[2] in _FILIAL:
        yield f"{words[0]} {words[3]}", SOVIET, "without the patronymic"
    if len(words) == 4 and words[3] in _FILIAL:  # "Aliyev Ilham Heydar oglu"
        yield f"{words[1]} {words[0]}", SOVIET, "without the patronymic"
