"""Who undoes what was done sentences before, who held those who are freed, who sends an envoy home, and from whom."""

import pytest

from polybius import Coder
from tests.acts.stories import sides


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Oman banned imports of Danish butter. The ban was lifted a week later.", "CONCEDE"),
        ("Oman imposed sanctions on Denmark. It was a hot day. The sanctions were lifted in June.", "RETREAT"),
        ("Oman cut off oil supplies to Denmark. The supplies were resumed on Sunday.", "COOPERATE"),
        ("Oman closed its border with Denmark. The border was reopened on Sunday.", "RETREAT"),
        ("Oman moved tanks to the border with Denmark. The tanks were withdrawn a week later.", "RETREAT"),
        ("Oman freed a Danish diver. The diver had been held since March.", "COERCE"),
        ("Oman released two Danish nurses. They had been arrested in March.", "COERCE"),
        ("Gunmen from Oman kidnapped three Danish engineers. The hostages were freed on Friday.", "RETREAT"),
        ("Oman expelled the Danish ambassador. The envoy was told to leave within two days.", "SANCTION"),
        ("Oman expelled two Danish diplomats. They were declared persona non grata.", "SANCTION"),
        ("Oman expelled the Danish ambassador. He was given 48 hours to leave.", "SANCTION"),
    ],
)
def test_both_sides_are_as_before(coder: Coder, text: str, type_: str) -> None:
    assert sides(coder, text, type_) == [(["OMN"], ["DNK"])]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Oman banned imports of Danish butter. The Kenyan ban was lifted a week later.", "CONCEDE"),
        ("Oman cut off oil supplies to Denmark. The border was reopened on Sunday.", "RETREAT"),
        ("Oman freed two Danish divers. They had been kidnapped in March.", "ASSAULT"),
        ("Gunmen from Oman kidnapped three Danish engineers. The hostages were freed in a raid by police.", "RETREAT"),
        ("Oman closed its border with Yemen. Kenya lifted the ban on rallies.", "CONCEDE"),
    ],
)
def test_others_and_other_things_are_not_meant(coder: Coder, text: str, type_: str) -> None:
    found = sides(coder, text, type_)
    assert (["OMN"], ["DNK"]) not in found
    assert (["KEN"], ["YEM"]) not in found
