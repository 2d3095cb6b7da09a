// One after the other: what is read in order to be written again must not be overtaken by another writing.

/**
 * @returns {<Result>(work: () => Promise<Result>) => Promise<Result>} takes work in its turn, however that before it ended
 */
export function newTurns() {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
}
