/** "Was dit nuttig?" under an answer, and why not. The visitor may change the answer; the last one counts. */
import { feedback as strings } from "../../strings";
import type { Reason, Verdict } from "../talk/contract";
import { h } from "./dom";

export type Rate = (verdict: Verdict) => Promise<void>;

export function feedback(useful: boolean | null, rate: Rate): HTMLElement {
  const thanks = h("span", { class: "meta" });
  const tell = (verdict: Verdict, failed: () => void): void => {
    rate(verdict).then(
      () => (thanks.textContent = strings.thanks),
      () => {
        failed();
        thanks.textContent = strings.failed;
      },
    );
  };
  const reasons = toggles(REASONS, strings.reasons, null, (reason, undo) => tell({ useful: false, reason }, undo));
  const why = h("div", { class: "feedback", role: "group", "aria-label": strings.why }, h("span", { class: "why" }, strings.why), ...reasons);
  const verdicts = toggles(VERDICTS, strings.verdicts, useful === null ? null : useful ? "yes" : "no", (chosen, undo) => {
    if (chosen === "no") group.append(why);
    else why.remove();
    tell({ useful: chosen === "yes" }, undo);
  });
  const group = h("div", {}, h("div", { class: "feedback", role: "group", "aria-label": strings.question }, strings.question, ...verdicts, thanks));
  return group;
}

const VERDICTS = ["yes", "no"] as const;
const REASONS: readonly Reason[] = ["niet_gevraagd", "onduidelijk", "onvolledig", "onjuist"];

/** Buttons of which one is pressed; a choice that could not be stored is taken back. */
function toggles<Value extends string>(
  values: readonly Value[],
  labels: Record<Value, string>,
  pressed: Value | null,
  choose: (value: Value, undo: () => void) => void,
): HTMLElement[] {
  const press = (chosen: Value | null): void => {
    buttons.forEach((button, index) => button.setAttribute("aria-pressed", String(values[index] === chosen)));
  };
  const buttons = values.map((value) => {
    const onclick = (): void => {
      press(value);
      choose(value, () => press(null));
    };
    return h("button", { type: "button", class: "small", "aria-pressed": "false", onclick }, labels[value]);
  });
  press(pressed);
  return buttons;
}
