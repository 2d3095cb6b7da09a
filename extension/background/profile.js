// The saved profile: on this machine only, in storage.local, sealed by the vault.

import { numbered } from "./numbers.js";
import { newTurns } from "./turns.js";

/** @typedef {import("../../types/leaklight.js").ProfileSource} ProfileSource */
/** @typedef {import("./numbers.js").Saved} Saved */
/** @typedef {import("./vault/cipher.js").Sealed} Sealed */
/** @typedef {import("./vault/vault.js").Area} Area */
/** @typedef {import("./vault/vault.js").Vault} Vault */

/** Where it is kept. */
const KEY = "profile";
/** Of the shape below; a later one migrates what it finds. */
const VERSION = 2;

/**
 * As it is kept, and as the first version kept it: in the clear.
 *
 * @typedef {{ version: 2, sealed: Sealed }} Kept
 * @typedef {{ version: 1, source: ProfileSource }} KeptInClear
 */

/**
 * @typedef {object} ProfileStore
 * @property {() => Promise<Saved | null>} load null where none is saved; throws where it was saved by a later version, and
 *   `VaultError` where it cannot be opened
 * @property {(saved: Saved) => Promise<void>} save throws `VaultError` "locked"
 * @property {() => Promise<boolean>} has whether one is saved, locked or not
 * @property {() => Promise<void>} renew seals it under the vault's newest key
 * @property {() => Promise<void>} erase
 */

/**
 * @param {Area} area
 * @param {Vault} vault
 * @returns {ProfileStore}
 */
export function newProfileStore(area, vault) {
  const inTurn = newTurns();

  /** @returns {Promise<Kept | KeptInClear | undefined>} */
  const read = async () => /** @type {any} */ ((await area.get(KEY))[KEY]);
  /** @param {Sealed} sealed */
  const write = (sealed) => area.set({ [KEY]: /** @type {Kept} */ ({ version: VERSION, sealed }) });

  async function load() {
    const kept = await read();
    if (!kept) return null;
    switch (kept.version) {
      case VERSION:
        return vault.open(kept.sealed);
      case 1: {
        const saved = numbered(kept.source, null);
        // The sealed one takes its place in one write.
        await write(await vault.seal(saved));
        return saved;
      }
      default:
        throw new Error("profile of another version");
    }
  }

  return {
    load: () => inTurn(load),
    save: (saved) => inTurn(async () => write(await vault.seal(saved))),
    has: async () => (await read()) !== undefined,
    renew: () =>
      inTurn(async () => {
        const kept = await read();
        // What a later version has sealed, too: its key goes like all others.
        if (kept && "sealed" in kept) await area.set({ [KEY]: { ...kept, sealed: await vault.renew(kept.sealed) } });
      }),
    erase: () => inTurn(() => area.remove(KEY)),
  };
}

/**
 * Leaves of a card what may be kept: its first six and last four digits.
 *
 * @param {ProfileSource} source
 * @returns {{ source: ProfileSource, reduced: string[] }} `reduced`: paths of the cards that were shortened
 */
export function reduceCards(source) {
  /** @type {string[]} */
  const reduced = [];
  const cards = source.cards?.map((card, index) => {
    const digits = card.number?.replace(/[\s-]/g, "");
    // Whatever is no card number stays for the profile's own check to refuse, and is then not stored either.
    if (digits === undefined || !/^\d{12,19}$/.test(digits)) return card;
    const { number: _, ...rest } = card;
    reduced.push(`cards[${index}]`);
    return { ...rest, first6: digits.slice(0, 6), last4: digits.slice(-4) };
  });
  return { source: cards ? { ...source, cards } : source, reduced };
}
