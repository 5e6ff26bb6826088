"""The remembered attribute ruler answers as the ruler itself does."""

from __future__ import annotations

import importlib

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from polybius import remembered
from polybius.acts import check, frames
from polybius.language import DEFAULT_MODEL, UNUSED

# Openers of rules of several words, words with another tag than usual, spaces.
TRICKY = [
    "There is no deal.", "Y'all ain't gonna win, let's go.", "There  were\ttalks \n in Oslo.", "Let's meet.", "They gotta leave there.",
    "That is what the US said.", "It's theirs; there's nothing.",
]  # fmt: skip


def load() -> Language:
    loaded: Language = importlib.import_module(DEFAULT_MODEL).load(exclude=UNUSED)
    return loaded


def told(docs: list[Doc]) -> list[list[tuple[object, ...]]]:
    return [[(t.pos, str(t.morph), t.lemma, t.tag, t.dep, t.head.i) for t in doc] for doc in docs]


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    own = [case.text for case in check.cases(frames.index().frames.values())]
    return [*TRICKY, *own[::8]]


def test_answers_are_the_rulers_own(sentences: list[str]) -> None:
    plain, remembering = load(), load()
    remembered.remember(remembering)
    wanted = told(list(plain.pipe(sentences)))
    for _ in range(2):  # learning, and from memory
        assert told(list(remembering.pipe(sentences))) == wanted


def test_what_was_learned_elsewhere_changes_nothing(sentences: list[str]) -> None:
    one, other = load(), load()
    for nlp in (one, other):
        remembered.remember(nlp)
    list(one.pipe(reversed(sentences)))
    assert told(list(one.pipe(sentences))) == told(list(other.pipe(sentences)))


def test_a_ruler_that_looks_elsewhere_is_left_alone() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"SHAPE": "Xx"}]], {"POS": "X"})  # type: ignore[attr-defined]
    remembered.remember(nlp)
    assert dict(nlp.pipeline)["attribute_ruler"] is ruler
