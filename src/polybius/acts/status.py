"""Whether an act happened: tense, modality, negation and condition, read from the clause and those above it."""

from __future__ import annotations

from spacy.tokens import Token

from polybius.acts import bygone, charges, clause_status, decided, doubted, tree

# What somebody says will last or not be done till then: "would stay *until* B left".
WAITING, AWAITING = frozenset({"until", "till", "before"}), clause_status.WILL | {"would", "'d", "’d"}
# What a gerund after one of these says has not happened: "without attacking", "divided on imposing sanctions".
UNREAL_PREPOSITIONS = {"without": "negated", "than": "negated", "on": "hypothetical", "about": "hypothetical", "against": "hypothetical",
                       "toward": "hypothetical", "towards": "hypothetical", "to": "hypothetical", "before": "hypothetical"}  # fmt: skip
# Where somebody goes and whom he meets on a round of visits; who dies or leaves before he does something may not do it.
ROUNDS = frozenset(
    "visit meet fly travel go come arrive land talk speak confer lunch dine attend address hold tour".split()
)
# Nouns whose clause is thought of, and verbs that think it ("a *scenario* where it attacks", "*imagine* that it attacks").
IMAGINED = frozenset(
    "scenario possibility prospect danger risk chance likelihood idea notion fantasy hypothesis dream".split()
)
# What one does with a deed before it is done: "the *cost* of rebuilding B".
WEIGHED = frozenset(
    "cost price idea prospect possibility risk way aim goal hope rhetoric talk plan purpose intention option danger chance dream".split()
)
IMAGINING = frozenset({"imagine", "suppose", "pretend", "doubt", "envisage", "dream"})
BEGINNING = frozenset("take happen occur begin start open materialise materialize proceed".split())
# Gerunds behind *to* that tell what was done: "resorted *to bombing*".
RESORTING = frozenset(
    {"resort", "return", "confess", "admit", "take", "get", "lead", "stoop", "come", "turn", "respond"}
)
# How near an act is that hasn't been done: "*close* to a deal", "on the *verge* of war", "fell *short* of an apology".
NEAR = frozenset(
    {"close", "closer", "near", "nearer", "verge", "brink", "edge", "cusp", "threshold", "short", "shy", "eve"}
)
VITAL = frozenset({"paramount", "vital", "essential", "crucial", "imperative"})
# What a deed is paid for before it is done: "paid 15,000 dollars *for the murder of B*".
PAYING = frozenset("pay offer promise hire recruit contract commission advance".split())
PAYMENTS = frozenset("reward bounty contract advance fee payment money cash price dollar euro pound".split())
CAUSING = frozenset({"lead", "prompt", "force", "cause", "push", "drive", "spur", "move", "compel", "oblige"})
AIMS = frozenset(
    """goal aim focus priority task objective purpose intention mission challenge strategy hope dream job role responsibility duty point paramount
    vital essential crucial ambition""".split()
)
# What is to be done is told as what these are: "the next step *is to expel* B".
MEANS = frozenset(
    """plan proposal step move thing answer solution policy agreement decision order demand need work function law bill rule best first next worst
    alternative choice trick remedy effect result role that this it what all request""".split()
)
DWELLING = frozenset(
    """investigate probe examine look avenge retaliate respond commemorate mourn remember forgive punish
    condemn denounce deplore decry criticise criticize explain document inquire enquire apologise apologize""".split()
)  # what somebody does about a deed that has happened
# What is done about what has befallen somebody or something.
MENDING = frozenset(
    """rebuild repair restore reconstruct free rescue release find treat bury identify honour honor compensate retake recapture recover resettle
    house shelter feed visit console""".split()
)
BARGAINS = frozenset("accord agreement deal pact treaty truce ceasefire settlement protocol".split())
REPLYING = frozenset({"respond", "reply"})  # to what has been said, whether or not somebody does
DISPERSING = frozenset({"disperse", "scatter", "confront", "contain", "clear", "quell", "evict", "remove", "dislodge"})
# What is asked, blamed or threatened in them isn't before they are sent, signed or passed.
PAPERS = frozenset(
    "letter petition note message statement resolution appeal motion declaration memorandum memo draft communique".split()
)
FUTURE_AUXILIARIES = frozenset({"going", "set", "due", "about", "scheduled", "expected", "planned", "slated", "poised"})


