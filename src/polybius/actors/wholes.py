"""Names of bodies that a parse cuts, made one phrase: "accused *Save the Children*", "by *Umkhonto we Sizwe*", "a leader of *Law and Justice*".

A parser reads a name by its words: a verb in it governs, an *and* joins two, a *for* hangs on the verb before. What the lexicon knows as a whole is one.
"""

from __future__ import annotations

from datetime import date

from spacy.tokens import Doc, Token

from polybius import hanging
from polybius.actors import extent
from polybius.actors.bodies import LONGEST, along
from polybius.actors.resolved import Resolve, Resolved
from polybius.lexicon.names import joined

# What a name may hold in small letters.
INSIDE = frozenset(
    "of for and in without against the to on from with we wa wal former al el ul e i y et de la del des du da do dos der und & - 's ' ’ ’s".split()
)
# Which place in the sentence a cut name takes, of those that its pieces have: the first of these.
GOVERNED = frozenset({"conj", "dobj", "nsubj", "dative", "appos", "attr", "oprd", "xcomp", "ccomp"})
PLACES = ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "attr", "appos", "dative", "ROOT")


def mend(doc: Doc, resolve: Resolve, on: date | None, context: str) -> None:
    """Makes each name of a body that lies in pieces in a parsed sentence one phrase, headed by its last word."""
    along(doc, lambda start: _name_at(doc, start, resolve, on, context), _join)


def _name_at(doc: Doc, start: int, resolve: Resolve, on: date | None, context: str) -> list[Token]:
    """The longest body's name that begins at a word and that the parse cuts; [] when there is none."""
    if not _is_capital(doc[start]) or doc[start].lower_ == "the" or (start and _goes_on_before(doc[start])):
        return []
    end = start
    while end + 1 < min(len(doc), start + LONGEST + 2) and (_is_capital(doc[end + 1]) or doc[end + 1].lower_ in INSIDE):
        end += 1
    for last in range(end, start, -1):
        words = list(doc[start : last + 1])
        if not _is_capital(doc[last]) or not _is_cut(words) or (last + 1 < len(doc) and _is_capital(doc[last + 1])):
            continue
        said = extent.text(words)
        if _is_body(resolve(said, on, context), said):
            return words
    return []


def _is_capital(word: Token) -> bool:
    return word.text[:1].isupper() and word.text[-1].isalnum()


def _goes_on_before(word: Token) -> bool:
    """Whether a name may have begun before a word: "the *Ministry of* Law and Justice", "*Polish* ..." only says whose it is."""
    before = word.nbor(-1)
    if before.lower_ in ("of", "for", "&", "-"):
        return before.i > 0 and (before.text == "-" or before.nbor(-1).text[:1].isupper())
    return _is_capital(before) and before.tag_ != "JJ" and not before.is_sent_start


def _is_cut(words: list[Token]) -> bool:
    """Whether a parse takes some words for pieces of more phrases than one, joins them by *and*, or makes one govern another as a verb does."""
    inside = range(words[0].i, words[-1].i + 1)
    tops = [w for w in words if w.head == w or w.head.i not in inside]
    return len(tops) > 1 or any(w.dep_ in GOVERNED and w not in tops for w in words)


def _is_body(found: Resolved | None, said: str) -> bool:
    """Whether words name a body by its whole name, and no part of them."""
    whole = found is not None and found.id is not None and found.kind not in ("", "person")
    return whole and found is not None and found.why[0].startswith(f"named {joined(said)!r}")


def _join(name: list[Token]) -> None:
    """Hangs a name's words on its last, and that where the name stands."""
    doc, head = name[0].doc, name[-1]
    inside = range(name[0].i, head.i + 1)
    tops = sorted((w for w in name if w.head == w or w.head.i not in inside), key=_rank)
    outside = [c for w in name for c in w.children if c.i not in inside]
    owned = next((w.head for w in name if w.dep_ == "poss" and w.head.i > head.i), None)
    free = [t for t in tops if t.head == t or not any(o == t.head or o.is_ancestor(t.head) for o in outside)]
    if not free or any(t.sent != head.sent for t in (*name, *outside)):
        return
    above, dep = free[0].head, free[0].dep_
    root, heads = above == free[0], dict[int, int]()
    if owned is not None and owned in outside and not root:
        heads[owned.i], owned_dep = above.i, dep  # "rejected the National *League for Democracy's* accusations"
        outside.remove(owned)
        above, dep = owned, "poss"
    else:
        owned_dep = ""
        if owned is not None and head.i + 1 < len(doc) and doc[head.i + 1].tag_ == "POS":
            above, dep, root = owned, "poss", False
    above = head if root else above
    behind = above.pos_ in ("VERB", "AUX") and above.i < head.i
    heads |= {head.i: above.i} | {w.i: head.i for w in name[:-1]}
    heads |= {c.i: above.i if behind and c.i > head.i and c.dep_ == "prep" else head.i for c in outside}
    if not hanging.is_tree(doc, heads):  # a circle would never end whoever climbs it
        return
    if owned_dep and owned is not None:
        owned.dep_ = owned_dep
    head.dep_ = dep
    for word in name:
        if word != head:
            word.dep_ = "compound"
        if word.pos_ not in ("ADP", "DET", "CCONJ", "PUNCT", "PART", "SYM"):
            word.pos_, word.tag_ = "PROPN", "NNPS" if word.tag_ == "NNPS" else "NNP"
    for moved, over in heads.items():
        doc[moved].head = doc[over]


def _rank(word: Token) -> int:
    return PLACES.index(word.dep_) if word.dep_ in PLACES else len(PLACES)
