/** The conversation this browser is in. Only its key is kept: what was said stays at the server. */
import type { Key } from "./api";
import type { Shelf } from "./shelf";

export class SessionStore {
  readonly #key: string;

  constructor(
    private readonly shelf: Shelf,
    site: string,
  ) {
    this.#key = `wegwijs:${site}:session`;
  }

  load(): Key | null {
    try {
      const { id, token } = JSON.parse(this.shelf.get(this.#key) ?? "{}") as Partial<Key>;
      return id && token ? { id, token } : null;
    } catch {
      return null;
    }
  }

  save({ id, token }: Key): void {
    this.shelf.set(this.#key, JSON.stringify({ id, token }));
  }

  /** Forgets a conversation, unless another tab has put a newer one in its place. */
  forget({ id }: Key): void {
    if (this.load()?.id === id) this.shelf.remove(this.#key);
  }

  /** Does a task while no other tab begins a conversation. */
  alone<T>(task: () => Promise<T>): Promise<T> {
    return this.shelf.alone(this.#key, task);
  }
}
