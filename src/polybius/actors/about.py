"""Which land a report is about: the one that most of its parties are of, or that its lead alone names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from polybius.lexicon import ontology
from polybius.model import Mention

SENT = frozenset(
    "ambassador ambassadors envoy envoys diplomat diplomats consul consuls embassy consulate delegation attache attaches chargé".split()
)
LONG, LEAD_LEAST = 6, 3  # sentences of a report whose lead tells its land, and how often it must be named
# Sentences in which a report goes on to who governs the land that its lead names, and what these are called.
OPENING, HIGHEST = 3, frozenset({"president", "minister", "premier", "chancellor", "government"})
FOCUS_SHARE, FOCUS_LEAST = 0.6, 2  # of a report's country names: how much one must prevail to be its scene
# Long reports also tell what many other lands say of it: one that is named so often, and so much more often than any other, is their scene too.
FOCUS_OFTEN, FOCUS_AHEAD = 6, 2
SIDES = frozenset({"", "GOV", "MIL", "LEG", "REB", "PRM", "UAF", "SPY"})
DATED_SHARE = 1 / 3  # the same for the land of its dateline


def is_sent(mention: Mention) -> bool:
    """Whether a party is at its post in another land, or has no parliament and parties at home: "the American *embassy*", the Pope."""
    words = {*mention.actor.role.split()[-1:], *mention.actor.text.lower().split()}
    return not SENT.isdisjoint(words) or mention.actor.country == "VAT"


def focus(mentions: Sequence[Sequence[Mention]], dated: str | None = None) -> str | None:
    """The state that most names of a report's parties point to; None where none prevails. A report from ``dated`` is about that land already where
    no other is named as often: long ones tell of many lands besides.
    """
    counts = Counter(m.actor.country for sentence in mentions for m in sentence if is_state(m) and m.back < 1)
    if not counts:
        return None
    (country, number), *others = counts.most_common(2)
    share = DATED_SHARE if country == dated else FOCUS_SHARE
    prevails = number >= FOCUS_LEAST and number >= share * counts.total()
    leads = number >= FOCUS_OFTEN and all(number >= FOCUS_AHEAD * other for _, other in others)
    return country if prevails or leads else of_the_lead(mentions)


def of_the_lead(mentions: Sequence[Sequence[Mention]]) -> str | None:
    """The only state that the lead of a long report names, where no other is named as often after it: abroad is named by every reaction,
    home by the lead and then left out. Embassies stand where the report is set.
    """
    named = [m for sentence in mentions for m in sentence if is_state(m) and m.back < 1 and not is_sent(m)]
    counts = Counter(m.actor.country for m in named)
    if len(mentions) < LONG:
        return None
    for number, sentence in enumerate(
        mentions[:OPENING]
    ):  # "Good morning. It will be a long day. *The Defence Secretary* has resigned"
        lands = {m.actor.country for m in sentence if is_state(m)}
        land = next(iter(lands), None)
        others = max((n for code, n in counts.items() if code != land), default=0)
        often = counts[land] >= LEAD_LEAST and counts[land] > others
        ruled = not number and any(_is_office(m) for told in mentions[1:OPENING] for m in told)
        if len(lands) == 1 and (often or ruled):
            return land
        if len(lands) > 1:
            return None
    return None


def _is_office(mention: Mention) -> bool:
    """Whether who governs is told by an office alone, no land beside it: "*The new prime minister* cancelled it"."""
    actor = mention.actor
    told = actor.country is None or mention.back >= 0
    return mention.subject and told and actor.id is None and not HIGHEST.isdisjoint(actor.role.split()[-1:])


def of_a_long_one(mentions: Sequence[Sequence[Mention]], prevailing: str | None) -> str | None:
    """The state that prevails in a long report, whose lead names beside it only people of others: "Commandos of the *Philippine* army freed a
    Dutchman"; where it tells of another state itself, or its soldiers, the two are the matter.
    """
    lead = states(mentions[0]) if mentions else []
    others = [m for m in lead if m.actor.country != prevailing and not m.place]
    alone = len(others) < len(lead) and all(m.actor.sector not in SIDES for m in others)
    return prevailing if len(mentions) >= LONG and alone else None


def states(sentence: Sequence[Mention]) -> list[Mention]:
    """The parties of one state that a sentence names."""
    return [m for m in sentence if is_state(m)]


def is_state(mention: Mention) -> bool:
    """Whether a party is of one state."""
    return mention.actor.country is not None and mention.actor.country not in ontology.table()["international"]
