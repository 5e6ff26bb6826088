"""What the sentences of a report tell of one another, in the order in which it is asked: sides left out, what is undone or goes on, who is answered.

Each step asks one module of one sentence and of those around it, and changes what ``Parsed`` holds. The order matters: what a step
settles, later ones and later sentences see.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from polybius import answered, athome, drawn_in, facing, matters
from polybius.acts import across, again, befell, claims, crowds, custody, deals, elided, home, owned, repeated, undone
from polybius.acts import sentence as acts
from polybius.acts.act import Act
from polybius.acts.judge import Judge
from polybius.acts.told import Told
from polybius.model import Document, Mention
from polybius.reading import Reading

LEAD, FAR = 5, 40  # sentences that lead a report, and how many back a deal may be told that is judged
NEAR = 2  # sentences around an act that may name whom it is towards
STORY = 4  # sentences before an act that may tell of only two sides
HELD = 5  # sentences back in which somebody may have been seized to whom something is done


@dataclass(slots=True)
class Parsed:
    """A document on its way: what each stage found so far, one entry a sentence."""

    document: Document
    reading: Reading
    docs: list[Doc]
    mentions: list[list[Mention]]
    acts: list[acts.SentenceActs]

    def told(self, first: int, last: int) -> list[Told]:
        """The acts of some sentences, each with the mentions that its parties are positions in."""
        return [(act, self.mentions[n]) for n in range(max(0, first), last) for act in self.acts[n].acts]

    def acts_of(self, numbers: range) -> list[tuple[Sequence[Act], Sequence[Mention]]]:
        """The acts and mentions of some sentences, in the order asked for."""
        return [(self.acts[n].acts, self.mentions[n]) for n in numbers]


def sides_left_out(parsed: Parsed) -> None:
    """Before any judge reads: who did it and to whom, where a sentence leaves that to those before."""
    mentions = parsed.mentions
    for number, done in enumerate(parsed.acts):
        mentions[number] = befell.struck_there(done.acts, befell.suffered(done.acts, mentions[number]))
        mentions[number] = owned.theirs(done.acts, mentions[number])
    for number, done in enumerate(parsed.acts):
        if number:
            done.acts, mentions[number] = elided.complete(done.acts, mentions[number], mentions[number - 1])
        if any(map(deals.may_complete, done.acts)):
            far = max(LEAD, number - FAR)  # bounded: a document may have a hundred thousand sentences
            deals_told = [*parsed.told(0, min(LEAD, number)), *parsed.told(far, number)]
            done.acts, mentions[number] = deals.complete(done.acts, mentions[number], deals_told)
        before, earlier = parsed.told(number - 1, number), parsed.told(number - 4, number - 1)
        lead = parsed.told(0, min(1, number))
        done.acts, mentions[number] = elided.judged(done.acts, mentions[number], before, earlier, lead)
        held = parsed.told(number - HELD, number)
        done.acts, mentions[number] = custody.complete(done.acts, mentions[number], held)
        done.acts, mentions[number] = undone.complete(done.acts, mentions[number], held)
        _claimed(parsed, number)
    for number, done in enumerate(parsed.acts):
        done.acts, mentions[number] = elided.launched(done.acts, mentions[number])


def _claimed(parsed: Parsed, number: int) -> None:
    """Gives the attack that a sentence tells to be claimed to who claims it: that of the nearest sentence before that tells one of nobody."""
    claim = claims.claimant(parsed.docs[number], parsed.mentions[number])
    if claim is None:
        return
    verb, who = claim
    for back in _back(number, STORY):
        done = claims.done_by(who, parsed.acts[back].acts, parsed.mentions[back])
        if done is not None:
            parsed.acts[back].acts, parsed.mentions[back] = done
            parsed.acts[number].acts = claims.told_by(verb, parsed.acts[number].acts)
            return


def sides_before(parsed: Parsed, judge: Judge) -> None:
    """Sides that only the sentence before names, by the second judge."""
    sentences = parsed.reading.sentences
    told = [across.Told(s.plain, s.span.start, known) for s, known in zip(sentences, parsed.mentions, strict=True)]
    for number in range(1, len(told)):
        done = parsed.acts[number]
        done.acts, parsed.mentions[number] = across.complete(done.acts, told[number], told[number - 1], judge)


def at_home(parsed: Parsed) -> None:
    """After the judges: what is told again, whom acts at home befall, crowds and bands that go on."""
    mentions = parsed.mentions
    for number, (doc, sentence, done) in enumerate(
        zip(parsed.docs, parsed.reading.sentences, parsed.acts, strict=True)
    ):
        start, before = sentence.span.start, parsed.told(number - 1, number)
        done.acts, mentions[number] = repeated.repeated(done.acts, mentions[number], doc, before)
        done.acts, mentions[number] = repeated.taking_part(done.acts, mentions[number], doc, before)
        done.acts = befell.died_when(befell.done_when(done.acts), mentions[number])
        done.acts, mentions[number] = owned.answered(done.acts, mentions[number], start)
        done.acts, mentions[number] = home.befallen(done.acts, mentions[number], start)
        neighbours = mentions[number - 1] if number else ()
        done.acts, mentions[number] = athome.befallen(done.acts, mentions[number], neighbours, start)
        held = parsed.told(number - HELD, number)
        mentions[number] = crowds.complete(done.acts, mentions[number], held, before)


def towards_whom(parsed: Parsed, alone: bool) -> None:
    """Whom the same hand hits again, who vouches, and whom an act is towards that names nobody; ``alone``: no sentence around is asked."""
    mentions, docs = parsed.mentions, parsed.docs
    for number, (doc, sentence, done) in enumerate(zip(docs, parsed.reading.sentences, parsed.acts, strict=True)):
        hit = [] if alone else parsed.told(number - HELD, number)
        done.acts, mentions[number] = again.complete(done.acts, mentions[number], hit)
        done.vouchers = acts.vouchers_of(done.acts, mentions[number], doc)
        if not alone:
            nearest = _back(number, STORY)
            named = [(docs[n], mentions[n]) for n in nearest[:NEAR]]
            done.acts, mentions[number] = matters.complete(done.acts, mentions[number], named)
            done.acts, mentions[number] = drawn_in.helping_after(done.acts, mentions[number], named)
            done.acts, mentions[number] = facing.complete(
                (done.acts, mentions[number]), done.vouchers, parsed.acts_of(nearest), sentence.span.start
            )
            done.acts, done.vouchers = drawn_in.without_bare(done.acts, done.vouchers)


def who_answers(parsed: Parsed) -> None:
    """Whose a plan is that somebody answers, whom an offer is made to by who answers it."""
    for number, done in enumerate(parsed.acts):
        after = range(number + 1, min(number + 1 + NEAR, len(parsed.acts)))
        done.acts, parsed.mentions[number] = answered.complete(
            (done.acts, parsed.mentions[number]), parsed.acts_of(_back(number, NEAR)), parsed.acts_of(after)
        )


def _back(number: int, far: int) -> range:
    """The sentences before one, the nearest first."""
    return range(number - 1, max(-1, number - 1 - far), -1)
