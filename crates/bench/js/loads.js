/** Pages of the reproduction, loaded with and without the extension by turns. */

import { setTimeout as pause } from "node:timers/promises";
import { Customer } from "../../../tests/e2e/customer.js";
import { openStage, openWatched } from "../../../tests/e2e/stage.js";
import { nora } from "../../../tests/e2e/visitor.js";
import { against } from "./figure.js";
import { ratioOfMedians } from "./interval.js";
import { extensionCpu } from "./processes.js";

/** Real page loads in each browser. */
const LOADS = 200;

/** Pages that loaders go round: with forms and without, with few partners and with many. */
const PAGES = ["/mail", "/account", "/store", `/track?parcel=${nora.parcel}`, "/about"];

/** After a load its partners' scripts still send: so long, in milliseconds, the other browser waits for its turn. */
const REST = 200;

/** @param {import("../../../tests/e2e/browser.js").BrowserName} name @returns {Promise<import("./figure.js").Figure[]>} */
export async function loads(name) {
  const watched = await openWatched(nora, { name });
  try {
    const plain = await openStage({ name });
    try {
      return await compare(watched, plain);
    } finally {
      await plain.close();
    }
  } finally {
    await watched.close();
  }
}

/**
 * @param {Awaited<ReturnType<typeof openWatched>>} watched
 * @param {Awaited<ReturnType<typeof openStage>>} plain
 */
async function compare(watched, plain) {
  const customers = [watched, plain].map(({ browser }) => new Customer(browser, nora));
  for (const customer of customers) {
    await customer.newTab();
    await customer.order();
    await customer.signIn();
  }
  for (const page of PAGES) for (const customer of customers) await load(customer, page);
  const { mark } = watched.site.record;
  let cpu = 0;
  /** @type {[number, number][]} */
  const pairs = [];
  for (let number = 0; number < LOADS; number++) {
    const page = PAGES[number % PAGES.length] ?? "/";
    const took = [NaN, NaN];
    // Who is first takes turns too.
    for (const turn of number % 2 === 0 ? [0, 1] : [1, 0]) {
      const before = turn === 0 ? extensionCpu(watched.browser) : 0;
      took[turn] = await load(/** @type {Customer} */ (customers[turn]), page);
      if (turn === 0) cpu += extensionCpu(watched.browser) - before;
    }
    pairs.push([took[0] ?? NaN, took[1] ?? NaN]);
  }
  const requests = watched.site.record.mark - mark;
  const { ratio, upper } = ratioOfMedians(pairs);
  const times = pairs.map(([ours]) => ours * 1000);
  const figure = { name: "page-load", bytes: 0, times, ratios: [ratio], reference: "without" };
  return [figure, { ...figure, name: "page-load-upper", ratios: [upper] }, against("background-cpu", [cpu / requests], 1, "ms")];
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
