"""Acts inside another's circumstances: who is told by a participle, a second verb, *there*, a capital, a condition."""

import pytest

from polybius import Coder, Document, Event


def _told(coder: Coder, text: str, type_: str) -> list[Event]:
    return [e for e in coder.code(Document(text=text)).events if e.type == type_]


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        ("Tunisia quarrelled with Libya over fish, and blamed its coast guard for the death of a sailor.", "ACCUSE", "TUN", "LBY"),
        ("The Cuban minister spoke of Panama for an hour, accusing its police of beating students.", "ACCUSE", "CUB", "PAN"),
        ("Kenya had promised aid to Malawi, but its foreign minister criticised the government there.", "ACCUSE", "KEN", "MWI"),
        ("Norway condemned Belarus on Friday after a court there jailed an opposition leader.", "COERCE", "BLR", "BLR"),
    ],
)  # fmt: skip
def test_whose_those_are_whom_a_second_clause_tells(
    coder: Coder, text: str, type_: str, actor: str, recipient: str
) -> None:
    sides = [([a.country for a in e.actors], [r.country for r in e.recipients]) for e in _told(coder, text, type_)]
    assert ([actor], [recipient]) in sides


def test_what_one_begs_pardon_of_a_land_for_befell_its_own(coder: Coder) -> None:
    text = "Bolivia apologised to Paraguay on Sunday for the killing of two herders by one of its patrols."
    (event,) = _told(coder, text, "ASSAULT")
    assert ([a.country for a in event.actors], [r.country for r in event.recipients]) == (["BOL"], ["PRY"])


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        ("An offer by Iran to free 60 sailors was dismissed in Muscat as a cheap stunt.", "REJECT", "OMN", "IRN"),
        ("Ghana's plan to build a dam was condemned in Lome on Monday.", "ACCUSE", "TGO", "GHA"),
        ("Kenya's decision to reopen the border was welcomed in Kampala.", "SUPPORT", "UGA", "KEN"),
    ],
)
def test_a_capital_speaks_where_nobody_else_does(
    coder: Coder, text: str, type_: str, actor: str, recipient: str
) -> None:
    (event,) = _told(coder, text, type_)
    assert ([a.country for a in event.actors], [r.country for r in event.recipients]) == ([actor], [recipient])


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Chad pledged to support a Malian bid for a seat on the Security Council.", "AGREE", ["MLI"]),
        ("Poland defended Serbia's right to buy tanks at a heated session of the agency's board in Vienna.", "SUPPORT", ["SRB"]),
        ("Ghana's president, who has tried to bring Togo and Benin together, blamed both on Saturday for the failure.", "ACCUSE", ["TGO", "BEN"]),
    ],
)  # fmt: skip
def test_who_is_meant_and_no_body_beside(coder: Coder, text: str, type_: str, recipients: list[str]) -> None:
    event = _told(coder, text, type_)[0]
    assert sorted(r.country or "" for r in event.recipients) == sorted(recipients)


def test_who_is_called_in_and_told_something_says_nothing(coder: Coder) -> None:
    text = "Sudan's top diplomat in Cairo was called to the foreign ministry and told that remarks on the war were unacceptable."
    sure = [e for e in _told(coder, text, "ACCUSE") if e.confidence > 0.5]
    assert [[a.country for a in e.actors] for e in sure] == [["EGY"]]


def test_a_condition_led_by_should_asks_nobody(coder: Coder) -> None:
    text = "Peru's president told a rally that Peru would never hesitate to use force should Chile try to change the border."
    assert not _told(coder, text, "REQUEST")


