// Lists of trackers that a person imported: in use while they are there, and never at the cost of watching.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { newBackground, stubBrowser } from "./background.js";
import { EMAIL, standIn } from "./inspector.js";
import { Memory } from "./memory.js";
import { listOf, newMemoryShelf } from "./shelf.js";

let memory = new Memory();

beforeEach(() => {
  memory = new Memory();
  stubBrowser(memory);
});

afterEach(() => Reflect.deleteProperty(globalThis, "chrome"));

test("imported lists are in use from the start, by whatever inspector comes", async () => {
  memory.onDisk.set("profile", { version: 1, source: { emails: [EMAIL] } });
  const inspectors = recorded();
  const { watch, ask } = newBackground(memory, inspectors.wasm, newMemoryShelf([listOf("one", "a\n"), listOf("two", "b\n")]));
  await watch.start();
  await ask({ type: "save", profile: { emails: [EMAIL] } });
  assert.deepEqual(inspectors.all.map(({ trackers }) => trackers?.kept()), [["a\n", "b\n"], ["a\n", "b\n"]]);
});

test("a list is imported, told, replaced by one of its name, and removed", async () => {
  const inspectors = recorded();
  const shelf = newMemoryShelf();
  const { watch, ask } = newBackground(memory, inspectors.wasm, shelf);
  await watch.start();
  watch.use({ emails: [EMAIL] });
  const { added: _, ...list } = listOf("one", "a\n");
  assert.equal((await ask({ type: "import", list })).imported, true);
  await ask({ type: "import", list: { ...list, kept: ["c\n"] } });
  await ask({ type: "import", list: { ...list, name: "two", kept: ["b\n"] } });
  assert.deepEqual((await ask({ type: "trackers" })).lists.map((/** @type {any} */ { name, kept }) => [name, kept]), [["one", undefined], ["two", undefined]]);
  assert.deepEqual(inspectors.all[0]?.trackers?.kept(), ["c\n", "b\n"]);
  assert.deepEqual((await ask({ type: "discard", name: "one" })).lists.length, 1);
  assert.deepEqual(inspectors.all[0]?.trackers?.kept(), ["b\n"]);
  assert.deepEqual(await ask({ type: "discardAll" }), { ok: true, lists: [] });
  assert.equal(inspectors.all[0]?.trackers, undefined);
  assert.deepEqual(await shelf.all(), []);
});

test("a list without room beside the others is refused, and the others stay", async () => {
  const { watch, ask } = newBackground(memory, {}, newMemoryShelf([listOf("one", "a\n")]));
  await watch.start();
  for (const kept of [["huge\n"], ["x".repeat(17 * 1024 * 1024)]]) {
    const reply = await ask({ type: "import", list: { ...listOf("two", ""), kept } });
    assert.equal(/** @type {any} */ (reply).imported, false);
    assert.deepEqual(watch.imported.lists.map(({ name }) => name), ["one"]);
    assert.deepEqual(watch.imported.trackers?.kept(), ["a\n"]);
  }
  assert.equal(watch.state.failures.count, 0);
});

test("a trap over a list is counted, costs that list, and watching goes on", async () => {
  memory.onDisk.set("profile", { version: 1, source: { emails: [EMAIL] } });
  const shelf = newMemoryShelf();
  const { watch, ask } = newBackground(memory, {}, shelf);
  await watch.start();
  const reply = await ask({ type: "import", list: listOf("bad", "trap\n") });
  assert.equal(/** @type {any} */ (reply).code, "failed");
  assert.deepEqual([watch.status().watching, watch.state.failures.count, await shelf.all()], [true, 1, []]);
  const { watch: later } = newBackground(memory, {}, newMemoryShelf([listOf("bad", "trap\n")]));
  await later.start();
  assert.deepEqual([later.status().watching, later.state.failures.last], [true, [{ where: "trackers", name: "RuntimeError" }]]);
});

/** A wasm whose inspectors are remembered. */
function recorded() {
  /** @type {{ trackers?: import("../../types/leaklight.js").Trackers }[]} */
  const all = [];
  const Inspector = /** @type {any} */ (
    function (/** @type {import("../../types/leaklight.js").ProfileSource} */ source) {
      const inspector = new standIn.Inspector(source);
      all.push(/** @type {any} */ (inspector));
      return inspector;
    }
  );
  return { all, wasm: { Inspector } };
}
