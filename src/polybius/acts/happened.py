"""Whether the act of a match happened: the status of its word (``status.py``), and what an act's type makes of it.

A purpose for which people have gathered is what they do there; what somebody only is, keeps doing or feels is no act.
"""

from __future__ import annotations

from spacy.tokens import Token

from polybius import hanging
from polybius.acts import clause_status, doubted, tree
from polybius.acts import status as statuses
from polybius.acts.match import Match

STANDING = frozenset(
    {"ASSAULT", "COERCE", "AID", "SUPPORT", "MOBILIZE", "REJECT", "COOPERATE"}
)  # what a present may tell as a state
# What somebody may be called or written to for.
SAID = frozenset({"SUPPORT", "CONCEDE", "ACCUSE", "REJECT", "REQUEST", "THREATEN"})
# What somebody keeps giving: "A *arms* B" tells of no day.
KEEPING = frozenset("arm fund finance bankroll sponsor subsidise subsidize shield sustain equip prop supply".split())
# What tells where troops are, not that they were sent: "*keeps* five thousand men at posts around B".
STAYING = frozenset({"keep", "have", "maintain", "retain", "hold", "station", "garrison", "base"})
GATHERING = frozenset(
    """gather rally march walk ride drive pour flock throng crowd assemble converge descend take turn come go strike stop block occupy camp sit
    lie stage hold join fill flood light burn chain form surround picket parade cycle sail travel meet protest demonstrate mass line pack""".split()
)
CONTACTING = frozenset("call phone telephone ring write cable email text wire visit meet".split())
# How those come who help where they come to; "will be sent", "was asked to go" tell no help yet.
COMING_TO_HELP = frozenset("fly arrive land cross come go rush travel send dispatch deploy race hurry airlift".split())
ARRIVALS = frozenset("airport tarmac airfield airstrip runway station quayside quay pier border frontier step".split())


def of(match: Match) -> str:
    """Whether the act of a match happened. A purpose for which people have gathered is what they do there: protest; a purpose for which
    somebody is called or written to is said to him; who stands at the airport to receive somebody, or has come to help, does so.
    """
    token = match.support or match.token
    status = statuses.of(token)
    if status in ("negated", "refused") and _holds_its_no(match):
        return "asserted"
    if status == "hypothetical" and match.frame.type == "PROTEST" and _is_gathering(token):
        return "asserted"
    if status == "hypothetical" and match.frame.type in SAID and is_message(token):
        return "asserted"
    if status == "hypothetical" and match.frame.type == "CONSULT" and _is_reception(token):
        return "asserted"
    if status == "hypothetical" and match.frame.type == "AID" and _has_come_for(token):
        return "asserted"
    if status == "asserted" and match.frame.type in STANDING and _is_standing(token):
        return "hypothetical"
    if status == "asserted" and match.frame.type == "ACCUSE" and match.pattern.pos == "a" and _is_only_felt(token):
        return "hypothetical"
    if status == "asserted" and match.frame.type == "AID" and _is_kept_up(token):
        return "hypothetical"
    if status == "asserted" and match.frame.type == "MOBILIZE" and _is_presence(token):
        return "hypothetical"
    return status


def _holds_its_no(match: Match) -> bool:
    """Whether the *no* of a clause is one of the words by which its frame tells an act: "paid *no* heed to the plea" ignored it."""
    asked = (arg for arg in match.pattern.args if not arg.mark and arg.slots == ("sent",) and arg.filler is not None)
    own = not match.fillers("C") and match.pattern.pos == "v"
    return own and any(arg.filler.words & clause_status.NEGATIONS for arg in asked if arg.filler is not None)


def _is_standing(verb: Token) -> bool:
    """Whether a relative clause in the plain present only says what somebody is or keeps doing: "the army *that fights the rebels*"."""
    clause = tree.clause_of(verb)
    plain = clause.tag_ in clause_status.PRESENT and not any(c.dep_ in ("aux", "auxpass") for c in clause.children)
    return plain and clause.dep_ == "relcl" and not _answers(clause)


def _answers(clause: Token) -> bool:
    """Whether a relative clause tells what somebody says to a charge: "an allegation *that A rejects*", "which A *denies*"."""
    return clause.lemma_ == "deny" or (clause.lemma_ in doubted.DOUBTING and clause.head.lemma_ in doubted.SAYINGS)


def _is_only_felt(adjective: Token) -> bool:
    """Whether the report itself says what somebody feels now ("A *is worried* by B"): nobody has said it."""
    passive = adjective.pos_ == "VERB" and adjective.dep_ != "acomp"  # "is *outraged* by", as the parser may take it
    verb = adjective if passive else adjective.head
    told = [c for c in verb.children if c.dep_ == "auxpass"] if passive else [verb]
    if not told or any(t.lemma_ not in ("be", "remain") or t.tag_ not in clause_status.PRESENT for t in told):
        return False
    own = any(c.dep_ == "nsubj" and c.lower_ in ("we", "i") for c in verb.children)
    return not own and not any(word.dep_ in ("ccomp", "parataxis") for word in (verb, *verb.ancestors))


def _is_kept_up(verb: Token) -> bool:
    """Whether a plain present tells what somebody keeps giving, not what he gave: "A *arms* B", "B *is funded* by A"."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    plain = verb.tag_ in clause_status.PRESENT and not auxiliaries
    passive = verb.tag_ == "VBN" and [a.tag_ in clause_status.PRESENT for a in auxiliaries if a.dep_ == "auxpass"] == [
        True
    ]
    return verb.lemma_ in KEEPING and (plain or (passive and len(auxiliaries) == 1))


def _is_presence(verb: Token) -> bool:
    """Whether a plain present tells only where troops are: "*keeps* five thousand men at posts around B", "men *are stationed* in B"."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    passive = verb.tag_ == "VBN" and [a.dep_ == "auxpass" and a.tag_ in clause_status.PRESENT for a in auxiliaries] == [
        True
    ]
    return verb.lemma_ in STAYING and ((verb.tag_ in clause_status.PRESENT and not auxiliaries) or passive)


def _is_gathering(verb: Token) -> bool:
    """Whether a purpose is that of people who have come together for it ("rallied *to protest*"), which then is what they do."""
    return _is_purpose_of(verb, GATHERING)


def is_message(verb: Token) -> bool:
    """Whether a purpose is what somebody was called, met or written to for ("phoned the king *to convey* his support"), which then is said."""
    return verb.tag_ == "VB" and _is_purpose_of(verb, CONTACTING)


def _is_reception(verb: Token) -> bool:
    """Whether a purpose is what somebody stood ready for at a place of arrival ("was at the airport *to greet* the king"), which then is done."""
    waits = _is_purpose_of(verb, frozenset({"be", "stand", "wait"}))
    return waits and any(t.lemma_.lower() in ARRIVALS for n, t in tree.prepositions(verb.head) if n in ("at", "on"))


def _has_come_for(verb: Token) -> bool:
    """Whether a purpose is that of those who have come for it ("crossed the river *to dig out* survivors", "were flown in *to guard* a camp"), not of
    those whom somebody sends, who is told to help by that.
    """
    above = verb.head
    moved = above.lemma_ == "cross" or tree.is_passive(above) or not hanging.has_object(above)
    return verb.tag_ == "VB" and moved and _is_purpose_of(verb, COMING_TO_HELP)


def _is_purpose_of(verb: Token, doing: frozenset[str]) -> bool:
    """Whether a clause tells for what something that happened was done, by what that was."""
    above = verb.head
    return verb.dep_ in ("advcl", "xcomp") and above.lemma_.lower() in doing and statuses.of(above) == "asserted"
