/** One line of the log on the page: who, when, and what. The sender is always there as text, not only as colour or side. */
import { log as strings, states } from "../../strings";
import type { Entry, Message, Sender } from "../talk/contract";
import { hour } from "../text/dates";
import { type Child, h, spoken } from "./dom";
import { icon } from "./icons";
import { replyBody } from "./reply";

/** Null for an entry that has nothing to show. */
export function entryElement(entry: Entry): HTMLElement | null {
  const { sender, text, reply, state, at } = entry;
  if (reply) return frame(sender, at, replyBody(reply));
  if (sender === "system" || text === null) {
    const notice = text ?? (state && states[state]);
    return notice ? event(at, notice) : null;
  }
  return frame(sender, at, said(text));
}

export function pendingElement(message: Message): HTMLElement {
  const element = frame("visitor", new Date().toISOString(), said(message.text));
  element.classList.add("pending");
  setNote(element, "sending", strings.pending);
  return element;
}

/** Something that happened rather than was said; its hour is for those who cannot see the ones around it. */
function event(at: string, notice: string): HTMLElement {
  const element = frame("system", at, h("p", { class: "event" }, notice));
  element.querySelector(".sender")?.classList.add("spoken");
  return element;
}

/** What the visitor or staff typed: never Markdown, line breaks kept. */
function said(text: string): HTMLElement {
  return h("p", { class: "bubble said" }, text);
}

export function setText(element: Element, text: string): void {
  const bubble = element.querySelector(".said");
  // An unchanged text is left alone, or a screen reader would read it twice.
  if (bubble && bubble.textContent !== text) bubble.textContent = text;
}

/** Puts a line below a message, one of each kind; null takes it away. */
export function setNote(element: Element, kind: "sending" | "masked", text: string | null): void {
  element.querySelector(`.note-${kind}`)?.remove();
  if (text !== null) element.append(h("p", { class: `note note-${kind}` }, text));
}

function frame(sender: Sender, at: string, body: HTMLElement): HTMLElement {
  const time = h("time", { datetime: at }, hour(at));
  return h("div", { class: `entry entry-${sender}` }, h("p", { class: "sender" }, ...senderLine(sender), time), body);
}

function senderLine(sender: Sender): Child[] {
  if (sender === "visitor") return [spoken(`${strings.you}, `)];
  if (sender === "system") return [h("strong", {}, strings.system), " "];
  if (sender === "staff") return [icon("person"), h("strong", {}, strings.staff), " "];
  return [h("strong", {}, strings.bot), h("span", {}, `, ${strings.botRole} `)];
}
