/** Asks before something that cannot be undone. The safe answer stands first, so the dialog gives it the focus. */
import { h } from "./dom";

export interface Question {
  question: string;
  consequence: string;
  confirm: string;
  cancel: string;
}

export function ask({ question, consequence, confirm, cancel }: Question): Promise<boolean> {
  const answer = (value: string): (() => void) => () => dialog.close(value);
  const dialog = h(
    "dialog",
    { "aria-labelledby": "ask", "aria-describedby": "consequence" },
    h("h2", { id: "ask" }, question),
    h("p", { id: "consequence" }, consequence),
    h(
      "div",
      { class: "answers" },
      h("button", { type: "button", onclick: answer("no") }, cancel),
      h("button", { type: "button", class: "danger", onclick: answer("yes") }, confirm),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
