// Builds elements. Text only ever becomes text, so nothing that a page sent can become markup.

/**
 * @param {string} tag
 * @param {{ [attribute: string]: string | number | boolean | null | undefined }} attributes
 *   true is an attribute without a value; false, null and undefined are none
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * The same, of a drawing.
 *
 * @param {string} tag
 * @param {{ [attribute: string]: string | number | boolean | null | undefined }} attributes
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {SVGElement}
 */
export function drawn(tag, attributes, ...children) {
  return fill(/** @type {SVGElement} */ (document.createElementNS("http://www.w3.org/2000/svg", tag)), attributes, children);
}

/**
 * @template {Element} Made
 * @param {Made} made
 * @param {{ [attribute: string]: string | number | boolean | null | undefined }} attributes
 * @param {(Node | string | null | undefined | false)[]} children
 * @returns {Made}
 */
function fill(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child) made.append(child);
  return made;
}

/**
 * @param {string} text
 * @param {{ [attribute: string]: string | number | boolean | null | undefined }} attributes
 * @param {() => unknown} press
 * @returns {HTMLElement}
 */
export function button(text, attributes, press) {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", () => void press());
  return made;
}

/**
 * An element that the page is known to have.
 *
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element #${id}`);
  return found;
}
