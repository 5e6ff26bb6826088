"""Whom an act is towards that names nobody: with whom its doer deals there, or the doer's own land.

Sides are often told in another clause or sentence than the act: "Burundi accused Rwanda of arming rebels. *Kigali rejected the charge.*" Where the
only party named beside the doer's has just done something to it, or undergone something of it, an answer, a demand, a threat is towards that one.
Where nobody of another land is named near, the act stays at home: "*The rebels declared a truce*" towards those whom they fight there.

Of 390 acts towards nobody in our own texts (2026-11-27, counted before the last conditions were added) the kinds below were right in some nine of
ten of those that labels tell at all, and nearly all had been wrong as "towards nobody".
The only other party that is named, without anything done between the two, was right there in three of four and in real reports in one of four.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import islice

from polybius import athome, drawn_in, ruling, tellers, twosided
from polybius.acts import across, bystanders, home, named, selection, tree
from polybius.acts.act import Act
from polybius.acts.replies import is_by_many
from polybius.acts.told import ELSEWHERE, Sentence
from polybius.lexicon import ontology
from polybius.lexicon.world import world
from polybius.model import Mention

# What is said or done in answer; not whom force, aid, talks and troops are for, who were others as often.
ANSWERS = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})
BLAMING, APPEALS = frozenset({"ACCUSE", "SANCTION", "THREATEN"}), frozenset({"REQUEST", "CONSULT", "SUPPORT"})
# What hardly goes without somebody whom it hits: the only other party of its sentence, dealings or not.
HITTING = frozenset({"CONCEDE", "SANCTION"})
HARMING = frozenset({"ASSAULT", "COERCE"})
MOVES = frozenset({"ASSAULT", "MOBILIZE", "THREATEN"})  # which forces answer by moves
KINDLY = frozenset({"CONCEDE", "SUPPORT", "AGREE", "AID", "COOPERATE"})  # after which no threat follows
AT_HOME = frozenset({"ACCUSE", "AGREE", "ASSAULT", "CONCEDE", "REJECT", "SUPPORT"})
TO_THEM = frozenset(
    {"COERCE", "REQUEST", "THREATEN"}
)  # at home only to somebody who is told: "called for a reform" asks nobody
# What a state itself, its capital and its diplomats do is towards others, however few are named.
ABROAD = frozenset({"foreign", "ambassador", "envoy", "consul", "embassy", "diplomat", "external"})
# Of what somebody says, and what one answers, to whomever.
DENIALS = frozenset({"reject.deny", "deny.content", "agree.answer"})
TO_NOBODY = frozenset(
    {"deny.content", "accuse.concern", "refuse.to-do"}
)  # words about a matter rather than to somebody
NAMED = frozenset({"name", "modifier"})
ASKED_FOR, REQUESTS = (
    frozenset({"AID", "RETREAT", "COOPERATE"}),
    frozenset({"request", "invitation", "behest", "urging", "insistence"}),
)
REFUSAL, ASKED_OF_ONE = (
    "refuse.to-do",
    frozenset("apologise apologize negotiate talk meet compensate extradite".split()),
)
BARE_CONCERN = "accuse.bare-concern"
DISQUIETING = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "REJECT", "SANCTION", "THREATEN"})
RETALIATING, AFTER = "assault.retaliate", frozenset({"after", "when", "because", "as"})
# Of whom it is told against whose will something is done, not with whom: "agreed *despite* warnings from B".
HEEDLESS = frozenset({"despite", "notwithstanding"})
DEFENDING = frozenset({"defend", "justify"})
CONDITIONED = frozenset({"THREATEN", "AGREE"})
HOSTED = frozenset({"", "GOV", "LEG", "MIL"})
# Who gives up roads and buildings to those at home: "farmers lifted their *blockade*".
UNARMED = frozenset({"LAB", "AGR", "EDU", "OPP", "PTY", "CVL"})
GIVEN_UP = frozenset({"resign", "disarm", "ceasefire"})  # what one lays down, towards nobody
PERSONS = frozenset({"him", "her", "them", "us", "both", "they", "he", "she"})
ONE, THEIRS = frozenset({"him", "her"}), frozenset({"them", "they"})
MEDIATING = "third-party"  # the mode of who meets others for others
STANDING = frozenset({"oppose"})  # a position, whoever is meant: "is *opposed* to any corridor"
SOLDIERLY = frozenset({"", "MIL"})
# What a state yields in to those at home: "Iran scrapped *a tax* on petrol", "Vietnam pardoned *ten monks*"; an apology is as often to others.
HOME_MATTERS = frozenset(
    """law bill legislation decree edict ordinance tax price subsidy wage salary pension censorship constitution penalty reform fare fee budget
    ration rise increase hike bonus allowance contract website internet school election parliament language""".split()
)
# Sentence of those at home whatever it is that a state gives up.
HOME_FRAMES = frozenset({"concede.under-protest"})
# Giving oneself up, or power: "the coup leader surrendered *to the presidential guard*".
SUBMITTING = frozenset(
    """retreat.surrender retreat.give-over retreat.resign retreat.disarm retreat.lay-aside-arms retreat.trade-in concede.power""".split()
)
SORRY = frozenset({"concede.apologise", "concede.admit"})
YIELDED_OVER = frozenset({"on", "over"})  # "backed down *on a rise* in fares"
LIMITS = frozenset({"ban", "curb", "restriction", "limit"})
LIMITED = frozenset(  # at home: "lifted a ban *on social media*"
    "rally protest march gathering meeting procession demonstration strike party newspaper internet media website assembly alcohol censorship".split()
)
AT_HAND = 2  # sentences before an act that may name whom it is towards at home


def complete(
    told: Sentence, vouchers: Sequence[Sequence[int]], before: Sequence[Sentence], offset: int
) -> tuple[list[Act], list[Mention]]:
    """The acts of a sentence with those whom they must be towards, and its mentions with them added.

    ``vouchers`` are who vouches for each act, ``before`` the sentences before, nearest first; ``offset`` is where the sentence starts in the
    document.
    """
    acts, known = told
    mentions, out = list(known), []
    for full, speakers in zip(acts, vouchers, strict=True):
        answered = twosided.without_venue(twosided.without_its_own(full, mentions), mentions)
        answered = twosided.by_the_other(answered, mentions, before)
        act = tellers.by_the_speaker(tellers.of_the_speaker(answered, mentions, speakers), mentions, speakers)
        doer = _doer(act, mentions)
        if _is_mutual(act, mentions):
            out.append(replace(act, recipients=act.actors))
            continue
        if doer is None:
            act, mentions = ruling.protested_to_envoy(act, mentions, offset)
            act, mentions = ruling.said_in_capital(act, mentions, offset)
            out.append(act)
            continue
        if asked := twosided.asked_beside(act, acts, mentions):
            out.append(replace(act, recipients=asked))
            continue
        if pair := twosided.quarrelling(act, doer, before) or drawn_in.who_fight(act, doer, before):
            out.append(replace(act, recipients=tuple(range(len(mentions), len(mentions) + len(pair))), guessed=True))
            mentions += pair
            continue
        beside = [m for n, m in enumerate(mentions) if n not in speakers]
        earlier = [m for _, mentioned in before[:AT_HAND] for m in mentioned]
        near = [*beside, *earlier]
        whom = mentions[act.recipients[0]] if act.recipients else None
        told_by = [m for n, m in enumerate(mentions) if n in speakers]
        other = _another(act, doer, whom, mentions, speakers, told, before, offset)
        at_hand = [*bystanders.close(beside, act.token), *earlier]
        own = _own(act, doer, whom, at_hand, offset) if other is None else None
        own = tellers.on_whose_ground(act, own, doer, told_by)
        own = own or (_accusers(act, doer, near, (told, *before[:AT_HAND]), offset) if other is None else None)
        party = other or own
        if act.type == "ASSAULT" or party is None:
            out.append(replace(act, resort=party))  # first asked is where it fell
            continue
        out.append(replace(act, recipients=(len(mentions),), guessed=other is not None))
        mentions.append(party)
    return out, mentions


def _another(
    act: Act,
    doer: Mention,
    whom: Mention | None,
    mentions: Sequence[Mention],
    speakers: Sequence[int],
    told: Sentence,
    before: Sequence[Sentence],
    offset: int,
) -> Mention | None:
    """Who of another land it is, the surest reason first; ``whom`` is who was read as the one an act is towards, ``speakers`` vouch for it."""
    beside = [m for n, m in enumerate(mentions) if n not in speakers]
    told_by = [m for n, m in enumerate(mentions) if n in speakers]
    other = _speaker_of_its_own(act, doer, told_by) or _of_the_condition(act, doer, beside)
    if other is None and _stands_for_another(whom):
        other = _other(act, doer, beside, told, before[:1])
        if other is None and act.match.frame.id not in TO_NOBODY and not _asks_its_own(act):
            other = twosided.other(act, doer, beside, before) or twosided.where_it_befell(act, doer, before)
            other = other or drawn_in.answered(act, doer, beside, before)
    other = other or _hosts(act, doer, mentions) or _who_asked(act, doer, beside)
    other = other or _who_began(act, doer, beside, told[0]) or twosided.who_rules_there(act, doer, beside, offset)
    return other or drawn_in.struck_beside(act, doer, beside) or _disquieting(act, doer, before[:1])


def _is_mutual(act: Act, mentions: Sequence[Mention]) -> bool:
    """Whether two lands do to one another what is done with their envoys: "*Chad and Niger* have each recalled *their* ambassadors"."""
    if act.match.frame.id != ruling.EXPELLING or act.recipients or len(act.actors) != 2:
        return False
    lands = {mentions[a].actor.country for a in act.actors}
    named = {m.actor.country for m in mentions if m.kind in NAMED and m.actor.country}
    envoys = (o for o in tree.objects(act.token) if o.lemma_.lower() in ruling.ENVOYS)
    both = any(c.lower_ == "their" for o in envoys for c in o.children) or any(
        c.lower_ == "each" for c in act.token.children
    )
    return both and len(lands) == 2 and named == lands


def _disquieting(act: Act, doer: Mention, before: Sequence[Sentence]) -> Mention | None:
    """Whose rulers did what somebody of another land is only said to be concerned at: "Peru jailed two editors. *Norway said it was dismayed*"."""
    if act.match.frame.id != BARE_CONCERN or act.recipients or doer.actor.sector not in HOSTED:
        return None
    for acts, mentions in before:
        for told in reversed(acts):
            doing = [mentions[a] for a in told.actors]
            rulers = bool(doing) and all(m.actor.country and m.actor.sector in home.RULING for m in doing)
            if told.type not in DISQUIETING or told.status != "asserted" or not rulers or len(_lands(doing)) != 1:
                continue
            if doer.actor.country in _lands(doing):
                return None
            why = f"at what it did just before (towards whom {act.token.text!r} is told)"
            return replace(doing[0], head=ELSEWHERE, why=(*doing[0].why, why))
    return None


def _hosts(act: Act, doer: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """Who rules in whose capital the officials of one other land confer with nobody who is told: "A's minister held talks *in Skopje*", "was received
    *in Tehran*".
    """
    if act.type != "CONSULT" or act.recipients or len(act.actors) > 1 or not _may_be_hosted(doer):
        return None
    words = (act.token, act.match.support or act.token, *tree.objects(act.token))
    there = {f.i for word in words for name, f in tree.prepositions(word) if name == "in"}
    hosts = [m for m in mentions if m.head in there and m.why[:1] and m.why[0].startswith(ruling.CAPITAL)]
    named = {m.actor.country for m in mentions} - {None, doer.actor.country}
    if len(hosts) != 1 or named != {hosts[0].actor.country} or hosts[0].actor.text in ruling.OF_MEETINGS:
        return None
    why = f"in whose capital they confer (with whom {act.token.text!r} is told)"
    return replace(hosts[0], head=ELSEWHERE, place=False, why=(*hosts[0].why, why))


def _may_be_hosted(doer: Mention) -> bool:
    """Whether somebody is one official of one state, not several who may meet one another."""
    one = not doer.plural and doer.actor.country not in ontology.table()["international"]
    return one and doer.actor.sector in HOSTED


def _doer(act: Act, mentions: Sequence[Mention]) -> Mention | None:
    """Who acts, where all are of one land and nobody of a known one is told as a recipient; None for what isn't asserted."""
    lands = {mentions[a].actor.country for a in act.actors}
    told = any(mentions[r].actor.country for r in act.recipients)
    return None if len(lands) != 1 or None in lands or told or act.status != "asserted" else mentions[act.actors[0]]


