"""A storyline as Markdown: dated, cited sentences that can be pasted into a note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from polybius.serve import rendering, shapes

# Characters that Markdown or HTML inside it would read as more than text.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!])")


def markdown(data: dict[str, Any]) -> str:
    """The page of a storyline as Markdown; ``data`` is what the view gives."""
    line = data["storyline"]
    out = [
        f"# {_plain(line['title'])}",
        "",
        f"{line['first_day']} to {line['last_day']}; {_names(line['countries']) or 'no country named'};"
        f" {line['incidents']} incidents in {line['documents']} reports; mean score {line['score']:+.1f} (-10 conflict to +10 cooperation).",
        "",
    ]
    for incident in data["lines"]:
        out += _incident(incident)
    told = sum(1 + len(line["also"]) for line in data["lines"])
    if data["found"] > told:
        out += ["", f"{told} of {data['found']} incidents."]
    return "\n".join(out) + "\n"


def _incident(incident: dict[str, Any]) -> list[str]:
    source = incident["cited"] or {}
    told = [str(v) for v in (source.get("source"), source.get("title"), source.get("published")) if v]
    where = f", {_plain(incident['place'])}" if incident["place"] else ""
    acts = "; ".join(_act(i) for i in (incident, *incident["also"]))
    lines = [
        f"- **{rendering.day(incident)}**{where}: {acts}. \u201c{_plain(incident['sentence'])}\u201d"
        f" ({_plain(', '.join(told) or 'source unknown')}{_link(source.get('url'))})"
    ]
    return lines + [f"  - Witnesses differ: {_plain(d)}" for d in incident["differences"]]


def _act(incident: dict[str, Any]) -> str:
    mode = f" ({incident['mode']})" if incident["mode"] else ""
    status = "" if incident["status"] == "asserted" else f", {incident['status']}"
    sides = " \u2192 ".join(names for names in (_names(incident[side]) for side in ("actors", "recipients")) if names)
    return f"{incident['type']}{mode}{status}" + (
        f" by {sides}" if incident["actors"] else f" towards {sides}" if sides else ""
    )


def _names(codes: Sequence[str]) -> str:
    return _plain(", ".join(shapes.name(code) for code in codes))


def _link(url: str | None) -> str:
    """An address that is one, and can't leave the brackets."""
    if not url or not url.startswith(("http://", "https://")) or re.search(r"[\s<>]", url):
        return ""
    return f", <{url}>"


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
