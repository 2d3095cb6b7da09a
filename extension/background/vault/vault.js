// The vault: everything that is kept on disk is sealed by it (the profile, the diary, remembered decisions).
//
//     const vault = new Vault({ local: chrome.storage.local, session: chrome.storage.session, keys: newDeviceKeys() });
//     await vault.start();                        // once a start of the worker; whatever is in storage decides
//     const sealed = await vault.seal(value);     // value: anything that JSON can say -> {version, iv, data}, plain JSON
//     const value = await vault.open(sealed);     // throws VaultError: "locked", or "unreadable" (another key, changed)
//
// A data key seals everything. It is drawn by lot when something is first sealed, and kept wrapped, by the device's key or
// by a passphrase (guard.js). Unlocked by a passphrase it lies in memory (unlocked.js): the worker may die and wake, and
// when the browser closes it is gone. Each change of guard brings another data key (lock.js).
//
// The background owns the vault; pages ask it by messages. What encryption at rest protects from: SECURITY.md.

import { newTurns } from "../turns.js";
import { ROUNDS } from "./cipher.js";
import { VaultError } from "./error.js";
import { Listeners } from "./listeners.js";
import { Lock } from "./lock.js";

/** @typedef {import("./cipher.js").Sealed} Sealed */
/** @typedef {import("./guard.js").Record} Record */
/** @typedef {import("./keys.js").DeviceKeys} DeviceKeys */

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
  #lock;
  /** Whether what is in storage was taken up: before that nothing may be written over it. */
  #loaded = false;
  #listeners = new Listeners();
  /** What changes the guard happens one after the other. */
  #afterOthers = newTurns();

  /** @param {Places} places */
  constructor(places) {
    this.#lock = new Lock({ rounds: ROUNDS, ...places });
  }

  /** Takes up what is in storage. Where that fails, every later call tries again first. */
  start() {
    return this.#inTurn(async () => {});
  }

  /** Whether nothing can be sealed or opened before the passphrase comes. */
  get locked() {
    return this.guarded && !this.#lock.ring;
  }

  /** Whether the device's key is gone (a browser profile that was copied, or cleaned): what was sealed stays shut. */
  get lost() {
    return this.#lock.record?.guard === "device" && !this.#lock.ring;
  }

  /** Whether there is a passphrase. */
  get guarded() {
    return this.#lock.record?.guard === "passphrase";
  }

  /** The record in force, while it holds keys from before it: something may still be sealed under them. */
  get unrenewed() {
    return this.#lock.record?.former && this.#lock.record;
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
    return (await this.#inTurn(() => this.#lock.opened())).seal(value);
  }

  /**
   * @param {Sealed} sealed
   * @returns {Promise<any>} the value
   * @throws {VaultError} "locked", or "unreadable" where it was sealed under a key that is gone, or changed since
   */
  async open(sealed) {
    await this.start();
    const { ring } = this.#lock;
    if (!ring) throw new VaultError(this.locked ? "locked" : "unreadable");
    return ring.open(sealed);
  }

  /**
   * @param {Sealed} sealed
   * @returns {Promise<Sealed>} under the newest key; the same where it is so already, or nobody can open it any more
   * @throws {VaultError} "locked"
   */
  async renew(sealed) {
    await this.start();
    if (this.locked) throw new VaultError("locked");
    return this.#lock.ring?.renew(sealed) ?? sealed;
  }

  /**
   * Forgets the keys before a record's own: everything is sealed under that one by now.
   *
   * @param {Record} record what `unrenewed` was before that was begun; nothing happens where another took its place since
   */
  retire(record) {
    return this.#inTurn(async () => {
      if (this.#lock.record === record) await this.#lock.retire();
    });
  }

  /**
   * @param {string} passphrase
   * @returns {Promise<boolean>} whether it was the right one
   */
  unlock(passphrase) {
    return this.#inTurn(async () => {
      const right = await this.#lock.unlock(passphrase);
      if (right && this.guarded) this.#listeners.tell();
      return right;
    });
  }

  /** Locks until the passphrase comes again; without a passphrase nothing happens. */
  lock() {
    return this.#inTurn(() => this.#ifGuarded(() => this.#lock.lock()));
  }

  /**
   * The first, or another one: to ask for the one before, `unlock` tells whether it is right.
   *
   * @param {string} passphrase
   * @throws {VaultError} "locked"
   */
  setPassphrase(passphrase) {
    return this.#inTurn(async () => {
      await this.#lock.guardByPassphrase(passphrase);
      this.#listeners.tell();
    });
  }

  /** @throws {VaultError} "locked" */
  removePassphrase() {
    return this.#inTurn(() => this.#ifGuarded(() => this.#lock.guardByDevice()));
  }

  /** Forgets the key. What was sealed stays unreadable for good, so delete it first. */
  erase() {
    // Without loading first: this is the way out where what is in storage cannot be taken up.
    return this.#afterOthers(async () => {
      await this.#lock.erase();
      this.#loaded = true;
      this.#listeners.tell();
    });
  }

  /** @param {() => Promise<void>} act */
  async #ifGuarded(act) {
    if (!this.guarded) return;
    await act();
    this.#listeners.tell();
  }

  /**
   * @template Result
   * @param {() => Promise<Result>} act
   * @returns {Promise<Result>}
   */
  #inTurn(act) {
    return this.#afterOthers(async () => {
      if (!this.#loaded) await this.#lock.load();
      this.#loaded = true;
      return act();
    });
  }
}
