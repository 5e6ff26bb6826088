"""Lists of parties that another word than a bare "and" joins, and acts said to be done likewise."""

import pytest

from polybius import Coder, Document


def told(coder: Coder, text: str) -> list[str]:
    """The asserted events of a text: type, lands of the doers, lands of the recipients."""
    sides = [(e.type, e.actors, e.recipients) for e in coder.code(Document(text=text)).events if e.status == "asserted"]
    return [
        " ".join((type_, *(",".join(sorted({a.country or "?" for a in side})) for side in (doers, others)))).strip()
        for type_, doers, others in sides
    ]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Ghana praised Togo and neighbouring Benin on Friday.", "SUPPORT GHA BEN,TGO"),
        ("Spain imposed an embargo on Cuba and neighbouring Haiti on Friday.", "SANCTION ESP CUB,HTI"),
        ("Norway condemned Burma and, to a smaller degree, Laos on Friday.", "ACCUSE NOR LAO,MMR"),
        ("Turkish jets bombed Syria as well as Iraq on Friday.", "ASSAULT TUR IRQ,SYR"),
        ("Canada imposed sanctions on Russia along with Belarus on Friday.", "SANCTION CAN BLR,RUS"),
        ("Canada imposed sanctions on Russia and its ally Belarus on Friday.", "SANCTION CAN BLR,RUS"),
        ("Not only Austria but also Malta condemned Libya on Friday.", "ACCUSE AUT,MLT LBY"),
        ("Poland, joined by Latvia, condemned Belarus on Friday.", "ACCUSE LVA,POL BLR"),
        ("Poland, followed by Latvia, expelled the Russian ambassador.", "SANCTION LVA,POL RUS"),
        ("Mali accused Niger of hiding bandits and Chad of arming them.", "ACCUSE MLI NER,TCD"),
        ("Yemen asked Qatar for fuel and Oman for doctors.", "REQUEST YEM OMN,QAT"),
        ("Israel bombed Lebanon on Monday, and Syria on Tuesday.", "ASSAULT ISR LBN,SYR"),
        ("Denmark expelled two Russian diplomats and Iceland one.", "SANCTION DNK,ISL RUS"),
        ("Egypt arrested two Sudanese and three Libyan smugglers.", "COERCE EGY LBY,SDN"),
        ("Eritrea freed all Ethiopian prisoners but no Djiboutian ones.", "RETREAT ERI ETH"),
    ],
)
def test_all_of_a_list_take_part(coder: Coder, sentence: str, event: str) -> None:
    assert told(coder, sentence) == [event]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Sweden condemned Iran and, to its credit, Finland kept silent.", "ACCUSE SWE IRN"),
        ("Sweden condemned Iran, and Finland on Friday closed its airports.", "ACCUSE SWE IRN"),
        ("Sweden expelled two Iranian diplomats and Finland closed three ports.", "SANCTION SWE IRN"),
    ],
)
def test_who_begins_a_clause_is_of_no_list(coder: Coder, sentence: str, event: str) -> None:
    assert event in told(coder, sentence)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Austria expelled four Russian envoys. Malta followed suit on Friday.",
            ["SANCTION AUT RUS", "SANCTION MLT RUS"],
        ),
        ("Austria condemned Libya, and Malta did the same.", ["ACCUSE AUT LBY", "ACCUSE MLT LBY"]),
        ("Austria has recognised Kosovo, as has Malta.", ["SUPPORT AUT XKX", "SUPPORT MLT XKX"]),
        ("Ghana recalled its envoy to Togo, and Togo did likewise.", ["SANCTION GHA TGO", "SANCTION TGO GHA"]),
        ("Austria condemned Libya, and Malta may do the same.", ["ACCUSE AUT LBY"]),
        ("Austria condemned Libya, but Malta did not follow suit.", ["ACCUSE AUT LBY"]),
    ],
)
def test_what_is_done_likewise(coder: Coder, text: str, events: list[str]) -> None:
    assert told(coder, text) == events
