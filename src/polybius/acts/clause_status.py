"""What a clause's own words say of whether it happened: its auxiliaries, negations, conditions, questions and habits."""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from polybius.acts import bygone, doubted, tree

WILL = frozenset({"will", "'ll", "wo", "shall", "ll", "’ll"})
MAYBE = frozenset({"would", "could", "might", "may", "can", "ca", "should", "must", "ought", "'d", "’d", "need"})
REFUSING = frozenset({"will", "wo", "would", "shall", "can", "ca", "could"})
NEGATIONS = frozenset(
    {"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "scarcely", "barely", "nobody", "none", "nowhere"}
)
CONDITIONS = frozenset(
    {"if", "unless", "whether", "lest", "provided", "providing", "assuming", "supposing", "should", "once"}
)
EXPECTING, NOBODY = frozenset({"expect", "foresee", "predict"}), frozenset({"nobody", "none"})
PRESENT = frozenset({"VBZ", "VBP"})
CHARGES = frozenset("accuse blame suspect complain criticise criticize allege charge".split())
HABITUAL = frozenset(
    {
        "usually",
        "normally",
        "generally",
        "typically",
        "customarily",
        "routinely",
        "traditionally",
        "habitually",
        "ordinarily",
    }
)
# What is told of a share of all that is traded is so all the time: "*buys almost all of* its gas from B".
TRADING = frozenset({"buy", "sell", "import", "export", "supply", "get", "receive", "provide", "ship", "purchase"})
SHARES = frozenset("all most half third quarter fifth tenth bulk majority % percent cent part much".split())
QUOTES = frozenset("\"'“”‘’")
ASKING = frozenset(
    "did does do is are was were has have had can could will would should why how when where who what which whose".split()
)
ASKING_VERBS = frozenset({"ask", "wonder", "question", "inquire", "enquire"})
# Nouns that say what is meant, asked or free to be done, whoever's: "Peru's *bid* to host".
NEEDING = frozenset(
    """plan bid right decision need move attempt effort time way call vow pledge promise threat deal order offer request refusal failure ability
    chance licence license agreement pact push drive campaign race fight battle struggle bill law proposal motion demand plea appeal duty power
    freedom reason intention desire wish hope readiness willingness job task reluctance haste rush invitation permission urge vote pressure
    strategy scheme plot conspiracy commitment resolve determination opportunity mandate obligation thing something nothing place money cash
    excuse pretext quest mission ambition aim goal temptation idea courage capacity authority tool weapon measure step method""".split()
)
READY = frozenset({"ready", "willing", "prepared", "happy", "glad", "pleased", "delighted", "open"})


def of(verb: Token) -> str:
    """The status that a clause's own words give it: as ``status.of`` says them."""
    auxiliaries = [a for a in auxiliaries_of(verb) if not _is_noun(a)]
    words = {a.lower_ for a in auxiliaries}
    negated = (
        bool(words & NEGATIONS)
        or any(map(_follows_nor, auxiliaries))
        or _no_longer(verb)
        or any(c.dep_ in ("nsubj", "nsubjpass", "dobj") and (_is_nothing(c, verb) or no_noun(c)) for c in verb.children)
    )
    if doubted.is_nearly(verb) or _is_left(verb) or _is_unmet(verb):
        return "negated"
    if negated and not _was_never_till_then(verb):
        return "refused" if words & REFUSING and "have" not in words else "negated"
    if "would" in words and (_is_polite(verb) or is_a_surprise(verb)):
        words.remove("would")
    if words & WILL:
        return "future"
    if words & MAYBE:
        return "future" if "would" in words and _reported(verb) and "have" not in words else "hypothetical"
    if any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in verb.children) or _is_whenever(verb):
        return "hypothetical"
    if _is_inverted(verb) or _is_asked_back(verb) or _is_asked_for(verb):
        return "hypothetical"
    if bygone.is_of_a_time_past(verb):
        return "historical"
    if verb.dep_ == "ROOT" and verb.tag_ == "VB" and "to" in words:
        # A headline's future, "Ottawa *to take* in refugees", or a fragment: "But to kill women and children!"
        return "future" if any(c.dep_ == "nsubj" for c in verb.children) else "hypothetical"
    if _is_headline_future(verb):
        return "future"
    if _is_asked(verb) or (verb.tag_ in PRESENT and _is_habit(verb)) or _is_standing(verb):
        return "hypothetical"
    return "asserted"


def _is_nothing(noun: Token, verb: Token) -> bool:
    """Whether a subject or object is a negation, and not a noun as in "gave *a flat no*", nor of who refuses: "would have *none* of it"."""
    spoken = any(c.dep_ in ("det", "amod") for c in noun.children)
    refusing = noun.lower_ == "none" and noun.dep_ == "dobj" and verb.lemma_ in ("have", "want")
    return noun.lower_ in NEGATIONS and not spoken and not refusing


