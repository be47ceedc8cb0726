import type { Explorer } from "./page.ts";

/** What the page may do: its own style and, if any, its own script; no network, no form, no frame. */
export function contentPolicy(
  hash: (text: string) => string,
  style: string,
  script?: Explorer["script"],
): string {
  const source = (text: string) => `'sha256-${base64(hash(text))}'`;
  return [
    "default-src 'none'",
    `style-src ${source(style)}`,
    ...(script === undefined ? [] : [`script-src ${source(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes in hexadecimal as base64. */
function base64(hex: string): string {
  const bits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, "0")).join("");
  const digits = bits.match(/.{1,6}/g)?.map((six) => DIGITS[Number.parseInt(six.padEnd(6, "0"), 2)]) ?? [];
  return digits.join("").padEnd(Math.ceil(digits.length / 4) * 4, "=");
}
