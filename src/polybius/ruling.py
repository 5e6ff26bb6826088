"""What only who rules a land does there, told of nobody: who was arrested, dismissed, hanged or expelled there, and who refuses in a capital.

"A Briton was *arrested in Dubai*" is done by those who rule Dubai; a crowd, a court or captives of no told land are of where they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from polybius import athome, hanging, where
from polybius.acts import selection, targets, tree
from polybius.acts.act import Act
from polybius.acts.told import ELSEWHERE
from polybius.lexicon import ontology
from polybius.model import Actor, Mention, Place, Span

EXPELLING = "sanction.expel-diplomat"  # not who sacks or recalls his own
PROTESTING = frozenset({"accuse.diplomatic-protest", "accuse.summoned-there"})
RECALLING = frozenset({"sanction.expel-diplomat", "sanction.withdraw", "judge.sanction"})
CALLING_HOME = frozenset("recall withdraw call summon bring order pull".split())
HOMEWARD = frozenset({"home", "back"})
ENVOYS = frozenset("ambassador envoy consul attache attaché diplomat nuncio".split())
# What only who rules a land does there, or its people; but for what criminals and bands do as well.
RULED = frozenset({"COERCE", "SANCTION", "RETREAT", "PROTEST"})
# Where those of many lands meet without their hosts.
OF_MEETINGS = frozenset(
    {"Vienna", "Brussels", "Luxembourg", "The Hague", "Washington", "London", "Paris", "Addis Ababa"}
)
ARREST, MISSIONS = "arrest", frozenset({"embassy", "consulate", "mission"})
SAID_OF, CAPITAL = frozenset({"ACCUSE", "REJECT", "SUPPORT"}), "capital of"
BANDS = frozenset({"REB", "PRM", "UAF", "CRM"})
ANYBODYS = frozenset({"cyber", "withdraw", "disarm", "ceasefire", "resign", "return"})
# What a capital is said to do where a passive names nobody else: "was welcomed *in Tehran*".
JUDGED = frozenset(
    """reject dismiss rebuff spurn refuse ignore brush condemn denounce criticise criticize deplore decry ridicule mock welcome praise hail applaud greet
    meet deride scorn""".split()
)
OF_ALL = frozenset({"The Hague", "Arusha"})  # where courts of many states sit
DISMISSING, OFFICIALS = "sanction.dismiss", frozenset({"GOV", "MIL", "COP", "SPY", "JUD"})
# Words of courts and prisons, beside which an execution is no deed of gunmen.
OF_COURTS = frozenset(
    "court prison jail convict conviction sentence verdict clemency mercy judge gallows trial".split()
)
# What somebody did in a land that he has left: no place of what befalls him now.
COMING = frozenset("return come arrive flee escape travel fly".split())
INSIDERS = frozenset({"GOV", "JUD", "COP", "LEG", "CVL", "LAB", "EDU", "AGR", "OPP", "REL"})


def by_rulers(act: Act, mentions: list[Mention], place: Place | None, offset: int) -> tuple[Act, list[Mention]]:
    """An act that only those who rule a land do there, told of nobody or of somebody of no told land, as theirs where it was done: "a Briton was
    *arrested in Dubai*", "the *authorities* closed two papers in Minsk". And the mentions with who does it.
    """
    told = [mentions[a] for a in act.actors]
    if recalled := _recalled(act, mentions, offset):
        return recalled
    if act.match.frame.id == EXPELLING and (host := _host(act, mentions)) is not None:
        return _done_by_host(act, mentions, host, offset)
    own = _land_of_officials(act, mentions)
    if own is not None:
        return _done_by(act, mentions, own, "GOV", f"who rules {own}, whose official it is", offset)
    land = _land_of_rulers(act, mentions, place)
    if land is None:
        return act, mentions
    why = f"{land}, where it was done"
    if not told:
        if _may_be_anothers(act, mentions):
            return act, mentions
        return _done_by(act, mentions, land, "GOV", f"who rules {why}", offset)
    insiders = INSIDERS | {"UNK"} if act.type == "PROTEST" else INSIDERS  # "*some women* marched on the palace in Lima"
    if not all(m.actor.sector in insiders and athome.is_of_no_land(m, act.token) for m in told):
        return act, mentions
    changed = [replace(m, actor=replace(m.actor, country=land), why=(*m.why, why)) for m in told]
    positions = tuple(range(len(mentions), len(mentions) + len(changed)))
    return replace(act, actors=positions), [*mentions, *changed]


def _host(act: Act, mentions: Sequence[Mention]) -> str | None:
    """The land to which another's envoy was sent, where nobody is told to do to him what is done: "*Israel's ambassador to Turkey* was expelled"."""
    if act.actors or selection.has_unknown_doer(act):
        return None
    heads = [act.token.doc[mentions[r].head] for r in act.recipients if mentions[r].head >= 0]
    lands = {land for h in heads if h.lemma_.lower() in ENVOYS for land in _sent_to(h)}
    own = {mentions[r].actor.country for r in act.recipients}
    return next(iter(lands - own)) if len(lands - own) == 1 else None


