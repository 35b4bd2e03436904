/** The panel: makes its parts, puts them on the page in reading order and starts the conversation. */
import { cancelHandover, commands } from "./commands";
import { connect, type Host } from "./host";
import { fitAboveKeyboard } from "./keyboard";
import { Page } from "./page";
import { Sound } from "./sound";
import { language } from "../strings";
import { Api } from "./talk/api";
import { Conversation, type Place } from "./talk/conversation";
import { Draft } from "./talk/draft";
import { Idle } from "./talk/idle";
import { openShelf } from "./talk/shelf";
import { closedNotice } from "./view/closed";
import { Composer } from "./view/composer";
import { h } from "./view/dom";
import { Ending } from "./view/ending";
import { Disclosure, header } from "./view/header";
import { Log } from "./view/log";
import { Person } from "./view/person";
import { Search } from "./view/search";
import { Status } from "./view/status";
import { Unread } from "./unread";

function place(): Place {
  const query = new URLSearchParams(location.search);
  // As a page of its own the site is the last part of the address: /chat/{site}.
  const site = query.get("site") ?? decodeURIComponent(location.pathname.split("/").pop() ?? "");
  return { site, municipality: query.get("municipality") };
}

/** A start question of the site: text like any other, no choice that the assistant offered. */
const START = "vraag";

const { site } = place();
const status = new Status();
const shelf = openShelf();
const composer = new Composer(
  status,
  (text) => conversation.send(text),
  (text) => conversation.preview(text),
  new Draft(site),
);
const closed = closedNotice(() => void conversation.restart());
const log = new Log(
  {
    pick: ({ label, value }) => conversation.send(label, value === START ? null : value),
    rate: (seq, verdict) => conversation.feedback(seq, verdict),
  },
  document.querySelector(".early"),
);
const disclosure = new Disclosure(shelf.lasting);
const person = new Person(() => cancelHandover(conversation, status));
const sound = new Sound(shelf);
const unread = new Unread(sound, shelf, site, () => host.unread);
const ending = new Ending(() => {
  idle.touch();
  composer.focus();
});
const idle: Idle = new Idle(shelf, site, {
  inSight: () => unread.shown && !document.hidden,
  warn: (on) => ending.warn(on),
  end: () => void conversation.close().catch(() => idle.count(true)),
});
const page = new Page(log, status, composer, closed, person, disclosure, unread, () => idle);
const conversation = new Conversation(new Api(), place(), shelf, page);
const focus = (): void => page.focus();
const search = new Search(log.element, status, focus);
const host: Host = connect({
  opened: () => {
    show(true);
    focus();
  },
  shown: () => show(true),
  closed: () => show(false),
  ask: (text, send) => (send ? conversation.ask(text) : composer.add(text)),
});

function show(on: boolean): void {
  unread.show(on);
  if (on) conversation.begin();
  idle.look();
}

// On a page of a site it is out of sight until the launcher says otherwise.
if (host.close) unread.show(false);
document.documentElement.lang = language;
fitAboveKeyboard(() => log.follow());

// What the server put there was painted before this script came: the same head, still without its buttons.
document.body.replaceChildren(
  header(document.title, document.querySelector<HTMLElement>(".hours"), commands(conversation, status, sound, () => search.open(), focus, () => composer.forget()), host.close),
  h("main", {}, disclosure.element, search.element, log.element, person.element, ending.element, status.element, status.region, composer.element, closed),
);
composer.element.addEventListener("input", () => idle.touch());
window.addEventListener("focus", () => unread.read());
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !document.querySelector("dialog[open]")) host.close?.();
});
window.addEventListener("offline", () => page.connected(false, null));
window.addEventListener("storage", () => {
  if (conversation.stored) conversation.begin();
  conversation.follow();
  unread.look();
});
window.addEventListener("online", () => conversation.reconnect());
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  conversation.wake();
  idle.look();
  unread.read();
});
// Who only came near the launcher is in no conversation; who is in one hears what comes in, also out of sight.
if (!host.close || conversation.stored) conversation.begin();
