// When a page's word is taken: once the browser has told of that page's own request, or a moment later.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Hearing } from "../../extension/background/hearing.js";

const told = { type: "told", kind: "message", url: "wss://chat.test/live", method: "GET", text: "hello", cut: false, dropped: 0 };

/** @param {string} documentId */
const page = (documentId) => /** @type {any} */ ({ tab: { id: 1, incognito: false }, frameId: 0, documentId, url: "https://shop.test/" });

test("a message waits for its own page's connection, whatever pages before it opened to that host", ({ mock }) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const open = new Set(["first chat.test"]);
  const hearing = new Hearing(() => 0, ({ document }, host) => open.has(`${document} ${host}`));
  hearing.listens = true;
  /** @type {(string | null)[]} */
  const taken = [];
  const take = (/** @type {import("../../extension/background/hearing.js").Heard} */ { request }) => void taken.push(request.document);
  hearing.hear(told, page("first"), take);
  hearing.hear(told, page("second"), take);
  assert.deepEqual(taken, ["first"]);
  mock.timers.tick(1000);
  assert.deepEqual(taken, ["first", "second"]);
});