def _sent_to(envoy: Token) -> set[str]:
    """The lands to which an envoy is told to be sent: "Israel's ambassador *to Turkey*"."""
    lands = (
        ontology.sovereign(where.country_of(name))
        for preposition, land in tree.prepositions(envoy)
        if preposition in ("to", "in") and land.pos_ == "PROPN"
        for name in (" ".join(t.text for t in (*land.lefts, land) if t.dep_ in ("compound", "amod") or t == land),)
    )
    return {land for land in lands if land is not None}


def _recalled(act: Act, mentions: list[Mention], offset: int) -> tuple[Act, list[Mention]] | None:
    """An envoy's recall that nobody is told to order as done by his own land, towards the one to which he was sent: "*Greece's* ambassador *to
    Turkey* was called home".
    """
    if act.type != "SANCTION" or act.match.frame.id not in RECALLING or not tree.is_passive(act.token):
        return None
    envoys = [o for o in tree.objects(act.token) if o.lemma_.lower() in ENVOYS]
    if tree.agents(act.token) or len(envoys) != 1 or selection.has_unknown_doer(act):
        return None
    if act.token.lemma_ not in CALLING_HOME or not _comes_home(act.token):
        return None
    sender = next((m for m in mentions if m.head == envoys[0].i and m.actor.country), None)
    hosts = _sent_to(envoys[0])
    if sender is None or len(hosts) != 1 or sender.actor.country in hosts:
        return None
    positions = {n for n, m in enumerate(mentions) if m is sender}
    bare = replace(act, actors=(), recipients=tuple(positions))
    host = hosts.pop()
    done, out = _done_by(bare, mentions, host, "GOV", f"{host}, to which the envoy was sent", offset)
    return replace(done, actors=tuple(positions), recipients=done.actors), out


def _comes_home(verb: Token) -> bool:
    """Whether somebody is recalled, or called, brought, ordered *home*."""
    return verb.lemma_ in ("recall", "withdraw") or any(c.lower_ in HOMEWARD for c in verb.subtree)


def _land_of_officials(act: Act, mentions: Sequence[Mention]) -> str | None:
    """The land whose officials are dismissed where nobody is told to do it: "*Peru's army chief* was dismissed"."""
    if act.actors or act.match.frame.id != DISMISSING or not tree.is_passive(act.token):
        return None
    told = [mentions[r].actor for r in act.recipients]
    lands = {actor.country for actor in told if actor.sector in OFFICIALS}
    if len(lands) != 1 or len(told) != 1 or selection.has_unknown_doer(act):
        return None
    land = next(iter(lands))
    return None if land in ontology.table()["international"] else land


def protested_to_envoy(act: Act, mentions: list[Mention], offset: int) -> tuple[Act, list[Mention]]:
    """A protest to another's envoy as of those who rule where he is: "*Israel's ambassador to Turkey* was summoned". And the mentions with them."""
    if act.match.frame.id not in PROTESTING or not tree.is_passive(act.token):
        return act, mentions
    host = _host(act, mentions)
    return (act, mentions) if host is None else _done_by_host(act, mentions, host, offset)


