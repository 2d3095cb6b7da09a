/**
 * Sends what the LinkedIn Insight Tag is known to send: the page's URL to `/collect`, and page views and clicks to `/wa/` as
 * base64(gzip(JSON)) with emails, phones, ZIP codes, dates and card numbers masked, but no streets and no names. Our own code.
 */
(() => {
  const COLLECTOR = "https://px.ads.linkedin.com";
  const MASKED = [
    /[\w.+-]+@[\w-]+\.[\w.]+/g,
    /\b(?:\d[ -]?){13,19}\b/g,
    /(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b/g,
    /\b\d{4}-\d{2}-\d{2}\b/g,
    /\b\d{5}(?:-\d{4})?\b/g,
  ];
  let partner = 0;
  /** @type {string | null} */
  let email = null;

  /** @param {string} text */
  const mask = (text) => MASKED.reduce((masked, pattern) => masked.replace(pattern, "*****"), text);

  /** @param {string} text */
  async function sha256(text) {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /** @param {string} text */
  async function packed(text) {
    const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
    const bytes = new Uint8Array(await new Response(zipped).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }

  /** @param {string} type @param {object} [clicked] */
  async function signal(type, clicked) {
    const body = await packed(JSON.stringify({
      pids: [partner],
      scriptVersion: 241,
      time: Date.now(),
      domain: location.hostname,
      url: location.href,
      pageTitle: document.title,
      websiteSignalRequestId: crypto.randomUUID(),
      isTranslated: false,
      liFatId: "",
      isLinkedInApp: false,
      hem: email && (await sha256(email.trim().toLowerCase())),
      signalType: type,
      ...clicked,
    }));
    await fetch(`${COLLECTOR}/wa/?medium=fetch&fmt=g`, {
      method: "POST",
      body,
      headers: { "Content-Type": "text/plain;charset=UTF-8" },
      mode: "no-cors",
      credentials: "include",
      keepalive: true,
    });
  }

  document.addEventListener("click", ({ target }) => {
    const element = target instanceof Element && target.closest("button, a");
    if (!(element instanceof HTMLElement) || !partner) return;
    const crumb = { tagName: element.tagName, nthChild: 1, id: element.id, classes: [...element.classList], attributes: {}, text: mask(element.innerText) };
    signal("CLICK", {
      href: element instanceof HTMLAnchorElement ? element.href : "",
      domAttributes: {
        elementSemanticType: null,
        elementValue: null,
        elementType: element.getAttribute("type"),
        tagName: element.tagName,
        innerText: mask(element.innerText),
        elementTitle: null,
        cursor: "pointer",
        formAction: null,
        isFormSubmission: false,
      },
      innerElements: [],
      elementCrumbsTree: [crumb],
    });
  }, true);

  Object.assign(window, {
    /** @param {"start"} _verb @param {number} id @param {{ email: string } | null} user */
    lintrk(_verb, id, user) {
      partner = id;
      email = user?.email ?? null;
      const time = Date.now();
      const page = new URLSearchParams({ v: "2", fmt: "js", pid: String(id), time: String(time), li_adsId: crypto.randomUUID(), url: location.href });
      const collect = document.createElement("script");
      collect.src = `${COLLECTOR}/collect?${page}`;
      document.head.append(collect);
      new Image().src = `${COLLECTOR}/attribution_trigger?${new URLSearchParams({ pid: String(id), time: String(time), url: location.href })}`;
      signal("PAGE_VISIT");
    },
  });
})();
