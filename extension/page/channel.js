// First of the scripts in the page's own world: how they stand in for the page's functions, and tell what went
// through them. They run before any script of the page and share what stands here until `seal.js` takes it away.
//
// What is told goes one way only, to `relay.js`: nothing that Leaklight knows ever comes here, where a page could
// read it. Whatever goes wrong here stays here: the page gets what it would have got without Leaklight.

(() => {
  /** Bytes and characters of one message or body that are told; what is longer is told as cut. */
  const MOST = 256 * 1024;
  /** What may be told in a second; beyond it is only counted, since a game must not stutter. */
  const MOST_A_SECOND = { reports: 40, size: 1024 * 1024 };
  /** Where both sides meet; the name that matters is drawn by lot. */
  const MEETING = "leaklight:meet";
  const READY = "leaklight:ready";

  const { apply, construct, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const { stringify } = JSON;
  const { fromCharCode } = String;
  const dispatch = EventTarget.prototype.dispatchEvent;
  const now = performance.now.bind(performance);
  const [Events, Bytes, encode] = [CustomEvent, Uint8Array, btoa];
  const name = crypto.randomUUID();

  /** What each stand-in stands for. @type {WeakMap<object, Function>} */
  const natives = new WeakMap();
  let second = 0;
  let reports = 0;
  let size = 0;
  let busy = false;

  /**
   * @param {string} type
   * @param {string} detail
   */
  const say = (type, detail) => apply(dispatch, document, [new Events(type, { detail })]);
  const meet = () => void say(MEETING, name);

  document.addEventListener(READY, meet, { once: true });
  // Once the page's own scripts run, nobody is met any more.
  document.addEventListener("readystatechange", () => document.removeEventListener(READY, meet), { once: true });
  meet();

  /** Runs what may fail, and never inside itself: the page may have put functions of its own in place of any. @param {() => void} work */
  const quietly = (work) => {
    if (busy) return;
    busy = true;
    try {
      work();
    } catch {
      // The page must not notice; what is missing counts as not read, since no report came.
    } finally {
      busy = false;
    }
  };

  /**
   * Puts a stand-in before a native function: same name, length, text and errors, and it is the native one that acts.
   *
   * @param {any} owner
   * @param {string} key
   * @param {{ before?: (self: any, args: any[]) => any[] | undefined, after?: (self: any, args: any[], result: any) => void }} hooks
   *   `before` may give other arguments; `after` runs only where the native function did not throw
   */
  const stand = (owner, key, { before, after }) => {
    const place = getOwnPropertyDescriptor(owner, key);
    const native = place?.value;
    if (!place?.configurable || typeof native !== "function") return;
    /** @param {any} self @param {any[]} args @param {(args: any[]) => any} act */
    const around = (self, args, act) => {
      let given = args;
      if (before) quietly(() => void (given = before(self, args) ?? args));
      const result = act(given);
      if (after) quietly(() => after(self, args, result));
      return result;
    };
    const proxy = new Proxy(native, {
      apply: (target, self, args) => around(self, args, (given) => apply(target, self, given)),
      construct: (target, args, as) => around(undefined, args, (given) => construct(target, given, as)),
    });
    natives.set(proxy, native);
    defineProperty(owner, key, { ...place, value: proxy });
    if (native.prototype?.constructor === native) {
      defineProperty(native.prototype, "constructor", { ...getOwnPropertyDescriptor(native.prototype, "constructor"), value: proxy });
    }
  };

  const textOf = Function.prototype.toString;
  defineProperty(Function.prototype, "toString", {
    ...getOwnPropertyDescriptor(Function.prototype, "toString"),
    value: new Proxy(textOf, { apply: (target, self, args) => apply(target, natives.get(self) ?? self, args) }),
  });
  natives.set(Function.prototype.toString, textOf);

  /** @param {Uint8Array} bytes @returns {string} */
  const base64 = (bytes) => {
    let text = "";
    // More arguments than this overflow the stack.
    for (let at = 0; at < bytes.length; at += 8192) text += apply(fromCharCode, String, [...bytes.subarray(at, at + 8192)]);
    return encode(text);
  };

  /**
   * What of some data can be told at once.
   *
   * @param {unknown} data
   * @returns {{ text?: string, base64?: string, cut: boolean } | undefined} nothing where that takes time, or is none
   */
  const read = (data) => {
    if (typeof data === "string") return { text: data.slice(0, MOST), cut: data.length > MOST };
    if (data instanceof URLSearchParams) return read(String(data));
    const view = ArrayBuffer.isView(data);
    if (!view && !(data instanceof ArrayBuffer)) return undefined;
    const length = Math.min(data.byteLength, MOST);
    const bytes = view ? new Bytes(data.buffer, data.byteOffset, length) : new Bytes(data, 0, length);
    return { base64: base64(bytes), cut: data.byteLength > MOST };
  };

  /**
   * Whether so much more may be told in this second; where not, that is counted.
   *
   * @param {number} more bytes or characters
   * @returns {boolean}
   */
  const allow = (more) => {
    const current = Math.floor(now() / 1000);
    if (current !== second) [second, reports, size] = [current, 0, 0];
    if (reports >= MOST_A_SECOND.reports || size >= MOST_A_SECOND.size) {
      say(name, stringify({ dropped: 1 }));
      return false;
    }
    reports += 1;
    size += Math.min(more, MOST);
    return true;
  };

  defineProperty(globalThis, "leaklightHook", {
    configurable: true,
    value: {
      MOST,
      stand,
      quietly,
      read,
      allow,
      /** @param {object} report */
      tell: (report) => void say(name, stringify(report)),
    },
  });
})();
//# sourceURL=native
