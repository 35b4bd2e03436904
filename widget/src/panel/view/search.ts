/** Searches the messages that are shown. What is found is marked and scrolled to; how many there are stands in the status line. */
import { search as strings } from "../../strings";
import { h } from "./dom";
import { icon } from "./icons";
import type { Status } from "./status";

/** Headings, buttons and links that the panel puts in an entry by itself. */
const AROUND = "button, summary, .sender, .spoken, .note, .feedback, .part, .sources > h3, .ways a[href^=https]";

export class Search {
  readonly #field = h("input", { type: "search", id: "search", autocomplete: "off", enterkeyhint: "search" });
  readonly element = h(
    "form",
    { class: "search", role: "search", hidden: true, novalidate: true },
    h("label", { for: "search" }, strings.label),
    this.#field,
    h("button", { type: "submit", class: "round", "aria-label": strings.next }, icon("down")),
    h("button", { type: "button", class: "round", "aria-label": strings.close, onclick: () => this.close() }, icon("close")),
  );
  #place = 0;
  #wanted = "";

  constructor(
    private readonly log: HTMLElement,
    private readonly status: Status,
    private readonly leave: () => void,
  ) {
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#next();
    });
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close();
    });
  }

  open(): void {
    this.element.hidden = false;
    this.#field.focus();
    this.#field.select();
  }

  close(): void {
    this.element.hidden = true;
    this.#mark(null);
    this.status.hide("note");
    this.leave();
  }

  /** From the newest back, for that is where one looks first. */
  #next(): void {
    const wanted = plain(this.#field.value.trim());
    const found = wanted === "" ? [] : [...this.log.querySelectorAll<HTMLElement>(".entry")].filter((entry) => plain(said(entry)).includes(wanted)).reverse();
    this.#place = wanted === this.#wanted && found.length > 0 ? (this.#place + 1) % found.length : 0;
    this.#wanted = wanted;
    this.#mark(found[this.#place] ?? null);
    this.status.show("note", found.length > 0 ? strings.found(this.#place + 1, found.length) : strings.nothing);
  }

  #mark(entry: HTMLElement | null): void {
    this.log.querySelector(".found")?.classList.remove("found");
    entry?.classList.add("found");
    entry?.scrollIntoView({ block: "nearest" });
  }
}

/** What was said in an entry, without the words of the panel around it. */
function said(entry: Element): string {
  const copy = entry.cloneNode(true) as Element;
  for (const one of copy.querySelectorAll(AROUND)) one.remove();
  return copy.textContent ?? "";
}

/** Without capitals and accents: who searches "financien" finds "Financiën". */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
