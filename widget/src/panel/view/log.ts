/** The messages: a live region that is filled with history before it goes live, each entry once and in order. */
import { log as strings } from "../../strings";
import type { Acknowledged, Entry, Message, Verdict } from "../talk/contract";
import { readable } from "../text/readable";
import { copyButton } from "./copy";
import { choices, type Pick, settle } from "./choices";
import { separator } from "./days";
import { h } from "./dom";
import { entryElement, pendingElement, setNote, setText } from "./entry";
import { feedback } from "./feedback";
import { asksFeedback, isWorthKeeping } from "./reply";
import { Follower } from "./scroll";

export interface LogActions {
  pick: Pick;
  rate(seq: number, verdict: Verdict): Promise<void>;
}

export class Log {
  readonly element = h("div", { class: "log", role: "log", "aria-label": strings.label, lang: "nl-BE", "aria-live": "off", tabindex: 0 });
  readonly #sent = new Map<string, HTMLElement>();
  readonly #follower = new Follower(this.element);

  /** `early` is the greeting as the server put it on the page: it stands there until the conversation's own comes. */
  constructor(
    private readonly actions: LogActions,
    private early: Element | null,
  ) {
    if (early) this.element.append(early);
  }

  /** Whether screen readers hear what is added. */
  announce(on: boolean): void {
    this.element.setAttribute("aria-live", on ? "polite" : "off");
  }

  /** Keeps the newest in view when the panel changes its size. */
  follow(): void {
    this.#follower.follow();
  }

  clear(): void {
    this.#sent.clear();
    // Put back, the early greeting would be read out besides the conversation's own.
    for (const one of [...this.element.children]) if (one !== this.early) one.remove();
  }

  add(entry: Entry): void {
    const sent = entry.client_id === null ? undefined : this.#sent.get(entry.client_id);
    if (sent) return confirm(sent, entry.seq, entry.text ?? "");
    const element = entryElement(entry);
    if (!element) return;
    // What was offered before another answers is no longer on offer.
    if (entry.sender === "visitor" || entry.state) this.#settle(entry.text);
    if (entry.sender === "system" && entry.state) element.classList.add("entry-turn");
    this.#addActions(element, entry);
    this.#insert(element, entry.at, entry.seq);
    this.#follower.follow();
  }

  pending(message: Message): void {
    const element = pendingElement(message);
    this.#sent.set(message.client_id, element);
    this.#settle(message.text);
    this.#insert(element, new Date().toISOString(), null);
    this.#follower.jump();
  }

  acknowledged({ client_id }: Message, { seq, text, masked, sealed }: Acknowledged): void {
    const element = this.#sent.get(client_id);
    if (!element) return;
    confirm(element, seq, text);
    if (masked.length > 0) setNote(element, "masked", sealed ? strings.sealed : strings.masked);
    this.#follower.follow();
  }

  delayed({ client_id }: Message): void {
    const element = this.#sent.get(client_id);
    if (element?.classList.contains("pending")) setNote(element, "sending", strings.delayed);
  }

  rejected({ client_id }: Message, detail: string | null): void {
    const element = this.#sent.get(client_id);
    if (!element) return;
    element.classList.replace("pending", "rejected");
    setNote(element, "sending", detail ? `${strings.rejected}: ${detail}` : strings.rejected);
    this.#follower.follow();
  }

  /** Before what has a higher number: after a reload a message may get its number before those in front of it are read. */
  #insert(element: HTMLElement, at: string, seq: number | null): void {
    if (seq !== null) element.dataset.seq = String(seq);
    this.#replaceEarly();
    const behind = seq === null ? null : this.#firstBehind(seq);
    const before = behind ? behind.previousElementSibling : this.element.lastElementChild;
    const day = separator(before, at);
    if (day) this.element.insertBefore(day, behind);
    this.element.insertBefore(element, behind);
  }

  #replaceEarly(): void {
    this.early?.remove();
    this.early = null;
  }

  /** What is still being sent has no number yet: it stays last. */
  #firstBehind(seq: number): Element | null {
    const isBehind = (one: Element): boolean =>
      one.classList.contains("pending") || Number((one as HTMLElement).dataset.seq ?? 0) > seq;
    return [...this.element.children].find(isBehind) ?? null;
  }

  #addActions(element: HTMLElement, { seq, sender, reply, useful }: Entry): void {
    if (sender === "visitor" || !reply) return;
    if (isWorthKeeping(reply.kind)) element.append(copyButton([reply.title, readable(reply.text), readable(reply.detail ?? "")].filter(Boolean).join("\n\n")));
    if (sender === "bot" && asksFeedback(reply)) element.append(feedback(useful, (verdict) => this.actions.rate(seq, verdict)));
    if (reply.choices.length > 0) element.append(choices(reply.choices, this.actions.pick));
  }

  #settle(label: string | null): void {
    for (const group of this.element.querySelectorAll(".choices")) settle(group, label);
  }
}

/** The server has it: what it stored replaces what was typed. */
function confirm(element: HTMLElement, seq: number, text: string): void {
  element.dataset.seq = String(seq);
  element.classList.remove("pending");
  setNote(element, "sending", null);
  setText(element, text);
}
