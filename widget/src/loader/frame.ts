/** The iframe the chat lives in: of another origin, so that no script of the host page reads what is typed there. */
import { listen, say, type Said, type Word } from "../bridge";
import { loader as strings } from "../strings.nl";
import type { Config } from "./config";

/** The panel speaks before its load event; what has not spoken by then, is an error page or blocked. */
const GRACE_AFTER_LOAD = 1_500;
const LONGEST_WAIT = 15_000;

export interface Owner {
  /** The panel works; `dismissed` when the visitor left it before. */
  ready(dismissed: boolean): void;
  close(): void;
  unread(count: number): void;
  /** The panel cannot be reached; `focused` when the visitor was in it. */
  failed(focused: boolean): void;
}

export class Frame {
  #element: HTMLIFrameElement | null = null;
  /** The window that said it works: a frame that the page takes out and puts in again has another. */
  #speaker: Window | null = null;
  #waiting: Said[] = [];

  constructor(
    private readonly config: Config,
    private readonly parent: ShadowRoot,
    private readonly title: string,
    private readonly owner: Owner,
  ) {
    listen(() => this.#element?.contentWindow ?? null, config.origin, (word, { count }) => {
      if (word === "ready" || word === "dismissed") this.#welcome(word === "dismissed");
      if (word === "close") owner.close();
      if (word === "unread" && typeof count === "number") owner.unread(count);
    });
  }

  get #ready(): boolean {
    return this.#speaker === this.#element?.contentWindow;
  }

  get focused(): boolean {
    return this.#element !== null && this.parent.activeElement === this.#element;
  }

  get element(): HTMLElement | null {
    return this.#element;
  }

  set shown(shown: boolean) {
    if (this.#element) this.#element.hidden = !shown;
  }

  /** Makes the iframe, once. */
  load(): void {
    if (this.#element) return;
    const frame = document.createElement("iframe");
    frame.title = this.title ? `${this.title}: ${strings.chat}` : strings.frame;
    frame.lang = "nl-BE";
    frame.referrerPolicy = "no-referrer";
    frame.src = this.config.panel;
    this.#element = frame;
    this.parent.append(frame);
    const judge = (): void => {
      if (!this.#ready && frame.isConnected) this.#fail();
    };
    frame.addEventListener("load", () => setTimeout(judge, GRACE_AFTER_LOAD), { once: true });
    setTimeout(judge, LONGEST_WAIT);
  }

  /** Not before the panel speaks: of a frame that gets the focus while it loads, Chromium may give the keys to the page for good. */
  focus(): void {
    if (this.#ready) this.#element?.focus();
  }

  /** Says something as soon as the panel listens. */
  say(word: Word, more: Omit<Said, "wegwijs"> = {}): void {
    const said = { wegwijs: word, ...more };
    if (this.#ready && this.#speaker) say(said, this.#speaker, this.config.origin);
    else this.#waiting.push(said);
  }

  #welcome(dismissed: boolean): void {
    this.#speaker = this.#element!.contentWindow;
    this.owner.ready(dismissed);
    for (const { wegwijs, ...more } of this.#waiting.splice(0)) this.say(wegwijs, more);
  }

  #fail(): void {
    const focused = this.focused;
    this.#element?.remove();
    this.#element = null;
    this.#waiting = [];
    this.owner.failed(focused);
  }
}
