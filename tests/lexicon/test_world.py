"""What the stages know of states and craft: lists of states of the lexicon, and words as they are looked up."""

from polybius.actors import vocabulary
from polybius.lexicon.world import world


def test_states_are_those_of_the_lexicon() -> None:
    told = {*world().go_betweens, *world().expeditionary, *world().onlookers, *world().flown_by.values()}
    assert told <= set(vocabulary.words().english)


def test_words_are_small_and_craft_are_either_for_war_or_not() -> None:
    lists = [world().makes_of_fighters, world().craft, world().warcraft, world().creeds, frozenset(world().flown_by)]
    assert all(word == word.lower().strip() and word for words in lists for word in words)
    assert not world().craft & world().warcraft
