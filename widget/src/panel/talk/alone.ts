/**
 * A stream for each tab, where tabs cannot share one (a page on plain http has no locks). HTTP/1.1 allows six connections to a
 * server, so only a tab in sight holds its stream; the others ask now and then.
 */
import { ask, type Line, type LineEvents } from "./line";
import { Problem } from "./problem";
import { Stream } from "./stream";

const NOW_AND_THEN = 20_000;

export class LoneStream implements Line {
  readonly #left = new AbortController();
  #stream: Stream | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly events: LineEvents) {}

  run(): void {
    document.addEventListener("visibilitychange", () => this.#turn(), { signal: this.#left.signal });
    this.#turn();
  }

  stop(): void {
    this.#left.abort();
    this.#stream?.stop();
    clearTimeout(this.#timer);
  }

  wake(): void {
    this.#stream?.wake();
  }

  refresh(): void {
    this.#stream?.refresh();
  }

  #turn(): void {
    clearTimeout(this.#timer);
    if (document.hidden) {
      this.#stream?.stop();
      this.#stream = null;
      this.#askLater();
    } else if (!this.#stream) {
      this.#stream = new Stream(this.events);
      void this.#stream.run();
    }
  }

  #askLater(): void {
    this.#timer = setTimeout(() => void this.#ask(), NOW_AND_THEN);
  }

  async #ask(): Promise<void> {
    try {
      await ask(this.events, this.#left.signal);
    } catch (fault) {
      if (fault instanceof Problem && fault.gone && !this.#left.signal.aborted) this.events.gone();
    }
    if (document.hidden && !this.#left.signal.aborted) this.#askLater();
  }
}
