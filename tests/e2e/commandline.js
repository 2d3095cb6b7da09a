/** The command line over what the server recorded. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { header } from "../site/record.js";

/** @typedef {import("../site/record.js").Recorded} Recorded */
/** @typedef {import("./extension.js").Finding} Finding */

const PROGRAM = process.env.LEAKLIGHT_CLI ?? fileURLToPath(new URL("../../target/debug/leaklight", import.meta.url));

/**
 * Scans recorded requests for a profile.
 *
 * @param {Recorded[]} recorded
 * @param {object} profile
 * @returns {Finding[]}
 */
export function scan(recorded, profile) {
  return report(recorded.map(line), profile).filter(({ type }) => type === "leak");
}

/**
 * Reads a request list.
 *
 * @param {object[]} lines
 * @param {object} profile
 * @returns {any[]} the report's rows
 */
export function report(lines, profile) {
  const folder = mkdtempSync(join(tmpdir(), "leaklight-"));
  try {
    writeFileSync(join(folder, "profile.toml"), toml(profile));
    writeFileSync(join(folder, "requests.ndjson"), lines.map((one) => `${JSON.stringify(one)}\n`).join(""));
    const { status, stdout, stderr, error } = spawnSync(
      PROGRAM,
      ["scan", "--profile", join(folder, "profile.toml"), "--min-confidence", "possible", "--format", "ndjson", join(folder, "requests.ndjson")],
      { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
    );
    if (error) throw error;
    assert.ok(status === 0 || status === 1, `the command line ended ${status}: ${stderr}`);
    return stdout.trim().split("\n").map((text) => JSON.parse(text));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Whether the command line takes a profile.
 *
 * @param {string} text of a profile.toml
 * @returns {string} what it complains of; empty where it takes it
 */
export function complaints(text) {
  const folder = mkdtempSync(join(tmpdir(), "leaklight-"));
  try {
    writeFileSync(join(folder, "profile.toml"), text);
    const scan = ["scan", "--profile", join(folder, "profile.toml"), "-"];
    const { status, stderr, error } = spawnSync(PROGRAM, scan, { encoding: "utf8", input: "" });
    if (error) throw error;
    return status === 0 ? "" : stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * A recorded request as a line of a request list.
 *
 * @param {Recorded} recorded
 */
function line(recorded) {
  return {
    url: recorded.url,
    method: recorded.method,
    headers: Object.fromEntries(recorded.headers),
    body_base64: recorded.body.toString("base64"),
    // All that the wire says of the page.
    page: header(recorded, "referer"),
    time: recorded.time,
    outcome: "sent",
  };
}

/**
 * A profile as TOML: tables of strings, lists of strings, lists of tables.
 *
 * @param {object} profile
 */
export function toml(profile) {
  // JSON's strings are TOML's.
  const pair = (/** @type {[string, unknown]} */ [key, value]) => `${key} = ${JSON.stringify(value)}\n`;
  const simple = Object.entries(profile).filter(([, value]) => typeof value === "string" || value.every((/** @type {unknown} */ item) => typeof item === "string"));
  const tables = Object.entries(profile).filter((entry) => !simple.some(([key]) => key === entry[0]));
  const lists = tables.flatMap(([key, items]) => items.map((/** @type {object} */ item) => `[[${key}]]\n${Object.entries(item).map(pair).join("")}`));
  return [...simple.map(pair), ...lists].join("");
}
