// A list of trackers, read in pieces.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readList, textOf } from "../../extension/options/reading.js";
import { standIn } from "./inspector.js";

/** @param {Iterable<string> | AsyncIterable<string>} chunks */
async function read(chunks) {
  const trackers = new standIn.Trackers();
  const told = await readList(chunks, trackers);
  return { ...told, pieces: trackers.kept() };
}

const LINES = Array.from({ length: 50_000 }, (_, number) => `||tracker-${number}.example^$third-party\n`);

test("however a list is cut, it is handed over in pieces of whole lines, and no line is lost", async () => {
  const text = LINES.join("");
  for (const size of [1000, 65_536, 300_000, text.length]) {
    const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
    const { counted, pieces } = await read(chunks);
    assert.equal(pieces.join(""), text);
    assert.ok(pieces.length > 5 && pieces.every((piece) => piece.endsWith("\n") && piece.length <= 300_000));
    assert.equal(counted.rules, 50_000);
  }
});

test("a list's last line need not end, and a line may be longer than a piece", async () => {
  const long = "x".repeat(600_000);
  assert.deepEqual((await read([long, long, "\na\nb"])).pieces, [`${long}${long}\n`, "a\nb"]);
  assert.deepEqual((await read([])).pieces, []);
});

test("a list's title is its name", async () => {
  assert.equal((await read(["[Adblock Plus 2.0]\n! Title: EasyPrivacy\n||a.example^\n"])).title, "EasyPrivacy");
  assert.equal((await read(["# Title: My hosts \r\n0.0.0.0 a.example\n"])).title, "My hosts");
  assert.equal((await read(["0.0.0.0 a.example\n"])).title, undefined);
});

test("a file is read as it comes from the disk", async () => {
  const chunks = [];
  for await (const chunk of textOf(new Blob(["||bücher.example^\n", "||a.example^\n"]))) chunks.push(chunk);
  assert.equal(chunks.join(""), "||bücher.example^\n||a.example^\n");
});
