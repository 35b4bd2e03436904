/** The top of the panel: what this is, that it is automated, the menu and the way out. */
import { header as strings } from "../../strings.nl";
import { h } from "./dom";
import { icon } from "./icons";
import { type Item, menu } from "./menu";

export function header(items: Item[], close: (() => void) | null): HTMLElement {
  return h(
    "header",
    {},
    h("span", { class: "mark" }, icon("signpost")),
    h("div", { class: "titles" }, h("h1", {}, strings.title), h("p", {}, strings.subtitle)),
    menu(strings.menu, items),
    close && h("button", { type: "button", class: "round", "aria-label": strings.close, onclick: close }, icon("close")),
  );
}

/** `kept` tells whether the conversation outlives a reload in this browser. */
export function disclosure(kept: boolean): HTMLElement {
  return h("p", { class: "disclosure" }, kept ? strings.disclosure : `${strings.disclosure} ${strings.notKept}`);
}
