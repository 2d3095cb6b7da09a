// How often, day by day: a bar a day, or a week where days would be too narrow, and the same as a table.

import { drawn, element } from "../shared/element.js";
import { say, sayCount, sayDay, textLocale } from "../shared/text.js";

/** @typedef {import("../background/diary/summary.js").DayTally} DayTally */
/** @typedef {import("../background/diary/summary.js").Query} Query */
/** @typedef {import("../background/diary/summary.js").Tally} Tally */

/** The ways in which a detail was sent, from the bottom of a bar upwards. @type {(keyof Tally)[]} */
export const WAYS = ["clear", "scrambled", "expected"];

/** More days than this are drawn by weeks. */
const MOST_BARS = 92;
const WEEK = 7;

/** The drawing's own measures. It is as wide as its place, between these: words in it stay as large as the others. */
const WIDEST = 900;
const NARROWEST = 280;
/** That a date below it may take. */
const DATE_WIDTH = 130;
const HEIGHT = 150;
const FLOOR = 126;
/** Where the highest bar ends: its number stands above. */
const CEILING = 14;
/** Of a bar's share of the width. */
const GAP = 0.24;

/** @typedef {{ from: string, to: string } & Tally} Bar */

/** @param {HTMLElement} place */
export function drawLegend(place) {
  const items = WAYS.map((way) =>
    element("li", {}, drawn("svg", { viewBox: "0 0 12 12", width: 12, height: 12, "aria-hidden": "true" }, drawn("rect", { class: way, x: 1, y: 1, width: 10, height: 10, rx: 2 })), say(`ledger_way_${way}`)),
  );
  place.replaceChildren(...items);
}

/**
 * @param {{ chart: HTMLElement, table: HTMLElement }} places
 * @param {DayTally[]} days never empty
 * @param {Query} query
 * @param {(from: string | undefined, to: string | undefined) => void} pick
 */
export function drawTimeline({ chart, table }, days, query, pick) {
  const bars = barsOf(days);
  const focused = chart.contains(document.activeElement) ? document.activeElement?.getAttribute("data-from") : null;
  const width = Math.min(WIDEST, Math.max(NARROWEST, chart.clientWidth || WIDEST));
  chart.replaceChildren(chartOf(bars, width, query, pick));
  table.replaceChildren(tableOf(bars));
  if (focused) /** @type {SVGElement | null} */ (chart.querySelector(`[data-from="${focused}"]`))?.focus();
}

/**
 * @param {DayTally[]} days
 * @returns {Bar[]}
 */
function barsOf(days) {
  const span = days.length > MOST_BARS ? WEEK : 1;
  /** @type {Bar[]} */
  const bars = [];
  // Counted from today backwards, so that only the first week may be short.
  for (let end = days.length; end > 0; end -= span) {
    const part = days.slice(Math.max(0, end - span), end);
    const sum = (/** @type {keyof Tally} */ way) => part.reduce((total, day) => total + day[way], 0);
    bars.unshift({ from: part[0]?.day ?? "", to: part.at(-1)?.day ?? "", clear: sum("clear"), scrambled: sum("scrambled"), expected: sum("expected") });
  }
  return bars;
}

/**
 * @param {Bar[]} bars
 * @param {number} width
 * @param {Query} query
 * @param {(from: string | undefined, to: string | undefined) => void} pick
 * @returns {SVGElement}
 */
