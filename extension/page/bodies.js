// Bodies of fetch, XMLHttpRequest and beacons that the browser does not show to extensions: files in forms everywhere;
// where `blobs.js` ran, also Blobs, streams, cloned requests, and bodies of methods other than POST and PUT.

(() => {
  const hook = /** @type {any} */ (globalThis).leaklightHook;
  if (!hook) return;
  const hidesBlobs = hook.bodies !== undefined;
  const SHOWN = ["GET", "HEAD", "POST", "PUT"];
  const { apply, getOwnPropertyDescriptor } = Reflect;
  const { arrayBuffer, slice } = Blob.prototype;
  const { entries } = FormData.prototype;
  const Address = URL;
  /** What was opened, until it is sent. @type {WeakMap<XMLHttpRequest, { method: unknown, url: unknown }>} */
  const opened = new WeakMap();

  /**
   * A property that can be read without anything happening.
   *
   * @param {any} object
   * @param {string} key
   */
  const own = (object, key) => (typeof object === "object" && object !== null ? getOwnPropertyDescriptor(object, key)?.value : undefined);

  /** @param {unknown} target @returns {string} */
  const addressOf = (target) => (target instanceof Request ? target.url : new Address(String(target), document.baseURI).href);

  /** @param {unknown} target @param {unknown} init @returns {string} */
  const methodOf = (target, init) => String(own(init, "method") ?? (target instanceof Request ? target.method : "GET")).toUpperCase();

  /**
   * A value as it can be told, now where that is possible.
   *
   * @param {unknown} data
   * @param {(read: { text?: string, base64?: string, cut: boolean }) => void} then
   */
  const readThen = (data, then) => {
    if (!(data instanceof Blob)) {
      const read = hook.read(data);
      if (read) then(read);
      return;
    }
    const beginning = hook.beginnings?.get(data);
    if (beginning !== undefined) return then(hook.read(beginning));
    apply(arrayBuffer, apply(slice, data, [0, hook.MOST]), []).then(
      (/** @type {ArrayBuffer} */ bytes) => hook.quietly(() => then({ ...hook.read(bytes), cut: data.size > hook.MOST })),
      () => undefined,
    );
  };

  /** @param {unknown} data */
  const sizeOf = (data) => {
    const { length, byteLength, size } = /** @type {any} */ (data);
    return Number(length ?? byteLength ?? size ?? 0);
  };

  /**
   * Tells of a body that the browser does not show.
   *
   * @param {unknown} target a URL or a Request
   * @param {string} method
   * @param {unknown} data
   * @param {boolean} [blind] whether the browser shows nothing of it although it is no Blob
   */
  const tell = (target, method, data, blind = false) => {
    if (data === null || data === undefined) return;
    const hidden = hidesBlobs && (blind || !SHOWN.includes(method) || data instanceof Blob);
    if (data instanceof FormData) {
      for (const [name, value] of apply(entries, data, [])) {
        if ((!hidden && !(value instanceof Blob)) || !hook.allow(sizeOf(value))) continue;
        readThen(value, (read) => hook.tell({ kind: "body", method, url: addressOf(target), name, ...read }));
      }
    } else if (hidden && hook.allow(sizeOf(data))) {
      readThen(data, (read) => hook.tell({ kind: "body", method, url: addressOf(target), ...read }));
    }
  };

  /**
   * Listens in on a stream that is to be a body: the same chunks in the same order, as they are asked for.
   *
   * @param {any[]} args of fetch or of a Request
   * @returns {any[] | undefined} other arguments, where there is such a stream
   */
  const listen = ([target, init, ...rest]) => {
    const stream = own(init, "body");
    if (!(stream instanceof ReadableStream) || stream.locked || own(init, "duplex") !== "half") return undefined;
    const [url, method] = [addressOf(target), methodOf(target, init)];
    /** @type {Uint8Array[]} */
    const heard = [];
    let length = 0;
    const ear = new TransformStream({
      transform(chunk, controller) {
        hook.quietly(() => {
          if (length < hook.MOST) heard.push(chunk.slice(0, hook.MOST - length));
          length += chunk.byteLength;
        });
        controller.enqueue(chunk);
      },
      flush() {
        hook.quietly(() => {
          if (!hook.allow(length)) return;
          hook.tell({ kind: "body", method, url, ...hook.read(hook.join(heard)), cut: length > hook.MOST });
        });
      },
    });
    return [target, Object.create(init, { body: { value: stream.pipeThrough(ear), enumerable: true } }), ...rest];
  };

  hook.stand(globalThis, "fetch", {
    /** @param {unknown} _ @param {any[]} args */
    before: (_, args) => (hidesBlobs ? listen(args) : undefined),
    /** @param {unknown} _ @param {any[]} args */
    after(_, [target, init]) {
      const method = methodOf(target, init);
      const data = own(init, "body");
      const made = target instanceof Request ? hook.bodies?.get(target) : undefined;
      if (data === undefined && made) tell(target, method, made.data, made.blind);
      else tell(target, method, data);
    },
  });

  hook.stand(XMLHttpRequest.prototype, "open", {
    /** @param {XMLHttpRequest} xhr @param {any[]} args */
    after: (xhr, [method, url]) => void opened.set(xhr, { method, url }),
  });
  hook.stand(XMLHttpRequest.prototype, "send", {
    /** @param {XMLHttpRequest} xhr @param {any[]} args */
    after(xhr, [data]) {
      const known = opened.get(xhr);
      if (known) tell(known.url, String(known.method).toUpperCase(), data);
    },
  });
  hook.stand(Navigator.prototype, "sendBeacon", {
    /** @param {Navigator} _ @param {any[]} args @param {boolean} queued */
    after: (_, [url, data], queued) => queued && tell(url, "POST", data),
  });

  hook.own = own;
  hook.listen = listen;
})();
//# sourceURL=native
