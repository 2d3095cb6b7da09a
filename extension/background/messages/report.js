// The report on a tab, by the renderer that the command line has too.

import { kind } from "../message.js";
import { reportOf, tabView } from "../view.js";

/** @typedef {import("../../../types/leaklight.js").Format} Format */

export const report = {
  report: kind(
    { tabId: "number", format: "string" },
    (/** @type {{ tabId: number, format: Format }} */ { tabId, format }, { watch, wasm }) => {
      const { findings, summary } = reportOf(tabView(watch.state, tabId, watch.status().watching));
      return { text: wasm.report(format, findings, summary) };
    },
  ),
};
