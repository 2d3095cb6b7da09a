// Who (or which site) by what: a table whose cells are drawn, and say in words what they show.

import { drawn, element } from "../shared/element.js";
import { say, sayCount, sayDay, textLocale } from "../shared/text.js";
import { sayTally, total } from "./timeline.js";

/** @typedef {import("../background/diary/summary.js").Query} Query */
/** @typedef {import("../background/diary/summary.js").Row} Row */
/** @typedef {import("../background/diary/summary.js").Summary} Summary */
/** @typedef {import("../background/diary/summary.js").Tally} Tally */

/** Half a cell's drawing. */
const CENTRE = 14;

/**
 * @param {Summary} summary
 * @param {Query["by"]} by
 * @param {(name: string) => void} pick
 * @returns {HTMLElement}
 */
export function matrixTable({ columns, rows }, by, pick) {
  const head = element(
    "tr",
    {},
    element("th", { scope: "col" }, say(`ledger_column_${by}`)),
    ...columns.map(({ id, kind, masked }) =>
      element("th", { scope: "col", class: "detail", "data-identifier": id }, element("span", {}, say(`kind_${kind}`)), element("bdi", { class: "soft small" }, masked)),
    ),
    element("th", { scope: "col", class: "number" }, say("ledger_column_times")),
  );
  const body = rows.map((row) =>
    element(
      "tr",
      { "data-row": row.name },
      element("th", { scope: "row" }, nameButton(row, pick), ...beside(row, by)),
      ...columns.map((_, place) => cell(row.cells[place])),
      element("td", { class: "number" }, row.times.toLocaleString(textLocale())),
    ),
  );
  return element("table", { class: "matrix" }, element("thead", {}, head), element("tbody", {}, ...body));
}

/**
 * @param {Row} row
 * @param {(name: string) => void} pick
 * @returns {HTMLElement}
 */
function nameButton({ name }, pick) {
  const button = element("button", { class: "name" }, name || say("ledger_no_site"));
  button.addEventListener("click", () => pick(name));
  return button;
}

/**
 * @param {Row} row
 * @param {Query["by"]} by
 * @returns {(HTMLElement | false)[]}
 */
function beside({ with: names, last }, by) {
  const others = by === "site" ? names.map((name) => name) : names;
  const said = [...(others.length > 0 ? [others.join(", ")] : []), say("ledger_last", sayDay(last, { day: "numeric", month: "short" }))];
  return [element("span", { class: "soft small" }, said.join(" · "))];
}

/**
 * @param {Tally | undefined} tally
 * @returns {HTMLElement}
 */
function cell(tally) {
  if (!tally || total(tally) === 0) return element("td", { class: "cell" }, element("span", { class: "hidden-text" }, say("ledger_times_none")));
  const words = sayTally(tally);
  return element(
    "td",
    { class: "cell", title: words, "data-clear": tally.clear, "data-scrambled": tally.scrambled, "data-expected": tally.expected },
    dot(tally),
    element("span", { class: "times small", "aria-hidden": "true" }, sayCount("ledger_cell", total(tally))),
    element("span", { class: "hidden-text" }, words),
  );
}

/**
 * Full where it can be read, a ring with a core where it is scrambled, a thin ring where it was meant to be sent; the
 * larger the more often. Form and not colour alone tells them apart.
 *
 * @param {Tally} tally
 * @returns {SVGElement}
 */
function dot(tally) {
  const radius = Math.min(CENTRE - 2, 5 + 2.5 * Math.log10(total(tally)));
  const way = tally.clear > 0 ? "clear" : tally.scrambled > 0 ? "scrambled" : "expected";
  const shapes = {
    clear: [drawn("circle", { class: "clear", cx: CENTRE, cy: CENTRE, r: radius })],
    scrambled: [
      drawn("circle", { class: "scrambled ring", cx: CENTRE, cy: CENTRE, r: radius - 1 }),
      drawn("circle", { class: "scrambled", cx: CENTRE, cy: CENTRE, r: radius / 2.6 }),
    ],
    expected: [drawn("circle", { class: "expected ring", cx: CENTRE, cy: CENTRE, r: radius - 1 })],
  };
  return drawn("svg", { viewBox: `0 0 ${2 * CENTRE} ${2 * CENTRE}`, width: 2 * CENTRE, height: 2 * CENTRE, "aria-hidden": "true" }, ...shapes[way]);
}
