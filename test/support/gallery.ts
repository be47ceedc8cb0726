import { readdirSync } from "node:fs";
import { join } from "node:path";
import { main } from "../../src/main.ts";
import { fixtureFiles, textIn } from "./fixture-files.ts";
import { galleryFaults } from "./gallery-faults.ts";
import { memoryWorld } from "./memory-world.ts";
import { withOutputs } from "./written-folder.ts";

/** One folder `fixtures/errors/<subject>` or `<subject>/2`: a term that goes wrong in one way. */
export interface GalleryCase {
  /** The code that is shown, or what a folder with several codes is about. */
  readonly subject: string;
  /** The folder's path below the gallery, such as `csv-malformed/2`. */
  readonly name: string;
  readonly folder: string;
  /** case.md: what the mistake means and where it comes from. */
  readonly cause: string;
  /** cure.md: what to do about it; the first case of a subject has it for all. */
  readonly cure: string | undefined;
  /** setup.md: what no file can hold and the test simulates. */
  readonly setup: string | undefined;
  /** command.txt: the command line as it is typed inside the folder. */
  readonly command: string;
}

export interface Shown {
  /** Standard error, then `exit N`. */
  readonly text: string;
  readonly exit: number;
  readonly filesBefore: ReadonlyMap<string, Uint8Array>;
  readonly filesAfter: ReadonlyMap<string, Uint8Array>;
}

export const GALLERY = join(import.meta.dirname, "../../fixtures/errors");
const NOT_INPUTS = ["case.md", "cure.md", "setup.md", "command.txt", "expected.txt"];

/** Every case, sorted by subject; further ones of a subject stand in folders 2, 3, ... */
export function galleryCases(): readonly GalleryCase[] {
  return gallerySubjects().flatMap((subject) => {
    const further = readdirSync(join(GALLERY, subject))
      .filter((name) => /^\d+$/.test(name))
      .sort();
    return [subject, ...further.map((number) => `${subject}/${number}`)].map((name) => caseIn(subject, name));
  });
}

export function gallerySubjects(): readonly string[] {
  return readdirSync(GALLERY, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function caseIn(subject: string, name: string): GalleryCase {
  const folder = join(GALLERY, name);
  const needed = (file: string) => {
    const text = textIn(folder, file);
    if (text === undefined) throw new Error(`${name} has no ${file}`);
    return text;
  };
  return {
    subject,
    name,
    folder,
    cause: needed("case.md"),
    cure: textIn(folder, "cure.md"),
    setup: textIn(folder, "setup.md"),
    command: needed("command.txt"),
  };
}

/** Runs the command in memory, with the folder's files and the faults that its setup.md describes. */
export async function show({ name, folder, command }: GalleryCase): Promise<Shown> {
  const further = readdirSync(folder).filter((entry) => /^\d+$/.test(entry));
  const inputs = fixtureFiles(folder, new Set([...NOT_INPUTS, ...further]));
  const [line = "", piped] = command.split(" < ");
  const [program, ...argv] = line.split(" ");
  if (program !== "grades") throw new Error(`${name}/command.txt does not call grades`);
  const stdin = piped === undefined ? "" : new TextDecoder().decode(inputs.get(piped));
  const { read, change, later } = galleryFaults[name] ?? {};
  const written = later && (await withOutputs(inputs));
  if (written !== undefined) later?.(written);
  const files = written ?? inputs;
  const world = memoryWorld(files, { stdin, ...(change === undefined ? {} : { fault: change }) });
  const filesBefore = new Map(world.files);
  const readFile = (path: string) => {
    const other = read?.(path);
    return other === undefined || other === false ? world.readFile(path) : other;
  };
  const exit = await main(argv, { ...world, readFile });
  return { text: `${world.err()}exit ${exit}\n`, exit, filesBefore, filesAfter: world.files };
}
