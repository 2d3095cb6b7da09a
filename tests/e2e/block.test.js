/** What is blocked does not arrive, and arrives again once that is undone: the server's record says so. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LAB, OTHER_LAB } from "../site/lab/answer.js";
import { Customer } from "./customer.js";
import { eventually } from "./eventually.js";
import { openWatched } from "./stage.js";
import { nora } from "./visitor.js";
import { killWorker } from "./worker.js";

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;
before(async () => {
  stage = await openWatched(nora);
});
after(() => stage?.close());

/** An advertiser's endpoint, and what it is sent. @param {string} tag - tells requests apart */
const pixel = (tag) => `https://www.facebook.com/tr/?id=1&ud[em]=${nora.email}&tag=${tag}`;
let tags = 0;

/** @param {string} page @returns {Promise<number>} the tab's id */
async function visit(page) {
  await new Customer(stage.browser, nora).visit(`${page}/?block=${++tags}`);
  return stage.extension.tabId();
}

/**
 * Sends from the page on screen, and tells whether the server received it.
 *
 * @param {(tag: string) => string} url
 * @param {{ method?: string }} [how]
 */
async function arrives(url, { method = "POST" } = {}) {
  const mark = stage.site.record.mark;
  const tag = `t${++tags}`;
  const code = "const [url, method, done] = arguments; fetch(url, { method, mode: 'no-cors' }).then(() => done('answered'), () => done('refused'))";
  const end = await stage.browser.driver.executeAsyncScript(code, url(tag), method);
  const arrived = stage.site.record.since(mark).some((recorded) => recorded.url.includes(tag));
  assert.equal(end, arrived ? "answered" : "refused");
  return arrived;
}

/** @param {object} message */
async function ask(message) {
  const reply = await stage.extension.ask(message);
  assert.ok(reply.ok, `${reply.code}: ${reply.message}`);
  return reply;
}

/** Waits until the popup has the recipient. @param {number} tabId @param {string} recipient */
const found = (tabId, recipient) =>
  eventually(async () => {
    const popup = await stage.extension.popup(tabId);
    const one = popup.recipients.find((each) => each.recipient === recipient);
    assert.ok(one, `the popup knows no ${recipient}`);
    return { group: one.group, count: popup.count };
  });

/** Undoes all that is decided. */
async function undoAll() {
  const { decisions } = await ask({ type: "decisions" });
  await ask({ type: "undo", ids: decisions.map(({ id = "" }) => id) });
  const rest = (await ask({ type: "decisions" })).decisions;
  if (rest.length > 0) await ask({ type: "undo", ids: rest.map(({ id = "" }) => id) });
}

test("a recipient blocked on a site gets nothing from there, something from elsewhere, and all once it is undone", async () => {
  const tabId = await visit(LAB);
  assert.equal(await arrives(pixel), true);
  assert.deepEqual(await found(tabId, "Meta"), { group: "counted", count: 1 });
  const { id } = await ask({ type: "decide", decision: "block", tabId, recipient: "Meta" });
  assert.equal(await arrives(pixel), false);
  const afresh = await visit(LAB);
  assert.equal(await arrives(pixel), false);
  assert.deepEqual(await found(afresh, "Meta"), { group: "blocked", count: 0 });
  assert.equal(await stage.extension.badge(afresh), "");
  await visit(OTHER_LAB);
  assert.equal(await arrives(pixel), true);
  await visit(LAB);
  await ask({ type: "undo", ids: [id] });
  assert.equal(await arrives(pixel), true);
});

test("a recipient blocked everywhere gets nothing from any site at any of its trackers' domains, but its own pages work", async () => {
  const tabId = await visit(LAB);
  assert.equal(await arrives(pixel), true);
  await found(tabId, "Meta");
  await ask({ type: "decide", decision: "block", tabId, recipient: "Meta", everywhere: true });
  assert.equal(await arrives(pixel), false);
  await visit(OTHER_LAB);
  assert.equal(await arrives(pixel), false);
  assert.equal(await arrives((tag) => `https://connect.facebook.net/never-seen-before?tag=${tag}`), false);
  assert.equal(await arrives((tag) => `https://anybody.collector.example/?tag=${tag}`), true);
  const mark = stage.site.record.mark;
  await stage.browser.driver.get("https://www.facebook.com/somebody");
  assert.ok(stage.site.record.since(mark).some(({ url }) => url === "https://www.facebook.com/somebody"));
  assert.equal(await arrives(pixel), true);
  assert.equal(await arrives((tag) => `https://www.instagram.com/?tag=${tag}`), true);
  await visit(LAB);
  await undoAll();
  assert.equal(await arrives(pixel), true);
});

test("what is blocked everywhere stays so when the background dies, and can still be undone", async () => {
  const tabId = await visit(LAB);
  assert.equal(await arrives(pixel), true);
  await found(tabId, "Meta");
  await ask({ type: "decide", decision: "block", tabId, recipient: "Meta", everywhere: true });
  await killWorker(stage.browser);
  assert.equal(await arrives(pixel), false);
  await undoAll();
  assert.equal(await arrives(pixel), true);
});

test("somebody else under the site's own name is blocked by path, and the site itself goes on", async () => {
  const tabId = await visit(LAB);
  const proxy = (/** @type {string} */ tag) => `${LAB}/g/collect?v=2&tid=G-TEST&em=${nora.email}&tag=${tag}`;
  assert.equal(await arrives(proxy), true);
  await found(tabId, "Google");
  await ask({ type: "decide", decision: "block", tabId, recipient: "Google", everywhere: true });
  assert.equal(await arrives(proxy), false);
  assert.equal(await arrives((tag) => `${LAB}/g/other?tag=${tag}`), true);
  assert.equal(await arrives((tag) => `https://www.google.com/recaptcha?tag=${tag}`), true);
  await undoAll();
  assert.equal(await arrives(proxy), true);
});

test("with every caught tracker blocked the first request leaves and no second one does, until that is undone", async () => {
  await ask({ type: "decide", decision: "block_caught" });
  const tabId = await visit(LAB);
  assert.equal(await arrives(pixel), true);
  await eventually(async () => {
    const { decisions } = await ask({ type: "decisions" });
    assert.deepEqual(decisions.map(({ kind = "" }) => kind), ["block_caught", "block"]);
  });
  await eventually(async () => assert.equal(await arrives(pixel), false));
  assert.deepEqual(await found(tabId, "Meta"), { group: "counted", count: 1 });
  const { decisions } = await ask({ type: "decisions" });
  await ask({ type: "undo", ids: decisions.filter(({ kind = "" }) => kind === "block").map(({ id = "" }) => id) });
  assert.equal(await arrives(pixel), true);
  assert.equal(await arrives(pixel), true);
  await undoAll();
});

test("on a paused site nothing is looked at, and after resuming everything is", async () => {
  const tabId = await visit(LAB);
  const { id } = await ask({ type: "decide", decision: "pause", tabId });
  await eventually(async () => assert.equal(await stage.extension.badge(tabId), "off"));
  const paused = await visit(LAB);
  assert.equal(await arrives(pixel), true);
  assert.equal(await stage.extension.badge(paused), "off");
  assert.equal((await ask({ type: "tab", tabId: paused })).tab.page.watched, 0);
  await ask({ type: "undo", ids: [id] });
  const resumed = await visit(LAB);
  assert.equal(await arrives(pixel), true);
  await eventually(async () => assert.equal(await stage.extension.badge(resumed), "1"));
});
