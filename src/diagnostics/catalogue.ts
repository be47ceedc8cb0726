import { curve } from "./kinds/curve.ts";
import { decisions } from "./kinds/decisions.ts";
import { files } from "./kinds/files.ts";
import { policy } from "./kinds/policy.ts";
import { records } from "./kinds/records.ts";
import { roster } from "./kinds/roster.ts";
import { scores } from "./kinds/scores.ts";

/** Every problem that the program can name. */
export const catalogue = { ...files, ...roster, ...scores, ...decisions, ...policy, ...curve, ...records };
