"""The judge's say on what frames read, with verdicts made by hand."""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

import pytest

from polybius import Coder, Document
from polybius.acts import unseen
from polybius.acts.judge import Judge, Judged, Verdict
from polybius.acts.marked import STATUSES, TYPES, Range
from polybius.model import Event

Table = Mapping[tuple[str, str], Mapping[str, float]]
Code = Callable[..., list[Event]]
NOBODY = "-"


class Told:
    """Answers from a table: shares of types (and of statuses) by the words of actor and recipient; what isn't told is no relation."""

    def __init__(self, words: Sequence[str], table: Table) -> None:
        self._words, self._table = [*words, NOBODY], table

    def ask(self, actor: int, recipient: int) -> Verdict:
        told = self._table.get((self._words[actor], self._words[recipient]), {})
        types = {t: told.get(t, 0.0) for t in TYPES}
        types["NONE"] = round(1 - sum(types.values()), 4)
        statuses = {s: told.get(s, 0.0) for s in STATUSES}
        statuses["asserted"] = round(1 - sum(statuses.values()), 4)
        return Verdict(types, statuses)


class ByHand:
    """A judge that holds one table for every sentence."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def read(self, text: str, parties: Sequence[Sequence[Range]]) -> Judged:
        return cast(Judged, Told([text[r[0][0] : r[0][1]] for r in parties], self._table))


@pytest.fixture
def judged(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> Code:
    """Codes a sentence with a table in the judge's place."""

    def code(text: str, table: Table) -> list[Event]:
        monkeypatch.setattr(coder, "judges", (cast(Judge, ByHand(table)),))
        return list(coder.code(Document(text=text)).events)

    return code


