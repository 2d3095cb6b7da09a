// The vault: everything that is kept on disk is sealed by it (the profile, the diary, remembered decisions).
//
//     const vault = new Vault({ local: chrome.storage.local, session: chrome.storage.session, keys: newDeviceKeys() });
//     await vault.start();                        // once a start of the worker; whatever is in storage decides
//     const sealed = await vault.seal(value);     // value: anything that JSON can say -> {version, iv, data}, plain JSON
//     const value = await vault.open(sealed);     // throws VaultError: "locked", or "unreadable" (another key, changed)
//     vault.locked                                // whether a passphrase is asked for first
//     vault.guarded                               // whether there is a passphrase at all
//     vault.lost                                  // whether the device's key is gone: nothing opens, sealing starts anew
//     const stop = vault.onChange(() => …);       // after every unlocking, locking, passphrase set or removed, erasure
//     await vault.opened();                       // resolves at once, or when it is unlocked
//     await vault.unlock(passphrase)              // -> whether it was the right one
//     await vault.lock();                         // until the passphrase comes again
//     await vault.setPassphrase(passphrase);      // the first, or another one; throws "locked"
//     await vault.removePassphrase();             // throws "locked"
//     await vault.erase();                        // nobody opens any more what was sealed; delete that first
//
// One data key seals everything and stays the same for good, so that no change of passphrase rewrites anything else.
// It is drawn by lot when something is first sealed, and kept wrapped, in one record under one key of storage.local:
//
//     without a passphrase   under the device's key, a non-extractable CryptoKey in IndexedDB
//     with a passphrase      under the key that PBKDF2 makes of it; the device's key is deleted
//
// Unlocked by a passphrase, the data key lies in storage.session, that is in memory: the worker may die and wake, and
// when the browser closes it is gone. Every change of guard is one write of the one record: whoever dies before it has
// the old guard, whoever dies after it the new one, and what was left lying about is put away at the next start.
//
// The background owns the vault; pages ask it by messages. What encryption at rest protects from: SECURITY.md.

import { ROUNDS, decrypt, encrypt, fromBase64, importKey, newKeyBytes, toBase64 } from "./cipher.js";
import { VaultError } from "./error.js";
import { VERSION, guardByDevice, guardByPassphrase, unguardByDevice, unguardByPassphrase } from "./guard.js";
import { Listeners } from "./listeners.js";

/** @typedef {import("./cipher.js").Sealed} Sealed */
/** @typedef {import("./guard.js").Record} Record */
/** @typedef {import("./keys.js").DeviceKeys} DeviceKeys */

/** Where in storage.local the wrapped data key is, and where in storage.session the unlocked one. */
const KEY = "vault";

/**
 * What of a storage area is used.
 *
 * @typedef {object} Area
 * @property {(key: string) => Promise<{ [key: string]: unknown }>} get
 * @property {(items: { [key: string]: unknown }) => Promise<void>} set
 * @property {(key: string) => Promise<void>} remove
 */

/**
 * @typedef {object} Places
 * @property {Area} local on disk
 * @property {Area} session in memory, until the browser closes
 * @property {DeviceKeys} keys
 * @property {number} [rounds] of PBKDF2, for new passphrases
 */

export class Vault {
  /** @type {Required<Places>} */
  #places;
  /** @type {Record | undefined} */
  #record;
  /** The data key, unless it is locked or none was needed yet. @type {CryptoKey | undefined} */
  #key;
  /** Whether what is in storage was taken up: before that nothing may be written over it. */
  #loaded = false;
  #listeners = new Listeners();
  /** What changes the guard happens one after the other. @type {Promise<unknown>} */
  #turn = Promise.resolve();

  /** @param {Places} places */
  constructor(places) {
    this.#places = { rounds: ROUNDS, ...places };
  }

  /** Takes up what is in storage. Where that fails, every later call tries again first. */
  start() {
    return this.#inTurn(async () => {});
  }

  /** Whether nothing can be sealed or opened before the passphrase comes. */
  get locked() {
    return this.#record?.guard === "passphrase" && !this.#key;
  }

  /** Whether the device's key is gone (a browser profile that was copied, or cleaned): what was sealed stays shut. */
  get lost() {
    return this.#record?.guard === "device" && !this.#key;
  }

  /** Whether there is a passphrase. */
  get guarded() {
    return this.#record?.guard === "passphrase";
  }

  /**
   * @param {() => void} listener called after every change of `locked` or `guarded`, and after an erasure
   * @returns {() => void} ends that
   */
  onChange(listener) {
    return this.#listeners.add(listener);
  }

  /** Resolves when something can be sealed and opened. */
  async opened() {
    await this.start();
    while (this.locked) {
      let stop = () => {};
      await new Promise((resolve) => (stop = this.onChange(() => resolve(undefined))));
      stop();
    }
  }

