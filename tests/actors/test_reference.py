"""Who pronouns, titles and "the country" mean inside a report, and what stays unsettled; the sentences are made for it."""

from __future__ import annotations

import pytest

import polybius
from polybius.actors import natures, syntax

NOBODY = None
# A report, the last expression of its kind in it, and the name that it must be settled to (None: it stays open).
CASES = [
    # agreement of person, body, country
    ("Angela Merkel went to the Norwegian embassy. She spoke for an hour.", "She", "Angela Merkel"),
    ("The Kremlin was silent. He left early.", "He", NOBODY),
    ("Police in Brazil searched the ministry. They accused her of theft.", "her", NOBODY),
    # sex, from first names, titles and nouns
    ("Angela Merkel met Emmanuel Macron. He thanked Germany.", "He", "Emmanuel Macron"),
    ("Emmanuel Macron met the queen. She laughed.", "She", "queen"),
    # people whom the lexicon lacks compete
    (
        "Emmanuel Macron spoke. A luthier from Lyon, Otto Brenner, went home. He condemned Russia.",
        "He",
        "Otto Brenner",
    ),  # of no land
    ("Emmanuel Macron thanked the envoy. The bishop was asked to wait. He declined.", "He", "The bishop"),
    # the governing subject, and who competes with it
    ("Vladimir Putin took a folder from his case.", "his", "Vladimir Putin"),
    ("The minister confessed that he was tired.", "he", "The minister"),
    ("Emmanuel Macron of France said he was tired.", "he", "Emmanuel Macron"),
    ("Emmanuel Macron told Vladimir Putin that he was late.", "he", NOBODY),
    ("Emmanuel Macron was glad. One of the drivers, who lost his keys, was not.", "his", "of the drivers"),
    # an object isn't its clause's subject
    ("The agency told France to stop and fined it.", "it", NOBODY),
    ("Police killed sixty of them.", "them", NOBODY),
    # whom a relative clause is about isn't its subject; who heads a state is of a known sex, whatever the name
    ("Narendra Modi met Shehbaz Sharif, with whom he dined.", "he", "Narendra Modi"),
    ("Emmanuel Macron saw Olaf Scholz, whom he praised.", "he", "Emmanuel Macron"),
    ("Emmanuel Macron saw Olaf Scholz, who said that he was tired.", "he", "Olaf Scholz"),
    ("Xi Jinping met Giorgia Meloni. He praised Italy.", "He", "Xi Jinping"),
    ("Sheikh Hasina met Narendra Modi. She praised India.", "She", "Sheikh Hasina"),
    ("Ariel Sharon met Angela Merkel. He praised Germany.", "He", "Ariel Sharon"),
    # "it" goes on with the state or body that led the sentence before, by what another land has to do with
    ("France held elections on Sunday. On Monday it moved tanks to the frontier with Spain.", "it", "France"),
    (
        "France has not commented. But it has frozen the assets of four Spanish officials, diplomats said.",
        "it",
        "France",
    ),
    ("France lost the vote. In response, it held talks with Spain.", "it", "France"),
    ("France closed its schools; it also eased sanctions on Spain.", "it", "France"),
    ("France was the first to react: it seized a Spanish trawler.", "it", "France"),
    ("France held elections before it eased sanctions on Spain.", "it", "France"),
    # what a state is called behind its name is no other body
    ("Chad, an African Union member, said it would soon storm the Sudanese town of Tina.", "it", "Chad"),
    # what flies or strikes by itself may be meant, and what ends by itself
    ("France fired a missile. It flew over Spain.", "It", NOBODY),
    ("France fired a missile. It hit a Spanish ship.", "It", NOBODY),
    ("France ended the war. It cost Spain dear.", "It", NOBODY),
    ("France held a vote. It ended in Spain.", "It", NOBODY),
    # quotations
    ('"We had a French doctor at the time," he said.', "he", NOBODY),
    ('"I will not sign," Emmanuel Macron told reporters.', "I", "Emmanuel Macron"),
    ('"We will answer," Sergei Lavrov said.', "We", "Sergei Lavrov"),
    ('"We were asleep," a villager said.', "We", NOBODY),
    ("His father, he said, had carried stones.", "he", NOBODY),
    # the two just named
    ("France and Iran held talks. The two sides agreed to meet again.", "The two sides", "France Iran"),
    ("France, Iran and Japan held talks. The two sides agreed to meet again.", "The two sides", NOBODY),
    ("Chad and Niger quarrelled. The armies have dug in.", "The armies", "The armies The armies"),
    ("France and Iran held talks. The two agreed to meet again.", "The two", "France Iran"),
    (
        "Narendra Modi led Shehbaz Sharif by the hand into India on Friday. The two talked alone.",
        "The two",
        "Narendra Modi Shehbaz Sharif",
    ),
    ("France and Iran voted. The two bills passed.", "The two", NOBODY),
    ("A Chadian lorry drove into Niger as the two sides opened the road.", "the two sides", "TCD NER"),
    ("In Geneva on Monday, Iran said that the two sides had agreed on a date.", "the two sides", NOBODY),
    ("France and Iran held talks. The two sides signed a pact. They promised to meet again.", "They", "France Iran"),
    # the same person twice is no tie
    ("In his speech Emmanuel Macron thanked a delegation. He condemned Russia.", "He", "Emmanuel Macron"),
    # it
    ("The Brazilian government denies that it persecutes anybody.", "it", "Planalto"),
    ("Spain won't raise its spending.", "its", "Spain"),
    ("Spain voted. It rained.", "It", NOBODY),
    ("Spain waited. It was clear that nobody would come.", "It", NOBODY),
    ("Spain waited. It accused France of fraud.", "It", "Spain"),
    ("France sent Armenia a letter and forgave Armenia its debt.", "its", NOBODY),
    ("The army watched the ship. The crew sank it.", "it", NOBODY),
    # a man goes without saying; who stands beside somebody is he; "it", roads and towns are no he
    (
        "Her son Paul wept. The Pakistani prime minister, Tariq Jatoi, said that he would come.",
        "he",
        "Pakistani prime minister",
    ),
    ("The Pakistani prime minister spoke. It was a remark that he may regret.", "he", "Pakistani prime minister"),
    ("The Turkish general, a young man with a bandage, said that he was tired.", "he", "Turkish general"),
    ("Their leader, Colonel Moussa Tinni, commander of the Malian guard, left. He wept.", "He", "Moussa Tinni"),
    # they
    ("Pensioners circled the building with their flags.", "their", "Pensioners"),
    ("The cranes of Yemen were a gift. They were bombed.", "They", NOBODY),
    ("French soldiers filmed villagers with foam on their lips.", "their", NOBODY),
    ("Canada and India called home the envoys they had sent.", "they", "Canada India"),
    ("Russian soldiers met French doctors and Greek nurses in a hall. The hall was cold. They left.", "They", NOBODY),
    # the country, titles
    ("Turkey and Greece talked. The country has two seas.", "The country", NOBODY),
    ("Farmers in Kenya wait. The country needs rain.", "The country", "KEN"),
    (
        "The Israeli prime minister flew to Rome. There the prime minister slept.",
        "the prime minister",
        "Israeli prime minister",
    ),
]


