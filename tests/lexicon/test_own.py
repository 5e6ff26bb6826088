"""One's own actors: entries and roles that add or override, wrong ones refused with file and line, old dictionaries read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import polybius
from polybius.errors import LexiconError
from polybius.lexicon import actor_index, actors, tabari
from tests.conftest import Run

DICTIONARY = """# actors
JANE_EXAMPLE_ ; a made-up minister
+MINISTER_JANE_EXAMPLE_
    [FRAGOV 100101-141231]
    [FRAELI >150101]
EXAMPLE_FRONT_ [MLIREB]
NO_COUNTRY_ [~XXX]
"""


def test_the_packages_entries_have_no_problems() -> None:
    entries, problems = actors.check(actors.entry_files())
    assert len(entries) > 10_000
    assert not problems, "\n".join(map(str, problems[:20]))


def test_old_dictionaries_are_read(tmp_path: Path, run: Run) -> None:
    (tmp_path / "old.txt").write_text(DICTIONARY, encoding="utf-8")
    made = tabari.read(tmp_path / "old.txt")
    assert [e["id"] for e in made["entries"]] == ["fra.jane-example", "mli.example-front"]
    assert made["entries"][0]["terms"] == [
        ["2010-01-01", "2014-12-31", "GOV", "", None],
        ["2015-01-01", None, "ELI", "", None],
    ]
    assert len(made["left"]) == 1 and "old.txt:7" in made["left"][0]
    own = tmp_path / "own.yaml"
    assert run("lexicon", "import", str(tmp_path / "old.txt"), "-o", str(own)).returncode == 1
    assert run("lexicon", "check", str(own)).returncode == 0
    coder = polybius.Coder(lexicon=[own])
    minister, front = coder.actor("Jane Example", on=date(2012, 5, 1)), coder.actor("Example Front fighters")
    assert minister is not None and (minister.country, minister.sector) == ("FRA", "GOV")
    assert front is not None and (front.country, front.sector) == ("MLI", "REB")


def test_agents_become_roles(tmp_path: Path) -> None:
    (tmp_path / "agents.txt").write_text("WATCHKEEPER {WATCHKEEPERS} [~COP]\n", encoding="utf-8")
    made = tabari.read(tmp_path / "agents.txt")
    assert made["roles"] == {"COP": ["watchkeeper", "watchkeepers"]}
    (tmp_path / "roles.yaml").write_text("sectors: {COP: [watchkeeper]}\n", encoding="utf-8")
    found = polybius.Coder(lexicon=[tmp_path / "roles.yaml"]).actor("Kenyan watchkeepers")
    assert found is not None and (found.country, found.sector) == ("KEN", "COP")


def test_own_entries_override(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("- {id: igo.nato, kind: organisation, names: [NATO], country: IGO, sector: GOV}\n", encoding="utf-8")
    found = polybius.Coder(lexicon=[own]).actor("NATO")
    assert found is not None and found.sector == "GOV"


WRONG = {
    "duplicate id": "- {id: fra.a, kind: body, names: [A Body], country: FRA}\n- {id: fra.a, kind: body, names: [B Body], country: FRA}\n",
    "broken date": "- {id: fra.a, kind: person, names: [A Person], country: FRA, terms: [[2011-13, ~, GOV, x, ~]]}\n",
    "unknown sector": "- {id: fra.a, kind: body, names: [A Body], country: FRA, sector: XYZ}\n",
    "unknown country": "- {id: fra.a, kind: body, names: [A Body], country: QQQ}\n",
    "no names": "- {id: fra.a, kind: body, country: FRA}\n",
    "not yaml": "- {id: fra.a, kind: [\n",
    "neither": "just a word: 3\n",
}


@pytest.mark.parametrize("kind", sorted(WRONG))
def test_a_wrong_lexicon_is_refused_as_a_whole(tmp_path: Path, kind: str) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(WRONG[kind], encoding="utf-8")
    with pytest.raises(LexiconError) as refused:
        actor_index.load([own])
    assert "own.yaml:" in str(refused.value)


def test_no_such_lexicon(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such lexicon"):
        actor_index.load([tmp_path / "gone.yaml"])
