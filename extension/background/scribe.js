// Carries what waits in the state's outbox into the diary: in batches, each of them once, whenever the worker may die.

/** @typedef {import("./state.js").LedgerEvent} LedgerEvent */
/** @typedef {import("./state.js").State} State */

/** How long lines are gathered before they are written, in milliseconds: a page's requests come in swarms. */
const GATHER_MS = 1000;

/**
 * @typedef {object} Desk
 * @property {Pick<import("./diary/diary.js").Diary, "add" | "wipe">} diary
 * @property {() => Promise<void>} saved resolves when the state, as it is, is stored
 * @property {() => Promise<void>} opened resolves when the diary can be written
 * @property {(event: LedgerEvent) => void} dispatch
 * @property {(error: unknown) => void} fail
 * @property {(milliseconds: number) => Promise<unknown>} [pause]
 */

export class Scribe {
  /** @type {Required<Desk>} */
  #desk;
  /** @type {State | undefined} */
  #state;
  /** @type {Promise<void> | undefined} */
  #writing;
  #hurry = () => {};
  /** Whether the last batch failed: a row of failures is told once. */
  #failing = false;

  /** @param {Desk} desk */
  constructor(desk) {
    this.#desk = { pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)), ...desk };
  }

  /** Is told of every state. @param {State} state */
  see(state) {
    this.#state = state;
    if (this.#writing || !this.#waits()) return;
    this.#writing = this.#write().then((again) => {
      this.#writing = undefined;
      if (again && this.#state) this.see(this.#state);
    });
  }

  /** Resolves when what waits now is in the diary. */
  async flush() {
    this.#hurry();
    await this.#writing;
  }

  /** Deletes everything, also what waits. */
  async wipe() {
    this.#desk.dispatch({ type: "emptied" });
    await this.#desk.diary.wipe();
  }

  #waits() {
    const { lines = {}, batch = null } = this.#state?.outbox ?? {};
    return batch !== null || Object.keys(lines).length > 0;
  }

  /** @returns {Promise<boolean>} whether to look for more; after a failure the next state is waited for */
  async #write() {
    const { diary, saved, opened, dispatch, fail, pause } = this.#desk;
    try {
      await opened();
      await Promise.race([pause(GATHER_MS), new Promise((resolve) => (this.#hurry = () => resolve(undefined)))]);
      dispatch({ type: "gathered", id: crypto.randomUUID() });
      await saved();
      // Read again: it may have been deleted meanwhile.
      const batch = this.#state?.outbox.batch;
      if (!batch) return false;
      await diary.add(batch.id, batch.lines);
      this.#failing = false;
      dispatch({ type: "released", id: batch.id });
      return true;
    } catch (error) {
      // Locked again in between is no failure. The batch waits either way.
      const locked = /** @type {{ code?: string }} */ (error).code === "locked";
      if (!locked && !this.#failing) fail(error);
      this.#failing = !locked;
      return false;
    }
  }
}
