/** The first of everything, in an engine that has seen nothing yet: it must run in a process of its own. */

import { FIRST, look, partOf, setUp } from "./cases.js";
import { fnv } from "./fnv.js";

/** @typedef {{ [name: string]: { bytes: number, time: number, ratio: number, reference: string } }} Cold - time in microseconds */

/** Rounds of reference work: the last of them are warm. */
const ROUNDS = 20;

/**
 * @param {() => Promise<unknown>} load - compiles and starts the wasm
 * @param {import("./cases.js").NewInspector} Inspector - of the wasm
 * @param {import("./cases.js").Source} inputs
 * @returns {Promise<Cold>}
 */
export async function cold(load, Inspector, inputs) {
  const [text, first] = await Promise.all([inputs.read("text-1m"), inputs.read(FIRST)]);
  const loading = await timed(load);
  const settingUp = await timed(async () => setUp(Inspector, inputs.household));
  const looking = await timed(async () => look(settingUp.made, partOf(first)));
  const [long, short] = [hashing(text), hashing(first)];
  return {
    "load-cold": { bytes: 0, time: loading.time, ratio: loading.time / long, reference: "fnv-1m" },
    "set-up-cold": { bytes: 0, time: settingUp.time, ratio: settingUp.time / long, reference: "fnv-1m" },
    [`${FIRST}-cold`]: { bytes: first.length, time: looking.time, ratio: looking.time / short, reference: "fnv" },
  };
}

/** The figures of several such runs. @param {Cold[]} runs @returns {import("./figure.js").Figure[]} */
export function together(runs) {
  return Object.entries(runs[0] ?? {}).map(([name, { bytes, reference }]) => {
    const all = runs.flatMap((run) => run[name] ?? []);
    return { name, bytes, reference, times: all.map(({ time }) => time), ratios: all.map(({ ratio }) => ratio) };
  });
}

/** @template Made @param {() => Promise<Made>} make */
async function timed(make) {
  const start = performance.now();
  const made = await make();
  return { made, time: (performance.now() - start) * 1000 };
}

/** Microseconds that hashing takes at best, warm. @param {Uint8Array} bytes */
function hashing(bytes) {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    fnv(bytes);
    return (performance.now() - start) * 1000;
  });
  return Math.min(...times.slice(ROUNDS / 2));
}
