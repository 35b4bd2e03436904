/** Asks to which address the conversation is to be mailed. What is typed goes to the server and is kept nowhere here. */
import { mailing as strings } from "../../strings";
import { Problem } from "../talk/problem";
import { h } from "./dom";

/** True once the server took it; false when the visitor leaves it. */
export function askAddress(send: (address: string) => Promise<void>): Promise<boolean> {
  const field = h("input", { type: "email", id: "address", autocomplete: "email", "aria-describedby": "mail-use mail-wrong", maxlength: 254 });
  const wrong = h("p", { id: "mail-wrong", class: "wrong", role: "alert" });
  const leave = h("button", { type: "button", onclick: () => dialog.close("no") }, strings.cancel);
  const form = h(
    "form",
    { novalidate: true },
    h("label", { for: "address" }, strings.address),
    field,
    wrong,
    h("div", { class: "answers" }, leave, h("button", { type: "submit", class: "primary" }, strings.send)),
  );
  const dialog = h("dialog", { "aria-labelledby": "mail" }, h("h2", { id: "mail" }, strings.title), h("p", { id: "mail-use" }, strings.use), form);
  const refuse = (text: string): void => {
    wrong.textContent = text;
    field.setAttribute("aria-invalid", "true");
    field.focus();
  };
  let busy = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = field.value.trim();
    if (busy) return;
    if (address === "" || !field.validity.valid) return refuse(strings.wrong);
    busy = true;
    wrong.textContent = "";
    field.removeAttribute("aria-invalid");
    send(address)
      .then(() => dialog.close("yes"), (fault: unknown) => refuse((fault instanceof Problem && fault.detail) || strings.failed))
      .finally(() => (busy = false));
  });
  document.body.append(dialog);
  dialog.showModal();
  field.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
