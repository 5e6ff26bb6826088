"""Asides between commas that a parser takes for the clause, in sentences made for it."""

from __future__ import annotations

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("On Monday the African Union, Kenya and Ghana included, denounced the coup in Mali.", "Union", "denounced"),
        ("The Arab League, Qatar included, condemned the strike by Israel.", "League", "condemned"),
        ("The members of the League, Qatar included, were told to leave.", "members", "told"),
        (
            "Her admirers, most of them elderly, gathered near City Hall with national flags to oppose the ban.",
            "admirers",
            "gathered",
        ),
    ],
)
def test_an_aside_leaves_the_verb_its_subject(coder: Coder, text: str, subject: str, verb: str) -> None:
    (doc,) = coder.language.parse([text])
    noun = next(t for t in doc if t.text == subject)
    assert (noun.head.text, noun.head.dep_) == (verb, "ROOT")
    assert noun.dep_ in ("nsubj", "nsubjpass")


def test_what_a_bill_included_stays_its_object(coder: Coder) -> None:
    (doc,) = coder.language.parse(["The bill included, among others, a levy, said Spain."])
    assert next(t for t in doc if t.text == "included").dep_ != "acl"


def test_who_is_counted_in_an_aside_does_not_act_alone(coder: Coder) -> None:
    (event,) = coder.code(Document(text="The Arab League, Qatar included, condemned the strike by Israel.")).events
    assert [a.country for a in event.actors] == ["IGO"]