def _done_by_host(act: Act, mentions: list[Mention], host: str, offset: int) -> tuple[Act, list[Mention]]:
    return _done_by(act, mentions, host, "GOV", f"who rules {host}, to which the envoy was sent", offset)


def said_in_capital(act: Act, mentions: list[Mention], offset: int) -> tuple[Act, list[Mention]]:
    """What is refused, blamed or praised in another's capital by nobody who is told as done by those who rule there: "the offer was dismissed *in
    Riyadh*". And the mentions with who does it.
    """
    passive = tree.is_passive(act.token) and act.token.lemma_ in JUDGED and act.token.dep_ not in ("acl", "relcl")
    if act.type not in SAID_OF or act.actors or not act.recipients or not passive:
        return act, mentions
    said = {f.i for name, f in tree.prepositions(act.token) if name == "in"}
    capitals = {
        m.head: m.actor.country for m in mentions if m.head in said and m.why[:1] and m.why[0].startswith(CAPITAL)
    }
    capitals = {head: land for head, land in capitals.items() if act.token.doc[head].text not in OF_MEETINGS}
    whom = tuple(r for r in act.recipients if mentions[r].head not in capitals)
    land = next(iter(capitals.values()), None)
    if len(capitals) != 1 or land is None or not whom or land in {mentions[r].actor.country for r in whom}:
        return act, mentions
    why = f"who rules {land}, in whose capital it was said"
    return _done_by(replace(act, recipients=whom), mentions, land, "GOV", why, offset)


def is_where_to(act: Act, mentions: Sequence[Mention], place: Place) -> bool:
    """Whether a land is named only as where somebody went, or came from, by another clause: "a defendant *who had fled to Yemen* was given 15 years",
    "a leader *who returned from exile in Gabon* was arrested".
    """
    doc = act.token.doc
    named_so = [m for m in mentions if m.kind == "name" and m.head >= 0]
    there = [doc[m.head] for m in named_so if m.actor.country == place.country]
    return bool(there) and all(t.dep_ == "pobj" and _is_way_in_a_clause(t, act.token) for t in there)


def _is_way_in_a_clause(place: Token, deed: Token) -> bool:
    """Whether a place ends or begins a way that a clause about somebody tells, in which a deed doesn't stand."""
    ways = [a for a in place.ancestors if a.dep_ in ("relcl", "advcl") and a != deed and not a.is_ancestor(deed)]
    clauses = [a for a in ways if a.dep_ == "relcl" or (a.lemma_ in COMING and hanging.phrase(a, "from") is not None)]
    return bool(clauses) and (place.head.lower_ == "to" or any(a.lemma_ in COMING for a in clauses))


def _land_of_rulers(act: Act, mentions: Sequence[Mention], place: Place | None) -> str | None:
    """The land of a place where an act is done that only its rulers or people do, and whose doers are of no told land; None for others."""
    told = [mentions[a] for a in act.actors]
    befallen = {mentions[r].actor.country for r in act.recipients}
    tried = selection.is_tried(act)
    if act.mode in ANYBODYS or act.token.pos_ == "AUX" or not (act.type in RULED or tried or _is_hanged(act)):
        return None
    if place is None or place.country is None or any(m.actor.country for m in told):
        return None
    if (tried and place.name in OF_ALL) or is_where_to(act, mentions, place) or _is_closed_mission(act):
        return None
    if act.token.pos_ == "NOUN" and _is_set_elsewhere(act.token, place, mentions):
        return None
    # A trial at home needs no told place, nor the arrest of some who are told of no land ("Six were jailed").
    held = act.mode == ARREST and tree.is_passive(act.token) and all(mentions[r].scene for r in act.recipients)
    own = befallen == {place.country} and (tried or held)
    return None if place.basis.startswith(targets.GUESSED) and not own else ontology.sovereign(place.country)


