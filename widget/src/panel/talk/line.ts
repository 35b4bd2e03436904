/** What keeps a panel up to date: a stream of its own, or the stream of another tab. */
import type { Problem } from "./problem";
import { SseParser, type ServerEvent } from "./sse";

export interface Line {
  stop(): void;
  /** Tries now, for when the visitor looks again. */
  wake(): void;
  /** Connects anew: after the network was away, an open line may be a dead one. */
  refresh(): void;
}

/** What who polls shows of an answer that is being made; "now" waits for no news. */
export type Poll = "now" | "idle" | "busy" | "slow";

export interface LineEvents {
  /** Opens the event stream, or asks once for what is new. */
  open(signal: AbortSignal, poll: Poll | null): Promise<Response>;
  event(event: ServerEvent): void;
  /** Something came over the line, be it nothing but a heartbeat. */
  alive?(): void;
  connected(on: boolean, problem: Problem | null): void;
  gone(): void;
}

/** Reads server-sent events from a response until it ends. */
export async function read(response: Response, parser: { feed(piece: string): ServerEvent[] }, take: (events: ServerEvent[]) => void): Promise<void> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) return;
    take(parser.feed(decoder.decode(value, { stream: true })));
  }
}

/** Asks the server once for what is new. */
export async function ask(events: LineEvents, signal: AbortSignal): Promise<void> {
  const response = await events.open(signal, "now");
  await read(response, new SseParser(), (heard) => {
    for (const event of heard) if (!signal.aborted) events.event(event);
  });
}
