"""Who acts on whom, as far as it says where an act may be: officials act at home, armed groups where the war is."""

from __future__ import annotations

from dataclasses import dataclass

from polybius.model import Actor, Span
from polybius.where.gazetteer import gazetteer

OFFICIAL = frozenset({"", "GOV", "LEG", "JUD", "COP", "SPY", "PTY", "OPP"})
"""Sectors of those who speak and rule at home."""

FIGHTING = frozenset({"MIL", "REB", "PRM", "UAF"})
"""Sectors of those who speak where they fight."""

_GROUPS = FIGHTING - {"MIL"}  # who hold ground of their own, where armies may be abroad
_PRIVATE = frozenset({"CVL", "REF", "JRN", "UNK", "SOC", "ELI"})  # persons: they stay where they were last
_NOWHERE = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})  # codes of no country


@dataclass(frozen=True, slots=True)
class Sides:
    """Who acts on whom; ``barred`` are the spans of all parties about, in which no place stands."""

    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    barred: tuple[Span, ...]

    @property
    def all(self) -> tuple[Actor, ...]:
        """Both sides."""
        return (*self.actors, *self.recipients)

    @property
    def countries(self) -> frozenset[str]:
        """Whatever country or code of none either side has."""
        return frozenset(actor.country for actor in self.all if actor.country)

    @property
    def official(self) -> bool:
        """Whether all who act do so for a state or a party of it."""
        return all(actor.sector in OFFICIAL for actor in self.actors)

    @property
    def persons(self) -> list[Actor]:
        """Private persons told by name."""
        named = (actor for actor in self.all if actor.sector in _PRIVATE and actor.name.istitle())
        return [actor for actor in named if not gazetteer().candidates(actor.name)]

    @property
    def abroad(self) -> bool:
        """Whether others than the press of one's own or another country are met or agreed with."""
        return not self.domestic and any(actor.sector != "JRN" for actor in self.recipients)

    @property
    def domestic(self) -> bool:
        """Whether both sides are known and of one country."""
        known = all(actor.country for actor in self.all)
        return bool(self.actors and self.recipients) and known and len(self.countries) == 1

    @property
    def foreign(self) -> bool:
        """Whether another country than the actors' is acted on."""
        own = {actor.country for actor in self.actors}
        return any(actor.country not in own | {None, *_NOWHERE} for actor in self.recipients)

    @property
    def ground(self) -> str | None:
        """The one country whose armed groups, known by name, fight; None when they are of none or several."""
        homes = {actor.country if actor.id else None for actor in self.all if actor.sector in _GROUPS}
        return homes.pop() if len(homes) == 1 and not homes & {None, *_NOWHERE} else None

    @property
    def grouped(self) -> bool:
        """Whether an armed group is on either side."""
        return any(actor.sector in _GROUPS for actor in self.all)

    def strange(self, country: str | None) -> bool:
        """Whether armed groups fight that aren't of a country."""
        return any(actor.sector in _GROUPS and actor.country != country for actor in self.all)

    def speak_in(self, country: str | None) -> bool:
        """Whether those who speak may be taken to be in a country: they are its people, or fight for none."""
        fighters = all(actor.sector in FIGHTING and actor.country in (None, *_NOWHERE) for actor in self.actors)
        homes = {actor.country for actor in self.actors}
        return fighters or (country in homes and homes <= {country, None, *_NOWHERE})

    def touch(self, country: str | None) -> bool:
        """Whether a country is among those of either side, or may be as far as is known."""
        return (
            country in self.countries
            or any(actor.country in (None, "IMG", "ISM") for actor in self.all)
            or not self.all
        )
