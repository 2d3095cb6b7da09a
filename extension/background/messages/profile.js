// The saved details: read, saved, deleted.

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
  profile: kind({}, async () => ({ profile: await loadProfile(chrome.storage.local) })),

  /** After the reply the profile is in force. */
  save: kind({ profile: "object" }, async (/** @type {{ profile: ProfileSource }} */ { profile: given }, { watch }) => {
    const { source, reduced } = reduceCards(given);
    try {
      watch.use(source);
    } catch (error) {
      const problems = problemsOf(error);
      if (problems) return refused(problems);
      throw error;
    }
    await saveProfile(chrome.storage.local, source);
    const { identifiers, warnings } = watch.status();
    return /** @type {Saved} */ ({ saved: true, identifiers, warnings, reduced });
  }),

  /** The profile, and all that was found under it. */
  delete: kind({}, async (_, { watch }) => {
    await deleteProfile(chrome.storage.local);
    watch.forget();
    return {};
  }),
};

/**
 * @param {Problem[]} problems
 * @returns {Saved}
 */
function refused(problems) {
  return { saved: false, problems };
}
