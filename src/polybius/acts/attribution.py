"""On whose word the report gives an act: speech verbs above it, "according to", quotations, and chains of these."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Token

from polybius.acts import doubted, tree

PartyAt = Callable[[Token], tuple[int, ...]]
OWNING_UP = frozenset({"deny", "admit"})  # "A *denied* attacking B": on its own word it didn't
SOURCES = frozenset({"according_to", "in_words_of", "as_per", "citing"})


def chain(token: Token, party_at: PartyAt, speech: frozenset[str]) -> list[int]:
    """Who vouches for the act at a word, outermost first: "A quoted B as saying that ..." gives [A, B]."""
    out: list[int] = []
    citing: set[int] = set()  # verbs of saying whose sources are told
    here = token
    for _ in range(20):
        out.extend(p for name, filler in tree.prepositions(here) if name in SOURCES for p in party_at(filler)[:1])
        if here.i not in citing:
            out.extend(_citing(here, party_at))
        out.extend([*_behind(here, party_at, speech), *_between(here, party_at, speech)] if here == token else [])
        head = here.head
        if head == here:
            break
        if here.dep_ in ("ccomp", "parataxis", "advcl", "pcomp", "xcomp") and _is_speech(head, speech):
            own = here.dep_ == "xcomp" and head.lemma_ not in OWNING_UP
            vouching = not own and (here.dep_ != "advcl" or here.i < head.i)
            if vouching:
                out.extend(_citing(head, party_at))  # "A, citing *B*, said": A says that B says so
                out.extend(p for s in tree.subjects(head) for p in _speaking(s, party_at))
                citing.add(head.i)
            if head.lemma_ in ("quote", "cite") and tree.is_passive(head):
                out.extend(p for s in tree.surface_subjects(head) for p in party_at(s)[:1])
        elif here.dep_ == "prep" and here.lower_ == "as" and head.lemma_ in ("quote", "cite"):
            out.extend(p for s in tree.subjects(head) for p in party_at(s)[:1])
        elif head.pos_ == "NOUN" and head.lemma_ in REPORTS and (here.dep_ in ("ccomp", "acl") or here.lower_ == "of"):
            out.extend(p for t in tree.possessors(head) for p in party_at(t)[:1])
            if doubted.is_denied(head) and head.dep_ == "dobj":
                out.extend(p for s in tree.subjects(head.head) for p in party_at(s)[:1])
        out.extend(_parenthesis(head, here, party_at, speech))
        here = head
    return list(dict.fromkeys(reversed(out)))


VOICES = frozenset(
    "source statement communique communiqué letter dispatch document text message release memo note telegram cable".split()
)
HEARERS = frozenset(
    "reporter journalist newsman parliament lawmaker legislator deputy audience crowd rally conference agency television radio".split()
)
REPORTS = frozenset(
    """report claim statement allegation assertion announcement assessment belief suspicion charge
    accusation""".split()
)


def _is_speech(verb: Token, speech: frozenset[str]) -> bool:
    return verb.lemma_.lower() in speech


def _citing(word: Token, party_at: PartyAt) -> list[int]:
    """ "..., citing officials": the cited party vouches."""
    return [
        p
        for c in word.children
        if c.dep_ == "advcl" and c.lower_ in ("citing", "quoting")
        for o in tree.objects(c)
        for p in party_at(o)[:1]
    ]


def _parenthesis(head: Token, here: Token, party_at: PartyAt, speech: frozenset[str]) -> list[int]:
    """A speech verb that hangs beside the act instead of above it ("The army, officials said, shelled ...")."""
    out: list[int] = []
    for child in head.children:
        if child != here and child.dep_ in ("parataxis", "ccomp") and _is_speech(child, speech) and child.i > here.i:
            out.extend(p for s in tree.subjects(child) for p in _speaking(s, party_at))
    return out


def _behind(act: Token, party_at: PartyAt, speech: frozenset[str]) -> list[int]:
    """Who says the act in a clause that ends its sentence, whatever the parser hung it on: "A left B, *its minister told* reporters"."""
    for verb in act.subtree:
        if verb.i < act.i or verb.dep_ not in ("conj", "relcl") or not _is_speech(verb, speech):
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
        if subject is None or subject.lower_ in tree.RELATIVES or act.doc[subject.left_edge.i - 1].text != ",":
            continue
        if verb.right_edge.i >= len(act.doc) - 2 and not any(c.dep_ in ("ccomp", "dobj") for c in _said(verb)):
            return list(_speaking(subject, party_at))
    return []


def _between(act: Token, party_at: PartyAt, speech: frozenset[str]) -> list[int]:
    """Who says the act between its subject and its verb: "A, *B said*, left C"."""
    spoken = (c for c in act.children if c.dep_ == "parataxis" and c.i < act.i and _is_speech(c, speech))
    alone = (v for v in spoken if not any(c.dep_ in ("ccomp", "dobj") for c in _said(v)))
    return [p for verb in alone for s in tree.subjects(verb) for p in _speaking(s, party_at)]


def _said(verb: Token) -> list[Token]:
    """What stands behind a verb of saying as what is said, not to whom."""
    return [c for c in verb.children if c.i > verb.i and not (c.dep_ == "dobj" and c.lemma_.lower() in HEARERS)]


def _speaking(subject: Token, party_at: PartyAt) -> tuple[int, ...]:
    """The party that speaks, or whose statement or source does: "*a statement from the Chilean navy* said"."""
    found = party_at(subject)[:1]
    if found or subject.lemma_.lower() not in REPORTS | VOICES:
        return found
    whose = [
        *tree.possessors(subject),
        *(f for name, f in tree.prepositions(subject) if name in ("from", "by", "of", "in", "at")),
    ]
    return next((p[:1] for w in whose if (p := party_at(w))), ())


def speaker_of(doc: Doc, party_at: PartyAt, speech: frozenset[str]) -> int | None:
    """The party that the sentence lets speak: subject of its main speech verb, unless that says that it didn't."""
    for token in doc:
        if any(c.dep_ == "neg" for c in token.children):
            continue
        if token.pos_ == "VERB" and _is_speech(token, speech) and token.dep_ in ("ROOT", "conj", "parataxis", "ccomp"):
            for subject in tree.subjects(token):
                found = party_at(subject)
                if found:
                    return found[0]
    return None


def is_bare_quotation(plain: str) -> bool:
    """Whether a sentence is nothing but quoted words: opened by a quotation mark, with nobody speaking outside it."""
    text = plain.strip()
    if not text.startswith('"'):
        return False
    closed = text.find('"', 1)
    return closed < 0 or closed >= len(text) - 2
