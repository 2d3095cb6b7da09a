// The generated module under its hand-written type: the one place that imports it.

import * as generated from "../pkg/leaklight.js";

/** @type {import("../../types/leaklight.js").Wasm} */
export const wasm = /** @type {any} */ (generated);
