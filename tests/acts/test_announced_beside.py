"""What who judges another goes on to say that "it" will do, who follows him, and whom a deed befell that is answered in the clause above."""

import pytest

from polybius import Coder, Document
from tests.acts.stories import sides


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Togo condemned Benin's raid and said it would recall its envoy.", "THREATEN", ["TGO"], ["BEN"]),
        (
            "Togo called Benin's referendum illegal and said it would not recognise the outcome.",
            "REJECT",
            ["TGO"],
            ["BEN"],
        ),
        ("Togo broke off relations with Benin. Niger followed on Tuesday.", "SANCTION", ["NER"], ["BEN"]),
        ("Togo cancelled talks after Benin criticised its record on human rights.", "ACCUSE", ["BEN"], ["TGO"]),
        ("Togo said Benin had no right to search its ships.", "ACCUSE", ["TGO"], ["BEN"]),
        ("Togo voted with Benin against the resolution.", "REJECT", ["TGO", "BEN"], []),
        ("Togo handed Benin the bodies of two pilots.", "RETREAT", ["TGO"], ["BEN"]),
        ("Togo accepted Benin's apology on Monday.", "CONCEDE", ["TGO"], ["BEN"]),
        ("Fiji expelled a Tongan consul. Tonga reacted in kind.", "SANCTION", ["TON"], ["FJI"]),
        ("Chad condemned Sudanese raids and said it would stand by Niger.", "AGREE", ["TCD"], ["NER"]),
        (
            "Deputies in Lima urged the government to recognise Kosovo. The foreign minister ruled it out.",
            "REJECT",
            ["PER"],
            ["PER"],
        ),
        ("Togo recognised the rebels of Benin. Niger followed a day later.", "SUPPORT", ["NER"], ["BEN"]),
        ("Togo recalled its envoy after Benin seized three boats.", "COERCE", ["BEN"], ["TGO"]),
        (
            "Norway expressed regret over the death of a Danish fisherman but refused to apologise.",
            "REJECT",
            ["NOR"],
            ["DNK"],
        ),
    ],
)  # fmt: skip
def test_whom_it_is_towards(coder: Coder, text: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    assert (actors, recipients) in sides(coder, text, type_)


def test_what_an_army_does_at_home_befalls_no_union(coder: Coder) -> None:
    text = "The African Union suspended Togo after the army seized power."
    assert ["IGO"] not in [r for _, r in sides(coder, text, "ASSAULT")]


def test_a_body_to_which_a_quarrel_is_taken_is_not_threatened(coder: Coder) -> None:
    text = "Fiji raised duties on Tongan squash. Tonga said it would take the matter to the World Trade Organization."
    assert ["IGO"] not in [r for _, r in sides(coder, text, "THREATEN")]


def test_a_land_that_is_to_be_left_after_a_blast_laid_no_bomb(coder: Coder) -> None:
    text = "Kenya urged its citizens to leave Peru after a bomb killed nine people in Lima."
    events = coder.code(Document(text=text)).events
    assert [[a.country for a in e.actors] for e in events if e.type == "ASSAULT"] == [[]]
    assert "REQUEST" not in {e.type for e in events}


def test_gas_that_somebody_sells_is_no_sale(coder: Coder) -> None:
    text = "Norway raised the price of the gas it sells to Denmark."
    sold = [e for e in coder.code(Document(text=text)).events if e.type == "COOPERATE"]
    assert "asserted" not in {e.status for e in sold}


def test_who_follows_on_a_road_repeats_nothing(coder: Coder) -> None:
    assert not sides(coder, "Togo broke off relations with Benin. Niger followed the talks on Tuesday.", "SANCTION")
