"""Which noun phrases of a sentence are parties, and whose they are."""

import pytest

from polybius import Coder, Document
from polybius.actors import vocabulary


@pytest.mark.parametrize(
    ("sentence", "phrase", "country"),
    [
        ("Syria used chemical weapons against its own people.", "its own people", "SYR"),
        ("Kenya's president called his generals to Nairobi.", "his generals", "KEN"),
        ("Turkey spoke of peace; a woman met his mother.", "his mother", None),
        ("Kem Sokha, Cambodia's opposition leader, accused the government.", "the government", "KHM"),
        ("Iran's neighbours condemned the test.", "Iran's neighbours", None),
        ("Bombers killed at least nine pilgrims in Pakistan.", "at least nine pilgrims", "PAK"),
    ],
)
def test_whose_people_and_forces_are(coder: Coder, sentence: str, phrase: str, country: str | None) -> None:
    mentions = [m for m in coder.explain(sentence)[1][0] if m.actor.text == phrase]
    assert [m.actor.country for m in mentions] == [country]


@pytest.mark.parametrize(
    "sentence", ["Foreign fighters will be brought to justice by Peru.", "Brazil called it unfinished business."]
)
def test_things_named_like_their_holders_are_no_parties(coder: Coder, sentence: str) -> None:
    texts = " ".join(m.actor.text for m in coder.explain(sentence)[1][0])
    assert "justice" not in texts and "business" not in texts


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("North and South Korea held talks.", [("North", "PRK"), ("South Korea", "KOR")]),
        ("Officials of North and South Korea met.", [("North", "PRK"), ("South Korea", "KOR")]),
        ("South Korea said the North's army had fired.", [("South Korea", "KOR"), ("the North's army", "PRK")]),
        ("The Iranian envoy drove on the wrong side of the road.", [("The Iranian envoy", "IRN")]),
        ("The Iranian envoy avoided taking sides.", [("The Iranian envoy", "IRN")]),
        ("Iran and the Chinese side agreed.", [("Iran", "IRN"), ("the Chinese side", "CHN")]),
    ],
)
def test_sides(coder: Coder, sentence: str, parties: list[tuple[str, str]]) -> None:
    assert [(m.actor.text, m.actor.country) for m in coder.explain(sentence)[1][0]] == parties


HOLDERS = [
    ("Residents fled a government assault on Idlib.", "ASSAULT", [("SYR", "GOV")]),
    ("Syrian government shelling killed five children in Douma.", "ASSAULT", [("SYR", "GOV")]),
    ("Israeli army raids in Jenin left three Palestinians dead.", "ASSAULT", [("ISR", "MIL")]),
]


@pytest.mark.parametrize(("sentence", "type_", "actors"), HOLDERS, ids=[row[0][:40] for row in HOLDERS])
def test_holders_before_a_deed_do_it(coder: Coder, sentence: str, type_: str, actors: list[tuple[str, str]]) -> None:
    told = [e for e in coder.code(Document(text=sentence)).events if e.type == type_]
    sectors = {(a.country, a.sector) for e in told for a in e.actors}
    assert {s for _, s in actors} <= {s for _, s in sectors}


def test_a_persons_name_before_a_place_is_no_body(coder: Coder) -> None:
    text = "Donald Trump met Kim Jong Un in Singapore."
    told = coder.code(Document(text=text)).events
    assert {a.name for e in told for a in (*e.actors, *e.recipients)} == {"Donald Trump", "Kim Jong Un"}


def test_inhabitants_of_no_known_state_are_of_where_it_was_done(coder: Coder) -> None:
    text = "Rebels entered Douma in Syria on Friday. At least 14 civilians were killed in the town."
    told = [e for e in coder.code(Document(text=text)).events if e.type == "ASSAULT" and e.recipients]
    assert told[-1].recipients[0].country == "SYR"


def test_the_koreas_name_both(coder: Coder) -> None:
    text = "The two Koreas held talks. The North agreed to free three Americans."
    told = coder.code(Document(text=text)).events
    assert {"PRK"} <= {
        a.country for e in told for a in e.actors if not e.recipients or e.recipients[0].country == "USA"
    }


@pytest.mark.parametrize("name", ["Maria Gonzalez", "Nazanin Tabrizi", "Tadesse Bekele"])
def test_a_person_whom_the_lexicon_lacks_is_who_suffers(coder: Coder, name: str) -> None:
    told = [
        e for e in coder.code(Document(text=f"Cuban police arrested {name} on Monday.")).events if e.type == "COERCE"
    ]
    # Of the land whose police hold them: a foreigner's would be told (docs/decisions/parties.md).
    assert [(r.name, r.country, r.sector) for e in told for r in e.recipients] == [(name, "CUB", "UNK")]


@pytest.mark.parametrize(("name", "land"), [("Michael Jordan", "JOR"), ("Victoria May", "AUS"), ("Chad Smith", "TCD")])
def test_a_person_called_like_a_land_is_none(coder: Coder, name: str, land: str) -> None:
    _, mentions, _ = coder.explain(f"{name} condemned Israel. Israel arrested {name}.")
    found = [m.actor for sentence in mentions for m in sentence]
    assert name in {a.name for a in found}
    assert land not in {a.country for a in found}


def test_a_family_name_before_another_given_name_means_nobody_else(coder: Coder) -> None:
    _, mentions, _ = coder.explain("Kim Jong-un rules North Korea. Another, Kim Hak-song, was detained.")
    assert "Kim Jong Un" not in {m.actor.name for m in mentions[1]}


def test_two_states_joined_by_a_hyphen_are_named_once_each(coder: Coder) -> None:
    _, mentions, _ = coder.explain("The Syria-Turkey border was shelled.")
    assert sorted(m.actor.country or "" for m in mentions[0]) == ["SYR", "TUR"]


def test_in_after_a_feeling_tells_no_place(coder: Coder) -> None:
    _, mentions, _ = coder.explain("Mr Trump was disappointed in China. He spoke in China.")
    assert [m.place for sentence in mentions for m in sentence if m.actor.country == "CHN"] == [False, True]


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Peru called off the Vienna talks.", ["Peru"]),
        ("Peru called off the Singapore summit.", ["Peru"]),
        ("Peru called off the Bolivia summit.", ["Peru", "Bolivia"]),
        ("Peru rejected the Vienna offer.", ["Peru", "Vienna"]),
    ],
)
def test_a_town_before_a_meeting_is_where_it_is(coder: Coder, sentence: str, parties: list[str]) -> None:
    assert [m.actor.text for m in coder.explain(sentence)[1][0]] == parties


@pytest.mark.parametrize("noun", ["wives", "interpreter", "translators", "agronomist", "warders", "village notables"])
def test_nouns_of_persons_beside_others_are_parties(noun: str) -> None:
    assert noun in vocabulary.words().roles and vocabulary.singular("wives") == "wife"
