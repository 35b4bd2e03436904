/** A button that shows a short list of buttons. No ARIA menu: these are plain buttons, and Tab walks them. */
import { h } from "./dom";
import { icon } from "./icons";
import { ownLink as link } from "./link";

export interface Item {
  /** A function where the label tells a state. */
  label: string | (() => string);
  /** What it does, or the page it leads to. */
  act: (() => void) | string;
  /** The first of a group of its own. */
  apart?: boolean;
  /** Cannot be taken back. */
  grave?: boolean;
}

export function menu(label: string, items: Item[]): HTMLElement {
  const list = h("ul", { class: "menu-list", id: "menu", hidden: true });
  const button = h("button", { type: "button", class: "round", "aria-label": label, "aria-expanded": "false", "aria-controls": "menu" }, icon("more"));
  const element = h("div", { class: "menu" }, button, list);
  const open = (on: boolean): void => {
    list.hidden = !on;
    button.setAttribute("aria-expanded", String(on));
  };
  for (const { label: text, act, apart, grave } of items) {
    const place = apart ? "apart" : null;
    if (typeof act === "string") {
      list.append(h("li", { class: place }, link(act, name(text))));
      continue;
    }
    const choose = (): void => {
      open(false);
      button.focus();
      act();
      entry.textContent = name(text);
    };
    const entry = h("button", { type: "button", class: grave ? "grave" : null, onclick: choose }, name(text));
    list.append(h("li", { class: place }, entry));
  }
  button.addEventListener("click", () => open(button.getAttribute("aria-expanded") === "false"));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || list.hidden) return;
    // This Escape closes the menu, not the whole panel.
    event.stopPropagation();
    open(false);
    button.focus();
  });
  // By Tab alone: a browser that gives a pressed button no focus would else close the list before the press is a click.
  let tabbed = false;
  element.addEventListener("keydown", ({ key }) => (tabbed = key === "Tab"));
  element.addEventListener("focusout", ({ relatedTarget }) => {
    if (tabbed && !element.contains(relatedTarget as Node | null)) open(false);
  });
  element.addEventListener("pointerdown", () => (tabbed = false));
  document.addEventListener("click", (event) => {
    if (!element.contains(event.target as Node)) open(false);
  });
  return element;
}

function name(label: string | (() => string)): string {
  return typeof label === "string" ? label : label();
}
