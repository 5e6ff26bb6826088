"""Clauses that tell of somebody's youth or, in an obituary, of his life."""

from __future__ import annotations

import pytest

from polybius import Coder, Document


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Chilean poet, who was imprisoned by the police in Santiago, has died in Lima aged 84.", False),
        ("Turkish police arrested her as a student in Ankara.", False),
        ("Turkish police arrested a student in Ankara.", True),
        ("The Chilean student, who was imprisoned by the police in Santiago, has died in Lima aged 19.", True),
    ],
)
def test_arrest(coder: Coder, text: str, told: bool) -> None:
    statuses = [e.status for e in coder.code(Document(text=text)).events if e.type == "COERCE"]
    assert statuses == ["asserted" if told else "historical"]
