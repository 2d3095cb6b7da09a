// Answers what the extension's pages ask. A topic's messages stand in a file of their own under messages/: a new
// message is a line there, a new topic is a file there and a line here. The types of both sides follow from it.

import { Refusal } from "../shared/protocol.js";
import { fits } from "./message.js";
import { aliases } from "./messages/aliases.js";
import { decision } from "./messages/decision.js";
import { diary } from "./messages/diary.js";
import { hold } from "./messages/hold.js";
import { hooks } from "./messages/hooks.js";
import { lock } from "./messages/lock.js";
import { profile } from "./messages/profile.js";
import { report } from "./messages/report.js";
import { status } from "./messages/status.js";
import { tab } from "./messages/tab.js";
import { typed } from "./messages/typed.js";
import { trackers } from "./messages/trackers.js";
import { trial } from "./messages/trial.js";

/** @typedef {import("./message.js").Background} Background */
/** @typedef {typeof KINDS} Kinds */

/** Every message there is, by its type. */
const KINDS = {
  ...aliases,
  ...decision,
  ...diary,
  ...hold,
  ...hooks,
  ...lock,
  ...profile,
  ...report,
  ...status,
  ...tab,
  ...typed,
  ...trackers,
  ...trial,
};

/**
 * Answers anything that is received; what cannot be answered is answered with a reason.
 *
 * @param {unknown} received
 * @param {Background} background
 * @returns {Promise<object>} `{ok: true, …}` as `Replies` says, or `{ok: false, code, message}`
 */
export async function answer(received, background) {
  try {
    if (!isMessage(received)) throw new Refusal("bad_message", "not a message");
    // Each kind answers messages that fit its own shape, which TypeScript cannot follow through the table.
    const { answer } = /** @type {import("./message.js").Kind<any, object>} */ (KINDS[received.type]);
    return { ok: true, ...(await answer(received, background)) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, message: error.message };
    background.watch.fail("message", error);
    return { ok: false, code: "failed", message: "the background failed" };
  }
}

/**
 * Whether something that was received is a message.
 *
 * @param {unknown} received
 * @returns {received is import("../shared/protocol.js").Message}
 */
export function isMessage(received) {
  if (typeof received !== "object" || received === null) return false;
  const message = /** @type {{ [key: string]: unknown }} */ (received);
  if (typeof message.type !== "string" || !Object.hasOwn(KINDS, message.type)) return false;
  return fits(message, { ...KINDS[/** @type {keyof Kinds} */ (message.type)].shape });
}
