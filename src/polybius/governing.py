"""Verbs and their subjects that a parser took for other words: "Kenya Monday *arrested*", "gunmen linked to A *shot* B", "A left, and *B*, for its part, stayed"."""

from __future__ import annotations

from spacy.tokens import Token

from polybius import hanging, subjunctive

# What who denies something goes on to do: "denied that it had shelled B *and blamed* C".
ANSWERING = frozenset(
    """accuse blame condemn criticise criticize denounce say insist warn threaten vow urge demand call challenge dismiss reject describe add
    tell ask offer promise""".split()
)
# Verbs without an object: behind a noun they are no participles ("Policemen *rebelled* over pay").
RISING = frozenset(
    """erupt flare mutiny rebel revolt riot rally march clash demonstrate protest converge gather skirmish battle escalate subside surge sour""".split()
)
# What crowds do, in the present of headlines ("Thousands *rally* in Minsk").
RALLYING = frozenset({"rally", "march", "protest", "demonstrate", "strike", "riot"})
FIRING = frozenset({"fire", "launch", "lob"})
RAISING = frozenset({"train", "recruit", "arm", "equip", "hire"})  # "gunmen *recruited in B* shot C"
TYING = frozenset({"link", "tie", "affiliate", "connect", "ally"})
SAYING = frozenset("say declare state announce add report".split())
JUDGING_DEEDS = frozenset(
    "call urge condemn denounce accuse blame criticise criticize warn".split()
)  # who says what others did
# Verbs of saying that take somebody for an object too: "..., *warned* the minister".
ADDRESSING = frozenset("warn caution urge promise vow threaten advise complain".split())
WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
TERMS = frozenset({"day", "hour", "week", "month", "minute"})
GATHERINGS = frozenset(
    "march rally protest demonstration vigil procession gathering meeting strike party sit-in".split()
)
DAYS_OF_NAME = frozenset({"Black", "Bloody", "Easter", "Good", "Palm", "Super", "Ash", "Cyber", "Whit", "Holy", "Blue"})


def mend(word: Token) -> None:
    """Mends the parse at one word."""
    if word.tag_ in hanging.PAST:
        if word.i and word.nbor(-1).text == ",":
            _interrupt(word)
        _stand(word)
        _say_after(word)
        _lead(word)
    if word.lower_ == "since" and word.dep_ == "mark":
        _since(word)
    elif word.lower_ == "after" and word.dep_ == "mark":
        _occasion(word)
    elif word.lower_ == "as" and word.dep_ == "prep":
        _while(word)
    elif word.lower_ == "down" and word.dep_ == "prep":
        _down(word)
    elif word.dep_ == "npadvmod" and word.lower_ in GATHERINGS:
        _break_up(word)
    elif word.lower_ in RALLYING and word.i:
        _rally(word)
    elif word.text in WEEKDAYS and word.dep_ in ("npadvmod", "nsubj"):
        _act_on(word)
    elif word.lemma_ in TERMS and word.dep_ == "npadvmod":
        _allow(word)
    if word.dep_ == "conj" and word.lemma_ in ANSWERING:
        _answer(word)
    if word.dep_ == "conj" and (word.tag_ == "VBD" or (word.tag_ == "VBN" and hanging.has_object(word))):
        _resume(word)
        _undergo_too(word)
    subjunctive.mend(word)
    _mend_by_place(word)


def _mend_by_place(word: Token) -> None:
    """Mends by what the parser took a word for."""
    if word.dep_ == "ccomp" and word.i < word.head.i:
        _separate(word)
        _leave_subject(word)
    if word.tag_ == "VBG" and word.dep_ == "advcl":
        _go_on_saying(word)
    elif word.dep_ in ("ROOT", "ccomp") and word.lemma_ in TYING | FIRING | RAISING:
        _reduce(word)
    elif word.dep_ == "conj" and word.pos_ in ("NOUN", "PROPN") and word.head.pos_ == "VERB":
        _go_on_acting(word)
    elif word.lower_ == "whose" and word.dep_ == "poss":
        _own(word.head)
    elif word.dep_ == "parataxis" and word.lemma_ in SAYING:
        _say_between(word)
    elif word.tag_ == "VBN" and word.dep_ == "acl":
        _count_among(word)
    elif word.lower_ == "should" and word.dep_ == "aux":
        _suppose(word)
    elif word.lower_ == "both" and word.dep_ in ("advmod", "preconj"):
        _both(word)