def of(token: Token) -> str:
    """asserted, future, hypothetical, negated, or ``refused`` for a negated future ("will not leave")."""
    verb, saying = _verb(token), doubted.saying(token)
    if (token.pos_ in ("NOUN", "PROPN") and clause_status.no_noun(token)) or (
        saying is not None and doubted.is_denied(saying)
    ):
        return "negated"
    if token.pos_ == "NOUN" and (_is_only_near(token) or _is_general(token) or _is_paid_for(token)):
        return "hypothetical"
    if bygone.is_remembered(token):
        return "historical"
    if verb is not None and _fails_to_be(token, verb):
        return "negated"
    if verb is None or _is_presupposed(token, verb):
        return "asserted"
    own = clause_status.of(verb)
    if own != "asserted":
        return own
    if doubted.is_fiction(verb) or _is_aim(verb):
        return "hypothetical"
    above = _from_above(verb)
    return "future" if above == "asserted" and _is_arranged(verb) else above


def was_to_be(word: Token) -> bool:
    """Whether a word for what is coming is said of then, in the report's own voice ("*was due* to sign"); "said it *was due* to sign" is said of now."""
    clause = word.head if word.dep_ == "acomp" else word
    tensed = (clause, *(c for c in clause.children if c.dep_ == "auxpass"))
    return clause.dep_ != "ccomp" and word.tag_ in ("JJ", "VBN") and any(t.lower_ in ("was", "were") for t in tensed)


def _fails_to_be(noun: Token, verb: Token) -> bool:
    """Whether what a noun tells never came about: "the talks *failed to take place*"."""
    if noun.dep_ != "nsubj" or verb.lemma_ != "fail" or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    return any(c.dep_ == "xcomp" and c.lemma_ in BEGINNING for c in verb.children)


def _is_presupposed(noun: Token, verb: Token) -> bool:
    """Whether a definite deed is what somebody looks into, speaks of or answers ("will investigate *the attack*"), or has come back from: it has
    happened whether or not that is done.
    """
    if tree.back_from(noun) is not None or is_in_force(noun):
        return True
    if (
        noun.pos_ == "NOUN"
        and verb.lemma_ in REPLYING
        and any(f == noun for n, f in tree.prepositions(verb) if n == "to")
    ):
        return True
    if noun.pos_ != "NOUN" or verb.lemma_.lower() not in DWELLING or not any(_is_definite(c) for c in noun.children):
        return False
    return noun in (
        *tree.objects(verb),
        *(f for name, f in tree.prepositions(verb) if name in ("into", "on", "about", "for")),
    )


def is_in_force(noun: Token) -> bool:
    """Whether a bargain is what something is or will be done under ("*under the accord* of Friday A will free B"): it has been made."""
    under = noun.dep_ == "pobj" and noun.head.lower_ == "under" and noun.head.head.pos_ in ("VERB", "AUX")
    made = any(_is_definite(c) or (c.dep_ in ("acl", "relcl") and c.tag_ in ("VBN", "VBD")) for c in noun.children)
    return under and made and noun.lemma_.lower() in BARGAINS


def _is_definite(word: Token) -> bool:
    return (word.dep_ == "det" and word.lower_ in ("the", "this", "these", "those")) or word.dep_ == "poss"


