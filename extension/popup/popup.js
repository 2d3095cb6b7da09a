// The popup: what one tab's pages handed to whom, and what the person does about it.

import { hostOf } from "../background/standing.js";
import { button, byId, element } from "../shared/element.js";
import { ask } from "../shared/protocol.js";
import { fillTexts, say, sayCount } from "../shared/text.js";
import { unlockForm } from "../shared/unlock.js";
import { sayWatched } from "../shared/words.js";
import { showBeyond } from "./beyond.js";
import { conditionOf, emptinessOf, sayHeadline, sayHelp, triedOn } from "./headline.js";
import { decidedSection, groupSections, otherPages } from "./sections.js";
import { offerTyping } from "./typing.js";

/** @typedef {import("../shared/protocol.js").Message} Message */
/** @typedef {import("../shared/protocol.js").PageView} PageView */
/** @typedef {import("../shared/protocol.js").Status} Status */
/** @typedef {import("../shared/protocol.js").TabView} TabView */
/** @typedef {import("./acting.js").Acting} Acting */
/** @typedef {import("./headline.js").Condition} Condition */

const main = byId("leaklight");
/** What is on screen, to leave it alone while nothing changes. @type {string | undefined} */
let shown;
/** @type {Promise<void> | undefined} */
let refreshing;
let stale = false;
let holding = false;

fillTexts();
byId("report").addEventListener("click", async () => open(`report/report.html?tab=${await tabId()}`));
byId("open-ledger").addEventListener("click", () => open("ledger/ledger.html"));
byId("open-options").addEventListener("click", openOptions);
byId("save-details").addEventListener("click", openOptions);
byId("unlock").append(unlockForm(refresh));
byId("beyond-more").addEventListener("click", openOptions);
byId("grant").addEventListener("click", grant);
byId("reload").addEventListener("click", async () => chrome.tabs.reload(await tabId()));
byId("pause").addEventListener("click", async () => act({ type: "decide", decision: "pause", tabId: await tabId() }, say("done_pause")));
chrome.storage.session.onChanged.addListener(() => void refresh());
await refresh();
await ask({ type: "seen", tabId: await tabId() }).catch(showFailure);
await offerTyping(tabId).catch(showFailure);

/** Asks anew; while an answer is on its way, one further round covers all that changes meanwhile. */
async function refresh() {
  stale = true;
  refreshing ??= (async () => {
    while (stale) {
      stale = false;
      await load().catch(showFailure);
    }
    refreshing = undefined;
  })();
  await refreshing;
}

async function load() {
  const id = await tabId();
  const [{ status }, { tab }, hooks] = await Promise.all([ask({ type: "status" }), ask({ type: "tab", tabId: id }), ask({ type: "hooks" })]);
  const tried = await triedOn(tab);
  const key = JSON.stringify([status, tab, hooks.on, tried]);
  if (key === shown) return;
  shown = key;
  show(status, tab, tried);
  showBeyond(tab.page, hooks.on);
  byId("typing").hidden = conditionOf(status, tab) !== "watching";
}

/** @returns {Promise<number>} the tab that the popup speaks of: named in its URL, or the one in front */
async function tabId() {
  const named = new URL(location.href).searchParams.get("tab");
  if (named !== null) return Number(named);
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? -1;
}

/**
 * @param {Status} status
 * @param {TabView} tab
 * @param {number} tried recipients that a try found
 */
function show(status, tab, tried) {
  const { badge, page } = tab;
  holding = status.holding;
  const condition = conditionOf(status, tab);
  const empty = condition === "watching" ? emptinessOf(tab, tried) : null;
  main.dataset.state = condition;
  main.dataset.tab = String(tab.tabId);
  main.dataset.count = String(empty === "tried" ? tried : badge.here);
  main.dataset.severity = badge.severity;
  main.dataset.empty = empty ?? "";
  main.setAttribute("aria-busy", "false");
  byId("headline").textContent = sayHeadline(condition, status, tab, tried);
  byId("site").textContent = page.origin === null ? "" : new URL(page.origin).host;
  byId("pause").hidden = condition !== "watching" || page.origin === null;
  showHindrance(condition, status, tab);
  byId("nothing").hidden = empty === null;
  byId("report").hidden = [page, ...tab.previous].every(({ entries }) => entries.length === 0);
  byId("reload").hidden = empty !== "unseen";
  if (empty) byId("nothing-help").textContent = empty === "tried" ? sayCount("tried_help", tried) : say(`${empty}_help`);
  const acting = actingOn(tab, page);
  // On a paused site there is nothing to tell: what was found before comes back on resuming.
  const groups = condition === "paused" ? [] : groupSections(page, acting);
  replace(groups, otherPages(tab, (other) => actingOn(tab, other)), condition === "watching" ? decidedSection(tab, acting) : []);
  showReading(page, status);
}

