"""Deeds as agencies tell them over several sentences: who claims an attack, who answers whom among three lands, who takes a town back."""

from __future__ import annotations

import pytest

from polybius import Coder, Document
from tests.acts.stories import sides


@pytest.mark.parametrize(
    ("text", "type_", "told"),
    [
        # Who is hit answers who hit him, whatever third land is named.
        (
            "Oman hanged two Danish divers despite pleas from Fiji. Denmark recalled its ambassador.",
            "SANCTION",
            (["DNK"], ["OMN"]),
        ),
        ("Fiji seized a Danish yacht near Tonga. Denmark protested.", "ACCUSE", (["DNK"], ["FJI"])),
        ("Fiji sank a Danish trawler off Tonga. Denmark voiced outrage.", "ACCUSE", (["DNK"], ["FJI"])),
        # Who closes its border or cuts its aid does it to where something happened.
        ("Soldiers ousted the president of Benin on Sunday. Togo closed its border.", "COERCE", (["TGO"], ["BEN"])),
        # Who helps too, and where a disaster was.
        ("Fiji shipped rice to Tonga after a storm. Samoa sent a team of nurses.", "AID", (["WSM"], ["TON"])),
        ("A flood killed 40 people in Nepal. Bhutan offered tents.", "AGREE", (["BTN"], ["NPL"])),
        # Who takes a town back.
        (
            "Rebels captured a town in eastern Chad. Government troops recaptured it on Sunday.",
            "ASSAULT",
            (["TCD"], ["TCD"]),
        ),
        (
            "Fighters from Mali overran a town in Niger. The Nigerien army retook the town a day later.",
            "ASSAULT",
            (["NER"], ["MLI"]),
        ),
        # Who arrests after a raid.
        ("Police in Quito raided a warehouse. Two brothers were arrested.", "COERCE", (["ECU"], ["ECU"])),
        # As many of those who were chased.
        ("The Chilean navy chased the Peruvian smugglers and killed four.", "ASSAULT", (["CHL"], ["PER"])),
        # What is judged may be what workers did.
        (
            "Miners in Zambia walked out on Monday. The government called the strike illegal.",
            "ACCUSE",
            (["ZMB"], ["ZMB"]),
        ),
        # Of whom no more than a building's land is told.
        ("A Belgian gunman shot three people in a Dutch tavern.", "ASSAULT", (["BEL"], ["NLD"])),
        # Whence armed men came.
        ("Gunmen who crossed from Niger killed nine herders in Benin.", "ASSAULT", (["NER"], ["BEN"])),
        ("Gunmen believed to come from Niger killed nine herders in Benin.", "ASSAULT", (["NER"], ["BEN"])),
        ("The raiders, thought to be from Niger, burned a clinic in Benin.", "ASSAULT", (["NER"], ["BEN"])),
        # Whom a body employs, and people of a town of some kind.
        ("The Red Cross left Mali after rebels from Niger shot two of its nurses.", "ASSAULT", (["NER"], ["NGO"])),
        (
            "Residents of a Malian border town said Nigerien soldiers had shot two herders.",
            "ASSAULT",
            (["NER"], ["MLI"]),
        ),
        # What one says that one will do too.
        (
            "Mali recalled its ambassador from Togo. Togo said it would follow suit.",
            "THREATEN",
            (["TGO"], ["MLI"]),
        ),
        (
            "Mali said it would pull its troops out of Togo. Benin said it would do the same.",
            "CONCEDE",
            (["BEN"], ["TGO"]),
        ),
        # Who is to look into what his forces did.
        ("Police shot two pupils in Togo. The United Nations called for an inquiry.", "REQUEST", (["UNO"], ["TGO"])),
        # Of what land somebody's papers are, and on what he drove.
        ("Two men with Danish passports were shot by Togolese troops.", "ASSAULT", (["TGO"], ["DNK"])),
        ("Two Greek soldiers died when their jeep hit a land mine in Chad.", "ASSAULT", ([], ["GRC"])),
        # Who sends help to a camp that others opened, or to where a disaster was.
        ("Fiji opened a camp for Tongan refugees. Samoa sent 90 tents.", "AID", (["WSM"], ["TON"])),
        ("A storm struck Tonga on Monday. Samoa dispatched a rescue team.", "AID", (["WSM"], ["TON"])),
        # Envoys called home, given days to leave.
        ("Oman put to death two Danish divers. Denmark called its ambassador home.", "SANCTION", (["DNK"], ["OMN"])),
        ("Laos arrested a Thai attache and gave him 48 hours to leave.", "SANCTION", (["LAO"], ["THA"])),
        # Hackers attack no wires.
        ("Danish hackers attacked the power grid of Latvia.", "COERCE", (["DNK"], ["LVA"])),
        ("Hackers based in Norway stole the files of a Latvian bank.", "COERCE", (["NOR"], ["LVA"])),
        ("Togo fired a rocket into the sea on Monday. Benin protested.", "ACCUSE", (["BEN"], ["TGO"])),
        # Whose weapons those are that were told before.
        ("Chad shot down three Libyan drones. One of the drones hit a bakery.", "ASSAULT", (["LBY"], ["TCD"])),
        ("Chad fired two missiles at Niger. One missile hit a farm.", "ASSAULT", (["TCD"], ["NER"])),
        # Whose a band's leaders are.
        ("Fiji accused a Tongan rebel group of theft and deported its leaders.", "COERCE", (["FJI"], ["TON"])),
        # Who is to punish those who did it.
        (
            "Two Danish nurses were killed in Suva on Monday. Denmark demanded that those responsible be arrested.",
            "REQUEST",
            (["DNK"], ["FJI"]),
        ),
        # What only somebody does he says of himself.
        ("Laos rejected the charge and said it had expelled four Thai diplomats.", "SANCTION", (["LAO"], ["THA"])),
    ],
)
def test_the_last_sentence_tells(
    coder: Coder, text: str, type_: str, told: tuple[list[str | None], list[str | None]]
) -> None:
    assert sides(coder, text, type_) == [told]


