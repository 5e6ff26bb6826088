"""What who says that he will refuse tells, whom voiced concern is towards, which court is meant, and what is no war."""

import pytest

from polybius import Coder, Document
from tests.acts.stories import sides


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Fiji said it would reject Tonga's plan.", "REJECT", ["FJI"], ["TON"]),
        (
            "The International Criminal Court issued a warrant for Togo's president. Togo said it would ignore the warrant.",
            "REJECT",
            ["TGO"],
            ["IGO"],
        ),
        ("Peru jailed two editors. Norway voiced dismay.", "ACCUSE", ["NOR"], ["PER"]),
        (
            "Togo rejected a Beninese proposal to share the river. The Beninese minister said he was disappointed.",
            "ACCUSE",
            ["BEN"],
            ["TGO"],
        ),
        (
            "Fiji asked the International Court of Justice to settle a dispute with Tonga. Tonga rejected the court's verdict.",
            "REJECT",
            ["TON"],
            ["UNO"],
        ),
        ("The Council of Europe suspended Fiji. The council demanded free elections.", "REQUEST", ["IGO"], ["FJI"]),
        ("The court in The Hague convicted a Serbian general.", "SANCTION", ["IGO"], ["SRB"]),
        (
            "Chad dropped plans to tax Kenyan cars after Kenya agreed to buy more Chadian rice.",
            "AGREE",
            ["KEN"],
            ["TCD"],
        ),
        ("Togo called home its envoy from Benin. Benin regretted the step.", "ACCUSE", ["BEN"], ["TGO"]),
        ("Teachers in Lima went on strike over the sacking of a judge.", "PROTEST", ["PER"], ["PER"]),
        ("Togo called home its envoy from Benin.", "SANCTION", ["TGO"], ["BEN"]),
        ("Mali declared an amnesty for the rebels. The rebels rejected the offer.", "REJECT", ["MLI"], ["MLI"]),
        ("The foreign ministers of Chad, Niger and Mali ended a two-day summit in Accra.", "CONSULT", ["TCD", "NER", "MLI"], []),
    ],
)  # fmt: skip
def test_whom_it_is_towards(coder: Coder, text: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    assert (actors, recipients) in sides(coder, text, type_)


@pytest.mark.parametrize(
    "text", ["A trade war between Peru and Chile hurt growers.", "Togo's price war with Benin went on for a year."]
)
def test_a_war_over_trade_is_no_attack(coder: Coder, text: str) -> None:
    assert "ASSAULT" not in {e.type for e in coder.code(Document(text=text)).events}


def test_a_flood_is_nobodys_deed(coder: Coder) -> None:
    assert (["NOR"], ["PER"]) not in sides(coder, "A flood killed 40 people in Peru. Norway voiced dismay.", "ACCUSE")
