import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** The Chromium that the tests drive: CHROMIUM, or Debian's; undefined on a machine without one. */
export function chromiumPath(): string | undefined {
  const path = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return existsSync(path) ? path : undefined;
}

export const hasChromium = chromiumPath() !== undefined;

/** Starts Chromium; root has no sandbox to give it. */
export function launch(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error("no chromium: set CHROMIUM to its path");
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args });
}
