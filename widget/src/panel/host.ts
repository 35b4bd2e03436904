/** The host page seen from the panel: it hears whether the panel works, and hands over a question at most. */
import { listen, say } from "../bridge";
import { LONGEST_MESSAGE } from "./talk/contract";

export interface Host {
  /** Null when the panel is a page of its own or stands in the text of one: then there is nothing to close. */
  close: (() => void) | null;
  /** Says on the launcher how much came while the panel is closed; null as above. */
  unread: ((count: number) => void) | null;
}

export interface Heard {
  opened(): void;
  /** In sight, while the focus stays with the page. */
  shown(): void;
  closed(): void;
  ask(text: string, send: boolean): void;
}

const LEFT = "wegwijs:left";

/** The loader gives the host's origin in the fragment. Who may embed the panel at all is the server's frame-ancestors. */
export function connect({ opened, shown, closed, ask }: Heard): Host {
  const told = new URLSearchParams(location.hash.slice(1));
  const origin = told.get("host");
  if (window.parent === window || !origin?.startsWith("http")) return { close: null, unread: null };
  listen(() => window.parent, origin, (word, { text, send }) => {
    if (word === "opened") {
      remember(false);
      opened();
    }
    if (word === "shown") shown();
    if (word === "closed") {
      remember(true);
      closed();
    }
    if (word === "ask" && typeof text === "string" && text.trim()) ask(text.trim().slice(0, LONGEST_MESSAGE), send === true);
  });
  say(hasLeft() ? "dismissed" : "ready", window.parent, origin);
  if (told.has("inline")) return { close: null, unread: null };
  return {
    close: () => say("close", window.parent, origin),
    unread: (count) => say({ wegwijs: "unread", count }, window.parent, origin),
  };
}

/** That the visitor closed the panel is kept here, in this tab: on the host page Wegwijs stores nothing. */
function remember(left: boolean): void {
  try {
    if (left) sessionStorage.setItem(LEFT, "1");
    else sessionStorage.removeItem(LEFT);
  } catch {
    // Blocked storage: see below.
  }
}

/** Where nothing can be remembered, a panel that opens by itself would come back on every page: better never. */
function hasLeft(): boolean {
  try {
    return sessionStorage.getItem(LEFT) !== null;
  } catch {
    return true;
  }
}
