// What a person can do about a recipient: block it, mute it, ask the site about it.

import { button, element } from "../shared/element.js";
import { say } from "../shared/text.js";
import { letterTo } from "./letter.js";

/** @typedef {import("../background/decision.js").Decision} Decision */
/** @typedef {import("../background/standing.js").Group} Group */
/** @typedef {import("../shared/protocol.js").EntryView} EntryView */
/** @typedef {import("../shared/protocol.js").Message} Message */

/**
 * Where the popup's buttons act.
 *
 * @typedef {object} Acting
 * @property {number} tabId
 * @property {string} page its key
 * @property {string | null} host of the page; null where no decision can be about it
 * @property {Decision[]} decisions that hold there
 * @property {boolean} holding whether requests with details are stopped by themselves
 * @property {(message: Message, done: string) => Promise<void>} act asks the background and says what was done
 */

/**
 * @param {string} name the recipient's
 * @param {EntryView[]} entries what it got
 * @param {Group} group
 * @param {Acting} acting
 * @returns {HTMLElement}
 */
export function recipientActions(name, entries, group, acting) {
  const blocked = acting.decisions.filter(({ kind, recipient }) => kind === "block" && recipient === name);
  const muted = acting.decisions.find(({ kind, recipient }) => kind === "mute" && recipient === name);
  return element(
    "div",
    { class: "actions small" },
    ...blocked.map((decision) => standing(decision.site === null ? say("blocked_everywhere") : say("blocked_here"), decision, acting)),
    muted && standing(say("muted_here"), muted, acting),
    group === "blocked" && blocked.length === 0 && element("p", { class: "soft" }, acting.holding ? say("blocked_held") : say("blocked_elsewhere")),
    blocked.length === 0 && group !== "blocked" && blockPanel(name, acting),
    !muted && group !== "blocked" && acting.host !== null && muteButton(name, acting),
    acting.host !== null && group !== "blocked" && letterPanel(name, entries, acting.host),
  );
}

/**
 * What was decided, and its way back.
 *
 * @param {string} text
 * @param {Decision} decision
 * @param {Acting} acting
 * @returns {HTMLElement}
 */
export function standing(text, { id }, { act }) {
  const undo = button(say("undo"), { class: "link", "data-undo": id, "data-key": `undo ${id}` }, () => act({ type: "undo", ids: [id] }, say("undone")));
  return element("p", { class: "standing", "data-decision": id }, element("span", {}, text), undo);
}

/**
 * @param {string} name
 * @param {Acting} acting
 * @returns {HTMLElement}
 */
function blockPanel(name, { tabId, page, host, act }) {
  /** @param {boolean} everywhere */
  const block = (everywhere) =>
    act({ type: "decide", decision: "block", tabId, page, recipient: name, everywhere }, everywhere ? say("done_block_everywhere", name) : say("done_block_here", name));
  return panel(
    "block",
    name,
    say("block"),
    element("p", {}, say("block_help", name)),
    element("p", { class: "soft" }, say("block_cost")),
    element(
      "p",
      { class: "choices" },
      host !== null && button(say("block_here"), { "data-act": "block-here", "data-key": `block-here ${name}` }, () => block(false)),
      button(say("block_everywhere"), { "data-act": "block-everywhere", "data-key": `block-everywhere ${name}` }, () => block(true)),
    ),
  );
}

/**
 * @param {string} name
 * @param {Acting} acting
 * @returns {HTMLElement}
 */
function muteButton(name, { tabId, page, act }) {
  return button(say("mute"), { "data-act": "mute", "data-key": `mute ${name}`, title: say("mute_help", name) }, () =>
    act({ type: "decide", decision: "mute", tabId, page, recipient: name }, say("done_mute", name)),
  );
}

/**
 * @param {string} name
 * @param {EntryView[]} entries
 * @param {string} host
 * @returns {HTMLElement}
 */
function letterPanel(name, entries, host) {
  const letter = /** @type {HTMLTextAreaElement} */ (element("textarea", { class: "letter", readonly: true, rows: 9, "aria-label": say("letter") }));
  letter.value = letterTo(host, name, entries);
  const done = element("span", { role: "status", class: "soft" });
  const copy = button(say("letter_copy"), { "data-act": "copy", "data-key": `copy ${name}` }, async () => {
    try {
      await navigator.clipboard.writeText(letter.value);
      done.textContent = say("letter_copied");
    } catch {
      // Where the browser does not let it copy, the person can.
      letter.select();
      done.textContent = say("letter_selected");
    }
  });
  return panel("letter", name, say("letter"), element("p", { class: "soft" }, say("letter_help")), letter, element("p", { class: "choices" }, copy, done));
}

/**
 * @param {string} what
 * @param {string} name
 * @param {string} title
 * @param {...(HTMLElement | false)} content
 * @returns {HTMLElement}
 */
function panel(what, name, title, ...content) {
  return element(
    "details",
    { class: "panel", "data-panel": what, "data-key": `${what} ${name}` },
    element("summary", { class: "button" }, title),
    element("div", { class: "inside" }, ...content),
  );
}
