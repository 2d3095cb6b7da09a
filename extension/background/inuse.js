// The profile in use: what reads requests for it, or what keeps it from being used.

import { VaultError } from "./vault/error.js";

/** @typedef {import("../../types/leaklight.js").Identifier} Identifier */
/** @typedef {import("../../types/leaklight.js").Problem} Problem */
/** @typedef {import("../../types/leaklight.js").ProfileSource} ProfileSource */
/** @typedef {import("./exchange.js").Reader} Reader */

/** @typedef {Pick<import("./watch.js").Parts, "wasm" | "vault" | "profiles" | "addresses" | "aliases" | "imported">} Parts */

export class ProfileInUse {
  /** None while nothing is looked for. @type {Reader | undefined} */
  reader;
  /** Of a saved profile that is refused. @type {Problem[]} */
  problems = [];
  /** Whether a profile is saved that can no longer be opened. */
  unreadable = false;
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
    parts.imported.changed = () => this.#tellTrackers();
  }

  /** Whether there is anything to look for. */
  get isEmpty() {
    return !this.reader || Object.keys(this.reader.masked).length === 0;
  }

  /** @returns {{ identifiers: Identifier[], warnings: Problem[] }} */
  told() {
    const inspector = this.reader?.inspector;
    return { identifiers: inspector?.identifiers() ?? [], warnings: inspector?.warnings() ?? [] };
  }

  /** @returns {Promise<import("./numbers.js").Saved | null>} none where none is saved, or it is locked */
  async load() {
    const { vault, profiles } = this.#parts;
    await vault.start();
    if (vault.locked) return null;
    try {
      return await profiles.load();
    } catch (error) {
      this.unreadable = error instanceof VaultError;
      throw error;
    }
  }

  /**
   * @param {ProfileSource} source
   * @param {import("../../types/leaklight.js").Numbers} [numbers] of its identifiers
   * @throws `{code: "bad_profile", problems}` where it is refused
   */
  use(source, numbers) {
    const before = this.reader?.inspector;
    try {
      const inspector = new this.#parts.wasm.Inspector(source, numbers);
      const masked = Object.fromEntries(inspector.identifiers().map(({ id, masked }) => [id, masked]));
      this.reader = { inspector, masked, address: (_, document) => this.#parts.addresses.of(document), alias: (host) => this.#parts.aliases.of(host) };
      this.problems = [];
      this.unreadable = false;
      this.#tellTrackers();
    } catch (error) {
      // A saved profile that is refused must not look as if it were being watched for.
      if (!before) this.problems = problemsOf(error) ?? [];
      throw error;
    }
    before?.free();
  }

  /** Nothing is looked for any more. */
  drop() {
    this.reader?.inspector.free();
    this.reader = undefined;
    this.problems = [];
    this.unreadable = false;
  }

  #tellTrackers() {
    const { trackers } = this.#parts.imported;
    if (trackers) this.reader?.inspector.useTrackers(trackers);
    else this.reader?.inspector.forgetTrackers();
  }
}

/**
 * @param {unknown} error
 * @returns {Problem[] | undefined} what is wrong with a profile, where that is the error
 */
function problemsOf(error) {
  const { code, problems } = /** @type {{ code?: string, problems?: Problem[] }} */ (error ?? {});
  return code === "bad_profile" && Array.isArray(problems) ? problems : undefined;
}
