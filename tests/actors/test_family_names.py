"""Who is introduced once with name and office, and told of by family name, office or pronoun from then on; firms, Europe and its commissioners."""

from __future__ import annotations

from datetime import date

import pytest

from polybius import Coder

_MINISTER = (
    "Foreign Minister Ross Tenterden of Australia arrived in Jakarta on Monday. Rain fell all day. It was cold. "
)
_AT_HOME = (
    "Peru closed its borders on Monday. Peruvian officials said that the ports would follow. Peru's parliament agreed. "
    "President Juan Silvera opened a fair. Rain fell all day. "
)
_SEVERAL = (
    "Prime Minister Juan Silvera of Peru arrived in Quito on Monday. Rain fell all day. It was cold. Ecuador's president wore a hat. "
    "The markets were shut. "
)


@pytest.mark.parametrize(
    ("text", "phrase", "country"),
    [
        (_MINISTER + "Critics accused Tenterden of lying.", "Tenterden", "AUS"),
        (_MINISTER + "Indonesian officials held talks with Tenterden.", "Tenterden", "AUS"),
        (_MINISTER + "Tenterden denied it. He accused Russia of lying.", "He", "AUS"),
        (_MINISTER + "The president of Fiji wrote to Tenterden to ask him to wait.", "him", "AUS"),
        (_MINISTER + "Russia's president sent soldiers to Tenterden Bay.", "Tenterden", None),
        (_AT_HOME + "Chile's president thanked Silvera.", "Silvera", "PER"),
        (_SEVERAL + "Russia urged the prime minister to wait.", "the prime minister", "PER"),
        (_SEVERAL + "In Oslo the prime minister urged Russia to wait.", "the prime minister", "NOR"),
    ],
)
def test_who_was_introduced(coder: Coder, text: str, phrase: str, country: str | None) -> None:
    _, mentions, _ = coder.explain(text)
    found = {m.actor.country for m in mentions[-1] if m.actor.text == phrase}
    assert found == ({country} if country else set())


def test_of_two_presidents_the_one_so_named(coder: Coder) -> None:
    text = _AT_HOME + "President Juan Silvera met President Paul Amaral of Brazil. He apologised to the Chilean leader."
    _, mentions, _ = coder.explain(text)
    assert {m.actor.country for m in mentions[-1] if m.actor.text == "He"} == {"PER"}


@pytest.mark.parametrize(
    ("text", "phrase", "country"),
    [
        ("Chile rejected a plan by an Indian conglomerate. The company accused Chile of lying.", "The company", "IND"),
        (
            "A German bank sued Peru. A Chinese firm sued Chile. The minister wept. The firm denied it.",
            "The firm",
            "CHN",
        ),
        ("The United States accused Europe of robbing it.", "Europe", "EUR"),
        ("China said that Europe would answer.", "Europe", "EUR"),
        ("Chinese tourists visited Europe in May.", "Europe", None),
        (
            "The European Union met. The trade commissioner, Piet Wouters, accused China.",
            "The trade commissioner",
            "EUR",
        ),
        ("Kenya's parliament met. The trade commissioner accused China.", "The trade commissioner", None),
        ("Police in Sydney arrested six people in New South Wales.", "New South Wales", "AUS"),
        ("The Coalition accused Labor of lying to Australian voters.", "The Coalition", "AUS"),
    ],
)
def test_bodies_told_in_short(coder: Coder, text: str, phrase: str, country: str | None) -> None:
    _, mentions, _ = coder.explain(text)
    found = {m.actor.country for ms in mentions for m in ms if m.actor.text == phrase}
    assert country in found if country else found <= {None, "KEN"}


def test_a_senate_is_of_the_land_that_is_told(coder: Coder) -> None:
    _, mentions, _ = coder.explain("A Senate inquiry accused the Australian government of lying.")
    assert "AUS" in {m.actor.country for ms in mentions for m in ms if m.actor.text == "Senate"}


def test_who_ask_both_sides_together_are_none_of_them(coder: Coder) -> None:
    text = "Colombia fought the rebels. The president of Colombia left for Havana. Norway and Cuba urged both sides to wait."
    _, mentions, _ = coder.explain(text)
    assert "CUB" not in {m.actor.country for m in mentions[-1] if m.actor.text == "both sides"}


def test_of_two_named_with_one_last_name_the_one_who_leads(coder: Coder) -> None:
    text = "Fidel Castro, 89, and Raul Castro stood side by side in Havana. Castro promised Barack Obama to free ten prisoners."
    _, mentions, _ = coder.explain(text, published=date(2016, 3, 20))
    assert {m.actor.id for m in mentions[-1] if m.actor.text == "Castro"} == {"cub.raul-castro"}
