// Every line of the diary that is asked for, a page at a time.

import { element } from "../shared/element.js";
import { say, sayDay, textLocale } from "../shared/text.js";
import { sayHow } from "../shared/words.js";

/** @typedef {import("../background/diary/line.js").Line} Line */
/** @typedef {import("../background/diary/summary.js").Query} Query */

/**
 * @param {Line[]} lines
 * @param {(change: Partial<Query>) => void} narrow
 * @returns {HTMLElement}
 */
export function linesTable(lines, narrow) {
  const heads = [say("ledger_column_day"), say("ledger_column_recipient"), say("ledger_column_site"), say("ledger_column_detail"), say("ledger_column_how")];
  const head = element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text)), element("th", { scope: "col", class: "number" }, say("ledger_column_times")));
  return element("table", { class: "plain lines" }, element("thead", {}, head), element("tbody", {}, ...lines.map((line) => lineRow(line, narrow))));
}

/**
 * @param {Line} line
 * @param {(change: Partial<Query>) => void} narrow
 * @returns {HTMLElement}
 */
function lineRow(line, narrow) {
  const { day, recipient, site, identifier, kind, masked, expected, count } = line;
  return element(
    "tr",
    { "data-line": identifier, "data-recipient": recipient, "data-site": site ?? "", "data-count": count, "data-digest": line.digest ?? "", "data-witness": line.witness ?? "browser" },
    element("td", { class: "day" }, narrower(sayDay(day, { day: "numeric", month: "short" }), () => narrow({ from: day, to: day }))),
    element("td", {}, narrower(recipient, () => narrow({ recipient }))),
    element("td", {}, narrower(site ?? say("ledger_no_site"), () => narrow({ site: site ?? "" }))),
    element("td", {}, element("span", {}, say(`kind_${kind}`)), " ", element("bdi", { class: "soft" }, masked)),
    element(
      "td",
      { class: expected ? "soft" : line.digest === null ? "is-clear" : "is-scrambled" },
      sayHow(line),
      expected && ` · ${say("ledger_way_expected")}`,
      line.witness === "page" && element("span", { class: "soft", title: say("witness_page") }, ` · ${say("told_by_page")}`),
    ),
    element("td", { class: "number" }, count.toLocaleString(textLocale())),
  );
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
