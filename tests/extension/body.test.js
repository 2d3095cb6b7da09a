// Every way of sending a body, as each browser was measured to show it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { BODY_LIMIT, readBody } from "../../extension/background/body.js";

/** @param {string} text */
const bytes = (text) => new TextEncoder().encode(text).buffer;
/** @param {string} text */
const content = (text) => ({ bytes: new TextEncoder().encode(text) });

/** @type {[name: string, shown: any, expected: any][]} */
const CASES = [
  ["chromium: no body", undefined, undefined],
  ["firefox: no body", null, undefined],
  ["text, JSON or ArrayBuffer: raw, complete", { raw: [{ bytes: bytes('{"a":1}') }] }, { content: content('{"a":1}'), unread: [] }],
  ["chromium: PATCH, DELETE or OPTIONS with a body shows none", undefined, undefined],
  ["urlencoded form", { formData: { a: ["1"], b: ["2", "3"] } }, { content: { form: [["a", "1"], ["b", "2"], ["b", "3"]] }, unread: [] }],
  ["urlencoded with a bad percent: raw", { raw: [{ bytes: bytes("a=%zz") }] }, { content: content("a=%zz"), unread: [] }],
  [
    "firefox: JSON sent as urlencoded is split into names without values",
    { formData: { '{"email":"j@example.com"}': [undefined] } },
    { content: { form: [['{"email":"j@example.com"}', ""]] }, unread: [] },
  ],
  [
    "firefox: text with = and & is split at them",
    { formData: { '{"u":"x?a': ["b"], 'c","e":"j@example.com"}': undefined } },
    { content: { form: [['{"u":"x?a', "b"], ['c","e":"j@example.com"}', ""]] }, unread: [] },
  ],
  [
    "chromium: a lone %E9 gives bytes",
    { formData: { city: [new Uint8Array([0x4f, 0xe9]).buffer] } },
    { content: { form: [["city", new Uint8Array([0x4f, 0xe9])]] }, unread: [] },
  ],
  ["multipart, text only", { formData: { em: ["j@example.com"] } }, { content: { form: [["em", "j@example.com"]] }, unread: [] }],
  [
    "chromium: a Blob last leaves two segments and a gap without a mark",
    { raw: [{ bytes: bytes("--b\r\n\r\n") }, { bytes: bytes("\r\n--b--") }] },
    { content: content("--b\r\n\r\n\r\n--b--"), unread: ["file_not_read"] },
  ],
  ["a Blob before text is shown as its file name", { formData: { f: ["blob"], em: ["x"] } }, { content: { form: [["f", "blob"], ["em", "x"]] }, unread: [] }],
  [
    "firefox: hand-written multipart is raw, whatever lenientFormData says",
    { raw: [{ bytes: bytes("--b") }], lenientFormData: { a: ["1"] } },
    { content: content("--b"), unread: [] },
  ],
  [
    "chromium: a file from disk in a form is a path between two segments",
    { raw: [{ bytes: bytes("--b") }, { file: "/home/j/letter.pdf" }, { bytes: bytes("b--") }] },
    { content: content("--bb--"), unread: ["file_not_read"] },
  ],
  ["firefox: a File from disk alone", { raw: [{ file: "/home/j/letter.pdf" }] }, { unread: ["file_not_read"] }],
  ["chromium: Blob, stream, cloned Request and empty string give an error", { error: "Unknown error." }, { unread: ["body_unreadable"] }],
  ["firefox: empty string", { raw: [] }, undefined],
  ["firefox: a stream is sent as its name", { raw: [{ bytes: bytes("[object ReadableStream]") }] }, { content: content("[object ReadableStream]"), unread: [] }],
  [
    "firefox: more than 16 MiB is cut and marked",
    { raw: [{ bytes: bytes("beginning"), truncated: true, originalSize: 60_000_000 }] },
    { content: content("beginning"), unread: ["body_truncated"] },
  ],
];

for (const [name, shown, expected] of CASES) {
  test(name, () => assert.deepEqual(readBody(shown), expected));
}

test("every row of the table is a case", () => assert.equal(CASES.length, 19));

test("only the first four mebibytes of a body are read, and that is said", () => {
  const long = new Uint8Array(10 * 1024 * 1024).fill(65);
  const body = readBody({ raw: [{ bytes: long.buffer }] });
  assert.ok(body?.content && "bytes" in body.content);
  assert.equal(body.content.bytes.length, BODY_LIMIT);
  assert.deepEqual(body.unread, ["body_truncated"]);
});

test("the limit holds over all segments together", () => {
  const body = readBody({ raw: [{ bytes: bytes("abcd") }, { file: "/x" }, { bytes: bytes("efgh") }] }, 6);
  assert.deepEqual(body, { content: content("abcdef"), unread: ["file_not_read", "body_truncated"] });
});

test("a body of exactly the limit is whole", () => {
  assert.deepEqual(readBody({ raw: [{ bytes: bytes("abcdef") }] }, 6), { content: content("abcdef"), unread: [] });
});

test("a form's value that goes beyond the limit is cut, and that is said", () => {
  assert.deepEqual(readBody({ formData: { ab: ["cd"], ef: ["ghijkl"], mn: ["o"] } }, 9), {
    content: { form: [["ab", "cd"], ["ef", "ghi"]] },
    unread: ["body_truncated"],
  });
});

test("a form's name that goes beyond the limit is cut, and its value left out", () => {
  assert.deepEqual(readBody({ formData: { abcdef: ["g"] } }, 4), { content: { form: [["abcd", ""]] }, unread: ["body_truncated"] });
});
