import { defineConfig } from "vitest/config";
import { vitestExplorer } from "../../src/explorer/bundle.js";

export default defineConfig({
  plugins: [vitestExplorer],
  test: {
    include: ["test/long/**/*.test.ts"],
    globalSetup: ["test/browser/setup.ts"],
    testTimeout: 1_800_000,
    maxWorkers: "100%",
  },
});
