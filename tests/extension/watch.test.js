// The watch around the reducer: what it does when things are missing or fail.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { tabView } from "../../extension/background/view.js";
import { REQUEST, newBackground, stubBrowser } from "./background.js";
import { EMAIL, standIn } from "./inspector.js";
import { Memory } from "./memory.js";

/** @typedef {import("../../extension/background/watch.js").Watch} Watch */

let memory = new Memory();
let browser = { permitted: true };

beforeEach(() => {
  memory = new Memory();
  browser = { permitted: true };
  stubBrowser(memory, browser);
});

afterEach(() => Reflect.deleteProperty(globalThis, "chrome"));

/** @param {Partial<import("../../types/leaklight.js").Wasm>} [wasm] */
function newWatch(wasm = {}) {
  return newBackground(memory, wasm).watch;
}

const details = { ...REQUEST, method: "POST" };
const commit = { tabId: 1, frameId: 0, url: "https://site.test/", timeStamp: 1000, documentId: "A" };

/** @param {Watch} watch */
const entries = (watch) => tabView(watch.state, 1, true).page.entries;

test("without a profile, without access and after a failure nothing is watched, and it says which", async () => {
  const watch = newWatch();
  await watch.start();
  assert.equal(watch.status().reason, "no_profile");
  watch.use({ emails: [EMAIL] });
  assert.equal(watch.status().reason, null);
  browser.permitted = false;
  await watch.checkPermission();
  assert.equal(watch.status().reason, "no_permission");
  watch.fail("here", new WebAssembly.RuntimeError("unreachable"));
  assert.equal(watch.status().reason, "failed");
});

test("a profile with nothing in it is no profile", async () => {
  const watch = newWatch();
  await watch.start();
  watch.use({});
  assert.equal(watch.status().reason, "no_profile");
});

test("a saved profile is used from the start", async () => {
  const before = newBackground(memory);
  await before.watch.start();
  await before.ask({ type: "save", profile: { emails: [EMAIL] } });
  const watch = newWatch();
  await watch.start();
  assert.equal(watch.status().watching, true);
});

test("a start without its wasm or its storage still ends, and says that nothing is watched", async () => {
  const without = newWatch({ load: async () => Promise.reject(new TypeError("no wasm")) });
  await without.start();
  assert.equal(without.status().reason, "failed");
  assert.deepEqual(without.state.failures.last, [{ where: "wasm", name: "TypeError" }]);
  memory.local.get = async () => Promise.reject(new Error("disk"));
  const watch = newWatch();
  await watch.start();
  assert.equal(watch.status().reason, "no_profile");
  assert.deepEqual(watch.state.failures.last.map(({ where }) => where), ["aliases", "profile", "decisions"]);
});

test("nothing is shown before what was kept is read: it would take its place", async () => {
  const { watch, shown } = newBackground(memory);
  await watch.start();
  assert.ok(shown.length > 0 && shown.every((state) => state === watch.state));
});

test("what waited for the start is read before anything is shown, and stands in what is shown first", async () => {
  const before = newBackground(memory);
  await before.watch.start();
  await before.ask({ type: "save", profile: { emails: [EMAIL] } });
  const { watch, shown } = newBackground(memory);
  await watch.start(() => {
    assert.deepEqual(shown, []);
    watch.handle("webNavigation.onCommitted", [commit]);
    watch.handle("webRequest.onBeforeRequest", [details]);
  });
  assert.equal(shown.length, 1);
  assert.equal(tabView(/** @type {any} */ (shown[0]), 1, true).page.entries.length, 1);
});

test("what is found first is shown at once, what a swarm of requests adds now and then, and at last all as it is", async () => {
  const { watch, shown } = newBackground(memory);
  await watch.start();
  watch.use({ emails: [EMAIL] });
  watch.handle("webNavigation.onCommitted", [commit]);
  const before = shown.length;
  watch.handle("webRequest.onBeforeRequest", [{ ...details, url: "https://shop.example/", requestId: "page" }]);
  assert.equal(shown.length, before, "a page that loads changes nothing that is worth its time");
  for (let request = 0; request < 500; request += 1) {
    watch.handle("webRequest.onBeforeRequest", [{ ...details, requestId: String(request) }]);
    if (request === 0) assert.equal(shown.length, before + 1);
  }
  assert.ok(shown.length < before + 20, `${shown.length - before} times`);
  // Where it never is, the test's own limit ends this.
  while (shown.at(-1) !== watch.state) await pause(20);
});

