import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { exampleClass } from "../properties/example.ts";
import { csv } from "../properties/run.ts";
import { hasChromium } from "./chromium.ts";
import { drag, pill, shown } from "./hand.ts";
import { browserForTests, publicReportOf, reportOf, withoutScripts } from "./open-page.ts";

const open = browserForTests();
const example = reportOf(exampleClass());
const publicExample = publicReportOf(exampleClass());
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [
  ["in light", {}],
  ["in dark", { colorScheme: "dark" }],
  ["at 360 pixels", { viewport: { width: 360, height: 780 } }],
];

/** What axe-core finds wrong, each with its places. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: typeof import("axe-core") };
    const { violations: found } = await axe.run(document);
    return found.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html)
          .slice(0, 3)
          .join(" ")}`,
    );
  });
}

const overflow = (page: Page) =>
  page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - document.documentElement.clientWidth);

describe.skipIf(!hasChromium)("the page to everybody", () => {
  it.each(LOOKS)(
    "holds nothing that axe-core objects to, %s, with movers listed and a typed mistake",
    async (_, options) => {
      const { page } = await open(await example, options);
      await drag(page, pill(page, "182", "B+"), 14);
      await page.locator('#explorer input[data-letter="B"]').first().fill("x");
      await page.locator('#explorer input[data-letter="B"]').first().press("Enter");
      expect(await violations(page)).toEqual([]);
    },
  );

  it("holds nothing that axe-core objects to where scripts are off", async () => {
    const { page } = await open(withoutScripts(await example));
    expect(await violations(page)).toEqual([]);
  });

  it.each(LOOKS)(
    "to post holds nothing that axe-core objects to, %s, and asks for nothing",
    async (_, options) => {
      const { page, complaints, requests } = await open(await publicExample, options);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.locator("script").count()).toBe(0);
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect([complaints, requests]).toEqual([[], []]);
    },
  );

  it("is no wider than the window, be it a phone or a wall", async () => {
    const { page } = await open(await example);
    await drag(page, pill(page, "182", "B+"), 14);
    for (const width of [320, 360, 768, 1400, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      expect(`${width}: ${await overflow(page)}`).toBe(`${width}: 0`);
    }
  });

  it("is dark where the reader wants it dark", async () => {
    const ground = async (options: BrowserContextOptions) => {
      const { page } = await open(await example, options);
      return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    };
    expect(await ground({})).toBe("rgb(255, 255, 255)");
    expect(await ground({ colorScheme: "dark" })).toMatch(
      /^rgb\((\d|[1-4]\d), (\d|[1-4]\d), (\d|[1-4]\d)\)$/,
    );
  });

  it("has no control that does nothing where scripts are off", async () => {
    const { page, complaints } = await open(await example, { javaScriptEnabled: false });
    expect(await page.locator("button, input, select, [role=slider], #explorer").count()).toBe(0);
    expect(await page.locator("main h2").count()).toBeGreaterThan(5);
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(!hasChromium)("the page on paper", () => {
  const pages = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

  it.each(["A4", "Letter"])("is the same on %s with the explorer as without", async (format) => {
    const { page } = await open(await example);
    await drag(page, pill(page, "182", "B+"), 14);
    const printed = pages(await page.pdf({ format }));
    const still = await open(withoutScripts(await example));
    expect(printed).toBe(pages(await still.page.pdf({ format })));
    expect(printed).toBeGreaterThanOrEqual(3);
    expect(printed).toBeLessThanOrEqual(10);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#explorer").isVisible()).toBe(false);
  });

  it.each([
    ["A4", 210],
    ["Letter", 216],
  ])("loses nothing beyond the edge of a sheet of %s", async (_, millimetres) => {
    const width = Math.floor(((millimetres - 28) * 96) / 25.4);
    const { page } = await open(await example, { viewport: { width, height: 1000 } });
    await page.emulateMedia({ media: "print" });
    const beyond = await page.evaluate((edge) => {
      const boxes = [...document.querySelectorAll("main table, main svg, header table")].filter(
        (own) => own.getClientRects().length > 0 && own.closest("#explorer") === null,
      );
      const column = (edge - 14) / 2;
      const wide = boxes.filter((own) => {
        const rects = [...own.getClientRects()];
        const limit = own.closest(".long") === null ? edge : column;
        return rects.some((rect) => rect.right > edge + 1 || rect.width > limit + 1);
      });
      return wide.map((own) => own.querySelector("caption, title")?.textContent);
    }, width);
    expect(beyond).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });
});

describe.skipIf(!hasChromium)("the page and the world", () => {
  it("asks for nothing, and says nothing to the console", async () => {
    const { page, complaints, requests } = await open(await example);
    await drag(page, pill(page, "182", "B+"), 14);
    await page.waitForLoadState("networkidle");
    expect([complaints, requests]).toEqual([[], []]);
  });

  it("runs no script but its own, and reaches no network, by its own policy", async () => {
    const { page } = await open(await example);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    const found = await page.evaluate(async () => {
      const refused: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
      const script = document.createElement("script");
      script.textContent = "document.title = 'run'";
      document.body.append(script);
      const link = document.createElement("a");
      link.setAttribute("onclick", "document.title = 'run'");
      document.body.append(link);
      link.click();
      const image = document.createElement("img");
      image.src = "https://example.org/x.png";
      document.body.append(image);
      const fetched = await fetch("https://example.org/").then(
        () => "answered",
        () => "refused",
      );
      await new Promise((done) => setTimeout(done, 0));
      return { title: document.title, fetched, refused };
    });
    expect(found.title).not.toBe("run");
    expect(found.fetched).toBe("refused");
    for (const directive of ["script-src-elem", "script-src-attr", "img-src", "connect-src"])
      expect(found.refused).toContain(directive);
  });

  it("shows a hostile name as text, wherever a name stands", async () => {
    const name = `</script><img src=x onerror=alert(1)>`;
    const sids = Array.from({ length: 12 }, (_, index) => String(3034000001 + index));
    const files = new Map([
      [
        "roster.csv",
        csv(
          "sid,name,email,track",
          sids.map((sid) => [sid, name, `${sid}@example.edu`, "182"]),
        ),
      ],
      [
        "scores.csv",
        csv(
          "sid,hw1,hw2,hw3,hw4,midterm1,midterm2",
          sids.map((sid, index) => [sid, "90", "90", "90", "90", String(99 - index * 4), "80"]),
        ),
      ],
    ]);
    const { page, complaints, requests } = await open(await reportOf(files));
    await pill(page, "182", "A").focus();
    for (let index = 0; index < 3; index += 1) await page.keyboard.press("PageUp");
    const { movers } = await shown(page, "182");
    expect(movers.length).toBeGreaterThan(0);
    for (const mover of movers) expect(mover).toContain(name);
    expect(await page.locator("img").count()).toBe(0);
    expect([complaints, requests]).toEqual([[], []]);
  });
});
