"""What a load holds, where a convoy is bound, what decrees and curfews do, and when a deed was for which somebody is tried."""

from __future__ import annotations

from datetime import date

from polybius import Coder, Document
from polybius.model import Event


def told(coder: Coder, text: str, type_: str, published: date | None = None) -> Event:
    (event,) = (e for e in coder.code(Document(text=text, published=published)).events if e.type == type_)
    return event


def sides(event: Event) -> tuple[list[str | None], list[str | None]]:
    return [a.country for a in event.actors], [r.country for r in event.recipients]


def test_a_load_is_those_whom_it_holds(coder: Coder) -> None:
    event = told(coder, "Polish border guards turned back a busload of Ukrainian pilgrims.", "COERCE")
    assert sides(event) == (["POL"], ["UKR"])


def test_a_convoy_is_for_where_it_is_bound(coder: Coder) -> None:
    event = told(coder, "The Egyptian army held back relief convoys bound for Gaza.", "COERCE")
    assert sides(event) == (["EGY"], ["PSE"])


def test_a_curfew_stands_for_who_decreed_it(coder: Coder) -> None:
    event = told(coder, "A curfew came into force in Lagos on Sunday.", "COERCE")
    assert sides(event) == (["NGA"], ["NGA"])


def test_who_is_given_terms_is_no_part_of_them(coder: Coder) -> None:
    event = told(coder, "A court in Quito gave two Colombian smugglers 30-year terms.", "COERCE")
    assert sides(event) == (["ECU"], ["COL"])


def test_a_year_of_the_deed_is_not_that_of_the_charge(coder: Coder) -> None:
    text = "Spain charged three Salvadoran officers with murdering priests in 1989."
    assert told(coder, text, "ACCUSE", date(2006, 5, 4)).status == "asserted"


def test_a_junta_holds_those_who_held_office_at_home(coder: Coder) -> None:
    event = told(
        coder, "The military government placed the deposed prime minister of Niger under house arrest.", "COERCE"
    )
    assert sides(event) == (["NER"], ["NER"])


def test_customs_men_are_police_of_where_they_are(coder: Coder) -> None:
    event = told(coder, "Security men ransacked the house of an opposition leader in Lome.", "COERCE")
    assert sides(event) == (["TGO"], ["TGO"])


def test_what_is_made_illegal_is_so_for_those_named(coder: Coder) -> None:
    event = told(coder, "Burundi made it illegal for Rwandan traders to sell vegetables.", "COERCE")
    assert sides(event) == (["BDI"], ["RWA"])
