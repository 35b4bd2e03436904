/** A reply of the bot as a bubble or card: which parts it has, in reading order. */
import { reply as strings } from "../../strings.nl";
import type { Kind, Reply } from "../talk/contract";
import { contacts } from "./contacts";
import { type Child, h } from "./dom";
import { markdown } from "./markdown";
import { review } from "./review";
import { safety } from "./safety";
import { sources } from "./sources";

const PLAIN: readonly Kind[] = ["smalltalk", "notice", "fallback", "clarify", "form"];

export function replyBody(reply: Reply): HTMLElement {
  if (reply.kind === "safety") return safety(reply);
  const referrals = reply.contacts.filter((contact) => contact.referral);
  const others = reply.contacts.filter((contact) => !contact.referral);
  return h(
    "div",
    { class: `bubble reply reply-${reply.kind}` },
    reply.title && h("h2", {}, reply.title),
    h("div", { class: "text" }, ...markdown(reply.text)),
    contacts(strings.referral, referrals, "referral"),
    detail(reply.detail),
    contacts(strings.contacts, others, "more"),
    sources(reply.sources),
    review(reply),
  );
}

/** Whether it makes sense to ask if a reply was useful. */
export function asksFeedback(reply: Reply): boolean {
  return reply.kind !== "safety" && reply.kind !== "handover" && !PLAIN.includes(reply.kind);
}

function detail(text: string | null): Child {
  if (!text) return null;
  return h("details", {}, h("summary", {}, strings.detail), h("div", { class: "text" }, ...markdown(text)));
}