@pytest.mark.parametrize(
    "text",
    [
        "Poland insisted on Tuesday that Latvia pay compensation, and closed its border with Latvia.",
        "Ghana urged that Togo free the men and closed its border with Togo.",
    ],
)
def test_what_is_done_beside_a_demand_or_a_promise_is_told(coder: Coder, text: str) -> None:
    closed = [e for e in coder.code(Document(text=text)).events if e.trigger.of(text) == "closed"]
    assert [e.status for e in closed] == ["asserted"]


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        ("Saudi Arabia, fearing an influx of refugees, closed its frontier with Jordan on Monday.", "SANCTION", "SAU", "JOR"),
        ("Greece's interior minister held talks in Skopje on curbing the flow of migrants.", "CONSULT", "GRC", "MKD"),
        ("Bolivia has not responded to a Brazilian request for an inquiry into the crash.", "REJECT", "BOL", "BRA"),
        ("Kenyan soldiers killed two farmers on the border, Uganda said.", "ASSAULT", "KEN", "UGA"),
        ("Kenyan soldiers arrested two traders near the border, Ugandan officials said.", "COERCE", "KEN", "UGA"),
        ("At the request of Malawi, Zambia has sent a team to help identify the victims of a plane crash.", "AID", "ZMB", "MWI"),
        ("Zambia pulled out its soldiers at the request of Malawi.", "RETREAT", "ZMB", "MWI"),
        ("Estonia said Russian hackers attacked two banks on Monday.", "COERCE", "RUS", "EST"),
        ("The Bolivian president phoned his Paraguayan counterpart to congratulate him on his victory.", "SUPPORT", "BOL", "PRY"),
        ("Norway's premier met the Danish prime minister on Sunday to thank him for his help.", "SUPPORT", "NOR", "DNK"),
        ("Greece demanded that Albania explain the presence of a submarine and summoned its envoy.", "ACCUSE", "GRC", "ALB"),
        ("The Omani navy said Iranian coastguards had arrested four fishermen off the islands.", "COERCE", "IRN", "OMN"),
        ("Turkish gunners hit back after Greek forces fired mortars at a border post.", "ASSAULT", "TUR", "GRC"),
        ("Kenya offered condolences to Malawi on Sunday after a ferry sank, and sent two ships to help search.", "AID", "KEN", "MWI"),
        ("Chile will free the sailors if Peru withdraws its patrol boats, the foreign minister said.", "AGREE", "CHL", "PER"),
    ],
)  # fmt: skip
def test_who_acts_in_a_crowded_sentence_and_towards_whom(
    coder: Coder, text: str, type_: str, actor: str, recipient: str
) -> None:
    sides = [([a.country for a in e.actors], [r.country for r in e.recipients]) for e in _told(coder, text, type_)]
    assert ([actor], [recipient]) in sides


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's president defended his decision to let Turkish warplanes use a base in the desert.",
        "The Kenyan president held talks in Vienna on Monday.",
        "An accord signed in Vienna on Monday delighted Kenya and Uganda.",
        "France said Malian soldiers had killed two farmers.",
        "Poland agreed to take part in the exercises despite warnings from Egypt.",
    ],
)
def test_nobody_is_added_who_is_only_named_or_where_it_was(coder: Coder, text: str) -> None:
    events = [e for e in coder.code(Document(text=text)).events if e.type in ("SUPPORT", "CONSULT", "ASSAULT", "AGREE")]
    assert not {r.country for e in events for r in e.recipients} & {"TUR", "AUT", "FRA", "EGY"}


def test_where_somebody_goes_tells_nobody_who_did_what_a_noun_mentions(coder: Coder) -> None:
    text = "The Omani minister arrived in Doha on a visit aimed at patching up relations strained by the arrest of a banker."
    assert not [e for e in _told(coder, text, "COERCE") if e.confidence > 0.3]


@pytest.mark.parametrize(
    "text",
    [
        "Sudanese rebels trained in Chad attacked a customs post on Sunday.",
        "Ugandan gunmen recruited in Kenya killed two policemen.",
    ],
)
def test_where_somebody_was_trained_is_not_where_he_strikes(coder: Coder, text: str) -> None:
    events = coder.code(Document(text=text)).events
    assert not {r.country for e in events for r in e.recipients} & {"TCD", "KEN"}


def test_a_visit_on_whose_eve_something_is_said_has_not_taken_place(coder: Coder) -> None:
    text = "On the eve of a visit to Lagos, Ghana's president called Nigeria a reliable friend."
    assert [e.status for e in _told(coder, text, "CONSULT")] != ["asserted"]


def test_who_speaks_after_a_deed_did_not_do_it(coder: Coder) -> None:
    text = "The Ghanaian president, speaking a day after a Togolese gunboat sank a trawler, warned of a storm."
    assert all(a.country != "GHA" for e in _told(coder, text, "ASSAULT") for a in e.actors)


def test_lenders_may_be_of_any_land(coder: Coder) -> None:
    events = coder.code(Document(text="Malaysia urged lenders on Monday to extend its loans.")).events
    assert not any(r.country for e in events for r in e.recipients)


def test_the_two_are_who_speaks_and_with_whom_he_has_talked(coder: Coder) -> None:
    text = (
        "After talks with the Chadian president, Sudan's foreign minister said the two had agreed to reopen the border."
    )
    (event,) = _told(coder, text, "AGREE")
    assert sorted(a.country or "" for a in event.actors) == ["SDN", "TCD"]


def test_lands_that_say_something_of_one_another_are_no_recipients(coder: Coder) -> None:
    text = "Togo and Ghana traded insults on Friday, with Togo's president calling Ghana's a puppet and the Ghanaian press comparing him to a clown."
    row = [e for e in _told(coder, text, "ACCUSE") if len(e.actors) > 1]
    assert row and not row[0].recipients


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The Dutch government, having lost patience, was criticised by Norway for the delay.", "government"),
        ("Chad, citing security concerns, accused Norway of spying.", "Chad"),
        ("Saudi Arabia, responding to a plea from bishops, expelled two Ghanaian diplomats.", "Arabia"),
    ],
)
def test_a_participle_between_commas_takes_no_subject(coder: Coder, text: str, subject: str) -> None:
    (doc,) = coder.language.parse([text])
    root = next(t for t in doc if t.dep_ == "ROOT")
    assert [c.text for c in root.children if c.dep_ in ("nsubj", "nsubjpass")] == [subject]
