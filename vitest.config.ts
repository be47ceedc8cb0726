import { defineConfig } from "vitest/config";
import { vitestExplorer } from "./src/explorer/bundle.js";

export default defineConfig({
  plugins: [vitestExplorer],
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/long/**"],
    globalSetup: ["test/browser/setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    isolate: false,
    maxWorkers: "100%",
  },
});
