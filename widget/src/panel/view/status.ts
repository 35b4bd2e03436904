/**
 * One line for what goes on, above the question. It is there twice: for who looks at once, and as the only status region for who
 * listens, where texts that come by themselves or with each key follow each other slowly.
 */
import { h } from "./dom";

/** From most to least urgent; only the first that has something to say is shown. */
const SLOTS = ["error", "connection", "hint", "note", "typing"] as const;
export type Slot = (typeof SLOTS)[number];

/** What the visitor just asked for is heard at once. */
const AT_ONCE: Slot = "note";
const APART = 5_000;

/** A text of the panel, or an element where the server wrote it. */
export type Line = string | Element;

export class Status {
  readonly element = h("p", { class: "status", id: "status", "aria-hidden": "true" });
  readonly region = h("p", { class: "spoken", role: "status" });
  readonly #lines = new Map<Slot, Line>();
  readonly #timers = new Map<Slot, ReturnType<typeof setTimeout>>();
  #spoken = -APART;
  #later: ReturnType<typeof setTimeout> | undefined;

  /** Shows a text, after a while if it should not flash, and takes it away again if it should not stay. */
  show(slot: Slot, line: Line, { after = 0, during = 0 } = {}): void {
    // What already waits to be shown keeps its moment.
    if (after > 0 && this.#timers.has(slot)) return;
    this.#after(slot, after, () => {
      this.#lines.set(slot, line);
      this.#render();
      if (during > 0) this.#after(slot, during, () => this.hide(slot));
    });
  }

  hide(slot: Slot): void {
    this.#forget(slot);
    this.#lines.delete(slot);
    this.#render();
  }

  has(slot: Slot): boolean {
    return this.#lines.has(slot);
  }

  #after(slot: Slot, wait: number, task: () => void): void {
    this.#forget(slot);
    if (wait === 0) return task();
    const run = (): void => {
      this.#timers.delete(slot);
      task();
    };
    this.#timers.set(slot, setTimeout(run, wait));
  }

  #forget(slot: Slot): void {
    clearTimeout(this.#timers.get(slot));
    this.#timers.delete(slot);
  }

  get #first(): Slot | undefined {
    return SLOTS.find((name) => this.#lines.has(name));
  }

  #render(): void {
    const slot = this.#first;
    if (slot) this.element.dataset.slot = slot;
    else delete this.element.dataset.slot;
    put(this.element, slot && this.#lines.get(slot));
    this.#speak();
  }

  /** Says what is shown, now or once the text before it has had its time; by then it may be another text, or none. */
  #speak(): void {
    clearTimeout(this.#later);
    const slot = this.#first;
    const wait = slot && slot !== AT_ONCE ? this.#spoken + APART - performance.now() : 0;
    if (wait > 0) this.#later = setTimeout(() => this.#speak(), wait);
    else if (put(this.region, slot && this.#lines.get(slot)) && slot) this.#spoken = performance.now();
  }
}

/** Whether that was another text than what is there: the same one would be read out twice. */
function put(element: Element, line: Line = ""): boolean {
  const text = typeof line === "string" ? line : line.textContent;
  if (element.textContent === text) return false;
  element.replaceChildren(typeof line === "string" ? line : line.cloneNode(true));
  return true;
}
