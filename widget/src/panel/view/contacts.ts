/** Services one can turn to. A referral is the answer itself and stands out; the others stand under "meer weten". */
import { reply as strings } from "../../strings";
import type { Contact } from "../talk/contract";
import { telephone } from "../text/links";
import { type Child, h } from "./dom";
import { icon } from "./icons";
import { link } from "./link";

/** `tag` is the level below what stands above it: a reply without a title has no second level. */
export function contacts(tag: "h2" | "h3", heading: string, list: Contact[], look: "referral" | "more"): Child {
  if (list.length === 0) return null;
  return h("section", { class: `contacts ${look}` }, h(tag, { class: "part" }, heading), h("ul", { class: "cards" }, ...list.map(card)));
}

function card({ name, what_for, phone, email, url }: Contact): HTMLElement {
  const ways = [
    phone && link(telephone(phone) ?? "", icon("phone"), h("span", {}, `${strings.phone} ${phone}`)),
    email && link(`mailto:${email}`, icon("mail"), h("span", {}, `${strings.mail} ${email}`)),
    url && link(url, icon("external"), h("span", {}, strings.visit)),
  ].filter((way): way is HTMLElement => way instanceof HTMLElement);
  return h(
    "li",
    { class: "card" },
    h("strong", { class: "name" }, name),
    h("p", {}, what_for),
    ways.length > 0 && h("div", { class: "ways" }, ...ways),
  );
}
