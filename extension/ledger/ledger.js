// The ledger's page: who received what over the days. Asks, shows, and does what is asked of it; drawn elsewhere.

import { byId } from "../shared/element.js";
import { Refusal, ask } from "../shared/protocol.js";
import { fillTexts, say, sayCount, sayDay } from "../shared/text.js";
import { keepFocus } from "./focus.js";
import { makeSure, prepareKeeping, showKeeping } from "./keeping.js";
import { linesTable } from "./lines.js";
import { matrixTable } from "./matrix.js";
import { pages } from "./pages.js";
import { drawLegend, drawTimeline } from "./timeline.js";

/** @typedef {import("../background/diary/summary.js").Query} Query */
/** @typedef {import("../background/diary/summary.js").Summary} Summary */
/** @typedef {Awaited<ReturnType<typeof import("../background/messages/diary.js").diary.diary.answer>>} Keeping */

/** Times that can be looked at, in days, as far as anything is kept that long. */
const RANGES = [7, 30, 90, 365];
/** How long a person may pause between two keys of a search, in milliseconds. */
const TYPING_MS = 150;

const main = byId("ledger");
const search = /** @type {HTMLInputElement} */ (byId("search"));
const range = /** @type {HTMLSelectElement} */ (byId("range"));

/** @type {Query} */
let query = { by: "recipient", days: 0 };
/** Counts what was asked: an answer that was overtaken is not shown. */
let asked = 0;
/** What is on screen, to leave it alone while nothing changes. @type {string | undefined} */
let shown;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let typing;
/** Draws the days once more, as wide as there is room now. */
let redraw = () => {};

fillTexts();
document.title = say("ledger_title");
search.placeholder = say("ledger_search");
drawLegend(byId("legend"));
prepareKeeping({ refresh, query: () => query });
search.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => narrow({ search: search.value }), TYPING_MS);
});
range.addEventListener("change", () => narrow({ days: Number(range.value), from: undefined, to: undefined }));
for (const choice of document.querySelectorAll("input[name=by]")) {
  choice.addEventListener("change", () => narrow({ by: /** @type {Query["by"]} */ (/** @type {HTMLInputElement} */ (choice).value) }));
}
byId("open-options").addEventListener("click", () => chrome.runtime.openOptionsPage());
addEventListener("focus", () => void refresh());
addEventListener("resize", () => redraw());
await refresh();

/** @param {Partial<Query>} change */
function narrow(change) {
  const pages = "rowPage" in change || "linePage" in change ? {} : { rowPage: 0, linePage: 0 };
  query = { ...query, ...pages, ...change };
  void refresh();
}

async function refresh() {
  const turn = (asked += 1);
  try {
    const keeping = await ask({ type: "diary" });
    if (query.days === 0 || query.days > keeping.days) query = { ...query, days: Math.min(30, keeping.days) };
    const off = keeping.days === 0 || keeping.locked;
    const summary = off ? null : (await ask({ type: "diary_summary", query })).summary;
    const key = JSON.stringify([keeping, summary, query]);
    if (turn !== asked || key === shown) return;
    shown = key;
    keepFocus(() => show(keeping, summary));
  } catch (error) {
    if (turn === asked) showFailure(error);
  }
}

/**
 * @param {Keeping} keeping
 * @param {Summary | null} summary null where none can be had
 */
function show(keeping, summary) {
  const hindrance = keeping.locked ? "locked" : keeping.days === 0 ? "off" : null;
  main.dataset.state = hindrance ?? "ready";
  main.setAttribute("aria-busy", "false");
  showHindrance(hindrance);
  showKeeping(keeping);
  const any = keeping.stored.lines > 0;
  byId("asking").hidden = !summary || !any;
  byId("content").hidden = !summary || summary.lineCount === 0;
  byId("nothing").hidden = !summary || summary.lineCount > 0;
  byId("totals").textContent = summary && summary.lineCount > 0 ? sayTotals(summary) : "";
  if (!summary) return;
  byId("nothing-title").textContent = any ? say("ledger_none") : say("ledger_empty");
  byId("nothing-help").textContent = any ? say("ledger_none_help") : say("ledger_empty_help");
  showRanges(keeping);
  showNarrowed();
  redraw = () => drawTimeline({ chart: byId("timeline"), table: byId("timeline-table") }, summary.days, query, (from, to) => narrow({ from, to }));
  redraw();
  byId("matrix-title").textContent = say(`ledger_matrix_${query.by}`);
  byId("matrix").replaceChildren(matrixTable(summary, query.by, (name) => narrow({ [query.by]: name })));
  byId("lines").replaceChildren(linesTable(summary.lines, narrow));
  pages(byId("matrix-pages"), { page: query.rowPage ?? 0, shown: summary.rows.length, all: summary.rowCount, size: summary.rowsAPage }, (rowPage) => narrow({ rowPage }));
  pages(byId("lines-pages"), { page: query.linePage ?? 0, shown: summary.lines.length, all: summary.lineCount, size: summary.linesAPage }, (linePage) => narrow({ linePage }));
}

