"""Acts inside one another's circumstances, in sentences made for it."""

from __future__ import annotations

from datetime import date

import pytest

from polybius import Coder, Document
from polybius.model import Event


def _of(coder: Coder, text: str, type_: str) -> list[Event]:
    found = coder.code(Document(text=text, published=date(2014, 3, 12))).events
    return [e for e in found if e.type == type_]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("In breach of the 1975 treaty, Chilean troops fired on a Bolivian patrol on Monday.", "ASSAULT"),
        ("Peru's decision to expel four Cuban divers drew protests from Havana.", "SANCTION"),
        ("The order by Kenya to expel six Ugandan envoys was condemned by traders.", "SANCTION"),
    ],
)
def test_what_is_told_beside_an_act_takes_nothing_from_it(coder: Coder, text: str, type_: str) -> None:
    assert "asserted" in {e.status for e in _of(coder, text, type_)}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Chad's decision to expel two Libyan envoys may anger Tripoli.", "SANCTION"),
        ("Chad put off a decision to expel two Libyan envoys.", "SANCTION"),
        ("Kenyan troops who fought in the 1975 war met Somali officers.", "ASSAULT"),
    ],
)
def test_decisions_to_come_and_old_wars_are_no_news(coder: Coder, text: str, type_: str) -> None:
    assert "asserted" not in {e.status for e in _of(coder, text, type_)}


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan cabinet, meeting after a grenade attack on a mosque, outlawed two groups.",
        "The Peruvian parliament outlawed two parties following a raid on a prison.",
    ],
)
def test_who_acts_after_a_blow_has_not_dealt_it(coder: Coder, text: str) -> None:
    assert not [e for e in _of(coder, text, "ASSAULT") if e.actors]


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        ("Peru's army chief was dismissed on Friday over a loan from Ecuador.", "SANCTION", "PER", "PER"),
        ("A Chadian spy was hanged in Khartoum on Monday.", "ASSAULT", "SDN", "TCD"),
        ("Three of the Chadian nurses whom Libya jailed in May have gone home.", "COERCE", "LBY", "TCD"),
        ("The Chilean minister was denied entry to Peru on Friday.", "REJECT", "PER", "CHL"),
        ("Two Chilean divers were stopped, beaten and robbed by Peruvian police on Sunday.", "ASSAULT", "PER", "CHL"),
        ("Half a million people marched through Quito to demand an end to Peru's blockade.", "PROTEST", "ECU", "PER"),
        ("Many of the miners who stormed Peru's labour ministry were armed with sticks.", "PROTEST", "PER", "PER"),
    ],
)
def test_who_goes_without_saying(coder: Coder, text: str, type_: str, actor: str, recipient: str) -> None:
    sides = [({a.country for a in e.actors}, {r.country for r in e.recipients}) for e in _of(coder, text, type_)]
    assert ({actor}, {recipient}) in sides


@pytest.mark.parametrize(
    ("text", "type_", "actor"),
    [
        (
            "Afghan opposition leader Tarek Mossi, who returned from exile in Islamabad last month, was arrested on Monday.",
            "COERCE",
            "PAK",
        ),
        ("A Danish nurse was kidnapped in Gao and freed by Malian soldiers.", "ASSAULT", "MLI"),
        ("Dozens of Kurds were executed in Raqqa.", "ASSAULT", "SYR"),
        ("Two Turkish miners were dismissed on Monday.", "SANCTION", "TUR"),
    ],
)
def test_who_may_be_anybody_is_not_told(coder: Coder, text: str, type_: str, actor: str) -> None:
    assert actor not in {a.country for e in _of(coder, text, type_) for a in e.actors}


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Chad took a week to free the Libyan crew.", "RETREAT", "asserted"),
        (
            "It took Kenyan firemen and soldiers, flown in with dogs from three bases, two days to pull the last Somali survivors from the ruins of a hotel.",
            "AID",
            "asserted",
        ),
        ("Chad will take a week to free the Libyan crew.", "RETREAT", None),
        ("Rebels attacked a post a day before Libya's leader was due to visit Chad.", "AGREE", "hypothetical"),
        ("Libya's leader was due to visit Chad on Monday.", "AGREE", "asserted"),
    ],
)
def test_what_took_time_is_done_and_what_was_due_is_not_told(
    coder: Coder, text: str, type_: str, status: str | None
) -> None:
    found = [e.status for e in _of(coder, text, type_)]
    assert status in found if status else "asserted" not in found


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Chad and Niger have each recalled their ambassadors in a row over waste.", "NER TCD", "NER TCD"),
        ("Chad and Niger recalled their ambassadors from Libya.", "NER TCD", "LBY"),
        ("Israel's ambassador to Turkey was sacked on Friday.", "ISR", "ISR"),
    ],
)
def test_two_who_recall_their_envoys_do_it_to_one_another(
    coder: Coder, text: str, actors: str, recipients: str
) -> None:
    (event,) = _of(coder, text, "SANCTION")
    assert {a.country for a in event.actors} == set(actors.split())
    assert {r.country for r in event.recipients} == set(recipients.split())


def test_its_former_envoy_is_its_own(coder: Coder) -> None:
    (event,) = _of(coder, "Peru jailed its own former ambassador to Ecuador for nine years.", "COERCE")
    assert [r.country for r in event.recipients] == ["PER"]
