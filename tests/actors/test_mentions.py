"""Which noun phrases of a sentence are parties, and whose they are."""

import pytest

from polybius import Coder


@pytest.mark.parametrize(
    ("sentence", "phrase", "country"),
    [
        ("Syria used chemical weapons against its own people.", "its own people", "SYR"),
        ("Kenya's president called his generals to Nairobi.", "his generals", "KEN"),
        ("Turkey spoke of peace; a woman met his mother.", "his mother", None),
        ("Kem Sokha, Cambodia's opposition leader, accused the government.", "the government", "KHM"),
        ("Iran's neighbours condemned the test.", "Iran's neighbours", None),
        ("Bombers killed at least 57 worshippers in Pakistan.", "at least 57 worshippers", "PAK"),
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
        ("Iran and the Chinese side agreed.", [("Iran", "IRN"), ("the Chinese side", "CHN")]),
    ],
)
def test_sides(coder: Coder, sentence: str, parties: list[tuple[str, str]]) -> None:
    assert [(m.actor.text, m.actor.country) for m in coder.explain(sentence)[1][0]] == parties
