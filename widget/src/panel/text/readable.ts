/** A reply as text without marks, to be copied: a link is its words, with the address behind them. */
import { type Block, type Inline, parse } from "./markdown";

export function readable(markdown: string): string {
  return parse(markdown).map(block).join("\n\n");
}

function block(one: Block): string {
  if (one.type === "paragraph") return words(one.children);
  return one.items.map((item, place) => `${one.ordered ? `${one.start + place}.` : "-"} ${words(item)}`).join("\n");
}

function words(inlines: Inline[]): string {
  return inlines.map(word).join("");
}

function word(one: Inline): string {
  if (one.type === "text") return one.text;
  const label = words(one.children);
  if (one.type === "bold") return label;
  const address = one.href.replace(/^(?:tel|mailto):/, "");
  return label.replace(/\s/g, "") === address.replace(/\s/g, "") ? label : `${label} (${address})`;
}
