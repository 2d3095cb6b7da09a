// Keeps decisions on disk, sealed by the vault: they name the sites that a person visits. What private windows decided
// is not among them.

import { newTurns } from "./turns.js";

/** @typedef {import("./decision.js").Decision} Decision */
/** @typedef {import("./vault/cipher.js").Sealed} Sealed */
/** @typedef {import("./vault/vault.js").Area} Area */
/** @typedef {import("./vault/vault.js").Vault} Vault */

/** Where they are kept. */
const KEY = "decisions";
/** Of the shape below; a later one migrates what it finds. */
const VERSION = 1;

/** @typedef {{ version: 1, sealed: Sealed }} Kept */

/**
 * @typedef {object} Archive
 * @property {() => Promise<Decision[] | null>} recall null while they are locked; throws where they cannot be opened
 * @property {(decisions: Decision[] | null) => void} keep after what is being written, newest first; null is left alone
 * @property {() => Promise<void>} kept resolves when everything handed over is written
 * @property {() => Promise<void>} renew seals them under the vault's newest key
 * @property {() => Promise<void>} erase
 */

/**
 * @param {Area} area
 * @param {Vault} vault
 * @param {(error: unknown) => void} fail told of what could not be written
 * @returns {Archive}
 */
export function newArchive(area, vault, fail) {
  /** What was handed over last. @type {Decision[] | null} */
  let given = null;
  /** What is on disk, as far as is known. */
  let written = "[]";
  const inTurn = newTurns();
  let writing = Promise.resolve();

  /** @returns {Promise<Kept | undefined>} */
  const read = async () => /** @type {any} */ ((await area.get(KEY))[KEY]);

  /** @param {string} text */
  async function write(text) {
    if (text === written) return;
    const decisions = /** @type {Decision[]} */ (JSON.parse(text));
    // Nothing is kept of nothing: a key would have to be drawn for it.
    if (decisions.length === 0) await area.remove(KEY);
    else await area.set({ [KEY]: /** @type {Kept} */ ({ version: VERSION, sealed: await vault.seal({ decisions }) }) });
    written = text;
  }

  return {
    recall: () =>
      inTurn(async () => {
        await vault.start();
        const kept = await read();
        if (!kept) return vault.locked ? null : [];
        if (vault.locked) return null;
        if (kept.version !== VERSION) throw new Error("decisions of another version");
        const { decisions } = await vault.open(kept.sealed);
        written = JSON.stringify(decisions);
        return decisions;
      }),
    keep(decisions) {
      if (decisions === null || decisions === given) return;
      given = decisions;
      const text = JSON.stringify(decisions.filter((one) => !one.private));
      writing = inTurn(() => write(text)).catch(fail);
    },
    kept: () => writing,
    renew: () =>
      inTurn(async () => {
        const kept = await read();
        // What a later version has sealed, too: its key goes like all others.
        if (kept) await area.set({ [KEY]: { ...kept, sealed: await vault.renew(kept.sealed) } });
      }),
    erase: () =>
      inTurn(async () => {
        await area.remove(KEY);
        written = "[]";
      }),
  };
}