def _is_closed_mission(act: Act) -> bool:
    """Whether an embassy is told to be closed by nobody: as a rule it was by its own land."""
    return act.type == "SANCTION" and any(o.lemma_.lower() in MISSIONS for o in tree.objects(act.token))


def _is_hanged(act: Act) -> bool:
    """Whether somebody is put to death as only who rules does: "was *hanged* in Khartoum", "was *executed* in a prison"."""
    if not tree.is_passive(act.token) or tree.agents(act.token):
        return False
    if act.token.lemma_ == "hang":
        return not any(c.dep_ == "auxpass" and c.lower_ == "found" for c in act.token.children)
    return act.token.lemma_ == "execute" and any(t.lemma_.lower() in OF_COURTS for t in act.token.doc)


def _is_set_elsewhere(deed: Token, place: Place, mentions: Sequence[Mention]) -> bool:
    """Whether a place is told of what is done around a deed that a noun only mentions, in a sentence of several lands: "arrived *in Doha* to mend ties
    strained by the *arrest* of a banker".
    """
    named = {m.actor.country for m in mentions if not m.place} - {None, place.country}
    return bool(named) and not any(t.text == place.name.split()[-1] for t in deed.subtree)


def _may_be_anothers(act: Act, mentions: Sequence[Mention]) -> bool:
    """Whether an act of nobody may be of others than those who rule: where a band is named it may hold the ground, but not the courts."""
    armed = any(m.head >= 0 and m.actor.sector in BANDS for m in mentions)
    return act.type == "PROTEST" or not act.recipients or (armed and not selection.is_tried(act))


def crowd(act: Act, mentions: list[Mention], country: str) -> list[Mention]:
    """The mentions with people of no told land who protest as of where they do: "*women* marched in Warsaw against a ban"."""
    if act.type != "PROTEST":
        return mentions
    own = {a for a in act.actors if mentions[a].actor.sector == "UNK" and athome.is_of_no_land(mentions[a], act.token)}
    why = f"{country}, where they protest"
    return [
        replace(m, actor=replace(m.actor, country=country), why=(*m.why, why)) if n in own else m
        for n, m in enumerate(mentions)
    ]


def held_there(act: Act, mentions: list[Mention], country: str) -> list[Mention]:
    """The mentions with whoever is held or tried by his name alone as of where that is, if no other land is named beside: "*Athanase Niyonkuru*, 66,
    was arrested in Kigali".
    """
    why = f"{country}, where he is held"
    if any(m.actor.country not in (None, country) for m in mentions):
        return mentions
    held = {r for r in act.recipients if athome.is_held_by_name(mentions[r], act)}
    return [
        replace(m, actor=replace(m.actor, country=country), why=(*m.why, why)) if n in held else m
        for n, m in enumerate(mentions)
    ]


def gathered(act: Act, mentions: list[Mention], place: Place | None, offset: int) -> tuple[Act, list[Mention]]:
    """A protest against somebody, told without who protests, as of the people of where its words say that it was: "demonstrations against the
    war were held *in Rome*". And the mentions with them.
    """
    if act.type != "PROTEST" or act.actors or act.status != "asserted" or not act.recipients:
        return act, mentions
    if place is None or place.country is None or place.basis.startswith(targets.GUESSED):
        return act, mentions
    why = f"people of {place.country}, where it was done"
    return _done_by(act, mentions, place.country, "CVL", why, offset)


def _done_by(
    act: Act, mentions: list[Mention], country: str, sector: str, why: str, offset: int
) -> tuple[Act, list[Mention]]:
    """The act done by somebody of a land whom no word names, who joins the mentions."""
    start = offset + act.token.idx
    span = Span(start, start + len(act.token))
    doer = Actor(act.token.text, span, act.token.text, country=country, sector=sector)
    here = mentions[act.recipients[0]].sentence
    who = Mention(here, ELSEWHERE, doer, "noun", False, False, True, why=(why,))
    return replace(act, actors=(len(mentions),)), [*mentions, who]
