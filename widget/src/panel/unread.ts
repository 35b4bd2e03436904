/**
 * Counts what came while the visitor looked elsewhere. In the title and with a tone, who has the panel open but looks at something
 * else; on the launcher of the host page, who closed it. What was seen last is kept for the other pages and tabs of the site, with
 * the conversation it is of: the numbers of each begin at one.
 */
import { status as strings } from "../strings";
import type { Sound } from "./sound";
import type { Shelf } from "./talk/shelf";

export class Unread {
  readonly #seen: string;
  #conversation = "";
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

  begin(conversation: string): void {
    this.#conversation = conversation;
    this.look();
  }

  /** Nothing more is to be said of this conversation, least of all to the tabs that are in the next one. */
  leave(): void {
    this.#heard = [];
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

  get shown(): boolean {
    return this.#shown;
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
    if (this.#shown && !document.hidden && newest > this.#last) this.shelf.set(this.#seen, `${this.#conversation}:${newest}`);
    const seen = this.#last;
    const count = this.#shown ? 0 : this.#heard.filter((seq) => seq > seen).length;
    if (count === this.#told) return;
    this.#told = count;
    this.tell()?.(count);
  }

  get #last(): number {
    const [conversation, seq] = (this.shelf.get(this.#seen) ?? "").split(":");
    return conversation === this.#conversation ? Number(seq) : 0;
  }

  #name(): void {
    document.title = this.#elsewhere > 0 ? `(${strings.unread(this.#elsewhere)}) ${this.#title}` : this.#title;
  }
}
