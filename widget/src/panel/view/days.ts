/** A line between messages of different days, so that "14:05" is never of a day nobody knows. */
import { log as strings } from "../../strings";
import { dayOf } from "../text/dates";
import { h } from "./dom";

/** A separator for the day of a moment; null when the message before it is of the same day, and for a first one of today. */
export function separator(before: Element | null, at: string): HTMLElement | null {
  const day = dayOf(at);
  const today = dayOf(new Date().toISOString());
  const last = before?.querySelector("time")?.getAttribute("datetime");
  if (day === "" || day === (last ? dayOf(last) : today)) return null;
  return h("p", { class: "day" }, day === today ? strings.today : day);
}
