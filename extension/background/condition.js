// Whether anything is being watched, and what keeps it from being so.

/** @typedef {import("../shared/protocol.js").Status} Status */

/**
 * @typedef {object} Condition
 * @property {boolean} failed whether the wasm is gone
 * @property {boolean} permitted whether the browser shows requests at all
 * @property {boolean} holding whether requests are held for their verdict
 * @property {import("./inuse.js").ProfileInUse} profile
 * @property {Pick<import("./vault/vault.js").Vault, "locked" | "guarded">} vault
 */

/**
 * @param {Condition} condition
 * @returns {Status["reason"]} null while it is being watched
 */
export function reasonOf({ failed, permitted, profile, vault }) {
  if (failed || profile.unreadable || profile.problems.length > 0) return "failed";
  if (!permitted) return "no_permission";
  if (vault.locked) return "locked";
  return profile.isEmpty ? "no_profile" : null;
}

/**
 * @param {Condition} condition
 * @param {Pick<import("./state.js").State, "failures" | "lost">} state
 * @returns {Status}
 */
export function statusOf(condition, { failures, lost }) {
  const { profile, vault, holding } = condition;
  const reason = reasonOf(condition);
  const { problems, unreadable } = profile;
  return { watching: reason === null, reason, ...profile.told(), problems, unreadable, guarded: vault.guarded, failures, lost, holding };
}
