"""Kinds of acts that fresh readers of real reports found wrong, in sentences of our own."""

from __future__ import annotations

import pytest

from polybius import Coder, Document
from polybius.model import Event


def events(coder: Coder, text: str) -> list[Event]:
    return list(coder.code(Document(text=text)).events)


def test_a_town_does_nothing_by_force(coder: Coder) -> None:
    assert not [e for e in events(coder, "Mosul bombed Turkish soldiers.") if e.type == "ASSAULT"]
    assert [e for e in events(coder, "Iraq bombed Turkish soldiers.") if e.type == "ASSAULT"]


def test_what_is_no_longer_done_is_negated(coder: Coder) -> None:
    told = {
        e.status for e in events(coder, "Turkey no longer demands that Syria release the pilot.") if e.type == "REQUEST"
    }
    assert told <= {"negated"}


def test_weapons_of_no_country_suffer_nothing(coder: Coder) -> None:
    told = [
        r.text for e in events(coder, "The United States fired 59 missiles at a base in Syria.") for r in e.recipients
    ]
    assert not [text for text in told if "missiles" in text]


def test_a_release_is_told_without_a_doer(coder: Coder) -> None:
    told = [e for e in events(coder, "Two French journalists were released on Tuesday.") if e.type == "RETREAT"]
    assert [r.country for e in told for r in e.recipients] == ["FRA"]


def test_what_is_weighed_or_generally_true_is_not_asserted(coder: Coder) -> None:
    for text in (
        "The World Bank reckoned the cost of rebuilding Libya at 80 billion dollars.",
        "Shelling Syrian towns is no victory, France said.",
    ):
        told = [e.status for e in events(coder, text) if e.type in ("AID", "ASSAULT")]
        assert "asserted" not in told, text


def test_seeking_and_being_backed_ask_and_accuse_nobody(coder: Coder) -> None:
    assert not [e for e in events(coder, "Israel seeks to keep Hezbollah away from its border.") if e.type == "REQUEST"]
    text = "Turkey watched the US-backed Syrian militia."
    assert not [e for e in events(coder, text) if e.type in ("ACCUSE", "SUPPORT")]


def test_towns_and_bases_under_attack_are_of_where_they_are(coder: Coder) -> None:
    for text, sector in (
        ("Turkey shelled border towns in Syria on Monday.", "CVL"),
        ("Israel fired eleven missiles at an airbase in Syria.", "MIL"),
    ):
        struck = [(r.country, r.sector) for e in events(coder, text) if e.type == "ASSAULT" for r in e.recipients]
        assert struck in ([("SYR", sector)], [("SYR", "CVL"), ("SYR", sector)], [("SYR", "")]), text
    overrun = events(coder, "Rebels overran the area near Sirte in Libya.")
    assert [(r.country, r.sector) for e in overrun for r in e.recipients] == [("LBY", "CVL")]
    assert not [
        r for e in events(coder, "Turkey shelled border towns.") if e.type == "ASSAULT" for r in e.recipients
    ]  # nothing says where


def test_a_side_effect_on_another_of_the_sentence_leaves_an_act_to_nobody(coder: Coder) -> None:
    told = events(coder, "Ghana on Friday denied that it had tortured the Togolese singer.")
    denied = [[r.country for r in e.recipients] for e in told if e.type == "REJECT"]
    assert denied == [[]]


def test_a_nerve_agent_and_troop_movements_are_nobody(coder: Coder) -> None:
    told = events(coder, "A Chechen exile was poisoned by a nerve agent in Vienna.")
    assert not [a for e in told for a in e.actors]
    mentions = coder.explain("Latvia tracked troop movements of Russia.")[1]
    assert "SOC" not in {m.actor.sector for sentence in mentions for m in sentence}


def test_a_clause_may_tell_of_whom_a_measure_counts(coder: Coder) -> None:
    told = events(coder, "Norway asked after the pair of Kenyan journalists held by Ethiopian soldiers.")
    held = [(a.country, [r.country for r in e.recipients]) for e in told if e.type == "COERCE" for a in e.actors]
    assert held == [("ETH", ["KEN"])]


