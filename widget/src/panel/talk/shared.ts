/**
 * One stream for all tabs of a browser: HTTP/1.1 allows six connections to a server, and a seventh tab would wait for ever.
 * The tab that holds the lock has the stream and passes on what it hears; a hole in the numbers is filled by asking once.
 * Tabs that hear nothing for too long take the lock away from a tab that the browser has put to sleep.
 */
import { Pause } from "./backoff";
import { ask, type Line, type LineEvents } from "./line";
import { Problem } from "./problem";
import type { ServerEvent } from "./sse";
import { Stream } from "./stream";

/** A heartbeat comes every 25 s, and the tab with the stream tells when it is without. */
const LONGEST_SILENCE = 70_000;

type News = { event: ServerEvent } | { connected: boolean; detail: string | null } | { ask: true } | null;

export interface Numbered extends LineEvents {
  /** The number of the last entry that this tab shows. */
  shown(): number;
}

/** Whether this browser can share; locks exist on secure pages only, and an intranet may be plain http. */
export function canShare(): boolean {
  return "BroadcastChannel" in window && (navigator.locks as LockManager | undefined) !== undefined;
}

export class SharedStream implements Line {
  readonly #channel: BroadcastChannel;
  readonly #left = new AbortController();
  readonly #pause = new Pause();
  #stream: Stream | null = null;
  #release: () => void = () => undefined;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #asking = false;
  #holes = false;
  #connected: { connected: boolean; detail: string | null } = { connected: false, detail: null };

  constructor(
    private readonly name: string,
    private readonly events: Numbered,
  ) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.addEventListener("message", ({ data }: MessageEvent<News>) => this.#hear(data));
  }

  run(): void {
    void this.#lead({ ifAvailable: true });
  }

  stop(): void {
    this.#left.abort();
    this.#stream?.stop();
    this.#release();
    this.#channel.close();
    this.#pause.wake();
    clearTimeout(this.#watchdog);
  }

  wake(): void {
    this.#pause.wake();
    this.#stream?.wake();
    if (!this.#stream) void this.#ask();
  }

  refresh(): void {
    this.#pause.wake();
    this.#stream?.refresh();
    if (!this.#stream) void this.#ask();
  }

  /** Waits for the lock, and then has the stream until this tab goes or another takes the lock away. */
  async #lead(options: LockOptions): Promise<void> {
    try {
      await navigator.locks.request(this.name, options, (lock) => (lock ? this.#open() : this.#join()));
    } catch {
      this.#stream?.stop();
      this.#stream = null;
      if (this.#left.signal.aborted) return;
      this.#listen();
      void this.#lead({ signal: this.#left.signal });
    }
  }

  /** Another tab has the stream. */
  #join(): void {
    if (this.#left.signal.aborted) return;
    void this.#lead({ signal: this.#left.signal });
    this.#listen();
    void this.#ask();
    this.#tell({ ask: true });
  }

  #open(): Promise<void> {
    if (this.#left.signal.aborted) return Promise.resolve();
    clearTimeout(this.#watchdog);
    this.#stream = new Stream({
      open: (signal, poll) => this.events.open(signal, poll),
      event: (event) => {
        this.#tell({ event });
        this.events.event(event);
      },
      alive: () => this.#tell(null),
      connected: (on, problem) => this.#connect(on, problem),
      gone: () => this.events.gone(),
    });
    void this.#stream.run();
    return new Promise((resolve) => (this.#release = resolve));
  }

  #connect(on: boolean, problem: Problem | null): void {
    this.#connected = { connected: on, detail: problem?.detail ?? null };
    this.#tell(this.#connected);
    this.events.connected(on, problem);
  }

  #tell(news: News): void {
    if (!this.#left.signal.aborted) this.#channel.postMessage(news);
  }

  #hear(news: News): void {
    if (this.#stream) {
      if (news && "ask" in news) this.#tell(this.#connected);
      return;
    }
    this.#listen();
    if (!news || "ask" in news) return;
    if ("connected" in news) return this.events.connected(news.connected, new Problem(0, news.detail));
    const number = news.event.type === "entry" ? Number(news.event.id) : 0;
    if (number > this.events.shown() + 1) void this.#ask();
    else this.events.event(news.event);
  }

  /** The tab with the stream must be heard again within a while. */
  #listen(): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => void this.#lead({ steal: true }), LONGEST_SILENCE);
  }

  /** Asks the server once for what this tab does not show yet. Again when that fails: the tab with the stream may be well. */
  async #ask(): Promise<void> {
    this.#holes = true;
    if (this.#asking) return;
    this.#asking = true;
    while (this.#holes && !this.#stream && !this.#left.signal.aborted) {
      // An answer on its way may be older than what shows a hole now: then it is asked once more.
      this.#holes = false;
      if (!(await this.#askOnce())) this.#holes = true;
    }
    this.#asking = false;
  }

  async #askOnce(): Promise<boolean> {
    try {
      await ask(this.events, this.#left.signal);
      return true;
    } catch (fault) {
      const gone = fault instanceof Problem && fault.gone;
      if (gone && !this.#left.signal.aborted) this.events.gone();
      else await this.#pause.wait(2_000);
      return gone;
    }
  }
}
