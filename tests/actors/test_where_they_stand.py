"""Where a party stands isn't always whose it is."""

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Ethiopia praised its soldiers in Somalia on Monday.", "its soldiers", "ETH"),
        ("The Serbian minister and his counterpart in Budapest signed a treaty.", "his counterpart in Budapest", "HUN"),
        ("Serb rebels fired on the Bosnian army and freed the Serb inmates of a camp.", "Serb rebels", "BIH"),
        ("Bosnian police searched the Croat minority's homes in Bosnia.", "the Croat minority", "BIH"),
        ("Police arrested the leader of the Ugandan opposition in Nairobi.", "Police", "KEN"),
        ("A judge freed the editor of a Bolivian newspaper in Santiago.", "A judge", "CHL"),
        ("Ethnic Albanian rebels in Macedonia fired on a train.", "Ethnic Albanian rebels in Macedonia", "MKD"),
        ("Egyptian jets bombed Derna while in Tunis the government closed the frontier.", "the government", "TUN"),
        ("Malawi's troops left Zambia. In Lusaka the foreign ministry thanked the UN.", "the foreign ministry", "ZMB"),
        ("Workers at a Chilean mine walked out.", "Workers at a Chilean mine", "CHL"),
        ("Inmates of a Latvian prison rioted.", "Inmates of a Latvian prison", "LVA"),
        ("Cooks at an American base in Panama walked out.", "Cooks at an American base in Panama", "PAN"),
        ("Rebels attacked a Costa Rican police post.", "Costa Rican police", "CRI"),
        ("Most Arab embassies in Lima closed.", "Most Arab embassies", None),
        ("Niger sent Red Cross doctors to Agadez.", "Red Cross doctors", "NGO"),
        ("Belarus let Red Cross workers into its prisons.", "Red Cross workers", "NGO"),
    ],
)  # fmt: skip
def test_whose_somebody_is(coder: Coder, text: str, words: str, country: str) -> None:
    _, mentions, _ = coder.explain(text)
    named = {m.actor.text: m.actor.country for sentence in mentions for m in sentence}
    assert named[words] == country


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Syria massed tanks on its border with Jordan.", "JOR"),
        ("Niger posted troops at its frontier with Libya.", "LBY"),
        ("Peru closed its border with Bolivia.", "BOL"),
    ],
)
def test_a_border_is_with_the_other_land(coder: Coder, text: str, recipient: str) -> None:
    (event,) = coder.code(Document(text=text)).events
    assert [r.country for r in event.recipients] == [recipient]


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("the occupied West Bank", "PSE"),
        ("the Peruvian Cuzco", "PER"),
        ("eastern Aleppo", "SYR"),
        ("rebel-held Goma", "COD"),
        ("besieged Mariupol", "UKR"),
        ("central Khartoum", "SDN"),
        ("Dera Ismail Khan", "PAK"),  # no person of the name
        ("Deir ez-Zor", "SYR"),
        ("Rafah", "PSE"),  # known from the news, of towns of one name
        ("Srebrenica", "BIH"),
        ("Mar del Plata", "ARG"),  # not a Plata
        ("Fukushima", "JPN"),
        ("Mr de Mistura", "UNO"),
        ("a bank in the West", None),
        ("both sides in the Sri Lankan conflict", "LKA"),
        ("the factions in the Liberian war", "LBR"),
        ("veterans in the Korean war", None),
        ("critics in the Iraqi crisis", None),
        ("the Arab League in Cairo", "IGO"),
        ("the Supreme Court in Nairobi", "KEN"),
        ("Kazakstan", "KAZ"),  # a letter is missing
        ("the Ukrainnian army", "UKR"),  # one too many
        ("Romanya", None),
    ],
)
def test_places_behind_adjectives_and_misspelt_lands(coder: Coder, phrase: str, country: str | None) -> None:
    found = coder.actor(phrase)
    assert (found.country if found else None) == country
