// The profile as a file: the command line's profile.toml, read into the form and written from what stands in it.

import { byId } from "../shared/element.js";
import { say, sayCount } from "../shared/text.js";
import { parse, stringify } from "smol-toml";
import { FileProblem, readProfile, writeProfile } from "./toml.js";

/** @typedef {import("../../types/leaklight.js").ProfileSource} ProfileSource */

/** Bytes: of a file that is larger it is known without reading that it is no profile. */
const LARGEST = 1024 * 1024;

/**
 * @param {() => ProfileSource} current what stands in the form
 * @param {(more: ProfileSource) => number} take puts more into the form; gives how many entries were new
 */
export function offerFile(current, take) {
  const chooser = /** @type {HTMLInputElement} */ (byId("file-choose"));
  byId("file-import").addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", async () => {
    const [file] = chooser.files ?? [];
    if (file) await read(file, take);
    // The same file may be chosen again once it was put right.
    chooser.value = "";
  });
  byId("file-export").addEventListener("click", () => write(current()));
}

/**
 * @param {File} file
 * @param {(more: ProfileSource) => number} take
 */
async function read(file, take) {
  try {
    if (file.size > LARGEST) throw new FileProblem("not_toml", "1");
    const added = take(readProfile(await file.text(), parse));
    finish("imported", sayCount("file_imported", added));
  } catch (error) {
    finish("refused", error instanceof FileProblem ? say(`file_${error.code}`, error.place) : say("file_failed"));
  }
}

/** @param {ProfileSource} source */
function write(source) {
  const text = writeProfile(source, stringify, say("file_remark"));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/toml" }));
  link.download = "profile.toml";
  link.click();
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
  finish("exported", say("file_exported"));
}

/**
 * @param {"imported" | "exported" | "refused"} state
 * @param {string} said
 */
function finish(state, said) {
  byId("file").dataset.state = state;
  byId("file-outcome").textContent = said;
}
