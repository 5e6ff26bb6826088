"""Incidents over all partitions: copies left out, blocks linked, components joined, each by a group-by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from polybius import incidents
from polybius.engine import components, keys
from polybius.engine.folder import INCIDENTS, Folder
from polybius.store import copies

if TYPE_CHECKING:
    from daft import Series

NEVER = -1_000_000  # a month of its own, where the undated of a block meet though nothing in it is dated
PARTS = 64  # groups of components that are joined together: enough for all workers, few enough to be large


def join(module: Any, folder: Folder) -> int:
    """Writes ``incidents.parquet`` (incident, event) anew from the splits that are done; gives how many incidents."""
    names = list(folder.done())
    if not names:
        return 0
    told = _told_first(module, folder, names).collect()
    linked = _components(module, told)
    columns = {"event": list(linked), "component": list(linked.values())}
    schema = {name: module.DataType.string() for name in columns}
    named = module.from_pydict(columns).select(*(module.col(n).cast(t) for n, t in schema.items()))
    joined = _joined(module, told, named).collect()
    _write(joined, folder)
    return int(joined.select("incident").distinct().count_rows())


def _told_first(module: Any, folder: Folder, names: list[str]) -> Any:
    """The reports whose sentence no document told before and within days, in the order of the input; each event once."""
    col = module.col
    reports, sentences = (
        module.read_parquet([str(folder.path / table / f"{name}.parquet") for name in names])
        for table in ("reports", "sentences")
    )
    columns = ("blocks", "months", "report")
    keyed = reports.join(_tellings(module, sentences), on=["key", "told"], how="inner")
    kept = reports.where(col("key") == "").select("event", *columns).concat(keyed.select("event", *columns))
    return kept.groupby("event").agg(*(col(c).any_value() for c in columns))


def _tellings(module: Any, sentences: Any) -> Any:
    """Keys and the documents that told each first, or first again after so long that it is another telling.

    Only keys whose days lie further apart than one telling's are gone through one document after another.
    """
    col = module.col
    by_key = sentences.groupby("key").agg(
        col("told").min(), col("day").min().alias("first"), col("day").max().alias("last")
    )
    long = (col("last") - col("first") > copies.RETOLD).fill_null(False)
    once = by_key.where(~long).select("key", "told")
    again = sentences.join(by_key.where(long).select("key"), on="key", how="semi")
    pair = module.DataType.struct({"key": module.DataType.string(), "told": module.DataType.string()})
    apart = module.udf(return_dtype=pair)(_apart)
    found = (
        again.with_column("part", col("key").hash() % PARTS)
        .groupby("part")
        .map_groups(apart(col("key"), col("told"), col("day")).alias("pair"))
    )
    return once.concat(found.select(col("pair")["key"].alias("key"), col("pair")["told"].alias("told")))


def _apart(keys: Series, told: Series, days: Series) -> list[dict[str, str]]:
    """The tellings of some sentences, taken in the order of the input as the store takes them."""
    found: dict[str, list[date | None]] = defaultdict(list)
    out = []
    for order, key, day in sorted(zip(told.to_pylist(), keys.to_pylist(), days.to_pylist(), strict=True)):
        published = None if day is None else date.fromordinal(day)
        if not any(copies.retold(published, other) for other in found[key]):
            found[key].append(published)
            out.append({"key": key, "told": order})
    return out


def _components(module: Any, told: Any) -> dict[str, str]:
    """The component of every event that isn't alone in its own."""
    found = components.Components()
    for one, other in _links(module, told):
        found.link(one, other)
    out = dict(found.linked())
    return out | {name: name for name in out.values()}


def _links(module: Any, told: Any) -> Iterator[components.Link]:
    """Which events fit, found block by block and month by month; an undated report is in every month."""
    col = module.col
    dated = told.where(col("months").list.length() > 0)
    undated = told.where(col("months").list.length() == 0).exclude("months")
    seen = dated.select(col("months").explode()).distinct().to_pydict()["months"]
    everywhere = module.from_pydict({"months": [[*seen, NEVER]]})
    spread = dated.concat(undated.join(everywhere, how="cross").select(*dated.column_names))
    spread = spread.explode("blocks").explode("months")
    link = module.udf(return_dtype=module.DataType.list(module.DataType.string()))(_link)
    grouped = spread.groupby("blocks", "months").map_groups(link(col("report")).alias("link"))
    for row in grouped.select("link").iter_rows():
        yield row["link"][0], row["link"][1]


def _link(reports: Series) -> list[list[str]]:
    return [list(link) for link in components.links(map(keys.loads, reports.to_pylist()))]


def _joined(module: Any, told: Any, named: Any) -> Any:
    """Incident and event, from the join of each component; many components go to one call."""
    col = module.col
    whole = told.join(named, on="event", how="left").with_column("component", col("component").fill_null(col("event")))
    whole = whole.with_column("part", col("component").hash() % PARTS)
    pair = module.DataType.struct({"incident": module.DataType.string(), "event": module.DataType.string()})
    join_ = module.udf(return_dtype=pair)(_join)
    return (
        whole.groupby("part")
        .map_groups(join_(col("report")).alias("pair"))
        .select(col("pair")["incident"].alias("incident"), col("pair")["event"].alias("event"))
    )


def _join(reports: Series) -> list[dict[str, str]]:
    made = incidents.join(map(keys.loads, reports.to_pylist()))
    return [{"incident": i.id, "event": event} for i in made for event in i.events]


def _write(joined: Any, folder: Folder) -> None:
    with folder.incidents() as out:
        for batch in joined.to_arrow_iter():
            out.write_batch(batch.cast(INCIDENTS))
