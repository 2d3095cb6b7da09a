// How long the ledger is kept, how much of it there is, taking it along, and deleting it.

import { byId } from "../shared/element.js";
import { ask } from "../shared/protocol.js";
import { say, sayCount, textLocale } from "../shared/text.js";

/** @typedef {import("../background/diary/summary.js").Query} Query */
/** @typedef {import("./ledger.js").Keeping} Keeping */

const keep = /** @type {HTMLSelectElement} */ (byId("keep"));

/** What is set, to go back to it where the person thinks better of it. */
let kept = 0;

/** @param {{ refresh: () => Promise<void>, query: () => Query }} page */
export function prepareKeeping({ refresh, query }) {
  keep.addEventListener("change", async () => {
    const days = Number(keep.value);
    if (days < kept && !(await makeSure(days === 0 ? say("ledger_off_question") : sayCount("ledger_keep_question", days)))) {
      keep.value = String(kept);
      return;
    }
    await ask({ type: "diary_keep", days });
    await refresh();
    tell(days === 0 ? say("ledger_kept_off") : sayCount("ledger_kept", days));
  });
  byId("export").addEventListener("click", async () => {
    const { text } = await ask({ type: "diary_csv", query: query() });
    save(text);
    tell(say("ledger_exported"));
  });
  byId("wipe").addEventListener("click", async () => {
    if (!(await makeSure(say("ledger_wipe_question")))) return;
    await ask({ type: "diary_wipe" });
    await refresh();
    tell(say("ledger_wiped"));
  });
}

/** @param {Keeping} keeping */
export function showKeeping({ days, choices, stored, locked }) {
  kept = days;
  byId("keeping").hidden = false;
  const options = choices.map((choice) => new Option(choice === 0 ? say("ledger_keep_off") : sayCount("ledger_days", choice), String(choice), false, choice === days));
  keep.replaceChildren(...options);
  /** @type {HTMLButtonElement} */ (byId("export")).disabled = locked || stored.lines === 0;
  /** @type {HTMLButtonElement} */ (byId("wipe")).disabled = stored.lines === 0;
  const parts = [
    sayCount("ledger_stored", stored.lines, sayBytes(stored.bytes)),
    say("ledger_limit", stored.lineLimit.toLocaleString(textLocale()), sayBytes(stored.byteLimit)),
    ...(stored.dropped > 0 ? [sayCount("ledger_dropped", stored.dropped)] : []),
  ];
  byId("stored").textContent = parts.join(" ");
}

/**
 * Asks before something is deleted for good.
 *
 * @param {string} question
 * @returns {Promise<boolean>}
 */
export function makeSure(question) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("sure"));
  byId("sure-question").textContent = question;
  dialog.returnValue = "no";
  byId("sure-yes").onclick = () => dialog.close("yes");
  byId("sure-no").onclick = () => dialog.close("no");
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }));
}

/** @param {string} text */
function tell(text) {
  byId("outcome").textContent = text;
}

/**
 * Hands a file to the browser to save: it exists in this page only, so that no permission is needed.
 *
 * @param {string} text
 */
function save(text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "leaklight-ledger.csv";
  link.click();
  URL.revokeObjectURL(url);
}

/** @param {number} bytes */
function sayBytes(bytes) {
  const language = textLocale();
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  return value.toLocaleString(language, { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 });
}
