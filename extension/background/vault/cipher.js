// The ciphers of the vault, and nothing else: bytes in, bytes out.

/** AES-GCM: what is sealed cannot be read, and not be changed unnoticed. */
const ALGORITHM = "AES-GCM";
/** Bytes. NIST SP 800-38D, 8.2: 96 bits are the recommended length, and drawn by lot they serve 2^32 messages a key. */
const IV_BYTES = 12;
const KEY_BYTES = 32;
/** Bytes. NIST SP 800-132, 5.1 asks for at least 128 bits. */
const SALT_BYTES = 16;
const VERSION = 1;

/**
 * PBKDF2's rounds for HMAC-SHA256.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2
 */
export const ROUNDS = 600_000;

/**
 * Bytes under a key; plain JSON, so that it may be kept anywhere.
 *
 * @typedef {object} Sealed
 * @property {1} version of this shape
 * @property {string} iv base64
 * @property {string} data base64, with GCM's tag at its end
 */

/**
 * @param {CryptoKey} key
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<Sealed>}
 */
export async function encrypt(key, bytes) {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const data = await crypto.subtle.encrypt({ name: ALGORITHM, iv }, key, bytes);
  return { version: VERSION, iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/**
 * @param {CryptoKey} key
 * @param {Sealed} sealed
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 * @throws OperationError where it was sealed under another key, or changed since
 */
export async function decrypt(key, { version, iv, data }) {
  if (version !== VERSION) throw new Error("sealed by another version");
  return new Uint8Array(await crypto.subtle.decrypt({ name: ALGORITHM, iv: fromBase64(iv) }, key, fromBase64(data)));
}

/** @returns {Uint8Array<ArrayBuffer>} a new key's bytes */
export function newKeyBytes() {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

/**
 * @param {Uint8Array<ArrayBuffer>[]} keys
 * @returns {Uint8Array<ArrayBuffer>} their bytes in a row
 */
export function joinKeys(keys) {
  const joined = new Uint8Array(keys.length * KEY_BYTES);
  keys.forEach((key, index) => joined.set(key, index * KEY_BYTES));
  return joined;
}

/**
 * @param {Uint8Array<ArrayBuffer>} joined
 * @returns {Uint8Array<ArrayBuffer>[]}
 */
export function partKeys(joined) {
  return Array.from({ length: joined.length / KEY_BYTES }, (_, index) => joined.slice(index * KEY_BYTES, (index + 1) * KEY_BYTES));
}

/** @returns {Uint8Array<ArrayBuffer>} */
export function newSalt() {
  return crypto.getRandomValues(new Uint8Array(SALT_BYTES));
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<CryptoKey>} from which the bytes cannot be had back
 */
export function importKey(bytes) {
  return crypto.subtle.importKey("raw", bytes, ALGORITHM, false, ["encrypt", "decrypt"]);
}

/**
 * The key that a passphrase stands for.
 *
 * @param {string} passphrase
 * @param {Uint8Array<ArrayBuffer>} salt
 * @param {number} rounds
 * @returns {Promise<CryptoKey>}
 */
export async function passphraseKey(passphrase, salt, rounds) {
  // Keyboards write the same letter as different code points.
  const bytes = new TextEncoder().encode(passphrase.normalize("NFKC"));
  const material = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveKey"]);
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(derivation, material, { name: ALGORITHM, length: KEY_BYTES * 8 }, false, ["encrypt", "decrypt"]);
}

/** Of bytes at once: more would not fit on the stack. */
const CHUNK = 0x8000;

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function toBase64(bytes) {
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function fromBase64(text) {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
