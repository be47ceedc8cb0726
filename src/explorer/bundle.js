import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The module that holds the explorer as one text; src/explorer/script.ts passes it on. */
export const MODULE = "explorer-script";

/** Builds src/explorer/main.ts into one script for the report page; the same source gives the same bytes. */
export async function explorerScript() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("main.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: ["es2022", "chrome111", "firefox115", "safari16.4"],
    loader: { ".css": "text" },
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
  });
  return outputFiles[0]?.text.trim() ?? "";
}

/** What `import script from "explorer-script"` means to esbuild. */
export const esbuildExplorer = {
  name: MODULE,
  setup(/** @type {import("esbuild").PluginBuild} */ { onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${MODULE}$`) }, () => ({ path: MODULE, namespace: MODULE }));
    onLoad({ filter: /.*/, namespace: MODULE }, async () => ({
      contents: await explorerScript(),
      loader: "text",
    }));
  },
};

/** The same for Vitest: tests that run from the source get the explorer of that source. */
export const vitestExplorer = {
  name: MODULE,
  resolveId: (/** @type {string} */ id) => (id === MODULE ? `\0${MODULE}` : undefined),
  load: async (/** @type {string} */ id) =>
    id === `\0${MODULE}` ? `export default ${JSON.stringify(await explorerScript())};` : undefined,
};
