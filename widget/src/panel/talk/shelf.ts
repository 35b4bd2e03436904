/** A place for small values that outlives a reload: localStorage, or memory when a browser blocks that. */
export interface Shelf {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
}

export class MemoryShelf implements Shelf {
  readonly #values = new Map<string, string>();

  get(key: string): string | null {
    return this.#values.get(key) ?? null;
  }

  set(key: string, value: string): void {
    this.#values.set(key, value);
  }

  remove(key: string): void {
    this.#values.delete(key);
  }

  keys(): string[] {
    return [...this.#values.keys()];
  }
}

class BrowserShelf implements Shelf {
  get(key: string): string | null {
    return localStorage.getItem(key);
  }

  set(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Full: the conversation goes on, only a reload would lose this value.
    }
  }

  remove(key: string): void {
    localStorage.removeItem(key);
  }

  keys(): string[] {
    return Object.keys(localStorage);
  }
}

/** Tries the browser's storage once: blocked third-party storage throws at first touch. */
export function openShelf(): Shelf {
  try {
    localStorage.setItem("wegwijs-probe", "1");
    localStorage.removeItem("wegwijs-probe");
    return new BrowserShelf();
  } catch {
    return new MemoryShelf();
  }
}
