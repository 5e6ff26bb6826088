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