def _separate(verb: Token) -> None:
    """Makes a clause of its own of the one before a semicolon, which a parser took for what the next one says ("A arrested two; *B denied it*").

    No circle arises: the clause takes the place of the verb above it, which then hangs on the clause.
    """
    after = verb.head
    subject = hanging.subject_of(after)
    end = verb.right_edge.i + 1
    if subject is None or subject.i < verb.i or end >= len(verb.doc) or verb.doc[end].text != ";":
        return
    if not hanging.is_finite(verb) or subject.left_edge.i < end:
        return
    verb.head, verb.dep_ = (verb, "ROOT") if after.head == after else (after.head, after.dep_)
    after.head, after.dep_ = verb, "conj"


def _leave_subject(verb: Token) -> None:
    """Gives the verb of a sentence its subject, which a parser took for a second one of a time clause before it ("*A's king*, speaking a day after
    *a gunboat sank a ship*, warned"). No circle arises: the subject moves up to what the clause hangs on.
    """
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    marks = [c.i for c in verb.children if c.dep_ == "mark" and c.lower_ in ("after", "before", "as", "when", "while")]
    if len(subjects) != 2 or len(marks) != 1 or hanging.subject_of(verb.head) is not None:
        return
    first, second = subjects
    if first.i < marks[0] < second.i < verb.i:
        first.head, verb.dep_ = verb.head, "advcl"


def _down(word: Token) -> None:
    """Makes the verb of who lay down their tools of what a parser took for a preposition ("will *down* tools", "threatened to *down* tools")."""
    modal, tools = word.head, next((c for c in word.children if c.dep_ == "pobj"), None)
    if tools is None or tools.lower_ not in ("tool", "tools") or modal.tag_ != "MD":
        return
    word.pos_, word.tag_, word.lemma_ = "VERB", "VB", "down"
    word.head, word.dep_ = (word, "ROOT") if modal.head == modal else (modal.head, modal.dep_)
    for child in [c for c in modal.children if c != word]:
        child.head = word
    modal.head, modal.dep_, tools.dep_ = word, "aux", "dobj"


def _act_on(day: Token) -> None:
    """Makes who acts of the name that a parser took for a kind of weekday: "*Kenya Monday* arrested three Ugandans"."""
    verb = day.head
    name = day.nbor(-1) if day.i else day
    if (
        name.head != day
        or name.pos_ != "PROPN"
        or name.text in DAYS_OF_NAME
        or not hanging.is_finite(verb)
        or verb.i < day.i
    ):
        return
    if hanging.subject_of(verb) not in (None, day):
        return
    day.dep_ = "npadvmod"
    for child in [c for c in day.children if c.i < name.i]:
        child.head = name
    name.head, name.dep_ = verb, "nsubj"


def _allow(term: Token) -> None:
    """Makes what somebody is given of a time that a parser took for when it was ("gave Uganda three *days* to leave")."""
    verb = term.head
    if verb.lemma_ == "give" and verb.i < term.i and any(c.dep_ == "dative" for c in verb.children):
        term.dep_ = "dobj"


def _resume(verb: Token) -> None:
    """Makes a second act of what a parser took for a second aim: "crossed the border to rescue hostages *and killed four*", or for a second thing that
    is asked or promised: "insisted that B pay *and recalled its envoy*". No circle arises: the verb moves up to what its aim hangs on.
    """
    aim = verb.head
    wished = _is_wished(aim) or any(c.lower_ == "to" and c.dep_ == "aux" for c in aim.children)
    if not wished or aim.tag_ not in ("VB", "VBP"):
        return
    if hanging.subject_of(verb) is not None or verb.lower_ == verb.lemma_:
        return  # "to call and put": no past at all
    above = next((a for a in aim.ancestors if a.tag_ == "VBD" or a.dep_ == "ROOT"), None)
    link = next((c for c in aim.children if c.dep_ == "cc" and aim.i < c.i < verb.i), None)
    if above is None or above.tag_ != "VBD" or link is None:
        return
    verb.head, link.head, verb.tag_ = above, above, "VBD"


