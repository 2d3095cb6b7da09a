// What is off until a person wants it. Each switch is a permission: the browser keeps it, and shows it in its own list.

import { byId, element } from "../shared/element.js";
import { ask } from "../shared/protocol.js";
import { say } from "../shared/text.js";

/**
 * @typedef {object} Switch
 * @property {string} name
 * @property {chrome.runtime.ManifestPermission} permission
 * @property {(on: boolean) => Promise<unknown>} turn what else is to be done, while the permission is there
 */

/** @type {Switch[]} */
const SWITCHES = [
  { name: "hooks", permission: "scripting", turn: (on) => ask({ type: "turn_hooks", on }) },
  { name: "notices", permission: "notifications", turn: async () => undefined },
];

/** Resolves when they show what is permitted. */
export async function offerSwitches() {
  byId("switches").append(...SWITCHES.map(switchRow));
  const showAll = () => Promise.all(SWITCHES.map(showSwitch));
  chrome.permissions.onAdded.addListener(() => void showAll());
  chrome.permissions.onRemoved.addListener(() => void showAll());
  await showAll();
}

/**
 * @param {Switch} one
 * @returns {HTMLElement}
 */
function switchRow(one) {
  const id = `switch-${one.name}`;
  const box = element("input", { id, type: "checkbox", role: "switch", "aria-describedby": `${id}-help` });
  box.addEventListener("change", () => void turn(one));
  return element(
    "div",
    { class: "switch", "data-switch": one.name },
    box,
    element("label", { for: id }, say(`switch_${one.name}`)),
    element("p", { id: `${id}-help`, class: "soft small" }, say(`switch_${one.name}_help`)),
    element("p", { id: `${id}-outcome`, class: "small", role: "status" }),
  );
}

/**
 * @param {Switch} one
 */
async function turn(one) {
  const permissions = { permissions: [one.permission] };
  const { checked } = boxOf(one);
  try {
    // Straight from the click: the browser asks only then.
    if (checked ? await chrome.permissions.request(permissions) : true) await one.turn(checked);
    if (!checked) await chrome.permissions.remove(permissions);
    await showSwitch(one);
    byId(`switch-${one.name}-outcome`).textContent = checked !== boxOf(one).checked ? say("switch_refused") : "";
  } catch {
    await showSwitch(one);
    byId(`switch-${one.name}-outcome`).textContent = say("switch_failed");
  }
  byId("switches").dataset.turned = `${one.name} ${boxOf(one).checked ? "on" : "off"}`;
}

/** @param {Switch} one */
async function showSwitch(one) {
  boxOf(one).checked = await chrome.permissions.contains({ permissions: [one.permission] });
}

/**
 * @param {Switch} one
 * @returns {HTMLInputElement}
 */
function boxOf({ name }) {
  return /** @type {HTMLInputElement} */ (byId(`switch-${name}`));
}
