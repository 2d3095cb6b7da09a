// Stands in for the generated module while it is not built; background/wasm.js gives it its type either way.
declare module "*/pkg/leaklight.js";

// Laid from node_modules by the build; see crates/xtask/src/lay.rs.
declare module "*/vendor/smol-toml/index.js" {
  export * from "smol-toml";
}
