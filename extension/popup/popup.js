// The popup: what one tab's pages handed to whom.

import { recipientOf } from "../background/entry.js";
import { byId, element } from "../shared/element.js";
import { ask } from "../shared/protocol.js";
import { fillTexts, say, sayCount } from "../shared/text.js";
import { sayWatched } from "../shared/words.js";
import { sortEntries } from "./groups.js";
import { recipientCard } from "./recipient.js";

/** @typedef {import("../shared/protocol.js").PageView} PageView */
/** @typedef {import("../shared/protocol.js").Status} Status */
/** @typedef {import("../shared/protocol.js").TabView} TabView */

const main = byId("leaklight");
/** What is on screen, to leave it alone while nothing changes. @type {string | undefined} */
let shown;
/** @type {Promise<void> | undefined} */
let refreshing;
let stale = false;

fillTexts();
byId("report").addEventListener("click", async () => open(`report/report.html?tab=${await tabId()}`));
byId("open-options").addEventListener("click", openOptions);
byId("save-details").addEventListener("click", openOptions);
byId("grant").addEventListener("click", grant);
chrome.storage.session.onChanged.addListener(() => void refresh());
await refresh();
await ask({ type: "seen", tabId: await tabId() }).catch(showFailure);

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
  const [{ status }, { tab }] = await Promise.all([ask({ type: "status" }), ask({ type: "tab", tabId: id })]);
  const key = JSON.stringify([status, tab]);
  if (key === shown) return;
  shown = key;
  show(status, tab);
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
 */
function show(status, tab) {
  const { badge, page } = tab;
  main.dataset.state = status.reason ?? "watching";
  main.dataset.tab = String(tab.tabId);
  main.dataset.count = String(badge.here);
  main.dataset.severity = badge.severity;
  main.setAttribute("aria-busy", "false");
  byId("headline").textContent = headline(status, badge.here, page.entries.length);
  byId("site").textContent = page.origin === null ? "" : new URL(page.origin).host;
  showHindrance(status);
  byId("nothing").hidden = status.reason !== null || page.entries.length > 0;
  const open = openDetails();
  byId("groups").replaceChildren(...groupSections(page));
  byId("others").replaceChildren(...otherPages(tab));
  reopen(open);
  showReading(page, status);
}

/**
 * @param {Status} status
 * @param {number} count recipients that count
 * @param {number} entries all that was found
 * @returns {string}
 */
function headline({ reason }, count, entries) {
  if (reason !== null) return say(`headline_${reason}`);
  if (count > 0) return sayCount("headline_found", count);
  return entries > 0 ? say("headline_quiet") : say("headline_nothing");
}

/** @param {Status} status */
function showHindrance({ reason, problems }) {
  byId("hindrance").hidden = reason === null;
  byId("save-details").hidden = reason !== "no_profile" && problems.length === 0;
  byId("grant").hidden = reason !== "no_permission";
  if (reason !== null) byId("hindrance-help").textContent = say(problems.length > 0 ? "failed_profile_help" : `${reason}_help`);
}

/**
 * @param {PageView} page
 * @returns {HTMLElement[]}
 */
function groupSections(page) {
  return sortEntries(page.entries).map(({ group, recipients }) =>
    element(
      "section",
      { class: "group", "data-group": group },
      element("h2", {}, say(`group_${group}`)),
      element("p", { class: "soft small" }, say(`group_${group}_help`)),
      element("ul", {}, ...[...recipients].map(([name, entries]) => recipientCard(name, entries, group))),
    ),
  );
}

/**
 * @param {TabView} tab
 * @returns {HTMLElement[]}
 */
function otherPages({ previous, elsewhere }) {
  return [
    ...otherSection("previous", previous),
    ...otherSection("elsewhere", elsewhere.entries.length > 0 ? [elsewhere] : []),
  ];
}

/**
 * @param {"previous" | "elsewhere"} id
 * @param {PageView[]} pages
 * @returns {HTMLElement[]}
 */
function otherSection(id, pages) {
  const counted = pages.flatMap((page) => page.entries).filter((entry) => entry.counted);
  const count = new Set(counted.map(({ finding }) => recipientOf(finding.recipient))).size;
  if (count === 0) return [];
  const parts = pages.map((page) =>
    element(
      "div",
      { class: "page" },
      id === "previous" && element("h2", {}, page.origin === null ? say("previous_page_unknown") : say("previous_page", new URL(page.origin).host)),
      ...groupSections(page),
    ),
  );
  return [element("details", { id, "data-count": count }, element("summary", {}, sayCount(id, count)), ...parts)];
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

/** @returns {number[]} which of the details are open, in the order of the page */
function openDetails() {
  return [...main.querySelectorAll("#groups details, #others details")].flatMap((one, index) => (one.hasAttribute("open") ? [index] : []));
}

/** @param {number[]} open */
function reopen(open) {
  const all = main.querySelectorAll("#groups details, #others details");
  for (const index of open) all[index]?.setAttribute("open", "");
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
  byId("headline").textContent = say("no_reply");
  byId("failures").hidden = false;
  byId("failures").textContent = error instanceof Error ? error.message : String(error);
}