test("where nothing is found, that a page was read is shown a moment later", async () => {
  const { watch, shown } = newBackground(memory);
  await watch.start();
  watch.use({ emails: [EMAIL] });
  watch.handle("webNavigation.onCommitted", [commit]);
  watch.handle("webRequest.onBeforeRequest", [{ ...details, url: "https://shop.example/" }]);
  assert.notEqual(shown.at(-1), watch.state);
  // Where it never is, the test's own limit ends this.
  while (shown.at(-1) !== watch.state) await pause(20);
});

test("of what a navigation changes badge and rules are shown at once, and the rest a moment later", async () => {
  const { watch, shown, ruled, kept } = newBackground(memory);
  await watch.start();
  watch.use({ emails: [EMAIL] });
  const before = kept.length;
  watch.handle("tabs.onCreated", [{ id: 7, incognito: true }]);
  assert.equal(ruled.at(-1), watch.state, "a new tab's first request meets the rules");
  watch.handle("webNavigation.onCommitted", [commit]);
  assert.equal(shown.at(-1), watch.state);
  assert.equal(kept.length, before);
  // Where it never is, the test's own limit ends this.
  while (kept.at(-1) !== watch.state) await pause(20);
  assert.equal(kept.length, before + 1);
});

test("a tab of which nothing changes but its title costs no writing", async () => {
  const { watch, kept } = newBackground(memory);
  await watch.start();
  watch.use({ emails: [EMAIL] });
  const before = kept.length;
  watch.handle("tabs.onUpdated", [1, { title: "Shop" }]);
  await pause(300);
  assert.equal(kept.length, before);
});

test("headers of a request whose beginning was lost are looked at, and the lost body is said", () => {
  const watch = newWatch();
  watch.use({ emails: [EMAIL] });
  watch.handle("webNavigation.onCommitted", [commit]);
  watch.handle("webRequest.onSendHeaders", [{ ...details, requestHeaders: [] }]);
  assert.deepEqual(entries(watch).map((entry) => entry.outcome), ["sent"]);
  assert.deepEqual(tabView(watch.state, 1, true).page.unread, { body_not_captured: 1 });
});

test("an inspector that throws is counted, its words are not kept, and the next request is looked at", () => {
  let throws = true;
  const watch = newWatch({
    Inspector: /** @type {any} */ (
      function (/** @type {import("../../types/leaklight.js").ProfileSource} */ source) {
        const inspector = new standIn.Inspector(source);
        const look = inspector.look.bind(inspector);
        inspector.look = (part) => {
          if (throws) throw new Error(`cannot read ${EMAIL}`);
          return look(part);
        };
        return inspector;
      }
    ),
  });
  watch.use({ emails: [EMAIL] });
  watch.handle("webNavigation.onCommitted", [commit]);
  watch.handle("webRequest.onBeforeRequest", [details]);
  assert.deepEqual(watch.state.failures, { count: 1, last: [{ where: "webRequest.onBeforeRequest", name: "Error" }] });
  assert.ok(!JSON.stringify(watch.state).includes(EMAIL));
  throws = false;
  watch.handle("webRequest.onBeforeRequest", [{ ...details, requestId: "2" }]);
  assert.equal(entries(watch).length, 1);
});

test("requests of the browser's own pages are not looked at", () => {
  const watch = newWatch();
  watch.use({ emails: [EMAIL] });
  watch.handle("webRequest.onBeforeRequest", [{ ...details, url: `chrome-extension://abc/?e=${EMAIL}` }]);
  assert.deepEqual(watch.state.exchanges, {});
});

