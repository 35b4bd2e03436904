/** Launcher and panel together: what opens, what closes, and where the focus goes. */
import { loader as strings } from "../strings.nl";
import type { Chat } from "./api";
import type { Config } from "./config";
import { fitAboveKeyboard, onHiddenFocus } from "./covering";
import type { Events } from "./events";
import { Frame, type Owner } from "./frame";
import { createBadge, createLauncher, createNotice, showUnread } from "./launcher";
import css from "./loader.css";
import { colours, COVERS_ALL, isAmong, type Look } from "./look";
import { peek } from "./peek";
import { addStyles } from "./styles";

/** Milliseconds after which who opened the chat is told that it still loads. */
const SLOW = 1_000;

export class Widget implements Chat, Owner {
  readonly #launcher: HTMLButtonElement;
  readonly #notice = createNotice();
  readonly #badge = createBadge();
  readonly #frame: Frame;
  readonly #shadow: ShadowRoot;
  #opener: Element | null = null;
  #byItself = false;
  #failed = false;
  #forgo: () => void = () => undefined;

  constructor(
    config: Config,
    look: Look,
    private readonly root: HTMLElement,
    private readonly events: Events,
  ) {
    this.#shadow = root.shadowRoot ?? root.attachShadow({ mode: "open" });
    this.#launcher = createLauncher(look.button);
    this.#frame = new Frame(config, this.#shadow, look.title, this);
    addStyles(this.#shadow, css + colours(look));
    // What stands inside <wegwijs-chat> stays where it is, so that nothing on the page moves.
    this.#launcher.append(this.#badge);
    this.#shadow.append(document.createElement("slot"), this.#notice, this.#launcher);
    this.#launcher.addEventListener("click", () => (this.#isOpen ? this.close() : this.open()));
    for (const near of ["pointerenter", "focus"]) this.#launcher.addEventListener(near, () => this.#isOpen || this.#loadHidden(), { once: true });
    document.addEventListener("keydown", ({ key, defaultPrevented }) => {
      if (key === "Escape" && this.#isOpen && !defaultPrevented) this.close();
    });
    const panel = (): HTMLElement | null => (this.#isOpen ? this.#frame.element : null);
    onHiddenFocus(panel, root, () => this.close());
    fitAboveKeyboard(panel);
    if (isAmong(look.pages, location.pathname) && !matchMedia(COVERS_ALL).matches) this.#loadToOpen();
    else this.#forgo = peek(config, this.#shadow, () => this.#loadHidden());
  }

  get works(): boolean {
    return !this.#failed;
  }

  open(): void {
    if (this.#isOpen) return;
    this.#opener = document.activeElement;
    this.#byItself = false;
    this.#expand(true);
    this.#loadHidden();
    this.#frame.shown = true;
    this.#frame.focus();
    this.#frame.say("opened");
    setTimeout(() => {
      if (this.#isOpen && !this.#launcher.className) this.#tell(strings.loading);
    }, SLOW);
  }

  close(): void {
    if (!this.#isOpen) return;
    const inside = this.#frame.focused || this.#shadow.activeElement !== null;
    this.#expand(false);
    this.#frame.shown = false;
    this.#frame.say("closed");
    if (inside) this.#giveFocusBack();
  }

  ask(text: string, send: boolean): void {
    this.open();
    this.#frame.say("ask", { text, send });
  }

  /** Also said aloud: who listens is elsewhere on the page. */
  unread(count: number): void {
    if (this.#isOpen && count > 0) return;
    showUnread(this.#launcher, this.#badge, count);
    if (this.#notice.textContent && !this.#notice.className) return;
    this.#notice.className = "spoken";
    this.#notice.textContent = count > 0 ? `Chat: ${strings.unread(count)}` : "";
  }

  ready(dismissed: boolean): void {
    this.#failed = false;
    this.#launcher.className = "ready";
    if (this.#isOpen) {
      this.#notice.textContent = "";
      this.#frame.say("shown");
      this.#frame.focus();
    }
    if (this.#byItself && !dismissed) {
      // Without the focus: who reads or types on the page goes on doing so.
      this.#byItself = false;
      this.#expand(true);
      this.#frame.shown = true;
      this.#frame.say("shown");
    }
    this.events.emit("ready");
  }

  failed(focused: boolean): void {
    this.#failed = true;
    if (!this.#isOpen) return;
    this.#expand(false);
    this.#tell(strings.unreachable);
    if (focused) this.#launcher.focus();
    this.events.emit("unreachable");
  }

  get #isOpen(): boolean {
    return this.#launcher.getAttribute("aria-expanded") === "true";
  }

  #tell(text: string): void {
    this.#notice.className = "";
    this.#notice.textContent = text;
  }

  #loadToOpen(): void {
    this.#byItself = true;
    this.#loadHidden();
  }

  /** Out of sight it hears what comes in, and tells how much. */
  #loadHidden(): void {
    this.#forgo();
    this.#frame.load();
    this.#frame.shown = false;
  }

  #expand(open: boolean): void {
    this.#notice.textContent = "";
    this.#launcher.setAttribute("aria-expanded", String(open));
    this.events.emit(open ? "open" : "close");
  }

  #giveFocusBack(): void {
    const opener = this.#opener;
    if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body && opener !== this.root) opener.focus();
    else this.#launcher.focus();
  }
}
