"""Whom acts at home befall that name nobody."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Bolivian miners blocked a highway over a new mining law.", "BOL GOV"),
        ("Senegalese students marched on Friday in protest at the jailing of a rapper.", "SEN GOV"),
        ("Togolese traders closed their shops to demand the release of a union leader.", "TGO GOV"),
        ("Danish nurses rallied in Odense against cuts in public spending.", "DNK GOV"),
        ("Lawyers in Bhutan marched to demand an end to the monarchy.", "BTN GOV"),
        ("Belgian farmers blocked roads over milk prices.", ""),  # nobody decreed them
        ("Iranian exiles marched in Vienna against the verdict.", ""),  # of whose court?
        ("French dockers went on strike over a decree by Albania.", "ALB"),
    ],
)
def test_a_protest_at_home_against_what_rulers_do_is_against_who_rules(coder: Coder, text: str, recipient: str) -> None:
    protest = next(e for e in coder.code(Document(text=text)).events if e.type == "PROTEST")
    assert " ".join(f"{r.country} {r.sector}".strip() for r in protest.recipients) == recipient


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Croats marched in Zagreb to condemn the shelling of Vukovar by the Yugoslav army.", "SRB MIL"),
        ("Tongan dockers rallied to denounce abuses by French sailors.", "FRA MIL"),
        ("Thousands of Sikhs paraded through Amritsar to condemn India's storming of the temple.", "IND"),
        ("Inmates of a Latvian prison rioted over their food.", "LVA GOV"),
        ("Somali refugees held a hunger strike outside UN offices in Lusaka.", "UNO"),
        ("Dutch nurses went on strike to demand higher wages.", ""),
    ],
)
def test_a_protest_against_a_deed_is_against_who_did_it(coder: Coder, text: str, recipient: str) -> None:
    protest = next(e for e in coder.code(Document(text=text)).events if e.type == "PROTEST" and e.status == "asserted")
    assert " ".join(f"{r.country} {r.sector}".strip() for r in protest.recipients) == recipient


@pytest.mark.parametrize(
    ("text", "type_", "recipient"),
    [
        ("Senegalese unions rejected the new labour law.", "REJECT", "SEN GOV"),
        ("Zambian journalists condemned the arrest of an editor.", "ACCUSE", "ZMB GOV"),
        ("Fijian trade unions called for the repeal of a decree on strikes.", "REQUEST", "FJI GOV"),
        ("Peasants in Bolivia demanded that the gas fields be nationalised.", "REQUEST", "BOL GOV"),
        ("Slovak students condemned the jailing of a Belarusian poet.", "ACCUSE", ""),  # by whom?
        ("Bolivian miners demanded higher wages.", "REQUEST", ""),
        ("Bolivia's opposition called for an emergency debate.", "REQUEST", "BOL GOV"),
        ("Bolivian deputies demanded a statement.", "REQUEST", "BOL GOV"),
        ("Bolivia's president demanded an explanation.", "REQUEST", ""),
    ],
)
def test_people_speak_to_who_rules_them_of_what_rulers_do(coder: Coder, text: str, type_: str, recipient: str) -> None:
    told = [r for e in coder.code(Document(text=text)).events if e.type == type_ for r in e.recipients]
    assert " ".join(f"{r.country} {r.sector}".strip() for r in told) == recipient


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Ecuador imposed a night curfew.", "ECU"),
        ("A state of emergency was declared by Chile's president.", "CHL"),
        ("The Burmese army staged a coup.", ""),
        ("Israel imposed a curfew on Hebron.", "PSE"),
    ],
)
def test_a_curfew_that_names_nobody_is_over_the_land_of_who_declares_it(
    coder: Coder, text: str, recipient: str
) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.type == "COERCE")
    assert " ".join(r.country or "" for r in event.recipients) == recipient


def test_who_is_understood_is_told_by_the_words_that_tell_it(coder: Coder) -> None:
    text = "Bread was dear. Bolivian miners blocked a highway over a new mining law."
    protest = next(e for e in coder.code(Document(text=text)).events if e.type == "PROTEST")
    party = protest.recipients[0]
    assert party.text == "a new mining law" == text[party.span.start : party.span.end]
    assert any("rules BOL" in why for why in protest.why)


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Israeli troops attacked Palestinian youths with batons and arrested about 20.", "PSE"),
        ("Israeli troops met Palestinian youths and arrested about 20.", None),
    ],
)
def test_whom_only_a_number_tells_are_those_faced_before(coder: Coder, text: str, recipient: str | None) -> None:
    events = [e for e in coder.code(Document(text=text)).events if e.type == "COERCE"]
    assert [r.country for e in events for r in e.recipients] == [recipient]


def test_people_whom_an_attack_befalls_are_of_where_it_was(coder: Coder) -> None:
    text = "A Chechen gunman killed three people when he opened fire in Lyon."
    event = next(e for e in coder.code(Document(text=text)).events if e.recipients)
    assert [r.country for r in event.recipients] == ["FRA"]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Troops pulled back to Goma, where M23 carried out a suicide bombing last week.", ["COD CVL"]),
        (
            "She lives in Kyiv, where Russia carried out an air strike.",
            ["UKR "],
        ),  # a capital as a town, not who rules there
        ("Miners fled to Lima, where Chilean and Bolivian troops fought.", []),
    ],
)
def test_an_attack_told_by_where_befalls_that_place(coder: Coder, text: str, recipient: list[str]) -> None:
    events = [e for e in coder.code(Document(text=text)).events if e.type == "ASSAULT"]
    assert [f"{r.country} {r.sector}" for e in events for r in e.recipients] == recipient


def test_what_nobody_owns_is_of_where_it_was_struck(coder: Coder) -> None:
    event = next(e for e in coder.code(Document(text="Border villages were shelled in Iraq on Monday.")).events)
    assert not event.actors
    assert [r.country for r in event.recipients] == ["IRQ"]


@pytest.mark.parametrize(
    "text",
    [
        "Gambia's president threatened to declare a state of emergency.",
        "The governor of Zambia's southern province threatened to impose a curfew.",
    ],
)
def test_a_threat_of_what_is_decreed_over_all_is_towards_those_at_home(coder: Coder, text: str) -> None:
    threat = next(e for e in coder.code(Document(text=text)).events if e.type == "THREATEN")
    assert {r.country for r in threat.recipients} == {a.country for a in threat.actors}
