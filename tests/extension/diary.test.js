import assert from "node:assert/strict";
import { test } from "node:test";
import { BUCKETS, BUCKET_LIMIT, addToBucket, bucketOf } from "../../extension/background/diary/bucket.js";
import { dayBefore } from "../../extension/background/diary/line.js";
import { NOON, TODAY, line, newDisk } from "./diary.js";

const DAY_MS = 24 * 60 * 60 * 1000;

test("what was written is read again, also by a worker that wakes", async () => {
  const disk = newDisk();
  await disk.open().diary.add("1", [line(), line({ recipient: "Snap" })]);
  const read = await disk.open().diary.read(30);
  assert.deepEqual(read.map(({ recipient }) => recipient).sort(), ["Meta", "Snap"]);
});

test("a batch that is offered twice is written once", async () => {
  const disk = newDisk();
  await disk.open().diary.add("1", [line()]);
  await disk.open().diary.add("1", [line()]);
  assert.deepEqual((await disk.open().diary.read(30)).map(({ count }) => count), [1]);
});

test("equal lines of two batches are one line, counted", async () => {
  const { diary } = newDisk().open();
  await diary.add("1", [line()]);
  await diary.add("2", [line({ count: 2 }), line({ digest: "sha256" })]);
  const read = await diary.read(30);
  assert.deepEqual(read.map(({ digest, count }) => [digest, count]).sort(), [[null, 3], ["sha256", 1]]);
});

test("a batch of which a bucket cannot be sealed is not written at all", async () => {
  const disk = newDisk();
  const { diary } = disk.open();
  disk.seal.lock(true);
  await assert.rejects(diary.add("1", [line()]), { code: "locked" });
  disk.seal.lock(false);
  assert.deepEqual(await diary.read(30), []);
  await diary.add("1", [line()]);
  assert.equal((await diary.read(30)).length, 1);
});

test("what lies on the disk says day, number and size, and nothing else", async () => {
  const disk = newDisk();
  const { diary, store } = disk.open();
  await diary.add("1", [line()]);
  const [row] = await store.rows("");
  assert.deepEqual(Object.keys(row ?? {}).sort(), ["bucket", "bytes", "day", "lines", "sealed"]);
  assert.deepEqual(Object.keys(await store.totals()).sort(), ["batch", "bytes", "dropped", "lines"]);
});

test("30 days are kept where nobody chose, and the day after the last of them the first is gone", async () => {
  const disk = newDisk();
  const first = dayBefore(TODAY, 29);
  await disk.open().diary.add("1", [line({ day: first }), line()]);
  assert.equal((await disk.open().diary.read(365)).length, 2);
  const tomorrow = disk.open({ now: NOON + DAY_MS });
  assert.deepEqual((await tomorrow.diary.read(365)).map(({ day }) => day), [TODAY]);
  await tomorrow.diary.add("2", [line({ day: dayBefore(TODAY, -1) })]);
  assert.deepEqual((await tomorrow.store.rows("")).map(({ day }) => day), [TODAY, dayBefore(TODAY, -1)]);
});

test("a shorter time deletes at once what is older; a longer one keeps more from then on", async () => {
  const { diary } = newDisk().open();
  await diary.keep(90);
  await diary.add("1", [line({ day: dayBefore(TODAY, 60) }), line()]);
  assert.equal((await diary.read(90)).length, 2);
  await diary.keep(7);
  await diary.keep(365);
  assert.deepEqual((await diary.read(365)).map(({ day }) => day), [TODAY]);
});

test("kept for no day, nothing stays and nothing more is written", async () => {
  const { diary } = newDisk().open();
  await diary.add("1", [line()]);
  await diary.keep(0);
  await diary.add("2", [line()]);
  assert.deepEqual([await diary.read(30), (await diary.totals()).lines], [[], 0]);
  await diary.keep(30);
  assert.deepEqual(await diary.read(30), []);
});

test("a wipe leaves nothing but the name of the last batch, which is not written again", async () => {
  const { diary, store } = newDisk().open();
  await diary.add("1", [line()]);
  await diary.wipe();
  await diary.add("1", [line()]);
  assert.deepEqual(await store.rows(""), []);
  assert.deepEqual(await diary.totals(), { lines: 0, bytes: 0, batch: "1", dropped: 0 });
});

