import type { ExplorerData } from "../reports/class/explorer-data.ts";
import styles from "./explorer.css";
import { rollOf } from "./model/roll.ts";
import { element } from "./view/dom.ts";
import { explorer } from "./view/explorer.ts";

/** Turns the report page into the explorer: reads the data that the page holds and puts a section beside the others. */
function start(): void {
  const data = document.getElementById("explorer-data")?.textContent;
  const totals = document.getElementById("totals");
  if (typeof data !== "string" || totals === null) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  totals.after(explorer(rollOf(JSON.parse(data) as ExplorerData)));
  const link = element("a", { href: "#explorer" }, "Try other cut-offs");
  document.querySelector('nav a[href="#totals"]')?.parentElement?.after(element("li", {}, link));
}

start();
