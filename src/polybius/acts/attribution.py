"""On whose word the report gives an act: speech verbs above it, "according to", quotations, and chains of these."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Token

from polybius.acts import tree

PartyAt = Callable[[Token], tuple[int, ...]]
SOURCES = frozenset({"according_to", "in_words_of", "as_per", "citing"})


def chain(token: Token, party_at: PartyAt, speech: frozenset[str]) -> list[int]:
    """Who vouches for the act at a word, outermost first: "A quoted B as saying that ..." gives [A, B]."""
    out: list[int] = []
    here = token
    for _ in range(20):
        out.extend(p for name, filler in tree.prepositions(here) if name in SOURCES for p in party_at(filler)[:1])
        out.extend(_citing(here, party_at))
        head = here.head
        if head == here:
            break
        if here.dep_ in ("ccomp", "parataxis", "advcl", "pcomp", "xcomp") and _is_speech(head, speech):
            vouching = here.dep_ != "xcomp" and (here.dep_ != "advcl" or here.i < head.i)
            if vouching:
                out.extend(p for s in tree.subjects(head) for p in party_at(s)[:1])
            if head.lemma_ in ("quote", "cite") and tree.is_passive(head):
                out.extend(p for s in tree.surface_subjects(head) for p in party_at(s)[:1])
        elif here.dep_ == "prep" and here.lower_ == "as" and head.lemma_ in ("quote", "cite"):
            out.extend(p for s in tree.subjects(head) for p in party_at(s)[:1])
        elif here.dep_ in ("ccomp", "acl") and head.pos_ == "NOUN" and head.lemma_ in REPORTS:
            out.extend(p for t in tree.possessors(head) for p in party_at(t)[:1])
        out.extend(_parenthesis(head, here, party_at, speech))
        here = head
    return list(dict.fromkeys(reversed(out)))


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
            out.extend(p for s in tree.subjects(child) for p in party_at(s)[:1])
    return out


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
