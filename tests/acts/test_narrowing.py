"""Which patterns of a word a sentence can hold."""

from __future__ import annotations

from polybius.acts import frames, patterns
from polybius.acts.narrowing import Narrowing

TOLD = [patterns.parse(text, {}) for text in ("be subj=A obj(ally,friend)", "be subj=A", "be subj=A against=R obj(vote)", "be subj=A with|at=R")]  # fmt: skip


def test_a_pattern_is_possible_where_each_of_its_needs_has_a_word() -> None:
    narrowing = Narrowing(TOLD)
    assert narrowing.possible({"be", "ghana"}) == [1]
    assert narrowing.possible({"be", "friend", "at", "vote"}) == [0, 1, 3]
    assert narrowing.possible({"be", "vote", "against"}) == [1, 2]


def test_the_index_leaves_what_trying_in_turn_leaves() -> None:
    index = frames.index()
    words = frozenset("the envoy be call off talk with say that army have take town from rebel after attack on".split())
    for head, entries in index.heads.items():
        tried = [e for e in entries if not any(need.isdisjoint(words) for need in e[1].needs)]
        assert index.possible(head, words) == tried
    assert index.possible(("v", "no such verb"), words) == []
