/** What the background holds after very many requests. */

import { Customer } from "../../../tests/e2e/customer.js";
import { openWatched } from "../../../tests/e2e/stage.js";
import { nora } from "../../../tests/e2e/visitor.js";
import { LAB } from "../../../tests/site/lab/answer.js";
import { against } from "./figure.js";
import { memory } from "./worker.js";

const REQUESTS = 10_000;
/** On one page. */
const BATCH = 1000;
/** Under way at a time: what a page with many partners has. */
const AT_ONCE = 20;
/** Megabytes. */
const TARGET = 30;

/** Sends a page's requests, every twentieth with a detail, to many hosts. */
const SEND = `const [first, count, atOnce, email, done] = arguments;
  let number = first;
  const one = () => {
    if (number === first + count) return;
    const own = number++;
    const url = "https://p" + (own % 50) + ".collector.example/c/" + own + "?v=2&t=" + "pageview-".repeat(40) + (own % 20 ? "" : "&em=" + email);
    const body = own % 3 ? undefined : JSON.stringify({ event: own, title: "the summer collection has arrived ".repeat(20) });
    return fetch(url, { mode: "no-cors", method: body ? "POST" : "GET", body }).then(one);
  };
  Promise.all(Array.from({ length: atOnce }, one)).then(() => done(null), (error) => done(String(error)));`;

/** @param {import("../../../tests/e2e/browser.js").BrowserName} name @returns {Promise<import("./figure.js").Figure[]>} */
export async function holding(name) {
  const stage = await openWatched(nora, { name });
  try {
    const customer = new Customer(stage.browser, nora);
    await customer.newTab();
    for (let sent = 0; sent < REQUESTS; sent += BATCH) {
      await customer.visit(`${LAB}/?hold=${sent}`);
      const error = await customer.driver.executeAsyncScript(SEND, sent, BATCH, AT_ONCE, nora.email);
      if (error !== null) throw new Error(String(error));
    }
    await stage.sentinel.passed();
    return [against("memory-10k-requests", [(await memory(stage.browser)) / 1e6], TARGET, "MB")];
  } finally {
    await stage.close();
  }
}
