import { describe, expect, it } from "vitest";
import { exampleClass } from "../properties/example.ts";
import { type Row, runOn } from "../properties/run.ts";
import { hasChromium } from "./chromium.ts";
import { button, downloaded, drag, field, pill, shown } from "./hand.ts";
import { browserForTests, reportOf } from "./open-page.ts";

const open = browserForTests();
const example = reportOf(exampleClass());
const openExample = async () => open(await example);

describe.skipIf(!hasChromium)("a cut-off that is dragged", () => {
  it("takes letters, counts, GPA and the names of who moves with it, before it is let go", async () => {
    const { page, complaints, requests } = await openExample();
    const before = await shown(page, "182");
    expect(before.letters["B+"]).toEqual(["84.3", "28"]);
    expect(before.movers).toEqual([]);
    await drag(page, pill(page, "182", "B+"), 10, true);
    const during = await shown(page, "182");
    const [cutoff = "", students] = during.letters["B+"] ?? [];
    expect(Number(cutoff)).toBeLessThan(84.3);
    expect(cutoff).toMatch(/^83(\.\d)?$/);
    expect(during.movers.length).toBeGreaterThan(0);
    expect(Number(students)).toBeGreaterThan(28);
    for (const mover of during.movers)
      expect(mover).toMatch(/^▲ B to B\+ \| .+ \| 30\d{8}, total 8[34]\.\d{4}/);
    expect(during.gpa).not.toBe(before.gpa);
    expect(await pill(page, "182", "B+").getAttribute("aria-valuenow")).toBe(cutoff);
    await page.mouse.up();
    expect(await shown(page, "182")).toEqual(during);
    expect(await page.locator("#explorer [role=status]").textContent()).toContain("a better letter");
    expect([complaints, requests]).toEqual([[], []]);
  });

  it("stops before its neighbours, however far it is pulled", async () => {
    const { page } = await openExample();
    await drag(page, pill(page, "182", "B+"), -300);
    expect((await shown(page, "182")).letters["B+"]?.[0]).toBe("85.9");
    await drag(page, pill(page, "182", "B+"), 300);
    expect((await shown(page, "182")).letters["B+"]?.[0]).toBe("81.7");
  });

  it("can be dragged by its line, and returns on Escape", async () => {
    const { page } = await openExample();
    const line = page.locator('#explorer .track[data-track="182"] .line').first();
    await drag(page, line, 12, true);
    expect((await shown(page, "182")).letters.A?.[0]).not.toBe("90");
    await page.keyboard.press("Escape");
    expect((await shown(page, "182")).letters.A?.[0]).toBe("90");
    await page.mouse.move(500, 100);
    await page.mouse.up();
    expect((await shown(page, "182")).letters.A?.[0]).toBe("90");
    expect(await button(page, "Undo").getAttribute("aria-disabled")).toBe("true");
  });

  it("follows a finger", async () => {
    const { page } = await open(await example, { hasTouch: true, viewport: { width: 360, height: 780 } });
    const label = pill(page, "182", "B-");
    await label.scrollIntoViewIfNeeded();
    const box = await label.boundingBox();
    const session = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", by = 0) =>
      session.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x: (box?.x ?? 0) + 30, y: (box?.y ?? 0) + 12 + by }],
      });
    const scrolled = await page.evaluate(() => scrollY);
    await touch("touchStart");
    for (const by of [6, 12, 18, 24]) await touch("touchMove", by);
    await touch("touchEnd");
    expect(Number((await shown(page, "182")).letters["B-"]?.[0])).toBeLessThan(75);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  });
});

describe.skipIf(!hasChromium)("the keyboard", () => {
  it("moves a cut-off by tenths, points, students, and to the neighbours", async () => {
    const { page } = await openExample();
    const label = pill(page, "182", "A");
    await label.focus();
    const press = async (key: string) => {
      await page.keyboard.press(key);
      return label.getAttribute("aria-valuenow");
    };
    expect(await press("ArrowDown")).toBe("89.9");
    expect(await press("ArrowUp")).toBe("90");
    expect(await press("Shift+ArrowUp")).toBe("91");
    expect(await press("ArrowLeft")).toBe("90.9");
    expect(await press("Home")).toBe("86.1");
    await press("End");
    expect((await shown(page, "182")).letters.A?.[1]).toBe("0");
    await press("PageDown");
    expect((await shown(page, "182")).letters.A?.[1]).toBe("1");
    expect(await label.getAttribute("aria-valuetext")).toMatch(/^\d+(\.\d+)?: 1 student with A$/);
    expect(await press("Control+z")).not.toBe("90");
  });

  it("reaches every control, and shows where it is", async () => {
    const { page } = await openExample();
    await button(page, "Download cutoffs.csv").focus();
    const seen: string[] = [];
    for (let index = 0; index < 26; index += 1) {
      await page.keyboard.press("Tab");
      seen.push(
        await page.evaluate(() => {
          const own = document.activeElement;
          const outline = own === null ? "" : getComputedStyle(own).outlineStyle;
          return `${own?.getAttribute("role") ?? own?.tagName} ${own?.getAttribute("data-letter")} ${outline}`;
        }),
      );
    }
    for (const letter of ["A", "A-", "B+", "D-"]) {
      expect(seen).toContain(`slider ${letter} solid`);
      expect(seen).toContain(`INPUT ${letter} solid`);
    }
  });
});

