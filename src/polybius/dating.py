"""Dates the events of one document: what the parse knows of tense, given to ``when``; undated reports worked out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from spacy.tokens import Doc, Token

from polybius import when
from polybius.acts.clause_status import WILL, is_a_surprise
from polybius.acts.status import BARGAINS, FUTURE_AUXILIARIES, is_in_force
from polybius.model import Actor, Document, Mention, Span, When

FORMERLY = frozenset({"former", "ex", "late", "ousted", "deposed", "onetime", "sometime", "erstwhile", "then"})
# What a clause tells more of: "the attack *that killed* ten" is as new as the attack.
DEEDS = frozenset(
    "attack strike raid blast bombing explosion shooting clash protest march rally riot talk talks meeting summit visit deal agreement "
    "accord statement speech letter decision move ruling vote law decree order resolution launch test operation offensive".split()
)
SAYING = frozenset(
    "say tell suggest add warn claim argue insist announce declare urge call accuse condemn praise welcome deny reject".split()
)
DISCLOSING = frozenset("disclose reveal admit acknowledge divulge confess concede".split())  # what is told late
BESIDES = frozenset("although though whereas because after before unless".split())  # open a clause of another time
HEARINGS = frozenset("inquest court jury trial tribunal inquiry hearing coroner commission".split())
_YEAR = re.compile(r"1\d{3}|20\d{2}")
# What a year before it names, and how it comes to be.
WRITTEN = frozenset(
    """accord treaty pact agreement deal law act constitution convention truce ceasefire cease-fire armistice resolution memorandum protocol charter
    code statute border frontier boundary line""".split()
)
MAKING = frozenset(
    "sign ratify adopt pass enact conclude reach agree negotiate draft draw approve strike make clinch initial".split()
)
SEASONS = frozenset(
    """spring summer autumn fall winter start beginning middle end half month week year day night morning evening january february march april
    may june july august september october november december""".split()
)
TIMED = DEEDS | SEASONS  # a year behind one of these is the act's own
FORMER_TIMES = frozenset("previously formerly once originally initially earlier".split())
# Days that only news names so; not "Bloody Sunday".
_NEWS_DAY = re.compile(
    r"(?<!Bloody )(?<!Black )(?<!Good )(?<!Palm )(?<!Easter )\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Tt]oday|[Yy]esterday|[Tt]onight|"
    r"[Tt]his (?:morning|afternoon|evening)|[Ll]ast night)\b(?!['’]s)"
)
_NEW = re.compile(r"\bnew(?:ly elected)? (?:president|prime minister|chancellor|premier|king|leader)\b", re.IGNORECASE)
RULING = frozenset({"rule", "govern", "reign"})
BYGONE_YEARS = 2  # since the end of an office: a party still called by it is told of as of then


class Terms(Protocol):
    """Tells the terms of office of an actor entry."""

    def terms(self, id_: str) -> Sequence[tuple[date | None, date | None, str]]:
        """First day, last day (None: open or unknown) and what the office was."""


class Clock:
    """Dates events of one document; works out the document's own day when it names none."""

    def __init__(self, document: Document, actors: Iterable[Actor], lexicon: Terms) -> None:
        self._text, self._published, self._lexicon = document.text, document.published, lexicon
        self._worked_out: When | None = None
        self._reason = ""
        if document.published is None:
            found = when.document_dates(document.text, list(_in_office(actors, lexicon)))
            self._worked_out = found.when
            self._reason = "; ".join([*found.reasons, *(f"conflict: {c}" for c in found.conflicts)])

    def date(
        self,
        sentence: Span,
        trigger: Span,
        modifiers: Sequence[Span],
        status: str,
        token: Token,
        asides: Sequence[Span] = (),
        backgrounds: Sequence[Span] = (),
    ) -> tuple[When | None, str, str]:
        """When an act took place, the reason, and its status (historical when it lies far back)."""
        found, reason = when.event_when(
            self._text,
            sentence,
            trigger,
            modifiers,
            self._published,
            tense(token, status),
            asides,
            backgrounds,
            is_apart(token),
        )
        if found is None and self._worked_out is not None:
            return self._worked_out, f"the report's own day, worked out: {self._reason}", status
        if found is not None and found.basis.endswith(when.ASIDE) and _is_disclosed(token):
            return (
                When(None, found.end, "interval", "before publication"),
                f"had been before it was told: {reason}",
                status,
            )
        back = when.is_historical(found, self._published) or self._goes_back(found)
        other = _is_anothers(found, token) or (self._goes_back(found) and _is_the_first_since(token))
        if status == "asserted" and back and other and self._published is not None:
            today = When(self._published, self._published, "day", "publication")
            return today, f"publication day: another thing's {reason}", status
        if status == "asserted" and back:
            return found, reason, "historical"
        if found is not None and found.basis == "publication":
            if status == "historical":
                return None, "told as background, and no day is named", status
            if status == "asserted" and _is_earlier(token):
                earlier = When(None, found.end, "interval", "before publication")
                return earlier, "no time named, told as what had been before", status
            before = when.told_before(self._text, sentence, found.end) if found.end and _is_narrated(token) else None
            if before is not None and status == "asserted":
                since = When(before.start, found.end, "interval", "after the time told before")
                status = "historical" if when.is_historical(before, self._published) else status
                return since, f"no time named, told on after {before.start}", status
        return found, reason, status

    def told_of(self, sentence: Span, noun: Span, phrase: Span) -> tuple[When | None, str]:
        """The time that the phrase of a noun tells of it; None where it tells none."""
        found, reason = when.event_when(self._text, sentence, noun, [phrase], self._published, "past")
        own = found is not None and "modifies" in reason and not when.is_historical(found, self._published)
        return (found, reason) if own else (None, reason)

    def _goes_back(self, found: When | None) -> bool:
        """Whether an act is told of all the years since one long past ("25 editors have been killed *since 1992*"): a count, no news."""
        if found is None or found.start is None or self._published is None:
            return False
        return found.basis.startswith("since") and self._published.year - found.start.year >= BYGONE_YEARS

    def bygone(self, parties: Sequence[Actor]) -> str:
        """Why an act of some parties lies far back although no day is named: an office that one of them bears in the text
        ended years before ("met *President Richard Nixon*"); "" when none did.
        """
        if self._published is None:
            return ""
        for actor in parties:
            if actor.id is None or FORMERLY & set(actor.text.lower().replace("-", " ").split()):
                continue
            ends = [
                end
                for _, end, role in self._lexicon.terms(actor.id)
                if role and role.lower() in actor.text.lower() and actor.text.lower() != role.lower()
            ]
            known = [end.year for end in ends if end is not None]
            if ends and len(known) == len(ends) and max(known) <= self._published.year - BYGONE_YEARS:
                return f"{actor.name} bore the office named until {max(known)}"
        return ""


