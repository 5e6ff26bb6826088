"""What long reports of war tell: one scene among many reactions abroad, datelines in ordinary letters, two sides, envoys to the UN."""

from __future__ import annotations

from datetime import date

import polybius
from polybius import reading
from polybius.actors import about
from polybius.model import Actor, Event, Mention, Span

DAY = date(2016, 6, 15)


def _events(coder: polybius.Coder, text: str, type_: str) -> list[Event]:
    return [e for e in coder.code(polybius.Document(text=text, published=DAY)).events if e.type == type_]


def _lands(side: tuple[Actor, ...]) -> set[str | None]:
    return {actor.country for actor in side}


def _named(*lands: str) -> list[Mention]:
    actors = (Actor(land, Span(0, 3), land, country=land) for land in lands)
    return [Mention(0, n, actor, "name", False, True, False, ()) for n, actor in enumerate(actors)]


def test_a_land_named_far_more_often_than_any_other_is_the_scene() -> None:
    abroad = ["KEN", "UGA", "SWE", "TUR", "NOR", "EGY", "KEN", "SWE", "TUR"]
    assert about.focus([_named(*["SOM"] * 7, *abroad)]) == "SOM"
    assert about.focus([_named(*["SOM"] * 5, *abroad)]) is None
    assert about.focus([_named(*["SOM"] * 7, *["ETH"] * 5)]) is None


def test_a_town_before_a_dash_is_a_dateline(coder: polybius.Coder) -> None:
    text = "Baghdad - Gunmen shot dead two American soldiers near a market on Wednesday, police said."
    (sentence,) = reading.read(text).sentences
    assert sentence.plain.startswith("Gunmen")
    assert all(a.text != "Baghdad" for e in _events(coder, text, "ASSAULT") for a in e.actors)


def test_a_title_of_two_names_is_no_dateline() -> None:
    (sentence,) = reading.read("Nairobi - Kampala railway opened").sentences
    assert sentence.plain.startswith("Nairobi")


def test_the_state_in_small_letters_is_no_department(coder: polybius.Coder) -> None:
    text = 'Armed men killed 28 people near Algiers. "The state tells us to defend ourselves," a postman said.'
    assert "USA" not in {c for e in _events(coder, text, "REQUEST") for c in _lands(e.actors)}


def test_its_un_ambassador_is_of_the_state_that_sends_him(coder: polybius.Coder) -> None:
    text = "Syria rejected the reports. Its UN ambassador accused Saudi Arabia of paying people to play the hungry."
    (event,) = _events(coder, text, "ACCUSE")
    assert (_lands(event.actors), _lands(event.recipients)) == ({"SYR"}, {"SAU"})


def test_who_asks_both_sides_is_none_of_them(coder: polybius.Coder) -> None:
    text = (
        "Azerbaijan said on Monday that Armenia had shelled a village. Norway, which has hosted talks for two years, called on both sides "
        "to show restraint."
    )
    assert all("NOR" not in _lands(e.recipients) for e in _events(coder, text, "REQUEST"))


def test_a_government_and_its_men_are_no_two_countries(coder: polybius.Coder) -> None:
    text = (
        "Azerbaijan said on Monday that Armenia had shelled a village. The Kremlin said that its peacekeepers were watching. "
        "Norway's foreign minister urged the two countries to pull back their troops."
    )
    assert all(_lands(e.recipients) != {"RUS"} for e in _events(coder, text, "REQUEST"))


def test_a_drone_is_nobodys_by_the_sentence_before(coder: polybius.Coder) -> None:
    text = (
        "Eritrean soldiers were looting houses in Adwa on Wednesday, witnesses said. A doctor in Shire reported that a drone had hit a school "
        "on Tuesday."
    )
    assert all(a.country != "ERI" for e in _events(coder, text, "ASSAULT") for a in e.actors if a.text == "a drone")


def test_a_president_whom_nobody_knows_is_of_the_land_of_the_report(coder: polybius.Coder) -> None:
    text = (
        "Sri Lankan jets bombed a camp near Mullaitivu on Monday. Sri Lanka's navy shelled the coast. Sri Lankan police closed the road. "
        "The rains have come early this year. President Chandana Wijeratne accused Norway of meddling."
    )
    (event,) = _events(coder, text, "ACCUSE")
    assert (_lands(event.actors), _lands(event.recipients)) == ({"LKA"}, {"NOR"})


def test_the_supreme_court_is_of_the_land_named_most(coder: polybius.Coder) -> None:
    text = (
        "Honduran soldiers fired on a crowd in Tegucigalpa. The army ousted the president of Honduras. Spain warned Honduras on Monday. "
        "Honduras shut its ports. Honduran police shut two papers. Mexico asked the Supreme Court "
        "to reinstate the president. The United States urged restraint."
    )
    assert all("USA" not in _lands(e.recipients) for e in _events(coder, text, "REQUEST"))


def test_a_missiles_name_is_no_town(coder: polybius.Coder) -> None:
    text = "The building in Mykolaiv was hit by two Iskander missiles on Monday, the governor said."
    assert all(a.country != "UZB" for e in _events(coder, text, "ASSAULT") for a in e.actors)


def test_the_rebels_are_not_of_where_they_are_invited(coder: polybius.Coder) -> None:
    text = (
        "Burundi's army and the Burundian rebels of the National Liberation Forces fought near Bujumbura on Saturday. Burundian police closed "
        "the roads. South Africa's mediator invited the rebels' leaders to talks in Pretoria. The rebels turned down the invitation."
    )
    (event,) = _events(coder, text, "REJECT")
    assert (_lands(event.actors), _lands(event.recipients)) == ({"BDI"}, {"ZAF"})
