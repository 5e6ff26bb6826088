"""Who bears a role that belongs to no name of the lexicon: country, sector and name by the role, its owner and the words before it."""

from __future__ import annotations

from polybius.actors import vocabulary
from polybius.actors.gatherings import GATHERINGS
from polybius.actors.phrase import Word, text_of
from polybius.actors.resolved import Resolved
from polybius.actors.roles import Roles
from polybius.actors.terms import LEADERS
from polybius.lexicon.actor_index import WORLDWIDE
from polybius.lexicon.actor_tables import ActorLexicon

# Those who stand behind somebody who governs or did hold no office themselves: "*supporters* of the former president".
FOLLOWERS = frozenset({"supporter", "loyalist", "follower", "backer", "sympathiser", "sympathizer", "fan", "admirer"})
SPEAKERS = frozenset({"spokesman", "spokeswoman", "aide", "spokesperson"})  # of a person, whose sector they have
# What a body is called that is of the land it works in, or of somebody's.
DOMESTIC = frozenset("local domestic national opposition native home-grown indigenous its their his her our".split())
MASTERS = LEADERS | {"JUD", "REB", "PRM", "CRM"}  # whose "men" are what they are


class Bearers:
    """Makes parties of roles."""

    def __init__(self, lexicon: ActorLexicon, words: vocabulary.Words, roles: Roles) -> None:
        self._lexicon, self._words, self._roles = lexicon, words, roles

    def party(self, core: tuple[Word, ...], role: tuple[int, int, str, str], owner: Resolved | None) -> Resolved:
        """Who bears a role (begin, end, noun, sector, as ``Roles.find`` gives it) in the core of a phrase; ``owner`` is whose it is."""
        begin, end, noun, sector = role
        before, unknown_name = core[:begin], core[end:]
        why = [f"{noun!r} is {sector} (roles)"]
        country: str | None = None
        sectors: tuple[str, ...] = ()
        if owner is not None:
            country = owner.country
            why.append(f"of {owner.name}: {'; '.join(owner.why)}")
            sector, sectors, reason = self._of_owner(noun, sector, owner)
            why += reason
        if country is None and noun in self._words.worldwide and not any(w.key in DOMESTIC for w in before):
            country = self._words.worldwide[noun]
            why.append(f"of no one land, {country} (codebook)")
        sector, reason = self._of_modifier(noun, sector, before, country is not None)
        why += reason
        if any(w.key in self._words.former or w.key.startswith("ex-") for w in before) and sector in LEADERS:
            sector = "ELI"
            why.append("called former")
        own_name = unknown_name and noun.rsplit(maxsplit=1)[-1] not in GATHERINGS
        name = " ".join(w.text for w in unknown_name) if own_name else text_of(core)
        return Resolved(name, None, country, sector, sectors, noun, tuple(why), bool(country))

    def _of_owner(self, noun: str, sector: str, owner: Resolved) -> tuple[str, tuple[str, ...], list[str]]:
        """A role's sector and further sectors by whose it is, and why."""
        if owner.sector == "PRE" or "PRE" in owner.sectors:
            # Breakaway authorities are coded as others are, and marked (codebook, note 2 on sectors).
            return sector, ("PRE",), []
        if self._inherits(noun, owner):
            return owner.sector, owner.sectors, [f"sector of {owner.name}"]
        if noun in self._words.inheriting and owner.country in WORLDWIDE and owner.id and not owner.sector:
            return "", (), [f"of {owner.name}, which has no sector"]
        return sector, (), []

    def _inherits(self, noun: str, owner: Resolved) -> bool:
        """Whether a role has its owner's sector ("the army's *headquarters*"), as those behind a leader and members of a person's don't."""
        if noun not in self._words.inheriting or owner.sector in ("", "CVL"):
            return False
        if owner.sector in LEADERS | {"ELI"} and noun.rstrip("s") in FOLLOWERS:
            return False
        body = self._lexicon.entries.get(owner.id or "")
        return body is None or body.kind != "person" or noun in SPEAKERS

    def _of_modifier(self, noun: str, sector: str, before: tuple[Word, ...], owned: bool) -> tuple[str, list[str]]:
        """A role's sector by another role before it, and why: "*rebel* leader", "the *governor's* men"."""
        modifier = self._roles.find(before) if before else None
        if modifier is None or (noun == "secretary" and before[-1].key == "general"):
            return sector, []  # "the *general* secretary of the union" is no soldier
        begin, _, held, its_sector = modifier
        why: list[str] = []
        if noun in self._words.inheriting:
            if not owned:
                sector = its_sector
            elif its_sector not in ("CVL", "UNK") and not self._roles.is_inside_name(before, begin):
                sector = its_sector
                why.append(f"of the {held}")
        if noun == "men" and sector == "UNK" and before[-1].possessive and its_sector in MASTERS:
            sector = its_sector
            why.append(f"of the {held}")
        return sector, why
