// While somebody types: how each value will be looked for, what is weak, and once a field is left, what is wrong in it.

import { byId } from "../shared/element.js";
import { ask } from "../shared/protocol.js";
import { clearNotes, readForm, showProblems, showSamples, showWarnings } from "./form.js";
import { formPath, sourceOf } from "./source.js";

/** @typedef {import("../../types/leaklight.js").Problem} Problem */

/** Milliseconds without a key: shorter, and notes would jump about while a word is typed. */
const PAUSE = 300;

/** Fields that were left once: what is wrong with the others is not known before they are typed. @type {Set<string>} */
const left = new Set();
let timer = 0;
/** Of the check asked for last: an answer to an earlier one comes too late. */
let round = 0;

/** What ends a press. */
const ENDS = ["pointerup", "pointercancel"];
/** Whether a button of the pointer is down. */
let pressed = false;

/** Starts to watch the form. */
export function checkLive() {
  addEventListener("pointerdown", () => { pressed = true; }, true);
  for (const end of ENDS) addEventListener(end, () => { pressed = false; }, true);
  byId("profile").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  });
  byId("profile").addEventListener("change", ({ target }) => {
    const path = /** @type {HTMLElement} */ (target).dataset.path;
    if (path !== undefined) left.add(path);
    void check();
  });
}

/** Shows how what stands in the form will be looked for. */
export async function check() {
  const mine = stopChecking();
  const { rows, country } = readForm();
  const { source, places } = sourceOf(rows, country);
  // What is wrong with the form as a whole is said when it is saved.
  const told = await ask({ type: "check", profile: source }).catch(() => null);
  await released();
  if (!told || mine !== round) return;
  clearNotes();
  showSamples(told.samples.map(({ path, texts }) => ({ path: formPath(path, places), texts })));
  showWarnings(inForm(told.warnings, places));
  const known = inForm(told.problems, places).filter(({ path }) => left.has(path));
  showProblems(known, false);
}

/**
 * Waits until nothing is being pressed. To press Save leaves the field, and notes that came before the button is up again
 * would move Save away from under the pointer: nothing would be saved.
 */
async function released() {
  while (pressed) {
    await new Promise((resolve) => ENDS.forEach((type) => addEventListener(type, () => setTimeout(resolve), { capture: true, once: true })));
  }
}

/**
 * What is on its way is not shown any more.
 *
 * @returns {number} the round that begins
 */
export function stopChecking() {
  clearTimeout(timer);
  round += 1;
  return round;
}

/**
 * @param {Problem[]} problems of a source
 * @param {{ [path: string]: number }} places
 * @returns {Problem[]}
 */
export function inForm(problems, places) {
  return problems.map((problem) => ({ ...problem, path: formPath(problem.path, places) }));
}
