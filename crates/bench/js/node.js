/**
 * Prints the wasm's figures in Node.
 *
 *     node crates/bench/js/node.js INPUTS [WORD...]
 *
 * INPUTS is a folder that `leaklight-bench --inputs` wrote. With words, only cases whose names hold one of them.
 */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { measure, names } from "./cases.js";
import { together } from "./cold.js";
import { HEAD, row } from "./figure.js";
import { Inspector, inputsOf, load } from "./innode.js";

/** Processes that start cold. */
const STARTS = 45;

const [folder = "", ...words] = process.argv.slice(2);
const inputs = inputsOf(folder);
const wanted = (/** @type {string} */ name) => words.length === 0 || words.some((word) => name.includes(word));

console.log(HEAD);
await load();
for (const name of names(inputs).filter(wanted)) console.log(row("node", await measure(name, Inspector, inputs)));
if (["load-cold", "set-up-cold", "json-100k-cold"].some(wanted)) {
  const figures = together(Array.from({ length: STARTS }, start));
  for (const figure of figures.filter(({ name }) => wanted(name))) console.log(row("node", figure));
}

/** @returns {import("./cold.js").Cold} */
function start() {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(new URL("nodecold.js", import.meta.url)), folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
