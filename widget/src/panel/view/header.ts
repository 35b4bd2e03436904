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

export function disclosure(): HTMLElement {
  return h("p", { class: "disclosure" }, strings.disclosure);
}
