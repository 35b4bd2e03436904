/** Tells that the conversation ends soon because nobody says anything, and lets the visitor go on with one key. */
import { ending as strings } from "../../strings";
import times from "../../times.json";
import { h } from "./dom";
import { icon } from "./icons";

export class Ending {
  // A region that is there before its text comes, or it would not be read out.
  readonly #text = h("p", { "aria-live": "polite" });
  readonly #button: HTMLButtonElement;
  readonly element: HTMLElement;

  constructor(goOn: () => void) {
    this.#button = h("button", { type: "button", class: "small", hidden: true, onclick: goOn }, strings.goOn);
    this.element = h("div", { class: "ending" }, icon("clock"), this.#text, this.#button);
    this.warn(false);
  }

  warn(on: boolean): void {
    this.#text.textContent = on ? strings.warning(times.warning) : "";
    this.#button.hidden = !on;
    this.element.classList.toggle("quiet-bar", !on);
  }
}
