/** main.ts built into one script: see bundle.js. */
declare module "explorer-script" {
  const text: string;
  export default text;
}

declare module "*.css" {
  const text: string;
  export default text;
}
