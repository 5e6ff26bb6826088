"""Gifts, greetings and ties in constructions that a parser misreads or that stand beside a circumstance."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("sentence", "type_", "actors", "recipients"),
    [
        ("Chile gave Bolivia credit for stopping the smugglers.", "SUPPORT", {"CHL"}, {"BOL"}),
        ("Kenya's president wished Uganda a happy anniversary.", "SUPPORT", {"KEN"}, {"UGA"}),
        ("The mayor of Warsaw made the Ukrainian envoy an honorary citizen.", "SUPPORT", {"POL"}, {"UKR"}),
        ("Kenya opened an embassy in Lisbon on Monday in the presence of the minister.", "SUPPORT", {"KEN"}, {"PRT"}),
        ("Latvia is firmly behind Georgia over the strait.", "SUPPORT", {"LVA"}, {"GEO"}),
        ("Manoeuvres involving Greek and Cypriot troops began on Monday.", "COOPERATE", {"GRC", "CYP"}, set()),
        ("The African Union readmitted Mali on Friday.", "SUPPORT", {"IGO"}, {"MLI"}),
        ("The Pope praised Poland on Sunday.", "SUPPORT", {"VAT"}, {"POL"}),
        ("Doctors Without Borders praised Kenya.", "SUPPORT", {"NGO"}, {"KEN"}),
        ("Polish rifles were given to the Latvian police.", "AID", {"POL"}, {"LVA"}),
    ],
)
def test_who_gave_or_greeted_whom(
    coder: Coder, sentence: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    events = [e for e in coder.code(Document(text=sentence)).events if e.type == type_ and e.status == "asserted"]
    sides = [({a.country for a in e.actors}, {a.country for a in e.recipients}) for e in events]
    assert sides == [(actors, recipients)]


def test_the_name_of_a_body_may_be_the_gift(coder: Coder) -> None:
    events = coder.code(Document(text="Norway offered NATO membership.")).events
    assert not [e for e in events if any(a.country == "IGO" for a in e.recipients)]
