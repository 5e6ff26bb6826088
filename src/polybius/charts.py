"""The explorer's pictures as Altair charts: ``chart(store, "dyad", between=("PRK", "USA"))`` in a notebook or a file.

Colours are Okabe and Ito's, told apart by colour-blind eyes: blues for cooperation, vermilion and orange for conflict.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import altair as alt
import vl_convert

from polybius.errors import InputError, OutputError
from polybius.serve import layout, queries, shapes
from polybius.store import held, query
from polybius.store.query import Filters
from polybius.store.store import Store

WIDTH = 720
WORLD = "/static/world.json"
MOST_PLACES, MOST_EDGES = 4000, 600
QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
COLOURS = {1: "#56B4E9", 2: "#0072B2", 3: "#E69F00", 4: "#D55E00"}
_COLUMN = {n: name.replace(" ", "_") for n, name in QUADS.items()}
_SCALE = alt.Scale(domain=list(QUADS.values()), range=list(COLOURS.values()))
_LEGEND = alt.Legend(orient="top", title=None, columns=2, labelLimit=200)
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a chart is drawn from. ``data`` keeps rows beside the chart: Altair would check and copy each cell several times."""

    store: Store
    filters: Filters
    by: str | None = None
    level: str = "country"
    width: int = WIDTH
    inline: bool = True
    rows: dict[str, Rows] = field(default_factory=dict)

    def span(self) -> queries.Span:
        """The days to draw, and the period asked for or fitting them."""
        return queries.span(self.store.database, self.filters, self.by)

    def data(self, rows: Rows) -> alt.NamedData:
        """Rows by name; days as ISO text at noon, so that no time zone moves them to another day."""
        name = f"rows{len(self.rows)}"
        self.rows[name] = [{k: f"{v}T12:00:00" if isinstance(v, date) else v for k, v in r.items()} for r in rows]
        return alt.NamedData(name)

    def world(self) -> alt.NamedData | alt.UrlData:
        """The world's shapes, inside the chart or by the explorer's address."""
        if not self.inline:
            return alt.UrlData(WORLD, format=alt.JsonDataFormat(property="features", type="json"))
        self.rows["world"] = shapes.world()["features"]
        return alt.NamedData("world")


def chart(store: Store, kind: str, **filters: Any) -> Any:
    """The Altair chart of a kind (overview, dyad, map, network, coverage) for the store's filters; ``by``, ``level`` and ``width`` (pixels) too.

    InputError when the kind is unknown or a dyad lacks ``between``. Without any incident the chart says so.
    """
    asked, drawn = _drawn(store, kind, filters)
    return drawn.properties(datasets=asked.rows)


def specification(asked: Asked, kind: str) -> dict[str, Any]:
    """A chart as a Vega-Lite specification with its rows."""
    told: dict[str, Any] = _finished(KINDS[kind](asked)).to_dict(validate=False)
    return told | {"datasets": asked.rows}


def _drawn(store: Store, kind: str, filters: dict[str, Any]) -> tuple[Asked, Any]:
    if kind not in KINDS:
        raise InputError(f"unknown chart {kind!r}", "kind", f"use {', '.join(KINDS)}")
    shown = {n: filters.pop(n) for n in ("by", "level", "width") if filters.get(n) is not None}
    wanted = Filters(**{n: v for n, v in filters.items() if n not in ("by", "level", "width")})
    asked = Asked(store, held.spelled(store.database, wanted), **shown)
    return asked, _finished(KINDS[kind](asked))


def _finished(drawn: Any) -> Any:
    return drawn.properties(usermeta={"embedOptions": {"renderer": "svg"}}).configure_view(stroke=None)


def empty(width: int) -> Any:
    """What stands where nothing was found."""
    words = alt.InlineData(values=[{"text": "Nothing found: ask for a longer period or fewer conditions"}])
    return alt.Chart(words, width=width, height=80).mark_text(fontSize=13).encode(text="text:N")


def overview(asked: Asked) -> Any:
    """Incidents by quad class (conflict below the line) and mean score by period; drag over the lowest strip to look closer."""
    span = asked.span()
    rows = [
        r for r in queries.series(asked.store.database, asked.filters, span.period).rows() if span.holds(r["period"])
    ]
    if not rows:
        return empty(asked.width)
    brush = alt.selection_interval(encodings=["x"], name="brush")
    near = _time(alt.Scale(domain=brush))
    score = _score(asked, rows, near)
    strip = (
        alt.Chart(
            asked.data(rows),
            width=asked.width,
            height=36,
            title=alt.Title("Drag here to choose a period", fontSize=11, anchor="start"),
        )
        .mark_area(interpolate="step-after", color="#999999")
        .encode(x=_time(), y=alt.Y("incidents:Q", axis=None))
        .add_params(brush)
    )
    bars = _titled(_bars(asked, rows, near, 190, span.period), span)
    return alt.vconcat(bars, score, strip, spacing=14)


