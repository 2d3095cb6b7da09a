import assert from "node:assert/strict";
import { test } from "node:test";
import { addressesOf, endingOf, hidesBody, originOf, sightingOf } from "../../extension/shared/browser.js";

/** @param {object} different */
const details = (different) => ({
  requestId: "1",
  url: "https://tracker.test/",
  method: "POST",
  type: "xmlhttprequest",
  tabId: 1,
  frameId: 0,
  timeStamp: 1000,
  ...different,
});
const contentType = { requestHeaders: [{ name: "Content-Type", value: "application/json" }] };

test("a main_frame request is a navigation, unless a document asked for it in advance", () => {
  assert.equal(sightingOf(details({ type: "main_frame" })).navigation, true);
  assert.equal(sightingOf(details({ type: "main_frame", documentId: "A" })).navigation, false);
});

test("a prepared page and a page put away are not on screen", () => {
  for (const documentLifecycle of ["prerender", "cached", "pending_deletion"]) {
    const sighting = sightingOf(details({ documentLifecycle, frameId: 5, frameType: "outermost_frame" }));
    assert.equal(sighting.active, false);
    assert.equal(sighting.top, true);
  }
  assert.equal(sightingOf(details({ documentLifecycle: "active" })).active, true);
  assert.equal(sightingOf(details({})).active, true);
});

test("a sandboxed document has no origin", () => {
  assert.equal(sightingOf(details({ initiator: "null" })).origin, null);
  assert.equal(sightingOf(details({})).origin, null);
});

test("no URL is in what the ledger is told", () => {
  const sighting = sightingOf(details({ documentUrl: "https://site.test/letters?name=Jane", originUrl: "https://site.test/letters?name=Jane" }));
  assert.ok(!JSON.stringify(sighting).includes("Jane"));
  assert.equal(sighting.origin, "https://site.test");
});

test("firefox tells the page of a frame, chromium does not", () => {
  const firefox = details({
    frameId: 7,
    documentUrl: "https://deep.test/b",
    frameAncestors: [
      { url: "https://frame.test/a", frameId: 6 },
      { url: "https://site.test/", frameId: 0 },
    ],
  });
  assert.deepEqual(addressesOf(firefox), { page: "https://site.test/", frame: "https://deep.test/b", asker: "https://deep.test/b" });
  assert.deepEqual(addressesOf(details({ frameId: 7, initiator: "https://deep.test" })), {
    frame: "https://deep.test",
    asker: "https://deep.test",
  });
});

test("chromium keeps the body of PATCH, DELETE and OPTIONS to itself", () => {
  for (const method of ["PATCH", "DELETE", "OPTIONS"]) {
    assert.equal(hidesBody(details({ method, ...contentType }), false, false), true, method);
    assert.equal(hidesBody(details({ method, requestHeaders: [] }), false, false), false, `${method} without a body`);
    assert.equal(hidesBody(details({ method, ...contentType }), true, false), false, `${method} shown after all`);
    assert.equal(hidesBody(details({ method, ...contentType }), false, true), false, `${method} in firefox`);
  }
  for (const method of ["GET", "HEAD", "POST", "PUT"]) {
    assert.equal(hidesBody(details({ method, ...contentType }), false, false), false, method);
  }
});

test("errors are told apart by whether somebody held the request back", () => {
  const endings = {
    "net::ERR_ABORTED": "aborted",
    NS_BINDING_ABORTED: "aborted",
    "net::ERR_BLOCKED_BY_CLIENT": "blocked",
    "net::ERR_BLOCKED_BY_CSP": "blocked",
    NS_ERROR_ABORT: "blocked",
    NS_ERROR_TRACKING_URI: "blocked",
    // The answer was held back, not the request.
    "net::ERR_BLOCKED_BY_ORB": "failed",
    "net::ERR_BLOCKED_BY_RESPONSE": "failed",
    "net::ERR_FAILED": "failed",
    "net::ERR_CONNECTION_REFUSED": "failed",
    NS_ERROR_DOM_BAD_URI: "failed",
  };
  for (const [error, ending] of Object.entries(endings)) assert.equal(endingOf(error), ending, error);
  assert.equal(endingOf(undefined), "failed");
});

test("what has no origin has none", () => {
  assert.equal(originOf("https://site.test:8443/a?b"), "https://site.test:8443");
  for (const url of ["about:blank", "data:,x", "not a url", undefined]) assert.equal(originOf(url), null);
});
