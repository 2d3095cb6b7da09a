// What Firefox adds to webRequest's details, and @types/chrome does not know: only what is used.

/** Details of any webRequest event, as either browser gives them. */
export interface Details {
  requestId: string;
  url: string;
  method: string;
  type: string;
  tabId: number;
  frameId: number;
  /** Milliseconds since the epoch. */
  timeStamp: number;
  documentId?: string;
  parentDocumentId?: string;
  /** Chromium: `active`, `prerender`, `cached`, `pending_deletion`. */
  documentLifecycle?: string;
  /** Chromium: `outermost_frame`, `fenced_frame`, `sub_frame`. */
  frameType?: string;
  /** Chromium: the asking document's origin; `"null"` where it is sandboxed. */
  initiator?: string;
  /** Firefox: the whole URL of who asked. */
  originUrl?: string;
  /** Firefox: the whole URL of the document that loads it; absent for a navigation. */
  documentUrl?: string;
  /** Firefox: the frames around, innermost first. */
  frameAncestors?: { url: string; frameId: number }[];
  /** Firefox. */
  incognito?: boolean;
  /** Firefox: the proxy that the request goes through. */
  proxyInfo?: { type: string } | null;
  /** Firefox says it at onHeadersReceived too. */
  fromCache?: boolean;
  error?: string;
  requestBody?: RequestBody | null;
  requestHeaders?: { name: string; value?: string; binaryValue?: ArrayBuffer | number[] }[];
}

export interface RequestBody {
  error?: string;
  formData?: { [name: string]: (string | ArrayBuffer | undefined)[] | undefined };
  raw?: RawItem[];
}

export interface RawItem {
  bytes?: ArrayBuffer;
  file?: string;
  /** Firefox: the item was cut. */
  truncated?: boolean;
  originalSize?: number;
}

/** Firefox's `dns`, as far as it is used. */
export interface Dns {
  resolve(host: string, flags: string[]): Promise<{ canonicalName?: string }>;
}
