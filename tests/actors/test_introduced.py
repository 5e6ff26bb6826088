"""Whom a report introduces by name and office, and who is at home in it by that alone."""

from __future__ import annotations

import pytest

import polybius

# A report on one land, told by its lead: what follows names no other.
LEAD = (
    "Poland's prime minister dissolved the parliament in Warsaw on Monday. Polish deputies left the hall. It was raining. The Polish "
    "opposition was glad. Some had slept on benches. "
)


def _countries(coder: polybius.Coder, text: str, expression: str) -> list[str | None]:
    _, mentions, _ = coder.explain(text)
    return [m.actor.country for sentence in mentions for m in sentence if m.actor.text == expression]


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("The regional president, Ivan Tarkovi, was ill. It was late. Mr Tarkovi slept.", "Mr Tarkovi"),
        ("The regional president, Ivan Tarkovi, was ill. They accused Tarkovi of fraud.", "Tarkovi"),
        ("The regional president, Ivan Tarkovi, was ill. Tarkovi spoke. He accused the mayor.", "He"),
        ("Sir Anthony Tarkovi apologised to the families.", "Sir Anthony Tarkovi"),
        ("Annick Tarkovi, the Communist secretary, accused the mayor.", "Annick Tarkovi, the Communist secretary"),
        ("Mrs Tarkovi, a former probation officer, accused the mayor.", "Mrs Tarkovi, a former probation officer"),
        ("The Democratic leader, Ivan Tarkovi, conceded defeat.", "The Democratic leader"),
        ("President Tarkovi received a delegation.", "President Tarkovi"),
        ("The Refugee Forum urged calm.", "The Refugee Forum"),
        ("Anna Lis and Ivan Tarkovi quarrelled. The unions condemned both men.", "both men"),
        ("The leader of the peasants withdrew from the coalition.", "the coalition"),
        ("A deputy accused the Transport Minister of lies.", "the Transport Minister"),
    ],
)
def test_those_named_in_a_report_on_one_land_are_of_it(coder: polybius.Coder, text: str, expression: str) -> None:
    assert _countries(coder, LEAD + text, expression) == ["POL"]


def test_nobody_is_at_home_by_name_where_another_land_is_named_near(coder: polybius.Coder) -> None:
    assert _countries(coder, LEAD + "In Prague, Mrs Tarkovi apologised to the Czechs.", "Mrs Tarkovi") == [None]


@pytest.mark.parametrize(
    ("text", "expression", "country"),
    [
        ("The Home Secretary, Margaret Tarkovi, was ill in London. Mrs Tarkovi slept.", "Mrs Tarkovi", "GBR"),
        ("The chairman of the Conservative Party in London, Sir Giles Tarkovi, was ill. He slept.", "He", "GBR"),
        ("The Northern Ireland Secretary, Dr Joan Tarkovi, was ill. She slept.", "She", "GBR"),
        ("Anna Lis left. The Bulgarian prime minister, Stoyan Radev, was ill. He slept.", "He", "BGR"),
        ("Germany waited. Its Finance Minister rejected the plan.", "Its Finance Minister", "DEU"),
        ("The Mexican envoy, Ivan Tarkovi, left. Tarkovi's letter accuses Spain of fraud.", "Tarkovi", "MEX"),
        ("The Mexican envoy, Ivan Tarkovi, left. Tarkovi's spokesman accused Spain.", "Tarkovi's spokesman", "MEX"),
        ("France urged Germany to act. In Moscow, the foreign ministry's spokeswoman accused Germany of fraud.",
         "the foreign ministry's spokeswoman", "RUS"),
        ("France urged Germany to act. In Moscow, a spokesman for the foreign ministry accused Germany of fraud.",
         "a spokesman for the foreign ministry", "RUS"),
        ("The judge heard that Polish ministers had known of the hulls. A deputy accused them of lies.", "them", "POL"),
    ],
)  # fmt: skip
def test_whom_an_office_a_pronoun_or_a_family_name_means(
    coder: polybius.Coder, text: str, expression: str, country: str
) -> None:
    assert _countries(coder, text, expression)[-1] == country


def test_what_somebody_is_said_to_be_competes_with_nobody(coder: polybius.Coder) -> None:
    text = "The Polish minister, Zofia Maj, was there. She is a woman from Gdansk. She accused the Czech minister of fraud."
    assert _countries(coder, text, "She") == ["POL", "POL"]


def test_a_leader_is_what_his_side_is(coder: polybius.Coder) -> None:
    _, mentions, _ = coder.explain("The Polish opposition is ahead. Its leader accused the president.")
    assert [m.actor.sector for m in mentions[1] if m.actor.text == "Its leader"] == ["OPP"]


def test_the_general_secretary_of_a_union_is_no_soldier(coder: polybius.Coder) -> None:
    found = coder.actor("the general secretary of the teachers' union")
    assert found is not None and found.sector == "LAB"


@pytest.mark.parametrize(
    ("context", "country"), [("In Brussels the Commission met.", "EUR"), ("In Nairobi the Commission met.", None)]
)
def test_the_commission_of_a_report_from_brussels(coder: polybius.Coder, context: str, country: str | None) -> None:
    found = coder.actor("the Commission", context=context)
    assert (found.country if found is not None else None) == country


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("a Social Democrat deputy", "DEU"),
        ("a Free Democrat minister", "DEU"),
        ("a Liberal Democrat peer", None),
        ("a Democrat senator", "USA"),
    ],
)
def test_democrats_of_other_lands_are_no_americans(coder: polybius.Coder, phrase: str, country: str | None) -> None:
    found = coder.actor(phrase, context=f"In Berlin the Bundestag met. {phrase}")
    assert found is not None and found.country == country
