"""Leads on concessions and aid: what is lifted at home, whom a disaster befell, plurals that were read as other words."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Taiwan ended 38 years of martial law on Tuesday.", "TWN"),
        ("The Malian junta lifted a night curfew on Friday.", "MLI"),
        ("Laos lifted an embargo on Friday.", ""),  # on whom?
    ],
)
def test_what_rulers_lift_at_home_was_over_their_own_land(coder: Coder, text: str, recipient: str) -> None:
    lifted = next(e for e in coder.code(Document(text=text)).events if e.type in ("CONCEDE", "RETREAT"))
    assert "&".join(r.country or "" for r in lifted.recipients) == recipient


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("India's government repealed three farm laws on Friday.", "IND"),
        ("Saudi Arabia has permitted women to drive.", "SAU"),
        ("Sri Lanka lifted a ban on social media on Monday.", "LKA"),
        ("Belgium repealed a law on Chadian timber.", "TCD"),
        ("Denmark apologised to the families of the dead.", ""),  # others as often
        ("Brazil granted visas to foreign workers on Friday.", ""),
    ],
)
def test_a_state_yields_to_its_own_people_where_no_other_land_is_named(coder: Coder, text: str, recipient: str) -> None:
    yielded = next(e for e in coder.code(Document(text=text)).events if e.type == "CONCEDE")
    assert "&".join(r.country or "" for r in yielded.recipients) == recipient


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Qatar sent tents to survivors of the Turkish earthquake.", "TUR"),
        ("Norway paid two million dollars to victims of the Mozambican floods.", "MOZ"),
        ("Norway paid two million dollars to victims of the American bombing.", ""),  # who bombed, not who was bombed
    ],
)
def test_whom_a_disaster_befell_is_of_where_it_was(coder: Coder, text: str, recipient: str) -> None:
    sent = next(e for e in coder.code(Document(text=text)).events if e.type == "AID")
    assert "&".join(r.country or "" for r in sent.recipients) == recipient


@pytest.mark.parametrize(
    ("word", "lemma"), [("taxes", "tax"), ("corpses", "corpse"), ("doses", "dose"), ("graves", "grave")]
)
def test_plurals_are_of_the_word_that_news_means(coder: Coder, word: str, lemma: str) -> None:
    parsed = coder.language.parse([f"The minister saw the {word} on Monday."])[0]
    assert [w.lemma_ for w in parsed if w.text == word] == [lemma]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Kenyan Red Cross volunteers fed 300 families near Eldoret on Thursday.", "KEN"),
        ("Red Cross volunteers fed 300 Kenyan families near Eldoret on Thursday.", "NGO"),
    ],
)
def test_workers_of_a_national_society_are_of_its_land(coder: Coder, text: str, actor: str) -> None:
    fed = next(e for e in coder.code(Document(text=text)).events if e.type == "AID")
    assert [a.country for a in fed.actors] == [actor]


def test_rebels_are_not_of_the_peacekeepers_land_whom_they_hold(coder: Coder) -> None:
    events = coder.code(Document(text="Rebels released 45 Fijian peacekeepers on Sunday.")).events
    assert all(a.country != "FJI" for e in events for a in e.actors)


def test_rebels_are_of_the_land_with_whose_rulers_they_sign_wherever_that_is(coder: Coder) -> None:
    text = "Sudan's ruling party and southern rebels put the seal on an agreement in Nairobi on Sunday."
    signed = next(e for e in coder.code(Document(text=text)).events if e.type == "SUPPORT")
    assert [a.country for a in signed.actors] == ["SDN", "SDN"]


def test_what_is_shipped_home_is_no_kind_of_home(coder: Coder) -> None:
    events = coder.code(Document(text="Italy shipped a fourth-century obelisk home to Ethiopia on Tuesday.")).events
    told = [(e.type, [a.country for a in e.actors], [r.country for r in e.recipients]) for e in events]
    assert told == [("RETREAT", ["ITA"], ["ETH"])]