def no_noun(noun: Token) -> bool:
    """Whether a noun is told to be none: "*no* attack", "*neither* raid"."""
    said = any(c.dep_ in ("det", "neg", "preconj", "cc") and c.lower_ in ("no", "neither") for c in noun.children)
    return said or any(_is_no_more(c) for c in noun.lefts if c.dep_ == "amod")


def _is_no_more(adjective: Token) -> bool:
    """Whether a parser hung on an adjective that there will be none: "will fly *no more* long rockets"."""
    return any(t.lower_ == "no" and t.nbor().lower_ == "more" for t in adjective.subtree)


def auxiliaries_of(verb: Token) -> list[Token]:
    """Auxiliaries and negations of a verb; a coordinated verb without a subject shares its elder's."""
    found = [
        c
        for c in verb.children
        if c.dep_ in ("aux", "auxpass", "neg") or (c.dep_ == "advmod" and c.lower_ in NEGATIONS)
    ]
    if (
        verb.dep_ == "conj"
        and verb.head.pos_ in ("VERB", "AUX")
        and not any(c.dep_ in tree.SUBJECTS for c in verb.children)
    ):
        base_form = (
            verb.tag_ in ("VB", "VBN") or verb.lower_ == verb.lemma_
        )  # "may skip and put", where the tagger takes a past
        elder = auxiliaries_of(verb.head)
        if base_form and not any(c.dep_ == "aux" for c in found):
            found = found + elder
    return found


def _no_longer(verb: Token) -> bool:
    """Whether what was done isn't any more: "*no longer* demand"."""
    return any(
        c.lower_ == "longer" and any(n.lower_ == "no" for n in c.children) for c in verb.children if c.dep_ == "advmod"
    )


def _follows_nor(auxiliary: Token) -> bool:
    """Whether a clause says what wasn't done either: "*nor has* it recalled its envoy", "and *neither did* B"."""
    return auxiliary.i > 0 and auxiliary.nbor(-1).lower_ in ("nor", "neither")


def _was_never_till_then(verb: Token) -> bool:
    """Whether what had never been has come about: "*Never before had* A sent troops to B", "*never since 1979 had* A lost so many"."""
    never = next((c for c in verb.children if c.lower_ == "never"), None)
    had = next((c for c in verb.children if c.lower_ == "had"), None)
    if never is None or had is None or never.i > had.i or never.i + 1 == verb.doc[-1].i:
        return False
    return never.nbor(1).lower_ in ("before", "since") and had.i < verb.i


def _is_unmet(verb: Token) -> bool:
    """Whether what was arranged is told as it would have been: "*was to have met* B on Monday"."""
    perfect = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children) and any(
        c.dep_ == "aux" and c.lower_ == "have" for c in verb.children
    )
    copula = verb.head
    return perfect and verb.tag_ == "VBN" and verb.dep_ == "xcomp" and copula.lemma_ == "be" and copula.tag_ == "VBD"


def _is_left(verb: Token) -> bool:
    """Whether somebody does something else: "*rather than impose* a ban, A sent aid"."""
    than = any(c.dep_ == "mark" and c.lower_ == "than" for c in verb.children)
    return than and verb.tag_ == "VB" and any(c.lower_ == "rather" for c in verb.children)


def _is_headline_future(verb: Token) -> bool:
    """Whether all of a headline says who will do what: "Greek premier *to visit* Ankara", not "a plan *to visit*", "first Pope *to visit*"."""
    doer = verb.head
    if (
        verb.tag_ != "VB"
        or verb.dep_ not in ("acl", "relcl")
        or doer.dep_ != "ROOT"
        or doer.pos_ not in ("NOUN", "PROPN")
    ):
        return False
    marks = [c for c in verb.children if c.dep_ == "aux" and c.lower_ == "to"]
    if not marks or doer.lemma_.lower() in NEEDING or tree.is_one_of_a_row(doer):
        return False
    bare = not any(c.dep_ == "det" or (c.dep_ == "punct" and c.text in ":;?") for c in doer.children)
    return bare and doer.right_edge == verb.right_edge and verb.doc[-1].text != "?"


