/** The wasm's cases in a browser's page, for `pages.js` to call. */

import { wasm } from "../../../extension/background/wasm.js";
import { measure } from "./cases.js";
import { cold } from "./cold.js";

/** Where the inputs stand. */
const INPUTS = "/inputs/";

const inputs = {
  ...(await (await fetch(`${INPUTS}inputs.json`)).json()),
  /** @param {string} name */
  read: async (name) => new Uint8Array(await (await fetch(INPUTS + name)).arrayBuffer()),
};

Object.assign(globalThis, {
  leaklightBench: {
    load: wasm.load,
    cold: () => cold(wasm.load, wasm.Inspector, inputs),
    /** @param {string} name */
    measure: (name) => measure(name, wasm.Inspector, inputs),
    isolated: crossOriginIsolated,
  },
});
