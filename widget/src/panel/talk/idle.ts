/**
 * Ends a conversation that nobody uses any more, with a warning in time. Counted over all tabs of the browser. Out of sight it
 * ends nothing: who opens the panel later is warned then, and has the whole time to go on (WCAG 2.2.1).
 */
import times from "../../times.json";
import type { Shelf } from "./shelf";

const MINUTE = 60_000;
const LONGEST_IDLE = times.idle * MINUTE;
const WARNING = times.warning * MINUTE;
const LOOK = 10_000;

export interface IdleEvents {
  /** Whether the visitor can see the warning now. */
  inSight(): boolean;
  warn(on: boolean): void;
  end(): void;
}

export class Idle {
  readonly #key: string;
  #counts = false;
  #warned = false;

  constructor(
    private readonly shelf: Shelf,
    site: string,
    private readonly events: IdleEvents,
  ) {
    this.#key = `wegwijs:${site}:active`;
    setInterval(() => this.look(), LOOK);
  }

  /** A conversation began or was taken up, or something was said or typed in it. */
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
    const idle = this.#counts && this.events.inSight() ? Date.now() - Number(this.shelf.get(this.#key) ?? Date.now()) : 0;
    const warned = this.#warned;
    this.#warn(idle >= LONGEST_IDLE - WARNING);
    // From the warning on, and not from the last word: a computer may have slept, or the panel was out of sight.
    if (this.#warned && !warned) this.shelf.set(this.#key, String(Date.now() - LONGEST_IDLE + WARNING));
    if (!warned || idle < LONGEST_IDLE) return;
    this.#counts = false;
    this.#warn(false);
    this.events.end();
  }

  #warn(on: boolean): void {
    if (on !== this.#warned) this.events.warn((this.#warned = on));
  }
}
