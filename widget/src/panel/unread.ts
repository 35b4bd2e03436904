/**
 * Counts what came while the visitor looked elsewhere. In the title and with a tone, who has the panel open but looks at something
 * else; on the launcher of the host page, who closed it. What was seen last is kept for the other pages and tabs of the site.
 */
import { status as strings } from "../strings";
import type { Sound } from "./sound";
import type { Shelf } from "./talk/shelf";

export class Unread {
  readonly #seen: string;
  /** Numbers of what this panel heard from others than the visitor. */
  #heard: number[] = [];
  #elsewhere = 0;
  #shown = true;
  #told = 0;
  /** As the server wrote it: a site may have a title of its own. */
  readonly #title = document.title;

  constructor(
    private readonly sound: Sound,
    private readonly shelf: Shelf,
    site: string,
    /** Null where nothing closes the panel. */
    private readonly tell: () => ((count: number) => void) | null,
  ) {
    this.#seen = `wegwijs:${site}:seen`;
  }

  /** Another conversation: its numbers begin again. */
  begin(resumed: boolean): void {
    this.#heard = [];
    if (!resumed) this.shelf.remove(this.#seen);
    this.look();
  }

  /** A line of the log; `fresh` when it is no history. */
  add(seq: number, theirs: boolean, fresh: boolean): void {
    if (theirs) this.#heard.push(seq);
    if (theirs && fresh && (!this.#shown || document.hidden || !document.hasFocus())) {
      this.#elsewhere += 1;
      this.#name();
      this.sound.play();
    }
    this.look();
  }

  /** The visitor sees the panel, or no longer. */
  show(on: boolean): void {
    this.#shown = on;
    if (on) this.read();
    else this.look();
  }

  read(): void {
    if (!this.#shown) return;
    this.#elsewhere = 0;
    this.#name();
    this.look();
  }

  /** Counts again, as when another tab showed what came. */
  look(): void {
    const newest = this.#heard[this.#heard.length - 1] ?? 0;
    if (this.#shown && !document.hidden && newest > this.#last) this.shelf.set(this.#seen, String(newest));
    const seen = this.#last;
    const count = this.#shown ? 0 : this.#heard.filter((seq) => seq > seen).length;
    if (count === this.#told) return;
    this.#told = count;
    this.tell()?.(count);
  }

  get #last(): number {
    return Number(this.shelf.get(this.#seen) ?? 0);
  }

  #name(): void {
    document.title = this.#elsewhere > 0 ? `(${strings.unread(this.#elsewhere)}) ${this.#title}` : this.#title;
  }
}
