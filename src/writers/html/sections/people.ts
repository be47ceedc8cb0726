import type { Person } from "../../../reports/class/person.ts";
import { type Child, fromFile } from "../markup.ts";
import { type Column, column } from "../table.ts";

/** The first columns of every list of students. */
export const PERSON: readonly Column[] = [column("SID"), column("name"), column("track")];

export function personCells({ sid, name, track }: Person): readonly Child[] {
  return [fromFile(sid), fromFile(name), fromFile(track)];
}
