// What guards the data key on disk: the device's own key, or a passphrase. A record is the data key under its guard.

import { decrypt, encrypt, fromBase64, importKey, newKeyBytes, newSalt, passphraseKey, toBase64 } from "./cipher.js";

/** @typedef {import("./cipher.js").Sealed} Sealed */
/** @typedef {import("./keys.js").DeviceKeys} DeviceKeys */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

export const VERSION = 1;

/**
 * The data key as it is kept.
 *
 * @typedef {{ version: 1, guard: "device", wrapped: Sealed, former?: Sealed }} DeviceRecord `former`: the data keys before
 *   it, under it, while something is sealed under them
 * @typedef {{ version: 1, guard: "passphrase", salt: string, rounds: number, wrapped: Sealed, former?: Sealed }} PassphraseRecord
 * @typedef {DeviceRecord | PassphraseRecord} Record
 */

/**
 * Puts bytes under a new key of the device's. The device's key before is gone then, and what it guarded with it.
 *
 * @param {Bytes} bytes
 * @param {DeviceKeys} keys
 * @returns {Promise<DeviceRecord>}
 */
export async function guardByDevice(bytes, keys) {
  const key = await importKey(newKeyBytes());
  await keys.save(key);
  return { version: VERSION, guard: "device", wrapped: await encrypt(key, bytes) };
}

/**
 * @param {DeviceRecord} record
 * @param {DeviceKeys} keys
 * @returns {Promise<Bytes | undefined>} none where the device's key is gone, or is another one
 */
export async function unguardByDevice({ wrapped }, keys) {
  const key = await keys.load();
  return key && decrypt(key, wrapped).catch(() => undefined);
}

/**
 * @param {Bytes} bytes
 * @param {string} passphrase
 * @param {number} rounds of PBKDF2
 * @returns {Promise<PassphraseRecord>}
 */
export async function guardByPassphrase(bytes, passphrase, rounds) {
  const salt = newSalt();
  const wrapped = await encrypt(await passphraseKey(passphrase, salt, rounds), bytes);
  return { version: VERSION, guard: "passphrase", salt: toBase64(salt), rounds, wrapped };
}

/**
 * @param {PassphraseRecord} record
 * @param {string} passphrase
 * @returns {Promise<Bytes | undefined>} none where it is the wrong one
 */
export async function unguardByPassphrase({ salt, rounds, wrapped }, passphrase) {
  const key = await passphraseKey(passphrase, fromBase64(salt), rounds);
  return decrypt(key, wrapped).catch(() => undefined);
}
