/**
 * What the host page and the panel say to each other: these words and nothing else. Each side checks who speaks.
 * ready, dismissed: the panel works; the visitor left it before, so it is not to open by itself.
 * opened, closed: the visitor sees the panel, or no longer. shown: sees it while the focus is elsewhere. close: the visitor leaves it from within.
 * here, nobody: whether this visitor is in a conversation. unread: how many messages came since the panel was closed.
 * ask: a question that a page of the host hands over, to be sent or only to be put ready.
 */
export type Word = "ready" | "dismissed" | "opened" | "shown" | "close" | "closed" | "ask" | "unread" | "here" | "nobody";

export interface Said {
  readonly wegwijs: Word;
  readonly text?: string;
  readonly send?: boolean;
  readonly count?: number;
}

const WORDS: readonly unknown[] = ["ready", "dismissed", "opened", "shown", "close", "closed", "ask", "unread", "here", "nobody"];

/** Says something to a window, which must be of the given origin. */
export function say(said: Word | Said, target: Window, origin: string): void {
  target.postMessage(typeof said === "string" ? { wegwijs: said } : said, origin);
}

/** Calls back for each word that comes from exactly this window and origin. */
export function listen(source: () => Window | null, origin: string, heard: (word: Word, said: Said) => void): void {
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.origin !== origin || event.source === null || event.source !== source()) return;
    const said = event.data;
    if (isSaid(said)) heard(said.wegwijs, said);
  });
}

function isSaid(data: unknown): data is Said {
  return typeof data === "object" && data !== null && WORDS.includes((data as { wegwijs?: unknown }).wegwijs);
}