def _stands_for_another(whom: Mention | None) -> bool:
    """Whether nobody is told, or by a word that only stands for somebody ("asked *both*", "warned *them*"): not "accused *the former minister*"."""
    if whom is None or whom.kind == "pronoun":
        return True
    return whom.actor.text.lower().split()[-1] in across.STANDING_FOR


def _speaker_of_its_own(act: Act, doer: Mention, speakers: Sequence[Mention]) -> Mention | None:
    """Who says that somebody harmed *its* own: "Greece said that Turkish jets had violated *its airspace*"; nobody attacks what is his."""
    harmed = [t for t in (*act.match.fillers("R"), *tree.objects(act.token)) if t.lemma_ not in selection.INSTRUMENTS]
    if act.type not in HARMING or not any(c.lower_ in ("its", "their") for t in harmed for c in t.children):
        return None
    others = [m for m in speakers if m.actor.country not in (None, doer.actor.country)]
    if len(_lands(others)) != 1:
        return None
    why = f"whose own it is (towards whom {act.token.text!r} is told)"
    return replace(others[0], head=ELSEWHERE, why=(*others[0].why, why))


def _of_the_condition(act: Act, doer: Mention, beside: Sequence[Mention]) -> Mention | None:
    """Of whom a threat or an offer makes a condition: "would have to cut off its power *if Togo* closed its ports", "*unless Togo* paid"."""
    if act.type not in CONDITIONED:
        return None
    above = [act.token, *islice(act.token.ancestors, 2)]
    conditions = [c for verb in above for c in verb.children if c.dep_ == "advcl" and tree.is_condition(c)]
    heads = {s.i for c in conditions for s in c.children if s.dep_ in tree.SUBJECTS}
    meant = [m for m in beside if m.head in heads and m.actor.country not in (None, doer.actor.country) and not m.place]
    if len(_lands(meant)) != 1 or not _lands(meant).isdisjoint(ontology.table()["international"]):
        return None
    why = f"of whom a condition is made (towards whom {act.token.text!r} is told)"
    return replace(meant[0], head=ELSEWHERE, why=(*meant[0].why, why))


