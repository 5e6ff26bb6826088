"""Those of no known land whom words behind them tie to a party: "hackers *working for A*", "bombers *linked to B*", "B, *the force that ...*"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius.actors import syntax, unnamed
from polybius.lexicon import ontology
from polybius.model import Mention

SERVING = frozenset({"work", "act", "fight", "serve", "spy"})
FOR = frozenset({"for", "on_behalf_of", "under"})
# For whom somebody does it who is paid or told to: "gunmen *hired by* A".
HIRING = frozenset("employ hire pay recruit control command direct run send dispatch deploy".split())
# From what land somebody is who has left it: "two officers *who fled* A", "a pilot *who defected from* A".
# Out of what land armed men are told to have come: "gunmen *who crossed from* A", "men *believed to come from* A".
COMING, THOUGHT = (
    frozenset("come cross infiltrate enter arrive".split()),
    frozenset("believe think suspect say report".split()),
)
SEATED = frozenset({"base", "operate", "work", "live"})
CARRYING = frozenset({"carry", "hold", "bear"})
LEAVING, FLEEING = frozenset({"flee", "escape"}), frozenset({"flee", "escape", "defect", "emigrate"})
# What a phrase behind a comma calls somebody of a nation: "a lawyer, *a Danish national*".
NATIONALS = frozenset("national citizen subject native passport-holder expatriate".split())
# What makes somebody one of a band, not of a state that backs him.
BELONGING = frozenset({"link", "affiliate", "tie", "connect", "belong", "pledge", "swear", "loyal", "allied", "ally"})
TO = frozenset({"to", "with"})
BANDS = frozenset({"REB", "PRM", "CRM", "UAF", "SEP"})
ARMED = BANDS | {"MIL"}
# How somebody stands to whoever rules his land, or led it.
STANDING = frozenset({"loyal", "faithful", "allied", "close", "opposed", "hostile"})
LEADING = frozenset({"GOV", "ELI", "OPP", "MIL", "LEG", "PTY"})
MEN = frozenset({"men", "youths"})  # "men *loyal to* the warlord"


# By which a clause says to what body or land somebody belongs: "Haytham Daqqaq, who *sits on* the council of B".
MEMBERSHIP = {
    "sit": frozenset({"on", "in"}),
    "serve": frozenset({"on", "in"}),
    "work": frozenset({"for", "at"}),
    "speak": frozenset({"for"}),
    "belong": frozenset({"to"}),
}
# How many of those just told are of a nation that stands behind: "five people, *most of them* Danes".
NEARLY_ALL, THEM = (
    frozenset({"all", "most", "both", "mostly", "mainly", "largely"}),
    frozenset({"of", "them", "whom", "which", "were", "are", ","}),
)
# Who is at home where a clause with "where" is set; ministers and delegates come there from elsewhere ("in Geneva, *where ministers met*").
SETTLED = frozenset("COP MIL JUD LEG OPP CVL LAB EDU AGR REL JRN REB PRM PTY MED".split())
HEADING = frozenset("lead head chair run command direct represent edit govern rule found".split())


def tied(mention: Mention, doc: Doc, others: Sequence[Mention]) -> Mention:
    """A mention of no known land as of the party among ``others`` for which it acts, the band to which it is tied or whom it describes; whom the
    lexicon lacks as of the body to which a clause about him says that he belongs.
    """
    if mention.kind == "stranger" and mention.head >= 0:
        return _of_told(mention, doc[mention.head], others) or mention
    if mention.actor.country is not None or mention.kind != "noun" or mention.head < 0:
        return mention
    head = doc[mention.head]
    return (
        _of_served(mention, head, others)
        or _of_origin(mention, head, others)
        or _of_band(mention, head, others)
        or _of_leader(mention, head, others)
        or _of_named(mention, head, others)
        or _of_nation(mention, head, others)
        or _of_ground(mention, head, others)
        or mention
    )


def _of_told(mention: Mention, head: Token, others: Sequence[Mention]) -> Mention | None:
    """ "Haytham Daqqaq, *who sits on the council of B*", "Driss Benhaddou, *who heads B*"; now, not "who *led* B from 2002 to 2005"."""
    clause = next((c for c in head.children if c.dep_ == "relcl" and c.tag_ in ("VBZ", "VBP")), None)
    if clause is None or not any(c.lower_ == "who" and c.dep_ == "nsubj" for c in clause.children):
        return None
    slots = MEMBERSHIP.get(clause.lemma_, frozenset())
    bound = {p.i for name, p in syntax.fillers(clause) if name in slots}
    if clause.lemma_ in HEADING:
        bound |= {c.i for c in clause.children if c.dep_ == "dobj"}
    body = next((m for m in others if m.head in bound and m.actor.country and m.actor.sector and not m.place), None)
    if body is None:
        return None
    said = mention.actor
    actor = replace(body.actor, text=said.text, span=said.span, name=said.name, id=None, role="")
    why = (f"of {body.actor.name}, as a clause says", *body.why)
    return replace(
        body,
        head=mention.head,
        actor=actor,
        kind="name",
        nature="person",
        subject=mention.subject,
        plural=False,
        why=why,
    )


def _of_served(mention: Mention, head: Token, others: Sequence[Mention]) -> Mention | None:
    """ "Hackers *working for North Korea*", "lawyers *acting on behalf of Greece*"."""
    for clause in (c for c in head.children if c.dep_ == "acl" and c.lemma_ in SERVING):
        served = {p.i for name, p in syntax.fillers(clause) if name in FOR}
        party = next((m for m in others if m.head in served and m.actor.country), None)
        if party is not None:
            return _as_of(mention, party, f"for {party.actor.name}")
    hirer = next((m for m in others if m.head in _hirers(head) and m.actor.country), None)
    return _as_of(mention, hirer, f"for {hirer.actor.name}") if hirer is not None else None


def _hirers(head: Token) -> set[int]:
    """By whom somebody is told to be paid or sent."""
    hired = (c for c in head.children if c.dep_ == "acl" and c.lemma_ in HIRING and c.tag_ == "VBN")
    return {p.i for c in hired for a in c.children if a.lower_ == "by" for p in a.children if p.dep_ == "pobj"}


def _of_origin(mention: Mention, head: Token, others: Sequence[Mention]) -> Mention | None:
    """Who has left a land, or is called a national of one: "two generals *who fled Peru*", "a lawyer, *a Danish national*"."""
    left = {t.i for c in head.children if c.dep_ == "relcl" and c.lemma_ in FLEEING for t in _lands_left(c)}
    if mention.actor.sector in BANDS or head.lower_ in MEN:
        left |= {t.i for c in _ways(head) for name, t in syntax.fillers(c) if name == "from"}
    if head.lemma_.lower() == "hacker":  # "hackers *based in* A"; rebels based in a land needn't be of it
        seated = (c for c in head.children if c.dep_ == "acl" and c.lemma_ in SEATED)
        left |= {t.i for c in seated for name, t in syntax.fillers(c) if name == "in"}
    called = {c.i for c in head.children if c.dep_ == "appos" and c.lemma_.lower() in NATIONALS}
    words = {c.i for i in (*called, *_papers(head)) for c in head.doc[i].children if c.i < i}
    for other in others:
        if other.actor.country in (None, *ontology.table()["international"]) or other.head < 0:
            continue
        if (other.head in left and not other.actor.sector) or other.head in called | words:
            return _as_of(mention, other, f"{other.actor.country}, as {other.actor.text!r} says")
    return None


def _papers(head: Token) -> list[int]:
    """The papers that tell of which land somebody is: "two men *with Danish passports*", "*carrying* a Danish passport"."""
    with_ = [f for name, f in syntax.fillers(head) if name == "with"]
    carried = [
        c for v in head.children if v.dep_ == "acl" and v.lemma_ in CARRYING for c in v.children if c.dep_ == "dobj"
    ]
    return [t.i for t in (*with_, *carried) if t.lemma_.lower() == "passport"]


def _ways(head: Token) -> list[Token]:
    """The verbs of clauses that tell whence somebody came, or is thought to have: "who *came* from A", "believed to *be* from A"."""
    clauses = [c for c in head.children if c.dep_ == "relcl" and c.lemma_ in COMING]
    thought = [c for c in (*head.children, head.head) if c.lemma_ in THOUGHT and c.tag_ in ("VBN", "VBD")]
    below = (c for verb in thought for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i > head.i)
    return [*clauses, *(c for c in below if c.lemma_ in COMING | {"be"})]


def _lands_left(clause: Token) -> list[Token]:
    """What a clause with "who" tells to have been left."""
    if not any(c.lower_ in ("who", "that") and c.dep_ == "nsubj" for c in clause.children):
        return []
    objects = [c for c in clause.children if c.dep_ == "dobj"] if clause.lemma_ in LEAVING else []
    return [*objects, *(p for name, p in syntax.fillers(clause) if name == "from")]


def _as_of(mention: Mention, party: Mention, why: str) -> Mention:
    actor = replace(mention.actor, country=party.actor.country)
    return replace(mention, actor=actor, known=True, why=(*mention.why, why))


def _of_band(mention: Mention, head: Token, others: Sequence[Mention]) -> Mention | None:
    """Bombers "*linked to* al-Shabaab", gunmen "*loyal to* the warlord": of the band."""
    if mention.actor.sector not in ARMED and head.lower_ not in MEN:
        return None
    words = (c for c in head.children if c.i > head.i and c.lemma_.lower() in BELONGING)
    bound = {p.i for word in words for name, p in syntax.fillers(word) if name in TO}
    band = next((m for m in others if m.head in bound and m.actor.country and m.actor.sector in BANDS), None)
    if band is None:
        open_ = any(m.head in bound and m.actor.country is None and m.kind == "pronoun" for m in others)
        # "bombers linked to *the group*", whichever that is: they aren't of the ground where they strike.
        return (
            replace(mention, back=max(mention.back, 0), why=(*mention.why, "tied to a band left open"))
            if open_
            else None
        )
    actor = replace(mention.actor, country=band.actor.country, sector=band.actor.sector)
    return replace(mention, actor=actor, known=True, why=(*mention.why, f"tied to {band.actor.name}"))


def _of_leader(mention: Mention, head: Token, others: Sequence[Mention]) -> Mention | None:
    """Soldiers "*loyal to* the Yemeni president", deputies "*close to* him", rebels "*opposed to* him": of his land."""
    words = (c for c in head.children if c.i > head.i and c.lower_ in STANDING)
    bound = {p.i for word in words for name, p in syntax.fillers(word) if name in TO}
    leader = next((m for m in others if m.head in bound and m.actor.country and m.actor.sector in LEADING), None)
    if leader is None or leader.actor.country in ontology.table()["international"]:
        return None
    actor = replace(mention.actor, country=leader.actor.country)
    return replace(mention, actor=actor, known=True, why=(*mention.why, f"of the land of {leader.actor.name}"))


def _of_named(mention: Mention, head: Token, others: Sequence[Mention]) -> Mention | None:
    """Armed men as the band or army that they describe: "the M23, *the Tutsi-led force*"."""
    if (
        head.dep_ != "appos"
        or mention.actor.sector not in ARMED
        or mention.actor.text.split()[0].lower() not in ("a", "an", "the")
    ):
        return None
    called = next((m for m in others if m.head == head.head.i and m.actor.id and m.actor.sector in ARMED), None)
    if called is None:
        return None
    actor = replace(called.actor, text=mention.actor.text, span=mention.actor.span)
    return replace(mention, actor=actor, known=True, why=(*mention.why, f"{called.actor.name}, named beside"))


def _of_nation(mention: Mention, head: Token, others: Sequence[Mention]) -> Mention | None:
    """People of whom a phrase behind a comma says of what nation they are: "killed five people, *all of them Togolese*"."""
    said = list(head.doc[head.i + 1 : head.i + 7])
    if not mention.plural or len(said) < 3 or said[0].text != "," or said[1].lower_ not in NEARLY_ALL:
        return None
    nation = next((t for t in said[2:] if t.lower_ not in THEM), None)
    named = (
        m
        for m in others
        if nation is not None and nation.i <= m.head <= nation.i + 1 and m.nature in ("person", "state", "")
    )
    told = next((m for m in named if m.actor.country and not m.place), None)
    if told is None or told.actor.country in ontology.table()["international"]:
        return None
    actor = replace(mention.actor, country=told.actor.country)
    return replace(
        mention, actor=actor, known=True, why=(*mention.why, f"{told.actor.country}, as {told.actor.text!r} behind")
    )


def _of_ground(mention: Mention, head: Token, others: Sequence[Mention]) -> Mention | None:
    """Who acts or suffers in a clause about a land: "aid to Egypt, *where the army* has jailed thousands"."""
    governing = mention.actor.sector == "GOV" and not mention.plural and mention.actor.text.lower().startswith("the ")
    if not (governing or mention.actor.sector in SETTLED) or unnamed.is_anyones(mention):
        return None
    clause = next((a for a in head.ancestors if a.dep_ == "relcl"), None)
    if clause is None or not any(c.lower_ == "where" and c.i < head.i for c in clause.children):
        return None
    ground = next((m for m in others if m.head == clause.head.i and m.kind == "name"), None)
    if ground is None or ground.actor.country in (None, *ontology.table()["international"]):
        return None
    actor = replace(mention.actor, country=ground.actor.country)
    why = f"{ground.actor.country}, of which its clause tells"
    return replace(mention, actor=actor, known=True, scene=True, why=(*mention.why, why))
