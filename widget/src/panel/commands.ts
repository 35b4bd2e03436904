/** What the menu can do with the conversation as a whole. */
import { erase as eraseStrings, menu as labels, status as strings } from "../strings.nl";
import type { Conversation } from "./talk/conversation";
import { Problem } from "./talk/problem";
import { ask } from "./view/confirm";
import { download } from "./view/download";
import type { Item } from "./view/menu";
import type { Status } from "./view/status";

export function commands(conversation: Conversation, status: Status, focus: () => void): Item[] {
  const note = (text: string): void => status.show("note", text, { during: 8_000 });
  const attempt = async (task: () => Promise<void>, failure: string = strings.failed): Promise<void> => {
    await task().catch((fault: unknown) => note((fault instanceof Problem && fault.detail) || failure));
  };
  const handover = async (): Promise<void> => {
    await conversation.handover();
    note(strings.handover);
  };
  const transcript = async (): Promise<void> => download("wegwijs-gesprek.txt", await conversation.transcript());
  const restart = async (): Promise<void> => {
    focus();
    await conversation.restart();
  };
  const erase = async (): Promise<void> => {
    if (!(await ask(eraseStrings))) return;
    await conversation.erase();
    focus();
    note(eraseStrings.done);
  };
  return [
    { label: labels.handover, act: () => void attempt(handover) },
    { label: labels.transcript, act: () => void attempt(transcript) },
    { label: labels.restart, act: () => void attempt(restart) },
    { label: labels.erase, act: () => void attempt(erase, eraseStrings.failed) },
  ];
}
