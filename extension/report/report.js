// The report on one tab, to read here and to save: the same renderer's as the command line's.

import { byId } from "../shared/element.js";
import { ask } from "../shared/protocol.js";
import { fillTexts, say } from "../shared/text.js";

/** @typedef {import("../../types/leaklight.js").Format} Format */

/** File name endings and media types of the formats. @type {{ [format in Format]: [ending: string, type: string] }} */
const FORMATS = {
  html: ["html", "text/html"],
  text: ["txt", "text/plain"],
  json: ["json", "application/json"],
  ndjson: ["ndjson", "application/x-ndjson"],
  csv: ["csv", "text/csv"],
};

const main = byId("report-page");
fillTexts();
document.title = say("report_title");
const tab = new URL(location.href).searchParams.get("tab");

try {
  if (tab === null) throw new Error(say("report_no_tab"));
  const formats = /** @type {Format[]} */ (Object.keys(FORMATS));
  await Promise.all(formats.map((format) => offer(format, Number(tab))));
  main.dataset.state = "ready";
} catch (error) {
  main.dataset.state = "failed";
  byId("failure").hidden = false;
  byId("failure").textContent = tab === null ? say("report_no_tab") : `${say("report_failed")} ${error instanceof Error ? error.message : ""}`;
}

/**
 * Makes a format ready to save: a link to a file that exists in this page only, so that no permission is needed.
 *
 * @param {Format} format
 * @param {number} tabId
 */
async function offer(format, tabId) {
  const { text } = await ask({ type: "report", tabId, format });
  const [ending, type] = FORMATS[format];
  const link = byId(`save-${format}`);
  link.setAttribute("href", URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` })));
  link.setAttribute("download", `leaklight-report.${ending}`);
  if (format === "text") byId("text").textContent = text;
}
