/** How long to wait before the next try: random, so that a thousand panels do not come back in the same second. */

const SHORTEST = 500;
const LONGEST = 30_000;

/** Full jitter between half a second and a limit that doubles with each failure; never sooner than the server asked. */
export function backoff(failures: number, retryAfter: number | null = null, random: () => number = Math.random): number {
  const limit = Math.min(LONGEST, SHORTEST * 2 ** Math.max(1, failures));
  const wait = SHORTEST + random() * (limit - SHORTEST);
  return retryAfter === null ? wait : retryAfter + random() * 1_000;
}

/** A wait that can be cut short, for when the network comes back. */
export class Pause {
  #wake: (() => void) | null = null;

  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  wake(): void {
    this.#wake?.();
  }
}
