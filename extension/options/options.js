// The settings: what a person wants watched, saved on this machine.

import { byId } from "../shared/element.js";
import { ask } from "../shared/protocol.js";
import { fillTexts, say, sayCount } from "../shared/text.js";
import { unlockForm } from "../shared/unlock.js";
import { offerAliases } from "./aliases.js";
import { offerDecisions } from "./decisions.js";
import { offerFile } from "./file.js";
import { clearNotes, readForm, showForm, showProblems } from "./form.js";
import { LISTS } from "./lists.js";
import { check, checkLive } from "./live.js";
import { offerPassphrase, showPassphrase } from "./passphrase.js";
import { saveForm } from "./saving.js";
import { rowsOf, sourceOf } from "./source.js";
import { offerSwitches } from "./switches.js";
import { joinProfiles } from "./toml.js";
import { offerTrackers } from "./trackers.js";

/** @typedef {import("../../types/leaklight.js").ProfileSource} ProfileSource */

const main = byId("options");
const several = /** @type {HTMLInputElement} */ (byId("several"));
const confirm = /** @type {HTMLDialogElement} */ (byId("confirm"));

fillTexts();
document.title = say("options_title");
byId("profile").addEventListener("submit", (event) => {
  event.preventDefault();
  void attempt(save, "save_failed");
});
byId("delete").addEventListener("click", () => confirm.showModal());
byId("forgotten").addEventListener("click", () => confirm.showModal());
byId("delete-cancel").addEventListener("click", () => confirm.close());
byId("delete-confirm").addEventListener("click", () => {
  confirm.close();
  void attempt(remove, "save_failed");
});
byId("several").addEventListener("change", () => showPeople(several.checked));
// Every part of the page asks anew.
byId("unlock").append(unlockForm(() => location.reload()));
checkLive();
offerPassphrase(load);
offerFile(() => sourceOf(readForm().rows, readForm().country).source, takeFile);
await Promise.all([attempt(load, "load_failed"), offerSwitches(), offerTrackers(), offerAliases(), offerDecisions()]);

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
  show({}, {});
  const { status } = await ask({ type: "status" });
  showPassphrase(status.guarded);
  if (status.reason === "locked") return finish("locked", "");
  const { profile, numbers } = await ask({ type: "profile" });
  show(profile ?? {}, numbers);
  await check();
  showProblems(status.problems);
  if (status.unreadable) return finish("failed", say("unreadable_help"));
  finish("ready", "");
}

async function save() {
  main.dataset.state = "saving";
  byId("outcome").textContent = say("saving");
  const reply = await saveForm(show);
  if (!reply.saved) return finish("refused", sayCount("refused", reply.problems.length));
  const said = [sayCount("saved", reply.identifiers.length), reply.reduced.length > 0 ? say("saved_reduced") : ""];
  finish("saved", said.join(" ").trim());
}

async function remove() {
  await ask({ type: "delete" });
  clearNotes();
  show({}, {});
  showPassphrase(false);
  finish("ready", say("deleted"));
}

/**
 * @param {ProfileSource} more of a file
 * @returns {number} entries that were not there yet
 */
function takeFile(more) {
  const form = readForm();
  const { source, numbers } = sourceOf(form.rows, form.country, form.numbers);
  const { joined, added } = joinProfiles(source, more);
  show(joined, numbers);
  void check();
  finish("ready", "");
  return added;
}

/**
 * @param {ProfileSource} source
 * @param {import("./source.js").Given} numbers
 */
function show(source, numbers) {
  const rows = rowsOf(source, LISTS);
  showForm(rows, source.country ?? "", numbers);
  several.checked = Object.values(rows).flat().some(({ person }) => person !== undefined);
  showPeople(several.checked);
}

/** @param {boolean} shown whether it is asked whose each detail is */
function showPeople(shown) {
  byId("profile").dataset.people = shown ? "several" : "one";
}

/**
 * @param {string} state
 * @param {string} said
 */
function finish(state, said) {
  main.dataset.state = state;
  byId("outcome").textContent = said;
}
