"""Which acts become events: those whose parties and status make a record that can be defended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from polybius.acts import tree
from polybius.acts.act import RECIPROCAL, VERBAL, Act
from polybius.lexicon import ontology
from polybius.model import Event, Mention

NO_COUNTRY = "no party with a country"
NO_ACTOR = "no actor that is a party"
NEEDS_TWO = frozenset({"CONSULT"})
TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
MUTUAL = frozenset({"CONSULT", "COOPERATE"})
BY_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
PRIVATE = frozenset({"CVL", "UNK", "EDU", "ELI", "JRN", "MED", "LAB", "AGR"})
# Subjects that stand for an unnamed actor.
INSTRUMENTS = frozenset(
    """bomb bombing missile rocket shell shelling blast explosion attack strike raid fire gunfire bullet drone airstrike clash violence fighting
    device mortar artillery war battle assault offensive ambush shooting crossfire bombardment barrage warplane jet gunship operation mine ied
    grenade landmine land-mine dynamite plane helicopter sniper suicide vehicle car truck conflict unrest massacre crackdown
    sweep dragnet swoop round-up roundup manhunt clampdown curfew lockdown embargo sanction decree edict ordinance
    aircraft bomber salvo howitzer projectile""".split()
)
# What a thing does by itself, and things that do so: who is hurt by it suffers no act ("killed *when a wall collapsed*").
MISHAPS = frozenset("collapse capsize overturn derail sink cave slip topple".split())
FALLING, FALLEN = (
    frozenset({"fall", "give", "come", "crash", "burst", "break"}),
    frozenset(
        """wall roof ceiling building tree crane scaffold scaffolding floor balcony dam tunnel mine bridge pylon house helicopter plane aircraft jet
        lift boiler gallery stand part section chunk tower""".split()
    ),
)
BURSTING = frozenset({"explode", "burst", "rupture", "blow", "ignite", "leak"})
PRESSED = frozenset(
    "boiler cylinder stove transformer pipe pipeline firework gas tyre tire balloon furnace refinery generator battery".split()
)
ARMED_MEN = frozenset(
    "brigade unit fighter man soldier wing branch cell troop force member militant guerrilla commando army battalion squad".split()
)
BANDS = frozenset({"CRM", "PRM", "REB", "UAF"})
FIGHTING, CAPTURED = frozenset({"MIL", "REB", "PRM"}), "fighters captured in war are ASSAULT abduct (codebook)"
KIDNAPPERS, ABDUCTED = frozenset({"UAF", "CRM"}), "gunmen and criminals arrest nobody: ASSAULT abduct"
STANDING_FIGHTS = frozenset({"fighting", "battling", "combating", "repelling", "opposing"})
# Words of a party that is several who face one another: "the *warring* sides", "*rival* governments", "elders of *two* clans".
FACING = frozenset(
    "rival warring feuding opposing competing contending divided quarrelling squabbling estranged".split()
)
BOTH = frozenset({"two", "both", "and"})
# Who speak for the states of a body, not for the body: "*OPEC ministers*".
MANY_STATES = frozenset({"IGO", "EUR"})
ENVOYS = frozenset(
    "leaders ministers presidents premiers chiefs heads ambassadors envoys delegates generals commanders governments states".split()
)
PRIVATE_WORDS = frozenset({"REQUEST", "AGREE"})
PERSONS = frozenset({"CVL", "BUS", "EDU", "MED"})
# Warnings that may only foretell, what comes by itself, and who does no harm to whom it names.
FORETOLD = frozenset({"threaten.to-do", "judge.threaten"})
COMING = frozenset(
    """starve die perish rise fall drop decline shrink worsen deteriorate spread need lack last flee grow increase soar double triple slow dwindle
    drown dry collapse weaken recede stagnate linger""".split()
)
HELPERS = frozenset({"NGO", "UNO", "IGO"})
WEAPONS = frozenset("missile rocket shell bomb warplane jet drone bullet projectile blow".split())
SPEECHES = "consult.before-parliament"
NEEDS_ADDRESSEE = frozenset({"request.should", "reject.answer", "agree.answer"})
OF_LAW = frozenset(
    {"accuse.prosecute", "accuse.investigate", "accuse.at-law"}
)  # what police, prosecutors and courts do


def captured(event: Event) -> Event:
    """An arrest as what it is in war: fighters whom an army or other fighters hold are captured, not arrested (codebook, COERCE)."""
    if (event.type, event.mode) != ("COERCE", "arrest") or not event.actors or not event.recipients:
        return event
    if all(a.sector in KIDNAPPERS for a in event.actors):
        return replace(event, type="ASSAULT", mode="abduct", why=(*event.why, ABDUCTED))
    lands = {a.country for a in event.actors}
    held = all(r.sector == "REB" or (r.sector == "MIL" and r.country not in lands) for r in event.recipients)
    at_war = held and all(a.sector in FIGHTING for a in event.actors)
    return replace(event, type="ASSAULT", mode="abduct", why=(*event.why, CAPTURED)) if at_war else event


def refused(act: Act, mentions: Sequence[Mention]) -> str:
    """Why an act is no event; "" when it is one."""
    actors = [mentions[p].actor for p in act.actors]
    recipients = [mentions[p].actor for p in act.recipients]
    if act.type == "ASSAULT" and _is_accident(act.token):
        return "an accident"
    if act.match.frame.alone and not actors:
        return ""
    reason = ("" if actors else _of_nobody(act, mentions)) or _describes(act)
    if reason:
        return reason
    if _warns_of_somebody(act, mentions) or _foretells(act) or _forecasts(act, mentions):
        return "a warning of what others are or may do, to nobody"
    if _assures_of_what_is(act):
        return "an assurance of how things are: nothing is promised"
    if act.match.pattern.pos == "n" and act.match.support is None and not _stands_alone(act, mentions):
        return "a bare noun that names no two parties"
    if act.match.frame.id in NEEDS_ADDRESSEE and not recipients:
        return "a general remark or a bare answer: nobody is asked or answered"
    if act.type in BY_FORCE and actors and all(_coerces_nobody(mentions[p], act.type) for p in act.actors):
        return "a town does nothing by force, a camp holds nobody"
    reason = _mere_words(act, mentions) if act.type in VERBAL else ""
    if reason:
        return reason
    if not any(a.country for a in (*actors, *recipients)):
        return NO_COUNTRY
    if ontology.needs_recipient(act.type) and not recipients and not (act.type in RECIPROCAL and len(actors) > 1):
        return f"{act.type} needs a recipient (codebook)"
    return _consults_nobody(act, mentions) if act.type in NEEDS_TWO else ""


def _describes(act: Act) -> str:
    """Why an act only says what somebody is: "nationalists *committed* to saving B", "the army *fighting* Isis"; "" when it says more."""
    if act.match.pattern.pos == "a" and act.token.dep_ in ("amod", "acl"):
        return "an adjective that only says what somebody is"
    if act.type == "ASSAULT" and act.token.dep_ == "acl" and act.token.lower_ in STANDING_FIGHTS:
        return "a participle that only says against whom somebody stands"
    return ""


def _is_accident(verb: Token) -> bool:
    """Whether what befell somebody is told to have come by itself: "were killed *when a wall gave way*", but not under fire."""
    if not tree.is_passive(verb) or tree.agents(verb):
        return False
    clauses = (
        c for c in verb.children if c.dep_ == "advcl" and any(w.lower_ in ("when", "as", "after") for w in c.children)
    )
    return any(_falls_by_itself(clause) for clause in clauses)


def _falls_by_itself(clause: Token) -> bool:
    subjects = [c for c in clause.children if c.dep_ == "nsubj"]
    others = (w for w in clause.subtree if w.lemma_.lower() in INSTRUMENTS and w not in subjects)
    if not subjects or any(others) or any(c.dep_ == "dobj" and clause.lemma_ != "give" for c in clause.children):
        return False
    down = clause.lemma_ in FALLING and any(s.lemma_.lower() in FALLEN for s in subjects)
    burst = clause.lemma_ in BURSTING and any(s.lemma_.lower() in PRESSED for s in subjects)
    return clause.lemma_ in MISHAPS or down or burst


def _consults_nobody(act: Act, mentions: Sequence[Mention]) -> str:
    """Why a consultation is none; "" when it is one."""
    if len(act.actors) + len(act.recipients) < 2:
        return "" if _meet_one_another(act, mentions) else "a consultation needs two parties"
    country = mentions[act.actors[0]].actor.country if len(act.actors) == 1 else None
    if len(act.actors) == 1 and all(_is_own_land(mentions[r], country) for r in act.recipients):
        return "nobody visits his own land"
    if act.match.frame.id == SPEECHES and len({mentions[p].actor.country for p in (*act.actors, *act.recipients)}) == 1:
        return "nobody consults his own parliament by a speech"
    if _is_private_journey(act, mentions):
        return "a private person's journey consults nobody"
    parties = [mentions[p].actor for p in (*act.actors, *act.recipients)]
    at_home = len({a.country for a in parties}) == 1 and all(a.sector in PRIVATE - {"ELI"} for a in parties)
    return "private persons of one land who meet" if at_home else ""


def _meet_one_another(act: Act, mentions: Sequence[Mention]) -> bool:
    """Whether the only party told of those who meet is several: "*ECOWAS leaders* met"; a visit needs somebody to visit."""
    return act.mode != "visit" and any(_is_several(mentions[p], act.token) for p in act.actors)


def _is_several(mention: Mention, word: Token) -> bool:
    """Whether one mention names several who can meet: "*ECOWAS leaders*", "*the warring sides*", "*the two factions*", a body at its summit."""
    if mention.head < 0:
        return False
    if mention.actor.country in MANY_STATES and word.lemma_.lower() == "summit":
        return True  # "*the Arab League's* summit"
    if word.doc[mention.head].tag_ not in ("NNS", "NNPS"):
        return False
    words, sector = frozenset(mention.actor.text.lower().split()), mention.actor.sector
    of_states = mention.actor.country in MANY_STATES and bool(words & ENVOYS)
    factions = sector in ("GOV", "MIL", "LEG", "PTY", "REB", "PRM", "OPP") and bool(words & BOTH)
    factions = factions and not mention.scene  # "envoys from both sides met in Muscat" may be of any two
    return of_states or factions or bool(words & FACING)


def _is_private_journey(act: Act, mentions: Sequence[Mention]) -> bool:
    """Whether private persons went to a land or a town, and met nobody there ("the lawyer had completed *a pilgrimage to Mecca*")."""
    grounds = [mentions[r] for r in act.recipients]
    private = all(mentions[a].actor.sector in PRIVATE - {"ELI", "JRN"} for a in act.actors)
    return bool(grounds) and private and all(not m.actor.sector or is_town(m) or m.place for m in grounds)


def without_nobody(act: Act, mentions: Sequence[Mention]) -> Act:
    """The act without doers of whom only a pronoun tells that the report doesn't settle ("*they* shelled the clinic"), and what several lands agree on
    or do with one another without others of no known land ("agreed to share intelligence on *the rebels*").
    """
    named = tuple(a for a in act.actors if mentions[a].kind != "pronoun" or mentions[a].actor.country)
    together = len({mentions[a].actor.country for a in act.actors} - {None}) > 1
    whom = act.recipients
    if together and act.type in TOGETHER:
        whom = tuple(r for r in whom if mentions[r].actor.country)
    return act if (named, whom) == (act.actors, act.recipients) else replace(act, actors=named, recipients=whom)


def _warns_of_somebody(act: Act, mentions: Sequence[Mention]) -> bool:
    """Whether a warning tells what somebody is who isn't warned ("warned that *B* is still a danger"), and nothing that may be done to him."""
    if act.type != "THREATEN" or act.token.lemma_ not in ("warn", "caution"):
        return False
    told = [clause for kind, clause in tree.clauses(act.token) if kind == "that"]
    inside = {w.i for clause in told for w in clause.subtree}
    done = any(c.tag_ == "MD" or c.lower_ in ("going", "if") for clause in told for c in clause.subtree)
    done = done or any(_is_in_range(clause) for clause in told)
    return (
        bool(inside) and not done and bool(act.recipients) and all(mentions[p].head in inside for p in act.recipients)
    )


