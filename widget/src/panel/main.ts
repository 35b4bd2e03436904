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
  return { site: query.get("site") ?? "", municipality: query.get("municipality") };
}

const status = new Status();
const composer = new Composer(
  status,
  (text) => conversation.send(text),
  (text) => conversation.preview(text),
);
const closed = closedNotice(() => void conversation.restart());
const log = new Log({
  pick: ({ label, value }) => conversation.send(label, value),
  rate: (seq, verdict) => conversation.feedback(seq, verdict),
});
const shelf = openShelf();
const disclosure = new Disclosure(shelf.lasting);
const person = new Person(() => cancelHandover(conversation, status));
const page = new Page(log, status, composer, closed, person, disclosure);
const conversation = new Conversation(new Api(), place(), shelf, page);
const focus = (): void => composer.focus();
const host = connect(focus);

document.body.append(
  header(commands(conversation, status, focus), host.close),
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
