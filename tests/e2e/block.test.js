/** What is blocked does not arrive, and arrives again once that is undone: the server's record says so. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LAB, OTHER_LAB } from "../site/lab/answer.js";
import { eventually } from "./eventually.js";
import { arrives, ask, pixel, undoAll, visit } from "./sending.js";
import { openWatched } from "./stage.js";
import { nora } from "./visitor.js";
import { killWorker } from "./worker.js";

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;
before(async () => {
  stage = await openWatched(nora);
});
after(() => stage?.close());

/** Waits until the popup has the recipient. @param {number} tabId @param {string} recipient */
const found = (tabId, recipient) =>
  eventually(async () => {
    const popup = await stage.extension.popup(tabId);
    const one = popup.recipients.find((each) => each.recipient === recipient);
    assert.ok(one, `the popup knows no ${recipient}`);
    return { group: one.group, count: popup.count };
  });

test("a recipient blocked on a site gets nothing from there, something from elsewhere, and all once it is undone", async () => {
  const tabId = await visit(stage, LAB);
  assert.equal(await arrives(stage, pixel), true);
  assert.deepEqual(await found(tabId, "Meta"), { group: "counted", count: 1 });
  const { id } = await ask(stage, { type: "decide", decision: "block", tabId, recipient: "Meta" });
  assert.equal(await arrives(stage, pixel), false);
  const afresh = await visit(stage, LAB);
  assert.equal(await arrives(stage, pixel), false);
  assert.deepEqual(await found(afresh, "Meta"), { group: "blocked", count: 0 });
  assert.equal(await stage.extension.badge(afresh), "");
  await visit(stage, OTHER_LAB);
  assert.equal(await arrives(stage, pixel), true);
  await visit(stage, LAB);
  await ask(stage, { type: "undo", ids: [id] });
  assert.equal(await arrives(stage, pixel), true);
});

test("a recipient blocked everywhere gets nothing from any site at any of its trackers' domains, but its own pages work", async () => {
  const tabId = await visit(stage, LAB);
  assert.equal(await arrives(stage, pixel), true);
  await found(tabId, "Meta");
  await ask(stage, { type: "decide", decision: "block", tabId, recipient: "Meta", everywhere: true });
  assert.equal(await arrives(stage, pixel), false);
  await visit(stage, OTHER_LAB);
  assert.equal(await arrives(stage, pixel), false);
  assert.equal(await arrives(stage, (tag) => `https://connect.facebook.net/never-seen-before?tag=${tag}`), false);
  assert.equal(await arrives(stage, (tag) => `https://anybody.collector.example/?tag=${tag}`), true);
  const mark = stage.site.record.mark;
  await stage.browser.driver.get("https://www.facebook.com/somebody");
  assert.ok(stage.site.record.since(mark).some(({ url }) => url === "https://www.facebook.com/somebody"));
  assert.equal(await arrives(stage, pixel), true);
  assert.equal(await arrives(stage, (tag) => `https://www.instagram.com/?tag=${tag}`), true);
  await visit(stage, LAB);
  await undoAll(stage);
  assert.equal(await arrives(stage, pixel), true);
});

test("what is blocked everywhere stays so when the background dies, and can still be undone", async () => {
  const tabId = await visit(stage, LAB);
  assert.equal(await arrives(stage, pixel), true);
  await found(tabId, "Meta");
  await ask(stage, { type: "decide", decision: "block", tabId, recipient: "Meta", everywhere: true });
  await killWorker(stage.browser);
  assert.equal(await arrives(stage, pixel), false);
  await undoAll(stage);
  assert.equal(await arrives(stage, pixel), true);
});

test("somebody else under the site's own name is blocked by path, and the site itself goes on", async () => {
  const tabId = await visit(stage, LAB);
  const proxy = (/** @type {string} */ tag) => `${LAB}/g/collect?v=2&tid=G-TEST&em=${nora.email}&tag=${tag}`;
  assert.equal(await arrives(stage, proxy), true);
  await found(tabId, "Google");
  await ask(stage, { type: "decide", decision: "block", tabId, recipient: "Google", everywhere: true });
  assert.equal(await arrives(stage, proxy), false);
  assert.equal(await arrives(stage, (tag) => `${LAB}/g/other?tag=${tag}`), true);
  assert.equal(await arrives(stage, (tag) => `https://www.google.com/recaptcha?tag=${tag}`), true);
  await undoAll(stage);
  assert.equal(await arrives(stage, proxy), true);
});

test("with every caught tracker blocked the first request leaves and no second one does, until that is undone", async () => {
  await ask(stage, { type: "decide", decision: "block_caught" });
  const tabId = await visit(stage, LAB);
  assert.equal(await arrives(stage, pixel), true);
  await eventually(async () => {
    const { decisions } = await ask(stage, { type: "decisions" });
    assert.deepEqual(decisions.map(({ kind = "" }) => kind), ["block_caught", "block"]);
  });
  await eventually(async () => assert.equal(await arrives(stage, pixel), false));
  assert.deepEqual(await found(tabId, "Meta"), { group: "counted", count: 1 });
  const { decisions } = await ask(stage, { type: "decisions" });
  await ask(stage, { type: "undo", ids: decisions.filter(({ kind = "" }) => kind === "block").map(({ id = "" }) => id) });
  assert.equal(await arrives(stage, pixel), true);
  assert.equal(await arrives(stage, pixel), true);
  await undoAll(stage);
});

test("on a paused site nothing is looked at, and after resuming everything is", async () => {
  const tabId = await visit(stage, LAB);
  const { id } = await ask(stage, { type: "decide", decision: "pause", tabId });
  await eventually(async () => assert.equal(await stage.extension.badge(tabId), "off"));
  const paused = await visit(stage, LAB);
  assert.equal(await arrives(stage, pixel), true);
  assert.equal(await stage.extension.badge(paused), "off");
  assert.equal((await ask(stage, { type: "tab", tabId: paused })).tab.page.watched, 0);
  await ask(stage, { type: "undo", ids: [id] });
  const resumed = await visit(stage, LAB);
  assert.equal(await arrives(stage, pixel), true);
  await eventually(async () => assert.equal(await stage.extension.badge(resumed), "1"));
});
