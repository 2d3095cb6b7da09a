// A try: the detector reads a made-up request, and what it finds is told as the popup would.

import { recipientCard } from "../popup/recipient.js";
import { byId } from "../shared/element.js";
import { ask } from "../shared/protocol.js";
import { say, sayCount } from "../shared/text.js";

/** @typedef {import("../popup/acting.js").Acting} Acting */
/** @typedef {import("../shared/protocol.js").EntryView} EntryView */

const press = /** @type {HTMLButtonElement} */ (byId("try"));

export function offerTrial() {
  press.addEventListener("click", () => void attempt());
}

/** @param {boolean} watching whether there is anything to find */
export function showTrial(watching) {
  press.disabled = !watching;
  press.classList.toggle("primary", watching);
  byId("trial").dataset.state = watching ? "ready" : "waiting";
  byId("try-outcome").textContent = watching ? "" : say("welcome_try_first");
}

async function attempt() {
  try {
    const tab = await chrome.tabs.getCurrent();
    const { entries } = await ask({ type: "try", tabId: tab?.id ?? -1 });
    show(entries);
  } catch {
    byId("trial").dataset.state = "failed";
    byId("try-outcome").textContent = say("welcome_try_failed");
  }
}

/** @param {EntryView[]} entries */
function show(entries) {
  const details = new Set(entries.map(({ finding }) => finding.identifier.id)).size;
  byId("trial").dataset.state = "found";
  byId("trial").dataset.count = String(details);
  byId("try-outcome").textContent = sayCount("welcome_found", details);
  const [first] = entries;
  const cards = first ? [recipientCard(first.finding.recipient.domain, entries, "counted", NOWHERE, true)] : [];
  byId("found").replaceChildren(...cards);
  byId("found-help").hidden = entries.length === 0;
}

/** No decision can be about what nobody received. @type {Acting} */
const NOWHERE = { tabId: -1, page: "", host: null, decisions: [], holding: false, act: async () => {} };
