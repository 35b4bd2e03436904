/** The iframe the chat lives in: of another origin, so that no script of the host page reads what is typed there. */
import { loader as strings } from "../strings.nl";

/** The panel speaks before its load event; what has not spoken by then, is an error page or blocked. */
const GRACE_AFTER_LOAD = 1_500;
const LONGEST_WAIT = 15_000;

export function createFrame(source: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.title = strings.frame;
  frame.lang = "nl-BE";
  frame.allow = "";
  frame.referrerPolicy = "no-referrer";
  frame.src = source;
  return frame;
}

/** Calls back once when the panel does not say in time that it is ready. */
export function readiness(frame: HTMLIFrameElement, ready: () => boolean, failed: () => void): void {
  const judge = (): void => {
    if (!ready() && frame.isConnected) failed();
  };
  frame.addEventListener("load", () => setTimeout(judge, GRACE_AFTER_LOAD), { once: true });
  setTimeout(judge, LONGEST_WAIT);
}
