// The saved details: read, saved, deleted.

import { Refusal } from "../../shared/protocol.js";
import { kind } from "../message.js";
import { numbered } from "../numbers.js";
import { reduceCards } from "../profile.js";
import { VaultError } from "../vault/error.js";

/** @typedef {import("../../../types/leaklight.js").Identifier} Identifier */
/** @typedef {import("../../../types/leaklight.js").Problem} Problem */
/** @typedef {import("../../../types/leaklight.js").ProfileSource} ProfileSource */

/** The numbers that entries had, list by list; null for a new entry. */
/** @typedef {{ [list: string]: (number | null)[] }} Asked */

/**
 * What became of a profile that was to be saved; `reduced`: paths of the cards that were shortened.
 *
 * @typedef {{ saved: true, identifiers: Identifier[], warnings: Problem[], reduced: string[] }
 *   | { saved: false, problems: Problem[] }} Outcome
 */

export const profile = {
  /** Nothing where none is saved, or where it can never be opened again, which the status tells. Refused with `locked`. */
  profile: kind({}, async (_, { vault, profiles }) => {
    needOpen(vault);
    const saved = await savedBefore(profiles);
    return { profile: saved?.source ?? null, numbers: saved?.numbers ?? {} };
  }),

  /** What is wrong with what is being typed, and how it will be looked for. Nothing of it is kept. */
  check: kind({ profile: "object" }, (/** @type {{ profile: ProfileSource }} */ { profile: typed }, { wasm }) => wasm.checkProfile(typed)),

  /** After the reply the profile is in force. `numbers`: those that its entries had. Refused with `locked`. */
  save: kind(
    { profile: "object", numbers: "object?" },
    async (/** @type {{ profile: ProfileSource, numbers?: Asked }} */ { profile: given, numbers }, { vault, profiles, watch, wasm }) => {
      needOpen(vault);
      // Of the whole number, as long as it is there: what is kept of a card cannot be checked.
      const { problems, warnings } = wasm.checkProfile(given);
      if (problems.length > 0) return refused(problems);
      const { source, reduced } = reduceCards(given);
      const saved = numbered(source, await savedBefore(profiles), numbers);
      watch.use(saved.source, saved.numbers);
      await profiles.save(saved);
      const { identifiers } = watch.status();
      return /** @type {Outcome} */ ({ saved: true, identifiers, warnings, reduced });
    },
  ),

  /** The profile, all that was found under it, and the passphrase; also while it is locked. */
  delete: kind({}, async (_, { vault, watch, erasers }) => {
    await Promise.all(erasers.map((erase) => erase()));
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
 * @param {import("../profile.js").ProfileStore} profiles
 * @returns {Promise<import("../numbers.js").Saved | null>} none also where it cannot be opened any more
 */
async function savedBefore(profiles) {
  try {
    return await profiles.load();
  } catch (error) {
    if (error instanceof VaultError) return null;
    throw error;
  }
}

/**
 * @param {Problem[]} problems
 * @returns {Outcome}
 */
function refused(problems) {
  return { saved: false, problems };
}
