import { attempt, type GradedTerm } from "../../src/commands/attempt.ts";
import { memoryWorld } from "./memory-world.ts";

/** A class read and graded, without printing; fails with what was wrong. */
export async function gradedTerm(files: ReadonlyMap<string, string>): Promise<GradedTerm> {
  const { graded, diagnostics } = await attempt(memoryWorld(files), "roster.csv", { discover: true });
  if (graded === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return graded;
}
