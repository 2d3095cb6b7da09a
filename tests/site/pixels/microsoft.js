/** Sends what Microsoft's UET tag is known to send at a page's load: its URL, referrer and title. Our own code. */
(() => {
  Object.assign(window, {
    /** @param {"start"} _verb @param {string} tag */
    uetq(_verb, tag) {
      const fields = new URLSearchParams({
        ti: tag, Ver: "2", mid: crypto.randomUUID(), bo: "1", msclkid: "N", pi: "0", lg: navigator.language,
        sw: String(screen.width), sh: String(screen.height), sc: "24",
        tl: document.title, p: location.href, r: document.referrer, lt: "845", evt: "pageLoad", sv: "1",
      });
      new Image().src = `https://bat.bing.com/action/0?${fields}`;
    },
  });
})();