def _is_aim(verb: Token) -> bool:
    """Whether an infinitive or gerund only says what somebody's aim or task is: "the goals are *to punish* B", "the priority is *persuading* B"."""
    if verb.tag_ not in ("VB", "VBG"):
        return False
    if any(c.dep_ == "nsubj" and c.lower_ in VITAL for c in verb.children):
        return True  # "*vital* for A *is stopping* B", which the parser takes for what goes on
    for clause in verb.ancestors:
        if clause.lemma_ == "be" and clause.pos_ in ("AUX", "VERB"):
            subjects = [c for c in clause.children if c.dep_ in ("nsubj", "attr", "acomp")]
            return any(c.lemma_.lower() in AIMS for c in subjects)
        if clause.tag_ in clause_status.PRESENT or clause.tag_ == "VBD":
            return False
    return False


def _is_only_near(noun: Token) -> bool:
    """Whether a noun names what hasn't come yet: "are close *to a deal*", "stopped short *of an apology*"."""
    preposition = noun.head
    return noun.dep_ == "pobj" and preposition.lower_ in ("to", "of") and preposition.head.lower_ in NEAR


def _is_paid_for(noun: Token) -> bool:
    """Whether a noun names the deed for which somebody is hired or a sum is set: "an advance *for the murder* of B"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "for":
        return False
    above = noun.head.head
    return above.lemma_ in PAYMENTS or (
        above.lemma_ in PAYING and any(c.dep_ in ("dobj", "nsubjpass") for c in above.children)
    )


def _is_general(noun: Token) -> bool:
    """Whether a deed noun means any such deed: "the *bombing* of hospitals is a crime". What befell named, counted or known ones was one."""
    verb = noun.head
    if (
        noun.dep_ != "nsubj"
        or verb.tag_ not in clause_status.PRESENT
        or any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    ):
        return False
    below = [(name, filler) for name, filler in tree.prepositions(noun)]
    sufferers = [filler for name, filler in below if name == "of"]
    return len(below) == len(sufferers) == 1 and all(_is_anybody(s) for s in sufferers)


def _is_anybody(noun: Token) -> bool:
    """Whether a plural names nobody in particular: without article, number, owner and name."""
    plain = all(c.dep_ == "amod" and c.is_lower for c in noun.children)
    return noun.tag_ == "NNS" and noun.is_lower and plain


def _verb(token: Token) -> Token | None:
    """The verb whose clause a word stands in: itself, the copula of an adjective, the governor of a noun."""
    if token.pos_ in ("VERB", "AUX"):
        return token
    here = token
    while here.head != here:
        here = here.head
        if here.pos_ in ("VERB", "AUX"):
            return here
    return None


def _is_arranged(verb: Token) -> bool:
    """Whether a form of *be* in the present tells what somebody will do: "B *is to expel* an envoy"; not what a plan or aim is."""
    copula = verb.head
    if (
        verb.dep_ != "xcomp"
        or copula.lemma_ != "be"
        or copula.tag_ not in clause_status.PRESENT
        or verb.tag_ not in ("VB", "VBN")
    ):
        return False
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children) or clause_status.of(copula) != "asserted":
        return False
    beside = [c for c in copula.children if c.dep_ in ("attr", "acomp", "expl", "csubj")]
    doers = [c for c in copula.children if c.dep_ in ("nsubj", "nsubjpass")]
    return not beside and any(c.lemma_.lower() not in AIMS | WEIGHED | IMAGINED | MEANS for c in doers)


def _is_now(verb: Token) -> bool:
    """Whether "going to" is said of now ("is going to leave"), not of then ("was going to leave")."""
    return not any(c.dep_ == "aux" and c.lower_ in ("was", "were") for c in verb.children)


def _is_thought(clause: Token) -> bool:
    """Whether a clause is a condition, or what somebody only imagines."""
    if decided.is_only_before(clause):
        return True
    if clause.dep_ == "advcl":
        return any(c.dep_ == "mark" and c.lower_ in clause_status.CONDITIONS for c in clause.children) or _is_awaited(
            clause
        )
    above = clause.head.lemma_.lower()
    return (clause.dep_ in ("relcl", "acl") and above in IMAGINED) or (clause.dep_ == "ccomp" and above in IMAGINING)


def _is_awaited(clause: Token) -> bool:
    """Whether a clause is what something still to come waits for: "the levy would stay *until B recognised A*"; "could not leave until" isn't."""
    waits = any(c.dep_ in ("mark", "advmod") and c.lower_ in WAITING for c in clause.children)
    return waits and any(a.lower_ in AWAITING for a in clause_status.auxiliaries_of(clause.head))


