// Seals everything anew under the vault's newest key, and lets the keys before it go. Whoever dies in the middle has both,
// and begins again at the next start.

/** @typedef {import("./vault/vault.js").Vault} Vault */

/**
 * @typedef {object} RenewalParts
 * @property {Pick<Vault, "start" | "unrenewed" | "retire" | "locked">} vault
 * @property {{ renew: () => Promise<void> }[]} stores all that keep what is sealed
 * @property {(error: unknown) => void} fail
 */

/**
 * @param {RenewalParts} parts
 * @returns {() => Promise<void>} resolves when nothing is sealed under an older key, or it cannot be done now; never rejects
 */
export function newRenewal({ vault, stores, fail }) {
  /** @type {Promise<void> | undefined} */
  let running;

  async function run() {
    await vault.start();
    for (let record = vault.unrenewed; record && !vault.locked; record = vault.unrenewed) {
      for (const store of stores) await store.renew();
      await vault.retire(record);
    }
  }

  return () =>
    (running ??= run()
      .catch((error) => {
        // Locked in between is no failure: it goes on once it is unlocked.
        if (!vault.locked) fail(error);
      })
      .finally(() => (running = undefined)));
}
