/** The event stream of one conversation: kept open, resumed after the last seq, watched for silence. */
import { backoff, Pause } from "./backoff";
import { Problem } from "./problem";
import { SseParser, type ServerEvent } from "./sse";

/** The server sends at least a heartbeat every 25 s; a minute of silence is a dead line. */
const LONGEST_SILENCE = 60_000;

export interface StreamEvents {
  open(after: number, signal: AbortSignal): Promise<Response>;
  event(event: ServerEvent): void;
  connected(on: boolean, problem: Problem | null): void;
  gone(): void;
}

export class Stream {
  readonly #pause = new Pause();
  #connection = new AbortController();
  #stopped = false;
  #failures = 0;
  #after = 0;

  constructor(private readonly events: StreamEvents) {}

  async run(): Promise<void> {
    while (!this.#stopped) {
      const problem = await this.#connect();
      if (this.#stopped) return;
      if (problem?.gone) return this.events.gone();
      this.#failures += 1;
      this.events.connected(false, problem);
      await this.#pause.wait(backoff(this.#failures, problem?.retryAfter));
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#connection.abort();
    this.#pause.wake();
  }

  /** Tries now, for when the network comes back. */
  wake(): void {
    this.#pause.wake();
  }

  /** Connects anew: after the network was away, an open line may be a dead one. */
  refresh(): void {
    this.#connection.abort();
    this.#pause.wake();
  }

  /** Reads until the connection ends, for whatever reason; null when the server ended it in good order. */
  async #connect(): Promise<Problem | null> {
    const connection = new AbortController();
    this.#connection = connection;
    let watchdog = setTimeout(() => connection.abort(), LONGEST_SILENCE);
    try {
      const response = await this.events.open(this.#after, connection.signal);
      this.events.connected(true, null);
      await this.#read(response, () => {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => connection.abort(), LONGEST_SILENCE);
      });
      return null;
    } catch (fault) {
      return fault instanceof Problem ? fault : new Problem(0);
    } finally {
      clearTimeout(watchdog);
      connection.abort();
    }
  }

  async #read(response: Response, alive: () => void): Promise<void> {
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    const parser = new SseParser();
    while (reader) {
      const { done, value } = await reader.read();
      if (done || this.#stopped) return;
      alive();
      for (const event of parser.feed(decoder.decode(value, { stream: true }))) this.#pass(event);
    }
  }

  #pass(event: ServerEvent): void {
    this.#failures = 0;
    this.#after = Math.max(this.#after, Number(event.id) || 0);
    this.events.event(event);
  }
}