def test_institutions_of_two_lands_are_two_parties(coder: Coder) -> None:
    told = events(coder, "Officials in Kenya and Uganda signed a trade deal.")
    assert [sorted(a.country or "" for a in e.actors) for e in told] == [["KEN", "UGA"]]


def test_whose_a_party_is_may_hang_elsewhere(coder: Coder) -> None:
    told = events(coder, "Delhi holds authorities in Pakistan accountable for the raid.")
    assert "PAK" in {r.country for e in told for r in e.recipients}


def test_another_clause_says_nothing_of_whom_an_act_befalls(coder: Coder) -> None:
    told = events(
        coder, "Prisoners in Ecuador rioted over the food on Sunday, while Myanmar's president pardoned two reporters."
    )
    pardoned = [[r.country for r in e.recipients] for e in told if e.type == "CONCEDE"]
    assert pardoned == [["MMR"]]
    told = events(
        coder, "France cancelled the debt of Chad, but Germany expressed concern over the arrest of lawyers in Turkey."
    )
    assert not [e for e in told if e.type == "ACCUSE" and "FRA" in {r.country for r in e.recipients}]


def test_government_forces_are_of_the_land_that_the_report_is_about(coder: Coder) -> None:
    text = (
        "Rebels in Syria lost a town on Sunday. Syria's president praised the army. "
        "Backed by Russian jets, government forces shelled the rebels of Idlib."
    )
    forces = [m.actor.country for s in coder.explain(text)[1] for m in s if m.actor.text == "government forces"]
    assert forces == ["SYR"]


def sides(coder: Coder, text: str, type_: str) -> set[tuple[str, str]]:
    """The countries of both sides of the asserted events of a type."""
    told = [e for e in events(coder, text) if e.type == type_ and e.status == "asserted"]
    return {
        ("".join(a.country or "?" for a in e.actors), "".join(r.country or "?" for r in e.recipients)) for e in told
    }


def test_who_undergoes_is_told_by_nouns_and_verbs(coder: Coder) -> None:
    for text in (
        "Croatia was the target of Serbian accusations on Monday.",
        "Croatia's president found himself accused by Serbia of theft.",
    ):
        assert sides(coder, text, "ACCUSE") == {("SRB", "HRV")}, text
    assert ("RUS", "UKR") in sides(coder, "The Ukrainian port endured a week of Russian airstrikes.", "ASSAULT")


def test_who_is_ruled_out_takes_no_part(coder: Coder) -> None:
    assert sides(coder, "Not Moscow but Minsk was blamed for the balloons by Latvia.", "ACCUSE") == {("LVA", "BLR")}


def test_what_was_made_or_is_led_by_others_is_not_theirs(coder: Coder) -> None:
    assert not {r for _, r in sides(coder, "Russia vetoed calls for a UN-led investigation.", "REJECT")} & {"UNO"}
    assert not {r for _, r in sides(coder, "Kenya criticised a Chinese-built railway in Uganda.", "ACCUSE")} & {"CHN"}


def test_what_somebody_is_accused_of_is_no_act(coder: Coder) -> None:
    assert not sides(coder, "Rwanda accused Congo of arming Burundian rebels.", "AID")


def test_exercises_of_several_states_are_cooperation(coder: Coder) -> None:
    text = "Warships from India, Japan and Australia began a week of drills off Goa."
    assert not sides(coder, text, "MOBILIZE") and sides(coder, text, "COOPERATE")


def test_sums_are_given_to_whom_is_named_before_them(coder: Coder) -> None:
    assert sides(coder, "Japan has lent Laos 30 million dollars for schools.", "AID") == {("JPN", "LAO")}


def test_nobody_visits_his_own_land(coder: Coder) -> None:
    assert not sides(coder, "Guatemala's interior minister flew to Guatemala City.", "CONSULT")


