/** Which bodies each browser shows to extensions: what the product relies on, transport by transport. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LAB } from "../site/lab/answer.js";
import { Customer } from "./customer.js";
import { eventually } from "./eventually.js";
import { sightings } from "./reader.js";
import { browserName, openWatched } from "./stage.js";
import { tableOfLedger } from "./table.js";
import { nora } from "./visitor.js";

/** @typedef {"found" | "unread" | "part"} Shown - "part": found, and something else could not be read */

/**
 * A way to send, as code in which `to` is the URL and `text` what is sent, and what is made of it in each browser.
 *
 * @type {{ [name: string]: { code: string, chromium: Shown, firefox: Shown } }}
 */
const TRANSPORTS = {
  "fetch-text": { code: "fetch(to, { method: 'POST', mode: 'no-cors', body: text })", chromium: "found", firefox: "found" },
  "fetch-keepalive": { code: "fetch(to, { method: 'POST', mode: 'no-cors', keepalive: true, body: text })", chromium: "found", firefox: "found" },
  "fetch-bytes": { code: "fetch(to, { method: 'POST', mode: 'no-cors', body: new TextEncoder().encode(text) })", chromium: "found", firefox: "found" },
  "fetch-put": { code: "fetch(to, { method: 'PUT', body: text })", chromium: "found", firefox: "found" },
  "fetch-form": { code: "fetch(to, { method: 'POST', mode: 'no-cors', body: new URLSearchParams({ text }) })", chromium: "found", firefox: "found" },
  "fetch-multipart": { code: "const form = new FormData(); form.append('text', text); fetch(to, { method: 'POST', mode: 'no-cors', body: form })", chromium: "found", firefox: "found" },
  "fetch-blob": { code: "fetch(to, { method: 'POST', mode: 'no-cors', body: new Blob([text]) })", chromium: "unread", firefox: "found" },
  "fetch-patch": { code: "fetch(to, { method: 'PATCH', body: text })", chromium: "unread", firefox: "found" },
  "fetch-delete": { code: "fetch(to, { method: 'DELETE', body: text })", chromium: "unread", firefox: "found" },
  "multipart-file": {
    code: "const form = new FormData(); form.append('text', text); form.append('file', new File([text], 'note.txt')); fetch(to, { method: 'POST', mode: 'no-cors', body: form })",
    chromium: "part",
    // Firefox shows a file's name as if it were the field's text, and nothing says that it is not.
    firefox: "found",
  },
  "xhr-text": { code: "const xhr = new XMLHttpRequest(); xhr.open('POST', to); xhr.send(text)", chromium: "found", firefox: "found" },
  "beacon-text": { code: "navigator.sendBeacon(to, text)", chromium: "found", firefox: "found" },
  "beacon-form": { code: "navigator.sendBeacon(to, new URLSearchParams({ text }))", chromium: "found", firefox: "found" },
  "beacon-blob": { code: "navigator.sendBeacon(to, new Blob([text]))", chromium: "unread", firefox: "found" },
  "image-query": { code: "new Image().src = to + '?' + new URLSearchParams({ text })", chromium: "found", firefox: "found" },
  "script-query": { code: "const script = document.createElement('script'); script.src = to + '?' + new URLSearchParams({ text }); document.head.append(script)", chromium: "found", firefox: "found" },
  "header": { code: "fetch(to, { headers: { 'X-Person': text } })", chromium: "found", firefox: "found" },
  "gzip-bytes": {
    code: `const zipped = new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
      zipped.then((body) => fetch(to, { method: 'POST', mode: 'no-cors', body }))`,
    chromium: "found",
    firefox: "found",
  },
  "form-post": {
    code: "const form = document.createElement('form'); form.method = 'post'; form.action = to; form.target = 'other'; form.innerHTML = '<input name=text>'; form.firstChild.value = text; const frame = document.createElement('iframe'); frame.name = 'other'; document.body.append(frame, form); form.submit()",
    chromium: "found",
    firefox: "found",
  },
  "frame-fetch": {
    code: "const frame = document.createElement('iframe'); frame.srcdoc = `<script>fetch(${JSON.stringify(to)}, { method: 'POST', mode: 'no-cors', body: ${JSON.stringify(text)} })<\/script>`; document.body.append(frame)",
    chromium: "found",
    firefox: "found",
  },
  "worker-fetch": {
    code: "const source = `fetch(${JSON.stringify(to)}, { method: 'POST', mode: 'no-cors', body: ${JSON.stringify(text)} })`; new Worker(URL.createObjectURL(new Blob([source])))",
    chromium: "found",
    firefox: "found",
  },
};

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;
/** @type {Customer} */
let customer;

