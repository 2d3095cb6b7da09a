import { fileURLToPath } from "node:url";

/** An extension that asks the browser for what Leaklight asks for, and does nothing with it. */
export const ASKING = fileURLToPath(new URL("asking", import.meta.url));
