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
  const slider = figure.querySelector("input[type=range]");
  if (slider) followSlider(slider, view);
}

// The period under the brush becomes the filters since and until, once asked for.
function followBrush(view) {
  const offer = document.querySelector(".brushed");
  if (!offer || !("brush" in view.getState({ signals: (name) => name === "brush" }).signals)) return;
  let chosen = null;
  view.addSignalListener("brush", (_, brush) => {
    const days = brush.period;
    chosen = days && days[0] !== days[1] ? days.map((d) => new Date(d).toISOString().slice(0, 10)) : null;
    offer.hidden = !chosen;
    if (chosen) offer.querySelector("span").textContent = `${chosen[0]} to ${chosen[1]}`;
  });
  offer.querySelector("button").onclick = () => {
    const address = new URL(location.href);
    address.searchParams.set("since", chosen[0]);
    address.searchParams.set("until", chosen[1]);
    location.assign(address);
  };
}

function followSlider(slider, view) {
  const first = Date.parse(slider.dataset.first), last = Date.parse(slider.dataset.last) + 31 * 86400e3;
  const told = slider.parentElement.querySelector("output");
  const move = () => {
    const day = first + ((last - first) * slider.value) / 100;
    told.textContent = slider.value === "100" ? "the last day" : new Date(day).toISOString().slice(0, 10);
    slider.setAttribute("aria-valuetext", told.textContent);
    view.signal("through", slider.value === "100" ? null : day).runAsync();
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
