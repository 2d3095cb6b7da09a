// One kind of message: what it must hold, and how it is answered.

/**
 * What answers may use of the background.
 *
 * @typedef {object} Background
 * @property {import("./watch.js").Watch} watch
 * @property {import("../../types/leaklight.js").Wasm} wasm
 * @property {import("./vault/vault.js").Vault} vault
 * @property {import("./profile.js").ProfileStore} profiles
 * @property {() => Promise<void>} renew resolves when nothing that is kept is sealed under an older key
 * @property {() => boolean} listen listens to requests as is permitted now; returns whether they are held
 * @property {import("./diary/diary.js").Diary} diary
 * @property {import("./scribe.js").Scribe} scribe
 * @property {(() => Promise<void>)[]} erasers what else goes when everything is deleted, each for a store of its own
 */

/** The type of a field, as `typeof` tells it; with a question mark the field may be left out. */
/** @typedef {"string" | "number" | "boolean" | "object" | "string?" | "number?" | "boolean?" | "object?"} FieldType */

/**
 * @template {object} Fields what a message holds beside its type
 * @template Reply what is answered, beside `ok`
 * @typedef {object} Kind
 * @property {{ [Key in keyof Fields]-?: FieldType }} shape
 * @property {(fields: Fields, background: Background) => Reply | Promise<Reply>} answer
 *   throws a `Refusal` with a code where it cannot be answered as asked
 */

/**
 * @template {object} Fields
 * @template Reply
 * @param {Kind<Fields, Reply>["shape"]} shape
 * @param {Kind<Fields, Reply>["answer"]} answer
 * @returns {Kind<Fields, Reply>}
 */
export function kind(shape, answer) {
  return { shape, answer };
}

/**
 * Whether a message has every field of a shape.
 *
 * @param {{ [key: string]: unknown }} message
 * @param {{ [key: string]: FieldType }} shape
 * @returns {boolean}
 */
export function fits(message, shape) {
  return Object.entries(shape).every(([key, type]) => {
    const value = message[key];
    if (type.endsWith("?") && value === undefined) return true;
    return value !== null && typeof value === type.replace("?", "");
  });
}