def _titled(drawn: Any, span: queries.Span, title: str = "") -> Any:
    """A chart with its title and what is left out of the picture."""
    told = ". ".join(t for t in (title, span.left_out) if t)
    return drawn.properties(title=alt.Title(told, anchor="start")) if told else drawn


def dyad(asked: Asked) -> Any:
    """A pair: what each did to the other by quad class, below what both did together, and the mean score by period."""
    if asked.filters.between is None:
        raise InputError("a dyad needs two parties", "between", "name both")
    span = asked.span()
    found = queries.directions(asked.store.database, asked.filters, span.period).rows()
    rows = [r for r in found if span.holds(r["period"])]
    if not rows:
        return empty(asked.width)
    a, b = asked.filters.between
    days = [r["period"].isoformat() for r in rows]
    scale = alt.Scale(domain=[min(days), max(days)]) if min(days) != max(days) else alt.Scale()
    names = queries.directed(a, b)
    parts: list[Any] = []
    for direction, title in names.items():
        own = [r for r in rows if r["direction"] == direction]
        if own:
            bars = _bars(asked, own, _time(scale), 110, span.period)
            parts.append(_titled(bars, span if not parts else queries.Span(None, None, span.period), title))
    told = [r | {"direction": names[r["direction"]]} for r in rows]
    return alt.vconcat(*parts, _score(asked, told, _time(scale), "direction"), spacing=14)


def _bars(asked: Asked, rows: Rows, x: alt.X, height: int, period: str) -> Any:
    long = [
        {"period": r["period"], "until": queries.ended(r["period"], period), "class": QUADS[q], "quad": q, "incidents": r[_COLUMN[q]],
         "shown": r[_COLUMN[q]] * (1 if q < 3 else -1)}
        for r in rows for q in (2, 1, 3, 4) if r[_COLUMN[q]]
    ]  # fmt: skip
    return (
        alt.Chart(asked.data(long), width=asked.width, height=height)
        .mark_bar(size=max(1.5, min(14.0, 0.7 * asked.width / _periods(rows, period))), clip=True, cursor="pointer")
        .encode(
            x=x,
            y=alt.Y(
                "shown:Q",
                title=f"incidents per {period}",
                axis=alt.Axis(
                    format="d", labelExpr="datum.value % 1 ? '' : abs(datum.value)", tickMinStep=1, tickCount=5
                ),
            ),
            color=alt.Color("class:N", scale=_SCALE, legend=_LEGEND),
            tooltip=[alt.Tooltip("period:T", format="%-d %B %Y", title=f"{period} from"), "class:N", "incidents:Q"],
        )
    )


def _periods(rows: Rows, period: str) -> int:
    days = {"day": 1, "week": 7, "month": 30, "year": 365}[period]
    first, last = min(r["period"] for r in rows), max(r["period"] for r in rows)
    return 1 + int((last - first).days) // days


def _score(asked: Asked, rows: Rows, x: alt.X, lines: str | None = None) -> Any:
    base = alt.Chart(asked.data(rows), width=asked.width, height=90)
    y = alt.Y(
        "score:Q", title="mean score", scale=alt.Scale(domain=[-10, 10]), axis=alt.Axis(values=[-10, -5, 0, 5, 10])
    )
    tooltip = [
        alt.Tooltip("period:T", format="%-d %B %Y"),
        alt.Tooltip("score:Q", format="+.1f", title="mean score, -10 to +10"),
        "incidents:Q",
    ]
    colour: Any = alt.value("#009E73")
    if lines:
        colour = alt.Color(
            f"{lines}:N",
            legend=alt.Legend(orient="bottom", title=None, labelLimit=300),
            scale=alt.Scale(range=["#009E73", "#CC79A7", "#999999"]),
        )
    zero = alt.Chart(alt.InlineData(values=[{}])).mark_rule(strokeDash=[3, 3], color="#999999").encode(y=alt.datum(0))
    line = base.mark_line(point=alt.OverlayMarkDef(size=18), clip=True).encode(x=x, y=y, color=colour, tooltip=tooltip)
    return alt.layer(zero, line).resolve_scale(color="independent").properties(width=asked.width, height=90)


