/** The frame around every page of the Harbour Post. */

/**
 * Text made safe to stand in markup or in a quoted attribute.
 *
 * @param {string} text
 */
export function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/**
 * A value as JavaScript inside a script element.
 *
 * @param {unknown} value
 */
export function literal(value) {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

const MARK = `<svg viewBox="0 0 32 32" width="34" height="34" aria-hidden="true">
  <rect width="32" height="32" rx="9" fill="#f4b942"/>
  <path d="M6 13l10-6 10 6v11H6z" fill="#12355b"/><path d="M6 13l10 7 10-7" fill="none" stroke="#fff" stroke-width="2"/>
</svg>`;

/**
 * @param {object} page
 * @param {string} page.title
 * @param {string} page.content
 * @param {string} [page.current] - the path of the menu's entry that this page belongs to
 * @param {string} [page.head] - further markup for the head
 * @param {string} [page.scripts] - what the page's partners put at its end
 */
export function layout({ title, content, current = "", head = "", scripts = "" }) {
  const entry = (/** @type {string} */ path, /** @type {string} */ label) =>
    `<a href="${path}"${path === current ? ' aria-current="page"' : ""}>${label}</a>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
${head}</head>
<body>
<header class="bar">
  <a class="brand" href="/">${MARK}<span>Harbour Post</span></a>
  <nav>${entry("/track", "Track")}${entry("/store", "Store")}${entry("/mail", "Mail preview")}${entry("/account", "Account")}${entry("/help", "Help")}${entry("/about", "About")}</nav>
</header>
<main>
${content}
</main>
<footer>Harbour Post is made up. It exists on this machine only, to show what a post office's partners can learn.</footer>
${scripts}</body>
</html>
`;
}