describe.skipIf(!hasChromium)("a cut-off that is typed", () => {
  it("is followed exactly as soon as it can stand", async () => {
    const { page } = await openExample();
    await field(page, "182", "B").fill("81.575");
    expect(await pill(page, "282A", "B").getAttribute("aria-valuenow")).toBe("81.575");
    await field(page, "182", "B").press("Enter");
    expect((await downloaded(page)).text).toContain("182,B,81.575\n");
  });

  it("is refused with a word when it is no plain decimal or out of order, and nothing moves", async () => {
    const { page } = await openExample();
    const input = field(page, "182", "B");
    const decimal = "B: write a plain decimal such as 86.5, or nothing for no cut-off.";
    const order = "B must be above 75, the cut-off of B-, and below 84.3, the cut-off of B+.";
    for (const [text, message] of [
      ["8e1", decimal],
      ["81,5", decimal],
      ["84.3", order],
      ["74", order],
    ] as const) {
      await input.fill(text);
      await input.press("Enter");
      expect(await page.locator('#explorer .track[data-track="182"] .problem').textContent()).toBe(message);
      expect(await input.getAttribute("aria-invalid")).toBe("true");
      expect(await pill(page, "182", "B").getAttribute("aria-valuenow")).toBe("81.6");
      await input.press("Escape");
      expect(await input.inputValue()).toBe("81.6");
      expect(await input.getAttribute("aria-invalid")).toBeNull();
    }
  });

  it("gives a letter to somebody who had none, and takes one away when left blank", async () => {
    const { page } = await openExample();
    await field(page, "182", "A+").fill("98");
    await field(page, "182", "A+").press("Enter");
    expect(Number((await shown(page, "182")).letters["A+"]?.[1])).toBeGreaterThan(0);
    await field(page, "182", "D-").fill("");
    await field(page, "182", "D-").press("Enter");
    expect((await shown(page, "182")).letters["D-"]).toEqual(["", "0"]);
    expect(await pill(page, "182", "D-").count()).toBe(0);
    expect(await pill(page, "182", "A+").count()).toBe(1);
  });
});

describe.skipIf(!hasChromium)("undo and reset", () => {
  it("lead back step by step, and to the proposal and back from there", async () => {
    const { page } = await openExample();
    const proposal = await shown(page, "182");
    await drag(page, pill(page, "182", "B+"), 10);
    const first = await shown(page, "182");
    await pill(page, "182", "A").focus();
    await page.keyboard.press("Shift+ArrowDown");
    const second = await shown(page, "182");
    await button(page, "Undo").click();
    expect(await shown(page, "182")).toEqual(first);
    await page.keyboard.press("Control+z");
    expect(await shown(page, "182")).toEqual(proposal);
    expect(await button(page, "Undo").getAttribute("aria-disabled")).toBe("true");
    await pill(page, "182", "C").focus();
    await page.keyboard.press("Shift+ArrowDown");
    expect(await shown(page, "182")).not.toEqual(second);
    await button(page, "Back to the proposal").click();
    expect(await shown(page, "182")).toEqual(proposal);
    await button(page, "Undo").click();
    expect((await shown(page, "182")).letters.C?.[0]).toBe("68");
  });
});

describe.skipIf(!hasChromium)("the download", () => {
  const grades = async (cutoffs: string) => {
    const files = new Map([...exampleClass(), ["cutoffs.csv", cutoffs]]);
    return (await runOn(files, ["--cutoffs", "cutoffs.csv"])).rows("grades.csv");
  };
  const count = (rows: readonly Row[], track: string, letter: string) =>
    String(rows.filter((row) => row.track === track && row.grade === letter).length);

  it("gives what compute --cutoffs takes, and compute the letters that the page showed", async () => {
    const { page } = await openExample();
    await drag(page, pill(page, "182", "B+"), 14);
    await drag(page, pill(page, "182", "A"), -9);
    const before = await runOn(exampleClass());
    const { name, text } = await downloaded(page);
    expect(name).toBe("cutoffs.csv");
    const rows = await grades(text);
    for (const track of ["182", "282A"]) {
      const { letters, movers } = await shown(page, track);
      for (const [letter, [, students]] of Object.entries(letters))
        expect(`${letter} ${count(rows, track, letter)}`).toBe(`${letter} ${students}`);
      const changed = rows.flatMap((row, index) => {
        const old = before.rows("grades.csv")[index]?.letter ?? "";
        return row.track !== track || row.letter === old ? [] : [`${old} to ${row.letter} ${row.sid}`];
      });
      const named = movers.map((mover) => mover.replace(/^. (.*) \| .* \| (\d+),.*$/, "$1 $2"));
      expect(named.toSorted()).toEqual(changed.toSorted());
      expect(named.length).toBeGreaterThan(0);
    }
  });

  it("holds 282A's own cut-offs once it has some", async () => {
    const { page } = await openExample();
    await page.getByLabel("Same cut-offs as 182").uncheck();
    await field(page, "282A", "A").fill("93");
    await field(page, "282A", "A").press("Enter");
    const { text } = await downloaded(page);
    expect(text).toContain("182,A,90\n");
    expect(text).toContain("282A,A,93\n");
    const rows = await grades(text);
    expect((await shown(page, "282A")).letters.A?.[1]).toBe(count(rows, "282A", "A"));
    await page.getByLabel("Same cut-offs as 182").check();
    expect((await downloaded(page)).text).toContain("282A,A,90\n");
  });

  it("is the program's own cutoffs.csv while nothing has moved", async () => {
    const { page } = await openExample();
    expect((await downloaded(page)).text).toBe((await runOn(exampleClass())).text("cutoffs.csv"));
  });
});
