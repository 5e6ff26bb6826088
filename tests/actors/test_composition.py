"""What the words of a name compose to: places inside bodies' names, members, causes, former holders, other ways to write persons' names."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.actors.gatherings import of_members, opposing
from polybius.actors.variants import variants
from polybius.actors.who import Resolver
from polybius.lexicon import actor_index

PLACES = {"Northern Territory": "AUS", "Lagos": "NGA", "Lviv": "UKR", "Rio de Janeiro": "BRA", "Tamil Nadu": "IND", "Guangdong": "CHN",
          "Yukon": "CAN", "Alliance": "USA", "Mombasa": "KEN", "Northern": "SDN"}  # fmt: skip


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(actor_index.load(), place_country=PLACES.get)


def _coded(resolver: Resolver, phrase: str, day: date, context: str = "") -> tuple[str | None, str] | None:
    found = resolver.resolve(phrase, day, context)
    return (found.country, found.sector) if found else None


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Alliance of the Northern Territory", ("AUS", "")),
        ("Bavarian farmers' union", ("DEU", "AGR")),
        ("Union of Bavarian Farmers", ("DEU", "AGR")),
        ("Lagos Chamber of Commerce", ("NGA", "BUS")),
        ("Lagos Motor Boat Club", ("NGA", "")),
        ("Northern Territory Cattlemen's Association", ("AUS", "AGR")),
        ("Confederation of Andalusian Employers", ("ESP", "BUS")),
        ("Council of Yukon First Nations", ("CAN", "GOV")),
        ("Mombasa Clerics Council", ("KEN", "REL")),
        ("Union of Nigerian Teachers", ("NGA", "LAB")),
        ("Rio de Janeiro state government", ("BRA", "GOV")),
        ("Tamil Nadu fishermen", ("IND", "AGR")),
        ("Guangdong Provincial government", ("CHN", "GOV")),
        ("Lviv Oblast", ("UKR", "CVL")),
        ("Somali Region president", ("ETH", "GOV")),
        ("Kivu Civil Society", ("COD", "SOC")),
        ("Medical Association Kenya", ("KEN", "MED")),
        ("Nurses Council Northern Territory", ("AUS", "MED")),
        ("Minister Juan Carlos Aldana", (None, "GOV")),  # the king's two given names
        ("Pedro Sánchez", ("ESP", "OPP")),  # and no other country's minister
        ("Sardinian shepherds", ("ITA", "AGR")),
        ("New Yorkers", ("USA", "CVL")),
        ("Sri Lankan Buddhists", ("LKA", "CVL")),
        ("Pakistani Ahmadis", ("PAK", "REL")),
    ],
)
def test_places_and_members_give_country_and_sector(resolver: Resolver, phrase: str, expected: tuple[str, str]) -> None:
    assert _coded(resolver, phrase, date(2018, 3, 1)) == expected


@pytest.mark.parametrize("phrase", ["Alliance", "a network", "Front"])
def test_a_gathering_without_a_place_has_no_country(resolver: Resolver, phrase: str) -> None:
    found = resolver.resolve(phrase, date(2018, 3, 1))
    assert found is None or found.country in (None, "IGO") or found.id is not None


@pytest.mark.parametrize(
    ("context", "country"),
    [("Lahore, Pakistan", "PAK"), ("Amritsar, India", "IND"), ("", None)],
)
def test_a_region_on_both_sides_of_a_border_is_told_by_the_report(
    resolver: Resolver, context: str, country: str | None
) -> None:
    assert _coded(resolver, "Punjab police", date(2018, 3, 1), context) == (country, "COP")


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("Thai anti-government protesters", "THA"),
        ("anti-coup protesters in Myanmar", "MMR"),
        ("anti-Mugabe demonstrators", "ZWE"),
    ],
)
def test_protesters_against_who_governs_are_of_the_opposition_too(
    resolver: Resolver, phrase: str, country: str
) -> None:
    found = resolver.resolve(phrase, date(2015, 3, 1))
    assert found is not None and (found.country, found.sector, found.sectors) == (country, "CVL", ("OPP",))


def test_protesters_against_a_thing_are_citizens(resolver: Resolver) -> None:
    found = resolver.resolve("German anti-nuclear protesters", date(2015, 3, 1))
    assert found is not None and found.sectors == ()


@pytest.mark.parametrize(
    "phrase",
    [
        "sacked finance minister",
        "overthrown president",
        "the dismissed army chief",
        "ex-governor",
        "the ousted premier",
    ],
)
def test_who_held_an_office_is_of_the_elite(resolver: Resolver, phrase: str) -> None:
    assert _coded(resolver, phrase, date(2018, 3, 1)) == (None, "ELI")


@pytest.mark.parametrize(
    ("phrase", "id_"),
    [
        ("Dmitry Anatolyevich Medvedev", "rus.dmitry-medvedev"),
        ("Ilham Heydar oglu Aliyev", "aze.ilham-aliyev"),
        ("Jinping Xi", "chn.xi-jinping"),
        ("Jae-in Moon", "kor.moon-jae-in"),
        ("Abe Shinzo", "jpn.shinzo-abe"),
        ("Orban Viktor", "hun.viktor-orban"),
        ("Juan Manuel Santos Calderon", "col.juan-manuel-santos"),
        ("Luis Alberto Lacalle Pou", "ury.luis-lacalle-pou"),
        ("Pena Nieto", "mex.enrique-pena-nieto"),
        ("John F. Kerry", "usa.john-kerry"),
        ("Recep Tayyip Erdoğan", "tur.recep-tayyip-erdogan"),
        ("Bashar El-Assad", "syr.bashar-al-assad"),
        ("Gen. Min Aung Hlaing", "mmr.min-aung-hlaing"),
        ("Sheik Hassan Nasrallah", "lbn.hassan-nasrallah"),
        ("Herr Steinmeier", "deu.frank-walter-steinmeier"),
        ("the P.K.K.", "tur.pkk"),
        ("Interior Minister Thomas de Maiziere", "deu.thomas-de-maiziere"),
    ],
)
def test_persons_are_known_however_their_names_are_written(resolver: Resolver, phrase: str, id_: str) -> None:
    found = resolver.resolve(phrase, date(2018, 2, 1))
    assert found is not None and found.id == id_


def test_short_names_are_not_turned_round() -> None:
    assert all("first" not in how and "last" not in how for _, _, how in variants("wei li"))


@given(st.lists(st.text(alphabet="abcdevich", min_size=1, max_size=12), min_size=1, max_size=5).map(" ".join))
def test_variants_are_other_keys(key: str) -> None:
    assert all(
        other and set(other.split()) <= set(key.split()) for other, _, how in variants(key) if "umlaut" not in how
    )


def test_teachers_organise_as_labour() -> None:
    assert of_members("union", "LAB", "teachers", "EDU") == "LAB"
    assert of_members("union", "LAB", "students", "EDU") == "EDU"
    assert of_members("parliament", "JUD", "farmers", "AGR") == "JUD"


@pytest.mark.parametrize(("word", "opposes"), [("anti-government", True), ("pro-democracy", True), ("anti-war", False)])
def test_which_causes_oppose_a_government(word: str, opposes: bool) -> None:
    assert opposing(word) is opposes


def test_what_stands_beside_a_person_gives_the_sector_that_no_term_does(resolver: Resolver) -> None:
    before_office = date(1999, 5, 1)
    assert _coded(resolver, "Pedro Sánchez", before_office) == ("ESP", "")
    assert _coded(resolver, "Pedro Sánchez, the trade union leader", before_office) == ("ESP", "LAB")
    assert _coded(resolver, "Pedro Sánchez, the Peruvian minister", before_office) == ("ESP", "")


@pytest.mark.parametrize(
    ("phrase", "context", "expected"),
    [
        ("Labour", "", ("GBR", "PTY")),
        ("Labour", "Ardern spoke in Wellington", ("NZL", "PTY")),
        ("labour", "", None),
        ("a Tory backbencher", "", ("GBR", "LEG")),
        ("a Tory backbencher", "in Ottawa, Ontario", ("CAN", "LEG")),
        ("the home secretary", "", ("GBR", "GOV")),
        ("the Greens", "", (None, "PTY")),
        ("the Greens", "the Bundestag in Berlin", ("DEU", "PTY")),
    ],
)
def test_parties_and_offices_named_bare_are_told_by_the_report(
    resolver: Resolver, phrase: str, context: str, expected: tuple[str, str] | None
) -> None:
    assert _coded(resolver, phrase, date(2018, 3, 1), context) == expected


def test_a_party_among_namesakes_is_its_entry_and_no_state(resolver: Resolver) -> None:
    found = resolver.resolve("the Tories", date(2018, 3, 1))
    assert found is not None and found.id == "gbr.conservative-party"


def test_a_nationality_before_another_countrys_body_speaks_against_it(resolver: Resolver) -> None:
    assert _coded(resolver, "the Internal Revenue Service", date(2018, 3, 1)) == ("USA", "GOV")
    found = _coded(resolver, "the Nigerian Internal Revenue Service", date(2018, 3, 1))
    assert found is None or found[0] == "NGA"
