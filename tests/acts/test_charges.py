"""Charges and how they are answered, things called by a bad name, complaints before a court: constructions of accusing and refusing."""

import pytest

from polybius import Coder, Document


def _told(coder: Coder, text: str) -> set[tuple[str, str, str, str]]:
    events = coder.code(Document(text=text)).events
    return {
        (e.type, a.country or "", r.country or "", e.status) for e in events for a in e.actors for r in e.recipients
    }


@pytest.mark.parametrize(
    ("text", "accuser", "denier"),
    [
        ("Rwanda has armed the rebels, said Congo's minister, a charge that Rwanda denies.", "COD", "RWA"),
        ("Eritrea had sent its army over the border, Ethiopia's prime minister said, an allegation which Asmara has denied.", "ETH", "ERI"),
    ],
)  # fmt: skip
def test_a_charge_called_so_is_made_and_denied(coder: Coder, text: str, accuser: str, denier: str) -> None:
    told = _told(coder, text)
    assert ("ACCUSE", accuser, denier, "asserted") in told
    assert ("REJECT", denier, accuser, "asserted") in told


def test_a_fee_is_no_charge(coder: Coder) -> None:
    told = _told(coder, "Norway's minister paid a charge that Denmark disputes.")
    assert not [t for t in told if t[0] == "ACCUSE"]


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Egypt called the Ethiopian plan a trick.", "EGY", "ETH"),
        ("Palestinian officials called the deal with the Emirates a stab in the back.", "PSE", "ARE"),
    ],
)
def test_what_is_called_by_a_bad_name_is_no_deal_of_who_calls_it_so(
    coder: Coder, text: str, actor: str, recipient: str
) -> None:
    told = _told(coder, text)
    assert ("ACCUSE", actor, recipient, "asserted") in told
    assert not [t for t in told if t[0] == "AGREE"]


def test_a_complaint_is_against_whom_it_says_not_against_the_body_that_hears_it(coder: Coder) -> None:
    told = _told(coder, "Cyprus lodged a complaint with the Security Council against Turkey.")
    assert {t[:3] for t in told if t[0] == "ACCUSE"} == {("ACCUSE", "CYP", "TUR")}


def test_what_somebody_is_opposed_to_by_nature_stays_a_state(coder: Coder) -> None:
    told = _told(coder, "Peru's farmers met the union that opposes the tariffs of Chile.")
    assert not [t for t in told if t[0] == "REJECT" and t[3] == "asserted"]


def test_what_was_suffered_from_nobody_told_charges_nobody(coder: Coder) -> None:
    coded = coder.code(Document(text="Two Swiss hikers were murdered in Yemen, police said."))
    assert [(e.type, [a.text for a in e.actors], e.recipients[0].country) for e in coded.events] == [
        ("ASSAULT", [], "CHE")
    ]
