"""Whom acts befall that name nobody: protests against what somebody did, curfews over one's own land, what only a number tells.

A protest is against its recipient (codebook): who marches against what B did marches against B, and who marches at home against a law, a verdict
or arrests against those who rule there.
A curfew or a state of emergency that names nobody is over the land of those who declare it, or lift it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from polybius.acts import bystanders, tree
from polybius.acts.act import Act
from polybius.acts.told import ELSEWHERE
from polybius.lexicon import ontology
from polybius.model import Actor, Mention, Span

# What only those who rule do, decide or are.
OF_RULERS = frozenset(
    """law bill legislation decree edict ordinance decision ruling verdict sentence conviction arrest detention jailing imprisonment execution
    trial prosecution policy reform austerity privatisation privatization crackdown repression curfew ban censorship constitution amendment
    budget tax levy conscription annexation rigging corruption government cabinet regime president dictatorship rule referendum
    impeachment dissolution nomination appointment extradition expulsion eviction demolition abolition amnesty pardon treaty accord pact cession toll
    tariff surcharge rationing devaluation mobilisation mobilization normalisation normalization requisition curb restriction clampdown purge freezing
    draft call-up misrule graft junta coup takeover acquittal disappearance torture misgovernment dictator
    violation abuse brutality impunity harassment removal transfer ceasefire truce arrangement closure closing shutdown censoring silencing
    dismissal sacking suspension ousting ouster""".split()
)
VOTES = frozenset("election poll vote ballot referendum runoff presidential parliamentary".split())
OF_VOTES = frozenset(
    "result outcome election poll vote fraud postponement cancellation annulment rigging count".split()
)  # of a vote
# What only those who rule can give.
FROM_RULERS = frozenset(
    """release freedom freeing reinstatement resignation ouster removal departure dismissal sacking impeachment election vote recount referendum
    reform democracy independence autonomy secession statehood repeal abolition amnesty constitution nationalisation nationalization pardon clemency
    abdication downfall overthrow lifting""".split()
)
# What only those who rule can undo: "the scrapping *of the decree*", "an end *to censorship*".
UNDOING = frozenset(
    """scrapping cancellation reversal withdrawal abrogation rescinding suspension annulment revision review revocation cessation halt end
    stop postponement delay freeze reduction easing overhaul""".split()
)
PLANS = frozenset({"plan", "proposal", "move", "bid", "attempt", "decision"})
SET_BY_RULERS = frozenset(
    "tax subsidy pension wage salary tariff levy duty toll budget spending rate age term law".split()
)
# What they spend, and how it becomes less or more: "*cuts* in public *spending*", "a *rise* in the retirement *age*".
SPENT_BY_RULERS = SET_BY_RULERS - {"wage", "salary", "rate", "law"} | {"expenditure", "benefit", "grant", "service"}
CHANGES = frozenset({"cut", "cutback", "rise", "increase", "hike", "reduction", "change"})
# Whose end only those who rule can bring about: "an end *to the monarchy*".
STANDING_RULE = frozenset(
    {"monarchy", "emergency", "occupation", "blockade", "monopoly", "apartheid", "discrimination"}
)
# What deputies, parties and unions ask of those who govern them, too.
FROM_GOVERNMENT = frozenset(
    "statement inquiry enquiry investigation debate explanation apology answer ballot poll timetable guarantee dissolution publication".split()
)
DECIDED = frozenset(
    """release free reinstate repeal scrap withdraw lift pardon sack dismiss punish prosecute arrest try legalise legalize ban annul cancel abolish
    nationalise nationalize privatise privatize dissolve amend impeach""".split()
)
AGAINST = frozenset({"against", "over", "at", "about"})
DISPUTES = frozenset({"dispute", "row", "quarrel", "standoff", "conflict", "confrontation"})
DEFIANCE = frozenset({"protest", "defiance"})  # "in defiance of"
# Where those who rule sit, and how a protest stands to it.
SEATS = frozenset(
    """parliament assembly congress senate legislature capitol ministry palace court courthouse embassy consulate hall prefecture presidency chancellery
    residence office headquarters station post mission delegation commission""".split()
)
FACING = frozenset(
    {"outside", "inside", "before", "opposite", "in", "at", "to", "on", "towards", "toward", "around", "past"}
)
PARTS = frozenset(
    {
        "front",
        "out",
        "gates",
        "gate",
        "steps",
        "door",
        "doors",
        "doorway",
        "entrance",
        "stairs",
        "lawn",
        "walls",
        "railings",
    }
)
WITHIN = frozenset({"in", "on", "near", "around", "across"})
WAYS = frozenset({"road", "route", "highway", "motorway", "way", "line"})  # "on roads *to Calais*"
JAILS = frozenset({"jail", "prison", "gaol", "camp", "cell", "custody", "detention", "centre", "center"})
SEATED = frozenset({"GOV", "LEG", "JUD", "COP", "MIL", "SPY"})
OPPOSING = frozenset(
    "protest oppose denounce condemn decry reject repudiate contest dispute dismiss criticise criticize challenge disown slam".split()
)
ASKING = frozenset({"demand", "seek", "urge", "request", "call", "press"})
RULING = frozenset({"", "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PRM"})  # who rules marches against nobody at home
OPPOSITION = frozenset({"OPP", "PTY", "LEG"})
CAPTIVES = frozenset({"inmate", "prisoner", "detainee", "internee", "jailed", "imprisoned", "detained"})
JUSTICE = frozenset({"JUD", "COP"})  # but judges and police protest against laws too
FORCE = frozenset({"ASSAULT", "COERCE"})
TOWARDS_RULERS = frozenset({"PROTEST", "REQUEST", "REJECT", "ACCUSE"})  # what people show or say to those who rule them
MANY = frozenset({"dozens", "scores", "hundreds", "thousands"})
AIMED = frozenset({"ACCUSE", "REJECT", "REQUEST"})  # what a protest is for: "rallied *to condemn* B"
EMERGENCY = frozenset({"emergency", "martial", "military"})
# What is suspended, decreed or forbidden for all.
OF_ALL = frozenset(
    """liberty guarantee constitution emergency curfew demonstration rally protest gathering march assembly procession sit-in""".split()
)
STRUCK_DOWN = frozenset({"sanction.struck-down", "coerce.by-decree"})
OVER_ALL, DECREED = frozenset({"curfew", "martial-law"}), frozenset({"curfew", "emergency", "law", "siege", "lockdown"})
LIFTED = frozenset(
    {"curfew", "emergency", "lockdown", "martial"}
)  # of what was decreed over all: a siege may be of others


def befallen(acts: Sequence[Act], mentions: list[Mention], offset: int) -> tuple[list[Act], list[Mention]]:
    """Acts that name no recipient with that of their land whom they befall, who joins the mentions. ``offset`` is where the sentence starts
    in the document.
    """
    out: list[Act] = []
    for bare in acts:
        act = _opposing(_counted(bare, out, mentions), acts, mentions)
        party = None if act.recipients else _ruler(act, mentions, offset) or _ruled(act, mentions, offset)
        party = party or (None if act.recipients else _overruled(act, mentions, offset))
        if party is None:
            out.append(act)
            continue
        out.append(replace(act, recipients=(len(mentions),)))
        mentions = [*mentions, party]
    return out, mentions


CHASING = frozenset("pursue chase track hunt surround corner confront intercept encircle follow challenge".split())


def _counted(act: Act, before: Sequence[Act], mentions: Sequence[Mention]) -> Act:
    """The act with those whom only a number tells as of whom its doer attacked or held just before ("fired on strikers, arresting *30*")."""
    objects = {o.i for o in tree.objects(act.token) if _is_number(o)}
    if act.type not in FORCE or not objects or {mentions[r].head for r in act.recipients} - objects:
        return act
    faced = next((a for a in reversed(before) if a.type in FORCE and a.actors == act.actors and a.recipients), None)
    meant = _chased(act, mentions) if faced is None else faced.recipients
    return replace(act, recipients=meant) if meant else act


def _chased(act: Act, mentions: Sequence[Mention]) -> tuple[int, ...]:
    """Whom somebody went after before he killed or took as many of them ("chased *the raiders* and killed three")."""
    above = act.token.head if act.token.dep_ == "conj" else act.token
    heads = {o.i for o in tree.objects(above)} if above != act.token and above.lemma_ in CHASING else set()
    return tuple(n for n, m in enumerate(mentions) if m.head in heads and not m.place)[:1]


def _is_number(noun: Token) -> bool:
    """Whether a bare number tells how many: "killing *about twenty*", "arrested *dozens*"."""
    number = noun.pos_ == "NUM" or noun.lower_ in MANY
    return number and all(c.dep_ in ("advmod", "quantmod", "det", "punct") for c in noun.children)


def _opposing(act: Act, acts: Sequence[Act], mentions: Sequence[Mention]) -> Act:
    """The protest with those against whose deeds it is: "gathered to condemn *B's* raid", "marched over the shelling of A *by B*"."""
    act = _without_scene(act, mentions)
    if not _is_protest(act) or act.recipients:
        return act
    words = set(_words(act))
    meant = [a for a in acts if a.type in AIMED and a.token in words and not set(act.actors).isdisjoint(a.actors)]
    found = next((a.recipients for a in meant if _of_land(a.recipients, mentions)), ()) or next(
        (found for word in _opposed(act) if (found := _of_land(_whose(word, mentions), mentions))), ()
    )
    own = {mentions[a].actor.name for a in act.actors}
    others = tuple(
        p
        for p in found or _before_seat(act, mentions) or _disputing(act, mentions) or _holding(act, mentions)
        if mentions[p].actor.name not in own
    )
    return replace(act, recipients=others) if others else act


def _is_protest(act: Act) -> bool:
    """Whether an act is a protest, or the threat of a strike, a blockade or a boycott."""
    if act.type != "THREATEN":
        return act.type == "PROTEST"
    return act.mode == "restrict" or any(b.token.lemma_ == "boycott" for b in act.match.bound)


def _before_seat(act: Act, mentions: Sequence[Mention]) -> tuple[int, ...]:
    """Before whose seat a protest is: "pitched tents *outside the ministry*", "burned a flag on the steps of *the Danish embassy*", "walked out of
    *parliament*". A seat of no told land is of those who protest at home.
    """
    at_home = _at_home(act, mentions) is not None
    for seat in (w for w in _words(act) if w.dep_ == "pobj" and w.lemma_.lower() in SEATS and _is_faced(w)):
        bodies = ontology.table()["international"]
        found = [
            n
            for n in _whose(seat, mentions)
            if mentions[n].actor.sector in SEATED or mentions[n].actor.country in bodies
        ]
        if found and all(mentions[n].actor.country or at_home for n in found):
            return tuple(found[:1])
    return ()


def _without_scene(act: Act, mentions: Sequence[Mention]) -> Act:
    """A protest without the place of the protesters' own land in which it is: "students burned an American flag *in Manila*"."""
    own = {mentions[a].actor.country for a in act.actors}
    if act.type != "PROTEST" or not own:
        return act
    others = any(mentions[r].actor.country not in own for r in act.recipients)
    kept = [
        r
        for r in act.recipients
        if not _is_along(mentions[r], act.token)
        and (mentions[r].actor.country not in own or not _is_scene(mentions[r], act.token, others))
    ]
    return replace(act, recipients=tuple(kept)) if len(kept) < len(act.recipients) else act