def _is_in_range(clause: Token) -> bool:
    """Whether a clause says that somebody is where somebody's weapons reach him ("all of B is *within range* of its missiles")."""
    words = {w.lemma_.lower() for w in clause.subtree}
    return "within" in words and not words.isdisjoint(("range", "reach")) and not words.isdisjoint(WEAPONS)


def _foretells(act: Act) -> bool:
    """Whether a warning to nobody tells what others may do ("warned that *many may return*"), on no condition."""
    if act.type != "THREATEN" or act.token.lemma_ not in ("warn", "caution") or act.recipients:
        return False
    told = [clause for kind, clause in tree.clauses(act.token) if kind == "that"]
    return bool(told) and all(_may_befall(clause) for clause in told)


def _forecasts(act: Act, mentions: Sequence[Mention]) -> bool:
    """Whether a warning tells what will come by itself, whoever is named in it ("warned that *Yemen would run out* of wheat"), or what a body of
    states or a charity sees coming ("the IMF warned that *Greek banks would need* capital"), not what it will do itself.
    """
    if act.type != "THREATEN" or act.token.lemma_ not in ("warn", "caution") or act.match.frame.id not in FORETOLD:
        return False
    told = [clause for kind, clause in tree.clauses(act.token) if kind == "that"]
    helpers = {mentions[a].actor.country for a in act.actors} <= HELPERS
    return bool(told) and all(_comes_by_itself(c) or (helpers and _is_of_others(c)) for c in told)


