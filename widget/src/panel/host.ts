/** The host page seen from the panel: it only hears that the panel is ready and that the visitor leaves it. */
import { listen, say } from "../bridge";

export interface Host {
  /** Null when the panel is a page of its own: then there is nothing to close. */
  close: (() => void) | null;
}

/** The loader gives the host's origin in the fragment. Who may embed the panel at all is the server's frame-ancestors. */
export function connect(opened: () => void): Host {
  const origin = new URLSearchParams(location.hash.slice(1)).get("host");
  if (window.parent === window || !origin?.startsWith("http")) return { close: null };
  listen(() => window.parent, origin, (word) => {
    if (word === "opened") opened();
  });
  say("ready", window.parent, origin);
  return { close: () => say("close", window.parent, origin) };
}