def _is_the_first_since(token: Token) -> bool:
    """Whether an act is news as the first of its kind in years: "it was *the first time* A had visited B since the war ended in 2000"."""
    around = [*token.ancestors, *token.subtree]
    if any(t.lower_ == "never" for t in around) and any(t.lower_ == "had" for t in token.children):
        return True  # "never since 1979 had A sent so many"
    return any(t.lemma_ == "time" and any(c.lower_ == "first" for c in t.children) for t in around)


def _is_anothers(found: When | None, token: Token) -> bool:
    """Whether a time is what something has lasted since, and the act stands in the simple past: "*struck* a town that B has held *since 2012*"."""
    verb = _verb(token)
    if found is None or not found.basis.startswith("since") or verb is None or verb.tag_ != "VBD":
        return False
    return not any(c.lower_ in ("has", "have", "had") for c in verb.children)


def is_news(sentence: str) -> bool:
    """Whether a sentence tells a day or a person as only the news of that day does ("met President Nixon *on Tuesday*", "Lebanon's *new president*"):
    a report is older than its day then.
    """
    return _NEWS_DAY.search(sentence) is not None or _NEW.search(sentence) is not None


# Whose *of* or *with* tells the deed of which somebody is found guilty or suspected.
CHARGED = frozenset("accuse charge convict suspect guilty acquit clear absolve indict".split())


def rulers(trigger: Token, mentions: Sequence[Mention]) -> list[Actor]:
    """Under whom an act was done, or while who ruled: "*under President Nixon*", "when *President Nixon* ruled"."""
    doc = trigger.doc
    clause = next((t for t in (trigger, *trigger.ancestors) if t.pos_ in ("VERB", "AUX") or t.head == t), trigger)
    found = []
    for mention in mentions:
        head = doc[mention.head] if mention.head >= 0 and mention.nature == "person" else None
        above = head.head if head is not None else None
        if head is None or above is None:
            continue
        under = head.dep_ == "pobj" and above.lower_ == "under" and above.head in (trigger, clause)
        while_ = (
            head.dep_ == "nsubj"
            and above.lemma_ in RULING
            and above.dep_ == "advcl"
            and above.head in (trigger, clause)
        )
        if under or while_:
            found.append(mention.actor)
    return found