def _is_scene(mention: Mention, near: Token, others: bool) -> bool:
    """Whether a party is only where a protest is; a place within what it is against ("occupied the runway *in Bangkok*") may be that
    party, where no ``others`` are.
    """
    if mention.head < 0:
        return False
    where = near.doc[mention.head].head
    return bool(mention.place) and where.lower_ in WITHIN and (others or where.head.pos_ == "VERB")


def _is_along(mention: Mention, near: Token) -> bool:
    """Whether a land is only where a blocked road leads: "cut off the road *to Brazil*"."""
    where = near.doc[mention.head].head if mention.head >= 0 else near
    return where.lower_ == "to" and where.head.lemma_ in WAYS


def _holding(act: Act, mentions: Sequence[Mention]) -> tuple[int, ...]:
    """Those of another land who hold the prisoners that protest: "Palestinian prisoners *in Israeli jails* refused food"."""
    own = {mentions[a].actor.country for a in act.actors}
    heads = {mentions[a].head for a in act.actors}
    jails = (w for w in act.token.doc if w.dep_ == "pobj" and w.lemma_.lower() in JAILS and w.head.head.i in heads)
    words = {w.i for jail in jails if jail.head.lower_ in ("in", "at") for w in jail.subtree}
    found = [n for n, m in enumerate(mentions) if m.head in words and m.actor.country and m.actor.country not in own]
    return tuple(found[:1])


