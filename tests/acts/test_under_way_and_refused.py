"""Offensives that have begun, posts that are stormed in vain, requests refused by nobody named, what one tells others that one will not do."""

import pytest

from polybius import Coder, Document

Told = list[tuple[str, list[str | None], list[str | None]]]


def told(coder: Coder, text: str) -> Told:
    """Type and countries of each asserted event of a text."""
    events = coder.code(Document(text=text)).events
    return [
        (e.type, [a.country for a in e.actors], [a.country for a in e.recipients])
        for e in events
        if e.status == "asserted"
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ethiopian forces opened the final phase of the campaign to capture Mekelle.", ("ASSAULT", ["ETH"], ["ETH"])),
        ("Nigerian troops launched an operation on Monday to recapture Bama.", ("ASSAULT", ["NGA"], ["NGA"])),
        ("Chad is launching an operation to drive Sudanese rebels out of Tissi.", ("ASSAULT", ["TCD"], ["SDN"])),
    ],
)
def test_who_has_begun_an_offensive_is_at_it(coder: Coder, text: str, event: tuple[str, list[str], list[str]]) -> None:
    assert event in told(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad may launch an operation to drive Sudanese rebels out of Tissi.",
        "The Malian army has not launched an offensive to recapture Kidal.",
        "Ethiopian gunmen might try to storm a Kenyan army post.",
    ],
)
def test_what_may_begin_is_no_attack(coder: Coder, text: str) -> None:
    assert "ASSAULT" not in [type_ for type_, _, _ in told(coder, text)]


def test_who_tries_to_storm_a_post_attacks_it(coder: Coder) -> None:
    text = "Ethiopian gunmen tried to storm a Kenyan army post near Moyale."
    assert told(coder, text) == [("ASSAULT", ["ETH"], ["KEN"])]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Malian government's calls for French air strikes were rebuffed.", ("REJECT", ["FRA"], ["MLI"])),
        ("Kosovo's request for Danish helicopters was turned down.", ("REJECT", ["DNK"], ["XKX"])),
        ("Kenya's requests for help from Britain have gone unanswered.", ("REJECT", ["GBR"], ["KEN"])),
        ("Haiti's pleas for soldiers went unheeded in Washington.", ("REJECT", ["USA"], ["HTI"])),
        ("Kenya told Uganda that it would not withdraw its soldiers.", ("REJECT", ["KEN"], ["UGA"])),
        ("Chad's army chief told France that he could not accept its conditions.", ("REJECT", ["TCD"], ["FRA"])),
        ("Bolivia did not accept the Chilean apology.", ("REJECT", ["BOL"], ["CHL"])),
        ("Kenya voiced anger that Somali traders were still not paying duties.", ("ACCUSE", ["KEN"], ["SOM"])),
        ("Kenya expressed regret that Uganda had left the talks.", ("ACCUSE", ["KEN"], ["UGA"])),
        ("Iran denied connections to the Houthis.", ("REJECT", ["IRN"], [])),
        (
            "Kenya voiced anger that its traders had been beaten by Ugandan police.",
            ("ACCUSE", ["KEN"], ["UGA"]),
        ),
        (
            "Unilateral steps by Greece would be unacceptable, the Turkish foreign ministry said.",
            ("ACCUSE", ["TUR"], ["GRC"]),
        ),
    ],
)
def test_by_whom_and_towards_whom(coder: Coder, text: str, event: tuple[str, list[str], list[str]]) -> None:
    assert event in told(coder, text)


def test_what_isnt_accepted_yet_isnt_refused(coder: Coder) -> None:
    assert told(coder, "Norway has not yet accepted Iceland's invitation.") == []


def test_a_neighbour_is_never_its_own(coder: Coder) -> None:
    text = "Tunisia's president threatened to lead his troops against its Maghreb neighbour."
    assert all(recipients != ["TUN"] for _, _, recipients in told(coder, text))


def test_who_joins_in_judges_the_same(coder: Coder) -> None:
    text = (
        "Kenya closed its border to Ugandan lorries. Rwanda criticised the decision. "
        "Tanzania also rejected the move. Burundi condemned the step."
    )
    judging = [(actors, recipients) for type_, actors, recipients in told(coder, text) if type_ in ("ACCUSE", "REJECT")]
    assert judging == [(["RWA"], ["KEN"]), (["TZA"], ["KEN"]), (["BDI"], ["KEN"])]


@pytest.mark.parametrize(
    "text",
    ["A network funded by Qatar hit a Chadian barracks.", "Two Danish pilots were seized by groups armed by Paris."],
)
def test_whom_others_pay_acts_for_himself(coder: Coder, text: str) -> None:
    assert not any({"QAT", "FRA"} & set(actors) for type_, actors, _ in told(coder, text) if type_ != "AID")


@pytest.mark.parametrize(
    "later",
    [
        "Denmark said it was shocked. It summoned the ambassador.",
        "They had worked in Lome for years. On Tuesday Denmark recalled its ambassador.",
    ],
)
def test_an_envoy_stands_between_the_two_lands_of_a_story(coder: Coder, later: str) -> None:
    assert told(coder, f"Togo jailed two Danish teachers on Monday. {later}")[-1][1:] == (["DNK"], ["TGO"])


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Kenyan troops crossed into Somalia on Monday. The army said it had killed ten militants.", "SOM"),
        ("Houthi rebels attacked two Saudi tankers. The group said it had hit a warship.", "SAU"),
        ("French jets bombed a camp in northern Mali. Paris said ten militants had been killed.", "MLI"),
        ("French jets bombed a camp in northern Mali. French police shot dead a protester.", "FRA"),
    ],
)
def test_whom_an_army_kills_abroad(coder: Coder, text: str, hit: str) -> None:
    assert told(coder, text)[-1][2] == [hit]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("A US drone killed four militants in Pakistan.", "PAK"),
        ("Three rebels were killed by French troops in Mali on Friday.", "MLI"),
        ("Ethiopian troops attacked rebels in Eritrea on Monday.", "ERI"),
        ("Ethiopian troops moved into Eritrea on Monday.", "ERI"),
        ("Rwandan soldiers entered Burundi on Friday.", "BDI"),
    ],
)
def test_bands_are_of_where_foreigners_strike_them(coder: Coder, text: str, hit: str) -> None:
    assert [(type_, recipients) for type_, _, recipients in told(coder, text)] == [("ASSAULT", [hit])]


def test_a_coalition_is_of_who_leads_it(coder: Coder) -> None:
    text = "Saudi-led aircraft bombed a funeral in Sana'a on Saturday. The coalition denied responsibility."
    assert told(coder, text)[-1] == ("REJECT", ["SAU"], [])
