import assert from "node:assert/strict";
import { test } from "node:test";
import { HEAD, against, quantile, row } from "./figure.js";

test("a row has a value for each column, in the order of the head", () => {
  const line = row("node", { name: "url-300", bytes: 300, times: [10, 20, 30], ratios: [2, 4, 3], reference: "fnv" });
  assert.equal(line, "node,url-300,300,20.0,30.0,15.0,3.000,fnv");
  assert.equal(line.split(",").length, HEAD.split(",").length);
});

test("the high quantile is of single calls where these are known", () => {
  const line = row("node", { name: "url-mix", bytes: 0, times: [10], singles: [9, 11, 99], ratios: [1], reference: "fnv" });
  assert.equal(line, "node,url-mix,0,10.0,99.0,0.0,1.000,fnv");
});

test("what is held against a target has its ratio to it, and no time where it is none", () => {
  assert.equal(row("firefox", against("start-to-verdict", [30, 90, 45], 60, "ms")), "firefox,start-to-verdict,0,45000.0,90000.0,0.0,0.750,60-ms");
  assert.equal(row("firefox", against("memory", [12], 30, "MB")), "firefox,memory,12000000,,,,0.400,30-MB");
});

test("quantiles are values that were measured", () => {
  assert.equal(quantile([5, 1, 3], 0.5), 3);
  assert.equal(quantile([5, 1, 3], 0.99), 5);
  assert.ok(Number.isNaN(quantile([], 0.5)));
});
