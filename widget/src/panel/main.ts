/** The panel: makes its parts, puts them on the page in reading order and starts the conversation. */
import { cancelHandover, commands } from "./commands";
import { connect } from "./host";
import { Page } from "./page";
import { Api } from "./talk/api";
import { Conversation, type Place } from "./talk/conversation";
import { openShelf } from "./talk/shelf";
import { closedNotice } from "./view/closed";
import { Composer } from "./view/composer";
import { h } from "./view/dom";
import { Disclosure, header } from "./view/header";
import { Log } from "./view/log";
import { Person } from "./view/person";
import { Status } from "./view/status";

function place(): Place {
  const query = new URLSearchParams(location.search);
  // As a page of its own the site is the last part of the address: /chat/{site}.
  const site = query.get("site") ?? decodeURIComponent(location.pathname.split("/").pop() ?? "");
  return { site, municipality: query.get("municipality") };
}

/** A start question of the site: text like any other, no choice that the assistant offered. */
const START = "vraag";

const status = new Status();
const composer = new Composer(
  status,
  (text) => conversation.send(text),
  (text) => conversation.preview(text),
);
const closed = closedNotice(() => void conversation.restart());
const log = new Log({
  pick: ({ label, value }) => conversation.send(label, value === START ? null : value),
  rate: (seq, verdict) => conversation.feedback(seq, verdict),
});
const shelf = openShelf();
const disclosure = new Disclosure(shelf.lasting);
const person = new Person(() => cancelHandover(conversation, status));
const page = new Page(log, status, composer, closed, person, disclosure);
const conversation = new Conversation(new Api(), place(), shelf, page);
const focus = (): void => composer.focus();
const host = connect({
  opened: focus,
  ask: (text, send) => (send ? conversation.send(text) : composer.restore(text)),
});

// What the server put there was painted before this script came: the same head, still without its buttons.
document.body.replaceChildren(
  header(document.title, commands(conversation, status, focus), host.close),
  h("main", {}, disclosure.element, log.element, person.element, status.element, composer.element, closed),
);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !document.querySelector("dialog[open]")) host.close?.();
});
window.addEventListener("offline", () => page.connected(false, null));
window.addEventListener("storage", () => conversation.follow());
window.addEventListener("online", () => conversation.reconnect());
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) conversation.wake();
});
void conversation.start();
