import type { Kinds } from "../recognise.ts";
import type { ScoreFile } from "../score-file.ts";
import { canvas } from "./canvas.ts";
import { gradescopeAssignment } from "./gradescope-assignment.ts";
import { gradescopeCourse } from "./gradescope-course.ts";
import { plainScores } from "./plain.ts";
import { tidy } from "./tidy.ts";

/** Every kind of score file that is read. */
export const scoreKinds: Kinds<ScoreFile> = {
  exported: [gradescopeCourse, gradescopeAssignment, canvas, tidy],
  plain: plainScores,
};
