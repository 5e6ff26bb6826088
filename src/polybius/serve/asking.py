"""What an address asks for: the store's filters by their own names, and back into an address that can be shared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from polybius.errors import InputError
from polybius.store import query
from polybius.store.query import PERIODS, Filters

MOST_PARAMETERS, MOST_CHARACTERS, MOST_ROWS = 60, 300, 100_000
PAGE = 25  # rows on a page unless the address asks for more
DEEPEST = 1_000_000  # offset
LEVELS = ("country", "name")
MANY = ("actor", "recipient", "party", "country", "sector", "type", "mode", "context", "status")
_WHOLE = ("min_sources", "limit", "offset")
# Filters that name one thing: a page has its own, links to other pages leave them out.
_OWN = ("storyline", "document", "incident", "limit", "offset", "order")


@dataclass(frozen=True, slots=True)
class Asked:
    """Filters, and how to show what they find: ``by`` is the period of series (None: fitting), ``level`` the network's actors, ``width`` in pixels."""

    filters: Filters
    by: str | None = None
    level: str = "country"
    width: int = 720

    def only(self, **changes: Any) -> Asked:
        """The same with other filters."""
        return replace(self, filters=replace(self.filters, **changes))

    def page(self, rows: int = PAGE) -> Filters:
        """The filters with a limit: the address's own, or that of a page."""
        return replace(self.filters, limit=self.filters.limit or rows)

    def pairs(self) -> list[tuple[str, str]]:
        """Names and values as they stand in an address."""
        out: list[tuple[str, str]] = []
        for name in query.names():
            value, usual = getattr(self.filters, name), getattr(_NOTHING, name)
            if value != usual:
                out += [(name, str(v)) for v in (value if isinstance(value, list | tuple) else [value])]
        return out + [(n, str(v)) for n, v in (("by", self.by), ("level", self.level)) if v not in (None, "country")]

    def address(self, **changes: Any) -> str:
        """The query string with some filters changed (None drops one)."""
        return urlencode(self.only(**changes).pairs() if changes else self.pairs())

    def bare(self) -> str:
        """The query string with nothing but the ids that the page is about."""
        return urlencode([(n, v) for n, v in self.pairs() if n in ("storyline", "document", "incident")])

    def carried(self, **changes: Any) -> str:
        """The query string that a link to another page carries: period, type, place and such, no ids."""
        return self.address(**{name: getattr(_NOTHING, name) for name in _OWN} | changes)


_NOTHING = Filters()


def read(parameters: Iterable[tuple[str, str]]) -> Asked:
    """What a query string asks; InputError says which part of it can't be understood. Empty values ask nothing."""
    held: dict[str, list[str]] = {}
    for number, (name, value) in enumerate(parameters):
        if number >= MOST_PARAMETERS:
            raise InputError(f"more than {MOST_PARAMETERS} filters", "address", "ask for fewer at a time")
        if "\0" in value:
            raise InputError("holds a NUL character", name[:40], "leave it out")
        if len(value) > MOST_CHARACTERS:
            raise InputError(f"more than {MOST_CHARACTERS} characters", name[:40], "write it shorter")
        if value.strip():
            held.setdefault(name, []).append(value.strip())
    _check_names(held)
    fields = {name: _value(name, values) for name, values in held.items() if name in query.names()}
    return Asked(
        Filters(**fields),
        _choice(held, "by", PERIODS) or None,
        _choice(held, "level", LEVELS) or "country",
        min(1600, max(240, _whole("width", _single("width", held.get("width", ["720"]))))),
    )


def _check_names(held: Iterable[str]) -> None:
    unknown = [n for n in held if n not in query.names() and n not in ("by", "level", "width")]
    if unknown:
        raise InputError(
            f"unknown filter {unknown[0][:40]!r}", "address", f"use {', '.join([*query.names(), 'by', 'level'])}"
        )


def _value(name: str, values: list[str]) -> Any:
    if name == "between":
        if len(values) != 2:
            raise InputError("a pair needs two parties", name, "name both, or use party for one")
        return (values[0], values[1])
    if name == "quad":
        return [_within(name, v, 1, 4) for v in values]
    if name in MANY:
        return values if len(values) > 1 else values[0]
    value = _single(name, values)
    if name in _WHOLE:
        return _within(name, value, 0 if name == "offset" else 1, {"limit": MOST_ROWS}.get(name, DEEPEST))
    if name == "min_confidence":
        return _share(name, value)
    return value


def _single(name: str, values: Sequence[str]) -> str:
    if len(values) > 1:
        raise InputError("given more than once", name, "give it once")
    return values[0]


def _whole(name: str, value: str) -> int:
    if not (value.isascii() and value.isdigit()) or len(value) > 9:
        raise InputError(f"{value!r} is no whole number", name, "write digits only")
    return int(value)


def _within(name: str, value: str, least: int, most: int) -> int:
    number = _whole(name, value)
    if not least <= number <= most:
        raise InputError(f"{number} is out of range", name, f"use {least} to {most}")
    return number


def _share(name: str, value: str) -> float:
    try:
        share = float(value)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise InputError(f"{value!r} is no share", name, "use 0 to 1")
    return share


def _choice(held: dict[str, list[str]], name: str, choices: Sequence[str]) -> str:
    value = _single(name, held.get(name, [""]))
    if value and value not in choices:
        raise InputError(f"unknown {name} {value!r}", name, f"use {', '.join(choices)}")
    return value