def backgrounds(doc: Doc, trigger: Token, support: Token | None) -> Iterator[tuple[int, int]]:
    """Character ranges in which a year long past is that of what they describe, not of the act that a predicate tells: clauses about somebody
    or something ("begged B for the soldiers *promised in 1997*"), years that say which ("repealed the law *of 1987*", "in breach of the *1991* accord") and
    what an act is over ("is being tried *for the killing of B in 1985*").
    """
    for word in doc:
        if _is_matter(word, (trigger, support)) and not word.is_ancestor(trigger):
            last = _with_year(word) if _is_perfect(trigger) else word.right_edge
            yield word.left_edge.idx, last.idx + len(last)
            continue
        if word.dep_ == "relcl" or (word.dep_ == "acl" and word.tag_ == "VBN"):
            described, first = word.head, word.left_edge
        elif word.dep_ == "pobj" and word.head.lower_ == "of" and _YEAR.fullmatch(word.text):
            described, first = word.head.head, word.head
        else:
            if _says_which(word, trigger):
                yield word.idx, word.idx + len(word)
            continue
        own = described in (trigger, support) or word == trigger or word.is_ancestor(trigger)
        own = own or (word.dep_ == "pobj" and described.is_ancestor(trigger))  # "the massacre of 1982, *when*"
        if described.pos_ in ("NOUN", "PROPN") and not own and described.lemma_.lower() not in TIMED:
            yield first.idx, word.right_edge.idx + len(word.right_edge)


def _says_which(year: Token, trigger: Token) -> bool:
    """Whether a year before what is written or drawn only says which one it is ("a breach of the *1991* accord"), and not when it was made."""
    matter = year.head
    if matter.lemma_.lower() not in WRITTEN or not _YEAR.fullmatch(year.text) or year.i > matter.i:
        return False
    return matter != trigger and trigger.lemma_ not in MAKING


def _is_matter(preposition: Token, telling: tuple[Token, Token | None]) -> bool:
    """Whether a phrase tells the deed that an act is over: "*over* the killing of B", "*for* ordering raids", "*into* the sinking of B", "convicted
    *of* killing B".
    """
    if preposition.dep_ != "prep":
        return False
    under = preposition.head
    charged = preposition.lower_ in ("of", "with", "in") and under.lemma_.lower() in CHARGED
    if preposition.lower_ not in ("over", "about", "into", "for") and not charged:
        return False
    if under not in telling and not (
        under.dep_ in ("dobj", "pobj", "nsubjpass") and any(t in telling for t in under.ancestors)
    ):
        return False
    matters = (c for c in preposition.children if c.dep_ in ("pobj", "pcomp"))
    return any(c.dep_ == "pcomp" or any(g.dep_ == "prep" and g.lower_ == "of" for g in c.children) for c in matters)


def _with_year(matter: Token) -> Token:
    """The last word of what an act is over with a year right behind it: "over the killing of B *in 1985*"."""
    behind = matter.doc[matter.right_edge.i + 1 : matter.right_edge.i + 3]
    dated = len(behind) == 2 and behind[0].lower_ in ("in", "of") and _YEAR.fullmatch(behind[1].text)
    return behind[1] if dated else matter.right_edge


def _is_perfect(trigger: Token) -> bool:
    """Whether an act is told as just done: "*has opened* a probe"."""
    verb = _verb(trigger)
    return verb is not None and any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)


def _in_office(actors: Iterable[Actor], lexicon: Terms) -> Iterable[tuple[date | None, date | None, str]]:
    """Terms of those whom the report names with their office, once each."""
    seen = set()
    for actor in actors:
        if actor.id is None or actor.id in seen:
            continue
        said = actor.text.lower()
        if not FORMERLY.isdisjoint(said.replace("-", " ").split()):
            continue  # "former President A" speaks outside the term
        held = [(start, end, role) for start, end, role in lexicon.terms(actor.id) if role and role.lower() in said]
        if held:
            seen.add(actor.id)
            first = min((start for start, _, _ in held if start), default=None) if all(s for s, _, _ in held) else None
            last = max(end for _, end, _ in held if end) if all(end for _, end, _ in held) else None
            yield first, last, f"{actor.name} was {held[0][2]} from {first or '?'} to {last or 'now'}"


def settled_in(token: Token) -> Token | None:
    """The bargain under which something will be done: "*under an accord* of Friday A and B will hold talks in May"; what is promised was so on its day."""
    verb = _verb(token)
    under = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "under") if verb is not None else ()
    bargains = (b for preposition in under for b in preposition.children if b.dep_ == "pobj")
    return next((b for b in bargains if b.lemma_.lower() in BARGAINS), None)


def is_apart(token: Token) -> bool:
    """Whether an act is told in passing of who or what the sentence tells something else of, on a day of its own: "engineers *released* by A landed
    on Thursday".
    """
    verb = _verb(token)
    if verb is None or verb != token or verb.dep_ != "acl" or verb.tag_ != "VBN":
        return False
    return verb.head.pos_ in ("NOUN", "PROPN") and verb.head.dep_ in ("nsubj", "nsubjpass")