def _time(scale: alt.Scale | None = None) -> alt.X:
    return alt.X("period:T", title=None, scale=scale or alt.Scale(), axis=alt.Axis(labelOverlap=True, grid=False))


def coverage(asked: Asked) -> Any:
    """Documents by source and period: what the store could know at all."""
    period = asked.by or queries.span_of_documents(asked.store.database, asked.filters).period
    rows = queries.coverage(asked.store.database, asked.filters, period).rows()
    if not rows:
        return empty(asked.width)
    totals: dict[str, int] = {}
    for row in rows:
        totals[row["source"]] = totals.get(row["source"], 0) + row["documents"]
    most = sorted(totals, key=lambda s: (-totals[s], s))[:12]
    inner = max(160, asked.width - 150)
    return (
        alt.Chart(asked.data([r for r in rows if r["source"] in most]), width=inner, height=22 * len(most))
        .mark_circle(opacity=0.85, color="#0072B2")
        .encode(
            x=_time(),
            y=alt.Y("source:N", sort=most, title=None, axis=alt.Axis(labelLimit=140)),
            size=alt.Size(
                "documents:Q",
                title=f"documents per {period}",
                legend=alt.Legend(orient="top"),
                scale=alt.Scale(range=[8, 180]),
            ),
            tooltip=["source:N", alt.Tooltip("period:T", format="%-d %B %Y"), "documents:Q"],
        )
    )


def map_(asked: Asked) -> Any:
    """Incidents by place: area is their number, colour the quad class, outline only where no more than the country is known."""
    rows = queries.places(
        asked.store.database, Filters(**_plain(asked.filters, limit=MOST_PLACES)), asked.by or "month"
    ).rows()
    located = [
        r | {"class": QUADS[r["quad"]], "exact": r["place_precision"] in ("point", "city")}
        for r in rows
        if r["latitude"] is not None
    ]
    through = alt.param(name="through", value=None)
    height = int(asked.width * 0.52)
    zoom, east, north = _view(located, asked.width, height)
    views = [
        alt.param(name="zoom", value=zoom),
        alt.param(name="east", value=east),
        alt.param(name="north", value=north),
    ]
    base = alt.Chart(asked.world()).mark_geoshape(
        fill="#999999", fillOpacity=0.28, stroke="#999999", strokeOpacity=0.6, strokeWidth=0.5
    )
    dots = (
        alt.Chart(asked.data(located))
        .transform_filter("through == null || datum.period == null || time(toDate(datum.period)) <= through")
        .transform_aggregate(incidents="sum(incidents)", score="mean(score)", groupby=["place", "place_precision", "exact", "latitude", "longitude", "class"])
        .mark_circle(opacity=0.75, strokeWidth=1.5, cursor="pointer")
        .encode(
            longitude="longitude:Q", latitude="latitude:Q",
            size=alt.Size("incidents:Q", scale=alt.Scale(type="sqrt", range=[12, 700]), legend=alt.Legend(orient="bottom")),
            fill=alt.condition("datum.exact", alt.Color("class:N", scale=_SCALE, legend=_LEGEND), alt.value("transparent")),
            stroke=alt.Stroke("class:N", scale=_SCALE),
            tooltip=["place:N", alt.Tooltip("place_precision:N", title="precision"), "class:N", "incidents:Q", alt.Tooltip("score:Q", format="+.1f")],
        )
    )  # fmt: skip
    return (
        alt.layer(base, dots)
        .project(
            "equalEarth",
            scale=alt.expr(f"{_WHOLE * asked.width:.2f} * zoom"),
            rotate=alt.expr("[-east, 0, 0]"),
            center=alt.expr("[0, north]"),
            translate=alt.expr(f"[{asked.width / 2}, {height / 2}]"),
        )
        .add_params(through, *views)
        .properties(width=asked.width, height=height)
    )


_WHOLE = 0.18  # of a picture's width: the scale at which it holds the world in d3's projection "equal earth"


def _plain(filters: Filters, **changes: Any) -> dict[str, Any]:
    return {n: getattr(filters, n) for n in query.names()} | changes


