/** "Was dit nuttig?" under an answer. The visitor may change the answer; the last one counts. */
import { feedback as strings } from "../../strings.nl";
import { h } from "./dom";

export type Rate = (useful: boolean) => Promise<void>;

export function feedback(useful: boolean | null, rate: Rate): HTMLElement {
  const thanks = h("span", { class: "meta" });
  const buttons = [true, false].map((value) => {
    const pressed = useful === null ? false : useful === value;
    return h(
      "button",
      { type: "button", class: "small", "aria-pressed": String(pressed), onclick: () => choose(value) },
      value ? strings.yes : strings.no,
    );
  });
  const press = (value: boolean | null): void => {
    buttons.forEach((button, index) => button.setAttribute("aria-pressed", String(value === (index === 0))));
  };
  const choose = (value: boolean): void => {
    press(value);
    rate(value).then(
      () => (thanks.textContent = strings.thanks),
      () => {
        press(null);
        thanks.textContent = strings.failed;
      },
    );
  };
  return h("div", { class: "feedback", role: "group", "aria-label": strings.question }, strings.question, ...buttons, thanks);
}
