/**
 * Measuring on a machine that does other things too, by a clock that may be coarse: work and reference work by turns, each
 * repeated until the clock tells it apart.
 */

/** So long each case is measured, if it has had its rounds, in milliseconds. */
const LONGEST = 1500;
const LEAST_ROUNDS = 15;
const MOST_ROUNDS = 4000;

/** So long a turn takes at least, in milliseconds: a hundred times what the coarsest clock of an isolated page shows. */
const LEAST_TURN = 2;

/** What one URL of a mixture takes at least before the clock is read, in milliseconds. */
const LEAST_ITEM = 0.1;

/** Passes over a mixture in which every single call is timed. */
const PASSES = 4;

/**
 * @param {() => unknown} work
 * @param {() => unknown} reference
 * @returns {{ times: number[], ratios: number[] }} microseconds of one call, as the mean of each turn
 */
export function byTurns(work, reference) {
  /** @type {number[]} */
  const times = [];
  /** @type {number[]} */
  const ratios = [];
  const counts = [callsFor(work, LEAST_TURN), callsFor(reference, LEAST_TURN)];
  const start = performance.now();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const time = turn(work, counts[0] ?? 1);
    const ratio = time / turn(reference, counts[1] ?? 1);
    times.push(time);
    ratios.push(ratio);
    if (round >= LEAST_ROUNDS && performance.now() - start > LONGEST) break;
  }
  return { times, ratios };
}

/**
 * Each of many items, each against its own reference work.
 *
 * @template Item
 * @param {Item[]} items
 * @param {(item: Item) => unknown} work
 * @param {(item: Item) => unknown} reference
 * @returns {{ times: number[], singles: number[], ratios: number[] }} microseconds of each item, as a mean of some calls; of
 *   every single call, as the clock tells it
 */
export function mixture(items, work, reference) {
  const pairs = items.map((item) => {
    const [ours, theirs] = [work, reference].map((one) => turn(() => one(item), callsFor(() => one(item), LEAST_ITEM)));
    return [ours ?? NaN, theirs ?? NaN];
  });
  // By now the engine is warm.
  const singles = Array.from({ length: PASSES }).flatMap(() => items.map((item) => turn(() => work(item), 1)));
  return { times: pairs.map(([ours = NaN]) => ours), singles, ratios: pairs.map(([ours = NaN, theirs = NaN]) => ours / theirs) };
}

/** How often calls are timed while they are counted: what else the machine does would make few look like enough. */
const TRIES = 3;

/** How many calls take that long; counting them warms up. @param {() => unknown} work @param {number} least - milliseconds */
function callsFor(work, least) {
  for (let calls = 1; ; calls *= 2) {
    const best = Math.min(...Array.from({ length: TRIES }, () => turn(work, calls)));
    if ((best * calls) / 1000 >= least) return calls;
  }
}

/** Microseconds of one of so many calls. @param {() => unknown} work @param {number} calls */
function turn(work, calls) {
  const start = performance.now();
  for (let call = 0; call < calls; call++) work();
  return ((performance.now() - start) * 1000) / calls;
}
