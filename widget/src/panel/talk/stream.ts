/**
 * The event stream of one conversation: kept open, resumed after the last seq, watched for silence. Where something on the way
 * holds streams back, it polls instead, and tries a stream again after a while.
 */
import { backoff, Pause } from "./backoff";
import type { Typing } from "./contract";
import { type Line, type LineEvents, type Poll, read } from "./line";
import { Problem } from "./problem";
import { SseParser, type ServerEvent } from "./sse";

/** The server sends at least a heartbeat every 25 s; a minute of silence is a dead line. */
const LONGEST_SILENCE = 60_000;
/** Who slept for longer than a heartbeat and looks again, does not trust the line: a computer that sleeps notices no cut. */
const SLEPT = 35_000;
/** A stream says something at once; who hears nothing for so long is behind a proxy that holds it back. */
const FIRST_SIGN = 8_000;
/** A proxy may cut a stream that was idle; after so long it was a good stream all the same. */
const GOOD_STREAM = 5_000;
const POLLING = 5 * 60_000;

export class Stream implements Line {
  readonly #pause = new Pause();
  #connection = new AbortController();
  #stopped = false;
  #failures = 0;
  /** Null while streams come through. */
  #poll: Poll | null = null;
  #pollingSince = 0;
  #heard = Date.now();

  constructor(private readonly events: LineEvents) {}

  async run(): Promise<void> {
    while (!this.#stopped) {
      if (this.#poll && Date.now() - this.#pollingSince > POLLING) this.#poll = null;
      const polling = this.#poll !== null;
      const problem = await this.#connect();
      if (this.#stopped) return;
      if (problem?.gone) return this.events.gone();
      // A poll that ends has done its work, and a stream without a first sign is followed by a poll.
      if (polling ? problem === null : this.#poll) continue;
      this.#poll = null;
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

  wake(): void {
    if (Date.now() - this.#heard > SLEPT) this.#connection.abort();
    this.#pause.wake();
  }

  refresh(): void {
    this.#connection.abort();
    this.#pause.wake();
  }

  /** Reads until the connection ends, for whatever reason; null when the server ended it in good order. */
  async #connect(): Promise<Problem | null> {
    const connection = new AbortController();
    const poll = this.#poll;
    const began = Date.now();
    let watchdog = setTimeout(() => (poll ? connection.abort() : this.#fallBack(connection)), poll ? LONGEST_SILENCE : FIRST_SIGN);
    this.#connection = connection;
    try {
      const response = await this.events.open(connection.signal, poll);
      if (poll) this.#came();
      await read(response, new SseParser(), (events) => {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => connection.abort(), LONGEST_SILENCE);
        this.#came();
        for (const event of events) this.#pass(event);
      });
      if (poll === "now") this.#poll = "idle";
      return null;
    } catch (fault) {
      return fault instanceof Problem ? fault : new Problem(0);
    } finally {
      if (Date.now() - began > GOOD_STREAM) this.#failures = 0;
      clearTimeout(watchdog);
      connection.abort();
    }
  }

  #fallBack(connection: AbortController): void {
    this.#poll = "now";
    this.#pollingSince = Date.now();
    connection.abort();
  }

  #came(): void {
    if (this.#stopped) return;
    this.#heard = Date.now();
    this.events.connected(true, null);
    this.events.alive?.();
  }

  #pass(event: ServerEvent): void {
    if (this.#stopped) return;
    this.#failures = 0;
    if (this.#poll && event.type === "typing") this.#poll = shown(JSON.parse(event.data) as Typing);
    this.events.event(event);
  }
}

function shown({ on, slow }: Typing): Poll {
  return on ? (slow ? "slow" : "busy") : "idle";
}
