import { defineConfig } from "vitest/config";
import { vitestExplorer } from "../../esbuild.explorer.js";

export default defineConfig({
  plugins: [vitestExplorer],
  test: { include: ["test/long/**/*.test.ts"], testTimeout: 1_800_000 },
});
