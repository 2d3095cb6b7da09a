// The passphrase over everything that is kept on disk.

import { Refusal } from "../../shared/protocol.js";
import { kind } from "../message.js";

/** @typedef {import("../message.js").Background} Background */

/**
 * Characters. https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver asks for eight where something else protects
 * as well, here that the disk must be at hand.
 */
const SHORTEST = 8;

export const lock = {
  /** After the reply that it is the right one, the profile is in force again. */
  unlock: kind({ passphrase: "string" }, async (/** @type {{ passphrase: string }} */ { passphrase }, { vault, watch, renew }) => {
    const unlocked = await vault.unlock(passphrase);
    if (unlocked) {
      await watch.resume();
      void renew();
    }
    return { unlocked };
  }),

  /** Nothing is watched from then on, until it is unlocked. */
  lock: kind({}, async (_, { vault, watch }) => {
    await watch.settled();
    await vault.lock();
    if (vault.locked) watch.rest();
    return {};
  }),

  /**
   * After the reply everything is sealed anew. Refused with `wrong_passphrase` or `short_passphrase`; `current` only where
   * there is one already.
   */
  set_passphrase: kind(
    { passphrase: "string", current: "string?" },
    async (/** @type {{ passphrase: string, current?: string }} */ { passphrase, current }, { vault, watch, renew }) => {
      await prove(vault, current);
      if ([...passphrase].length < SHORTEST) throw new Refusal("short_passphrase", `fewer than ${SHORTEST} characters`);
      await vault.setPassphrase(passphrase);
      await Promise.all([watch.resume(), renew()]);
      return {};
    },
  ),

  /** After the reply everything is sealed anew. Refused with `wrong_passphrase`. */
  remove_passphrase: kind({ current: "string" }, async (/** @type {{ current: string }} */ { current }, { vault, watch, renew }) => {
    await prove(vault, current);
    await vault.removePassphrase();
    await Promise.all([watch.resume(), renew()]);
    return {};
  }),
};

/**
 * Whoever sits before an unlocked browser does not thereby know the passphrase.
 *
 * @param {Background["vault"]} vault
 * @param {string | undefined} passphrase
 */
async function prove(vault, passphrase) {
  if (!vault.guarded) return;
  if (passphrase === undefined || !(await vault.unlock(passphrase))) throw new Refusal("wrong_passphrase", "not the passphrase");
}
