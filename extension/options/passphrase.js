// The passphrase over the saved details: set, changed, taken away, and locked by hand.

import { byId } from "../shared/element.js";
import { Refusal, ask } from "../shared/protocol.js";
import { say } from "../shared/text.js";

const section = byId("guard");
const current = input("current-passphrase");
const fresh = input("new-passphrase");
const again = input("repeated-passphrase");

/**
 * @param {() => Promise<void>} locked shows the page as it is while it is locked
 */
export function offerPassphrase(locked) {
  byId("guard-form").addEventListener("submit", (event) => {
    event.preventDefault();
    void attempt(set);
  });
  byId("guard-remove").addEventListener("click", () => void attempt(remove));
  byId("guard-lock").addEventListener("click", () => void attempt(async () => {
    await ask({ type: "lock" });
    await locked();
  }));
}

/** @param {boolean} guarded whether there is a passphrase */
export function showPassphrase(guarded) {
  section.dataset.state = guarded ? "guarded" : "open";
  byId("guard-state").textContent = guarded ? say("guard_on") : say("guard_off");
  byId("guard-current").hidden = !guarded;
  byId("guard-set").textContent = guarded ? say("guard_change") : say("guard_set");
  byId("guard-remove").hidden = !guarded;
  byId("guard-lock").hidden = !guarded;
  for (const field of [current, fresh, again]) field.value = "";
}

async function set() {
  if (fresh.value !== again.value) return refuse(again, "differ", say("guard_differ"));
  finish("busy", say("guard_busy"));
  await ask({ type: "set_passphrase", passphrase: fresh.value, ...(current.value !== "" && { current: current.value }) });
  showPassphrase(true);
  finish("set", say("guard_done_set"));
}

async function remove() {
  finish("busy", say("guard_busy"));
  await ask({ type: "remove_passphrase", current: current.value });
  showPassphrase(false);
  finish("removed", say("guard_done_removed"));
}

/** @param {() => Promise<void>} act */
async function attempt(act) {
  for (const field of [current, fresh, again]) field.removeAttribute("aria-invalid");
  finish("", "");
  try {
    await act();
  } catch (error) {
    const code = error instanceof Refusal ? error.code : "failed";
    if (code === "wrong_passphrase") refuse(current, code, say("wrong_passphrase"));
    else if (code === "short_passphrase") refuse(fresh, code, say("guard_short"));
    else refuse(fresh, code, say("save_failed"));
  }
}

/**
 * @param {HTMLInputElement} field
 * @param {string} outcome
 * @param {string} said
 */
function refuse(field, outcome, said) {
  field.setAttribute("aria-invalid", "true");
  byId("guard-outcome").className = "problem";
  byId("guard-outcome").textContent = said;
  section.dataset.outcome = outcome;
  field.focus();
}

/**
 * @param {string} outcome
 * @param {string} said
 */
function finish(outcome, said) {
  byId("guard-outcome").className = "done";
  byId("guard-outcome").textContent = said;
  section.dataset.outcome = outcome;
}

/** @param {string} id */
function input(id) {
  return /** @type {HTMLInputElement} */ (byId(id));
}
