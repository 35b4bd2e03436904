/** Parts of the page that are marked with data-part are renewed from the same page as the server makes it now. */

const OFFLINE = "Geen verbinding met de server. Deze pagina wordt even niet ververst.";
const LOGGED_OUT = "U bent afgemeld. Meld u aan in een ander tabblad; wat u hier typte, blijft staan.";

/** What tells one state of a part from another: its version when the server gives one, else everything in it. */
const version = (part) => part.dataset.version ?? part.outerHTML;

/** Whether somebody is filling something in there. */
function isBusy(part) {
  const fields = [...part.querySelectorAll("input:not([type=hidden]), textarea, select")];
  return fields.includes(document.activeElement) || fields.some(isChanged);
}

function isChanged(field) {
  if (field.tagName !== "SELECT") return field.value !== field.defaultValue;
  const options = [...field.options];
  const first = Math.max(options.findIndex((one) => one.defaultSelected), 0);
  return field.selectedIndex !== first;
}

export class Live {
  #known = new Map();
  #listeners = [];
  #timer = 0;
  #isWanted = () => false;

  constructor(main) {
    this.main = main;
    for (const part of this.#parts()) this.#known.set(part.id, version(part));
    for (const list of document.querySelectorAll("[data-part=list]")) list.scrollTop = list.scrollHeight;
  }

  /** Calls a function after each renewal. */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  /** Asks the server every few seconds; in a hidden tab only while `isWanted`. */
  follow(isWanted) {
    if (!this.main.dataset.live) return;
    this.#isWanted = isWanted;
    document.addEventListener("visibilitychange", () => this.#next(0));
    this.#next(Number(this.main.dataset.every));
  }

  /** Takes over what is new. `own` is the part whose form was sent: it is renewed whatever was typed in it. */
  renew(page, own = null) {
    document.title = page.title;
    const followed = [...document.querySelectorAll("[data-part=list]")].filter(isAtEnd);
    const focused = document.activeElement?.id;
    for (const part of this.#parts()) this.#renewPart(part, page.getElementById(part.id), part === own);
    if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
    for (const list of followed) list.scrollTop = list.scrollHeight;
    for (const listener of this.#listeners) listener();
  }

  /** Reads a page of the server; null when there is none to show. */
  async read(response) {
    if (new URL(response.url).pathname === "/console/aanmelden") return this.say(LOGGED_OUT);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!page.getElementById("main")) return this.say(OFFLINE);
    this.say("");
    return page;
  }

  /** Tells about the connection; gives null. */
  say(text) {
    const line = document.getElementById("verbinding");
    if (line.textContent !== text) line.textContent = text;
    return null;
  }

  offline() {
    return this.say(OFFLINE);
  }

  #parts() {
    return document.querySelectorAll("[data-part]");
  }

  #renewPart(part, fresh, own) {
    // What an act said stays until the next act.
    if (!fresh || part.id === "melding") return;
    if (!own && (this.#known.get(part.id) === version(fresh) || isBusy(part))) return;
    this.#known.set(part.id, version(fresh));
    if (part.dataset.part === "list") append(part, fresh);
    else replace(part, fresh);
  }

  #next(seconds) {
    clearTimeout(this.#timer);
    if (document.hidden && !this.#isWanted()) return;
    this.#timer = setTimeout(() => this.#ask(), seconds * 1000);
  }

  async #ask() {
    try {
      const page = await this.read(await fetch(this.main.dataset.live));
      if (page) this.renew(page);
    } catch {
      this.offline();
    }
    this.#next(Number(this.main.dataset.every));
  }
}

const isAtEnd = (list) => list.scrollHeight - list.scrollTop - list.clientHeight < 80;

/** Adds what is new at the end, so that a screen reader hears that alone. */
function append(list, fresh) {
  for (const entry of [...fresh.children]) {
    if (!document.getElementById(entry.id)) list.append(document.adoptNode(entry));
  }
}

function replace(part, fresh) {
  const open = new Set([...part.querySelectorAll("details[open]")].map((one) => one.id));
  const wasIn = part.contains(document.activeElement);
  part.replaceChildren(...[...document.adoptNode(fresh).childNodes]);
  if (fresh.dataset.version !== undefined) part.dataset.version = fresh.dataset.version;
  if (!wasIn) return;
  for (const one of part.querySelectorAll("details")) one.open ||= open.has(one.id);
}
