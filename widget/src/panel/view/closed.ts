/** What stands in the place of the question field once a conversation is closed. */
import { closed as strings } from "../../strings";
import { h } from "./dom";

export function closedNotice(restart: () => void): HTMLElement {
  return h(
    "div",
    { class: "closed", hidden: true },
    h("p", {}, h("strong", {}, strings.notice), ` ${strings.goOn}`),
    h("button", { type: "button", class: "primary", onclick: restart }, strings.restart),
  );
}
