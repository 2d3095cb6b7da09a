// What stands in the form, saved, and shown again as it was saved.

import { ask } from "../shared/protocol.js";
import { clearNotes, readForm, showProblems, showWarnings } from "./form.js";
import { check, inForm, stopChecking } from "./live.js";
import { sourceOf } from "./source.js";

/**
 * @param {(source: import("../../types/leaklight.js").ProfileSource, numbers: import("./source.js").Given) => void} show
 * @returns what is answered; where that is a refusal, it is shown why, and nothing is saved
 */
export async function saveForm(show) {
  stopChecking();
  clearNotes();
  const form = readForm();
  const { source, numbers, places } = sourceOf(form.rows, form.country, form.numbers);
  const reply = await ask({ type: "save", profile: source, numbers });
  if (!reply.saved) {
    showProblems(inForm(reply.problems, places));
    return reply;
  }
  const saved = await ask({ type: "profile" });
  show(saved.profile ?? {}, saved.numbers);
  await check();
  // Of a card's number that is no longer there.
  showWarnings(reply.warnings.filter(({ code }) => code === "check_digit"));
  return reply;
}
