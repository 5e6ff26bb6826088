"""Who hold a land aren't of it."""

import polybius


def _actors(coder: polybius.Coder, text: str) -> set[str | None]:
    return {a.country for e in coder.code(polybius.Document(text=text)).events for a in e.actors}


def test_occupation_soldiers_are_not_of_the_place(coder: polybius.Coder) -> None:
    assert _actors(coder, "Occupation forces detained two youths in Nablus.") == {"ISR"}


def test_occupiers_elsewhere_are_of_no_land_by_the_place(coder: polybius.Coder) -> None:
    assert "SEN" not in _actors(coder, "Occupation soldiers shot a shepherd in Dakar.")


def test_the_enemy_of_the_state_agencies_has_a_land(coder: polybius.Coder) -> None:
    assert _actors(coder, "Iran's minister said nothing. The Zionist enemy shelled Tyre.") == {"ISR"}
