// The saved profile: on this machine only, in storage.local, sealed by the vault.

import { numbered } from "./numbers.js";

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
 * @param {Area} area
 * @param {Vault} vault
 * @returns {Promise<Saved | null>} null where none is saved
 * @throws where it was saved by a later version; `VaultError` where it cannot be opened
 */
export async function loadProfile(area, vault) {
  const kept = /** @type {Kept | KeptInClear | undefined} */ ((await area.get(KEY))[KEY]);
  if (!kept) return null;
  switch (kept.version) {
    case VERSION:
      return vault.open(kept.sealed);
    case 1: {
      const saved = numbered(kept.source, null);
      // The sealed one takes its place in one write.
      await saveProfile(area, vault, saved);
      return saved;
    }
    default:
      throw new Error("profile of another version");
  }
}

/**
 * @param {Area} area
 * @param {Vault} vault
 * @param {Saved} saved
 * @throws {import("./vault/error.js").VaultError} "locked"
 */
export async function saveProfile(area, vault, saved) {
  /** @type {Kept} */
  const kept = { version: VERSION, sealed: await vault.seal(saved) };
  await area.set({ [KEY]: kept });
}

/**
 * @param {Area} area
 * @returns {Promise<boolean>} whether one is saved, locked or not
 */
export async function hasProfile(area) {
  return (await area.get(KEY))[KEY] !== undefined;
}

/** @param {Area} area */
export async function deleteProfile(area) {
  await area.remove(KEY);
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
