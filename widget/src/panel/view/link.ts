/** A link that cannot lead anywhere but to the web, a telephone or a mailbox; text when the address is none of those. */
import { reply as strings } from "../../strings";
import { safeHref } from "../text/links";
import { type Child, h, spoken } from "./dom";

export function link(target: string, ...children: Child[]): HTMLElement {
  const href = safeHref(target);
  if (!href) return h("span", {}, ...children);
  if (!href.startsWith("https:")) return h("a", { href }, ...children);
  // The panel is an iframe: a site must open beside it, and learns nothing of where the visitor came from.
  return h("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children, spoken(` (${strings.newWindow})`));
}

/** A link to a page of Wegwijs itself. */
export function ownLink(path: string, label: string): HTMLElement {
  return h("a", { href: path, target: "_blank", rel: "noopener noreferrer" }, label, spoken(` (${strings.newWindow})`));
}
