/** Prints what the first of everything takes in this process, as JSON: `node crates/bench/js/nodecold.js INPUTS`. */

import { cold } from "./cold.js";
import { Inspector, inputsOf, load } from "./innode.js";

console.log(JSON.stringify(await cold(load, Inspector, inputsOf(process.argv[2] ?? ""))));