def _who_asked(act: Act, doer: Mention, beside: Sequence[Mention]) -> Mention | None:
    """At whose request aid is sent, or forces leave: "*at the request of Malawi*, Zambia sent two helicopters"."""
    if act.type not in ASKED_FOR or act.token.pos_ != "VERB":
        return None
    above = [act.token, *islice(act.token.ancestors, 1)]
    requests = [f for verb in above for name, f in tree.prepositions(verb) if name == "at" and f.lemma_ in REQUESTS]
    told = {t.i for request in requests for t in request.subtree}
    asking = [m for m in beside if m.head in told and m.actor.country not in (None, doer.actor.country)]
    if len(_lands(asking)) != 1:
        return None
    why = f"at whose request it is done (towards whom {act.token.text!r} is told)"
    return replace(asking[0], head=ELSEWHERE, why=(*asking[0].why, why))


def _who_began(act: Act, doer: Mention, beside: Sequence[Mention], acts: Sequence[Act]) -> Mention | None:
    """Whose blow is answered: "A's gunners hit back *after B's troops fired* at a post", or whose move: "A went on alert *after B massed troops*"."""
    moved = act.type == "MOBILIZE" and not act.recipients
    if act.match.frame.id != RETALIATING and not moved:
        return None
    verbs = {other.token for other in acts if other.type in MOVES and other.status == "asserted"}
    blows = [c for c in act.token.children if c.dep_ == "advcl" and any(m.lower_ in AFTER for m in c.children)]
    heads = {s.i for c in blows if not moved or c in verbs for s in c.children if s.dep_ == "nsubj"}
    began = [m for m in beside if m.head in heads and m.actor.country not in (None, doer.actor.country)]
    if len(_lands(began)) != 1:
        return None
    why = f"whose blow it answers (towards whom {act.token.text!r} is told)"
    return replace(began[0], head=ELSEWHERE, why=(*began[0].why, why))