def test_each_of_two_steps_is_towards_where_the_coup_was(coder: Coder) -> None:
    text = "The army of Benin ousted the president on Sunday. Togo suspended aid and Ghana recalled its envoy."
    assert sides(coder, text, "SANCTION") == [(["TGO"], ["BEN"]), (["GHA"], ["BEN"])]


def test_who_asks_for_restraint_asks_both(coder: Coder) -> None:
    ((asking, asked),) = sides(coder, "Thailand shelled a village in Laos. Malaysia called for restraint.", "REQUEST")
    assert asking == ["MYS"]
    assert set(asked) == {"THA", "LAO"}


@pytest.mark.parametrize(
    "claim",
    [
        "A Nigerien rebel group claimed responsibility.",
        "A Nigerien rebel group claimed responsibility for the blast.",
        "A Nigerien rebel group said it had carried out the attack.",
        "A Nigerien rebel group said it was behind the bombing.",
    ],
)
def test_an_attack_is_theirs_who_claim_it(coder: Coder, claim: str) -> None:
    coded = coder.code(Document(text=f"A bomb killed two Malian soldiers on Monday. {claim}"))
    attacks = [e for e in coded.events if e.type == "ASSAULT" and e.status == "asserted"]
    assert [([a.country for a in e.actors], [r.country for r in e.recipients]) for e in attacks] == [(["NER"], ["MLI"])]


def test_each_is_the_two_told_before(coder: Coder) -> None:
    told = sides(coder, "Togo and Benin signed a truce on Monday. Each accused the other of breaking it.", "ACCUSE")
    assert [sorted(filter(None, doing)) for doing, _ in told] == [["BEN", "TGO"]]


def test_an_inquiry_of_others_is_asked_of_nobody(coder: Coder) -> None:
    text = "Police shot two pupils in Togo. The United Nations called for an international inquiry."
    assert not any("TGO" in asked for _, asked in sides(coder, text, "REQUEST"))


def test_who_guards_his_own_faces_nobody_of_his(coder: Coder) -> None:
    told = sides(coder, "Togo is sending 90 more marines to Chad to guard its embassy.", "MOBILIZE")
    assert told and not any("TGO" in faced for _, faced in told)


def test_a_claim_says_whose_a_bomber_was(coder: Coder) -> None:
    coded = coder.code(
        Document(text="A suicide bomber killed nine guards in Niamey. A Malian rebel group claimed responsibility.")
    )
    doers = [[a.country for a in e.actors] for e in coded.events if e.type == "ASSAULT"]
    assert doers == [["MLI"]]


def test_a_bare_protest_is_towards_somebody(coder: Coder) -> None:
    assert not sides(coder, "It rained. Benin protested.", "ACCUSE")


@pytest.mark.parametrize(
    "claim",
    [
        "No group claimed responsibility.",
        "A Nigerien rebel group claimed responsibility for an earlier attack.",
        "A Nigerien rebel group did not claim responsibility.",
    ],
)
def test_what_is_not_claimed_stays_nobodys(coder: Coder, claim: str) -> None:
    coded = coder.code(Document(text=f"A bomb killed two Malian soldiers on Monday. {claim}"))
    first = next(e for e in coded.events if e.type == "ASSAULT" and e.sentence == coded.sentences[0])
    assert not first.actors


def test_an_attack_and_whom_it_hurt_are_one_by_whomever(coder: Coder) -> None:
    told = sides(coder, "Ugandan jets bombed a Rwandan clinic, killing four nurses.", "ASSAULT")
    assert told == [(["UGA"], ["RWA"])]


def test_police_who_blame_agents_are_not_of_their_land(coder: Coder) -> None:
    told = sides(coder, "A bomb killed a deputy in Quito. Police blamed Cuban agents.", "ACCUSE")
    assert not any("CUB" in doing for doing, _ in told)


def test_hackers_are_not_of_the_land_they_rob(coder: Coder) -> None:
    told = sides(coder, "Hackers stole the files of 90 Finnish banks, Finland said.", "COERCE")
    assert not any("FIN" in doing for doing, _ in told)
