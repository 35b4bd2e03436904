/** Makes DOM nodes in one expression. Text only ever becomes a text node: nothing here reads HTML. */

export type Child = Node | string | null | false | undefined;
type Value = string | number | boolean | null | undefined | ((event: Event) => void);

export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children.filter(isNode));
  return element;
}

function setAttribute(element: Element, name: string, value: Value): void {
  if (typeof value === "function") element.addEventListener(name.slice("on".length), value);
  else if (value === true) element.setAttribute(name, "");
  else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
}

function isNode(child: Child): child is Node | string {
  return child !== null && child !== false && child !== undefined && child !== "";
}

/** What the server wrote: Dutch, whatever the language around it. */
export function dutch(text: string): HTMLElement {
  return h("span", { lang: "nl-BE" }, text);
}

/** Text for screen readers alone. */
export function spoken(text: string): HTMLElement {
  return h("span", { class: "spoken" }, text);
}