def _other(
    act: Act, doer: Mention, beside: Sequence[Mention], told: Sentence, before: Sequence[Sentence]
) -> Mention | None:
    """The only party of another land, where it and the doer have dealt with one another, or where the act hits somebody for sure."""
    aloof = act.match.frame.id in TO_NOBODY and not _is_asked_of_one(act)
    if act.token.pos_ != "VERB" or aloof or _asks_its_own(act) or is_by_many(act):
        return None
    if _is_own_matter(act):
        return None
    others = _others(beside, doer)
    near = others or [m for _, mentions in before for m in _others(mentions, doer)]
    if not near:
        near = _dealt_with(doer, before, () if act.type != "THREATEN" else KINDLY)
    if others and all(
        _only_describes(m, doer, act)
        or _is_listed_with(m, beside, doer, act)
        or _is_not_heeded(m, act)
        or _acts_beside(m, doer, act, told)
        for m in others
    ):
        return None
    if len(_lands(near)) != 1:
        return None
    if all(m.place for m in near):
        return _rulers_there(act, doer, near[0], before)
    party = next((m for m in near if not m.place and m.kind in NAMED), None)
    if party is None:
        return None
    deals = _partners(act, doer, (told, *before))
    if _is_only_appealed_to(act, party, told):
        return None
    if act.type in ANSWERS and party.actor.country in deals and len(deals) == 1:
        why = "with whom its doer deals"
    elif (
        act.type in HITTING
        and others
        and not act.recipients
        and (party.actor.sector in ("", "GOV") or _is_people(party) or _is_faced(act, party))
    ):
        why = "the only other party that the sentence names"
    elif act.type == "AID" and act.token.dep_ == "conj" and others and deals == {party.actor.country}:
        why = "with whom its doer deals beside"
    else:
        return None
    return replace(party, head=ELSEWHERE, why=(*party.why, f"{why} (towards whom {act.token.text!r} is told)"))