def _disputing(act: Act, mentions: Sequence[Mention]) -> tuple[int, ...]:
    """With whom those are at odds who protest: "walked off the job *in a dispute with the aviation ministry*"."""
    rows = (t for word in _words(act) for name, t in tree.prepositions(word) if name == "in" and t.lemma_ in DISPUTES)
    heads = {whom.i for row in rows for name, whom in tree.prepositions(row) if name == "with"}
    at_home = _at_home(act, mentions) is not None
    return tuple(n for n, m in enumerate(mentions) if m.head in heads and (m.actor.country or at_home))


def _is_faced(seat: Token) -> bool:
    """Whether a protest stands before, goes to or leaves a seat."""
    where = seat.head
    return where.lower_ in FACING or (where.lower_ == "of" and where.head.lower_ in PARTS)


def _of_land(parties: Sequence[int], mentions: Sequence[Mention]) -> tuple[int, ...]:
    return tuple(p for p in parties if mentions[p].actor.country)


def _whose(deed: Token, mentions: Sequence[Mention]) -> list[int]:
    """Who did what a noun tells, or whom it names: "torture *by guards*", "*Chad's* raid", "*the cabinet*"."""
    told = list(tree.prepositions(deed))
    doers = tree.agents(deed) or [t for name, t in told if name == "by"] or tree.possessors(deed)
    if any(name == "of" for name, _ in told):  # "the *American* invasion of Iraq"
        doers = doers or list(tree.modifiers(deed))
    itself = [] if deed.head.lower_ == "at" else [deed]  # "rallied *at the university*"
    heads = {t.i for t in doers or itself}
    return [n for n, m in enumerate(mentions) if m.head in heads]