/**
 * @param {HTMLElement[]} groups
 * @param {HTMLElement[]} others
 * @param {HTMLElement[]} decided
 */
function replace(groups, others, decided) {
  const before = new Map([...main.querySelectorAll("details[data-key]")].map((one) => [one.getAttribute("data-key"), one.hasAttribute("open")]));
  const focused = document.activeElement?.getAttribute("data-key") ?? null;
  byId("groups").replaceChildren(...groups);
  byId("others").replaceChildren(...others);
  byId("decided").replaceChildren(...decided);
  for (const one of main.querySelectorAll("details[data-key]")) {
    one.toggleAttribute("open", before.get(one.getAttribute("data-key")) ?? one.hasAttribute("open"));
  }
  if (focused === null || document.activeElement !== document.body) return;
  // A button that did its work is gone; who uses a keyboard goes on from what was said about it.
  const same = [...main.querySelectorAll("[data-key]")].find((one) => one.getAttribute("data-key") === focused);
  /** @type {HTMLElement} */ (same ?? byId("said")).focus();
}

/**
 * @param {TabView} tab
 * @param {PageView} page
 * @returns {Acting}
 */
function actingOn(tab, page) {
  return { tabId: tab.tabId, page: page.key, host: hostOf(page.origin), decisions: page.decisions, holding, act };
}

/**
 * @param {Message} message
 * @param {string} done what to say once it is
 */
async function act(message, done) {
  try {
    const reply = await ask(message);
    const id = "id" in reply ? String(reply.id) : null;
    const undo = id === null ? null : button(say("undo"), { class: "link", "data-key": "undo last", "data-undo": id }, () => act({ type: "undo", ids: [id] }, say("undone")));
    byId("said").replaceChildren(element("span", {}, done), ...(undo ? [undo] : []));
    byId("said").hidden = false;
    await refresh();
  } catch (error) {
    showFailure(error);
  }
}

/**
 * @param {Condition} condition
 * @param {Status} status
 * @param {TabView} tab
 */
function showHindrance(condition, status, { page }) {
  const { problems, unreadable } = status;
  byId("hindrance").hidden = condition === "watching";
  byId("save-details").hidden = condition !== "no_profile" && problems.length === 0 && !unreadable;
  byId("grant").hidden = condition !== "no_permission";
  byId("unlock").hidden = condition !== "locked";
  const ids = page.decisions.filter(({ kind }) => kind === "pause").map(({ id }) => id);
  const resume = button(say("resume"), { id: "resume", class: "primary", "data-key": "resume" }, () => act({ type: "undo", ids }, say("done_resume")));
  byId("resuming").replaceChildren(...(condition === "paused" ? [resume] : []));
  if (condition !== "watching") byId("hindrance-help").textContent = sayHelp(condition, status);
}

/**
 * @param {PageView} page
 * @param {Status} status
 */
function showReading(page, { failures, lost }) {
  byId("reading").hidden = page.watched === 0;
  const line = byId("watched");
  line.textContent = sayWatched(page);
  line.dataset.watched = String(page.watched);
  line.dataset.unread = String(page.unreadRequests);
  const reasons = Object.entries(page.unread).map(([reason, count]) =>
    element("li", { "data-reason": reason, "data-count": count }, say("reason_line", String(count), say(`reason_${reason}`))),
  );
  const dropped = page.dropped > 0 ? [element("li", {}, sayCount("dropped", page.dropped))] : [];
  byId("reasons").replaceChildren(...reasons, ...dropped);
  const where = failures.last.map((failure) => `${failure.where}: ${failure.name}`).join(", ");
  const said = [failures.count > 0 ? sayCount("failures", failures.count, where) : "", lost > 0 ? sayCount("lost", lost) : ""];
  byId("failures").textContent = said.filter((one) => one !== "").join(" ");
  byId("failures").hidden = failures.count + lost === 0;
}

async function grant() {
  await chrome.permissions.request({ origins: ["<all_urls>"] });
  await refresh();
}

async function openOptions() {
  await chrome.runtime.openOptionsPage();
  closePopup();
}

/** @param {string} path */
async function open(path) {
  await chrome.tabs.create({ url: chrome.runtime.getURL(path) });
  closePopup();
}

/** The toolbar's popup closes itself in one browser and not in the other; a tab stays. */
function closePopup() {
  if (!new URL(location.href).searchParams.has("tab")) close();
}

/** @param {unknown} error */
function showFailure(error) {
  main.dataset.state = "failed";
  main.setAttribute("aria-busy", "false");
  byId("headline").textContent = say("headline_no_reply");
  byId("hindrance").hidden = false;
  byId("hindrance-help").textContent = say("no_reply_help");
  byId("failures").hidden = false;
  byId("failures").textContent = error instanceof Error ? error.message : String(error);
}
