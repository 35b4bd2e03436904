/** Ends a conversation that nobody uses any more, with a warning in time. Counted over all tabs of the browser. */
import type { Shelf } from "./shelf";

/** The conversation ends after an hour without a word, and five minutes before that the visitor is warned (WCAG 2.2.1). */
const LONGEST_IDLE = 60 * 60_000;
const WARNING = 5 * 60_000;
const LOOK = 10_000;

export interface IdleEvents {
  warn(on: boolean): void;
  end(): void;
}

export class Idle {
  readonly #key: string;
  #counts = true;
  #warned = false;

  constructor(
    private readonly shelf: Shelf,
    site: string,
    private readonly events: IdleEvents,
  ) {
    this.#key = `wegwijs:${site}:active`;
    this.touch();
    setInterval(() => this.look(), LOOK);
  }

  /** Something was said or typed. */
  touch(): void {
    this.shelf.set(this.#key, String(Date.now()));
    this.look();
  }

  /** Who waits for a person, or talks with one, is not sent away; a closed conversation has ended already. */
  count(on: boolean): void {
    this.#counts = on;
    this.touch();
  }

  look(): void {
    const idle = this.#counts ? Date.now() - Number(this.shelf.get(this.#key) ?? Date.now()) : 0;
    const late = idle >= LONGEST_IDLE - WARNING;
    // A computer that slept through the warning still gives it.
    const over = idle >= LONGEST_IDLE && this.#warned;
    if (late !== this.#warned) this.events.warn((this.#warned = late));
    if (!over) return;
    this.#counts = false;
    this.#warned = false;
    this.events.warn(false);
    this.events.end();
  }
}