def _is_wished(verb: Token) -> bool:
    """Whether a clause tells what is asked or promised, not what was: "that B *pay*", where one would else say "pays", "that it *would pay*"."""
    subject = hanging.subject_of(verb)
    if verb.dep_ != "ccomp" or subject is None or subject.i > verb.i:
        return False
    return verb.tag_ == "VB" or subject.tag_ in ("NN", "NNP")


def _undergo_too(verb: Token) -> None:
    """Makes a passive of a verb that a parser took for an active one, as what it says is nobody's to be told: "was called in *and told that* ..."."""
    passive = any(c.dep_ == "auxpass" for c in verb.head.children)
    said = verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ in ("that", "to")
    if verb.lemma_ != "tell" or not passive or not said or hanging.subject_of(verb) is not None:
        return
    verb.tag_ = "VBN"
    told = next((c for c in verb.children if c.dep_ == "ccomp" and hanging.subject_of(c) is None), None)
    theme = next((c for c in verb.children if c.dep_ == "dobj" and told is not None and c.i < told.i), None)
    if told is not None and theme is not None:  # both stand below the verb, so that no circle arises
        theme.head, theme.dep_ = told, "nsubj"


def _suppose(modal: Token) -> None:
    """Makes a condition of a clause that *should* leads, which a parser took for one more thing that is said: "would fight *should B attack*",
    "*should B attack*, the minister said, the army would fight".
    """
    verb, doc = modal.head, modal.doc
    subject = hanging.subject_of(verb)
    if (
        verb.dep_ not in ("ccomp", "ROOT")
        or subject is None
        or subject.i < modal.i
        or modal.left_edge != verb.left_edge
    ):
        return
    if verb.left_edge.i == 0:
        _suppose_first(verb)
        return
    if verb.dep_ == "ROOT":
        return
    spoken = modal.i == 0 or not (doc[modal.i - 1].is_alpha or doc[modal.i - 1].text == ",")
    above = next((c for c in verb.head.children if c.dep_ == "ccomp" and c.i < modal.i and c != verb), None)
    if above is not None and not spoken:
        verb.head, verb.dep_ = above, "advcl"


def _occasion(after: Token) -> None:
    """Hangs what occasioned a deed on that, not on what it was about: "dropped plans *to tax* B's cars *after B freed* two drivers". No circle arises: the
    clause moves up to a verb above its own.
    """
    verb = after.head
    plan = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VBD" or plan.dep_ != "acl" or plan.tag_ != "VB":
        return
    above = next((a for a in plan.ancestors if a.pos_ == "VERB" and a.tag_ == "VBD"), None)
    if above is not None:
        verb.head = above


def _suppose_first(verb: Token) -> None:
    """Hangs a condition that opens a sentence on what would follow. No circle arises: what follows takes its place, or hangs beside it."""
    above = verb if verb.dep_ == "ROOT" else verb.head
    would = (
        c
        for c in above.children
        if c.dep_ == "ccomp" and c.i > verb.i and any(a.dep_ == "aux" and a.tag_ == "MD" for a in c.children)
    )
    then = next((c for c in would if hanging.subject_of(c) is not None), None)
    if then is None:
        return
    if verb.dep_ == "ROOT":
        then.head, then.dep_ = then, "ROOT"
    verb.head, verb.dep_ = then, "advcl"


def _both(word: Token) -> None:
    """Makes the object of *both* before a time, which a parser hung on that: "blamed *both on Monday*". The time stays below the verb."""
    time = word.head
    verb = word.nbor(-1) if word.i else word
    day = hanging.filler_of(time) if time.dep_ == "prep" else None
    dated = day is not None and day.lower_ in hanging.MONTHS_AND_DAYS and time.i == word.i + 1
    if dated and verb.pos_ == "VERB" and time.head == verb and not hanging.has_object(verb):
        word.head, word.dep_ = verb, "dobj"


