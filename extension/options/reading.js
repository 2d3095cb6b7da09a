// Reads a list of trackers piece by piece, so that it is never in memory as a whole. Pure, but for the wasm.

/** @typedef {import("../../types/leaklight.js").Counted} Counted */
/** @typedef {import("../../types/leaklight.js").Trackers} Trackers */

/** Characters handed to the wasm at once. */
const PIECE = 256 * 1024;

/** How a list tells its own name, in its first lines. */
const TITLE = /^[!#]\s*title:[ \t]*(\S.*)$/im;

/**
 * @param {AsyncIterable<string> | Iterable<string>} chunks a list's text, cut anywhere
 * @param {Trackers} trackers that are to know the list's
 * @returns {Promise<{ counted: Counted, title: string | undefined }>}
 */
export async function readList(chunks, trackers) {
  /** @type {Counted} */
  const counted = { rules: 0, exceptions: 0, cosmetic: 0, patterns: 0, options: 0, unreadable: 0 };
  /** @type {string | undefined} */
  let title;
  let first = true;
  for await (const piece of wholeLines(chunks)) {
    if (first) title = TITLE.exec(piece)?.[1]?.trim();
    first = false;
    const more = trackers.add(piece);
    for (const key of /** @type {(keyof Counted)[]} */ (Object.keys(counted))) counted[key] += more[key];
  }
  return { counted, title };
}

/**
 * @param {AsyncIterable<string> | Iterable<string>} chunks
 * @returns {AsyncGenerator<string>} the same text in pieces that end with a whole line
 */
async function* wholeLines(chunks) {
  let rest = "";
  for await (const chunk of chunks) {
    rest += chunk;
    while (rest.length >= PIECE) {
      const end = rest.lastIndexOf("\n", PIECE) + 1 || rest.indexOf("\n") + 1;
      if (end === 0) break;
      yield rest.slice(0, end);
      rest = rest.slice(end);
    }
  }
  if (rest !== "") yield rest;
}

/**
 * A file's text as it is read from the disk.
 *
 * @param {Blob} file
 * @returns {AsyncGenerator<string>}
 */
export async function* textOf(file) {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) yield value ?? "";
}
