// The form that asks for the passphrase: in the popup, the settings and the welcome page.

import { element } from "./element.js";
import { ask } from "./protocol.js";
import { say } from "./text.js";

/**
 * @param {() => unknown} done called once it is unlocked
 * @returns {HTMLFormElement}
 */
export function unlockForm(done) {
  const input = /** @type {HTMLInputElement} */ (
    element("input", { id: "passphrase", type: "password", autocomplete: "current-password", required: true, "aria-describedby": "unlock-outcome" })
  );
  const press = /** @type {HTMLButtonElement} */ (element("button", { id: "unlock-press", class: "primary" }, say("unlock")));
  const outcome = element("p", { id: "unlock-outcome", class: "problem", role: "alert" });
  const form = /** @type {HTMLFormElement} */ (
    element(
      "form",
      { class: "unlock", novalidate: true, "data-state": "ready" },
      element("label", { for: "passphrase" }, say("field_passphrase")),
      element("div", { class: "unlock-row" }, input, press),
      outcome,
    )
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit();
  });
  return form;

  async function submit() {
    form.dataset.state = "trying";
    press.disabled = true;
    outcome.textContent = "";
    const said = await tryUnlocking(input.value);
    press.disabled = false;
    form.dataset.state = said === null ? "unlocked" : "refused";
    input.setAttribute("aria-invalid", String(said !== null));
    outcome.textContent = said ?? "";
    if (said === null) done();
    else input.select();
  }
}

/**
 * @param {string} passphrase
 * @returns {Promise<string | null>} why not; null where it is unlocked
 */
async function tryUnlocking(passphrase) {
  try {
    const { unlocked } = await ask({ type: "unlock", passphrase });
    return unlocked ? null : say("wrong_passphrase");
  } catch {
    return say("unlock_failed");
  }
}