def _break_up(gathering: Token) -> None:
    """Makes what somebody breaks up of a gathering that a parser took for when that was, and whose gathering it is of who follows: "broke up *a march*
    by women". No circle arises: what hung on the verb hangs on the noun, which hangs on the verb.
    """
    verb = gathering.head
    particles = [c for c in verb.children if c.dep_ == "prt"]
    behind = particles and particles[-1].i == gathering.left_edge.i - 1
    if not behind or any(c.dep_ == "dobj" for c in verb.children):
        return
    gathering.dep_ = "dobj"
    for by in [c for c in verb.children if c.lower_ in ("by", "of") and c.i == gathering.i + 1]:
        by.head, by.dep_ = gathering, "prep"


def _say_between(verb: Token) -> None:
    """Gives a verb of saying between commas the speaker that a parser took for who the subject is ("Kenya, *a diplomat in Goma said*, has closed")."""
    speaker = verb.doc[verb.i - 1] if verb.i else verb
    while speaker.dep_ != "appos" and speaker.head.i < verb.i and speaker.head != speaker:
        speaker = speaker.head
    subject, telling = speaker.head, verb.head
    if speaker.dep_ != "appos" or speaker.right_edge.i != verb.i - 1 or subject.dep_ not in ("nsubj", "nsubjpass"):
        return
    if subject.head == verb and hanging.subject_of(telling) is None:
        subject.head = telling
    if subject.head == telling:
        speaker.head, speaker.dep_ = verb, "nsubj"


def _count_among(participle: Token) -> None:
    """Hangs what befell several on whom the sentence tells to be of them ("a nurse was one of four people *killed* by rebels", "among 15 *seized*")."""
    several = participle.head
    preposition = several.head
    if several.dep_ != "pobj" or not any(c.dep_ == "nummod" for c in several.children):
        return
    above = preposition.head
    if preposition.lower_ == "of" and above.dep_ == "attr" and above.lower_ in ("one", "some", "two", "three"):
        above = above.head
    elif preposition.lower_ != "among":
        return
    subject = hanging.subject_of(above)
    if above.lemma_ == "be" and subject is not None and subject.i < above.i:
        participle.head = subject


def _since(mark: Token) -> None:
    """Makes the verb of the sentence of the one that a parser hung below a day ("sailors who had been held *since May were freed*")."""
    verb = mark.head
    day = next((c for c in verb.children if c.i == mark.i + 1 and c.dep_ in ("nsubj", "nsubjpass")), None)
    subject = verb.head.head if verb.head.dep_ == "relcl" else verb.head
    held = next((c for c in subject.children if c.dep_ == "relcl" and c.i == mark.i - 1), None)
    if day is None or day.lower_ not in hanging.MONTHS_AND_DAYS or held is None:
        return
    if subject.head != subject or subject.pos_ not in hanging.NAMES:
        return
    role = day.dep_
    verb.head, verb.dep_ = verb, "ROOT"
    subject.head, subject.dep_ = verb, role
    mark.head, mark.dep_ = held, "prep"
    day.head, day.dep_ = mark, "pobj"
    for word in [c for c in subject.children if c.i > verb.i]:
        word.head = verb


def _while(mark: Token) -> None:
    """Gives a verb behind "as" its subject, which a parser took for what somebody is ("hid *as a rocket from the east passed*")."""
    noun = hanging.filler_of(mark)
    if noun is None:
        return
    behind = noun.right_edge.i + 1
    verb = next((w for w in noun.doc[behind : behind + 2] if w.tag_ in ("VBD", "VBZ", "VBP")), None)
    if verb is None or verb.dep_ != "advcl" or hanging.subject_of(verb) is not None or not verb.head.i < mark.i:
        return
    if any(w.is_punct for w in noun.doc[noun.i : verb.i]):
        return
    mark.head, mark.dep_ = verb, "mark"
    noun.head, noun.dep_ = verb, "nsubj"


def _say_after(verb: Token) -> None:
    """Makes the speaker of who stands behind a verb of saying that ends a sentence ("Sanctions would follow, warned *the minister*")."""
    speaker = next((c for c in verb.children if c.dep_ == "dobj" and c.left_edge.i == verb.i + 1), None)
    if verb.lemma_ not in ADDRESSING or speaker is None or not verb.i or verb.nbor(-1).text not in (",", '"'):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.children):
        return
    said = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if verb.dep_ == "dep" and verb.head.dep_ == "ROOT" and verb.head.i < verb.i:
        said, verb.head.dep_ = verb.head, "ccomp"
        said.head = verb
        verb.head, verb.dep_ = verb, "ROOT"
    if said is not None:
        speaker.dep_ = "nsubj"


