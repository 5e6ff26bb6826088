"""The attribute ruler's and the lemmatizer's answers, remembered.

What the ruler sets for a word hangs on its tag and dependency, and on its spelling if a rule names that; the lemma on spelling, part of speech and
form. spaCy's ruler runs a matcher over every sentence, which costs a quarter of parsing; its lemmatizer seeks unknown words in lists of
up to 57,000. A pipeline whose rules look at anything else, or that has parts of its own for these, is left as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, cast

from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, MorphAnalysis, Token

_LOOKED_AT = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
_SET = frozenset({"POS", "MORPH", "LEMMA", "TAG", "DEP"})
NAME, LEMMATIZER = "attribute_ruler", "lemmatizer"
MOST = 500_000  # words remembered as named by a rule or not, and with their lemmas

Key = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the ruler leaves of a word, and whether one of its rules of several words begins with such a word."""

    pos: int
    morph: MorphAnalysis
    lemma: int
    tag: int
    dep: int
    opens: bool


def remember(nlp: Language) -> None:
    """Lets the pipeline's attribute ruler and lemmatizer remember their answers, where that can change none."""
    parts = dict(nlp.pipeline)
    ruler, lemmatizer = parts.get(NAME), parts.get(LEMMATIZER)
    if isinstance(ruler, AttributeRuler) and _is_plain(ruler):
        _replace(nlp, NAME, _Remembering(ruler))
    if type(lemmatizer) is EnglishLemmatizer and lemmatizer.mode == "rule" and not lemmatizer.overwrite:
        _replace(nlp, LEMMATIZER, _Lemmas(lemmatizer))


def _replace(nlp: Language, name: str, part: object) -> None:
    parts = cast(Any, nlp)._components
    cast(Any, nlp)._components = [(n, part if n == name else known) for n, known in parts]


def _is_plain(ruler: AttributeRuler) -> bool:
    """Whether the rules look at what a word's key holds only, and set what is remembered."""
    specs = [token for rule in _rules(ruler) for pattern in rule["patterns"] for token in pattern]
    told = {name for rule in _rules(ruler) for name in rule["attrs"]}
    plain = all(set(token) <= _LOOKED_AT and all(_is_known(wanted) for wanted in token.values()) for token in specs)
    return plain and told <= _SET


def _rules(ruler: AttributeRuler) -> list[dict[str, Any]]:
    return cast(list[dict[str, Any]], ruler.patterns)


def _is_known(wanted: object) -> bool:
    return isinstance(wanted, str | bool) or (isinstance(wanted, dict) and set(wanted) <= {"IN", "NOT_IN", "REGEX"})


class _Lemmas:
    """Sets the lemmas that the lemmatizer would set."""

    def __init__(self, lemmatizer: EnglishLemmatizer) -> None:
        self._lemmatize = lemmatizer.rule_lemmatize
        self._known: dict[Key, int] = {}
        index = lemmatizer.lookups.get_table("lemma_index")
        for part in list(index):
            index[part] = frozenset(index[part])

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            if token.lemma:
                continue
            key = (token.orth, token.pos, cast(Any, token.morph).key)
            known = self._known.get(key)
            if known is None:
                token.lemma_ = self._lemmatize(token)[0]
                if len(self._known) < MOST:
                    self._known[key] = token.lemma
            else:
                token.lemma = known
        return doc


class _Remembering:
    """Sets what the ruler would set; asks it about sentences with words that it wasn't asked about, or that may begin its longer rules."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._answers: dict[Key, Answer] = {}
        self._openers = [p[0] for rule in _rules(ruler) for p in rule["patterns"] if len(p) > 1]
        self._named, self._shaped = _spellings(ruler)
        self._told: dict[int, int] = {}

    def __call__(self, doc: Doc) -> Doc:
        tokens = list(doc)
        keys = [(token.tag, self._spelling(token), token.dep) for token in tokens]
        told = [self._answers.get(key) for key in keys]
        if any(answer is None or answer.opens for answer in told):
            return self._asked(doc, tokens, keys, told)
        for token, answer in zip(tokens, cast(list[Answer], told), strict=True):
            token.pos, token.morph = answer.pos, answer.morph
            if answer.lemma:
                token.lemma = answer.lemma
            if token.tag != answer.tag:
                token.tag = answer.tag
            if token.dep != answer.dep:
                token.dep = answer.dep
        return doc

    def _asked(self, doc: Doc, tokens: list[Token], keys: list[Key], told: list[Answer | None]) -> Doc:
        """The sentence as the ruler leaves it; learned from it where no rule of several words may have spoken."""
        opens = [
            answer.opens if answer is not None else any(_fits(token, opener) for opener in self._openers)
            for token, answer in zip(tokens, told, strict=True)
        ]
        doc = self._ruler(doc)
        for token, key, opener in zip(tokens, keys, opens, strict=True):
            if opener or not any(opens):
                self._answers[key] = Answer(token.pos, token.morph, token.lemma, token.tag, token.dep, opener)
        return doc

    def _spelling(self, token: Token) -> int:
        """The word, where a rule may ask for it, else nothing."""
        known = self._told.get(token.lower)
        if known is None:
            asked = token.is_space or token.lower_ in self._named or any(p.search(token.lower_) for p in self._shaped)
            known = token.lower if asked else 0
            if len(self._told) < MOST:
                self._told[token.lower] = known
        return known


def _spellings(ruler: AttributeRuler) -> tuple[frozenset[str], list[re.Pattern[str]]]:
    """The words and patterns of words that any rule asks for."""
    named: set[str] = set()
    shaped = []
    for wanted in (t["LOWER"] for rule in _rules(ruler) for p in rule["patterns"] for t in p if "LOWER" in t):
        if isinstance(wanted, str):
            named.add(wanted)
        else:
            named.update(wanted.get("IN", ()), wanted.get("NOT_IN", ()))
            shaped += [re.compile(wanted["REGEX"])] if "REGEX" in wanted else []
    return frozenset(named), shaped


def _fits(token: Token, wanted: dict[str, Any]) -> bool:
    """Whether a word fits the first word of a rule."""
    own = {"TAG": token.tag_, "LOWER": token.lower_, "DEP": token.dep_, "IS_SPACE": token.is_space}
    for name, value in wanted.items():
        if isinstance(value, dict):
            listed = own[name] in value.get("IN", (own[name],)) and own[name] not in value.get("NOT_IN", ())
            if not listed or not re.search(value.get("REGEX", ""), str(own[name])):
                return False
        elif own[name] != value:
            return False
    return True
