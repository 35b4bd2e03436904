/**
 * What is typed and not sent yet, as it was typed: no filter saw it. So it is kept in this tab alone and never sent; it is
 * still there on the next page, and gone with the tab, once it is sent, and when the conversation is erased.
 */
export class Draft {
  readonly #key: string;

  constructor(site: string) {
    this.#key = `wegwijs:${site}:draft`;
  }

  load(): string {
    try {
      return sessionStorage.getItem(this.#key) ?? "";
    } catch {
      return "";
    }
  }

  save(text: string): void {
    try {
      if (text === "") sessionStorage.removeItem(this.#key);
      else sessionStorage.setItem(this.#key, text);
    } catch {
      // Blocked storage: the draft lives as long as the page.
    }
  }
}
