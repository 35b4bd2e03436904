/** A reply of the bot as a bubble or card: which parts it has, in reading order. */
import { reply as strings } from "../../strings";
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
  const below = reply.title ? "h3" : "h2";
  return h(
    "div",
    { class: `bubble reply reply-${reply.kind}` },
    reply.title && h("h2", {}, reply.title),
    progress(reply),
    h("div", { class: "text" }, ...markdown(reply.text)),
    contacts(below, strings.referral, referrals, "referral"),
    detail(reply.detail),
    contacts(below, strings.contacts, others, "more"),
    sources(reply.sources),
    review(reply),
  );
}

/** Whether somebody would copy it: a question of the assistant is none of that. */
export function isWorthKeeping(kind: Kind): boolean {
  return !PLAIN.includes(kind);
}

/** Whether it makes sense to ask if a reply was useful. */
export function asksFeedback(reply: Reply): boolean {
  return reply.kind !== "safety" && reply.kind !== "handover" && isWorthKeeping(reply.kind);
}

/** "Stap 2 van 5", and the same as a bar for who looks. */
function progress({ step, steps }: Reply): Child {
  if (!step || !steps) return null;
  const bar = h("progress", { max: steps, value: step, "aria-hidden": "true" });
  return h("p", { class: "progress" }, strings.step(step, steps), bar);
}

function detail(text: string | null): Child {
  if (!text) return null;
  return h("details", {}, h("summary", {}, strings.detail), h("div", { class: "text" }, ...markdown(text)));
}
