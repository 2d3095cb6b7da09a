/**
 * Prints what the extension costs whoever browses with it, in a real browser on the reproduction.
 *
 *     node crates/bench/js/browsing.js chromium|firefox [WORD...]
 *
 * It takes some minutes. With words, only what has a case whose name holds one of them.
 */

import { HEAD, row } from "./figure.js";
import { holding } from "./holding.js";
import { distantLoads, loads } from "./loads.js";
import { uploads } from "./uploads.js";
import { waking } from "./waking.js";

/** What measures which cases. @type {[(name: "chromium" | "firefox") => Promise<import("./figure.js").Figure[]>, string[]][]} */
const PARTS = [
  [waking, ["start-to-verdict", "request-to-verdict"]],
  [loads, ["page-load", "page-load-asking", "page-load-own"].flatMap((test) => [test, `${test}-upper`]).concat("background-cpu")],
  [distantLoads, ["page-load-distant", "page-load-distant-upper"]],
  [uploads, ["upload-10m-asking", "upload-10m"]],
  [holding, ["memory-10k-requests"]],
];

const [name, ...words] = process.argv.slice(2);
if (name !== "chromium" && name !== "firefox") throw new Error(`the browser is ${name}; it must be chromium or firefox`);
const wanted = (/** @type {string} */ test) => words.length === 0 || words.some((word) => test.includes(word));

console.log(HEAD);
for (const [measure, cases] of PARTS) {
  if (!cases.some(wanted)) continue;
  for (const figure of (await measure(name)).filter((figure) => wanted(figure.name))) console.log(row(name, figure));
}
