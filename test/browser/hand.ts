import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";

/** The label of a cut-off in a track's histogram: a slider. */
export const pill = (page: Page, track: string, letter: string): Locator =>
  page.locator(`#explorer [role="slider"][data-track="${track}"][data-letter="${letter}"]`);

export const field = (page: Page, track: string, letter: string): Locator =>
  page.locator(`#explorer input[type="text"][data-track="${track}"][data-letter="${letter}"]`);

export const button = (page: Page, name: string): Locator =>
  page.locator("#explorer").getByRole("button", { name });

/** Drags a cut-off by pixels, downwards for more than 0; `keep` leaves it held. */
export async function drag(page: Page, label: Locator, pixels: number, keep = false): Promise<void> {
  await label.scrollIntoViewIfNeeded();
  const box = await label.boundingBox();
  if (box === null) throw new Error("the label is not to be seen");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + pixels, { steps: 5 });
  if (!keep) await page.mouse.up();
}

/** What the explorer shows of a track. */
export interface Shown {
  /** By letter: cut-off, students. */
  readonly letters: Readonly<Record<string, readonly [cutoff: string, students: string]>>;
  readonly gpa: string;
  /** `B to B+ | Name | SID, total N`. */
  readonly movers: readonly string[];
}

export function shown(page: Page, track: string): Promise<Shown> {
  return page.evaluate((id) => {
    const part = document.querySelector(`#explorer .track[data-track="${id}"]`);
    const texts = (parent: Element | null, selector: string) =>
      [...(parent?.querySelectorAll(selector) ?? [])].map((found) => found.textContent ?? "");
    const rows = [...(part?.querySelectorAll("tbody tr") ?? [])].map((row) => {
      const [letter = "", , students = ""] = texts(row, "th, td");
      return [letter, [row.querySelector("input")?.value ?? "", students]] as const;
    });
    return {
      letters: Object.fromEntries(rows),
      gpa: part?.querySelector(".gpa p")?.textContent ?? "",
      movers: [...(part?.querySelectorAll(".movers li") ?? [])].map((item) =>
        [...item.children].map((child) => child.textContent).join(" | "),
      ),
    };
  }, track);
}

/** Presses the download button and reads what comes. */
export async function downloaded(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    button(page, "Download cutoffs.csv").click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}
