"""Notices to quit, loans shelved, men sent to guard, cities cordoned off; whose a minority is by the land said before it."""

from __future__ import annotations

import pytest

import polybius


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        ("Chad gave a Dutch charity notice to leave within a week.", "SANCTION", "TCD", "NLD"),
        ("The World Bank called off a loan to Malawi.", "SANCTION", "IGO", "MWI"),
        ("Estonia annulled the visas of 20 Russian officials.", "SANCTION", "EST", "RUS"),
        ("Mauritania lowered its level of representation in Doha.", "SANCTION", "MRT", "QAT"),
        ("The Commonwealth suspended Pakistan after the coup.", "SANCTION", "IGO", "PAK"),
        ("Guatemala sent 2,000 soldiers to guard the border with Belize.", "MOBILIZE", "GTM", "BLZ"),
        ("Armed police cordoned off the centre of Minsk.", "MOBILIZE", "BLR", None),
        ("Croatia's Serb rebels shelled a Bosnian town.", "ASSAULT", "HRV", "BIH"),
        ("Kosovo's Albanian leaders accused Greece of meddling.", "ACCUSE", "XKX", "GRC"),
        ("EU foreign policy chief Javier Solana praised Moldova's voters.", "SUPPORT", "EUR", "MDA"),
    ],
)
def test_told(coder: polybius.Coder, text: str, type_: str, actor: str, recipient: str | None) -> None:
    events = coder.code(polybius.Document(text=text)).events
    told = [({a.country for a in e.actors}, {a.country for a in e.recipients}) for e in events if e.type == type_]
    assert ({actor}, {recipient} if recipient else set()) in told


@pytest.mark.parametrize(
    "text",
    [
        "Students drafted a letter to the army.",
        "Rescuers hunted for a sunken submarine off Norway.",
        "The observers left the room in Vienna for lunch.",
        "Hunters gathered near the forest in Poland.",
    ],
)
def test_no_such_act(coder: polybius.Coder, text: str) -> None:
    assert not [e for e in coder.code(polybius.Document(text=text)).events if e.type in ("SANCTION", "MOBILIZE")]
