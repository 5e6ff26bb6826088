"""Bodies of which the world has one, as papers write them in small letters."""

from __future__ import annotations

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("France urged the security council to act.", "UNO"),
        ("Mali's junta fell. Russia accused the security council of bias.", "UNO"),
        ("Iran accused the state department of lying.", "USA"),
        ("Kenya accused the international criminal court of bias.", "IGO"),
        ("Iraq's president criticised the revolutionary guards.", "IRN"),
        ("Poland accused Ukraine's security council of lying.", "UKR"),
    ],
)
def test_in_small_letters(coder: Coder, text: str, recipient: str) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.recipients)
    assert [r.country for r in event.recipients] == [recipient]


@pytest.mark.parametrize(
    ("text", "type_", "actor"),
    [
        (
            "The African Union suspended Sudan in June. Its envoy, Mohamed Lebatt, urged Egypt to help.",
            "REQUEST",
            "IGO",
        ),
        (
            "Mali's junta expelled the French ambassador. Russia sent tanks. Algeria has been talking to Tuareg rebels. "
            "It met them on Monday. It also met the French. The junta has accused Algeria of meddling.",
            "ACCUSE",
            "MLI",
        ),
    ],
)
def test_whose_envoy_or_junta(coder: Coder, text: str, type_: str, actor: str) -> None:
    event = [e for e in coder.code(Document(text=text)).events if e.type == type_][-1]
    assert [a.country for a in event.actors] == [actor]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Investigators for Human Rights Watch have accused Sudan of murder.", "ACCUSE", "NGO", "SDN"),
        (
            "Chad's army let them through. The Sudanese paramilitaries who have fought the army since April are near.",
            "ASSAULT",
            "SDN",
            "SDN",
        ),
    ],
)
def test_whose_they_are(coder: Coder, text: str, type_: str, actors: str, recipients: str) -> None:
    event = next(e for e in coder.code(Document(text=text)).events if e.type == type_)
    assert [[p.country for p in side] for side in (event.actors, event.recipients)] == [[actors], [recipients]]


def test_germans_in_nigeria_are_no_place(coder: Coder) -> None:
    events = coder.code(Document(text="Gunmen kidnapped two Germans in Nigeria.")).events
    assert not any(a.country == "DEU" for e in events for a in e.actors)
