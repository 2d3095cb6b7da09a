// What the extension's pages ask of the background, and what it answers. Every message is answered.

/** @typedef {import("../../types/leaklight.js").Identifier} Identifier */
/** @typedef {import("../../types/leaklight.js").Problem} Problem */
/** @typedef {import("../../types/leaklight.js").Reason} Reason */

/**
 * @typedef {import("../background/entry.js").Entry & import("../background/standing.js").Standing & {
 *   id: string,
 *   outcome: import("../background/entry.js").Fate,
 *   counted: boolean,
 * }} EntryView `id`: its own on its page; `outcome`: the most that became of it; `counted`: whether the badge counts
 *   its recipient
 */

/**
 * @typedef {object} PageView
 * @property {string} key
 * @property {string | null} origin
 * @property {number} watched requests
 * @property {number} bytes that were there to be read of them
 * @property {number} unreadRequests
 * @property {{ [reason in Reason]?: number }} unread
 * @property {number} dropped
 * @property {import("../background/decision.js").Decision[]} decisions that hold on it
 * @property {string[]} sockets
 * @property {number} told
 * @property {number} untold
 * @property {EntryView[]} entries
 */

/**
 * @typedef {object} TabView
 * @property {number} tabId
 * @property {boolean} private
 * @property {import("../background/badge.js").Badge} badge
 * @property {boolean} paused whether nothing is looked at on the page on screen, as the person wants
 * @property {PageView} page on screen
 * @property {PageView[]} previous pages of the tab with findings, the latest first
 * @property {PageView} elsewhere what belongs to no open tab
 */

/** @typedef {"no_profile" | "no_permission" | "locked" | "failed"} Hindrance why nothing is being watched */

/**
 * @typedef {object} Status
 * @property {boolean} watching
 * @property {Hindrance | null} reason
 * @property {Identifier[]} identifiers
 * @property {Problem[]} warnings
 * @property {Problem[]} problems of a saved profile that is refused
 * @property {boolean} unreadable whether a profile is saved that can no longer be opened
 * @property {boolean} guarded whether there is a passphrase
 * @property {{ count: number, last: { where: string, name: string }[] }} failures
 * @property {number} lost requests that could not wait until the extension was awake
 * @property {boolean} holding whether requests are held for their verdict, and cancelled by it
 */

/**
 * What is asked and answered, message by message: `background/messages/` is the one place that says it.
 *
 * @typedef {import("../background/messages.js").Kinds} Kinds
 */

/** @typedef {{ [Type in keyof Kinds]: { type: Type } & Parameters<Kinds[Type]["answer"]>[0] }[keyof Kinds]} Message */

/** @typedef {{ [Type in keyof Kinds]: Awaited<ReturnType<Kinds[Type]["answer"]>> }} Replies */

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