def test_judges_read_in_turn_while_an_act_stands_and_share_the_say(
    coder: Coder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def code(*tables: Table) -> list[Event]:
        monkeypatch.setattr(coder, "judges", tuple(cast(Judge, ByHand(t)) for t in tables))
        return list(coder.code(Document(text=BOMBED)).events)

    sure, otherwise = {("Sudan", "Chad"): {"ASSAULT": 0.9}}, {("Sudan", "Chad"): {"COERCE": 1.0}}
    assert [e.type for e in code(otherwise)] == ["COERCE"]
    assert [e.type for e in code(sure, otherwise)] == ["ASSAULT"]
    assert code({}, sure) == []


def told(events: list[Event]) -> list[tuple[str, list[str], list[str], str]]:
    return [(e.type, [a.text for a in e.actors], [r.text for r in e.recipients], e.status) for e in events]


BOMBED = "Sudan bombed Chad."


def test_what_the_judge_takes_for_nothing_is_dropped(judged: Code) -> None:
    assert told(judged(BOMBED, {})) == []


def test_what_it_agrees_with_stands(judged: Code) -> None:
    table = {("Sudan", "Chad"): {"ASSAULT": 0.9}, ("Sudan", NOBODY): {"ASSAULT": 0.9}}
    assert told(judged(BOMBED, table)) == [("ASSAULT", ["Sudan"], ["Chad"], "asserted")]


def test_it_renames_only_what_it_reads_otherwise_by_far(judged: Code) -> None:
    doubtful = judged(BOMBED, {("Sudan", "Chad"): {"ASSAULT": 0.4, "COERCE": 0.5}})
    assert told(doubtful) == [("ASSAULT", ["Sudan"], ["Chad"], "asserted")]
    sure = judged(BOMBED, {("Sudan", "Chad"): {"ASSAULT": 0.01, "COERCE": 0.97}})
    assert told(sure) == [("COERCE", ["Sudan"], ["Chad"], "asserted")]
    assert sure[0].mode is None and any("judge: reads COERCE" in reason for reason in sure[0].why)


def test_an_act_towards_nobody_named_stays_without_its_recipient(judged: Code) -> None:
    events = judged("Sudan bombed Chad.", {("Sudan", NOBODY): {"ASSAULT": 0.8}})
    assert told(events) == [("ASSAULT", ["Sudan"], [], "asserted")]
    assert any("not towards 'Chad'" in reason for reason in events[0].why)


def test_a_status_that_it_is_sure_of_is_taken_over(judged: Code) -> None:
    table = {("Sudan", "Chad"): {"ASSAULT": 0.9, "negated": 0.95}}
    assert [e.status for e in judged(BOMBED, table)] == ["negated"]


def test_a_pair_that_no_frame_joins_becomes_an_act_with_its_reason(judged: Code) -> None:
    text = "Sudan with its flags amused Chad."
    assert told(judged(text, {("Sudan", "Chad"): {"REJECT": unseen.FIND - 0.01}})) == []
    events = judged(text, {("Sudan", "Chad"): {"REJECT": 0.97}})
    assert told(events) == [("REJECT", ["Sudan"], ["Chad"], "asserted")]
    assert any("no frame fits" in reason for reason in events[0].why)


def test_an_act_of_which_one_party_is_named_needs_more(judged: Code) -> None:
    text = "Chad amused the flags of Norway."
    assert told(judged(text, {("Chad", NOBODY): {"MOBILIZE": unseen.FIND_OF_ONE - 0.01}})) == []
    assert told(judged(text, {("Chad", NOBODY): {"MOBILIZE": 0.97}})) == [("MOBILIZE", ["Chad"], [], "asserted")]


def test_of_what_befalls_somebody_only_harm_is_told_without_a_doer(judged: Code) -> None:
    text = "Chad was amused in the row of flags of Norway."
    assert told(judged(text, {(NOBODY, "Chad"): {"ASSAULT": 0.97}})) == [("ASSAULT", [], ["Chad"], "asserted")]
    assert told(judged(text, {(NOBODY, "Chad"): {"SUPPORT": 0.97}})) == []


def test_who_stands_beside_a_name_is_whom_it_names(judged: Code) -> None:
    text = "Idriss Deby, the Chadian president, has attacked Sudan."
    table = {
        ("Idriss Deby, the Chadian president", "Sudan"): {"ASSAULT": 0.9},
        ("Idriss Deby, the Chadian president", NOBODY): {"ASSAULT": 0.9},
        ("the Chadian president", NOBODY): {"ASSAULT": 0.97},
        ("the Chadian president", "Sudan"): {"ASSAULT": 0.97},
    }
    assert [(e[0], e[1]) for e in told(judged(text, table))] == [("ASSAULT", ["Idriss Deby, the Chadian president"])]


def test_nobody_threatens_his_own_forces(judged: Code) -> None:
    table = {("Erdogan", "his forces"): {"THREATEN": 0.9}, ("Erdogan", NOBODY): {"THREATEN": 0.9}}
    events = told(judged("Erdogan has threatened to send his forces to fight.", table))
    assert [(e[0], e[2]) for e in events] == [("THREATEN", [])]


def test_who_speaks_for_a_state_speaks_to_others(judged: Code) -> None:
    table = {("The Russian ambassador", "Russia"): {"REJECT": 0.9}, ("The Russian ambassador", NOBODY): {"REJECT": 0.9}}
    events = told(judged("The Russian ambassador denied Russia had produced the poison.", table))
    assert [(e[0], e[2]) for e in events] == [("REJECT", [])]


def test_an_act_that_has_nobody_is_done_by_whom_the_judge_is_sure_of(judged: Code) -> None:
    text = "The torture of Norwegian prisoners by soldiers from Chad went on."
    table = {
        ("soldiers from Chad", "Norwegian prisoners"): {"ASSAULT": 0.8},
        (NOBODY, "Norwegian prisoners"): {"ASSAULT": 0.9},
    }
    assert told(judged(text, table)) == [("ASSAULT", ["soldiers from Chad"], ["Norwegian prisoners"], "asserted")]


@pytest.mark.parametrize(("share", "actors"), [(0.95, ["Sudan"]), (0.8, [])])
def test_a_pronoun_of_nobody_gives_way_to_whom_the_judge_is_surer_of(
    judged: Code, share: float, actors: list[str]
) -> None:
    text = "As France and Sudan were asleep, he threatened Chad."
    table = {
        ("he", "Chad"): {"THREATEN": 0.9},
        ("Sudan", "Chad"): {"THREATEN": share},
        (NOBODY, "Chad"): {"THREATEN": 0.9},
    }
    assert [event[1] for event in told(judged(text, table)) if event[1] != ["he"]] == [actors] * bool(actors)


def test_quick_coders_ask_the_first_judge_only() -> None:
    assert len(Coder(quick=True).judges) == 1
    assert [e.type for e in Coder(quick=True).code(Document(text=BOMBED)).events] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("sure", "actors"),
    [(("Peru", "Chile"), ["Peru", "Chile"]), (("Peru",), ["Peru"])],
)
def test_who_is_listed_with_whom_it_finds_takes_part_where_it_thinks_so(
    judged: Code, sure: tuple[str, ...], actors: list[str]
) -> None:
    table = {(who, "Togo"): {"AID": 0.95 if who == "Peru" else 0.8} for who in sure}
    assert told(judged("Peru and Chile painted the hall in Togo's harbour.", table)) == [
        ("AID", actors, ["Togo"], "asserted")
    ]


def test_it_names_whom_an_act_of_several_befalls(judged: Code) -> None:
    table = {(who, "Togo"): {"ACCUSE": 0.9} for who in ("Peru", "Chile")} | {("Peru", NOBODY): {"ACCUSE": 0.9}}
    events = judged("Peru and Chile protested over the voyage of a ship that belongs to Togo.", table)
    assert [(e.type, [r.text for r in e.recipients]) for e in events] == [("ACCUSE", ["Togo"])]


def test_an_announced_deed_has_the_share_of_the_deed(judged: Code) -> None:
    table = {("Sudan", "Chad"): {"SANCTION": 0.9, "THREATEN": 0.05}}
    (event,) = judged("Sudan announced that it will impose sanctions on Chad.", table)
    (doubtful,) = judged(
        "Sudan announced that it will impose sanctions on Chad.", {("Sudan", "Chad"): {"THREATEN": 0.4}}
    )
    assert (event.type, doubtful.type) == ("THREATEN", "THREATEN")
    assert event.confidence > doubtful.confidence
