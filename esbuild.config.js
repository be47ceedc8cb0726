import { build } from "esbuild";
import { esbuildExplorer } from "./src/explorer/bundle.js";

// Builds the program into dist/: main.js, and a chunk for each command that is loaded when it is called.
await build({
  entryPoints: ["src/main.ts"],
  outdir: "dist",
  chunkNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  platform: "node",
  target: "node20",
  format: "esm",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  logLevel: "warning",
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  plugins: [esbuildExplorer],
});
