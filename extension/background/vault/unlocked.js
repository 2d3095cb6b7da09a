// What a passphrase unlocked, in storage.session: in memory only, gone with the browser, there when the worker wakes.
//
// Each key lies under the name of its record, so that a worker that dies while one takes the other's place finds the
// key of whichever record is on the disk.

import { fromBase64, toBase64 } from "./cipher.js";

/** @typedef {import("./guard.js").Record} Record */
/** @typedef {import("./vault.js").Area} Area */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** Where it is kept. */
const KEY = "vault";

export class Unlocked {
  #area;

  /** @param {Area} area */
  constructor(area) {
    this.#area = area;
  }

  /**
   * @param {Record} record
   * @returns {Promise<Bytes | undefined>} its data key
   */
  async of(record) {
    const text = (await this.#all())[nameOf(record)];
    return text === undefined ? undefined : fromBase64(text);
  }

  /**
   * Beside those that are there.
   *
   * @param {Record} record
   * @param {Bytes} bytes its data key
   */
  async add(record, bytes) {
    await this.#area.set({ [KEY]: { ...(await this.#all()), [nameOf(record)]: toBase64(bytes) } });
  }

  /** Forgets every other record's key. @param {Record} record */
  async keepOnly(record) {
    const name = nameOf(record);
    const { [name]: text, ...others } = await this.#all();
    if (text !== undefined && Object.keys(others).length > 0) await this.#area.set({ [KEY]: { [name]: text } });
  }

  async clear() {
    await this.#area.remove(KEY);
  }

  /** @returns {Promise<{ [record: string]: string }>} base64 */
  async #all() {
    return /** @type {{ [record: string]: string } | undefined} */ ((await this.#area.get(KEY))[KEY]) ?? {};
  }
}

/**
 * @param {Record} record
 * @returns {string} drawn by lot when the key was wrapped
 */
function nameOf({ wrapped }) {
  return wrapped.iv;
}
