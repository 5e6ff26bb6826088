"""Where the parties of a network stand: drawn together by what they do, pushed apart by being there. Always the same for the same rows."""

from __future__ import annotations

from typing import Any

import numpy as np

MOST_NODES = 200
_APART = (0.15, 0.035)  # between two names: their width and height as shares of the picture
_STEPS = 120


def network(rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Nodes (name, x and y from 0 to 1, incidents, whether to print the name) and edges with both ends' places.

    ``rows`` have actor, recipient, incidents and score; the busiest 200 parties are kept.
    """
    weight: dict[str, int] = {}
    for row in rows:
        for side in ("actor", "recipient"):
            weight[row[side]] = weight.get(row[side], 0) + row["incidents"]
    busiest = sorted(weight, key=lambda n: (-weight[n], n))[:MOST_NODES]
    number = {n: i for i, n in enumerate(busiest)}
    kept = [r for r in rows if r["actor"] in number and r["recipient"] in number]
    at = _places(len(busiest), [(number[r["actor"]], number[r["recipient"]], r["incidents"]) for r in kept])
    named = _named(at)
    nodes = [
        {"name": n, "incidents": weight[n], "x": float(at[i, 0]), "y": float(at[i, 1]), "named": i in named}
        for n, i in number.items()
    ]
    return nodes, [_edge(row, at, number) for row in kept]


def _named(at: Any) -> set[int]:
    """Whose names are printed: the busiest first, each where it covers no other."""
    kept: list[int] = []
    for i, (x, y) in enumerate(at):
        if all(abs(x - at[k, 0]) > _APART[0] or abs(y - at[k, 1]) > _APART[1] for k in kept):
            kept.append(i)
    return set(kept)


def _edge(row: dict[str, Any], at: Any, number: dict[str, int]) -> dict[str, Any]:
    """An edge a little to its right, so that the two directions of a pair stand side by side."""
    a, b = at[number[row["actor"]]], at[number[row["recipient"]]]
    along = b - a
    aside = np.array([along[1], -along[0]]) / max(1e-6, float(np.hypot(*along))) * 0.006
    (x, y), (x2, y2) = a + aside, b + aside
    return {k: row[k] for k in ("actor", "recipient", "incidents", "score")} | {
        "x": float(x), "y": float(y), "x2": float(x2), "y2": float(y2),
    }  # fmt: skip


def _places(count: int, edges: list[tuple[int, int, int]]) -> Any:
    """Fruchterman and Reingold's method from a spiral, busiest in the middle."""
    turn = np.arange(count) * 2.399963
    at = np.stack([np.cos(turn), np.sin(turn)], axis=1) * np.sqrt((np.arange(count) + 0.5) / count)[:, None]
    pull = np.zeros((count, count))
    for a, b, weight in edges:
        pull[a, b] += np.log1p(weight)
        pull[b, a] += np.log1p(weight)
    pull /= max(1.0, float(pull.max()))
    ideal = 1.4 / np.sqrt(max(1, count))
    for step in range(_STEPS):
        gap = at[:, None] - at[None]
        distance = np.maximum(np.hypot(gap[..., 0], gap[..., 1]), 1e-3)
        force = ideal**2 / distance**2 - pull * distance / ideal
        np.fill_diagonal(force, 0)
        move = (gap * force[..., None]).sum(axis=1) - at * 0.3 * ideal
        length = np.maximum(np.hypot(move[:, 0], move[:, 1]), 1e-9)
        at = at + move / length[:, None] * np.minimum(length, 0.1 * (1 - step / _STEPS))[:, None]
    return np.stack([_even(at[:, 0]), _even(at[:, 1])], axis=1) if count > 1 else np.full((1, 2), 0.5)


def _even(values: Any) -> Any:
    """Partly where the forces put them, mostly by their order: a dense middle would hide its names, far pairs the rest."""
    low, high = values.min(), values.max()
    order = values.argsort(kind="stable").argsort(kind="stable") / (len(values) - 1)
    return 0.25 * (values - low) / max(1e-9, float(high - low)) + 0.75 * order