def _is_weighed(clause: Token) -> bool:
    """Whether a clause is a purpose, a general truth ("*shelling a town* is no victory") or a deed that something
    is said of before it is done ("the cost of *rebuilding B*").
    """
    above, dep = clause.head, clause.dep_
    if dep == "csubj":
        return clause.tag_ in ("VBG", "VB") and above.tag_ in ("VBZ", "VBP", "MD")
    if dep == "pcomp":
        within = above.head.dep_ == "pobj" and above.head.head.lower_ == "within"  # "came *within* a vote of censuring"
        return above.lower_ == "of" and (above.head.lemma_.lower() in WEIGHED or within)
    if dep not in ("advcl", "acl", "relcl") or not any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children):
        return False
    called = [above] if dep != "advcl" else [c for c in above.children if c.dep_ == "attr"]
    if any(tree.is_one_of_a_row(noun) for noun in called):
        return False  # "the third country *to expel* B's envoys"
    if above.lemma_ == "go" and any(c.dep_ == "prt" and c.lower_ == "on" for c in above.children):
        return False  # "went on *to expel* B's envoys"
    if decided.is_what_took_time(clause) or decided.is_begun(clause):
        return False
    if dep == "acl" and decided.is_decided(clause):
        return False  # "the decision *to expel* B's envoys drew protests"
    if dep == "advcl" and above.lemma_ in CAUSING and any(c.dep_ in ("dobj", "nsubjpass") for c in above.children):
        return False
    return not any(c.dep_ == "advmod" and c.lower_ == "only" and c.i < clause.i for c in clause.children)


def _of_gerund(verb: Token) -> str:
    """The status that a preposition gives the gerund behind it; "" when it gives none."""
    preposition = verb.head
    if preposition.lower_ == "on" and preposition.i < preposition.head.i and _is_gerund(verb):
        return "asserted"  # "*on being* threatened, they left"
    beside = {preposition.head.lower_, *(c.lower_ for c in preposition.children)}
    if (preposition.lower_ == "of" and "instead" in beside) or (preposition.lower_ == "from" and "far" in beside):
        return "negated"  # "*instead of arresting* them, police left"
    if preposition.lower_ == "from" and preposition.head.lower_ == "away":
        return "hypothetical"  # "is weeks away *from capturing* B"
    if preposition.lower_ == "off" and preposition.head.lemma_ == "put":
        return "hypothetical"  # "put *off leaving* B"
    if preposition.lower_ == "to" and preposition.head.lower_ in NEAR:
        return "hypothetical"  # "came close *to capturing* B"
    if preposition.lower_ == "to" and _resorts(preposition):
        return clause_status.of(preposition.head)
    if preposition.lower_ == "before" and _is_on_a_round(preposition.head):
        return clause_status.of(preposition.head)  # "flew to A *before meeting B*"
    if (said := doubted.saying(verb)) is not None and doubted.is_denied(said):
        return "negated"  # "denied accusations *of arming B*"
    if any(verb in charges.alleged(above) for above in preposition.ancestors):
        return "hypothetical"  # "is on trial for *arming B*"
    return UNREAL_PREPOSITIONS.get(preposition.lower_, "")


def _of_claim(verb: Token) -> str:
    """The status that a noun gives the clause that tells what it claims; "" when it gives none."""
    noun = verb.head
    if verb.dep_ in ("acl", "ccomp") and doubted.is_denied(noun):
        return "negated"
    return "hypothetical" if verb in charges.alleged(noun) else ""  # "is examining *claims* that he armed B"


