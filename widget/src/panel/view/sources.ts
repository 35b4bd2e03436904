/** Where the stated facts come from. */
import { reply as strings } from "../../strings";
import type { Source } from "../talk/contract";
import { day } from "../text/dates";
import { type Child, h } from "./dom";
import { link } from "./link";

export function sources(list: Source[]): Child {
  if (list.length === 0) return null;
  return h("section", { class: "sources" }, h("h3", {}, strings.sources), h("ul", { class: "cards" }, ...list.map(card)));
}

function card({ title, publisher, url, date }: Source): HTMLElement {
  const origin = date ? `${publisher} · ${day(date)}` : publisher;
  return h("li", { class: "card" }, link(url, title), h("span", { class: "meta" }, origin));
}
