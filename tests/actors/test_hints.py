"""A report that names no land is told from by acronyms of one land, its money, its leader, its towns: whose acronyms it holds."""

from __future__ import annotations

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        ("PDP slams APC over insecurity", "NGA"),
        ("PNP accuses JLP of fraud", "JAM"),
        ("DSS arrests ex-minister over N20bn fraud", "NGA"),
        ("APC hails Buhari over appointment of service chiefs", "NGA"),
    ],
)
def test_of_the_land_that_is_hinted_at(coder: Coder, text: str, acting: str) -> None:
    events = coder.code(Document(text=text)).events
    assert {a.country for e in events for a in e.actors} == {acting}


@pytest.mark.parametrize("text", ["PDP slams the minister over insecurity", "Kenya and the PDP slam the minister"])
def test_one_acronym_alone_hints_at_no_land(coder: Coder, text: str) -> None:
    events = coder.code(Document(text=text)).events
    assert "NGA" not in {a.country for e in events for a in e.actors}
