/** The panel in its place on the page, for `<wegwijs-chat inline>`: no launcher, nothing that opens or closes. */
import { loader as strings } from "../strings.nl";
import type { Chat } from "./api";
import type { Config } from "./config";
import type { Events } from "./events";
import { Frame, type Owner } from "./frame";
import { createNotice } from "./launcher";
import css from "./inline.css";
import type { Look } from "./look";
import { addStyles } from "./styles";

export class Inline implements Chat, Owner {
  readonly #notice = createNotice();
  readonly #frame: Frame;
  readonly #shadow: ShadowRoot;
  #failed = false;

  constructor(
    config: Config,
    look: Look,
    private readonly root: HTMLElement,
    private readonly events: Events,
  ) {
    this.#shadow = root.shadowRoot ?? root.attachShadow({ mode: "open" });
    this.#frame = new Frame({ ...config, panel: `${config.panel}&inline` }, this.#shadow, look.title, this);
    addStyles(this.#shadow, css);
    this.#shadow.append(this.#notice);
    this.#frame.load();
  }

  get works(): boolean {
    return !this.#failed;
  }

  open(): void {
    this.root.scrollIntoView({ block: "nearest" });
    this.#frame.load();
    this.#frame.focus();
    this.#frame.say("opened");
  }

  unread(): void {}

  /** It stands on the page: there is nothing to close. */
  close(): void {}

  ask(text: string, send: boolean): void {
    this.open();
    this.#frame.say("ask", { text, send });
  }

  ready(): void {
    this.#failed = false;
    this.#notice.textContent = "";
    this.events.emit("ready");
  }

  /** The link that the page put inside comes back in its place. */
  failed(): void {
    this.#failed = true;
    this.#notice.textContent = strings.unreachable;
    this.#shadow.append(document.createElement("slot"));
    this.events.emit("unreachable");
  }
}
