"""Whether a party can be the one to whom an act is done: nobody praises things, leaves his own land as such or asks whom he sends."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from polybius.acts import tree, within
from polybius.acts.act import VERBAL, Act
from polybius.acts.selection import INSTRUMENTS, is_town
from polybius.model import Mention

JUDGING = frozenset({"SUPPORT", "ACCUSE", "PROTEST", "REJECT"})
WHERE = frozenset("in across through near around at over".split())
GIVING = frozenset({"AGREE", "AID", "CONSULT", "SUPPORT", "COOPERATE"})
SENDING = frozenset(
    "send dispatch deploy lend contribute second fly airlift detach spare offer provide supply pull withdraw".split()
)
OVER_LAND = frozenset({"ASSAULT", "RETREAT"})  # in which forces move over a land
OFFICIAL_FORCES = frozenset({"", "GOV", "MIL", "COP"})
HOSTILE, FORCES = frozenset({"THREATEN", "ASSAULT", "MOBILIZE"}), frozenset({"MIL", "PRM", "SPY"})
# What one may get or have in a body of many, and words for coming in: the body is only where that is ("a bid for a *seat on* B").
PLACES_IN = frozenset("seat membership admission accession entry place admittance".split())
COMING_IN, INTO = frozenset({"admit", "accede", "elect", "join"}), frozenset({"in", "on", "to", "into", "of"})
# What somebody may refuse that is meant for another: he does that other no harm by it.
MEASURES = frozenset(
    "sanction embargo resolution motion war strike boycott blockade intervention measure tariff ban no-fly".split()
)
AGAINST, BLAMING = (
    frozenset({"against", "on"}),
    frozenset("condemn denounce criticise criticize censure deplore".split()),
)
BORDERS = frozenset({"border", "frontier"})
GATHERINGS = frozenset("session meeting summit conference assembly sitting forum gathering".split())
# What only says which of several somebody is: "*the first* to attack was B".
STANDING_IN = frozenset({"in", "near", "outside", "at", "inside", "off", "across", "along", "on"})


QUARRELS = frozenset("matter case dispute issue row complaint question quarrel affair grievance it".split())
HIT = frozenset("shoot down sink destroy intercept hit attack strike bomb seize jam capture blow burn".split())
TAKING_TO = frozenset({"take", "refer", "bring", "carry", "submit", "put"})


class Receivers:
    """Says of the parties of one sentence what may befall them."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        self._doc, self._mentions = doc, mentions

    def may_receive(self, recipient: int, act: Act) -> bool:
        """Whether somebody may be the one to whom an act is done; the methods asked here say when not. Nobody does a thing to weapons of no country or
        speaks to things ("fired *59 missiles*", "warned that *jets* will come").
        """
        mention = self._mentions[recipient]
        if act.type in OVER_LAND and (self._is_own_ground(mention, act) or self._is_only_near(mention, act)):
            return False
        if mention.actor.country is None and self.is_thing(mention.head):
            return False
        if act.type in VERBAL and (self._is_unspoken_to(mention, act) or self._is_own_state(recipient, act)):
            return False
        if act.type in VERBAL and (self._is_only_where(recipient, act) or self._is_only_beside(mention, act)):
            return False
        if act.type == "REQUEST" and self._only_leads(mention):
            return False
        if act.type == "REQUEST" and self._is_to_get(mention, act):
            return False
        if act.type == "REJECT" and len(act.recipients) > 1 and self._is_to_be_hit(mention):
            return False
        if act.type in GIVING and self._is_sent(mention, act):
            return False
        if act.type == "CONSULT" and len(act.actors) > 1 and self._is_talked_about(mention, act):
            return False
        if act.type in JUDGING and act.mode != "investigate" and self._suffers(mention, act):
            return False
        if act.type == "MOBILIZE" and (self._is_called_up(mention, act) or self._is_guarded(recipient, act)):
            return False
        if act.type == "PROTEST" and mention.head >= 0 and within.is_end_of_a_way(self._doc[mention.head]):
            return False
        return act.type not in HOSTILE or not self._is_own_force(mention, act)

    def _is_appealed_to(self, mention: Mention) -> bool:
        """Whether a quarrel is only taken to somebody ("would *take the matter to* the World Trade Organization"): it is another's."""
        head = self._doc[mention.head] if mention.head >= 0 else None
        if head is None or head.dep_ != "pobj" or head.head.lower_ not in ("to", "before"):
            return False
        verb = head.head.head if head.head.head.pos_ == "VERB" else head.head.head.head
        taken = any(c.dep_ in ("dobj", "nsubjpass") and c.lemma_.lower() in QUARRELS for c in verb.children)
        return verb.lemma_ in TAKING_TO and taken

    def _is_only_where(self, recipient: int, act: Act) -> bool:
        """Whether a party is only where something stood or is to be: reports "in *the press*", a speaker's own region ("a road across *Syunik*")."""
        mention = self._mentions[recipient]
        if mention.head < 0 or self._doc[mention.head].dep_ != "pobj":
            return False
        preposition = self._doc[mention.head].head.lower_
        if mention.actor.sector == "JRN" and preposition == "in":
            return True
        town = is_town(mention) or (mention.place and mention.actor.sector == "GOV")  # a capital
        return preposition in WHERE and town and any(self.at_home(recipient, a) for a in act.actors)

    def _is_only_beside(self, mention: Mention, act: Act) -> bool:
        """Whether a party only meets where something is said, is one of the lands that say it of one another, or the body of which another is to be
        one.
        """
        joined = act.type in GIVING | JUDGING and len(act.recipients) > 1 and self._is_to_be_joined(mention)
        appealed = act.type in ("THREATEN", "ACCUSE") and self._is_appealed_to(mention)
        return joined or appealed or self._is_gathered_at(mention) or self._is_one_of_the_doers(mention, act)

    def _is_gathered_at(self, mention: Mention) -> bool:
        """Whether a party only meets where something is said ("backed B at a session *of the board*")."""
        head = self._doc[mention.head] if mention.head >= 0 else None
        of = None if head is None else head.head.head if head.dep_ == "poss" else head.head
        if of is None or of.lower_ != "of" or of.head.lemma_.lower() not in GATHERINGS:
            return False
        return of.head.dep_ == "pobj" and of.head.head.lower_ in ("at", "during")

    def _is_to_be_joined(self, mention: Mention) -> bool:
        """Whether a party is a body in which another is to have a place ("backed its bid for a *seat on* the council", "be *admitted to* the Union")."""
        head = self._doc[mention.head] if mention.head >= 0 else None
        if head is None or head.dep_ != "pobj" or head.head.lower_ not in INTO:
            return False
        above = head.head.head
        coming = above.lemma_ in COMING_IN and above.pos_ == "VERB"
        return coming or (above.pos_ == "NOUN" and above.lemma_.lower() in PLACES_IN)

    def _is_one_of_the_doers(self, mention: Mention, act: Act) -> bool:
        """Whether several lands say it of one another, and a party is of one of them ("A and B traded insults, with A's press mocking *B's king*")."""
        doing = {self._mentions[a].actor.country for a in act.actors}
        return len(doing) > 1 and mention.actor.country in doing - {None}

    def _is_to_get(self, mention: Mention, act: Act) -> bool:
        """Whether a party is named as who is to be given what is asked for ("demanded that *NATO* be given command")."""
        if mention.head < 0:
            return False
        head = self._doc[mention.head]
        given = head.dep_ == "nsubjpass" and act.token.is_ancestor(head.head)
        return given and any(c.dep_ == "dobj" for c in head.head.children)

    def _is_only_near(self, mention: Mention, act: Act) -> bool:
        """Whether a land only says where a blow fell beside it: "a camp *near Venezuela*", "a post *near the border with Iraq*"."""
        if mention.head < 1 or mention.actor.sector or act.type != "ASSAULT":
            return False
        word = self._doc[mention.head]
        above = word.head
        bordering = self._doc[above.i - 1] if above.lower_ == "with" else above  # wherever the parser hung the phrase
        if bordering.lemma_.lower() in BORDERS:
            return bordering.dep_ == "pobj" and bordering.head.lower_ == "near"
        named = bool(mention.why) and mention.why[0].startswith("country name")
        return named and word.dep_ == "pobj" and above.lower_ == "near"

    def _is_to_be_hit(self, mention: Mention) -> bool:
        """Whether a party is whom a measure would hit or blame: "sanctions *on B*", "a motion *against B*", "a resolution condemning *B*"."""
        if mention.head < 0:
            return False
        above = self._doc[mention.head].head
        on = above.dep_ == "prep" and above.lower_ in AGAINST and above.head.lemma_.lower() in MEASURES
        blamed = above.dep_ in ("acl", "relcl") and above.lemma_.lower() in BLAMING
        return on or (blamed and above.head.lemma_.lower() in MEASURES)

    def _is_talked_about(self, mention: Mention, act: Act) -> bool:
        """Whether those who confer talk only of a party ("A and B discussed *Chad's* use of mines")."""
        matters = act.match.fillers("T")
        return mention.head >= 0 and any(t.is_ancestor(self._doc[mention.head]) for t in matters)

    def _is_sent(self, mention: Mention, act: Act) -> bool:
        """Whether a party of nobody else is what the doer sends or lends ("offered to send *a battalion*", "a team of *doctors*", "to fly *them* in")."""
        if mention.head < 0:
            return False
        head = self._doc[mention.head]
        if head.dep_ == "pobj" and head.head.lower_ == "of":
            head = head.head.head
        sent = head.dep_ == "dobj" and head.head.lemma_ in SENDING
        return sent and mention.actor.country in {None, *(self._mentions[a].actor.country for a in act.actors)}

    def _suffers(self, mention: Mention, act: Act) -> bool:
        return mention.head >= 0 and within.is_sufferer(self._doc[mention.head], praised=act.type == "SUPPORT")

    def _is_own_ground(self, mention: Mention, act: Act) -> bool:
        """Whether a party is only where its own forces go ("the army swept through *the south of Mali*", "rebels left *Goma*")."""
        acting = [self._mentions[a].actor for a in act.actors]
        if not acting or any(a.country != mention.actor.country for a in acting):
            return False
        if act.type == "ASSAULT":
            return not mention.actor.sector and all(a.sector in OFFICIAL_FORCES for a in acting)
        return mention.place or not mention.actor.sector or is_town(mention)

    def _only_leads(self, mention: Mention) -> bool:
        """Whether a party is named as who is to lead something ("called for a *UN*-led inquiry")."""
        return mention.head >= 0 and tree.leads(self._doc[mention.head])

    def _is_own_state(self, recipient: int, act: Act) -> bool:
        """Whether one who speaks for a state would speak to that state, or to its capital ("the ambassador denied that *Russia* ...")."""
        whole = self._mentions[recipient].nature == "state" or not self._mentions[recipient].actor.sector
        whole = whole and not self._mentions[recipient].place
        return whole and any(
            self.at_home(recipient, a) and self._mentions[a].actor.sector in ("GOV", "MIL", "SPY") for a in act.actors
        )

    def _is_own_force(self, mention: Mention, act: Act) -> bool:
        """Whether a party is forces that are called somebody's, and may be the doer's: not "two of *its soldiers* were killed by B's"."""
        if mention.actor.sector not in FORCES or mention.head < 0:
            return False
        lands = {self._mentions[a].actor.country for a in act.actors}
        if act.type == "ASSAULT" and lands and mention.actor.country not in lands | {None}:
            return False
        return any(c.tag_ == "PRP$" for c in self._doc[mention.head].children)

    def _is_called_up(self, mention: Mention, act: Act) -> bool:
        """Whether a party of nobody else is what the doer musters or moves ("called out *the national guard*")."""
        if mention.head < 0 or self._doc[mention.head] not in tree.objects(act.token):
            return False
        return mention.actor.country in {None, *(self._mentions[a].actor.country for a in act.actors)}

    def _is_guarded(self, recipient: int, act: Act) -> bool:
        """Whether forces are moved to guard what is the doer's own ("is sending marines to Mali to guard *its embassy*")."""
        if self._mentions[recipient].actor.sector != "GOV":
            return False
        head = self._mentions[recipient].head
        owned = head >= 0 and any(c.lower_ in ("its", "their") for c in self._doc[head].children)
        return owned and any(self.at_home(recipient, a) for a in act.actors)

    def _is_unspoken_to(self, mention: Mention, act: Act) -> bool:
        """Whether a party is named by a thing, to which nobody speaks; but for what somebody threatens to hit ("to shoot down *Chadian drones*")."""
        head = mention.head
        hit = (
            act.type == "THREATEN"
            and head >= 0
            and self._doc[head].dep_ == "dobj"
            and self._doc[head].head.lemma_ in HIT
        )
        return self.is_thing(head) and not hit

    def is_thing(self, head: int) -> bool:
        """Whether the word at a position names a weapon or another thing, not somebody."""
        return head >= 0 and self._doc[head].lemma_.lower() in INSTRUMENTS  # below 0: named in the sentence before

    def at_home(self, place: int, party: int) -> bool:
        """Whether two parties are of one land."""
        return self._mentions[place].actor.country == self._mentions[party].actor.country


def stands_there(place: Token, deed: Token) -> bool:
    """Whether a thing that a deed befalls stands in a place: "its attack on a village *in Thailand*", not "its attack *in Thailand*"."""
    preposition = place.head
    thing = preposition.head
    if place.dep_ != "pobj" or preposition.lower_ not in STANDING_IN or thing == deed or thing.pos_ != "NOUN":
        return False
    return thing.dep_ in ("dobj", "nsubjpass", "pobj") and deed.is_ancestor(thing)
