// What a person decided in the popup, all in one list, and the two ways of blocking that need no click each time.

import { HOLDING, isFirefox } from "../shared/browser.js";
import { sayDecision } from "../shared/decided.js";
import { button, byId, element } from "../shared/element.js";
import { ask } from "../shared/protocol.js";
import { say, textLocale } from "../shared/text.js";

/** @typedef {import("../background/decision.js").Decision} Decision */

const section = byId("decisions");
const caught = /** @type {HTMLInputElement} */ (byId("block-caught"));
const hold = /** @type {HTMLInputElement} */ (byId("hold"));

/** Shows what is decided. */
export async function offerDecisions() {
  caught.addEventListener("change", () => void attempt(catchOrNot));
  hold.addEventListener("change", () => void attempt(holdOrNot));
  byId("undo-all").addEventListener("click", () => void attempt(undoAll));
  byId("hold-choice").hidden = !isFirefox;
  byId("hold-help").hidden = !isFirefox;
  // Decisions are made in the popup, while this page is behind another.
  document.addEventListener("visibilitychange", () => void (document.hidden || attempt(async () => {})));
  await attempt(async () => {});
}

/** @param {() => Promise<void>} act */
async function attempt(act) {
  section.dataset.state = "busy";
  try {
    await act();
    await load();
  } catch (error) {
    section.dataset.state = "failed";
    byId("decisions-outcome").textContent = `${say("decisions_failed")} ${error instanceof Error ? error.message : ""}`;
  }
}

async function load() {
  const [decisions, holding] = await Promise.all([kept(), isFirefox && chrome.permissions.contains(HOLDING)]);
  const shown = decisions?.filter(({ kind }) => kind !== "block_caught") ?? [];
  caught.checked = decisions?.some(({ kind }) => kind === "block_caught") ?? false;
  caught.disabled = decisions === null;
  hold.checked = holding;
  byId("decisions-none").textContent = decisions === null ? say("decisions_locked") : shown.length === 0 ? say("decisions_none") : "";
  byId("decisions-made").replaceChildren(...shown.map(item).reverse());
  byId("undo-all").hidden = shown.length < 2;
  section.dataset.state = "ready";
  section.dataset.count = String(shown.length);
}

/** @returns {Promise<Decision[] | null>} what private windows decided is not for this page; null while it is locked */
async function kept() {
  const { decisions } = await ask({ type: "decisions" });
  return decisions?.filter((one) => !one.private) ?? null;
}

/**
 * @param {Decision} decision
 * @returns {HTMLElement}
 */
function item(decision) {
  const said = sayDecision(decision);
  const undo = button(say("undo"), { "data-undo": decision.id, "aria-label": `${say("undo")}: ${said}` }, () => attempt(() => undoThese([decision])));
  const day = new Date(decision.time).toLocaleDateString(textLocale(), { dateStyle: "medium" });
  return element(
    "li",
    { "data-decision": decision.id, "data-kind": decision.kind },
    element("span", {}, said, " ", element("span", { class: "soft small" }, day)),
    undo,
  );
}

/** @param {Decision[]} decisions */
async function undoThese(decisions) {
  await ask({ type: "undo", ids: decisions.map(({ id }) => id) });
  byId("decisions-outcome").textContent = say("undone");
}

async function undoAll() {
  const listed = (/** @type {Decision[] | null} */ decisions) => decisions?.filter(({ kind }) => kind !== "block_caught") ?? [];
  await undoThese(listed(await kept()));
  // Undoing a block leaves a word that it is not to come back by itself; that goes as well.
  const rest = listed(await kept());
  if (rest.length > 0) await undoThese(rest);
}

async function catchOrNot() {
  if (caught.checked) await ask({ type: "decide", decision: "block_caught" });
  else await undoThese((await kept())?.filter(({ kind }) => kind === "block_caught") ?? []);
}

/** Must ask before anything else: the browser lets only a click do it. It is shown as on once it is. */
async function holdOrNot() {
  if (hold.checked) await chrome.permissions.request(HOLDING);
  else await chrome.permissions.remove(HOLDING);
  await ask({ type: "hold" });
}
