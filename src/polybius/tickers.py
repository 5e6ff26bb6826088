"""What headlines and tickers leave out: the auxiliary of a passive ("two monks *fined* in Skopje"), the copula ("Rice *in* Beirut for talks"),
words of saying ("UN: Rwanda arming rebels", "Togo to reopen border - minister", "EU to Serbia: hand over Mladic").

The word that stands for what is left out becomes the verb: *in* is "visits", *out* "leaves", *under* "undergoes", *to* "tells", a colon or a dash "says".
"""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc, Span, Token

from polybius import hanging

SHORTEST, LONGEST = 3, 22  # words
LONGEST_VOICE = 5  # words of who says it
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "HYPH", "POS", "VBG", "PRP$"})
# What is done to somebody and by nobody without an object: "*arrested* in Lima" is no act of whoever stands before it.
UNDERGONE = frozenset(
    """arrest detain jail imprison fine deport expel kidnap abduct sentence convict acquit release free charge execute behead hang kill murder
    assassinate wound injure seize impound confiscate ban outlaw suspend sign seal ratify impose extend recall summon evict evacuate deploy rescue bar
    blockade torch raze demolish loot ransack foil oust overthrow topple dissolve scrap cancel postpone lynch shoot slay gun stab indict extradite
    repatriate pardon bomb ambush hijack bulldoze freeze disband intercept""".split()
)
# What also comes by itself, unless that befalls such things: "*fog* lifted", but "*curfew* lifted".
OF_THINGS = frozenset("lift ease end hold close shut reopen resume delay".split())
IMPOSED = frozenset(
    """curfew sanction ban embargo siege blockade curb restriction emergency blackout closure border crossing embassy consulate mission talk summit
    vote newspaper radio channel""".split()
)
PASSING = frozenset({"talk", "summit", "mission", "vote"})  # come to an end by themselves
HANDING = frozenset(
    "hand take turn give win carry sign pass bring call send".split()
)  # over, off, back, in: of whom or what
CALLING = frozenset("talk visit meeting summit consultation trip tour negotiation conference parley".split())
BEFALLING = frozenset("arrest attack siege fire pressure curfew bombardment blockade".split())
# Orders that a parser takes for nouns.
ORDERS = frozenset(
    "stop hand end halt pull quit free drop lift let leave back respect pay hold keep open cut face release act return show stay withdraw ease".split()
)
ORDERING = frozenset("tell urge warn order".split())
BODIES = frozenset(
    """un eu nato osce au asean iaea imf unhcr unicef wfp who opec amnesty hrw icrc unrwa undp ecowas igad sadc kremlin pentagon vatican pope hamas
    hezbollah fatah eta taliban downing""".split()
)
VOICES = BODIES | frozenset(
    """army military police ministry government govt navy source report agency radio media tv parliament court group party embassy palace watchdog
    study commission opposition militia junta union coastguard pm fm mp envoy aide adviser lawyer spokesman spokeswoman minister official
    president premier king ambassador chief witness resident monitor rebel general commander mayor governor bishop activist campaigner expert
    prosecutor negotiator mediator""".split()
)
_MARKS, _DASHES = frozenset(":-–—"), frozenset("-–—")


def mend(doc: Doc, people: Container[str]) -> None:
    """Gives a headline the words that it leaves out; ``people`` are the nouns, in small letters, that mean persons."""
    end = len(doc) - (doc[-1].text in (".", "!"))
    if not SHORTEST <= end <= LONGEST or doc[0].text[:1].islower():
        return
    for word in doc:
        if word.tag_ in hanging.PAST:
            _undergo(word, people)
        elif word.dep_ == "ccomp" and word.tag_ == "VB":
            _order(word)
        elif word.dep_ == "pobj" and word.head.dep_ == "prt" and word.head.head.lemma_ in HANDING:
            word.head, word.dep_ = word.head.head, "dobj"  # "India hands over *fishermen*"
        elif word.dep_ == "ROOT" and word.tag_ in ("VBZ", "VBP") and word.i:
            _lead(word)
    _stay(doc)
    if _address(doc):
        return
    _say_before(doc, end, people)
    _say_behind(doc, end, people)


def _undergo(verb: Token, people: Container[str]) -> None:
    """Makes a passive of a participle that lacks its auxiliary: "two monks *fined* in Skopje", "two trawlers *impounded* in Cork"."""
    if any(c.dep_ in ("dobj", "aux", "auxpass", "ccomp", "nsubjpass") for c in verb.children):
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None and verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and not _has_clause(verb.doc):
        subject = verb.head
    if subject is None or not _befalls(verb, subject, people) or subject.pos_ not in ("NOUN", "PROPN", "NUM"):
        return
    if any(c.dep_ == "det" and c.lower_ != "no" for c in subject.children) or verb.dep_ not in (
        "ROOT",
        "ccomp",
        "conj",
        "acl",
    ):
        return
    verb.tag_ = "VBN"
    if verb.dep_ == "acl":
        verb.head, verb.dep_ = verb, "ROOT"
        for child in [c for c in subject.children if c.i > verb.i]:
            child.head = verb
    elif verb.dep_ == "ccomp" and verb.head.i > verb.i and verb.head.dep_ == "ROOT" and verb.head.tag_ in hanging.PAST:
        other = verb.head  # "a bishop *jailed*, two monks fined"
        verb.head, verb.dep_ = verb, "ROOT"
        other.head, other.dep_ = verb, "conj"
    subject.head, subject.dep_ = verb, "nsubjpass"