def _is_narrated(token: Token) -> bool:
    """Whether an act stands in the simple past of a narrative, not in what somebody is said to have said."""
    verb = _verb(token)
    if verb is None or verb.tag_ != "VBD" or verb.lemma_ in SAYING:
        return False
    perfect = any(c.lower_ in ("had", "has", "have") for c in verb.children)
    return not perfect and not any(word.dep_ == "ccomp" for word in (verb, *verb.ancestors))


def _verb(token: Token) -> Token | None:
    return next((word for word in (token, *token.ancestors) if word.pos_ in ("VERB", "AUX")), None)


def _is_earlier(token: Token) -> bool:
    """Whether an act is told as what had been before the report's own matter: in the past perfect outside what somebody says,
    in the past by a clause about a party or thing ("militants *who fought* beside them", "the shops *that B shut*"), with "previously" or its like, or as what
    a court was told.
    """
    verb = _verb(token)
    if verb is None:
        return False
    former = [c for c in verb.children if c.dep_ == "advmod" and c.lower_ in FORMER_TIMES]
    if any(_is_of_day(c) for c in former):
        return False
    if former or _is_heard(verb) or _is_already_done(verb):
        return True
    perfect = any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.children)
    if verb.dep_ == "relcl":
        linked = any(
            c.lower_ in ("who", "whom", "which", "that") and c.dep_ in ("nsubj", "nsubjpass", "dobj")
            for c in verb.children
        )
        return linked and verb.head.lemma_ not in DEEDS and (perfect or _is_past(verb))
    quoted = any(word.dep_ == "ccomp" for word in (verb, *verb.ancestors))
    return perfect and not quoted


def _is_disclosed(token: Token) -> bool:
    """Whether an act in the past perfect had been some time before it became known: "A *had called off* the talks, it *disclosed* last week"."""
    verb = _verb(token)
    perfect = verb is not None and any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.children)
    return perfect and verb is not None and verb.dep_ == "ccomp" and verb.head.lemma_ in DISCLOSING


def _is_already_done(verb: Token) -> bool:
    """Whether a clause tells what had come before the news: "*has already shut* three banks"."""
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have", "had") for c in verb.children)
    return perfect and any(c.dep_ == "advmod" and c.lower_ == "already" for c in verb.children)


def _is_of_day(word: Token) -> bool:
    """Whether "earlier" is earlier on the report's own day: "*earlier in the day*"."""
    return word.lower_ == "earlier" and word.doc[word.i + 1 : word.i + 4].text.lower() in ("in the day", "on the day")


def _is_heard(verb: Token) -> bool:
    """Whether an act is what a court or an inquiry was told: "was killed in X, *an inquest heard*"."""
    for word in (verb, *verb.ancestors):
        hearing = word.head if word.dep_ == "ccomp" else None
        if hearing is not None and hearing.lower_ in ("heard", "hears", "told"):
            return any(c.lower_ in HEARINGS for c in hearing.children)
    return False


def _is_past(verb: Token) -> bool:
    passive = any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.children)
    return verb.tag_ == "VBD" or passive


def tense(token: Token, status: str) -> str:
    """past, present or future, by the verb of the clause in which a word stands."""
    if status == "future":
        return "future"
    if is_in_force(token) or _is_followed(token) or ((verb := _verb(token)) is not None and is_a_surprise(verb)):
        return "past"
    here = token
    for _ in range(12):
        if here.pos_ in ("VERB", "AUX"):
            words = {c.lower_ for c in here.children if c.dep_ in ("aux", "auxpass")}
            if words & WILL or (here.lower_ in FUTURE_AUXILIARIES and not _is_done(here)):
                return "future"
            if here.tag_ in ("VBD", "VBN") or words & {"had", "has", "have", "was", "were", "did"}:
                return "past"
            if here.tag_ in ("VBZ", "VBP") and here.dep_ == "ROOT":
                return "present"
        if here.head == here:
            break
        here = here.head
    return "past"


def _is_followed(noun: Token) -> bool:
    """Whether a noun tells what something comes after: "the summit *follows an accord* in October"."""
    return noun.pos_ == "NOUN" and noun.dep_ == "dobj" and noun.head.lemma_ == "follow"


def _is_done(verb: Token) -> bool:
    """Whether "set" tells what somebody did, not what is to come: "*set* fire to a bank on Thursday", not "*set* talks for Thursday"."""
    to_come = any(c.dep_ == "xcomp" or (c.dep_ == "prep" and c.lower_ == "for") for c in verb.children)
    return verb.lower_ == "set" and verb.tag_ in ("VBD", "VBP") and not to_come
