"""Bodies by who gathers in them: what members make of an association, which causes oppose a government, and which town is only where they gather."""

from __future__ import annotations

import re

from polybius.actors.resolved import Resolved

GATHERINGS = frozenset(
    "union federation confederation association alliance league society council network forum syndicate front committee coalition club guild "
    "chamber congress convention organisation organization platform collective coordination initiative assembly brotherhood bloc "
    "movement institute centre center conference foundation".split()
)
MEETINGS = frozenset("meeting talk talks summit conference negotiation session encounter round".split())
CITY_STATES = frozenset({"SGP", "MCO", "LUX", "VAT"})
# Sectors that a body has from its members; a union of others than these is of labour.
_MEMBERS = frozenset({"AGR", "BUS", "JRN", "MED", "REL", "REF", "EDU", "LAB"})
# What a gathering's noun alone may say; a noun that says more ("parliament", "army council") isn't a body of its members.
_OPEN = frozenset({"", "SOC", "LAB", "CRM", "MIL", "GOV", "LEG", "UNK"})
_TEACHERS = re.compile(r"teacher|lecturer|professor|educator")
_AGAINST = re.compile(
    r"(?:anti-(?:government|regime|junta|coup|military|establishment|monarchy|putsch)|pro-(?:democracy|opposition))\Z"
)


def of_members(noun: str, sector: str, members: str, of_sector: str) -> str:
    """The sector of a body whose noun says ``sector``, with ``members`` (a role's noun) of ``of_sector``."""
    if of_sector not in _MEMBERS or sector not in _OPEN:
        return sector
    return "LAB" if _TEACHERS.search(members) else of_sector  # teachers organise as labour


def opposing(word: str) -> bool:
    """Whether an adjective sets people against those who govern ("anti-government")."""
    return bool(_AGAINST.match(word))


def is_venue(before: Resolved, noun: str) -> bool:
    """Whether what stands before a meeting's noun says where it is, not who meets ("the *Vienna* talks")."""
    town = before.country in CITY_STATES or (bool(before.why) and before.why[0].startswith("capital of"))
    return town and noun in MEETINGS
