"""What headlines and tickers leave out: auxiliaries, copulas, words of saying; labels before them and datelines behind them."""

from __future__ import annotations

from datetime import date

import pytest

from polybius import Coder, Document, reading


def told(coder: Coder, text: str) -> set[tuple[str, str, str, str]]:
    """Types with actors, recipients and status."""
    return {
        (
            e.type,
            "&".join(sorted({a.country or "" for a in e.actors})),
            "&".join(sorted({r.country or "" for r in e.recipients})),
            e.status,
        )
        for e in coder.code(Document(text=text, published=date(2016, 6, 15))).events
    }


@pytest.mark.parametrize(
    "text,event",
    [
        ("Malta journalist arrested in Tripoli", ("COERCE", "LBY", "MLT", "asserted")),
        ("Two French priests kidnapped in Chad.", ("ASSAULT", "", "FRA", "asserted")),
        ("Kerry in Beirut for talks with Hariri", ("CONSULT", "USA", "LBN", "asserted")),
        ("Chad to Sudan: stop arming rebels", ("REQUEST", "TCD", "SDN", "asserted")),
        ("EU to Serbia: hand over Mladic", ("REQUEST", "EUR", "SRB", "asserted")),
        ("Peru, Chile to hold talks on copper - minister", ("AGREE", "CHL&PER", "", "asserted")),
        ("Tehran points finger at Riyadh", ("ACCUSE", "IRN", "SAU", "asserted")),
        ("Tamil Tigers down Sri Lankan jet", ("ASSAULT", "LKA", "LKA", "asserted")),
        ("US airlifts aid to Bosnia", ("AID", "USA", "BIH", "asserted")),
        ("Panic in Beirut as Israeli jets bomb port", ("ASSAULT", "ISR", "LBN", "asserted")),
        ("Clashes in Guinea as police fire on strikers", ("ASSAULT", "GIN", "GIN", "asserted")),
        ("BREAKING: Kenya expels Eritrean envoy", ("SANCTION", "KEN", "ERI", "asserted")),
        ("UPDATE 2-Algeria expels Moroccan diplomats", ("SANCTION", "DZA", "MAR", "asserted")),
    ],
)
def test_is_told(coder: Coder, text: str, event: tuple[str, str, str, str]) -> None:
    assert event in told(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Fog lifted in Lima",
        "Kenya out of World Cup",
        "French strike talks",
        "Ghana bank offers",
        "Barbados rum exports fire up",
        "Chile shares: a history",
    ],
)
def test_is_not_told(coder: Coder, text: str) -> None:
    assert not [
        e for e in told(coder, text) if e[0] in ("ASSAULT", "COERCE", "RETREAT", "REQUEST", "CONCEDE", "CONSULT")
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("UPDATE 2-Algeria expels Moroccan consul", ["Algeria expels Moroccan consul"]),
        ("10.42am: The prime minister has spoken to the Danes.", ["The prime minister has spoken to the Danes."]),
        (
            "Cyprus frees skipper. NICOSIA, June 3 (Reuters) - A Syrian captain was released on Thursday.",
            ["Cyprus frees skipper.", "A Syrian captain was released on Thursday."],
        ),
        ("Breaking: the law was the aim of the march.", ["the law was the aim of the march."]),
        ("Latest polls favour the governor of Lagos.", ["Latest polls favour the governor of Lagos."]),
    ],
)
def test_labels_and_datelines_are_passed_over(text: str, parts: list[str]) -> None:
    assert [s.span.of(text) for s in reading.read(text).sentences] == parts
