/** The line about the person of the helpdesk: where the visitor stands in the queue, or that somebody is there. */
import { person as strings } from "../../strings";
import type { Queue, State } from "../talk/contract";
import { dutch, h } from "./dom";
import { icon } from "./icons";

export class Person {
  // A region of its own: in the status line the place would be read out anew behind each other text.
  readonly #text = h("p", { "aria-live": "polite" });
  readonly #cancel: HTMLButtonElement;
  readonly element: HTMLElement;

  constructor(cancel: () => void) {
    this.#cancel = h("button", { type: "button", class: "small", onclick: cancel }, strings.cancel);
    this.element = h("div", { class: "person", hidden: true }, icon("person"), this.#text, this.#cancel);
  }

  /** Whether the keyboard is here, so that it can go on elsewhere when this line goes. */
  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  enter(state: State): void {
    this.element.hidden = state !== "waiting" && state !== "staff";
    this.#cancel.hidden = state !== "waiting";
    // That somebody came is a line of the log, which is read out already.
    this.#text.setAttribute("aria-live", state === "waiting" ? "polite" : "off");
    this.#say(state === "waiting" ? strings.waiting : state === "staff" ? strings.staff : "");
  }

  stand({ place, wait, absent }: Queue): void {
    const expected = wait === null ? [strings.unknown] : [`${strings.wait} `, dutch(wait), "."];
    this.#say(`${strings.place(place)} `, ...(absent === null ? expected : [dutch(absent)]));
  }

  #say(...parts: (string | Element)[]): void {
    const text = parts.map((part) => (typeof part === "string" ? part : part.textContent)).join("");
    if (this.#text.textContent !== text) this.#text.replaceChildren(...parts);
  }
}
