/** Copies a reply as text. By the old command: in an iframe of another origin the clipboard API may be forbidden. */
import { copy as strings, language } from "../../strings";
import { h } from "./dom";
import { icon } from "./icons";

export function copyButton(text: string): HTMLElement {
  const label = h("span", {}, strings.copy);
  const onclick = (): void => {
    const done = copied(text);
    label.textContent = done ? strings.copied : strings.failed;
    button.focus();
  };
  const button = h("button", { type: "button", class: "copy", lang: language, onclick }, icon("copy"), label);
  return button;
}

function copied(text: string): boolean {
  const field = h("textarea", { class: "spoken", "aria-hidden": "true" }, text);
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
