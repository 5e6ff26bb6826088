"""Headlines that a parser of sentences takes for a heap of nouns get their verb back: "Kenya MPs *snub* president's bill"."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

LONGEST = 16  # words
# Verbs of headlines that are seldom nouns, and those that are nouns as often: these only before an object.
SURE = frozenset(
    """slam lambast lambaste shelve fume snub nix mull vow oust jail deport expel condemn reject deny veto urge halt hail summon sue seize quit
    threaten warn accuse blame criticise criticize denounce deplore scold decry oppose refuse ratify scrap spurn rebuff defy flout ignore
    rap pan mock cry brand dub shun dismiss deride chide upbraid berate castigate censure grill indict impeach convict acquit behead execute
    storm loot kidnap abduct evacuate impose extend sign ink approve praise laud welcome thank invite send deploy withdraw donate lend beg
    detain torch pound shoot kill topple decline rebuke chastise lampoon savage excoriate skewer scorn disown disavow repudiate forswear
    rescind revoke annul renounce abrogate suspend terminate sever evict banish repatriate extradite incarcerate imprison handcuff outlaw
    prohibit disperse teargas besiege encircle overrun recapture retake reoccupy annex ransack bulldoze demolish raze strafe decimate
    annihilate maul thrash obliterate bombard infiltrate assassinate hang slay lynch massacre commute reinstate rehabilitate reopen restore
    legalise legalize unban unblock relax loosen concede relent apologise apologize admit accede acquiesce capitulate surrender disarm
    demobilise demobilize vacate relinquish resign abdicate mobilise mobilize scramble beef reinforce fortify militarise conscript dispatch
    despatch congratulate applaud commend endorse bless defend befriend woo greet meet huddle confer convene negotiate mediate broker
    consult reassure agree consent accept adopt finalise finalize conclude seal clinch bury mend normalise normalize renew reaffirm cement
    deepen pursue join unite airlift bankroll subsidise subsidize deliver rebuild equip implore entreat beseech solicit canvass nudge prod
    coax caution remind instruct tell ask tighten test-fire""".split()
)
NOUNISH = frozenset(
    """blast bomb shell raid hit swap pledge lodge probe ambush attack strike recall boycott ban bar curb lift back host visit offer demand protest
    arrest trade claim free ease gag net axe freeze fire point test haul nab hold quiz fine sack slap impound cuff clamp block blockade
    cordon lock shut close jam cut boot eject spike sink scupper torpedo stall stonewall duck dodge rout crush smash pummel thump blitz
    hammer torture rape hunt ring rush march alert drill parade flex rattle brandish wave burn stone picket mob heckle jeer stage petition
    kiss patch exchange share ship fly pour treat feed salute thumb roast knock carpet lecture brief phone escort tour lead referee umpire
    open soften drop waive forgive cede yield return release exit flee leave dump ditch delay cap limit restrict down court supply fund
    shelter pardon mass champion repair rescue press pressure lobby finance forge muzzle honour honor ferry censor""".split()
)
# What words of a headline are verbs only before these: "Burma *clamps* down on monks".
PARTICLED = {
    "clamp": "down on", "crack": "down", "cry": "out foul", "hand": "over back out down", "swoop": "on", "tick": "off", "chip": "in", "fire": "on at back into",
    "jet": "into to", "fly": "to into home in", "march": "on through in against to over", "rally": "against behind for over in to", "protest": "at over against",
    "vote": "for against", "pull": "out back from", "back": "down off away out", "lash": "out back", "hit": "out back at", "rage": "at over", "rail": "at against",
    "fume": "at over", "push": "for into back through", "press": "for ahead on", "bow": "to", "cave": "in to", "balk": "at", "bridle": "at", "bristle": "at",
    "step": "up down in", "team": "up", "link": "up", "walk": "out", "haul": "in", "round": "on up", "turn": "away back down on", "dig": "in", "head": "to for",
    "rush": "to", "appeal": "to for", "plead": "for with", "join": "in", "move": "against on in", "pile": "pressure into", "shoot": "at down back",
    "strike": "at back", "raid": "on", "battle": "with against over in", "clash": "with in at over", "call": "for on off up", "rise": "up against", "pass": "on",
    "pour": "into scorn", "reach": "out", "open": "up fire", "shut": "down out", "lock": "up out", "throw": "out", "kick": "out", "boot": "out", "drive": "out off back",
    "gun": "down", "mow": "down", "blow": "up", "cut": "off ties", "seal": "off", "wall": "off", "fence": "off", "bail": "out", "stump": "up", "fork": "out",
    "ship": "home out", "pack": "off", "phase": "out", "scale": "back down up", "roll": "back out", "climb": "down", "stand": "by down up", "side": "with",
    "snap": "at back", "snipe": "at", "sneer": "at", "scoff": "at", "hedge": "on", "stall": "on over", "deal": "blow", "trade": "blows barbs insults fire",
}  # fmt: skip
# What ends a headline and is no noun.
LEAVING = frozenset("quit resign surrender apologise apologize relent withdraw capitulate abdicate".split())
# Peoples whose name is an adjective, and what is *downed*.
PEOPLES = frozenset(
    "dutch french british english irish swiss chinese japanese spanish danish swedish polish turkish portuguese finnish burmese".split()
)
DOWNED = frozenset("tool jet plane helicopter drone aircraft chopper airliner fighter bomber mig".split())
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "HYPH", "POS", "DT", "PRP$"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
CROWDS = frozenset({"taliban", "police", "un", "eu"})
LINKING = frozenset({",", "CC"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def mend(doc: Doc) -> None:
    """Gives a headline the verb that its parse lacks; whatever is parsed as a sentence stays."""
    if not 3 <= len(doc) <= LONGEST or doc[-1].is_punct or not doc[0].text[:1].isupper():
        return
    verb = _verb(doc, 0)
    if verb is not None:
        _stand(verb, 0)
    else:
        _mend_clause(doc)
    _pair(doc)


def _mend_clause(doc: Doc) -> None:
    """Gives the clause behind *as* its verb: "Clashes in Guinea as police *fire* on strikers"."""
    link = next((w for w in doc[1:-2] if w.lower_ in ("as", "after") and w.tag_ == "IN"), None)
    if link is None or any(w.tag_ in FINITE and any(c.dep_ == "nsubj" for c in w.children) for w in doc):
        return
    verb, top = _verb(doc, link.i + 1), link.head
    if verb is None or link == top or any(w.i > link.i for w in (top, *top.ancestors)):
        return
    _stand(verb, link.i + 1)
    verb.head, verb.dep_ = top, "advcl"
    link.head, link.dep_ = verb, "mark"


def _verb(doc: Doc, start: int) -> Token | None:
    """The word that must be the verb of a sentence, or of the clause that begins at a word, that has none."""
    found = [word for word in doc[start + 1 : -1] if _may_be_verb(word)]
    last = doc[-1]
    if not found and last.tag_ == "NNS" and _base(last.lower_) in LEAVING and last.nbor(-1).tag_ in ("NN", "NNP"):
        found = [last]  # "Libya PM *quits*"
    while len(found) > 1 and found[1].i == found[0].i + 1 and not _is_surer(found[0], found[1]):
        found.pop(0)  # "US *brands* shun Russia"
    if not found or not all(w.tag_ in NOMINAL | LINKING or w.i == found[0].i - 1 for w in doc[start : found[0].i]):
        return None
    finite = (w for w in doc if w.tag_ in FINITE and w.i != found[0].i - 1)
    return None if any(c.dep_ in ("nsubj", "nsubjpass") for w in finite for c in w.children) else found[0]


def _is_surer(word: Token, other: Token) -> bool:
    """Whether one word is rather a verb than the next: "agree *free* trade"."""
    return _base(word.lower_) in SURE and _base(other.lower_) not in SURE


def _may_be_verb(word: Token) -> bool:
    """Whether a noun is the form of a verb that its neighbours ask for: one in -s after one, a bare one after several."""
    if not word.is_lower or word.tag_ not in ("NN", "NNS", "NNP", "NNPS", "VBZ", "VBP", "JJ", "RB", "RP", "IN"):
        return False
    if word.tag_ in ("RB", "RP", "IN") and word.lower_ != "down":
        return False
    before, behind = word.nbor(-1), word.nbor()
    lemma = _base(word.lower_)
    if lemma == "down" and not any(w.lemma_.lower() in DOWNED for w in word.doc[word.i + 1 : word.i + 4]):
        return False  # "Greeks *down* tools"
    particled = behind.lower_ in PARTICLED.get(lemma, "").split()
    if lemma not in SURE and not particled and not (lemma in NOUNISH and behind.tag_ in NOMINAL):
        return False
    if before.tag_ == "JJ" and before.lower_ in PEOPLES and word.lower_ == lemma:
        return behind.pos_ == "PROPN" or behind.tag_ == "JJ"  # "*Dutch* freeze Rwanda aid"
    several = (
        (before.lower_.endswith("s") and before.tag_ != "NNP")
        or before.lower_ in CROWDS
        or any(t.tag_ in LINKING for t in word.doc[: word.i])
    )
    bare = word.lower_ == lemma
    return before.tag_ in NOUNS | {"VBZ", "VBP"} and (several if bare else before.tag_ not in ("NNS", "NNPS"))


def _base(form: str) -> str:
    known = SURE | NOUNISH | PARTICLED.keys()
    ways = (form, form.removesuffix("s"), form.removesuffix("es"), form.removesuffix("ies") + "y")
    return next((way for way in ways if way in known), form)


def _stand(verb: Token, start: int) -> None:
    """Makes a word the verb of its sentence, or of the clause that begins at a word, of what stands before it the subject, of the next phrase the object."""
    doc, subject = verb.doc, verb.nbor(-1)
    behind = list(doc[verb.i + 1 :])
    bare = verb.lower_ == _base(verb.lower_)
    verb.head, verb.dep_, verb.pos_, verb.tag_, verb.lemma_ = (
        verb,
        "ROOT",
        "VERB",
        "VBP" if bare else "VBZ",
        _base(verb.lower_),
    )
    for word in doc[start : subject.i]:
        if word.head == word or not start <= word.head.i < subject.i:
            word.head, word.dep_ = subject, "amod" if word.tag_ == "JJ" else "punct" if word.is_punct else "compound"
    subject.head, subject.dep_ = verb, "nsubj"
    if subject.tag_ not in NOUNS:
        subject.pos_, subject.tag_ = "NOUN", "NNS"
    phrase = _phrase(doc[verb.i + 1 :])
    for word in phrase[:-1]:
        if word.head == word or word.head not in phrase:
            word.head, word.dep_ = phrase[-1], "compound"
    if phrase:
        phrase[-1].head, phrase[-1].dep_ = verb, "dobj"
        if phrase[-1].tag_ not in NOUNS:
            phrase[-1].pos_, phrase[-1].tag_ = "NOUN", "NN"
    for word in behind:
        if word not in phrase and (word.head == word or word.head.i <= verb.i):
            word.head, word.dep_ = verb, "prep" if word.tag_ in ("IN", "TO") else "dep"
    after = behind[0] if behind else verb
    if after.head == verb and after.lower_ in PARTICLED.get(verb.lemma_, "").split() and after.tag_ in ("RB", "RP"):
        after.dep_, after.pos_ = "prt", "ADP"  # "clamps *down* on monks"
        for word in [c for c in after.children if c.dep_ == "prep"]:
            word.head = verb


def _phrase(behind: Span) -> list[Token]:
    """The noun phrase that words begin with, up to the next article, preposition or comma."""
    out: list[Token] = []
    for word in behind:
        if word.tag_ not in NOMINAL | {"VB"} or (out and word.tag_ in ("DT", "PRP$")):
            break
        out.append(word)
    return out


def _pair(doc: Doc) -> None:
    """Two names with a comma between them do it together: "*India, Pakistan* swap prisoners"."""
    if len(doc) < 4 or doc[1].text != "," or doc[0].pos_ != "PROPN" or doc[2].pos_ != "PROPN":
        return
    first, second = doc[0], doc[2]
    if second.dep_ == "nsubj" and second.head.i == second.i + 1 and second.head.pos_ == "VERB":
        verb = second.head
        first.head, first.dep_ = verb, "nsubj"
        second.head, second.dep_ = first, "conj"
        doc[1].head = first
