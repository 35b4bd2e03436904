/** What scripts of the host page may do: `window.Wegwijs`. It is there as soon as this script ran, before the launcher is. */
import { Events, type Hear } from "./events";

/** The chat as it stands on the page, with a launcher or in its place. */
export interface Chat {
  /** False while the server could not be reached. */
  readonly works: boolean;
  open(): void;
  close(): void;
  ask(text: string, send: boolean): void;
}

export class Api {
  readonly events = new Events();
  #chat: Chat | null = null;
  #page = "";
  #early: ((chat: Chat) => void)[] = [];

  readonly open = (): void => this.#do((chat) => chat.open());

  readonly close = (): void => this.#do((chat) => chat.close());

  /**
   * Sent at once when the visitor has just pressed something on the page, as the visitor's own question. Otherwise it is put
   * ready for the visitor to send: a page that loads must not start conversations.
   */
  readonly ask = (text: string): void => {
    const pressed = navigator.userActivation?.isActive ?? false;
    this.#do((chat) => chat.ask(String(text), pressed));
  };

  readonly on = (name: string, hear: Hear): void => this.events.on(name, hear);

  readonly off = (name: string, hear: Hear): void => this.events.off(name, hear);

  /** Whether this address is that of the chat, and the chat works on this page too. */
  replaces(address: string): boolean {
    return address === this.#page && this.#chat?.works === true;
  }

  /** From now on this chat is meant; what was asked before is done. `page` is the same chat as a page of its own. */
  serve(chat: Chat, page: string): void {
    this.#chat = chat;
    this.#page = page;
    for (const task of this.#early.splice(0)) task(chat);
  }

  #do(task: (chat: Chat) => void): void {
    if (this.#chat) task(this.#chat);
    else this.#early.push(task);
  }

  /** What the page sees of it. */
  get published(): Readonly<Pick<Api, "open" | "close" | "ask" | "on" | "off">> {
    const { open, close, ask, on, off } = this;
    return Object.freeze({ open, close, ask, on, off });
  }
}
