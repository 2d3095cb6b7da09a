// Every line of the diary that is asked for, a page at a time.

import { element } from "../shared/element.js";
import { say, sayDay, textLocale } from "../shared/text.js";
import { sayHow } from "../shared/words.js";

/** @typedef {import("../background/diary/line.js").Line} Line */
/** @typedef {import("../background/diary/summary.js").Query} Query */

/** Texts of the columns' heads. In a narrow window each cell has its own before it. */
const COLUMNS = ["day", "recipient", "site", "detail", "how", "times"];

/**
 * A table to whoever listens to it, however it is laid out.
 *
 * @param {Line[]} lines
 * @param {(change: Partial<Query>) => void} narrow
 * @returns {HTMLElement}
 */
export function linesTable(lines, narrow) {
  const heads = COLUMNS.map((column) => element("th", { role: "columnheader", scope: "col" }, say(`ledger_column_${column}`)));
  return element(
    "table",
    { role: "table", class: "lines" },
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...heads)),
    element("tbody", { role: "rowgroup" }, ...lines.map((line) => lineRow(line, narrow))),
  );
}

/**
 * @param {Line} line
 * @param {(change: Partial<Query>) => void} narrow
 * @returns {HTMLElement}
 */
function lineRow(line, narrow) {
  const { day, recipient, site, identifier, kind, masked, expected, count } = line;
  const way = expected ? "soft" : line.digest === null ? "is-clear" : "is-scrambled";
  return element(
    "tr",
    { role: "row", "data-line": identifier, "data-recipient": recipient, "data-site": site ?? "", "data-count": count, "data-digest": line.digest ?? "", "data-witness": line.witness ?? "browser" },
    cell("day", narrower(sayDay(day, { day: "numeric", month: "short" }), () => narrow({ from: day, to: day }))),
    cell("recipient", narrower(recipient, () => narrow({ recipient }))),
    cell("site", narrower(site ?? say("ledger_no_site"), () => narrow({ site: site ?? "" }))),
    cell("detail", element("span", {}, say(`kind_${kind}`)), " ", element("bdi", { class: "soft" }, masked)),
    cell(
      "how",
      element("span", { class: way }, sayHow(line), expected && ` · ${say("ledger_way_expected")}`),
      line.witness === "page" && element("span", { class: "soft", title: say("witness_page") }, ` · ${say("told_by_page")}`),
    ),
    cell("times", count.toLocaleString(textLocale())),
  );
}

/**
 * @param {string} column
 * @param {...(Node | string | false)} content
 * @returns {HTMLElement}
 */
function cell(column, ...content) {
  return element("td", { role: "cell", "data-head": say(`ledger_column_${column}`) }, element("div", {}, ...content));
}

/**
 * @param {string} text
 * @param {() => void} act
 * @returns {HTMLElement}
 */
function narrower(text, act) {
  const button = element("button", { class: "name" }, text);
  button.addEventListener("click", act);
  return button;
}
