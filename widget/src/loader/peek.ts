/**
 * Asks, once the page is done and idle, whether this visitor is in a conversation: only the chat's own origin can know. Who is
 * in none, loads nothing of the chat before coming near it.
 */
import { listen } from "../bridge";
import type { Config } from "./config";

const LONGEST_WAIT = 10_000;

/** Calls back when there is a conversation; what it gives ends the asking. */
export function peek(config: Config, parent: ShadowRoot, found: () => void): () => void {
  const frame = document.createElement("iframe");
  const end = (): void => frame.remove();
  frame.hidden = true;
  frame.tabIndex = -1;
  frame.title = "Wegwijs";
  frame.referrerPolicy = "no-referrer";
  frame.src = config.panel.replace("/panel?", "/peek?");
  listen(() => frame.contentWindow, config.origin, (word) => {
    end();
    if (word === "here") found();
  });
  const ask = (): void => {
    if (!ended) parent.append(frame);
    setTimeout(end, LONGEST_WAIT);
  };
  let ended = false;
  if ("requestIdleCallback" in window) requestIdleCallback(ask, { timeout: 3_000 });
  else setTimeout(ask, 1_000);
  return () => {
    ended = true;
    end();
  };
}
