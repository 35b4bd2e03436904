/**
 * Quick replies as buttons under a reply. Used ones stay where they are and stay readable; they are aria-disabled, never
 * disabled, because a disabled button loses the focus to nowhere.
 */
import { reply as strings } from "../../strings";
import type { Choice } from "../talk/contract";
import { h } from "./dom";
import { icon } from "./icons";

/** Choices that lead away from the question, or back. */
const QUIET: readonly string[] = ["overslaan", "medewerker", "assistent", "stop", "veld"];

export type Pick = (choice: Choice) => void;

export function choices(list: Choice[], pick: Pick): HTMLElement {
  const group = h("div", { class: "choices", role: "group", "aria-label": strings.choices });
  for (const choice of list) group.append(button(choice, group, pick));
  return group;
}

/** Ends a group: nothing in it can be picked any more, and the button with this label, if any, shows as chosen. */
export function settle(group: Element, label: string | null): void {
  for (const choice of group.querySelectorAll("button:not([aria-disabled])")) {
    choice.setAttribute("aria-disabled", "true");
    if (choice.textContent !== label) continue;
    choice.classList.add("chosen");
    choice.prepend(icon("check"));
    // A name, not text: text that is added in a live log is read out, and the visitor's own message says it already.
    choice.setAttribute("aria-label", `${label} (${strings.chosen})`);
  }
}

function button(choice: Choice, group: Element, pick: Pick): HTMLElement {
  const quiet = QUIET.includes(choice.value.split(":")[0] ?? "");
  const element = h("button", { type: "button", class: quiet ? "choice quiet" : "choice" }, choice.label);
  element.addEventListener("click", () => {
    if (element.hasAttribute("aria-disabled")) return;
    settle(group, choice.label);
    pick(choice);
  });
  return element;
}
