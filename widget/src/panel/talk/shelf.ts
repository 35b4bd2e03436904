/** A place for small values that outlives a reload: localStorage, or memory when a browser blocks that. */
export interface Shelf {
  /** Whether what is kept here is still there after a reload. */
  readonly lasting: boolean;
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
  /** Does a task while no other tab does one of the same name. */
  alone<T>(name: string, task: () => Promise<T>): Promise<T>;
}

export class MemoryShelf implements Shelf {
  readonly lasting = false;
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

  alone<T>(_: string, task: () => Promise<T>): Promise<T> {
    return task();
  }
}

class BrowserShelf implements Shelf {
  readonly lasting = true;

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

  async alone<T>(name: string, task: () => Promise<T>): Promise<T> {
    // Locks exist on secure pages only, and an intranet may be plain http: there, two tabs may each begin their own.
    const locks = navigator.locks as LockManager | undefined;
    return locks ? await locks.request(name, task) : await task();
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
