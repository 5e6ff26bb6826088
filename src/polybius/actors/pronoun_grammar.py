"""What the grammar of a sentence says of a pronoun: whether it leads, acts, is spoken of or stands for nobody. Who is meant: ``pronouns.py``."""

from __future__ import annotations

from spacy.tokens import Token

from polybius.actors import natures, syntax

WEATHER = frozenset(
    {"rain", "snow", "hail", "freeze", "take", "seem", "appear", "happen", "turn", "matter", "follow", "mean", "cost"}
)
WITH_OBJECT = frozenset({"freeze", "hail", "turn", "follow"})  # which tell something else then: "it *froze* his assets"
# Verbs whose object is somebody, not something: "Denmark urged *it* to let reporters in".
TOWARDS_SOMEBODY = frozenset(
    """urge ask tell promise offer thank accuse warn threaten give lend grant send sell invite summon sue owe supply advise congratulate
    reassure""".split()
)
# What tells whose word something is: "a *statement* by its ministry", "a *spokesman* for its army".
SPEAKING_FOR = frozenset(
    """statement communique communiqué note letter message dispatch bulletin declaration spokesman spokeswoman spokesperson official officer
    officials minister aide adviser head chief commander member""".split()
)
# By which one tells another what he himself will do, and what that may be; what *he* may get or suffer is left out.
PROMISING = frozenset("tell inform assure notify promise reassure".split())
FUTURE = frozenset({"will", "would", "'ll", "wo"})
PROMISED = frozenset(
    """help send support meet visit host release free withdraw pull open reopen lift let allow back join sign stop end give lend provide supply
    build cooperate work consider seek ask attend accept resume hold stand recognise recognize train arm ship deliver fund finance invest buy sell
    cut close suspend ease pay raise study review respect honour honor protect defend extend share restore continue press push vote veto ratify
    ban expel bomb attack strike retaliate respond block boycott""".split()
)
# What only somebody does, not a raid, a charge or an accord that stands before.
OF_SPEAKERS = frozenset(
    """reserve recall close expel summon withdraw ask demand want wish seek plan intend hope refuse reject deny send deploy suspend freeze regard
    consider believe support oppose prepare blame arrest detain free release arm train return accept agree offer invite urge know receive""".split()
)
READY = frozenset(
    """ready willing prepared committed open unable able concerned alarmed satisfied reluctant determined sorry keen eager happy grateful disappointed
    dismayed worried opposed confident appalled outraged shocked saddened angry pleased""".split()
)
SUFFERED = frozenset(
    "be pay regret face suffer lose fail collapse bear answer become".split()
)  # what others will have to do
LETTING = frozenset({"let", "allow", "permit"})
MOVING = frozenset("go leave return enter stay land dock sail pass cross visit fly travel".split())
FEW = 4  # words that lead a sentence: "Nor has it"
OF_STATES = frozenset(
    "sanction embargo blockade curfew ambassador frontier airspace visa ceasefire tariff".split()
)  # which only states deal in


def owner(head: Token) -> Token | None:
    """The possessive of a noun, or of those of whom some are counted ("two of *its* fishermen")."""
    counted = (p for of in head.children if of.lower_ in ("of", "for") for p in of.children if p.dep_ == "pobj")
    return next((c for noun in (head, *counted) for c in noun.children if c.dep_ == "poss"), None)


def is_said_on(token: Token, verb: Token) -> bool:
    """Whether a pronoun leads what the subject of ``verb`` goes on to say, to nobody named: "A called B a fool *and said that he* was weighing it"."""
    clause = syntax.clause_of(token)
    saying = clause.head
    on = token.dep_ == "nsubj" and clause.dep_ == "ccomp" and saying.dep_ == "conj" and saying.head == verb
    told = any(c.dep_ in ("dobj", "dative", *syntax.SUBJECTS) for c in saying.children)
    return on and not told and saying.lemma_.lower() in natures.table().speech


def is_of_who_speaks(token: Token, verb: Token) -> bool:
    """Whether what the subject of ``verb`` goes on to say is what only somebody does: "A rejected the charge *and said it had recalled* its envoy", not
    "condemned the raid and said it was illegal".
    """
    return syntax.clause_of(token).lemma_ in OF_SPEAKERS and is_said_on(token, verb)


def is_announced_on(token: Token, verb: Token) -> bool:
    """Whether "it" leads what the subject of ``verb`` goes on to say that it will do: "A condemned B's raid *and said it would recall* its envoy"; "said it
    would *pay* for that" is told of B.
    """
    clause = token.head
    helpers = {c.lower_ for c in clause.children if c.dep_ in ("aux", "neg")}
    return (
        is_said_on(token, verb) and bool(helpers & FUTURE) and "have" not in helpers and clause.lemma_ not in SUFFERED
    )


def is_promised(pronoun: Token, above: Token) -> bool:
    """Whether a clause tells somebody what who tells it will do: "A told B that *he would free* ten prisoners", not "that he must", "would be freed"."""
    clause = pronoun.head
    if above.lemma_ not in PROMISING or clause.dep_ != "ccomp" or clause.head != above or pronoun.dep_ != "nsubj":
        return False
    helpers = {c.lower_ for c in clause.children if c.dep_ in ("aux", "neg")}
    return clause.lemma_ in PROMISED and bool(helpers & FUTURE) and "have" not in helpers


