// Something to look for on this tab only: typed here, kept in memory, forgotten with the tab.

import { byId } from "../shared/element.js";
import { Refusal, ask } from "../shared/protocol.js";
import { say } from "../shared/text.js";

/** @typedef {import("../../types/leaklight.js").Identifier} Identifier */

const value = /** @type {HTMLInputElement} */ (byId("typing-value"));
const label = /** @type {HTMLInputElement} */ (byId("typing-label"));

/**
 * @param {() => Promise<number>} tabId
 */
export async function offerTyping(tabId) {
  byId("typing-form").addEventListener("submit", (event) => {
    event.preventDefault();
    void change(async () => {
      const { typed } = await ask({ type: "type", tabId: await tabId(), value: value.value.trim(), label: label.value.trim() });
      value.value = label.value = "";
      return typed;
    });
  });
  byId("typing-stop").addEventListener("click", () => change(async () => (await ask({ type: "untype", tabId: await tabId() })).typed));
  show((await ask({ type: "typed", tabId: await tabId() })).typed);
}

/** @param {() => Promise<Identifier[]>} act */
async function change(act) {
  try {
    show(await act());
  } catch (error) {
    byId("typing-said").textContent = error instanceof Refusal && error.code === "too_little" ? say("typing_little") : say("headline_no_reply");
  }
}

/** @param {Identifier[]} typed */
function show(typed) {
  const names = typed.map(({ masked }) => masked).join(", ");
  byId("typing-said").textContent = typed.length === 0 ? "" : say("typing_now", names);
  byId("typing-said").dataset.count = String(typed.length);
  byId("typing-stop").hidden = typed.length === 0;
}
