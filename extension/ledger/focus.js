// Who uses a keyboard stays where they are while the page is drawn anew.

import { byId } from "../shared/element.js";

/** @param {() => void} draw replaces what may hold the focus */
export function keepFocus(draw) {
  const held = document.activeElement;
  const place = held?.parentElement?.closest("[id]");
  draw();
  if (!held || held.isConnected || document.activeElement !== document.body) return;
  const name = nameOf(held);
  const same = [...(place?.querySelectorAll("button, [role=button]") ?? [])].find((one) => nameOf(one) === name);
  // What was pressed is gone where it narrowed the page down, or ended that: on to what it is narrowed down to now.
  const next = same ?? document.querySelector("[data-narrowed]") ?? byId("search");
  /** @type {HTMLElement} */ (next).focus();
}

/** @param {Element} one */
function nameOf(one) {
  return one.getAttribute("aria-label") ?? one.textContent;
}
