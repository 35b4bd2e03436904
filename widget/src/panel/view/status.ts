/** One line for what goes on, above the question: the only status region, so that screen readers hear one thing at a time. */
import { h } from "./dom";

/** From most to least urgent; only the first that has something to say is shown. */
const SLOTS = ["error", "connection", "hint", "note", "typing"] as const;
export type Slot = (typeof SLOTS)[number];

export class Status {
  readonly element = h("p", { class: "status", id: "status", role: "status" });
  readonly #texts = new Map<Slot, string>();
  readonly #timers = new Map<Slot, ReturnType<typeof setTimeout>>();

  /** Shows a text, after a while if it should not flash, and takes it away again if it should not stay. */
  show(slot: Slot, text: string, { after = 0, during = 0 } = {}): void {
    // What already waits to be shown keeps its moment.
    if (after > 0 && this.#timers.has(slot)) return;
    this.#later(slot, after, () => {
      this.#texts.set(slot, text);
      this.#render();
      if (during > 0) this.#later(slot, during, () => this.hide(slot));
    });
  }

  hide(slot: Slot): void {
    this.#forget(slot);
    this.#texts.delete(slot);
    this.#render();
  }

  has(slot: Slot): boolean {
    return this.#texts.has(slot);
  }

  #later(slot: Slot, wait: number, task: () => void): void {
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

  #render(): void {
    const slot = SLOTS.find((name) => this.#texts.has(name));
    const text = slot ? (this.#texts.get(slot) ?? "") : "";
    if (slot) this.element.dataset.slot = slot;
    else delete this.element.dataset.slot;
    if (this.element.textContent !== text) this.element.textContent = text;
  }
}
