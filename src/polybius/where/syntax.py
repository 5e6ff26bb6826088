"""What the parse tells about an act's place: where its words were said, what it reaches, which place it describes.

Gives character spans of a document; ``offset`` is where the parsed sentence starts in it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from polybius.model import Span
from polybius.where.words import words

WORDS = frozenset({"AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE", "SANCTION"})
"""Types of acts of words and of measures: they happen where they are said or decided, wherever what they say is."""

TOGETHER = frozenset({"AGREE", "CONSULT"})  # who meets or signs does so where any of them is said to be
_ABOUT = frozenset("discuss show raise debate review express consider develop explore see".split())  # what isn't met
_VISITS = frozenset(
    "visit tour trip go travel fly head arrive return journey stopover pilgrimage be leave depart".split()
)
_LEAVING = frozenset("leave depart head set".split())  # "left for X"
_ONTO = frozenset("on against into at near in of over upon".split())
_TOWARDS = frozenset("to into onto toward towards through on".split())
_AWAY = frozenset("from of".split())
_FREEING = frozenset("free release".split())
_SAVING = frozenset("evacuate rescue extract airlift free pull".split())  # help that takes people away from somewhere
_LINKS = {
    "ASSAULT": _ONTO, "COERCE": _ONTO, "MOBILIZE": _TOWARDS, "RETREAT": _AWAY,
    "AID": frozenset({"to", "into"}), "CONSULT": frozenset({"to", "in"}), "SANCTION": _AWAY,
    "PROTEST": frozenset({"at", "in", "outside", "near"}),
}  # fmt: skip
_REACHING = frozenset(
    "enter storm retake recapture capture seize liberate besiege bomb bombard shell attack invade occupy defend flee "
    "evacuate raid reach siege battle bombing bombardment shelling liberation offensive assault strike airstrike "
    "fight".split()
)
_REACHING_LINKS = frozenset("of for on to into against".split())
_CROWDING = frozenset("storm occupy besiege block blockade fill surround picket".split())
_DRIVING = frozenset("sweep drive oust expel push clear flush remove dislodge".split())
_DEEDS = _REACHING | frozenset(
    "protest rally demonstration march riot clash attack blast explosion shooting killing murder massacre ambush crackdown "
    "arrest operation coup uprising fighting poisoning kidnapping".split()
)  # that a town's name stands before: "the X blast"
_MEETINGS = frozenset(
    "talk talks summit conference meeting negotiation agreement accord deal treaty pact truce".split()
)
_FIELD = frozenset(
    "airstrike strike airpower artillery jet warplane aircraft helicopter plane drone gunship tank troop soldier gunfire "
    "bombing bombardment shelling shellfire missile rocket fighter commando firepower".split()
)
_BACKING = frozenset("support back defend protect cover shield".split())
_WITHIN = frozenset("in at near inside outside around".split())
_PHASES = frozenset("begin start continue resume stop finish keep help".split())
_REMOTE = frozenset("call phone telephone video videoconference teleconference phonecall".split())
_RESIGNING = frozenset("resign quit".split())
_HOLDING = frozenset("sign ink seal hold host conclude reach attend".split())  # what they do is where its object is
_AGREEING = frozenset(
    "agree agreement accord deal pact treaty truce ceasefire compromise sign reach strike conclude clinch seal negotiate "
    "hammer settle shake meet gather".split()
)  # what takes two
_TRYING = frozenset("test detonate mobilise mobilize conscript alert".split())
_TELLING = frozenset("tell address brief inform".split())
_BEING = frozenset("be base live situate station locate reside work hold detain hide stay".split())
_CONTENT = frozenset("of for over about on against by as with without".split())  # what is said, not where
_SITES = frozenset(
    "park court school university cafe restaurant bar club shop house flat cemetery garden theatre factory warehouse mine "
    "office clinic beach church temple museum parliament square slum ghetto".split()
)
_SENT = frozenset("delegation negotiator team mission".split())  # "the delegation *to X*"
_RAISED = frozenset("train recruit raise educate school bear equip arm enlist base".split())
_GATHERING = frozenset("meet gather speak rally convene".split())
_WHO = frozenset("who that which".split())
_AFTER = frozenset("after following during before at amid".split())
_SUFFERING = frozenset("suffer experience witness see face endure".split())  # "X has seen attacks"
_LOCALS = frozenset(
    "doctor medic nurse hospital resident local witness villager survivor neighbour neighbor activist".split()
)  # who tell of what happens where they are
_SPEECHES = frozenset(
    "speech statement address remark message interview lecture broadcast briefing conference comment tweet".split()
)
_SAYING = frozenset("say tell add state declare announce insist warn claim argue note write explain reply".split())


def attached(act: Token, support: Token | None, type_: str, offset: int) -> list[Span]:
    """The phrases that say where words were said: those of the act and of what reports it, not those in what is said.

    "Called in Geneva for an end to the war in Mali" gives "in Geneva" only.
    """
    preps = [prep for word in _sayers(act, support) for prep in _placing(word, type_)]
    return [Span(offset + prep.idx, offset + _reach(prep, type_)) for prep in preps]


def goals(act: Token, support: Token | None, type_: str, offset: int) -> list[Span]:
    """What the act reaches by its kind, where that can be a place: the attacked, entered, left, helped, visited."""
    links = _LINKS.get(type_)
    fitting = {"CONSULT": _VISITS, "COERCE": _REACHING, "SANCTION": _DRIVING, "PROTEST": _CROWDING}.get(type_)
    travelled = _towards(act, type_)
    if links is None or (fitting is not None and act.lemma_ not in fitting and not travelled):
        return []
    if type_ == "RETREAT" and act.lemma_ in _FREEING:
        return []  # "sailors *from Peru* were freed" elsewhere
    if type_ == "SANCTION":
        return [span for head in _led(act, _AWAY) for span in _names(head, offset)]
    heads = [act, *([support] if support is not None else []), *travelled]
    ways = [_AWAY] if act.lemma_ in _DRIVING else [links, *([_AWAY] if type_ == "MOBILIZE" else [])]
    if type_ == "CONSULT" and act.lemma_ in _LEAVING:
        ways = [frozenset({"for", "to"})]
    if type_ == "ASSAULT" and (sufferer := _sufferer(act)) is not None:
        return list(_names(sufferer, offset))
    if type_ == "AID" and any(word.lemma_ in _SAVING for word in heads):
        ways = [_AWAY - {"of"}, *ways]
    if (described := _described(act)) is not None:
        return list(_names(described, offset))
    by = [noun for prep in act.children if prep.dep_ == "agent" for noun in prep.children if noun.lemma_ in _REACHING]
    reached = [(by, links), *((heads, way) for way in ways)]  # "were killed near X by an attack *on Y*"
    spans = ([span for head in _fillers(words_, way) for span in _names(head, offset)] for words_, way in reached)
    return next((found for found in spans if found), [])


def _towards(act: Token, type_: str) -> list[Token]:
    """The going that leads to a meeting ("*flew* to X to meet B", "has *been* to X"), what is begun or ended ("began *leaving* X")."""
    going = type_ == "CONSULT" and act.dep_ in ("xcomp", "advcl") and act.head.lemma_ in _VISITS
    phases = [child for child in act.children if child.dep_ == "xcomp"] if act.lemma_ in _PHASES else []
    return [act.head] if going else phases


def _described(act: Token) -> Token | None:
    """What a clause tells of, when the act befalls it: "the city of X, *which* the army *besieged*"."""
    if act.dep_ != "relcl":
        return None
    befallen = any(c.lower_ in ("which", "that") and c.dep_ in ("nsubjpass", "dobj") for c in act.children)
    return act.head if befallen else None


def _sufferer(act: Token) -> Token | None:
    """Who suffers what the act's noun names: "X has seen a series of attacks"."""
    word = act
    while word.dep_ in ("pobj", "prep", "compound"):
        word = word.head
    if word.dep_ != "dobj" or word.head.lemma_ not in _SUFFERING:
        return None
    return next((child for child in word.head.children if child.dep_ == "nsubj"), None)