def _ruler(act: Act, mentions: Sequence[Mention], offset: int) -> Mention | None:
    """Who rules the only land that people name, where they march, speak or ask against what only rulers do or for what only they give."""
    actor = _at_home(act, mentions) if act.type in TOWARDS_RULERS or _is_protest(act) else None
    ruling = RULING - JUSTICE - OPPOSITION if act.type == "PROTEST" else RULING
    if act.type == "REQUEST":
        ruling = RULING - OPPOSITION  # "*backbenchers* demanded a statement"
    if actor is None or any(mentions[a].actor.sector in ruling for a in act.actors):
        return None
    political = all(mentions[a].actor.sector in OPPOSITION | {"LAB"} for a in act.actors)
    matter = next(_matters(act, political), None)
    if matter is not None:
        why = f"who rules {actor.actor.country}, as {matter.text!r} is of rulers"
    elif _is_protest(act) and any(_faces_rulers(mentions[a], act.token) for a in act.actors):
        matter, why = act.token, f"who rules {actor.actor.country}, as oppositions and prisoners protest against"
    else:
        return None
    return understood(actor, phrase(matter), offset, "GOV", why)


def _faces_rulers(doer: Mention, near: Token) -> bool:
    """Whether whoever protests faces those who rule, whatever it is over: an opposition, a party, deputies, prisoners."""
    words = near.doc[doer.head].subtree if doer.head >= 0 else ()
    return doer.actor.sector in OPPOSITION or any(w.lemma_.lower() in CAPTIVES for w in words)


def _ruled(act: Act, mentions: Sequence[Mention], offset: int) -> Mention | None:
    """The land over which those who rule it put a curfew or a state of emergency, or lift it, or whose liberties and constitution they suspend."""
    actor = _at_home(act, mentions) if act.type in ("COERCE", "THREATEN", "CONCEDE") else None
    if actor is None or any(mentions[a].actor.sector not in RULING | {"ELI"} for a in act.actors):
        return None
    objects = tree.objects(act.token)
    if act.type == "THREATEN":  # "threatened *to declare martial law*"
        objects = [
            *objects,
            *(o for kind, clause in tree.clauses(act.token) if kind == "to" for o in tree.objects(clause)),
        ]
    if act.type == "CONCEDE":
        named, does = [t for o in objects for t in o.subtree if t.lemma_.lower() in LIFTED], "lift"
    else:
        named, does = [o for o in objects if _is_everybodys(o)], "put"
        if act.type == "THREATEN":
            named = named or [t for o in objects for t in o.subtree if t.lemma_.lower() in LIFTED]
        if act.match.frame.mode in OVER_ALL and not named:
            named = [t for t in (act.token, *act.token.subtree) if t.lemma_.lower() in DECREED]
    if not named:
        return None  # "seized power"
    decreed = next((t for t in (*objects, *tree.surface_subjects(act.token))), act.token)
    return understood(actor, phrase(decreed), offset, "", f"{actor.actor.country}, over which its own rulers {does} it")


def _overruled(act: Act, mentions: Sequence[Mention], offset: int) -> Mention | None:
    """Those who rule, where a court of their land strikes down what only they decide or hold: "the supreme court struck down *a law* on strikes",
    "annulled *the election*".
    """
    made = next((o for o in tree.objects(act.token) if _is_of_rulers(o) or o.lemma_.lower() in VOTES), None)
    actor = _at_home(act, mentions) if act.match.frame.id in STRUCK_DOWN and made is not None else None
    if actor is None or made is None or actor.actor.sector != "JUD":
        return None
    return understood(
        actor, phrase(made), offset, "GOV", f"who rules {actor.actor.country}, as {made.text!r} is of rulers"
    )