/** @param {"locked" | "off" | null} hindrance */
function showHindrance(hindrance) {
  byId("hindrance").hidden = hindrance === null;
  if (hindrance === null) return;
  byId("hindrance-title").textContent = say(`ledger_${hindrance}`);
  byId("hindrance-help").textContent = say(`ledger_${hindrance}_help`);
  byId("open-options").hidden = hindrance !== "locked";
}

/**
 * @param {Summary} summary
 * @returns {string}
 */
function sayTotals({ totals }) {
  return say(
    "ledger_totals",
    sayCount("ledger_recipients", totals.recipients),
    sayCount("ledger_details", totals.details),
    sayCount("ledger_sites", totals.sites),
    query.from === undefined ? sayCount("ledger_days", query.days) : sayPeriod(query.from, query.to),
  );
}

/**
 * @param {string} from
 * @param {string} [to]
 * @returns {string}
 */
function sayPeriod(from, to = from) {
  return from === to ? sayDay(from) : say("ledger_period", sayDay(from), sayDay(to));
}

/** @param {Keeping} keeping */
function showRanges({ days }) {
  const options = RANGES.filter((one) => one <= days).map((one) => new Option(sayCount("ledger_days", one), String(one), false, one === query.days));
  range.replaceChildren(...options);
}

/** What the page is narrowed down to, each with a button that ends it, and one that deletes it all. */
function showNarrowed() {
  /** @type {{ key: string, text: string, end: Partial<Query> }[]} */
  const parts = [];
  if (query.recipient !== undefined) parts.push({ key: "recipient", text: query.recipient, end: { recipient: undefined } });
  if (query.site !== undefined) parts.push({ key: "site", text: query.site || say("ledger_no_site"), end: { site: undefined } });
  if (query.from !== undefined) parts.push({ key: "day", text: sayPeriod(query.from, query.to), end: { from: undefined, to: undefined } });
  const chips = parts.map(({ key, text, end }) => {
    const chip = new DocumentFragment();
    const button = document.createElement("button");
    button.className = "chip";
    button.dataset.narrowed = key;
    button.textContent = say("ledger_chip", text);
    button.setAttribute("aria-label", say("ledger_end_filter", text));
    button.addEventListener("click", () => narrow(end));
    chip.append(button);
    return chip;
  });
  byId("narrowed").hidden = parts.length === 0;
  if (parts.length === 0) return byId("narrowed").replaceChildren();
  const remove = document.createElement("button");
  remove.id = "remove";
  remove.className = "danger";
  remove.textContent = say("ledger_remove");
  remove.addEventListener("click", () => removeShown(parts.map(({ text }) => text).join(" · ")));
  byId("narrowed").replaceChildren(...chips, remove);
}

/** @param {string} what */
async function removeShown(what) {
  if (!(await makeSure(say("ledger_remove_question", what)))) return;
  const { removed } = await ask({ type: "diary_remove", query });
  query = { ...query, recipient: undefined, site: undefined, from: undefined, to: undefined, rowPage: 0, linePage: 0 };
  await refresh();
  byId("outcome").textContent = sayCount("ledger_removed", removed);
}

/** @param {unknown} error */
function showFailure(error) {
  // It may be locked between two questions; the next look tells.
  if (error instanceof Refusal && error.code === "locked") return void refresh();
  shown = undefined;
  main.dataset.state = "failed";
  main.setAttribute("aria-busy", "false");
  byId("totals").textContent = say("ledger_failed");
}
