"""The demo corpus is what its README says: well formed, dated, and a key whose every sentence is there."""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
import yaml

from polybius.lexicon import ontology

DEMO = files("polybius") / "demo"
FIRST, LAST = date(2017, 1, 1), date(2018, 12, 31)
# Titles and initials end with a full stop that ends no sentence.
ABBREVIATION = re.compile(r"\b(?:Mr|Sen|Jan|Feb|Sept|Nov|Dec|Gen|U\.S|U\.N|[A-Z]\.(?= [A-Z]\.)|H\. R)\.")
SENTENCE_END = re.compile(r"[.!?][\"”’]?(?=\s|$)")
BEFORE_SENTENCE = re.compile(r"(?:^|[.!?][\"”’]?\s+|\n\n|\(Continental Wire\) - )$")


def _yaml(name: str) -> Any:
    return yaml.safe_load((DEMO / name).read_text(encoding="utf-8"))


REPORTS: list[dict[str, str]] = [
    json.loads(line) for line in (DEMO / "reports.jsonl").read_text(encoding="utf-8").splitlines()
]
TEXTS = {report["id"]: report["text"] for report in REPORTS}
KEY: list[dict[str, Any]] = _yaml("incidents.yaml")
MARKS: dict[str, list[Any]] = _yaml("marks.yaml")


def _prose(text: str) -> str:
    """The paragraphs that end as prose ends: no byline, no links."""
    return "\n\n".join(part for part in text.split("\n\n") if re.search(r"[.!?][\"”’]?$", part))


def _plain(text: str) -> str:
    """The text with straight quotes."""
    return text.replace("“", '"').replace("”", '"').replace("’", "'")


def _count_sentences(text: str) -> int:
    masked = ABBREVIATION.sub(lambda match: match.group().replace(".", "_"), _prose(text))
    return len(SENTENCE_END.findall(masked))


def _days(incident: dict[str, Any]) -> list[date]:
    when = incident["date"]
    return when if isinstance(when, list) else [when]


def _references() -> list[dict[str, str]]:
    marked = [entry for entries in MARKS.values() for entry in entries if isinstance(entry, dict)]
    claims = [claim for entry in marked for claim in entry.get("claims", [])]
    told = [mention for incident in KEY for mention in incident["reports"]]
    return told + claims + [entry for entry in marked if "sentence" in entry]


def _papers(incident: dict[str, Any]) -> set[str]:
    return {mention["report"].split("-")[0] for mention in incident["reports"]}


def test_size_and_unique_ids() -> None:
    assert len(REPORTS) >= 130
    assert len(TEXTS) == len(REPORTS)
    assert 4 <= len({report["source"] for report in REPORTS}) <= 6
    assert len({incident["id"] for incident in KEY}) == len(KEY) >= 90


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report["id"])
def test_report_is_well_formed(report: dict[str, str]) -> None:
    assert set(report) - {"url"} == {"id", "published", "title", "source", "text"}
    assert FIRST <= date.fromisoformat(report["published"]) <= LAST
    assert report["id"].endswith(report["published"])
    assert report["title"].strip()
    assert 5 <= _count_sentences(report["text"]) <= 12
    assert report.get("url", "https://example.org/").startswith("https://example.org/")


@pytest.mark.parametrize("incident", KEY, ids=lambda incident: incident["id"])
def test_incident_is_well_formed(incident: dict[str, Any]) -> None:
    days = _days(incident)
    assert incident["type"] in ontology.types()
    assert incident["actors"]
    assert all(re.fullmatch(r"[A-Z]{3}", code) for code in incident["actors"] + incident["recipients"])
    assert FIRST <= days[0] <= days[-1] <= LAST
    assert len(incident["reports"]) >= 2
    for mention in incident["reports"]:
        published = date.fromisoformat(mention["report"].split("-", 1)[1])
        assert published >= days[0], f"{mention['report']} tells it before it happened"


def test_no_sentence_twice_in_an_incident() -> None:
    for incident in KEY:
        counts = Counter((mention["report"], mention["sentence"]) for mention in incident["reports"])
        assert max(counts.values()) == 1, incident["id"]


def test_every_sentence_named_starts_one_sentence_of_its_report() -> None:
    for reference in _references():
        text, words = TEXTS[reference["report"]], reference["sentence"]
        assert text.count(words) == 1, reference
        assert BEFORE_SENTENCE.search(text[: text.index(words)]), reference


def test_enough_incidents_are_told_by_three_papers() -> None:
    assert sum(len(_papers(incident)) >= 3 for incident in KEY) >= 14


def test_near_copies_are_close_but_not_equal() -> None:
    titles = {report["id"]: report["title"] for report in REPORTS}
    assert MARKS["near_copies"]
    for one, other in MARKS["near_copies"]:
        text, copy = _plain(TEXTS[one]), _plain(TEXTS[other])
        assert text != copy
        assert titles[one] != titles[other]
        assert difflib.SequenceMatcher(None, text, copy, autojunk=False).ratio() > 0.85


def test_stitched_report_holds_only_sentences_of_its_sources() -> None:
    for entry in MARKS["stitched"]:
        plain = [" ".join(_plain(TEXTS[name]).split()) for name in entry["sources"]]
        sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z])", _plain(TEXTS[entry["report"]]))
        origins = [{number for number, text in enumerate(plain) if sentence in text} for sentence in sentences]
        assert all(origins)
        assert set().union(*origins) == set(range(len(plain)))


def test_kinds_of_report_asked_for_are_there() -> None:
    joined = "\n".join(TEXTS.values())
    assert "SEOUL (Continental Wire) - " in joined
    assert all(mark in joined for mark in ("“", "’", '"', "Read more", "Share this"))
    titles = {report["id"]: report["title"] for report in REPORTS}
    assert all(sum(map(str.islower, titles[name])) <= 3 for name in MARKS["all_caps_titles"])
    for kind in ("corrections", "contradictions", "second_hand", "came_to_nothing", "denials", "negated"):
        assert MARKS[kind], kind
    assert MARKS["hypothetical"]