def named(act: Token, support: Token | None, type_: str, offset: int) -> list[Span]:
    """Names that stand before the act's noun: "the *Toronto* rallies", "*Geneva* talks", "the *Afrin* offensive"."""
    kinds = _MEETINGS if type_ in TOGETHER else _DEEDS
    beside = () if type_ in WORDS - TOGETHER else (act, *([support] if support is not None else []))
    nouns = [
        act,
        *(child for word in beside for child in word.children if child.dep_ in ("dobj", "nsubj", "nsubjpass")),
        *([act.head] if act.dep_ in ("acl", "relcl") and act.head.lemma_ in kinds else []),
    ]
    return [
        Span(offset + word.idx, offset + word.idx + len(word))
        for noun in nouns
        if noun.pos_ == "NOUN" and (noun == act or noun.lemma_ in kinds)
        for child in noun.children
        if child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN"
        for word in (*child.lefts, child)  # "the Manchester Arena attack"
    ]


def fielded(act: Token, armed: bool) -> bool:
    """Whether a support is given by arms, so that it is where they are: "backed by *airstrikes*".

    ``armed``: it is given by forces, whose backing is no praise.
    """
    if armed and act.lemma_ in _BACKING:
        return True
    agents = [word for prep in act.children if prep.dep_ in ("agent", "prep") and prep.lower_ in ("by", "with")
              for word in prep.children if word.dep_ == "pobj"]  # fmt: skip
    subjects = [word for word in act.children if word.dep_ == "nsubj"]
    heads = [each for word in agents + subjects for each in (word, *word.conjuncts)]
    air = ("air", "fire", "ground", "artillery")
    covering = any(
        w.lemma_ in ("support", "cover", "power") and any(c.lower_ in air for c in w.children) for w in heads
    )
    return covering or any(word.lemma_ in _FIELD for word in heads)


