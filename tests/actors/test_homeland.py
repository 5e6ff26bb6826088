"""Long reports on one land: what their lead tells holds for offices, sides and pronouns further down, whoever reacts there."""

from __future__ import annotations

import pytest

from polybius import Coder, Document
from polybius.actors import about, homeland

LEAD = (
    "Guinea-Bissau's soldiers seized the palace in Bissau on Monday. Guinea-Bissau has had four coups. Shops were shut."
)
ABROAD = "Britain, Nigeria and Togo sold cashews. Britain bought few of them. Rain fell."


def _told(coder: Coder, text: str, type_: str) -> list[tuple[list[str | None], list[str | None]]]:
    events = [e for e in coder.code(Document(text=text)).events if e.type == type_]
    return [([a.country for a in e.actors], [r.country for r in e.recipients]) for e in events]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Rain fell again. Portugal called on the mutineers to return to barracks.", "PRT"),
        (
            "The British embassy said it was concerned. The American ambassador called on the authorities to wait.",
            "USA",
        ),
        ("Rain fell again. The African Union urged all parties to talk.", "IGO"),
    ],
)
def test_to_whom_others_speak(coder: Coder, sentence: str, actor: str) -> None:
    assert ([actor], ["GNB"]) in _told(coder, f"{LEAD} {ABROAD} {sentence}", "REQUEST")


def test_a_land_that_the_lead_does_not_tell_alone_is_no_home(coder: Coder) -> None:
    text = f"Soldiers of Guinea-Bissau and Togo clashed. {ABROAD} {ABROAD} Rain fell. Portugal called on the officers to wait."
    assert ([("PRT")], ["GNB"]) not in _told(coder, text, "REQUEST")


def test_who_is_named_by_an_office(coder: Coder) -> None:
    text = f"{LEAD} {ABROAD} The opposition accused the commission of fraud. Its chairwoman, Judge Ana Silva, denied the allegation."
    assert ["GNB"] in [actors for actors, _ in _told(coder, text, "REJECT")]


def test_a_pronoun_is_of_the_land_of_whom_it_means(coder: Coder) -> None:
    text = "Kenya's police shot three people in Kisumu. Shops in Kenya were shut. On Tuesday the president spoke. He condemned the protesters."
    assert (["KEN"], ["KEN"]) in _told(coder, text, "ACCUSE")


def test_the_supreme_court_before_america_is_named(coder: Coder) -> None:
    text = "A court in Caracas jailed a banker on Monday. His lawyers sued the agency in the Supreme Court. The United States objected."
    courts = [m.actor.country for s in coder.explain(text)[1] for m in s if m.actor.text.endswith("Supreme Court")]
    assert "USA" not in courts


def test_everyday_words_name_no_land(coder: Coder) -> None:
    naming = coder.resolver._naming
    assert not naming.named("USA", "They told us that a car bomb had gone off.")
    assert not naming.named("CAF", "They told us that a car bomb had gone off.")
    assert naming.named("USA", "They told the US nothing.")


def test_short_reports_have_no_home(coder: Coder) -> None:
    mentions = coder.explain("Kenya spoke. Chad spoke. Togo spoke.")[1]
    assert about.of_the_lead(mentions) is None
    assert homeland.complete(mentions, coder.language.parse(["Kenya spoke."] * 3), None) == mentions


def test_an_office_after_a_reaction_abroad_is_of_home(coder: Coder) -> None:
    text = (
        f"{LEAD} {ABROAD} Togo agreed to hand over a banker. The new prime minister telephoned the American president."
    )
    assert any("GNB" in actors for actors, _ in _told(coder, text, "CONSULT"))


def test_a_place_in_another_clause_is_not_whose_prosecutors_they_are(coder: Coder) -> None:
    text = f"{LEAD} Rain fell. Shops were shut. Guinea-Bissau sold cashews. Prosecutors suspect that builders paid money into a bank in Andorra."
    told = [m.actor.country for m in coder.explain(text)[1][-1] if m.actor.text == "Prosecutors"]
    assert told == ["GNB"]


def test_the_university_to_which_another_land_speaks(coder: Coder) -> None:
    text = f"{LEAD} {ABROAD} Austria's chancellor praised the university."
    assert (["AUT"], ["GNB"]) in _told(coder, text, "SUPPORT")
