// The first page: what this is, the first details in under a minute, and a try.

import { showForm } from "../options/form.js";
import { LISTS } from "../options/lists.js";
import { check, checkLive } from "../options/live.js";
import { saveForm } from "../options/saving.js";
import { rowsOf } from "../options/source.js";
import { byId } from "../shared/element.js";
import { ask } from "../shared/protocol.js";
import { fillTexts, say, sayCount } from "../shared/text.js";
import { unlockForm } from "../shared/unlock.js";
import { offerTrial, showTrial } from "./trial.js";

/** Asked for at once: by these most people are followed. */
const FIRST = ["emails", "addresses"];

const main = byId("welcome");

fillTexts();
document.title = say("welcome_title");
byId("profile").addEventListener("submit", (event) => {
  event.preventDefault();
  void attempt(save, "save_failed");
});
byId("grant-press").addEventListener("click", async () => {
  await chrome.permissions.request({ origins: ["<all_urls>"] });
  await attempt(load, "load_failed");
});
byId("open-options").addEventListener("click", () => chrome.runtime.openOptionsPage());
byId("unlock").append(unlockForm(() => attempt(load, "load_failed")));
checkLive();
offerTrial();
await attempt(load, "load_failed");

/**
 * @param {() => Promise<void>} act
 * @param {string} failure key of what to say where it fails
 */
async function attempt(act, failure) {
  try {
    await act();
  } catch {
    finish("failed", say(failure));
  }
}

async function load() {
  const { status } = await ask({ type: "status" });
  const locked = status.reason === "locked";
  byId("grant").hidden = status.reason !== "no_permission";
  byId("locked").hidden = !locked;
  byId("details").hidden = locked;
  showTrial(status.watching);
  if (locked) return finish("locked", "");
  const { profile, numbers } = await ask({ type: "profile" });
  show(profile ?? { country: nearCountry() }, numbers);
  await check();
  finish("ready", "");
}

async function save() {
  const reply = await saveForm(show);
  if (!reply.saved) return finish("refused", sayCount("refused", reply.problems.length));
  const { status } = await ask({ type: "status" });
  showTrial(status.watching);
  finish("saved", sayCount("saved", reply.identifiers.length));
}

/**
 * @param {import("../../types/leaklight.js").ProfileSource} source
 * @param {import("../options/source.js").Given} numbers
 */
function show(source, numbers) {
  showForm(rowsOf(source, LISTS), source.country ?? "", numbers);
  byId("first").replaceChildren(...FIRST.flatMap((list) => document.querySelector(`#lists [data-list="${list}"]`) ?? []));
}

/** @returns {string} the country that the browser's language is of, for numbers and addresses that name none */
function nearCountry() {
  return new Intl.Locale(navigator.language).maximize().region ?? "";
}

/**
 * @param {string} state
 * @param {string} said
 */
function finish(state, said) {
  main.dataset.state = state;
  byId("outcome").textContent = said;
}
