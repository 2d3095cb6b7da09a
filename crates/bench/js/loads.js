/** Pages of the reproduction, loaded by turns with the extension, with one that only asks for requests, and without any. */

import { setTimeout as pause } from "node:timers/promises";
import { Customer } from "../../../tests/e2e/customer.js";
import { openStage, openWatched } from "../../../tests/e2e/stage.js";
import { nora } from "../../../tests/e2e/visitor.js";
import { ASKING } from "./asking.js";
import { against } from "./figure.js";
import { ratioOfMedians } from "./interval.js";
import { extensionCpu } from "./processes.js";

/** Real page loads in each browser. */
const LOADS = 200;

/** Milliseconds that servers of real pages take to answer: in captures of four sites the medians are 26, 36, 73 and 358. */
const WAIT = 50;

/** Pages that loaders go round: with forms and without, with few partners and with many. */
const PAGES = ["/mail", "/account", "/store", `/track?parcel=${nora.parcel}`, "/about"];

/** After a load its partners' scripts still send: so long, in milliseconds, the other browser waits for its turn. */
const REST = 200;

/** @typedef {{ site: import("../../../tests/site/server.js").Site, browser: import("../../../tests/e2e/browser.js").Browser, close: () => Promise<void> }} Stage */

/** @param {import("../../../tests/e2e/browser.js").BrowserName} name @returns {Promise<import("./figure.js").Figure[]>} */
export async function loads(name) {
  const near = await on([() => openWatched(nora, { name }), () => openStage({ name, extension: ASKING }), () => openStage({ name })]);
  const figures = [of("page-load", near.rounds, 0, 2, "without"), of("page-load-asking", near.rounds, 1, 2, "without"), of("page-load-own", near.rounds, 0, 1, "asking")];
  return [...figures.flat(), against("background-cpu", [near.cpu], 1, "ms")];
}

/** The same where every answer takes its time. @param {import("../../../tests/e2e/browser.js").BrowserName} name @returns {Promise<import("./figure.js").Figure[]>} */
export async function distantLoads(name) {
  const { rounds } = await on([() => openWatched(nora, { name, wait: WAIT }), () => openStage({ name, wait: WAIT })]);
  return of("page-load-distant", rounds, 0, 1, "without");
}

/** @param {(() => Promise<Stage>)[]} opening ours first */
async function on(opening) {
  /** @type {Stage[]} */
  const stages = [];
  try {
    for (const open of opening) stages.push(await open());
    return await compare(stages);
  } finally {
    for (const { close } of stages) await close();
  }
}

/**
 * @param {Stage[]} stages ours first
 * @returns {Promise<{ rounds: number[][], cpu: number }>} milliseconds that pages took, and of the background's CPU for a request
 */
async function compare(stages) {
  const customers = stages.map(({ browser }) => new Customer(browser, nora));
  for (const customer of customers) {
    // No page of an extension's is open while somebody browses.
    await customer.driver.get("about:blank");
    await customer.newTab();
    await customer.order();
    await customer.signIn();
  }
  for (const page of PAGES) for (const customer of customers) await load(customer, page);
  const [watched] = /** @type {[Stage]} */ (stages);
  const { mark } = watched.site.record;
  let cpu = 0;
  /** @type {number[][]} */
  const rounds = [];
  for (let number = 0; number < LOADS; number++) {
    const page = PAGES[number % PAGES.length] ?? "/";
    const took = stages.map(() => NaN);
    for (const turn of stages.keys()) {
      // Who is first takes turns too.
      const which = (number + turn) % stages.length;
      const before = which === 0 ? extensionCpu(watched.browser) : 0;
      took[which] = await load(/** @type {Customer} */ (customers[which]), page);
      if (which === 0) cpu += extensionCpu(watched.browser) - before;
    }
    rounds.push(took);
  }
  return { rounds, cpu: cpu / (watched.site.record.mark - mark) };
}

/**
 * The ratio of the medians, and the upper end of its 95 % interval.
 *
 * @param {string} name
 * @param {number[][]} rounds
 * @param {number} which
 * @param {number} other
 * @param {string} reference
 * @returns {import("./figure.js").Figure[]}
 */
function of(name, rounds, which, other, reference) {
  const { ratio, upper } = ratioOfMedians(rounds.map((took) => [took[which] ?? NaN, took[other] ?? NaN]));
  const figure = { name, bytes: 0, times: rounds.map((took) => (took[which] ?? NaN) * 1000), ratios: [ratio], reference };
  return [figure, { ...figure, name: `${name}-upper`, ratios: [upper] }];
}

/** Milliseconds from the start of the navigation to the end of the load event. @param {Customer} customer @param {string} page */
async function load(customer, page) {
  await customer.visit(page);
  const took = await customer.driver.executeAsyncScript(`const done = arguments[0];
    const tell = () => {
      const [{ loadEventEnd }] = performance.getEntriesByType("navigation");
      if (loadEventEnd > 0) done(loadEventEnd);
      else setTimeout(tell);
    };
    tell();`);
  await pause(REST);
  return Number(took);
}
