import { hasChromium } from "./chromium.ts";

/** Says at the end of a run, in one line, what was left out of it. */
export function teardown(): void {
  if (!hasChromium)
    console.log(
      "Left out: the tests in a browser, for want of Chromium. Install it or set CHROMIUM to its path.",
    );
}