def _lead(verb: Token) -> None:
    """Makes the subject of a verb of the name before it that a parser hangs on it: "*Zimbabwe* gags newspaper"."""
    name = verb.nbor(-1)
    if (
        name.head == verb
        and name.dep_ in ("amod", "compound", "nmod", "npadvmod")
        and name.pos_ == "PROPN"
        and hanging.subject_of(verb) is None
    ):
        name.dep_ = "nsubj"


def _befalls(verb: Token, subject: Token, people: Container[str]) -> bool:
    """Whether a verb without an object tells what befell whoever stands before it."""
    if verb.lemma_ == "end" and subject.lemma_.lower() in PASSING:
        return False
    held = verb.lemma_ == "hold" and subject.lower_ in people
    return held or verb.lemma_ in UNDERGONE or (verb.lemma_ in OF_THINGS and subject.lemma_.lower() in IMPOSED)


def _has_clause(doc: Doc) -> bool:
    """Whether any verb of a text is finite and has a subject."""
    return any(w.pos_ in ("VERB", "AUX") and hanging.is_finite(w) and hanging.subject_of(w) is not None for w in doc)


def _order(verb: Token) -> None:
    """Takes a quoted order for what is ordered: "'*Leave now*', Karzai tells guards"."""
    over = verb.head
    told = verb.i < over.i or verb.nbor(-1).text == ":"  # "US tells Israel: *stop* building"
    if over.lemma_ in ORDERING and told and hanging.has_object(over) and hanging.subject_of(verb) is None:
        verb.dep_ = "xcomp"


def _stay(doc: Doc) -> None:
    """Makes the verb of a headline of the preposition that tells where somebody is: "Rice *in* Beirut for talks", "marines *out* of Haiti"."""
    top = next((w for w in doc if w.dep_ == "ROOT"), None)
    if (
        top is None
        or top.pos_ not in ("NOUN", "PROPN")
        or _has_clause(doc)
        or any(c.dep_ == "det" for c in top.children)
    ):
        return
    for word in (c for c in top.children if c.dep_ == "prep" and c.i == top.i + 1):
        where = hanging.filler_of(word)
        if word.lower_ in ("in", "at") and where is not None and where.pos_ == "PROPN":
            calls = [
                w for w in doc[where.i :] if w.lemma_ in CALLING and w.dep_ == "pobj" and w.head.lower_ in ("for", "on")
            ]
            if calls and calls[0].head.i in (where.i + 1, where.right_edge.i + 1):
                _make_verb(word, top, "visit", where)
                calls[0].head.head = word
        elif word.lower_ == "under" and where is not None and where.lemma_ in BEFALLING:
            _make_verb(word, top, "undergo", where)
        elif (
            word.lower_ == "out" and (of := hanging.phrase(word, "of")) is not None and of.right_edge.i >= len(doc) - 2
        ):
            place = hanging.filler_of(of)
            if place is not None and place.pos_ == "PROPN" and top.tag_ in ("NNS", "NNPS"):
                of.head = word
                _make_verb(word, top, "leave", place)


def _make_verb(word: Token, subject: Token, lemma: str, thing: Token) -> None:
    """Makes a word the verb between what stands before it and what it governs."""
    word.head, word.dep_, word.pos_, word.tag_, word.lemma_ = word, "ROOT", "VERB", "VBZ", lemma
    for child in [c for c in subject.children if c.i > word.i]:
        child.head = word
    subject.head, subject.dep_ = word, "nsubj"
    thing.head, thing.dep_ = word, "dobj"


def _address(doc: Doc) -> bool:
    """Makes *tells* of *to* between who speaks, whom he addresses and what he orders: "EU *to* Serbia: hand over Mladic"."""
    colon = next((w for w in doc if w.text == ":"), None)
    to = next((w for w in doc[1:] if w.lower_ == "to"), None)
    if colon is None or to is None or not to.i + 1 < colon.i < len(doc) - 2 or colon.i > LONGEST_VOICE + 3:
        return False
    order = colon.nbor().nbor() if colon.nbor().text in "'\"" else colon.nbor()
    before, whom = doc[: to.i], doc[to.i + 1 : colon.i]
    subject = hanging.subject_of(order)
    is_order = order.tag_ in ("VB", "VBP", "VBD") and order.lower_ == order.lemma_
    if not (is_order or order.lower_ in ORDERS) or (subject is not None and subject.i > colon.i):
        return False
    if not all(w.tag_ in NOMINAL for w in (*before, *whom)) or (
        before[-1].pos_ != "PROPN" and before[-1].tag_ not in ("NN", "NNS")
    ):
        return False
    _gather(before, to, "nsubj")
    _gather(whom, to, "dobj")
    for word in doc[colon.i + 1 :]:
        if word.head.i <= colon.i or word.head == word:
            word.head = order
    for word in [w for c in order.children if c.dep_ == "prt" for w in c.children if w.dep_ == "pobj"]:
        word.head, word.dep_ = order, "dobj"  # "*hand* over Mladic"
    order.head, order.dep_, order.tag_, order.pos_, order.lemma_ = to, "xcomp", "VB", "VERB", order.lower_
    colon.head, colon.dep_ = to, "punct"
    to.head, to.dep_, to.pos_, to.tag_, to.lemma_ = to, "ROOT", "VERB", "VBZ", "tell"
    return True


