// Hands what the page's own world tells to the background. In a world of its own, which pages cannot reach into.
//
// Nothing comes back this way, and nothing is believed: the background checks it all, and calls it the page's word.

(() => {
  /** Where both sides meet; see channel.js. */
  const MEETING = "leaklight:meet";
  const READY = "leaklight:ready";
  /** Characters of a report: 256 KiB of bytes as base64 as JSON, and its names. */
  const LONGEST = 400_000;

  let dropped = 0;
  let waiting = false;

  /** @param {object} report */
  const send = (report) => {
    const told = { ...report, type: "told", dropped };
    dropped = 0;
    // After an update of the extension nobody listens any more; that is no matter of the page's.
    try {
      chrome.runtime.sendMessage(told)?.catch?.(() => undefined);
    } catch {
      document.removeEventListener(MEETING, meet);
    }
  };

  /** Says how much was left out, once a second at most. */
  const admit = () => {
    waiting = false;
    if (dropped > 0) send({ kind: "dropped" });
  };

  /** @param {Event} event */
  const hear = (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    if (typeof detail !== "string" || detail.length > LONGEST) return;
    /** @type {any} */
    let report;
    try {
      report = JSON.parse(detail);
    } catch {
      return;
    }
    if (typeof report?.kind === "string") return send(report);
    dropped += 1;
    if (!waiting) setTimeout(admit, 1000);
    waiting = true;
  };

  /** @param {Event} event */
  const meet = (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    document.removeEventListener(MEETING, meet);
    if (typeof detail === "string") document.addEventListener(detail, hear);
  };

  document.addEventListener(MEETING, meet);
  document.dispatchEvent(new CustomEvent(READY));
})();