test("what is picked is deleted, and the totals follow", async () => {
  const { diary } = newDisk().open();
  const sites = Array.from({ length: 40 }, (_, index) => line({ site: `${index}.test`, recipient: index % 2 ? "Meta" : "Snap" }));
  await diary.add("1", sites);
  assert.equal(await diary.remove(({ recipient }) => recipient === "Meta"), 20);
  const left = await diary.read(30);
  assert.ok(left.length === 20 && left.every(({ recipient }) => recipient === "Snap"));
  assert.equal((await diary.totals()).lines, 20);
  await diary.remove(() => true);
  assert.deepEqual([(await diary.totals()).lines, (await diary.totals()).bytes], [0, 0]);
});

test("beyond the bound the oldest day goes first, and how much went is told", async () => {
  const { diary, store } = newDisk().open({ limits: { lines: 10, bytes: 1e9 } });
  for (let back = 14; back >= 0; back -= 1) await diary.add(String(back), [line({ day: dayBefore(TODAY, back) })]);
  const rows = await store.rows("");
  assert.deepEqual(rows.map(({ day }) => day), Array.from({ length: 10 }, (_, index) => dayBefore(TODAY, 9 - index)));
  const { lines, dropped } = await diary.totals();
  assert.deepEqual([lines, dropped], [10, 5]);
});

test("bytes are bounded as well", async () => {
  const { diary } = newDisk().open({ limits: { lines: 1e9, bytes: 5000 } });
  for (let back = 29; back >= 0; back -= 1) await diary.add(String(back), [line({ day: dayBefore(TODAY, back) })]);
  const { bytes, lines, dropped } = await diary.totals();
  assert.ok(bytes > 0 && bytes <= 5000, `${bytes}`);
  assert.equal(lines + dropped, 30);
});

test("of a full bucket the line that was not seen for longest goes", () => {
  const full = Array.from({ length: BUCKET_LIMIT }, (_, index) => line({ site: `${index}.test` }));
  const touched = addToBucket(full, [line({ site: "0.test" })]);
  assert.deepEqual([touched.lines.length, touched.dropped], [BUCKET_LIMIT, 0]);
  const { lines, dropped } = addToBucket(touched.lines, [line({ site: "new.test" })]);
  assert.deepEqual([lines.length, dropped], [BUCKET_LIMIT, 1]);
  const sites = lines.map(({ site }) => site);
  assert.deepEqual([sites.includes("0.test"), sites.includes("1.test"), sites.at(-1)], [true, false, "new.test"]);
});

test("lines spread evenly over the buckets", () => {
  const counts = new Array(BUCKETS).fill(0);
  for (let index = 0; index < 1600; index += 1) counts[bucketOf(line({ site: `${index}.test` }))] += 1;
  assert.ok(Math.min(...counts) > 50 && Math.max(...counts) < 200, String(counts));
});

test("100,000 findings stay bounded, and the last costs no more than the first", async () => {
  const disk = newDisk();
  const { diary, store } = disk.open();
  /** Buckets opened and sealed by each batch of 100. @type {number[]} */
  const costs = [];
  let before = 0;
  for (let batch = 0; batch < 1000; batch += 1) {
    const lines = Array.from({ length: 100 }, (_, index) => {
      const finding = batch * 100 + index;
      return line({ day: dayBefore(TODAY, 29 - Math.floor(batch / 34)), site: `${finding % 100}.test`, recipient: `r${finding % 7}` });
    });
    await diary.add(String(batch), lines);
    const { sealed, opened } = disk.seal.counts;
    costs.push(sealed + opened - before);
    before = sealed + opened;
  }
  assert.ok(Math.max(...costs) <= 2 * BUCKETS, `${Math.max(...costs)} of ${2 * BUCKETS}`);
  const rows = await store.rows("");
  assert.ok(rows.length <= 30 * BUCKETS);
  assert.ok(rows.every(({ lines }) => lines <= BUCKET_LIMIT));
  const kept = await diary.read(30);
  assert.equal(kept.reduce((sum, { count }) => sum + count, 0), 100_000);
  assert.equal(kept.length, 30 * 700);
});

test("what is asked at once is done in turn", async () => {
  const { diary } = newDisk().open();
  await Promise.all([diary.add("1", [line()]), diary.add("2", [line()]), diary.wipe(), diary.add("3", [line()])]);
  assert.deepEqual((await diary.read(30)).map(({ count }) => count), [1]);
});
