/** Those who want to be told of a change. */
export class Listeners {
  /** @type {Set<() => void>} */
  #all = new Set();

  /**
   * @param {() => void} listener
   * @returns {() => void} ends that
   */
  add(listener) {
    this.#all.add(listener);
    return () => void this.#all.delete(listener);
  }

  tell() {
    for (const listener of [...this.#all]) listener();
  }
}
