/** Counts what came while the visitor looked elsewhere: in the title of the panel, with a tone for who asked for that. */
import { status as strings } from "../strings";
import type { Sound } from "./sound";

export class Unread {
  #count = 0;
  /** As the server wrote it: a site may have a title of its own. */
  readonly #title = document.title;

  constructor(private readonly sound: Sound) {}

  add(): void {
    if (!document.hidden && document.hasFocus()) return;
    this.#count += 1;
    this.#show();
    this.sound.play();
  }

  read(): void {
    this.#count = 0;
    this.#show();
  }

  #show(): void {
    document.title = this.#count > 0 ? `(${strings.unread(this.#count)}) ${this.#title}` : this.#title;
  }
}