def _is_asked_of_one(act: Act) -> bool:
    """Whether somebody refuses what only another can have asked of him: "refused *to apologise*"."""
    return act.match.frame.id == REFUSAL and any(b.token.lemma_ in ASKED_OF_ONE for b in act.match.bound)


def _is_faced(act: Act, party: Mention) -> bool:
    """Whether forces are pulled back that faced those of another land."""
    return act.type == "CONCEDE" and act.match.frame.type == "RETREAT" and party.actor.sector in ("MIL", "COP")


def _is_own_matter(act: Act) -> bool:
    """Whether somebody promises what is done at home, or defends what he did: "promised *elections*", "defended *his decision*"."""
    objects = tree.objects(act.token)
    if act.type == "SUPPORT" and act.token.lemma_ in DEFENDING:
        return any(c.tag_ == "PRP$" for o in objects for c in o.children)
    return act.type == "AGREE" and any(o.lemma_.lower() in HOME_MATTERS for o in objects)


def _dealt_with(doer: Mention, before: Sequence[Sentence], but: Container[str] = ()) -> list[Mention]:
    """Those of other lands with whom the doer's deal in the sentence before, which names none of them: "B condemned *the coup*. It recalled its
    ambassador" from where the coup was. Dealings of some types aren't meant (``but``): "apologised. It vowed to punish *those responsible*".
    """
    dealing = [
        (mentions, (*act.actors, *act.recipients))
        for acts, mentions in before
        for act in acts
        if act.status == "asserted"
        and act.type not in but
        and any(mentions[a].actor.country == doer.actor.country for a in act.actors)
    ]
    return [
        replace(mentions[p], kind="name", place=False)
        for mentions, parties in dealing
        for p in parties
        if mentions[p].actor.country not in (None, doer.actor.country)
    ]


def _is_people(party: Mention) -> bool:
    """Whether a people stands for its land: "dropped its demand that *the Greeks* pay"."""
    return party.why[:1] != () and party.why[0].startswith("people of ") and party.actor.text.lower().startswith("the ")


def _is_listed_with(party: Mention, beside: Sequence[Mention], doer: Mention, act: Act) -> bool:
    """Whether a party acts together with others of the doer's land: "*Chad and Mali* put off a patrol, and the Malian army sent men home"."""
    fellows = {m.head for m in beside if m.actor.country == doer.actor.country and m.head >= 0}
    return party.head >= 0 and any(t.i in fellows for t in act.token.doc[party.head].conjuncts)