def vetoes(act: Token) -> bool:
    """Whether the act is a veto, which is given where the vetoed is voted on."""
    return act.lemma_ == "veto" or any(c.lemma_ == "veto" for c in act.children if c.dep_ in ("dobj", "nsubj"))


def remote(act: Token, support: Token | None) -> bool:
    """Whether the act is done over a line, at no one place: "a phone *call*", "spoke by telephone"."""
    words_ = [act, *([support] if support is not None else [])]
    below = [
        child for word in words_ for child in word.children if child.dep_ in ("dobj", "compound", "prep", "advmod")
    ]
    by = [word for prep in below if prep.lower_ in ("by", "over", "on", "via", "in") for word in prep.subtree]
    return any(word.lemma_ in _REMOTE and word.pos_ in ("NOUN", "PROPN", "ADV") for word in (*words_, *below, *by))


def resigns(act: Token) -> bool:
    """Whether somebody gives up an office: it is where the office is."""
    return act.lemma_ in _RESIGNING


def offers(act: Token) -> bool:
    """Whether one side alone gives its word, which needs no meeting: "invited", "pledged", "is ready to"."""
    return act.lemma_ not in _AGREEING


def tries(act: Token) -> bool:
    """Whether arms are tried out or forces called up, which a state does at home."""
    return act.lemma_ in _TRYING or any(word.lemma_ == "alert" for prep in act.children for word in prep.children)


def based(act: Token, offset: int) -> list[Span]:
    """Where those who act are: "the *Baghdad*-based coalition", "protesters in *X*", "ministers, meeting in *X*,"."""
    subjects = [child for child in act.children if child.dep_ in ("nsubj", "nsubjpass")]
    if not subjects and act.dep_ == "conj":
        subjects = [child for child in act.head.children if child.dep_ == "nsubj"]
    agents = [word for prep in act.children if prep.dep_ == "agent" for word in prep.children]
    told = [
        Span(offset + name.idx, offset + name.idx + len(name))
        for subject in subjects + agents
        for word in subject.subtree
        if word.lower_ == "based" and word.dep_ == "amod"
        for name in word.children
        if name.pos_ == "PROPN"
    ]
    clauses = [c for subject in subjects for c in subject.children if c.dep_ == "acl" and c.lemma_ in _GATHERING]
    preps = [prep for word in subjects + clauses for prep in word.children if prep.dep_ == "prep"]
    sent = [prep for prep in preps if prep.lower_ == "to" and prep.head.lemma_ in _SENT]
    return told + [
        span
        for prep in [*sent, *(p for p in preps if p.lower_ in _WITHIN)]
        for name in prep.children
        for span in _areas(name, offset)
    ]


def raised(act: Token, offset: int) -> list[Span]:
    """Where those who act come from, by a participle about them, which says nothing of where they act: "rebels *trained in Chad* attacked"."""
    subjects = (child for child in act.children if child.dep_ in ("nsubj", "nsubjpass"))
    clauses = (c for s in subjects for c in s.children if c.dep_ == "acl" and c.lemma_ in _RAISED)
    preps = (prep for clause in clauses for prep in clause.children if prep.dep_ == "prep" and prep.lower_ in _WITHIN)
    return [span for prep in preps for name in prep.children for span in _areas(name, offset)]