@pytest.mark.parametrize(("text", "expression", "name"), CASES)
def test_reference(coder: polybius.Coder, text: str, expression: str, name: str | None) -> None:
    _, mentions, _ = coder.explain(text)
    meant = [m for sentence in mentions for m in sentence if m.actor.text == expression]
    settled = " ".join(m.actor.name for m in meant if m.back >= 0)
    assert (settled or None) == name


@pytest.mark.parametrize(
    ("text", "expression", "country"),
    [
        ("Police in Kenya fired. The crowd in Kenya ran. The army waited.", "The army", "KEN"),
        ("Police in Kenya fired. Kenya mourned. Foreigners fled.", "Foreigners", None),
        ("Police in Kenya fired. Kenya mourned. His mother wept.", "His mother", None),
        ("Police in Kenya fired. Kenya mourned. Every government does that.", "Every government", None),
        ("The president, who was treated in Paris, said that doctors were kind.", "doctors", None),
        ("Police in Kenya fired. Kenya mourned. The foreign ministry spoke.", "The foreign ministry", "KEN"),
        ("Police in Kenya fired. Kenya mourned. The allied soldiers fled.", "The allied soldiers", None),
        ("In Cairo the colonels put down their cups.", "the colonels", "EGY"),
        (
            "The Norwegian foreign minister spoke. Then the information minister left.",
            "the information minister",
            "NOR",
        ),
    ],
)
def test_whose(coder: polybius.Coder, text: str, expression: str, country: str | None) -> None:
    _, mentions, _ = coder.explain(text)
    assert {m.actor.country for s in mentions for m in s if m.actor.text == expression} == {country}


