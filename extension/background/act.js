// What the person did at a recipient's, as far as the browser's events tell. They show where a tab goes, and no hands
// on a keyboard: what stays untold here is weighed as such, and never taken for done.

/** @typedef {import("../../types/browsers.js").Details} Details */
/** @typedef {import("../../types/leaklight.js").Act} Act */

/**
 * @param {Details} details of a request
 * @returns {Act | undefined} nothing where it cannot be told
 */
export function actOf({ type, method, documentId, documentLifecycle }) {
  // A page that is prepared in advance: nobody has seen it.
  if (documentLifecycle === "prerender") return "nothing";
  if (type !== "main_frame") return undefined;
  // Chromium calls a speculative load so too, and then names the document that asked for it.
  if (documentId !== undefined) return "nothing";
  // The tab shows the recipient now; a form that was filled in brought it there, or a link.
  return method === "POST" ? "typed" : "visited";
}
