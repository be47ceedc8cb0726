import text from "explorer-script";

/** The explorer as the report page holds it: main.ts and all that it uses in one script, made when the program is built. */
export const explorerScript: string = text;