def _is_everybodys(noun: Token) -> bool:
    """Whether a thing is of all who live in a land: "suspended *civil liberties*", "imposed *emergency rule*"."""
    ruled = noun.lemma_.lower() in ("rule", "law") and any(c.lower_ in EMERGENCY for c in noun.children)
    return ruled or (noun.lemma_.lower() in OF_ALL and not tree.possessors(noun))


def _at_home(act: Act, mentions: Sequence[Mention]) -> Mention | None:
    """Who acts, where all are of one state and the sentence names no other but around the act."""
    own = {mentions[a].actor.country for a in act.actors}
    named = {m.actor.country for m in bystanders.close(mentions, act.token) if m.actor.country and m.head >= 0}
    land = next(iter(own), None)
    if len(own) != 1 or named - own or land is None or land in ontology.table()["international"]:
        return None
    return mentions[act.actors[0]]


def phrase(word: Token) -> list[Token]:
    """A noun with what stands before it; a verb alone."""
    return list(word.doc[word.left_edge.i : word.i + 1]) if word.pos_ in ("NOUN", "PROPN") else [word]


def understood(actor: Mention, words: Sequence[Token], offset: int, sector: str, why: str) -> Mention:
    """A party of the actor's land whom some words make understood."""
    doc, start, end = words[0].doc, words[0].idx, words[-1].idx + len(words[-1])
    text = doc.text[start:end]
    party = Actor(text, Span(offset + start, offset + end), text, country=actor.actor.country, sector=sector)
    return Mention(actor.sentence, ELSEWHERE, party, "noun", plural=False, subject=False, known=True, why=(why,))


def _matters(act: Act, political: bool) -> Iterator[Token]:
    """The words for what a protest is against or for, as far as they are of rulers; ``political``: an opposition, a party, deputies or unions ask."""
    for word in _words(act):
        if _is_opposed(word):
            if _is_of_rulers(word):
                yield word
        elif (_above(word).lemma_ in ASKING and _is_asked(word, political)) or _is_condition(word):
            yield word


def _opposed(act: Act) -> Iterator[Token]:
    """The words for what a protest is against."""
    return (word for word in _words(act) if _is_opposed(word))


def _words(act: Act) -> Iterator[Token]:
    tops = [act.token] if act.match.support is None else [act.match.support, act.token]
    yield from dict.fromkeys(w for top in tops for w in top.subtree)


def _above(word: Token) -> Token:
    return word.head if word.dep_ in ("dobj", "ccomp") else word.head.head


def _is_opposed(word: Token) -> bool:
    """Whether a word is what somebody is against: "*over* the law", "in protest *of* it", "*to oppose* it"."""
    above = _above(word)
    if word.dep_ == "dobj":
        return above.lemma_ in OPPOSING
    return word.dep_ == "pobj" and (
        word.head.lower_ in AGAINST or (word.head.lower_ == "of" and above.lemma_ in DEFIANCE)
    )


def _is_asked(word: Token, political: bool) -> bool:
    """Whether a word is what only rulers give: "demand *reform*", "call for *the release* of", "demand that he *be freed*"."""
    if word.dep_ == "ccomp":
        return word.lemma_ in DECIDED and not any(c.dep_ in ("nsubj", "agent") for c in word.children)
    named = word.dep_ == "dobj" or (word.dep_ == "pobj" and word.head.lower_ == "for")
    if named and word.lemma_.lower() in UNDOING:
        undone = [t for name, t in tree.prepositions(word) if name in ("of", "to", "on")]
        return any(_is_of_rulers(t) or t.lemma_.lower() in STANDING_RULE for t in undone)
    return named and word.lemma_.lower() in (FROM_RULERS | FROM_GOVERNMENT if political else FROM_RULERS)


def _is_condition(verb: Token) -> bool:
    """Whether a clause tells what only rulers can do to avert a strike: "will block the roads *unless the decree is repealed*"."""
    done = verb.dep_ == "advcl" and verb.lemma_ in DECIDED and tree.is_passive(verb)
    return tree.is_condition(verb) and done and not tree.agents(verb)


def _is_of_rulers(noun: Token) -> bool:
    each = noun.lemma_.lower()
    if each in PLANS and any(
        o.lemma_.lower() in SET_BY_RULERS for c in noun.children if c.dep_ in ("acl", "relcl") for o in tree.objects(c)
    ):
        return True  # "plans *to raise taxes*"
    if each in CHANGES:
        changed = (*(t for name, t in tree.prepositions(noun) if name in ("in", "to", "of")), *tree.modifiers(noun))
        return any(t.lemma_.lower() in SPENT_BY_RULERS for t in changed)
    return each in OF_RULERS or (each in OF_VOTES and not VOTES.isdisjoint(w.lemma_.lower() for w in noun.subtree))
