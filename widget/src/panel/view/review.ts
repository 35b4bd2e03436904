/** When an article was last reviewed, and a warning once that is too long ago. */
import { reply as strings } from "../../strings";
import type { Reply } from "../talk/contract";
import { day } from "../text/dates";
import { type Child, h } from "./dom";
import { icon } from "./icons";

export function review({ reviewed, stale }: Reply): Child {
  if (stale) return h("p", { class: "notice" }, icon("alert"), reviewed ? strings.stale(day(reviewed)) : strings.staleUndated);
  return reviewed ? h("p", { class: "meta" }, strings.reviewed(day(reviewed))) : null;
}