def _comes_by_itself(clause: Token) -> bool:
    """Whether nobody does what a clause tells: somebody starves, stocks run out; weapons and patience are the speaker's."""
    ends = clause.lemma_ == "run" and any(c.lower_ == "out" for c in clause.children)
    subjects = tree.surface_subjects(clause)
    meant = any(s.lemma_.lower() in WEAPONS or s.lower_ == "patience" for s in subjects)
    return (clause.lemma_ in COMING or ends) and bool(subjects) and not meant


def _is_of_others(clause: Token) -> bool:
    """Whether a clause in the active tells what others than the speaker will do."""
    subjects = tree.surface_subjects(clause)
    own = any(s.pos_ == "PRON" or any(c.tag_ == "PRP$" for c in s.children) for s in subjects)
    return bool(subjects) and not own and not tree.is_passive(clause)


def _assures_of_what_is(act: Act) -> bool:
    """Whether somebody is assured only of what is or was so ("assured B *that the island was safe*")."""
    if act.type != "AGREE" or act.token.lemma_ not in ("assure", "reassure"):
        return False
    told = [clause for kind, clause in tree.clauses(act.token) if kind == "that"]
    coming = any(c.tag_ == "MD" or c.lower_ == "going" for clause in told for c in clause.subtree)
    return bool(told) and not coming


