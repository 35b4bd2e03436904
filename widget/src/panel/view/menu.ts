/** A button that shows a short list of buttons. No ARIA menu: these are plain buttons, and Tab walks them. */
import { h } from "./dom";
import { icon } from "./icons";

export interface Item {
  label: string;
  act(): void;
}

export function menu(label: string, items: Item[]): HTMLElement {
  const list = h("ul", { class: "menu-list", id: "menu", hidden: true });
  const button = h("button", { type: "button", class: "round", "aria-label": label, "aria-expanded": "false", "aria-controls": "menu" }, icon("more"));
  const element = h("div", { class: "menu" }, button, list);
  const open = (on: boolean): void => {
    list.hidden = !on;
    button.setAttribute("aria-expanded", String(on));
  };
  for (const { label: text, act } of items) {
    const choose = (): void => {
      open(false);
      button.focus();
      act();
    };
    list.append(h("li", {}, h("button", { type: "button", onclick: choose }, text)));
  }
  button.addEventListener("click", () => open(button.getAttribute("aria-expanded") === "false"));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || list.hidden) return;
    // This Escape closes the menu, not the whole panel.
    event.stopPropagation();
    open(false);
    button.focus();
  });
  document.addEventListener("click", (event) => {
    if (!element.contains(event.target as Node)) open(false);
  });
  return element;
}
