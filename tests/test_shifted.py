"""Words that a parser hangs on what stands between them and theirs, in sentences made for it."""

from __future__ import annotations

import pytest

from polybius import Coder

HANGING = [
    ("Lebanon set free on bail three Cypriot sailors.", "sailors", "set", "dobj"),
    ("Kuwait released on bail a Jordanian teacher held since May.", "teacher", "released", "dobj"),
    ("Oman put on hold a plan to lease six tanks to Yemen.", "plan", "put", "dobj"),
    ("Mexico put on alert 3,000 soldiers along the border with Guatemala.", "soldiers", "put", "dobj"),
    ("Norway handed over to Latvia a man wanted for fraud.", "man", "handed", "dobj"),
    ("Nepal protested at the killing, in a forest near the border, of three woodcutters.", "of", "killing", "prep"),
    ("Ghana criticised the seizure last week of a Ghanaian trawler.", "of", "seizure", "prep"),
    ("Norway's release on parole of a Latvian trader was welcomed.", "of", "release", "prep"),
    ("The row began with the jailing in Tunis of a Libyan banker.", "of", "jailing", "prep"),
    ("Kenya reacted with anger after Uganda, its main supplier, cut off petrol.", "Uganda", "cut", "nsubj"),
    ("The premier resigned after Chad, a former ally, sent tanks across the border.", "Chad", "sent", "nsubj"),
    ("Trade has fallen since Mali, which has no port, shut its border with Niger.", "Mali", "shut", "nsubj"),
    ("Jets bombed a village that had sheltered rebels, killing 12 people.", "killing", "bombed", "advcl"),
    ("A group of Malian colonels, angered by pay cuts, seized power in Bamako.", "seized", "seized", "ROOT"),
    (
        "Chilean guns, firing from hills that overlook the pass, wounded at least six Bolivian scouts.",
        "wounded",
        "wounded",
        "ROOT",
    ),
    (
        "Ten minutes before a planned meeting between Paul Biya and Nigeria's foreign minister, police with dogs waded into a crowd of students.",
        "police",
        "waded",
        "nsubj",
    ),
    (
        "A group of Peruvian generals, angered by pay cuts and by the sacking of a popular commander, seized power in Lima on Thursday.",
        "power",
        "seized",
        "dobj",
    ),
    ("Relations soured over the shooting of two herders.", "Relations", "soured", "nsubj"),
    ("Egypt and Sudan each recalled an ambassador.", "Egypt", "recalled", "nsubj"),
]
# What stands where it does by right.
STAYING = [
    ("The trial in Accra of spies from Togo began.", "from", "spies"),
    ("He left after talks with Chad, a former ally, and flew to Rome.", "Chad", "with"),
    ("Soldiers shot at a thief who had struck a farmer, wounding him.", "wounding", "struck"),
]


@pytest.mark.parametrize(("text", "word", "head", "relation"), HANGING)
def test_a_word_hangs_where_it_belongs(coder: Coder, text: str, word: str, head: str, relation: str) -> None:
    (doc,) = coder.language.parse([text])
    found = next(t for t in doc if t.text == word and (word != "of" or t.head.text == head))
    assert (found.head.text, found.dep_) == (head, relation)


def test_each_is_no_second_subject(coder: Coder) -> None:
    (doc,) = coder.language.parse(["Ghana and Togo have each expelled a diplomat."])
    assert [t.text for t in doc if t.dep_ == "nsubj"] == ["Ghana"]
    assert next(t for t in doc if t.text == "each").dep_ == "advmod"


@pytest.mark.parametrize(("text", "word", "head"), STAYING)
def test_what_belongs_there_stays(coder: Coder, text: str, word: str, head: str) -> None:
    (doc,) = coder.language.parse([text])
    assert next(t for t in doc if t.text == word).head.text == head
