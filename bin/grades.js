#!/usr/bin/env node
import("../dist/main.js").then(async ({ main, nodeWorld }) => {
  process.exitCode = await main(process.argv.slice(2), nodeWorld(process));
});
