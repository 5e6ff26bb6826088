"""Modes that an act's own words tell, whatever else the frame that told it lists, and contexts by who does it to whom."""

from __future__ import annotations

import pytest

import polybius
from polybius.acts import modes
from polybius.lexicon import ontology
from tests import coders

TOLD = [
    ("Gunmen kidnapped a Danish nurse in Ghana.", "ASSAULT", "abduct"),
    ("Ghanaian jets bombed Togolese rebels.", "ASSAULT", "aerial"),
    ("Ghanaian helicopters attacked a Togolese post.", "ASSAULT", "aerial"),
    ("Togolese rebels shelled a Ghanaian post.", "ASSAULT", "heavy-weapons"),
    ("Ghanaian police turned water cannon on students in Accra.", "ASSAULT", "crowd-control"),
    ("Ghanaian police fired tear gas at students in Accra.", "ASSAULT", "crowd-control"),
    ("Ghanaian soldiers shot dead two Togolese fishermen.", "ASSAULT", "firearms"),
    ("Togolese militants beheaded three Ghanaian miners.", "ASSAULT", "targeted"),
    ("Ghanaian soldiers demolished Togolese homes.", "ASSAULT", "destroy"),
    ("Ghanaian nurses went on strike on Monday.", "PROTEST", "strike"),
    ("Ghanaian prisoners went on hunger strike.", "PROTEST", "hunger"),
    ("Ghana recalled its envoy from Togo.", "SANCTION", "withdraw"),
    ("Ghana expelled the Togolese envoy.", "SANCTION", "expel"),
    ("Ghana imposed a curfew in Accra.", "COERCE", "curfew"),
    ("Ghana tested a ballistic missile.", "MOBILIZE", "weapons"),
    ("Ghana threatened to seize a Togolese islet.", "THREATEN", "territory"),
    ("Ghana urged Togo to change its electoral law.", "REQUEST", "change"),
    ("Ghana demanded that Togo free a journalist.", "REQUEST", "yield"),
    ("Gabon released two of the five Angolans on Monday.", "RETREAT", "release"),
]


@pytest.mark.parametrize(("text", "type_", "mode"), TOLD)
def test_the_words_of_an_act_tell_its_mode(text: str, type_: str, mode: str) -> None:
    events = coders.coder().code(polybius.Document(text=text)).events
    assert {e.mode for e in events if e.type == type_} == {mode}


def test_every_rule_tells_a_mode_of_its_type() -> None:
    for type_, rules in modes.rules_of().items():
        assert {rule.mode for rule in rules} <= set(ontology.modes(type_))


@pytest.mark.parametrize(
    ("text", "context", "holds"),
    [
        ("Ghana jailed three Ghanaian journalists on Monday.", "rights_freedoms", True),
        ("Ghanaian police shot dead five Ghanaian protesters.", "repression", True),
        ("Ghanaian soldiers shot dead five Togolese rebels.", "repression", False),
        ("Ghana and Togo signed a pact on their land border.", "territory", True),
    ],
)
def test_contexts_by_who_does_it_to_whom_and_by_words(text: str, context: str, holds: bool) -> None:
    (event,) = coders.coder().code(polybius.Document(text=text)).events
    assert (context in event.contexts) == holds
