/** What a host page may hear of the chat: that it opens or closes, never what is said in it. */
export type Happening = "ready" | "open" | "close" | "unreachable";
export type Hear = () => void;

export class Events {
  readonly #heard = new Map<string, Set<Hear>>();

  on(name: string, hear: Hear): void {
    this.#heard.set(name, (this.#heard.get(name) ?? new Set()).add(hear));
  }

  off(name: string, hear: Hear): void {
    this.#heard.get(name)?.delete(hear);
  }

  /** A mistake in a page's own function stays the page's own: it shows in its console and stops nothing here. */
  emit(name: Happening): void {
    for (const hear of this.#heard.get(name) ?? []) {
      try {
        hear();
      } catch (fault) {
        console.error(fault);
      }
    }
  }
}
