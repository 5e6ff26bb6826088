"""Where whole reports place their events: sentences of our own, coded from end to end."""

from __future__ import annotations

import pytest

from polybius import Coder, Document
from polybius.model import Event
from tests import coders


@pytest.fixture(scope="module")
def coder() -> Coder:
    return coders.coder(0)


def events(coder: Coder, text: str, type_: str) -> list[Event]:
    return [event for event in coder.code(Document(text=text)).events if event.type == type_]


def placed(coder: Coder, text: str, type_: str) -> str | None:
    """The place of the last event of a type."""
    last = events(coder, text, type_)[-1]
    return last.where.name if last.where else None


NEARER = [
    ("Turkish jets bombed Mosul on Monday, and Syria protested.", "ASSAULT", "Mosul"),
    ("Eight people were killed in the bombing of the Iraqi city of Ramadi.", "ASSAULT", "Ramadi"),
    ("Turkey launched a campaign in the border region of Afrin against the YPG.", "ASSAULT", "Afrin"),
    ("Russia withdrew its troops from Palmyra on Friday.", "RETREAT", "Palmyra"),
    ("The Turkish president went to Washington to meet Donald Trump.", "CONSULT", "Washington"),
    ("The British reporter was killed in a strike during the battle to retake Mosul.", "ASSAULT", "Mosul"),
    ("Turkish police arrested a Dane during a hike near the town of Bodrum.", "COERCE", "Bodrum"),
    ("His wife visited the prison in the city of Denizli where Turkey detained the pastor.", "COERCE", "Denizli"),
    ("Turkey shelled Aleppo on Monday. Iran began leaving Iraq.", "RETREAT", "Iraq"),
    ("When the Turkish president went to Washington, his guards beat Kurdish protesters.", "ASSAULT", "Washington"),
    ("The French minister visited Iraq in May, meeting British soldiers who trained Iraqi police.", "AID", "Iraq"),
    ("German soldiers evacuated nurses from the city of Afrin in Syria.", "AID", "Afrin"),
]


@pytest.mark.parametrize(("text", "type_", "place"), NEARER, ids=[row[0][:50] for row in NEARER])
def test_what_an_act_reaches_is_where(coder: Coder, text: str, type_: str, place: str) -> None:
    assert placed(coder, text, type_) == place


WORDS = [
    ("The envoy met the Iraqi president, Barham Salih, and his minister, Fuad Hussein, in Oslo.", "CONSULT", "Oslo"),
    ("Maria Lopez, a Spanish activist who lives in Aleppo, accused Russia of lying.", "ACCUSE", "Aleppo"),
    ("Russia called for an investigation of the attack in Douma.", "REQUEST", "Russia"),
    ("Turkey condemned the army's support for troops based in Raqqa.", "ACCUSE", "Turkey"),
    ("The French president accused Russia in Geneva of bombing schools in Idlib.", "ACCUSE", "Geneva"),
    ("Iran's ambassador told the Security Council that Iran rejected the charges.", "REJECT", "New York City"),
]


@pytest.mark.parametrize(("text", "type_", "place"), WORDS, ids=[row[0][:50] for row in WORDS])
def test_words_are_where_they_are_said(coder: Coder, text: str, type_: str, place: str) -> None:
    assert placed(coder, text, type_) == place


def test_a_court_within_the_described_country(coder: Coder) -> None:
    text = "He was sent home to Russia, where judges in Dagestan convicted him."
    assert all(event.where and event.where.name == "Dagestan" for event in events(coder, text, "COERCE"))


def test_what_a_deed_did_is_where_it_was(coder: Coder) -> None:
    text = "Dozens died in Kabul in a suicide attack that killed Afghan soldiers."
    assert placed(coder, text, "ASSAULT") == "Kabul"


def test_a_speaker_goes_on_speaking_there(coder: Coder) -> None:
    text = "Emmanuel Macron praised the troops in a speech in Dakar. Macron accused Russia of lying about Syria."
    assert placed(coder, text, "ACCUSE") == "Dakar"