  /**
   * @param {unknown} value that JSON can say
   * @returns {Promise<Sealed>}
   * @throws {VaultError} "locked"
   */
  async seal(value) {
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    return encrypt(await this.#inTurn(() => this.#dataKey()), bytes);
  }

  /**
   * @param {Sealed} sealed
   * @returns {Promise<any>} the value
   * @throws {VaultError} "locked", or "unreadable" where it was sealed under a key that is gone, or changed since
   */
  async open(sealed) {
    await this.start();
    if (this.locked) throw new VaultError("locked");
    if (!this.#key) throw new VaultError("unreadable");
    try {
      return JSON.parse(new TextDecoder().decode(await decrypt(this.#key, sealed)));
    } catch {
      // Neither the cipher nor JSON tells more, and JSON's words would quote the value.
      throw new VaultError("unreadable");
    }
  }

  /**
   * @param {string} passphrase
   * @returns {Promise<boolean>} whether it was the right one
   */
  unlock(passphrase) {
    return this.#inTurn(async () => {
      const record = this.#record;
      if (record?.guard !== "passphrase") return true;
      const bytes = await unguardByPassphrase(record, passphrase);
      if (!bytes) return false;
      // What was wrapped when fewer rounds were thought to be enough is wrapped anew.
      if (record.rounds < this.#places.rounds) await this.#keep(await guardByPassphrase(bytes, passphrase, this.#places.rounds));
      await this.#places.session.set({ [KEY]: toBase64(bytes) });
      this.#key = await importKey(bytes);
      this.#listeners.tell();
      return true;
    });
  }

  /** Locks until the passphrase comes again; without a passphrase nothing happens. */
  lock() {
    return this.#inTurn(async () => {
      if (!this.guarded) return;
      await this.#places.session.remove(KEY);
      this.#key = undefined;
      this.#listeners.tell();
    });
  }

  /**
   * The first, or another one: to ask for the one before, `unlock` tells whether it is right.
   *
   * @param {string} passphrase
   * @throws {VaultError} "locked"
   */
  setPassphrase(passphrase) {
    return this.#inTurn(async () => {
      const bytes = await this.#dataKeyBytes();
      // In memory first: who dies after the next line must not find itself locked out of what it just set.
      await this.#places.session.set({ [KEY]: toBase64(bytes) });
      await this.#keep(await guardByPassphrase(bytes, passphrase, this.#places.rounds));
      await this.#putAway();
      this.#listeners.tell();
    });
  }

  /** @throws {VaultError} "locked" */
  removePassphrase() {
    return this.#inTurn(async () => {
      if (!this.guarded) return;
      await this.#keep(await guardByDevice(await this.#dataKeyBytes(), this.#places.keys));
      await this.#putAway();
      this.#listeners.tell();
    });
  }

  /** Forgets the key. What was sealed stays unreadable for good, so delete it first. */
  erase() {
    // Without loading first: this is the way out where what is in storage cannot be taken up.
    return this.#afterOthers(async () => {
      const { local, session, keys } = this.#places;
      this.#key = undefined;
      await local.remove(KEY);
      this.#record = undefined;
      this.#loaded = true;
      await Promise.all([session.remove(KEY), keys.erase()]);
      this.#listeners.tell();
    });
  }

  async #load() {
    const { local, session, keys } = this.#places;
    const [kept, unlocked] = await Promise.all([local.get(KEY), session.get(KEY)]);
    const record = /** @type {Record | undefined} */ (kept[KEY]);
    if (record && record.version !== VERSION) throw new Error("vault of another version");
    const bytes = await (record?.guard === "device" ? unguardByDevice(record, keys) : bytesOf(unlocked[KEY]));
    this.#key = record && bytes && (await importKey(bytes));
    this.#record = record;
    this.#loaded = true;
    await this.#putAway();
  }

  /** @returns {Promise<CryptoKey>} drawn by lot where there is none yet, or where the device lost it */
  async #dataKey() {
    if (this.locked) throw new VaultError("locked");
    if (!this.#key) {
      const bytes = newKeyBytes();
      await this.#keep(await guardByDevice(bytes, this.#places.keys));
      this.#key = await importKey(bytes);
    }
    return this.#key;
  }

  /** @returns {Promise<Uint8Array<ArrayBuffer>>} */
  async #dataKeyBytes() {
    await this.#dataKey();
    const record = /** @type {Record} */ (this.#record);
    const bytes =
      record.guard === "device"
        ? await unguardByDevice(record, this.#places.keys)
        : bytesOf((await this.#places.session.get(KEY))[KEY]);
    if (!bytes) throw new VaultError("locked");
    return bytes;
  }

  /** The one write that counts. @param {Record} record */
  async #keep(record) {
    await this.#places.local.set({ [KEY]: record });
    this.#record = record;
  }

  /** What another guard, or a death in the middle, left lying about. */
  async #putAway() {
    if (this.guarded) await this.#places.keys.erase();
    else await this.#places.session.remove(KEY);
  }

  /**
   * @template Result
   * @param {() => Promise<Result>} act
   * @returns {Promise<Result>}
   */
  #inTurn(act) {
    return this.#afterOthers(async () => {
      if (!this.#loaded) await this.#load();
      return act();
    });
  }

  /**
   * @template Result
   * @param {() => Promise<Result>} act
   * @returns {Promise<Result>}
   */
  #afterOthers(act) {
    const result = this.#turn.then(act);
    // The next in turn does not care how this one ended.
    this.#turn = result.catch(() => {});
    return result;
  }
}

/**
 * @param {unknown} text
 * @returns {Uint8Array<ArrayBuffer> | undefined}
 */
function bytesOf(text) {
  return typeof text === "string" ? fromBase64(text) : undefined;
}
