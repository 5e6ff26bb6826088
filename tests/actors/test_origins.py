"""Whose somebody is who has fled a land, is called its national, or is paid by it."""

import pytest

from polybius import Coder, Document


def sides(coder: Coder, text: str, type_: str) -> list[tuple[str | None, str | None]]:
    """Who does it, and to whom, in all events of a type."""
    return [
        (a.country, r.country)
        for e in coder.code(Document(text=text)).events
        if e.type == type_
        for a in e.actors
        for r in e.recipients
    ]


@pytest.mark.parametrize(
    ("text", "type_", "pair"),
    [
        ("Two colonels who fled Gabon in June have been granted asylum by Spain.", "AID", ("ESP", "GAB")),
        ("Denmark jailed a pilot who had defected from Cuba.", "COERCE", ("DNK", "CUB")),
        ("Togo's government put a trade unionist, a Belgian national, behind bars.", "COERCE", ("TGO", "BEL")),
        ("Hackers employed by Laos broke into the servers of a bank in Nepal.", "COERCE", ("LAO", "NPL")),
        ("Mercenaries hired by Gabon killed nine soldiers of Togo.", "ASSAULT", ("GAB", "TGO")),
    ],
)
def test_a_clause_behind_somebody_says_whose_he_is(coder: Coder, text: str, type_: str, pair: tuple[str, str]) -> None:
    assert pair in sides(coder, text, type_)


def test_where_somebody_fled_to_is_not_whose_he_is(coder: Coder) -> None:
    assert ("PER", "CHL") not in sides(coder, "Peru arrested a judge who fled to Chile in May.", "COERCE")
