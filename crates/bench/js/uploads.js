/** A large upload: without any extension, with one that only asks for requests, and with ours. */

import { Customer } from "../../../tests/e2e/customer.js";
import { openStage, openWatched } from "../../../tests/e2e/stage.js";
import { nora } from "../../../tests/e2e/visitor.js";
import { COLLECTOR, LAB } from "../../../tests/site/lab/answer.js";
import { ASKING } from "./asking.js";
import { quantile } from "./figure.js";

const BYTES = 10_000_000;
const ROUNDS = 15;

/** Sends as many bytes of events as are asked for, and tells how long that took, in milliseconds. */
const UPLOAD = `const [url, bytes, done] = arguments;
  const event = '{"event":"item viewed","title":"the summer collection has arrived","price":12.50,"path":"/items/4711"},';
  const body = new TextEncoder().encode(event.repeat(bytes / event.length + 1)).slice(0, bytes);
  const start = performance.now();
  fetch(url, { method: "POST", mode: "no-cors", body }).then(() => done(performance.now() - start), (error) => done(String(error)));`;

/** @param {import("../../../tests/e2e/browser.js").BrowserName} name @returns {Promise<import("./figure.js").Figure[]>} */
export async function uploads(name) {
  /** @type {{ browser: import("../../../tests/e2e/browser.js").Browser, close: () => Promise<void> }[]} */
  const stages = [];
  try {
    for (const open of [() => openStage({ name }), () => openStage({ name, extension: ASKING }), () => openWatched(nora, { name })]) stages.push(await open());
    const customers = stages.map(({ browser }) => new Customer(browser, nora));
    for (const customer of customers) {
      await customer.newTab();
      await customer.visit(`${LAB}/?upload`);
      await upload(customer);
    }
    /** @type {number[][]} */
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      /** @type {number[]} */
      const took = [];
      for (const customer of customers) took.push(await upload(customer));
      rounds.push(took);
    }
    return [figure("upload-10m-asking", rounds, 1, 0, "without"), figure("upload-10m", rounds, 2, 1, "asking")];
  } finally {
    for (const { close } of stages) await close();
  }
}

/** @param {string} name @param {number[][]} rounds @param {number} which @param {number} other @param {string} reference */
function figure(name, rounds, which, other, reference) {
  const of = (/** @type {number} */ column) => rounds.map((round) => round[column] ?? NaN);
  const ratio = quantile(of(which), 0.5) / quantile(of(other), 0.5);
  return { name, bytes: BYTES, times: of(which).map((time) => time * 1000), ratios: [ratio], reference };
}

/** @param {Customer} customer */
async function upload({ driver }) {
  const took = await driver.executeAsyncScript(UPLOAD, `https://upload${COLLECTOR}/`, BYTES);
  if (typeof took !== "number") throw new Error(String(took));
  return took;
}
