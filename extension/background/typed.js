// What a person typed to be looked for on one tab: a parcel's number, an order's. Until the tab is closed, in memory
// only; it is no part of the profile, and no diary tells of it.

/** @typedef {import("../../types/leaklight.js").Identifier} Identifier */
/** @typedef {import("../../types/leaklight.js").Inspector} Inspector */
/** @typedef {import("../../types/leaklight.js").Look} Look */
/** @typedef {import("../../types/leaklight.js").ProfileSource} ProfileSource */
/** @typedef {import("./exchange.js").Reader} Reader */

/** @typedef {{ value: string, label?: string }} Word */

/** Where it waits for a worker that wakes: in memory, gone with the browser. */
const KEY = "typed";
/** Begins the ids of what was typed; a profile's begin with their kind. */
const PREFIX = "typed-";
/** A tab's words. */
const MOST = 20;

/** @param {string} id of an identifier */
export function isTyped(id) {
  return id.startsWith(PREFIX);
}

export class TypedWords {
  /** @type {Map<number, { words: Word[], inspector: Inspector }>} */
  #tabs = new Map();
  #wasm;
  #area;

  /**
   * @param {Pick<import("../../types/leaklight.js").Wasm, "Inspector">} wasm
   * @param {Pick<chrome.storage.StorageArea, "get" | "set">} area storage.session
   */
  constructor(wasm, area) {
    this.#wasm = wasm;
    this.#area = area;
  }

  /** Takes up what was typed before the worker slept. */
  async load() {
    const saved = /** @type {{ [tab: string]: Word[] }} */ ((await this.#area.get(KEY))[KEY] ?? {});
    for (const [tab, words] of Object.entries(saved)) this.#use(Number(tab), words);
  }

  /**
   * @param {number} tab
   * @param {Word} word
   * @throws `{code: "bad_profile", problems}` where it is too little to be looked for
   */
  async add(tab, word) {
    const words = [...(this.#tabs.get(tab)?.words ?? []), word].slice(-MOST);
    this.#use(tab, words);
    await this.#save();
  }

  /** @param {number} tab */
  async forget(tab) {
    const known = this.#tabs.get(tab);
    if (!known) return;
    known.inspector.free();
    this.#tabs.delete(tab);
    await this.#save();
  }

  /** @param {number} tab @returns {Identifier[]} as they may be shown */
  of(tab) {
    return (this.#tabs.get(tab)?.inspector.identifiers() ?? []).map((one) => ({ ...one, id: typedId(one.id) }));
  }

  /**
   * @param {number} tab
   * @param {Reader} reader
   * @returns {Reader} one that looks for what was typed on that tab as well
   */
  extend(tab, reader) {
    const known = this.#tabs.get(tab);
    if (!known) return reader;
    const masked = Object.fromEntries(this.of(tab).map(({ id, masked }) => [id, masked]));
    return { ...reader, masked: { ...reader.masked, ...masked }, inspector: both(reader.inspector, known.inspector) };
  }

  /**
   * @param {number} tab
   * @param {Word[]} words
   */
  #use(tab, words) {
    const inspector = new this.#wasm.Inspector({ others: words });
    this.#tabs.get(tab)?.inspector.free();
    this.#tabs.set(tab, { words, inspector });
  }

  async #save() {
    await this.#area.set({ [KEY]: Object.fromEntries([...this.#tabs].map(([tab, { words }]) => [tab, words])) });
  }
}

/**
 * Two inspectors as one. A look of both is the profile's look with the other beside it, so that each can be weighed
 * without the other: a tab's words may change between two looks at one request.
 *
 * @param {Inspector} profile
 * @param {Inspector} typed
 * @returns {Inspector}
 */
function both(profile, typed) {
  return /** @type {Inspector} */ ({
    look(part) {
      const [one, other] = [profile.look(part), typed.look(part)];
      return other.look === undefined ? one : { ...one, look: { ...one.look, typed: other.look } };
    },
    weigh(context, looks) {
      const verdict = profile.weigh(context, looks);
      const others = looks.flatMap((look) => (look.typed ? [/** @type {Look} */ (look.typed)] : []));
      const found = others.length === 0 ? [] : typed.weigh(context, others).findings;
      const findings = found.map((finding) => ({ ...finding, identifier: { ...finding.identifier, id: typedId(finding.identifier.id) } }));
      return { ...verdict, findings: [...verdict.findings, ...findings] };
    },
  });
}

/** @param {string} id `other-1` */
function typedId(id) {
  return id.replace(/^other-/, PREFIX);
}
