/** The process in which a browser runs its extensions, as Linux tells of it (proc(5)). */

import { readFileSync, readdirSync } from "node:fs";

/** Clock ticks a second: the same on every Linux that browsers run on. */
const TICKS = 100;

/**
 * Milliseconds of CPU that the processes of a browser's extensions have taken so far.
 *
 * @param {import("../../../tests/e2e/browser.js").Browser} browser - started by this process, with an extension
 * @returns {number}
 */
export function extensionCpu({ name, extension }) {
  const all = processes();
  const below = (/** @type {number} */ pid) => descendants(all, pid);
  const isBrowser = (/** @type {Running} */ { command }) => command.includes(`--load-extension=${extension}`) && !command.includes("--type=");
  // One Firefox with extensions at a time; of Chromiums each names its extension.
  const from = name === "chromium" ? below(process.pid).filter(isBrowser).flatMap(({ pid }) => below(pid)) : below(process.pid);
  const own = from.filter(({ command, title }) => (name === "chromium" ? command.includes("--extension-process") : title === "WebExtensions"));
  if (own.length === 0) throw new Error(`${name} has no process for extensions`);
  return own.reduce((sum, { ticks }) => sum + (ticks * 1000) / TICKS, 0);
}

/** @typedef {{ pid: number, parent: number, title: string, command: string, ticks: number }} Running */

/** @returns {Running[]} */
function processes() {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // Behind the program's name, which may hold anything: state, parent, and from the 12th on user and system time.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const title = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      return [{ pid: Number(pid), parent: Number(fields[1]), title, command, ticks: Number(fields[11]) + Number(fields[12]) }];
    } catch {
      // It has ended since it was listed.
      return [];
    }
  });
}

/** @param {Running[]} all @param {number} pid @returns {Running[]} */
function descendants(all, pid) {
  return all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...descendants(all, child.pid)]);
}
