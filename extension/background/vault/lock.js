// The vault's lock: the record of the data key on disk, and the keys that it gives where it is open.
//
// Whenever a passphrase is set, changed or removed another data key is drawn, so that an older copy of the record opens
// nothing that is sealed from then on. The record holds the keys before, under the new one, until everything is sealed
// anew and they are retired. Every change is one write of the one record: whoever dies before it has the old guard, whoever
// dies after it the new one, and what was left lying about is put away at the next start.

import { newKeyBytes } from "./cipher.js";
import { VaultError } from "./error.js";
import { VERSION, guardByDevice, guardByPassphrase, unguardByDevice, unguardByPassphrase } from "./guard.js";
import { Keyring, handOver } from "./keyring.js";
import { Unlocked } from "./unlocked.js";

/** @typedef {import("./guard.js").Record} Record */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** Where in storage.local the record is. */
const KEY = "vault";

/** What takes time or touches storage must not overlap: the vault takes turns. */
export class Lock {
  /** @type {Record | undefined} */
  record;
  /** None while it is locked, or none was needed yet. @type {Keyring | undefined} */
  ring;
  #local;
  #unlocked;
  #keys;
  #rounds;

  /** @param {Required<import("./vault.js").Places>} places */
  constructor({ local, session, keys, rounds }) {
    this.#local = local;
    this.#unlocked = new Unlocked(session);
    this.#keys = keys;
    this.#rounds = rounds;
  }

  /** Takes up what is in storage. */
  async load() {
    const record = /** @type {Record | undefined} */ ((await this.#local.get(KEY))[KEY]);
    if (record && record.version !== VERSION) throw new Error("vault of another version");
    const bytes = record && (await this.#bytesOf(record));
    this.ring = bytes && (await Keyring.of(bytes, record.former));
    this.record = record;
    await this.#putAway();
  }

  /**
   * @returns {Promise<Keyring>} with a key drawn by lot where there is none yet, or where the device lost it
   * @throws {VaultError} "locked"
   */
  async opened() {
    if (this.ring) return this.ring;
    if (this.record?.guard === "passphrase") throw new VaultError("locked");
    const bytes = newKeyBytes();
    await this.#keep(await guardByDevice(bytes, this.#keys));
    return (this.ring = await Keyring.of(bytes));
  }

  /**
   * @param {string} passphrase
   * @returns {Promise<boolean>} whether it was the right one
   */
  async unlock(passphrase) {
    const { record } = this;
    if (record?.guard !== "passphrase") return true;
    const bytes = await unguardByPassphrase(record, passphrase);
    if (!bytes) return false;
    const { former } = record;
    const ring = await Keyring.of(bytes, former);
    // What was wrapped when fewer rounds were thought to be enough is wrapped anew.
    const stale = record.rounds < this.#rounds;
    const kept = stale ? { ...(await guardByPassphrase(bytes, passphrase, this.#rounds)), ...(former && { former }) } : record;
    await this.#unlocked.add(kept, bytes);
    if (stale) await this.#keep(kept);
    await this.#unlocked.keepOnly(kept);
    this.ring = ring;
    return true;
  }

  async lock() {
    await this.#unlocked.clear();
    this.ring = undefined;
  }

  /** @param {string} passphrase */
  async guardByPassphrase(passphrase) {
    await this.#change((bytes) => guardByPassphrase(bytes, passphrase, this.#rounds));
  }

  async guardByDevice() {
    await this.#change((bytes) => guardByDevice(bytes, this.#keys));
  }

  /** Forgets the keys before this one. */
  async retire() {
    if (!this.record) return;
    const { former: _, ...record } = this.record;
    await this.#keep(record);
  }

  async erase() {
    this.ring = undefined;
    await this.#local.remove(KEY);
    this.record = undefined;
    await Promise.all([this.#unlocked.clear(), this.#keys.erase()]);
  }

  /**
   * Another guard, over another data key.
   *
   * @param {(bytes: Bytes) => Promise<Record>} guard
   */
  async #change(guard) {
    await this.opened();
    const before = /** @type {Record} */ (this.record);
    const bytesBefore = await this.#bytesOf(before);
    if (!bytesBefore) throw new VaultError("locked");
    const bytes = newKeyBytes();
    const former = await handOver(bytes, bytesBefore, before.former);
    const record = { ...(await guard(bytes)), former };
    const ring = await Keyring.of(bytes, former);
    // In memory first: who dies after the next line must not find itself locked out of what it just set.
    if (record.guard === "passphrase") await this.#unlocked.add(record, bytes);
    await this.#keep(record);
    this.ring = ring;
    await this.#putAway();
  }

  /** @param {Record} record @returns {Promise<Bytes | undefined>} its data key, where that can be had */
  #bytesOf(record) {
    return record.guard === "device" ? unguardByDevice(record, this.#keys) : this.#unlocked.of(record);
  }

  /** The one write that counts. @param {Record} record */
  async #keep(record) {
    await this.#local.set({ [KEY]: record });
    this.record = record;
  }

  /** What another guard, or a death in the middle, left lying about. */
  async #putAway() {
    if (this.record?.guard !== "passphrase") return this.#unlocked.clear();
    await this.#keys.erase();
    await this.#unlocked.keepOnly(this.record);
  }
}
