"""Institutions that any state has are of the land that a report tells, not of the best known bearer's."""

from __future__ import annotations

import pytest

from polybius import Coder, Document

KENYA = "Kenya's president spoke in Nairobi."


@pytest.mark.parametrize(
    ("name", "context", "country"),
    [
        ("the Supreme Court", KENYA, None),
        ("the Supreme Court", "", "USA"),
        ("the Supreme Court", f"{KENYA} American judges listened.", "USA"),
        ("the Labour Party", KENYA, None),
        ("the Labour Party", "", "GBR"),
        ("the Ministry of Defence", KENYA, None),
        ("the Republican Guard", "Soldiers in Libreville, Gabon, sang.", "GAB"),
        ("the National Security Council", KENYA, None),
        ("the State Department", KENYA, "USA"),
        ("the Foreign Office", KENYA, "GBR"),
        ("the Labour Ministry", KENYA, None),
    ],
)
def test_whose_a_name_is_in_a_report(coder: Coder, name: str, context: str, country: str | None) -> None:
    found = coder.resolver.resolve(name, None, context)
    assert (found.country if found is not None else None) == country


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        ("Peru's president sent troops to Cusco. The Electoral Commission condemned the Chilean government.", "ACCUSE", "PER", "CHL"),
        ("Peru's president sent troops to Cusco. The House of Representatives condemned the Chilean government.", "ACCUSE", "PER", "CHL"),
        ("Bolivia's president on Monday accused the Interior Ministry of obstructing reforms.", "ACCUSE", "BOL", "BOL"),
        ("The National Assembly rejected a budget proposed by Fiji's prime minister.", "REJECT", "FJI", "FJI"),
    ],
)  # fmt: skip
def test_whose_institutions_act_and_suffer(coder: Coder, text: str, type_: str, actor: str, recipient: str) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.type == type_)
    assert ([a.country for a in event.actors], [r.country for r in event.recipients]) == ([actor], [recipient])


def test_an_own_guard_that_is_called_out_is_no_recipient(coder: Coder) -> None:
    event = coder.code(Document(text="Peru called out the national guard after the vote.")).events[0]
    assert (event.type, event.recipients) == ("MOBILIZE", ())


@pytest.mark.parametrize(
    ("text", "ruling", "land"),
    [
        ("Kenya's president met unions in Nairobi. Ministers warned Chad over the islands.", "Ministers", "KEN"),
        ("The Swedish cabinet said senior ministers had rejected Iran's offer.", "senior ministers", "SWE"),
        ("Opec met in Vienna. Ministers rejected Iran's demand.", "Ministers", None),  # of all its states
        ("Trump spoke in Brussels. Officials said that Germany had paid too little.", "Officials", None),
    ],
)
def test_ministers_and_officials_lead_a_clause_as_a_government(
    coder: Coder, text: str, ruling: str, land: str | None
) -> None:
    _, mentions, _ = coder.explain(text)
    assert [m.actor.country for sentence in mentions for m in sentence if m.actor.text == ruling] == [land]


@pytest.mark.parametrize(
    ("text", "aide", "land"),
    [
        ("An adviser to the Libyan health ministry left.", "An adviser to the Libyan health ministry", "LBY"),
        ("Two aides to the Peruvian president resigned.", "Two aides to the Peruvian president", "PER"),
        ("An adviser to Ukraine spoke.", "An adviser to Ukraine", None),  # foreigners advise a land
    ],
)
def test_aides_are_of_the_land_of_whom_they_serve(coder: Coder, text: str, aide: str, land: str | None) -> None:
    _, mentions, _ = coder.explain(text)
    assert [m.actor.country for sentence in mentions for m in sentence if m.actor.text == aide] == [land]
