// Draws the charts, follows the brush and the time slider, and leaves empty filters out of addresses.
// Charts are drawn with Vega's expression interpreter: the page's policy lets no script be made from text.
"use strict";

const dark = window.matchMedia("(prefers-color-scheme: dark)");

function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  const words = { labelColor: of("--soft"), titleColor: of("--soft") };
  return {
    background: "transparent",
    font: "system-ui, sans-serif",
    axis: { ...words, gridColor: of("--line"), domainColor: of("--line"), tickColor: of("--line"), titleFontWeight: "normal" },
    legend: words,
    title: { color: of("--ink"), fontWeight: "normal", fontSize: 12 },
    text: { fill: of("--ink") },
    view: { stroke: null },
  };
}

async function draw(figure) {
  const canvas = figure.querySelector(".canvas");
  // Axes and their titles stand beside the plot: they need some 70 pixels of the width.
  const width = Math.max(240, Math.floor(canvas.clientWidth) - (figure.dataset.chart === "map" || figure.dataset.chart === "network" ? 12 : 72));
  const address = new URL(figure.dataset.spec, location.href);
  address.searchParams.set("width", String(width));
  try {
    const answer = await fetch(address, { signal: leaving.signal });
    const spec = await answer.json();
    if (!answer.ok) throw new Error(spec.what);
    figure.vega?.finalize();
    figure.vega = await window.vegaEmbed(canvas, spec, {
      ast: true, actions: false, defaultStyle: false, renderer: "svg", config: colours(), tooltip: { disableDefaultStyle: true },
    });
    follow(figure, figure.vega.view);
    figure.dataset.drawn = "yes";
  } catch (error) {
    if (error.name === "AbortError") return;
    canvas.textContent = `The chart can't be drawn: ${error.message}. The numbers are in the table below.`;
  }
}

const leaving = new AbortController();
addEventListener("pagehide", () => leaving.abort());

function follow(figure, view) {
  if (figure.dataset.chart === "overview") followBrush(view);
  view.addEventListener("click", (_, item) => item && lead(figure.dataset.chart, item.datum));
  const slider = figure.querySelector("input[type=range]");
  if (slider) followSlider(slider, view);
  if (figure.dataset.chart === "map") followMap(figure, view);
}

// A mark that is clicked leads to what it stands for. Lists and tables below each chart hold the same links for the keyboard.
function lead(chart, datum) {
  if ((chart === "overview" || chart === "dyad") && datum.until) {
    go("/incidents", { since: day(datum.period), until: day(datum.until), quad: datum.quad });
  } else if (chart === "map" && datum.place) {
    go("/incidents", { place: datum.place });
  } else if (chart === "network" && datum.actor) {
    go("/pair", { between: [datum.actor, datum.recipient], party: [] });
  } else if (chart === "network" && datum.name) {
    go("/actor", { party: datum.name, between: [] });
  }
}

// A day as the charts show it: they draw in the reader's time zone, with days at noon.
function day(value) {
  const told = new Date(value);
  return `${told.getFullYear()}-${String(told.getMonth() + 1).padStart(2, "0")}-${String(told.getDate()).padStart(2, "0")}`;
}

// Another page with this one's filters, some of them changed.
function go(path, changes) {
  const address = new URL(path, location.href);
  address.search = location.search;
  for (const name of ["limit", "offset", "order"]) address.searchParams.delete(name);
  for (const [name, values] of Object.entries(changes)) {
    address.searchParams.delete(name);
    for (const value of [values].flat()) address.searchParams.append(name, value);
  }
  location.assign(address);
}

// The period under the brush becomes the filters since and until, once asked for.
function followBrush(view) {
  const offer = document.querySelector(".brushed");
  if (!offer || !("brush" in view.getState({ signals: (name) => name === "brush" }).signals)) return;
  let chosen = null;
  view.addSignalListener("brush", (_, brush) => {
    const days = brush.period;
    chosen = days && days[0] !== days[1] ? days.map(day) : null;
    offer.hidden = !chosen;
    if (chosen) offer.querySelector("span").textContent = `${chosen[0]} to ${chosen[1]}`;
  });
  offer.querySelector("button").onclick = () => go("/", { since: chosen[0], until: chosen[1] });
}

// The map nearer, farther and aside: by buttons, by dragging, by arrow keys.
function followMap(figure, view) {
  const canvas = figure.querySelector(".canvas");
  const move = (zoom, east, north) => {
    view.signal("zoom", Math.min(64, Math.max(1, zoom)));
    view.signal("east", ((east + 540) % 360) - 180).signal("north", Math.min(80, Math.max(-80, north))).runAsync();
  };
  const by = (east, north) => move(view.signal("zoom"), view.signal("east") + east, view.signal("north") + north);
  figure.querySelectorAll("[data-zoom]").forEach((button) => {
    const factor = Number(button.dataset.zoom);
    button.onclick = () => (factor ? move(view.signal("zoom") * factor, view.signal("east"), view.signal("north")) : move(1, 0, 0));
  });
  const degrees = () => 360 / (view.width() * view.signal("zoom"));
  let held = null;
  canvas.onpointerdown = (event) => { held = [event.clientX, event.clientY]; };
  canvas.onpointermove = (event) => {
    if (!held || !event.buttons) return;
    by(-(event.clientX - held[0]) * degrees(), (event.clientY - held[1]) * degrees());
    held = [event.clientX, event.clientY];
  };
  canvas.onpointerup = () => { held = null; };
  canvas.tabIndex = 0;
  canvas.onkeydown = (event) => {
    const step = 60 * degrees();
    const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] }[event.key];
    if (!way) return;
    event.preventDefault();
    by(...way);
  };
}

function followSlider(slider, view) {
  const noon = (day) => Date.parse(`${day}T12:00:00`);
  const first = noon(slider.dataset.first), last = noon(slider.dataset.last) + 31 * 86400e3;
  const told = slider.parentElement.querySelector("output");
  const move = () => {
    const until = first + ((last - first) * slider.value) / 100;
    told.textContent = slider.value === "100" ? "the last day" : day(until);
    slider.setAttribute("aria-valuetext", told.textContent);
    view.signal("through", slider.value === "100" ? null : until).runAsync();
  };
  slider.oninput = move;
  move();
}

function drawAll() {
  document.querySelectorAll("figure.chart").forEach(draw);
}

// Empty fields and usual choices have no place in an address that is shared.
document.querySelectorAll("form.filters").forEach((form) => {
  form.addEventListener("formdata", (event) => {
    const usual = { order: "oldest", level: "country" };
    for (const name of new Set(event.formData.keys())) {
      const kept = event.formData.getAll(name).filter((v) => v.trim() && v !== usual[name]);
      event.formData.delete(name);
      kept.forEach((v) => event.formData.append(name, v));
    }
  });
});
document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => print()));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.activeElement?.matches("mark")) document.activeElement.blur();
});
dark.addEventListener("change", drawAll);
let waiting;
let drawnAt = innerWidth;
addEventListener("resize", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => { if (innerWidth !== drawnAt) { drawnAt = innerWidth; drawAll(); } }, 300);
});
drawAll();
