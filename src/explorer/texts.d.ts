/** main.ts built into one script: see esbuild.explorer.js. */
declare module "explorer-script" {
  const text: string;
  export default text;
}

declare module "*.css" {
  const text: string;
  export default text;
}
