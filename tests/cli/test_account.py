"""Ids that come twice are told with the place where they were read."""

from __future__ import annotations

from pathlib import Path

import pytest

from polybius.cli.account import Account
from polybius.ingest import sources


def test_an_id_of_another_report_is_told_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "t.csv"
    path.write_text("id,text\n1,Peru met Chile.\n1,Mali met Niger.\n1,Peru met Chile.\n", encoding="utf-8")
    account = Account()
    found = list(account.once(sources.documents([str(path)], sources.Settings(), account.complain)))
    assert [d.text for d in found] == ["Peru met Chile."] and account.refused == 1
    assert "t.csv:3: id '1', that another report has already" in capsys.readouterr().err
