// The generated module under its hand-written type: the one place that imports it.

import init, * as generated from "../pkg/leaklight.js";

/** @typedef {import("../../types/leaklight.js").Wasm} Wasm */

const { Inspector, Trackers, checkProfile, reach, report, site } = /** @type {Omit<Wasm, "load">} */ (/** @type {unknown} */ (generated));

/** @type {Wasm} */
export const wasm = {
  async load() {
    await init({ module_or_path: new URL("../pkg/leaklight_bg.wasm", import.meta.url) });
  },
  Inspector,
  Trackers,
  checkProfile,
  report,
  reach,
  site,
};
