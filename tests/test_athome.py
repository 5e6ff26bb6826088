"""Who is of a doer's own land though no word says so."""

import pytest

from polybius import Coder, Document


def recipients(coder: Coder, text: str, type_: str) -> list[str | None]:
    """The countries of the recipients of all events of a type."""
    return [r.country for e in coder.code(Document(text=text)).events if e.type == type_ for r in e.recipients]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police in Lusaka arrested the treasurer at his flat.", ["ZMB"]),
        ("Kazakh police detained 40 suspects at the weekend.", ["KAZ"]),
        ("A court in Baku jailed a blogger for six years.", ["AZE"]),
        ("Police in Lusaka arrested Athanase Mbewe on Monday.", ["ZMB"]),
        ("Athanase Mbewe, 66, was arrested in Lusaka in June.", ["ZMB"]),
        ("Zambian police arrested three foreign engineers.", [None]),
        ("Two boats from Malawi crossed the lake. Zambia seized the catch and detained a man.", [None]),
    ],
)
def test_rulers_hold_their_own_where_no_word_says_otherwise(
    coder: Coder, text: str, expected: list[str | None]
) -> None:
    assert recipients(coder, text, "COERCE")[-1:] == expected


def test_courts_convict_their_own_by_name(coder: Coder) -> None:
    told = "A court in Baku convicted Elshan Mirqasimov of treason."
    assert recipients(coder, told, "SANCTION") == ["AZE"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru charged the former president with treason.", ["PER"]),
        ("The Bolivian senate impeached the ousted president.", ["BOL"]),
        ("The former president was charged with theft by Malawian prosecutors.", ["MWI"]),
        ("Gabon sent troops to Chad. Gabonese officials accused the former minister of fraud.", [None]),
    ],
)
def test_rulers_try_their_own_former_rulers(coder: Coder, text: str, expected: list[str | None]) -> None:
    assert recipients(coder, text, "ACCUSE") == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Paraguay's senate ratified a pact with Brazil while thousands of Paraguayans protested against the government.", "PROTEST", ["PRY"]),
        ("Ghana's teachers criticised the president after he flew to Paris.", "ACCUSE", ["GHA"]),
        ("Kenyan nurses thanked the president of Uganda.", "SUPPORT", ["UGA"]),
    ],
)  # fmt: skip
def test_people_speak_to_their_own_rulers(coder: Coder, text: str, type_: str, expected: list[str | None]) -> None:
    assert recipients(coder, text, type_) == expected


def test_who_rules_dismisses_his_own(coder: Coder) -> None:
    assert recipients(coder, "Jordan's king dismissed the prime minister.", "SANCTION") == ["JOR"]
    assert recipients(coder, "Jordan's king dismissed the Syrian ambassador.", "SANCTION") != ["JOR"]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Opposition supporters enforced a general strike in Bangladesh on Tuesday.", "PROTEST", ["BGD"]),
        ("Kurdish inmates in Turkey entered the fiftieth day of a hunger strike on Tuesday.", "PROTEST", ["TUR"]),
        ("Nigerians rallied in Lagos on Thursday to protest at rights violations.", "PROTEST", ["NGA"]),
        ("Workers in Peru went on strike on Monday over pay.", "PROTEST", []),
        ("Iraq's interim government said it was prepared to impose martial law.", "THREATEN", ["IRQ"]),
    ],
)
def test_oppositions_and_prisoners_protest_against_who_rules(
    coder: Coder, text: str, type_: str, expected: list[str | None]
) -> None:
    assert recipients(coder, text, type_) == expected


@pytest.mark.parametrize(
    ("text", "type_", "land"),
    [
        ("Burundi signed a peace deal with the rebels.", "SUPPORT", "BDI"),
        ("Colombia resumed peace talks with guerrillas.", "CONSULT", "COL"),
        ("Nepal's king urged Maoist rebels to lay down their arms.", "REQUEST", "NPL"),
        ("Sudan broke off talks with tribal leaders.", "SANCTION", "SDN"),
        ("Talks between Colombia and trade unions opened on Monday.", "CONSULT", "COL"),
        ("Norway held talks with the rebels.", "CONSULT", None),
        ("Norway, which mediates in Sudan, held talks with the rebels.", "CONSULT", None),
        ("Iran armed the rebels.", "AID", None),
    ],
)
def test_rebels_and_others_whom_a_state_faces_are_its_own(
    coder: Coder, text: str, type_: str, land: str | None
) -> None:
    told = [e for e in coder.code(Document(text=text)).events if e.type == type_]
    assert all(p.country == land for e in told for p in (*e.actors, *e.recipients) if p.sector not in ("", "GOV"))
    assert land is None or any(len((*e.actors, *e.recipients)) > 1 for e in told)


def test_a_state_puts_its_own_to_death(coder: Coder) -> None:
    assert recipients(coder, "Saudi Arabia executed 37 men on Tuesday.", "ASSAULT") == ["SAU"]


def test_a_place_at_home_suffers_nothing_beside_whom_it_befalls(coder: Coder) -> None:
    assert recipients(coder, "Ecuadorean police searched the Chilean embassy in Quito.", "COERCE") == ["CHL"]


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Romanian police searched ethnic Hungarian homes on Friday.", "ROU"),
        ("Hungary's police searched Romanian homes on Friday.", "ROU"),
    ],
)
def test_what_is_a_minority_s_is_of_those_who_rule_it(coder: Coder, text: str, land: str) -> None:
    search = next(e for e in coder.code(Document(text=text)).events if e.type == "COERCE")
    assert [r.country for r in search.recipients] == [land]


@pytest.mark.parametrize(
    ("text", "type_", "land"),
    [
        ("A Malaysian court on Monday sentenced nine Islamists to death.", "COERCE", "MYS"),
        ("Angola's ruling party expelled a general.", "SANCTION", "AGO"),
    ],
)
def test_courts_and_parties_deal_with_their_own(coder: Coder, text: str, type_: str, land: str) -> None:
    told = next(e for e in coder.code(Document(text=text)).events if e.type == type_)
    assert [r.country for r in told.recipients] == [land]
