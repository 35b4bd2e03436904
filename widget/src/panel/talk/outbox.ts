/**
 * Messages on their way: each stays here, under the same client_id, until the server says that it is stored or refuses it.
 * Each message has a key of its own, so that two tabs of one visitor do not overwrite each other's.
 */
import { backoff, Pause } from "./backoff";
import type { Acknowledged, Message } from "./contract";
import { Problem } from "./problem";
import type { Shelf } from "./shelf";

export interface OutboxEvents {
  deliver(message: Message): Promise<Acknowledged>;
  acknowledged(message: Message, answer: Acknowledged): void;
  /** The message did not arrive yet and is tried again by itself. */
  delayed(message: Message, problem: Problem): void;
  /** The server will never take this message. */
  rejected(message: Message, problem: Problem): void;
  /** The conversation is no longer there; the message waits for the next one. */
  gone(): void;
}

export class Outbox {
  readonly #prefix: string;
  #queue: Message[];
  #running = false;

  constructor(
    private readonly shelf: Shelf,
    site: string,
    private readonly events: OutboxEvents,
    private readonly pause: Pick<Pause, "wait" | "wake"> = new Pause(),
  ) {
    this.#prefix = `wegwijs:${site}:outbox:`;
    this.#queue = this.#stored();
  }

  get waiting(): readonly Message[] {
    return this.#queue;
  }

  add(message: Message): void {
    this.shelf.set(this.#key(message), JSON.stringify({ ...message, order: Date.now() }));
    this.#queue.push(message);
  }

  /** Sends what waits, in order, one at a time. */
  async run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let failures = 0, message = this.#queue[0]; message; message = this.#queue[0]) {
      const problem = await this.#try(message);
      if (problem?.gone) break;
      failures = problem?.temporary ? failures + 1 : 0;
      if (problem?.temporary) await this.pause.wait(backoff(failures, problem.retryAfter));
    }
    this.#running = false;
    if (this.#queue.length > 0) this.events.gone();
  }

  /** Tries now, for when the network comes back. */
  wake(): void {
    this.pause.wake();
  }

  clear(): void {
    for (const message of this.#queue) this.shelf.remove(this.#key(message));
    this.#queue = [];
    this.pause.wake();
  }

  async #try(message: Message): Promise<Problem | null> {
    const outcome = await this.events.deliver(message).catch(problemFrom);
    if (!(outcome instanceof Problem)) {
      this.#drop(message);
      this.events.acknowledged(message, outcome);
      return null;
    }
    if (outcome.temporary) this.events.delayed(message, outcome);
    else if (!outcome.gone) this.#refuse(message, outcome);
    return outcome;
  }

  #refuse(message: Message, problem: Problem): void {
    this.#drop(message);
    this.events.rejected(message, problem);
  }

  #drop(message: Message): void {
    this.shelf.remove(this.#key(message));
    this.#queue = this.#queue.filter((other) => other !== message);
  }

  #key(message: Message): string {
    return this.#prefix + message.client_id;
  }

  #stored(): Message[] {
    const keys = this.shelf.keys().filter((key) => key.startsWith(this.#prefix));
    const items = keys.map((key) => readItem(this.shelf.get(key))).filter((item) => item !== null);
    items.sort((one, other) => one.order - other.order);
    return items.map(({ client_id, text, choice }) => ({ client_id, text, choice }));
  }
}

function problemFrom(fault: unknown): Problem {
  return fault instanceof Problem ? fault : new Problem(0);
}

function readItem(json: string | null): (Message & { order: number }) | null {
  try {
    return JSON.parse(json ?? "null");
  } catch {
    return null;
  }
}
