// Where the browser does not show bodies that are Blobs: what each Blob and Request was made of, since a page that is
// being left lives too short to read it later.

(() => {
  const hook = /** @type {any} */ (globalThis).leaklightHook;
  if (!hook) return;

  /** Bytes of a Blob that is remembered: as much as a beacon may carry. */
  const SMALL = 64 * 1024;

  /** @typedef {{ data: unknown, blind: boolean }} Made `blind`: whether the browser will not show it */

  /** The first bytes of Blobs. @type {WeakMap<Blob, Uint8Array | string>} */
  const beginnings = new WeakMap();
  /** What Requests carry. @type {WeakMap<Request, Made>} */
  const bodies = new WeakMap();
  const Encoder = TextEncoder;

  /**
   * @param {unknown} part
   * @returns {string | Uint8Array | undefined} a copy, since the page may change its own
   */
  const copyOf = (part) => {
    if (typeof part === "string") return part;
    if (part instanceof Blob) return beginnings.get(part);
    const view = ArrayBuffer.isView(part);
    if (!view && !(part instanceof ArrayBuffer)) return undefined;
    const length = Math.min(part.byteLength, hook.MOST);
    const bytes = view ? new Uint8Array(part.buffer, part.byteOffset, length) : new Uint8Array(part, 0, length);
    return bytes.slice();
  };

  /** @param {(string | Uint8Array)[]} parts */
  const join = (parts) => {
    if (parts.every((part) => typeof part === "string")) return parts.join("");
    const pieces = parts.map((part) => (typeof part === "string" ? new Encoder().encode(part) : part));
    const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  };

  for (const key of ["Blob", "File"]) {
    hook.stand(globalThis, key, {
      /** @param {undefined} _ @param {any[]} args @param {Blob} blob */
      after(_, [parts], blob) {
        if (!Array.isArray(parts) || blob.size > SMALL) return;
        const copies = parts.map(copyOf);
        if (copies.every((copy) => copy !== undefined)) beginnings.set(blob, join(copies));
      },
    });
  }

  hook.stand(globalThis, "Request", {
    /** @param {undefined} _ @param {any[]} args */
    before: (_, args) => hook.listen?.(args),
    /** @param {undefined} _ @param {any[]} args @param {Request} request */
    after(_, [from, init], request) {
      const data = hook.own(init, "body");
      const inherited = from instanceof Request ? bodies.get(from) : undefined;
      const blind = data instanceof Blob;
      if (data !== undefined && data !== null) bodies.set(request, { data: blind ? data : (copyOf(data) ?? data), blind });
      else if (inherited) bodies.set(request, inherited);
    },
  });

  hook.stand(Request.prototype, "clone", {
    /** @param {Request} request @param {any[]} _ @param {Request} clone */
    after(request, _, clone) {
      const made = bodies.get(request);
      if (!made) return;
      for (const one of [request, clone]) bodies.set(one, { ...made, blind: true });
    },
  });

  hook.join = join;
  hook.beginnings = beginnings;
  hook.bodies = bodies;
})();
//# sourceURL=native
