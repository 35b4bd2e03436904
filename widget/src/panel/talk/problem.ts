/** A request that failed: status 0 when no answer came, else what the server's problem document (RFC 9457) says. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    /** Dutch, meant for the visitor. */
    readonly detail: string | null = null,
    /** How long the server asks to wait, in milliseconds. */
    readonly retryAfter: number | null = null,
  ) {
    super(`request failed with status ${status}`);
  }

  /** Whether the same request may succeed later. */
  get temporary(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  /** Whether the conversation has ended. */
  get closed(): boolean {
    return this.status === 409;
  }

  /** Whether the conversation is no longer there: erased, past its retention, or another's. */
  get gone(): boolean {
    return this.status === 401 || this.status === 404;
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => null)) as { detail?: unknown } | null;
  const detail = typeof body?.detail === "string" ? body.detail : null;
  return new Problem(response.status, detail, retryAfter(response.headers.get("Retry-After")));
}

/** Retry-After in milliseconds: it holds seconds or a date. */
export function retryAfter(header: string | null, now = Date.now()): number | null {
  if (header === null) return null;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}
