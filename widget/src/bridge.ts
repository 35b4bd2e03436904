/**
 * What the host page and the panel say to each other: these three words and nothing else. Each side checks who speaks.
 * ready: the panel works; opened: the visitor sees the panel; close: the visitor leaves it.
 */
export type Word = "ready" | "opened" | "close";

const WORDS: readonly unknown[] = ["ready", "opened", "close"];

/** Says one word to a window, which must be of the given origin. */
export function say(word: Word, target: Window, origin: string): void {
  target.postMessage({ wegwijs: word }, origin);
}

/** Calls back for each word that comes from exactly this window and origin. */
export function listen(source: () => Window | null, origin: string, heard: (word: Word) => void): void {
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.origin !== origin || event.source === null || event.source !== source()) return;
    const word = wordOf(event.data);
    if (word) heard(word);
  });
}

function wordOf(data: unknown): Word | null {
  const word = typeof data === "object" && data !== null ? (data as { wegwijs?: unknown }).wegwijs : null;
  return WORDS.includes(word) ? (word as Word) : null;
}