def _gather(phrase: Span, over: Token, dep: str) -> None:
    """Hangs a phrase of nouns by its last word."""
    last = phrase[-1]
    for word in phrase[:-1]:
        if word.head == word or word.head not in phrase:
            word.head, word.dep_ = last, "compound"
    last.head, last.dep_ = over, dep
    if last.tag_ not in ("NN", "NNS", "NNP", "NNPS"):
        last.pos_, last.tag_ = "PROPN", "NNP"


def _say_before(doc: Doc, end: int, people: Container[str]) -> None:
    """Makes *says* of the colon between who speaks and what he says: "*UN*: Rwanda arming Congo rebels"."""
    colon = next((w for w in doc[: LONGEST_VOICE + 1] if w.text == ":"), None)
    if colon is not None and 0 < colon.i < end - 2 and _speaks(doc[: colon.i], people):
        _say(doc[: colon.i], colon, doc[colon.i + 1 :])


def _say_behind(doc: Doc, end: int, people: Container[str]) -> None:
    """Makes *says* of the colon or dash before who said it: "Togo to reopen border - *minister*"."""
    mark = next((w for w in reversed(doc[:end]) if w.text in _MARKS), None)
    if mark is None or mark.dep_ == "ROOT" or mark.i < SHORTEST - 1 or not 0 < end - mark.i - 1 <= LONGEST_VOICE:
        return
    spaced = bool(mark.nbor(-1).whitespace_ and mark.whitespace_) if mark.text in _DASHES else True
    voice = doc[mark.i + 1 : end]
    if spaced and (_speaks(voice, people) or (len(voice) <= 2 and all(w.tag_ == "NNP" for w in voice))):
        _say(voice, mark, doc[: mark.i])


def _speaks(voice: Span, people: Container[str]) -> bool:
    """Whether words are who speaks: persons, bodies, those whom papers cite."""
    last = voice[-1]
    if not all(w.tag_ in NOMINAL for w in voice):
        return False
    return last.lower_ in VOICES or last.lemma_.lower() in VOICES or last.lower_ in people


def _cut(voice: Span, said: Span) -> None:
    """Gives the last word of what is said the place that its parse gives the voice: "to reopen *border* - minister"."""
    inside = [w for w in said if w.head in voice]
    over = voice.root.head
    if not inside or over not in said:
        return
    last = inside[-1]
    if any(w == over or w.is_ancestor(over) for w in inside):
        return
    last.head, last.dep_ = over, voice.root.dep_
    for word in inside[:-1]:
        word.head = last


def _say(voice: Span, mark: Token, said: Span) -> None:
    """Makes a mark the verb *says* between a voice and a clause."""
    _cut(voice, said)
    tops = [w for w in said if (w.head == w or w.head not in said) and not w.is_punct]
    top = next((w for w in tops if w.pos_ in ("VERB", "AUX")), None)
    if top is None:
        lone = tops[0] if len(tops) == 1 else None  # "Mali *to hold* drills - sources"
        top = (
            next((c for c in lone.children if c.dep_ in ("relcl", "acl") and c.tag_ == "VB"), None)
            if lone is not None
            else None
        )
        if lone is None or top is None:
            return
        lone.head, lone.dep_ = top, "nsubj"
        top.head = top
        for child in [c for c in lone.children if c.i > top.i]:
            child.head = top
        tops = [top]
    elif hanging.subject_of(top) is None:
        return
    for word in said:
        if word != top and (word in tops or (word.is_punct and (word.head == word or word.head not in said))):
            word.head = top
    for word in voice:
        if word.head not in said:
            continue
        word.head = voice[-1]
    if voice.text.islower() and voice.end > mark.i:  # of no told land: "Togo to reopen border - *minister*"
        top.head, top.dep_ = top, "ROOT"
        _gather(voice, mark, "dep")
        mark.head, mark.dep_ = top, "punct"
        return
    top.head, top.dep_ = mark, "ccomp"
    if top.tag_ == "VBG" and not any(c.dep_ == "aux" for c in top.children):
        top.tag_ = "VBP"  # "Rwanda *arming* rebels"
    mark.head, mark.dep_, mark.pos_, mark.tag_, mark.lemma_ = mark, "ROOT", "VERB", "VBZ", "say"
    _gather(voice, mark, "nsubj")
