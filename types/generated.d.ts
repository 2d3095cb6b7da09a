// Stands in for the generated module while it is not built; background/wasm.js gives it its type either way.
declare module "*/pkg/leaklight.js";
