// Turning pages of a long list.

import { element } from "../shared/element.js";
import { say, textLocale } from "../shared/text.js";

/**
 * @param {HTMLElement} place
 * @param {{ page: number, shown: number, all: number, size: number }} list `page` counts from 0
 * @param {(page: number) => void} turn
 */
export function pages(place, { page, shown, all, size }, turn) {
  place.hidden = all <= size;
  if (place.hidden) return place.replaceChildren();
  const first = page * size + 1;
  const number = (/** @type {number} */ value) => value.toLocaleString(textLocale());
  place.replaceChildren(
    button("previous", say("ledger_page_before"), page > 0, () => turn(page - 1)),
    element("span", { class: "soft small" }, say("ledger_page", number(first), number(first + shown - 1), number(all))),
    button("next", say("ledger_page_after"), first + shown - 1 < all, () => turn(page + 1)),
  );
}

/**
 * @param {string} name
 * @param {string} text
 * @param {boolean} enabled
 * @param {() => void} act
 * @returns {HTMLElement}
 */
function button(name, text, enabled, act) {
  const made = element("button", { "data-page": name, disabled: !enabled }, text);
  made.addEventListener("click", act);
  return made;
}
