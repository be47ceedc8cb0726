import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { exampleClass } from "../properties/example.ts";
import { memoryWorld } from "../support/memory-world.ts";

async function under(policy: string, ...args: string[]) {
  const text = `extends: cs182-sp22\n${policy}\n`;
  const world = memoryWorld(new Map([...exampleClass(), ["policy.yaml", text]]));
  expect(await main(["slip-days", "roster.csv", ...args], world)).toBe(0);
  return world.out();
}

const BEST = "slip_days: { order: best-for-student }";

describe("the settings that slip days rest on", () => {
  it.each([
    [BEST, "best-for-student (i.slip-order), policy.yaml:2:14"],
    ["slip_days: { unit: elapsed-24h }", "elapsed-24h (i.slip-unit), policy.yaml:2:14"],
    ["slip_days: { grace: 10m }", "00:10:00 (decision.policy), policy.yaml:2:14"],
    ["slip_days: { budget: 3 }", "3 (decision.policy), policy.yaml:2:14"],
  ])("%s is named with its place, in text and as data, filtered or not", async (policy, named) => {
    for (const args of [[], ["--student", "3034100007"], ["--only", "late"]])
      expect(await under(policy, ...args)).toContain(named);
    const [value = ""] = named.split(" ");
    const data = JSON.parse(await under(policy, "--json"));
    expect(data.settings).toContainEqual(expect.objectContaining({ value, file: "policy.yaml", line: 2 }));
  });

  it("a due date of the policy file is named where the due times are compared", async () => {
    const out = await under("components: { hw3: { due: 2022-04-12 12:00 } }");
    expect(out).toContain("2022-04-12T12:00:00-07:00 (decision.policy, policy.yaml:2:22)");
    expect(out).toContain("2022-04-11T23:59:00-07:00 for 87");
  });

  it("best-for-student accepts what due-date order said it would, and leaves nobody to gain", async () => {
    const due = JSON.parse(await under("", "--json"));
    const best = JSON.parse(await under(BEST, "--json"));
    const students = new Map(best.students.map((own: { sid: string }) => [own.sid, own]));
    expect(due.summary.gains.length).toBeGreaterThan(5);
    for (const { sid, accepts, rejects } of due.summary.gains) {
      const { homeworks } = students.get(sid) as { homeworks: { assignment: string; outcome: string }[] };
      const outcomes = new Map(homeworks.map(({ assignment, outcome }) => [assignment, outcome]));
      for (const id of accepts) expect(outcomes.get(id), `${sid} ${id}`).toBe("accepted-late");
      for (const id of rejects) expect(outcomes.get(id), `${sid} ${id}`).toBe("rejected-late");
    }
    expect(best.summary.gains).toEqual([]);
    const open = best.students.filter((own: { open: string[] }) => own.open.length > 0);
    expect(open.map(({ sid }: { sid: string }) => sid)).toEqual(["3034100013"]);
  });
});

describe("extensions and Gradescope", () => {
  it("warns where extensions.csv and the export disagree on what Gradescope knows", async () => {
    const rows = [
      "sid,assignment,days,reason,in_gradescope",
      "3034100022,hw3,2,DSP accommodation,yes",
      "3034100023,hw2,2,DSP accommodation,",
    ];
    const world = memoryWorld(new Map([...exampleClass(), ["extensions.csv", `${rows.join("\n")}\n`]]));
    expect(await main(["slip-days", "roster.csv"], world)).toBe(0);
    const text = world.out().replace(/\n {6}/g, " ");
    expect(text).toContain("hw3 +2, marked, BUT Gradescope shows the class's due time");
    expect(text).toContain("hw2 +2, not marked, BUT Gradescope shows a later due time");
    expect(text).toContain(
      "Sørbråten, Greta: hw3, a later due time in Gradescope, BUT no row in extensions.csv",
    );
  });
});
