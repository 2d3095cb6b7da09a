/** The shipped wasm and the inputs, as Node gets at them. */

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { wasm } from "../../../extension/background/wasm.js";

const PKG = new URL("../../../extension/pkg/", import.meta.url);

export const { Inspector } = wasm;

/** Compiles the wasm and starts it. Node reads no file by fetch, which is what the background does. */
export async function load() {
  const { default: init } = await import(new URL("leaklight.js", PKG).href);
  await init({ module_or_path: readFileSync(new URL("leaklight_bg.wasm", PKG)) });
}

/** @param {string} folder @returns {import("./cases.js").Source} */
export function inputsOf(folder) {
  const inputs = JSON.parse(readFileSync(join(folder, "inputs.json"), "utf8"));
  return { ...inputs, read: async (name) => new Uint8Array(await readFile(join(folder, name))) };
}
