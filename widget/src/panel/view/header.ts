/** The top of the panel: what this is, that it is automated, the menu and the way out. */
import { header as strings } from "../../strings";
import type { State } from "../talk/contract";
import { h } from "./dom";
import { icon } from "./icons";
import { type Item, menu } from "./menu";

/** The title is that of the page: the server puts there what the site chose. */
export function header(title: string, items: Item[], close: (() => void) | null): HTMLElement {
  return h(
    "header",
    {},
    h("span", { class: "mark" }, icon("signpost")),
    h("div", { class: "titles" }, h("h1", {}, title), h("p", {}, strings.subtitle)),
    menu(strings.menu, items),
    close && h("button", { type: "button", class: "round", "aria-label": strings.close, onclick: close }, icon("close")),
  );
}

/** The first line: who answers here, what not to type, and whether the conversation outlives a reload in this browser. */
export class Disclosure {
  readonly element = h("p", { class: "disclosure" });

  constructor(private readonly kept: boolean) {
    this.enter("bot");
  }

  enter(state: State): void {
    const who = state === "staff" ? strings.byStaff : strings.byAssistant;
    const text = [who, strings.dutchOnly, strings.noNames, this.kept ? "" : strings.notKept].filter(Boolean).join(" ");
    if (this.element.textContent !== text) this.element.textContent = text;
  }
}
