/** The top of the panel: what this is, that it is automated, the menu and the way out. */
import { header as strings, language } from "../../strings";
import type { State } from "../talk/contract";
import { h } from "./dom";
import { icon } from "./icons";
import { type Item, menu } from "./menu";

/** The title is that of the page: the server puts there what the site chose. */
export function header(title: string, hours: HTMLElement | null, items: Item[], close: (() => void) | null): HTMLElement {
  return h(
    "header",
    {},
    h("span", { class: "mark" }, icon("signpost")),
    h("div", { class: "titles" }, h("h1", {}, title), h("p", {}, strings.subtitle), hours && translated(hours)),
    menu(strings.menu, items),
    close && h("button", { type: "button", class: "round", "aria-label": strings.close, onclick: close }, icon("close")),
  );
}

/** When people are there: the server wrote it in Dutch, with the moment beside it. */
function translated(hours: HTMLElement): HTMLElement {
  const { until, from } = hours.dataset;
  const moment = new Date(until ?? from ?? NaN);
  if (strings.hours && !isNaN(moment.getTime())) hours.textContent = strings.hours(say(moment, TIME), from ? say(moment, day(moment)) : null);
  return hours;
}

const TIME: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit", hourCycle: "h23" };
const WEEK = 7 * 24 * 60 * 60_000;

function day(moment: Date): Intl.DateTimeFormatOptions {
  return moment.getTime() - Date.now() < WEEK ? { weekday: "long" } : { day: "numeric", month: "long" };
}

function say(moment: Date, how: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { timeZone: "Europe/Brussels", ...how }).format(moment);
}

/** The first line: who answers here, what not to type, and whether the conversation outlives a reload in this browser. */
export class Disclosure {
  readonly element = h("p", { class: "disclosure" });

  constructor(private readonly kept: boolean) {
    this.enter("bot");
  }

  enter(state: State): void {
    const who = state === "staff" ? strings.byStaff : strings.byAssistant;
    const text = [who, strings.dutchOnly, strings.noNames, this.kept ? "" : strings.notKept].filter(Boolean).join(" ");
    if (this.element.textContent !== text) this.element.textContent = text;
  }
}
