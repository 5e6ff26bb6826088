"""Measures quality on every set that is here and compares it with the floors in floors.json.

    python benchmarks/quality.py [--write]     # --write: set the floors to what was measured, less a margin

Our own sets are always here: frame sentences, the demo corpus' incident key, small crises with keys of theirs. Those of ../shared/data are used where
they are; the rulers in ../shared/tools score them through the public names.
"""

from __future__ import annotations

import json
import re
import runpy
import subprocess
import sys
from collections import Counter
from datetime import date
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from typing import Any

import constructions
import relations as marked
import yaml

import polybius
from polybius.acts import check, confidence

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"
FLOORS = HERE / "floors.json"
MARGIN = 0.01  # below what was measured: floors catch losses, not noise
BODIES = frozenset({"IGO", "UNO", "EUR", "NGO"})
TOLD = frozenset({"asserted", "future"})
SAME_SECTOR = {"HLH": "MED", "OPP": "PTY", "REL": "CVL"}


def main(arguments: list[str]) -> int:
    """Prints figure and floor of each set; 1 when one fell below its floor."""
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    found: dict[str, float] = {}
    coder = polybius.Coder()
    for measure in (
        frame_sentences,
        told_by_construction,
        incidents,
        crises,
        relations,
        own_relations,
        records,
        actors,
    ):
        found.update(measure(coder))
    below = [name for name, value in found.items() if value < floors.get(name, 0.0)]
    for name, value in found.items():
        mark = "  BELOW ITS FLOOR" if name in below else ""
        print(f"{name:42} {value:.3f}  floor {floors.get(name, 0.0):.3f}{mark}")
    for name in sorted(set(floors) - set(found)):
        print(f"{name:42} not measured: its set is not here")
    if "--write" in arguments:
        kept = floors | {name: round(max(0.0, value - MARGIN), 3) for name, value in found.items()}
        FLOORS.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if below else 0


def frame_sentences(_: polybius.Coder) -> dict[str, float]:
    """Share of the frames' own sentences that are coded as told, however sure: as ``make frames`` counts."""
    coder = polybius.Coder(min_confidence=0)
    cases = list(check.cases(coder.frames.frames.values()))
    right = sum(
        not check.problem(c, coder.code(polybius.Document(text=c.text, published=check.PUBLISHED)).events)
        for c in cases
    )
    return {"frame sentences": right / len(cases)}


def told_by_construction(coder: polybius.Coder) -> dict[str, float]:
    """Over all of constructions/: texts whose first event is told, events told that are right, events wanted that are told."""
    paths = sorted(constructions.TEXTS.glob("*.txt"))
    counts = sum((constructions.measure(coder, path) for path in paths), Counter())
    return {f"constructions, {part}": share for part, share in constructions.shares(counts).items()}