def _acts_beside(party: Mention, doer: Mention, act: Act, told: Sentence) -> bool:
    """Whether a party only does a like thing to somebody else in the other half of a sentence: "Chad cut its aid and *Niger* recalled its envoy"."""
    acts, mentions = told
    if party.head < 0:
        return False
    word = act.token.doc[party.head]
    beside = [a for a in acts if a.token in act.token.conjuncts and word.head == a.token and word.dep_ == "nsubj"]
    return bool(beside) and all(
        a.type in HITTING and doer.actor.country not in {mentions[r].actor.country for r in a.recipients}
        for a in beside
    )


def _is_not_heeded(party: Mention, act: Act) -> bool:
    """Whether a party is only told not to have been listened to, by who agrees with somebody else: "agreed to go *despite warnings from B*"."""
    if act.type not in KINDLY or party.head < 0:
        return False
    return any(a.lower_ in HEEDLESS for a in act.token.doc[party.head].ancestors)


def _only_describes(party: Mention, doer: Mention, act: Act) -> bool:
    """Whether a party stands in a clause that only tells who the doer is: "Vietnam, *which has a quarrel with China*, called for restraint"."""
    if doer.head < 0 or not party.aside:
        return False
    word = act.token.doc[party.head]
    return any(a.dep_ == "relcl" and a.head.i == doer.head for a in word.ancestors)


def _is_only_appealed_to(act: Act, party: Mention, told: Sentence) -> bool:
    """Whether a party is only a body of many states to which the doer turns about what others did: "called the seizure piracy and asked *the Security
    Council* to meet".
    """
    if act.type not in BLAMING or party.actor.country not in ontology.table()["international"]:
        return False
    acts, mentions = told
    return any(
        other.type in APPEALS and any(mentions[r].actor.country == party.actor.country for r in other.recipients)
        for other in acts
    )


def _rulers_there(act: Act, doer: Mention, place: Mention, before: Sequence[Sentence]) -> Mention | None:
    """Who rules where the doer's own were just dealt with by nobody told, as whom an answer is towards: "A Bolivian was *arrested in Lima*.
    Bolivia condemned the move."
    """
    dealt = any(
        other.type in ruling.RULED
        and other.status == "asserted"
        and not any(mentions[a].actor.country for a in other.actors)
        and any(mentions[r].actor.country == doer.actor.country for r in other.recipients)
        for acts, mentions in before
        for other in acts
    )
    if act.type not in ANSWERS or not dealt or place.actor.country in ontology.table()["international"]:
        return None
    why = f"who rules where its doer's own were dealt with (towards whom {act.token.text!r} is told)"
    return replace(place, head=ELSEWHERE, place=False, why=(*place.why, why))


def _asks_its_own(act: Act) -> bool:
    """Whether those are asked who are the asker's own: "called on *its members* to withdraw", not "on *its neighbour*"."""
    asked = act.match.fillers("R") if act.type == "REQUEST" else []
    return any(
        t.lemma_ not in named.APART and t.pos_ == "NOUN" and any(c.tag_ == "PRP$" for c in t.children) for t in asked
    )


def _partners(act: Act, doer: Mention, told: Sequence[Sentence]) -> set[str | None]:
    """The lands that do something to the doer's, or with it, or to which it does something, in other acts; but for who only goes between ("agreed to
    a truce after *Saudi* mediation").
    """
    found: set[str | None] = set()
    for acts, mentions in told:
        for other in acts:
            lands = {mentions[p].actor.country for p in (*other.actors, *other.recipients)} - {None}
            if other is not act and other.mode != MEDIATING and doer.actor.country in lands:
                found |= lands - {doer.actor.country}
    return found


def _own(act: Act, doer: Mention, whom: Mention | None, near: Sequence[Mention], offset: int) -> Mention | None:
    """The doer's own land, where nobody of another is named near, as ``whom`` the act names of no land, or as what it is about."""
    if _others(near, doer) or not _is_at_home(act, doer, near):
        return None
    objects = list(tree.objects(act.token))
    if any(not athome.FOREIGN.isdisjoint(w.lemma_.lower() for w in o.subtree) for o in objects):
        return None
    why = f"{doer.actor.country}, as nobody of another land is named near"
    if whom is not None:
        if whom.actor.text.lower() not in PERSONS and not athome.is_of_no_land(whom, act.token):
            return None
        if whom.actor.text.lower() in THEIRS and any(w.lemma_.lower() == "foreign" for w in act.token.doc[: whom.head]):
            return None  # "accused *foreign channels* of lies and threatened to close one of *them*"
        if act.type == "AGREE" and whom.actor.text.lower() in ONE and doer.nature == "person":
            return None  # "China's president promised *him* a loan": a guest, as often
        return replace(
            whom, head=ELSEWHERE, actor=replace(whom.actor, country=doer.actor.country), why=(*whom.why, why)
        )
    return home.understood(
        doer, home.phrase(next((o for o in objects if o.pos_ != "PRON"), act.token)), offset, "", why
    )