def _is_polite(verb: Token) -> bool:
    """Whether *would* only softens what somebody is or does: "*would be willing* to mediate", "*would like* to meet B", with no condition; "*would
    have none* of it".
    """
    if verb.lemma_ == "have" and any(c.dep_ == "dobj" and c.lower_ == "none" for c in verb.children):
        return True
    is_ready = any(c.dep_ == "acomp" and c.lower_ in READY for c in verb.children)
    is_ready = is_ready or (verb.lemma_ == "like" and any(c.dep_ == "xcomp" for c in verb.children))
    return is_ready and not any(t.dep_ == "mark" and t.lower_ in CONDITIONS for t in verb.subtree)


def is_a_surprise(verb: Token) -> bool:
    """Whether what *would* be done was done, against what all had thought: "*nobody had expected that* A would accept"."""
    expecting = verb.head
    if verb.dep_ != "ccomp" or expecting.lemma_ not in EXPECTING or expecting.tag_ not in ("VBD", "VBN"):
        return False
    modal = any(c.dep_ == "aux" and c.lower_ in MAYBE | WILL for c in expecting.children)
    expected_by = [c for c in expecting.children if c.dep_ == "nsubj"]
    return not modal and any(c.lower_ in NOBODY or any(g.lower_ == "no" for g in c.children) for c in expected_by)


def _is_noun(auxiliary: Token) -> bool:
    """Whether what a parser takes for an auxiliary is a noun: "as a token of good *will*, A set free ..."."""
    before = auxiliary.nbor(-1).lower_ if auxiliary.i > 0 else ""
    return auxiliary.lower_ == "will" and before in ("good", "ill", "political", "free")


def _is_asked(verb: Token) -> bool:
    """Whether a clause only asks whether or why something was done: "*Did A send* soldiers, as B says?"."""
    last = next((t for t in reversed(verb.doc) if t.text not in QUOTES), None)
    if last is None or last.text != "?" or verb.dep_ not in ("ROOT", "conj"):
        return False
    first = next((t for t in verb.doc if not t.is_punct), verb)
    return first.lower_ in ASKING or first.tag_ in ("WRB", "WP")


def _is_asked_back(verb: Token) -> bool:
    """Whether the sentence itself calls in question what a clause tells: "says that it has beaten B, *but has it?*"."""
    words = list(islice((t for t in reversed(verb.doc) if t.text not in QUOTES), 4))
    if len(words) < 4 or words[0].text != "?":
        return False
    last = [t.lower_ for t in reversed(words)]
    if last[0] not in ("but", "or", ",", "-", "–", "—") or verb.i >= words[3].i:
        return False
    return last[1] in ASKING and words[1].tag_ == "PRP"


def _is_asked_for(verb: Token) -> bool:
    """Whether a clause is what somebody asks the reason for: "asked *why A was arming B*"."""
    asked = verb.dep_ == "ccomp" and verb.head.lemma_ in ASKING_VERBS
    return asked and any(c.dep_ == "advmod" and c.lower_ in ("why", "how") for c in verb.children)


def _is_inverted(verb: Token) -> bool:
    """Whether a condition is told by its word order: "*Had the generals arrested* him, ..."."""
    subject = next((c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), -1)
    leads = any(
        c.dep_ in ("aux", "auxpass") and c.lower_ in ("had", "were", "should") and c.i < subject for c in verb.children
    )
    return leads and verb.dep_ == "advcl"


def _is_habit(verb: Token) -> bool:
    """Whether a clause in the present tense tells what is done again and again ("*usually* fines", "blocks the road *each spring*")."""
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in HABITUAL:
            return True
        if child.dep_ == "npadvmod" and any(c.lower_ in ("each", "every") for c in child.children):
            return True
        if child.dep_ == "prep" and child.lower_ == "as" and any(c.lower_ == "rule" for c in child.children):
            return True
    return verb.lemma_ in TRADING and any(o.lemma_.lower() in SHARES for o in tree.objects(verb))


def _is_standing(verb: Token) -> bool:
    """Whether a clause tells a charge that somebody makes all the time, not one made now: "A, *whom B accuses* of arming C"."""
    if verb.lemma_ not in CHARGES:
        return False
    return verb.tag_ in PRESENT and verb.dep_ == "relcl" and any(c.lower_ == "whom" for c in verb.children)


def _is_whenever(verb: Token) -> bool:
    """Whether a clause tells of any time, not of one ("*when A wants B to yield*, it sends ships")."""
    timed = any(c.dep_ == "advmod" and c.lower_ in ("when", "whenever") for c in verb.children)
    return timed and verb.dep_ == "advcl" and verb.tag_ in ("VBZ", "VBP")


def _reported(verb: Token) -> bool:
    """Whether a clause is the content of something said ("said it would leave"): *would* is then the future."""
    head = verb
    while head.dep_ == "conj":
        head = head.head
    return head.dep_ in ("ccomp", "parataxis") and head.head.pos_ in ("VERB", "AUX", "NOUN")
