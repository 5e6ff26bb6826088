"""Whether an act happened, by what its clause hangs on."""

from datetime import date

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Russia bombed Georgia.", "asserted"),
        ("Few can picture a scenario in which Russia bombs Georgia.", "hypothetical"),
        ("Imagine that Russia bombs Georgia.", "hypothetical"),
        ("Officials doubt that Russia bombed Georgia.", "hypothetical"),
        ("The possibility that Russia had bombed Georgia worried many people.", "hypothetical"),
        ("Russia did not bomb Georgia.", "negated"),
        ("In a village where Russia bombed Georgia's army, people wept.", "asserted"),
        ("Niger will condemn the attack on Malian villages by the Chadian army.", "asserted"),
    ],
)
def test_what_is_only_thought_of_has_not_happened(coder: Coder, sentence: str, status: str) -> None:
    events = [e for e in coder.code(Document(text=sentence)).events if e.type == "ASSAULT"]
    assert [e.status for e in events] == [status]


def test_what_somebody_went_on_to_do_is_told(coder: Coder) -> None:
    (event,) = coder.code(Document(text="Kenya went on to arrest three Somali smugglers.")).events
    assert event.status == "asserted"


def test_what_is_done_whenever_is_no_news(coder: Coder) -> None:
    told = coder.code(Document(text="When Turkey accuses Greece of spying, nobody in Athens listens.")).events
    assert "asserted" not in {e.status for e in told if e.type == "ACCUSE"}
    told = coder.code(Document(text="When Turkey accused Greece of spying, nobody in Athens listened.")).events
    assert "asserted" in {e.status for e in told if e.type == "ACCUSE"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Russia usually bombs Georgia in May.", "hypothetical"),
        ("In the novel, Russia bombs Georgia.", "hypothetical"),
        ("Reports that Russia had bombed Georgia were untrue.", "negated"),
        ("Russia's goal is to bomb Georgia.", "hypothetical"),
        ("Russia is weeks away from bombing Georgia.", "hypothetical"),
        ("Had Russia bombed Georgia, nobody would have come.", "hypothetical"),
        ("On being bombed by Russia, Georgia asked for help.", "asserted"),
        ("Russia became the third country to bomb Georgia.", "asserted"),
        ("The news led Russia to bomb Georgia.", "asserted"),
    ],
)
def test_what_is_near_aimed_at_or_made_up_has_not_happened(coder: Coder, sentence: str, status: str) -> None:
    events = [e for e in coder.code(Document(text=sentence)).events if e.type in ("ASSAULT", "THREATEN")]
    assert {e.status for e in events} == {status}


@pytest.mark.parametrize(
    ("sentence", "type_", "status"),
    [
        ("Kenya says it has beaten the Somali rebels, but has it?", "ASSAULT", "hypothetical"),
        ("Kenya says it has beaten the Somali rebels.", "ASSAULT", "asserted"),
        ("Belgium has trained many Congolese officers over the decades.", "AID", "historical"),
        ("Belgium has trained many Congolese officers over the past two months.", "AID", "asserted"),
        ("The Houthis are armed by Iran.", "AID", "hypothetical"),
        ("The Houthis were armed by Iran.", "AID", "asserted"),
        ("Although Kenyans elected President Ruto, prices have risen.", "SUPPORT", "historical"),
        ("The shelling of villages defines the Syrian regime.", "ASSAULT", "hypothetical"),
    ],
)
def test_views_habits_and_standing_states_are_no_news(coder: Coder, sentence: str, type_: str, status: str) -> None:
    found = {e.status for e in coder.code(Document(text=sentence)).events if e.type == type_}
    assert found <= {status} and (found or status != "asserted")


@pytest.mark.parametrize(
    "sentence",
    [
        "Vital for Kenya is stopping any claims by Somalia to the waters.",
        "Asked why China is arming the Burmese junta, the envoy said it was a lie.",
        "Several deputies, among them the Kenyan minister, have argued that the pirates should be tried at the United Nations court.",
        "The general's announcement sparked anger among Turkish ministers in Ankara.",
        "Kenya's constant view is that the Somali rebels are thieves.",
    ],
)
def test_aims_questions_moods_and_views_tell_no_act(coder: Coder, sentence: str) -> None:
    told = [e for e in coder.code(Document(text=sentence)).events if e.status == "asserted"]
    assert not [e for e in told if e.actors and e.recipients]


