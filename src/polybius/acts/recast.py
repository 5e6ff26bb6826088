"""What an act becomes by what it governs, by its status and by whose things it strikes: PLOVER has one category where a type and an auxiliary mode
would be another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from polybius.acts import tree
from polybius.acts.act import Act
from polybius.lexicon import ontology
from polybius.model import Mention

# Who says what he himself will do.
OWN = frozenset({"it", "he", "she", "they", "we", "i"})
ANNOUNCING = frozenset("say announce declare state reply answer insist add stress repeat tell warn vow".split())
COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
YIELDING = frozenset({"RETREAT", "CONCEDE"})
LIFTING = "retreat.lift-sanctions"  # a promise to lift them is a concession, as of all that is lifted
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})

# Codebook, tables of REQUEST and REJECT modes ("shared"): what kind of act is asked for or refused.
REQUEST_MODE = {
    "CONSULT": "meet", "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "AGREE": "assist",
    "RETREAT": "yield", "CONCEDE": "yield", "ACCUSE": "change", "REJECT": "change", "REQUEST": "change",
}  # fmt: skip
# Codebook, table of THREATEN modes: the mode is the content of the threat.
THREAT_MODE = {
    "ASSAULT": "violence", "MOBILIZE": "violence", "PROTEST": "restrict", "COERCE": "restrict", "SANCTION": "relations",
    "REJECT": "relations", "RETREAT": "relations",
}  # fmt: skip
THREAT_MODE_BY_INNER = {
    ("COERCE", "arrest"): "arrest", ("COERCE", "deport"): "expel", ("SANCTION", "expel"): "expel",
    ("COERCE", "seize"): "territory",
}  # fmt: skip

# What a conflict and its end are called, and who fights it at home.
WARS = frozenset("war conflict fighting hostility bloodshed violence".split())
TRUCES = frozenset({"ceasefire", "cease-fire", "truce", "armistice", "peace"})
BANDS = frozenset({"REB", "UAF", "PRM", "SEP"})
FIGHTING = BANDS | {"", "GOV", "MIL"}
PLANNING = "threaten.option"
PROPOSING = frozenset({"propose", "suggest"})
LETTING_BACK = "concede.let-back"  # "will allow refugees to return": access, as letting in and through
GIVEN_UP = "what is its own is given up"
LAWSUITS = frozenset({"accuse.sue", "accuse.prosecute"})
ARMS = frozenset(
    """post site base tunnel missile stockpile arsenal launcher silo reactor bunker mine landmine weapon bomb warhead rocket artillery watchtower
    stand fortification depot tower""".split()
)  # what somebody gives up by destroying it
# Where somebody keeps his arms, and by which verbs charges go off in it: "set off charges in bunkers at *its test ground*".
GROUNDS = frozenset("site ground range base complex plant facility depot arsenal field centre center".split())
GOING_OFF = frozenset({"set", "detonate", "explode"})
# What nobody does to what is his own: "died when B *shelled their post*".
ATTACKING = frozenset(
    "shell bombard attack ambush storm raid mortar rocket strafe besiege overrun rake pound assault".split()
)


def on_its_own(act: Act) -> Act:
    """Who blows up or pulls down his own arms and posts attacks nobody, he disarms ("dynamited ten of *its guard posts*")."""
    striking = act.type == "ASSAULT" or (act.type, act.mode) == ("RETREAT", "disarm")
    if not striking or act.recipients or act.match.pattern.pos != "v" or act.token.lemma_ in ATTACKING:
        return act
    things = [act.token, *tree.objects(act.token)]
    struck = things[1:] + [f for t in things for n, f in tree.prepositions(t) if n in ("of", "at")]
    if act.token.lemma_ in GOING_OFF:
        struck += [f for t in things for n, f in tree.prepositions(t) if n in ("in", "inside", "under")]
    own = any(_says_own(t) or _stands_on_own(t) for t in struck if t.lemma_ in ARMS)
    return replace(act, type="RETREAT", mode="disarm", why=(*act.why, GIVEN_UP)) if own else act


def _says_own(thing: Token) -> bool:
    """Whether a thing is told as its destroyer's own: "*its* posts", "both armies blew up ten posts *each*"."""
    named = any(c.tag_ == "PRP$" and c.lower_ in ("its", "their") for c in thing.children)
    return named or any(t.lower_ == "each" for t in thing.doc[thing.i + 1 : thing.i + 2])