def _may_befall(clause: Token) -> bool:
    """Whether a clause says what may happen to, or be done by, somebody whom it names anew, whatever others do."""
    may = any(c.tag_ == "MD" and c.lower_ in ("may", "might", "could") for c in clause.children)
    anew = any(c.dep_ in ("nsubj", "nsubjpass") and c.pos_ != "PRON" for c in clause.children)
    return may and anew and not any(w.lower_ in ("if", "unless", "should") for w in clause.subtree)


def _is_own_land(mention: Mention, country: str | None) -> bool:
    """Whether a party is a land or a place in it, of which ``country`` is."""
    thing = mention.place or not mention.actor.sector or mention.nature == "thing" or is_town(mention)
    return mention.actor.country == country and thing


def _coerces_nobody(mention: Mention, type_: str) -> bool:
    """Whether a doer is a town, or a camp that only houses people ("the camps *hold* 70,000 families")."""
    return is_town(mention) or (type_ == "COERCE" and mention.actor.sector == "REF")


def is_town(mention: Mention) -> bool:
    """Whether a party is a town or a region that the gazetteer knows."""
    return bool(mention.why) and mention.why[0].startswith("place in")


def _of_nobody(act: Act, mentions: Sequence[Mention]) -> str:
    """Why an act without an actor is no event; "" when it is one."""
    if _is_done_by_things(act):
        return "its subject is no party and no weapon"
    if has_unknown_doer(act):
        return "its doer is named and no party that is known"
    if act.token.dep_ == "amod":
        return "a participle that only says what somebody is"  # "the convicted dealer", "the besieged city"
    persons = any(not is_town(mentions[p]) for p in act.recipients)
    freed = act.type == "RETREAT" and tree.is_passive(act.token) and persons  # "was released on Tuesday"
    if not (
        act.recipients
        and (
            freed
            or (persons and (is_tried(act) or _is_threatened(act, mentions)))
            or act.type in ("ASSAULT", "COERCE", "SANCTION")
        )
    ):
        return NO_ACTOR
    return ""


