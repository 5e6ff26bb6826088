"""Where frames and the codebook have the last word over a judge, which reads another type than a frame: it sees the deed and calls it by a name of
its own, or sees another deed of the same list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from polybius.acts import tree
from polybius.acts.act import Act
from polybius.acts.compose import EXERCISES, UNTIL_THEN
from polybius.acts.doers import RESCUE
from polybius.acts.recast import YIELDING
from polybius.model import Mention

# Their words say that nobody was struck; a judge reads any bomb as fired at somebody.
HITTING_NOBODY = frozenset({"mobilize.at-the-range", "mobilize.weapon-flies", "mobilize.sabre-rattling"})
ORDERING = frozenset({"order", "tell", "instruct"})
RIOTING = frozenset({"protest.throw-things", "protest.riot"})
UPHOLDING = frozenset({"uphold", "confirm", "affirm", "endorse"})
REFUSING = frozenset({"did", "will", "would", "wo"})  # *wo* of "won't"
CHOSEN = frozenset(
    "decision move step plan vote withdrawal refusal veto boycott closure expulsion departure choice stance".split()
)
BOYCOTTED = "sanction.off-the-shelves"
# Orders to one's own: an army that is to move, firms that are to buy nothing from another land.
TO_ARMY, TO_FIRMS = "mobilize.readiness", "sanction.tells-its-firms"
AT_THE_BORDER = "sanction.own-goods-stopped"


def means_the_same(act: Act, best: str, mentions: Sequence[Mention]) -> bool:
    """Whether the type that a judge reads is how it knows what the frame tells, which the codebook calls otherwise."""
    # States that buy nothing from another sanction it; a judge knows boycotts as protests.
    if act.match.frame.id == BOYCOTTED and best == "PROTEST" and _are_states([mentions[a] for a in act.actors]):
        return True
    # A crowd that clashes with police riots, which the codebook tells as a protest.
    if (act.type, act.mode, best) == ("PROTEST", "riot", "ASSAULT") and act.match.frame.id in RIOTING:
        return True
    if is_mere_move(act, best):
        return True
    if best == "SANCTION" and _puts_off_exercises(act):  # a step back, as nobody is told whom it would cut off
        return True
    if best == "RETREAT" and _frees_by_force(act):  # captors don't raid their own captives
        return True
    if best == "SUPPORT" and _is_upheld(act):  # a judge sees who is agreed with, not who is punished again
        return True
    if best == "CONCEDE" and _regrets_anothers(act):  # a judge knows who regrets what he did himself
        return True
    # A promise to yield is one (docs/decisions/types.md).
    return act.type == "AGREE" and best in YIELDING


def stands(act: Act, best: str) -> bool:
    """Whether the type of an act stands whatever a judge reads as ``best``: by what governs it, or by a rule of the codebook."""
    frame = act.match.frame
    if act.type != frame.type or (act.type, best) == ("REJECT", "CONSULT"):  # talks that failed were talks too
        return True
    # A judge reads whom somebody seized as arrested; where the words leave out police, it was no arrest.
    # Nor is trade that is stopped at a border a seizure.
    return best == "COERCE" and frame.id in ("assault.seized-off", AT_THE_BORDER)


def is_told_beside(act: Act, type_: str, read: Sequence[Act]) -> bool:
    """Whether what a judge sees between the two is told by another verb of the same list ("*dismissed* by A in May and *jailed* a week later"): of
    several deeds it names one.
    """
    return any(
        other.type == type_ != act.type and other.token in act.token.conjuncts and other.recipients == act.recipients
        for other in read
        if act.recipients
    )


def _regrets_anothers(act: Act) -> bool:
    """Whether somebody regrets what another decided or did, who is told: "B *regretted the step*", "regretted *A's decision*"."""
    done = [o for o in tree.objects(act.token) if o.lemma_.lower() in CHOSEN]
    own = any(c.tag_ == "PRP$" for o in done for c in o.children)
    return act.type == "ACCUSE" and act.token.lemma_ == "regret" and bool(done) and not own and bool(act.recipients)


def _is_upheld(act: Act) -> bool:
    """Whether a court lets stand what was done to somebody ("*upheld* the sentence")."""
    return act.type in ("SANCTION", "COERCE") and act.token.lemma_ in UPHOLDING and act.token.pos_ == "VERB"


def declined(act: Act) -> Act:
    """A refusal that is told as what wasn't or won't be done: "*did not accept* the offer", "*would not send* troops", not "hasn't yet accepted it"."""
    refused = any(c.dep_ == "aux" and c.lower_ in REFUSING for c in act.token.children)
    return replace(act, status="asserted") if refused and (act.type, act.status) == ("REJECT", "negated") else act


def _puts_off_exercises(act: Act) -> bool:
    """Whether an act tells that somebody's exercises were suspended, and of nobody with whom: that cuts no ties (docs/decisions/types.md)."""
    words = (act.token.doc[i] for i in act.match.taken)
    return act.type == "CONCEDE" and not act.recipients and any(w.lemma_.lower() in EXERCISES for w in words)


def is_mere_move(act: Act, best: str) -> bool:
    """Whether a frame tells a move of forces where a judge sees what is done by it: something asked of one's own army ("*ordered the army to mass*
    along the border") or one's own firms, a blow ("*dropped bombs on a range*").
    """
    frame = act.match.frame.id
    ordered = (frame == TO_ARMY and act.token.lemma_ in ORDERING) or frame == TO_FIRMS
    return (best == "REQUEST" and ordered) or (best == "ASSAULT" and frame in HITTING_NOBODY)


def tells_whom_itself(act: Act, mentions: Sequence[Mention]) -> bool:
    """Whether the words say whom an act is towards where a judge sees only what its doer says or orders: trade that is cut by an order to those
    who trade ("*told its refiners to stop buying* oil from B"), talks that are refused until another has moved ("*until B* left").
    """
    own = {mentions[a].actor.country for a in act.actors}
    abroad = own.isdisjoint(mentions[r].actor.country for r in act.recipients)
    return (act.match.frame.id == TO_FIRMS and abroad) or UNTIL_THEN in act.why


def is_sure(act: Act) -> bool:
    """Whether an act stands, doubtful, though a judge sees nothing: by words of its frame that can mean nothing else, or as what somebody says
    nobody will do until another has moved.
    """
    return act.match.frame.sure or UNTIL_THEN in act.why


def _frees_by_force(act: Act) -> bool:
    """Whether captives are told as freed in a raid."""
    return act.match.frame.id == RESCUE and any(
        (b.role, b.slot) in (("T", "in"), ("T", "during")) for b in act.match.bound
    )


def _are_states(parties: Sequence[Mention]) -> bool:
    """Whether only states and their governments are told."""
    return all(m.actor.country and m.actor.sector in ("", "GOV") for m in parties)
