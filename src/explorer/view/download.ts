import { element } from "./dom.ts";

let last: string | undefined;

/** Hands a file to the browser to keep; it never leaves the machine. */
export function offerFile(name: string, text: string): void {
  if (last !== undefined) URL.revokeObjectURL(last);
  last = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = element("a", { href: last, download: name });
  document.body.append(link);
  link.click();
  link.remove();
}
