/** DOM nodes for the tree that text/markdown.ts reads. */
import { type Block, type Inline, parse } from "../text/markdown";
import { type Child, h } from "./dom";
import { link } from "./link";

/** How bold text is shown; the safety card makes calls of its numbers. */
export type Bold = (text: string, children: Node[]) => Node;

const strong: Bold = (_text, children) => h("strong", {}, ...children);

export function markdown(text: string, bold: Bold = strong): Node[] {
  return parse(text).map((block) => blockNode(block, bold));
}

function blockNode(block: Block, bold: Bold): Node {
  if (block.type === "paragraph") return h("p", {}, ...inlineNodes(block.children, bold));
  const items: Child[] = block.items.map((item) => h("li", {}, ...inlineNodes(item, bold)));
  return block.ordered ? h("ol", { start: block.start === 1 ? null : block.start }, ...items) : h("ul", {}, ...items);
}

function inlineNodes(inlines: Inline[], bold: Bold): Node[] {
  return inlines.map((inline) => {
    if (inline.type === "text") return document.createTextNode(inline.text);
    const children = inlineNodes(inline.children, bold);
    return inline.type === "link" ? link(inline.href, ...children) : bold(plainText(inline.children), children);
  });
}

function plainText(inlines: Inline[]): string {
  return inlines.map((inline) => (inline.type === "text" ? inline.text : plainText(inline.children))).join("");
}