def _lead(verb: Token) -> None:
    """Makes the subject of who stands between a fronted participle and its verb and was taken for the name of a place ("Speaking in Lima, *Chile's
    president* said").
    """
    name = verb.nbor(-1) if verb.i > 2 else verb
    if (
        name.dep_ != "appos"
        or not hanging.is_finite(verb)
        or hanging.subject_of(verb) is not None
        or name.head.dep_ != "pobj"
    ):
        return
    fronted = next((c for c in verb.children if c.dep_ == "advcl" and c.tag_ in ("VBG", "VBN")), None)
    if fronted is None or not fronted.is_ancestor(name) or name.left_edge.nbor(-1).text != ",":
        return
    name.head, name.dep_ = verb, "nsubj"


def _reduce(tied: Token) -> None:
    """Makes the verb of a sentence of the one that a parser hung below a participle ("gunmen *linked* to A *shot* B", "rockets *fired* from A *fell*",
    "gunmen *hired* in A *shot* B")."""
    subject = next((c for c in tied.children if c.dep_ == "nsubj" and c.i == tied.i - 1), None)
    ways = ("from", "by") if tied.lemma_ in FIRING else ("in", "by") if tied.lemma_ in RAISING else ("to", "with")
    bound = hanging.phrase(tied, ways[0]) or hanging.phrase(tied, ways[1])
    filler = hanging.filler_of(bound) if bound is not None else None
    if subject is None or filler is None or any(c.dep_ in ("aux", "dobj") for c in tied.children):
        return
    below = (c for t in (tied, filler) for c in t.children if c.dep_ in ("advcl", "conj", "acl") and c.i > filler.i)
    verbs = (c for c in below if c.tag_ in ("VBD", "VBN") and c.left_edge.i > filler.i)
    verb = next((c for c in verbs if tied.lemma_ in FIRING or hanging.has_object(c)), None)
    if verb is None or verb.nbor(-1) != filler:
        return
    others = [c for c in tied.children if c not in (subject, bound, verb)]
    verb.head, verb.dep_ = verb if tied.head == tied else tied.head, tied.dep_
    subject.head = verb
    tied.head, tied.dep_ = subject, "acl"
    for word in others:
        word.head = verb


def _rally(verb: Token) -> None:
    """Makes the verb of a headline of what the parser took for its noun ("Thousands *rally* in Minsk", "Sudan doctors *strike* over pay")."""
    crowd = verb.nbor(-1)
    if verb.dep_ != "ROOT" or verb.pos_ != "NOUN" or crowd.head != verb or crowd.tag_ not in ("NNS", "NNPS", "CD"):
        return
    if crowd.dep_ not in ("nummod", "compound", "nmod", "npadvmod") or not crowd.lower_.endswith("s"):
        return
    if any(c.dep_ in ("det", "poss", "nsubj", "relcl", "acl", "appos") for c in verb.children):
        return
    verb.pos_, verb.tag_ = "VERB", "VBP"
    crowd.dep_ = "nsubj"
    for word in [c for c in verb.children if c.i < crowd.i]:
        word.head = crowd


def _stand(verb: Token) -> None:
    """Makes the verb of a sentence that has none of one without an object ("Policemen *rebelled* over pay")."""
    noun = verb.head
    if verb.lemma_ not in RISING or verb.dep_ != "acl" or noun.head != noun or noun.pos_ not in hanging.NAMES:
        return
    if noun.i > verb.i or verb.left_edge != verb or hanging.has_object(verb) or verb.i != noun.i + 1:
        return
    verb.head, verb.dep_ = verb, "ROOT"
    for word in [c for c in noun.children if c.i > verb.i]:
        word.head = verb
    noun.head, noun.dep_ = verb, "nsubj"