function chartOf(bars, width, query, pick) {
  const highest = Math.max(1, ...bars.map(total));
  const share = width / bars.length;
  const picked = bars.findIndex(({ from }) => from === query.from);
  const current = picked >= 0 ? picked : bars.length - 1;
  const groups = bars.map((bar, index) => {
    const group = barOf(bar, { x: index * share, share, highest, picked: index === picked, tabbable: index === current });
    const act = () => (index === picked ? pick(undefined, undefined) : pick(bar.from, bar.to));
    group.addEventListener("click", act);
    group.addEventListener("keydown", (event) => onKey(/** @type {KeyboardEvent} */ (event), index, act));
    return group;
  });
  const svg = drawn("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, role: "group", "aria-label": say("ledger_timeline_help") }, ...gridOf(highest, width), ...groups, ...labelsOf(bars, width));
  return svg;

  /**
   * @param {KeyboardEvent} event
   * @param {number} index
   * @param {() => void} act
   */
  function onKey(event, index, act) {
    const steps = /** @type {{ [key: string]: number }} */ ({ ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: groups.length - 1 });
    if (event.key === "Enter" || event.key === " ") act();
    else if (steps[event.key] === undefined) return;
    event.preventDefault();
    const next = groups[steps[event.key] ?? index];
    if (!next) return;
    for (const group of groups) group.setAttribute("tabindex", group === next ? "0" : "-1");
    next.focus();
  }
}

/**
 * @param {Bar} bar
 * @param {{ x: number, share: number, highest: number, picked: boolean, tabbable: boolean }} place
 * @returns {SVGElement}
 */
function barOf(bar, { x, share, highest, picked, tabbable }) {
  let bottom = FLOOR;
  const parts = WAYS.filter((way) => bar[way] > 0).map((way) => {
    // What happened once is still to be seen beside what happened a thousand times.
    const height = Math.max(3, (bar[way] / highest) * (FLOOR - CEILING));
    bottom -= height;
    return drawn("rect", { class: way, x: x + (share * GAP) / 2, y: bottom, width: share * (1 - GAP), height, rx: Math.min(2, share / 6) });
  });
  const label = say("ledger_bar", sayBar(bar), sayTally(bar));
  return drawn(
    "g",
    { class: "bar", role: "button", tabindex: tabbable ? 0 : -1, "aria-pressed": String(picked), "aria-label": label, "data-from": bar.from, "data-times": total(bar) },
    drawn("title", {}, label),
    drawn("rect", { class: "reach", x, y: 0, width: share, height: FLOOR }),
    ...parts,
  );
}

/**
 * @param {number} highest
 * @param {number} width
 * @returns {SVGElement[]}
 */
function gridOf(highest, width) {
  return [
    drawn("line", { class: "grid", x1: 0, x2: width, y1: FLOOR + 0.5, y2: FLOOR + 0.5 }),
    drawn("line", { class: "grid faint", x1: 0, x2: width, y1: CEILING, y2: CEILING }),
    drawn("text", { class: "mark", x: 0, y: CEILING - 4, "aria-hidden": "true" }, highest.toLocaleString(textLocale())),
  ];
}

/**
 * A few dates below the bars.
 *
 * @param {Bar[]} bars
 * @param {number} width
 * @returns {SVGElement[]}
 */
function labelsOf(bars, width) {
  const share = width / bars.length;
  const step = Math.max(1, Math.ceil(DATE_WIDTH / share));
  return bars.flatMap((bar, index) => {
    const fromEnd = bars.length - 1 - index;
    if (fromEnd % step !== 0) return [];
    const anchor = index === 0 ? "start" : fromEnd === 0 ? "end" : "middle";
    const x = index === 0 ? 0 : fromEnd === 0 ? width : (index + 0.5) * share;
    return [drawn("text", { class: "mark", x, y: HEIGHT - 6, "text-anchor": anchor, "aria-hidden": "true" }, sayDay(bar.to, { day: "numeric", month: "short" }))];
  });
}

/**
 * @param {Bar[]} bars
 * @returns {HTMLElement}
 */
function tableOf(bars) {
  const head = element("tr", {}, element("th", { scope: "col" }, say("ledger_column_day")), ...WAYS.map((way) => element("th", { scope: "col", class: "number" }, say(`ledger_way_${way}`))));
  const rows = bars
    .filter((bar) => total(bar) > 0)
    .reverse()
    .map((bar) => element("tr", {}, element("th", { scope: "row" }, sayBar(bar)), ...WAYS.map((way) => element("td", { class: "number" }, String(bar[way])))));
  return element("table", { class: "plain small" }, element("thead", {}, head), element("tbody", {}, ...rows));
}

/** @param {Bar} bar */
function sayBar({ from, to }) {
  return from === to ? sayDay(from, { weekday: "long", day: "numeric", month: "long" }) : say("ledger_period", sayDay(from), sayDay(to));
}

/**
 * @param {Tally} tally
 * @returns {string} how often in each way
 */
export function sayTally(tally) {
  const said = WAYS.filter((way) => tally[way] > 0).map((way) => sayCount(`ledger_times_${way}`, tally[way]));
  return said.length > 0 ? said.join(", ") : say("ledger_times_none");
}

/** @param {Tally} tally */
export function total({ clear, scrambled, expected }) {
  return clear + scrambled + expected;
}
