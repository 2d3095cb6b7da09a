/** The extension's own modules at work in one of its pages: what is laid holds none that could be imported there. */

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const EXTENSION = fileURLToPath(new URL("../../extension", import.meta.url));

/**
 * A script for a page of the extension's.
 *
 * @param {string} code - of a module that stands in extension/ and exports a function by default
 * @returns {Promise<string>} the body of a function that calls that one with its own arguments
 */
export async function scriptOf(code) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: EXTENSION },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "joined",
    // All pages stand as deep below the extension's top as the modules.
    define: { "import.meta.url": "location.href" },
  });
  return `${outputFiles.map(({ text }) => text).join("")} return joined.default(...arguments);`;
}
