"""The learned judge: what it is asked, and that its answers are shares that nothing around them changes."""

import pytest

from polybius.acts.judge import NOBODY, Judge
from polybius.acts.marked import BERT, LONGEST, STATUSES, TYPES, encode
from polybius.lexicon import ontology

TEXT = "France bombed Libya while Norway thanked Ghana."
PARTIES = [[(0, 6)], [(14, 19)], [(26, 32)], [(41, 46)]]


def letters(text: str) -> list[int]:
    return [1000 + ord(c) for c in text]


def test_parties_stand_between_their_marks() -> None:
    ids, marks = encode("A hit B", [[(0, 1)], [(6, 7)]], letters)
    assert [ids[m[0]] for m in marks] == [BERT.open, BERT.open]
    assert [ids[m[0] + 1] for m in marks] == letters("AB")
    assert ids.count(BERT.close) == 2


def test_a_party_named_twice_has_two_marks_and_parties_may_nest() -> None:
    ids, marks = encode("A hit B of A", [[(0, 1), (11, 12)], [(6, 12)]], letters)
    assert [len(m) for m in marks] == [2, 1]
    assert ids[marks[1][0] + 1] == 1000 + ord("B") and ids[marks[0][1] + 1] == 1000 + ord("A")


def test_parties_beyond_the_cut_have_no_mark_and_do_nothing() -> None:
    ids, marks = encode("x" * 1000, [[(0, 5)], [(990, 995)]], letters)
    assert len(ids) <= LONGEST + 1 and marks[0] and not marks[1]
    far = Judge().read("word " * 500 + "Iran", [[(0, 4)], [(2500, 2504)]])
    assert far.ask(0, 1).none == 1.0


def test_answers_are_shares_and_always_the_same() -> None:
    judge = Judge()
    first = judge.read(TEXT, PARTIES).ask(0, 1)
    judge.read(TEXT[:20], PARTIES[:2]).ask(1, 0)
    assert judge.read(TEXT, PARTIES).ask(0, 1) == first
    assert sum(first.types.values()) == pytest.approx(1, abs=0.01) and set(first.types) == set(TYPES)
    assert sum(first.statuses.values()) == pytest.approx(1, abs=0.01) and set(first.statuses) == set(STATUSES)


def test_each_pair_has_its_own_answer() -> None:
    judged = Judge().read(TEXT, PARTIES)
    assert judged.ask(0, 1).best() == "ASSAULT"
    assert judged.ask(2, 3).best() == "SUPPORT"
    assert judged.ask(0, NOBODY).best() == "ASSAULT"


def test_the_judge_and_the_ontology_know_the_same_types() -> None:
    assert set(TYPES[1:]) == set(ontology.types())
