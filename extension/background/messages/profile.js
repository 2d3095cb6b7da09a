// The saved details: read, saved, deleted.

import { Refusal } from "../../shared/protocol.js";
import { kind } from "../message.js";
import { deleteProfile, loadProfile, reduceCards, saveProfile } from "../profile.js";
import { problemsOf } from "../watch.js";

/** @typedef {import("../../../types/leaklight.js").Identifier} Identifier */
/** @typedef {import("../../../types/leaklight.js").Problem} Problem */
/** @typedef {import("../../../types/leaklight.js").ProfileSource} ProfileSource */

/**
 * What became of a profile that was to be saved; `reduced`: paths of the cards that were shortened.
 *
 * @typedef {{ saved: true, identifiers: Identifier[], warnings: Problem[], reduced: string[] }
 *   | { saved: false, problems: Problem[] }} Saved
 */

export const profile = {
  /** Refused with `locked`. */
  profile: kind({}, async (_, { vault }) => {
    needOpen(vault);
    return { profile: await loadProfile(chrome.storage.local, vault) };
  }),

  /** After the reply the profile is in force. Refused with `locked`. */
  save: kind({ profile: "object" }, async (/** @type {{ profile: ProfileSource }} */ { profile: given }, { vault, watch }) => {
    needOpen(vault);
    const { source, reduced } = reduceCards(given);
    try {
      watch.use(source);
    } catch (error) {
      const problems = problemsOf(error);
      if (problems) return refused(problems);
      throw error;
    }
    await saveProfile(chrome.storage.local, vault, source);
    const { identifiers, warnings } = watch.status();
    return /** @type {Saved} */ ({ saved: true, identifiers, warnings, reduced });
  }),

  /** The profile, all that was found under it, and the passphrase; also while it is locked. */
  delete: kind({}, async (_, { vault, watch, erasers }) => {
    await Promise.all([deleteProfile(chrome.storage.local), ...erasers.map((erase) => erase())]);
    // The key last: whoever dies before has what is left, and can delete it again.
    await vault.erase();
    watch.forget();
    return {};
  }),
};

/** @param {import("../message.js").Background["vault"]} vault */
function needOpen(vault) {
  if (vault.locked) throw new Refusal("locked", "the passphrase is wanted first");
}

/**
 * @param {Problem[]} problems
 * @returns {Saved}
 */
function refused(problems) {
  return { saved: false, problems };
}
