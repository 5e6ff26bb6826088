"""What a phrase that names no land says of whom it means: the one there is, a body that any state has, its citizens, or anybody."""

from __future__ import annotations

import re
from itertools import pairwise

from polybius.actors import offices
from polybius.model import Mention

CITIZENS = frozenset(
    "protester protesters demonstrator demonstrators activist activists citizen citizens resident residents villager villagers dissident dissidents "
    "voter voters blogger bloggers campaigner campaigners prisoner prisoners minority witness witnesses survivor survivors relative relatives "
    "inhabitant inhabitants mourner mourners townspeople".split()
)
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "PTY", "COP", "JUD"})
INSTITUTIONAL = OFFICIAL | {"SPY", "OPP", "LAB", "BUS"}
IRREGULAR = frozenset({"REB", "UAF", "PRM"})
# Armed men of more states than one.
ALLIED = frozenset({"international", "multinational", "coalition", "allied", "allies", "foreign"})
ANY = frozenset({"every", "any", "no", "neither", "either", "such", "another", "most"})
HIS_OR_HER = frozenset({"his", "her"})
POSSESSIVES = frozenset({"his", "her", "their", "my", "our", "your", "its", "whose"})
NATIONALS = frozenset(
    """people citizen citizens national nationals civilian civilians population subjects voters expatriates compatriots countrymen villagers residents
    inhabitants pilgrims athletes""".split()
)
LIVELIHOODS = frozenset(
    {"AGR", "EDU", "JRN", "LAB", "MED"}
)  # whose people are a state's: "India's navy freed *its fishermen*"
GOVERNMENTS = frozenset(
    {"the government", "the regime", "government", "ministers", "the cabinet", "government ministers", "the ministers"}
)
# As headlines name the one there is: "PDP slams *Presidency*".
BARE = frozenset({"presidency", "senate", "parliament", "electoral commission", "army chief", "police chief", "finance minister", "interior minister",
                  "defence minister", "information minister", "attorney-general", "attorney general", "chief justice", "central bank", "junta"})  # fmt: skip
PRIVATE = frozenset({"CVL", "LAB", "JRN", "EDU", "REL", "MED", "BUS", "AGR", "SOC", "REF", "ELI"})
DEFINITE = frozenset({"the", "their", "its", "his", "her"})
# Of no one land, whatever the report is about: "*European* politicians".
REGIONAL = frozenset(
    "european western eastern african asian arab gulf nordic baltic balkan latin international regional global world eu".split()
)
MANY_LANDS = REGIONAL - {"western", "eastern", "regional"}  # "a delegation of *European* deputies"
KIN = frozenset(
    "mother father son daughter brother sister wife husband parents children family grandson grandmother grandfather cousin uncle aunt colleagues".split()
)
FIRED = frozenset(
    "missile missiles rocket rockets projectile projectiles warhead warheads".split()
)  # of who fires them, wherever they fly
STRANGERS = frozenset(
    "foreigner foreigners tourist tourists traveller travellers traveler travelers visitor visitors observer observers correspondent correspondents "
    "expatriate expatriates expats migrant migrants ambassador ambassadors consul consuls envoy envoys chaplain diplomat diplomats monitor monitors mediator mediators arbitrator "
    "creditor creditors lender lenders donor donors bondholder bondholders "
    "arbitrators embassy embassies consulate consulates".split()
)
# Whose they are tells where they are from, not where something is done: "*its backers*".
ADHERENTS = frozenset(
    "follower followers backer backers supporter supporters sympathiser sympathisers sympathizer sympathizers partner partners ally allies fan "
    "fans admirer admirers recruit recruits proxy proxies patron patrons sponsor sponsors".split()
)
_HEADS = re.compile(
    r"(?:[Ii]nterim |[Aa]cting |[Tt]ransitional )?(?:[Vv]ice[- ])?(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Kk]ing|[Ee]mir) [A-Z]"
)


def is_definite(mention: Mention) -> bool:
    """Whether a phrase means the one there is: "*the* president", "*their* government", "ministers"."""
    words = mention.actor.text.lower().split()
    return (words[0] in DEFINITE and words[-1] != "capital") or mention.actor.text.lower() in GOVERNMENTS | BARE


def is_citizen(sector: str, noun: str) -> bool:
    """Whether those whom a state calls its own are of it by what they are, not held by it, opposed to it or its guests."""
    return sector in LIVELIHOODS or (sector == "CVL" and noun in NATIONALS)


def is_of_the_report(mention: Mention) -> bool:
    """Whether a phrase means those at home where a report is set: its institutions, armed men and inhabitants, not just anybody there
    ("*children* from 46 countries", "its *followers*").
    """
    words = mention.actor.text.lower().split()
    inhabitants = CITIZENS | {
        "civilians",
        "civilian",
        "inhabitants",
        "locals",
        "people",
        "crowds",
        "crowd",
        "population",
    }
    return mention.actor.sector not in PRIVATE or not inhabitants.isdisjoint((mention.actor.role, words[-1]))


def is_named(mention: Mention) -> bool:
    """Whether a phrase names somebody, who may be at home anywhere ("the coroner *David Horsley*", "the parents of *Jack Letts*")."""
    capitals = sum(word[:1].isupper() for word in mention.actor.text.split()[1:])
    return capitals > 1 and not is_institution(mention) and not offices.is_of_state(mention.actor.text)


def governs(mention: Mention) -> bool:
    """Whether somebody whom the lexicon lacks bears the title of who governs a state: "*President* Chandana Wijeratne"."""
    return mention.actor.id is None and mention.actor.sector == "GOV" and bool(_HEADS.match(mention.actor.text))


def is_institution(mention: Mention) -> bool:
    """Whether a body that any state has is named without its land: "*the Electoral Commission*", "*the Socialist Party*"."""
    actor = mention.actor
    bare = actor.country is None and actor.id is None and not mention.plural and actor.text.lower().startswith("the ")
    return bare and mention.nature == "body" and actor.sector in INSTITUTIONAL


def is_anyones(mention: Mention) -> bool:
    """Whether a phrase means nobody there: "every government", "foreigners", "his mother", who may live anywhere."""
    words = mention.actor.text.lower().split()
    return bool(words) and (
        words[0] in ANY
        or words[0] == "both"
        or words[:2] == ["the", "two"]
        or (words[0] in POSSESSIVES - {"whose"} and mention.subject)
        or words[0] in REGIONAL
        or (words[0] != "the" and not MANY_LANDS.isdisjoint(words[1:3]))
        or any(word in MANY_LANDS for before, word in pairwise(words) if before == "of")
        or (mention.actor.role and f" western {mention.actor.role}" in f" {' '.join(words)}")
        or (mention.actor.sector in IRREGULAR | {"MIL"} and not ALLIED.isdisjoint(words))
        or words[-1] in STRANGERS
        or (words[0] in POSSESSIVES and words[-1] in ADHERENTS)
        or words[-1] in FIRED
        or (words[-1] in KIN and (words[0] in POSSESSIVES or any(w.endswith(("'s", "’s")) for w in words)))
        or (not {"other", "foreign"}.isdisjoint(words) and "shadow" not in words)
    )
