// Answers what the extension's pages ask.

import { Refusal, isMessage } from "../shared/protocol.js";
import { deleteProfile, loadProfile, reduceCards, saveProfile } from "./profile.js";
import { reportOf, tabView } from "./view.js";
import { problemsOf } from "./watch.js";

/** @typedef {import("../../types/leaklight.js").ProfileSource} ProfileSource */
/** @typedef {import("../../types/leaklight.js").Wasm} Wasm */
/** @typedef {import("../shared/protocol.js").Message} Message */
/** @typedef {import("../shared/protocol.js").Replies} Replies */
/** @typedef {import("./watch.js").Watch} Watch */

/**
 * Answers anything that is received; what cannot be answered is answered with a reason.
 *
 * @param {unknown} received
 * @param {Watch} watch
 * @param {Wasm} wasm
 * @returns {Promise<object>} `{ok: true, …}` as `Replies` says, or `{ok: false, code, message}`
 */
export async function answer(received, watch, wasm) {
  try {
    if (!isMessage(received)) throw new Refusal("bad_message", "not a message");
    return { ok: true, ...(await answerMessage(received, watch, wasm)) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, message: error.message };
    watch.fail("message", error);
    return { ok: false, code: "failed", message: "the background failed" };
  }
}

/**
 * @param {Message} message
 * @param {Watch} watch
 * @param {Wasm} wasm
 * @returns {Promise<Replies[keyof Replies]>}
 */
async function answerMessage(message, watch, wasm) {
  switch (message.type) {
    case "status":
      return { status: watch.status() };
    case "tab":
      return { tab: tabView(watch.state, message.tabId, watch.status().watching) };
    case "seen":
      watch.dispatch({ type: "seen", tab: message.tabId, time: Date.now() });
      return {};
    case "profile":
      return { profile: await loadProfile(chrome.storage.local) };
    case "save":
      return save(message.profile, watch);
    case "delete":
      await deleteProfile(chrome.storage.local);
      watch.forget();
      return {};
    case "report": {
      const { findings, summary } = reportOf(tabView(watch.state, message.tabId, watch.status().watching));
      return { text: wasm.report(message.format, findings, summary) };
    }
    case "ledger":
      return { state: watch.state };
  }
}

/**
 * @param {ProfileSource} given
 * @param {Watch} watch
 * @returns {Promise<Replies["save"]>}
 */
async function save(given, watch) {
  const { source, reduced } = reduceCards(given);
  try {
    watch.use(source);
  } catch (error) {
    const problems = problemsOf(error);
    if (problems) return { saved: false, problems };
    throw error;
  }
  await saveProfile(chrome.storage.local, source);
  const { identifiers, warnings } = watch.status();
  return { saved: true, identifiers, warnings, reduced };
}