def is_tried(act: Act) -> bool:
    """Whether somebody is told to be charged, tried or questioned, by no one that is named: "five policemen *were charged*", "*went on trial*"."""
    return act.match.frame.id in OF_LAW and not act.actors and _is_suffered(act)


def _is_threatened(act: Act, mentions: Sequence[Mention]) -> bool:
    """Whether somebody is threatened by a band of no told land, or by whomever: "*gunmen* threatened an editor", "two editors *received* threats"."""
    bands = bool(act.actors) and all(mentions[a].actor.sector in BANDS for a in act.actors)
    told = any(mentions[r].actor.country for r in act.recipients)
    return act.type == "THREATEN" and told and (bands or (not act.actors and _is_suffered(act)))


def _is_suffered(act: Act) -> bool:
    """Whether a verb's subject suffers what it tells: a passive, or "*went* on trial", "*received* threats"."""
    suffers = any((b.role, b.slot) == ("R", "subj") for b in act.match.bound)
    return act.match.pattern.pos == "v" and (suffers or tree.is_passive(act.token))


def _mere_words(act: Act, mentions: Sequence[Mention]) -> str:
    """Why words are no event; "" when they are one."""
    acting = [mentions[p] for p in act.actors]
    if not act.recipients and act.type == "SUPPORT" and any(_is_own(t, act.token) for t in act.match.fillers("R")):
        return "praise or defence of what is one's own"
    if act.type == "ACCUSE" and any(_is_own_force(s) for c in act.match.fillers("C") for s in tree.surface_subjects(c)):
        return "a claim of one's own deed"
    heard = [r for r in act.recipients if mentions[r].kind != "pronoun" or mentions[r].actor.country]
    together = act.type == "THREATEN" and act.mode == "restrict"  # a strike, a roadblock: what people do together
    if not heard and len(acting) < 2 and not together and not any(_speaks_for_others(m) for m in acting):
        return "words to nobody, by nobody who speaks for others"
    if act.type in PRIVATE_WORDS and heard and _is_between_persons(act, mentions):
        return "what private persons of one land ask or promise one another"
    if not any(m.actor.country for m in acting) and not (is_tried(act) or _is_threatened(act, mentions)):
        return "words of somebody of no known country"
    return ""


def _is_between_persons(act: Act, mentions: Sequence[Mention]) -> bool:
    """Whether only private persons, firms and schools ask something of persons: "*the widow* begged *her brother* for a loan"."""
    asked = [mentions[r].actor for r in act.recipients]
    lands = {mentions[a].actor.country for a in act.actors} | {None}
    return all(mentions[a].actor.sector in PERSONS for a in act.actors) and all(
        a.sector in ("CVL", "UNK") and a.country in lands for a in asked
    )


def _is_own(thing: Token, verb: Token) -> bool:
    """Whether a possessive makes an object its subject's own ("defended *its position*")."""
    return thing.i > verb.i and any(c.tag_ == "PRP$" for c in thing.children)


def _is_own_force(who: Token) -> bool:
    """Whether somebody's own armed men are meant: "said *its brigade* was behind the raid", "said *one of its units* ..."."""
    meant = [who, *(t for name, t in tree.prepositions(who) if name == "of")]
    return any(t.lemma_.lower() in ARMED_MEN and any(c.tag_ == "PRP$" for c in t.children) for t in meant)


