// The settings: what a person wants watched, saved on this machine.

import { byId } from "../shared/element.js";
import { ask } from "../shared/protocol.js";
import { fillTexts, say, sayCount } from "../shared/text.js";
import { offerDecisions } from "./decisions.js";
import { clearNotes, readForm, showForm, showProblems, showWarnings } from "./form.js";
import { LISTS } from "./lists.js";
import { formPath, rowsOf, sourceOf } from "./source.js";
import { offerTrackers } from "./trackers.js";

/** @typedef {import("../../types/leaklight.js").Problem} Problem */
/** @typedef {import("../../types/leaklight.js").ProfileSource} ProfileSource */

const main = byId("options");
const confirm = /** @type {HTMLDialogElement} */ (byId("confirm"));

fillTexts();
document.title = say("options_title");
byId("profile").addEventListener("submit", (event) => {
  event.preventDefault();
  void attempt(save, "save_failed");
});
byId("delete").addEventListener("click", () => confirm.showModal());
byId("delete-cancel").addEventListener("click", () => confirm.close());
byId("delete-confirm").addEventListener("click", () => {
  confirm.close();
  void attempt(remove, "save_failed");
});
await Promise.all([attempt(load, "load_failed"), offerTrackers(), offerDecisions()]);

/**
 * @param {() => Promise<void>} act
 * @param {string} failure key of what to say where it fails
 */
async function attempt(act, failure) {
  try {
    await act();
  } catch (error) {
    finish("failed", `${say(failure)} ${error instanceof Error ? error.message : ""}`);
  }
}

async function load() {
  // The form is there even where what is saved cannot be read: it can then be saved anew.
  show({});
  const { profile } = await ask({ type: "profile" });
  show(profile ?? {});
  const { status } = await ask({ type: "status" });
  showProblems(status.problems);
  showWarnings(status.warnings);
  finish("ready", "");
}

async function save() {
  main.dataset.state = "saving";
  byId("outcome").textContent = say("saving");
  clearNotes();
  const { rows, country } = readForm();
  const { source, places } = sourceOf(rows, country);
  const reply = await ask({ type: "save", profile: source });
  if (!reply.saved) {
    showProblems(toForm(reply.problems, places));
    return finish("refused", sayCount("refused", reply.problems.length));
  }
  // Shown again as it was saved: a card's number is no longer there.
  const { profile } = await ask({ type: "profile" });
  show(profile ?? {});
  showWarnings(reply.warnings);
  const said = [sayCount("saved", reply.identifiers.length), reply.reduced.length > 0 ? say("saved_reduced") : ""];
  finish("saved", said.join(" ").trim());
}

async function remove() {
  await ask({ type: "delete" });
  clearNotes();
  show({});
  finish("ready", say("deleted"));
}

/** @param {ProfileSource} source */
function show(source) {
  showForm(rowsOf(source, LISTS), source.country ?? "");
}

/**
 * @param {Problem[]} problems
 * @param {{ [path: string]: number }} places
 * @returns {Problem[]}
 */
function toForm(problems, places) {
  return problems.map((problem) => ({ ...problem, path: formPath(problem.path, places) }));
}

/**
 * @param {string} state
 * @param {string} said
 */
function finish(state, said) {
  main.dataset.state = state;
  byId("outcome").textContent = said;
}
