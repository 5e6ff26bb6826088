"""Parties that a sentence leaves to the one before: "The statements came after *the meeting with B*" of whom?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from spacy.tokens import Token

from polybius.acts import replies, tree
from polybius.acts.act import Act
from polybius.acts.befell import BANDS
from polybius.acts.frames import word_classes
from polybius.acts.match import model_of
from polybius.acts.told import (
    BY_FORCE,
    DEED_NOUNS,
    DEEDS,
    ELSEWHERE,
    MEANT,
    UNDONE,
    Told,
    is_another,
    is_definite,
    others,
)
from polybius.acts.within import DONE_TO, KILLED
from polybius.lexicon import ontology
from polybius.model import Actor, Mention

NEEDS_TWO = frozenset({"CONSULT"})
JUDGING = frozenset({"ACCUSE", "SUPPORT"})
UNDERGONE = DEED_NOUNS & (DONE_TO | KILLED)  # "*his* arrest": he is whom it befell
# What those who govern or judge do; and what is rejected of it.
OF_RULERS = frozenset("decision step move measure policy announcement law plan ruling verdict resolution".split())
RULERS = frozenset({"", "GOV", "LEG", "JUD", "MIL"})
REJECTED = frozenset(
    "ruling verdict judgment judgement decision sentence sanction measure tariff resolution warrant".split()
)
# What several made, or what is approved at home: who welcomes it praises more than who was told of last.
OF_SEVERAL = frozenset(
    "deal agreement accord treaty plan proposal law map vote resolution ceasefire truce result outcome".split()
)
STATELY = frozenset({"", "GOV"})
DECISIONS = frozenset({"decision", "move", "step", "veto"})
ANY_DEED = frozenset("move decision step action act measure ruling".split())
AIMING = frozenset({"THREATEN", "MOBILIZE", "ASSAULT", "CONCEDE"})
FIRING = frozenset({"MOBILIZE", "ASSAULT"})
FORCE, HOLDERS = frozenset({"ASSAULT", "COERCE"}), frozenset({"COP", "MIL", "SPY", "JUD"})
FIRED = frozenset(
    "missile rocket projectile weapon device warhead bomb drone shell satellite torpedo round salvo".split()
)
SENT_UP = frozenset({"fire", "test", "launch", "fly", "test-fire", "test-launch"})
ACCOUNTS = frozenset({"account", "figure", "reckoning", "telling", "measurement"})
DROPPED = frozenset({"bomb", "shell", "round"})
TRIED = frozenset({"test", "launch", "test-fire", "test-launch", "firing", "test-firing"})
RULED = frozenset({"SANCTION", "COERCE"})
CRYING = frozenset({"ACCUSE", "REJECT"})
EFFECTING = frozenset({"carry", "implement", "enforce", "follow", "apply"})
HINDERING = frozenset({"SANCTION", "COERCE", "REQUEST", "THREATEN", "REJECT"})
RULES = frozenset(
    "resolution decree order measure sanction embargo ban law ruling edict directive decision tariff".split()
)
MORE = frozenset("further more additional new fresh tougher stricter harsher wider latest last".split())
# What courts and parliaments do to somebody, as it is told of again: "upheld *the impeachment*".
PUNISHMENTS = frozenset(
    """impeachment removal dismissal ouster ousting sacking suspension expulsion disqualification conviction verdict sentence fine penalty ban
    detention arrest""".split()
)
PUNISHING = frozenset({"SANCTION", "COERCE", "ACCUSE"})
THROWING = "protest.throw-things"
COMPARED = "fired those with which this weapon is compared"
OWN_ACCOUNT = "gives its own account of the weapon"
SIDES = ("who does it", "to whom")  # a sentence may leave out both


def complete(
    acts: Sequence[Act], mentions: list[Mention], before: Sequence[Mention]
) -> tuple[list[Act], list[Mention]]:
    """Acts of a sentence whose missing second party is the subject of the sentence before, which joins its mentions."""
    subject = next((m for m in before if m.subject and m.known and m.kind == "name" and m.actor.country), None)
    out = []
    for act in acts:
        named = (*act.actors, *act.recipients)
        fits = act.type in NEEDS_TWO and act.match.pattern.pos == "n" and len(named) == 1
        if subject is None or not fits or mentions[named[0]].actor.country in (None, subject.actor.country):
            out.append(act)
            continue
        reason = f"{subject.actor.name} is understood: subject of the sentence before"
        mentions = [*mentions, replace(subject, head=ELSEWHERE, why=(reason, *subject.why))]
        out.append(replace(act, actors=(len(mentions) - 1, *act.actors)))
    return out, mentions


def launched(acts: Sequence[Act], mentions: list[Mention]) -> tuple[list[Act], list[Mention]]:
    """Acts of a sentence with a weapon that nobody is told to have tried: the land from which it rose did ("was launched *from Semnan*"),
    where no band is named.
    """
    out = []
    for act in acts:
        origin = _origin(act, mentions)
        if origin is not None:
            name = str(origin.actor.country)
            land = Actor(name, origin.actor.span, name, country=name)
            why = (f"launched from {origin.actor.text!r}", *origin.why)
            mentions = [*mentions, replace(origin, actor=land, place=False, head=ELSEWHERE, why=why)]
        out.append(act if origin is None else replace(act, actors=(len(mentions) - 1,)))
    return out, mentions


def _origin(act: Act, mentions: Sequence[Mention]) -> Mention | None:
    """The place from which a weapon without a known doer was tried."""
    if act.type != "MOBILIZE" or any(mentions[a].actor.country for a in act.actors) or not _weapons(act):
        return None
    if any(m.actor.sector in BANDS for m in mentions) or any(w.lemma_.lower() == "satellite" for w in _weapons(act)):
        return None  # a band's missiles rise from where it hides, and satellites from whoever lends a pad
    origins = {t.i for name, t in tree.prepositions(act.token) if name == "from"}
    return next((m for m in mentions if m.head in origins and m.actor.country and _is_on_land(m)), None)


def judged(
    acts: Sequence[Act],
    mentions: list[Mention],
    before: Sequence[Told],
    earlier: Sequence[Told] = (),
    lead: Sequence[Told] = (),
) -> tuple[list[Act], list[Mention]]:
    """Acts that judge a deed or answer a demand told just before ("condemned *the launch*", "*refused*"): who did it or asked
    becomes their recipient. What is told of a weapon was done by who fired it, in the sentence before or in those ``earlier``; a deed that the
    ``lead`` of a report calls by the same word is meant rather than what was told since.
    """
    out: list[Act] = []
    told: list[Told] = [*earlier, *before]
    for act in acts:
        settled = act
        for _ in SIDES:
            found = _understood(settled, told, told[len(earlier) :], lead, mentions)
            if found is None:
                break
            meant, what, doing = found
            positions = tuple(range(len(mentions), len(mentions) + len(meant)))
            mentions = [*mentions, *(replace(m, head=ELSEWHERE, why=(f"{m.actor.name} {what}", *m.why)) for m in meant)]
            lands = {m.actor.country for m in meant}
            left = tuple(r for r in act.recipients if mentions[r].actor.country not in lands)
            settled = (
                replace(settled, actors=positions, recipients=left) if doing else replace(settled, recipients=positions)
            )
        out.append(settled)
        told.append((settled, mentions))
    return out, mentions


def _understood(
    act: Act, told: Sequence[Told], near: Sequence[Told], lead: Sequence[Told], mentions: Sequence[Mention]
) -> tuple[Sequence[Mention], str, bool] | None:
    """Who are left to what was ``told`` (``near``: in the sentence before or in this one; ``lead``: in the first), why, and whether they are who
    does the act.
    """
    if (rival := _surpassed(act, mentions)) is not None:
        return [rival], COMPARED, True
    if (teller := _by_whose_account(act, mentions)) is not None:
        return [teller], OWN_ACCOUNT, True
    if (firer := _firer(act, told, mentions)) is not None:
        return [firer], "fired what this is told of, as told before", True
    if (crowd := _crowd(act, near, mentions)) is not None:
        return [crowd], "protested, as told before", True
    if (holder := _policing(act, near, mentions)) is not None:
        return [holder], "was at work there, as told before", True
    if (party := _threatener(act, [*lead, *told], mentions)) is not None:
        return [party], "threatened so, as told before", True
    if (ruler := _ruler(act, told, mentions)) is not None:
        return [ruler], "made the rule that does this, as told before", True
    for parties, what in (
        (
            _doer(act, near, mentions)
            or _so_called(act, lead, mentions)
            or _decided(act, lead, mentions)
            or _doer(act, told, mentions),
            "did what is judged here, as told before",
        ),
        (
            replies.asker(act, near, mentions) or replies.asker(act, told, mentions, named=True),
            "is answered: asked or offered before",
        ),
        (_only(replies.captor(act, told, mentions)), "holds whose release is asked for, as told before"),
        (replies.wronged(act, told, mentions), "was wronged, as told before"),
        (replies.repaid(act, told, mentions), "did what this answers, as told before"),
        (_only(_target(act, told, mentions)), "bears the sanctions, as told before"),
        (_condemned(act, told, mentions), "was punished so, as told before"),
        (_only(replies.provoker(act, told, near, mentions)), "did to whom threatens what is answered so"),
    ):
        if parties:
            return parties, what, False
    return None


def _only(party: Mention | None) -> list[Mention]:
    return [party] if party is not None else []


def _firer(act: Act, told: Sequence[Told], mentions: Sequence[Mention]) -> Mention | None:
    """Who fired or tested the weapon that an act without a doer is told of ("*The missile* was launched from an airfield"): who did so
    before, or whose launch was judged there.
    """
    if act.type not in FIRING or any(mentions[a].actor.country for a in act.actors):
        return None
    test = _is_test(act.token)
    if not test and not any(is_definite(t) or t.pos_ in ("PROPN", "PRON") for t in _weapons(act)):
        return None
    for other, known in reversed(told):
        doers = other.actors if other.type in FIRING else other.recipients if other.type == "ACCUSE" else ()
        if len(doers) == 1 and _tells_of_weapon(other):
            firer = known[doers[0]]
            return firer if firer.actor.country is not None else None
    return _punished(told) if test else None


def _by_whose_account(act: Act, mentions: Sequence[Mention]) -> Mention | None:
    """Who gives his own account of a weapon that nobody is told to have fired: "*by B's own account* the rocket, launched on Sunday, rose"."""
    if act.type not in FIRING or any(mentions[a].actor.country for a in act.actors) or not _weapons(act):
        return None
    accounts = (t for t in act.token.doc if t.dep_ == "pobj" and t.lemma_ in ACCOUNTS and t.head.lower_ == "by")
    own = (a for a in accounts if any(c.lower_ == "own" for c in a.children))
    owners = {o.i for a in own for o in tree.possessors(a)}
    return next((m for m in mentions if m.head in owners and m.actor.country), None)


def _crowd(act: Act, told: Sequence[Told], mentions: Sequence[Mention]) -> Mention | None:
    """Who throws what is thrown by nobody who is told ("Farmers marched in Lima. *Stones were thrown* at police"): who protested just before."""
    if act.match.frame.id != THROWING or act.actors or not tree.is_passive(act.token) or tree.agents(act.token):
        return None
    for other, known in reversed(told):
        if other.type == "PROTEST" and other.actors and other.status not in UNDONE:
            return known[other.actors[0]]
    return None


def _policing(act: Act, told: Sequence[Told], mentions: Sequence[Mention]) -> Mention | None:
    """Who arrests those whom nobody is told to ("Police in Lima searched a house. *Two men were arrested*"): police or soldiers of one land who used
    force just before, where none but these are told of.
    """
    passive = tree.is_passive(act.token) and not tree.agents(act.token)
    held = act.type == "COERCE" and (act.mode or act.match.frame.mode) == "arrest" and passive and not act.actors
    again = any(s.pos_ == "PRON" or is_definite(s) for s in tree.surface_subjects(act.token))  # whom custody knows
    if not held or again or any(m.actor.country for n, m in enumerate(mentions) if n not in act.recipients):
        return None
    for other, known in reversed(told):
        doing = [known[a] for a in other.actors]
        if other.type not in FORCE or other.status in UNDONE or not doing:
            continue
        official = all(m.actor.sector in HOLDERS and m.actor.country for m in doing)
        return doing[0] if official and len({m.actor.country for m in doing}) == 1 else None
    return None


def _threatener(act: Act, told: Sequence[Told], mentions: Sequence[Mention]) -> Mention | None:
    """Who made a threat that is spoken of again by nobody ("Chad put off a decision to shell Togo. ... *The threat against Togo* had been made in
    May"): who was told last to have aimed at the same land, or to have given that up.
    """
    threat = act.token
    if act.type != "THREATEN" or act.actors or threat.pos_ != "NOUN" or not is_definite(threat) or tree.agents(threat):
        return None
    lands = {mentions[r].actor.country for r in act.recipients} - {None}
    for other, known in reversed(told):
        aimed = other.type in AIMING and lands == {known[r].actor.country for r in other.recipients}
        if lands and aimed and other.actors:
            party = known[other.actors[0]]
            return party if party.actor.country not in (None, *lands) else None
    return None


def _surpassed(act: Act, mentions: Sequence[Mention]) -> Mention | None:
    """Who fired all those with which a weapon is compared ("the missile tested on Friday flew farther than any that *B had fired before*")."""
    if act.type not in FIRING or any(mentions[a].actor.country for a in act.actors):
        return None
    weapon = next(iter(_weapons(act)), None) or (act.token.head if act.token.dep_ in ("acl", "relcl") else None)
    than = next((t for t in act.token.doc if t.lower_ == "than"), None)
    if weapon is None or than is None or than.i < act.token.i or not (is_definite(weapon) and _is_weapon(weapon)):
        return None
    fired = (t for t in act.token.doc[than.i :] if t.lemma_ in SENT_UP and t.pos_ == "VERB")
    doers = {c.i for verb in fired for c in verb.children if c.dep_ == "nsubj"}
    return next((m for m in mentions if m.head in doers and m.actor.country), None)


def _is_test(noun: Token) -> bool:
    """Whether a noun tells of a test that is known: "after *the* missile *test* of May 3"."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in TRIED and is_definite(noun)


def _punished(told: Sequence[Told]) -> Mention | None:
    """The one land that sanctions hit which were told of last: "sanctions on B ... drafted after *the nuclear test*"."""
    for other, known in reversed(told):
        if other.type == "SANCTION" and other.recipients and other.status not in UNDONE:
            hit = {known[r].actor.country: known[r] for r in other.recipients}
            return next(iter(hit.values())) if len(hit) == 1 and None not in hit else None
    return None


def _is_on_land(mention: Mention) -> bool:
    return mention.place or (bool(mention.why) and mention.why[0].startswith(("place in", "capital of")))


def _weapons(act: Act) -> list[Token]:
    """The weapons of whose flight an act tells, be it "*it*" behind a participle: "Fired from a lorry, *it* rose to 90 kilometres"."""
    named = [t for t in (*tree.surface_subjects(act.token), *tree.objects(act.token)) if _is_weapon(t)]
    opens = act.token.dep_ == "advcl" and act.token.tag_ == "VBN"
    return named or [t for t in act.token.head.children if opens and t.dep_ == "nsubj" and t.lower_ == "it"]


def _is_weapon(word: Token) -> bool:
    lemma = word.lemma_.lower()
    return lemma in FIRED or model_of(lemma) in word_classes()["missiles"]


def _tells_of_weapon(act: Act) -> bool:
    """Whether what an act tells has to do with a weapon's flight or blast ("fired a missile", "condemned the launch")."""
    return any(_is_weapon(w) or w.lemma_.lower() in TRIED for w in act.token.subtree)


def _may_be_tried(act: Act, judged: Sequence[str]) -> bool:
    """Whether what an act tells may be called a test or a launch: bombs and shells are tested, not launched."""
    weapons = [w.lemma_.lower() for w in act.token.subtree if _is_weapon(w)]
    dropped = bool(weapons) and set(weapons) <= DROPPED and "launch" in judged
    return _tells_of_weapon(act) and not dropped


def _ruler(act: Act, told: Sequence[Told], mentions: Sequence[Mention]) -> Mention | None:
    """Who made the rule that is told to do something ("A and B were punished by the council. *The resolution* bans exports of gold")."""
    if act.type not in RULED or any(mentions[a].actor.country for a in act.actors):
        return None
    nouns = {t.lemma_.lower() for t in tree.subjects(act.token) if is_definite(t) or _is_numbered(t)} & RULES
    if not nouns:
        return None
    for other, known in reversed(told):
        owner = _owner(other, known, nouns)
        if owner is None and (other.type not in RULED or not other.actors):
            continue
        ruler = owner or known[other.actors[0]]
        if _votes(ruler) or "resolution" not in nouns:
            return ruler if ruler.actor.country else None
    return None


def _votes(party: Mention) -> bool:
    """Whether a party is one that makes resolutions: a parliament or a body of many states."""
    return party.actor.sector == "LEG" or party.actor.country in ontology.table()["international"]


def _owner(act: Act, mentions: Sequence[Mention], rules: set[str]) -> Mention | None:
    """Whose rule an act is about ("B rejected *the Security Council's resolution*")."""
    named = [w for w in act.token.subtree if w.lemma_.lower() in rules and w.pos_ == "NOUN"]
    owners = {owner.i for word in named for owner in tree.possessors(word)}
    return next((m for m in mentions if m.head in owners and m.actor.country), None)


def _target(act: Act, told: Sequence[Told], mentions: Sequence[Mention]) -> Mention | None:
    """Whom sanctions hit that are told of again ("tightened *its* sanctions", "*further* sanctions"): whom the same ruler's hit before."""
    words = (act.token, *tree.objects(act.token), *tree.subjects(act.token), *(b.token for b in act.match.bound))
    again = any(w.lemma_.lower() in RULES and (is_definite(w) or _is_more(w) or _is_numbered(w)) for w in words)
    own = {mentions[a].actor.country for a in act.actors}
    if act.type != "SANCTION" or act.recipients or not own or not again:
        return None
    for other, known in reversed(told):
        if hit := _bearers(other, known, own) or (_carried_out(act, other, known) if other is told[-1][0] else []):
            hit = [m for m in hit if m.actor.country not in (None, *own)]
            return hit[0] if len({m.actor.country for m in hit}) == 1 else None
    return None


def _bearers(act: Act, known: Sequence[Mention], own: set[str | None]) -> list[Mention]:
    """Whom the ``own`` sanctions of somebody hit, as an act tells: whom they struck, or who cries out against them."""
    if act.type == "SANCTION" and own & {known[a].actor.country for a in act.actors}:
        return [known[r] for r in act.recipients]
    blamed = act.type in CRYING and own & {known[r].actor.country for r in act.recipients}
    nouns = [w for w in act.token.subtree if w.lemma_.lower() in ("sanction", "embargo")] if blamed else []
    others = any(name in ("on", "against") for noun in nouns for name, _ in tree.prepositions(noun))
    return [known[a] for a in act.actors] if nouns and not others else []


def _carried_out(act: Act, other: Act, known: Sequence[Mention]) -> list[Mention]:
    """Whom the step just told of hits, which puts somebody's sanctions into effect ("*The decree applies* the embargo that the council imposed")."""
    clause = act.token.head.head if act.token.dep_ == "relcl" else None
    steps = (s for s in tree.surface_subjects(clause)) if clause is not None and clause.lemma_ in EFFECTING else ()
    if other.type not in HINDERING or not any(
        is_definite(s) and s.lemma_ in OF_RULERS | ANY_DEED | {"order"} for s in steps
    ):
        return []
    return [known[r] for r in other.recipients]


def _condemned(act: Act, told: Sequence[Told], mentions: Sequence[Mention]) -> list[Mention]:
    """Whom a punishment hit that judges let stand ("A court jailed two editors. Judges upheld *the sentence*"): whom the last one told of did."""
    if act.type not in RULED or act.recipients or not act.actors:
        return []
    judges = all(mentions[a].actor.sector in ("JUD", "LEG") for a in act.actors)
    nouns = {t.lemma_.lower() for t in tree.objects(act.token) if is_definite(t) or _is_more(t)} & PUNISHMENTS
    if not judges or not nouns:
        return []
    for other, known in reversed(told):
        if other.type in PUNISHING and other.recipients and other.status not in UNDONE:
            return [known[r] for r in other.recipients if known[r].actor.country is not None]
    return []


def _is_numbered(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or any(c.dep_ == "nummod" for c in noun.children)


def _is_more(noun: Token) -> bool:
    return any(c.tag_ == "PRP$" or c.lower_ in MORE for c in noun.children)


def _doer(act: Act, told: Sequence[Told], mentions: Sequence[Mention]) -> list[Mention]:
    """Who did the deed that a judging act's definite object refers to, or what somebody underwent ("was dismayed by *their expulsion*")."""
    objects = [*act.match.fillers("R"), *tree.objects(act.token)]
    if act.type == "REJECT":  # "refused *to accept the verdict*"
        objects += [o for c in act.token.children if c.dep_ == "xcomp" for o in tree.objects(c)]
    if act.type == "ACCUSE":  # "said *the extradition was* illegal"
        said = [c for c in act.token.children if c.dep_ == "ccomp" and c.lemma_ == "be"]
        objects += [s for c in said for s in c.children if s.dep_ == "nsubj"]
    undergone = {c.i: t for t in objects if t.lemma_.lower() in UNDERGONE for c in t.children if c.tag_ == "PRP$"}
    lodged = act.type == "PROTEST" and bool(act.actors) and all(mentions[a].actor.sector in STATELY for a in act.actors)
    if not (lodged or act.type in JUDGING | {"REJECT"}) or any(
        mentions[r].head not in undergone for r in act.recipients
    ):
        return []  # a state that protests against a delivery marches nowhere: it judges who delivered
    joins = _joins_in(act)
    rejected = DEED_NOUNS if joins else REJECTED
    nouns = DEED_NOUNS - OF_SEVERAL if act.type == "SUPPORT" else rejected if act.type == "REJECT" else DEED_NOUNS
    summed = next((t for t in objects if t.lemma_.lower() in nouns and _sums_up(t, act.token)), None)
    if summed is not None:
        return _done_above(summed, act, told, mentions)
    told_anew = [t for t in objects if is_definite(t) or t in undergone.values()]
    judged = [t.lemma_.lower() for t in told_anew if t.lemma_.lower() in nouns]
    if not judged and (act.type == "REJECT" or not any(_points_back(t) for t in objects)):
        return []
    types = frozenset().union(*(MEANT.get(noun, DEEDS) for noun in judged)) or DEEDS
    for other, known in _latest(told):
        judges = _judges(other) and (joins or _joins_in(other) or _judges_same(other, judged))
        if not (judges or other.type in types) or not other.actors or other.status in UNDONE:
            continue
        if not TRIED.isdisjoint(judged) and other.type == "MOBILIZE" and not _may_be_tried(other, judged):
            continue  # "A fired a missile. B alerted its troops, bombed a range. C condemned *the launch*"
        if _is_aside(other.token) and MEANT.keys().isdisjoint(judged):
            return []  # "A sold the ship that B had sent. C deplored *the step*": the selling, which no frame knows
        if judges and not other.recipients:
            return []
        doers = [known[p] for p in (other.recipients if judges else other.actors)]
        ruling = OF_RULERS.isdisjoint(judged) or doers[0].actor.sector in RULERS
        ruling = ruling and ("resolution" not in judged or _votes(doers[0]))
        if _is_own_blow(other, known, act, mentions):
            continue
        if doers[0].actor.country is not None and ruling and is_another(doers[0], act, mentions):
            return others(doers, act, mentions)
    return []


def _judges(act: Act) -> bool:
    """Whether an act only tells what somebody thinks of what another has done."""
    return act.type in JUDGING or (act.type == "REJECT" and _joins_in(act))


def _joins_in(act: Act) -> bool:
    """Whether somebody does as others just did: "A condemned B's plan. C *also* opposed it"."""
    return any(c.dep_ == "advmod" and c.lower_ in ("also", "likewise", "too") for c in act.token.children)


def _is_own_blow(deed: Act, known: Sequence[Mention], act: Act, mentions: Sequence[Mention]) -> bool:
    """Whether rulers judge what their own forces did to another land: they mean what was done to theirs ("A shelled B. *B's army* returned fire.
    Officials of B condemned *the attack*").
    """
    judging = {mentions[a].actor.country for a in act.actors if mentions[a].actor.sector in STATELY}
    struck = {known[r].actor.country for r in deed.recipients} - {None}
    doing = {known[a].actor.country for a in deed.actors}
    return deed.type == "ASSAULT" and bool(judging) and doing <= judging and bool(struck) and struck.isdisjoint(judging)


def _so_called(act: Act, lead: Sequence[Told], mentions: Sequence[Mention]) -> list[Mention]:
    """Who did the deed of force that the report's first sentence calls as it is judged ("killed 18 people in an *attack*. ... C condemned *the
    attack*"), whatever else was told in between.
    """
    objects = [*act.match.fillers("R"), *tree.objects(act.token)]
    nouns = {t.lemma_.lower() for t in objects if is_definite(t)} & set(BY_FORCE.split())
    if act.type not in JUDGING or act.recipients or not nouns:
        return []
    for other, known in lead:
        called = other.token.pos_ == "NOUN" and other.token.lemma_.lower() in nouns
        if called and other.type == "ASSAULT" and other.actors and other.status not in UNDONE:
            return others([known[p] for p in other.actors], act, mentions)
    return []


def _decided(act: Act, lead: Sequence[Told], mentions: Sequence[Mention]) -> list[Mention]:
    """The rulers whose deed a report begins with, as those whose *decision* another land judges where the sentence before tells of none."""
    objects = [*act.match.fillers("R"), *tree.objects(act.token)]
    if act.type not in JUDGING or act.recipients or not any(is_definite(t) and t.lemma_ in DECISIONS for t in objects):
        return []
    own = {mentions[a].actor.country for a in act.actors}
    for other, known in lead:
        doers = [known[p] for p in other.actors]
        ruling = all(d.actor.country and d.actor.country not in own and d.actor.sector in RULERS for d in doers)
        if doers and ruling and other.type in DEEDS and other.status not in UNDONE and not _is_aside(other.token):
            return others(doers, act, mentions)
    return []


def _latest(told: Sequence[Told]) -> Iterator[Told]:
    """What was told, the last sentence first; of each what relative clauses tell comes last ("A freed the pilots *whom B had arrested*")."""
    for _, sentence in groupby(reversed(told), key=lambda pair: id(pair[0].token.doc)):
        yield from sorted(sentence, key=lambda pair: _is_aside(pair[0].token))


def _is_aside(word: Token) -> bool:
    return any(w.dep_ == "relcl" for w in (word, *word.ancestors))


def _sums_up(noun: Token, judging: Token) -> bool:
    """Whether a noun behind a comma calls what its sentence has told by a name, to say who judges it ("A freed B, *a step* that C praised")."""
    first = noun.left_edge
    anew = first.lower_ in ("a", "an", "another") and first.i and first.nbor(-1).text == ","
    return bool(anew) and judging.head == noun and judging.dep_ in ("acl", "relcl")


def _done_above(noun: Token, act: Act, told: Sequence[Told], mentions: Sequence[Mention]) -> list[Mention]:
    """Who did what a noun sums up: the deed above it, else the last before it in its sentence."""
    here = [(other, known) for other, known in told if other.token.doc is noun.doc and other.token.i < noun.i]
    above = [(other, known) for other, known in here if other.token.is_ancestor(noun)] or here[-1:]
    for other, known in above:
        if other.actors and other.status not in UNDONE:
            return others([known[p] for p in other.actors], act, mentions)
    return []


def _judges_same(act: Act, judged: Sequence[str]) -> bool:
    """Whether an act praises or blames the deed that is ``judged`` next: the same noun, or a word for any ("A praised B's withdrawal. C deplored
    *the move*").
    """
    nouns = {t.lemma_.lower() for t in (*act.match.fillers("R"), *tree.objects(act.token))} & DEED_NOUNS
    return bool(nouns) and (not judged or not (nouns | ANY_DEED).isdisjoint(judged))


def _points_back(word: Token) -> bool:
    """Whether a pronoun means what was told before: "applauded *it*", "denounced *this*"."""
    return word.lower_ in ("it", "this", "that") and word.pos_ in ("PRON", "DET")
