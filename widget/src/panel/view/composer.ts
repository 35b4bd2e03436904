/** Where the visitor types. Nothing typed is lost: too long a text is told, not cut. */
import { composer as strings } from "../../strings";
import { LONGEST_MESSAGE, SEALED_FIELDS } from "../talk/contract";
import { looksPersonal } from "../text/hints";
import { lengthOf } from "../text/length";
import { h } from "./dom";
import { icon } from "./icons";
import type { Status } from "./status";

/** How many words a message has that could name somebody: from there what is kept of it can be asked for. */
const SAYS = 3;

function says(text: string): boolean {
  return text.split(/\s+/).length >= SAYS;
}

/** From how many characters before the limit the visitor sees what is left. */
const COUNTDOWN = 400;

export class Composer {
  readonly #text = h("textarea", {
    id: "question",
    rows: 1,
    placeholder: strings.placeholder,
    "aria-describedby": "status left",
    enterkeyhint: "send",
    autocomplete: "off",
  });
  readonly #left = h("span", { id: "left", class: "left" });
  readonly #preview = h("button", { type: "button", class: "preview", hidden: true }, strings.preview);
  readonly element = h(
    "form",
    { class: "composer", novalidate: true },
    h("label", { class: "spoken", for: "question" }, strings.label),
    this.#text,
    h("button", { type: "submit", class: "send" }, icon("send"), h("span", { class: "spoken" }, strings.send)),
    this.#preview,
    this.#left,
  );

  #asksContact = false;

  constructor(
    private readonly status: Status,
    private readonly send: (text: string) => void,
    private readonly masked: (text: string) => Promise<string>,
    private readonly draft: { load(): string; save(text: string): void },
  ) {
    this.#text.value = draft.load();
    this.#preview.addEventListener("click", () => void this.#show());
    this.#text.addEventListener("input", () => {
      this.#keep();
      this.#judge();
    });
    this.#text.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#submit();
    });
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
  }

  focus(): void {
    this.#text.focus();
  }

  /** Which field of a form was asked last, if any: the visitor then answers, and may be asked for contact details. */
  expect(field: string | null): void {
    this.#asksContact = field !== null && SEALED_FIELDS.includes(field);
    this.#text.placeholder = field === null ? strings.placeholder : strings.answer;
    this.#judge();
  }

  /** Gives a text back that could not be sent, unless the visitor is already typing another. */
  restore(text: string): void {
    if (this.#text.value === "") this.#fill(text);
  }

  /** Puts a question ready: behind what the visitor already typed, which stays as it is under the cursor. */
  add(text: string): void {
    const { value, selectionStart, selectionEnd } = this.#text;
    if (value === "") return this.#fill(text);
    if (value.endsWith(text)) return;
    this.#fill(`${value}\n${text}`);
    this.#text.setSelectionRange(selectionStart, selectionEnd);
  }

  /** What was typed goes too when the visitor erases the conversation. */
  forget(): void {
    this.#fill("");
  }

  #submit(): void {
    const text = this.#text.value.trim();
    this.focus();
    if (text === "" || lengthOf(text) > LONGEST_MESSAGE) return;
    this.#fill("");
    this.send(text);
  }

  #fill(text: string): void {
    this.#text.value = text;
    this.#keep();
    this.#judge();
  }

  /** Contact details that a form asks for are kept nowhere before they are sent. */
  #keep(): void {
    this.draft.save(this.#asksContact ? "" : this.#text.value);
  }

  #judge(): void {
    const text = this.#text.value.trim();
    const left = LONGEST_MESSAGE - lengthOf(text);
    this.#text.setAttribute("aria-invalid", String(left < 0));
    this.#left.textContent = left <= COUNTDOWN && left >= 0 ? strings.left(left) : "";
    if (left < 0) this.status.show("error", strings.tooLong(-left));
    else this.status.hide("error");
    const personal = looksPersonal(text);
    if (personal) this.status.show("hint", this.#asksContact ? strings.sealing : strings.personal);
    else this.status.hide("hint");
    this.#preview.hidden = this.#asksContact || !(personal || says(text));
    this.#preview.classList.toggle("needed", personal);
    this.#grow();
  }

  /** Only when asked: until then what is typed stays on the device. */
  async #show(): Promise<void> {
    const text = this.#text.value.trim();
    const shown = await this.masked(text).then(strings.previewed, () => strings.notPreviewed);
    if (this.#text.value.trim() === text) this.status.show("hint", shown);
  }

  #grow(): void {
    this.#text.style.height = "auto";
    this.#text.style.height = `${this.#text.scrollHeight + 2}px`;
  }
}
