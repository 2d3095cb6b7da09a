/** The report on a tab tells how much was read, by the command line's own count. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LAB } from "../site/lab/answer.js";
import { report } from "./commandline.js";
import { Customer } from "./customer.js";
import { eventually } from "./eventually.js";
import { scriptOf } from "./modules.js";
import { arrives, visit } from "./sending.js";
import { browserName, openWatched } from "./stage.js";
import { nora, profile } from "./visitor.js";

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;

before(async () => {
  stage = await openWatched(nora);
});
after(() => stage?.close());

/** @param {number} tabId @returns {Promise<{ requests: number, bytes: number }>} */
async function summary(tabId) {
  const rows = (await stage.extension.report(tabId, "ndjson")).trim().split("\n").map((text) => JSON.parse(text));
  return rows.find(({ type }) => type === "summary");
}

const REQUESTS = [
  { url: "https://a.collector.example/?q=Zürich#never-sent", headers: [["X-Person", "somebody"]], body: "plain" },
  { url: `https://b.collector.example/?e=${nora.email}`, headers: [], body: JSON.stringify({ note: "naïve ✓" }) },
];

// In Firefox the driver's scripts have byte arrays of their own, which are none to the page's wasm.
test("the extension counts bytes as the command line does", { skip: browserName() === "firefox" }, async () => {
  const script = await scriptOf(`
    import { wasm } from "./background/wasm.js";
    export default async () => {
      await wasm.load();
      const inspector = new wasm.Inspector({ emails: ["${nora.email}"] });
      const requests = ${JSON.stringify(REQUESTS)};
      return requests.map(({ url, headers, body }) => inspector.look({ url, headers, body: { bytes: new TextEncoder().encode(body) } }).bytes);
    };`);
  const counted = /** @type {number[]} */ (await stage.extension.evaluate(script));
  const lines = REQUESTS.map(({ headers, ...rest }) => ({ ...rest, method: "POST", headers: Object.fromEntries(headers) }));
  for (const [index, line] of lines.entries()) {
    const [last] = report([line], profile(nora)).slice(-1);
    assert.equal(last.bytes, counted[index]);
  }
});

test("what a page's requests held is told in its report, each byte once", async () => {
  const customer = new Customer(stage.browser, nora);
  await customer.visit(`${LAB}/?report`);
  const tabId = await visit(stage, LAB);
  await stage.sentinel.passed();
  const before = await summary(tabId);
  const body = "x".repeat(50_000);
  assert.equal(await arrives(stage, (tag) => `https://bytes.collector.example/?${tag}`, { body }), true);
  await eventually(async () => assert.equal((await summary(tabId)).requests, before.requests + 1));
  await stage.sentinel.passed();
  const { bytes } = await summary(tabId);
  const more = bytes - before.bytes - body.length;
  // URL and headers.
  assert.ok(more > 30 && more < 10_000, `${more}`);
  assert.match(await stage.extension.report(tabId, "text"), /\d+ requests? .*\([\d.]+ kB\)/);
});