def others(act: Token, offset: int) -> list[Span]:
    """Names that stand by another predicate, beside the act's: "was held *and is to be tried in X*"."""
    own = {act, *act.ancestors}
    below = set(act.subtree)
    return [
        Span(offset + word.idx, offset + word.idx + len(word))
        for word in act.sent
        if word.pos_ == "PROPN" and (_stranger(_governor(word), act, own, below) or _in_speech(word, act))
    ]


def _in_speech(word: Token, act: Token) -> bool:
    """Whether a name is where somebody speaks of the act: "said in a speech *in X* that it would bomb Y"."""
    chain = itertools.takewhile(lambda each: each.pos_ not in ("VERB", "AUX"), word.ancestors)
    return any(each.lemma_ in _SPEECHES and not each.is_ancestor(act) and each != act for each in chain)


def _governor(word: Token) -> Token | None:
    return next((each for each in word.ancestors if each.pos_ in ("VERB", "AUX")), None)


def _stranger(verb: Token | None, act: Token, own: set[Token], below: set[Token]) -> bool:
    if verb is None or verb in own:
        return False
    chain = [verb, *(each for each in verb.ancestors if each in below and each != act)]
    joined = next((each for each in chain if each.dep_ == "conj" and each.head.pos_ in ("VERB", "AUX")), None)
    return verb not in below or (joined is not None and (joined != verb or joined.head != act))


def relative(act: Token) -> bool:
    """Whether the act describes a deed named before it: "a raid *that killed* three"."""
    return act.dep_ == "relcl" and act.head.lemma_ in _REACHING


def told(act: Token) -> bool:
    """Whether the act is what somebody tells: where the teller is says nothing of where it was."""
    return any(word.dep_ == "ccomp" for word in (act, *act.ancestors))


def beyond(act: Token, offset: int) -> list[Span]:
    """What other words under the act reach: "killed in the battle to retake X", "fired on a convoy entering X"."""
    below = [word for word in act.subtree if word != act and word.lemma_ in _REACHING]
    return [span for head in _fillers(below, _REACHING_LINKS) for span in _names(head, offset)]


def hosts(act: Token, offset: int) -> list[Span]:
    """What says where the noun is that a clause holding the act describes.

    The noun up to its "where" ("the town where he is held"), the phrase that places who suffers the act ("the women
    *in X* who are being killed").
    """
    out = []
    for word in (act, *act.ancestors):
        if word.dep_ == "relcl":
            link = next((child for child in word.children if child.lower_ == "where"), None)
            if link is not None:
                verb = _governor(word.head)  # "jailed in X for a year, where he fell ill"
                start = min(word.head.left_edge.idx, verb.idx if verb is not None else word.head.idx)
                out.append(Span(offset + start, offset + link.idx))
            elif word == act and any(child.dep_ == "nsubjpass" and child.lower_ in _WHO for child in act.children):
                preps = [prep for prep in word.head.children if prep.dep_ == "prep" and prep.lower_ in _WITHIN]
                out += [
                    Span(offset + prep.idx, offset + act.left_edge.idx) for prep in preps if prep.i < act.left_edge.i
                ]
    return out


def shared(act: Token, offset: int, said: bool) -> list[Span]:
    """What says where the object is of a verb that the act is joined to: "looted a shop *in X* and killed its owner"."""
    verb = act.head
    if act.dep_ != "conj" or verb.pos_ != "VERB" or (said and verb.lemma_ not in _VISITS):
        return []
    objects = [child for child in verb.children if child.dep_ == "dobj" and child.i < act.i]
    preps = [prep for noun in (verb, *objects) for prep in noun.children if prep.dep_ == "prep" and prep.i < act.i]
    return [
        Span(offset + prep.idx, offset + prep.right_edge.idx + len(prep.right_edge))
        for prep in preps if prep.lower_ in _WITHIN and prep.right_edge.i < act.i
    ]  # fmt: skip


