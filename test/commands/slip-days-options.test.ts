import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { exampleClass } from "../properties/example.ts";
import { memoryWorld } from "../support/memory-world.ts";

async function failing(...args: string[]) {
  const world = memoryWorld(exampleClass());
  const exit = await main(["slip-days", "roster.csv", "--quiet", ...args], world);
  return { exit, out: world.out(), err: world.err() };
}

describe("options of slip-days that cannot be", () => {
  it.each([
    [["--only", "early"], "option-value"],
    [["--assignment", "hw9"], "option-unknown-name"],
    [["--assignment", "project"], "option-unknown-name"],
    [["--csv", "--json"], "option-conflict"],
    [["--csv", "--declared", "extensions.csv"], "option-conflict"],
  ])("%j is wrong usage, with a hint", async (args, code) => {
    const { exit, err } = await failing(...args);
    expect(exit).toBe(2);
    expect(err).toContain(`error[${code}]: `);
    expect(err).toMatch(/^ {2}hint: \S/m);
  });

  it("names the students of the class who are meant by nobody's SID", async () => {
    const { exit, out, err } = await failing("--student", "303410000x");
    expect({ exit, out }).toEqual({ exit: 1, out: "" });
    expect(err).toContain("did you mean 303410000");
  });

  it("finds nobody who is only on the waiting list", async () => {
    expect((await failing("--student", "3034100091")).exit).toBe(1);
  });

  it("tells errors as data with --json", async () => {
    const { exit, out } = await failing("--only", "early", "--json");
    expect(JSON.parse(out)).toMatchObject({ exit, errors: [{ code: "option-value" }] });
  });
});
