/** The emergency card: unmistakable, and every number in it can be called at once. */
import { reply as strings } from "../../strings";
import type { Contact, Reply } from "../talk/contract";
import { telephone } from "../text/links";
import { h, spoken } from "./dom";
import { icon } from "./icons";
import { type Bold, markdown } from "./markdown";

const EMERGENCY_NUMBER = /^\d{3,4}$/;

export function safety(reply: Reply): HTMLElement {
  const called = new Set<string>();
  const bold: Bold = (text, children) => {
    if (!EMERGENCY_NUMBER.test(text)) return h("strong", {}, ...children);
    called.add(text);
    return call(text);
  };
  const text = markdown(reply.text, bold);
  for (const item of text.flatMap(listItems)) splitRow(item);
  const missing = reply.contacts.filter((contact) => contact.phone !== null && !called.has(contact.phone));
  return h(
    "div",
    { class: "bubble safety" },
    h("h2", {}, icon("alert"), reply.title ?? strings.urgent),
    h("div", { class: "text" }, ...text),
    missing.length > 0 && h("ul", {}, ...missing.map(contactRow)),
  );
}

function listItems(node: Node): Element[] {
  return node instanceof Element ? [...node.querySelectorAll("li")] : [];
}

/** A list item that begins with a number to call becomes a row: the number, and what it is for. */
function splitRow(item: Element): void {
  const [number, ...rest] = item.childNodes;
  if (!(number instanceof HTMLAnchorElement) || !number.classList.contains("call")) return;
  const [first] = rest;
  if (first instanceof Text) first.data = first.data.replace(/^[:\s]+/, "");
  item.append(h("span", {}, ...rest));
}

function contactRow({ phone, name }: Contact): HTMLElement {
  return h("li", {}, call(phone ?? ""), h("span", {}, name));
}

function call(number: string): HTMLElement {
  return h("a", { class: "call", href: telephone(number) }, icon("phone"), spoken(`${strings.phone} `), number);
}