def whole(noun: Token) -> Token:
    """A noun, or whose word or man it is: "a *statement* by its ministry", "a *spokesman* for its army"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("by", "from", "of", "for") else noun
    return above if above.lemma_ in SPEAKING_FOR else noun


def leads(token: Token) -> bool:
    """Whether a pronoun is the subject of its sentence or owns it, or whose word it is: it then goes on with the subject before ("a statement by
    *its* ministry accused B").
    """
    top = whole(token.head) if token.dep_ == "poss" else token
    return top.dep_ in syntax.SUBJECTS and syntax.clause_of(top).head == syntax.clause_of(top)


def opens(pronoun: Token) -> bool:
    """Whether nothing but when, where and how stands before a subject in its sentence: "*On Monday it* recalled", "*Later, it*"."""
    before = (t for t in pronoun.doc[: pronoun.i] if not t.is_punct)
    kinds = ("prep", "advmod", "npadvmod", "cc")
    return all(
        (t.head == pronoun.head and t.dep_ in kinds) or (t.head.i < pronoun.i and t.pos_ != "VERB") for t in before
    )


def goes_on(pronoun: Token) -> bool:
    """Whether a sentence says of somebody what he didn't do either: "*Nor has it* reopened the border"."""
    return pronoun.doc[0].lower_ in ("nor", "neither") and pronoun.dep_ == "nsubj" and pronoun.i < FEW


def does_as_states_do(pronoun: Token) -> bool:
    """Whether "it" does what states and bodies of states alone do: "*it* tightened the sanctions"."""
    return any(c.dep_ == "dobj" and c.lemma_.lower() in OF_STATES for c in pronoun.head.children)


def is_object(token: Token) -> bool:
    """Whether a pronoun is whom a verb or its preposition acts upon: "arrested *them*", "talked with *them*"."""
    return token.dep_ in ("dobj", "dative", "pobj")


def is_towards(token: Token) -> bool:
    """Whether a pronoun is the object of a verb that takes somebody for one ("thanked *it*", "gave *it* drones")."""
    verb = token.head if token.head.pos_ in ("VERB", "AUX") else token.head.head
    return is_object(token) and verb.lemma_ in TOWARDS_SOMEBODY


def is_let_go(token: Token) -> bool:
    """Whether a pronoun is who was held: "released *him*", "*he* was freed"."""
    return token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in ("release", "free")


def is_any(noun: Token) -> bool:
    """Whether somebody is told only to say what something is ("the visit is the first by *a Kenyan leader*"): no person whom "he" may mean next."""
    anybody = noun.dep_ == "pobj" and any(c.lower_ in ("a", "an") for c in noun.children)
    return anybody and any(a.dep_ == "attr" and a.head.lemma_ == "be" for a in noun.ancestors)


def holds(noun: Token, pronoun: Token) -> bool:
    """Whether a noun phrase holds a pronoun, so that it can't be meant; "people, half of *them* children" may, "Ali, with whom *he* met" not."""
    if not noun.is_ancestor(pronoun) and not renames(noun, pronoun):
        return False
    return not any(t.text == "," for t in noun.doc[noun.i : pronoun.i]) or is_met_by(pronoun)


def renames(noun: Token, pronoun: Token) -> bool:
    """Whether a noun says again whom the noun above it names, and that one's clause holds the pronoun."""
    return noun.dep_ == "appos" and noun.head.is_ancestor(pronoun)


def is_met_by(pronoun: Token) -> bool:
    """Whether a pronoun is the subject of a relative clause that is about somebody else: "Ali, *whom he* met", "*with whom she* spoke"."""
    clause = pronoun.head
    if pronoun.dep_ not in syntax.SUBJECTS or clause.dep_ != "relcl":
        return False
    return any(t.lower_ in ("whom", "whose", "who", "which") and t.i < pronoun.i for t in clause.subtree)


def reported(pronoun: Token) -> list[Token]:
    """What the subject of a verb of saying reports before it ("India's envoy, *she* told us, had promised"): nobody there is the speaker."""
    verb = pronoun.head
    if pronoun.dep_ not in syntax.SUBJECTS or verb.lemma_.lower() not in natures.table().speech:
        return []
    if verb.dep_ == "parataxis":
        return [verb.head]
    return [c for c in verb.children if c.dep_ in ("ccomp", "parataxis")]


def acts(pronoun: Token) -> bool:
    """Whether a pronoun is the subject of a verb that only who decides or speaks can do."""
    verb = pronoun.head
    if verb.lemma_ in LETTING:  # "*it let them go*", not "it let them sleep at last"
        return pronoun.dep_ == "nsubj" and any(
            c.dep_ in ("ccomp", "xcomp") and c.lemma_ in MOVING for c in verb.children
        )
    return pronoun.dep_ == "nsubj" and verb.lemma_.lower() in natures.table().agentive


def is_empty(pronoun: Token) -> bool:
    """Whether "it" may stand for a clause, the weather or nothing: "it is true that", "it takes time"."""
    verb = pronoun.head
    weather = verb.lemma_.lower() in WEATHER and not (
        verb.lemma_.lower() in WITH_OBJECT and any(c.dep_ in ("dobj", "prt") for c in verb.children)
    )
    if weather or any(c.dep_ in ("csubj", "csubjpass") for c in verb.children):
        return True
    if verb.lemma_ == "be":
        return not any(c.dep_ == "acomp" and c.lower_ in READY for c in verb.children)
    return pronoun.dep_ == "nsubjpass" and any(c.dep_ in ("ccomp", "xcomp") for c in verb.children)