def test_a_forecast_of_what_others_may_do_threatens_nobody(coder: Coder) -> None:
    told = coder.code(Document(text="Russia warned of a possible chemical attack by Ukrainian troops.")).events
    assert "THREATEN" not in {e.type for e in told}
    told = coder.code(Document(text="Russia warned that its army would strike Ukrainian troops.")).events
    assert "THREATEN" in {e.type for e in told}


def test_fighters_are_captured_and_not_arrested(coder: Coder) -> None:
    told = coder.code(Document(text="Colombian troops detained four guerrillas of the ELN after a firefight.")).events
    assert [(e.type, e.mode) for e in told] == [("ASSAULT", "abduct")]
    told = coder.code(Document(text="Colombian police detained four students in Bogota.")).events
    assert [(e.type, e.mode) for e in told] == [("COERCE", "arrest")]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Kenya is equally concerned, notably over Uganda's abuses of human rights.", False),
        ("Kenya is outraged by Uganda's arrest of fishermen.", False),
        ("Kenya said it was concerned about Uganda's abuses of human rights.", True),
        ('"We are concerned about Uganda\'s arrest of fishermen," said the Kenyan foreign minister.', True),
    ],
)
def test_feelings_are_accusations_when_they_are_voiced(coder: Coder, sentence: str, told: bool) -> None:
    events = coder.code(Document(text=sentence)).events
    assert ("ACCUSE" in {e.type for e in events if e.status == "asserted"}) is told


@pytest.mark.parametrize(
    ("sentence", "type_", "status"),
    [
        ("The African Union begged Kenya for the helicopters promised in 1997.", "REQUEST", "asserted"),
        ("In a reversal of the roles of 1978, Uganda has offered to fight for Tanzania.", "AGREE", "asserted"),
        ("Turkish police arrested a deputy elected in 2011 for the Kurdish party HDP.", "COERCE", "asserted"),
        ("Ghana begged Kenya for helicopters in 1997.", "REQUEST", "historical"),
        ("British soldiers shot at people leaving a church in the summer of 1972.", "ASSAULT", "historical"),
        ("The attack carried out by the Taliban in 2008 killed ten Indian diplomats.", "ASSAULT", "historical"),
    ],
)
def test_a_year_of_what_is_described_dates_no_act(coder: Coder, sentence: str, type_: str, status: str) -> None:
    told = coder.code(Document(text=sentence, published=date(2015, 6, 15))).events
    assert {e.status for e in told if e.type == type_} == {status}


@pytest.mark.parametrize(
    ("sentence", "type_", "status"),
    [
        ("The Turkish army keeps several thousand troops at posts around Idlib.", "MOBILIZE", "hypothetical"),
        ("Two thousand American soldiers are stationed in Niger.", "MOBILIZE", "hypothetical"),
        ("Turkey has stationed troops in Qatar.", "MOBILIZE", "asserted"),
        ("Turkey kept two warships off Cyprus on Sunday.", "MOBILIZE", "asserted"),
        ("Iran offered a reward for the killing of an Israeli general.", "ASSAULT", "hypothetical"),
        ("A Chechen was hired for the murder of a Georgian officer.", "ASSAULT", "hypothetical"),
        ("A court in Tbilisi jailed a Chechen for the murder of a Georgian officer.", "ASSAULT", "asserted"),
    ],
)
def test_presence_and_deeds_that_are_only_paid_for(coder: Coder, sentence: str, type_: str, status: str) -> None:
    told = coder.code(Document(text=sentence)).events
    assert {e.status for e in told if e.type == type_} == {status}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Mali said that the levy would stay until Senegal released the sailors from Bamako.", "hypothetical"),
        ("Serbia will keep the tariffs until Kosovo has released the Serbian policemen.", "hypothetical"),
        ("Chile would not reopen the border before Peru released the Chilean pilots.", "hypothetical"),
        ("Serbia kept the tariffs until Kosovo released the Serbian policemen.", "asserted"),
        ("Chilean pilots could not go home until Peru released the Chilean mechanics.", "asserted"),
    ],
)
def test_what_a_promise_waits_for_has_not_happened(coder: Coder, sentence: str, status: str) -> None:
    events = [e for e in coder.code(Document(text=sentence)).events if e.type == "RETREAT"]
    assert {e.status for e in events} == {status}


