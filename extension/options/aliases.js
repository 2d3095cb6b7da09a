// Looking behind names of the site's own: Firefox can, where the person wants it.

import { isFirefox } from "../shared/browser.js";
import { byId } from "../shared/element.js";
import { ask } from "../shared/protocol.js";

const box = /** @type {HTMLInputElement} */ (byId("aliases"));

/** Shows whether it is done, and lets that be changed. */
export async function offerAliases() {
  byId("aliases-choice").hidden = !isFirefox;
  byId("aliases-help").hidden = !isFirefox;
  if (!isFirefox) return;
  box.addEventListener("change", () => void choose());
  await show();
}

async function choose() {
  await ask({ type: "useAliases", on: box.checked });
  await show();
}

async function show() {
  const { on } = await ask({ type: "aliases" });
  box.checked = on;
}
