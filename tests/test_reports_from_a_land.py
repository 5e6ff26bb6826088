"""Long reports that are written from a land and tell of many others: whom they mean at home, and whose names they only seem to know."""

from __future__ import annotations

from datetime import date

import pytest

import polybius
from polybius import where
from tests import coders

DAY = date(2016, 6, 15)
NIGER = "NIAMEY, Niger - Officers in Niger have ruled Niger for ten days. Niger's army waits. Niger's unions wait. Algeria, Mali and Chad look on. "
PLAIN = "Officers in Niger have ruled Niger for ten days. Niger's army waits. Niger's unions wait. Algeria and Mali look on, Chad waits, and so do Togo, Benin, Ghana, Senegal and Liberia. "


@pytest.fixture(scope="module")
def coder() -> polybius.Coder:
    return coders.coder(0)


def sides(coder: polybius.Coder, text: str, type_: str) -> list[tuple[set[str | None], set[str | None]]]:
    events = coder.code(polybius.Document(text=text, published=DAY)).events
    return [({a.country for a in e.actors}, {r.country for r in e.recipients}) for e in events if e.type == type_]


def test_a_dateline_tells_its_land() -> None:
    assert where.dateline("QUITO, Ecuador - The embassy is a white villa.") == "ECU"
    assert where.dateline("The embassy in Quito is a white villa.") is None


@pytest.mark.parametrize(
    ("text", "type_", "wanted"),
    [
        (
            NIGER + "Germany appealed to both sides to go back to talks.",
            "REQUEST",
            ({"DEU"}, {"NER"}),
        ),
        (NIGER + "President Hama Sani arrested two generals.", "COERCE", ({"NER"}, {"NER"})),
        (
            NIGER + "Russia put its airbase on alert. The interim prime minister accused France of lies.",
            "ACCUSE",
            ({"NER"}, {"FRA"}),
        ),
        (
            "CARACAS - Venezuela's army waits, and so does the United States. Venezuelans marched. On Friday the Supreme Court charged the Cuban embassy with theft.",
            "ACCUSE",
            ({"VEN"}, {"CUB"}),
        ),
    ],
)
def test_those_at_home(coder: polybius.Coder, text: str, type_: str, wanted: tuple[set[str], set[str]]) -> None:
    assert wanted in sides(coder, text, type_)


def test_both_sides_stay_open_without_a_dateline(coder: polybius.Coder) -> None:
    told = sides(coder, PLAIN + "Germany appealed to both sides to go back to talks.", "REQUEST")
    assert all("NER" not in asked for _, asked in told)


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("governments of Latin America", "IGO"),
        ("fugitives in Latin America", None),
        ("a teacher of English", None),
        ("a teacher of Kenya", "KEN"),
    ],
)
def test_whose_they_are_not(coder: polybius.Coder, phrase: str, country: str | None) -> None:
    found = coder.actor(phrase)
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize(
    "text",
    [
        "The home minister, Asad Khan, charged the opposition with murder.",
        "Joseph Alam was arrested on Friday.",
    ],
)
def test_a_persons_name_is_no_land(coder: polybius.Coder, text: str) -> None:
    _, mentions, _ = coder.explain(text)
    assert {m.actor.country for m in mentions[0]} <= {None}


def test_a_name_beside_an_office_is_who_holds_it(coder: polybius.Coder) -> None:
    _, mentions, _ = coder.explain("China's foreign minister, Luo Jian, who held talks in Ankara, left.")
    assert {m.actor.country for m in mentions[0] if m.head >= 0 and not m.place} == {"CHN"}


def test_no_land_is_a_he(coder: polybius.Coder) -> None:
    text = "Australia, which signed a treaty with Mr Suharto in 1995, appealed to his army not to shoot."
    assert all(asked != {"AUS"} for _, asked in sides(coder, text, "REQUEST"))


def test_a_guest_is_promised_something(coder: polybius.Coder) -> None:
    text = "The journey led to Beijing. China's president, Li Guowei, promised him $130m."
    assert all(given != {"CHN"} for _, given in sides(coder, text, "AGREE"))


def test_foreign_channels_are_not_its_own(coder: polybius.Coder) -> None:
    text = "The information minister of Nigeria accused foreign channels of lies and threatened to close them."
    assert all(threatened != {"NGA"} for _, threatened in sides(coder, text, "THREATEN"))


@pytest.mark.parametrize(
    "text",
    [
        "Guyana's president called the seizure an act of piracy and asked the Security Council to meet.",
        'Foreign Minister Viktor Lunin of Russia condemned the arrests as "a purge" and urged the Council of Europe to send observers.',
    ],
)
def test_who_is_appealed_to_is_not_blamed(coder: polybius.Coder, text: str) -> None:
    assert all(not blamed & {"UNO", "IGO"} for _, blamed in sides(coder, text, "ACCUSE"))


def test_a_clause_about_the_doer_names_nobody_asked(coder: polybius.Coder) -> None:
    text = "Vietnam, which has its own quarrel with China over the Paracels, called for restraint."
    assert all("CHN" not in asked for _, asked in sides(coder, text, "REQUEST"))


def test_rebels_of_a_people_in_another_of_its_homes(coder: polybius.Coder) -> None:
    text = "Albanian rebels took five villages above Tetovo, Macedonia's second city."
    assert ({"MKD"}, {"MKD"}) in sides(coder, text, "ASSAULT")


def test_of_what_the_last_of_two_is_accused(coder: polybius.Coder) -> None:
    text = "The prime minister of Peru accused Chile and the European Union of blackmail."
    assert ({"PER"}, {"CHL", "EUR"}) in sides(coder, text, "ACCUSE")


def test_a_report_on_a_land_is_not_set_where_a_war_is_named(coder: polybius.Coder) -> None:
    text = (
        "Georgians are angry. Georgia's president vetoed the law. Georgia's opposition cheered. The Georgian government was silent. Russia, China, France and Spain look on. "
        "Police arrested 63 people on Friday. Some suspect that Russia will win in Ukraine."
    )
    assert all("UKR" not in doers for doers, _ in sides(coder, text, "COERCE"))
