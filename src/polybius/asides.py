"""Asides between commas that a parser took for the clause they interrupt: "the Union, *Kenya included*, denounced it"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from polybius import hanging

COUNTED_IN = frozenset({"included", "excluded", "excepted"})
SHARES = frozenset("most many some all several half none few both".split())
TELLING_WHEN = frozenset({"after", "before", "since", "until", "as", "once"})


def mend(doc: Doc) -> None:
    """Gives a sentence the subject that an aside cut off from its verb."""
    for word in doc:
        if word.lower_ in COUNTED_IN and word.dep_ in ("ROOT", "parataxis"):
            _close_list(word)
        elif word.dep_ == "relcl" and word.head.dep_ == "ROOT" and word.head.pos_ in hanging.NAMES:
            _close_share(word)
        elif word.lower_ in TELLING_WHEN and word.dep_ == "prep":
            _close_clause(word)
        elif word.lower_ in ("before", "after") and word.dep_ == "mark" and word.head.dep_ == "ROOT":
            _open_clause(word)


def _close_list(participle: Token) -> None:
    """Lets the verb behind "X, Y *included*, ..." have X for its subject, and the aside describe X."""
    doc = participle.doc
    aside = [c for c in participle.children if c.dep_ == "nsubj" and c.i < participle.i]
    if not aside or participle.i + 1 >= len(doc) or doc[participle.i + 1].text != ",":
        return
    listed = max(aside, key=lambda t: t.i)
    host = _before_comma(listed)
    verb = _verb_behind(participle)
    if host is None or verb is None or host.is_ancestor(verb):
        return
    if participle.dep_ == "ROOT":
        verb.head, verb.dep_ = verb, "ROOT"
    for child in [c for c in participle.children if c not in (listed, verb)]:
        child.head = verb
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    host.head, host.dep_ = verb, "nsubjpass" if passive else "nsubj"
    participle.head, participle.dep_ = host, "acl"


def _before_comma(noun: Token) -> Token | None:
    """The head of the phrase that a comma right before a noun's own phrase closes."""
    comma = noun.left_edge.i - 1
    if comma < 1 or noun.doc[comma].text != ",":
        return None
    head = noun.doc[comma - 1]
    while head.head.i < comma and head.head != head and head.head.pos_ in (*hanging.NAMES, "ADP"):
        if head.head.pos_ == "ADP" and head.dep_ != "pobj":
            break  # hung on a preposition that governs another noun: "On Monday the *Union*"
        head = head.head
    return head if head.pos_ in hanging.NAMES else None


def _verb_behind(participle: Token) -> Token | None:
    """The finite verb behind an aside that closes with a participle."""
    near = [participle.head, *participle.children]
    return next((c for c in near if c.i > participle.i and c.pos_ == "VERB" and _is_told(c)), None)


def _is_told(verb: Token) -> bool:
    return hanging.is_finite(verb) or any(c.dep_ == "auxpass" and c.tag_ in hanging.FINITE for c in verb.children)


def _close_share(verb: Token) -> None:
    """Makes the verb of the sentence of what tells of a share of its only noun between commas: "the fans, *most of them young*, gathered"."""
    noun, share = verb.head, hanging.subject_of(verb)
    if share is None or share.lower_ not in SHARES or not noun.i < share.i < verb.i:
        return
    of = hanging.phrase(share, "of")
    whom = hanging.filler_of(of) if of is not None else None
    if whom is None or whom.lower_ != "them" or verb.doc[verb.i - 1].text != ",":
        return
    verb.head, verb.dep_ = verb, "ROOT"
    share.head, share.dep_ = noun, "appos"
    noun.head, noun.dep_ = verb, "nsubj"
    for child in [c for c in noun.children if c.i > verb.i]:
        child.head = verb


def _close_clause(preposition: Token) -> None:
    """Makes a clause of a phrase of time whose verb an aside cut off from its subject ("left after *B*, its ally, *shut off* the gas"). The clause hangs
    on a verb before the phrase, and its subject on it, so no circle can arise.
    """
    subject, doc = hanging.filler_of(preposition), preposition.doc
    over = next((a for a in preposition.ancestors if a.pos_ == "VERB" and a.i < preposition.i), None)
    if subject is None or over is None or subject.i + 1 >= len(doc) or doc[subject.i + 1].text != ",":
        return
    near = [t for n in (subject, over, *subject.children) for t in n.children if t.i > subject.i + 2]
    verb = next((t for t in near if t.pos_ == "VERB" and _is_cut_off(t) and t.dep_ in ("conj", "acl", "advcl")), None)
    if verb is None or any(c.dep_ == "cc" and c.i > subject.i for c in over.children):
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    verb.head, verb.dep_ = over, "advcl"
    subject.head, subject.dep_ = verb, "nsubjpass" if passive else "nsubj"
    preposition.head, preposition.dep_ = verb, "mark"


def _is_cut_off(verb: Token) -> bool:
    """Whether a finite verb stands right behind a comma and has neither a subject nor a mark of its own."""
    lead = [c for c in verb.children if c.i < verb.i and c.dep_ in ("aux", "auxpass", "advmod", "neg")]
    first = min(c.i for c in (verb, *lead))
    bare = not any(c.dep_ in ("nsubj", "nsubjpass", "mark", "expl", "csubj") for c in verb.children)
    return bare and verb.doc[first - 1].text == "," and _is_told(verb)


def _open_clause(mark: Token) -> None:
    """Gives the verb of the sentence its subject behind a phrase of time that the parser took for its clause ("Before *a meeting* of A and B, *police*
    charged"). The subject stands below the verb as before, so no circle can arise.
    """
    verb, occasion = mark.head, hanging.subject_of(mark.head)
    if occasion is None or not mark.i < occasion.i < verb.i:
        return
    inside = (t for t in occasion.subtree if t.dep_ in ("appos", "conj") and t.pos_ in hanging.NAMES)
    last = next((t for t in inside if t.right_edge.i == occasion.right_edge.i), None)
    lead = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "advmod") and c.i > occasion.i)])
    if last is None or last.right_edge.i != lead - 1 or verb.doc[last.left_edge.i - 1].text != ",":
        return
    role = occasion.dep_
    occasion.head, occasion.dep_, mark.dep_ = mark, "pobj", "prep"
    last.head, last.dep_ = verb, role