def incidents(_: polybius.Coder) -> dict[str, float]:
    """Pair-counting F1 of incidents on the demo corpus against its key, over the sentences that the key names."""
    demo = files("polybius") / "demo"
    reports = [json.loads(line) for line in (demo / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    return _joined("incidents", reports, yaml.safe_load((demo / "incidents.yaml").read_text(encoding="utf-8")))


def crises(_: polybius.Coder) -> dict[str, float]:
    """The same on small invented crises of other regions, each a file of reports and their key."""
    reports: list[dict[str, Any]] = []
    key: list[dict[str, Any]] = []
    for path in sorted((HERE / "incidents").glob("*.yaml")):
        crisis = yaml.safe_load(path.read_text(encoding="utf-8"))
        reports += [r | {"id": f"{path.stem}-{r['id']}", "published": str(r["published"])} for r in crisis["reports"]]
        for incident in crisis["incidents"]:
            told = [t | {"report": f"{path.stem}-{t['report']}"} for t in incident["reports"]]
            key.append(incident | {"reports": told})
    return _joined("small crises", reports, key)


def _joined(name: str, reports: list[dict[str, Any]], key: list[dict[str, Any]]) -> dict[str, float]:
    store, coder = polybius.open(":memory:"), polybius.Coder(min_confidence=confidence.KEPT)
    store.ingest((_document(r) for r in reports), coder)
    scores = pair_scores(key, {r["id"]: r["text"] for r in reports}, store)
    return {f"{name} {part}": value for part, value in scores.items()}


def pair_scores(key: list[dict[str, Any]], texts: dict[str, str], store: Any) -> dict[str, float]:
    """Precision, recall and F1 over pairs of the key's tellings: does one incident hold both, by the key and by us?

    A sentence that another report told before, word for word, is held by that report's incident, whose witness it is.
    """
    events: dict[str, list[dict[str, Any]]] = {}
    coded = "SELECT document, type, sentence_start AS s, sentence_end AS e, incident FROM events"
    carried = (
        'SELECT w.document, type, w.start AS s, w."end" AS e, incident FROM witnesses w JOIN events ON id = w.event'
    )
    for row in store.rows(f"{coded} UNION ALL {carried}"):
        events.setdefault(row["document"], []).append(row)
    tellings: list[tuple[str, frozenset[str]]] = []
    for incident in key:
        for told in incident["reports"]:
            at = texts[told["report"]].index(told["sentence"])
            here = [r for r in events.get(told["report"], ()) if r["s"] <= at < r["e"]]
            fitting = [r for r in here if r["type"] == incident["type"]] or here
            tellings.append((incident["id"], frozenset(r["incident"] for r in fitting)))
    same = found = both = 0
    for (one, ours), (other, theirs) in combinations(tellings, 2):
        wanted, joined = one == other, bool(ours & theirs)
        same, found, both = same + wanted, found + joined, both + (wanted and joined)
    precision, recall = both / found if found else 0.0, both / same if same else 0.0
    f1 = 2 * precision * recall / (precision + recall) if both else 0.0
    return {"precision": precision, "recall": recall, "F1": f1}


def relations(_: polybius.Coder) -> dict[str, float]:
    """Macro-F1 over types and over four classes, on both halves of the marked sentences."""
    out = {}
    for rows in ("odd", "even"):
        said = _ruler("score_relations.py", "relations.tsv", "--rows", rows)
        if said:
            out[f"relations {rows} macro-F1"] = _figure(said, r"(?<!penta )macro-F1 ([\d.]+)")
            out[f"relations {rows} penta"] = _figure(said, r"penta macro-F1 ([\d.]+)")
    return out


def own_relations(coder: polybius.Coder) -> dict[str, float]:
    """Macro-F1 over types on marked sentences of our own."""
    each = marked.scores([(gold, said) for _, gold, said, _ in marked.measure(coder)])
    return {"own relations macro-F1": sum(each.values()) / len(each)}


def records(coder: polybius.Coder) -> dict[str, float]:
    """Recall on the PLOVER gold records; parties once more with IGO, by which older records call all bodies, read as the codebook's four codes."""
    said = _ruler("score_records.py", "gold_records.json")
    if not said:
        return {}
    return {
        "gold records recall, type": _figure(said, r"recall type ([\d.]+)"),
        "gold records recall, parties too": _figure(said, r"full ([\d.]+)"),
        "gold records recall, parties by codebook": _by_codebook(coder),
    }


def _by_codebook(coder: polybius.Coder) -> float:
    """Share of gold records of which an event has the type and all parties (the rule of score_records.py), where IGO may be any body."""
    ruler = runpy.run_path(str(SHARED / "tools" / "score_records.py"))
    rows = json.loads((SHARED / "data" / "gold_records.json").read_text(encoding="utf-8"))
    rows = [row for row in rows if row["event"] != "DOCUMENT"]
    right = 0
    for row in rows:
        document = polybius.Document(text=row["text"], published=date.fromisoformat(row["date"]))
        wanted = [ruler["parties"](row.get(side))[0] for side in ("source", "target")]
        for event in coder.code(document).events:
            told = [{p.country for p in side if p.country} for side in (event.actors, event.recipients)]
            sides = told if wanted[1] else [told[0] | told[1], set()]
            right_type = event.type == ruler["TYPE"].get(row["event"], row["event"])
            if right_type and event.status in TOLD and all(map(_holds, sides, wanted)):
                right += 1
                break
    return right / len(rows)


def _holds(told: set[str], wanted: set[str]) -> bool:
    return all(code in told or (code == "IGO" and not BODIES.isdisjoint(told)) for code in wanted)


def actors(coder: polybius.Coder) -> dict[str, float]:
    """Share of who-is-who cases with country and sector right (the rule of score_actors.py, which reads ISO dates only)."""
    path = SHARED / "data" / "actor_cases.jsonl"
    if not path.exists():
        return {}
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {"actor cases": sum(_is_right(coder, c) for c in cases) / len(cases)}


def _is_right(coder: polybius.Coder, case: dict[str, Any]) -> bool:
    try:
        on = date.fromisoformat(case["on"])
    except ValueError:
        read = coder.dates(case["on"])
        on = read[0].start if read and read[0].start else None
    got = coder.actor(case["text"], on=on, context=case["context"])
    have = {"country": (got.country or "") if got else "", "sector": got.sector if got else ""}
    wanted = {k: v for k, v in case["expect"].items() if k in have}
    return all(SAME_SECTOR.get(v, v) == SAME_SECTOR.get(have[k], have[k]) for k, v in wanted.items())


def _ruler(tool: str, data: str, *arguments: str) -> str:
    """What a ruler prints; "" when it or its data isn't here."""
    program, sets = SHARED / "tools" / tool, SHARED / "data" / data
    if not program.exists() or not sets.exists():
        return ""
    done = subprocess.run(
        [sys.executable, str(program), str(sets), *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout


def _figure(said: str, pattern: str) -> float:
    found = re.findall(pattern, said)
    if not found:
        raise SystemExit(f"a ruler said nothing like {pattern!r}: {said[-300:]}")
    return float(found[-1])


def _document(row: dict[str, Any]) -> polybius.Document:
    named = {k: row.get(k) for k in ("title", "source", "url", "id")}
    return polybius.Document(text=row["text"], published=date.fromisoformat(row["published"]), **named)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