def _is_done_by_things(act: Act) -> bool:
    """Whether an active verb has a subject that neither acts nor is fired ("a storm killed ten people"), nor suffers ("*ten* died in a raid")."""
    suffers = any(b.role == "R" and b.slot == "subj" for b in act.match.bound)
    if act.match.pattern.pos != "v" or tree.is_passive(act.token) or suffers:
        return False
    subjects = tree.subjects(act.token)
    return bool(subjects) and not any(s.lemma_.lower() in INSTRUMENTS or s.pos_ == "PRON" for s in subjects)


def has_unknown_doer(act: Act) -> bool:
    """Whether a passive names by whom, and that is neither a party nor a weapon ("was rounded up *by villagers of the valley*")."""
    doers = [g for c in act.token.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
    named = [d for d in doers if d.lemma_ not in tree.RECKONING]
    return bool(named) and not any(d.lemma_.lower() in INSTRUMENTS for d in named)


def _speaks_for_others(mention: Mention) -> bool:
    """Whether a party named here, not by a pronoun, is a state or an organised body or its voice."""
    actor = mention.actor
    referred = bool(mention.why) and " before" in mention.why[0] and mention.actor.text.islower()
    heard = actor.sector not in PRIVATE or (actor.sector == "ELI" and actor.id is not None)  # a former leader is
    return actor.country is not None and heard and not referred


def _stands_alone(act: Act, mentions: Sequence[Mention]) -> bool:
    """Whether a noun without a support verb tells an act: who does it to whom, or whom it befell ("the killing of B")."""
    if len(act.actors) + len(act.recipients) > 1 or (act.type in NEEDS_TWO and _meet_one_another(act, mentions)):
        return bool(act.actors)
    if act.actors and act.type in ("MOBILIZE", "RETREAT", "PROTEST"):
        owned = act.type == "MOBILIZE" and any(n == "of" for n, _ in tree.prepositions(act.token))
        return (
            bool(act.match.fillers("A")) or any(tree.possessors(act.token)) or owned
        )  # "the arrival of French warships"
    of_it = {"of", "poss", "on"} if act.mode == "targeted" else {"of", "poss"}  # "the attempt *on* his life"
    befell = {b.slot for b in act.match.bound if b.role == "R"} & of_it or tree.undergoers(act.token)
    on_persons = act.type in ("ASSAULT", "COERCE") or act.mode in ("convict", "expel", "release")
    return bool(act.recipients) and bool(befell) and (on_persons or act.match.frame.id == "sanction.dismiss")


def distinct(events: Sequence[Event], text: str) -> list[Event]:
    """Events of a ``text`` without those that a sentence tells twice (same type, parties and status), or that a stitched report repeats with its
    sentence word for word: the surer one is kept. Of meetings and promises one that names fewer of the others is no second one ("will host the
    leaders of *A and B* for talks").
    """
    best: dict[tuple[object, ...], Event] = {}
    for event in events:
        actors, recipients = (
            frozenset((a.country, a.sector) for a in parties) for parties in (event.actors, event.recipients)
        )
        if event.type in MUTUAL:  # who met whom is the same told either way
            actors, recipients = actors | recipients, frozenset()
        words = " ".join(event.sentence.of(text).split())
        key = (words, event.type, actors, recipients, event.status)
        if key not in best or event.confidence > best[key].confidence:
            best[key] = event
    told = sorted(best.values(), key=lambda e: (e.trigger.start, e.type, e.id))
    talks = [e for e in told if e.type in TOGETHER]
    return [e for e in told if e.type not in TOGETHER or not any(_tells_more(other, e) for other in talks)]


def _tells_more(event: Event, other: Event) -> bool:
    """Whether a sentence tells what ``other`` tells of one side of the same doers of more of them."""
    if (event.type, event.status, event.sentence) != (other.type, other.status, other.sentence):
        return False
    doers = [{a.country for a in e.actors} for e in (event, other)]
    whom = [{a.country for a in e.recipients} for e in (event, other)]
    return doers[0] == doers[1] and bool(whom[1]) and whom[1] < whom[0]
