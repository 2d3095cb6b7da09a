// What the extension's pages ask of the background, and what it answers. Every message is answered.

/** @typedef {import("../../types/leaklight.js").Format} Format */
/** @typedef {import("../../types/leaklight.js").Identifier} Identifier */
/** @typedef {import("../../types/leaklight.js").Problem} Problem */
/** @typedef {import("../../types/leaklight.js").ProfileSource} ProfileSource */
/** @typedef {import("../../types/leaklight.js").Reason} Reason */

/**
 * @typedef {import("../background/entry.js").Entry & {
 *   outcome: import("../background/entry.js").Fate,
 *   counted: boolean,
 * }} EntryView `outcome`: the most that became of it; `counted`: whether the badge counts its recipient
 */

/**
 * @typedef {object} PageView
 * @property {string} key
 * @property {string | null} origin
 * @property {number} watched requests
 * @property {number} unreadRequests
 * @property {{ [reason in Reason]?: number }} unread
 * @property {number} dropped
 * @property {EntryView[]} entries
 */

/**
 * @typedef {object} TabView
 * @property {number} tabId
 * @property {import("../background/badge.js").Badge} badge
 * @property {PageView} page on screen
 * @property {PageView[]} previous pages of the tab with findings, the latest first
 * @property {PageView} elsewhere what belongs to no open tab
 */

/** @typedef {"no_profile" | "no_permission" | "failed"} Hindrance why nothing is being watched */

/**
 * @typedef {object} Status
 * @property {boolean} watching
 * @property {Hindrance | null} reason
 * @property {Identifier[]} identifiers
 * @property {Problem[]} warnings
 * @property {Problem[]} problems of a saved profile that is refused
 * @property {{ count: number, last: { where: string, name: string }[] }} failures
 * @property {number} lost requests that could not wait until the extension was awake
 */

/**
 * @typedef {object} Replies
 * @property {{ status: Status }} status
 * @property {{ tab: TabView }} tab
 * @property {{}} seen
 * @property {{ profile: ProfileSource | null }} profile
 * @property {{ saved: true, identifiers: Identifier[], warnings: Problem[], reduced: string[] }
 *   | { saved: false, problems: Problem[] }} save
 * @property {{}} delete
 * @property {{ text: string }} report
 * @property {{ state: import("../background/state.js").State }} ledger
 */

/**
 * @typedef {(
 *   | { type: "status" }
 *   | { type: "tab", tabId: number }
 *   | { type: "seen", tabId: number }
 *   | { type: "profile" }
 *   | { type: "save", profile: ProfileSource }
 *   | { type: "delete" }
 *   | { type: "report", tabId: number, format: Format }
 *   | { type: "ledger" }
 * )} Message
 */

/** Why a message was not answered as asked. */
export class Refusal extends Error {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = "Refusal";
    this.code = code;
  }
}

/** What each message must hold beside its type. */
const SHAPES = {
  status: {},
  tab: { tabId: "number" },
  seen: { tabId: "number" },
  profile: {},
  save: { profile: "object" },
  delete: {},
  report: { tabId: "number", format: "string" },
  ledger: {},
};

/**
 * Whether something that was received is a message.
 *
 * @param {unknown} received
 * @returns {received is Message}
 */
export function isMessage(received) {
  if (typeof received !== "object" || received === null) return false;
  const message = /** @type {{ [key: string]: unknown }} */ (received);
  if (typeof message.type !== "string" || !Object.hasOwn(SHAPES, message.type)) return false;
  const shape = Object.entries(SHAPES[/** @type {Message["type"]} */ (message.type)]);
  return shape.every(([key, type]) => typeof message[key] === type && message[key] !== null);
}

/**
 * Asks the background.
 *
 * @template {Message} Asked
 * @param {Asked} message
 * @returns {Promise<Replies[Asked["type"]]>}
 * @throws {Refusal} where it answers that it cannot
 */
export async function ask(message) {
  const reply = await chrome.runtime.sendMessage(message);
  if (typeof reply !== "object" || reply === null) throw new Refusal("no_reply", "the background did not answer");
  if (reply.ok !== true) throw new Refusal(String(reply.code), String(reply.message));
  return reply;
}
