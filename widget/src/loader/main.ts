/** The loader: puts the launcher on the page of a municipality, and the panel when someone asks for it. Never throws there. */
import { readConfig } from "./config";
import { Widget } from "./widget";

const NAME = "wegwijs-widget";

function start(): void {
  const config = readConfig(document.currentScript);
  if (!config) return;
  const mount = (): void => {
    if (document.querySelector(NAME)) return;
    document.body.append(new Widget(config, document.createElement(NAME)).root);
  };
  // The page of the municipality comes first: the launcher waits until everything of the page itself is there.
  if (document.readyState === "complete") mount();
  else window.addEventListener("load", () => quietly(mount), { once: true });
}

function quietly(task: () => void): void {
  try {
    task();
  } catch (fault) {
    console.warn("Wegwijs could not start on this page.", fault);
  }
}

quietly(start);
