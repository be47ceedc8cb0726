import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { main } from "../../src/main.ts";
import { type Files, runOn } from "../properties/run.ts";
import { memoryWorld } from "../support/memory-world.ts";
import { hasChromium, launch } from "./chromium.ts";

/** A page in the browser, and what it did beside showing itself. */
export interface Opened {
  readonly page: Page;
  /** Messages of the console, errors of scripts and dialogs; a faultless page has none. */
  readonly complaints: readonly string[];
  /** Addresses asked for, beside the file itself. */
  readonly requests: readonly string[];
}

export type Open = (html: string, options?: BrowserContextOptions) => Promise<Opened>;

/** Starts the browser for the tests of a file; each page is opened from disk, as an instructor does. */
export function browserForTests(): Open {
  let [folder, browser]: [string, Browser | undefined] = ["", undefined];
  let files = 0;
  beforeAll(async () => {
    if (!hasChromium) return;
    folder = mkdtempSync(join(tmpdir(), "grades-page-"));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    if (folder !== "") rmSync(folder, { recursive: true, force: true });
  });
  return async (html, options = {}) => {
    if (browser === undefined) throw new Error("the browser has not started");
    files += 1;
    const file = join(folder, `report-${files}.html`);
    writeFileSync(file, html);
    const page = await browser.newPage({ viewport: { width: 1100, height: 900 }, ...options });
    const [complaints, requests]: [string[], string[]] = [[], []];
    const url = pathToFileURL(file).href;
    page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("dialog", (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      if (request.url() !== url) requests.push(request.url());
    });
    await page.goto(url);
    return { page, complaints, requests };
  };
}

/** The report page of a class. */
export async function reportOf(files: Files, args: readonly string[] = []): Promise<string> {
  return (await runOn(files, args)).text("report.html");
}

/** The page of aggregates only, as `report --public` prints it. */
export async function publicReportOf(files: Files): Promise<string> {
  const world = memoryWorld(files);
  await main(["report", "roster.csv", "--public", "-o", "-", "--quiet"], world);
  return world.out();
}

/** The page as one sees it where scripts are off. */
export function withoutScripts(html: string): string {
  return html.replaceAll(/<script[\s\S]*?<\/script>/g, "");
}