def _accusers(
    act: Act, doer: Mention, near: Sequence[Mention], told: Sequence[Sentence], offset: int
) -> Mention | None:
    """Those at home whose charge somebody denies, where it was told just before and nobody of another land is named: "The minister *was accused* of
    lying. She denied it."
    """
    land = doer.actor.country
    if act.match.frame.id not in DENIALS or act.type != "REJECT" or act.recipients or _others(near, doer):
        return None
    if land in ontology.table()["international"] or not doer.actor.sector:
        return None
    charged = any(
        other.type == "ACCUSE"
        and other.status == "asserted"
        and {mentions[r].actor.country for r in other.recipients} == {land}
        and {mentions[a].actor.country for a in other.actors} <= {land}
        for acts, mentions in told
        for other in acts
    )
    why = f"{land}, as who accuses is of it"
    return home.understood(doer, home.phrase(act.token), offset, "", why) if charged else None


def _is_at_home(act: Act, doer: Mention, near: Sequence[Mention]) -> bool:
    """Whether an act is between people of one land as nobody of another is named: not what a state says or its soldiers do, who may be abroad."""
    land = doer.actor.country
    kinds = AT_HOME | TO_THEM if act.recipients else AT_HOME
    if doer.actor.sector in ruling.BANDS:
        kinds |= {"THREATEN"}  # "the guerrillas threatened to resume bombing": those whom they fight
    submits = bool(act.recipients) and act.match.frame.id in SUBMITTING
    clears = act.type == "RETREAT" and act.mode not in GIVEN_UP and doer.actor.sector in UNARMED
    if (
        not (act.type in kinds or submits or clears)
        or land in ontology.table()["international"]
        or act.match.frame.id in DENIALS
    ):
        return False
    spoken = act.token.pos_ == "VERB" and act.token.lemma_ not in STANDING
    if len(act.actors) > 1 or (act.type != "ASSAULT" and not spoken):
        return False  # among themselves; "in *support* of", "his *refusal*"
    stately = (_is_state(doer) or doer.actor.role == "government") and not (submits or _is_home_matter(act))
    words = set(f"{doer.actor.role} {doer.actor.text}".lower().split())
    if stately or words & ABROAD:
        return False
    placed = any(m.place and m.actor.country == land for m in near)
    return placed or act.type != "ASSAULT" or land not in world().expeditionary or doer.actor.sector not in SOLDIERLY


def _is_state(party: Mention) -> bool:
    """Whether a party is a state, named or meant by a pronoun ("said that *it* would suspend its tests")."""
    meant = not party.actor.sector and party.actor.id == str(party.actor.country).lower()
    return party.nature == "state" or meant


def _is_home_matter(act: Act) -> bool:
    """Whether a state yields to people whom it is told to let do something, or in what it rules those at home by."""
    if act.type != "CONCEDE" or act.match.frame.id in SORRY:
        return False
    objects = [*tree.objects(act.token), *(t for name, t in tree.prepositions(act.token) if name in YIELDED_OVER)]
    limits = [t for o in objects if o.lemma_.lower() in LIMITS for name, t in tree.prepositions(o) if name == "on"]
    return (
        bool(act.recipients)
        or act.match.frame.id in HOME_FRAMES
        or any(o.lemma_.lower() in HOME_MATTERS for o in objects)
        or any(t.lemma_.lower() in LIMITED for t in limits)
    )


def _others(mentions: Sequence[Mention], doer: Mention) -> list[Mention]:
    return [m for m in mentions if m.head >= 0 and m.actor.country and m.actor.country != doer.actor.country]


def _lands(mentions: Sequence[Mention]) -> set[str | None]:
    return {m.actor.country for m in mentions}