def _stands_on_own(thing: Token) -> bool:
    """Whether a thing is told to stand on its destroyer's own ground: "tunnels *at its test ground*"."""
    return any(n == "at" and f.lemma_ in GROUNDS and _says_own(f) for n, f in tree.prepositions(thing))


def of_own_war(act: Act, mentions: Sequence[Mention]) -> Act:
    """A party to a conflict that calls for its end says that it would end it too: AGREE by the codebook ("called for a truce *with B*"); so do the
    rulers and the rebels of one land when they call on one another. Who is only told to stop, or calls on others, asks.
    """
    if act.type != "REQUEST" or act.status != "asserted" or not act.actors:
        return act
    asked = [b.token for b in act.match.bound]
    ends = [t for word in asked for t in (word, *tree.objects(word), *_of(word))]
    war = next((t for t in ends if t.lemma_.lower() in WARS or t.lemma_.lower() in TRUCES), None)
    if war is None:
        return act
    facing = {t.i for name, t in tree.prepositions(war) if name in ("with", "against")}
    if not act.recipients:  # "called for an end to its war *with B*"
        act = replace(act, recipients=_faced(facing, act, mentions))
    faced = any(mentions[r].head in facing for r in act.recipients)
    sides = [{mentions[p].actor.country for p in side} for side in (act.actors, act.recipients)]
    bands = [any(mentions[p].actor.sector in BANDS for p in side) for side in (act.actors, act.recipients)]
    at_home = sides[0] == sides[1] and None not in sides[0] and bands[0] != bands[1]
    fighting = all(mentions[p].actor.sector in FIGHTING for p in (*act.actors, *act.recipients))
    if not faced and not (at_home and fighting):
        return act
    return replace(act, type="AGREE", mode=None, why=(*act.why, "a party to a conflict calls for its end (codebook)"))


def of_own_meeting(act: Act, mentions: Sequence[Mention]) -> Act:
    """Who proposes that "the two sides" meet, of which it is one, offers talks to the other; whoever else proposes it asks both."""
    if (act.type, act.mode) != ("REQUEST", "meet") or act.token.lemma_ not in PROPOSING or not act.recipients:
        return act
    own = {mentions[a].actor.country for a in act.actors}
    others = tuple(r for r in act.recipients if mentions[r].actor.country not in own)
    heads = [mentions[r].head for r in act.recipients]
    if not own or any(h < 0 or act.token.doc[h].lemma_.lower() != "side" for h in heads):
        return act
    if len({mentions[r].actor.country for r in others} - {None}) != 1 or any(
        not mentions[r].actor.country for r in others
    ):
        return act
    return replace(
        act, type="AGREE", mode=None, recipients=others, why=(*act.why, "proposes that it and the other meet")
    )


def _faced(facing: set[int], act: Act, mentions: Sequence[Mention]) -> tuple[int, ...]:
    """Against whom somebody is told to fight, of another land than his own."""
    own = {mentions[a].actor.country for a in act.actors}
    return tuple(n for n, m in enumerate(mentions) if m.head in facing and m.actor.country not in (None, *own))


def _of(noun: Token) -> list[Token]:
    return [t for name, t in tree.prepositions(noun) if name in ("of", "to")]


def take_up(act: Act, inner: list[Act]) -> Act:
    """What the outer type becomes by what it governs, and its mode."""
    frame = act.match.frame
    if not inner:
        return act
    first = inner[0]
    type_ = frame.recast.get(first.type) or frame.recast.get("*") or act.type
    if type_ in ("THREATEN", "REJECT") and act.type == "AGREE" and _is_forgone(first):
        type_ = "AGREE"  # "promised not to bomb B", "promised that it would not let rebels in"
    mode = act.mode if type_ == act.type else None
    if mode is None:
        mode = mode_by_content(type_, first.type, first.mode)
    why = act.why
    if type_ != act.type:
        why = (*why, f"{act.type} of {first.type} is {type_} ({first.match.frame.id})")
    elif mode is not None and frame.mode is None:
        why = (*why, f"mode {mode} by its content {first.type} ({first.match.frame.id})")
    return replace(act, type=type_, mode=mode, why=why)


