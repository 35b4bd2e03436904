/** Line icons of 24 by 24, decoration only: the text beside them or their button's label says what they mean. */
const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  signpost: "M12 2.5V5M5.5 5H16l3 2.5-3 2.5H5.5zM12 10v2M18.5 12H8l-3 2.5L8 17h10.5zM12 17v4.5M8.5 21.5h7",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  close: "M6 6l12 12M18 6L6 18",
  send: "M4 12h15M13 6l6 6-6 6",
  alert: "M12 4L2.8 20h18.4zM12 10v4.5M12 17.4h.01",
  person: "M12 11.5a3.8 3.8 0 100-7.6 3.8 3.8 0 000 7.6zM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6",
  phone: "M6.5 3.500h3l1.5 4-2 1.500a11 11 0 006 6l1.5-2 4 1.500v3a2 2 0 01-2 2C10.8 19.5 4.5 13.2 4.5 5.500a2 2 0 012-2z",
  mail: "M3.5 6h17v12h-17zM3.5 7l8.5 6.500L20.5 7",
  external: "M9 6H5v13h13v-4M13 5h6v6M19 5l-8.5 8.5",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  down: "M6 9l6 6 6-6",
  clock: "M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3 2",
  check: "M5 12.500l4.5 4.500L19 7.5",
} as const;

export function icon(name: keyof typeof PATHS): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(path);
  return svg;
}