def test_who_told_the_council_goes_on_there(coder: Coder) -> None:
    text = "Emmanuel Macron told the UN Security Council that he was tired. Macron accused Russia of lying about Syria."
    assert placed(coder, text, "ACCUSE") == "New York City"


def test_a_speech_told_later_counts_too(coder: Coder) -> None:
    text = "Emmanuel Macron accused Russia of lying about Syria. Nobody clapped. Macron gave the speech in Dakar."
    assert placed(coder, text, "ACCUSE") == "Dakar"


def test_officials_who_meet_elsewhere_are_not_where_the_report_is(coder: Coder) -> None:
    text = "Homs in Syria is calm. Aleppo in Syria is quiet. Angela Merkel met Emmanuel Macron."
    assert placed(coder, text, "CONSULT") is None


def test_who_suffers_attacks_is_where(coder: Coder) -> None:
    text = "Homs in Syria is calm. Turkey has suffered a series of bomb attacks by Kurdish militants."
    assert placed(coder, text, "ASSAULT") == "Turkey"


def test_courts_and_police_act_at_home(coder: Coder) -> None:
    text = "Syria is at war. Homs in Syria lies in ruins, and so does Aleppo in Syria. German police arrested two men."
    assert placed(coder, text, "COERCE") == "Germany"


def test_the_place_told_just_before_holds(coder: Coder) -> None:
    text = "Fighting raged in Homs in Syria. Syrian rebels killed nine Turkish soldiers."
    assert placed(coder, text, "ASSAULT") == "Homs"


def test_where_a_teller_is_says_only_the_country(coder: Coder) -> None:
    text = "She sat in al-Hol in Syria. She said Syrian rebels had killed nine Turkish soldiers."
    assert placed(coder, text, "ASSAULT") == "Syria"


def test_a_place_told_in_another_paragraph_is_only_the_focus(coder: Coder) -> None:
    text = "Fighting raged in Homs in Syria.\n\nSyrian rebels killed nine Turkish soldiers."
    assert placed(coder, text, "ASSAULT") == "Syria"


def test_the_camp_is_the_one_told_before(coder: Coder) -> None:
    text = (
        "Thousands live in al-Hol in Syria. Winter is near. Syrian guards killed two Iraqi women in tents of the camp."
    )
    assert placed(coder, text, "ASSAULT") == "al-Hol"


def test_a_name_before_a_noun_is_no_place(coder: Coder) -> None:
    text = "Homs in Syria is calm. Syrian rebels killed nine soldiers throughout the US campaign."
    assert placed(coder, text, "ASSAULT") != "United States"


def test_the_host_is_where_guests_are(coder: Coder) -> None:
    text = "Rebels hold Idlib in Syria, and Homs in Syria is quiet. Turkey hosted the Syrian foreign minister."
    assert placed(coder, text, "CONSULT") == "Turkey"


WHOLE = [
    ("Six Ukrainians in the suburbs of Kharkiv were killed by Tuesday's Russian attack on the Chuhuiv district.", "ASSAULT", "Chuhuiv"),
    ("Trucks stopped near the town of Tikrit, which was seized by the Iraqi army.", "ASSAULT", "Tikrit"),
    ("The Yemeni government delegation to Stockholm rejected the demands of the Houthis.", "REJECT", "Stockholm"),
    ("France armed the rebels who shelled Yemeni soldiers in Taiz and southern Yemen.", "ASSAULT", "Yemen"),
    ("Emmanuel Macron has invited the Malian president to Paris for talks.", "AGREE", "France"),
    ("Russia's veto at the United Nations blocked the resolution on Syria.", "REJECT", "New York City"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "name"), WHOLE, ids=[w[0][:50] for w in WHOLE])
def test_kinds_of_places_found_wrong_by_a_reader(coder: Coder, text: str, type_: str, name: str) -> None:
    assert placed(coder, text, type_) == name


