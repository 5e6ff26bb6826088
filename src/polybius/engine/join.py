"""Incidents over all partitions: copies left out, blocks linked, components joined, each by a group-by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from polybius import incidents
from polybius.engine import components, keys
from polybius.engine.folder import INCIDENTS, Folder

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
    """The reports whose sentence no document told before, in the order of the input; each event once."""
    col = module.col
    reports, sentences = (
        module.read_parquet([str(folder.path / table / f"{name}.parquet") for name in names])
        for table in ("reports", "sentences")
    )
    first = sentences.groupby("key").agg(col("told").min().alias("first"))
    kept = reports.join(first, on="key", how="left").where((col("key") == "") | (col("told") == col("first")))
    columns = ("blocks", "months", "report")
    return kept.groupby("event").agg(*(col(c).any_value() for c in columns))


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
    return [{"incident": i.id, "event": r.event} for i in made for r in i.reports]


def _write(joined: Any, folder: Folder) -> None:
    with folder.incidents() as out:
        for batch in joined.to_arrow_iter():
            out.write_batch(batch.cast(INCIDENTS))
