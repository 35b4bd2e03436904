/** What a visitor can do with the conversation as a whole: from the menu, and in the line about the queue. */
import { erase as eraseStrings, mailing, menu as labels, status as strings } from "../strings";
import type { Sound } from "./sound";
import type { Conversation } from "./talk/conversation";
import { Problem } from "./talk/problem";
import { uuid } from "./talk/uuid";
import { ask } from "./view/confirm";
import { dutch } from "./view/dom";
import { download } from "./view/download";
import { askAddress } from "./view/mailing";
import type { Item } from "./view/menu";
import type { Line, Status } from "./view/status";

/** Put on the page by a server that mails conversations. */
const MAILS = "data-mails";

export function commands(
  conversation: Conversation,
  status: Status,
  sound: Sound,
  search: () => void,
  focus: () => void,
  forget: () => void,
): Item[] {
  const handover = async (): Promise<void> => {
    await conversation.handover();
    note(status, strings.handover);
  };
  const transcript = async (): Promise<void> => download("wegwijs-gesprek.txt", await conversation.transcript());
  const page = async (): Promise<void> => download("wegwijs-gesprek.html", await conversation.transcript("html"), "text/html");
  const mail = async (): Promise<void> => {
    // A retry keeps its id; another address is another mail.
    const ids = new Map<string, string>();
    const send = async (address: string): Promise<void> => {
      const id = ids.get(address) ?? uuid();
      ids.set(address, id);
      await conversation.mail(id, address);
    };
    if (await askAddress(send)) note(status, mailing.done);
  };
  const restart = async (): Promise<void> => {
    focus();
    await conversation.restart();
  };
  const erase = async (): Promise<void> => {
    if (!(await ask(eraseStrings))) return;
    await conversation.erase();
    forget();
    focus();
    note(status, eraseStrings.done);
  };
  return [
    { label: labels.handover, act: () => void attempt(status, handover) },
    { label: labels.search, act: search, apart: true },
    { label: labels.transcript, act: () => void attempt(status, transcript) },
    { label: labels.page, act: () => void attempt(status, page) },
    ...(document.documentElement.hasAttribute(MAILS) ? [{ label: labels.mail, act: () => void mail() }] : []),
    { label: labels.print, act: () => window.print() },
    { label: () => (sound.isOn ? labels.silence : labels.sound), act: () => sound.toggle(), apart: true },
    { label: labels.restart, act: () => void attempt(status, restart) },
    { label: labels.erase, act: () => void attempt(status, erase, eraseStrings.failed), grave: true },
    { label: labels.privacy, act: "/privacy", apart: true },
    { label: labels.accessibility, act: "/toegankelijkheid" },
  ];
}

/** The visitor no longer waits for a person. */
export function cancelHandover(conversation: Conversation, status: Status): void {
  void attempt(status, () => conversation.cancelHandover());
}

async function attempt(status: Status, task: () => Promise<void>, failure: string = strings.failed): Promise<void> {
  await task().catch((fault: unknown) => note(status, fault instanceof Problem && fault.detail ? dutch(fault.detail) : failure));
}

function note(status: Status, line: Line): void {
  status.show("note", line, { during: 8_000 });
}
