/** The button in the corner, and the line beside it that tells when the chat cannot be reached. */
import { loader as strings } from "../strings.nl";

const SVG = "http://www.w3.org/2000/svg";
const SIGNPOST = "M12 2.5V5M5.5 5H16l3 2.5-3 2.5H5.5zM12 10v2M18.5 12H8l-3 2.5L8 17h10.5zM12 17v4.5M8.5 21.5h7";
const ARROW_DOWN = "M6 9l6 6 6-6";

export function createLauncher(text: string): HTMLButtonElement {
  const button = document.createElement("button");
  const label = document.createElement("span");
  label.textContent = text;
  button.type = "button";
  button.lang = "nl-BE";
  button.setAttribute("aria-expanded", "false");
  button.append(icon("closed", SIGNPOST), icon("open", ARROW_DOWN), label);
  return button;
}

/** Beside the text for who looks, in the name for who listens; 0 takes it away. */
export function showUnread(button: HTMLButtonElement, badge: HTMLElement, count: number): void {
  badge.hidden = count === 0;
  badge.textContent = count > 9 ? "9+" : String(count);
  if (count === 0) button.removeAttribute("aria-label");
  else button.setAttribute("aria-label", `${button.querySelector("span")?.textContent}, ${strings.unread(count)}`);
}

export function createBadge(): HTMLElement {
  const badge = document.createElement("b");
  badge.hidden = true;
  badge.ariaHidden = "true";
  return badge;
}

export function createNotice(): HTMLElement {
  const notice = document.createElement("p");
  notice.lang = "nl-BE";
  notice.setAttribute("role", "status");
  return notice;
}

function icon(name: string, path: string): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", name);
  svg.setAttribute("aria-hidden", "true");
  svg.append(line);
  return svg;
}