FOUND = [
    ("Nato's small Toronto rallies drew few people.", "PROTEST", "Toronto"),
    ("The Lima blast killed nine people on Friday.", "ASSAULT", "Lima"),
    ("A Danish envoy left for Iraq on 3 May to meet its president.", "CONSULT", "Iraq"),
    ("Children in Homs who were killed by Syrian rebels were buried on Monday.", "ASSAULT", "Homs"),
    ("Doctors in the Syrian city of Homs said rebels had killed a mother.", "ASSAULT", "Homs"),
    ("Drones hit a US outpost in Jordan on Monday.", "ASSAULT", "Jordan"),
    ("Rwandan rebels killed five soldiers on Rwandan soil.", "ASSAULT", "Rwanda"),
    ("A Chechen refugee was shot dead in a Berlin park.", "ASSAULT", "Berlin"),
    ("Troops looted the hospital in Adigrat and killed patients.", "ASSAULT", "Adigrat"),
]


@pytest.mark.parametrize(("text", "type_", "place"), FOUND, ids=[row[0][:50] for row in FOUND])
def test_places_beside_the_plain_locative(coder: Coder, text: str, type_: str, place: str) -> None:
    assert any(event.where and event.where.name == place for event in events(coder, text, type_))


SPOKEN = [
    ("Homs in Syria is calm. The United Nations condemned the attack on the convoy.", "ACCUSE", None),
    ("Donald Trump discussed the war in Syria in a phone call with the Turkish president.", "CONSULT", None),
    ("Protesters in Ouagadougou blamed the president of Burkina Faso.", "ACCUSE", "Ouagadougou"),
    ("The Bangkok-based Tenasserim Watch group accused the generals of revenge.", "ACCUSE", "Bangkok"),
    ("On a visit to Hanoi, the South Korean president urged China to respect the law.", "REQUEST", "Hanoi"),
    ("Russia vetoed the resolution at the Security Council.", "REJECT", "New York City"),
    ("Russia vetoed a UN inquiry into the attack.", "REJECT", "New York City"),
    ("Poland's president vetoed the budget.", "REJECT", "Poland"),
    ("Médecins Sans Frontières accused Italy of holding its rescue ship in Augusta without cause.", "ACCUSE", None),
]


@pytest.mark.parametrize(("text", "type_", "place"), SPOKEN, ids=[row[0][:50] for row in SPOKEN])
def test_words_are_nowhere_unless_their_speaker_is_somewhere(
    coder: Coder, text: str, type_: str, place: str | None
) -> None:
    assert placed(coder, text, type_) == place


def test_what_another_verb_has_is_not_this_acts(coder: Coder) -> None:
    text = "The women are being held by the Syrian Democratic Forces, and seem bound to be tried in Kenya."
    assert all(event.where is None or event.where.name != "Kenya" for event in events(coder, text, "COERCE"))


def test_a_speech_is_not_where_its_bombs_fall(coder: Coder) -> None:
    text = "Homs in Syria is calm. The minister said in a speech in Oslo that jets had bombed rebels."
    assert all(event.where is None or event.where.name != "Oslo" for event in events(coder, text, "ASSAULT"))


def test_arms_back_where_they_fight(coder: Coder) -> None:
    text = "Rebels fought in Afrin, backed by Turkish artillery."
    assert all(event.where and event.where.country == "SYR" for event in events(coder, text, "SUPPORT"))


def test_a_district_named_after_its_name(coder: Coder) -> None:
    where = events(coder, "Turkey attacked Afrin, a small enclave in Syria.", "ASSAULT")[-1].where
    assert where is not None
    assert (where.name, where.precision) == ("Afrin", "admin2")


def test_a_government_seat_says_nothing_of_where_its_troops_are(coder: Coder) -> None:
    text = "Syria is at war in Syria. Turkey sent officials to Moscow on Friday. Russia has pulled back its troops."
    where = events(coder, text, "RETREAT")[-1].where
    assert where is None or where.country != "RUS"
