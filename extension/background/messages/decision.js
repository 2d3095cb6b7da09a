// What a person decides in the popup, and undoes there or in the settings.

import { Refusal } from "../../shared/protocol.js";
import { ELSEWHERE, NOWHERE } from "../attribution.js";
import { newDecision, targetOf } from "../decision.js";
import { endpointOf } from "../endpoint.js";
import { recipientOf } from "../entry.js";
import { kind } from "../message.js";
import { hostOf } from "../standing.js";
import { COMING } from "../tab.js";

/** @typedef {import("../decision.js").DecisionKind} DecisionKind */
/** @typedef {import("../entry.js").Entry} Entry */
/** @typedef {import("../page.js").Page} Page */
/** @typedef {import("../state.js").State} State */

/**
 * What is decided, and about what: `page` a key of the tab's pages (the one on screen where it is left out),
 * `entry` a finding's id, `recipient` a recipient's name.
 *
 * @typedef {object} Deciding
 * @property {DecisionKind} decision
 * @property {number} [tabId]
 * @property {string} [page]
 * @property {string} [entry] `expected`, `not_mine`
 * @property {string} [recipient] `mute`, `block`
 * @property {boolean} [everywhere] `block`
 */

export const decision = {
  /** After the reply it holds, is blocked, and is kept. */
  decide: kind(
    { decision: "string", tabId: "number?", page: "string?", entry: "string?", recipient: "string?", everywhere: "boolean?" },
    async (/** @type {Deciding} */ asked, { watch, wasm }) => {
      if (watch.state.decisions === null) throw new Refusal("locked", "what was decided before is not known yet");
      const time = Date.now();
      const made = decisionOf(asked, watch.state, (host) => wasm.site(host), time);
      watch.dispatch({ type: "decided", decision: made });
      await watch.settled();
      return { id: made.id };
    },
  ),

  undo: kind({ ids: "object" }, async (/** @type {{ ids: string[] }} */ { ids }, { watch }) => {
    watch.dispatch({ type: "undone", ids: Array.from(ids), time: Date.now() });
    await watch.settled();
    return {};
  }),

  decisions: kind({}, (_, { watch }) => ({ decisions: watch.state.decisions })),
};

/**
 * @param {Deciding} asked
 * @param {State} state
 * @param {(host: string) => string} siteOf
 * @param {number} time
 */
function decisionOf({ decision: made, tabId = NOWHERE, page: key, entry: id, recipient, everywhere }, state, siteOf, time) {
  if (made === "block_caught") return newDecision({ kind: made, site: null, private: false, time });
  const tab = state.tabs[tabId];
  const page = tab?.pages[key ?? tab.current ?? (tabId === NOWHERE ? ELSEWHERE : COMING)];
  const entry = id === undefined ? undefined : page?.entries[id];
  const site = siteOfPage(page, entry, siteOf);
  const about = { kind: made, site, private: tab?.private ?? false, time };
  switch (made) {
    case "pause":
      return newDecision(onSite(about));
    case "expected":
    case "not_mine":
      if (!entry) break;
      return newDecision({ ...onSite(about), endpoint: endpointOf(entry.finding), detail: entry.finding.identifier.id });
    case "mute":
      if (recipient === undefined) break;
      return newDecision({ ...onSite(about), recipient });
    case "block":
      if (recipient === undefined) break;
      return newDecision({ ...(everywhere ? { ...about, site: null } : onSite(about)), recipient, targets: targetsIn(state, recipient, about.private) });
  }
  throw new Refusal("bad_decision", "nothing to decide about");
}

/**
 * @template {{ site: string | null }} About
 * @param {About} about
 * @returns {About}
 * @throws {Refusal} where it would hold everywhere without that having been asked for
 */
function onSite(about) {
  if (about.site === null) throw new Refusal("no_site", "it is not known which site this is");
  return about;
}

/**
 * @param {Page | undefined} page
 * @param {Entry | undefined} entry
 * @param {(host: string) => string} siteOf
 * @returns {string | null}
 */
function siteOfPage(page, entry, siteOf) {
  const host = hostOf(page?.origin ?? entry?.finding.page ?? null);
  return host === null ? null : siteOf(host);
}

/**
 * Where a recipient was caught, on any page that is known; what private windows caught stays among them.
 *
 * @param {State} state
 * @param {string} recipient
 * @param {boolean} isPrivate
 */
function targetsIn({ tabs }, recipient, isPrivate) {
  const seen = Object.values(tabs).filter((tab) => isPrivate || !tab.private);
  const pages = seen.flatMap((tab) => Object.values(tab.pages));
  const findings = pages.flatMap((page) => Object.values(page.entries)).map((entry) => entry.finding);
  return findings.filter((finding) => recipientOf(finding.recipient) === recipient).map(targetOf);
}
