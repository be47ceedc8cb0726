// The roster: who is enrolled, in which track, on which grading basis.
import type { Policy } from "./oracle-policy.ts";
import { reader, readTable } from "./oracle-table.ts";

export type Student = {
  readonly sid: string;
  readonly name: string;
  readonly email: string;
  readonly track: string;
  readonly basis: string; // the roster's text
  readonly scale: "letter" | "pnp" | "su" | "unclear";
  readonly graduate: boolean;
  readonly enrolled: boolean;
};

const SCALES: Record<string, Student["scale"]> = {
  ...{ LETTER: "letter", GRD: "letter" },
  ...{ EPN: "pnp", PNP: "pnp", DPN: "pnp", CPN: "pnp", "P/NP": "pnp", "DEFAULT P/NP": "pnp" },
  ...{ ESU: "su", SUS: "su", "S/U": "su" },
};

// A track named in a text: not preceded by a digit, not followed by a letter or digit.
function trackIn(text: string, policy: Policy): string | undefined {
  return [...policy.weights.keys()].find((track) =>
    new RegExp(`(?<!\\d)${track}(?![a-z\\d])`, "i").test(text),
  );
}

export function readRoster(text: string, policy: Policy): Student[] {
  const table = readTable(text);
  const sid = reader(table, "sid", "student id");
  const name = reader(table, "name");
  const email = reader(table, "email", "email address");
  const role = reader(table, "role", "status");
  const tracks = ["track", "course", "sections"].map((title) => reader(table, title));
  const terms = reader(table, "terms in attendance");
  const basis = reader(table, "basis", "grading basis");
  return table.rows.map((row) => {
    const found = tracks
      .map((track) => trackIn(track(row) ?? "", policy))
      .find((track) => track !== undefined);
    if (found === undefined) throw new Error(`no track: ${row.join(",")}`);
    const basisText = basis(row);
    return {
      sid: sid(row) ?? "",
      name: name(row) ?? "",
      email: email(row) ?? "",
      track: found,
      basis: basisText ?? "Letter",
      scale: basisText === undefined ? "letter" : (SCALES[basisText.toUpperCase()] ?? "unclear"),
      graduate: terms(row) === "G",
      enrolled: !/waitlist|drop|withdr/i.test(role(row) ?? ""),
    };
  });
}
