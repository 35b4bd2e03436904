/** The button in the corner, and the line beside it that tells when the chat cannot be reached. */

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
