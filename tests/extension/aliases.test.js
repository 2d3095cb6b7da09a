// Whom a host stands for: learned where it is permitted and matters, waited for, and never in the way.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { Aliases } from "../../extension/background/aliases.js";
import { tabView } from "../../extension/background/view.js";
import { isProxied } from "../../extension/shared/browser.js";
import { newBackground, stubBrowser } from "./background.js";
import { EMAIL } from "./inspector.js";
import { Memory } from "./memory.js";

const COLLECTOR = "shop.tracker-collect.test";

/** What was asked, and how each question is answered. @type {{ host: string, answer: (alias?: string) => void, fail: () => void }[]} */
let asked;
/** @type {import("../../extension/background/aliases.js").Resolver} */
const resolver = (host) => new Promise((resolve, reject) => asked.push({ host, answer: resolve, fail: () => reject(new Error("NS_ERROR_UNKNOWN_HOST")) }));

/**
 * Aliases that the person wants to be learned.
 *
 * @param {import("../../extension/background/aliases.js").Resolver | undefined} resolve
 * @param {number} [patience]
 */
const wanted = (resolve, patience) => Object.assign(new Aliases(resolve, patience), { on: true });

beforeEach(() => (asked = []));
afterEach(() => Reflect.deleteProperty(globalThis, "chrome"));

/** A request of a shop's page to a name of the shop's own. */
const details = {
  requestId: "1",
  url: `https://metrics.shop.test/?e=${EMAIL}`,
  method: "GET",
  type: "xmlhttprequest",
  tabId: 1,
  frameId: 0,
  timeStamp: 2000,
  documentId: "A",
  initiator: "https://metrics.shop.test",
};
const commit = { tabId: 1, frameId: 0, url: "https://metrics.shop.test/", timeStamp: 1000, documentId: "A" };

/** @param {Aliases} aliases */
function newWatch(aliases) {
  const memory = new Memory();
  stubBrowser(memory);
  const { watch } = newBackground(memory, {}, undefined, aliases);
  watch.use({ emails: [EMAIL] });
  watch.handle("webNavigation.onCommitted", [commit]);
  return watch;
}

/** @param {ReturnType<typeof newWatch>} watch */
const found = (watch) => tabView(watch.state, 1, true).page.entries.map(({ finding, outcome }) => [finding.recipient.disguise, finding.recipient.cname, outcome]);

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Everything that a browser tells of a request. @param {ReturnType<typeof newWatch>} watch @param {object} [more] */
function whole(watch, more = {}) {
  for (const name of ["onBeforeRequest", "onSendHeaders", "onHeadersReceived", "onCompleted"]) {
    watch.handle(`webRequest.${name}`, [{ ...details, requestHeaders: [], ...more }]);
  }
}

test("a host that stands for somebody else's is told from the site, even if the answer comes last", async () => {
  const watch = newWatch(wanted(resolver));
  whole(watch);
  assert.deepEqual([found(watch), asked.map(({ host }) => host)], [[], ["metrics.shop.test"]]);
  asked[0]?.answer(COLLECTOR);
  await settled();
  assert.deepEqual(found(watch), [["cname", COLLECTOR, "sent"]]);
  assert.deepEqual(watch.state.exchanges, {});
});

test("what is known is not asked again, and nothing waits for it", async () => {
  const watch = newWatch(wanted(resolver));
  whole(watch);
  asked[0]?.answer(COLLECTOR);
  await settled();
  whole(watch, { requestId: "2" });
  assert.equal(asked.length, 1);
  assert.deepEqual(tabView(watch.state, 1, true).page.entries.map(({ counts }) => counts.sent), [2]);
});

test("what only the headers hold is told of as well", async () => {
  const watch = newWatch(wanted(resolver));
  whole(watch, { url: "https://metrics.shop.test/", requestHeaders: [{ name: "Cookie", value: `id=${EMAIL}` }] });
  assert.equal(asked.length, 1);
  asked[0]?.answer(COLLECTOR);
  await settled();
  assert.deepEqual(found(watch), [["cname", COLLECTOR, "sent"]]);
});

test("a host that is itself, or that nobody knows, changes nothing, and no request is lost over it", async () => {
  for (const answer of [() => asked[0]?.answer("metrics.shop.test"), () => asked[0]?.answer(undefined), () => asked[0]?.fail()]) {
    asked = [];
    const watch = newWatch(wanted(resolver));
    whole(watch);
    answer();
    await settled();
    assert.deepEqual([found(watch), watch.state.exchanges, watch.state.failures.count], [[], {}, 0]);
  }
});

test("an answer that never comes is not waited for longer than its time", async () => {
  const aliases = wanted(() => new Promise(() => {}), 0);
  const watch = newWatch(aliases);
  whole(watch, { url: `https://tracker.test/?e=${EMAIL}` });
  await aliases.waiting("1");
  await settled();
  assert.deepEqual(found(watch), [[null, null, "sent"]]);
});

test("nobody is asked where the browser cannot, about requests without findings, through proxies, or about addresses", () => {
  const watch = newWatch(wanted(undefined));
  whole(watch);
  const other = newWatch(wanted(resolver));
  whole(other, { url: "https://metrics.shop.test/" });
  whole(other, { requestId: "2", proxyInfo: { type: "http" } });
  whole(other, { requestId: "3", url: `https://192.0.2.7/?e=${EMAIL}` });
  whole(other, { requestId: "4", url: `https://[2001:db8::1]/?e=${EMAIL}` });
  whole(other, { requestId: "5", url: `https://localhost/?e=${EMAIL}` });
  assert.deepEqual([asked, other.state.exchanges], [[], {}]);
  assert.ok(!isProxied({ ...details, proxyInfo: { type: "direct" } }) && !isProxied(details));
});

test("no more hosts are remembered than a worker should hold", async () => {
  const aliases = wanted(async (host) => `of.${host}`);
  for (let number = 0; number <= 1000; number++) await aliases.learn(`host-${number}.test`, "1");
  assert.deepEqual([aliases.of("host-0.test"), aliases.of("host-1.test"), aliases.of("host-1000.test")], [undefined, "of.host-1.test", "of.host-1000.test"]);
});

test("nobody is asked until the person wants it, and that is remembered until they no longer do", async () => {
  const memory = new Memory();
  const aliases = new Aliases(resolver);
  assert.equal(aliases.learn("metrics.shop.test", "1"), undefined);
  await aliases.choose(true, memory.local);
  const later = new Aliases(async () => COLLECTOR);
  await later.restore(memory.local);
  await later.learn("metrics.shop.test", "1");
  assert.deepEqual([later.on, later.of("metrics.shop.test"), asked], [true, COLLECTOR, []]);
  await later.choose(false, memory.local);
  await aliases.restore(memory.local);
  assert.deepEqual([later.of("metrics.shop.test"), aliases.on], [undefined, false]);
});
