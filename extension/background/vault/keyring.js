// The data keys: the newest one seals, those before it still open what was not sealed anew yet.

import { decrypt, encrypt, importKey, joinKeys, partKeys } from "./cipher.js";
import { VaultError } from "./error.js";

/** @typedef {import("./cipher.js").Sealed} Sealed */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

export class Keyring {
  #newest;
  #former;

  /**
   * @param {CryptoKey} newest
   * @param {CryptoKey[]} former
   */
  constructor(newest, former) {
    this.#newest = newest;
    this.#former = former;
  }

  /**
   * @param {Bytes} newest a key's bytes
   * @param {Sealed} [former] those of the keys before it, under the newest
   * @returns {Promise<Keyring>}
   */
  static async of(newest, former) {
    const key = await importKey(newest);
    const bytes = former ? partKeys(await decrypt(key, former)) : [];
    return new Keyring(key, await Promise.all(bytes.map(importKey)));
  }

  /**
   * @param {unknown} value that JSON can say
   * @returns {Promise<Sealed>}
   */
  seal(value) {
    return encrypt(this.#newest, new TextEncoder().encode(JSON.stringify(value)));
  }

  /**
   * @param {Sealed} sealed
   * @returns {Promise<any>} the value
   * @throws {VaultError} "unreadable"
   */
  async open(sealed) {
    try {
      return JSON.parse(new TextDecoder().decode((await this.#opened(sealed)).bytes));
    } catch {
      // Neither the cipher nor JSON tells more, and JSON's words would quote the value.
      throw new VaultError("unreadable");
    }
  }

  /**
   * @param {Sealed} sealed
   * @returns {Promise<Sealed>} under the newest key; the same where it is so already, or no key opens it
   */
  async renew(sealed) {
    const opened = await this.#opened(sealed).catch(() => undefined);
    return opened && opened.key !== this.#newest ? encrypt(this.#newest, opened.bytes) : sealed;
  }

  /**
   * @param {Sealed} sealed
   * @returns {Promise<{ key: CryptoKey, bytes: Bytes }>}
   */
  #opened(sealed) {
    return Promise.any([this.#newest, ...this.#former].map(async (key) => ({ key, bytes: await decrypt(key, sealed) })));
  }
}

/**
 * Puts keys under the one that takes their place.
 *
 * @param {Bytes} newest
 * @param {Bytes} before the newest until now
 * @param {Sealed} [former] those before it, under it
 * @returns {Promise<Sealed>}
 */
export async function handOver(newest, before, former) {
  const older = former ? partKeys(await decrypt(await importKey(before), former)) : [];
  return encrypt(await importKey(newest), joinKeys([before, ...older]));
}