def mode_by_content(type_: str, inner: str, inner_mode: str | None) -> str | None:
    """The mode of a request, refusal or threat by what is asked, refused or threatened."""
    if type_ in ("REQUEST", "REJECT"):
        return "change" if inner_mode == "resign" else REQUEST_MODE.get(inner)
    if type_ == "THREATEN":
        return THREAT_MODE_BY_INNER.get((inner, inner_mode or "")) or THREAT_MODE.get(inner)
    return None


def _is_forgone(act: Act) -> bool:
    """Whether something is told not to be done: "promised *not* to bomb B", "assured A that it would *never* cut the water"."""
    return any(c.dep_ == "neg" for c in act.token.children)


def _is_held_over(act: Act) -> bool:
    """Whether somebody announces what he will do only if another doesn't move: "would pull out *unless B paid*"."""
    clauses = [c for c in act.token.children if c.dep_ == "advcl"]
    return any(m.dep_ == "mark" and m.lower_ == "unless" for c in clauses for m in c.children)


def _is_own_word(verb: Token) -> bool:
    """Whether somebody says what he himself will do: "said *it would ignore* the verdict"."""
    own = any(c.dep_ == "nsubj" and c.lower_ in OWN for c in verb.children)
    return own and verb.dep_ == "ccomp" and verb.head.lemma_ in ANNOUNCING


def _will_sue(act: Act) -> bool:
    """Whether somebody announces that he goes to law: "*will take* B to court"."""
    return (
        act.status == "future" and act.match.frame.id in LAWSUITS and act.match.pattern.pos == "v" and bool(act.actors)
    )


def settle(act: Act) -> Act:
    """Type and status together: PLOVER returns one category where a type with an auxiliary mode would be another."""
    if act.status == "future" and act.type in COOPERATIVE:
        return replace(
            act, type="AGREE", mode=None, status="asserted", why=(*act.why, f"future {act.type} is AGREE (codebook)")
        )
    turning_away = act.type == "REJECT" or (act.type == "RETREAT" and act.mode == "withdraw")
    if act.status == "future" and turning_away and _is_held_over(act):
        why = (*act.why, f"announced {act.type} with an unless is THREATEN")
        return replace(act, type="THREATEN", mode=None, status="asserted", recipients=(), why=why)
    if act.status == "future" and act.type == "REJECT" and _is_own_word(act.token):
        return replace(act, status="asserted", why=(*act.why, "who says that he will refuse refuses"))
    if act.status == "future" and act.type == "RETREAT":
        # docs/decisions/types.md: announced withdrawals are concessions, other announced retreats promises.
        conceded = act.mode == "withdraw" or act.match.frame.id == LIFTING
        type_ = "CONCEDE" if conceded else "RETREAT" if act.mode == "resign" else "AGREE"
        return replace(
            act, type=type_, mode=None, status="asserted", why=(*act.why, f"announced RETREAT is {type_} (codebook)")
        )
    if act.status == "future" and act.match.frame.id == LETTING_BACK:
        return replace(act, type="AGREE", mode=None, status="asserted", why=(*act.why, "announced access is AGREE"))
    if act.status == "future" and act.type == "CONCEDE":
        return replace(act, status="asserted", why=(*act.why, "a promised concession is CONCEDE (codebook)"))
    if act.status == "future" and act.match.frame.id == PLANNING:
        return replace(act, status="asserted", why=(*act.why, "who announces a plan of attack threatens with it"))
    if act.status == "future" and act.type in HOSTILE and _is_forgone(act):
        why = (*act.why, f"{act.type} that is forgone is AGREE")
        return replace(act, type="AGREE", mode=None, status="asserted", why=why)
    if (act.status == "future" and act.type in HOSTILE and not act.match.fillers("P")) or _will_sue(
        act
    ):  # fighting that may go on threatens nobody
        mode = mode_by_content("THREATEN", act.type, act.mode)
        return replace(
            act,
            type="THREATEN",
            mode=mode,
            status="asserted",
            why=(*act.why, f"announced {act.type} is THREATEN (codebook)"),
        )
    if act.status == "refused" and act.type in COOPERATIVE | YIELDING | {"AGREE"}:
        mode = mode_by_content("REJECT", act.type, act.mode)
        return replace(
            act, type="REJECT", mode=mode, status="asserted", why=(*act.why, f"will not + {act.type} is REJECT")
        )
    if act.status == "refused":
        return replace(act, status="negated")
    if act.mode is not None and act.mode not in ontology.modes(act.type):
        return replace(act, mode=None)
    return act
