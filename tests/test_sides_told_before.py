"""Sides that a sentence leaves to those before it, or to who rules where it is set: answers to apologies, parts of a land, territories overseas."""

from __future__ import annotations

from datetime import date

import pytest

import polybius

DAY = date(2016, 6, 15)


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Kenya's minister apologised to Uganda. Uganda dismissed the apology as worthless.", "REJECT", "UGA", "KEN"),
        ("Togo's president met unions in Lome. Ministers have rejected the claim by Benin.", "REJECT", "TGO", "BEN"),
        ("The Kenyan presidency said ministers had rejected Uganda's offer.", "REJECT", "KEN", "UGA"),
        ("Kenya arrested two Ugandan traders. Officials have accused Uganda of a plot.", "ACCUSE", "KEN", "UGA"),
        (
            "A court in Accra ordered Toyota to pay a fine. Banks were calm. Japan's government refused to accept the verdict on Wednesday.",
            "REJECT",
            "JPN",
            "GHA",
        ),
        (
            "Tesco's board met on Monday. Iranian police closed two of the retailer's supermarkets on Friday.",
            "COERCE",
            "IRN",
            "GBR",
        ),
        (
            "John Smith, an American teacher, died on Monday. In Paris President Macron told reporters that Iran bore the blame for the death. "
            "Tehran, which released him in May, denies that he was beaten.",
            "RETREAT",
            "IRN",
            "USA",
        ),
        (
            "Chinese buyers left. The mayor of Perth in Australia criticised the federal government.",
            "ACCUSE",
            "AUS",
            "AUS",
        ),
        ("The shadow foreign minister accused the Australian government of lying.", "ACCUSE", "AUS", "AUS"),
        ("Police arrested two Kenyans in New Caledonia on Monday.", "COERCE", "FRA", "KEN"),
        ("A boat with 56 Iranians on board was intercepted off Christmas Island on Monday.", "COERCE", "AUS", "IRN"),
        ("Angela Merkel wrote to Barack Obama to ask him to wait.", "REQUEST", "DEU", "USA"),
        (
            "Ukraine's president addressed the French parliament, where he urged the deputies to send planes.",
            "REQUEST",
            "UKR",
            "FRA",
        ),
        (
            "Malaysia's voters turned out the coalition that had ruled them. It rained for weeks. The new prime minister, Tun Hashim Zakaria, opened a "
            "bridge. China sold some steel. Singapore's markets fell. China's bankers waited. Hashim praised Xi Jinping on Monday.",
            "SUPPORT",
            "MYS",
            "CHN",
        ),
    ],
)
def test_sides(coder: polybius.Coder, text: str, type_: str, actors: str, recipients: str) -> None:
    events = coder.code(polybius.Document(text=text, published=DAY)).events
    sides = [
        ({a.country for a in e.actors}, {r.country for r in e.recipients})
        for e in events
        if e.type == type_ and e.status == "asserted"
    ]
    assert ({actors}, {recipients}) in sides


def test_their_talks_are_of_the_two_told_of_before(coder: polybius.Coder) -> None:
    text = "Nicolas Maduro dined in Beijing with Xi Jinping. During their talks on Monday he asked for loans."
    events = [e for e in coder.code(polybius.Document(text=text, published=DAY)).events if e.type == "CONSULT"]
    assert [(e.trigger.of(text), {a.country for a in e.actors}) for e in events][-1] == ("talks", {"VEN", "CHN"})
