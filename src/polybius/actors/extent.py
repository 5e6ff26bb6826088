"""Which words a noun phrase that may name a party takes: its core, what hangs on it, each of several that it joins."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from spacy.tokens import Token

from polybius.actors import syntax
from polybius.actors.antecedents import TIMES
from polybius.actors.countries import SIDES
from polybius.actors.gatherings import GATHERINGS

MODIFYING = (
    "compound",
    "amod",
    "nmod",
    "npadvmod",
    "det",
    "nummod",
    "quantmod",
    "advmod",
    "poss",
    "case",
    "predet",
    "cc",
    "conj",
    "punct",
)
# Nouns in the singular that name one of each of several lands, or hold men of several.
OF_SEVERAL = frozenset(
    "president minister spokesman force group team patrol convoy delegation fleet crowd gang mob".split()
)
SPEAKING_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople"})
TAILS = frozenset({"of", "in", "for", "from", "at", "to", "on", "against", "without"})
RISINGS = frozenset({"insurgency", "rebellion", "uprising", "revolt", "mutiny"})  # against whom is another party
# Who is sent or turns to somebody: whom, is a part of what they are called.
SENT = frozenset(
    """ambassador envoy consul emissary representative delegate delegation mission adviser advisor aide assistant counsel counsellor heir
    correspondent legate nuncio observer candidate pretender commissioner secretary minister visitor""".split()
)
LEADING = frozenset({"lead", "head", "take", "bring", "accompany", "join"})
OPPOSITE = frozenset(
    {"counterpart", "colleague", "rival", "neighbour", "neighbor"}
)  # "his counterpart *in Bern*" is of there
# Institutions of the land in which they are.
AT_HOME = frozenset(
    "authority official police court prosecutor judge lawmaker parliament government mayor governor protester demonstrator opposition".split()
)
# What nobody is moved by: "blamed smugglers *from Mali*" says whose they are, "expelled smugglers *from Mali*" may not.
UNMOVED = frozenset(
    """blame accuse arrest detain kill shoot wound injure murder charge convict sentence jail imprison fine praise condemn criticise criticize denounce
    sanction attack ambush fight battle beat stab behead execute hang meet host question interrogate interview honour honor thank suspect
    prosecute indict punish rob lynch abduct kidnap capture nab try acquit""".split()
)
# Whom somebody else's state moves: "Norway deported three workers *from Poland*" says whose they are, as Norway moves nobody out of Poland.
REMOVED = frozenset("deport expel free release liberate".split())
# Who is freed from a captor or a cell as well.
HELD = frozenset(
    """hostage captive prisoner detainee inmate convict civilian villager girl woman child man people resident slave victim person national
    citizen""".split()
)
LAYING = frozenset("impose place put clamp slap lift ease relax tighten".split())
GROUND = frozenset(
    "border frontier boundary coast shore soil territory island bank side edge outskirt hill road street front frontline".split()
)  # "tanks *on the border* with B": where they are, no matter of theirs
AIMING = frozenset({"Committee", "Coalition", "Campaign", "Movement", "Alliance"})
LONGEST_PHRASE = 24  # words
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}:?")
# States that share a name: told together by the plural, and between them by "inter-".
TWINS = {
    "koreas": ("South Korea", "North Korea"),
    "sudans": ("Sudan", "South Sudan"),
    "congos": ("Democratic Republic of Congo", "Republic of the Congo"),
    "inter-korean": ("South Korea", "North Korea"),
    "inter-sudanese": ("Sudan", "South Sudan"),
}


def _aims(head: Token) -> bool:
    """Whether a body is named after what it is to do: "*Committee* to Protect Journalists"."""
    if head.text not in AIMING:
        return False
    after = head.doc[head.i + 1 : head.i + 3]
    return len(after) == 2 and after[0].lower_ == "to" and after[1].text[:1].isupper()


def core(head: Token) -> list[Token]:
    """The words of a noun phrase from its first modifier to its head."""
    words = [head]
    for child in head.children:
        if (
            child.i < head.i
            and child.dep_ in MODIFYING
            and not (child.dep_ == "advmod" and child.i == head.left_edge.i)
        ):
            words.extend(w for w in child.subtree if w.i < head.i)
    words = _from_its_start(sorted(set(words), key=lambda w: w.i)[-LONGEST_PHRASE:])
    while words and (words[0].is_punct or words[0].dep_ in ("cc",)) and words[0].text not in "\"'":
        words.pop(0)
    return words


def _from_its_start(words: list[Token]) -> list[Token]:
    """A phrase without what a parser left before it: a clause with its verb, a dateline's dash, the time of a live blog's entry."""
    begin = 0
    for n, word in enumerate(words[:-1]):
        dash = word.text == "-" and n > 0 and bool(word.whitespace_) and bool(words[n - 1].whitespace_)
        if dash or _is_finite(word) or (n == begin and _CLOCK.fullmatch(word.text)):
            begin = n + 1
    return words[begin:]


def _is_finite(word: Token) -> bool:
    return word.tag_ in syntax.FINITE and word.pos_ in ("VERB", "AUX") and word.text.islower()


def phrases(head: Token, core: list[Token]) -> Iterator[list[Token]]:
    """Readings of a phrase, widest first: with what follows (of ..., in ..., an apposition), then alone."""
    facing = head.lower_ in RISINGS or head.lower_ == "force" or head.pos_ == "PROPN" or _is_of_a_land(core)
    tails = TAILS - {"against"} if facing else TAILS
    led = head.dep_ == "dobj" and head.head.lemma_ in LEADING  # "led a delegation *to Kenya*": where it went
    if (head.lemma_ not in SENT and not _aims(head)) or core[0].tag_ == "PRP$" or led:
        tails = tails - {"to"}  # "recalled its ambassador *to Nicaragua*": towards whom, not whose
    if core[0].tag_ == "PRP$" and head.lemma_ not in OPPOSITE:
        tails = tails - {"in", "at", "on", "from"}  # "*its* forces *in Lebanon*": where, not whose
    tail = [
        c
        for c in head.children
        if c.i > head.i
        and c.dep_ == "prep"
        and (c.lower_ in tails or _is_without(c))
        and not any(w.lower_ in TIMES or w.dep_ == "pcomp" for w in c.children)
        and not (c.lower_ == "on" and any(w.lemma_ in GROUND for w in c.children))
        and not (
            c.lower_ == "on" and head.head.lower_ == "by" and head.lower_ not in GATHERINGS
        )  # "attack by A *on B*"
    ]
    near = [c for c in tail if c.lower_ == "of" or c.i == head.i + 1] or _stray(head)
    if near:
        own = [w for w in near[0].subtree if not _in_clause(w, near[0])]
        if near[0].lower_ == "of" and head.pos_ == "NOUN":  # "a militia of hunters *against B*"
            own = list(itertools.takewhile(lambda w: w.lower_ != "against", own))
        told = itertools.takewhile(lambda w: not _is_finite(w) and not _tells_when(w), own)
        of = list(itertools.islice(told, LONGEST_PHRASE))
        if len(core) + len(of) <= LONGEST_PHRASE:
            yield core + of
    apposition = next((c for c in head.children if c.dep_ == "appos" and c.i > head.i), None)
    if apposition is not None and head.pos_ == "PROPN" and _is_beside(head, apposition):
        beside = [w for w in apposition.subtree if not _in_clause(w, apposition)]
        if len(core) + len(beside) <= LONGEST_PHRASE and not any(_is_finite(w) for w in beside):
            yield [*core, *(w for w in head.doc[head.i + 1 : beside[0].i] if w.text in ",("), *beside]
    yield core
    if len(core) > 1 and core[0].dep_ == "poss":
        yield [w for w in core if not core[0].is_ancestor(w) and w != core[0]]


def _tells_when(word: Token) -> bool:
    """Whether a preposition begins a time: "officials from FLEC *on* Monday"."""
    return word.dep_ == "prep" and any(c.lower_ in TIMES for c in word.children)


def _is_of_a_land(core: list[Token]) -> bool:
    """Whether the words of a phrase say already whose it is: "*Eritrean* commanders against Djibouti" are of Eritrea."""
    return any(w.tag_ in ("JJ", "NNP") and w.text[:1].isupper() and not w.is_sent_start for w in core[:-1])


def _is_without(preposition: Token) -> bool:
    """Whether a name goes on so: "Doctors *Without* Borders"."""
    return preposition.lower_ == "without" and any(w.text[:1].isupper() for w in preposition.children)


def _is_beside(head: Token, apposition: Token) -> bool:
    """Whether nothing but a mark stands between a phrase and its apposition ("Croatia, *which complained*, a theme ...": no part of it)."""
    return all(w.is_punct for w in head.doc[head.i + 1 : apposition.left_edge.i])


def _stray(head: Token) -> list[Token]:
    """What follows a phrase and says whose it is, though the parser hung it elsewhere: "gave the president *of Ukraine* howitzers"."""
    if head.i + 1 >= len(head.doc):
        return []
    after = head.nbor(1)
    at_home = after.lower_ == "in" and head.lemma_.lower() in AT_HOME
    named_for = after.lower_ == "for" and (
        (head.pos_ == "PROPN" and head.lower_ in GATHERINGS) or head.lower_ in SPEAKING_FOR
    )  # "Popular Front *for the Liberation of Oman*", "by a spokesman *for Oman's army*"
    origin = after.lower_ == "from" and head.lemma_ not in SENT and _tells_origin(head, after.head)
    own = after.dep_ == "prep" and after.head != head and (after.lower_ == "of" or at_home or named_for or origin)
    named = after.subtree if head.lower_ in SPEAKING_FOR else (c for c in after.children if c.dep_ == "pobj")
    return [after] if own and any(w.text[:1].isupper() for w in named) else []


def _tells_origin(head: Token, verb: Token) -> bool:
    """Whether *from* behind people, which the parser hung on a verb, says whose they are: nobody is moved, or nobody out of there."""
    if verb.lemma_ in UNMOVED:
        return True
    if verb.lemma_ in REMOVED and head.dep_ == "dobj" and head.head == verb:
        by_name = any(
            c.dep_ == "nsubj" and any(w.pos_ == "PROPN" or w.tag_ == "JJ" for w in c.subtree) for c in verb.children
        )
        return by_name and head.lemma_ not in HELD
    if head.dep_ != "pobj" or head.head.lower_ not in ("on", "against"):
        return False
    laid = head.head.head  # "imposed curbs on traders *from Cameroon*": the phrase hangs on the verb or on the curbs
    return verb in (laid, laid.head) and (verb.lemma_ in LAYING or laid.head.lemma_ in LAYING)


def _in_clause(word: Token, top: Token) -> bool:
    while word != top:
        if word.dep_ in ("relcl", "acl", "advcl", "appos") or (word.dep_ == "punct" and word.text == ","):
            return True
        word = word.head
    return False


def distributed(head: Token, core: list[Token]) -> list[tuple[list[Token], str]]:
    """Readings of "leaders of A and B" and "A and B officials" as one phrase a party; [] when it is none of these."""
    if head.lower_ in TWINS:
        return [(core, name) for name in TWINS[head.lower_]]
    sides = _sides(head)
    if sides:
        return sides
    names = _joined_names(head)
    if names:
        return [(words, text(words)) for words in names]
    if head.tag_ not in ("NNS", "NNPS") and head.lower_ not in OF_SEVERAL:
        return []
    joined = _joined_modifiers(head)
    if len(joined) > 1:
        rest = [
            w
            for w in core
            if not any(w == j or j.is_ancestor(w) for j in joined) and w.dep_ not in ("cc", "punct", "det")
        ]
        return [(_own(j), f"{text(_own(j))} {text(rest)}") for j in joined]
    for preposition in head.children:
        if preposition.dep_ == "prep" and preposition.lower_ in ("of", "from", "in"):
            for filler in preposition.children:
                sides = _sides(filler)
                if sides:
                    return [(words, f"{text(core)} {preposition.lower_} {name}") for words, name in sides]
                joined = [filler, *filler.conjuncts]
                if filler.dep_ == "pobj" and len(joined) > 1:
                    return [(_own(j), f"{text(core)} {preposition.lower_} {text(_own(j))}") for j in joined]
                inner = distributed(filler, _own(filler)) if filler.tag_ in ("NNS", "NNPS") else []
                if inner:
                    return [(words, f"{text(core)} {preposition.lower_} {name}") for words, name in inner]
    return []


def _joined_modifiers(head: Token) -> list[Token]:
    """The nations before a noun of which each has its own ("*Chilean*, *Peruvian* and *Bolivian* officials"); fewer than two where none are joined."""
    modifiers = [c for c in head.children if c.dep_ in ("amod", "nmod", "compound") and c.text[:1].isupper()]
    last = next((m for m in modifiers if any(c.i < head.i for c in m.conjuncts)), None)
    if last is None:
        return []
    listed = [m for m in modifiers if m.i < last.i and m.nbor(1).text == ","]
    return [*listed, last, *(c for c in last.conjuncts if c.i < head.i)]


def _sides(name: Token) -> list[tuple[list[Token], str]]:
    """The two countries of "*North* and *South Korea*": their words and names; [] for one."""
    if name.i < 3 or name.nbor(-1).text not in SIDES:
        return []
    first, joint, second = name.nbor(-3), name.nbor(-2), name.nbor(-1)
    if joint.lower_ not in ("and", "or", "&") or first.text not in SIDES:
        return []
    return [([first], f"{first.text} {name.text}"), ([second, name], f"{second.text} {name.text}")]


def _joined_names(head: Token) -> list[list[Token]]:
    """Two names that the parser took for one: "Donald Trump and Theresa May" read as modifiers of *May*."""
    for first in head.children:
        if first.dep_ in ("nmod", "compound") and first.pos_ == "PROPN" and head.tag_ == "NNP":
            given = [c for c in first.conjuncts if c.i == head.i - 1 and c.pos_ == "PROPN"]
            if given and any(c.dep_ == "cc" for c in first.children):
                return [_own(first), [given[0], head]]
    return []


def _own(token: Token) -> list[Token]:
    """A coordinated word with its own modifiers."""
    return sorted(
        [
            token,
            *(
                w
                for c in token.children
                if c.dep_ in ("compound", "amod", "nmod", "det") and c.i < token.i
                for w in c.subtree
            ),
        ],
        key=lambda w: w.i,
    )


def text(words: list[Token]) -> str:
    """Words as they stand in the sentence, without the space behind the last."""
    return "".join(w.text_with_ws for w in words).strip()
