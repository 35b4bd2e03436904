/** The HTTP calls of the contract, one method each. Every failure is a Problem. */
import type { Acknowledged, Created, Message, Verdict } from "./contract";
import type { Poll } from "./line";
import { Problem, problemOf } from "./problem";

const TIMEOUT = 15_000;

/** How a conversation is reached: its id and its secret. */
export interface Key {
  readonly id: string;
  readonly token: string;
}

interface Call {
  method?: string;
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export class Api {
  async create(site: string, municipality: string | null): Promise<Created> {
    const response = await call("", { method: "POST", body: { site, municipality } });
    return (await response.json()) as Created;
  }

  async send(key: Key, message: Message): Promise<Acknowledged> {
    const response = await call(`/${key.id}/messages`, { method: "POST", token: key.token, body: message });
    return (await response.json()) as Acknowledged;
  }

  /** What would be stored of a text; the server keeps nothing of it. */
  async preview(key: Key, text: string): Promise<string> {
    const response = await call(`/${key.id}/preview`, { method: "POST", token: key.token, body: { text } });
    return ((await response.json()) as { text: string }).text;
  }

  /** The event stream, or one poll of it; the caller ends it, so no time limit applies. */
  async events(key: Key, after: number, signal: AbortSignal, poll: Poll | null): Promise<Response> {
    const headers = { "Last-Event-ID": String(after), Accept: poll ? "text/plain" : "text/event-stream" };
    return call(`/${key.id}/events${poll ? `?poll=${poll}` : ""}`, { token: key.token, headers, signal });
  }

  async feedback(key: Key, seq: number, verdict: Verdict): Promise<void> {
    await call(`/${key.id}/feedback`, { method: "POST", token: key.token, body: { seq, ...verdict } });
  }

  async handover(key: Key): Promise<void> {
    await call(`/${key.id}/handover`, { method: "POST", token: key.token });
  }

  async cancelHandover(key: Key): Promise<void> {
    await call(`/${key.id}/handover/cancel`, { method: "POST", token: key.token });
  }

  async close(key: Key): Promise<void> {
    await call(`/${key.id}/close`, { method: "POST", token: key.token });
  }

  async transcript(key: Key, format: "text" | "html"): Promise<string> {
    return (await call(`/${key.id}/transcript?format=${format}`, { token: key.token })).text();
  }

  /** Has the conversation mailed; the same id however often it is tried. */
  async mail(key: Key, client_id: string, address: string): Promise<void> {
    await call(`/${key.id}/transcript/mail`, { method: "POST", token: key.token, body: { client_id, address } });
  }

  async erase(key: Key): Promise<void> {
    await call(`/${key.id}`, { method: "DELETE", token: key.token });
  }
}

async function call(path: string, { method = "GET", token, body, headers = {}, signal }: Call): Promise<Response> {
  const timer = new AbortController();
  const timeout = signal ? undefined : setTimeout(() => timer.abort(), TIMEOUT);
  if (token !== undefined) headers.Authorization = `Bearer ${token}`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  try {
    const response = await fetch(`/api/conversations${path}`, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? timer.signal,
      credentials: "omit",
      cache: "no-store",
    });
    if (!response.ok) throw await problemOf(response);
    return response;
  } catch (fault) {
    throw fault instanceof Problem ? fault : new Problem(0);
  } finally {
    clearTimeout(timeout);
  }
}
