/** Launcher and panel together: what opens, what closes, and where the focus goes. */
import { listen, say } from "../bridge";
import { loader as strings } from "../strings.nl";
import type { Config } from "./config";
import { createFrame, readiness } from "./frame";
import { createLauncher, createNotice } from "./launcher";
import css from "./loader.css";
import { addStyles } from "./styles";

export class Widget {
  readonly #launcher = createLauncher();
  readonly #notice = createNotice();
  readonly #shadow: ShadowRoot;
  #frame: HTMLIFrameElement | null = null;
  #ready = false;

  constructor(
    private readonly config: Config,
    readonly root: HTMLElement,
  ) {
    this.#shadow = root.attachShadow({ mode: "open" });
    addStyles(this.#shadow, css);
    this.#shadow.append(this.#notice, this.#launcher);
    this.#launcher.addEventListener("click", () => (this.#open ? this.#close() : this.#show()));
    this.#shadow.addEventListener("keydown", (event) => {
      if ((event as KeyboardEvent).key === "Escape" && this.#open) this.#close();
    });
    listen(() => this.#frame?.contentWindow ?? null, config.origin, (word) => {
      if (word === "ready") this.#welcome();
      if (word === "close") this.#close();
    });
  }

  get #open(): boolean {
    return this.#launcher.getAttribute("aria-expanded") === "true";
  }

  #show(): void {
    this.#notice.textContent = "";
    this.#expand(true);
    if (this.#frame) this.#frame.hidden = false;
    else this.#load();
    if (this.#ready) this.#welcome();
  }

  #load(): void {
    const frame = createFrame(this.config.panel);
    this.#frame = frame;
    this.#shadow.append(frame);
    frame.focus();
    readiness(frame, () => this.#ready, () => this.#fail(frame));
  }

  #welcome(): void {
    const target = this.#frame?.contentWindow;
    if (!target) return;
    this.#ready = true;
    if (!this.#open) return;
    this.#frame?.focus();
    say("opened", target, this.config.origin);
  }

  #close(): void {
    this.#expand(false);
    if (this.#frame) this.#frame.hidden = true;
    this.#launcher.focus();
  }

  #fail(frame: HTMLIFrameElement): void {
    if (frame !== this.#frame) return;
    const focused = this.#shadow.activeElement === frame;
    frame.remove();
    this.#frame = null;
    this.#expand(false);
    if (focused) this.#launcher.focus();
    this.#notice.textContent = strings.unreachable;
  }

  #expand(open: boolean): void {
    this.#launcher.setAttribute("aria-expanded", String(open));
  }
}