def _of_paper(verb: Token) -> str:
    """The status of what a paper asks, blames or threatens, by what is done with it ("*will* hand in a letter *urging* B to leave"); "" when it has none."""
    paper = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or paper.lemma_.lower() not in PAPERS:
        return ""
    governor = _verb(paper)
    own = clause_status.of(governor) if governor is not None else "asserted"
    return own if own != "asserted" else ""


def _is_on_a_round(verb: Token) -> bool:
    """Whether a verb tells where somebody went or whom he met first: what he did next is told behind *before*."""
    return verb.lemma_ in ROUNDS and verb.tag_ in ("VBD", "VBN", "VB") and not tree.is_passive(verb)


def _resorts(to: Token) -> bool:
    """Whether a verb and its *to* tell that what follows was done ("got round *to ratifying*")."""
    verb = to.head if to.head.pos_ in ("VERB", "AUX") else to.head.head
    return verb.lemma_ in RESORTING


def _is_known_past(clause: Token) -> bool:
    """Whether a clause tells what somebody named or the one there is has done or undergone, whatever is said of him above: "hopes to free *the
    town which B has besieged*"."""
    if clause.dep_ == "acl" and clause.tag_ == "VBN":  # "to rebuild a dam *destroyed by B*": what is mended was done
        mended = clause.head.dep_ == "dobj" and clause.head.head.lemma_ in MENDING
        return mended and any(c.dep_ == "agent" for c in clause.children)
    if clause.dep_ != "relcl" or not (
        clause.tag_ == "VBD"
        or any(c.tag_ == "VBD" or c.lower_ in ("has", "have") for c in clause.children if c.dep_ in ("aux", "auxpass"))
    ):
        return False
    noun = clause.head
    return noun.pos_ == "PROPN" or any(_is_definite(c) and c.lower_ != "those" for c in noun.children)


def _is_going_on(clause: Token) -> bool:
    """Whether a participle tells what those do who are to be driven off: "threw grenades to dislodge students *picketing* a ministry"."""
    crowd = clause.head
    return (
        clause.dep_ == "acl"
        and clause.tag_ == "VBG"
        and crowd.dep_ == "dobj"
        and crowd.head.lemma_.lower() in DISPERSING
    )


def _is_gerund(verb: Token) -> bool:
    return verb.tag_ == "VBG" or any(c.tag_ == "VBG" for c in verb.children if c.dep_ in ("aux", "auxpass"))


def _from_above(verb: Token) -> str:
    """The status that governing clauses give: conditions, purposes, infinitives after plans."""
    here = verb
    for _ in range(12):
        head, dep = here.head, here.dep_
        if head == here:
            break
        if _is_weighed(here) or _is_thought(here):
            return "hypothetical"
        if _is_known_past(here) or _is_going_on(here):
            return "asserted"
        told = _of_gerund(here) if dep == "pcomp" else _of_claim(here) or _of_paper(here) or doubted.above(here)
        if told:
            return told
        if (
            dep == "relcl"
            and here.tag_ in clause_status.PRESENT
            and (governor := _verb(head)) is not None
            and clause_status.of(governor) == "future"
        ):
            return "hypothetical"  # "there will be a deal where A *agrees* ..."
        if dep == "xcomp" and head.lower_ == "going":
            above = clause_status.of(head)
            if above != "asserted":
                return above
            return "future" if _is_now(head) else "hypothetical"
        if dep == "xcomp" and head.lower_ == "used" and not any(c.dep_ == "dobj" for c in head.children):
            return "historical"  # "*used* to shell B", not "used whips to scatter B"
        if dep == "xcomp" and head.pos_ == "ADJ" and head.lemma_ not in ("able", "quick", "first"):
            return "hypothetical"
        if dep == "xcomp" or (dep == "conj" and here.tag_ == "VB"):
            above = clause_status.of(head)
            if above != "asserted":
                return above
        here = head
    return "asserted"