def toured(act: Token, offset: int) -> list[Span]:
    """What a journey goes to that a clause tells more of ("*visited X*, meeting troops who train fighters"), or during which the
    act was ("when he *went to X*, his guards beat protesters").
    """
    clause = next((word for word in (act, *act.ancestors) if word.dep_ == "advcl" and word.tag_ == "VBG"), None)
    told = (
        clause is not None and clause.i > clause.head.i and not any(child.dep_ == "mark" for child in clause.children)
    )
    journeys = [clause.head] if clause is not None and told else []
    journeys += [
        child
        for child in act.children
        if child.dep_ == "advcl"
        and child.i < act.i
        and any(word.lower_ in ("when", "while", "as") for word in child.children)
    ]
    going = [verb for verb in journeys if verb.lemma_ in _VISITS and verb.lemma_ not in ("be", "leave", "depart")]
    return [span for goal in _fillers(going, frozenset({"to", "in"})) for span in _names(goal, offset)]


def witnessed(act: Token, offset: int) -> list[Span]:
    """Where those are who tell what befell them: "doctors *in X* said that shells had killed a child"."""
    return [
        Span(offset + prep.idx, offset + prep.right_edge.idx + len(prep.right_edge))
        for verb in act.ancestors
        if verb.lemma_ in _SAYING
        for subject in verb.children
        if subject.dep_ == "nsubj" and subject.lemma_ in _LOCALS
        for prep in subject.children
        if prep.dep_ == "prep" and (prep.lower_ in _WITHIN or prep.lower_ == "of")
    ]


def visiting(act: Token, support: Token | None, offset: int) -> list[Span]:
    """Where those who speak are on a visit: "*on a visit to X*, B promised"."""
    journeys = (
        noun
        for word in _sayers(act, support)
        for prep in word.children
        if prep.dep_ == "prep" and prep.lower_ in ("on", "during", "in", "at", "before", "after")
        for noun in prep.children
        if noun.dep_ == "pobj" and noun.lemma_ in ("visit", "trip", "tour")
    )
    ways = (prep for noun in journeys for prep in noun.children if prep.dep_ == "prep" and prep.lower_ in ("to", "of"))
    return [span for prep in ways for name in prep.children for span in _names(name, offset)]


def _sayers(act: Token, support: Token | None) -> Iterator[Token]:
    """The act's own words and the verbs of saying that it is the content of."""
    yield act
    if support is not None:
        yield support
    word = act
    while (word.dep_ in ("ccomp", "conj", "xcomp") or _follows(word)) and word.head != word:
        word = word.head
        if word.lemma_ in _SAYING:
            yield word


def seated(act: Token, offset: int) -> list[Span]:
    """Where those who act are said to be: "X, who lives in Y, said", "speakers based in Y called"."""
    return [
        Span(offset + prep.idx, offset + prep.right_edge.idx + len(prep.right_edge))
        for subject in act.children
        if subject.dep_ in ("nsubj", "nsubjpass")
        for noun in (subject, *subject.children)
        for clause in noun.children
        if clause.dep_ in ("relcl", "acl") and clause.lemma_ in _BEING
        for prep in clause.children
        if prep.dep_ == "prep"
    ]


def addressed(act: Token, support: Token | None) -> list[str]:
    """Those who are told something: "*briefed the Security Council*"."""
    return [
        child.doc[child.left_edge.i : child.right_edge.i + 1].text
        for sayer in _sayers(act, support)
        for word in (sayer, *_besides(sayer))
        if word.lemma_ in _TELLING
        for child in word.children
        if child.dep_ in ("dobj", "dative")
    ]


def _besides(sayer: Token) -> Iterator[Token]:
    """Clauses told beside a saying or of who says it: "X, *addressing B*, urged"."""
    for child in sayer.children:
        if child.dep_ == "advcl":
            yield child
        elif child.dep_ == "nsubj":
            yield from (clause for clause in child.children if clause.dep_ == "acl")


def qualifying(act: Token, offset: int) -> list[Span]:
    """Names in the act's sentence that only qualify a common noun: "throughout the *US* partnership" is no place."""
    kinds = words().settlements | words().facilities | _SITES
    return [
        Span(offset + word.idx, offset + word.idx + len(word))
        for word in act.sent
        if word.pos_ == "PROPN" and word.dep_ in ("compound", "nmod", "amod")
        and word.head.pos_ == "NOUN" and word.head.lemma_ not in kinds and word.nbor().i <= word.head.i
    ]  # fmt: skip