def _view(rows: Rows, width: int, height: int) -> tuple[float, float, float]:
    """What a map shows at first: zoom (1: the world) and the degrees east and north of its middle, so that all places are in it."""
    if not rows:
        return 1.0, 0.0, 0.0
    xs, ys = [r["longitude"] for r in rows], [r["latitude"] for r in rows]
    wide, high = max(xs) - min(xs) + 16, max(ys) - min(ys) + 12
    if wide > 170:
        return 1.0, 0.0, 0.0
    zoom = min(1 / (_WHOLE * math.radians(wide)), height / (width * _WHOLE * 1.2 * math.radians(high)), 16.0)
    return round(max(1.0, zoom), 2), round((max(xs) + min(xs)) / 2, 1), round((max(ys) + min(ys)) / 2, 1)


# Lines of the party that is pointed at, or all when none is.
_NEAR = "!isArray(hover.name) || indexof(hover.name, datum.actor) >= 0 || indexof(hover.name, datum.recipient) >= 0"


def network(asked: Asked) -> Any:
    """Who acts on whom: width of a line is the number of incidents, colour the mean score; the busiest parties have names."""
    few = Filters(**_plain(asked.filters, limit=min(asked.filters.limit or MOST_EDGES, MOST_EDGES)))
    rows = queries.network(asked.store.database, few, asked.level).rows()
    if not rows:
        return empty(asked.width)
    nodes, edges = layout.network(rows)
    for node in nodes:
        node["label"] = shapes.name(node["name"]) if asked.level == "country" else node["name"]
    height = int(min(asked.width * 0.8, 620))
    x, y = (
        alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-0.08, 1.08])),
        alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-0.05, 1.05])),
    )
    hover = alt.selection_point(name="hover", on="pointerover", fields=["name"], empty=True, clear="pointerout")
    lines = (
        alt.Chart(asked.data(edges))
        .mark_rule(cursor="pointer")
        .encode(
            x=x, y=y, x2="x2:Q", y2="y2:Q", opacity=alt.condition(_NEAR, alt.value(0.7), alt.value(0.05)), strokeWidth=alt.StrokeWidth("incidents:Q", scale=alt.Scale(range=[0.6, 9]), legend=None),
            color=alt.Color("score:Q", title="mean score", scale=alt.Scale(domain=[-10, 0, 10], range=["#D55E00", "#BBBBBB", "#0072B2"]), legend=alt.Legend(orient="bottom", gradientLength=160)),
            tooltip=["actor:N", "recipient:N", "incidents:Q", alt.Tooltip("score:Q", format="+.1f", title="mean score")],
        )
    )  # fmt: skip
    dots = (
        alt.Chart(asked.data(nodes)).mark_circle(color="#777777", opacity=1, cursor="pointer")
        .encode(x=x, y=y, size=alt.Size("incidents:Q", scale=alt.Scale(range=[30, 500]), legend=None), tooltip=["label:N", "incidents:Q"])
        .add_params(hover)
    )  # fmt: skip
    words = (
        alt.Chart(asked.data([n for n in nodes if n["named"]]))
        .mark_text(dy=-13, fontSize=11, limit=130)
        .encode(x=x, y=y, text="label:N")
    )
    return alt.layer(lines, dots, words).properties(width=asked.width, height=height)


Kind = Callable[[Asked], Any]
KINDS: dict[str, Kind] = {"overview": overview, "dyad": dyad, "map": map_, "network": network, "coverage": coverage}


def picture(spec: dict[str, Any], format_: str) -> bytes:
    """A chart's specification drawn as svg or png, without a browser."""
    if format_ == "png":
        drawn: bytes = vl_convert.vegalite_to_png(spec, scale=2)
        return drawn
    return vl_convert.vegalite_to_svg(spec).encode()


def save(store: Store, kind: str, to: Path, **filters: Any) -> None:
    """Draws a chart into .svg, .png or .html (which needs no network to be looked at); OutputError when it can't be written."""
    format_ = to.suffix.lstrip(".").lower()
    if format_ not in ("svg", "png", "html"):
        raise OutputError(f"unknown ending {to.suffix!r}", str(to), "use .svg, .png or .html")
    asked, drawn = _drawn(store, kind, filters)
    spec = drawn.to_dict(validate=False) | {"datasets": asked.rows}
    try:
        if format_ == "html":
            to.write_text(vl_convert.vegalite_to_html(spec, bundle=True), encoding="utf-8")
        else:
            to.write_bytes(picture(spec, format_))
    except OSError as error:
        raise OutputError(
            f"can't be written: {error.strerror}", str(to), "check that the folder exists and has room"
        ) from error
