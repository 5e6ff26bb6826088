"""The judge's say on a sentence's acts: which of them stand, who else they befall, and which no frame saw.

Frames propose with a reason; the judge, who reads the whole sentence, turns down what it takes for no act, names
recipients that no slot holds, and adds acts between two parties that no frame knows. Each change stands in ``why``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from polybius.acts import confidence, overruled, receivers, tree
from polybius.acts.act import RECIPROCAL, Act
from polybius.acts.deals import RETOLD
from polybius.acts.doers import is_told_before
from polybius.acts.elided import COMPARED, OWN_ACCOUNT
from polybius.acts.judge import NOBODY, Judge, Reading, Together, Verdict
from polybius.acts.recast import GIVEN_UP
from polybius.acts.receivers import Receivers
from polybius.acts.selection import MUTUAL, NO_COUNTRY, has_unknown_doer, refused
from polybius.acts.unseen import BEFALLING, TO_PLACES, Unseen
from polybius.model import Mention

# Shares of the judge, chosen on held-out sentences of our own (benchmarks/judge/events.py, docs/decisions/judge.md).
NOTHING = 0.5  # when "no relation" has more, an act doesn't befall its recipient, or is doubtful
SURELY_NOTHING = 0.8  # it is dropped when that has more
OVERRULE = 5.0  # how many times the share of the frame's type another must have to take its place
RENAME = 0.7  # and the least that it must have
ALONE = 0.5  # an act that doesn't befall its recipient is kept without one when its type has more
JOIN = 0.7  # a party with more becomes the recipient of an act that has none
DO = 0.5  # a party with more becomes the actor of an act that has none
SUBSTITUTE = 0.9  # and stands for a pronoun that the report doesn't settle, or acts in another clause
DOUBT, REBIND = 0.4, 0.6  # a recipient with less gives way to one with more
OF_ANOTHER = 0.15  # an act with less towards its recipient is done to nobody ("denied that it had tortured *him*"), or is doubtful
DOUBTED = 0.3  # the share of an act in which a judge sees nothing and whose frame's words leave no doubt
WORTH = 0.02  # confidence from which an act that the first judge left standing is read again
CONFIRMED = 0.95  # a frame's act with more needs no other judge (measured: 1 of 474 right events of our running texts is lost by it)
SURE_STATUS = 0.7  # a status with more overrules what the frames read as asserted
# What a judge says of the deed where a frame's own words are a threat: that is made.
UNDONE_YET = frozenset({"hypothetical", "future"})
# What is called after the land that it is about, not after whose it is: "hold a *Syria* conference".
MATTERS = frozenset(
    """conference summit talk meeting forum deal accord agreement peace plan policy strategy crisis war conflict issue question file dossier envoy
    mission campaign election vote border frontier""".split()
)
UNSIGNED = frozenset({"bomb", "blast", "explosion", "mine", "bombing", "attack"})  # whose they are nobody says
MISSIONS = frozenset({"embassy", "consulate"})
MOST_PARTIES = 8
MOST_MENTIONS = 3  # of one party
MOST_MARKS = 24  # all pairs of marks are asked about: a sentence of a thousand names would take hours
TOLD_AHEAD = frozenset({"THREATEN", "AGREE", "CONCEDE"})
# The codebook tells attempts on a life, and a post that armed men try to storm is attacked; a judge reads them as not done.
ATTEMPTED = frozenset({"attempt.assassinate makes it asserted", "attempt.storm makes it asserted"})
FIRST = frozenset({"after", "since", "once"})  # before what came first
FEWEST_PARTIES = 2  # a sentence with fewer and without an act is not judged


class Reviewer:
    """Reviews the acts of one sentence; ``offset`` is where it starts in the document, ``no_acts`` are words that tell none.

    ``judges`` read it in turn, each only when those before left an act standing that may become an event.
    """

    def __init__(
        self,
        judges: Sequence[Judge],
        text: str,
        offset: int,
        doc: Doc,
        mentions: Sequence[Mention],
        no_acts: frozenset[int] = frozenset(),
    ) -> None:
        self._judges, self._text, self._offset, self._doc, self._mentions = judges, text, offset, doc, mentions
        self._no_acts, self._receivers = no_acts, Receivers(doc, mentions)
        self._number: dict[int, int] = {}
        self._judged: Reading | None = None
        self._whose: list[list[int]] = []

    def acts(self, read: Sequence[Act]) -> list[Act]:
        """The acts that stand after review, those that no frame saw last."""
        candidates, self._whose = self._candidates(), self._owners()
        of_a_country = any(self._mentions[c[0]].actor.country for c in candidates)
        if not read and (len(candidates) < FEWEST_PARTIES or not of_a_country):
            return []
        if not of_a_country and all(refused(act, self._mentions) not in ("", NO_COUNTRY) for act in read):
            return list(read)  # nothing that the judge may say makes an event of them
        named = {p for group in (*candidates, *self._whose) for p in group}
        ranges = self._marks({p for act in read for p in (*act.actors, *act.recipients)} | named)
        if not ranges:
            return list(read)
        standing = list(read)
        for number, judge in enumerate(self._judges, start=1):
            judged = judge.read(self._text, ranges)
            self._judged = judged if self._judged is None else Together(self._judged, judged)
            standing = [replace(act, readings=number) for act in self._reviewed(read, candidates)]
            if not any(self._is_worth_it(act) for act in standing):
                break
        return standing

    def _is_worth_it(self, act: Act) -> bool:
        """Whether an act may become an event that is told and isn't sure: only then is another, dear reading worth it. What a frame
        says and a judge confirms as it is, is sure.
        """
        if act.share is not None and act.share >= CONFIRMED and act.match.frame.patterns and not _is_changed(act):
            return False
        return refused(act, self._mentions) in ("", NO_COUNTRY) and confidence.of(act, self._mentions, False) >= WORTH

    def _reviewed(self, read: Sequence[Act], candidates: list[list[int]]) -> list[Act]:
        """The acts that stand before the judge who has just read the sentence."""
        read = [self._without_unlikely(act) for act in read]
        told = {act.type for act in read}
        standing = [kept for act in read if (kept := self._kept(act, told, read)) is not None]
        standing = [self._without_unlikely(self._done_by(self._without_scene(act), candidates)) for act in standing]
        standing = [self._completed(self._rebound(act, candidates), candidates) for act in standing]
        unseen = Unseen(
            self._doc,
            self._mentions,
            self._whose,
            self._no_acts,
            self._receivers,
            self.ask,
            self._same,
            self._with_listed,
        )
        standing += unseen.between_two(standing, candidates)
        return [*standing, *unseen.of_one(standing, candidates)]

    def _marks(self, positions: set[int]) -> list[list[tuple[int, int]]]:
        """Where the mentions at some positions stand in the sentence; each gets its number. All whom one "their" stands for share a mark:
        several at one word the judges never learned.
        """
        ranges: list[list[tuple[int, int]]] = []
        numbers: dict[tuple[int, int], int] = {}
        for position in sorted(positions)[:MOST_MARKS]:
            mention = self._mentions[position]
            start, end = (mention.actor.span.start - self._offset, mention.actor.span.end - self._offset)
            if mention.head >= 0 and 0 <= start < end <= len(self._text):
                if (start, end) not in numbers:
                    numbers[start, end] = len(ranges)
                    ranges.append([(start, end)])
                self._number[position] = numbers[start, end]
        return ranges

    def ask(self, actors: Sequence[int], recipients: Sequence[int], type_: str | None = None) -> Verdict | None:
        """The judge on mentions by position: of several pairs the one that tells most of ``type_``, or most of any; None
        when none of them stands in the sentence.
        """
        assert self._judged is not None
        acting = [self._number[p] for p in actors if p in self._number]
        receiving = [self._number[p] for p in recipients if p in self._number]
        if not acting and not receiving:
            return None
        verdicts = [self._judged.ask(a, r) for a in acting or [NOBODY] for r in receiving or [NOBODY]]
        return max(verdicts, key=lambda v: v.types[type_] if type_ else -v.none)

    def _kept(self, act: Act, told: set[str], read: Sequence[Act]) -> Act | None:
        """The act with its share and status; renamed or None when the judge reads something else than was ``read``."""
        acting, receiving = self._anywhere(act.actors), self._anywhere(act.recipients)
        verdict = self._either_way(act.type, acting, receiving)
        if verdict is None or self._is_compared(act):
            return act
        if self._is_before_mission(act) or overruled.tells_whom_itself(act, self._mentions):
            # A judge sees the crowd, or what is said or ordered; whom it is towards, the words say.
            verdict = self.ask(acting, ()) or verdict
        share = verdict.types[act.type]
        if GIVEN_UP in act.why and share < OF_ANOTHER:
            blown_up = self.ask(acting, (), "ASSAULT")  # a judge sees what is blown up, not whose it is
            if blown_up is not None and blown_up.types["ASSAULT"] > share:
                verdict, share = blown_up, blown_up.types["ASSAULT"]
        best = verdict.best()
        if overruled.is_told_beside(act, best, read):
            return self._with_status(replace(act, share=verdict.types[best]), verdict)
        if overruled.is_sure(act) and share < DOUBTED:
            kept = verdict.none < SURELY_NOTHING or act.type in BEFALLING or act.type == "REJECT"
            return replace(act, share=DOUBTED, recipients=act.recipients if kept else ())
        if verdict.none > NOTHING or share < OF_ANOTHER:
            without = self._to_nobody(act)
            if without is not None or verdict.none > SURELY_NOTHING:
                return without
        befalls = self.ask((), receiving, act.type) if receiving else None
        act = replace(act, befalls=befalls.types[act.type] if befalls else None)
        ruled = overruled.stands(act, best)
        if overruled.means_the_same(act, best, self._mentions):
            ruled, share = True, verdict.types[best]
        elif ruled and act.type == "THREATEN":  # a judge may see what is announced and not that it is
            share = max(share, verdict.types[act.match.frame.type or act.type])
        if ruled or verdict.types[best] < max(RENAME, OVERRULE * share) or best in told:
            return self._with_status(replace(act, share=share), verdict)
        reason = f"judge: reads {best} ({verdict.types[best]:.2f}) where the frame reads {act.type} ({share:.2f})"
        # A threat or a promise is made when it is told.
        status = "asserted" if act.status == "future" and best in TOLD_AHEAD else act.status
        renamed = replace(act, type=best, mode=None, status=status, share=verdict.types[best], why=(*act.why, reason))
        return self._with_status(overruled.declined(renamed), verdict)

    def _either_way(self, type_: str, acting: Sequence[int], receiving: Sequence[int]) -> Verdict | None:
        """The judge on a pair; on who met or worked with whom, and on those who lay down arms, the surer of both directions ("*France hosted the Libyan
        premier*"; "*the rebels* were disarmed" reads as done to them).
        """
        verdict = self.ask(acting, receiving, type_)
        turned = (type_ in MUTUAL and acting and receiving) or (type_ == "RETREAT" and acting and not receiving)
        back = self.ask(receiving, acting, type_) if turned else None
        return back if verdict and back and back.types[type_] > verdict.types[type_] else verdict

    def _is_compared(self, act: Act) -> bool:
        """Whether who acts is named as who does so at other times, or was named before and stands here as something else: a judge, who reads the
        name there, sees nothing done now.
        """
        return any(why.endswith((COMPARED, OWN_ACCOUNT, RETOLD)) for a in act.actors for why in self._mentions[a].why)

    def _is_before_mission(self, act: Act) -> bool:
        """Whether people protest at the gate of another land's embassy: it is towards that land."""
        heads = {self._mentions[r].head for r in act.recipients}
        return (
            act.type == "PROTEST"
            and bool(heads)
            and all(h >= 0 and self._doc[h].lemma_.lower() in MISSIONS for h in heads)
        )

    def _anywhere(self, parties: Sequence[int]) -> list[int]:
        """Parties with their other mentions in the sentence ("China said *it* opposed"): an act is theirs wherever they stand, but not where
        they are only the place.
        """
        names = {self._name(p) for p in parties}
        return [
            n
            for n, m in enumerate(self._mentions)
            if self._name(n) in names and (n in parties or not (m.place and m.head >= 0))
        ]

    def _without_unlikely(self, act: Act) -> Act:
        """The act without recipients to whom nobody does such a thing."""
        kept = tuple(r for r in act.recipients if self._receivers.may_receive(r, act))
        return act if kept == act.recipients else replace(act, recipients=kept)

    def _without_scene(self, act: Act) -> Act:
        """The act without the place where others of its land suffer it ("arrested monks *in Lhasa*"), or others at the doer's own home ("stormed B's
        embassy *in the capital*").
        """
        suffering = {r for r in act.recipients if not self._mentions[r].place}
        lands = {self._mentions[r].actor.country for r in suffering}
        own = {self._mentions[a].actor.country for a in act.actors} if lands - {None} else set()
        off = lands | own
        listed = {t.i for r in suffering if (head := self._mentions[r].head) >= 0 for t in self._doc[head].conjuncts}
        kept = tuple(
            r
            for r in act.recipients
            if r in suffering or self._mentions[r].actor.country not in off or self._mentions[r].head in listed
        )
        return act if kept == act.recipients else replace(act, recipients=kept)

    def _to_nobody(self, act: Act) -> Act | None:
        """What is left of an act that doesn't befall whom the frame says: the act without him where the judge sees one, or None."""
        alone = self.ask(act.actors, ()) if act.recipients and act.actors else None
        if alone is not None and len(act.actors) > 1:  # "A and B agreed to exchange prisoners": with one another
            among = self.ask(act.actors[:1], act.actors[1:], act.type)
            alone = max(alone, among or alone, key=lambda verdict: verdict.types[act.type])
        if alone is None or alone.types[act.type] < ALONE:
            return None
        names = ", ".join(repr(self._mentions[r].actor.text) for r in act.recipients)
        if act.type in TO_PLACES and all(
            receivers.stands_there(self._doc[self._mentions[r].head], act.token) for r in act.recipients
        ):
            reason = f"judge: {act.type} ({alone.types[act.type]:.2f}); what it befalls stands in {names}"
            return replace(act, share=alone.types[act.type], why=(*act.why, reason))
        reason = f"judge: {act.type} ({alone.types[act.type]:.2f}), but not towards {names}"
        return replace(act, recipients=(), share=alone.types[act.type], why=(*act.why, reason))

    def _with_status(self, act: Act, verdict: Verdict) -> Act:
        status = verdict.status()
        act = replace(act, happened=verdict.statuses["asserted"])
        if (
            act.status != "asserted"
            or act.type == "REJECT"
            or not ATTEMPTED.isdisjoint(act.why)
            or verdict.statuses[status] < SURE_STATUS
            or status == act.status
            or (act.type == act.match.frame.type == "THREATEN" and status in UNDONE_YET)
        ):
            return act
        return replace(act, status=status, why=(*act.why, f"judge: {status} ({verdict.statuses[status]:.2f})"))

    def _candidates(self) -> list[list[int]]:
        """Parties that may act or be acted on: known ones that the sentence names, each with all its mentions."""
        groups: dict[object, list[int]] = {}
        for position, mention in enumerate(self._mentions):
            actor = mention.actor
            if mention.head < 0 or not (actor.country or actor.sector) or mention.kind in ("modifier", "stranger"):
                continue
            head = self._doc[mention.head]
            if self._receivers.is_thing(mention.head) or tree.ruled_out(head) or tree.leads(head):
                continue
            identity = (actor.country, actor.sector, actor.id if actor.country else actor.text)
            groups.setdefault(identity, []).append(position)
        return [group[:MOST_MENTIONS] for group in groups.values()][:MOST_PARTIES]

    def _owners(self) -> list[list[int]]:
        """Those whose a thing is that is no party itself ("a *Moroccan* lorry"): what is done to it is done to them."""
        heads = {m.head for m in self._mentions}
        groups: dict[object, list[int]] = {}
        for position, mention in enumerate(self._mentions):
            if mention.kind != "modifier" or mention.head < 0 or not mention.actor.country or mention.place:
                continue
            thing = self._doc[mention.head].head
            if thing.i in heads or thing.lemma_.lower() in MATTERS or tree.leads(self._doc[mention.head]):
                continue
            groups.setdefault(mention.actor.country, []).append(position)
        return [group[:MOST_MENTIONS] for group in groups.values()][:MOST_PARTIES]

    def _rebound(self, act: Act, candidates: Sequence[Sequence[int]]) -> Act:
        """The act with another recipient, where the judge doubts the frame's and is sure of one."""
        if len(act.recipients) != 1 or len(act.actors) != 1 or act.share is None or act.share > DOUBT:
            return act
        best, recipient = self._recipient(act, candidates)
        if best < REBIND or self._same(recipient, act.recipients[0]):
            return act
        before, name = (self._mentions[p].actor.text for p in (act.recipients[0], recipient))
        reason = f"judge: {name!r} is its recipient ({best:.2f}), not {before!r} ({act.share:.2f})"
        return replace(act, recipients=(recipient,), share=best, why=(*act.why, reason))

    def _done_by(self, act: Act, candidates: Sequence[Sequence[int]]) -> Act:
        """The act with the party that does it, where its frame names none, or a pronoun that is nobody's, and the judge is sure of one."""
        if any(self._mentions[a].kind != "pronoun" or self._mentions[a].actor.country for a in act.actors):
            return act
        cited = (
            act.token.dep_ == "dobj" and act.token.head.lemma_ == "cite"
        )  # "left, citing *threats*": not the leaver's
        if cited or act.token.dep_ == "amod" or (not act.actors and self._is_done_by_other(act.token)):
            return act
        if not act.actors and has_unknown_doer(act):
            return act  # "was expelled from the party *by a committee*"
        able = [
            p
            for group in candidates
            for p in group
            if self._mentions[p].actor.country
            and not self._mentions[p].place
            and not tree.reckons(self._doc[self._mentions[p].head])
            and not _owns_another(self._doc[self._mentions[p].head], act.token)
            and not any(self._same(p, r) for r in act.recipients)
        ]
        asked = [(v.types[act.type], p) for p in able if (v := self.ask([p], act.recipients)) is not None]
        doubtful = bool(act.actors) or any(c.dep_ == "nsubj" and c.tag_ == "PRP" for c in act.token.children)
        doubtful = doubtful or is_told_before(act.token)  # "was drafted by A after *the test*": whose, was told
        sure = [
            (share, p)
            for share, p in asked
            if share >= (SUBSTITUTE if doubtful or self._is_of_another_clause(p, act.token) else DO)
        ]
        share, actor = max(sure, key=lambda row: row[0], default=(0.0, -1))
        if actor < 0:
            return act
        reason = f"judge: {self._mentions[actor].actor.text!r} does it ({share:.2f})"
        return self._with_listed(replace(act, actors=(actor,), share=share, why=(*act.why, reason)))

    def _is_of_another_clause(self, party: int, deed: Token) -> bool:
        """Whether a party stands in a clause below or beside the deed's, or above it where another party is the subject of the deed's own ("*A* hosts
        refugees, while B ended its help for C") or the deed came first ("*A's* troops went in after an attack killed four").
        """
        head = self._doc[self._mentions[party].head]
        if tree.is_below_another_clause(head, deed):
            return True
        own = tree.clause_of(deed)
        if own.is_ancestor(head):
            return False
        heads = {m.head for m in self._mentions}
        subjects = [s for s in own.children if s.dep_ == "nsubj" and s != head]
        first = any(c.dep_ == "mark" and c.lower_ in FIRST for c in own.children)
        # "left B as *a bomb* killed nine"
        blown = own.dep_ == "advcl" and any(s.lemma_ in UNSIGNED for s in subjects)
        return blown or any(first or s.i in heads for s in subjects)

    def _is_done_by_other(self, verb: Token) -> bool:
        """Whether an active verb has a subject that is no party and no weapon ("*tensions* threaten to lead to war")."""
        heads = {m.head for m in self._mentions}
        subjects = [tree.antecedent(c) for c in verb.children if c.dep_ == "nsubj"]
        return any(s.pos_ == "NOUN" and s.i not in heads and not self._receivers.is_thing(s.i) for s in subjects)

    def _completed(self, act: Act, candidates: Sequence[Sequence[int]]) -> Act:
        """The act with the party that it befalls, where its frame names none and the judge is sure of one."""
        if act.recipients or not act.actors or act.share is None:
            return act
        if len(act.actors) > 1 and (act.type in RECIPROCAL or act.match.fillers("B")):
            return act  # they may have done it to one another
        best, recipient = self._recipient(act, candidates)
        if best < JOIN:
            return act
        name = self._mentions[recipient].actor.text
        beside = act.type in RECIPROCAL and self._are_in_one_breath(recipient, act.actors)
        if beside or act.match.fillers(
            "B"
        ):  # "*A and B* pilots ended an exercise"; "spoke of C in a call with B": both called
            reason = f"judge: with {name!r} ({best:.2f})"
            return replace(act, actors=(recipient, *act.actors), share=best, why=(*act.why, reason))
        reason = f"judge: {name!r} is its recipient ({best:.2f})"
        return self._with_listed(replace(act, recipients=(recipient,), share=best, why=(*act.why, reason)))

    def _are_in_one_breath(self, party: int, others: Sequence[int]) -> bool:
        """Whether a party is named together with others."""
        group = self._mentions[party].group
        return group >= 0 and any(self._mentions[o].group == group for o in others)

    def _with_listed(self, act: Act) -> Act:
        """The act with those who are listed with its doer or its recipient as far as the judge thinks so too ("*Norway, Ireland and Spain* ...")."""
        doing = [p for a in act.actors for p in self._listed(a, act) if self._tells(act, [p], act.recipients)]
        act = replace(act, actors=(*act.actors, *dict.fromkeys(doing)))
        suffering = [p for r in act.recipients for p in self._listed(r, act) if self._tells(act, act.actors, [p])]
        return replace(act, recipients=(*act.recipients, *dict.fromkeys(suffering)))

    def _tells(self, act: Act, actors: Sequence[int], recipients: Sequence[int]) -> bool:
        verdict = self.ask(actors, recipients, act.type)
        return verdict is not None and verdict.types[act.type] >= JOIN

    def _listed(self, party: int, act: Act) -> list[int]:
        """Who is told in one list with a party and has no part in an act."""
        head = self._mentions[party].head
        heads = {t.i for t in self._doc[head].conjuncts if not tree.ruled_out(t)} if head >= 0 else set()
        if head >= 0:
            heads.add(head)  # "troops *from Mali and Togo*"
        taking_part = (*act.actors, *act.recipients)
        return [
            n
            for n, m in enumerate(self._mentions)
            if m.head in heads
            and m.actor.country
            and m.kind not in ("modifier", "stranger")
            and not any(self._same(n, p) for p in taking_part)
        ]

    def _recipient(self, act: Act, candidates: Sequence[Sequence[int]]) -> tuple[float, int]:
        """The share and the mention of the party that an act befalls most likely."""
        best, recipient = 0.0, -1
        for group in (*candidates, *self._whose):
            for other in group:
                mention = self._mentions[other]
                if any(self._same(other, a) for a in act.actors) or mention.actor.country is None:
                    continue
                if not self._receivers.may_receive(other, act) or self._is_in_matter(act, mention):
                    continue
                if self._acts_elsewhere(act, mention):
                    continue
                if mention.place and (act.type not in TO_PLACES or self._receivers.at_home(other, act.actors[0])):
                    continue
                verdict = self.ask(act.actors, [other], act.type if len(act.actors) > 1 else None)
                if verdict is not None and verdict.types[act.type] > best:
                    best, recipient = verdict.types[act.type], other
        return best, recipient

    def _acts_elsewhere(self, act: Act, mention: Mention) -> bool:
        """Whether a party is the subject of another clause that isn't below an act: there it acts by itself ("*France* left, and B was worried")."""
        head = self._doc[mention.head]
        whole = act.token.pos_ == "VERB" and any(c.dep_ in ("nsubj", "nsubjpass") for c in act.token.children)
        return whole and head.dep_ in ("nsubj", "nsubjpass") and not act.token.is_ancestor(head)

    def _is_in_matter(self, act: Act, mention: Mention) -> bool:
        """Whether a party is named inside what is rejected, not as who is: "its opposition *to new sanctions against B*"."""
        return act.type == "REJECT" and act.token.pos_ == "NOUN" and act.token.is_ancestor(self._doc[mention.head])

    def _same(self, one: int, other: int) -> bool:
        return self._name(one) == self._name(other)

    def _name(self, position: int) -> tuple[str | None, str, str]:
        """Who a mention is; one beside a name ("Lewis, *the chairman*") is whom that names."""
        head = self._mentions[position].head
        if head >= 0 and self._doc[head].dep_ == "appos":
            above = self._doc[head].head.i
            position = next((n for n, m in enumerate(self._mentions) if m.head == above), position)
        actor = self._mentions[position].actor
        return (actor.country, actor.sector, actor.name)


def _owns_another(party: Token, deed: Token) -> bool:
    """Whether somebody is told as whose another thing is, an object of the clause ("follows movements *of A* since an attack on B"): nothing says that
    the deed, too, is his.
    """
    of = party.head
    if party.dep_ == "conj":
        return _owns_another(of, deed)
    if deed.pos_ != "NOUN" or party.dep_ != "pobj" or of.lower_ != "of" or of.head.pos_ != "NOUN":
        return False
    return of.head != deed and of.head.dep_ in ("pobj", "dobj")


def _is_changed(act: Act) -> bool:
    """Whether a judge has had a say in an act's parties, type or status."""
    return any(reason.startswith("judge: ") for reason in act.why)