def _follows(word: Token) -> bool:
    """Whether what is said comes with or after it: "said after talks with B"."""
    prep = word if word.dep_ == "prep" else word.head
    return (word.dep_ == "prep" or (word.dep_ == "pobj" and prep.dep_ == "prep")) and prep.lower_ in _AFTER


def _placing(word: Token, type_: str) -> Iterator[Token]:
    """The prepositions that can say where a word of saying is: its own, those of "a speech", of "speaking"."""
    for child in word.children:
        object_ = child.dep_ == "dobj" or (child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"))
        met = type_ in TOGETHER and word.lemma_ not in _ABOUT
        held = type_ in TOGETHER or word.lemma_ in _HOLDING
        met = met or word.lemma_ in ("summon", "receive")
        venue = object_ and (child.lemma_ in (words().venues if held else _SPEECHES) or met)
        if child.dep_ in ("prep", "dative") and (child.lower_ not in _CONTENT or type_ in TOGETHER):
            yield child
        elif venue or (child.dep_ == "advcl" and child.tag_ == "VBG"):
            beside = (each for noun in (child, *child.conjuncts) for each in (noun, *noun.children))
            heads = [child, *(each for each in beside if each.dep_ in ("appos", "conj"))]
            yield from (prep for head in heads for prep in head.children if prep.dep_ == "prep")


def _reach(prep: Token, type_: str) -> int:
    """Where a phrase ends that is read only as far as it says where its own head is."""
    end = prep.idx + len(prep)
    for child in prep.children:
        if child.dep_ == "pobj":
            end = max(end, _noun_end(child, type_))
        elif child.dep_ in ("prep", "pcomp"):
            end = max(end, _reach(child, type_))
    return end


def _noun_end(noun: Token, type_: str) -> int:
    """Where a noun ends with what places it; "in X" behind any noun but a venue or a settlement places that alone."""
    end = noun.idx + len(noun)
    open_ = noun.pos_ == "PROPN" or noun.lemma_ in words().venues or noun.lemma_ in words().settlements
    for child in noun.rights:
        if child.dep_ in ("appos", "conj", "flat"):
            end = max(end, _noun_end(child, type_))
        elif child.dep_ == "prep" and (open_ or (type_ in TOGETHER and child.lower_ != "of")):
            end = max(end, _reach(child, type_))
    return end


def _fillers(heads: Iterable[Token], links: frozenset[str]) -> Iterator[Token]:
    """Objects, passive subjects and what the given prepositions lead to: "left X", "pulled its men out of X"."""
    for head in heads:
        for child in head.children:
            if child.dep_ in ("dobj", "nsubjpass") and head.pos_ == "VERB":
                yield child
                yield from _led(child, links - {"of"})
        yield from _led(head, links)


def _led(head: Token, links: frozenset[str]) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in links:
            yield from (word for word in child.children if word.dep_ == "pobj")
        elif child.dep_ == "prep" and child.lower_ in ("out", "away", "back"):
            yield from _led(child, links)


def _names(head: Token, offset: int) -> Iterator[Span]:
    """The words by which a noun phrase would be a place: its head, or the name beside "town", "region"."""
    for word in (head, *head.conjuncts):
        if word.pos_ == "PROPN":
            yield Span(offset + word.idx, offset + word.idx + len(word))
        if word.lemma_ in words().settlements:
            for child in word.children:
                if child.text.isupper():  # "a US base"
                    continue
                if child.dep_ == "amod" or (child.dep_ in ("compound", "nmod", "appos") and child.pos_ == "PROPN"):
                    yield Span(offset + child.idx, offset + child.idx + len(child))
                elif child.lower_ == "of":
                    yield from (span for name in child.children for span in _names(name, offset))
        if word.pos_ == "NOUN":
            preps = (child for child in word.children if child.dep_ == "prep" and child.lower_ in _WITHIN)
            yield from (span for prep in preps for name in prep.children for span in _areas(name, offset))


def _areas(noun: Token, offset: int) -> Iterator[Span]:
    """The names that say where something is: "in *X*", "in the highlands *of X*"."""
    yield from _names(noun, offset)
    if noun.pos_ == "NOUN" and noun.lemma_ not in words().settlements:
        preps = (child for child in noun.children if child.dep_ == "prep" and child.lower_ == "of")
        yield from (span for prep in preps for name in prep.children for span in _names(name, offset))