def _interrupt(participle: Token) -> None:
    """Makes a clause about its subject of the participle that a parser took for the verb of the sentence ("Traders, *denied* entry by B, left")."""
    doc, comma = participle.doc, participle.i - 1
    subject = next((c for c in participle.children if c.dep_ == "nsubj" and c.i < comma), None)
    if subject is None or any(t.text == "," for t in doc[subject.i : comma]):
        return
    phrases = (hanging.phrase(t, "by") for t in (participle, *(c for c in participle.children if c.dep_ == "dobj")))
    by = next((phrase for phrase in phrases if phrase is not None), None)
    if by is None or any(c.dep_ in ("aux", "auxpass") for c in participle.children):
        return
    verb = next((c for c in participle.children if c.dep_ == "conj" and c.i > by.i), None)
    if verb is None and participle.dep_ == "ccomp" and participle.head.i > by.i:
        verb = participle.head
    if verb is None or not hanging.is_finite(verb) or hanging.subject_of(verb) is not None:
        return
    if verb.head == participle:
        verb.head, verb.dep_ = verb if participle.head == participle else participle.head, participle.dep_
    subject.head, subject.dep_ = verb, "nsubj"
    participle.head, participle.dep_, participle.tag_ = subject, "acl", "VBN"


def _go_on_acting(noun: Token) -> None:
    """Makes the subject of the next verb of who was taken for a second verb, because words stand between ("A left, and *B*, for its part, stayed")."""
    first, after = noun.head, noun.right_edge.i + 1
    joined = noun.left_edge.i and noun.doc[noun.left_edge.i - 1].dep_ == "cc"
    if not joined or after >= len(noun.doc) or noun.doc[after].text != ",":
        return
    verb = next((c for c in first.children if c.dep_ == "conj" and c.i > after and c.pos_ == "VERB"), None)
    if verb is None and first.dep_ == "ccomp" and first.head.i > after:
        verb = first.head
    if verb is None or hanging.subject_of(verb) is not None or not hanging.is_finite(verb):
        return
    if first.head == verb:
        first.head, first.dep_ = first if verb.head == verb else verb.head, verb.dep_
        verb.head, verb.dep_ = first, "conj"
    noun.head, noun.dep_ = verb, "nsubj"


def _answer(verb: Token) -> None:
    """Hangs what somebody does beside denying on the denial, not on what is denied ("A denied that it had fired *and blamed* B"), and what he does
    beside saying what somebody had done ("A said that B had shelled it *and called on* B to stop").
    """
    denied = verb.head
    while denied.dep_ == "conj":
        denied = denied.head
    if (
        denied.dep_ != "ccomp"
        or not (denied.head.lemma_ == "deny" or (verb.lemma_ in JUDGING_DEEDS and _is_said_to_have_been(denied)))
        or denied.head.i > denied.i
        or hanging.subject_of(verb) is not None
    ):
        return
    if verb.tag_ in hanging.PAST and not any(c.dep_ in ("aux", "auxpass", "mark") for c in verb.children):
        verb.head = denied.head


def _is_said_to_have_been(told: Token) -> bool:
    """Whether a clause in the past perfect is what somebody says, so that what is said about it in the simple past is his."""
    return told.head.lemma_ in SAYING and any(c.dep_ == "aux" and c.lower_ == "had" for c in told.children)


def _own(owned: Token) -> None:
    """Makes the object of what "whose" owns, where who acts stands right behind it ("B, whose leader *a court* jailed")."""
    doer = next((c for c in owned.children if c.dep_ == "appos" and c.left_edge.i == owned.i + 1), None)
    verb = owned.head
    if doer is None or owned.dep_ != "nsubj" or hanging.has_object(verb):
        return
    doer.head, doer.dep_, owned.dep_ = verb, "nsubj", "dobj"


def _go_on_saying(participle: Token) -> None:
    """Hangs what a speaker does besides on the verb of saying before it ("A was shelled, the ministry said, *accusing B*")."""
    above = participle.head
    saying = next((c for c in above.children if c.dep_ == "parataxis" and above.i < c.i < participle.i), None)
    if saying is not None and saying.tag_ in ("VBD", "VBZ") and participle.nbor(-1).text == ",":
        participle.head = saying