before(async () => {
  stage = await openWatched(nora);
  customer = new Customer(stage.browser, nora);
});
after(() => stage?.close());

for (const [name, { code, ...shown }] of Object.entries(TRANSPORTS)) {
  const expected = shown[browserName()];
  test(`${name}: ${expected}`, async () => {
    const host = `${name}.collector.example`;
    const { record } = stage.site;
    await customer.visit(`${LAB}/?transport=${name}`);
    const tabId = await stage.extension.tabId();
    await stage.browser.driver.executeScript(`const [to, text] = arguments; ${code}`, `https://${host}/take`, nora.email);
    const told = await record.arrival(`${name}'s request`, ({ host: to, method }) => to === host && method !== "OPTIONS");
    assert.ok(sightings(told, nora).some(({ identifier }) => identifier === "email-1"), "the server did not get the address");

    await stage.sentinel.passed();
    const found = (await stage.extension.ledger()).filter(({ finding, counts }) => finding.recipient.host === host && counts.sent > 0);
    const { unread } = await stage.extension.popup(tabId);
    assert.deepEqual(
      { found: found.map(({ finding }) => finding.identifier.id), unread },
      { found: expected === "unread" ? [] : ["email-1"], unread: expected === "found" ? 0 : 1 },
    );
  });
}

test("a page's URL that goes along as the Referer is found there", async () => {
  const host = "referer.collector.example";
  await customer.visit(`${LAB}/?policy=unsafe-url&email=${nora.email}`);
  await stage.browser.driver.executeScript("new Image().src = arguments[0]", `https://${host}/`);
  const told = await stage.site.record.arrival("the picture's request", (recorded) => recorded.host === host);
  // Firefox cuts the Referer for another site to the origin, whatever the page asks for.
  const places = browserName() === "chromium" ? ["header -"] : [];
  assert.deepEqual(sightings(told, nora).map(({ carrier }) => `${carrier} -`), places);
  await stage.sentinel.passed();
  assert.deepEqual(tableOfLedger(await stage.extension.ledger())[host]?.["email-1"]?.places ?? [], places);
});

for (const [status, method] of /** @type {const} */ ([[307, "POST"], [302, "GET"]])) {
  test(`a redirect with status ${status} passes on ${method === "POST" ? "the body as well" : "no body"}`, async () => {
    const [from, target] = [`from-${status}.collector.example`, `to-${status}.collector.example`];
    await customer.visit(`${LAB}/?redirect=${status}`);
    const url = `https://${from}/?status=${status}&next=${encodeURIComponent(`https://${target}/`)}`;
    await stage.browser.driver.executeScript("fetch(arguments[0], { method: 'POST', mode: 'no-cors', body: arguments[1] })", url, nora.email);
    const told = await stage.site.record.arrival("the second request", (recorded) => recorded.host === target);
    assert.equal(told.method, method);
    await stage.sentinel.passed();
    const table = tableOfLedger(await stage.extension.ledger());
    const body = { "email-1": { requests: 1, places: ["body -"] } };
    assert.deepEqual([table[from], table[target]], [body, method === "POST" ? body : undefined]);
  });
}