@pytest.mark.parametrize(
    ("text", "party", "country"),
    [
        ("The Security Council on Syria met.", "The Security Council on Syria", "UNO"),
        ("08:15 Colombia's foreign minister is flying home.", "Colombia's foreign minister", "COL"),
        ("LAGOS - Gunmen freed a teacher.", "Gunmen", None),
    ],
)
def test_phrases_are_cut(coder: polybius.Coder, text: str, party: str, country: str | None) -> None:
    _, mentions, _ = coder.explain(text)
    assert {m.actor.country for s in mentions for m in s if m.actor.text == party} == {country}


@pytest.mark.parametrize(
    "text", ["She was the right woman for the post.", "They praised the brotherhood of Arabs and Kurds in a song."]
)
def test_labels_are_no_parties(coder: polybius.Coder, text: str) -> None:
    _, mentions, _ = coder.explain(text)
    assert not [m for s in mentions for m in s if m.actor.text.startswith("the ")]


def test_no_party_holds_a_finite_verb(coder: polybius.Coder) -> None:
    text = (
        "Marten was detained on 3 March during a hike near the Tunisian port of Sfax, police said, and Greece was told. "
        "The man who was jailed in Turkey while Greece slept was a baker, an official who knew him said."
    )
    _, mentions, _ = coder.explain(text)
    for mention in (m for sentence in mentions for m in sentence):
        assert not {"was", "said", "slept", "knew"} & set(mention.actor.text.split())


@pytest.mark.parametrize(
    ("noun", "nature"),
    [
        ("foreign ministry", "body"),
        ("radio", "body"),
        ("helicopter", "thing"),
        ("police", "people"),
        ("ministers", "person"),
    ],
)
def test_natures(noun: str, nature: str) -> None:
    assert natures.of_role(noun) == nature


def test_quotations_go_on_over_sentences(coder: polybius.Coder) -> None:
    docs = coder.language.parse(['He said: "Wait.', 'Then go."', "They went."])
    inside, found = False, []
    for doc in docs:
        quoted, inside = syntax.quoted(doc, inside)
        found.append([t.text for t, q in zip(doc, quoted, strict=True) if q])
    assert found == [["Wait", "."], ["Then", "go", "."], []]


@pytest.mark.parametrize(
    ("text", "expression", "countries"),
    [
        ("Peru and Ecuador ended their war. The two armies have left the valley.", "The two armies", ["PER", "ECU"]),
        (
            "The Syrian regime fell. In the street nobody mourned. The regime had lost its friends.",
            "The regime",
            ["SYR"],
        ),
        ("A film was shown. The regime had lost its friends.", "The regime", [None]),
    ],
)
def test_forces_of_two_and_regimes(
    coder: polybius.Coder, text: str, expression: str, countries: list[str | None]
) -> None:
    _, mentions, _ = coder.explain(text)
    meant = [m for sentence in mentions for m in sentence if m.actor.text == expression]
    assert [m.actor.country for m in meant] == countries


def test_a_land_before_a_short_name_makes_it_another_s(coder: polybius.Coder) -> None:
    for text in ("the Syrian Democratic Front", "the Turkish Democratic Front"):
        found = coder.actor(text)
        assert found is None or found.country != "PSE"


