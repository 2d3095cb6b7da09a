/** Streams as bodies, which only Chromium sends, and only over HTTP/2: hidden from extensions, and told by the page where it is asked. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { LAB } from "../site/lab/answer.js";
import { Customer } from "./customer.js";
import { eventually } from "./eventually.js";
import { browserName, openWatched } from "./stage.js";
import { nora } from "./visitor.js";

/** @typedef {Awaited<ReturnType<typeof openWatched>>} Stage */

const skip = browserName() !== "chromium";

/** A body as code in which `text` is what is sent, and what the server has of it. @type {{ [name: string]: { body: string, read: (body: Buffer) => Buffer, chain: string[] } }} */
const STREAMS = {
  "in one piece": { body: "new Blob([text]).stream()", read: (body) => body, chain: [] },
  "torn in the middle of the address": {
    body: `new ReadableStream({ start(controller) {
      const bytes = new TextEncoder().encode(text);
      controller.enqueue(bytes.slice(0, 9));
      controller.enqueue(bytes.slice(9));
      controller.close();
    } })`,
    read: (body) => body,
    chain: [],
  },
  compressed: { body: "new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))", read: gunzipSync, chain: ["gzip"] },
};

/** @type {Stage} */
let stage;

before(async () => {
  if (!skip) stage = await openWatched(nora, { modern: true });
});
after(() => stage?.close());

/**
 * Sends one from a fresh page.
 *
 * @param {string} name
 * @param {string} host
 */
async function send(name, host) {
  const { body, read } = STREAMS[name] ?? assert.fail(name);
  await new Customer(stage.browser, nora).visit(`${LAB}/?stream=${host}`);
  const code = `const [host, text, done] = arguments;
    fetch("https://" + host + "/", { method: "POST", body: ${body}, duplex: "half" }).then(() => done("sent"), (error) => done(String(error)))`;
  assert.equal(await stage.browser.driver.executeAsyncScript(code, host, JSON.stringify({ email: nora.email })), "sent");
  const arrived = await stage.site.record.arrival(host, (recorded) => recorded.host === host && recorded.method === "POST");
  assert.ok(read(arrived.body).includes(nora.email), "the server did not get the address");
  return stage.extension.tabId();
}

/** @param {string} host */
const found = async (host) => (await stage.extension.ledger()).filter(({ finding }) => finding.recipient.host === host);

for (const name of Object.keys(STREAMS)) {
  test(`${name}: not asked, nothing is found, and that is said`, { skip }, async () => {
    const host = `off-${name.replaceAll(" ", "-")}.collector.example`;
    const tabId = await send(name, host);
    await stage.sentinel.passed();
    assert.deepEqual(await found(host), []);
    assert.equal((await stage.extension.popup(tabId)).unread, 1);
  });
}

test("the switch is turned", { skip }, async () => {
  await stage.extension.atOptions((page) => page.turn("hooks", "on"));
});

for (const [name, { chain }] of Object.entries(STREAMS)) {
  test(`${name}: asked, it is found by the page's own word, and arrives as it was`, { skip }, async () => {
    const host = `on-${name.replaceAll(" ", "-")}.collector.example`;
    await send(name, host);
    await eventually(async () => {
      assert.deepEqual(
        (await found(host)).map(({ finding, counts }) => [finding.identifier.id, finding.carrier, finding.witness, finding.chain, counts.sent]),
        [["email-1", "body", "page", chain, 1]],
      );
    });
  });
}
