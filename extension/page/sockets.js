// Messages on WebSockets, which no browser shows to extensions.

(() => {
  const hook = /** @type {any} */ (globalThis).leaklightHook;
  if (!hook || typeof WebSocket !== "function") return;
  const { get: urlOf } = Object.getOwnPropertyDescriptor(WebSocket.prototype, "url") ?? {};
  const { get: stateOf } = Object.getOwnPropertyDescriptor(WebSocket.prototype, "readyState") ?? {};
  const { arrayBuffer, slice } = Blob.prototype;
  const { apply } = Reflect;
  if (!urlOf || !stateOf) return;

  hook.stand(WebSocket.prototype, "send", {
    /** @param {WebSocket} socket @param {any[]} args */
    after(socket, [data]) {
      // What is handed to a connection that is closing goes nowhere.
      if (apply(stateOf, socket, []) !== WebSocket.OPEN) return;
      const length = data?.length ?? data?.byteLength ?? data?.size ?? 0;
      if (!hook.allow(Number(length))) return;
      const url = apply(urlOf, socket, []);
      /** @param {unknown} content */
      const tell = (content) => {
        const read = hook.read(content) ?? hook.read(String(content));
        hook.tell({ kind: "message", method: "GET", url, ...read, cut: read.cut || length > hook.MOST });
      };
      if (!(data instanceof Blob)) return tell(data);
      apply(arrayBuffer, apply(slice, data, [0, hook.MOST]), []).then((/** @type {ArrayBuffer} */ bytes) => hook.quietly(() => tell(bytes)), () => undefined);
    },
  });
})();
//# sourceURL=native