@pytest.mark.parametrize(
    ("text", "expression", "country"),
    [
        (
            "The Polish prime minister, Ivan Tarkovi, turned sixty. Mr Tarkovi gave Moldova six drones.",
            "Mr Tarkovi",
            "POL",
        ),
        ("Ivan Tarkovi, a Mexican judge, was ill. The night was long. Tarkovi jailed two Spaniards.", "Tarkovi", "MEX"),
        (
            "Polish envoy Ivan Tarkovi met Czech envoy Petr Tarkovi. Tarkovi accused Spain of fraud.",
            "Tarkovi",
            None,
        ),  # two bear it
        ("Spain waited. Tarkovi accused Spain of fraud.", "Tarkovi", None),
        ("Poland held an election. The government gave Moldova six drones.", "The government", "POL"),
        ("Poland held an election. The foreign ministry warned Moldova.", "The foreign ministry", "POL"),
        ("Poland and Latvia held elections. The government warned Moldova.", "The government", None),
        ("Poland held an election. It expelled two Spanish envoys.", "It", "POL"),
        ("Poland held an election. Its government gave Moldova six drones.", "Its government", "POL"),
    ],
)
def test_whoever_was_introduced(coder: polybius.Coder, text: str, expression: str, country: str | None) -> None:
    _, mentions, _ = coder.explain(text)
    meant = [m.actor.country for sentence in mentions for m in sentence if m.actor.text == expression]
    assert meant == [country]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Benin warned Togo on Monday. Ghana urged both to wait.", ["BEN", "TGO"]),
        ("Benin warned Togo and Mali on Monday. Ghana urged both to wait.", ["TGO", "MLI"]),
        ("Benin bought guns and boats from Togo. Ghana took both.", [None]),
        ("The law was condemned both by Norway and by Benin.", []),
    ],
)
def test_both_who_are_urged_are_the_two_named_before(coder: polybius.Coder, text: str, meant: list[str | None]) -> None:
    _, mentions, _ = coder.explain(text)
    assert [m.actor.country for sentence in mentions for m in sentence if m.actor.text == "both"] == meant


def test_a_thing_named_after_a_person_is_not_him(coder: polybius.Coder) -> None:
    text = (
        "Iran called off talks with Iraq on Monday, in protest at an air exercise named Max Thunder. Abbas Araghchi, its deputy foreign minister, "
        "said that Iran would reconsider the summit. He rejected the French model."
    )
    _, mentions, _ = coder.explain(text)
    assert [m.actor.country for m in mentions[-1] if m.actor.text == "He"] == ["IRN"]


def test_a_ship_that_faces_those_of_a_land_is_not_its_own(coder: polybius.Coder) -> None:
    text = "The frigate turned its guns on the Greek police on Monday, Athens insists. Turkey and Libya were quiet. Turkey slept."
    _, mentions, _ = coder.explain(text)
    assert [m.actor.country for m in mentions[0] if m.actor.text == "The frigate"] == [None]


def test_the_treasury_that_blacklists_after_a_president_is_his(coder: polybius.Coder) -> None:
    _, mentions, _ = coder.explain("Obama spoke. A day later the Treasury blacklisted Chinese trading companies.")
    assert [m.actor.country for m in mentions[-1] if m.actor.text == "the Treasury"] == ["USA"]


def test_who_vows_to_rule_the_whole_country_is_of_it(coder: polybius.Coder) -> None:
    _, mentions, _ = coder.explain("Chad opposed the plan. The Libyan government vowed to take the entire country.")
    assert [m.actor.country for m in mentions[-1] if m.actor.text == "the entire country"] == ["LBY"]


def test_a_long_report_still_knows_by_its_full_name_who_comes_late(coder: polybius.Coder) -> None:
    story = "Rain fell on the hills. " * 900 + "Maria Zakharova spoke to reporters. Zakharova also criticised France."
    coded = coder.code(polybius.Document(story))
    assert [a.country for e in coded.events if e.type == "ACCUSE" for a in e.actors] == ["RUS"]
