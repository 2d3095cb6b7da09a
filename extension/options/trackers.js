// Lists of trackers of one's own: imported from a file or by pasting, told, and removed.

import { wasm } from "../background/wasm.js";
import { byId, element } from "../shared/element.js";
import { ask } from "../shared/protocol.js";
import { say, sayCount, textLocale } from "../shared/text.js";
import { readList, textOf } from "./reading.js";

/** @typedef {import("../../types/leaklight.js").Counted} Counted */
/** @typedef {import("../background/shelf.js").ListSummary} ListSummary */

/** Bytes of a file. Larger ones are no lists that a browser is asked to hold. */
const LARGEST = 64 * 1024 * 1024;

/** What is said of rules that were left out. @type {("cosmetic" | "patterns" | "options" | "unreadable")[]} */
const LEFT_OUT = ["patterns", "cosmetic", "options", "unreadable"];

const section = byId("trackers");
const file = /** @type {HTMLInputElement} */ (byId("trackers-file"));
const text = /** @type {HTMLTextAreaElement} */ (byId("trackers-text"));

/** Shows the lists that are in use, and offers to import more. */
export async function offerTrackers() {
  file.addEventListener("change", () => void attempt(importFiles));
  byId("trackers-take").addEventListener("click", () => void attempt(importText));
  byId("trackers-remove-all").addEventListener("click", () => void attempt(removeAll));
  await attempt(async () => {
    show((await ask({ type: "trackers" })).lists);
    finish("ready");
  });
}

/** @param {() => Promise<void>} act */
async function attempt(act) {
  section.dataset.state = "busy";
  try {
    await act();
  } catch {
    // The words of a failure are the program's; what helps is the same whatever they are.
    finish("failed", say("trackers_failed"));
  }
}

async function importFiles() {
  const files = [...(file.files ?? [])];
  file.value = "";
  for (const one of files) {
    if (one.size > LARGEST) finish("refused", say("trackers_too_large", one.name));
    else await take(textOf(one), one.name.replace(/\.\w+$/, ""));
  }
}

async function importText() {
  await take([text.value], say("trackers_unnamed"));
  if (section.dataset.state === "taken") text.value = "";
}

async function removeAll() {
  show((await ask({ type: "discardAll" })).lists);
  finish("ready", say("trackers_removed_all"));
}

/** @param {string} name */
async function remove(name) {
  show((await ask({ type: "discard", name })).lists);
  finish("ready", say("trackers_removed", name));
}

/**
 * Reads a list and hands it to the background.
 *
 * @param {AsyncIterable<string> | Iterable<string>} chunks
 * @param {string} otherwise its name, if it tells none
 */
async function take(chunks, otherwise) {
  section.dataset.state = "busy";
  byId("trackers-outcome").textContent = say("trackers_busy");
  await wasm.load();
  const trackers = new wasm.Trackers();
  try {
    const { counted, title } = await readList(chunks, trackers);
    const name = title ?? otherwise;
    if (trackers.rules === 0) return finish("refused", say("trackers_none", name));
    const list = { name, counted, rules: trackers.rules, kept: trackers.kept() };
    const { imported, lists } = await ask({ type: "import", list });
    show(lists);
    if (imported) finish("taken", say("trackers_taken", name, sayCounted(counted)));
    else finish("refused", say("trackers_too_large", name));
  } finally {
    trackers.free();
  }
}

/** @param {ListSummary[]} lists */
function show(lists) {
  byId("trackers-lists").replaceChildren(...lists.map(listItem));
  byId("trackers-remove-all").hidden = lists.length < 2;
}

/**
 * @param {ListSummary} list
 * @returns {HTMLElement}
 */
function listItem({ name, added, counted, rules }) {
  const button = element("button", { type: "button", "data-discard": name, "aria-label": say("trackers_remove_named", name) }, say("trackers_remove"));
  button.addEventListener("click", () => void attempt(() => remove(name)));
  const date = new Date(added).toLocaleDateString(textLocale());
  return element(
    "li",
    { "data-list": name, "data-rules": rules },
    element("p", {}, element("strong", {}, name), element("span", { class: "soft small" }, say("trackers_added", date))),
    element("p", { class: "soft small" }, sayCounted(counted)),
    button,
  );
}

/**
 * @param {Counted} counted
 * @returns {string} `59,812 rules taken, 188 left out: 120 name no host, 68 are about how pages look`
 */
export function sayCounted(counted) {
  const taken = sayCount("trackers_rules", counted.rules + counted.exceptions);
  const left = LEFT_OUT.filter((why) => counted[why] > 0);
  if (left.length === 0) return taken;
  const all = left.reduce((sum, why) => sum + counted[why], 0);
  return say("trackers_left", taken, sayCount("trackers_left_out", all), left.map((why) => sayCount(`trackers_left_${why}`, counted[why])).join(", "));
}

/**
 * @param {"ready" | "taken" | "refused" | "failed"} state
 * @param {string} [said]
 */
function finish(state, said = "") {
  section.dataset.state = state;
  byId("trackers-outcome").textContent = said;
}
