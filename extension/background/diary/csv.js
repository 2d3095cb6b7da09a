// The diary as a table for other programs: a line a row, details masked. RFC 4180.

/** @typedef {import("./line.js").Line} Line */

const COLUMNS = ["day", "site", "recipient", "domain", "detail", "kind", "masked", "chain", "digest", "expected", "witness", "times"];

/**
 * @param {Line[]} lines
 * @returns {string}
 */
export function csvOf(lines) {
  const rows = lines.map((line) => [
    line.day,
    line.site ?? "",
    line.recipient,
    line.domain,
    line.identifier,
    line.kind,
    line.masked,
    line.chain.join(" "),
    line.digest ?? "",
    line.expected ? "yes" : "no",
    line.witness ?? "browser",
    String(line.count),
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/**
 * @param {string} value
 * @returns {string}
 */
function cell(value) {
  // Spreadsheets run what begins so; a site chooses its name. https://owasp.org/www-community/attacks/CSV_Injection
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
