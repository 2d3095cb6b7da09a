// Last of the scripts in the page's own world: takes away what they shared, before any script of the page runs.
delete (/** @type {any} */ (globalThis).leaklightHook);
//# sourceURL=native