def test_wishes_are_no_requests_and_warnings_of_somebody_no_threats_to_him(coder: Coder) -> None:
    assert not sides(coder, "The United States warned that Syria is still a danger to the region.", "THREATEN")
    assert not sides(coder, "Putin wants Turkish support.", "REQUEST")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's spy chief warned last week of a steep rise in piracy.",
        "A Ghanaian official warned that many of the fighters may be coming back.",
    ],
)
def test_who_foretells_threatens_nobody(coder: Coder, text: str) -> None:
    assert not [e for e in events(coder, text) if e.type == "THREATEN"]


def test_who_warns_what_he_may_do_threatens(coder: Coder) -> None:
    assert [e.type for e in events(coder, "Oman warned that it may close the strait.")] == ["THREATEN"]


def test_for_whom_something_is_asked_is_not_asked(coder: Coder) -> None:
    [event] = events(coder, "Poland called for Ukraine to be given weapons.")
    assert (event.type, event.recipients) == ("REQUEST", ())


@pytest.mark.parametrize("share", ["most of", "much of", "half of", ""])
def test_a_share_of_a_thing_is_that_thing(coder: Coder, share: str) -> None:
    told = events(coder, f"Norway suspended {share} its help for the rebels in Mali.".replace("  ", " "))
    cut = [e for e in told if e.type == "SANCTION"]
    assert [[r.country for r in e.recipients] for e in cut] == [["MLI"]]


def test_abbreviations_of_contexts_are_no_everyday_words(coder: Coder) -> None:
    text = "The men who shot at Kenyan police fled to Somalia, and Kenya accused Somalia of hiding them."
    assert events(coder, text)
    assert not [e for e in events(coder, text) if "health" in e.contexts]
    assert [e for e in events(coder, "Kenya accused the WHO of lying.") if "health" in e.contexts]


def test_what_a_deed_did_is_where_the_deed_is(coder: Coder) -> None:
    text = "Chad's army shelled rebels near Abeche on Monday. It raided the port of Tripoli, killing two Libyans."
    told = {e.trigger.of(text): e.where.name for e in events(coder, text) if e.where is not None}
    assert told.get("raided") == "Tripoli" and "killing" not in told  # one deed


def test_who_destroys_his_own_arms_attacks_nobody(coder: Coder) -> None:
    own = "By contrast, Moldova dynamited ten of its guard posts on Tuesday."
    assert sides(coder, own, "RETREAT") == {("MDA", "")} and not sides(coder, own, "ASSAULT")
    assert sides(coder, "Azerbaijan blew up an Armenian guard post.", "ASSAULT") == {("AZE", "ARM")}


def test_what_is_moved_by_nobody_told_is_moved_by_whose_it_is(coder: Coder) -> None:
    assert sides(
        coder, "Launchers of the French missile system were hauled into the base on Thursday.", "MOBILIZE"
    ) == {("FRA", "")}


def test_a_thing_is_what_its_name_is_called(coder: Coder) -> None:
    assert sides(coder, "Morocco has seized the Grey Petrel, a tanker registered in Malta.", "COERCE")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two Kenyan soldiers were killed when a wall collapsed in Mombasa.", False),
        ("Four Egyptian workers were hurt when part of a bridge gave way near Giza.", False),
        ("Three Indian soldiers were killed when their helicopter came down in Kashmir.", False),
        ("Nine Syrian children were killed when a school collapsed under Russian bombing.", True),
        ("Five Congolese miners were killed when rebels attacked the pit.", True),
    ],
)
def test_accidents_are_no_attacks(coder: Coder, text: str, told: bool) -> None:
    assert any(e.type == "ASSAULT" for e in events(coder, text)) == told


def test_against_whom_a_force_stands_is_no_news(coder: Coder) -> None:
    told = events(coder, "Kurdish rebels fighting the army in Turkey received two German envoys on Monday.")
    assert "ASSAULT" not in [e.type for e in told]
    assert "ASSAULT" in [e.type for e in events(coder, "Kurdish rebels are fighting the army in Turkey.")]