@pytest.mark.parametrize(
    ("sentence", "type_", "statuses"),
    [
        ("A Turkish court jailed a German reporter on charges of aiding Kurdish rebels.", "AID", set()),
        ("Two Rwandan officers went on trial in Kigali for aiding Congolese rebels.", "AID", {"hypothetical"}),
        ("A Spanish judge investigated a Chilean officer for torturing Spanish priests.", "ASSAULT", set()),
        ("A Malian soldier was jailed for shooting French aid workers.", "ASSAULT", {"asserted"}),
    ],
)
def test_what_somebody_is_only_charged_with_or_tried_for_is_not_asserted(
    coder: Coder, sentence: str, type_: str, statuses: set[str]
) -> None:
    assert {e.status for e in coder.code(Document(text=sentence)).events if e.type == type_} == statuses


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Oman's foreign minister said his government would be willing to mediate between Iran and Iraq.", "asserted"),
        ("Oman said it would be willing to mediate if Iran and Iraq asked for it.", "future"),
    ],
)
def test_would_softens_what_somebody_is_ready_for(coder: Coder, sentence: str, status: str) -> None:
    (event,) = (e for e in coder.code(Document(text=sentence)).events if e.type == "AGREE")
    assert event.status == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (
            "On Friday students will deliver a petition to the Chilean president urging him to free the prisoners.",
            "future",
        ),
        ("Lawyers sent the Kenyan government a letter demanding the release of the activists on Monday.", "asserted"),
    ],
)
def test_what_a_paper_asks_is_asked_when_it_is_handed_over(coder: Coder, sentence: str, status: str) -> None:
    events = [e for e in coder.code(Document(text=sentence)).events if e.type == "REQUEST"]
    assert [e.status for e in events] == [status]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("It is not true that Vietnam bombed a Thai village.", "negated"),
        ("Vietnam nearly bombed a Thai village.", "negated"),
        ("Vietnam almost destroyed a Thai village.", "asserted"),
        ("No one believes that Vietnam bombed a Thai village.", "hypothetical"),
        ("Nothing suggests that Vietnam bombed a Thai village.", "hypothetical"),
        ("Nobody knew that Vietnam had bombed a Thai village.", "asserted"),
        ("The film tells how Vietnam bombed a Thai village.", "hypothetical"),
        ("A witness told how Vietnam bombed a Thai village.", "asserted"),
        ("Talk of the bombing of a Thai village by Vietnam is nonsense.", "negated"),
        ("Vietnam used to bomb Thai villages every year.", "historical"),
        ("A memorial to soldiers killed by the IRA was unveiled in Belfast.", "historical"),
        ("The anniversary of the killing of 13 protesters by British soldiers was marked in Derry.", "historical"),
    ],
)
def test_what_a_sentence_says_was_not_so(coder: Coder, sentence: str, status: str) -> None:
    events = [e for e in coder.code(Document(text=sentence)).events if e.type == "ASSAULT"]
    assert [e.status for e in events] == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "Togo's gendarmes used whips to scatter farmers marching against a levy in Lome.",
        "Ghanaian police threw stun grenades to dislodge students picketing a ministry in Accra.",
    ],
)
def test_what_those_do_who_are_driven_off_is_told(coder: Coder, sentence: str) -> None:
    events = [e for e in coder.code(Document(text=sentence)).events if e.type == "PROTEST"]
    assert [e.status for e in events] == ["asserted"]


def test_what_is_done_on_an_anniversary_is_news(coder: Coder) -> None:
    text = "On the anniversary of the 1995 massacre, 300 Bosnian widows demonstrated outside the Dutch embassy in Sarajevo."
    (event,) = [e for e in coder.code(Document(text=text)).events if e.type == "PROTEST"]
    assert event.status == "asserted"