test("on a paused site nothing is looked at, and elsewhere everything is", async () => {
  Object.assign(/** @type {any} */ (globalThis).chrome, { i18n: { getMessage: () => "off" } });
  const { watch, ask } = newBackground(memory);
  await watch.start();
  watch.use({ emails: [EMAIL] });
  watch.handle("webNavigation.onCommitted", [commit]);
  const { id } = (await ask({ type: "decide", decision: "pause", tabId: 1 }));
  watch.handle("webRequest.onBeforeRequest", [details]);
  watch.handle("webRequest.onSendHeaders", [{ ...details, requestHeaders: [] }]);
  assert.deepEqual([entries(watch), tabView(watch.state, 1, true).page.watched], [[], 0]);
  watch.handle("webNavigation.onCommitted", [{ ...commit, tabId: 2, url: "https://other.test/", documentId: "B" }]);
  watch.handle("webRequest.onBeforeRequest", [{ ...details, requestId: "2", tabId: 2, documentId: "B" }]);
  assert.equal(tabView(watch.state, 2, true).page.watched, 1);
  await ask({ type: "undo", ids: [id] });
  watch.handle("webRequest.onBeforeRequest", [{ ...details, requestId: "3" }]);
  assert.equal(entries(watch).length, 1);
});

test("a decision about nothing, or about a site that is not known, is refused", async () => {
  const { watch, ask } = newBackground(memory);
  const refused = async (/** @type {object} */ asked) => (await ask({ type: "decide", ...asked })).code;
  assert.equal(await refused({ decision: "pause", tabId: 1 }), "locked");
  await watch.start();
  assert.equal(await refused({ decision: "pause", tabId: 1 }), "no_site");
  watch.handle("webNavigation.onCommitted", [commit]);
  assert.equal(await refused({ decision: "expected", tabId: 1, entry: "none" }), "bad_decision");
  assert.equal(await refused({ decision: "nonsense", tabId: 1 }), "bad_decision");
});

test("a profile that is refused changes nothing and is not stored", async () => {
  const { watch, ask } = newBackground(memory);
  await watch.start();
  await ask({ type: "save", profile: { emails: [EMAIL] } });
  const stored = memory.dump();
  const reply = await ask({ type: "save", profile: { emails: ["nonsense"] } });
  assert.deepEqual(reply, { ok: true, saved: false, problems: [{ path: "emails[0]", code: "not_an_email", message: "no @ in it" }] });
  assert.equal(watch.status().watching, true);
  assert.equal(memory.dump(), stored);
});

test("a whole card number is not even sealed", async () => {
  const { watch, ask } = newBackground(memory);
  await watch.start();
  const reply = await ask({ type: "save", profile: { emails: [EMAIL], cards: [{ number: "4111111111111234" }] } });
  assert.deepEqual(reply.reduced, ["cards[0]"]);
  assert.deepEqual((await ask({ type: "profile" })).profile.cards, [{ first6: "411111", last4: "1234" }]);
});

test("deleting takes the profile and the key from the disk, what else is kept, and the findings from memory", async () => {
  const { watch, ask, erasers } = newBackground(memory);
  let erased = 0;
  erasers.push(async () => void (erased += 1));
  await watch.start();
  await ask({ type: "save", profile: { emails: [EMAIL] } });
  watch.handle("webNavigation.onCommitted", [commit]);
  watch.handle("webRequest.onBeforeRequest", [details]);
  assert.deepEqual(await ask({ type: "delete" }), { ok: true });
  assert.equal(memory.onDisk.size, 0);
  assert.equal(memory.deviceKey, undefined);
  assert.equal(erased, 1);
  assert.equal(watch.status().reason, "no_profile");
  assert.equal(entries(watch).length, 0);
});

test("what is no message is refused, and a failing answer is counted", async () => {
  const { ask } = newBackground(memory);
  assert.deepEqual(await ask({ type: "nonsense" }), { ok: false, code: "bad_message", message: "not a message" });
  const broken = newBackground(memory, { report: () => { throw new TypeError("no"); } });
  const reply = await broken.ask({ type: "report", tabId: 1, format: "html" });
  assert.deepEqual(reply, { ok: false, code: "failed", message: "the background failed" });
  assert.equal(broken.watch.state.failures.count, 1);
});
