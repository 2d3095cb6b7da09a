/** What the popup shows, read from its page. */

/**
 * @typedef {object} Popup
 * @property {string} state
 * @property {number} count
 * @property {number} watched
 * @property {number} unread
 * @property {number} previous - recipients of what the tab's pages before sent
 * @property {{ [name: string]: string } | null} beyond - what the browser does not show, where that is said
 * @property {{ recipient: string, group: string, who: string, actions: string[], meanings: string[], findings: { [attribute: string]: string }[] }[]} recipients
 * @property {string} text
 */

/** Code that defines `readPopup(document)`, which gives a `Popup`. */
export const READ_POPUP = `function readPopup(page) {
  const main = page.getElementById("leaklight");
  const watched = page.getElementById("watched");
  return {
    state: main.dataset.state,
    count: Number(main.dataset.count),
    watched: Number(watched.dataset.watched),
    unread: Number(watched.dataset.unread),
    previous: Number(page.getElementById("previous")?.dataset.count ?? 0),
    recipients: [...page.querySelectorAll("#groups [data-recipient]")].map((recipient) => ({
      recipient: recipient.dataset.recipient,
      group: recipient.dataset.group,
      who: recipient.querySelector(".domain")?.textContent ?? "",
      actions: [...recipient.querySelectorAll(".action")].map((action) => action.textContent),
      meanings: [...recipient.querySelectorAll(".meaning")].map((meaning) => meaning.textContent),
      findings: [...recipient.querySelectorAll("[data-finding]")].map((finding) => ({ ...finding.dataset })),
    })),
    beyond: page.getElementById("beyond").hidden ? null : { ...page.getElementById("beyond").dataset },
    text: main.innerText,
  };
}`;
